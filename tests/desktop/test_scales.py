"""Axes with round numbers, and curves that keep their peaks in few points."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.scales import Scale, label, smoothed, thinned, ticks

numbers = st.floats(-1e6, 1e6)


@given(numbers, st.floats(1e-4, 1e6), st.integers(1, 20))
def test_ticks_are_round_few_and_within(low: float, width: float, wanted: int) -> None:
    found = ticks(low, low + width, wanted)
    assert len(found) <= 2 * wanted + 2
    margin = width * 1e-6 + 1e-6
    assert all(low - margin <= value <= low + width + margin for value in found)


def test_ticks_are_what_a_person_would_write() -> None:
    assert ticks(0, 5.2, 5) == [0, 1, 2, 3, 4, 5]
    assert ticks(0, 411, 3) == [0, 200, 400]
    assert ticks(0, 0.72, 3) == [0, 0.2, 0.4, 0.6]
    assert [label(value, 0.05) for value in ticks(0.1, 0.3, 4)] == ["0.10", "0.15", "0.20", "0.25", "0.30"]
    assert label(12_000, 2000) == "12,000"


@given(st.lists(st.floats(0, 10), min_size=1, max_size=3000), st.integers(1, 50))
def test_thinned_curves_keep_their_ends_and_peaks(values: list[float], columns: int) -> None:
    points = [(float(at), value) for at, value in enumerate(values)]
    found = thinned(points, columns)
    assert len(found) <= max(4 * columns + 4, 1)
    assert (found[0], found[-1]) == (points[0], points[-1])
    assert {min(values), max(values)} <= {value for _, value in found}
    assert found == sorted(found)


@given(st.lists(st.floats(0, 10), min_size=1, max_size=200))
def test_the_mean_stays_within_and_is_as_long(values: list[float]) -> None:
    found = smoothed([(float(at), value) for at, value in enumerate(values)])
    assert [at for at, _ in found] == list(map(float, range(len(values))))
    assert all(min(values) - 1e-9 <= value <= max(values) + 1e-9 for _, value in found)


@given(numbers, st.floats(0.1, 1e5), st.floats(0, 1))
def test_a_scale_is_undone(low: float, width: float, share: float) -> None:
    scale = Scale(low, low + width, 10, 500)
    value = low + share * width
    assert abs(scale.back(scale(value)) - value) <= 1e-6 * max(1, abs(low), width)
