"""What a project holds, counted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from engine.project.pairs import kinds
from engine.project.store import DATABASE

if TYPE_CHECKING:
    from pathlib import Path

    from engine.project.store import Project

_PATIENCE = 0.2  # seconds


@dataclass(frozen=True, slots=True)
class Glance:
    """A project seen from outside: documents, accepted pairs, tuned models, and when it last changed, in UTC."""

    documents: int
    pairs: int
    tuned: int
    changed: str


def glance(path: Path) -> Glance | None:
    """Look into a project without opening or migrating it; None where that cannot be done at once."""
    database = path / DATABASE
    try:
        files = [file for file in (database, database.with_name(f"{DATABASE}-wal")) if file.exists()]
        changed = datetime.fromtimestamp(max(file.stat().st_mtime for file in files), UTC)
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)) as db:
            documents, pairs, tuned = db.execute(
                "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM pairs WHERE state = 'accepted'), "
                "(SELECT count(*) FROM runs WHERE best_iteration IS NOT NULL)"
            ).fetchone()
    except (OSError, ValueError, sqlite3.Error):
        return None
    return Glance(documents, pairs, tuned, changed.strftime("%Y-%m-%d %H:%M:%S"))


def milestones(project: Project) -> dict[str, int]:
    """How far a project is, from indexes alone: asked often, and quick with any number of pairs.

    Documents and those not read whole, chunks (1 if any), accepted pairs, runs with an adapter, finished exams.
    """
    queries = {
        "documents": "SELECT count(*) FROM documents",
        "unread": "SELECT count(*) FROM documents WHERE state IN ('failed', 'partial')",
        "chunks": "SELECT EXISTS (SELECT 1 FROM chunks)",
        "accepted": "SELECT count(*) FROM pairs WHERE state = 'accepted'",
        "tuned": "SELECT count(*) FROM runs WHERE best_iteration IS NOT NULL",
        "exams": "SELECT count(*) FROM exams WHERE state = 'finished'",
    }
    return {name: project.value(sql) for name, sql in queries.items()}


def status(project: Project) -> dict[str, Any]:
    """Counts of documents, pages, chunks, pairs (accepted, by kind, rejected by reason), datasets and runs."""
    rejected = {
        row["reason"]: row["n"]
        for row in project.rows(
            "SELECT reason, count(*) AS n FROM pairs WHERE state = 'rejected' GROUP BY reason ORDER BY n DESC, reason"
        )
    }
    pages = dict(map(tuple, project.rows("SELECT state, count(*) FROM pages GROUP BY state")))
    return {
        "project": project.path.name,
        "documents": project.value("SELECT count(*) FROM documents"),
        "documents_by_state": dict(map(tuple, project.rows("SELECT state, count(*) FROM documents GROUP BY state"))),
        "pages": sum(pages.values()),
        "pages_by_state": pages,
        "chunks": project.value("SELECT count(*) FROM chunks"),
        "indexed": project.value("SELECT count(*) FROM indexes") > 0,
        "facts": project.value("SELECT count(*) FROM facts"),
        "pairs": {
            "asked": project.value("SELECT count(*) FROM pairs WHERE state = 'asked'"),
            "accepted": project.value("SELECT count(*) FROM pairs WHERE state = 'accepted'"),
            "rejected": rejected,
            "kinds": kinds(project),
        },
        "datasets": project.value("SELECT count(*) FROM datasets"),
        "runs": [
            dict(row)
            for row in project.rows(
                "SELECT id, state, iterations, best_iteration, best_val_loss, fused FROM runs ORDER BY id"
            )
        ],
        "exams": project.value("SELECT count(*) FROM exams WHERE state = 'finished'"),
    }
