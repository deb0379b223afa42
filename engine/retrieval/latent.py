"""Latent semantic vectors fitted to the project's own chunks: the embedder that needs no model.

Counts of words and of the characters inside them, weighted by rarity, then reduced by a truncated singular
value decomposition (Deerwester et al. 1990; the randomised solver is Halko et al. 2011). Texts that share no
word can still be near, because their words occur beside the same others.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_core.embeddings import Embeddings
from scipy import sparse

from engine.errors import HoneError
from engine.retrieval.tokenise import is_wide, mostly_wide, pairs, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_SEED = 0
_GRAM = 4  # characters; enough to join inflections, few enough to tell words apart
_GRAM_WEIGHT = 0.5
_FITTED = 3000  # chunks that the decomposition looks at: more change little and cost time
_LEAST_AXES = 16
_SMALLEST_GROUP = 20  # chunks of a script, below which its rarity is not counted apart
_VOCABULARY, _WEIGHTS, _PROJECTION = "vocabulary.json", "weights.npy", "projection.npy"


@dataclass(frozen=True)
class LatentEmbeddings(Embeddings):
    """Maps a text to a unit vector (float32); a text that shares nothing with the documents maps to zero."""

    vocabulary: dict[str, int]
    weights: Vectors  # rarity of each feature
    projection: NDArray[np.float16]  # features x dimensions

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """langchain's interface to `embed`."""
        return [list(map(float, vector)) for vector in self.embed(texts)]

    def embed_query(self, text: str) -> list[float]:
        """langchain's interface to `embed`; a query is a text like any other."""
        return self.embed_documents([text])[0]

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors, texts x dimensions."""
        counts = _weigh(_counts([_features(text) for text in texts], self.vocabulary), self.weights)
        known, places = np.unique(counts.indices, return_inverse=True)  # a query has few of all the features
        counts = sparse.csr_matrix((counts.data, places, counts.indptr), shape=(len(texts), len(known)))
        return _unit(counts @ self.projection[known].astype(np.float32))

    def save(self, folder: Path) -> None:
        """Write vocabulary, weights and projection into a folder, without pickle."""
        names = json.dumps(list(self.vocabulary), ensure_ascii=False)
        (folder / _VOCABULARY).write_text(names, encoding="utf-8")
        np.save(folder / _WEIGHTS, self.weights, allow_pickle=False)
        np.save(folder / _PROJECTION, self.projection, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> LatentEmbeddings:
        """Inverse of `save`; raises OSError or ValueError when a file is missing or not whole."""
        names = json.loads((folder / _VOCABULARY).read_text(encoding="utf-8"))
        weights = np.load(folder / _WEIGHTS, allow_pickle=False)
        projection = np.load(folder / _PROJECTION, allow_pickle=False).astype(np.float16, copy=False)
        if projection.ndim != 2 or not len(names) == len(weights) == len(projection):
            raise ValueError("vocabulary and projection are not of one index")
        return cls({name: number for number, name in enumerate(names)}, weights, projection)

    def check(self, dimensions: int) -> None:
        """Raise ValueError when vectors of this length were not made with this projection."""
        if self.projection.shape[1] != dimensions:
            raise ValueError("vectors and projection are not of one index")


def fit(
    texts: Sequence[str], dimensions: int, on_text: Callable[[], None] = lambda: None
) -> tuple[LatentEmbeddings, Vectors]:
    """Fit the embedder to the chunks; returns it and their vectors. `on_text` may raise to stop.

    At most `dimensions`, and of few chunks half their number: as many axes as chunks would reduce nothing.
    Raises HoneError when no chunk has a letter or a digit.
    """
    from sklearn.utils.extmath import randomized_svd  # a second to import, and a question needs none of it

    rows: list[Counter[str]] = []
    for text in texts:
        rows.append(_features(text))
        on_text()
    vocabulary = _vocabulary(rows)
    if not vocabulary:
        raise HoneError("The documents have no words to index", "Add a document with text in it.")
    counts = _counts(rows, vocabulary)
    weights = _rarity(counts, np.array([mostly_wide(text) for text in texts]))
    matrix = _weigh(counts, weights)
    chosen = np.sort(np.random.default_rng(_SEED).permutation(len(texts))[:_FITTED])
    wanted = min(dimensions, max(len(chosen) // 2, _LEAST_AXES), len(chosen), len(vocabulary))
    _, _, axes = randomized_svd(matrix[chosen], n_components=wanted, n_iter=2, random_state=_SEED)
    fitted = LatentEmbeddings(vocabulary, weights, axes.T.astype(np.float16))
    return fitted, _unit(matrix @ fitted.projection.astype(np.float32))


def _features(text: str) -> Counter[str]:
    return Counter(pieces(text))


@lru_cache(maxsize=1 << 17)
def _of_piece(piece: str) -> tuple[tuple[str, float], ...]:
    """Features of one word with their weights: itself and its inner characters, so that inflections are near."""
    found: Counter[str] = Counter()
    if is_wide(piece):
        for pair in pairs(piece):
            found[pair] += 1
        found["^" + piece[:2]] += 1  # a Korean word begins with its stem; particles follow
    else:
        word = piece.removesuffix("'s").removesuffix("’s")
        found["=" + word] += 1
        framed = f"_{word}_"
        for start in range(len(framed) - _GRAM + 1):
            found[framed[start : start + _GRAM]] += _GRAM_WEIGHT  # type: ignore[assignment]  # a weight, not a count
    return tuple(found.items())


def _vocabulary(rows: Iterable[Counter[str]]) -> dict[str, int]:
    """All features but the inner characters that only one chunk has: they relate it to nothing."""
    chunks: Counter[str] = Counter()
    for row in rows:
        chunks.update({feature for piece in row for feature, _ in _of_piece(piece)})
    kept = sorted(feature for feature, number in chunks.items() if number > 1 or feature[0] in "=^")
    return {feature: number for number, feature in enumerate(kept)}


def _counts(rows: Sequence[Counter[str]], vocabulary: dict[str, int]) -> Any:
    """A sparse matrix, texts x features, of weighted counts.

    Pieces first, then their features by one product of matrices: a word's characters are cut once, not once a text.
    """
    numbers: dict[str, int] = {}
    by_piece = _sparse([[(numbers.setdefault(p, len(numbers)), n) for p, n in row.items()] for row in rows])
    known = [[(vocabulary[f], w) for f, w in _of_piece(piece) if f in vocabulary] for piece in numbers]
    shape = (len(rows), len(numbers))
    by_piece.resize(shape)
    by_feature = _sparse(known)
    by_feature.resize((len(numbers), len(vocabulary)))
    return (by_piece @ by_feature).tocsr()


def _sparse(rows: Sequence[Sequence[tuple[int, float]]]) -> Any:
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.array([column for row in rows for column, _ in row], dtype=np.int32)
    values = np.array([value for row in rows for _, value in row], dtype=np.float32)
    width = int(columns.max()) + 1 if len(columns) else 1
    return sparse.csr_matrix((values, columns, ends), shape=(len(rows), width))


def _rarity(counts: Any, wide: NDArray[np.bool_]) -> Vectors:
    """Weight of each feature, log(1 + chunks / chunks that have it).

    Counted in the script where it is commonest: beside a Korean document, English function words would
    otherwise look rare.
    """
    groups = [wide, ~wide] if min(wide.sum(), (~wide).sum()) >= _SMALLEST_GROUP else [np.ones_like(wide)]
    shares = [np.asarray((counts[group] > 0).sum(axis=0)).ravel() / group.sum() for group in groups]
    rarity: Vectors = np.log1p(1 / np.max(shares, axis=0)).astype(np.float32)
    return rarity


def _weigh(counts: Any, weights: Vectors) -> Any:
    weighed = counts.astype(np.float32)
    weighed.data = np.log1p(weighed.data) * weights[weighed.indices]
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1), dtype=np.float32).ravel())
    weighed.data /= np.repeat(np.where(lengths > 0, lengths, 1), np.diff(weighed.indptr))
    return weighed


def _unit(vectors: Any) -> Vectors:
    found: Vectors = np.asarray(vectors, dtype=np.float32)
    lengths = np.linalg.norm(found, axis=1, keepdims=True).astype(np.float32)
    unit: Vectors = np.divide(found, lengths, out=np.zeros_like(found), where=lengths > 0)
    return unit
