"""The arithmetic of benchmarks: ratios round by round, and when a goal is met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.comparing import Row, alternately

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("goal", "wanted", "ratio", "met"),
    [
        ("faster", 2.0, 2.0, True),
        ("faster", 2.1, 2.0, False),
        ("share_at_most", 0.5, 0.5, True),
        ("share_at_least", 0.6, 0.5, False),
        ("at_most", 10.0, 0.5, True),
        ("at_least", 11.0, 0.5, False),
    ],
)
def test_a_goal_is_met_by_the_median_of_the_rounds(goal: Any, wanted: float, ratio: float, met: bool) -> None:
    row = Row("what", "s", [10, 10, 30], [20, 20, 15], goal, wanted)
    assert row.ratio == pytest.approx(ratio)
    assert row.met is met


def test_both_are_measured_in_turn_and_the_first_round_does_not_count() -> None:
    order: list[str] = []

    def measuring(name: str, value: float) -> Callable[[], float]:
        def measure() -> float:
            order.append(name)
            return value

        return measure

    ours, reference = alternately(measuring("ours", 1.0), measuring("reference", 2.0), times=3)
    assert (ours, reference) == ([1.0] * 3, [2.0] * 3)
    assert order == ["reference", "ours", "ours", "reference", "reference", "ours", "ours", "reference"]
