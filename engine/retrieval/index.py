"""The index of a project: dense vectors and words over its chunks, built, stored and searched."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import faiss
import numpy as np

from engine.errors import HoneError
from engine.project import files
from engine.project import index as store
from engine.retrieval import latent
from engine.retrieval.fusion import marginal_relevance, reciprocal_rank_fusion
from engine.retrieval.words import WordIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from engine.project import Project
    from engine.project.index import Entry

    Vectors = NDArray[np.float32]

LATENT = "latent"  # the embedder that is fitted to the chunks
_DIMENSIONS = 384
DENSE_WEIGHT, WORD_WEIGHT = 0.7, 0.3
_CANDIDATES = 20  # of each ranking; more for a large k
_RELEVANCE = 0.8  # of marginal relevance: the nearer to 1, the less a near copy is put back
_CONTEXT = ((1, 0.3), (2, 0.15))  # how much of its neighbours at a distance a chunk's latent vector takes in
_VECTORS = "vectors.npy"
_ROWS = 1024  # vectors that are mixed at once
_BROKEN = (OSError, ValueError, EOFError)  # what numpy and json raise for a file that is not whole
_VERSION = 1  # of the latent recipe; another one makes old indexes stale


class Embedder(Protocol):
    """What the index needs of latent and GGUF embeddings: langchain's call for a query."""

    def embed_query(self, text: str) -> list[float]: ...


@dataclass(frozen=True, slots=True)
class Hit:
    """One result; a higher score is better, scores of different queries do not compare."""

    chunk_id: int
    score: float


class Index:
    """Answers searches over the chunks of a project; use it from the thread that opened it."""

    def __init__(self, entries: Sequence[Entry], vectors: Vectors, embedder: Embedder, words: WordIndex) -> None:
        faiss.omp_set_num_threads(1)  # for one query, waking threads costs more than they save
        self.entries = list(entries)
        self.embedder = embedder
        self._vectors, self._words = vectors, words

    def search(self, query: str, k: int = 4) -> list[Hit]:
        """The `k` best chunks for a question, fewer when fewer have anything to do with it.

        Dense ranking (0.7) with marginal relevance and word match (0.3), joined by reciprocal rank fusion.
        """
        limit = max(_CANDIDATES, 2 * k)
        fused = reciprocal_rank_fusion(
            [(self._dense_ranking(query, limit), DENSE_WEIGHT), (self._words.ranking(query, limit), WORD_WEIGHT)]
        )
        return [Hit(self.entries[number].chunk_id, score) for number, score in fused[:k]]

    def _dense_ranking(self, query: str, limit: int) -> list[int]:
        vector = np.array([self.embedder.embed_query(query)], dtype=np.float32)
        count = min(limit, len(self.entries))
        similarity, numbers = faiss.knn(vector, self._vectors, count, metric=faiss.METRIC_INNER_PRODUCT)
        near = numbers[0][similarity[0] > 0]  # a query of unknown words is no nearer to one chunk than to another
        order = marginal_relevance(similarity[0][: len(near)], self._vectors[near], _RELEVANCE)
        return [int(near[number]) for number in order]


def recipe(project: Project, embedder: str, dimensions: int | None) -> dict[str, Any]:
    """What to index with: what the person chose, or else what the project has.

    Raises HoneError when the embedding model is not there.
    """
    current = store.current(project)
    before: dict[str, Any] = json.loads(current.recipe) if current else {}
    if embedder == LATENT or (not embedder and before.get("embedder", LATENT) == LATENT):
        return {
            "embedder": LATENT,
            "dimensions": dimensions or before.get("dimensions", _DIMENSIONS),
            "version": _VERSION,
        }
    file = Path(embedder or before["path"]).expanduser()
    if not file.is_file():
        raise HoneError(
            f"There is no file {file.name}",
            f"Looked for the embedding model at {file}. Vectors that need no model: hone index "
            f"{project.path.name} --embedder {LATENT}",
        )
    return {"embedder": "gguf", "path": str(file.resolve()), "size": file.stat().st_size}


def fingerprint(entries: Sequence[Entry]) -> str:
    """SHA-256 over chunk ids and texts, in order: it changes when the documents do."""
    digest = hashlib.sha256()
    for entry in entries:
        digest.update(f"{entry.chunk_id}\0{entry.document_id}\0{entry.text}\0".encode())
    return digest.hexdigest()


def up_to_date(project: Project, wanted: dict[str, Any], entries: Sequence[Entry]) -> str | None:
    """The folder of the index in use when it is of these chunks and this recipe and its files are whole, else None."""
    current = store.current(project)
    if current is None or current.chunks != fingerprint(entries):
        return None
    if not wanted.items() <= json.loads(current.recipe).items():
        return None
    try:
        vectors = _load_vectors(project.path / current.folder, len(entries))
        if wanted["embedder"] == LATENT:
            latent.LatentEmbeddings.load(project.path / current.folder).check(vectors.shape[1])
    except _BROKEN:
        return None
    return current.folder


