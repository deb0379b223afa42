"""The plan before training: it is what training then does, and what it says of time and memory was measured."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest

from engine import jobs
from engine.build import DatasetSpec, build
from engine.cli.main import main
from engine.events import Artifact, Cancelled, Finished
from engine.jobs import Cancel
from engine.project import Project, runs
from engine.resources import starter
from engine.runtimes import mlx
from engine.runtimes.mlx.model import describe, read_config
from engine.runtimes.mlx.training import Trainer, peak_memory
from engine.runtimes.recipe import plan as work_out
from engine.runtimes.sizing import measure, training_bytes
from engine.train import TrainSpec, train
from tests.engine import too_large
from tests.engine.models import tiny, wordings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder

FAST: dict[str, Any] = {"rank": 4, "batch_size": 4, "iterations": 6, "evaluate_every": 3}


@pytest.fixture
def project(project_path: str, tmp_path: Path, emit: Recorder) -> str:
    """A project with sixteen accepted pairs of a file, each fact in two wordings."""
    rows, held_out = wordings()
    lines = [{"messages": [{"role": "user", "content": q}, {"role": "assistant", "content": a}]}
             for q, a in (*rows, *held_out)]  # fmt: skip
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, lines)))
    jobs.run("import", {"project": project_path, "path": str(tmp_path / "rows.jsonl")}, emit, Cancel())
    assert emit.last == Finished()
    emit.clear()
    return project_path


def planned(project: str, emit: Recorder, **fields: Any) -> list[dict[str, Any]]:
    emit.clear()
    jobs.run("plan", {"project": project, **fields}, emit, Cancel())
    assert emit.last == Finished(), emit.last
    return [event.data for event in emit.of(Artifact)]


@pytest.mark.parametrize("quantized", [False, True])
def test_a_base_is_measured_without_loading_it(tmp_path: Path, quantized: bool) -> None:
    folder = tiny(tmp_path / "base", quantized=quantized)
    assert measure(folder, read_config(folder))[0] == describe(mlx.load(folder))
    assert measure(starter(), read_config(starter()))[0] == describe(mlx.load(starter()))


def test_training_does_what_the_plan_says(project: str, base: Path, emit: Recorder) -> None:
    first = planned(project, emit, base=str(base), measure=False, rank=4, epochs=2)[-1]
    assert first["dataset"] is None
    assert set(first["presets"]) == {"quick", "balanced", "thorough"}
    chosen = first["presets"]["balanced"]
    assert chosen["seconds"] is None
    build(DatasetSpec(project=project), emit, Cancel())
    train(TrainSpec(project=project, base=str(base), rank=4, epochs=2), emit, Cancel())
    with Project(project) as opened:
        run = runs.get(opened, 1)
    assert {name: run.plan[name] for name in chosen["recipe"]} == chosen["recipe"]
    assert [event.data["run"] for event in emit.of(Artifact) if event.kind == "run"] == [1]
    after = planned(project, emit, base=str(base), rank=4, epochs=2)
    assert len(after) == 1  # the run told the speed: nothing is tried
    assert after[0]["dataset"] == 1
    assert (after[0]["presets"]["balanced"]["rests_on"], after[0]["presets"]["balanced"]["run"]) == ("run", 1)
    assert after[0]["presets"]["balanced"]["seconds"] > 0


def test_where_no_speed_is_known_a_few_iterations_are_tried(project: str, base: Path, emit: Recorder) -> None:
    before, after = planned(project, emit, base=str(base), **FAST)
    assert before["presets"]["balanced"]["rests_on"] == ""
    told = after["presets"]["balanced"]
    assert (told["rests_on"], told["alike"]) == ("probe", True)
    assert told["seconds"] > 0
    assert 0 < told["memory"] < 1e9
    with Project(project) as opened:
        assert runs.runs(opened) == []
    assert len(planned(project, emit, base=str(base), **FAST)) == 1
    assert not planned(project, emit, base=str(base), **{**FAST, "rank": 8})[0]["presets"]["quick"]["alike"]


def test_a_plan_knows_the_run_that_it_would_go_on_with(project: str, base: Path, emit: Recorder) -> None:
    build(DatasetSpec(project=project), emit, Cancel())
    train(TrainSpec(project=project, base=str(base), **FAST), emit, Cancel())
    with Project(project) as opened:
        runs.set_state(opened, 1, "stopped")
    assert planned(project, emit, base=str(base), **FAST)[-1]["resumes"] == 1
    assert planned(project, emit, base=str(base), **{**FAST, "rank": 5})[-1]["resumes"] is None
    changed = planned(project, emit, base=str(base), test=0.2, **FAST)[-1]
    assert (changed["resumes"], changed["dataset"], changed["older_dataset"]) == (None, None, True)


def test_what_stands_in_the_way_is_told(project_path: str, project: str, tmp_path: Path, emit: Recorder) -> None:
    found = planned(project, emit, base=str(tmp_path))[-1]
    assert "is not a model folder" in found["problem"]["title"]
    with Project.create(tmp_path / "new.hone") as opened:
        empty = str(opened.path)
    assert "too few" in planned(empty, emit)[-1]["problem"]["title"]


def test_a_base_that_is_too_large_is_told_as_training_does(
    project: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, emit: Recorder
) -> None:
    too_large.give_memory(monkeypatch)
    fields = {"project": project, "base": str(too_large.base(tmp_path / "huge"))}
    found = planned(emit=emit, **fields)[-1]["problem"]
    assert found["title"] == "huge is too large for this machine"
    jobs.run("dataset", {"project": project}, emit, Cancel())
    jobs.run("train", fields, emit, Cancel())
    assert found == {"title": emit.last.title, "hint": emit.last.hint}


def test_a_plan_that_is_taken_back_tells_no_problem(project: str, base: Path, emit: Recorder) -> None:
    cancel = Cancel()
    cancel.cancel()
    jobs.run("plan", {"project": project, "base": str(base)}, emit, cancel)
    assert not any(isinstance(event, Artifact) for event in emit)
    assert emit[-1] == Cancelled()


def test_the_memory_of_training_is_foretold(base: Path) -> None:
    """Above what is needed, and not by more than a few times: the formula is for a warning."""
    shape = measure(base, read_config(base))[1]
    rows = [mlx.Example(tuple(range(5, 5 + 64)), 32)] * 16
    recipe, _ = work_out(asdict(TrainSpec(project="p", rank=16)), [64] * 16, measure(base, read_config(base))[0])
    trainer = Trainer(mlx.load(base), recipe, rows)
    import mlx.core as mx

    mx.reset_peak_memory()
    trainer.step(lambda: None)
    needed = training_bytes(measure(base, read_config(base))[0], shape, recipe, 64, 32) / 1e9
    assert 0.7 * peak_memory() < needed < 3 * peak_memory()


def test_the_command_prints_the_three_presets(project: str, base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["plan", project, "--base", str(base), "--no-measure"]
    assert main(asked) == 0
    out = capsys.readouterr().out
    assert "balanced" in out
    assert "not measured" in out
    assert main([*asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"]["train"] > 0
