"""A reader says which page it is at, and leaves out those that it is told to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.documents.isolation import watch
from engine.documents.reader import read
from engine.project.documents import FAILED, READ
from tests.engine.pdfs import simple

if TYPE_CHECKING:
    from pathlib import Path


def test_pages_are_announced_and_left_out(tmp_path: Path) -> None:
    path = simple(tmp_path / "a.pdf", *[f"{word} pump moves nine litres of water." for word in ("One", "No", "Any")])
    seen = []

    def watcher(number: int, method: str) -> str:
        seen.append((number, method))
        return "It took too long." if number == 2 else ""

    watch.watched_by(watcher)
    try:
        pages = read(path, "", lambda: None).pages
    finally:
        watch.watched_by(None)
    assert seen == [(1, "text"), (2, "text"), (3, "text")]
    assert [(page.state, page.message) for page in pages] == [(READ, ""), (FAILED, "It took too long."), (READ, "")]
    assert all(page.state == READ for page in read(path, "", lambda: None).pages)
