"""What training takes of memory: estimates against what MLX held, and what computing blocks again saves."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchmarks.memory import CASES, Case, line

if TYPE_CHECKING:
    from pathlib import Path

SMALL = Case(128, 8, 4, 2_000, 32, 256, 32)


def told(case: Case, folder: Path) -> dict[str, float]:
    """What a process of its own estimates and measures, in MB."""
    folder.mkdir()
    script = f"from benchmarks.memory import *; print(json.dumps(measured({case!r}, Path({str(folder)!r}))))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def test_estimates_hold_and_blocks_computed_again_save_memory(tmp_path: Path) -> None:
    usual = told(SMALL, tmp_path / "usual")
    again = told(replace(SMALL, changed={"recompute": True}), tmp_path / "again")
    for found in (usual, again):
        assert found["estimated"] == pytest.approx(found["measured"], rel=0.15)
    assert again["measured"] < usual["measured"] / 2


def test_a_line_tells_base_rows_recipe_and_ratio() -> None:
    assert len(CASES) >= 12
    assert line(replace(SMALL, changed={"rank": 64}), {"estimated": 110.0, "measured": 100.0}) == (
        "| 8 x 128, 2k words, 32 bits | 256, 32 | rank 64 | 110 MB | 100 MB | 1.10 |"
    )


def test_every_case_changes_the_recipe_as_it_says() -> None:
    for case in CASES:
        recipe = case.recipe
        assert {name: getattr(recipe, name) for name in case.changed} == case.changed
