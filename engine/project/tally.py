"""How many pairs there are of each sort, for those who look for some of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.project.store import Project


@dataclass(frozen=True, slots=True)
class Tally:
    """Pairs by state, rejected ones by reason, and all by kind; the commonest first. Spare wordings do not count."""

    accepted: int
    rejected: int
    asked: int
    reasons: dict[str, int]
    kinds: dict[str, int]

    @property
    def all(self) -> int:
        """All pairs, in whatever state."""
        return self.accepted + self.rejected + self.asked


def tally(project: Project) -> Tally:
    """Count the project's pairs."""
    states: dict[str, int] = {}
    reasons: dict[str, int] = {}
    for state, reason, number in project.rows(
        "SELECT state, reason, count(*) FROM pairs GROUP BY state, reason ORDER BY count(*) DESC, reason"
    ):
        states[state] = states.get(state, 0) + number
        if state == "rejected":
            reasons[reason] = number
    kinds = project.rows(
        "SELECT kind, count(*) FROM pairs JOIN facts ON facts.id = fact_id WHERE pairs.state != 'spare' AND kind != ''"
        " GROUP BY kind ORDER BY count(*) DESC, kind"
    )
    accepted, rejected, asked = (states.get(state, 0) for state in ("accepted", "rejected", "asked"))
    return Tally(accepted, rejected, asked, reasons, {row[0]: row[1] for row in kinds})
