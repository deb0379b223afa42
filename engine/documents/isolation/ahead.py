"""The pages of a long PDF read by several children at once, before one of them puts the document together.

Nothing is decided here: a page that breaks its reader ends the reading ahead, and is met once more, with all that
follows from it, when the document is read in order.
"""

from __future__ import annotations

import os
import select
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from engine.documents.isolation.keeper import NONSENSE, SLOW, START_SECONDS, Gone, Keeper, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_READERS = 4
_LEAST_PAGES = 60  # for each reader: starting one takes as long as reading about as many
_SMALLEST = 12  # pages of a part
_MOST_BYTES = 100_000_000  # of pages read ahead; any further ones are read when their turn comes
_TICK = 0.05


@dataclass(slots=True)
class Ahead:
    """Packed pages, in no order, that the child which puts the document together has not read itself.

    `ungiven` are those that it does not have; a new child in its place has none of the `pages`.
    """

    pages: list[str] = field(default_factory=list)
    ungiven: list[str] = field(default_factory=list)

    def note(self, read: list[str]) -> list[str]:
        """Keep those that are not '', and return them."""
        packed = [page for page in read if page]
        self.pages += packed
        return packed


def readers(pages: int) -> int:
    """How many children should read a document of so many pages."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, MOST_READERS, pages // _LEAST_PAGES))


def read_ahead(
    keepers: list[Keeper],
    request: dict[str, Any],
    pages: int,
    limits: Limits,
    check: Callable[[], None],
    after_page: Callable[[], None],
) -> Ahead:
    """Let each keeper's child read parts of a document.

    The first keeper's child, which will put the document together, keeps its own pages, and is given those of the
    others as they come. `after_page` is called for each page. `check` may raise to stop; the children are then to be
    ended.
    """
    parts = deque(_parts(pages, len(keepers)))
    lanes = [_Lane(keeper, request, limits, leads=keeper is keepers[0]) for keeper in keepers]
    found = Ahead()
    try:
        for lane in lanes:
            lane.begin(parts)
        while busy := [lane for lane in lanes if lane.busy]:
            check()
            select.select([lane.child for lane in busy], [], [], _TICK)
            for lane in busy:
                read = lane.pages()
                lanes[0].give(found.note(read))
                for _ in read:
                    after_page()
                if not lane.busy and sum(map(len, found.pages)) < _MOST_BYTES:
                    lane.begin(parts)
    except Gone:
        if lanes[0].busy:
            found.ungiven = found.pages
        for lane in lanes:
            if lane.busy:
                lane.keeper.stop()
    return found


def _parts(pages: int, keepers: int) -> Iterator[tuple[int, int]]:
    """First and last pages of ever smaller parts: the file is opened seldom, and all end at about the same time."""
    last = 0
    while last < pages:
        first, last = last + 1, min(last + max((pages - last) // (2 * keepers), _SMALLEST), pages)
        yield first, last


class _Lane:
    """One child and the part of the document that it reads."""

    def __init__(self, keeper: Keeper, request: dict[str, Any], limits: Limits, *, leads: bool) -> None:
        self.keeper, self._request, self._limits, self._leads = keeper, request, limits, leads
        self.child = keeper.child()
        self.busy = False
        self._deadline = 0.0

    def begin(self, parts: deque[tuple[int, int]]) -> None:
        """Ask for the next part, if there is one."""
        if parts:
            first, last = parts.popleft()
            part = {"do": "pages", "first": first, "last": last, "left_out": [], "ends": {}, "keep": self._leads}
            self.child.ask(self._request | part)
            self.busy = True
            self._deadline = time.monotonic() + START_SECONDS

    def give(self, packed: list[str]) -> None:
        """Let the child keep pages that another one has read."""
        if packed:
            self.child.ask(self._request | {"do": "give", "given": packed})

    def pages(self) -> list[str]:
        """The pages that came in, '' for one that was kept.

        Raises Gone when the child ended, hangs, or says what it should not.
        """
        found = []
        for message in self.child.messages():
            if isinstance(message.get("taken"), str):
                found.append(message["taken"])
            elif "end" in message:
                self.busy = False
            elif not message.keys() & {"at", "loading"}:
                raise Gone(NONSENSE)
            seconds = START_SECONDS if message.get("loading") is True else self._limits.page_seconds
            self._deadline = time.monotonic() + seconds
        if self.busy and time.monotonic() > self._deadline:
            raise Gone(SLOW)
        return found
