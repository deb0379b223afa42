"""Replies of base and tuned model: streamed for a person, greedy and many at once for an exam."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import mlx.core as mx
from mlx_lm.models.cache import make_prompt_cache
from mlx_lm.sample_utils import apply_top_p

from engine.runtimes.mlx.arrays import number, numbers
from engine.runtimes.mlx.kept import Kept
from engine.runtimes.mlx.model import BASE, TUNED, Loaded
from engine.runtimes.mlx.rows import Asked, Check, Row, Rows, Sampling, batches, fits, room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_PENALISED = 64  # tokens of the reply that the repetition penalty looks back on
_REFILL = 4  # a batch is filled up when this share of its places (one in so many) is free
_SHARED = 16  # tokens; a shorter beginning that all prompts share is not worth keeping


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of one reply; `side` is the name of its prompt, `tokens` counts those of the reply so far."""

    side: str
    delta: str
    tokens: int


def greedy(
    loaded: Loaded,
    prompts: Sequence[Sequence[int]],
    side: str | Sequence[str],
    check: Check,
    *,
    max_tokens: int = 64,
    batch_size: int = 16,
    done: Callable[[int], None] = lambda rows: None,
) -> list[str]:
    """The most likely reply to each prompt, the same as one by one; `done(n)` tells of n more.

    `side` is who answers: one for all, or one for each prompt.
    """
    sides = [side] * len(prompts) if isinstance(side, str) else side
    asked = [Asked(number, side, prompt) for number, (side, prompt) in enumerate(zip(sides, prompts, strict=True))]
    said: dict[object, str] = {}
    for one, text in ask(loaded, alike(loaded, asked), check, max_tokens=max_tokens, batch_size=batch_size):
        said[one.name] = text
        done(1)
    return [said[number] for number in range(len(prompts))]


def alike(loaded: Loaded, asked: Iterable[Asked]) -> list[Asked]:
    """The order in which to ask: by length, and where one batch cannot hold both sides, by side."""
    return sorted(asked, key=lambda one: ("" if loaded.mixes else one.side, len(one.prompt)))


def ask(
    loaded: Loaded,
    asked: Iterable[Asked],
    check: Check,
    *,
    max_tokens: int = 64,
    batch_size: int = 16,
    kept: Kept | None = None,
) -> Iterator[tuple[Asked, str]]:
    """Each reply as it ends, the same as one by one; a place in the batch that falls free is given to the next.

    A reply ends at a stop token, after `max_tokens`, or where the model's context ends. `asked` is drawn from as
    there is room; `kept` knows what prompts begin with.
    """
    waiting, rows = _Waiting(loaded, asked, max_tokens, batch_size), Rows(loaded, kept)
    while rows.rows or waiting.due(rows.rows):
        if waiting.due(rows.rows):
            joining = waiting.take(rows.rows)
            yield from ((row.asked, "") for row in joining if row.limit < 1)
            rows.join([row for row in joining if row.limit > 0], check)
        if rows.rows:
            check()
            tokens, ended, keep = step(rows, loaded.stop_tokens)
            rows.advance(tokens, keep)
            yield from ((row.asked, loaded.decode(row.made).strip()) for row in ended)


