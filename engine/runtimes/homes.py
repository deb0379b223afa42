"""Which server read the beginning of a prompt: it still has what it made of it, and need not read that again."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

_Server = TypeVar("_Server")
_BLOCK = 256  # characters: beginnings are compared in such pieces
_MOST = 1 << 16  # pieces that are remembered


def beginning(spoken: Sequence[dict[str, str]]) -> tuple[int, ...]:
    """Marks of ever longer beginnings of a prompt behind its system message; equal ones begin alike."""
    text = "".join(f"\0{message['role']}\0{message['content']}" for message in spoken if message["role"] != "system")
    marks, mark = [], hash(tuple(message["content"] for message in spoken if message["role"] == "system"))
    for start in range(0, len(text) - _BLOCK + 1, _BLOCK):
        mark = hash((mark, text[start : start + _BLOCK]))
        marks.append(mark)
    return tuple(marks)


class Homes(Generic[_Server]):
    """Remembers for each beginning who read it last; what was not met for long is forgotten."""

    def __init__(self) -> None:
        self._homes: OrderedDict[int, _Server] = OrderedDict()

    def of(self, marks: Sequence[int]) -> _Server | None:
        """Who read the longest part of it."""
        return next((self._homes[mark] for mark in reversed(marks) if mark in self._homes), None)

    def move(self, marks: Sequence[int], server: _Server) -> None:
        """This one reads it now."""
        for mark in marks:
            self._homes[mark] = server
            self._homes.move_to_end(mark)
        while len(self._homes) > _MOST:
            self._homes.popitem(last=False)
