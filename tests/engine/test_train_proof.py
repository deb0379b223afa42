"""What a run shows of itself while it is trained: replies to test questions, warnings, and when it stops by itself."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import pytest

from engine import events
from engine.errors import HoneError, JobCancelled
from engine.jobs import Cancel
from engine.project import Project, runs, samples
from engine.proof import curve
from engine.train import TrainSpec, train
from tests.engine.models import FACTS, add_dataset, wordings
from tests.engine.test_train import FAST, result

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder

ASKED = {**FAST, "samples": 3}
QUICK = {**ASKED, "method": "full", "batch_size": 8, "evaluate_every": 15}  # teaches a tiny base most of its facts


def another(path: Path) -> str:
    with Project.create(path) as made:
        add_dataset(str(made.path), *wordings())
        return str(made.path)


def stop_at(emit: Recorder, cancel: Cancel, kind: type[Any], count: int) -> Any:
    """An `emit` that asks to stop at the n-th event of a kind."""

    def told(event: events.Event) -> None:
        emit(event)
        if len(emit.of(kind)) >= count:
            cancel.cancel()

    return told


def test_the_same_questions_are_answered_at_each_evaluation(project: str, base: Path, emit: Recorder) -> None:
    train(TrainSpec(project=project, base=str(base), iterations=45, **QUICK), emit, Cancel())
    with Project(project) as opened:
        found = samples.samples(opened, 1)
    assert [(sample.iteration, sample.position) for sample in found] == [
        (at, position) for at in range(0, 46, 15) for position in range(3)
    ]
    asked = [(sample.question, sample.reference) for sample in found]
    assert asked == asked[:3] * 4
    assert len(set(asked)) == 3
    assert set(asked) <= set(wordings()[1])
    assert {question for question, _ in asked[:1]} <= {question for question, _ in wordings()[1][:3]}  # spread
    assert not any(sample.is_right for sample in found[:3])
    assert sum(sample.is_right for sample in found[-3:]) >= 2
    right = next(sample for sample in found[-3:] if sample.is_right)
    assert right.reply == right.reference
    told = [event for event in emit.of(events.Artifact) if event.kind == "samples"]
    assert [event.data["iteration"] for event in told] == list(range(0, 46, 15))
    assert told[-1].data["samples"] == [dataclasses.asdict(sample) for sample in found[-3:]]
    at = [emit.index(event) for event in told]
    losses = [emit.index(event) for event in emit.of(events.Metric) if event.name == "val_loss"]
    assert all(loss < sample for loss, sample in zip(losses, at, strict=True))


@pytest.mark.parametrize("options", [{"dropout": 0.3}, {"method": "full", "learning_rate": 1e-3}])
def test_asking_leaves_training_as_it_was(
    project: str, base: Path, emit: Recorder, tmp_path: Path, options: dict[str, Any]
) -> None:
    silent = another(tmp_path / "silent")
    fields = {"base": str(base), "iterations": 11, **ASKED, **options}
    train(TrainSpec(project=silent, **{**fields, "samples": 0}), emit, Cancel())
    train(TrainSpec(project=project, **fields), emit, Cancel())
    with_questions, without = result(project), result(silent)
    assert with_questions[:6] == without[:6]
    assert len(with_questions[6]) == 12
    assert without[6] == []


def test_replies_and_exam_are_the_same_after_a_pause(project: str, base: Path, emit: Recorder, tmp_path: Path) -> None:
    whole = another(tmp_path / "whole")
    fields = {"base": str(base), "iterations": 13, **ASKED, "dropout": 0.2, "best_by": "exam", "patience": 9}
    train(TrainSpec(project=whole, **fields), emit, Cancel())
    for kind, count in ((events.Metric, 3), (events.Progress, 5), (events.Artifact, 3)):
        cancel, recorder = Cancel(), type(emit)()
        with pytest.raises(JobCancelled):
            train(TrainSpec(project=project, **fields), stop_at(recorder, cancel, kind, count), cancel)
    train(TrainSpec(project=project, **fields), emit, Cancel())
    assert result(project) == result(whole)
    with Project(project) as opened:
        assert len(runs.runs(opened)) == 1


def test_the_best_adapter_is_that_of_the_exam(project: str, base: Path, emit: Recorder) -> None:
    train(TrainSpec(project=project, base=str(base), iterations=45, **{**QUICK, "best_by": "exam"}), emit, Cancel())
    with Project(project) as opened:
        run, metrics = runs.get(opened, 1), runs.curves(opened, 1)
    shares, losses = dict(metrics["val_key_facts"]), dict(metrics["val_loss"])
    assert shares.keys() == losses.keys()
    assert shares[0] == 0
    assert all((share * len(FACTS)).is_integer() for share in shares.values())
    most = max(share for at, share in shares.items() if at)
    assert most > 0.5
    assert run.best_iteration is not None
    assert run.best_val_loss is not None
    assert shares[run.best_iteration] == most
    rivals = [loss for at, loss in losses.items() if at and shares[at] == most]
    assert losses[run.best_iteration] == run.best_val_loss <= min(rivals) * 1.01


def test_more_key_facts_beat_a_lower_loss(
    project: str, base: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    losses, shares = iter([2.0, 0.5, 0.4, 0.6, 0.7]), iter([0.0, 0.5, 0.75, 0.75, 0.25])
    monkeypatch.setattr("engine.runtimes.mlx.training.Trainer.evaluate", lambda *_: next(losses))
    monkeypatch.setattr("engine.samples.Questions.ask", lambda *_: ([], next(shares)))
    train(TrainSpec(project=project, base=str(base), iterations=20, **{**ASKED, "best_by": "exam"}), emit, Cancel())
    with Project(project) as opened:
        run = runs.get(opened, 1)
    assert (run.best_iteration, run.best_val_loss) == (10, 0.4)


def test_a_run_that_gets_no_better_stops_by_itself(
    project: str, base: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    losses = iter([2.0, 0.5, 0.4, 0.6, 0.5, 0.5])
    monkeypatch.setattr("engine.runtimes.mlx.training.Trainer.evaluate", lambda *_: next(losses))
    fields = {"project": project, "base": str(base), "iterations": 60, **FAST, "patience": 3}
    train(TrainSpec(**fields), emit, Cancel())
    with Project(project) as opened:
        run = runs.get(opened, 1)
    assert (run.state, run.stopped_early, run.best_iteration) == ("finished", 25, 10)
    (said,) = [log.text for log in emit.of(events.Log) if log.text.startswith("Stopped early")]
    assert "at iteration 25: 3 evaluations in a row were no better" in said
    assert "iteration 10 is kept" in said
    assert emit.of(events.Artifact)[-1].data["iterations"] == 25
    with pytest.raises(HoneError, match="is finished"):
        train(TrainSpec(**fields, resume=1), emit, Cancel())


def test_a_run_killed_after_its_last_evaluation_does_not_train_on(
    project: str, base: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    losses = iter([2.0, 0.5, 0.6, 0.7, 0.1])
    monkeypatch.setattr("engine.runtimes.mlx.training.Trainer.evaluate", lambda *_: next(losses))
    fields = {"project": project, "base": str(base), "iterations": 60, **FAST, "patience": 2}
    train(TrainSpec(**fields), emit, Cancel())
    with Project(project) as opened:
        runs.set_state(opened, 1, "running")  # as if it had been killed before it could say that it was done
    train(TrainSpec(**fields), emit, Cancel())
    with Project(project) as opened:
        assert len(runs.runs(opened)) == 1
        assert runs.get(opened, 1).stopped_early == 15
    assert next(losses) == 0.1


def test_no_iterations_make_an_adapter_that_changes_nothing(project: str, base: Path, emit: Recorder) -> None:
    from engine.exam import ExamSpec, exam
    from engine.runtimes import mlx

    train(TrainSpec(project=project, base=str(base), iterations=0, **ASKED), emit, Cancel())
    with Project(project) as opened:
        run = runs.latest(opened)
        assert (run.state, run.best_iteration, run.stopped_early) == ("finished", 0, None)
        assert run.best_val_loss == runs.metrics(opened, 1, "val_loss")[0][1]
        assert len(samples.samples(opened, 1)) == 3
    assert mlx.logit_delta(mlx.load(base, run.adapter), [1, 2, 3]) == 0
    questions = run.folder.parent.parent / "questions.json"
    questions.write_text(json.dumps([{"question": q, "key": [a.rstrip(".")]} for q, a in FACTS[:4]]))
    exam(ExamSpec(project=project, questions=str(questions)), emit, Cancel())
    with Project(project) as opened:
        replies = [json.loads(row["replies"]) for row in opened.rows("SELECT replies FROM exam_answers")]
    assert len(replies) == 4
    assert all(said["base"] == said["tuned"] for said in replies)


def test_warnings_are_said_once_and_can_be_worked_out_again(project: str, base: Path, emit: Recorder) -> None:
    fields: dict[str, Any] = {**FAST, "learning_rate": 1e-7, "iterations": 20}
    cancel = Cancel()
    with pytest.raises(JobCancelled):
        train(TrainSpec(project=project, base=str(base), **fields), stop_at(emit, cancel, events.Progress, 16), cancel)
    train(TrainSpec(project=project, base=str(base), **fields), emit, Cancel())
    said = [log.text for log in emit.of(events.Log) if log.level == "warning"]
    with Project(project) as opened:
        found = curve.warnings(runs.curves(opened, 1), runs.get(opened, 1).plan)
    assert [remark.kind for remark in found] == [curve.STILL]
    assert len(said) == 1
    assert "The loss is not moving" in said[0]
    assert said[0].endswith(found[0].advice)


def test_a_far_too_high_learning_rate_is_named(project: str, emit: Recorder) -> None:
    fields: dict[str, Any] = {**FAST, "learning_rate": 0.1, "warmup": 0, "iterations": 5}
    train(TrainSpec(project=project, **fields), emit, Cancel())
    (said,) = [log.text for log in emit.of(events.Log) if log.level == "warning"]
    assert said.startswith("The learning rate is too high")
    assert "about 0.03" in said


def test_a_run_of_an_older_hone_goes_on(project: str, base: Path, emit: Recorder) -> None:
    fields = {"project": project, "base": str(base), "iterations": 10, **{**FAST, "samples": 3}}
    cancel = Cancel()
    with pytest.raises(JobCancelled):
        train(TrainSpec(**fields), stop_at(emit, cancel, events.Progress, 7), cancel)
    with Project(project) as opened, opened.transaction() as db:
        for column in ("spec", "plan"):
            stored = json.loads(opened.value(f"SELECT {column} FROM runs"))
            older = {name: value for name, value in stored.items() if name not in ("samples", "patience", "best_by")}
            db.execute(f"UPDATE runs SET {column} = ?", (json.dumps(older),))
    train(TrainSpec(**fields), emit, Cancel())
    with Project(project) as opened:
        assert [run.state for run in runs.runs(opened)] == ["finished"]
