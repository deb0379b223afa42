"""Which index answers searches now, and the chunks it was made of."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from engine.project.store import Project


class Entry(NamedTuple):
    """What the index knows of a chunk; pages are numbers as the reader of the document counts."""

    chunk_id: int
    document_id: int
    first_page: int
    last_page: int
    text: str


@dataclass(frozen=True, slots=True)
class Current:
    """The index in use: its recipe (JSON), the hash of its chunks, and its folder inside the project."""

    recipe: str
    chunks: str
    folder: str


def entries(project: Project) -> list[Entry]:
    """All chunks, document by document in reading order."""
    rows = project.db.execute(
        "SELECT id, document_id, first_page, last_page, text FROM chunks ORDER BY document_id, position"
    )
    collects = gc.isenabled()
    gc.disable()  # of many chunks, which are no garbage, the collector would look through all again and again
    try:
        return list(map(Entry._make, rows))  # one by one: of all rows at once as many objects again would be held
    finally:
        if collects:
            gc.enable()


def current(project: Project) -> Current | None:
    """The index in use, or None before the first one."""
    row = project.row("SELECT recipe, chunks, folder FROM indexes")
    return None if row is None else Current(*row)


def new_folder(project: Project) -> Path:
    """The path for the next index: never the one in use, so that this one stays whole until it is replaced."""
    used = current(project)
    number = 1 if used is None else int(used.folder.rpartition("/")[2]) + 1
    return project.path / "index" / f"{number:04d}"


def record(project: Project, recipe: str, chunks: str, folder: Path) -> None:
    """Make a finished index the one in use."""
    with project.transaction() as db:
        db.execute(
            "INSERT OR REPLACE INTO indexes (id, recipe, chunks, folder) VALUES (1, ?, ?, ?)",
            (recipe, chunks, project.relative(folder)),
        )
