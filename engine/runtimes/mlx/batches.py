"""Which rows go together in which order: seeded, by length, and the same whenever it is asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_BUCKETS = 10  # buffers and, on Metal, traces are kept for every padded length, and those run out (mlx#4464)


def buckets(lengths: Sequence[int], limit: int = _BUCKETS) -> list[int]:
    """At most `limit` padded lengths, ascending, that waste the least padding in all.

    Exact by dynamic programming over the distinct lengths; the last is the longest row's.
    """
    distinct, counts = np.unique(np.asarray(lengths), return_counts=True)
    if len(distinct) <= limit:
        return [int(length) for length in distinct]
    distinct, counts = _coarse(distinct, counts)
    rows = np.concatenate([[0], np.cumsum(counts)])
    best = rows[1:] * distinct  # one bucket for all lengths up to this one
    cuts: list[list[int]] = [[0] * len(distinct)]
    for _ in range(limit - 1):
        following, cut = best.copy(), list(range(len(distinct)))
        for last in range(1, len(distinct)):
            costs = best[:last] + (rows[last + 1] - rows[1 : last + 1]) * distinct[last]
            first = int(np.argmin(costs))
            following[last], cut[last] = costs[first], first
        best = following
        cuts.append(cut)
    chosen, last = [], len(distinct) - 1
    for cut in reversed(cuts):
        chosen.append(int(distinct[last]))
        if cut[last] == last or last == 0:
            break
        last = cut[last]
    return sorted(set(chosen))


def _coarse(
    distinct: NDArray[np.int64], counts: NDArray[np.int64], limit: int = 128
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Merge neighbouring lengths until few enough are left for an exact choice."""
    if len(distinct) <= limit:
        return distinct, counts
    groups = np.array_split(np.arange(len(distinct)), limit)
    return np.array([distinct[group[-1]] for group in groups]), np.array([counts[group].sum() for group in groups])


def epoch(lengths: Sequence[int], batch_size: int, seed: int, number: int) -> list[list[int]]:
    """Row numbers of each batch of an epoch: every row once, batches of nearly equal size, similar lengths.

    Rows of one bucket are shuffled among themselves, then the batches; both depend on (seed, number) alone.
    """
    random = np.random.default_rng([seed, number])
    bounds = buckets(lengths)
    order = random.permutation(len(lengths))
    by_length = order[np.argsort(np.searchsorted(bounds, np.asarray(lengths)[order]), kind="stable")]
    count = -(-len(lengths) // batch_size)
    batches = np.array_split(by_length, count)
    return [[int(row) for row in batches[place]] for place in random.permutation(count)]
