"""Axes with round numbers, smoothed curves, and curves of any length in as many points as there are pixels."""

from __future__ import annotations

import itertools
import math
import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
_VALUE = operator.itemgetter(1)


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values between `low` and `high` onto pixels between `start` and `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of a value."""
        return self.start + (value - self.low) * self.per_value

    @property
    def per_value(self) -> float:
        """Pixels to one of the values."""
        return (self.end - self.start) / (self.high - self.low)

    def back(self, pixel: float) -> float:
        """The value at a pixel."""
        return self.low + (pixel - self.start) / (self.end - self.start) * (self.high - self.low)


def ticks(low: float, high: float, wanted: int) -> list[float]:
    """About so many round numbers (steps of 1, 2 or 5 times a power of ten) within the range."""
    if not high > low or wanted < 1:
        return [low]
    rough = (high - low) / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = min((factor * power for factor in (1, 2, 5, 10)), key=lambda step: abs((high - low) / step - wanted))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(number * step, 12) for number in range(first, last + 1)]


def label(value: float, step: float) -> str:
    """A tick's number with as many digits as the step between ticks needs."""
    digits = max(0, -math.floor(math.log10(step) + 1e-9)) if step > 0 else 0
    return f"{value:,.{digits}f}"


def smoothed(points: Sequence[Point]) -> list[Point]:
    """The mean around each point, over a thirtieth of the curve; near its ends over less, so that it does not lag."""
    reach = min(max(len(points) // 60, 1), 50)
    sums = [0.0, *itertools.accumulate(value for _, value in points)]

    def around(number: int) -> Point:
        side = min(reach, number, len(points) - 1 - number)
        return points[number][0], (sums[number + side + 1] - sums[number - side]) / (2 * side + 1)

    last, width = max(len(points) - reach, reach), 2 * reach + 1
    inner = zip(points[reach:last], sums[width:], sums, strict=False)  # all of them have as many neighbours
    middle = [(at, (after - before) / width) for (at, _), after, before in inner]
    return [*map(around, range(min(reach, len(points)))), *middle, *map(around, range(last, len(points)))]


def every(points: Sequence[Point], wanted: int) -> list[Point]:
    """At most about so many points of a smooth curve, evenly, and its last."""
    step = max(math.ceil(len(points) / max(wanted, 1)), 1)
    return [*points[:-1:step], *points[-1:]]


def thinned(points: Sequence[Point], columns: int) -> list[Point]:
    """At most four points for each column of pixels: the first, lowest, highest and last of it; peaks stay."""
    if len(points) <= 4 * columns or columns < 1:
        return list(points)
    size, found = math.ceil(len(points) / columns), list[Point]()
    for start in range(0, len(points), size):
        column = points[start : start + size]
        found += sorted({column[0], min(column, key=_VALUE), max(column, key=_VALUE), column[-1]})
    return found
