"""Which section a place of a document belongs to: the path of the headings above it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.documents.reading import ReadPage

Path = tuple[str, ...]  # titles, outermost first


class Outline:
    """The headings of a document's pages in reading order, with the path that holds after each."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._places: list[tuple[int, int]] = []  # page number, offset
        self._paths: list[Path] = []
        self._open: list[tuple[int, str]] = []

    def add(self, page: ReadPage) -> None:
        """Take in the next page."""
        self._texts[page.number] = page.text
        for heading in page.headings:
            # A heading closes what is as deep as itself; levels that are skipped leave no gap in the path.
            self._open = [(level, title) for level, title in self._open if level < heading.level]
            self._open.append((heading.level, heading.title))
            self._places.append((page.number, heading.start))
            self._paths.append(tuple(title for _, title in self._open))

    def path(self, page: int, offset: int) -> Path:
        """The titles above a place; headings that stand right there, one below the other, are above it too."""
        index = bisect_right(self._places, (page, offset))
        text = self._texts.get(page, "")
        while index < len(self._places) and self._places[index][0] == page:
            before = self._places[index - 1] if index else None
            inside = before is not None and before[0] == page and before[1] >= offset
            begin = text.find("\n", before[1]) if inside and before is not None else offset
            if begin < 0 or text[begin : self._places[index][1]].strip():
                break
            index += 1
        return self._paths[index - 1] if index else ()
