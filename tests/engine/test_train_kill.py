"""kill -9 while training, at any moment: what comes out equals a run that nobody killed, to the last bit."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from engine import events
from engine.jobs import Cancel
from engine.project import Project, runs
from engine.train import TrainSpec, train
from tests.engine.models import add_dataset, tiny, wordings
from tests.engine.test_train import result

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Recorder

_CHILD = """
import json, sys
from engine import events, jobs
jobs.run("train", json.loads(sys.argv[1]), lambda event: print(events.encode(event), flush=True), jobs.Cancel())
"""


def train_in_child(fields: dict[str, Any], lines: int, delay: float) -> bool:
    """Train in a child and kill it `delay` seconds after its `lines`-th metric; True when it ended before that."""
    spec = TrainSpec(**fields).to_json()
    child = subprocess.Popen([sys.executable, "-c", _CHILD, spec], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    seen = 0
    for line in child.stdout:
        event = events.decode(line)
        assert not isinstance(event, events.Failed), event
        seen += isinstance(event, events.Metric)
        if seen >= lines:
            time.sleep(delay)
            os.kill(child.pid, signal.SIGKILL)
            break
    child.stdout.read()
    child.stdout.close()
    return child.wait() == 0


def kill_often(folder: Path, emit: Recorder, *, kills: int, iterations: int, seed: int) -> int:
    """Train twice, once with kills at random moments; returns how many hit before the end."""
    generator = random.Random(seed)
    base = tiny(folder / "base")
    paths = {name: str(Project.create(folder / name).path) for name in ("whole", "killed")}
    for path in paths.values():
        add_dataset(path, *wordings())
    options: dict[str, Any] = {
        "base": str(base), "iterations": iterations, "rank": 4, "batch_size": 4, "learning_rate": 5e-3,
        "dropout": 0.2, "evaluate_every": max(iterations // 5, 1), "checkpoint_every": 3,
    }  # fmt: skip
    train(TrainSpec(project=paths["whole"], **options), emit, Cancel())
    hits, per_kill = 0, iterations / kills
    while hits < kills:
        # From the first metric on: within an iteration, an evaluation, a checkpoint or a transaction.
        lines, delay = generator.randint(1, max(int(2.5 * per_kill), 2)), generator.uniform(0, 0.05)
        if train_in_child({"project": paths["killed"], **options}, lines, delay):
            break
        hits += 1
    train(TrainSpec(project=paths["killed"], **options), emit, Cancel())
    assert result(paths["killed"]) == result(paths["whole"])
    with Project(paths["killed"]) as project:
        assert len(runs.runs(project)) == 1
    return hits


def test_three_kills_change_nothing(tmp_path: Path, emit: Recorder) -> None:
    assert kill_often(tmp_path, emit, kills=3, iterations=16, seed=4) == 3


@pytest.mark.verify
def test_twenty_kills_change_nothing(tmp_path: Path, emit: Recorder, proof: Callable[..., None]) -> None:
    began = time.monotonic()
    hits = sum(kill_often(tmp_path / str(seed), emit, kills=6, iterations=60, seed=seed) for seed in range(4))
    assert hits >= 20
    proof(
        "Training killed with kill -9 and resumed: tensors, metrics and best adapter equal an unbroken run's",
        kills=hits,
        runs=4,
        seconds=round(time.monotonic() - began),
    )
