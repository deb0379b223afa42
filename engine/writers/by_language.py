"""The starter for documents in several languages: each chunk goes to the writer that knows its language."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from engine.writers.kinds import KINDS
from engine.writers.korean.writer import LANGUAGE, KoreanWriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.writers.base import Answered, Asked, Check, Search, Source, Unanswered, Writer


class StarterByLanguage:
    """Korean is asked of by rules, everything else by the writer with the model."""

    kind = "starter"
    chunks_at_once = 8

    def __init__(
        self, model: Writer, *, wordings: int, kinds: Sequence[str] = KINDS, avoid: frozenset[str] = frozenset()
    ) -> None:
        self.name, self.model = model.name, model
        self._korean = KoreanWriter(wordings=wordings, name=model.name, kinds=kinds, avoid=avoid)

    def close(self) -> None:
        """Free the model."""
        self.model.close()

    def knows(self, language: str) -> bool:
        """What either of them knows."""
        return self.model.knows(language) or self._korean.knows(language)

    def ask(self, sources: Sequence[Source], check: Check) -> Iterator[tuple[int, Asked | None]]:
        """As each of the two does, source by source; the model is asked about all of its sources together."""
        others = [source for source in sources if source.language != LANGUAGE]
        of_model: dict[int, list[Asked | None]] = defaultdict(list)
        for number, asked in self.model.ask(others, check):
            of_model[others[number].chunk_id].append(asked)
        for number, source in enumerate(sources):
            if source.language == LANGUAGE:
                yield from ((number, asked) for _, asked in self._korean.ask([source], check))
            else:
                yield from ((number, asked) for asked in of_model[source.chunk_id])

    def answer(self, facts: Sequence[Unanswered], search: Search, check: Check) -> Iterator[tuple[int, Answered]]:
        """The model's facts together, then the Korean ones."""
        for writer, is_korean in ((self.model, False), (self._korean, True)):
            numbers = [number for number, fact in enumerate(facts) if (fact.language == LANGUAGE) == is_korean]
            for i, answered in writer.answer([facts[number] for number in numbers], search, check):
                yield numbers[i], answered
