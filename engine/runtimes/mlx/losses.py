"""Loss on the answer only: rows as tokens with an offset, padded batches, and the head at the answer's positions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import mlx.core as mx
import mlx.nn as nn
import numpy as np

from engine.runtimes.mlx.arrays import numbers

if TYPE_CHECKING:
    from engine.runtimes.mlx.model import Loaded

Check = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Example:
    """A row as tokens; the loss is on `tokens[offset:]`, the answer with its end marker."""

    tokens: tuple[int, ...]
    offset: int

    @property
    def targets(self) -> int:
        """How many tokens carry the loss."""
        return len(self.tokens) - self.offset


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded rows. `inputs` [rows, length]; `positions`, `targets`, `mask` and `owners` [answers of all rows].

    `positions` are those of the flattened `inputs` whose next token is the target, `owners` the rows they are in.
    """

    inputs: mx.array
    positions: mx.array
    targets: mx.array
    mask: mx.array
    owners: mx.array
    tokens: int  # targets in the whole batch


def example(loaded: Loaded, prompt: str, completion: str, *, mask_prompt: bool = True) -> Example:
    """Tokenise a row. The answer starts after the longest prefix that prompt and whole text share as tokens.

    The tokens of a prompt need not be a prefix of the tokens of prompt and answer (mlx-lm#1355).
    """
    whole, alone = loaded.encode(prompt + completion), loaded.encode(prompt)
    shared = 0
    while shared < min(len(whole), len(alone)) and whole[shared] == alone[shared]:
        shared += 1
    return Example(tuple(whole), max(shared, 1) if mask_prompt else 1)


def learned(row: Example) -> list[bool]:
    """Which tokens of a row carry the loss, as the mask of its batch says."""
    batch, marks = make_batch([row]), np.zeros(len(row.tokens), bool)
    marks[np.array(batch.positions)[np.array(batch.mask) > 0] + 1] = True
    return [bool(mark) for mark in marks]


def make_batch(rows: Sequence[Example], length: int = 0) -> Batch:
    """Pad rows to `length` tokens, or to the longest where that is longer; the targets of all rows lie in one line."""
    length = max(length, *(len(row.tokens) for row in rows)) - 1
    inputs = np.zeros((len(rows), length), np.int32)
    for number, row in enumerate(rows):
        inputs[number, : len(row.tokens) - 1] = row.tokens[:-1]
    tokens = sum(row.targets for row in rows)
    positions, targets, owners = np.zeros((3, _rounded(tokens)), np.int32)
    mask = np.zeros(len(targets), np.float32)
    positions[:tokens] = np.concatenate(
        [np.arange(row.offset - 1, len(row.tokens) - 1) + number * length for number, row in enumerate(rows)]
    )
    targets[:tokens] = np.concatenate([row.tokens[row.offset :] for row in rows])
    owners[:tokens] = np.repeat(np.arange(len(rows)), [row.targets for row in rows])
    mask[:tokens] = 1
    return Batch(mx.array(inputs), mx.array(positions), mx.array(targets), mx.array(mask), mx.array(owners), tokens)


def _rounded(count: int) -> int:
    """Up to an eighth more, so that few different sizes come up: buffers of a size are used again."""
    step = 1 << max(count.bit_length() - 4, 0)
    return -(-count // step) * step


def token_losses(model: Any, batch: Batch, *, split: bool) -> mx.array:
    """Negative log-likelihood in nats of each target, as they lie in the batch; 0 where there is none.

    With `split` the head is applied at the answer's positions only (see `splits`).
    """
    made = model.model(batch.inputs) if split else model(batch.inputs)
    chosen = made.reshape(-1, made.shape[-1])[batch.positions]
    logits = head(model, chosen) if split else chosen
    found: mx.array = nn.losses.cross_entropy(logits.astype(mx.float32), batch.targets) * batch.mask
    return found


def answer_loss(model: Any, batch: Batch, at_once: int = 128) -> mx.array:
    """Sum of `token_losses` for a model that `splits` and whose head does not learn: less memory and less work.

    The way back needs of the logits only what they do to the hidden states, and that is known on the way there. So
    `at_once` positions are enough, and the softmax is computed once (Wijmans et al. 2024, arXiv:2411.09009).
    """
    trunk = model.model(batch.inputs)

    @mx.custom_function
    def both(hidden: mx.array) -> tuple[mx.array, mx.array]:
        """Summed loss of hidden states [answers, width], and its gradient, which nothing but the way back computes."""
        total, gradients = mx.array(0.0), []
        for start in range(0, len(hidden), at_once):
            part = slice(start, start + at_once)
            logits = head(model, hidden[part])
            wide = logits.astype(mx.float32)
            targets, mask = batch.targets[part, None], batch.mask[part, None]
            most = wide.max(axis=-1, keepdims=True)
            powers = mx.exp(wide - most)
            summed = powers.sum(axis=-1, keepdims=True)
            found = mx.log(summed) + most - mx.take_along_axis(wide, targets, axis=-1)
            total = total + (found * mask).sum()
            slope = powers * (mask / summed)
            slope = slope.at[mx.arange(len(targets))[:, None], targets].subtract(mask)
            gradients += mx.vjp(lambda given: head(model, given), [hidden[part]], [slope.astype(logits.dtype)])[1]
        return total, mx.concatenate(gradients)

    @both.vjp
    def _back(_: mx.array, slopes: list[mx.array], made: list[mx.array]) -> mx.array:
        return made[1] * slopes[0].astype(made[1].dtype)

    found: Any = both(trunk.reshape(-1, trunk.shape[-1])[batch.positions])
    total: mx.array = found[0]
    return total


def head(model: Any, hidden: mx.array) -> mx.array:
    """Logits of hidden states."""
    logits: mx.array = model.lm_head(hidden) if "lm_head" in model else model.model.embed_tokens.as_linear(hidden)
    return logits


def splits(model: Any, row: Example) -> bool:
    """Whether trunk and head, one after the other, are this whole model (others scale or cap their logits)."""
    if not hasattr(model, "model") or not hasattr(model.model, "embed_tokens"):
        return False
    batch = make_batch([row])
    try:
        apart = token_losses(model, batch, split=True)
    except (TypeError, ValueError, AttributeError):
        return False
    return bool(mx.allclose(apart, token_losses(model, batch, split=False), rtol=1e-2, atol=1e-2).item())


def losses(loaded: Loaded, rows: Sequence[Example], check: Check, batch_size: int = 16) -> list[float]:
    """Mean negative log-likelihood in nats of each row's answer, by the side in use; `check` runs between batches.

    Raises ValueError for a row without an answer: its loss would be 0/0.
    """
    if any(row.targets < 1 for row in rows):
        raise ValueError("a row without an answer has no loss")
    found = [0.0] * len(rows)
    order = sorted(range(len(rows)), key=lambda number: len(rows[number].tokens))
    split = bool(rows) and splits(loaded.model, rows[0])
    for start in range(0, len(order), batch_size):
        check()
        chosen = order[start : start + batch_size]
        batch = make_batch([rows[number] for number in chosen])
        each = token_losses(loaded.model, batch, split=split)
        summed = mx.zeros(len(chosen)).at[batch.owners].add(each)
        for number, value in zip(chosen, numbers(summed), strict=True):
            found[number] = value / rows[number].targets
    return found
