"""Every figure of the proof against scipy and scikit-learn, and what must hold of any interval."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from sklearn.metrics import cohen_kappa_score

from engine.proof import statistics
from engine.proof.statistics import difference, kappa, mean, noise_floor, outcomes, perplexity, share, wilson

_values = st.lists(st.floats(0, 1), min_size=1, max_size=30)
_losses = st.lists(st.floats(0, 20), min_size=1, max_size=30)


def sample(n: int, seed: int = 0) -> list[float]:
    return list(np.random.default_rng(seed).exponential(2.0, n))


@pytest.mark.parametrize(("successes", "n"), [(0, 36), (36, 36), (1, 10), (7, 9), (180, 400), (1, 1), (0, 1)])
def test_wilson_is_that_of_scipy(successes: int, n: int) -> None:
    expected = stats.binomtest(successes, n).proportion_ci(confidence_level=0.95, method="wilson")
    assert wilson(successes, n) == pytest.approx((expected.low, expected.high), abs=1e-9)
    assert share(successes, n).value == successes / n


def test_a_share_of_nothing_may_be_anything() -> None:
    assert share(0, 0) == statistics.Interval(0.0, 0.0, 1.0, 0)


@pytest.mark.parametrize("n", [30, 60, 400])
def test_means_are_those_of_scipys_bootstrap(n: int) -> None:
    values = sample(n)
    found = mean(values, range(n))
    expected = stats.bootstrap(
        (values,), np.mean, n_resamples=9999, method="BCa", rng=np.random.default_rng(1)
    ).confidence_interval
    width = expected.high - expected.low
    assert found.value == pytest.approx(float(np.mean(values)))
    assert found.low == pytest.approx(expected.low, abs=0.06 * width)
    assert found.high == pytest.approx(expected.high, abs=0.06 * width)


def test_paired_differences_are_those_of_scipys_bootstrap() -> None:
    ours, theirs = sample(80, 1), sample(80, 2)
    found = difference(ours, theirs, range(80))
    gained = np.subtract(ours, theirs)
    expected = stats.bootstrap(
        (gained,), np.mean, n_resamples=9999, method="BCa", rng=np.random.default_rng(1)
    ).confidence_interval
    width = expected.high - expected.low
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=0.06 * width)


def test_facts_are_drawn_whole() -> None:
    """Four wordings that always go together tell no more than one."""
    single = [float(value) for value in np.random.default_rng(3).integers(0, 2, 40)]
    once = mean(single, range(40), 1.0)
    again = mean([value for value in single for _ in range(4)], [fact for fact in range(40) for _ in range(4)], 1.0)
    apart = mean([value for value in single for _ in range(4)], range(160), 1.0)
    assert (again.low, again.high) == pytest.approx((once.low, once.high))
    assert apart.high - apart.low < 0.6 * (again.high - again.low)


def test_a_bootstrap_without_width_is_widened_by_wilson() -> None:
    none, every = mean([0.0] * 36, range(36), 1.0), mean([1.0] * 36, range(36), 1.0)
    assert (none.low, none.high) == pytest.approx(wilson(0, 36))
    assert (every.low, every.high) == pytest.approx(wilson(36, 36))
    judged = mean([100.0] * 36, range(36), 100.0)
    assert (judged.low, judged.high) == pytest.approx((100 * wilson(36, 36)[0], 100))


def test_differences_without_width_are_widened_by_newcombe() -> None:
    """With nothing discordant it is what Newcombe's interval of two shares gives."""
    gained = difference([1.0] * 36, [0.0] * 36, range(36), 1.0)
    below, above = 1 - wilson(36, 36)[0], wilson(0, 36)[1]
    assert (gained.low, gained.high) == pytest.approx((1 - math.hypot(below, above), 1.0))
    same = difference([1.0, 0.0] * 18, [1.0, 0.0] * 18, range(36), 1.0)
    assert (same.value, same.low, same.high) == pytest.approx((0.0, -above, above))


def test_losses_that_are_alike_differ_by_nothing() -> None:
    assert difference([2.5] * 20, [2.5] * 20, range(20)) == statistics.Interval(0.0, 0.0, 0.0, 20)


@pytest.mark.parametrize("n", [2, 3, 9, 16, 29])
def test_few_losses_are_widened_by_students_t(n: int) -> None:
    values = sample(n, n)
    found = mean(values, range(n))
    low, high = stats.t.interval(0.95, n - 1, loc=np.mean(values), scale=stats.sem(values))
    assert found.low <= low + 1e-3
    assert found.high >= high - 1e-3


