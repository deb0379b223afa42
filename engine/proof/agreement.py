"""What votes say: which side a person prefers, how surely, and how far a judge agrees with the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.project.votes import BASE, BOTH, NEITHER, TUNED
from engine.proof.statistics import kappa, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.project.votes import Vote
    from engine.proof.statistics import Interval


@dataclass(frozen=True, slots=True)
class Preferred:
    """`side` was preferred to `other` in `wins` of `decided` votes; `undecided` found both good or both bad.

    `share` is of the decided votes, with Wilson's interval of 95 %.
    """

    side: str
    other: str
    wins: int
    decided: int
    undecided: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Agreed:
    """A judge chose as the person did in `same` of `n` votes; kappa takes off what chance alone would agree on.

    Kappa is None where both always say the same one thing: then chance explains everything.
    """

    judge: str
    same: int
    n: int
    share: float
    low: float
    high: float
    kappa: Interval | None


def preferred(votes: Iterable[Vote], side: str = TUNED, other: str = BASE) -> Preferred | None:
    """How often one side was preferred to another; None where no vote had to decide between the two.

    One chosen of several shown wins against each of them; between two that were not chosen a vote says nothing.
    """
    seen = [vote.choice for vote in votes if side in vote.shown and other in vote.shown]
    wins, losses = seen.count(side), seen.count(other)
    undecided = seen.count(BOTH) + seen.count(NEITHER)
    decided = wins + losses
    if not decided and not undecided:
        return None
    low, high = wilson(wins, decided)
    return Preferred(side, other, wins, decided, undecided, wins / decided if decided else 0.5, low, high)


def agreed(judge: str, pairs: Sequence[tuple[str, str]]) -> Agreed | None:
    """How far the choices of a person and a judge, (person, judge) each, are the same; None without any."""
    if not pairs:
        return None
    same = sum(person == machine for person, machine in pairs)
    low, high = wilson(same, len(pairs))
    persons, machines = zip(*pairs, strict=True)
    return Agreed(judge, same, len(pairs), same / len(pairs), low, high, kappa(persons, machines))
