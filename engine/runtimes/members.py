"""The servers of a pool and what they are asked."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.errors import HoneError
    from engine.runtimes.endpoint import Endpoint, Question


@dataclass(slots=True, eq=False)
class Asked:
    """A question until it has its reply; `faults` are failures that it may have caused itself, since `first_fault`.

    Those of `poor` gave a reply without its form, those of `failed` none.
    """

    number: int
    question: Question
    beginning: tuple[int, ...]
    faults: float = 0.0
    first_fault: float = 0.0
    poor: set[Member] = field(default_factory=set)
    failed: set[Member] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class Member:
    """A server of the pool, and how it did; one that failed lately is asked for one reply at a time."""

    endpoint: Endpoint
    running: int = 0
    failures: float = 0.0  # in a row
    failed_at: float = 0.0
    rests_until: float = 0.0
    good_at: float = 0.0
    done: int = 0
    marks: deque[float] = field(default_factory=deque)  # when its last replies came
    trouble: HoneError | None = None

    def is_free(self, now: float) -> bool:
        """Whether it can be asked one more."""
        most = 1 if self.failures else self.endpoint.at_once
        return self.running < most and now >= self.rests_until

    @property
    def load(self) -> float:
        """Share of its replies at a time that are under way."""
        return self.running / self.endpoint.at_once
