"""MLX: bases, their adapters, training and replies; importing this room loads OpenBLAS before MLX on Linux."""

from __future__ import annotations

import os

from engine.runtimes import blas

os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")  # else it advises to install PyTorch
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
# A long kernel of a large model would else be ended by macOS's watchdog (mlx-lm#3267); 0 turns this off.
os.environ.setdefault("AGX_RELAX_CDM_CTXSTORE_TIMEOUT", "1")
blas.preload()  # must come before the first import of mlx, which the modules below do

from engine.runtimes.mlx.kept import Kept  # noqa: E402
from engine.runtimes.mlx.losses import Example, example, learned, losses  # noqa: E402
from engine.runtimes.mlx.model import BASE, SIDES, TUNED, Loaded, exchange, load, load_tokenizer, renew  # noqa: E402
from engine.runtimes.mlx.replies import (  # noqa: E402
    Piece,
    alike,
    ask,
    greedy,
    logit_delta,
    next_logits,
    shared,
    stream,
)
from engine.runtimes.mlx.rows import Asked, Sampling  # noqa: E402

__all__ = [
    "BASE",
    "SIDES",
    "TUNED",
    "Asked",
    "Example",
    "Kept",
    "Loaded",
    "Piece",
    "Sampling",
    "alike",
    "ask",
    "example",
    "exchange",
    "greedy",
    "learned",
    "load",
    "load_tokenizer",
    "logit_delta",
    "losses",
    "next_logits",
    "renew",
    "shared",
    "stream",
]
