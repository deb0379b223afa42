"""Training on tiny bases: it learns, keeps its best, resumes bit for bit, and says what is wrong."""

from __future__ import annotations

import json
import math
import time
from typing import TYPE_CHECKING, Any

import pytest

from engine import events
from engine.errors import HoneError, JobCancelled
from engine.jobs import Cancel, Pace
from engine.project import Project, runs, samples
from engine.train import TrainSpec, _telling, train
from tests.engine.models import FACTS, add_dataset, tiny, wordings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Recorder

FAST: dict[str, Any] = {"rank": 4, "batch_size": 4, "learning_rate": 5e-3, "evaluate_every": 5, "checkpoint_every": 2}
FAST |= {"cues": 0.0, "word_dropout": 0.0, "samples": 0}


class CancelAfter(Cancel):
    """Asks to stop at the n-th look."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self._left = looks

    def check(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.cancel()
        super().check()


def tensors(path: Path) -> dict[str, list[Any]]:
    import mlx.core as mx

    loaded: Any = mx.load(str(path))
    return {name: value.tolist() for name, value in loaded.items()}


def result(project_path: str, run_id: int = 1) -> tuple[Any, ...]:
    """Everything a run leaves: last state, best adapter, and metrics but those of the clock."""
    with Project(project_path) as project:
        run = runs.get(project, run_id)
        last = runs.checkpoints(project, run_id)[-1]
        names = ("train_loss", "val_loss", "learning_rate", "val_key_facts")
        measured = {name: runs.metrics(project, run_id, name) for name in names}
        return (
            run.state,
            run.best_iteration,
            run.best_val_loss,
            tensors(last.path),
            tensors(run.adapter / "adapters.safetensors"),
            measured,
            samples.samples(project, run_id),
            run.stopped_early,
        )


def test_learns_keeps_the_best_and_tells(project: str, base: Path, emit: Recorder) -> None:
    train(TrainSpec(project=project, base=str(base), iterations=40, **FAST), emit, Cancel())
    state, best, best_loss, _, _, measured, *_ = result(project)
    assert state == "finished"
    values = dict(measured["val_loss"])
    assert sorted(values) == list(range(0, 41, 5))
    assert best_loss == min(value for iteration, value in values.items() if iteration) == values[best]
    assert best_loss < values[0] - 1
    assert [iteration for iteration, _ in measured["train_loss"]] == list(range(1, 41))
    told = [event for event in emit.of(events.Metric) if event.name == "val_loss"]
    assert [(event.iteration, event.value) for event in told] == measured["val_loss"]
    assert {"tokens_per_second", "peak_memory"} <= {event.name for event in emit.of(events.Metric)}
    began, artifact = emit.of(events.Artifact)
    assert began.data == {"run": 1, "iterations": 40}
    assert artifact.kind == "adapter"
    assert artifact.data["val_loss_before"] == values[0]
    assert artifact.data["train_rows"] == 16
    done = [event.done for event in emit.of(events.Progress)]
    assert done == sorted(done)
    assert emit.of(events.Progress)[-1].total == done[-1] == 40


def test_rows_that_pass_the_frozen_blocks_are_told_apart(project: str, base: Path, emit: Recorder) -> None:
    train(TrainSpec(project=project, base=str(base), iterations=9, layers=1, **FAST), emit, Cancel())
    counted = {stage: [e for e in emit.of(events.Progress) if e.stage == stage] for stage in ("rows", "train")}
    assert [event.done for event in counted["train"]] == list(range(10))
    ends = [number for number, event in enumerate(counted["rows"]) if event.done == event.total]
    assert [counted["rows"][number].total for number in ends] == [8, 16]  # to measure with, then to learn
    first = [event.done for event in counted["rows"][: ends[0] + 1]]
    assert first == sorted(first)
    assert first[0] == 0


def test_rows_of_a_few_are_not_taken_for_the_beginning_of_the_next(emit: Recorder) -> None:
    tell = _telling(Pace("train", 9, emit), emit)
    for done, total in ((3, 3), (4, 8), (8, 8), (8, 8)):
        tell(done, total)
    told = [(event.done, event.total) for event in emit.of(events.Progress) if event.stage == "rows"]
    assert told == [(0, 3), (3, 3), (0, 8), (4, 8), (8, 8), (0, 8), (8, 8)]


def test_adapter_is_of_the_best_iteration_and_loads_with_mlx_lm(project: str, base: Path, emit: Recorder) -> None:
    import mlx_lm

    from engine.runtimes import mlx

    train(TrainSpec(project=project, base=str(base), iterations=10, **FAST), emit, Cancel())
    with Project(project) as opened:
        run = runs.latest(opened)
    loaded = mlx.load(base, run.adapter)
    rows = [mlx.example(loaded, f"<u>{q}<a>", f"{a}<e>") for q, a in wordings()[1]]
    targets = sum(row.targets for row in rows)
    means = mlx.losses(loaded, rows, lambda: None)
    measured = sum(mean * row.targets for mean, row in zip(means, rows, strict=True)) / targets
    assert measured == pytest.approx(run.best_val_loss, abs=1e-4)
    model, _ = mlx_lm.load(str(base), adapter_path=str(run.adapter))[:2]
    assert any("lora_a" in name for name, _ in model.named_modules()) or "lora_a" in str(model.parameters())


@pytest.mark.parametrize(
    "options",
    [
        {"dropout": 0.3, "cues": 0.3, "word_dropout": 0.4},
        {"accumulation": 3, "dropout": 0.1, "embeddings": True},
        {"method": "full", "learning_rate": 1e-3},
        {"layers": 1, "mask_prompt": False, "warmup": 4, "weight_decay": 0.1},
    ],
)
def test_stopped_and_resumed_equals_unbroken(
    project: str, base: Path, emit: Recorder, tmp_path: Path, options: dict[str, Any]
) -> None:
    whole = str(Project.create(tmp_path / "whole").path)
    add_dataset(whole, *wordings())
    fields = {"base": str(base), "iterations": 13, **FAST, **options}
    train(TrainSpec(project=whole, **fields), emit, Cancel())
    for looks in (9, 12, 10):
        with pytest.raises(JobCancelled):
            train(TrainSpec(project=project, **fields), emit, CancelAfter(looks))
        with Project(project) as opened:
            assert runs.get(opened, 1).state == "stopped"
    train(TrainSpec(project=project, **fields), emit, Cancel())
    assert result(project) == result(whole)
    with Project(project) as opened:
        assert len(runs.runs(opened)) == 1


def test_quantized_base_trains_as_qlora(project: str, tmp_path: Path, emit: Recorder) -> None:
    base = tiny(tmp_path / "four", quantized=True)
    train(TrainSpec(project=project, base=str(base), iterations=15, **FAST), emit, Cancel())
    _, _, best_loss, _, adapter, measured, *_ = result(project)
    assert best_loss < measured["val_loss"][0][1] - 0.5
    assert {name.rsplit(".", 1)[-1] for name in adapter} == {"lora_a", "lora_b"}
    with pytest.raises(HoneError, match="cannot be trained in full"):
        train(TrainSpec(project=project, base=str(base), method="full"), emit, Cancel())


def test_cancel_takes_less_than_a_second(project: str, base: Path) -> None:
    cancel, asked = Cancel(), 0.0

    def stop(event: events.Event) -> None:
        nonlocal asked
        if isinstance(event, events.Metric) and event.name == "train_loss" and event.iteration == 3:
            asked = time.monotonic()
            cancel.cancel()

    with pytest.raises(JobCancelled):
        train(TrainSpec(project=project, base=str(base), iterations=500, **FAST), stop, cancel)
    assert time.monotonic() - asked < 1


def test_equal_options_resume_other_options_begin_anew(project: str, base: Path, emit: Recorder) -> None:
    fields = {"base": str(base), "iterations": 6, **FAST}
    for looks in (6, 8):
        with pytest.raises(JobCancelled):
            train(TrainSpec(project=project, **fields), emit, CancelAfter(looks))
    with pytest.raises(JobCancelled):
        train(TrainSpec(project=project, **{**fields, "seed": 1}), emit, CancelAfter(6))
    train(TrainSpec(project=project, resume=1, base=str(base)), emit, Cancel())
    train(TrainSpec(project=project, **fields), emit, Cancel())
    with Project(project) as opened:
        assert [run.state for run in runs.runs(opened)] == ["finished", "stopped", "finished"]
    with pytest.raises(HoneError, match="is finished"):
        train(TrainSpec(project=project, resume=1), emit, Cancel())


def test_a_fused_model_is_forgotten_when_training_finds_a_better_adapter(
    project: str, base: Path, emit: Recorder
) -> None:
    fields = {"base": str(base), "iterations": 12, **FAST}
    with pytest.raises(JobCancelled):
        train(TrainSpec(project=project, **fields), emit, CancelAfter(10))
    with Project(project) as opened:
        runs.set_fused(opened, 1, "runs/0001/fused")
        before = runs.get(opened, 1).best_iteration
    train(TrainSpec(project=project, **fields), emit, Cancel())
    with Project(project) as opened:
        run = runs.get(opened, 1)
    assert run.best_iteration != before
    assert run.fused is None


def test_base_that_changed_is_not_resumed(project: str, tmp_path: Path, emit: Recorder) -> None:
    base = tiny(tmp_path / "base")
    fields = {"project": project, "base": str(base), "iterations": 6, **FAST}
    with pytest.raises(JobCancelled):
        train(TrainSpec(**fields), emit, CancelAfter(6))
    config = json.loads((base / "config.json").read_text())
    (base / "config.json").write_text(json.dumps({**config, "rope_theta": 20000.0}))
    with pytest.raises(HoneError, match="has changed since"):
        train(TrainSpec(**fields, resume=1), emit, Cancel())
    train(TrainSpec(**fields), emit, Cancel())
    with Project(project) as opened:
        assert [run.state for run in runs.runs(opened)] == ["stopped", "finished"]


def test_damaged_checkpoint_falls_back_to_the_one_before(
    project: str, base: Path, emit: Recorder, tmp_path: Path
) -> None:
    whole = str(Project.create(tmp_path / "whole").path)
    add_dataset(whole, *wordings())
    fields = {"base": str(base), "iterations": 8, **FAST}
    train(TrainSpec(project=whole, **fields), emit, Cancel())
    with pytest.raises(JobCancelled):
        train(TrainSpec(project=project, **fields), emit, CancelAfter(16))
    with Project(project) as opened:
        before, last = runs.checkpoints(opened, 1)
    last.path.write_bytes(last.path.read_bytes()[:-100])
    train(TrainSpec(project=project, **fields), emit, Cancel())
    assert f"after iteration {before.iteration}" in emit.of(events.Log)[-1].text
    assert result(project) == result(whole)


def test_noisy_training_is_measured_on_noisy_questions_too(project: str, base: Path, emit: Recorder) -> None:
    """Of the held-out rows and the same twins of them at each evaluation: an equal adapter has an equal loss."""
    still = {**FAST, "learning_rate": 1e-7, "iterations": 5}
    train(TrainSpec(project=project, base=str(base), **still), emit, Cancel())
    train(TrainSpec(project=project, base=str(base), **{**still, "cues": 0.5}), emit, Cancel())
    with Project(project) as opened:
        plain, noisy = ([loss for _, loss in runs.metrics(opened, number, "val_loss")] for number in (1, 2))
    assert plain[0] == pytest.approx(plain[1], abs=1e-4)
    assert noisy[0] == pytest.approx(noisy[1], abs=1e-4)
    assert abs(plain[0] - noisy[0]) > 1e-3


def test_of_two_adapters_alike_the_later_is_kept(
    project: str, base: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Alike are losses less than one in a hundred above the lowest, also when they rise little by little."""
    losses = iter([2.0, 0.5, 0.503, 0.508])
    monkeypatch.setattr("engine.runtimes.mlx.training.Trainer.evaluate", lambda *_: next(losses))
    train(TrainSpec(project=project, base=str(base), iterations=15, **FAST), emit, Cancel())
    with Project(project) as opened:
        run = runs.get(opened, 1)
    assert (run.best_iteration, run.best_val_loss) == (10, 0.503)


