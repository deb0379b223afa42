"""What the mlx-lm that Hone is made with computes wrongly for some families, put right on the loaded model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import mlx.core as mx


def mend(model: Any) -> None:
    """Put it right; other families are left as they are."""
    if getattr(model, "model_type", "") == "gemma2":
        for block in model.layers:
            _share_masks(block.self_attn)


def _share_masks(attention: Any) -> None:
    """Let the heads that share keys share the masks of a batch.

    Queries have five dimensions there, and masks of several rows four: they fail, or with as many rows as heads are
    taken for each other's (mlx-lm#1903).
    """
    plain = type(attention)

    def call(self: Any, hidden: mx.array, mask: mx.array | None = None, cache: Any = None) -> Any:
        if mask is not None and mask.ndim == 4 and self.repeats > 1:
            mask = mask[:, :, None]
        return plain.__call__(self, hidden, mask, cache)

    attention.__class__ = type(plain.__name__, (plain,), {"__call__": call})
