"""What training, writing and chat take of memory: estimates against what was held, and what is kept of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks import memory, memory_chat, memory_writing
from benchmarks.memory import CASES, Case, line

ROOT = Path(__file__).resolve().parent.parent
SMALL = Case(128, 8, 4, 2_000, 32, 256, 32)
WRITER = memory_writing.Case(512, 8, 1536, 16_384, "q4_k_m", 3e8, 200, 3)
CHAT = memory_chat.Case(256, 8, 8, 4, 768, 8_000, 4, 2, 300, 8)


def told(case: Any, folder: Path) -> dict[str, float]:
    """What a process of its own estimates and measures, in MB."""
    folder.mkdir()
    module = type(case).__module__
    script = f"from {module} import *; from pathlib import Path; import json\n"
    script += f"if __name__ == '__main__': print(json.dumps(measured({case!r}, Path({str(folder)!r}))))"
    (folder / "measure.py").write_text(script)  # which a process that makes the model can import
    command = [sys.executable, str(folder / "measure.py")]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def test_estimates_hold_and_blocks_computed_again_save_memory(tmp_path: Path) -> None:
    usual = told(SMALL, tmp_path / "usual")
    again = told(replace(SMALL, changed={"recompute": True}), tmp_path / "again")
    for found in (usual, again):
        assert found["estimated"] == pytest.approx(found["measured"], rel=0.15)
    assert again["measured"] < usual["measured"] / 2


@pytest.mark.parametrize("case", [WRITER, CHAT])
def test_estimates_of_writing_and_chat_hold(case: Any, tmp_path: Path) -> None:
    found = told(case, tmp_path / "model")
    assert found["estimated"] == pytest.approx(found["measured"], rel=0.15)


def test_a_line_tells_base_rows_recipe_and_ratio() -> None:
    assert len(CASES) >= 12
    assert line(replace(SMALL, changed={"rank": 64}), {"estimated": 110.0, "measured": 100.0}) == (
        "| 8 x 128, 2k words, 32 bits | 256, 32 | rank 64 | 110 MB | 100 MB | 1.10 |"
    )
    assert memory_writing.line(WRITER, {"estimated": 110.0, "measured": 100.0, "cells": 4096}) == (
        "| 8 x 512, 16k words, Q4_K_M | 0.3 GB | 200, 3 | 4096 tokens | 110 MB | 100 MB | 1.10 |"
    )
    assert memory_chat.line(CHAT, {"estimated": 90.0, "measured": 100.0}) == (
        "| 8 x 256, 8k words, 4 bits | 2 | 300, 8 | 90 MB | 100 MB | 0.90 |"
    )


def test_a_part_that_is_measured_alone_leaves_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "memory.md"
    page.write_text("# Memory\n\n## Training\n\n| one |\n\n## Writing\n\n| two |\n\n## Chat\n\n| three |\n")
    monkeypatch.setattr(memory, "_TARGET", page)
    monkeypatch.setattr(memory, "_measure", lambda name, part: (["| new |"], 0.0))
    monkeypatch.setattr(sys, "argv", ["memory", "writing"])
    memory.main()
    written = page.read_text()
    assert written.startswith(memory._PAGE)
    assert [part.split("\n")[0] for part in written.split("\n## ")[1:]] == ["Training", "Writing", "Chat"]
    assert "| two |" not in written
    assert written.index("| one |") < written.index("| new |") < written.index("| three |")
    memory.main()
    assert page.read_text() == written


def test_the_page_has_a_row_for_each_case() -> None:
    parts = memory._TARGET.read_text(encoding="utf-8").split("\n## ")[1:]
    counts = [part.count(" MB | ") // 2 for part in parts]
    assert counts == [len(CASES), len(memory_writing.CASES), len(memory_chat.CASES)]


def test_every_case_changes_the_recipe_as_it_says() -> None:
    for case in CASES:
        recipe = case.recipe
        assert {name: getattr(recipe, name) for name in case.changed} == case.changed
