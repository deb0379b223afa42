"""Search over chunks: dense and BM25, fused."""
