"""A run that does not fit: tried before it begins, planned smaller, and gone on with after its process died of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from engine import events, rehearsal, worker
from engine.errors import HoneError
from engine.jobs import Cancel
from engine.project import Project, runs
from engine.runtimes import sizing
from engine.train import TrainSpec, train
from tests.engine.models import add_dataset, wordings

if TYPE_CHECKING:
    from pathlib import Path

    from engine.runtimes.mlx.training import Trainer
    from tests.conftest import Recorder

OPTIONS: dict[str, Any] = {
    "rank": 4, "batch_size": 8, "learning_rate": 5e-3, "evaluate_every": 6, "checkpoint_every": 2, "cues": 0.0,
    "word_dropout": 0.0, "samples": 0, "iterations": 12,
}  # fmt: skip

# A child whose training dies as MLX does on Metal, as long as more than two rows are computed at once.
_DIES = """
import os, sys
from engine import worker
from engine.runtimes import mlx
from engine.runtimes.mlx import training
step = training.Trainer.step
def dying(self, check):
    if self._recipe.batch_size > {most} and self.iteration >= {iteration}:
        print("libc++abi: terminating due to uncaught exception of type std::runtime_error: [METAL] Command buffer "
              "execution failed: {words} (00000008:kIOGPUCommandBufferCallbackError)", file=sys.stderr, flush=True)
        os.abort()
    return step(self, check)
training.Trainer.step = dying
worker.main()
"""


def trainer_of(base: Path, **changes: Any) -> Trainer:
    from benchmarks.speed_training import recipe
    from engine.runtimes import mlx
    from engine.runtimes.mlx.training import Trainer

    loaded = mlx.load(base)
    rows = [mlx.example(loaded, f"<u>{q}<a>", f"{a}<e>") for q, a in wordings()[0]]
    chosen = {"iterations": 4, "batch_size": 4, "dropout": 0.2, **changes}
    return Trainer(loaded, recipe(chosen.pop("layers", -1), 0, **chosen), rows)


def plan_of(project: str) -> dict[str, Any]:
    with Project(project) as opened:
        return runs.get(opened, 1).plan


@pytest.fixture
def trials(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The bytes that each trial took."""
    from engine.runtimes.mlx.training import Trainer

    found, measure = [], Trainer.rehearse

    def trial(self: Trainer, check: Any) -> int:
        found.append(measure(self, check))
        return found[-1]

    monkeypatch.setattr(Trainer, "rehearse", trial)
    return found


def warnings(emit: Recorder) -> list[str]:
    return [log.text for log in emit.of(events.Log) if log.level == "warning"]


@pytest.mark.parametrize("changes", [{}, {"accumulation": 2}, {"layers": 1}])
def test_a_trial_leaves_no_trace_and_takes_what_training_takes(base: Path, changes: dict[str, Any]) -> None:
    import mlx.core as mx

    from engine.runtimes.mlx.model import trainable

    tried, plain = trainer_of(base, **changes), trainer_of(base, **changes)
    needed = tried.rehearse(lambda: None)
    losses = []
    for trainer in (tried, plain):
        mx.random.seed(7)
        mx.clear_cache()
        mx.reset_peak_memory()
        losses.append([trainer.step(lambda: None).loss for _ in range(3)])
    assert losses[0] == losses[1]
    ours, theirs = (trainable(trainer._loaded) for trainer in (tried, plain))
    assert all(mx.array_equal(ours[name], theirs[name]).item() for name in ours)
    assert needed > 0


def test_a_trial_asks_whether_to_stop_and_restores_chance(base: Path) -> None:
    from engine.errors import JobCancelled
    from engine.runtimes.mlx.arrays import random_key

    trainer, cancel = trainer_of(base), Cancel()
    before = random_key().tolist()
    cancel.cancel()
    with pytest.raises(JobCancelled):
        trainer.rehearse(cancel.check)
    trainer.rehearse(lambda: None)
    assert random_key().tolist() == before


def test_what_was_tried_is_told(project: str, base: Path, emit: Recorder) -> None:
    train(TrainSpec(project=project, base=str(base), **OPTIONS), emit, Cancel())
    (told,) = [log.text for log in emit.of(events.Log) if "longest rows take" in log.text]
    assert "there is room for" in told
    assert (plan_of(project)["batch_size"], plan_of(project)["recompute"]) == (8, False)