class _Waiting:
    """What is asked and not begun yet."""

    def __init__(self, loaded: Loaded, asked: Iterable[Asked], max_tokens: int, places: int) -> None:
        self._loaded, self._max_tokens = loaded, max_tokens
        self._asked = iter(asked)
        self._first = next(self._asked, None)
        self._places, self._room = 1, 0
        if self._first is not None and batches(loaded.model):
            self._places, self._room = places, room(loaded, self._first.side)

    def due(self, rows: Sequence[Row]) -> bool:
        """Whether enough places are free to read more prompts: one alone would be read at the price of many."""
        return self._first is not None and len(rows) <= self._places - max(1, self._places // _REFILL)

    def take(self, rows: Sequence[Row]) -> list[Row]:
        """Those that may go on beside `rows`: while places and memory last, of one side where sides do not mix."""
        found: list[Row] = []
        while (one := self._first) is not None:
            row = Row(one, min(self._max_tokens, self._loaded.context_length - len(one.prompt)))
            if not fits(self._loaded, row, [*rows, *found], self._places, self._room):
                break
            found.append(row)
            self._first = next(self._asked, None)
        return found


def stream(
    loaded: Loaded,
    prompts: Mapping[str, Sequence[int]],
    sampling: Sampling,
    check: Check,
    who: Mapping[str, str] | None = None,
    kept: Kept | None = None,
) -> Iterator[Piece]:
    """Stream the reply to each of `prompts` (name -> its tokens); all grow together where they can.

    `who` says which side answers under a name; without it the names are sides. The same seed gives the same
    replies, whether one is asked alone or with others. What was read and said stays in `kept` for the next question.
    """
    together = loaded.mixes and batches(loaded.model)
    sides = who or {}
    asked = [Asked(name, sides.get(name, name), prompt, sampling) for name, prompt in prompts.items()]
    for group in [asked] if together else [[one] for one in asked]:
        yield from _stream(loaded, group, sampling.max_tokens, check, kept)


def _stream(
    loaded: Loaded, asked: Sequence[Asked], max_tokens: int, check: Check, kept: Kept | None
) -> Iterator[Piece]:
    rows, said = Rows(loaded, kept), {one.name: Said(loaded) for one in asked}
    begun = [Row(one, min(max_tokens, loaded.context_length - len(one.prompt))) for one in asked]
    rows.join([row for row in begun if row.limit > 0], check)
    while rows.rows:
        check()
        tokens, ended, keep = step(rows, loaded.stop_tokens)
        for place, row in enumerate(rows.rows):
            if row in ended:
                rows.keep(place)
            if delta := said[row.asked.name].more(row.made, last=row in ended):
                yield Piece(str(row.asked.name), delta, len(row.made))
        rows.advance(tokens, keep)


class Said:
    """The text of a growing reply; only its newest tokens are decoded, since all of them each time is quadratic."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._begin = self._told = 0  # tokens: what is decoded begins with those told last, which shape what follows

    def more(self, made: Sequence[int], *, last: bool) -> str:
        """What the newest tokens add; nothing until a character is whole, or the reply ends."""
        known = self._loaded.decode(made[self._begin : self._told])
        text = self._loaded.decode(made[self._begin :])
        if len(text) <= len(known) or (text.endswith("\ufffd") and not last):
            return ""
        self._begin, self._told = self._told, len(made)
        return text[len(known) :]


def step(rows: Rows, stop: frozenset[int]) -> tuple[list[int], list[Row], list[int]]:
    """The next token of each row, which rows end with it, and the places of those that go on."""
    tokens = _tokens_of(rows)
    ended, keep = [], []
    for place, (row, token) in enumerate(zip(rows.rows, tokens, strict=True)):
        if token not in stop:
            row.made.append(token)
        if token in stop or len(row.made) == row.limit:
            ended.append(row)
        else:
            keep.append(place)
    return tokens, ended, keep


def _tokens_of(rows: Rows) -> list[int]:
    """Drawn or likeliest, as each row wants it, in one computation."""
    logits = rows.logits()
    if all(row.asked.draw is None for row in rows.rows):
        return numbers(mx.argmax(logits, axis=-1))
    chosen = [
        mx.argmax(logits[place]) if row.asked.draw is None else _draw(logits[place], row.made, row.asked.draw)
        for place, row in enumerate(rows.rows)
    ]
    return numbers(mx.stack(chosen))


def _draw(logits: mx.array, made: list[int], sampling: Sampling) -> mx.array:
    """One token of `logits` [vocabulary]: penalty, then top-p, then temperature, as in mlx-lm; not computed yet.

    The penalty (CTRL, arXiv:1909.05858) looks at the reply alone: an answer must repeat words of its question.
    """
    if made and sampling.repetition_penalty != 1:
        seen = mx.array(sorted(set(made[-_PENALISED:])))
        old = logits[seen]
        logits[seen] = mx.where(old < 0, old * sampling.repetition_penalty, old / sampling.repetition_penalty)
    if sampling.temperature == 0:
        return mx.argmax(logits)
    likely = logits - mx.logsumexp(logits)
    if sampling.top_p < 1:
        likely = apply_top_p(likely[None], sampling.top_p)[0]
    key = mx.random.key((sampling.seed << 20) + len(made))
    return mx.random.categorical(likely / sampling.temperature, key=key)


def shared(loaded: Loaded, prompts: Sequence[Sequence[int]], sides: Iterable[str], check: Check) -> Kept:
    """What all `prompts` begin with, read once by each side, where that is worth it."""
    kept = Kept()
    if len(prompts) > 1 and batches(loaded.model):
        first, *_, last = sorted(map(list, prompts))
        common = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))
        if common >= _SHARED:
            for side in sides:
                rows = Rows(loaded, kept)
                rows.join([Row(Asked(side, side, [*first[:common], 0]), 1)], check)
                rows.keep(0)
    return kept


def next_logits(loaded: Loaded, prompt: Sequence[int]) -> list[float]:
    """Logits of the token after the prompt, by the side in use; those of the prompt itself are not computed."""
    *before, last = prompt
    cache = make_prompt_cache(loaded.model)
    if before:
        loaded.model(mx.array([before]), cache=cache)  # of which, lazily, only what it leaves in the cache is computed
    return numbers(loaded.model(mx.array([[last]]), cache=cache)[0, -1].astype(mx.float32))


def logit_delta(loaded: Loaded, prompt: Sequence[int]) -> float:
    """The largest absolute difference between base and tuned logits of the token after the prompt.

    0 means that the adapter does nothing, whatever its file says.
    """
    found = []
    for side in (BASE, TUNED):
        loaded.use(side)
        found.append(mx.array(next_logits(loaded, prompt)))
    return number(mx.abs(found[0] - found[1]).max())
