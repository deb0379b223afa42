"""Choosing the next token: the likeliest allowed one, or one drawn from the allowed ones by a seed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.runtimes.constraints import Constraint
    from engine.runtimes.gguf import GgufModel

_LEAST = np.finfo(np.float32).min  # a forbidden token has less
_MOST_KNOWN = 4096  # places in forms of which the allowed tokens are remembered
_BYTES = 256
_MOST_ROWS = 1024  # of the starter, whose prompts come again, 16 MB
_LIKELY = 48  # a grammar is asked about the likeliest tokens first: asking about all is slow


class Row:
    """The logits after one sequence, with what all rows of a step compute together.

    `best` is the likeliest token, `norm` the logarithm of the sum of all likelihoods' exponentials, `possible` what a
    form allows after the tokens before, where it was asked.
    """

    __slots__ = ("best", "logits", "norm", "possible")

    def __init__(self, logits: NDArray[np.float32], best: int, norm: float) -> None:
        self.logits, self.best, self.norm = logits, best, norm
        self.possible: dict[str, NDArray[np.int32]] = {}

    def likelihood(self, token: int) -> float:
        """Natural-log probability of a token, before constraint and temperature."""
        return float(self.logits[token]) - self.norm


class KnownRows:
    """Rows after texts that may come again: what follows them is known without asking the model."""

    def __init__(self) -> None:
        self._rows: dict[tuple[int, ...], Row] = {}

    def keep(self, tokens: Sequence[int], row: Row) -> Row:
        """Remember the row after these tokens, as one of the last ones; returns it, for good."""
        if len(self._rows) >= _MOST_ROWS:
            del self._rows[next(iter(self._rows))]
        kept = self._rows[tuple(tokens)] = Row(row.logits.copy(), row.best, row.norm)
        return kept

    def after(self, tokens: Sequence[int]) -> Row | None:
        """What is known to follow these tokens."""
        return self._rows.get(tuple(tokens)) if self._rows else None

    def forget(self) -> None:
        """Know nothing."""
        self._rows.clear()


class Sampler:
    """Chooses tokens of one model's vocabulary; control tokens are never chosen, but those that end a text."""

    def __init__(self, model: GgufModel) -> None:
        self._forbidden = np.array(sorted(model.control_tokens - model.end_tokens), dtype=np.intp)
        self._known: dict[tuple[str, bytes], NDArray[np.int32]] = {}
        self._model = model

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
        tokens = self._possible(row, constraint)
        if len(tokens) == 0:
            return None
        return int(tokens[0]) if temperature <= 0 else _draw(tokens, row.logits[tokens], temperature, top_p, random)

    def _possible(self, row: Row, constraint: Constraint | None) -> NDArray[np.int32]:
        """Allowed tokens by falling likelihood: the few there are, those among the likeliest, or else all."""
        logits = row.logits
        if constraint is None:
            return _likeliest(logits)
        if constraint.few is not None:
            return _sorted(constraint.few, logits)
        tokens = row.possible.get(constraint.form)
        if tokens is None:
            likely = _likeliest(logits)
            tokens = likely[constraint.allowed(likely)]
            tokens = row.possible[constraint.form] = (
                tokens if len(tokens) else _sorted(self._of_all(constraint), logits)
            )
        return tokens

    def _of_all(self, constraint: Constraint) -> NDArray[np.int32]:
        """All tokens that are allowed; a form's fixed words are asked about once for all texts of that form."""
        state = constraint.state
        tokens = None if state is None else self._known.get(state)
        if tokens is None:
            tokens = self._beginning_so(constraint)
            tokens = tokens[constraint.allowed(tokens)]
            if state is not None and len(tokens) <= _LIKELY:
                if len(self._known) >= _MOST_KNOWN:
                    self._known.clear()
                self._known[state] = tokens
        return tokens

    def _beginning_so(self, constraint: Constraint) -> NDArray[np.int32]:
        """The tokens that may be allowed: all but those whose first letter, itself a token, is not.

        To ask about a hundred letters first is faster than to ask about all tokens.
        """
        letters, firsts, tokens = self._by_letter
        is_open = np.ones(_BYTES + 1, dtype=np.bool_)
        is_open[firsts[letters]] = constraint.allowed(tokens[letters])
        return tokens[is_open[firsts]]

    @functools.cached_property
    def _by_letter(self) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int32]]:
        """Places of the tokens that are one ASCII character, the first byte of each token, and all tokens."""
        tokens = np.setdiff1d(np.arange(self._model.vocabulary_size, dtype=np.int32), self._forbidden)
        pieces = [self._model.piece(token) for token in tokens.tolist()]
        firsts = np.array([piece[0] if piece else _BYTES for piece in pieces], dtype=np.intp)
        letters = np.flatnonzero([len(piece) == 1 and piece.isascii() for piece in pieces])
        return letters, firsts, tokens


def _sorted(tokens: NDArray[np.int32], logits: NDArray[np.float32]) -> NDArray[np.int32]:
    return tokens[np.argsort(-logits[tokens], kind="stable")]


def _likeliest(logits: NDArray[np.float32]) -> NDArray[np.int32]:
    count = min(_LIKELY, len(logits))
    least = np.partition(logits, -count)[-count]  # only the value: finding the places as well takes twice as long
    return _sorted(np.flatnonzero(logits >= max(least, _LEAST)).astype(np.int32), logits)[:count]


def _draw(
    tokens: NDArray[np.int32],
    logits: NDArray[np.float32],
    temperature: float,
    top_p: float,
    random: np.random.Generator,
) -> int:
    """Temperature, then top-p (Holtzman et al. 2020, nucleus sampling) over tokens sorted by falling logit."""
    weights = np.exp((logits.astype(np.float64) - float(logits[0])) / temperature)
    shares = weights.cumsum()
    kept = int(shares.searchsorted(top_p * shares[-1]))
    drawn = random.random() * shares[min(kept, len(shares) - 1)]
    return int(tokens[shares.searchsorted(drawn, side="right")])
