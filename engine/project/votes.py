"""Which of two replies a person liked better while it was hidden whose they were."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.project.store import Project

BASE, TUNED, BOTH, NEITHER = "base", "tuned", "both", "neither"
SKIPPED = "skipped"  # looked without voting
CHOICES = (TUNED, BASE, BOTH, NEITHER)


@dataclass(frozen=True, slots=True)
class Vote:
    """`first` is the side that was shown as A; `choice` is empty until the person voted."""

    first: str
    choice: str


def hide(project: Project, run_id: int, message_id: int, first: str) -> None:
    """Remember that the replies to a question are shown as A and B until there is a vote; said twice, once counts."""
    with project.transaction() as db:
        db.execute(
            "INSERT INTO votes (run_id, message_id, shown) VALUES (?, ?, ?) ON CONFLICT (message_id) DO NOTHING",
            (run_id, message_id, json.dumps([first, BASE if first == TUNED else TUNED])),
        )


def cast(project: Project, message_id: int, choice: str) -> None:
    """Store what the person chose; only a question that is still hidden takes a vote."""
    if choice not in (*CHOICES, SKIPPED):
        raise ValueError(choice)
    with project.transaction() as db:
        db.execute("UPDATE votes SET choice = ? WHERE message_id = ? AND choice = ''", (choice, message_id))


def of(project: Project, message_ids: Iterable[int]) -> dict[int, Vote]:
    """The votes on these questions, by question."""
    found = {}
    for number in message_ids:
        if row := project.row("SELECT shown, choice FROM votes WHERE message_id = ?", number):
            found[number] = Vote(json.loads(row["shown"])[0], row["choice"])
    return found


def tally(project: Project, run_id: int) -> dict[str, int]:
    """How often each choice was made for a run: tuned, base, both, neither."""
    rows = project.rows("SELECT choice, count(*) FROM votes WHERE run_id = ? GROUP BY choice", run_id)
    counts = {row[0]: row[1] for row in rows}
    return {choice: counts.get(choice, 0) for choice in CHOICES}
