"""Sequences with key-value memory of their own, for processors.

A processor looks at every cell of the memory that its tokens' sequence lies in. In one memory for all (SharedCells)
these are the cells of the other sequences, too; in llama.cpp's streams only its own. A beginning in common is copied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.runtimes.prefixes import KEEP_FROM, Line, Prefixes, common

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.runtimes.context import Context

_NO_CELLS = np.empty(0, dtype=np.intp)


class OwnCells(Prefixes):
    """Sequences of up to `length` tokens each; what up to `kept` ended ones had read lies beside the context."""

    def __init__(self, context: Context, *, sequences: int, length: int, kept: int, idle: int) -> None:
        super().__init__(context, sequences=sequences, idle=idle)
        self.length, self._kept = length, kept
        self._states: dict[Line, NDArray[np.uint8]] = {}

    def begin(self, prompt: NDArray[np.int32]) -> Line | None:
        if not self._free:
            return None
        sequence = self._take()
        origin, shared = self._longest(prompt)
        if origin is not None:
            origin.used, origin.claims = next(self._clock), max(origin.claims - 1, 0)
            state = self._context.state(origin.sequence) if origin.busy else self._states[origin]
            self._context.restore(sequence, state, shared)
        line = Line(sequence, prompt, _NO_CELLS, shared, next(self._clock))
        self._lines.append(line)
        return line

    def grow(self, line: Line, length: int) -> bool:
        return length <= self.length

    def end(self, line: Line, kept: Sequence[int]) -> None:
        line.busy, line.prompt = False, np.array(kept[: line.read], dtype=np.int32)
        others = (other.prompt[: other.read] for other in self._lines if other is not line)
        if len(line.prompt) - max((common(line.prompt, other) for other in others), default=0) < KEEP_FROM:
            self._lines.remove(line)
        else:
            self._context.cut(line.sequence, len(line.prompt))
            self._states[line] = self._context.state(line.sequence)
        self._context.cut(line.sequence, 0)
        self._free.append(line.sequence)
        ended = self._ended(None)
        for old in ended[: max(len(ended) - self._kept, 0)]:
            self._drop(old)

    def close_gaps(self) -> None:
        """Let the sequences that are written lie side by side: only neighbours are read together."""
        for line in sorted((line for line in self._lines if line.busy), key=lambda line: -line.sequence):
            if not self._free or min(self._free) > line.sequence:
                return
            sequence = self._take()
            self._context.restore(sequence, self._context.state(line.sequence), line.read)
            self._context.cut(line.sequence, 0)
            self._free.append(line.sequence)
            line.sequence = sequence

    def _take(self) -> int:
        sequence = min(self._free)
        self._free.remove(sequence)
        return sequence

    def _drop(self, line: Line) -> None:
        self._lines.remove(line)
        del self._states[line]
