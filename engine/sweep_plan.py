"""What a sweep is asked: a grid of options, its runs worked out and put in order, and what they would take."""

from __future__ import annotations

import dataclasses
import itertools
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine import grid
from engine.errors import HoneError
from engine.project import probes
from engine.rows import fingerprint
from engine.runtimes.recipe import PRESETS, Recipe
from engine.runtimes.sizing import machine
from engine.spec import Spec, option
from engine.train import TrainSpec

if TYPE_CHECKING:
    from engine.estimate import Known
    from engine.project import Project

GRID = ("preset", "rank", "scale", "dropout", "layers", "learning_rate", "weight_decay", "batch_size", "epochs",
        "iterations", "seed")  # fmt: skip
FIXED = ("base", "method", "cues", "word_dropout", "max_length", "mask_prompt")  # the same in all runs
_MOST = 64  # runs of a grid
MINUTES = 30.0


@dataclass(frozen=True, kw_only=True)
class SweepSpec(Spec):
    """Which values to try, each with each, and for how long; options without a value are as train works them out.

    What rows there are and how noisy cannot vary: losses on held-out rows would not be comparable.
    """

    base: str = option("starter", "Base model.", "The starter, or a folder with a model as MLX or Hugging Face has it.")
    preset: tuple[str, ...] = option(("balanced",), "Presets.", "How much time to take for a run.", choices=PRESETS)
    method: str = option(
        "lora", "Method.", "lora is QLoRA on a quantized base; full is for small ones.", choices=("lora", "full")
    )
    rank: tuple[int, ...] = option((), "Ranks.", "Widths of the adapter.", minimum=1, maximum=512)
    scale: tuple[float, ...] = option((), "Scales.", "Weights of the adapter's output.", minimum=0.01, maximum=100)
    dropout: tuple[float, ...] = option((), "Dropouts.", minimum=0, maximum=0.9)
    layers: tuple[int, ...] = option((), "Layers.", "How many of the last blocks learn.", minimum=-1, maximum=1000)
    learning_rate: tuple[float, ...] = option((), "Learning rates.", minimum=1e-7, maximum=0.1)
    weight_decay: tuple[float, ...] = option((), "Weight decays.", minimum=0, maximum=1)
    batch_size: tuple[int, ...] = option((), "Batch sizes.", "Rows computed at once.", minimum=1, maximum=1024)
    epochs: tuple[float, ...] = option((), "Epochs.", "Times each row is seen.", minimum=0.01, maximum=1000)
    iterations: tuple[int, ...] = option((), "Iterations.", "Instead of epochs.", minimum=1, maximum=1_000_000)
    seed: tuple[int, ...] = option((0,), "Seeds.", "Several show what chance does.", minimum=0, maximum=2**31 - 1)
    cues: float | None = option(
        None, "Cues.", "Share of rows asked by loose words of question and answer.", minimum=0, maximum=0.9
    )
    word_dropout: float | None = option(
        None, "Words left out.", "Share of words to hide in half of the other questions.", minimum=0, maximum=0.5
    )
    max_length: int | None = option(
        None, "Longest row.", "In tokens; longer rows are left out.", minimum=16, maximum=131_072
    )
    mask_prompt: bool = option(True, "Learn answers only.", "The question carries no loss.")
    minutes: float | None = option(
        None, "Minutes.", "For all runs together; by default 30.", minimum=0.001, maximum=100_000
    )
    short_parts: bool = option(
        True, "Short parts first.", "Where there is no time for all, each is trained for a part, and the best go on."
    )
    exam: bool = option(True, "Exams.", "Let each finished run answer held-out questions.")
    limit: int = option(40, "Questions.", "Of each split in an exam, at most.", minimum=1, maximum=10_000)
    estimate: bool = option(False, "Estimate.", "Only say how many runs there would be time for.")
    resume: int | None = option(None, "Resume sweep.", "By default an unfinished one with these options.", minimum=1)

    def validate(self) -> None:
        """Check that there is a grid, and that it is small."""
        super().validate()
        if self.epochs and self.iterations:
            raise HoneError("Epochs and iterations say the same", "Give values of one of them.")
        if self.resume is None and not 1 < len(self.points()) <= _MOST:
            raise HoneError(
                f"This grid has {len(self.points())} runs", f"Give several values of a few options: 2 to {_MOST} runs."
            )

    def points(self) -> list[dict[str, Any]]:
        """Each value of each option with each of the others; options that have one value only are in all."""
        values = {name: dict.fromkeys(getattr(self, name)) for name in GRID if getattr(self, name)}
        return [dict(zip(values, point, strict=True)) for point in itertools.product(*values.values())]

    def varied(self) -> list[str]:
        """The options that have several values."""
        return [name for name in GRID if len(set(getattr(self, name))) > 1]

    def of(self, point: dict[str, Any]) -> TrainSpec:
        """What to ask train for a point of the grid."""
        return TrainSpec(**{name: getattr(self, name) for name in ("project", *FIXED)}, **point)


@dataclass(frozen=True, slots=True)
class Planned:
    """A point of the grid, worked out; `targets` is the computing that it takes."""

    options: dict[str, Any]
    spec: TrainSpec
    recipe: Recipe
    targets: float

    @property
    def wishes(self) -> dict[str, Any]:
        """The options as `Run.options` tells those of a run."""
        fields = json.loads(self.spec.to_json())
        return {name: value for name, value in fields.items() if name not in ("project", "resume")}


def planned(spec: SweepSpec, known: Known) -> list[Planned]:
    """The grid's runs in the order to try them; points that come to the same numbers are one."""
    found: dict[Recipe, Planned] = {}
    varied = spec.varied()
    for point in spec.points():
        asked = spec.of(point)
        recipe, _, rows = known.recipe(dataclasses.asdict(asked))
        options = {name: point[name] for name in varied}
        found.setdefault(recipe, Planned(options, asked, recipe, known.targets(recipe, rows)))
    first = spec.preset[0]
    usual = dataclasses.asdict(known.recipe(dataclasses.asdict(spec.of({"preset": first})))[0])
    plans = list(found.values())
    own = {name: first if name == "preset" else usual.get(name) for name in varied}
    return [plans[number] for number in grid.ordered([plan.options for plan in plans], own)]


def seconds(project: Project, known: Known, plan: Planned) -> float | None:
    """What a run takes at a speed that was measured on this machine; None where none was."""
    speed = probes.speed(project, fingerprint(known.folder), machine(), dataclasses.asdict(plan.recipe))
    return None if speed is None else plan.targets / speed.tokens_per_second


def foretold(project: Project, spec: SweepSpec, known: Known, plans: list[Planned]) -> dict[str, Any]:
    """{runs, candidates: [{options, seconds}], seconds, ended, begun}; the figures are None while no speed is known."""
    candidates = [
        grid.Candidate(plan.options, plan.recipe.iterations, plan.recipe.evaluate_every, seconds(project, known, plan))
        for plan in plans
    ]
    shown = [{"options": candidate.options, "seconds": candidate.seconds} for candidate in candidates]
    told: dict[str, Any] = {"runs": len(candidates), "candidates": shown, "seconds": None, "ended": None, "begun": None}
    if all(candidate.seconds is not None for candidate in candidates):
        told["seconds"] = sum(candidate.seconds or 0.0 for candidate in candidates)
        left = 60 * (spec.minutes or MINUTES)
        told["ended"], told["begun"] = grid.foretold(candidates, left, spec.short_parts)
    return told
