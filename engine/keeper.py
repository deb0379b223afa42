"""Writes what training reaches into the project, so that it can go on from there, and tells it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine import events
from engine.project import Project, files, runs
from engine.project import samples as stored
from engine.proof import curve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.jobs import Cancel, Emit
    from engine.project.samples import Sample
    from engine.rows import Rows
    from engine.runtimes.mlx import Example
    from engine.runtimes.mlx.training import Iteration, Trainer
    from engine.runtimes.recipe import Recipe
    from engine.samples import Questions

_ALIKE = 0.01  # losses that differ by less are alike, and of two adapters the later has seen more
_TOLD = (2, 10, 25, 50)  # iterations since a checkpoint after which speed and memory are told as well
_KEPT = 2  # checkpoints on disk: the newest, and the one before should a disk have lied


@dataclass(frozen=True, slots=True)
class Measures:
    """What a run is measured by: the loss on held-out rows, and replies to questions."""

    recipe: Recipe
    rows: Rows
    held_out: list[Example]
    asked: Questions


class Keeper:
    """Files first and then their rows; `exhausted` once so many evaluations were no better as `patience` allows."""

    def __init__(self, project: Project, run: runs.Run, trainer: Trainer, measures: Measures, emit: Emit) -> None:
        self._project, self._run, self._trainer, self._measures, self._emit = project, run, trainer, measures, emit
        self._pending: list[Iteration] = []
        self._said: set[str] = set()  # kinds of warnings
        self.exhausted = False

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
            for table in ("metrics", "checkpoints", "samples"):
                condition = "iteration > ?" if found else "iteration >= ?"
                db.execute(f"DELETE FROM {table} WHERE run_id = ? AND {condition}", (self._run.id, found))
            if self._run.best_iteration is not None and self._run.best_iteration > found:
                # It is reached again, and stored again, bit for bit.
                db.execute("UPDATE runs SET best_iteration = NULL, best_val_loss = NULL WHERE id = ?", (self._run.id,))
        for unfinished in self._run.adapter.glob(".*"):  # left by a kill in the middle of writing
            unfinished.unlink()
        self._sweep()
        self._look()

    def note(self, iteration: Iteration) -> None:
        """Keep an iteration's numbers until they are stored with the next evaluation or checkpoint."""
        self._pending.append(iteration)
        self._emit(events.Metric("train_loss", iteration.number, iteration.loss))
        if len(self._pending) in _TOLD:
            self._tell(self._rates())

    def evaluate_when_due(self, cancel: Cancel) -> bool:
        """Evaluate at the start, every so many iterations and at the end, unless that was done before a pause."""
        number, recipe = self._trainer.iteration, self._measures.recipe
        due = number % recipe.evaluate_every == 0 or number == recipe.iterations
        measured = {iteration for iteration, _ in runs.metrics(self._project, self._run.id, "val_loss")}
        if due and number not in measured:
            self._evaluate(cancel)
        return due

    def _evaluate(self, cancel: Cancel) -> None:
        """Measure the held-out wordings, keep the adapter when none before was better, and make a checkpoint."""
        number, rows = self._trainer.iteration, self._measures.rows
        values = {"val_loss": self._trainer.evaluate(self._measures.held_out, cancel.check)}
        self._emit(events.Metric("val_loss", number, values["val_loss"]))
        replies, share = self._measures.asked.ask(self._trainer, cancel.check)
        if share is not None:
            values["val_key_facts"] = share
        if number == 0:
            values |= {"dropped_rows": float(rows.dropped), "untrained_rows": float(rows.untrained)}
        best = self._is_best(values)
        if best:
            self._trainer.save_adapter(self._run.adapter)
        self.checkpoint(values, replies, best=best)
        if replies:
            self._emit(events.Artifact("samples", "", self._told(replies)))
        for remark in self._look():
            self._emit(events.Log(f"{remark.text} {remark.advice}", "warning"))

    def _is_best(self, values: dict[str, float]) -> bool:
        """By the share that is right first, where that was asked for; of losses that are alike the later is better."""
        if self._trainer.iteration == 0:
            return self._measures.recipe.iterations == 0
        losses, shares = (self._measured(name) for name in ("val_loss", "val_key_facts"))
        share = values.get("val_key_facts", 0.0)
        most = max((shares.get(at, 0.0) for at in losses), default=0.0)
        rivals = [loss for at, loss in losses.items() if shares.get(at, 0.0) == most]
        if share != most:
            return share > most
        return not rivals or values["val_loss"] < min(rivals) * (1 + _ALIKE)

    def _measured(self, name: str) -> dict[int, float]:
        """What adapters were measured at; the untouched base is none."""
        return {at: value for at, value in runs.metrics(self._project, self._run.id, name) if at > 0}

    def _told(self, replies: list[Sample]) -> dict[str, Any]:
        said = [dataclasses.asdict(sample) for sample in replies]
        return {"run": self._run.id, "iteration": self._trainer.iteration, "samples": said}

    def _look(self) -> list[curve.Remark]:
        """Warnings that the curves give now and did not give before; whether patience is at its end."""
        metrics, patience = runs.curves(self._project, self._run.id), self._measures.recipe.patience
        losses, shares = (metrics.get(name, []) for name in ("val_loss", "val_key_facts"))
        self.exhausted = bool(patience) and curve.idle(losses, shares) >= patience
        found = curve.warnings(metrics, dataclasses.asdict(self._measures.recipe))
        new = [remark for remark in found if remark.kind not in self._said]
        self._said.update(remark.kind for remark in new)
        return new

    def checkpoint(
        self, values: dict[str, float] | None = None, replies: Sequence[Sample] = (), *, best: bool = False
    ) -> None:
        """Make the run resumable from here; what was measured, said and noted becomes durable with it."""
        number, measured = self._trainer.iteration, {**(values or {}), **self._rates()}
        path = self._run.folder / "checkpoints" / f"{number:07d}.safetensors"
        if number:
            self._trainer.save(path)
        with self._project.transaction() as db:
            for noted in self._pending:
                numbers = {"train_loss": noted.loss, "learning_rate": noted.learning_rate}
                runs.add_metrics(db, self._run.id, noted.number, numbers)
            runs.add_metrics(db, self._run.id, number, measured)
            stored.add(db, self._run.id, replies)
            if number:
                where, loss = self._project.relative(path), measured.get("val_loss")
                runs.add_checkpoint(db, self._run.id, number, where, files.sha256(path), loss, kept=_KEPT)
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
