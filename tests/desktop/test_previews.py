"""Every page and widget can be looked at alone, over the recorded project."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from engine.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

ROOT = resource().parent
FILES = sorted(path for folder in ("pages", "widgets") for path in (ROOT / "desktop" / folder).glob("*.py"))
PARTS = {"page.py": "the base of the pages, which shows nothing by itself"}
STARTED = ("pages.pairs", "pages.train", "widgets.run_view", "widgets.exam_questions", "widgets.writing_progress")


def has_preview(path: Path) -> bool:
    """Whether its last statement is `if __name__ == "__main__":`, with a call of preview.show in it."""
    last = ast.parse(path.read_text(encoding="utf-8")).body[-1]
    if not isinstance(last, ast.If) or ast.unparse(last.test) != "__name__ == '__main__'":
        return False
    return any(isinstance(node, ast.Call) and ast.unparse(node.func) == "preview.show" for node in ast.walk(last))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_every_file_with_a_widget_has_a_preview(path: Path) -> None:
    module = importlib.import_module(f"desktop.{path.parent.name}.{path.stem}")
    widgets = [
        name
        for name, known in inspect.getmembers(module, inspect.isclass)
        if issubclass(known, QWidget) and known.__module__ == module.__name__ and not name.startswith("_")
    ]
    if widgets and path.name not in PARTS:
        assert has_preview(path), f"{widgets[0]} has no preview: end the file with preview.show(...)"


@pytest.mark.parametrize("name", STARTED)
def test_a_preview_opens_and_warns_of_nothing(name: str) -> None:
    environment = {**os.environ, "HONE_PREVIEW_SECONDS": "0.5", "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("HONE_SETTINGS", None)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", f"desktop.{name}"],
        capture_output=True, text=True, cwd=ROOT, env=environment, timeout=60,
    )  # fmt: skip
    said = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (done.returncode, said) == (0, [])
