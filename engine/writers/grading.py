"""Graders: a model scores a reply against its reference from 0 to 100, and says which of two replies is better."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import models
from engine.errors import HoneError
from engine.servers import is_address, is_here
from engine.writers import prompts
from engine.writers.grade_replies import (
    BETTER,
    HIGHEST,
    LONGEST_REASON,
    better_of,
    object_of,
    reason_of,
    score_of,
    too_long,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

    from engine.writers.base import Check

OFF = "off"
_LONGEST = {"question": 600, "reference": 1200, "evidence": 1200, "reply": 2000, "first": 2000, "second": 2000}
_NONE = {"en": "(none)", "ko": "(없음)"}
_TOKENS_HERE, _TOKENS_THERE = 384, 2048  # a server's model may think before it replies
_REASON = {"type": "string", "maxLength": LONGEST_REASON}
_BETTER_FORM: dict[str, Any] = {
    "type": "object",
    "properties": {"reason": _REASON, "better": {"type": "string", "enum": list(BETTER)}},
    "required": ["reason", "better"],
}

Score = tuple[int, float | None, str, str]
Preferred = tuple[int, float | None, float | None, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A reply to grade; `evidence` is the passage that supports the reference, '' when not known."""

    question: str
    reference: str
    evidence: str
    reply: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Two:
    """Two replies to compare; reference and evidence may be ''."""

    question: str
    reference: str
    evidence: str
    reply: str
    other: str
    language: str = ""


