"""MLX arrays as plain numbers, with the types that a reader expects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import mlx.core as mx


def number(array: mx.array) -> float:
    """The one real number that an array of size 1 holds."""
    return cast("float", array.item())


def numbers(array: mx.array) -> list[Any]:
    """An array's numbers as nested lists."""
    return cast("list[Any]", array.tolist())
