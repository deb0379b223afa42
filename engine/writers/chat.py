"""Chat models as writers: they get instructions, and answer in JSON that a grammar holds to its form."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from engine.dataset.words import clean_question, normalised
from engine.errors import HoneError
from engine.writers import prompts
from engine.writers.base import (
    ASKED_BEFORE,
    Answered,
    Asked,
    Check,
    Evidence,
    Search,
    Source,
    Unanswered,
    Wording,
    evidence_of,
)
from engine.writers.kinds import KINDS, kind_of
from engine.writers.replies import answer_of, strings, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, BaseMessage

_LONGEST_QUESTION, _LONGEST_QUOTE = 240, 400  # characters
_EXCERPTS = 4
_LIKE = 90.0  # rapidfuzz ratio from which a quote is a sentence of the text, copied with a slip


class ChatWriter:
    """Asks `questions` questions of each chunk and words each in `wordings` ways; answers from the index's hits.

    `model` is any langchain-core chat model whose `batch_as_completed` takes `json_schema`, `max_tokens`,
    `temperature`, `seed` and `check`.
    """

    kind = "chat"
    chunks_at_once = 8

    def __init__(
        self,
        model: BaseChatModel,
        *,
        name: str,
        questions: int,
        wordings: int,
        kinds: Sequence[str] = KINDS,
        topic: str = "",
        instructions: str = "",
        max_tokens: int = 512,
        temperature: float = 0.0,
        seed: int = 0,
        avoid: frozenset[str] = frozenset(),
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self.name, self._model, self.close = name, model, close
        self._questions, self._wordings, self._avoid, self._kinds = questions, wordings, avoid, tuple(kinds)
        self._said = {"topic": topic, "instructions": instructions}
        self._options = {"max_tokens": max_tokens, "temperature": temperature, "seed": seed}

    def knows(self, language: str) -> bool:
        """Whatever the model knows; prompts are English where there are none in the language."""
        return True

    def ask(self, sources: Sequence[Source], check: Check) -> Iterator[tuple[int, Asked | None]]:
        """K questions a chunk, then the other wordings of each; a chunk's facts come when all are worded."""
        asked = [
            self._messages("ask", source.language, text=source.text, count=str(self._questions)) for source in sources
        ]
        firsts: list[tuple[int, int, str]] = []  # source, position, question
        replies = dict(self._replies(asked, _strings("questions", self._questions), check))
        for number in range(len(sources)):
            # A reply that was cut leaves one empty question, so that its rejection is counted.
            questions = [clean_question(text) for text in strings(replies[number], "questions")] or [""]
            firsts += [(number, position, text) for position, text in enumerate(questions)]
        waiting = Counter(number for number, _, _ in firsts)
        for (number, position, first), others in self._worded(firsts, sources, check):
            wordings = self._distinct(first, others)
            if not first:
                wordings = (Wording("asked", "", unreadable(replies[number])),)
            yield number, Asked(position, None, wordings, kind_of(first))
            waiting[number] -= 1
            if not waiting[number]:
                yield number, None

    def _worded(
        self, firsts: Sequence[tuple[int, int, str]], sources: Sequence[Source], check: Check
    ) -> Iterator[tuple[tuple[int, int, str], list[str]]]:
        """Each first question with its further wordings, as they are written."""
        more = self._wordings - 1
        worded = [first for first in firsts if first[2] and more]
        yield from ((first, []) for first in firsts if first not in worded)
        asked = [
            self._messages("wordings", sources[number].language, question=question, count=str(more))
            for number, _, question in worded
        ]
        for i, reply in self._replies(asked, _strings("questions", more), check):
            yield worded[i], [clean_question(text) for text in strings(reply, "questions")]

    def _distinct(self, first: str, others: Sequence[str]) -> tuple[Wording, ...]:
        """So many wordings as were wished for, without those that only look different."""
        distinct: dict[str, str] = {}
        for text in (first, *others):
            distinct.setdefault(normalised(text), text)
        return tuple(
            Wording("asked" if i == 0 else "worded", text, ASKED_BEFORE if same in self._avoid else "")
            for i, (same, text) in enumerate(list(distinct.items())[: self._wordings])
        )

    def answer(self, facts: Sequence[Unanswered], search: Search, check: Check) -> Iterator[tuple[int, Answered]]:
        """The first wording is answered; all wordings share the answer."""
        asked, shown = [], []
        for fact in facts:
            found = list(search(fact.questions[0]))[:_EXCERPTS]
            text = "\n".join(f"[{i}] {' '.join(source.text.split())}" for i, source in enumerate(found, start=1))
            asked.append(self._messages("answer", fact.language, text=text, question=fact.questions[0]))
            shown.append(found)
        form = _strings_object(answer=_LONGEST_QUOTE, evidence=_LONGEST_QUOTE)
        for number, reply in self._replies(asked, form, check):
            yield number, _answered(facts[number], reply, shown[number])

    def _messages(self, task: str, language: str, **values: str) -> list[BaseMessage]:
        return prompts.messages(task, language, **self._said, **values)

    def _replies(
        self, asked: Sequence[list[BaseMessage]], form: dict[str, Any], check: Check
    ) -> Iterator[tuple[int, AIMessage]]:
        if asked:
            options: dict[str, Any] = {**self._options, "json_schema": form, "check": check}
            yield from self._model.batch_as_completed(list(asked), None, return_exceptions=False, **options)


def _answered(fact: Unanswered, reply: AIMessage, shown: Sequence[Source]) -> Answered:
    try:
        answer, quote = answer_of(reply)
    except HoneError:
        return Answered("", None, (("unanswered", unreadable(reply)),) * len(fact.questions))
    return Answered(answer, locate(quote, shown), (("", ""),) * len(fact.questions))


def locate(quote: str, shown: Sequence[Source]) -> Evidence | None:
    """The sentence of the shown chunks that a writer quoted: word for word, else the one it copied with a slip."""
    sentences = [sentence for source in shown for sentence in source.sentences]
    wanted = " ".join(quote.split()).strip("\"'“”")
    if not wanted:
        return None
    for sentence in sentences:
        # A fragment proves little to a reader: the evidence is the whole sentence around it.
        if wanted in sentence.text or wanted in " ".join(sentence.quote.split()) or sentence.text in wanted:
            return evidence_of(sentence)
    best = max(sentences, key=lambda sentence: fuzz.ratio(wanted, sentence.text), default=None)
    return evidence_of(best) if best is not None and fuzz.ratio(wanted, best.text) >= _LIKE else None


def _strings(name: str, count: int) -> dict[str, Any]:
    text = {"type": "string", "minLength": 5, "maxLength": _LONGEST_QUESTION}
    return {
        "type": "object",
        "properties": {name: {"type": "array", "items": text, "minItems": count, "maxItems": count}},
        "required": [name],
    }


def _strings_object(**longest: int) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: {"type": "string", "minLength": 1, "maxLength": most} for name, most in longest.items()},
        "required": list(longest),
    }
