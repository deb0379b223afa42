"""`hone report`: an exam as files that can be read, sent and computed again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import HoneError
from engine.project import Project

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from engine.jobs import Cancel

_FILES = {
    "html": "one web page with charts, for reading and sending",
    "markdown": "the same as Markdown",
    "responses": "the questions as rows of a dataset, with each side's reply beside the reference (JSON)",
    "json": "every answer, score and figure, from which all of it can be computed again (JSON)",
}


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """The command and its options."""
    sub = add("report", "Write an exam as a report: HTML, Markdown, JSON.", report, machine=False)
    sub.add_argument("--exam", type=int, metavar="N", help="which exam (default: the newest finished one)")
    for kind in _FILES:
        sub.add_argument(f"--{kind}", metavar="FILE", dest=f"{kind}_file", help=_FILES[kind])
    sub.add_argument("--language", default="en", help="of HTML and Markdown: en or ko (default en)")


def report(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Write each of the files that were asked for."""
    from engine.proof import report as room

    wanted: dict[str, str | None] = {kind: getattr(arguments, f"{kind}_file") for kind in room.KINDS}
    if not any(wanted.values()):
        raise HoneError("Nothing was asked for", f"Name a file: hone report {arguments.project} --html report.html")
    with Project(arguments.project) as project:
        found = room.gather(project, arguments.exam)
        for kind, name in wanted.items():
            cancel.check()
            if name:
                path = Path(name).expanduser()
                room.write(found, kind, path, arguments.language)
                print(f"{kind} {path}")
    return 0
