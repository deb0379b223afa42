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
    from collections.abc import Callable
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
def test_twenty_kills(tmp_path: Path, proof: Callable[..., None]) -> None:
    with Project.create(tmp_path / "whole") as project:
        papers.add(project, "manual.txt", _manual())
    began = time.monotonic()
    assert _start(tmp_path / "whole.hone").wait() == 0
    seconds = time.monotonic() - began
    chance = random.Random(11)
    kills, rounds, pairs = 0, 0, 0
    while kills < KILLS:
        rounds += 1
        with Project.create(tmp_path / f"killed{rounds}") as project:
            papers.add(project, "manual.txt", _manual())
        path = project.path
        while _killed(path, chance.uniform(0.3, 2.0 + seconds / 8)):
            kills += 1
            _check_shown(path)
        with Project(tmp_path / "whole.hone") as one, Project(path) as other:
            assert rows(one) == rows(other)
            assert other.value("SELECT count(*) FROM generations") == 1
            assert other.value("SELECT count(DISTINCT chunk_id) FROM facts") == len(_manual())
            pairs = other.value("SELECT count(*) FROM pairs")
    proof("generate survives kill -9", kills=kills, runs=rounds, pairs_of_a_run=pairs, lost_doubled_or_skipped=0)


def _killed(path: Path, after: float) -> bool:
    """Go on with the job; kill it after so many seconds. False when it finished before."""
    child = _start(path)
    try:
        child.wait(after)
    except subprocess.TimeoutExpired:
        os.kill(child.pid, signal.SIGKILL)
    code = child.wait()
    assert code in (0, -signal.SIGKILL)
    return code != 0


def _check_shown(path: Path) -> None:
    """Every pair that the killed job had shown as done is in the project."""
    lines = path.with_suffix(".events").read_text().splitlines()
    judged = [json.loads(line) for line in lines if '"accepted", ' in line and line.endswith("}")]
    with Project(path) as project:
        stored = project.value("SELECT count(*) FROM pairs WHERE state IN ('accepted', 'rejected')")
    assert not judged or stored >= judged[-1]["iteration"]
