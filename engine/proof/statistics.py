"""Means, differences, shares and agreement with their 95% intervals, drawn anew over facts and the same every time.

Questions about one fact are not independent, so whole facts (clusters) are drawn. The interval of a mean or difference
is the bias-corrected and accelerated bootstrap, BCa (Efron and Tibshirani 1993, An Introduction to the Bootstrap,
chapter 14): shares near 0 or 1 and losses are skewed, and plain percentiles then lie off to one side. A bootstrap
knows only what it saw: 0 right of 36 would be 0 for sure. So where it has no width, or with fewer than `FEW` facts, a
second interval widens it that does not rest on the spread alone: for shares Wilson's (1927), for differences of shares
Wilson's of wins and of losses put together by Newcombe's square-and-add (1998), for losses of fewer than `FEW_LOSSES`
facts Student's t.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from numpy.typing import NDArray

    Array = NDArray[Any]
    Statistic = Callable[[Array], Array]  # means by column [..., columns] -> [...]

RESAMPLES = 2000
CONFIDENCE = 0.95
FEW = 10  # facts; below, the spread itself is hardly known
FEW_LOSSES = 30  # the same for what has no bounds
_SEED = 20
_LARGEST_LOSS = 700.0  # exp() ends above
_DIGITS = 12  # to which two means count as equal
_NORMAL = NormalDist()
_TAIL = (1 - CONFIDENCE) / 2
_Z = _NORMAL.inv_cdf(1 - _TAIL)
# Student's t at 97.5%, for 1 to FEW_LOSSES - 2 degrees of freedom.
_STUDENT = (
    *(12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281),
    *(2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860),
    *(2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484),
)


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate from `n` values with the ends of its 95% interval, which always holds it."""

    value: float
    low: float
    high: float
    n: int

    def holds(self, value: float) -> bool:
        """Whether a value lies in the interval."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How often one side did better than the other; in `share` a tie counts as half a win."""

    win: int
    tie: int
    loss: int
    share: float
    low: float
    high: float

    @property
    def n(self) -> int:
        """All comparisons."""
        return self.win + self.tie + self.loss


def mean(values: Sequence[float], clusters: Sequence[Hashable], most: float | None = None) -> Interval:
    """The mean; `most` is what a value can be at most where it is 0 at least (1 for shares), None for losses."""
    import numpy as np

    drawn = _Drawn(np.asarray(values, float)[:, None], clusters, _only)
    low, high = drawn.interval()
    if most is None and drawn.size < FEW_LOSSES:
        low, high = _wider((low, high), _student(drawn))
    elif most is not None and (drawn.few or low == high):
        bounds = wilson(min(max(drawn.value / most, 0.0), 1.0) * drawn.size, drawn.size)
        low, high = _wider((low, high), (bounds[0] * most, bounds[1] * most))
    return _held(drawn, low, high, 0.0 if most is not None else None, most)


def difference(
    ours: Sequence[float], theirs: Sequence[float], clusters: Sequence[Hashable], most: float | None = None
) -> Interval:
    """The mean of ours - theirs, question by question; `most` as in `mean`."""
    import numpy as np

    gained = np.asarray(ours, float) - np.asarray(theirs, float)
    drawn = _Drawn(gained[:, None], clusters, _only)
    low, high = drawn.interval()
    if most is None and drawn.size < FEW_LOSSES:
        low, high = _wider((low, high), _student(drawn))
    elif most is not None and (drawn.few or low == high):
        low, high = _wider((low, high), _square_and_add(gained / most, drawn, most))
    return _held(drawn, low, high, None if most is None else -most, most)


def perplexity(losses: Sequence[float], clusters: Sequence[Hashable]) -> Interval:
    """exp of the mean loss, with the ends of its interval transformed alike."""
    found = mean(losses, clusters)
    return Interval(exp(found.value), exp(found.low), exp(found.high), found.n)


def perplexity_difference(ours: Sequence[float], theirs: Sequence[float], clusters: Sequence[Hashable]) -> Interval:
    """exp of our mean loss less exp of theirs, both drawn from the same facts.

    With fewer than FEW_LOSSES facts it is widened to what the difference of the losses allows at their mean loss.
    """
    import numpy as np

    def between(means: Array) -> Array:
        first, second = np.exp(np.minimum(means, _LARGEST_LOSS)).T
        return np.asarray(first - second)

    drawn = _Drawn(np.stack([np.asarray(ours, float), np.asarray(theirs, float)], axis=1), clusters, between)
    low, high = drawn.interval()
    if drawn.size < FEW_LOSSES:
        apart, level = difference(ours, theirs, clusters), math.fsum(theirs) / len(theirs)
        ends = [exp(level + end) - exp(level) for end in (apart.low, apart.high)]
        low, high = _wider((low, high), (ends[0], ends[1]))
    return _held(drawn, low, high, None, None)


