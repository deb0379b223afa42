"""The word match: BM25Plus over the chunks' tokens, by postings."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from engine.retrieval.tokenise import query_tokens, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

# Chunks are of one size, so length says little (b), and a repeated word hardly more than a word (k1).
_K1, _B, _DELTA = 0.9, 0.25, 1.0
_SHARE = 0.65  # of the best score; fusion looks at ranks only and would take a chance word for a match
_WORDS, _POSTINGS = "words.json", "postings.npz"
_REMEMBERED, _REMEMBERED_LENGTH = 1 << 18, 40  # words with the signs at them, and the longest; others seldom come again
_BLOCK = 4096  # chunks whose tokens are held at once


class _Parts(dict[str, int]):
    """Numbers of what stands between white space, and the numbers of the tokens in each: none goes on over it."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[list[int]] = []
        self.numbers: defaultdict[str, int] = defaultdict()
        self.numbers.default_factory = self.numbers.__len__

    def __missing__(self, part: str) -> int:
        number = len(self.tokens)
        self.tokens.append(list(map(self.numbers.__getitem__, tokens(part))))
        if len(part) <= _REMEMBERED_LENGTH:
            self[part] = number
        return number

    def forget_many(self) -> None:
        """Begin to number the parts anew where they are too many; those of a language are not."""
        if len(self.tokens) > _REMEMBERED:
            self.clear()
            self.tokens = []

    def by_token(self) -> Any:
        """A sparse matrix, parts x tokens, of how often each part has a token."""
        sizes = list(map(len, self.tokens))
        columns = np.fromiter(chain.from_iterable(self.tokens), np.int32, sum(sizes))
        ends = np.cumsum([0, *sizes], dtype=np.int32)
        return sparse.csr_matrix((np.ones_like(columns), columns, ends), shape=(len(sizes), len(self.numbers)))


def _split(texts: Iterable[str], sizes: list[int]) -> Iterator[list[str]]:
    """What stands between the white space of each text, one text at a time; `sizes` is told how much that is."""
    for text in texts:
        parts = text.split()
        sizes.append(len(parts))
        yield parts


@dataclass(frozen=True, slots=True)
class WordIndex:
    """BM25Plus (Lv and Zhai 2011): for each word, by its number, the chunks that have it and how often.

    Those of word w stand from `starts[w]` to `starts[w + 1]` of `chunks` and `counts`; `lengths` are tokens of chunks.
    """

    numbers: dict[str, int]
    starts: NDArray[np.int64]
    chunks: NDArray[np.int32]
    counts: NDArray[np.int32]
    lengths: NDArray[np.int32]

    @classmethod
    def of(cls, texts: Sequence[str], check: Callable[[], None] = lambda: None) -> WordIndex:
        """The index of the chunks' texts; `check` is called now and then, and may raise to stop."""
        parts = _Parts()
        blocks = []
        rest = iter(texts)
        while block := list(islice(rest, _BLOCK)):
            check()
            parts.forget_many()
            sizes: list[int] = []
            columns = np.fromiter(map(parts.__getitem__, chain.from_iterable(_split(block, sizes))), np.int32)
            ends = np.cumsum([0, *sizes], dtype=np.int32)
            by_part = sparse.csr_matrix((np.ones_like(columns), columns, ends), shape=(len(block), len(parts.tokens)))
            blocks.append(by_part @ parts.by_token())
        for counts in blocks:
            counts.resize(counts.shape[0], len(parts.numbers))
        by_chunk = sparse.vstack(blocks or [sparse.csr_matrix((0, 0), dtype=np.int32)])
        lengths = np.asarray(by_chunk.sum(axis=1), dtype=np.int32).ravel()
        by_word = by_chunk.tocsc()
        starts = by_word.indptr.astype(np.int64)
        return cls(dict(parts.numbers), starts, by_word.indices, by_word.data, lengths)

    def save(self, folder: Path) -> None:
        """Write the index into a folder, without pickle."""
        (folder / _WORDS).write_text(json.dumps(list(self.numbers), ensure_ascii=False), encoding="utf-8")
        np.savez(folder / _POSTINGS, starts=self.starts, chunks=self.chunks, counts=self.counts, lengths=self.lengths)

    @classmethod
    def load(cls, folder: Path, count: int) -> WordIndex:
        """Inverse of `save`; raises OSError, ValueError or KeyError when it is not whole, or not of `count` chunks."""
        names = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
        with np.load(folder / _POSTINGS, allow_pickle=False) as arrays:
            found = cls(
                dict(zip(names, range(len(names)), strict=True)),
                *(arrays[name] for name in ("starts", "chunks", "counts", "lengths")),
            )
        if len(found.lengths) != count or len(found.starts) != len(names) + 1 or found.starts[-1] != len(found.chunks):
            raise ValueError(f"{_POSTINGS} does not fit the chunks")
        return found

    def ranking(self, query: str, limit: int) -> list[int]:
        """Numbers of the chunks that match the words of the query about as well as any, best first, at most `limit`.

        BM25Plus gives every chunk a base score for every token of the query, also to those without it. Only
        those with it are scored here, less that base: the order is the same, and what shares nothing stays out.
        """
        count = len(self.lengths)
        scores = np.zeros(count)
        average = self.lengths.sum() / max(count, 1)
        for word in query_tokens(query):
            number = self.numbers.get(word)
            if number is None:
                continue
            own = slice(self.starts[number], self.starts[number + 1])
            chunks, times = self.chunks[own], self.counts[own]
            rarity = math.log((count + 1) / len(chunks))
            saturation = _K1 * (1 - _B + _B * self.lengths[chunks] / average) + times
            scores[chunks] += rarity * (_DELTA + times * (_K1 + 1) / saturation) - rarity * _DELTA
        found = np.flatnonzero((scores > 0) & (scores >= _SHARE * scores.max(initial=0)))
        return [int(number) for number in found[np.argsort(-scores[found], kind="stable")][:limit]]
