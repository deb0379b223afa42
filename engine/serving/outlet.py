"""What of a growing reply may be told already: nothing that a stop sequence may yet take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Outlet:
    """Takes a reply piece by piece; `stopped` once a stop sequence occurred, which is not part of the reply.

    With `trims` the space around the reply is left out as well.
    """

    def __init__(self, stops: Iterable[str] = (), *, trims: bool = False) -> None:
        self._stops, self._trims = tuple(stops), trims
        self._held = ""
        self._begun = False
        self.stopped = False

    def more(self, delta: str, *, last: bool = False) -> str:
        """What may be told after this piece; after the `last` one all that is left."""
        self._held += delta
        found = [place for stop in self._stops if (place := self._held.find(stop)) >= 0]
        if found:
            self.stopped = last = True
            self._held = self._held[: min(found)]
        keep = 0 if last else self._unsure()
        told, self._held = self._held[: len(self._held) - keep], self._held[len(self._held) - keep :]
        if self._trims and not self._begun:
            told = told.lstrip()
        if self._trims and last:
            told = told.rstrip()
        self._begun = self._begun or bool(told)
        return told

    def _unsure(self) -> int:
        """How much of the end could be the beginning of a stop sequence, or of the space after the reply."""
        sizes = (size for stop in self._stops for size in range(1, len(stop)) if self._held.endswith(stop[:size]))
        keep = max(sizes, default=0)
        sure = self._held[: len(self._held) - keep]
        return keep + (len(sure) - len(sure.rstrip()) if self._trims else 0)
