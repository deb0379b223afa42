"""What a run said to a few fixed questions at each evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

    from engine.project.store import Project


@dataclass(frozen=True, slots=True)
class Sample:
    """A reply at an iteration; `is_right` when it says the key facts of the reference."""

    iteration: int
    position: int
    question: str
    reference: str
    reply: str
    is_right: bool


def add(db: Connection, run_id: int, samples: Iterable[Sample]) -> None:
    """Store replies inside the caller's transaction; asked again, they are replaced."""
    db.executemany(
        "INSERT OR REPLACE INTO samples (run_id, iteration, position, question, reference, reply, is_right) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (run_id, found.iteration, found.position, found.question, found.reference, found.reply, found.is_right)
            for found in samples
        ],
    )


def samples(project: Project, run_id: int) -> list[Sample]:
    """All replies of a run, in the order of iterations and questions."""
    return [
        Sample(
            row["iteration"], row["position"], row["question"], row["reference"], row["reply"], bool(row["is_right"])
        )
        for row in project.rows("SELECT * FROM samples WHERE run_id = ? ORDER BY iteration, position", run_id)
    ]
