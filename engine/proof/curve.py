"""What the curves of a run warn of, in words, each with what to do next; a function of its metrics alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Curve = Sequence[tuple[int, float]]
    Metrics = Mapping[str, Curve]

OVERFITTING, STILL, TOO_FAST, UNTRAINED, DROPPED, TOO_SHORT = (
    "overfitting", "still", "too_fast", "untrained", "dropped", "too_short",
)  # fmt: skip
_RISES = 3  # evaluations above the lowest, one after the other, that are no chance any more
_RISEN, _LEAST = 0.05, 0.02  # how far above: as a share, and in nats where the loss is small
_MOVED = 0.02  # share of the first valid loss that is no more than noise
_WORSE = 1.2  # times the untrained loss
_SPIKE, _BEHIND = 2.0, 10  # times the median of so many iterations before
_SWING = 1.2  # from one evaluation to the next
_STEEP = 0.04  # share of the loss that goes in the last tenth
_KNOWN = 0.1  # nats; a base with so low a loss has nothing to learn


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning of one kind: since which iteration, what is the matter, and what to do next."""

    kind: str
    iteration: int
    text: str
    advice: str


def warnings(metrics: Metrics, plan: Mapping[str, Any]) -> list[Remark]:
    """What is to be said of a run so far; `plan` is what its spec was worked out to.

    Of a loss that jumps about nothing else is said: it hides the rest.
    """
    rows = [_untrained(metrics), _dropped(metrics, plan)]
    jumps = _too_fast(metrics, plan)
    curve = [jumps] if jumps else [_overfitting(metrics), _still(metrics, plan), _too_short(metrics, plan)]
    return [found for found in (*rows, *curve) if found is not None]


def idle(losses: Curve, shares: Curve = ()) -> int:
    """Evaluations since the last one that was better than all before: a lower loss, or more key facts right."""
    right, since = dict(shares), 0
    lowest, most = float("inf"), -1.0
    for at, loss in losses:
        better = loss < lowest or right.get(at, -1.0) > most
        since = 0 if better else since + 1
        lowest, most = min(lowest, loss), max(most, right.get(at, -1.0))
    return since


def _overfitting(metrics: Metrics) -> Remark | None:
    valid = metrics.get("val_loss", ())
    if len(valid) <= _RISES:
        return None
    place = min(range(len(valid)), key=lambda number: valid[number][1])
    (at, lowest), after = valid[place], valid[place + 1 :]
    clear = max((1 + _RISEN) * lowest, lowest + _LEAST)
    rises = len(after) >= _RISES and all(loss > lowest for _, loss in after[-_RISES:]) and after[-1][1] > clear
    if not rises or not _falls(metrics.get("train_loss", ()), at, after[-1][0]):
        return None
    text = (
        f"Overfitting begins after iteration {at}: the valid loss rose from {lowest:.3f} to {after[-1][1]:.3f} "
        "while the train loss fell on."
    )
    if at == 0:
        return Remark(OVERFITTING, at, text, "Check that train and valid rows are alike, and halve the learning rate.")
    advice = (
        f"The best adapter so far is kept. Next time train about {at} iterations or set patience to {_RISES}; "
        "more wordings of each fact help too."
    )
    return Remark(OVERFITTING, at, text, advice)