def test_what_takes_too_much_is_planned_smaller_with_the_same_rows(
    project: str, base: Path, tmp_path: Path, emit: Recorder, trials: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = str(Project.create(tmp_path / "whole").path)
    add_dataset(whole, *wordings())
    train(TrainSpec(project=whole, base=str(base), **OPTIONS), emit, Cancel())
    room = round(0.6 * trials.pop())
    monkeypatch.setattr(sizing, "room", lambda: room)
    train(TrainSpec(project=project, base=str(base), **OPTIONS), emit, Cancel())
    plan = plan_of(project)
    assert plan["batch_size"] < 8
    assert plan["batch_size"] * plan["accumulation"] == 8
    assert trials[0] > room >= trials[-1]
    assert f"{plan['batch_size']} rows are computed at once, as many in an iteration as before." in [
        log.text for log in emit.of(events.Log)
    ]
    assert "The run goes on with a smaller plan." in warnings(emit)[0]
    with Project(project) as smaller, Project(whole) as larger:
        assert runs.get(smaller, 1).state == "finished"
        losses = [runs.get(opened, 1).best_val_loss for opened in (smaller, larger)]
    assert losses[0] == pytest.approx(losses[1], rel=0.15)


def test_no_plan_is_small_enough(project: str, base: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sizing, "room", lambda: 1000)
    with pytest.raises(HoneError, match="too little memory to train tiny") as failure:
        train(TrainSpec(project=project, base=str(base), **OPTIONS), emit, Cancel())
    assert "--max-length" in failure.value.hint
    with Project(project) as opened:
        assert runs.get(opened, 1).state == "failed"


def test_a_machine_that_swaps_gets_a_smaller_plan_and_trains_all_the_same_when_there_is_none(
    project: str, base: Path, emit: Recorder, trials: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = iter(range(0, 10**12, 10**9))
    monkeypatch.setattr(rehearsal, "swapped", lambda: next(written))
    train(TrainSpec(project=project, base=str(base), **OPTIONS), emit, Cancel())
    *smaller, last = [told for told in warnings(emit) if "1.0 GB were written to disk" in told]
    assert len(trials) == len(smaller) + 1 > 1
    assert "Close other programs" in last
    assert plan_of(project)["batch_size"] == 1
    with Project(project) as opened:
        assert runs.get(opened, 1).state == "finished"


def in_a_child(
    project: str, base: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch, words: str, iteration: int, most: int = 2
) -> events.Event:
    """Train in processes that die with these words from an iteration on while more than `most` rows are computed."""
    script = _DIES.format(most=most, iteration=iteration, words=words)
    monkeypatch.setattr(worker, "_command", lambda: [sys.executable, "-c", script])
    worker.run_in_fresh_worker("train", {"project": project, "base": str(base), **OPTIONS}, emit, Cancel())
    return emit[-1]


def test_a_process_that_died_of_memory_is_followed_by_one_with_a_smaller_plan(
    project: str, base: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = in_a_child(project, base, emit, monkeypatch, "Insufficient Memory", iteration=5)
    assert last == events.Finished()
    plan = plan_of(project)
    assert (plan["batch_size"], plan["accumulation"]) == (2, 4)
    assert "Run 1 goes on after iteration 4." in [log.text for log in emit.of(events.Log)]
    assert sum("went on" in told or "goes on from its last checkpoint" in told for told in warnings(emit)) >= 1
    with Project(project) as opened:
        assert [iteration for iteration, _ in runs.metrics(opened, 1, "train_loss")] == list(range(1, 13))
        assert len(runs.runs(opened)) == 1


def test_a_process_that_dies_of_memory_with_the_smallest_plan_ends_the_run_in_words(
    project: str, base: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = in_a_child(project, base, emit, monkeypatch, "Insufficient Memory", iteration=3, most=0)
    assert isinstance(last, events.Failed)
    assert last.title == "There is too little memory to train tiny"
    with Project(project) as opened:
        run = runs.get(opened, 1)
        assert (run.state, run.plan["batch_size"]) == ("stopped", 1)  # what was reached can be gone on with
        assert runs.checkpoints(opened, 1)


def test_a_process_that_died_of_something_else_is_not_started_again(
    project: str, base: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = in_a_child(project, base, emit, monkeypatch, "Invalid Resource", iteration=3)
    assert isinstance(last, events.Failed)
    assert last.title == "The train job stopped unexpectedly (SIGABRT)"
    assert plan_of(project)["batch_size"] == 8


def test_what_dies_of_memory_after_its_training_is_not_started_again(
    tmp_path: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"""
import os, sys
from engine import events
sys.stdin.readline()
for kind in ("run", "adapter"):
    print(events.encode(events.Artifact(kind, {str(tmp_path)!r})), flush=True)
print("Insufficient Memory", file=sys.stderr, flush=True)
os.abort()
"""
    monkeypatch.setattr(worker, "_command", lambda: [sys.executable, "-c", script])
    worker.run_in_fresh_worker("sweep", {}, emit, Cancel())
    assert isinstance(emit.last, events.Failed)
    assert emit.last.title == "The sweep job ran out of memory (SIGABRT)"
    assert not list(tmp_path.iterdir())


def test_the_system_tells_that_it_ended_a_process_for_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = tmp_path / "vmstat"
    counts.write_text("pgfault 12\noom_kill 3\n", encoding="ascii")
    monkeypatch.setattr(worker, "_KILLS", counts)
    script = "import os, signal, sys; sys.stdin.readline(); os.kill(os.getpid(), signal.SIGKILL)"
    for after, expected in ((3, "stopped unexpectedly"), (4, "ran out of memory")):
        with worker.Worker([sys.executable, "-c", script]) as child:
            counts.write_text(f"pgfault 12\noom_kill {after}\n", encoding="ascii")
            told: list[events.Event] = []
            child.run("generate", {}, told.append, Cancel())
            counts.write_text("pgfault 12\noom_kill 3\n", encoding="ascii")
        assert isinstance(told[-1], events.Failed)
        assert told[-1].title == f"The generate job {expected} (SIGKILL)"
        assert child.ran_out == (after == 4)
