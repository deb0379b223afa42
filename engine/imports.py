"""Take the rows of other programs' instruction datasets as pairs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine import events
from engine.project import Project
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.jobs import Cancel, Emit

_SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class ImportSpec(Spec):
    """Which file of instruction rows becomes pairs."""

    path: str = option("", "File", "A JSON list (instruction, input, output) or JSON lines with messages.")


def import_pairs(spec: ImportSpec, emit: Emit, cancel: Cancel) -> None:
    """Take a file's rows as accepted pairs; rows that are there already are left out.

    Raises HoneError when the file holds no usable row.
    """
    from engine.dataset.formats import read_rows
    from engine.project import pairs

    with Project(spec.project) as project:
        path = Path(spec.path).expanduser()
        read = read_rows(path)
        cancel.check()
        if read.problems:
            first = " ".join(read.problems[:_SHOWN])
            emit(events.Log(f"{len(read.problems)} rows are left out: {first}", "warning"))
        added = pairs.add_imported(project, read.rows, source=path.name)
        known = len(read.rows) - added
        if known:
            emit(events.Log(f"{known} rows are in the project already, or twice in the file."))
        emit(events.Artifact("pairs", str(path), {"added": added, "known": known, "malformed": len(read.problems)}))
