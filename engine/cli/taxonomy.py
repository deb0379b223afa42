"""`hone taxonomy diff` and `hone taxonomy export`: InstructLab's folders of qna.yaml files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.cli import commands

if TYPE_CHECKING:
    import argparse

    from engine.dataset.taxonomy.changes import File, Look
    from engine.jobs import Cancel


def diff(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Say which files are new or changed and what is wrong with them; 1 when one of them is not valid."""
    from engine.dataset.taxonomy.changes import SAME, look

    found = look(Path(arguments.folder).expanduser(), arguments.base)
    files = [file for file in found.files if arguments.all or file.state != SAME]
    if arguments.json:
        against, deleted = found.against or None, found.deleted
        print(json.dumps({"against": against, "files": [_plain(file) for file in files], "deleted": deleted}))
    else:
        _print(found, files)
    return commands.DONE if all(file.checked.valid for file in files) else commands.FAILED


def _plain(file: File) -> dict[str, Any]:
    checked = file.checked
    said = {
        name: [{"line": problem.line, "field": problem.where, "message": problem.what} for problem in problems]
        for name, problems in (("errors", checked.errors), ("warnings", checked.warnings))
    }
    figures = {"kind": checked.kind, "version": checked.version, "pairs": len(checked.rows), "valid": checked.valid}
    return {"path": file.path, "state": file.state, **figures, **said}


def _print(found: Look, files: list[File]) -> None:
    where = f"against {found.against}" if found.against else "there is no git repository: all files are new"
    print(f"{len(files)} files of {len(found.files)} to look at ({where})")
    for file in files:
        checked = file.checked
        verdict = "valid" if checked.valid else f"{len(checked.errors)} errors"
        print(f"{file.state:8}{file.path}  version {checked.version}, {len(checked.rows)} pairs, {verdict}")
        for problem in checked.errors:
            print(f"    {file.path}, {problem}")
        for problem in checked.warnings:
            print(f"    {file.path}, {problem} (it is taken all the same)")
    for path in found.deleted:
        print(f"{'deleted':8}{path}")
