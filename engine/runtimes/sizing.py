"""What a base weighs, and what training it and its replies take, read from its folder without loading it."""

from __future__ import annotations

import hashlib
import json
import math
import os
import platform
import struct
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import psutil

from engine.errors import HoneError
from engine.models import sizes
from engine.runtimes.recipe import ASKED, SHORT, Base

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from pathlib import Path

    from engine.runtimes.recipe import Recipe

_DEFAULT_CONTEXT = 2048
_DEFAULT_HEADS = 8  # where it is not told, as for Gemma 3
# Measured (benchmarks/memory.md), and what a block's way back needs: values of a token that it keeps, of hidden and of
# inner width; scores of its attention that it keeps, and more while it is computed.
_ATTENTION, _FEED_FORWARD = 9, 5
_SCORES, _SCORES_COMPUTED = 1, 3
_COMPUTED = 0.4  # of what a block keeps, once more while it is computed
_LINEAR = 7  # linear layers of a block that carry an adapter
_LOGITS, _LOGITS_LEARNED = 1.8, 3  # copies of the logits of all answers, and where the head learns as well
_FEWEST_LAYERS = 4  # fewer learn little
_KEPT_ROWS = 0.95  # share that a plan trains at least, however long the others are
# The same of replies: values of a token while a prompt is read, of hidden and of inner width, and copies of the logits
# of all sides while a token is drawn.
_READ_HIDDEN, _READ_INNER, _DRAWN = 11, 5.2, 8
_AT_ONCE, _GROWS = 4096, 256  # tokens that are read at once; key-value memory grows by so many
_RANK = 8  # of an adapter, usually
_ON_CPU = sys.platform == "linux"
ROOM = 0.75  # share of the machine's memory that one program can have without slowing the others down


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a base's parts; `width` is the bytes of a number while it computes."""

    layers: int
    hidden: int
    inner: int
    heads: int
    vocabulary: int
    width: int
    loaded: int  # bytes of the weights in memory
    token: int  # bytes of keys and values that a token leaves in all blocks


def measure(folder: Path, config: dict[str, Any]) -> tuple[Base, Shape]:
    """Parameters and sizes of a base, as a loaded one tells them; raises HoneError when its files are damaged."""
    try:
        tensors = [entry for file in sorted(folder.glob("model*.safetensors")) for entry in _tensors(file)]
        weights = sum(file.stat().st_size for file in folder.glob("model*.safetensors"))
        base = Base(
            parameters=_parameters(tensors, config.get("quantization") or {}),
            context_length=sizes.size(config, sizes.CONTEXT) or _DEFAULT_CONTEXT,
            quantized="quantization" in config,
            bytes=weights,
            memory=psutil.virtual_memory().total,
        )
        return base, _shape({"vocab_size": _embeddings(tensors), **config}, base)
    except (OSError, ValueError, KeyError, TypeError, struct.error) as error:
        raise HoneError(f"{folder.name} cannot be read", "Its files are damaged or not those of a base.") from error


def of_config(
    config: dict[str, Any], parameters: int, weights: int, memory: int, *, quantized: bool
) -> tuple[Base, Shape]:
    """Sizes of a base that is not here, by its config.json: `weights` bytes as stored, on a machine with `memory`."""
    context = sizes.size(config, sizes.CONTEXT) or _DEFAULT_CONTEXT
    base = Base(parameters, context, quantized, weights, memory)
    return base, _shape(config, base)


