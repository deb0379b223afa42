"""Take the rows of other programs' instruction datasets, and seed examples of qna.yaml files, as pairs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine import events
from engine.errors import HoneError
from engine.project import Project, files, imports
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.dataset.formats import Row
    from engine.jobs import Cancel, Emit

_SHOWN = 20  # rows that are named one by one; all others in a file


@dataclass(frozen=True, kw_only=True)
class ImportSpec(Spec):
    """Which file of instruction rows becomes pairs."""

    path: str = option(
        "", "File", "Chat, completions or text JSON lines, Alpaca or ShareGPT JSON, CSV, Parquet, or a qna.yaml."
    )
    question_field: str = option("", "Question field", "Its name in the file, where it is not recognised.")
    answer_field: str = option("", "Answer field", "Its name in the file, where it is not recognised.")
    input_field: str = option("", "Input field", "Its name in the file, where it is not recognised.")
    system_field: str = option("", "System field", "Its name in the file, where it is not recognised.")


def import_pairs(spec: ImportSpec, emit: Emit, cancel: Cancel) -> None:
    """Take a file's rows as accepted pairs; rows that are there already are left out.

    Every row that cannot be taken is named. Raises HoneError when the file holds no usable row.
    """
    from engine.dataset.formats import Fields, read_rows

    with Project(spec.project) as project:
        path = Path(spec.path).expanduser()
        fields = Fields(spec.question_field, spec.answer_field, spec.input_field, spec.system_field)
        found = read_rows(path, fields)
        cancel.check()
        for note in found.notes:
            emit(events.Log(note))
        _report(project, path.name, found.problems, emit)
        added = imports.add(project, (_imported(row, path.name) for row in found.rows))
        known = len(found.rows) - added
        if known:
            emit(events.Log(f"{known} rows are in the project already, or twice in the file."))
        figures = {"format": found.kind, "added": added, "known": known, "malformed": len(found.problems)}
        emit(events.Artifact("pairs", str(path), figures))


def _imported(row: Row, name: str) -> imports.Imported:
    opening = json.dumps(row.opening, ensure_ascii=False) if row.system or row.earlier else "[]"
    source = row.source if row.origin == "seed" else name
    return imports.Imported(row.question, row.input, row.answer, opening, row.origin, source, row.kind)


def _report(project: Project, name: str, problems: list[str], emit: Emit) -> None:
    """Name the rows that are left out; many of them in a file of the project too."""
    for problem in problems[:_SHOWN]:
        emit(events.Log(f"Left out: {problem}", "warning"))
    if len(problems) <= _SHOWN:
        return
    report = project.path / "reports" / f"import-{name}.txt"
    try:
        files.write_text(report, "".join(f"{problem}\n" for problem in problems))
    except OSError as error:
        raise HoneError(
            f"The list of {len(problems)} rows that cannot be taken could not be written",
            f"{error.strerror}: make room in {project.path}. Nothing was imported.",
        ) from error
    emit(events.Log(f"{len(problems)} rows are left out; all are named in {report}.", "warning"))
