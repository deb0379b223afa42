"""Notices a writer that writes nothing of use, and says what it wrote instead, before hours are spent on it."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING

from engine.dataset.checks import CHECKS, SENTENCES
from engine.dataset.checks.candidate import Candidate
from engine.dataset.words import normalised
from engine.documents.language import language
from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.writers.base import Answered, Asked, Source, Unanswered

# A weak writer has one fact in ten accepted: of so many none comes to something once in twenty runs.
_CHUNKS, _FACTS = 16, 32
_SAME, _DIFFERENT = 32, 3  # of the last so many questions only so many differ
_UNREAD = 48  # replies in a row that cannot be read, of a writer that could be read before
_FEW = 8  # facts from which on it is the writer and not the document, when all is done
_SAMPLES = 3
_SHOWN = 100  # characters of a sample
# Checks that need no answer: what they say of a question alone is enough to tell that it is of no use.
_FORM = frozenset({"empty", "truncated", "too_short", "too_long", "garbled", "letters", "language", "off_topic"})
_ADVICE = (
    "Try another writer: an instruct model of 3B parameters or more as GGUF"
    " (hone generate PROJECT --writer FILE.gguf). What was accepted before is kept."
)


class Watch:
    """Told of every fact that the writer asks and answers in this run.

    `known` is whether pairs of this writer were accepted before: then what is left may be hard for any. Without
    `answers` only questions are written, and looked at.
    """

    def __init__(self, writer: str, *, known: bool, answers: bool) -> None:
        self._writer, self._known, self._answers = writer, known, answers
        self._chunks: set[int] = set()
        self._facts = self._good = self._unread = self._cut = 0
        self._questions: deque[str] = deque(maxlen=_SAME)
        self._wrote: deque[str] = deque(maxlen=_SAMPLES)
        self._reasons: Counter[str] = Counter()
        self._language = ""

    def asked(self, source: Source, fact: Asked) -> None:
        """A fact was asked; one that its writer doubts as a whole, or cannot even ask, comes to nothing."""
        self._chunks.add(source.chunk_id)
        self._language = source.language or self._language
        first = fact.wordings[0]
        self._questions.append(normalised(first.question))
        doubted = all(wording.doubt for wording in fact.wordings)
        if not first.question:
            self._read(first.doubt)
        elif not self._answers:
            reason = "doubtful" if doubted else _form(source, [wording.question for wording in fact.wordings])
            self._judged(reason, f"question “{sample(first.question)}”")
        elif doubted:
            self._judged("doubtful", f"question “{sample(first.question)}”")

    def answered(self, fact: Unanswered, answered: Answered, reasons: Sequence[str]) -> None:
        """A fact was answered and its questions judged; '' is the reason of one that was accepted."""
        self._chunks.add(fact.chunk_id)
        self._language = fact.language or self._language
        if all(reason == "unanswered" for reason, _ in answered.objections):
            self._read(answered.objections[0][1])
            return
        reason = "" if not all(reasons) else reasons[0]
        self._judged(reason, f"question “{sample(fact.questions[0])}”, answer “{sample(answered.answer)}”")

    def _read(self, why: str) -> None:
        """A reply that could not be read."""
        self._unread += 1
        self._cut += "was cut" in why
        self._facts += 1
        self._reasons["unanswered"] += 1
        self._wrote.append(why)

    def _judged(self, reason: str, wrote: str) -> None:
        self._unread = 0
        self._facts += 1
        self._good += not reason
        if reason:
            self._reasons[reason] += 1
            self._wrote.append(wrote)

    def look(self) -> None:
        """Between two groups of chunks: raise HoneError when it is plain that nothing will come of it."""
        unproven = not self._known and not self._good and len(self._chunks) >= _CHUNKS
        useless = unproven and (self._facts >= _FACTS or self._unread == self._facts)
        if useless or self._unread >= _UNREAD or self._repeats():
            raise self._failure()

    def conclude(self) -> None:
        """At the end: raise HoneError when facts enough were asked and none came to something."""
        if not self._known and not self._good and self._facts >= _FEW:
            raise self._failure()

    def told(self) -> str:
        """What it wrote, for a message; '' when there was nothing wrong."""
        return f"It wrote, for example: {'; '.join(dict.fromkeys(self._wrote))}." if self._wrote else ""

    def _repeats(self) -> bool:
        return len(self._questions) == _SAME and len(set(self._questions)) <= _DIFFERENT

    def _failure(self) -> HoneError:
        accepted = f"{self._good} of {self._facts}" if self._good else f"none of {self._facts}"
        what = "questions" if not self._answers else "facts"
        hint = f"Of {len(self._chunks)} chunks {accepted} {what} came to something. {self.told()} {self._symptom()} "
        return HoneError(f"The writer {self._writer} writes nothing that can be used", f"{hint}{_ADVICE}")

    def _symptom(self) -> str:
        """What most of it has in common."""
        if 2 * self._reasons["unanswered"] > self._facts:
            if 2 * self._cut > self._reasons["unanswered"]:
                return "Its replies do not come to an end: a longer reply (--max-tokens 1024) may help."
            return "Its replies are not in the form that it is told to write."
        if self._repeats():
            return "It writes the same whatever it is shown."
        spoken = language(" ".join(self._questions))
        if spoken and self._language and spoken != self._language:
            return f"It writes in another language ({spoken}) than the document ({self._language})."
        ((reason, _),) = self._reasons.most_common(1) or (("", 0),)
        return SENTENCES.get(reason, "")


def _form(source: Source, questions: Sequence[str]) -> str:
    """What the checks of a question's own form say against all of them; '' when one will do."""
    text = " ".join(source.text.split())
    found = [_objection(Candidate(question, text, text, text, source.language)) for question in questions]
    return found[0] if all(found) else ""


def _objection(pair: Candidate) -> str:
    return next((check.name for check in CHECKS if check.name in _FORM and check.objection(pair)), "")


def sample(text: str) -> str:
    """The beginning of a text, for a message: what no terminal can print is a dot."""
    shown = "".join(letter if letter.isprintable() else "·" for letter in text[:_SHOWN])
    return shown if len(text) <= _SHOWN else f"{shown}…"