def test_only_two_checkpoints_stay_on_disk(project: str, base: Path, emit: Recorder) -> None:
    train(TrainSpec(project=project, base=str(base), iterations=9, **FAST), emit, Cancel())
    with Project(project) as opened:
        run = runs.get(opened, 1)
        kept = [checkpoint.path for checkpoint in runs.checkpoints(opened, 1)]
    assert sorted((run.folder / "checkpoints").iterdir()) == kept
    assert len(kept) == 2


def test_long_rows_are_counted_and_left_out(project_path: str, base: Path, emit: Recorder) -> None:
    rows, valid = wordings()
    prompt_alone_is_too_long = ("why " * 60, "Because.")
    add_dataset(project_path, [*rows, prompt_alone_is_too_long, ("Why?", "because " * 60)], valid)
    train(TrainSpec(project=project_path, base=str(base), iterations=4, max_length=60, **FAST), emit, Cancel())
    _, artifact = emit.of(events.Artifact)
    assert artifact.data["train_rows"] == 16
    assert artifact.data["dropped_rows"] == 2
    assert any(log.level == "warning" and "2 rows are left out" in log.text for log in emit.of(events.Log))
    assert all(math.isfinite(event.value) for event in emit.of(events.Metric))
    adapter = result(project_path)[4]
    assert all(math.isfinite(number) for tensor in adapter.values() for row in tensor for number in row)