def training_bytes(base: Base, shape: Shape, recipe: Recipe, longest: int, answers: int) -> int:
    """The most memory that training takes at once: weights, what learns, and a batch on its way.

    `longest` is the length of the longest row in tokens, `answers` the tokens of its answer.
    """
    layers = shape.layers if recipe.layers < 0 else min(recipe.layers, shape.layers)
    if recipe.method == "full":
        learned, adapters = base.parameters, 0
    else:
        learned = _adapter(shape, layers, recipe.rank)
        learned += recipe.rank * (shape.hidden + shape.vocabulary) if recipe.embeddings else 0
        adapters = _LINEAR * recipe.rank
    tokens, kept = recipe.batch_size * longest, layers
    scores = recipe.batch_size * shape.heads * longest * longest
    values = tokens * (_ATTENTION * shape.hidden + _FEED_FORWARD * shape.inner + adapters)
    between = 0
    if recipe.recompute and layers > 1:
        kept, between = 1, layers * tokens * shape.hidden
    blocks = kept * (values + _SCORES * scores) + _COMPUTED * values + _SCORES_COMPUTED * scores + between
    of_logits = _LOGITS_LEARNED if recipe.method == "full" or recipe.embeddings else _LOGITS
    logits = of_logits * recipe.batch_size * answers * shape.vocabulary * 4
    # Gradients and the two of AdamW; an adapter itself, which a base in full is already; one more that is added up.
    copies = 3 + (recipe.method != "full") + (recipe.accumulation > 1)
    updates = 4 * copies * learned
    return round(shape.loaded + updates + blocks * shape.width + logits)