def build(
    project: Project,
    wanted: dict[str, Any],
    entries: Sequence[Entry],
    on_text: Callable[[], None],
    check: Callable[[], None] = lambda: None,
) -> tuple[str, int]:
    """Embed the chunks and store the index; returns its folder and how many chunks were cut to the model's length.

    `on_text` is called for each chunk that is embedded, `check` now and then; both may raise to stop. The folder is
    durable before the database names it; an interrupted build leaves the old index in use.
    """
    texts = [entry.text for entry in entries]
    cut = 0
    if wanted["embedder"] == LATENT:
        fitted, vectors = latent.fit(texts, wanted["dimensions"], on_text)
        vectors, save = _in_context(vectors, [entry.document_id for entry in entries]), fitted.save
    else:
        from engine.retrieval.gguf_embeddings import GgufEmbeddings

        model = GgufEmbeddings(wanted["path"])
        try:
            vectors = model.embed(texts, on_text)
        finally:
            model.close()
        wanted, cut, save = {**wanted, "recipe": model.recipe.to_dict()}, model.cut, _save_nothing
    words = WordIndex.of(texts, check)
    folder = store.new_folder(project)
    with files.atomic_folder(folder) as temporary:
        save(temporary)
        words.save(temporary)
        np.save(temporary / _VECTORS, vectors, allow_pickle=False)
    store.record(project, json.dumps(wanted, sort_keys=True), fingerprint(entries), folder)
    for other in folder.parent.iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return project.relative(folder), cut


def open_index(project: Project) -> Index:
    """Open the project's index; raises HoneError when there is none, it is out of date, or a file of it is broken."""
    again = f"Make it with: hone index {project.path.name}"
    current = store.current(project)
    if current is None:
        raise HoneError("The documents are not indexed yet", again)
    entries = store.entries(project)
    if fingerprint(entries) != current.chunks:
        raise HoneError("The index is out of date", f"The documents changed since it was made. {again}")
    folder = project.path / current.folder
    made = json.loads(current.recipe)
    try:
        vectors = _load_vectors(folder, len(entries))
        fitted = latent.LatentEmbeddings.load(folder) if made["embedder"] == LATENT else None
        if fitted is not None:
            fitted.check(vectors.shape[1])
    except _BROKEN as error:
        raise HoneError(
            "The index cannot be read", f"A file in {current.folder} is missing or damaged ({error}). {again}"
        ) from error
    return Index(entries, vectors, fitted or _model(made), _words(folder, entries))


def _load_vectors(folder: Path, count: int) -> Vectors:
    """The vectors as the system maps their file: searches scan them there, and nobody holds a copy."""
    found = np.load(folder / _VECTORS, mmap_mode="r", allow_pickle=False)
    if found.ndim != 2 or len(found) != count:
        raise ValueError(f"{_VECTORS} does not fit the chunks")
    vectors: Vectors = np.ascontiguousarray(found, dtype=np.float32)
    if not np.isfinite(np.vdot(vectors, vectors)):
        raise ValueError(f"{_VECTORS} holds what is no number")
    return vectors


def _words(folder: Path, entries: Sequence[Entry]) -> WordIndex:
    """The stored word index; made anew where it is missing or damaged, since the texts are here."""
    try:
        return WordIndex.load(folder, len(entries))
    except (*_BROKEN, KeyError):
        return WordIndex.of([entry.text for entry in entries])


def _model(made: dict[str, Any]) -> Embedder:
    from engine.retrieval.gguf_embeddings import GgufEmbeddings

    model = GgufEmbeddings(made["path"])
    if model.recipe.to_dict() != made["recipe"]:
        model.close()
        raise HoneError(
            "The embedding model changed",
            f"{Path(made['path']).name} is not the file that the index was made with: make the index again.",
        )
    return model


def _save_nothing(folder: Path) -> None:
    """A GGUF model is a file of its own."""


def _in_context(vectors: Vectors, documents: Sequence[int]) -> Vectors:
    """Let each chunk take in some of its neighbours in the document.

    A chunk says "it" and "this part" of what the one before it named.
    """
    owner = np.array(documents)
    mixed = np.empty_like(vectors)
    reach = _CONTEXT[-1][0]
    for begin in range(0, len(vectors), _ROWS):  # a block and its neighbours at a time: copies of all would be as large
        first, end = max(begin - reach, 0), begin + _ROWS + reach
        mixed[begin : begin + _ROWS] = _mixed(vectors[first:end], owner[first:end])[begin - first :][:_ROWS]
    return mixed


def _mixed(vectors: Vectors, owner: NDArray[np.int64]) -> Vectors:
    mixed = vectors.copy()
    for distance, share in _CONTEXT:
        shares = np.where(owner[distance:] == owner[:-distance], np.float32(share), np.float32(0))[:, None]
        mixed[distance:] += shares * vectors[:-distance]
        mixed[:-distance] += shares * vectors[distance:]
    lengths = np.linalg.norm(mixed, axis=1, keepdims=True)
    mixed /= np.where(lengths > 0, lengths, 1)
    return mixed