def test_a_single_fact_tells_little_of_a_share_and_no_spread_of_a_loss() -> None:
    assert (mean([1.0], [0], 1.0).low, mean([1.0], [0], 1.0).high) == pytest.approx(wilson(1, 1))
    assert mean([2.0], [0]) == statistics.Interval(2.0, 2.0, 2.0, 1)


def test_perplexity_is_the_exponential_of_the_loss() -> None:
    losses = sample(50)
    found, plain = perplexity(losses, range(50)), mean(losses, range(50))
    assert (found.value, found.low, found.high) == pytest.approx(
        tuple(map(math.exp, (plain.value, plain.low, plain.high)))
    )
    assert math.isfinite(perplexity([1e6] * 12, range(12)).high)


def test_the_difference_of_perplexities_is_drawn_in_pairs() -> None:
    ours, theirs = sample(60, 4), sample(60, 5)
    found = statistics.perplexity_difference(ours, theirs, range(60))
    expected = stats.bootstrap(
        (ours, theirs),
        lambda a, b, axis: np.exp(np.mean(a, axis=axis)) - np.exp(np.mean(b, axis=axis)),
        n_resamples=5000,
        method="BCa",
        paired=True,
        rng=np.random.default_rng(1),
    ).confidence_interval
    width = expected.high - expected.low
    assert found.value == pytest.approx(math.exp(np.mean(ours)) - math.exp(np.mean(theirs)))
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=0.08 * width)
    assert statistics.perplexity_difference([1.0, 2.0], [1.0, 2.0], range(2)).value == 0


def test_outcomes_count_and_ties_are_half() -> None:
    found = outcomes([1, 1, 1, 0, 0], [0, 0, 1, 0, 1], range(5))
    assert (found.win, found.tie, found.loss, found.n) == (2, 2, 1, 5)
    assert found.share == pytest.approx(0.6)
    assert (found.low, found.high) == pytest.approx(wilson(3, 5))
    less = outcomes([1.0, 2.0], [2.0, 1.5], range(2), less_is_better=True)
    assert (less.win, less.tie, less.loss) == (1, 0, 1)
    crowded = outcomes([1.0] * 40, [0.0] * 40, [fact for fact in range(10) for _ in range(4)])
    assert (crowded.low, crowded.high) == pytest.approx(wilson(10, 10))


def test_outcomes_without_ties_are_scipys_share() -> None:
    found = outcomes([1.0] * 30 + [0.0] * 10, [0.5] * 40, range(40))
    expected = stats.binomtest(30, 40).proportion_ci(method="wilson")
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))


def test_kappa_is_that_of_scikit_learn() -> None:
    rng = np.random.default_rng(6)
    first = rng.integers(0, 3, 60).tolist()
    second = [mine if rng.random() < 0.7 else int(rng.integers(0, 3)) for mine in first]
    found = kappa(first, second)
    assert found is not None
    assert found.value == pytest.approx(cohen_kappa_score(first, second))
    expected = stats.bootstrap(
        (first, second),
        cohen_kappa_score,
        vectorized=False,
        paired=True,
        n_resamples=200,
        method="percentile",
        rng=np.random.default_rng(1),
    ).confidence_interval
    width = expected.high - expected.low
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=0.25 * width)


def test_full_agreement_is_not_sure_agreement() -> None:
    found = kappa(["a", "b"] * 15, ["a", "b"] * 15)
    assert found is not None
    assert found.value == found.high == 1
    assert found.low == pytest.approx((wilson(30, 30)[0] - 0.5) / 0.5)
    few = kappa(["a", "b", "a"], ["a", "b", "b"])
    assert few is not None
    assert few.low <= 0 <= few.value


def test_kappa_is_not_defined_where_chance_agrees_fully() -> None:
    assert kappa(["a"] * 5, ["a"] * 5) is None
    assert kappa([], []) is None


def test_the_noise_floor_is_what_chance_reaches() -> None:
    assert noise_floor([1.0, 0.0] * 18, [1.0, 0.0] * 18, range(36)) == 0
    rng = np.random.default_rng(7)
    first, second = (rng.integers(0, 2, 100).astype(float).tolist() for _ in range(2))
    floor = noise_floor(first, second, range(100))
    found = difference(first, second, range(100), 1.0)
    assert abs(found.value) < floor <= max(abs(found.low), abs(found.high)) + 0.02


def test_nothing_cannot_be_estimated() -> None:
    with pytest.raises(ValueError, match="one at least"):
        mean([], [])
    with pytest.raises(ValueError, match="as many"):
        mean([1.0], [1, 2])


