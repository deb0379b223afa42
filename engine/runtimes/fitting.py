"""Whether a machine's memory is enough for a model, of the catalogue or from elsewhere; what is too large is refused.

Every way to a model asks here before it is loaded, so that all of them say the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import psutil

from engine.errors import HoneError
from engine.models import BASE, WRITER
from engine.models.catalogue import entries, size_text
from engine.models.gguf_header import Damaged, read_header
from engine.models.mlx_folder import name_of
from engine.runtimes import recipe, sizing, sizing_writer

if TYPE_CHECKING:
    from pathlib import Path

    from engine.models.catalogue import Entry
    from engine.models.gguf_header import Header
    from engine.runtimes.recipe import Base
    from engine.runtimes.sizing import Shape

FITS, TIGHT, TOO_LARGE = "fits", "tight", "too large"
WRITING, TRAINING, CHAT, SEARCH = "writing", "training", "chat", "search"  # what a model is used for
MOST = 0.9  # share of the memory that a tight model may take, with other programs closed
_MANY, _AT_ONCE = 32_768, 16  # tokens of key-value memory for that many texts at once: plenty
_EMBEDS = 0.2e9  # bytes for the texts that are read at once
_BESIDE = 1.1  # what is taken beside the weights where a model does not tell its sizes
_ROW, _ANSWER = 256, 128  # tokens of a long question with its answer, and of the answer
_ALL_SIDES, _LEAST_SIDES = (4, 2048, 256), (2, 128, 128)  # who replies, tokens of each prompt, and of each reply
_PLENTY = 1 << 50  # bytes
_OFFERS = 3
_PACKED = 0.35  # of the bytes of a base in 16 bits, for the same in 4 bits and a reply
_SMALLER = "A copy of it in 4 bits would fit: hone models convert FOLDER."


@dataclass(frozen=True, slots=True)
class Fit:
    """How a model fits into `memory` bytes, and how many it needs at least; `comfortable` for it to run well."""

    state: str
    needed: int
    comfortable: int
    memory: int


def fit(entry: Entry, memory: int | None = None) -> Fit:
    """How a model of the catalogue fits into this machine's memory, or another's, for what it is there for."""
    return next(iter(uses(entry, memory).values()))


def uses(entry: Entry, memory: int | None = None) -> dict[str, Fit]:
    """The same for each thing that it is used for, what it is there for first; from what the catalogue knows alone."""
    if entry.kind == BASE:
        return _of_base(*sizing.of_config(entry.config, entry.parameters, entry.weight, 0, quantized=True), memory)
    if entry.kind == WRITER:
        shape = sizing_writer.of_config(entry.config, entry.parameters, entry.weight, entry.quantisation)
        return {WRITING: _fit(_writing(shape), MOST, memory)}
    size = round(entry.weight * _BESIDE + _EMBEDS)
    return {SEARCH: _fit((size, size), MOST, memory)}


def uses_here(path: Path) -> dict[str, Fit]:
    """The same of a GGUF file or a base that is here, by its header; empty where that does not tell enough."""
    try:
        if path.is_dir():
            config = json.loads((path / "config.json").read_text(encoding="utf-8"))
            return _of_base(*sizing.measure(path, config), None)
        shape = sizing_writer.of_header(read_header(path), path.stat().st_size)
    except (OSError, ValueError, HoneError):
        return {}
    return {WRITING: _fit(_writing(shape), MOST, None)} if shape is not None else {}


def offers(kind: str, memory: int | None = None) -> list[Entry]:
    """What fits of a kind, a few, the largest first: larger models are better at it."""
    fitting = [entry for entry in entries() if entry.kind == kind and fit(entry, memory).state == FITS]
    return sorted(fitting, key=lambda entry: entry.weight, reverse=True)[:_OFFERS]


def best(kind: str, memory: int | None = None) -> Entry | None:
    """The one to begin with: the largest that is recommended and fits, else the largest that fits."""
    fitting = [entry for entry in entries() if entry.kind == kind and fit(entry, memory).state == FITS]
    return max(fitting, key=lambda entry: (entry.recommended, entry.weight), default=None)


def too_large(name: str, kind: str, needed: int, memory: int) -> HoneError:
    """The failure of a model that needs more memory than the machine has, with what would do instead."""
    others = ", ".join(other.name for other in offers(kind, memory))
    what = f"It needs {size_text(needed)} of memory, and this machine has {size_text(memory)}."
    more = f"What fits is {others}." if others else "Nothing of the catalogue fits."
    way = "A model on another machine writes too: add it in Settings, or with hone servers add ADDRESS."
    hint = " ".join((what, more, way) if kind == WRITER else (what, more))
    return HoneError(f"{name} is too large for this machine", hint)


def check_writer(file: Path, header: Header | None = None) -> None:
    """Raise HoneError for a GGUF file that is too large for this machine, or for what is free of its memory."""
    size = file.stat().st_size
    try:
        shape = sizing_writer.of_header(header or read_header(file), size)
    except (Damaged, OSError):
        shape = None  # llama.cpp will tell what is wrong with it
    needed = round(size * _BESIDE) if shape is None else _writing(shape)[1]
    _insist(file.name, WRITER, needed)


def check_base(folder: Path, config: dict[str, Any], *, loading: bool = True) -> None:
    """Raise HoneError for a base that is too large for this machine; when `loading`, for what is free of its memory."""
    try:
        _insist(name_of(folder), BASE, loading_bytes(folder, config), loading=loading)
    except HoneError as error:
        if config.get("quantization") or _PACKED * _stored(folder) > MOST * psutil.virtual_memory().total:
            raise
        raise HoneError(error.title, f"{error.hint} {_SMALLER}") from error


def loading_bytes(folder: Path, config: dict[str, Any]) -> int:
    """What a base takes of memory once it is loaded, with short replies of both sides."""
    try:
        return sizing.chat_bytes(sizing.measure(folder, config)[1], *_LEAST_SIDES)
    except HoneError:  # of a kind that is not estimated, or damaged, which MLX will tell
        return round(_BESIDE * _stored(folder))


def _stored(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("model*.safetensors"))


def _insist(name: str, kind: str, needed: int, *, loading: bool = True) -> None:
    memory = psutil.virtual_memory()
    if needed > MOST * memory.total:
        raise too_large(name, kind, needed, memory.total)
    if loading and needed > memory.available:
        what = f"It needs {size_text(needed)} of memory, and {size_text(memory.available)} are free."
        way = "Close other programs, or choose a smaller model."
        raise HoneError(f"{name} does not fit into memory", f"{what} {way}")


def _fit(sizes: tuple[int, int], most: float, memory: int | None) -> Fit:
    """Of what is comfortable and what is needed, which may take up to a share of the memory."""
    there = psutil.virtual_memory().total if memory is None else memory
    comfortable, needed = sizes
    tight = TIGHT if needed <= most * there else TOO_LARGE
    return Fit(FITS if comfortable <= sizing.ROOM * there else tight, needed, comfortable, there)


def _writing(shape: sizing_writer.WriterShape) -> tuple[int, int]:
    """Bytes for many texts at once, and for as few as will do."""
    many = sizing_writer.Cells(_AT_ONCE, _MANY, apart=not sizing_writer.GRAPHICS)
    few = replace(shape, repacked=0)
    return sizing_writer.writing_bytes(shape, many), sizing_writer.writing_bytes(few, sizing_writer.least(shape))


def _of_base(base: Base, shape: Shape, memory: int | None) -> dict[str, Fit]:
    """How MLX trains and chats where there is memory, and as short as it can be."""
    training = _training(replace(base, memory=_PLENTY), shape), _training(replace(base, memory=0), shape)
    chat = sizing.chat_bytes(shape, *_ALL_SIDES), sizing.chat_bytes(shape, *_LEAST_SIDES)
    return {TRAINING: _fit(training, sizing.ROOM, memory), CHAT: _fit(chat, sizing.ROOM, memory)}


def _training(base: Base, shape: Shape) -> int:
    """Bytes for training as the recipe is on a machine like this.

    Blocks are computed again on the way back, which training does by itself where it has to: it takes longer by a
    third, and much less memory.
    """
    chosen, _ = recipe.plan({"preset": "balanced", "method": "lora"}, [_ROW] * 100, base)
    return sizing.training_bytes(base, shape, replace(chosen, recompute=True), _ROW, _ANSWER)
