"""The coverage map: which pages and sections have accepted pairs, and where they are missing."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.project.store import Project

# A fact with an accepted pair that speaks of the document; what it does not say is no coverage of it.
_COVERED = (
    "facts.kind NOT IN ('unanswerable', 'skill')"
    " AND EXISTS (SELECT 1 FROM pairs WHERE fact_id = facts.id AND pairs.state = 'accepted')"
)


@dataclass(frozen=True, slots=True)
class PageCover:
    """A page: facts `found` on it (None until generate counted them), those `covered`, and pairs by state."""

    number: int
    found: int | None
    covered: int
    accepted: int
    rejected: int

    @property
    def gap(self) -> bool:
        """Whether it states facts and none of its sentences is the evidence of an accepted pair."""
        return bool(self.found) and not self.covered


@dataclass(frozen=True, slots=True)
class SectionCover:
    """The chunks under one path of headings, without those of the sections inside it.

    `gaps` counts chunks that state facts and have no accepted pair.
    """

    path: tuple[str, ...]
    first_page: int
    last_page: int
    chunks: int
    found: int | None
    covered: int
    accepted: int
    rejected: int
    gaps: int


@dataclass(frozen=True, slots=True)
class DocumentCover:
    """A document's pages and sections in reading order."""

    id: int
    name: str
    pages: tuple[PageCover, ...]
    sections: tuple[SectionCover, ...]


def coverage_map(project: Project) -> list[DocumentCover]:
    """All documents that could be read."""
    on_page = _by_place(project, "evidence_document, evidence_page")
    of_chunk = _by_place(project, "chunk_id, 0")
    pages, sections = defaultdict(list), defaultdict(list)
    for row in project.rows("SELECT document_id, number, facts FROM pages ORDER BY document_id, number"):
        counts = on_page.get((row[0], row[1]), (0, 0, 0))
        pages[row[0]].append(PageCover(row[1], row[2], *counts))
    chunks = project.rows(
        "SELECT document_id, section, id, facts, first_page, last_page FROM chunks ORDER BY document_id, position"
    )
    grouped: dict[tuple[int, str], list[SectionCover]] = {}
    for document, section, chunk, facts, first, last in chunks:
        counts = of_chunk.get((chunk, 0), (0, 0, 0))
        alone = SectionCover(
            tuple(json.loads(section)), first, last, 1, facts, *counts, gaps=int(bool(facts) and not counts[0])
        )
        grouped.setdefault((document, section), []).append(alone)
    for (document, _), parts in grouped.items():
        sections[document].append(together(parts))
    return [
        DocumentCover(row[0], row[1], tuple(pages[row[0]]), tuple(sections[row[0]]))
        for row in project.rows("SELECT id, name FROM documents WHERE state != 'failed' ORDER BY id")
    ]


def together(parts: list[SectionCover]) -> SectionCover:
    """Several sections as one, under the path of the first."""
    known = [part.found for part in parts if part.found is not None]
    return SectionCover(
        parts[0].path,
        min(part.first_page for part in parts),
        max(part.last_page for part in parts),
        sum(part.chunks for part in parts),
        sum(known) if known else None,
        sum(part.covered for part in parts),
        sum(part.accepted for part in parts),
        sum(part.rejected for part in parts),
        sum(part.gaps for part in parts),
    )


def _by_place(project: Project, place: str) -> dict[tuple[int, int], tuple[int, int, int]]:
    """(covered facts, accepted pairs, rejected pairs) by place; several facts of one sentence are one."""
    facts = project.rows(
        f"SELECT {place}, count(DISTINCT coalesce(evidence_page || ' ' || evidence_start, 'fact ' || id))"
        f" FROM facts WHERE {_COVERED} GROUP BY 1, 2"
    )
    covered = {(row[0], row[1]): row[2] for row in facts}
    pairs = project.rows(
        f"SELECT {place}, sum(pairs.state = 'accepted'), sum(pairs.state = 'rejected') FROM facts"
        " JOIN pairs ON fact_id = facts.id WHERE facts.kind NOT IN ('unanswerable', 'skill') GROUP BY 1, 2"
    )
    return {(row[0], row[1]): (covered.get((row[0], row[1]), 0), row[2], row[3]) for row in pairs}


def covered_places(project: Project, before: int | None = None) -> tuple[set[int], set[tuple[int, int]]]:
    """Chunks, and (document, page), that have an accepted pair; `before` looks at earlier generations only."""
    rows = project.rows(
        f"SELECT DISTINCT chunk_id, evidence_document, evidence_page FROM facts WHERE {_COVERED}"
        " AND (? IS NULL OR coalesce(generation_id, 0) < ?)",
        before,
        before,
    )
    return {row[0] for row in rows}, {(row[1], row[2]) for row in rows}


def count_facts(project: Project, chunks: Mapping[int, int], pages: Mapping[tuple[int, int], int]) -> None:
    """Store how many facts were found in chunks and on pages (document, number)."""
    with project.transaction() as db:
        db.executemany("UPDATE chunks SET facts = ? WHERE id = ?", [(n, id) for id, n in chunks.items()])
        db.executemany(
            "UPDATE pages SET facts = ? WHERE document_id = ? AND number = ?",
            [(n, document, number) for (document, number), n in pages.items()],
        )
