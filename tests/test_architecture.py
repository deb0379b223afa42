"""The walls of the house, held by a test: what may import what, how long a room may be."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(path for folder in ("engine", "desktop") for path in (ROOT / folder).rglob("*.py"))
HEAVY = {
    "faiss",
    "llama_cpp",
    "mlx",
    "mlx_lm",
    "transformers",
    "langchain_core",
    "sklearn",
    "scipy",
    "torch",
    "pyarrow",
    "starlette",
    "uvicorn",
}
QT = {"PySide6", "shiboken6"}


def loaded_after(code: str) -> set[str]:
    """Top-level modules in a fresh interpreter after running `code`."""
    script = f"{code}\nimport json, sys; print(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_front_door_imports_nothing_heavy() -> None:
    names = loaded_after("import engine.cli, engine.worker\nfrom engine import jobs\n[jobs.load(n) for n in jobs.JOBS]")
    assert not names & (HEAVY | QT)


def test_engine_never_sees_qt() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in SOURCES if path.parts[-2] != "desktop"
    ]
    names = [name for name in modules if name.startswith("engine") and not name.endswith(("__main__", "__init__"))]
    assert not loaded_after("\n".join(f"import {name}" for name in names)) & QT


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_stay_small_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "the module's docstring is one true sentence"


def test_broad_except_stays_at_the_border() -> None:
    broad = [
        path.relative_to(ROOT).as_posix()
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
        and not any(isinstance(inner, ast.Raise) and inner.exc is None for inner in ast.walk(node))
    ]
    assert broad == ["engine/jobs.py"]


def test_no_banned_names() -> None:
    banned = {"utils", "helpers", "manager", "service"}
    assert not [path for path in SOURCES if path.stem in banned or banned & set(path.parts)]
