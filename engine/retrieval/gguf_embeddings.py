"""A GGUF embedding model through llama.cpp, with the recipe that its makers prescribe."""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import llama_cpp
import numpy as np
import psutil
from langchain_core.embeddings import Embeddings

from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

_LONGEST = 2048  # tokens read of one text; llama.cpp wants memory for all of them at once
_BATCH = 32  # texts between two looks whether to stop
_WEB_SEARCH = "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: "
# What stands before a query and before a document, by a part of the model's name (from the models' cards).
_PREFIXES: tuple[tuple[str, str, str], ...] = (
    ("qwen3-embedding", _WEB_SEARCH.rstrip(" "), ""),
    ("e5-mistral", _WEB_SEARCH, ""),
    ("e5-large-instruct", _WEB_SEARCH, ""),
    ("e5", "query: ", "passage: "),
    ("nomic-embed", "search_query: ", "search_document: "),
    ("embeddinggemma", "task: search result | query: ", "title: none | text: "),
    ("bge-small-en", "Represent this sentence for searching relevant passages: ", ""),
    ("bge-base-en", "Represent this sentence for searching relevant passages: ", ""),
    ("bge-large-en", "Represent this sentence for searching relevant passages: ", ""),
)
_POOLED = {
    llama_cpp.LLAMA_POOLING_TYPE_MEAN: "mean",
    llama_cpp.LLAMA_POOLING_TYPE_CLS: "cls",
    llama_cpp.LLAMA_POOLING_TYPE_LAST: "last",
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """How texts become vectors; stored with the index, because a query must be treated as the chunks were."""

    path: str
    size: int  # bytes of the file: another file under the same name is noticed
    name: str
    pooling: str
    longest: int  # tokens
    query_prefix: str
    document_prefix: str

    def to_dict(self) -> dict[str, Any]:
        """The recipe as plain values."""
        return asdict(self)


class GgufEmbeddings(Embeddings):
    """Embeds with llama.cpp, several texts at a time, on the calling thread."""

    def __init__(self, path: str | Path) -> None:
        """Load the model; raises HoneError when the file is missing, broken or no embedding model."""
        file = Path(path).expanduser()
        self._model = _load(file)
        metadata = self._model.metadata
        name = metadata.get("general.name", "") or metadata.get("general.basename", "") or file.stem
        self.recipe = Recipe(
            str(file.resolve()),
            file.stat().st_size,
            name,
            _pooling(self._model, name),
            self._model.n_batch,
            *prefixes(f"{name} {metadata.get('general.basename', '')} {file.stem}"),
        )
        self.cut = 0  # texts that were longer than the model reads

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._model.n_embd())

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """langchain's interface to `embed` for chunks."""
        return [list(map(float, vector)) for vector in self.embed(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a query, with the prefix that queries get."""
        return list(map(float, self._vectors([self.recipe.query_prefix + text])[0]))

    def embed(self, texts: Sequence[str], on_text: Callable[[], None] = lambda: None) -> NDArray[np.float32]:
        """Return unit vectors of chunks, texts x dimensions; `on_text` may raise to stop."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for begin in range(0, len(texts), _BATCH):
            some = [self.recipe.document_prefix + text for text in texts[begin : begin + _BATCH]]
            vectors[begin : begin + len(some)] = self._vectors(some)
            for _ in some:
                on_text()
        return vectors

    def close(self) -> None:
        """Free the model's memory."""
        self._model.close()

    def _vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of a few texts; llama.cpp reads as many at once as its longest text would be."""
        self.cut += sum(len(self._model.tokenize(text.encode())) >= self.recipe.longest for text in texts)
        vectors = np.asarray(self._model.embed(list(texts), truncate=True), dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        if not np.isfinite(lengths).all() or not lengths.all():
            raise HoneError(
                f"{self.recipe.name} gives no usable vectors",
                "Its numbers are not finite. Choose another embedding model, or leave the option out.",
            )
        unit: NDArray[np.float32] = vectors / lengths
        return unit


def prefixes(name: str) -> tuple[str, str]:
    """The words that a model of this name wants before a query and before a document."""
    plain = name.lower().replace("_", "-").replace(" ", "-")
    for part, query, document in _PREFIXES:
        if part in plain:
            return query, document
    return "", ""


def _load(file: Path) -> llama_cpp.Llama:
    if not file.is_file():
        raise HoneError(f"There is no file {file.name}", f"Looked for the embedding model at {file}.")
    with file.open("rb") as opened:
        if opened.read(4) != b"GGUF":
            raise HoneError(f"{file.name} is not a GGUF file", "Choose an embedding model in the GGUF format.")
    if "engine.runtimes.gguf" not in sys.modules:  # that room listens to llama.cpp already
        llama_cpp.llama_log_set(_ignore_log, ctypes.c_void_p(0))
    metadata = _open(file, vocab_only=True).metadata
    known = {name.rpartition(".")[2]: value for name, value in metadata.items()}
    longest = min(int(known.get("context_length", _LONGEST)), _LONGEST)
    # Only embedding models say how to pool; a plain language model's tokens are averaged.
    pooling = llama_cpp.LLAMA_POOLING_TYPE_UNSPECIFIED if "pooling_type" in known else llama_cpp.LLAMA_POOLING_TYPE_MEAN
    return _open(
        file,
        embedding=True,
        pooling_type=pooling,
        # All three alike: embed() silently cuts a text at n_batch, and attention needs it in one piece.
        n_ctx=longest,
        n_batch=longest,
        n_ubatch=longest,
        n_gpu_layers=-1,
        n_threads=_threads(),
        n_threads_batch=_threads(),  # texts are batches; without this, two threads wait for each other on a busy core
    )


def _threads() -> int:
    """As many as HONE_THREADS or OMP_NUM_THREADS say, else one for each real core."""
    for name in ("HONE_THREADS", "OMP_NUM_THREADS"):
        if (value := os.environ.get(name, "")).isdigit() and int(value) > 0:
            return int(value)
    return psutil.cpu_count(logical=False) or os.cpu_count() or 1


def _open(file: Path, **options: Any) -> llama_cpp.Llama:
    try:
        return llama_cpp.Llama(str(file), verbose=False, **options)
    except (ValueError, RuntimeError, OSError) as error:
        raise HoneError(
            f"{file.name} cannot be loaded",
            "The file may be damaged, of a kind that this llama.cpp does not know, or too large for the memory: "
            "download it again or choose another embedding model.",
        ) from error


@llama_cpp.llama_log_callback  # type: ignore[untyped-decorator]  # a ctypes function type
def _ignore_log(level: int, text: bytes, _data: Any) -> None:
    """llama.cpp's remarks on stderr are for its programmers."""


def _pooling(model: llama_cpp.Llama, name: str) -> str:
    kind = model.pooling_type()
    if kind not in _POOLED:
        model.close()
        raise HoneError(f"{name} is no embedding model", "It ranks texts and gives no vectors: choose another one.")
    return _POOLED[kind]
