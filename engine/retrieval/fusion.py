"""Two rankings become one, and near copies make room for others."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_RANK_OFFSET = 60  # from Cormack et al. 2009: how little the very first ranks stand out


def reciprocal_rank_fusion(rankings: Sequence[tuple[Sequence[int], float]]) -> list[tuple[int, float]]:
    """Fuse (ranking, weight) pairs: each gives weight / (60 + rank) to what it lists (Cormack et al. 2009).

    Returns (number, score), the best first; equal scores keep the order of the numbers.
    """
    scores: defaultdict[int, float] = defaultdict(float)
    for ranking, weight in rankings:
        for rank, number in enumerate(ranking, start=1):
            scores[number] += weight / (_RANK_OFFSET + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def marginal_relevance(similarity: NDArray[np.float32], vectors: NDArray[np.float32], relevance: float) -> list[int]:
    """Order candidates by maximal marginal relevance (Carbonell and Goldstein 1998).

    `similarity` of each candidate to the query, `vectors` (unit length) to compare candidates with each other;
    `relevance` 1 looks only at the query, 0 only at being new. Returns all candidate numbers, the best first.
    """
    left = list(range(len(similarity)))
    nearest = np.zeros(len(similarity), dtype=np.float32)
    order: list[int] = []
    while left:
        value = relevance * similarity[left] - (1 - relevance) * nearest[left]
        chosen = left.pop(int(np.argmax(value)))
        order.append(chosen)
        nearest = np.maximum(nearest, vectors @ vectors[chosen])
    return order
