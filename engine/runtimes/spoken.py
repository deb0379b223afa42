"""Conversations as chat templates and servers take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from langchain_core.messages import BaseMessage

_ROLES = {"human": "user", "ai": "assistant", "system": "system"}


def spoken(messages: Iterable[BaseMessage]) -> list[dict[str, str]]:
    """`role` and `content` of each message; raises HoneError for pictures and the like."""
    return [{"role": _ROLES[message.type], "content": _text(message)} for message in messages]


def _text(message: BaseMessage) -> str:
    if not isinstance(message.content, str):
        raise HoneError("The writer reads text only")
    return message.content
