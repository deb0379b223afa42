"""What dropped, named or double-clicked paths mean: a project to open, or documents to read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData


class Wanted(NamedTuple):
    """A project to open, if any, and documents to add to it or to the open one."""

    project: Path | None
    documents: tuple[Path, ...]


def sorted_out(paths: Iterable[str | Path]) -> Wanted:
    """Tell the project among the paths, the first one if there are several, from documents and folders of them."""
    found = [Path(path).expanduser() for path in paths]
    from engine.project import DATABASE

    projects = [path.parent if path.name == DATABASE else path for path in found if is_project(path)]
    return Wanted(projects[0] if projects else None, tuple(path for path in found if not is_project(path)))


def is_project(path: Path) -> bool:
    """Whether a path is a project's folder, or the database inside it."""
    from engine.project import DATABASE, SUFFIX

    folder = path.parent if path.name == DATABASE else path
    return folder.suffix == SUFFIX and (folder / DATABASE).is_file()


def dropped(mime: QMimeData) -> list[Path]:
    """The local files and folders of a drag; what lies elsewhere is left out."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []


def project_for(documents: Iterable[Path], folder: Path) -> Path:
    """A free path for a project named after its first document."""
    from engine.project import SUFFIX

    first = next(iter(documents), None)
    stem = re.sub(r"[/\\:\0]+", " ", first.stem if first else "").strip(" .") or "Project"
    path, number = folder / f"{stem[:80]}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem[:80]} {number}{SUFFIX}", number + 1
    return path