# -- what holds of any sample -------------------------------------------------------------------------------


@settings(max_examples=40)
@given(_values, st.integers(1, 12), st.randoms(use_true_random=False))
def test_intervals_hold_the_estimate_and_no_order_matters(values: list[float], facts: int, chance: object) -> None:
    clusters = [number % facts for number in range(len(values))]
    found = mean(values, clusters, 1.0)
    assert 0 <= found.low <= found.value <= found.high <= 1
    mixed = list(zip(values, clusters, strict=True))
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    again = mean([value for value, _ in mixed], [f"fact {fact}" for _, fact in mixed], 1.0)
    assert (again.value, again.low, again.high) == pytest.approx((found.value, found.low, found.high), abs=1e-7)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=30))
def test_differences_turn_with_their_sides(pairs: list[tuple[float, float]]) -> None:
    ours, theirs = [mine for mine, _ in pairs], [other for _, other in pairs]
    found, turned = (difference(one, two, range(len(pairs)), 1.0) for one, two in ((ours, theirs), (theirs, ours)))
    assert -1 <= found.low <= found.value <= found.high <= 1
    assert turned.value == pytest.approx(-found.value)
    wins, losses = outcomes(ours, theirs, range(len(pairs))), outcomes(theirs, ours, range(len(pairs)))
    assert (wins.win, wins.tie, wins.loss) == (losses.loss, losses.tie, losses.win)
    assert wins.low <= wins.share <= wins.high


@settings(max_examples=40)
@given(_losses)
def test_losses_and_perplexities_are_finite_and_ordered(losses: list[float]) -> None:
    for found in (mean(losses, range(len(losses))), perplexity(losses, range(len(losses)))):
        assert math.isfinite(found.low + found.high)
        assert found.low <= found.value <= found.high
        assert found.holds(found.value)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=30))
def test_kappa_lies_between_its_bounds(pairs: list[tuple[int, int]]) -> None:
    found = kappa([one for one, _ in pairs], [other for _, other in pairs])
    if found is not None:
        assert -1 <= found.low <= found.value <= found.high <= 1


# -- coverage -----------------------------------------------------------------------------------------------


def covered(held: list[bool]) -> float:
    return sum(held) / len(held)


@pytest.mark.parametrize("chance", [0.1, 0.2, 0.5, 0.9])
def test_intervals_of_shares_hold_the_truth(chance: float) -> None:
    rng = np.random.default_rng(11)
    held = [mean((rng.random(40) < chance).astype(float).tolist(), range(40), 1.0).holds(chance) for _ in range(300)]
    assert 0.90 <= covered(held) <= 0.99


@pytest.mark.parametrize("chance", [0.005, 0.03, 0.97, 1.0])
def test_shares_near_nothing_and_all_are_never_taken_for_sure(chance: float) -> None:
    """There a sample has few values it can take, and the interval rather too much width than too little."""
    rng = np.random.default_rng(11)
    held = [mean((rng.random(40) < chance).astype(float).tolist(), range(40), 1.0).holds(chance) for _ in range(300)]
    assert covered(held) >= 0.94


@pytest.mark.parametrize("n", [5, 15, 60])
def test_intervals_of_losses_hold_the_truth(n: int) -> None:
    rng = np.random.default_rng(12)
    held = [mean(rng.gamma(4.0, 0.5, n).tolist(), range(n)).holds(2.0) for _ in range(300)]
    assert 0.90 <= covered(held) <= 0.99


def test_intervals_of_paired_differences_hold_the_truth() -> None:
    rng = np.random.default_rng(13)
    held = []
    for _ in range(300):
        base = rng.random(36) < 0.3
        tuned = base | (rng.random(36) < 0.5)
        held.append(difference(tuned.astype(float).tolist(), base.astype(float).tolist(), range(36), 1.0).holds(0.35))
    assert 0.90 <= covered(held) <= 0.99


def test_intervals_over_facts_hold_the_truth_where_wordings_go_together() -> None:
    rng = np.random.default_rng(14)
    facts = [fact for fact in range(30) for _ in range(3)]
    held, naive = [], []
    for _ in range(300):
        known = rng.beta(0.5, 0.5, 30)
        values = [float(rng.random() < known[fact]) for fact in facts]
        held.append(mean(values, facts, 1.0).holds(0.5))
        naive.append(mean(values, range(90), 1.0).holds(0.5))
    assert 0.90 <= covered(held) <= 0.99
    assert covered(naive) < covered(held)
