"""A time that work must keep to: a clock that counts it, and a stop when it is up."""

from __future__ import annotations

import time

from engine.jobs import Cancel


class Clock:
    """A time in minutes, of which `spent` seconds were used before."""

    def __init__(self, minutes: float, spent: float) -> None:
        self._total, self._before, self._began = 60 * minutes, spent, time.monotonic()

    @property
    def spent(self) -> float:
        """Seconds that are used up."""
        return self._before + time.monotonic() - self._began

    @property
    def left(self) -> float:
        """Seconds that are left; below 0 when it took longer."""
        return self._total - self.spent


class Until(Cancel):
    """Stops a step when the person asks for it, when the time is up, or when it came as far as it should."""

    def __init__(self, outer: Cancel, clock: Clock) -> None:
        super().__init__()
        self._outer, self._clock = outer, clock

    @property
    def cancelled(self) -> bool:
        """Whether one of the three is so."""
        return super().cancelled or self._outer.cancelled or self._clock.left <= 0
