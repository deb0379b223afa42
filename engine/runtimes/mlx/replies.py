"""Replies of base and tuned model: streamed for a person, greedy and in batches for an exam."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import mlx.core as mx
from mlx_lm.models.cache import BatchKVCache, BatchRotatingKVCache, KVCache, RotatingKVCache, make_prompt_cache
from mlx_lm.sample_utils import apply_top_p

from engine.runtimes.mlx.arrays import number, numbers
from engine.runtimes.mlx.model import BASE, TUNED, Loaded

Check = Callable[[], None]
_PENALISED = 64  # tokens of the reply that the repetition penalty looks back on


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next token is drawn; temperature 0 takes the most likely one."""

    temperature: float = 0.6
    top_p: float = 0.9
    repetition_penalty: float = 1.1
    max_tokens: int = 256
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of one reply; `side` is the name of its prompt, `tokens` counts those of the reply so far."""

    side: str
    delta: str
    tokens: int


class Rows:
    """Conversations that are continued together; each has its side and ends on its own.

    Prompts are left-padded, so that all last tokens stand in one column.
    """

    def __init__(self, loaded: Loaded, prompts: Sequence[Sequence[int]], sides: Sequence[str]) -> None:
        self._loaded, self._sides = loaded, list(sides)
        width = max(map(len, prompts))
        padding = [width - len(prompt) for prompt in prompts]
        self._cache = _batch_cache(loaded.model, padding)
        self._next = mx.array([[0] * pad + list(prompt) for pad, prompt in zip(padding, prompts, strict=True)])
        self._use()

    def logits(self) -> mx.array:
        """Logits of the next token, [rows, vocabulary], float32."""
        model = self._loaded.model
        if self._next.shape[1] > 1:  # all but the last tokens only fill the cache: their logits are never computed
            model(self._next[:, :-1], cache=self._cache)
            mx.eval([cache.state for cache in self._cache])
        last: mx.array = model(self._next[:, -1:], cache=self._cache)[:, -1, :]
        return last.astype(mx.float32)

    def advance(self, tokens: Sequence[int], keep: Sequence[int]) -> None:
        """Append a token to each row and go on with the rows at the places `keep`."""
        if len(keep) < len(self._sides):
            places = mx.array(list(keep))
            for cache in self._cache:
                cache.filter(places)
            self._sides = [self._sides[place] for place in keep]
            self._use()
        self._next = mx.array([[tokens[place]] for place in keep])

    def _use(self) -> None:
        if len(set(self._sides)) == 1:
            self._loaded.use(self._sides[0])
        else:
            self._loaded.use_rows(self._sides)


def _batch_cache(model: Any, padding: Sequence[int]) -> list[Any]:
    made = []
    for cache in make_prompt_cache(model):
        if type(cache) is KVCache:
            made.append(BatchKVCache(list(padding)))
        elif type(cache) is RotatingKVCache and cache.keep == 0:
            made.append(BatchRotatingKVCache(cache.max_size, list(padding)))
        else:
            made.append(cache)
    return made


def batches(model: Any) -> bool:
    """Whether rows of different lengths can share a batch in this architecture."""
    return all(isinstance(cache, BatchKVCache | BatchRotatingKVCache) for cache in _batch_cache(model, [0]))


def greedy(
    loaded: Loaded,
    prompts: Sequence[Sequence[int]],
    side: str,
    check: Check,
    *,
    max_tokens: int = 64,
    batch_size: int = 16,
    done: Callable[[int], None] = lambda rows: None,
    draws: Sequence[Sampling] = (),
) -> list[str]:
    """The most likely reply of one side to each prompt, the same as one by one; `done(n)` tells of n more.

    With `draws`, one for each prompt, replies are drawn by chance instead, each by its own seed. A reply ends at a
    stop token, after `max_tokens`, or where the model's context ends.
    """
    replies = [""] * len(prompts)
    order = sorted(range(len(prompts)), key=lambda number: len(prompts[number]))
    size = batch_size if batches(loaded.model) else 1
    for start in range(0, len(order), size):
        chosen = order[start : start + size]
        drawn = [draws[row] for row in chosen] if draws else []
        made = _greedy(loaded, [prompts[row] for row in chosen], side, check, max_tokens, drawn)
        for row, tokens in zip(chosen, made, strict=True):
            replies[row] = loaded.decode(tokens).strip()
        done(len(chosen))
    return replies


def _greedy(
    loaded: Loaded,
    prompts: Sequence[Sequence[int]],
    side: str,
    check: Check,
    max_tokens: int,
    draws: Sequence[Sampling] = (),
) -> list[list[int]]:
    rows, stop = Rows(loaded, prompts, [side] * len(prompts)), loaded.stop_tokens
    limits = [min(max_tokens, loaded.context_length - len(prompt)) for prompt in prompts]
    made: list[list[int]] = [[] for _ in prompts]
    active = list(range(len(prompts)))
    while active:
        check()
        logits = rows.logits()
        if draws:
            tokens = [_draw(logits[place], made[row], draws[row]) for place, row in enumerate(active)]
        else:
            tokens = numbers(mx.argmax(logits, axis=-1))
        keep = []
        for place, (row, token) in enumerate(zip(active, tokens, strict=True)):
            if token not in stop and limits[row] > 0:
                made[row].append(token)
                if len(made[row]) < limits[row]:
                    keep.append(place)
        active = [active[place] for place in keep]
        if active:
            rows.advance(tokens, keep)
    return made


def stream(
    loaded: Loaded,
    prompts: Mapping[str, Sequence[int]],
    sampling: Sampling,
    check: Check,
    who: Mapping[str, str] | None = None,
) -> Iterator[Piece]:
    """Stream the reply to each of `prompts` (name -> its tokens); all grow together where they can.

    `who` says which side answers under a name; without it the names are sides. The same seed gives the same
    replies, whether one is asked alone or with others.
    """
    together = loaded.mixes and batches(loaded.model)
    sides = who or {}
    for group in [list(prompts)] if together else [[name] for name in prompts]:
        asked = [(name, sides.get(name, name), prompts[name]) for name in group]
        yield from _stream(loaded, asked, sampling, check)


def _stream(
    loaded: Loaded, asked: list[tuple[str, str, Sequence[int]]], sampling: Sampling, check: Check
) -> Iterator[Piece]:
    prompts = [prompt for _, _, prompt in asked]
    rows, stop = Rows(loaded, prompts, [side for _, side, _ in asked]), loaded.stop_tokens
    made: list[list[int]] = [[] for _ in asked]
    shown = [""] * len(asked)
    limits = [min(sampling.max_tokens, loaded.context_length - len(prompt)) for prompt in prompts]
    active = list(range(len(asked)))
    while active:
        check()
        logits = rows.logits()
        tokens = [_draw(logits[place], made[row], sampling) for place, row in enumerate(active)]
        keep = []
        for place, row in enumerate(active):
            if tokens[place] not in stop and limits[row] > 0:
                made[row].append(tokens[place])
                if len(made[row]) < limits[row]:
                    keep.append(place)
            text = loaded.decode(made[row])
            if place not in keep or not text.endswith("\ufffd"):  # wait until a character is whole
                if delta := text[len(shown[row]) :]:
                    yield Piece(asked[row][0], delta, len(made[row]))
                shown[row] = text
        active = [active[place] for place in keep]
        if active:
            rows.advance(tokens, keep)


def _draw(logits: mx.array, made: list[int], sampling: Sampling) -> int:
    """One token of `logits` [vocabulary]: penalty, then top-p, then temperature, as in mlx-lm.

    The penalty (CTRL, arXiv:1909.05858) looks at the reply alone: an answer must repeat words of its question.
    """
    if made and sampling.repetition_penalty != 1:
        seen = mx.array(sorted(set(made[-_PENALISED:])))
        old = logits[seen]
        logits[seen] = mx.where(old < 0, old * sampling.repetition_penalty, old / sampling.repetition_penalty)
    if sampling.temperature == 0:
        return int(number(mx.argmax(logits)))
    likely = logits - mx.logsumexp(logits)
    if sampling.top_p < 1:
        likely = apply_top_p(likely[None], sampling.top_p)[0]
    key = mx.random.key((sampling.seed << 20) + len(made))
    return int(number(mx.random.categorical(likely / sampling.temperature, key=key)))


def next_logits(loaded: Loaded, prompt: Sequence[int]) -> list[float]:
    """Logits of the token after the prompt, by the side in use."""
    return numbers(loaded.model(mx.array([list(prompt)]))[0, -1].astype(mx.float32))


def logit_delta(loaded: Loaded, prompt: Sequence[int]) -> float:
    """The largest absolute difference between base and tuned logits of the token after the prompt.

    0 means that the adapter does nothing, whatever its file says.
    """
    found = []
    for side in (BASE, TUNED):
        loaded.use(side)
        found.append(mx.array(next_logits(loaded, prompt)))
    return number(mx.abs(found[0] - found[1]).max())
