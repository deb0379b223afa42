"""The Korean writer: rules alone, no model. A question leaves the sentence as it is and asks in the place of a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.dataset.checks import judge
from engine.dataset.checks.candidate import Candidate
from engine.dataset.words import normalised
from engine.writers.base import Answered, Asked, Check, Search, Sentence, Source, Unanswered, Wording, evidence_of
from engine.writers.kinds import KINDS, kind_of
from engine.writers.korean.questions import question
from engine.writers.korean.rivals import rival

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LANGUAGE = "ko"


class KoreanWriter:
    """Asks about each sentence of which a rule is sure, in up to `wordings` ways, and answers with the sentence."""

    kind = "starter"
    chunks_at_once = 1

    def __init__(
        self,
        *,
        wordings: int,
        name: str = "starter",
        kinds: Sequence[str] = KINDS,
        avoid: frozenset[str] = frozenset(),
    ) -> None:
        self.name, self._wordings, self._kinds, self._avoid = name, wordings, frozenset(kinds), avoid

    def close(self) -> None:
        """Nothing is held."""

    def knows(self, language: str) -> bool:
        """Korean only."""
        return language == LANGUAGE

    def ask(self, sources: Sequence[Source], check: Check) -> Iterator[tuple[int, Asked | None]]:
        """Sentences of which no rule is sure are passed over; facts come in the order of the text."""
        for number, source in enumerate(sources):
            position = 0
            for sentence in source.sentences:
                check()
                if sentence.fact and (wordings := self._wordings_of(sentence)):
                    yield number, Asked(position, sentence, wordings, kind_of(wordings[0].question))
                    position += 1
            yield number, None

    def _wordings_of(self, sentence: Sentence) -> tuple[Wording, ...]:
        found = question(sentence.text)
        possible = [
            Wording(style, text)
            for style, text in (found.wordings if found else ())
            if kind_of(text) in self._kinds and normalised(text) not in self._avoid
        ]
        return tuple(
            [wording for wording in possible if not _objection(sentence, wording.question)[0]][: self._wordings]
        )

    def answer(self, facts: Sequence[Unanswered], search: Search, check: Check) -> Iterator[tuple[int, Answered]]:
        """The answer is the source sentence; a question that another sentence could answer is ambiguous."""
        for number, fact in enumerate(facts):
            check()
            source = fact.source
            assert source is not None, "the rules ask of sentences only"
            objections = tuple(_ambiguous(source, asked, search) for asked in fact.questions)
            yield number, Answered(source.text, evidence_of(source), objections)


def _objection(sentence: Sentence, asked: str) -> tuple[str, str]:
    """What the checks say when only the sentence itself is known."""
    return judge(Candidate(asked, sentence.text, sentence.text, sentence.text, LANGUAGE))


def _ambiguous(source: Sentence, asked: str, search: Search) -> tuple[str, str]:
    others = [sentence.text for chunk in search(asked) for sentence in chunk.sentences]
    other = rival(asked, source.text, others)
    return ("ambiguous", f"it could be answered by: {other}") if other else _objection(source, asked)
