"""MLX arrays as plain numbers, and MLX's chance, with the types that a reader expects."""

from __future__ import annotations

from typing import Any, cast

import mlx.core as mx


def number(array: mx.array) -> float:
    """The one real number that an array of size 1 holds."""
    return cast("float", array.item())


def numbers(array: mx.array) -> list[Any]:
    """An array's numbers as nested lists."""
    return cast("list[Any]", array.tolist())


def random_key() -> mx.array:
    """MLX's random state, two 32-bit words."""
    return mx.array(cast("list[mx.array]", mx.random.state)[0])


def set_random_key(key: mx.array) -> None:
    """Put MLX's random state back to what `random_key` told."""
    high, low = numbers(key)
    mx.random.seed((high << 32) | low)
