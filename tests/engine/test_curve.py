"""Warnings of a run's curves: each on a made-up curve that shows it, and none on curves as they should be."""

from __future__ import annotations

import math
import random
from typing import Any

import pytest

from engine.proof import curve
from engine.proof.curve import idle, warnings

PLAN: dict[str, Any] = {"iterations": 100, "learning_rate": 3e-4, "warmup": 5, "max_length": 512}


def metrics(train: list[float], valid: list[float], every: int = 10) -> curve.Metrics:
    return {
        "train_loss": list(enumerate(train, start=1)),
        "val_loss": [(number * every, loss) for number, loss in enumerate(valid)],
    }


def kinds(found: curve.Metrics, **plan: Any) -> list[str]:
    return [remark.kind for remark in warnings(found, {**PLAN, **plan})]


def falling(count: int, start: float = 5.0, end: float = 0.05, noise: float = 0.0) -> list[float]:
    chance = random.Random(1)
    return [end + (start - end) * math.exp(-6 * at / count) + noise * chance.random() for at in range(1, count + 1)]


GOOD = [5.4, 1.2, 0.24, 0.08, 0.045, 0.034, 0.026, 0.021, 0.017, 0.0164, 0.0160]


def test_a_good_run_is_not_spoken_of() -> None:
    assert kinds(metrics(falling(100, noise=0.2), GOOD)) == []
    assert kinds({}) == []
    assert kinds(metrics([], [5.0])) == []
    assert kinds(metrics([], [5.0]), iterations=0) == []


def test_no_warning_comes_too_early_in_a_good_run() -> None:
    train = falling(100, noise=0.2)
    for count in range(1, len(GOOD)):
        assert kinds(metrics(train[: 10 * (count - 1)], GOOD[:count])) == []


def test_overfitting_names_the_iteration_where_it_began() -> None:
    valid = [3.0, 1.5, 0.9, 0.95, 1.0, 1.1]
    (found,) = warnings(metrics(falling(50), valid), PLAN)
    assert found.kind == curve.OVERFITTING
    assert found.iteration == 20
    assert "after iteration 20: the valid loss rose from 0.900 to 1.100" in found.text
    assert "about 20 iterations" in found.advice
    assert kinds(metrics(falling(50), valid[:5])) == []  # twice may be chance
    assert kinds(metrics(falling(50), [3.0, 1.5, 0.9, 0.91, 0.92, 0.91])) == []  # hardly
    assert kinds(metrics(falling(50)[::-1], valid)) == []  # the train loss rises too


def test_overfitting_from_the_start_is_not_told_to_train_for_no_iterations() -> None:
    (found,) = warnings(metrics(falling(50), [1.0, 1.04, 1.08, 1.12, 1.15, 1.18]), PLAN)
    assert found.kind == curve.OVERFITTING
    assert "about 0" not in found.advice


def test_a_loss_that_does_not_move() -> None:
    (found,) = warnings(metrics([5.0] * 40, [5.0, 5.01, 4.99, 5.0, 4.98]), PLAN)
    assert found.kind == curve.STILL
    assert "5.000 before training, 4.980 at iteration 40" in found.text
    assert "ten times" in found.advice
    assert kinds(metrics([5.0] * 20, [5.0, 5.01, 4.99])) == []  # a fifth of the way
    assert kinds(metrics(falling(40), [5.0, 5.01, 4.99, 5.0, 4.98])) == []  # it learns its rows, if not these
    assert kinds(metrics([0.01] * 40, [0.01] * 5)) == []  # knows it all


@pytest.mark.parametrize(
    ("train", "valid", "words"),
    [
        ([5.0, 7.0, 9.0], [5.0, 9.0], "more than the 5.000 before training"),
        ([*falling(40, 3.0), 4.0, *[0.2] * 20, 5.0, *[0.2] * 5], [3.0, 1.0, 0.5, 0.4, 0.3, 0.2], "2 times in all"),
        ([], [5.0, 1.0, 1.5, 1.0, 1.6, 1.1, 1.5], "goes up and down"),
    ],
)
def test_a_learning_rate_that_is_too_high(train: list[float], valid: list[float], words: str) -> None:
    (found,) = warnings(metrics(train, valid), PLAN)
    assert found.kind == curve.TOO_FAST
    assert words in found.text
    assert "about 0.0001" in found.advice


def test_noise_of_small_batches_is_no_spike() -> None:
    chance = random.Random(3)
    train = [chance.uniform(0.1, 1.0) for _ in range(200)]
    assert kinds(metrics(train, GOOD, 20), iterations=200) == []


def test_a_run_that_ended_while_it_was_learning() -> None:
    steep = [5.0, 4.0, 3.2, 2.5, 1.9, 1.4]
    (found,) = warnings(metrics(falling(50), steep), {**PLAN, "iterations": 50})
    assert found.kind == curve.TOO_SHORT
    assert "1.900 at iteration 40, 1.400 at 50" in found.text
    assert kinds(metrics(falling(50), steep)) == []  # half of the way
    assert kinds(metrics(falling(50), [5.0, 0.2]), iterations=10) == []  # too little known


def test_rows_that_teach_nothing_are_counted() -> None:
    found = warnings({"untrained_rows": [(0, 2.0)], "dropped_rows": [(0, 7.0)]}, PLAN)
    assert [remark.text for remark in found] == [
        "2 rows are left out: they have no token to learn.",
        "7 rows are left out: longer than 512 tokens.",
    ]
    assert kinds({"untrained_rows": [(0, 0.0)], "dropped_rows": [(0, 0.0)]}) == []


def test_idle_counts_evaluations_since_the_last_better_one() -> None:
    assert idle([]) == 0
    assert idle([(0, 5.0), (5, 4.0), (10, 4.0), (15, 4.5)]) == 2
    assert idle([(0, 5.0), (5, 4.0), (10, 4.1), (15, 3.9)]) == 0
    losses = [(0, 5.0), (5, 4.0), (10, 4.1), (15, 4.2)]
    assert idle(losses, [(0, 0.0), (5, 0.5), (10, 0.5), (15, 0.6)]) == 0
    assert idle(losses, [(0, 0.0), (5, 0.5), (10, 0.6), (15, 0.6)]) == 1
