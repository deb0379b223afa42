"""Train an adapter on the dataset, so that the base model learns what its documents say."""

from __future__ import annotations

import dataclasses
import fcntl
import json
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import events
from engine.errors import HoneError, JobCancelled
from engine.jobs import Pace
from engine.project import Project, datasets, files, runs
from engine.rows import Reader, Row, Rows, base_folder, fingerprint, fitting
from engine.runtimes.recipe import PRESETS, Recipe, from_dict, plan
from engine.runtimes.sizing import machine
from engine.spec import Spec, option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from engine.jobs import Cancel, Emit
    from engine.runtimes.mlx import Example, Loaded
    from engine.runtimes.mlx.training import Iteration, Trainer

_ALIKE = 0.01  # losses that differ by less are alike, and of two adapters the later has seen more
_TOLD = (2, 10, 25, 50)  # iterations since a checkpoint after which speed and memory are told as well
_KEPT = 2  # checkpoints on disk: the newest, and the one before should a disk have lied


@dataclass(frozen=True, kw_only=True)
class TrainSpec(Spec):
    """How to train; an option that is None is worked out from the preset, the rows and the base."""

    base: str = option("starter", "Base model.", "The starter, or a folder with a model as mlx-lm makes them.")
    preset: str = option("balanced", "Preset.", "How much time to take for it.", choices=PRESETS)
    method: str = option(
        "lora", "Method.", "lora is QLoRA on a quantized base; full is for small ones.", choices=("lora", "full")
    )
    rank: int | None = option(None, "Rank.", "Width of the adapter.", minimum=1, maximum=512)
    scale: float | None = option(None, "Scale.", "Weight of the adapter's output.", minimum=0.01, maximum=100)
    dropout: float | None = option(
        None, "Dropout.", "Share of inputs the adapter does not see.", minimum=0, maximum=0.9
    )
    layers: int | None = option(
        None, "Layers.", "How many of the last blocks learn; -1 is all.", minimum=-1, maximum=1000
    )
    embeddings: bool | None = option(None, "Embeddings.", "Adapt the token embeddings as well.")
    learning_rate: float | None = option(None, "Learning rate.", minimum=1e-7, maximum=0.1)
    warmup: int | None = option(
        None, "Warm-up.", "Iterations until the full learning rate.", minimum=0, maximum=100_000
    )
    weight_decay: float | None = option(None, "Weight decay.", minimum=0, maximum=1)
    cues: float | None = option(
        None, "Cues.", "Share of rows asked by loose words of question and answer.", minimum=0, maximum=0.9
    )
    word_dropout: float | None = option(
        None, "Words left out.", "Share of words to hide in half of the other questions.", minimum=0, maximum=0.5
    )
    batch_size: int | None = option(None, "Batch size.", "Rows computed at once.", minimum=1, maximum=1024)
    accumulation: int | None = option(None, "Accumulation.", "Batches for one iteration.", minimum=1, maximum=1024)
    epochs: float | None = option(None, "Epochs.", "Times each row is seen.", minimum=0.01, maximum=1000)
    iterations: int | None = option(None, "Iterations.", "Instead of epochs.", minimum=1, maximum=1_000_000)
    max_length: int | None = option(
        None, "Longest row.", "In tokens; longer rows are left out.", minimum=16, maximum=131_072
    )
    mask_prompt: bool = option(True, "Learn answers only.", "The question carries no loss.")
    seed: int = option(0, "Seed.", minimum=0, maximum=2**31 - 1)
    checkpoint_every: int | None = option(None, "Checkpoint every.", "Iterations.", minimum=1, maximum=100_000)
    evaluate_every: int | None = option(None, "Evaluate every.", "Iterations.", minimum=1, maximum=100_000)
    resume: int | None = option(None, "Resume run.", "By default an unfinished run with these options.", minimum=1)


def train(spec: TrainSpec, emit: Emit, cancel: Cancel) -> None:
    """Train or go on training; the best adapter by the loss on held-out wordings (and noisy ones) is kept.

    Cancelled or killed, the same spec goes on where it was, with the same result as without a pause.
    Raises HoneError without a dataset, for a base that cannot be trained, and when training diverges.
    """
    with Project(spec.project) as project:
        dataset = datasets.latest(project)
        run = unfinished(project, spec, dataset.id)
        from engine.runtimes import mlx

        loaded = mlx.load(base_folder(spec.base) if run is None else run.base)
        cancel.check()
        reader = Reader(loaded, dataset.style, spec.mask_prompt if run is None else bool(run.plan["mask_prompt"]))
        rows = {split: reader.file(dataset.folder / f"{split}.jsonl") for split in ("train", "valid")}
        cancel.check()
        if run is None:
            run = _new_run(project, spec, loaded, dataset, rows["train"], emit)
        with _locked(run):
            emit(events.Artifact("run", str(run.folder), {"run": run.id, "iterations": run.iterations}))
            _go_on(project, run, reader, fitting(rows, from_dict(run.plan), emit), emit, cancel)


