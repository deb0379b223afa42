"""Sections of documents as units that are held out whole."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from engine.dataset.linked import Linked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project.documents import Chunk


class Sections:
    """Chunks under one heading, and chunks that share text, are one unit, named by its first chunk's id."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        """`chunks` in reading order, document by document."""
        self._linked = Linked(chunk.id for chunk in chunks)
        first: dict[tuple[int, tuple[str, ...]], int] = {}
        for chunk in chunks:
            if chunk.section:  # without headings each chunk is on its own
                self._linked.join(first.setdefault((chunk.document_id, chunk.section), chunk.id), chunk.id)
        for before, chunk in pairwise(chunks):
            if _overlap(before, chunk):
                self._linked.join(before.id, chunk.id)
        self.sizes = dict(Counter(self.of(chunk.id) for chunk in chunks))
        self._by_page: dict[tuple[int, int], list[Chunk]] = {}
        for chunk in chunks:
            for page in range(chunk.first_page, chunk.last_page + 1):
                self._by_page.setdefault((chunk.document_id, page), []).append(chunk)

    def of(self, chunk_id: int) -> int:
        """The unit of a chunk."""
        return self._linked.of(chunk_id)

    def at(self, document_id: int, page: int, start: int, end: int) -> set[int]:
        """The units of the chunks that have characters `start` to `end` of a page, or a part of them."""
        found = set()
        for chunk in self._by_page.get((document_id, page), ()):
            begins = chunk.start if chunk.first_page == page else 0
            ends = chunk.end if chunk.last_page == page else end
            if begins < end and start < ends:
                found.add(self.of(chunk.id))
        return found


def _overlap(before: Chunk, chunk: Chunk) -> bool:
    return before.document_id == chunk.document_id and (chunk.first_page, chunk.start) < (before.last_page, before.end)
