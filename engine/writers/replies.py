"""What a chat model's reply says, as far as it can be read: a model may write anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from engine.dataset.words import clean_question
from engine.errors import HoneError
from engine.runtimes.chat_model import read_json
from engine.writers.kinds import settled
from engine.writers.watch import sample

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LONGEST = 4000  # characters of a text that are looked at


def strings(reply: AIMessage, name: str) -> list[str]:
    """The texts listed under a name; none when the reply cannot be read."""
    try:
        listed = read_json(reply)[name]
    except (HoneError, KeyError, TypeError, IndexError):
        return []
    return [text for text in map(plain, listed) if text] if isinstance(listed, list) else []


def questions_of(reply: AIMessage) -> list[tuple[str, str]]:
    """Questions with their kinds: what the writer told, unless the form says otherwise; none when it is unreadable."""
    try:
        listed = read_json(reply)["questions"]
    except (HoneError, KeyError, TypeError, IndexError):
        return []
    found = []
    for one in listed if isinstance(listed, list) else []:
        told = one if isinstance(one, dict) else {"question": one}
        if question := clean_question(plain(told.get("question", ""))):
            found.append((question, settled(plain(told.get("kind", "")), question)))
    return found


def rows_of(reply: AIMessage) -> list[tuple[str, str, str]]:
    """Instruction, input and answer of each row of a skill; none when the reply cannot be read."""
    try:
        rows = read_json(reply)["rows"]
        return [(plain(row["question"]), kept(row["input"]), kept(row["answer"])) for row in rows]
    except (HoneError, KeyError, TypeError, IndexError):
        return []


def answer_of(reply: AIMessage) -> tuple[str, str]:
    """Answer and quote; raises HoneError when the reply cannot be read."""
    try:
        value = read_json(reply)
        return plain(value["answer"]), plain(value["evidence"])
    except (KeyError, TypeError, IndexError) as error:
        raise HoneError("A reply of the writer has another form than it was told") from error


def unreadable(reply: AIMessage) -> str:
    """Why a reply gave nothing, and how it begins."""
    text = plain(reply.content)
    if not text:
        return "the writer's reply is empty"
    ended = (
        "was cut" if reply.response_metadata.get("finish_reason") == "length" else "has another form than it was told"
    )
    return f"the writer's reply {ended}: {sample(text)}"


def plain(value: Any) -> str:
    """On one line, without control characters and halves of letters, which no database keeps."""
    return " ".join(kept(value).split())


def kept(value: Any) -> str:
    """As `plain`, but with its lines."""
    return _CONTROL.sub(" ", str(value)[:_LONGEST].encode("utf-8", "replace").decode("utf-8")).strip()