def _go_on(project: Project, run: runs.Run, reader: Reader, rows: Rows, emit: Emit, cancel: Cancel) -> None:
    from engine.runtimes.mlx.training import Trainer

    recipe = from_dict(run.plan)

    def vary(row: int, random: Random) -> Example | None:
        return reader.varied(rows.train[row].messages, recipe, random)

    examples = [row.example for row in rows.train]
    trainer = Trainer(reader.loaded, recipe, examples, vary if recipe.cues or recipe.word_dropout else None)
    held_out = reader.held_out(rows.valid or rows.train[: len(rows.train) // 5 or 1], recipe)
    keeper = _Keeper(project, run, trainer, held_out, emit)
    runs.set_state(project, run.id, "running")
    try:
        keeper.restore()
        pace = Pace("train", recipe.iterations, emit, trainer.iteration)
        keeper.evaluate_when_due(recipe, cancel)
        while trainer.iteration < recipe.iterations:
            cancel.check()
            keeper.note(trainer.step(cancel.check))
            if not keeper.evaluate_when_due(recipe, cancel) and trainer.iteration % recipe.checkpoint_every == 0:
                keeper.checkpoint()
            pace.advance()
    except JobCancelled:
        keeper.checkpoint()
        runs.set_state(project, run.id, "stopped")
        raise
    except HoneError:
        runs.set_state(project, run.id, "failed")
        raise
    runs.set_state(project, run.id, "finished")
    emit(events.Artifact("adapter", str(run.adapter), _figures(project, run.id, rows)))


def _figures(project: Project, run_id: int, rows: Rows) -> dict[str, Any]:
    run = runs.get(project, run_id)
    before = runs.metrics(project, run_id, "val_loss")[0][1]
    return {
        "run": run.id,
        "iterations": run.iterations,
        "val_loss_before": before,
        "best_val_loss": run.best_val_loss,
        "best_iteration": run.best_iteration,
        "train_rows": len(rows.train),
        "valid_rows": len(rows.valid),
        "dropped_rows": rows.dropped,
    }


class _Keeper:
    """Writes what training reaches into the project, files first and then their rows, and tells it."""

    def __init__(self, project: Project, run: runs.Run, trainer: Trainer, valid: list[Example], emit: Emit) -> None:
        self._project, self._run, self._trainer, self._valid, self._emit = project, run, trainer, valid, emit
        self._pending: list[Iteration] = []

    def restore(self) -> None:
        """Bring the trainer to the newest checkpoint that is whole; what was measured after it is forgotten."""
        found = 0
        for checkpoint in reversed(runs.checkpoints(self._project, self._run.id)):
            if checkpoint.path.is_file() and files.sha256(checkpoint.path) == checkpoint.sha256:
                self._trainer.restore(checkpoint.path)
                found = checkpoint.iteration
                self._emit(events.Log(f"Run {self._run.id} goes on after iteration {found}."))
                break
        with self._project.transaction() as db:
            for table in ("metrics", "checkpoints"):
                condition = "iteration > ?" if found else "iteration >= ?"
                db.execute(f"DELETE FROM {table} WHERE run_id = ? AND {condition}", (self._run.id, found))
            if self._run.best_iteration is not None and self._run.best_iteration > found:
                # It is reached again, and stored again, bit for bit.
                db.execute("UPDATE runs SET best_iteration = NULL, best_val_loss = NULL WHERE id = ?", (self._run.id,))
        for unfinished in self._run.adapter.glob(".*"):  # left by a kill in the middle of writing
            unfinished.unlink()
        self._sweep()

    def note(self, iteration: Iteration) -> None:
        """Keep an iteration's numbers until they are stored with the next evaluation or checkpoint."""
        self._pending.append(iteration)
        self._emit(events.Metric("train_loss", iteration.number, iteration.loss))
        if len(self._pending) in _TOLD:
            self._tell(self._rates())

    def evaluate_when_due(self, recipe: Recipe, cancel: Cancel) -> bool:
        """Evaluate at the start, every so many iterations and at the end, unless that was done before a pause."""
        number = self._trainer.iteration
        due = number % recipe.evaluate_every == 0 or number == recipe.iterations
        measured = {iteration for iteration, _ in runs.metrics(self._project, self._run.id, "val_loss")}
        if due and number not in measured:
            self._evaluate(cancel)
        return due

    def _evaluate(self, cancel: Cancel) -> None:
        """Measure the held-out wordings, keep the adapter when none before was better, and make a checkpoint."""
        loss = self._trainer.evaluate(self._valid, cancel.check)
        number = self._trainer.iteration
        self._emit(events.Metric("val_loss", number, loss))
        before = [kept for at, kept in runs.metrics(self._project, self._run.id, "val_loss") if at > 0]
        better = number > 0 and (not before or loss < min(before) * (1 + _ALIKE))
        if better:
            self._trainer.save_adapter(self._run.adapter)
        self.checkpoint({"val_loss": loss}, best=better)

    def checkpoint(self, values: dict[str, float] | None = None, *, best: bool = False) -> None:
        """Make the run resumable from here; `values` and the noted iterations become durable with it."""
        number, measured = self._trainer.iteration, {**(values or {}), **self._rates()}
        path = self._run.folder / "checkpoints" / f"{number:07d}.safetensors"
        if number:
            self._trainer.save(path)
        with self._project.transaction() as db:
            for noted in self._pending:
                numbers = {"train_loss": noted.loss, "learning_rate": noted.learning_rate}
                runs.add_metrics(db, self._run.id, noted.number, numbers)
            runs.add_metrics(db, self._run.id, number, measured)
            if number:
                db.execute(
                    "INSERT OR REPLACE INTO checkpoints (run_id, iteration, path, sha256, val_loss) "
                    "VALUES (?, ?, ?, ?, ?)",
                    (
                        self._run.id,
                        number,
                        self._project.relative(path),
                        files.sha256(path),
                        measured.get("val_loss"),
                    ),
                )
                db.execute(
                    "DELETE FROM checkpoints WHERE run_id = ? AND iteration NOT IN "
                    "(SELECT iteration FROM checkpoints WHERE run_id = ? ORDER BY iteration DESC LIMIT ?)",
                    (self._run.id, self._run.id, _KEPT),
                )
            if best:
                db.execute(
                    "UPDATE runs SET best_iteration = ?, best_val_loss = ?, fused = NULL WHERE id = ?",
                    (number, measured["val_loss"], self._run.id),
                )
        self._tell(measured)
        self._pending.clear()
        self._sweep()

    def _tell(self, measured: dict[str, float]) -> None:
        for name, value in measured.items():
            if name != "val_loss":  # told when it was measured
                self._emit(events.Metric(name, self._trainer.iteration, value))

    def _rates(self) -> dict[str, float]:
        from engine.runtimes.mlx.training import peak_memory

        seconds = sum(noted.seconds for noted in self._pending)
        if not seconds:
            return {}
        tokens = sum(noted.tokens for noted in self._pending)
        return {"tokens_per_second": tokens / seconds, "peak_memory": peak_memory()}

    def _sweep(self) -> None:
        """Remove checkpoint files that no row names any more."""
        kept = {checkpoint.path for checkpoint in runs.checkpoints(self._project, self._run.id)}
        for path in (self._run.folder / "checkpoints").glob("*.safetensors"):
            if path not in kept:
                path.unlink()


def unfinished(project: Project, spec: TrainSpec, dataset_id: int) -> runs.Run | None:
    """The run to go on with: the asked one, or the newest unfinished one of equal options, rows and base."""
    if spec.resume is None:
        options = _options(spec.to_json())
        found = [run for run in runs.unfinished(project, dataset_id) if _options(run.spec) == options and _same(run)]
        return found[-1] if found else None
    run = runs.get(project, spec.resume)
    for wrong, why in (
        (run.state == "finished", "is finished"),
        (run.dataset_id != dataset_id, "was made with an older dataset"),
        (not _same(run), "was made with a base model that has changed since"),
    ):
        if wrong:
            raise HoneError(f"Run {run.id} {why}", "Start a new one by leaving out --resume.")
    return run


def _options(spec: str) -> dict[str, Any]:
    """A spec's options without those that do not change the result."""
    return {name: value for name, value in json.loads(spec).items() if name not in ("project", "resume")}


def _same(run: runs.Run) -> bool:
    folder = Path(run.base)
    return (folder / "config.json").is_file() and fingerprint(folder) == run.plan["base"]


def _new_run(
    project: Project, spec: TrainSpec, loaded: Loaded, dataset: datasets.Dataset, rows: list[Row], emit: Emit
) -> runs.Run:
    from engine.runtimes.mlx.model import describe

    recipe, reasons = plan(dataclasses.asdict(spec), [len(row.example.tokens) for row in rows], describe(loaded))
    fitting({"train": rows, "valid": []}, recipe, lambda event: None)
    emit(events.Log(", ".join(f"{name} {getattr(recipe, name)} ({reason})" for name, reason in reasons.items())))
    return runs.add(
        project,
        spec=spec.to_json(),
        plan={**dataclasses.asdict(recipe), **_surroundings(dataset, loaded)},
        dataset_id=dataset.id,
        base=str(loaded.path.resolve()),
        iterations=recipe.iterations,
    )


def _surroundings(dataset: datasets.Dataset, loaded: Loaded) -> dict[str, str]:
    """What replies need to be asked for in the way the rows were, and what tells whether the base is the same."""
    return {"style": dataset.style, "system": dataset.system, "base": fingerprint(loaded.path), "machine": machine()}


@contextmanager
def _locked(run: runs.Run) -> Iterator[None]:
    """Hold the run against a second process; the system lets go of it when this one ends, however it ends."""
    run.folder.mkdir(parents=True, exist_ok=True)
    with (run.folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise HoneError(f"Run {run.id} is being trained already", "Wait for it, or stop the other one.") from error
        yield