def chat_bytes(shape: Shape, sides: int, tokens: int, reply: int) -> int:
    """The most memory that replies of so many sides take at once, each to a prompt of `tokens` tokens.

    Weights and adapter are there once. Each side has key-value memory of its own, which is kept for the next question.
    """
    cells = -(-(tokens + reply) // _GROWS) * _GROWS
    known = sides * cells * shape.token
    at_once = min(tokens, _AT_ONCE // sides)
    values = at_once * (_READ_HIDDEN * shape.hidden + _READ_INNER * shape.inner)
    scores = shape.heads * at_once * tokens
    reading = sides * (values + scores) * shape.width
    drawing = sides * (tokens + reply) * shape.token + _DRAWN * sides * shape.vocabulary * 4
    return round(shape.loaded + 4 * _adapter(shape, shape.layers, _RANK) + known + max(reading, drawing))


def _adapter(shape: Shape, layers: int, rank: int) -> int:
    """Numbers of an adapter on all linear layers of so many blocks."""
    return layers * rank * (4 * 2 * shape.hidden + 3 * (shape.hidden + shape.inner))


def fit(
    recipe: Recipe, reasons: dict[str, str], base: Base, shape: Shape, rows: Sequence[tuple[int, int]]
) -> tuple[Recipe, dict[str, str]]:
    """The recipe as it fits into memory by the estimate, or as small as it can be; reasons tell what was changed.

    `rows` are those that it trains, each with its tokens and those of its answer.
    """
    asked = [name for name, reason in reasons.items() if reason == ASKED]
    found = recipe
    while training_bytes(base, shape, found, *longest(found, rows)) > ROOM * base.memory:
        following = smaller(found, shape, rows, asked)
        if following is None:
            break
        found = following
    changed = [name for name in reasons if getattr(found, name) != getattr(recipe, name)]
    return found, {**reasons, **dict.fromkeys(changed, SHORT)}


def smaller(recipe: Recipe, shape: Shape, rows: Sequence[tuple[int, int]], fixed: Container[str] = ()) -> Recipe | None:
    """The next recipe that takes less memory, or None; what changes least of the result comes first.

    Blocks are computed again on the way back, then fewer rows at once are accumulated more often: an iteration has the
    same rows. Then fewer blocks learn, and at last the longest rows are left out, one of twenty: `layers` and
    `max_length`, unless `fixed` names them.
    """
    if not recipe.recompute and not recipe.dropout:  # computed again, other inputs would be left out
        return replace(recipe, recompute=True)
    if recipe.batch_size > 1:
        all_rows = recipe.batch_size * recipe.accumulation
        fewer = max(size for size in range(1, recipe.batch_size) if all_rows % size == 0)
        return replace(recipe, batch_size=fewer, accumulation=all_rows // fewer)
    layers = shape.layers if recipe.layers < 0 else min(recipe.layers, shape.layers)
    if "layers" not in fixed and recipe.method == "lora" and layers > _FEWEST_LAYERS:
        return replace(recipe, layers=max(layers // 2, _FEWEST_LAYERS))
    lengths = sorted(tokens for tokens, _ in rows)
    most = lengths[math.ceil(_KEPT_ROWS * len(lengths)) - 1]
    if "max_length" not in fixed and most < min(recipe.max_length, lengths[-1]):
        return replace(recipe, max_length=most)
    return None


def longest(recipe: Recipe, rows: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Tokens of the longest row that a recipe trains, and of the longest answer."""
    kept = [row for row in rows if row[0] <= recipe.max_length]
    return max(tokens for tokens, _ in kept), max(answer for _, answer in kept)


def room() -> int:
    """Bytes of this machine's memory that training can have."""
    return int(ROOM * psutil.virtual_memory().total)


def machine() -> str:
    """Tells this machine from others without naming it: a speed measured elsewhere says nothing here."""
    facts = (platform.node(), platform.machine(), os.cpu_count(), psutil.virtual_memory().total)
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:16]


def _tensors(file: Path) -> list[tuple[str, dict[str, Any]]]:
    """Names and shapes of a safetensors file: only its head is read."""
    with file.open("rb") as stream:
        (size,) = struct.unpack("<Q", stream.read(8))
        if size > 100_000_000:
            raise ValueError("not a safetensors file")
        found: dict[str, dict[str, Any]] = json.loads(stream.read(size))
    return [(name, entry) for name, entry in found.items() if name != "__metadata__"]


def _parameters(tensors: list[tuple[str, dict[str, Any]]], quantization: dict[str, Any]) -> int:
    """As if nothing were packed: a packed weight holds 32 / bits numbers in each of its words."""
    packed = {name.removesuffix(".scales") for name, _ in tensors if name.endswith(".scales")}
    total = 0
    for name, entry in tensors:
        owner, _, kind = name.rpartition(".")
        size = 1
        for length in entry["shape"]:
            size *= length
        if owner not in packed:
            total += size
        elif kind == "weight":
            own = quantization.get(owner)
            bits = (own if isinstance(own, dict) else quantization).get("bits", 4)
            total += size * 32 // bits
        elif kind == "bias":
            total += size
    return total


def _embeddings(tensors: list[tuple[str, dict[str, Any]]]) -> int | None:
    """How many tokens have one, for families that leave it out of their config.json."""
    names = ("embed_tokens.weight", "wte.weight")
    return next((int(entry["shape"][0]) for name, entry in tensors if name.endswith(names)), None)


def _shape(config: dict[str, Any], base: Base) -> Shape:
    """Raises ValueError for a config.json that does not tell the sizes."""
    layers, hidden, vocabulary = (sizes.size(config, which) for which in (sizes.LAYERS, sizes.HIDDEN, sizes.VOCABULARY))
    if not (layers and hidden and vocabulary):
        raise ValueError("sizes that are not told")
    heads = sizes.size(config, sizes.HEADS) or _DEFAULT_HEADS
    of_keys = (sizes.size(config, sizes.KEYS) or heads) * (sizes.size(config, sizes.HEAD) or hidden // heads)
    stored = config.get("torch_dtype") or config.get("dtype")
    width = 4 if _ON_CPU or stored == "float32" else 2
    return Shape(
        layers=layers,
        hidden=hidden,
        inner=sizes.size(config, sizes.INNER) or 4 * hidden,
        heads=heads,
        vocabulary=vocabulary,
        width=width,
        loaded=round(base.bytes * (_widened(config, base) if width == 4 and stored != "float32" else 1)),
        token=2 * layers * of_keys * width,
    )


def _widened(config: dict[str, Any], base: Base) -> float:
    """How much larger weights become when their numbers of 16 bits take 32; packed ones do not."""
    if not base.quantized:
        return 2
    packed = config.get("quantization") or {}
    bits, group = int(packed.get("bits", 4)), int(packed.get("group_size", 64))
    return (bits + 2 * 32 / group) / (bits + 2 * 16 / group)  # each group has a scale and a bias
