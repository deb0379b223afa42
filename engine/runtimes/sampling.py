"""Choosing the next token: the likeliest allowed one, or one drawn from the allowed ones by a seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.runtimes.constraints import Constraint
    from engine.runtimes.gguf import GgufModel

_LIKELY = 48  # a grammar is asked about the likeliest tokens first: asking about all is slow


class Row:
    """The logits after one sequence, with what all rows of a step compute together.

    `best` is the likeliest token, `norm` the logarithm of the sum of all likelihoods' exponentials.
    """

    __slots__ = ("best", "logits", "norm")

    def __init__(self, logits: NDArray[np.float32], best: int, norm: float) -> None:
        self.logits, self.best, self.norm = logits, best, norm

    def likelihood(self, token: int) -> float:
        """Natural-log probability of a token, before constraint and temperature."""
        return float(self.logits[token]) - self.norm


class Sampler:
    """Chooses tokens of one model's vocabulary; control tokens are never chosen, but those that end a text."""

    def __init__(self, model: GgufModel) -> None:
        self._forbidden = np.array(sorted(model.control_tokens - model.end_tokens), dtype=np.intp)
        self.tokens = np.arange(model.vocabulary_size, dtype=np.int32)

    def rows(self, logits: NDArray[np.float32]) -> list[Row]:
        """The rows of a step; changes `logits`."""
        logits[:, self._forbidden] = -np.inf
        best = logits.argmax(axis=1)
        top = logits[np.arange(len(logits)), best]
        norms = top.astype(np.float64) + np.log(np.exp(logits - top[:, None]).sum(axis=1)).astype(np.float64)
        return [Row(*row) for row in zip(logits, best.tolist(), norms.tolist(), strict=True)]

    def choose(
        self, row: Row, constraint: Constraint | None, temperature: float, top_p: float, random: np.random.Generator
    ) -> int | None:
        """The next token; None when nothing is allowed. Temperature 0 takes the likeliest, the first of equals."""
        if temperature <= 0 and (constraint is None or constraint.allowed(np.array([row.best], dtype=np.int32))[0]):
            return row.best
        tokens = _permitted(constraint, _likeliest(row.logits), row.logits)
        if len(tokens) == 0:
            tokens = _permitted(constraint, self.tokens, row.logits)
            tokens = tokens[np.argsort(-row.logits[tokens], kind="stable")]
        if len(tokens) == 0:
            return None
        return int(tokens[0]) if temperature <= 0 else _draw(tokens, row.logits[tokens], temperature, top_p, random)


def _likeliest(logits: NDArray[np.float32]) -> NDArray[np.int32]:
    count = min(_LIKELY, len(logits))
    likely = np.argpartition(-logits, count - 1)[:count].astype(np.int32)
    return likely[np.lexsort((likely, -logits[likely]))]


def _permitted(
    constraint: Constraint | None, tokens: NDArray[np.int32], logits: NDArray[np.float32]
) -> NDArray[np.int32]:
    tokens = tokens[np.isfinite(logits[tokens])]
    return tokens if constraint is None or len(tokens) == 0 else tokens[constraint.allowed(tokens)]


def _draw(
    tokens: NDArray[np.int32],
    logits: NDArray[np.float32],
    temperature: float,
    top_p: float,
    random: np.random.Generator,
) -> int:
    """Temperature, then top-p (Holtzman et al. 2020, nucleus sampling) over tokens sorted by falling logit."""
    scaled = (logits.astype(np.float64) - float(logits[0])) / temperature
    weights = np.exp(scaled)
    weights /= weights.sum()
    kept = int(np.searchsorted(np.cumsum(weights), top_p)) + 1
    weights = weights[:kept] / weights[:kept].sum()
    return int(tokens[:kept][random.choice(len(weights), p=weights)])
