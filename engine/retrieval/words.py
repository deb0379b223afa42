"""The word match: BM25Plus over the chunks' tokens."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from rank_bm25 import BM25Plus

from engine.retrieval.tokenise import query_tokens, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

# Chunks are of one size, so length says little (b), and a repeated word hardly more than a word (k1).
_K1, _B, _DELTA = 0.9, 0.25, 1.0
_SHARE = 0.65  # of the best score; fusion looks at ranks only and would take a chance word for a match


class WordIndex:
    """BM25Plus (Lv and Zhai 2011); built in memory from the chunks' texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._count = len(texts)
        found = [tokens(text) for text in texts]
        self._index = BM25Plus(found, k1=_K1, b=_B, delta=_DELTA) if any(found) else None
        self._chunks: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(found):
            for word in dict.fromkeys(words):
                self._chunks[word].append(number)

    def ranking(self, query: str, limit: int) -> list[int]:
        """Numbers of the chunks that match the words of the query about as well as any, best first, at most `limit`.

        BM25Plus gives every chunk a base score for every token of the query, also to those without it. Only
        those with it are scored here, less that base: the order is the same, and what shares nothing stays out.
        """
        scores = np.zeros(self._count)
        for word in query_tokens(query):
            if self._index is not None and (chunks := self._chunks.get(word)):
                base = self._index.idf[word] * _DELTA
                scores[chunks] += np.array(self._index.get_batch_scores([word], chunks)) - base
        order = np.argsort(-scores, kind="stable")[:limit]
        least = _SHARE * float(scores.max(initial=0))
        return [int(number) for number in order if scores[number] > 0 and scores[number] >= least]
