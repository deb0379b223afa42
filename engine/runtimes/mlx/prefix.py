"""The blocks below the first adapter never learn: what they make of a row is computed once, and they leave memory.

The trunk is cut above them. Stand-ins take their places in the model, the lowest of which hands on the hidden states
that it is given, so that whatever else a trunk does (masks, the norm at its end) stays the architecture's own.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import SimpleNamespace
from typing import IO, TYPE_CHECKING, Any

import mlx.core as mx
import mlx.nn as nn
import numpy as np
import psutil

from engine.errors import HoneError
from engine.runtimes.mlx.losses import Example, make_batch, token_losses
from engine.runtimes.mlx.model import read_blocks, trainable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.runtimes.mlx.model import Loaded

Check = Callable[[], None]
Tell = Callable[[int, int], None]  # rows done and in all
_OF_FREE_MEMORY, _OF_FREE_DISK = 0.25, 0.5  # shares that hidden states may take; more than that of memory: on disk


class Cut:
    """A model whose lowest blocks stand aside: the rest runs on what they made of the rows (`give`)."""

    def __init__(self, loaded: Loaded, count: int, row: Example) -> None:
        self._loaded, self._count = loaded, count
        self._blocks: list[Any] | None = self._layers[:count]
        self._given = _Given()
        self._stand_ins: list[Any] = [_StandIn(block, self._given) for block in self._blocks[:1]]
        self._stand_ins += [_StandIn(block, None) for block in self._blocks[1:]]
        self._layers[:count] = self._stand_ins
        made = self.lower(make_batch([row]).inputs)
        self.dtype, self.width = made.dtype, made.shape[-1] * made.dtype.size  # bytes a token

    @property
    def _layers(self) -> list[Any]:
        layers: list[Any] = self._loaded.model.model.layers
        return layers

    def give(self, hidden: mx.array) -> None:
        """What the lowest blocks made of the next batch, [rows, length, hidden]."""
        self._given.hidden = hidden

    def lower(self, inputs: mx.array) -> mx.array:
        """What the lowest blocks make of `inputs` [rows, length]: [rows, length, hidden]."""
        with self.whole():
            above = self._layers[self._count]
            self._layers[self._count] = _Stop(above)
            try:
                self._loaded.model.model(inputs)
            except _Stopped as stopped:
                return stopped.hidden
            finally:
                self._layers[self._count] = above
        raise ValueError("a trunk that does not run its blocks one after the other")

    def release(self) -> None:
        """Let the lowest blocks leave memory; from now on they are read again when they are needed."""
        self._blocks = None
        mx.clear_cache()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """All blocks in their places, as in a model that is not cut."""
        released, before = self._blocks is None, self._layers[: self._count]
        if self._blocks is None:
            self._blocks = read_blocks(self._loaded, self._count)
        self._layers[: self._count] = self._blocks
        try:
            yield
        finally:
            self._layers[: self._count] = before
            if released:
                self.release()


class Shelf:
    """What the lowest blocks make of some rows, computed in a fixed order and company, so always alike.

    In memory, or in a file without a name, which the system removes with the process.
    """

    def __init__(self, rows: Sequence[Example], cut: Cut, batch_size: int, file: IO[bytes] | None) -> None:
        self.rows, self._cut, self._batch_size, self._file = list(rows), cut, batch_size, file
        self._kept: dict[tuple[int, ...], NDArray[np.uint8]] = {}
        self._filed: dict[tuple[int, ...], int] = {}  # where it begins
        if file is not None:
            weakref.finalize(self, file.close)

    @property
    def kept_bytes(self) -> int:
        """How much of memory it takes."""
        return sum(hidden.nbytes for hidden in self._kept.values())

    def fill(self, check: Check, tell: Tell) -> None:
        """Compute all rows; `tell` how far it is."""
        ordered = sorted({row.tokens: row for row in self.rows}.values(), key=lambda row: (len(row.tokens), row.tokens))
        with self._cut.whole():
            for start in range(0, len(ordered), self._batch_size):
                check()
                group = ordered[start : start + self._batch_size]
                for row, hidden in zip(group, _bytes(self._cut.lower(make_batch(group).inputs)), strict=True):
                    self._put(row, hidden[: len(row.tokens) - 1])
                tell(start + len(group), len(ordered))

    def hidden(self, rows: Sequence[Example], inputs: mx.array) -> mx.array:
        """[rows, length, hidden] for `inputs`, the padded `rows`; rows that are not here are computed."""
        padded = np.zeros((*inputs.shape, self._cut.width), np.uint8)
        missing = [place for place, row in enumerate(rows) if not self._has(row)]
        if missing:
            padded[missing] = _bytes(self._cut.lower(inputs[mx.array(missing)]))
        for place, row in enumerate(rows):
            if place not in missing:
                padded[place, : len(row.tokens) - 1] = self._get(row)
        return mx.array(padded).view(self._cut.dtype)

    def _has(self, row: Example) -> bool:
        return row.tokens in self._kept or row.tokens in self._filed

    def _put(self, row: Example, hidden: NDArray[np.uint8]) -> None:
        if self._file is None:
            self._kept[row.tokens] = hidden.copy()
            return
        try:
            self._filed[row.tokens] = self._file.seek(0, 2)
            self._file.write(hidden.tobytes())
        except OSError as error:
            raise HoneError("The disk is full", "Free some space and train again: the run goes on.") from error

    def _get(self, row: Example) -> NDArray[np.uint8]:
        if self._file is None:
            return self._kept[row.tokens]
        self._file.seek(self._filed[row.tokens])
        size = (len(row.tokens) - 1) * self._cut.width
        return np.frombuffer(self._file.read(size), np.uint8).reshape(-1, self._cut.width)


class Frozen:
    """The blocks of a run that never learn: with shelves of what they make, where the model could be cut.

    `keep`: the blocks stay in memory, since new rows will come.
    """

    def __init__(self, cut: Cut | None, batch_size: int, folder: Path | None, *, keep: bool) -> None:
        self._cut, self._batch_size, self._folder, self._keep = cut, batch_size, folder, keep
        self._shelves: dict[str, Shelf] = {}

    def ready(self, name: str, rows: Sequence[Example], check: Check, tell: Tell) -> None:
        """Compute what the blocks make of `rows`, unless that was done, and let go of the blocks."""
        if self._cut is None or (name in self._shelves and self._shelves[name].rows == list(rows)):
            return
        in_memory = place(size(self._cut.width, rows), self._folder) == "memory"
        file = None if in_memory else tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115  lives with the shelf
        shelf = Shelf(rows, self._cut, self._batch_size, file)
        shelf.fill(check, tell)
        self._shelves[name] = shelf
        if not self._keep:
            self._cut.release()

    @property
    def kept_bytes(self) -> int:
        """How much of memory the shelves take."""
        return sum(shelf.kept_bytes for shelf in self._shelves.values())

    def will_keep(self, rows: Sequence[Example]) -> int:
        """How much of memory a shelf of `rows` takes."""
        needed = 0 if self._cut is None else size(self._cut.width, rows)
        return needed if place(needed, self._folder) == "memory" else 0

    def give(self, name: str, rows: Sequence[Example], inputs: mx.array) -> None:
        """Let the model run on from what is known of `rows`, which `inputs` are; without a shelf it is computed."""
        if self._cut is None:
            return
        if name in self._shelves:
            self._cut.give(self._shelves[name].hidden(rows, inputs))
            return
        hidden = self._cut.lower(inputs)
        mx.eval(hidden)
        if not self._keep:
            self._cut.release()
        self._cut.give(hidden)

    def whole(self) -> AbstractContextManager[None]:
        """The model with all of its blocks."""
        return nullcontext() if self._cut is None else self._cut.whole()


def cut_below_adapter(loaded: Loaded, rows: Sequence[Example], folder: Path | None, *, split: bool) -> Cut | None:
    """Cut a model below its first trainable block.

    None where it learns from the bottom, where a cut would change it, or where there is no room for the rows.
    """
    names = [name.split(".") for name in trainable(loaded)]
    if not names or any(name[:2] != ["model", "layers"] for name in names):
        return None
    count = min(int(name[2]) for name in names)
    if not count:
        return None
    layers: list[Any] = loaded.model.model.layers
    blocks, batch = list(layers), make_batch(rows[:1])
    loaded.model.eval()  # without chance
    before = token_losses(loaded.model, batch, split=split)
    try:
        cut = Cut(loaded, count, rows[0])
        cut.give(cut.lower(batch.inputs))
        after = token_losses(loaded.model, batch, split=split)
        if mx.allclose(before, after, rtol=1e-4, atol=1e-4).item() and place(size(cut.width, rows), folder):
            return cut
    except (TypeError, ValueError, AttributeError, IndexError, KeyError):
        pass
    layers[:] = blocks
    return None


def place(needed: int, folder: Path | None) -> str:
    """Where so many bytes of hidden states go: memory, disk, or nowhere."""
    if needed <= _OF_FREE_MEMORY * psutil.virtual_memory().available:
        return "memory"
    return "disk" if needed <= _OF_FREE_DISK * shutil.disk_usage(folder or tempfile.gettempdir()).free else ""


def size(width: int, rows: Sequence[Example]) -> int:
    """Bytes of the hidden states of rows, `width` bytes a token."""
    return width * sum(len(tokens) - 1 for tokens in {row.tokens for row in rows})


class _Given:
    """The hidden states of the batch on its way; not an array of a module, which would make it a parameter."""

    hidden: mx.array


class _StandIn(nn.Module):  # type: ignore[misc]  # mlx tells no types
    """In a block's place: hands on what it gets, or what is `given`. Trunks ask blocks for their kind of attention."""

    def __init__(self, block: nn.Module, given: _Given | None) -> None:
        super().__init__()
        self.__dict__.update(vars(block), stands_for_given=given)
        if "self_attn" in block:
            self.__dict__["self_attn"] = SimpleNamespace(**vars(block.self_attn))  # its kind, without its weights

    def __call__(self, hidden: mx.array, *_: Any, **__: Any) -> mx.array:
        given: _Given | None = self.__dict__["stands_for_given"]
        return hidden if given is None else given.hidden


class _Stop(_StandIn):
    """In place of the first block that is not wanted."""

    def __init__(self, block: nn.Module) -> None:
        super().__init__(block, None)

    def __call__(self, hidden: mx.array, *_: Any, **__: Any) -> mx.array:
        raise _Stopped(hidden)


class _Stopped(Exception):  # noqa: N818  not an error
    def __init__(self, hidden: mx.array) -> None:
        super().__init__()
        self.hidden = hidden


def _bytes(hidden: mx.array) -> NDArray[np.uint8]:
    """Exact in every type: NumPy knows no bfloat16."""
    return np.array(mx.contiguous(hidden).view(mx.uint8))
