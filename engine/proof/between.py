"""Which runs differ by more than chance: the same questions, answered by two tuned models, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.project.exams import MAIN, TUNED
from engine.proof.results import fact_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project.compared import Examined
    from engine.project.exams import Answer

BETTER, WORSE, ALIKE, TOO_FEW, UNKNOWN = "better", "worse", "alike", "too_few", "unknown"
FEW = 8  # questions in common, below which nothing can be said
_FIGURE = "key_facts"


@dataclass(frozen=True, slots=True)
class Difference:
    """How the `first` run did against the `second` on questions that both were asked; shares from -1 to 1.

    `decision` is better or worse only where chance alone does not go as far: neither the interval holds 0, nor does
    the base asked twice differ by as much.
    """

    first: int
    second: int
    decision: str
    n: int = 0
    difference: float = 0.0
    low: float = 0.0
    high: float = 0.0
    floor: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """As plain values, with the sentence."""
        names = ("first", "second", "decision", "n", "difference", "low", "high", "floor")
        return {**{name: getattr(self, name) for name in names}, "sentence": sentence(self)}


def differences(found: Sequence[Examined]) -> list[Difference]:
    """Each run against each of the others; the better one of two comes first."""
    return [between(first, second) for number, first in enumerate(found) for second in found[number + 1 :]]


def between(first: Examined, second: Examined) -> Difference:
    """Compare two runs by the right key facts of their tuned sides, question by question."""
    from engine.proof.statistics import difference

    if first.exam is None or second.exam is None:
        return Difference(first.run.id, second.run.id, UNKNOWN)
    pairs = _common(first.answers, second.answers)
    if len(pairs) < FEW:
        return Difference(first.run.id, second.run.id, TOO_FEW, len(pairs))
    ours, theirs = ([_right(answer) for answer in side] for side in zip(*pairs, strict=True))
    if sum(ours) < sum(theirs):  # the better one first
        first, second, ours, theirs = second, first, theirs, ours
    told = difference(ours, theirs, [fact_of(answer) for answer, _ in pairs], most=1.0)
    floor = max(_floor(first), _floor(second))
    decision = BETTER if told.low > 0 and told.value > floor else ALIKE
    return Difference(first.run.id, second.run.id, decision, len(pairs), told.value, told.low, told.high, floor)


def sentence(told: Difference) -> str:
    """What a difference says."""
    first, second, by = told.first, told.second, _points(told.difference)
    if told.decision == UNKNOWN:
        return f"Runs {first} and {second} cannot be compared by answers: both need an exam."
    if told.decision == TOO_FEW:
        return f"Runs {first} and {second} were asked {told.n} of the same questions: too few to compare them."
    low, high = _points(told.low), _points(told.high)
    if told.decision == BETTER:
        return f"Run {first} is better than run {second} by {by} points (between {low} and {high})."
    if told.low > 0:
        return f"Runs {first} and {second} differ by {by} points, no more than the base when it is asked twice."
    return f"Runs {first} and {second} do not differ by more than chance ({by} points, between {low} and {high})."


def _common(ours: Sequence[Answer], theirs: Sequence[Answer]) -> list[tuple[Answer, Answer]]:
    """The answers of both to the same questions, of the first kind of split that has any in common."""
    for split in MAIN:
        other = {(answer.question, answer.reference): answer for answer in theirs if _counts(answer, split)}
        mine = {(answer.question, answer.reference): answer for answer in ours if _counts(answer, split)}
        if pairs := [(answer, other[asked]) for asked, answer in mine.items() if asked in other]:
            return pairs
    return []


def _counts(answer: Answer, split: str) -> bool:
    return answer.split == split and answer.scores.get(TUNED, {}).get(_FIGURE) is not None


def _right(answer: Answer) -> float:
    return float(answer.scores[TUNED][_FIGURE] or 0.0)


def _floor(examined: Examined) -> float:
    """How far the base is from itself when it is asked twice, where that was tried."""
    results = {} if examined.exam is None else examined.exam.scores.get("results") or {}
    noise = (results.get("noise") or {}).get(_FIGURE) or {}
    return float(noise.get("floor") or 0.0)


def _points(share: float) -> str:
    """Hundredths, with a decimal where that would be 0."""
    points = 100 * share
    return f"{points:.0f}" if abs(points) >= 1 or not points else f"{points:.1f}"