def _falls(train: Curve, since: int, until: int) -> bool:
    """Whether the train loss is lower at the end of a stretch than where that began."""
    span = max((until - since) // _RISES, 1)
    before = [loss for at, loss in train if since - span < at <= since] or [loss for at, loss in train[:span]]
    now = [loss for at, loss in train if until - span < at <= until]
    return bool(before and now) and fmean(now) < fmean(before)


def _still(metrics: Metrics, plan: Mapping[str, Any]) -> Remark | None:
    valid, train = metrics.get("val_loss", ()), [loss for _, loss in metrics.get("train_loss", ())]
    if len(valid) < 3 or valid[-1][0] < 0.3 * plan["iterations"]:
        return None
    (start, first), (at, last) = valid[0], valid[-1]
    third = max(len(train) // 3, 1)
    moved = any(abs(loss - first) > _MOVED * first for _, loss in valid)
    fell = bool(train) and fmean(train[-third:]) < 0.9 * fmean(train[:third])
    if start != 0 or first < _KNOWN or moved or fell:
        return None
    return Remark(
        STILL,
        at,
        f"The loss is not moving: valid loss {first:.3f} before training, {last:.3f} at iteration {at}.",
        "Train with ten times the learning rate, and look at a row to see that its answer is learned.",
    )


def _too_fast(metrics: Metrics, plan: Mapping[str, Any]) -> Remark | None:
    found = _above_start(metrics) or _spikes(metrics, plan) or _swings(metrics)
    if found is None:
        return None
    rate = float(plan["learning_rate"])
    advice = f"Train again with a third of it, about {rate / 3:.1g}, or with a longer warm-up."
    return Remark(TOO_FAST, found[0], found[1], advice)


def _above_start(metrics: Metrics) -> tuple[int, str] | None:
    valid = metrics.get("val_loss", ())
    for at, loss in valid[1:]:
        if valid[0][0] == 0 and loss > _WORSE * valid[0][1] and loss > valid[0][1] + _KNOWN:
            return at, (
                f"The learning rate is too high: at iteration {at} the valid loss is {loss:.3f}, "
                f"more than the {valid[0][1]:.3f} before training."
            )
    return None


def _spikes(metrics: Metrics, plan: Mapping[str, Any]) -> tuple[int, str] | None:
    """Two iterations whose loss stands far out of those before, once the learning rate is warm."""
    train, found = metrics.get("train_loss", ()), []
    for number in range(_BEHIND, len(train)):
        at, loss = train[number]
        usual = median(before for _, before in train[number - _BEHIND : number])
        if at > plan["warmup"] and loss > _SPIKE * usual and loss > usual + 1:
            found.append((at, loss, usual))
    if len(found) < 2:
        return None
    at, loss, usual = found[0]
    return at, (
        f"The learning rate is too high: the train loss jumped from {usual:.2f} to {loss:.2f} at iteration {at}, "
        f"and {len(found)} times in all."
    )


def _swings(metrics: Metrics) -> tuple[int, str] | None:
    """The valid loss goes up and down by a fifth and more, four times in a row."""
    valid, turns, before = metrics.get("val_loss", ()), 0, 0
    for (_, last), (at, loss) in pairwise(valid):
        way = 1 if loss > last else -1
        wide = max(last, loss) > _SWING * min(last, loss) and abs(loss - last) > _KNOWN
        turns = turns + 1 if wide and way == -before else int(wide)
        before = way
        if turns == 4:
            return at, f"The learning rate is too high: the valid loss goes up and down, up to iteration {at}."
    return None


def _too_short(metrics: Metrics, plan: Mapping[str, Any]) -> Remark | None:
    valid, planned = metrics.get("val_loss", ()), plan["iterations"]
    if len(valid) < 4 or not planned or valid[-1][0] < planned:
        return None
    at, last = valid[-1]
    earlier, before = next((point for point in reversed(valid) if point[0] <= 0.9 * planned), valid[0])
    fall = (before - last) * 0.1 * planned / (at - earlier)
    if fall < _STEEP * last or fall < _LEAST:
        return None
    return Remark(
        TOO_SHORT,
        at,
        f"It was still learning when it ended: valid loss {before:.3f} at iteration {earlier}, {last:.3f} at {at}.",
        "Train longer: twice the iterations, or the next preset.",
    )


def _untrained(metrics: Metrics) -> Remark | None:
    count = _count(metrics, "untrained_rows")
    if not count:
        return None
    text = f"{count} rows are left out: they have no token to learn."
    return Remark(UNTRAINED, 0, text, "Look for empty answers among the pairs.")


def _dropped(metrics: Metrics, plan: Mapping[str, Any]) -> Remark | None:
    count = _count(metrics, "dropped_rows")
    if not count:
        return None
    text = f"{count} rows are left out: longer than {plan['max_length']} tokens."
    return Remark(DROPPED, 0, text, "Allow longer rows if the machine has the memory.")


def _count(metrics: Metrics, name: str) -> int:
    found = metrics.get(name, ())
    return round(found[0][1]) if found else 0
