"""What a training run does with its rows, worked out from a preset, the rows and the size of the base."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PRESETS = ("quick", "balanced", "thorough")
BEST_BY = ("loss", "exam")
ASKED, SHORT = "asked for", "memory is short"  # reasons of a value
SMALL = 200_000_000  # parameters; below, a model is quick to train and needs large steps to learn facts
_MEDIUM = 2_500_000_000
_TIGHT = 0.4  # share of the machine's memory; a base that takes more leaves little room for training


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
    cues: float  # share of rows asked by loose words of question and answer instead
    word_dropout: float  # share of words left out of half of the other questions
    batch_size: int
    accumulation: int
    iterations: int
    max_length: int  # tokens of a row, prompt and answer
    mask_prompt: bool
    evaluate_every: int  # iterations
    checkpoint_every: int
    seed: int
    samples: int = 3  # test questions that are answered at each evaluation
    patience: int = 0  # evaluations without a better result after which it stops early; 0: never
    best_by: str = "loss"  # loss or exam
    recompute: bool = False  # blocks are computed again on the way back, since memory is short


@dataclass(frozen=True, slots=True)
class Base:
    """What the recipe depends on of a base model and the machine; `bytes` of weights as stored."""

    parameters: int
    context_length: int
    quantized: bool
    bytes: int
    memory: int  # bytes of the machine


# preset -> (rank, epochs), for small bases (measured with the starter) and for others, where 8 to 16 is usual
_SMALL_BASE = {"quick": (64, 6.0), "balanced": (128, 19.0), "thorough": (128, 40.0)}
_LARGE_BASE = {"quick": (8, 2.0), "balanced": (8, 4.0), "thorough": (16, 8.0)}

_Derived = dict[str, tuple[Any, str]]


def plan(wishes: Mapping[str, Any], lengths: Sequence[int], base: Base) -> tuple[Recipe, dict[str, str]]:
    """Work out a recipe; also tells for each number where it came from.

    `wishes` are the options of the spec (None: decide), `lengths` the rows' lengths in tokens.
    """
    asked = {name: value for name, value in wishes.items() if value is not None}
    small = base.parameters <= SMALL
    values, reasons = _merged(asked, _small(asked) if small else _large(asked, base))
    longest, why = min(base.context_length, 512 if small else 2048), "the base's context, at most 2048"
    values["max_length"], reasons["max_length"] = _one(asked, "max_length", longest, why)
    rows = sum(length <= values["max_length"] for length in lengths)
    epochs = asked.get("epochs", (_SMALL_BASE if small else _LARGE_BASE)[wishes["preset"]][1])
    updates = max(round(epochs * rows / (values["batch_size"] * values["accumulation"])), 1)
    values["iterations"], reasons["iterations"] = _one(asked, "iterations", updates, f"{epochs:g} epochs, {rows} rows")
    tenth = max(values["iterations"] // 10, 1)
    more, why_more = _merged(
        asked,
        {
            "warmup": (min(values["iterations"] // 20, 50), "a twentieth"),
            "evaluate_every": (tenth, "ten times a run"),
            "checkpoint_every": (min(tenth, 100), "ten times a run, or every 100"),
            "weight_decay": (0.01, "AdamW's usual"),
            "dropout": (0.0, "wordings vary the rows"),
            "mask_prompt": (True, "answers are learned"),
            "seed": (0, "fixed"),
            "samples": (3, "a few to look at"),
            "patience": (0, "the learning rate falls until the end, where much is won"),
            "best_by": ("loss", "more sensitive than a few answers"),
            "recompute": (False, "there is memory"),
        },
    )
    return Recipe(method=asked["method"], **values, **more), {**reasons, **why_more}


def _small(asked: Mapping[str, Any]) -> _Derived:
    rank, _ = _SMALL_BASE[asked["preset"]]
    why = f"preset {asked['preset']}, small base"
    return {
        "rank": (rank, why),
        "scale": (2.0, "alpha is twice the rank"),
        "layers": (-1, "all blocks"),
        "embeddings": (False, why),
        "learning_rate": (7e-4, why),
        "cues": (0.4, "a small base knows few synonyms"),
        "word_dropout": (0.2, "a small base knows few synonyms"),
        "batch_size": (16, why),
        "accumulation": (1, why),
    }


def _large(asked: Mapping[str, Any], base: Base) -> _Derived:
    rank, _ = _LARGE_BASE[asked["preset"]]
    full, why = asked["method"] == "full", f"preset {asked['preset']}"
    tight = base.bytes > _TIGHT * base.memory
    rate = 1e-5 if full else 2e-4 if base.parameters <= _MEDIUM else 1e-4
    room = "the base fills much of the memory" if tight else "there is memory"
    return {
        "rank": (rank, why),
        "scale": (2.0, "alpha is twice the rank"),
        "layers": (8 if tight else -1, room),
        "embeddings": (False, "a large base"),
        "cues": (0.0, "a large base knows synonyms"),
        "word_dropout": (0.0, "a large base knows synonyms"),
        "learning_rate": (rate, f"{base.parameters / 1e9:.1f} billion parameters"),
        "batch_size": (1 if tight else 4, room),
        "accumulation": (8 if tight else 2, "eight rows an iteration"),
    }


def _merged(asked: Mapping[str, Any], derived: _Derived) -> tuple[dict[str, Any], dict[str, str]]:
    found = {name: _one(asked, name, value, why) for name, (value, why) in derived.items()}
    return {name: value for name, (value, _) in found.items()}, {name: why for name, (_, why) in found.items()}


def _one(asked: Mapping[str, Any], name: str, value: Any, why: str) -> tuple[Any, str]:
    return (asked[name], ASKED) if name in asked else (value, why)


def from_dict(values: Mapping[str, Any]) -> Recipe:
    """A recipe of plain values, as a run stores it; a run of an older Hone lacks the newest, which have defaults."""
    kept = [field.name for field in fields(Recipe) if field.name in values or field.default is MISSING]
    return Recipe(**{name: values[name] for name in kept})
