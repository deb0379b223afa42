"""The word match: BM25Plus over the chunks' tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from rank_bm25 import BM25Plus

from engine.retrieval.tokenise import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

# Chunks are of one size, so length says little (b), and a repeated word hardly more than a word (k1).
_K1, _B, _DELTA = 0.9, 0.4, 1.0


class WordIndex:
    """BM25Plus (Lv and Zhai 2011); built in memory from the chunks' texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        found = [tokens(text) for text in texts]
        self._index = BM25Plus(found, k1=_K1, b=_B, delta=_DELTA) if any(found) else None

    def ranking(self, query: str, limit: int) -> list[int]:
        """Numbers of the chunks that share a token with the query, the best first, at most `limit`.

        BM25Plus gives every chunk a base score for every token; what has no more than that shares none.
        """
        if self._index is None:
            return []
        wanted = [token for token in tokens(query) if token in self._index.idf]
        scores = self._index.get_scores(wanted)
        base = sum(self._index.idf[token] * _DELTA for token in wanted)
        order = np.argsort(-scores, kind="stable")[:limit]
        return [int(number) for number in order if scores[number] > base * (1 + 1e-9)]
