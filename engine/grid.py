"""Which of a grid's runs comes next, within the time that is left: pure, so that it can be tried out beforehand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHORT = 1 / 4  # of a run; enough to tell which options learn at all
MARGIN = 1.1  # a run is begun only where an estimate that is a tenth too low would still let it end


@dataclass(slots=True)
class Candidate:
    """One run of a grid as it stands; `seconds` are what all of it takes (None: unknown), `exam` what comes after."""

    options: dict[str, Any]
    iterations: int
    evaluate_every: int
    seconds: float | None = None
    exam: float = 0.0
    reached: int = 0
    val_loss: float | None = None
    is_over: bool = False  # finished and examined, or failed
    run: int | None = None

    @property
    def short(self) -> int:
        """The iteration at which its short part ends: one that is evaluated."""
        return min(math.ceil(self.iterations * SHORT / self.evaluate_every) * self.evaluate_every, self.iterations)

    @property
    def left(self) -> float:
        """Seconds to its end."""
        return self.until(self.iterations) + self.exam

    def until(self, iteration: int) -> float:
        """Seconds to an iteration."""
        return (self.seconds or 0.0) * max(iteration - self.reached, 0) / self.iterations


def following(candidates: Sequence[Candidate], left: float, short_parts: bool) -> tuple[Candidate, int] | None:
    """The candidate to go on with and the iteration to go to; None when none can come to an end in `left` seconds.

    Where there is time for all they are trained one after another. Where there is not, and with `short_parts`, each
    is trained for a part, as long as the slowest of those begun could still be ended; then the best go on.
    """
    waiting = [candidate for candidate in candidates if not candidate.is_over]
    if not waiting or left <= 0:
        return None
    if any(candidate.seconds is None for candidate in waiting):  # the first one tells the speed
        first = next((candidate for candidate in waiting if candidate.reached < candidate.short), waiting[0])
        return first, first.short if first.reached < first.short else first.iterations
    begun = [candidate for candidate in waiting if candidate.reached]
    if sum(candidate.left for candidate in waiting) * MARGIN <= left:
        first = next(iter(begun or waiting))
        return first, first.iterations
    if short_parts:
        for candidate in waiting:
            slowest = max(other.left - other.until(other.short) for other in (*begun, candidate))
            if candidate.reached < candidate.short and (candidate.until(candidate.short) + slowest) * MARGIN <= left:
                return candidate, candidate.short
    promising = sorted(waiting, key=_promise) if short_parts else [*begun, *waiting]
    return next(((candidate, candidate.iterations) for candidate in promising if candidate.left * MARGIN <= left), None)


def _promise(candidate: Candidate) -> tuple[bool, bool, float]:
    """Those on their way first, then by the loss."""
    past = candidate.reached > candidate.short
    return not past, candidate.val_loss is None, candidate.val_loss or 0.0


def foretold(candidates: Sequence[Candidate], left: float, short_parts: bool) -> tuple[int, int]:
    """How many candidates would come to an end in `left` seconds, and how many more be begun; speeds must be known."""
    ended = 0
    while (chosen := following(candidates, left, short_parts)) is not None:
        candidate, iteration = chosen
        left -= candidate.until(iteration)
        candidate.reached = iteration
        if iteration == candidate.iterations:
            candidate.is_over, ended, left = True, ended + 1, left - candidate.exam
    return ended, sum(bool(candidate.reached) and not candidate.is_over for candidate in candidates)


def ordered(grid: Sequence[Mapping[str, Any]], own: Mapping[str, Any]) -> list[int]:
    """The places of a grid's points in the order to try them: first the one nearest to `own`, then far ones.

    Values are compared by their place among those of their option, so that 1e-4 and 5e-4 are as far apart as 8 and 64.
    """
    names = list(grid[0])
    values = {name: sorted({point[name] for point in grid}, key=_number) for name in names}
    places = [[_place(values[name], point[name]) for name in names] for point in grid]
    home = [_place(values[name], own[name]) if own.get(name) is not None else 0.5 for name in names]
    left = list(range(len(grid)))
    order = [min(left, key=lambda number: (math.dist(places[number], home), number))]
    left.remove(order[0])
    nearest = {number: math.dist(places[number], places[order[0]]) for number in left}
    while left:
        far = max(left, key=lambda number: (nearest[number], -number))
        order.append(far)
        left.remove(far)
        for number in left:
            nearest[number] = min(nearest[number], math.dist(places[number], places[far]))
    return order


def _place(values: Sequence[Any], value: Any) -> float:
    """0 for the lowest, 1 for the highest; a value between two is where the nearer one is."""
    if len(values) == 1:
        return 0.0
    near = min(range(len(values)), key=lambda number: abs(_number(values[number]) - _number(value)))
    return near / (len(values) - 1)


def _number(value: Any) -> float:
    if isinstance(value, str):
        return float(int.from_bytes(value.encode()[:6], "big"))
    return math.log(value) if value > 0 else float(value) - 100.0
