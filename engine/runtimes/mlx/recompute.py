"""Blocks that keep only what enters them and compute the rest again on the way back: less memory, a third more time.

Gradient checkpointing (Chen et al. 2016, arXiv:1604.06174).
"""

from __future__ import annotations

from typing import Any

import mlx.core as mx


def recompute(block: Any) -> None:
    """Let one block do so in training; its class is another from now on, its name and tensors are not."""
    plain = type(block)

    def call(self: Any, *arguments: Any, **named: Any) -> Any:
        if not self.training:
            return plain.__call__(self, *arguments, **named)

        def inner(parameters: Any, *given: Any) -> Any:
            self.update(parameters)
            return plain.__call__(self, *given, **named)

        return mx.checkpoint(inner)(self.trainable_parameters(), *arguments)

    block.__class__ = type(plain.__name__, (plain,), {"__call__": call})
