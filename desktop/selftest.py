"""Whether a built Hone works where it stands: `Hone --selftest` prints a line for each check; the exit code tells.

Every step runs once in a child of the same program with the starter models, on a project that is thrown away;
then the window opens without a screen. It takes half a minute, and changes nothing.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import events
from engine.jobs import Cancel
from engine.project import Project
from engine.resources import resource, starter
from engine.worker import run_in_fresh_worker

if TYPE_CHECKING:
    from collections.abc import Callable

_TROUBLE = (RuntimeError, OSError, ImportError, ValueError, AttributeError, LookupError, TypeError)


def run() -> int:
    """Make all checks; 1 when one fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["HONE_SETTINGS"], os.environ["HONE_MODELS"] = str(folder / "settings.ini"), str(folder / "models")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        Project.create(folder / "selftest.hone").close()
        results = [_check(name, partial(_job, name, fields, folder)) for name, fields in _jobs(folder)]
        results.append(_check("window", lambda: _window(folder / "selftest.hone")))
        results.append(_check("blas", _blas))
    _say("everything works" if all(results) else "something does not work")
    return 0 if all(results) else 1


def _jobs(folder: Path) -> tuple[tuple[str, dict[str, Any]], ...]:
    documents = [str(resource("samples", name)) for name in ("manual.pdf", "korean.md")]
    return (
        ("ingest", {"paths": documents}),
        ("index", {}),
        ("generate", {"sample": 4}),
        ("dataset", {"split": "rows", "valid": 0.2, "test": 0.2}),
        ("plan", {}),
        ("train", {"iterations": 2}),
        ("chat", {"question": "How much water does the tank hold?", "max_tokens": 8}),
        ("serve", {}),
        ("exam", {"limit": 1}),
        ("fuse", {}),
        ("convert", {"folder": str(starter())}),
        ("export", {"gguf": str(folder / "gguf"), "dataset": str(folder / "dataset")}),
    )


def _check(name: str, does: Callable[[], str]) -> bool:
    """Make one check and say how it went."""
    began = time.monotonic()
    try:
        found, good = does(), True
    except _TROUBLE as error:
        found, good = f"{type(error).__name__}: {error}", False
    _say(f"{'ok  ' if good else 'FAIL'} {name:<9} {time.monotonic() - began:5.1f} s  {found}")
    return good


def _job(name: str, fields: dict[str, Any], folder: Path) -> str:
    seen: list[events.Event] = []
    cancel = Cancel()

    def tell(event: events.Event) -> None:
        seen.append(event)
        if isinstance(event, events.Artifact) and event.kind == "serving":
            cancel.cancel()  # it would go on for ever

    run_in_fresh_worker(name, {"project": str(folder / "selftest.hone"), **fields}, tell, cancel)
    last = seen[-1]
    if isinstance(last, events.Failed):
        raise RuntimeError(f"{last.title}. {last.hint}\n{last.detail}")
    made = [event for event in seen if isinstance(event, events.Artifact)]
    return f"{len(seen)} events" + (f", made {made[-1].kind}" if made else "")


def _blas() -> str:
    """With what the children multiply; Hone works without the fast one, only slower."""
    from engine.doctor import multiplies_with

    return multiplies_with()


def _window(project: Path) -> str:
    """Open it, go through every page, draw one of the PDF and an icon, and close it."""
    from PySide6.QtCore import QSize
    from PySide6.QtPdf import QPdfDocument

    from desktop import app, theme

    application = app.make([sys.argv[0]])
    window = app.open_window()
    window.open_paths([project])
    window.show()
    if window.workspace is None:
        raise RuntimeError("the project did not open")
    for page in window.workspace.pages:
        window.workspace.show_page(page)
        application.processEvents()
    icon = theme.picture("documents", 24).toImage()
    if not any(icon.pixelColor(x, y).alpha() for x in range(24) for y in range(24)):
        raise RuntimeError("icons are not drawn")
    document = QPdfDocument()
    document.load(str(resource("samples", "manual.pdf")))
    pages = document.pageCount()
    if not pages or document.render(0, QSize(200, 280)).isNull():
        raise RuntimeError("the PDF is not drawn")
    document.close()
    count = len(window.workspace.pages)
    window.close()
    application.processEvents()
    return f"{count} pages shown, a PDF of {pages} pages drawn"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
