"""A sweep trains a grid within its time: each run as if alone, none twice, none lost, and it says what it left out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import events, grid, jobs
from engine.cli.main import main
from engine.errors import HoneError
from engine.jobs import Cancel
from engine.project import Project, exams, runs, sweeps
from engine.train import TrainSpec, train
from tests.engine.models import add_dataset, wordings
from tests.engine.test_exam import add_pairs
from tests.engine.test_train import result

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder

_CHILD = """
import json, sys
from engine import events, jobs
jobs.run("sweep", json.loads(sys.argv[1]), lambda event: print(events.encode(event), flush=True), jobs.Cancel())
"""


def fields(project: str, base: Path, **changed: Any) -> dict[str, Any]:
    """A grid of four runs of eight iterations."""
    few = {"rank": [4, 8], "learning_rate": [5e-3, 1e-3], "iterations": [8], "batch_size": [4], "minutes": 10.0}
    few |= {"cues": 0.0, "word_dropout": 0.0}
    return {"project": project, "base": str(base), "exam": False, **few, **changed}


def swept(emit: Recorder, cancel: Cancel | None = None, **spec: Any) -> Any:
    emit.clear()
    jobs.run("sweep", spec, emit, cancel or Cancel())
    return emit.last


def alone(run: runs.Run) -> dict[str, Any]:
    return {**run.options, "resume": None}


def test_trains_every_run_as_if_it_were_alone(project: str, base: Path, emit: Recorder, tmp_path: Path) -> None:
    assert swept(emit, **fields(project, base)) == events.Finished()
    with Project(project) as opened:
        found = runs.runs(opened)
        (sweep,) = sweeps.sweeps(opened)
    assert [run.state for run in found] == ["finished"] * 4
    assert {run.sweep_id for run in found} == {sweep.id}
    assert {(run.options["rank"], run.options["learning_rate"]) for run in found} == {
        (rank, rate) for rank in (4, 8) for rate in (5e-3, 1e-3)
    }
    # the starter's own rank is higher and its rate between: first the highest rank at the nearer rate
    assert (found[0].options["rank"], found[0].options["learning_rate"]) == (8, 1e-3)
    assert (found[1].options["rank"], found[1].options["learning_rate"]) == (4, 5e-3)
    assert sweep.state == "finished"
    assert [candidate["state"] for candidate in sweep.candidates] == ["finished"] * 4
    assert 0 < sum(candidate["took"] for candidate in sweep.candidates) <= sweep.spent < 60
    with Project.create(tmp_path / "whole") as opened:
        whole = str(opened.path)
    add_dataset(whole, *wordings())
    for number, run in enumerate(found[:2], start=1):  # the first one in two parts
        train(TrainSpec(project=whole, **alone(run)), emit, Cancel())
        assert result(project, run.id) == result(whole, number)
    told = [event for event in emit.of(events.Progress) if event.stage == "sweep"]
    assert [event.done for event in told] == sorted(event.done for event in told)
    assert told[-1].done == told[-1].total == 32


def test_stopped_and_begun_again_no_run_is_lost_or_doubled(project: str, base: Path, emit: Recorder) -> None:
    spec = fields(project, base)
    for number in (3, 10, 6):
        cancel, seen = Cancel(), 0
        asked = 0.0

        def stop(event: events.Event, cancel: Cancel = cancel, number: int = number) -> None:
            nonlocal seen, asked
            emit(event)
            seen += isinstance(event, events.Metric) and event.name == "train_loss"
            if seen == number and not cancel.cancelled:
                asked = time.monotonic()
                cancel.cancel()

        emit.clear()
        jobs.run("sweep", spec, stop, cancel)
        assert time.monotonic() - asked < 1
        assert emit.last == events.Cancelled()
        with Project(project) as opened:
            (sweep,) = sweeps.sweeps(opened)
        assert sweep.state == "stopped"
    spent = sweep.spent
    assert swept(emit, **spec) == events.Finished()
    with Project(project) as opened:
        (sweep,) = sweeps.sweeps(opened)
        found = runs.runs(opened)
    assert sweep.spent > spent
    assert [run.state for run in found] == ["finished"] * 4
    assert len({json.dumps(run.options, sort_keys=True) for run in found}) == 4
    assert sorted(candidate["run"] for candidate in sweep.candidates) == [1, 2, 3, 4]


def test_killed_it_goes_on(project: str, base: Path, emit: Recorder, tmp_path: Path) -> None:
    spec = fields(project, base, rank=[4], learning_rate=[5e-3, 1e-3])
    child = subprocess.Popen([sys.executable, "-c", _CHILD, json.dumps(spec)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    seen = 0
    for line in child.stdout:
        event = events.decode(line)
        assert not isinstance(event, events.Failed), event
        seen += isinstance(event, events.Metric) and event.name == "train_loss"
        if seen == 11:
            os.kill(child.pid, signal.SIGKILL)
            break
    child.stdout.read()
    child.stdout.close()
    assert child.wait() == -signal.SIGKILL
    assert swept(emit, **spec) == events.Finished()
    with Project.create(tmp_path / "whole") as opened:
        whole = str(opened.path)
    add_dataset(whole, *wordings())
    with Project(project) as opened:
        found = runs.runs(opened)
    assert len(found) == 2
    for run in found:
        train(TrainSpec(project=whole, **alone(run)), emit, Cancel())
        assert result(project, run.id) == result(whole, run.id)


def test_its_time_is_kept_and_what_it_left_is_said(project: str, base: Path, emit: Recorder) -> None:
    """The first run measures the speed; with more minutes the same command goes on."""
    spec = fields(project, base, iterations=[4000])
    began = time.monotonic()
    assert swept(emit, **{**spec, "minutes": 0.05}) == events.Finished()
    assert time.monotonic() - began < 3 + 3
    with Project(project) as opened:
        (sweep,) = sweeps.sweeps(opened)
        assert [run.state for run in runs.runs(opened)] == ["stopped"]
    assert [candidate["state"] for candidate in sweep.candidates] == ["short", "left", "left", "left"]
    told = " ".join(event.text for event in emit.of(events.Log))
    assert "The time is up: run 1 stands at iteration" in told
    assert "3 of 4 runs were not begun" in told
    assert swept(emit, **{**spec, "minutes": 0.05}, estimate=True) == events.Finished()
    (foretold,) = (event.data for event in emit.of(events.Artifact))
    assert foretold["runs"] == 4
    assert foretold["ended"] == 0
    assert foretold["seconds"] > 60
    assert swept(emit, **{**spec, "minutes": 0.08}) == events.Finished()
    with Project(project) as opened:
        assert [one.id for one in sweeps.sweeps(opened)] == [sweep.id]
        assert sweeps.get(opened, sweep.id).minutes == 0.08


def test_finished_runs_of_equal_options_are_taken_as_they_are(project: str, base: Path, emit: Recorder) -> None:
    own: dict[str, Any] = {
        "rank": 8,
        "learning_rate": 1e-3,
        "iterations": 8,
        "batch_size": 4,
        "cues": 0.0,
        "word_dropout": 0.0,
    }
    train(TrainSpec(project=project, base=str(base), **own), emit, Cancel())
    assert swept(emit, **fields(project, base, learning_rate=[1e-3])) == events.Finished()
    with Project(project) as opened:
        (sweep,) = sweeps.sweeps(opened)
        assert len(runs.runs(opened)) == 2
        assert runs.get(opened, 1).sweep_id is None
    assert sweep.candidates[0]["run"] == 1
    assert sweep.candidates[0]["took"] == 0


def test_a_run_that_diverges_does_not_stop_the_others(
    project: str, base: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    import math

    from engine.runtimes.mlx.training import Trainer

    real = Trainer.step

    def step(self: Trainer, check: Any) -> Any:
        found = real(self, check)
        if self._recipe.rank == 8 and found.number == 3:
            raise HoneError("Training diverged at iteration 3", "Half the learning rate.")
        assert math.isfinite(found.loss)
        return found

    monkeypatch.setattr(Trainer, "step", step)
    assert swept(emit, **fields(project, base, learning_rate=[1e-3])) == events.Finished()
    with Project(project) as opened:
        (sweep,) = sweeps.sweeps(opened)
    assert [candidate["state"] for candidate in sweep.candidates] == ["failed", "finished"]


def test_finished_runs_are_examined(project_path: str, base: Path, emit: Recorder) -> None:
    add_pairs(project_path)
    spec = fields(project_path, base, learning_rate=[1e-3], iterations=[4], exam=True, limit=3)
    assert swept(emit, **spec) == events.Finished()
    with Project(project_path) as opened:
        found = [exams.latest(opened, run.id) for run in runs.runs(opened)]
        assert [exam and len(exams.answers(opened, exam.id)) for exam in found] == [4, 4]
        (sweep,) = sweeps.sweeps(opened)
    assert all(candidate["exam"] > 0 for candidate in sweep.candidates)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"rank": [4], "learning_rate": [1e-3]}, "has 1 runs"),
        ({"rank": list(range(1, 40))}, "has 78 runs"),
        ({"rank": [4, 0]}, "out of range"),
        ({"epochs": [2.0]}, "say the same"),
        ({"preset": ["slow"]}, "not possible"),
        ({"resume": 7}, "no sweep 7"),
    ],
)
def test_what_cannot_be_is_said(project: str, base: Path, emit: Recorder, changed: dict[str, Any], words: str) -> None:
    last = swept(emit, **fields(project, base, **changed))
    assert isinstance(last, events.Failed)
    assert words in last.title
    assert last.hint


def test_an_older_dataset_is_not_gone_on_with(project: str, base: Path, emit: Recorder) -> None:
    with Project(project) as opened:
        sweeps.add(opened, json.dumps({**fields(project, base), "minutes": 1.0}), 1)
    add_dataset(project, *wordings())
    last = swept(emit, **fields(project, base), resume=1)
    assert isinstance(last, events.Failed)
    assert "older dataset" in last.title


def test_the_command_prints_what_became_of_each_run(
    project: str, base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["sweep", project, "--base", str(base), "--rank", "4,8", "--iterations", "6", "--no-exam"]
    assert main([*asked, "--estimate"]) == 0
    assert "No speed is known" in capsys.readouterr().out
    assert main([*asked, "--minutes", "5"]) == 0
    out = capsys.readouterr().out
    assert "Sweep 1" in out
    assert out.count("finished") == 2
    with pytest.raises(SystemExit):
        main(["sweep", project, "--rank", "4,many"])


# -- the order and the choice, without a model --------------------------------------------------------------


def test_the_grid_is_tried_from_its_own_recipe_outwards() -> None:
    points = [{"rank": rank, "learning_rate": rate} for rank in (8, 16, 64) for rate in (1e-4, 5e-4)]
    order = [points[number] for number in grid.ordered(points, {"rank": 16, "learning_rate": 4e-4})]
    assert order[0] == {"rank": 16, "learning_rate": 5e-4}
    assert order[1] in ({"rank": 8, "learning_rate": 1e-4}, {"rank": 64, "learning_rate": 1e-4})
    assert sorted(map(str, order)) == sorted(map(str, points))


def _candidates(seconds: list[float]) -> list[grid.Candidate]:
    return [grid.Candidate({"rank": n}, 100, 10, each, exam=2.0, val_loss=None) for n, each in enumerate(seconds)]


@given(
    st.lists(st.floats(1, 100), min_size=1, max_size=8),
    st.floats(0, 1000),
    st.booleans(),
    st.lists(st.floats(0.1, 9), min_size=8, max_size=8),
)
def test_what_is_begun_can_be_ended(seconds: list[float], left: float, short: bool, losses: list[float]) -> None:
    candidates, ended = _candidates(seconds), 0
    fits = sum(candidate.left for candidate in candidates) * grid.MARGIN <= left
    total = left
    for _ in range(40):
        chosen = grid.following(candidates, left, short)
        if chosen is None:
            break
        candidate, iteration = chosen
        assert iteration > candidate.reached
        left -= candidate.until(iteration)
        candidate.reached, candidate.val_loss = iteration, losses[candidate.options["rank"]]
        if iteration == 100:
            candidate.is_over, ended, left = True, ended + 1, left - candidate.exam
        assert left >= 0
    else:
        pytest.fail("it goes on for ever")
    if fits:
        assert ended == len(candidates)
    if min(seconds) + 2.0 <= total / grid.MARGIN / 1.01 and not short:
        assert ended
    if any(candidate.reached for candidate in candidates):
        assert ended


def test_short_parts_let_the_best_go_on() -> None:
    candidates = _candidates([100.0] * 4)
    losses, left, order = [3.0, 1.0, 2.0, 4.0], 260.0, []
    while (chosen := grid.following(candidates, left, True)) is not None:
        candidate, iteration = chosen
        left -= candidate.until(iteration) + (candidate.exam if iteration == 100 else 0)
        candidate.reached, candidate.val_loss, candidate.is_over = (
            iteration,
            losses[candidate.options["rank"]],
            iteration == 100,
        )
        order.append((candidate.options["rank"], iteration))
    assert order == [(0, 30), (1, 30), (2, 30), (3, 30), (1, 100)]
    assert grid.foretold(_candidates([100.0] * 4), 260.0, True) == (1, 3)
    assert grid.foretold(_candidates([100.0] * 4), 460.0, True) == (4, 0)
