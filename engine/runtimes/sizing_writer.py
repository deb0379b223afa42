"""What writing with a GGUF file takes of memory, and how much key-value memory it gets, by its header alone."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.models.gguf_header import Header

GRAPHICS = sys.platform == "darwin"
_SHARE = 0.3  # of the free memory may become key-value memory
_MANY, _MORE = 16, 32  # sequences of a chat model on a processor, and on a graphics chip, which pads smaller batches
_TOKENS_EACH, LEAST_EACH = 2048, 512  # cells for one of them: as many as it wants, and as few as will do
_LEAST = 512  # cells, of all together
_HALVED = 32 / 17  # a block of 32 values takes 34 bytes in 8 bits, 64 in 16
KEPT = 16  # prompts that may stay when their texts have ended
_READ = 512  # tokens at once
# Measured (benchmarks/memory.md): numbers of a token while it is read, of hidden and of inner width; copies of the
# logits that llama.cpp has; bytes that each word of the vocabulary, and all else, take beside the weights; cells of
# ended texts that lie beside the context for a moment, as a share of a sequence's.
_HIDDEN, _INNER, _LOGITS = 4, 3, 2
_WORD, _ELSE = 200, 12e6
_ENDED = 1.5
# ggml's numbers of the types whose matrices a processor keeps a second time, in the order in which it multiplies them,
# and the bytes of a weight: Q4_0, Q4_K, IQ4_NL. Most matrices of a Q4_K_M are such.
_REPACKED = {2: 18 / 32, 12: 144 / 256, 20: 18 / 32}
_OF_Q4_K_M = 0.86 * 144 / 256


@dataclass(frozen=True, slots=True)
class WriterShape:
    """The sizes of a writer's parts; `token` is the bytes of its keys and values in 16 bits."""

    hidden: int
    inner: int
    vocabulary: int
    context: int
    token: int
    halves: bool  # whether keys and values can be kept in 8 bits
    weights: int
    repacked: int  # bytes of weights that are there twice; the file's are given up where memory is short


@dataclass(frozen=True, slots=True)
class Cells:
    """The key-value memory of a context: tokens in all, in how many sequences; `apart`: each has its part of it."""

    sequences: int
    cells: int
    halved: bool = False
    apart: bool = False


def of_header(header: Header, size: int) -> WriterShape | None:
    """Of a file of `size` bytes; None where its header does not tell enough."""
    layers, hidden = header.number("block_count"), header.number("embedding_length")
    if not layers or not hidden:
        return None
    heads = header.number("attention.head_count") or 1
    width = header.number("attention.key_length") or hidden // heads
    repacked = sum(_REPACKED.get(kind, 0) * count for kind, count in header.kinds.items())
    return WriterShape(
        hidden=hidden,
        inner=header.number("feed_forward_length") or 4 * hidden,
        vocabulary=header.words,
        context=header.context_length or _TOKENS_EACH,
        token=2 * 2 * layers * (header.number("attention.head_count_kv") or heads) * width,
        halves=width % 32 == 0,
        weights=size,
        repacked=0 if GRAPHICS else round(repacked),
    )


def of_config(config: dict[str, Any], parameters: int, weights: int, quantisation: str) -> WriterShape:
    """Of a file of `weights` bytes that is not here, by the config.json of its model."""
    hidden, width, words = config["hidden_size"], config["head_dim"], config["vocab_size"]
    repacked = 0 if GRAPHICS or quantisation != "Q4_K_M" else round(_OF_Q4_K_M * (parameters - words * hidden))
    return WriterShape(
        hidden=hidden,
        inner=config.get("intermediate_size") or 4 * hidden,
        vocabulary=words,
        context=config.get("max_position_embeddings") or _TOKENS_EACH,
        token=2 * 2 * config["num_hidden_layers"] * config["num_key_value_heads"] * width,
        halves=width % 32 == 0,
        weights=weights,
        repacked=repacked,
    )


def wanted(context: int, *, graphics: bool) -> Cells:
    """What a chat model gets where there is memory: many sequences, each with a part of its own on a processor."""
    most = _MORE if graphics else _MANY
    return Cells(most, most * min(_TOKENS_EACH, context), apart=not graphics)


def affordable(want: Cells, token: int, available: int, *, halves: bool) -> Cells:
    """As much of it as a share of the free memory has room for.

    Where that is too little, in 8 bits: they wrote what 16 do, and hold nearly twice as much.
    """
    room = int(available * _SHARE / token)
    halved = room < want.cells and halves
    cells = min(want.cells, max(int(room * (_HALVED if halved else 1)), _LEAST))
    return replace(want, cells=cells, halved=halved, apart=want.apart and cells == want.cells)


def least(shape: WriterShape) -> Cells:
    """With as little as will do."""
    return Cells(4, 4 * LEAST_EACH, halved=shape.halves)


def writing_bytes(shape: WriterShape, cells: Cells) -> int:
    """The most memory that writing takes at once: weights, key-value memory, and what is read on its way."""
    token = shape.token / (_HALVED if cells.halved else 1)
    rows = cells.sequences if cells.apart else cells.sequences + KEPT
    seen = cells.cells // cells.sequences if cells.apart else cells.cells  # by a token, in a table of 16 bits
    reading = _READ * (4 * (_HIDDEN * shape.hidden + _INNER * shape.inner) + 2 * seen)
    ended = _ENDED * seen * token if cells.apart else 0
    logits = (rows + _LOGITS * cells.sequences) * shape.vocabulary * 4
    beside = _WORD * shape.vocabulary + _ELSE
    return round(shape.weights + shape.repacked + cells.cells * token + reading + ended + logits + beside)
