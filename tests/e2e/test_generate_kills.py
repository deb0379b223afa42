"""Twenty kills of generate at random moments: nothing lost, nothing doubled, the same end. For `make verify`."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from engine.project import Project
from tests.engine import papers
from tests.engine.test_generate import CHILD, rows

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 20
_WORDS = ("pump", "filter", "lamp", "valve", "sensor", "motor", "fan", "nozzle", "belt", "tank", "hose", "gasket")


def _manual() -> list[list[str]]:
    """Pages of plain facts, some two hundred sentences: long enough to be killed in the middle again and again."""
    chance = random.Random(3)
    pages = []
    for part in _WORDS:
        for side in ("main", "rear"):
            name = f"The {side} {part}"
            pages.append(
                [
                    f"{name} costs {chance.randint(5, 400)} euros.",
                    f"{name} must be replaced every {chance.randint(10, 90)} days.",
                    f"{name} weighs {chance.randint(1, 40)} kilograms.",
                    f"{name} is located under the {chance.choice(['cover', 'seat', 'lid'])}.",
                ]
            )
    return pages


def _start(path: Path) -> subprocess.Popen[bytes]:
    with path.with_suffix(".events").open("wb") as told:
        return subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=told, env=os.environ)


@pytest.mark.verify
@pytest.mark.timeout(3600)
def test_twenty_kills(tmp_path: Path) -> None:
    for name in ("whole", "killed"):
        with Project.create(tmp_path / name) as project:
            papers.add(project, "manual.txt", _manual())
    began = time.monotonic()
    assert _start(tmp_path / "whole.hone").wait() == 0
    seconds = time.monotonic() - began
    chance = random.Random(11)
    kills = 0
    while kills < KILLS:
        child = _start(tmp_path / "killed.hone")
        try:
            # From the very start up to a small part of what is left; imports alone take a second.
            child.wait(chance.uniform(0.3, 2.0 + seconds / KILLS))
        except subprocess.TimeoutExpired:
            os.kill(child.pid, signal.SIGKILL)
        kills += child.wait() == -signal.SIGKILL
        lines = (tmp_path / "killed.events").read_text().splitlines()
        judged = [json.loads(line) for line in lines if '"accepted", ' in line and line.endswith("}")]
        with Project(tmp_path / "killed.hone") as project:
            stored = project.value("SELECT count(*) FROM pairs WHERE state IN ('accepted', 'rejected')")
        assert not judged or stored >= judged[-1]["iteration"]
        if child.returncode == 0:
            break
    assert child.returncode == 0 or _start(tmp_path / "killed.hone").wait() == 0
    with Project(tmp_path / "whole.hone") as one, Project(tmp_path / "killed.hone") as other:
        assert rows(one) == rows(other)
        assert other.value("SELECT count(*) FROM generations") == 1
        assert other.value("SELECT count(DISTINCT chunk_id) FROM facts") == len(_manual())
    assert kills == KILLS, f"only {kills} kills before the end"
