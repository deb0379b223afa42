"""What a reader tells whoever watches over it: the page it is at; and what it hears, the pages to leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.project.documents import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    Watcher = Callable[[int, str], str]

_watchers: list[Watcher] = []  # none, or the one that watches over this process


def begin(number: int, method: str = TEXT) -> str:
    """Say that a page is now read, or its letters are recognised (`method` ocr, which is given more time).

    Returns '' or why it must be left out: an earlier attempt did not come back from it. The page is then
    failed, with these words as its message. To be called before whatever may take long or crash.
    """
    return _watchers[0](number, method) if _watchers else ""


def watched_by(watcher: Watcher | None) -> None:
    """Let `watcher` hear of each page from now on; None ends it. A process reads one document at a time."""
    _watchers[:] = [] if watcher is None else [watcher]
