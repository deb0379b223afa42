"""What a writer reads and what it hands back: plain values, and the protocol both kinds of writer keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")
Check = Callable[[], None]  # called between tokens; raises to stop


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page: `text` cleaned to one line, `quote` the page's text from `start` to `end`."""

    text: str
    quote: str
    document_id: int
    page: int
    start: int
    end: int
    fact: bool = False  # whether a question can be asked of it alone
    named: bool = False  # whether its first word is a name, by the rest of the document


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to ask, by which style it came about, and what its writer itself doubts about it ('' when nothing)."""

    style: str
    question: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The span of a page's text that supports an answer; `quote` is exactly that text."""

    document_id: int
    page: int
    start: int
    end: int
    quote: str


ASKED_BEFORE = "it was asked before and not accepted"  # a writer's doubt about a question that it should avoid
RULES = "rules"  # the writer of what is given


def in_order(found: Iterable[tuple[int, T]]) -> Iterator[tuple[int, T]]:
    """What comes with numbers from 0 as it is finished, by number: what is kept must not depend on who was faster."""
    early: dict[int, T] = {}
    wanted = 0
    for number, value in found:
        early[number] = value
        while wanted in early:
            yield wanted, early.pop(wanted)
            wanted += 1


def evidence_of(sentence: Sentence) -> Evidence:
    """A whole sentence as evidence."""
    return Evidence(sentence.document_id, sentence.page, sentence.start, sentence.end, sentence.quote)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that is known when its question is asked, because a rule read both off the document.

    `evidence` is None where the document says nothing; `support` is what proves the answer: a table's header
    beside the row that is the evidence.
    """

    answer: str
    evidence: Evidence | None
    support: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact of a chunk and the wordings of its question; `sentence` is None when it was asked of the whole chunk.

    `kind` is one of engine.writers.kinds. `spares` are further wordings, asked when others are ambiguous.
    """

    position: int
    sentence: Sentence | None
    wordings: tuple[Wording, ...]
    kind: str = ""
    given: Given | None = None
    spares: tuple[Wording, ...] = ()
    input: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A chunk as a writer sees it; `sentences` are those that belong to this chunk and no other.

    `read` are the facts that rules read off its tables and lists; `section` the headings above it.
    """

    chunk_id: int
    language: str
    text: str
    sentences: tuple[Sentence, ...]
    read: tuple[Asked, ...] = ()
    section: tuple[str, ...] = ()

    @property
    def facts(self) -> int:
        """How many sentences, rows and lists of it state a fact."""
        places = [fact.given.evidence for fact in self.read if fact.given]
        spans = {(place.document_id, place.page, place.start) for place in places if place}
        return sum(sentence.fact for sentence in self.sentences) + len(spans)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A fact whose questions, at least one, wait for an answer.

    `chunk` is what it was asked of, `source` the sentence of it, if it was asked of one.
    """

    fact_id: int
    chunk: Source
    source: Sentence | None
    questions: tuple[str, ...]
    kind: str = ""
    given: Given | None = None
    spares: tuple[str, ...] = ()  # further questions, to be asked when others are ambiguous

    @property
    def chunk_id(self) -> int:
        """The number of its chunk."""
        return self.chunk.chunk_id

    @property
    def language(self) -> str:
        """The language of its chunk."""
        return self.chunk.language


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with what the writer itself objects to.

    `objections` has an entry for each question: '' or a name of engine.dataset.checks and its detail. A fact's
    spares come after its questions, as far as they were asked; kind is told where the answer decides it.
    """

    answer: str
    evidence: Evidence | None
    objections: tuple[tuple[str, str], ...]


Search = Callable[[str], Sequence[Source]]  # question -> the chunks that the index finds, best first


class Writer(Protocol):
    """Writes questions and answers; results arrive in an order that depends on the inputs only."""

    name: str
    kind: str  # starter or chat
    chunks_at_once: int

    def knows(self, language: str) -> bool:
        """Whether documents in this language (en, ko, ..., '' when unknown) can be written about."""

    def ask(self, sources: Sequence[Source], check: Check) -> Iterator[tuple[int, Asked | None]]:
        """Yield (number of the source, a fact) and, when a source is done, (number, None)."""

    def answer(self, facts: Sequence[Unanswered], search: Search, check: Check) -> Iterator[tuple[int, Answered]]:
        """Yield (number of the fact, its answer) as they are finished."""

    def close(self) -> None:
        """Free the model."""
