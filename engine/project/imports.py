"""Pairs that come from files: rows of other programs' datasets, and seed examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.project.store import Project


class Imported(NamedTuple):
    """A row of a file. `opening` is JSON as pairs store it; `origin` imported or seed, `source` file or context."""

    question: str
    input: str
    answer: str
    opening: str = "[]"
    origin: str = "imported"
    source: str = ""
    kind: str = ""


def add(project: Project, rows: Iterable[Imported]) -> int:
    """Store rows as accepted pairs, a fact each, in one transaction; returns how many were new.

    A row that equals a stored pair in question, input, answer and opening is left out.
    """
    stored = "SELECT question, input, answer, opening FROM pairs JOIN facts ON facts.id = fact_id"
    known = {tuple(row) for row in project.rows(stored)}
    position: int = project.value("SELECT coalesce(max(position) + 1, 0) FROM facts WHERE generation_id IS NULL")
    new: list[Imported] = []
    for row in rows:
        if row[:4] not in known:
            known.add(row[:4])
            new.append(row)
    with project.transaction() as db:
        first: int = db.execute("SELECT coalesce(max(id), 0) + 1 FROM facts").fetchone()[0]
        db.executemany(
            "INSERT INTO facts (id, position, origin, source, kind, answer) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (first + number, position + number, row.origin, row.source, row.kind, row.answer)
                for number, row in enumerate(new)
            ),
        )
        db.executemany(
            "INSERT INTO pairs (fact_id, wording, question, input, opening, state) VALUES (?, 0, ?, ?, ?, 'accepted')",
            ((first + number, row.question, row.input, row.opening) for number, row in enumerate(new)),
        )
    return len(new)
