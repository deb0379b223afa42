"""What a project holds, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.project.pairs import kinds

if TYPE_CHECKING:
    from engine.project.store import Project


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
