"""Which prompts lie in which sequence of a context, so that what was read once is not read again.

A sequence that has ended leaves its prompt for others until the room is needed; those that nobody waits for
and that were not used for the longest time leave first (Zheng et al. 2023, RadixAttention, arXiv:2312.07104).
All sequences share one memory (SharedCells), or each has its own (engine.runtimes.own_cells).
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from engine.runtimes.context import Context

SHARE_FROM = 16  # tokens; forking a shorter beginning costs more than it saves
KEEP_FROM = 16  # tokens of its own that make an ended prompt worth its room
_AHEAD = 64  # cells that a line takes at once for what is written


@dataclass(slots=True, eq=False)
class Line:
    """A sequence: its prompt, how many tokens of prompt and text are `read`, and its cells of a shared memory."""

    sequence: int
    prompt: NDArray[np.int32]
    cells: NDArray[np.intp]
    read: int
    used: int  # when it was last begun or forked
    busy: bool = True
    claims: int = 0  # how many of the prompts that wait will be forked from it


class Prefixes(ABC):
    """The sequences of a context: those being written, and those that have ended, `idle` of them unless awaited."""

    def __init__(self, context: Context, *, sequences: int, idle: int) -> None:
        self._context, self._idle = context, idle
        self._free = list(range(sequences))[::-1]
        self._lines: list[Line] = []
        self._clock = count()

    @abstractmethod
    def begin(self, prompt: NDArray[np.int32]) -> Line | None:
        """A line for a prompt, which has read what it shares with another one; None without room.

        At least one token of the prompt is left to read, for the logits after it.
        """

    @abstractmethod
    def grow(self, line: Line, length: int) -> bool:
        """Whether a line has, or now gets, room for so many tokens."""

    @abstractmethod
    def end(self, line: Line, kept: Sequence[int]) -> None:
        """The line is written: what it `kept` of its tokens, from the first on, stays for others, the rest goes."""

    @abstractmethod
    def _drop(self, line: Line) -> None:
        """Forget a line that has ended."""

    def expect_nothing(self) -> None:
        """No prompt waits."""
        for line in self._lines:
            line.claims = 0

    def expect(self, prompts: Sequence[NDArray[np.int32]]) -> None:
        """These come next: what they begin with leaves last."""
        for prompt in prompts:
            origin, _ = self._longest(prompt)
            if origin is not None:
                origin.claims += 1

    def is_being_read(self, prompt: NDArray[np.int32]) -> bool:
        """Whether another prompt that has more in common with this one than is read yet, is just being read."""
        busy = [line for line in self._lines if line.busy and line.read < len(line.prompt)]
        ahead = max((common(line.prompt, prompt) for line in busy), default=0)
        return ahead >= SHARE_FROM and ahead - self._longest(prompt)[1] >= SHARE_FROM

    def trim(self) -> None:
        """Of what has ended and nobody waits for, keep what was used last: all else only costs memory and time."""
        idle = [line for line in self._ended(None) if not line.claims]
        for line in idle[: max(len(idle) - self._idle, 0)]:
            self._drop(line)

    def forget(self) -> None:
        """Drop what has ended."""
        for line in self._ended(None):
            self._drop(line)

    def _longest(self, prompt: NDArray[np.int32]) -> tuple[Line | None, int]:
        """The line that has read most of how a prompt begins, and how much; (None, 0) when it is not worth it."""
        best, shared = None, SHARE_FROM - 1
        for line in self._lines:
            read = line.prompt[: line.read]
            # One that has more in common has this token too: most have not, and are told apart by it.
            if min(len(read), len(prompt) - 1) > shared and read[shared] == prompt[shared]:
                found = common(read, prompt[:-1])
                if found > shared:
                    best, shared = line, found
        return (best, shared) if best is not None else (None, 0)

    def _ended(self, origin: Line | None) -> list[Line]:
        ended = [line for line in self._lines if not line.busy and line is not origin]
        return sorted(ended, key=lambda line: (line.claims > 0, line.used))


class SharedCells(Prefixes):
    """One memory of `cells` for all sequences and up to `kept` ended ones, in which beginnings in common lie once.

    Cells are counted here and not in llama.cpp, which does not tell: a cell is free when no line holds it.
    """

    def __init__(self, context: Context, *, sequences: int, cells: int, kept: int, idle: int) -> None:
        super().__init__(context, sequences=sequences + kept, idle=idle)
        self._holders = np.zeros(cells, dtype=np.int32)

    def begin(self, prompt: NDArray[np.int32]) -> Line | None:
        origin, shared = self._longest(prompt)
        wanted = min(len(prompt) + _AHEAD, len(self._holders)) - shared
        own = self._cells(wanted, origin)
        if len(own) < wanted or not self._free:
            if origin is None or any(line.busy for line in self._lines):
                return None
            self._drop(origin)  # too long to stand beside it
            return self.begin(prompt)
        sequence = self._free.pop()
        cells = own
        if origin is not None:
            origin.used, origin.claims = next(self._clock), max(origin.claims - 1, 0)
            self._context.fork(origin.sequence, sequence, shared)
            cells = np.concatenate([origin.cells[:shared], own])
        self._holders[cells] += 1
        line = Line(sequence, prompt, cells, shared, next(self._clock))
        self._lines.append(line)
        return line

    def grow(self, line: Line, length: int) -> bool:
        lacking = length - len(line.cells)
        if lacking <= 0:
            return True
        own = self._cells(max(_AHEAD, lacking), None)
        self._holders[own] += 1
        line.cells = np.concatenate([line.cells, own])
        return len(own) >= lacking

    def end(self, line: Line, kept: Sequence[int]) -> None:
        line.busy = False
        read = min(line.read, len(kept))
        self._context.cut(line.sequence, read)
        self._holders[line.cells[read:]] -= 1
        line.cells, line.prompt = line.cells[:read], np.array(kept[:read], dtype=np.int32)
        if np.count_nonzero(self._holders[line.cells] == 1) < KEEP_FROM:  # too short, or others hold it too
            self._drop(line)

    def _cells(self, wanted: int, origin: Line | None) -> NDArray[np.intp]:
        """Up to so many free cells; ended lines but the origin are dropped for them, and for a free sequence."""
        ended = self._ended(origin)
        while ended and (not self._free or np.count_nonzero(self._holders == 0) < wanted):
            self._drop(ended.pop(0))
        return np.flatnonzero(self._holders == 0)[:wanted]

    def _drop(self, line: Line) -> None:
        self._context.cut(line.sequence, 0)
        self._holders[line.cells] -= 1
        self._lines.remove(line)
        self._free.append(line.sequence)


def common(one: NDArray[np.int32], other: NDArray[np.int32]) -> int:
    """How many tokens two texts begin with alike."""
    length = min(len(one), len(other))
    unequal = one[:length] != other[:length]
    return int(unequal.argmax()) if unequal.any() else length


def together(prompts: Sequence[tuple[int, ...]]) -> list[int]:
    """The numbers of the prompts, those with a common beginning next to each other, else as they come."""
    return list(_together(prompts, range(len(prompts)), 0))


def _together(prompts: Sequence[tuple[int, ...]], numbers: Sequence[int], at: int) -> Iterator[int]:
    at += len(os.path.commonprefix([prompts[number][at:] for number in numbers]))  # of any sequences, not only paths
    groups: dict[tuple[int, ...], list[int]] = {}
    for number in numbers:
        groups.setdefault(tuple(prompts[number][at : at + SHARE_FROM]), []).append(number)
    for group in groups.values():
        yield from group if len(group) < 3 or len(groups) == 1 else _together(prompts, group, at)
