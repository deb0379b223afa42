"""Chat models as writers: they get instructions, and answer in JSON that a grammar holds to its form."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from engine.dataset.words import clean_question, normalised
from engine.errors import HoneError
from engine.writers import prompts
from engine.writers.ahead import Ahead
from engine.writers.base import (
    ASKED_BEFORE,
    Answered,
    Asked,
    Check,
    Evidence,
    Search,
    Sentence,
    Source,
    Unanswered,
    Wording,
    evidence_of,
    in_order,
)
from engine.writers.examples import Example, fitting
from engine.writers.kinds import KINDS, UNANSWERABLE, turn
from engine.writers.passages import passages
from engine.writers.replies import answer_of, questions_of, rows_of, strings, unreadable
from engine.writers.unanswerable import REFUSED, refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, BaseMessage

_LONGEST_QUESTION, _LONGEST_QUOTE = 240, 400  # characters
_LONGEST_ROW = 800  # llama.cpp refuses grammars that repeat a thousand times
_EXCERPTS = 4  # the chunk that was asked of and those that the index finds beside it
_OPEN = 900  # position in its chunk of the question that it leaves open
_LIKE = 90.0  # rapidfuzz ratio from which a quote is a sentence of the text, copied with a slip

_First = tuple[int, int, str, str]  # number of a source, position, first question, kind


class ChatWriter:
    """Asks `questions` questions of each chunk and words each in `wordings` ways; answers from the index's hits.

    `model` is any langchain-core chat model whose `batch_as_completed` takes `json_schema`, `max_tokens`,
    `temperature`, `seed` and `check`.
    """

    kind = "chat"
    chunks_at_once = 8
    keeps_order = True  # so that what was interrupted ends with the same rows; servers do not repeat themselves anyway

    def __init__(
        self,
        model: BaseChatModel,
        *,
        name: str,
        questions: int,
        wordings: int,
        kinds: Sequence[str] = KINDS,
        examples: Sequence[Example] = (),
        unanswerable: float = 0.0,
        topic: str = "",
        instructions: str = "",
        max_tokens: int = 512,
        temperature: float = 0.0,
        seed: int = 0,
        avoid: frozenset[str] = frozenset(),
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self.name, self.model, self.close = name, model, close
        self._questions, self._wordings, self._avoid, self._kinds = questions, wordings, avoid, tuple(kinds)
        self._examples, self._unanswerable = examples, unanswerable
        self._said = {"topic": topic, "instructions": instructions}
        self._options = {"max_tokens": max_tokens, "temperature": temperature, "seed": seed}
        self._ahead = Ahead()
        self._search: Search | None = None

    def knows(self, language: str) -> bool:
        """Whatever the model knows; prompts are English where there are none in the language."""
        return True

    def answers_follow(self, search: Search) -> None:
        """The questions will be answered as soon as they are asked: answers may be begun when a question is known."""
        self._search = search

    def ask(self, sources: Sequence[Source], check: Check) -> Iterator[tuple[int, Asked | None]]:
        """K questions a chunk, then the other wordings of each; a chunk's facts come when all are worded.

        Each chunk is asked for other kinds of questions, so that over the document each kind has its share. A model
        of our own words and answers a question while other chunks are still asked: its chunk is in memory then.
        """
        self._ahead.forget()
        firsts, unread = self._asked(sources, check)
        firsts = sorted([*firsts, *self._left_open(sources, check)])
        waiting = Counter(first[0] for first in firsts)
        kinds = {first[:2]: first[3] for first in firsts}
        for (number, position, first), others in self._worded([first[:3] for first in firsts], sources, check):
            wordings = self._distinct(first, others) if first else (Wording("asked", "", unread[number]),)
            yield number, Asked(position, None, wordings, kinds[number, position])
            waiting[number] -= 1
            if not waiting[number]:
                yield number, None
        yield from ((number, None) for number in range(len(sources)) if number not in waiting)

    def _asked(self, sources: Sequence[Source], check: Check) -> tuple[list[_First], dict[int, str]]:
        """The questions of the kinds that were wished for, and by source why a reply could not be read."""
        asked = [
            self._about(
                "ask",
                source,
                count=str(self._questions),
                wanted=", ".join(turn(self._kinds, source.chunk_id * self._questions, self._questions)),
            )
            for source in sources
        ]
        found: list[_First] = []
        unread: dict[int, str] = {}
        form = _questions(self._questions, self._kinds)
        for number, reply in self._replies(asked, form, check):
            told = questions_of(reply)
            if not told:  # one empty question, so that its rejection is counted
                unread[number] = unreadable(reply)
            of_kinds = [one for one in told if one[1] in self._kinds] if told else [("", "")]
            found += [(number, position, text, kind) for position, (text, kind) in enumerate(of_kinds)]
            for text in {text: None for text, _ in of_kinds if text}:
                self._begin(sources[number], text, check)
        return found, unread

    def _begin(self, source: Source, question: str, check: Check) -> None:
        """What is asked for next about a question."""
        if self._wordings > 1:
            wording = self._wording(source, question)
            self._ahead.begin(self.model, wording, self._wording_form, check, **self._options)
        if self._search is not None and normalised(question) not in self._avoid:
            asked = self._answering(question, _chunk_first(source, self._search(question)))
            self._ahead.begin(self.model, asked, _ANSWER_FORM, check, **self._options)

    def _left_open(self, sources: Sequence[Source], check: Check) -> list[_First]:
        """Questions that a chunk does not answer, for so many chunks that they have their share."""
        each = self._questions * self._unanswerable
        chosen = [n for n, s in enumerate(sources) if int((s.chunk_id + 1) * each) > int(s.chunk_id * each)]
        asked = [self._about("unanswerable", sources[n], count="1") for n in chosen]
        replies = sorted(self._replies(asked, _strings("questions", 1), check), key=lambda one: one[0])
        return [
            (chosen[place], _OPEN, clean_question(text), UNANSWERABLE)
            for place, reply in replies
            for text in strings(reply, "questions")[:1]
        ]

    def _worded(
        self, firsts: Sequence[tuple[int, int, str]], sources: Sequence[Source], check: Check
    ) -> Iterator[tuple[tuple[int, int, str], list[str]]]:
        """Each first question with its further wordings, as they are written."""
        worded = [first for first in firsts if first[2] and self._wordings > 1]
        yield from ((first, []) for first in firsts if first not in worded)
        asked = [self._wording(sources[number], question) for number, _, question in worded]
        for i, reply in self._ordered(self._replies(asked, self._wording_form, check)):
            yield worded[i], [clean_question(text) for text in strings(reply, "questions")]

    def _wording(self, source: Source, question: str) -> list[BaseMessage]:
        return self._messages("wordings", source.language, question=question, count=str(self._wordings - 1))

    @property
    def _wording_form(self) -> dict[str, Any]:
        return _strings("questions", self._wordings - 1)

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
        """The first wording is answered; all wordings share the answer.

        The prompt begins as that of the question did, with the chunk that was asked of.
        """
        shown: list[list[Source]] = []

        def asked() -> Iterator[list[BaseMessage]]:
            for fact in facts:
                question = fact.questions[0]
                shown.append(_chunk_first(fact.chunk, search(question)))
                yield self._answering(question, shown[-1])

        replies = self._replies(asked(), _ANSWER_FORM, check) if facts else iter(())
        for number, reply in self._ordered(replies):
            yield number, _answered(facts[number], reply, shown[number])

    def _answering(self, question: str, shown: Sequence[Source]) -> list[BaseMessage]:
        return self._about("answer", shown[0], question=question, beside=passages(question, shown[1:]))

    def skill(
        self, rounds: Sequence[Sequence[Example]], count: int, check: Check
    ) -> Iterator[tuple[int, list[Example]]]:
        """`count` new rows in the manner of the examples of each round, as the rounds are finished."""
        asked = [
            self._messages("skill", "ko" if shown[0].is_korean else "en", examples=shown, count=str(count))
            for shown in rounds
        ]
        for number, reply in self._replies(asked, _rows(count), check):
            yield number, [Example(*row) for row in rows_of(reply)]

    def _about(self, task: str, source: Source, **values: Any) -> list[BaseMessage]:
        """The messages for a task about a chunk: all begin alike, so that it need be read once only."""
        examples = fitting(self._examples, source.language)
        return self._messages(task, source.language, text=source.text, kinds=self._kinds, examples=examples, **values)

    def _messages(self, task: str, language: str, **values: Any) -> list[BaseMessage]:
        said: dict[str, Any] = {**self._said, **values}
        return prompts.messages(task, language, **said)

    def _replies(
        self, asked: Iterable[list[BaseMessage]], form: dict[str, Any], check: Check
    ) -> Iterator[tuple[int, AIMessage]]:
        """Servers take what is asked one by one, as they have need of it; a model of our own takes all at once."""
        if not self.keeps_order and asked:
            options: dict[str, Any] = {**self._options, "json_schema": form, "check": check}
            model: Any = self.model
            yield from model.batch_as_completed(asked, None, return_exceptions=False, **options)
        elif asked:
            yield from self._ahead.replies(self.model, list(asked), form, check, **self._options)

    def _ordered(self, replies: Iterator[tuple[int, AIMessage]]) -> Iterator[tuple[int, AIMessage]]:
        return in_order(replies) if self.keeps_order else replies


def _chunk_first(chunk: Source, found: Sequence[Source]) -> list[Source]:
    """The chunk that was asked of, then what the index finds beside it."""
    return [chunk, *(source for source in found if source.chunk_id != chunk.chunk_id)][:_EXCERPTS]


def _answered(fact: Unanswered, reply: AIMessage, shown: Sequence[Source]) -> Answered:
    try:
        answer, quote = answer_of(reply)
    except HoneError:
        return Answered("", None, (("unanswered", unreadable(reply)),) * len(fact.questions))
    if fact.kind == UNANSWERABLE:
        is_open = REFUSED.match(answer) is not None
        objection = ("", "") if is_open else ("answerable", f"it says: {answer}")
        return Answered(refusal(fact.language), None, (objection,) * len(fact.questions))
    return Answered(answer, locate(quote, shown), (("", ""),) * len(fact.questions))


def locate(quote: str, shown: Sequence[Source]) -> Evidence | None:
    """What of the shown chunks a writer quoted: sentences word for word, else the one it copied with a slip.

    A fragment proves little to a reader: the evidence is the whole sentence around it; several sentences in a
    row are one piece of evidence.
    """
    sentences = [sentence for source in shown for sentence in source.sentences]
    wanted = " ".join(quote.split()).strip("\"'“”")
    if not wanted:
        return None
    for source in shown:
        inside = [sentence for sentence in source.sentences if sentence.text in wanted]
        if len(inside) > 1 and (found := _in_a_row(source, inside[0], inside[-1])):
            return found
    for sentence in sentences:
        if wanted in sentence.text or wanted in " ".join(sentence.quote.split()) or sentence.text in wanted:
            return evidence_of(sentence)
    best = max(sentences, key=lambda sentence: fuzz.ratio(wanted, sentence.text), default=None)
    return evidence_of(best) if best is not None and fuzz.ratio(wanted, best.text) >= _LIKE else None


def _in_a_row(source: Source, first: Sentence, last: Sentence) -> Evidence | None:
    """The page's text from one sentence to another, where they stand on one page and near each other."""
    begin = source.text.find(first.quote)
    end = begin + last.end - first.start
    is_whole = begin >= 0 and source.text[:end].endswith(last.quote) and first.page == last.page
    if not is_whole or not 0 < last.end - first.start <= _LONGEST_QUOTE:
        return None
    return Evidence(first.document_id, first.page, first.start, last.end, source.text[begin:end])


def _questions(count: int, kinds: Sequence[str]) -> dict[str, Any]:
    text = {"type": "string", "minLength": 5, "maxLength": _LONGEST_QUESTION}
    one = {
        "type": "object",
        "properties": {"kind": {"enum": list(kinds)}, "question": text},
        "required": ["kind", "question"],
    }
    return {
        "type": "object",
        "properties": {"questions": {"type": "array", "items": one, "minItems": count, "maxItems": count}},
        "required": ["questions"],
    }


def _rows(count: int) -> dict[str, Any]:
    texts = {name: {"type": "string", "maxLength": _LONGEST_ROW} for name in ("question", "input", "answer")}
    one = {"type": "object", "properties": texts, "required": list(texts)}
    return {
        "type": "object",
        "properties": {"rows": {"type": "array", "items": one, "minItems": count, "maxItems": count}},
        "required": ["rows"],
    }


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


_ANSWER_FORM = _strings_object(answer=_LONGEST_QUOTE, evidence=_LONGEST_QUOTE)
