"""Processes that train as one: each takes its share of every batch, and what they find is added up.

The same program runs in each. What one adds up, all must: the first one, which alone knows the project, says what
comes next, and the others follow it.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import mlx.core as mx
import mlx.nn as nn
import numpy as np
from mlx.utils import tree_map

from engine.errors import HoneError, JobCancelled
from engine.hosts_file import LOST
from engine.runtimes.mlx.arrays import number, numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from engine.runtimes.recipe import Recipe

_Row = TypeVar("_Row")
END, STEP, EVALUATE = 0, 1, 2  # what the first rank has all of them do


class Lost(HoneError):
    """Another rank is gone; what was reached is in the newest checkpoint."""


class Ranks:
    """This process among those of its group; alone where there is no group, and then all of this costs nothing."""

    def __init__(self, group: Any = None) -> None:
        self._group = group
        self.rank, self.size = (0, 1) if group is None else (int(group.rank()), int(group.size()))

    def check(self, recipe: Recipe) -> None:
        """Raise HoneError when an iteration's rows cannot be shared evenly."""
        rows, batches, size = recipe.batch_size, recipe.accumulation, self.size
        if rows % size and batches % size:
            near = rows // size * size or size
            raise HoneError(
                f"{size} Macs cannot share a batch of {rows} rows evenly",
                f"Take as many Macs as divide {rows}, or start a new run with a batch size of {near} or {near + size}.",
            )

    def share(self, batches: Sequence[Sequence[_Row]], batch_size: int) -> list[list[_Row]]:
        """This rank's part of an iteration: of each batch where its size can be divided, else every so many batches.

        The parts have equal numbers of batches; one may be empty where the rows are few.
        """
        if batch_size % self.size == 0:  # batches hold rows of like length, so that all ranks have as much to do
            return [list(batch[self.rank :: self.size]) for batch in batches]
        return [list(batch) for batch in batches[self.rank :: self.size]]

    def scatter(self, seed: int, iteration: int) -> None:
        """Let other ranks leave out other inputs than the first, and the same ones when the run is resumed."""
        if self.rank:
            mx.random.seed((seed << 32) + iteration * self.size + self.rank)

    def total(self, loss: mx.array, gradient: Any, tokens: int) -> tuple[mx.array, Any, int]:
        """Summed loss, gradient and number of targets of all ranks."""
        if self.size == 1:
            return loss, gradient, tokens
        with _reached():
            mean = nn.utils.average_gradients(gradient, self._group)
            summed = tree_map(lambda part: part * self.size, mean)
            mx.eval(summed)
            all_tokens = mx.distributed.all_sum(mx.array(tokens), group=self._group)
            return self._sum(loss), summed, int(number(all_tokens))

    def sums(self, *values: float) -> list[float]:
        """Each value added up over all ranks."""
        return list(values) if self.size == 1 else numbers(self._sum(mx.array(values, dtype=mx.float32)))

    def same(self, tree: Any) -> Any:
        """The first rank's arrays, in a tree that has the same form everywhere."""
        if self.size == 1:
            return tree
        return tree_map(lambda array: self._sum(array if self.rank == 0 else mx.zeros_like(array)), tree)

    def tell(self, message: bytes = b"") -> bytes:
        """The first rank's message, of any length."""
        if self.size == 1:
            return message
        (length,) = numbers(self.same(mx.array([len(message)])))
        text = np.frombuffer(message, np.uint8) if self.rank == 0 else np.zeros(length, np.uint8)
        return bytes(np.array(self.same(mx.array(text)), copy=False).tobytes())

    def lead(self, order: int) -> None:
        """Say what comes next, where this is the first rank; the others `follow`."""
        if self.size > 1 and self.rank == 0:
            self.same(mx.array(order))

    def follow(self) -> int:
        """What the first rank says that comes next."""
        return int(number(self.same(mx.array(0))))

    def each(self, work: Callable[[], None]) -> None:
        """Do what every rank does for itself; a cancel that one of them meets stops all of them, here."""
        wanted = False
        try:
            work()
        except JobCancelled:
            if self.size == 1:
                raise
            wanted = True
        if self.size > 1 and self.sums(float(wanted))[0]:
            raise JobCancelled

    def _sum(self, array: mx.array) -> mx.array:
        with _reached():
            found: mx.array = mx.distributed.all_sum(array, group=self._group)
            mx.eval(found)
            return found


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        raise Lost(LOST, "Start the training again: it goes on from its last checkpoint.") from error


_current = Ranks()


def current() -> Ranks:
    """This process's ranks: it is alone unless it joined others."""
    return _current


def join(backend: str) -> Ranks:
    """Take the place that mlx.launch gave this process; waits for the others."""
    global _current
    with _reached():
        _current = Ranks(mx.distributed.init(strict=True, backend=backend.removesuffix("-ring")))
    return _current