def test_divergence_is_a_failure_that_keeps_the_best(
    project: str, base: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    import mlx.core as mx

    from engine.runtimes.mlx.losses import answer_loss

    calls = 0

    def broken(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        return answer_loss(*arguments, **options) * (mx.array(math.nan) if calls > 20 else 1)

    monkeypatch.setattr("engine.runtimes.mlx.training.answer_loss", broken)
    with pytest.raises(HoneError, match="diverged") as caught:
        train(TrainSpec(project=project, base=str(base), iterations=300, **FAST), emit, Cancel())
    assert "learning rate" in caught.value.hint
    with Project(project) as opened:
        run = runs.get(opened, 1)
        assert run.state == "failed"
        assert run.best_iteration is not None
        assert (run.adapter / "adapters.safetensors").is_file()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: None, "no dataset yet"),
        (lambda path: add_dataset(path, [], []), "no row to train on"),
        (lambda path: add_dataset(path, [("x " * 400, "y")], []), "no row to train on"),
    ],
)
def test_nothing_to_train_is_said(
    project_path: str, base: Path, emit: Recorder, spoil: Callable[[str], None], words: str
) -> None:
    spoil(project_path)
    with pytest.raises(HoneError, match=words) as caught:
        train(TrainSpec(project=project_path, base=str(base)), emit, Cancel())
    assert caught.value.hint
    with Project(project_path) as opened:
        assert runs.runs(opened) == []