def exp(loss: float) -> float:
    """The perplexity of a loss, never infinite."""
    return math.exp(min(loss, _LARGEST_LOSS))


def wilson(successes: float, n: float) -> tuple[float, float]:
    """Wilson's score interval (1927) of a share; neither empty nor beyond 0 and 1 when none or all succeeded.

    `successes` need not be whole: values from 0 to 1 spread less than a coin of the same mean.
    """
    if n <= 0:
        return 0.0, 1.0
    share, square = successes / n, _Z * _Z / n
    middle = (share + square / 2) / (1 + square)
    half = math.sqrt(max(square * share * (1 - share) + square * square / 4, 0.0)) / (1 + square)
    low, high = max(middle - half, 0.0), min(middle + half, 1.0)
    return (0.0 if successes <= 0 else min(low, share)), (1.0 if successes >= n else max(high, share))


def share(successes: int, n: int) -> Interval:
    """A share of independent cases with Wilson's interval; 0 of none, which may be anything."""
    return Interval(successes / n if n else 0.0, *wilson(successes, n), n)


def outcomes(
    ours: Sequence[float], theirs: Sequence[float], clusters: Sequence[Hashable], *, less_is_better: bool = False
) -> Outcomes:
    """Win, tie and loss question by question; Wilson's interval of the share counts facts, not questions."""
    sign = -1 if less_is_better else 1
    gained = [sign * (mine - other) for mine, other in zip(ours, theirs, strict=True)]
    win, loss = (sum(by > 10**-_DIGITS for by in each) for each in (gained, [-by for by in gained]))
    return preferred(win, len(gained) - win - loss, loss, len(set(clusters)))


def preferred(win: int, tie: int, loss: int, independent: int | None = None) -> Outcomes:
    """The share of wins, a tie half of one, with Wilson's interval over so many independent comparisons."""
    n = win + tie + loss
    half = (win + tie / 2) / n if n else 0.5
    facts = n if independent is None else min(independent, n)
    return Outcomes(win, tie, loss, half, *wilson(half * facts, facts))


def noise_floor(first: Sequence[float], second: Sequence[float], clusters: Sequence[Hashable]) -> float:
    """How far apart two means of the same model are, asked twice, in 95 of 100 exams: chance alone does that."""
    import numpy as np

    drawn = _Drawn((np.asarray(first, float) - np.asarray(second, float))[:, None], clusters, _only)
    return float(np.quantile(np.abs(drawn.replicates), CONFIDENCE)) if drawn.size else 0.0


def kappa(
    first: Sequence[Hashable], second: Sequence[Hashable], clusters: Sequence[Hashable] | None = None
) -> Interval | None:
    """Cohen's kappa (1960): agreement beyond chance. None where chance alone would agree fully, or without cases.

    Where all agree or with few cases, Wilson's interval of the plain agreement widens it.
    """
    import numpy as np

    labels = {label: number for number, label in enumerate(dict.fromkeys([*first, *second]))}
    size = len(labels)
    if size < 2:
        return None
    cells = [labels[one] * size + labels[other] for one, other in zip(first, second, strict=True)]

    def beyond_chance(shares: Array) -> Array:
        table = shares.reshape(*shares.shape[:-1], size, size)
        agreed = np.trace(table, axis1=-2, axis2=-1)
        chance = (table.sum(-1) * table.sum(-2)).sum(-1)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(np.where(chance < 1 - 1e-9, (agreed - chance) / (1 - chance), np.nan))

    drawn = _Drawn(np.eye(size * size)[cells], clusters or range(len(cells)), beyond_chance)
    if math.isnan(drawn.value):
        return None
    low, high = drawn.interval()
    if drawn.few or low == high:
        agreed = sum(one == other for one, other in zip(first, second, strict=True)) / len(cells)
        chance = (agreed - drawn.value) / (1 - drawn.value) if drawn.value < 1 else _chance(cells, size)
        ends = [(end - chance) / (1 - chance) for end in wilson(agreed * drawn.size, drawn.size)]
        low, high = _wider((low, high), (ends[0], ends[1]))
    return _held(drawn, low, high, -1.0, 1.0)