class Grader:
    """A chat model that grades; its reply is taken only when it is the JSON that was asked for.

    `address` is that of its server when what it reads leaves this machine, else ''. `fits` says whether a prompt
    and so many new tokens fit the model.
    """

    def __init__(
        self,
        model: BaseChatModel,
        name: str,
        *,
        address: str = "",
        tokens: int = _TOKENS_HERE,
        score: dict[str, Any] | None = None,
        fits: Callable[[Sequence[BaseMessage], int], bool] = lambda messages, tokens: True,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self.name, self.address, self.close = name, address, close
        self._model, self._tokens, self._fits = model, tokens, fits
        held = score or {"type": "integer", "minimum": 0, "maximum": HIGHEST}
        self._form = {
            "type": "object",
            "properties": {"reason": _REASON, "score": held},
            "required": ["reason", "score"],
        }

    def grade(self, items: Sequence[Item], check: Check) -> Iterator[Score]:
        """Yield (number of the item, score or None, reason, problem) as they arrive; one for each item."""
        asked = [
            _messages(
                "grade",
                item.language,
                question=item.question,
                reference=item.reference,
                evidence=item.evidence,
                reply=item.reply,
            )
            for item in items
        ]
        for number, value, problem in self._values(asked, self._form, check):
            score, wrong = score_of(value) if not problem else (None, problem)
            yield number, score, reason_of(value), wrong

    def prefer(self, pairs: Sequence[Two], check: Check) -> Iterator[Preferred]:
        """Yield (number of the pair, forward, backward, problem) as both are there; one for each pair.

        1 is `reply`, 0 `other`, 0.5 neither; forward with `reply` shown first, backward with `other` first. Two
        replies in the same words are alike without asking.
        """
        unlike = [number for number, pair in enumerate(pairs) if pair.reply.split() != pair.other.split()]
        yield from ((number, 0.5, 0.5, "") for number in sorted(set(range(len(pairs))) - set(unlike)))
        asked = [
            _both(pairs[number], *order) for number in unlike for order in (("reply", "other"), ("other", "reply"))
        ]
        waiting: dict[int, tuple[float | None, str]] = {}
        for place, value, problem in self._values(asked, _BETTER_FORM, check):
            waiting[place] = better_of(value) if not problem else (None, problem)
            first, second = place - place % 2, place - place % 2 + 1
            if first in waiting and second in waiting:
                (forward, wrong), (swapped, wrong_too) = waiting.pop(first), waiting.pop(second)
                backward = None if swapped is None else 1.0 - swapped
                yield unlike[place // 2], forward, backward, wrong or wrong_too

    def _values(
        self, asked: Sequence[list[BaseMessage]], form: dict[str, Any], check: Check
    ) -> Iterator[tuple[int, dict[str, Any], str]]:
        """(number, the JSON object of the reply, problem) for each prompt."""
        fitting = [number for number, messages in enumerate(asked) if self._fits(messages, self._tokens)]
        for number in sorted(set(range(len(asked))) - set(fitting)):
            yield number, {}, too_long(self.name)
        if not fitting:
            return
        options: dict[str, Any] = {
            "json_schema": form,
            "max_tokens": self._tokens,
            "temperature": 0.0,
            "seed": 0,
            "check": check,
        }
        chosen: list[Any] = [asked[number] for number in fitting]
        for place, reply in self._model.batch_as_completed(chosen, None, return_exceptions=False, **options):
            yield fitting[place], *object_of(reply)


def open_grader(judge: str, judge_model: str = "", check: Check = lambda: None) -> Grader:
    """The grader that a person chose: the path of a GGUF chat model, or a server's address with a model's name.

    Raises HoneError when there is none, or when it cannot grade: the starter follows no instructions.
    """
    if is_address(judge):
        return _remote(judge, judge_model, check)
    find_judge(judge)
    return _local(judge)


def find_judge(judge: str, judge_model: str = "", check: Check = lambda: None) -> None:
    """Raise HoneError when there is no such judge, by asking its server or reading its file's header only."""
    from engine.writers.opening import STARTER

    if is_address(judge):
        _remote(judge, judge_model, check)
        return
    if judge == STARTER:
        raise _cannot(STARTER)
    if not judge or judge == OFF or not Path(judge).expanduser().is_file():
        raise _missing(judge)
    models.look(judge, models.WRITER)


def _local(path: str) -> Grader:
    from engine.writers.chat import ChatWriter
    from engine.writers.opening import Wishes, open_writer

    writer = open_writer(Path(path).expanduser(), Wishes())
    if not isinstance(writer, ChatWriter):
        writer.close()
        raise _cannot(writer.name)
    model: Any = writer.model

    def fits(messages: Sequence[BaseMessage], tokens: int) -> bool:
        longest: int = model.batcher.longest
        return len(model.request(messages).prompt) + tokens <= longest

    # A grammar holds digits but no range: all scores that there are.
    held = {"enum": list(range(HIGHEST + 1))}
    return Grader(model, writer.name, score=held, fits=fits, close=writer.close)


def _remote(address: str, name: str, check: Check) -> Grader:
    from engine.runtimes.remote import open_remote

    model = open_remote(address, name, check)
    away = "" if is_here(model.address) else model.address
    return Grader(model, model.title, address=away, tokens=_TOKENS_THERE)


def _missing(judge: str) -> HoneError:
    return HoneError(
        f"There is no judge {judge}".rstrip(),
        "Give the path of a GGUF chat model, or the address of an OpenAI-compatible server.",
    )


def _cannot(name: str) -> HoneError:
    return HoneError(
        f"{name} cannot grade answers",
        "It follows no instructions: choose a GGUF chat model, or the address of an OpenAI-compatible server.",
    )


def _messages(task: str, language: str, **values: str) -> list[BaseMessage]:
    nothing = _NONE["ko" if language == "ko" else "en"]
    shown: dict[str, Any] = {name: _short(text, _LONGEST[name]) or nothing for name, text in values.items()}
    return prompts.messages(task, language, topic="", instructions="", **shown)


def _both(pair: Two, first: str, second: str) -> list[BaseMessage]:
    return _messages(
        "prefer",
        pair.language,
        question=pair.question,
        reference=pair.reference,
        evidence=pair.evidence,
        first=getattr(pair, first),
        second=getattr(pair, second),
    )


def _short(text: str, longest: int) -> str:
    text = text.strip()
    return text if len(text) <= longest else f"{text[:longest]} [...]"
