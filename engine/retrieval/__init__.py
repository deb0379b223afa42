"""Search over chunks: dense and BM25, fused."""

from engine.retrieval.index import Hit, Index, open_index

__all__ = ["Hit", "Index", "open_index"]
