"""A quick part of the planted errors, and the good pairs that no check may lose."""

from __future__ import annotations

import pytest

from benchmarks.good_pairs import good_pairs
from benchmarks.planted import lost, verdict
from benchmarks.planted_errors import CLASSES, planted

SURE = frozenset(
    {"wrong number", "wrong unit", "swapped name", "copied duplicate", "wrong language", "context-dependent question"}
)
GOOD = good_pairs()
ERRORS = [planted(GOOD, 4, held_back=held_back) for held_back in (False, True)]


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_planted_errors_are_found(name: str) -> None:
    errors = [error for half in ERRORS for error in half[name]]
    missed = [spoiled for good, spoiled in errors if not verdict(good, spoiled, name).reason]
    assert len(errors) == 8
    assert len(missed) <= (1 if name in SURE else 4)


def test_good_pairs_are_kept() -> None:
    assert len(GOOD) >= 300
    some = GOOD[::5]
    assert len(lost(some)) <= 0.02 * len(some)
