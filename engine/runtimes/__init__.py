"""The model runtimes: llama.cpp for GGUF writers, MLX for bases and adapters."""
