"""What a training run does with its rows, worked out from a preset, the rows and the size of the base."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PRESETS = ("quick", "balanced", "thorough")
SMALL = 200_000_000  # parameters; below, a model is quick to train and needs large steps to learn facts


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the numbers of a run, but the rows and the base.

    An iteration is one update of the weights, by `batch_size` x `accumulation` rows.
    """

    method: str  # lora or full
    rank: int
    scale: float
    dropout: float
    layers: int  # the last so many blocks carry an adapter; -1: all
    embeddings: bool  # an adapter on the token embeddings too
    learning_rate: float
    warmup: int  # iterations
    weight_decay: float
    batch_size: int
    accumulation: int
    iterations: int
    max_length: int  # tokens of a row, prompt and answer
    mask_prompt: bool
    evaluate_every: int  # iterations
    checkpoint_every: int
    seed: int


@dataclass(frozen=True, slots=True)
class Base:
    """What the recipe depends on of a base model."""

    parameters: int
    context_length: int
    quantized: bool


# preset -> epochs for a small base, epochs for a large one
_EPOCHS = {"quick": (10, 2), "balanced": (20, 3), "thorough": (40, 5)}
_RANK = {"quick": 8, "balanced": 16, "thorough": 32}


def plan(wishes: Mapping[str, Any], lengths: Sequence[int], base: Base) -> tuple[Recipe, dict[str, str]]:
    """Work out a recipe; also tells for each number where it came from.

    `wishes` are the options of the spec (None: decide), `lengths` the rows' lengths in tokens.
    """
    preset, small = wishes["preset"], base.parameters <= SMALL
    asked = {name: value for name, value in wishes.items() if value is not None}
    full = asked["method"] == "full"
    size = "small base" if small else "large base"
    derived: dict[str, tuple[Any, str]] = {
        "rank": (16 if small else _RANK[preset] // 2 if preset == "thorough" else 8, f"preset {preset}, {size}"),
        "scale": (2.0, "alpha is twice the rank"),
        "dropout": (0.0, "few epochs over many wordings"),
        "layers": (-1, "all blocks"),
        "embeddings": (False, size),
        "learning_rate": (5e-4 if full and small else 1e-5 if full else 1.5e-3 if small else 1e-4, size),
        "weight_decay": (0.01, "AdamW's usual"),
        "batch_size": (16 if small else 4, size),
        "accumulation": (1 if small else 2, size),
        "max_length": (min(base.context_length, 512 if small else 2048), "the base's context"),
        "mask_prompt": (True, "only answers are learned"),
        "seed": (0, "fixed"),
    }
    values, reasons = _merged(asked, derived)
    rows = len(lengths)
    per_epoch = max(rows / (values["batch_size"] * values["accumulation"]), 1e-9)
    epochs = asked.get("epochs", _EPOCHS[preset][0 if small else 1])
    iterations = max(round(epochs * per_epoch), 1)
    late: dict[str, tuple[Any, str]] = {
        "iterations": (iterations, f"{epochs:g} epochs of {rows} rows"),
        "warmup": (min(20, max(asked.get("iterations", iterations) // 20, 1)), "a twentieth, at most 20"),
        "evaluate_every": (max(asked.get("iterations", iterations) // 10, 1), "ten times a run"),
        "checkpoint_every": (max(min(asked.get("iterations", iterations) // 10, 100), 1), "ten times a run"),
    }
    more, why = _merged(asked, late)
    return Recipe(method=asked["method"], **values, **more), {**reasons, **why}


def _merged(asked: Mapping[str, Any], derived: Mapping[str, tuple[Any, str]]) -> tuple[dict[str, Any], dict[str, str]]:
    values = {name: asked.get(name, value) for name, (value, _) in derived.items()}
    return values, {name: "asked for" if name in asked else why for name, (_, why) in derived.items()}


def from_dict(values: Mapping[str, Any]) -> Recipe:
    """A recipe of plain values, as a run stores it."""
    return Recipe(**{field.name: values[field.name] for field in fields(Recipe)})
