"""Files that left the project: what they are, where they went and what was found out about them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.project.store import Project


@dataclass(frozen=True, slots=True)
class Exported:
    """A file or folder that was written; `sha256` is '' for a folder."""

    id: int
    kind: str
    path: str
    sha256: str
    data: dict[str, Any]
    created_at: str = ""  # in UTC, as SQLite tells it

    @property
    def size(self) -> int | None:
        """Bytes on disk now; None when it is gone."""
        place = Path(self.path)
        if place.is_file():
            return place.stat().st_size
        if not place.is_dir():
            return None
        return sum(path.stat().st_size for path in place.rglob("*") if path.is_file())


def record(project: Project, kind: str, path: str, data: dict[str, Any], sha256: str = "") -> None:
    """Remember something that is durable at `path`."""
    with project.transaction() as db:
        db.execute(
            "INSERT INTO artifacts (kind, path, sha256, data) VALUES (?, ?, ?, ?)",
            (kind, path, sha256, json.dumps(data)),
        )


def artifacts(project: Project, kind: str | None = None) -> list[Exported]:
    """All of one kind, or all; oldest first."""
    rows = project.rows("SELECT * FROM artifacts WHERE ? IS NULL OR kind = ? ORDER BY id", kind, kind)
    return [
        Exported(row["id"], row["kind"], row["path"], row["sha256"], json.loads(row["data"]), row["created_at"])
        for row in rows
    ]
