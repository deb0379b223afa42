"""Look ahead: what a training run would do with the pairs as they are now, and what it would take. Changes nothing.

It stands above the steps dataset and train, whose own rules it asks.
"""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psutil

from engine import build, events, train
from engine.build import DatasetSpec
from engine.errors import HoneError, JobCancelled
from engine.estimate import Known, look
from engine.project import Project, probes
from engine.rows import Reader, Rows, fingerprint
from engine.runtimes.recipe import PRESETS, SMALL, Recipe
from engine.runtimes.sizing import ROOM, machine, training_bytes
from engine.spec import option
from engine.train import TrainSpec

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from engine.build import Composed
    from engine.jobs import Cancel, Emit
    from engine.runtimes.mlx import Example

_TRIAL_SECONDS, _TRIAL_ITERATIONS = 4.0, 6


@dataclass(frozen=True, kw_only=True)
class PlanSpec(TrainSpec, DatasetSpec):
    """The options of dataset and train together."""

    split_seed: int = option(0, "Seed of the split.", "The dataset's own.", minimum=0, maximum=2**31 - 1)
    measure: bool | None = option(
        None, "Measure.", "Try a few iterations where no speed is known; by default with small bases only."
    )

    def of(self, kind: type[Any], **changed: Any) -> Any:
        """The part that is another step's spec."""
        names = {field.name for field in dataclasses.fields(kind)}
        own = {name: value for name, value in dataclasses.asdict(self).items() if name in names}
        return kind(**{**own, **changed})


def plan(spec: PlanSpec, emit: Emit, cancel: Cancel) -> None:
    """Announce the numbers of every preset, the rows there would be, and what each takes of time and memory.

    What stands in the way of training is told as `problem` instead. With `measure` the chosen preset is tried
    when no speed is known, and the plan announced again with what that measured.
    """
    with Project(spec.project) as project:
        try:
            known, made = _known(project, spec, cancel)
            found = _plan(project, spec, known, made)
        except JobCancelled:
            raise
        except HoneError as error:
            emit(events.Artifact("plan", "", {"problem": {"title": error.title, "hint": error.hint}}))
            return
        emit(events.Artifact("plan", "", found))
        chosen = found["presets"][spec.preset]
        small = known.base.parameters <= SMALL
        if chosen["rests_on"] and (chosen["alike"] or not spec.measure):
            return
        if spec.measure or (spec.measure is None and small and chosen["fits"]):
            _try(project, spec, known, cancel)
            emit(events.Artifact("plan", "", _plan(project, spec, known, made)))


def _known(project: Project, spec: PlanSpec, cancel: Cancel) -> tuple[Known, Composed]:
    made = build.compose(project, spec.of(DatasetSpec, seed=spec.split_seed), lambda event: None, cancel)
    return look(spec.base, spec.style, spec.mask_prompt, made.texts, cancel), made


def _plan(project: Project, spec: PlanSpec, known: Known, made: Composed) -> dict[str, Any]:
    kept = build.same(project, made)
    go_on = train.unfinished(project, spec.of(TrainSpec), kept.id) if kept else None
    memory = psutil.virtual_memory()
    return {
        "base": {
            "name": "starter" if spec.base == "starter" else known.folder.name,
            "parameters": known.base.parameters,
            "quantized": known.base.quantized,
            "bytes": known.base.bytes,
        },
        "rows": {**made.counts, "train": known.trained, "replay": made.replayed},
        "dataset": kept.id if kept else None,
        "older_dataset": kept is None and project.value("SELECT max(id) FROM datasets") is not None,
        "resumes": go_on.id if go_on else None,
        "machine": {"memory": memory.total, "available": memory.available},
        "preset": spec.preset,
        "presets": {name: _preset(project, spec, known, name) for name in PRESETS},
    }


def _preset(project: Project, spec: PlanSpec, known: Known, name: str) -> dict[str, Any]:
    recipe, reasons, rows = known.recipe({**dataclasses.asdict(spec.of(TrainSpec)), "preset": name})
    needed = training_bytes(known.base, known.shape, recipe, rows.longest, rows.answers)
    plain = dataclasses.asdict(recipe)
    speed = probes.speed(project, fingerprint(known.folder), machine(), plain)
    if speed is not None:  # the formula then only tells how much more or less than what was measured
        measured = dataclasses.replace(recipe, **speed.shape)
        same = training_bytes(known.base, known.shape, measured, rows.longest, rows.answers)
        needed = round(needed * speed.peak_memory * 1e9 / same)
    seconds = None if speed is None else known.targets(recipe, rows) / speed.tokens_per_second
    seen = recipe.iterations * recipe.batch_size * recipe.accumulation
    return {
        "recipe": plain,
        "reasons": reasons,
        "epochs": round(seen / max(len(rows.train) * known.scale, 1), 1),
        "dropped": round(rows.dropped * known.scale),
        "seconds": None if seconds is None else round(seconds, 1),
        "memory": needed,
        "fits": needed <= ROOM * known.base.memory,
        "rests_on": "" if speed is None else speed.rests_on,
        "run": None if speed is None else speed.run,
        "alike": speed is not None and speed.alike,
    }


def _try(project: Project, spec: PlanSpec, known: Known, cancel: Cancel) -> None:
    """A few iterations of the chosen preset, and what they took; the adapter is thrown away."""
    from engine.runtimes import mlx
    from engine.runtimes.mlx.training import Trainer

    recipe, _, rows = known.recipe(dataclasses.asdict(spec.of(TrainSpec)))
    loaded = mlx.load(known.folder)
    cancel.check()
    trainer = Trainer(loaded, recipe, [row.example for row in rows.train], _vary(spec, recipe, rows, loaded))
    peak = trainer.rehearse(cancel.check) / 1e9  # loads and compiles as well
    began, tokens, seconds = time.perf_counter(), 0, 0.0
    for _ in range(_TRIAL_ITERATIONS):
        step = trainer.step(cancel.check)
        tokens, seconds = tokens + step.tokens, seconds + step.seconds
        if time.perf_counter() - began > _TRIAL_SECONDS:
            break
    plain = dataclasses.asdict(recipe)
    probes.add(project, fingerprint(known.folder), machine(), plain, tokens / seconds, peak)


def _vary(spec: PlanSpec, recipe: Recipe, rows: Rows, loaded: Any) -> Callable[[int, Random], Example | None] | None:
    if not (recipe.cues or recipe.word_dropout):
        return None
    reader = Reader(loaded, spec.style, spec.mask_prompt)
    return lambda row, random: reader.varied(rows.train[row].messages, recipe, random)