def _chance(cells: Sequence[int], size: int) -> float:
    """How often two would agree by chance who choose as often as these did."""
    rows, columns = ([cell // size for cell in cells], [cell % size for cell in cells])
    return sum(rows.count(label) * columns.count(label) for label in range(size)) / len(cells) ** 2


# -- the bootstrap ------------------------------------------------------------------------------------------


def _only(means: Array) -> Array:
    return means[..., 0]


class _Drawn:
    """A statistic of the means of columns, and what it is when clusters are drawn anew."""

    def __init__(self, columns: Array, clusters: Sequence[Hashable], statistic: Statistic) -> None:
        """`columns` [values, columns]; raises ValueError without values."""
        import numpy as np

        if not len(columns) or len(columns) != len(clusters):
            raise ValueError("as many values as clusters, and one at least")
        numbers: dict[Hashable, int] = {}
        at = np.array([numbers.setdefault(cluster, len(numbers)) for cluster in clusters])
        sums = np.stack([np.bincount(at, weights=column) for column in columns.T], axis=1)
        counts = np.bincount(at).astype(float)
        order = np.lexsort((*sums.T, counts))  # so that neither order nor names of the clusters matter
        sums, counts = sums[order], counts[order]
        self.n, self.size = len(columns), len(counts)
        total, all_counted = sums.sum(0), counts.sum()
        self.value = float(statistic(total / all_counted))
        weights = _weights(self.size)
        self.replicates = np.round(statistic((weights @ sums) / (weights @ counts)[:, None]), _DIGITS)
        self.replicates = self.replicates[np.isfinite(self.replicates)]
        self.means = (sums / counts[:, None])[:, 0]
        rest = (all_counted - counts)[:, None]
        self._left_out = statistic((total - sums) / rest) if self.size > 1 else np.array([self.value])

    @property
    def few(self) -> bool:
        """Whether there are too few clusters for a bootstrap alone."""
        return self.size < FEW

    def interval(self) -> tuple[float, float]:
        """The BCa interval; of no width where all resamples are alike."""
        import numpy as np

        if not len(self.replicates) or np.ptp(self.replicates) == 0:
            return self.value, self.value
        value = round(self.value, _DIGITS)
        below = float(np.mean(self.replicates < value) + np.mean(self.replicates == value) / 2)
        least = 0.5 / len(self.replicates)
        bias = _NORMAL.inv_cdf(min(max(below, least), 1 - least))
        apart = np.nanmean(self._left_out) - self._left_out
        apart = apart[np.isfinite(apart)]
        spread = float((apart**2).sum()) ** 1.5
        bend = float((apart**3).sum()) / (6 * spread) if spread > 0 else 0.0
        tails = [_tail(bias, bend, z) for z in (-_Z, _Z)]
        low, high = np.quantile(self.replicates, tails)
        return float(low), float(high)


def _tail(bias: float, bend: float, z: float) -> float:
    """The quantile of the resamples that stands for a quantile of the normal distribution."""
    shifted = bias + z
    scale = 1 - bend * shifted
    return _NORMAL.cdf(bias + shifted / scale) if scale > 0 else float(z > 0)


@functools.lru_cache(maxsize=4)
def _weights(size: int) -> Array:
    """How often each cluster is drawn in each resample [RESAMPLES, size]; the same for every figure."""
    import numpy as np

    drawn = np.random.default_rng(_SEED).integers(0, size, (RESAMPLES, size))
    flat = (drawn + np.arange(RESAMPLES)[:, None] * size).ravel()
    return np.bincount(flat, minlength=RESAMPLES * size).reshape(RESAMPLES, size).astype(float)


def _student(drawn: _Drawn) -> tuple[float, float]:
    """Student's interval over the means of few clusters; no width for one, of which no spread is known."""
    if drawn.size < 2:
        return drawn.value, drawn.value
    half = _STUDENT[drawn.size - 2] * float(drawn.means.std(ddof=1)) / math.sqrt(drawn.size)
    return drawn.value - half, drawn.value + half


def _square_and_add(gained: Array, drawn: _Drawn, most: float) -> tuple[float, float]:
    """Newcombe's interval for wins less losses, from Wilson's of each over the clusters."""
    import numpy as np

    won, lost = float(np.maximum(gained, 0).mean()), float(np.maximum(-gained, 0).mean())
    wins, losses = (wilson(min(part, 1.0) * drawn.size, drawn.size) for part in (won, lost))
    below = math.hypot(won - wins[0], losses[1] - lost)
    above = math.hypot(wins[1] - won, lost - losses[0])
    return (won - lost - below) * most, (won - lost + above) * most


def _wider(first: tuple[float, float], second: tuple[float, float]) -> tuple[float, float]:
    return min(first[0], second[0]), max(first[1], second[1])


def _held(drawn: _Drawn, low: float, high: float, least: float | None, most: float | None) -> Interval:
    """The interval within its bounds, around its value."""
    low, high = min(low, drawn.value), max(high, drawn.value)
    low = low if least is None else max(low, least)
    high = high if most is None else min(high, most)
    return Interval(drawn.value, low, high, drawn.n)