def test_without_valid_rows_some_train_rows_are_measured(project_path: str, base: Path, emit: Recorder) -> None:
    add_dataset(project_path, wordings()[0], [])
    train(TrainSpec(project=project_path, base=str(base), iterations=5, **FAST), emit, Cancel())
    assert result(project_path)[0] == "finished"


def test_two_processes_do_not_train_one_run(project: str, base: Path, emit: Recorder) -> None:
    fields = {"project": project, "base": str(base), "iterations": 6, **FAST}
    seen: list[HoneError] = []

    def again(event: events.Event) -> None:
        if isinstance(event, events.Metric) and event.name == "train_loss" and not seen:
            with pytest.raises(HoneError, match="being trained already") as caught:
                train(TrainSpec(**fields), emit, Cancel())
            seen.append(caught.value)

    train(TrainSpec(**fields), again, Cancel())
    assert len(seen) == 1


@pytest.mark.parametrize(
    "fields", [{"preset": "slow"}, {"rank": 0}, {"dropout": 1.5}, {"layers": -2}, {"learning_rate": 0}]
)
def test_spec_refuses_what_cannot_be(fields: dict[str, Any]) -> None:
    with pytest.raises(HoneError):
        TrainSpec(project="p", **fields)


def test_unknown_run_and_no_adapter_are_said(project: str, base: Path, emit: Recorder) -> None:
    with Project(project) as opened:
        with pytest.raises(HoneError, match="no tuned model yet"):
            runs.latest(opened)
        with pytest.raises(HoneError, match="no run 7"):
            runs.chosen(opened, 7)
    with pytest.raises(JobCancelled):
        train(TrainSpec(project=project, base=str(base), iterations=90, **FAST), emit, CancelAfter(6))
    with Project(project) as opened, pytest.raises(HoneError, match="no adapter yet"):
        runs.chosen(opened, 1)


def test_facts_are_distinct() -> None:
    assert len({answer for _, answer in FACTS}) == len(FACTS)
