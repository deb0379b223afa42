"""Which rows go together: every row once an epoch, little padding, few lengths, always the same."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

import engine.runtimes.mlx  # noqa: F401  OpenBLAS before MLX
from engine.runtimes.mlx.batches import buckets, epoch

LENGTHS = st.lists(st.integers(2, 14), min_size=1, max_size=40)


def padded(lengths: list[int], bounds: list[int]) -> int:
    return sum(min(bound for bound in bounds if bound >= length) for length in lengths)


@given(LENGTHS)
@settings(max_examples=60)
def test_buckets_waste_least(lengths: list[int]) -> None:
    bounds = buckets(lengths, 3)
    distinct = sorted(set(lengths))
    choices = [
        list(chosen)
        for size in (1, 2, 3)
        for chosen in combinations(distinct, min(size, len(distinct)))
        if chosen[-1] == distinct[-1]
    ]
    assert len(bounds) <= 3
    assert bounds == sorted(bounds)
    assert padded(lengths, bounds) == min(padded(lengths, choice) for choice in choices)


def test_many_lengths_still_give_few_buckets() -> None:
    lengths = list(range(10, 2000, 3))
    bounds = buckets(lengths)
    assert len(bounds) == 10
    assert bounds[-1] == lengths[-1]
    assert padded(lengths, bounds) < 1.12 * sum(lengths)


@given(LENGTHS, st.integers(1, 9), st.integers(0, 3), st.integers(0, 3))
@settings(max_examples=60)
def test_an_epoch_has_every_row_once_in_even_batches(lengths: list[int], size: int, seed: int, number: int) -> None:
    batches = epoch(lengths, size, seed, number)
    assert sorted(row for batch in batches for row in batch) == list(range(len(lengths)))
    assert max(map(len, batches)) <= size
    assert max(map(len, batches)) - min(map(len, batches)) <= 1
    assert batches == epoch(lengths, size, seed, number)


def test_epochs_and_seeds_differ() -> None:
    lengths = [10 + number % 7 for number in range(60)]
    assert epoch(lengths, 8, 0, 0) != epoch(lengths, 8, 0, 1)
    assert epoch(lengths, 8, 0, 0) != epoch(lengths, 8, 1, 0)


def test_batches_hold_similar_lengths() -> None:
    lengths = [5 + (number * 37) % 90 for number in range(400)]
    spent = sum(len(batch) * max(lengths[row] for row in batch) for batch in epoch(lengths, 8, 0, 0))
    assert spent < 1.2 * sum(lengths)
