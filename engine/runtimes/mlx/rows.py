"""Replies under way in one batch: rows of either side come and go, over one set of weights."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import mlx.core as mx
import psutil
from mlx_lm.models.cache import KVCache, RotatingKVCache, make_prompt_cache

if TYPE_CHECKING:
    from engine.runtimes.mlx.kept import Kept
    from engine.runtimes.mlx.model import Loaded

Check = Callable[[], None]
_AT_ONCE = 4096  # tokens that are read at once; between such lots a cancel is looked for
_ALIKE, _NEAR = 0.75, 16  # a shorter prompt is padded up to this share of another, or so many tokens
_SHARE = 0.25  # of the free memory, for the caches of a batch


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next token is drawn; temperature 0 takes the most likely one."""

    temperature: float = 0.6
    top_p: float = 0.9
    repetition_penalty: float = 1.1
    max_tokens: int = 256
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt and the side that answers it; without `draw` the reply is the likeliest. `name` is the caller's."""

    name: Hashable
    side: str
    prompt: Sequence[int]
    draw: Sampling | None = None


@dataclass(eq=False, slots=True)
class Row:
    """A reply under way: the tokens it has, and how many it may have."""

    asked: Asked
    limit: int
    made: list[int] = field(default_factory=list)

    @property
    def longest(self) -> int:
        """How many tokens it has at most, with its prompt."""
        return len(self.asked.prompt) + self.limit


class Rows:
    """Rows that are continued together; `rows` tells which they are, in the order of the batch.

    Of a prompt only what `kept` does not know is read. Models whose caches cannot share a batch take one row.
    """

    def __init__(self, loaded: Loaded, kept: Kept | None = None) -> None:
        self.rows: list[Row] = []
        self._loaded, self._kept = loaded, kept
        self._batches = batches(loaded.model)
        self._cache: list[Any] = []
        self._next: mx.array

    def join(self, rows: Sequence[Row], check: Check) -> None:
        """Read prompts, those of alike length together, and go on with them beside the rows that are there."""
        for group in self._groups([(row, *self._start(row)) for row in rows]):
            self._use([row for row, _, _ in group])
            cache = self._read([(known, rest[:-1]) for _, known, rest in group], check)
            last = mx.array([[rest[-1]] for _, _, rest in group])
            if self.rows:
                for mine, theirs in zip(self._cache, cache, strict=True):
                    mine.extend(theirs)
                self._next = mx.concatenate([self._next, last])
            else:
                self._cache, self._next = cache, last
            self.rows += [row for row, _, _ in group]
        self._use(self.rows)

    def logits(self) -> mx.array:
        """Logits of the next token, [rows, vocabulary], float32; not computed yet."""
        last: mx.array = self._loaded.model(self._next, cache=self._cache)[:, -1, :]
        return last.astype(mx.float32)

    def advance(self, tokens: Sequence[int], keep: Sequence[int]) -> None:
        """Append a token to each row and go on with the rows at the places `keep`."""
        if len(keep) < len(self.rows):
            before, self.rows = self.rows, [self.rows[place] for place in keep]
            if not keep:
                self._cache = []
                return
            places = mx.array(list(keep))
            for cache in self._cache:
                cache.filter(places)
            if [row.asked.side for row in before] != [row.asked.side for row in self.rows]:
                self._use(self.rows)
        self._next = mx.array([[tokens[place]] for place in keep])

    def keep(self, place: int) -> None:
        """Let `kept` know what this row has read and written."""
        if self._kept is not None and self._batches:
            row, cache = self.rows[place], [layer.extract(place) for layer in self._cache]
            mx.eval([layer.state for layer in cache])
            self._kept.keep(row.asked.side, [*row.asked.prompt, *row.made][: cache[0].offset], cache)

    def _start(self, row: Row) -> tuple[list[Any], list[int]]:
        """What is known of a prompt as a cache, and the tokens that are left to read, at least one."""
        known = None
        rest = list(row.asked.prompt)
        if self._kept is not None and self._batches:
            known, rest = self._kept.start(row.asked.side, rest)
        return known or make_prompt_cache(self._loaded.model), rest

    def _groups(self, starts: list[tuple[Row, list[Any], list[int]]]) -> list[list[tuple[Row, list[Any], list[int]]]]:
        """Prompts that are read together: padding them costs less than to read the weights once more."""
        rotates = any(isinstance(cache, RotatingKVCache) for cache in starts[0][1]) if starts else False
        groups: list[list[tuple[Row, list[Any], list[int]]]] = []
        for start in sorted(starts, key=lambda one: -len(one[2])):
            longest = len(groups[-1][0][2]) if groups else 0
            least = longest if rotates else min(_ALIKE * longest, longest - _NEAR)
            if groups and len(start[2]) >= least:
                groups[-1].append(start)
            else:
                groups.append([start])
        return groups

    def _read(self, starts: list[tuple[list[Any], list[int]]], check: Check) -> list[Any]:
        """The caches of a batch that has read these tokens after what was known; short rows are padded on the right.

        No logits are computed here.
        """
        lengths = [len(tokens) for _, tokens in starts]
        width = max(lengths)
        padding = [width - length for length in lengths]
        known = [cache for cache, _ in starts]
        cache = [layer[0].merge(list(layer)) for layer in zip(*known, strict=True)] if self._batches else known[0]
        tokens = mx.array([tokens + [0] * pad for (_, tokens), pad in zip(starts, padding, strict=True)])
        if any(padding):
            for layer in cache:
                layer.prepare(lengths=lengths, right_padding=padding)
        step = max(_AT_ONCE // len(starts), 1)
        for begin in range(0, width, step):
            check()
            self._loaded.model(tokens[:, begin : begin + step], cache=cache)
            mx.eval([layer.state for layer in cache])
        if any(padding):
            for layer in cache:
                layer.finalize()
        return cache

    def _use(self, rows: Sequence[Row]) -> None:
        sides = [row.asked.side for row in rows]
        if len(set(sides)) == 1:
            self._loaded.use(sides[0])
        elif sides:
            self._loaded.use_rows(sides)


def batches(model: Any) -> bool:
    """Whether rows of different lengths can share a batch in this architecture."""
    return all(
        type(cache) is KVCache or (type(cache) is RotatingKVCache and cache.keep == 0)
        for cache in make_prompt_cache(model)
    )


def room(loaded: Loaded, side: str) -> int:
    """How many tokens the caches of a batch may hold, rows times the longest; from the memory that is free.

    The side is in use afterwards.
    """
    cache = make_prompt_cache(loaded.model)
    loaded.use(side)  # it may still be set for rows of both
    loaded.model(mx.array([[0]]), cache=cache)  # lazily: what it would take is known without computing it
    token = sum(layer.nbytes / layer.keys.shape[2] for layer in cache)
    return int(_SHARE * psutil.virtual_memory().available / token)


def fits(loaded: Loaded, row: Row, beside: Sequence[Row], places: int, tokens: int) -> bool:
    """Whether a row may go on beside others: while places and memory last, of one side where sides do not mix.

    `tokens` is what the caches may hold, as `room` tells it.
    """
    if not beside:
        return True
    rows = [row, *beside]
    full = len(rows) > places or len(rows) * max(one.longest for one in rows) > tokens
    return not full and (loaded.mixes or beside[0].asked.side == row.asked.side)
