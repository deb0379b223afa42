"""A document split by one child while another is still putting it together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.documents.isolation.keeper import Child
    from engine.documents.reading import ReadPage

_BLOCK = 1 << 16  # characters


class Splitting:
    """Hands a child the pages of a document in blocks, and keeps what it says meanwhile; raises Gone when it ended."""

    def __init__(self, child: Child, request: dict[str, Any]) -> None:
        self._child = child
        self._pages: list[list[Any]] = []
        self._size = 0
        self._said: list[dict[str, Any]] = []
        child.ask(request)

    def give(self, page: ReadPage) -> None:
        """The next page."""
        headings = [[heading.start, heading.level, heading.title] for heading in page.headings]
        self._pages.append([page.number, page.text, headings])
        self._size += len(page.text)
        if self._size >= _BLOCK:
            self._send()

    def said(self) -> list[dict[str, Any]]:
        """What the child has said since it was last asked for; to be taken before `end`."""
        found, self._said = self._said, []
        return found

    def end(self) -> Callable[[float], dict[str, Any]]:
        """That was the last page; returns what waits so many seconds for the child's next message."""
        if self._pages:
            self._child.ask({"pages": self._pages})
        self._child.ask({"pages": []})
        return self._child.receive

    def _send(self) -> None:
        self._child.ask({"pages": self._pages})
        self._pages, self._size = [], 0
        self._said += self._child.messages()
