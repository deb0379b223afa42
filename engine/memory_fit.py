"""Whether this machine's memory is enough for a model of the catalogue: to write with it, or to train it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import psutil

from engine.errors import HoneError
from engine.models import BASE, WRITER
from engine.models.catalogue import EMBEDDER, entries, size_text
from engine.runtimes import recipe, sizing

if TYPE_CHECKING:
    from engine.models.catalogue import Entry

FITS, TIGHT, TOO_LARGE = "fits", "tight", "too large"
_MOST = 0.9  # share of the memory that a tight model may take, with other programs closed
_BESIDE = 1.1  # what llama.cpp allocates beside the weights
_MANY, _FEW = 32_768, 4096  # tokens of key-value memory: many texts written at once, and as few as will do
_EMBEDS = 0.2e9  # bytes for the texts that are read at once
_ROW, _ANSWER = 256, 128  # tokens of a long question with its answer, and of the answer
_PLENTY = 1 << 50  # bytes
_OFFERS = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """How a model fits into `memory` bytes, and how many it needs at least; `comfortable` for it to run well."""

    state: str
    needed: int
    comfortable: int
    memory: int


def fit(entry: Entry, memory: int | None = None) -> Fit:
    """How a model fits into this machine's memory, or another's; from what the catalogue knows alone."""
    there = psutil.virtual_memory().total if memory is None else memory
    if entry.kind == BASE:
        comfortable, needed = _training(entry)
        most = sizing.ROOM
    else:
        comfortable, needed = _reading(entry)
        most = _MOST
    tight = TIGHT if needed <= most * there else TOO_LARGE
    return Fit(FITS if comfortable <= sizing.ROOM * there else tight, needed, comfortable, there)


def check(entry: Entry) -> None:
    """Raise HoneError for a model that is too large for this machine."""
    found = fit(entry)
    if found.state != TOO_LARGE:
        return
    others = ", ".join(other.name for other in offers(entry.kind))
    what = f"It needs {size_text(found.needed)} of memory, and this machine has {size_text(found.memory)}."
    more = f"What fits is {others}." if others else "Nothing of the catalogue fits."
    way = "A model on another machine writes too: add it in Settings, or with hone servers add ADDRESS."
    again = "--anyway downloads it all the same."
    hint = " ".join((what, more, way, again) if entry.kind == WRITER else (what, more, again))
    raise HoneError(f"{entry.title} is too large for this machine", hint)


def offers(kind: str, memory: int | None = None) -> list[Entry]:
    """What fits of a kind, a few, the largest first: larger models are better at it."""
    fitting = [entry for entry in entries() if entry.kind == kind and fit(entry, memory).state == FITS]
    return sorted(fitting, key=lambda entry: entry.weight, reverse=True)[:_OFFERS]


def best(kind: str, memory: int | None = None) -> Entry | None:
    """The one to begin with: the largest that is recommended and fits, else the largest that fits."""
    fitting = [entry for entry in entries() if entry.kind == kind and fit(entry, memory).state == FITS]
    return max(fitting, key=lambda entry: (entry.recommended, entry.weight), default=None)


def _reading(entry: Entry) -> tuple[int, int]:
    """Bytes for llama.cpp, comfortable and least: weights and key-value memory."""
    weights = entry.weight * _BESIDE
    if entry.kind == EMBEDDER:
        return round(weights + _EMBEDS), round(weights + _EMBEDS)
    config = entry.config
    token = 2 * 2 * config["num_hidden_layers"] * config["num_key_value_heads"] * config["head_dim"]
    return round(weights + _MANY * token), round(weights + _FEW * token)


def _training(entry: Entry) -> tuple[int, int]:
    """Bytes for MLX, as Hone trains where there is memory, and where it is as short as it can be.

    Both compute blocks again on the way back, which training does by itself where it has to: it takes longer by a
    third, and much less memory.
    """
    found = []
    for memory in (_PLENTY, 0):
        base, shape = sizing.of_config(entry.config, entry.parameters, entry.weight, memory, quantized=True)
        chosen, _ = recipe.plan({"preset": "balanced", "method": "lora"}, [_ROW] * 100, base)
        found.append(sizing.training_bytes(base, shape, replace(chosen, recompute=True), _ROW, _ANSWER))
    return found[0], found[1]
