"""Which of the replies to a question a person liked best while it was hidden whose they were."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.project import messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.project.store import Project

BASE, TUNED, BOTH, NEITHER = "base", "tuned", "both", "neither"  # both and neither: all good, all bad
SKIPPED = "skipped"  # looked without voting


@dataclass(frozen=True, slots=True)
class Vote:
    """`shown` are the sides as A, B, C, D; `choice` one of them, or of the words above; empty until there is one."""

    shown: tuple[str, ...]
    choice: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote that was cast, with what was voted on; `question` and `replies` are gone with their conversation."""

    id: int
    vote: Vote
    run_id: int
    question: str
    replies: dict[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judge prefers where a person voted: a side, or both where it has no preference.

    `choice` is empty where none could be had, for the reason in `problem`.
    """

    vote_id: int
    judge: str
    choice: str
    problem: str = ""


def hide(project: Project, run_id: int, message_id: int, shown: Sequence[str]) -> None:
    """Remember that the replies to a question are shown as A, B, ... until there is a vote; said twice, once counts."""
    with project.transaction() as db:
        db.execute(
            "INSERT INTO votes (run_id, message_id, shown) VALUES (?, ?, ?) ON CONFLICT (message_id) DO NOTHING",
            (run_id, message_id, json.dumps(list(shown))),
        )


def cast(project: Project, message_id: int, choice: str) -> None:
    """Store what the person chose; only a question that is still hidden takes a vote, for one of the shown sides."""
    vote = of(project, [message_id]).get(message_id)
    if vote is not None and choice not in (*vote.shown, BOTH, NEITHER, SKIPPED):
        raise ValueError(choice)
    with project.transaction() as db:
        db.execute("UPDATE votes SET choice = ? WHERE message_id = ? AND choice = ''", (choice, message_id))


def of(project: Project, message_ids: Iterable[int]) -> dict[int, Vote]:
    """The votes on these questions, by question."""
    found = {}
    for number in message_ids:
        if row := project.row("SELECT shown, choice FROM votes WHERE message_id = ?", number):
            found[number] = Vote(tuple(json.loads(row["shown"])), row["choice"])
    return found


def tally(project: Project, run_id: int) -> dict[str, int]:
    """How often each choice was made for a run: tuned, base, both, neither, and others that were made."""
    rows = project.rows(
        "SELECT choice, count(*) FROM votes WHERE run_id = ? AND choice NOT IN ('', ?) GROUP BY choice", run_id, SKIPPED
    )
    return {**dict.fromkeys((TUNED, BASE, BOTH, NEITHER), 0), **{row[0]: row[1] for row in rows}}


def made(project: Project, run_id: int | None = None) -> list[Vote]:
    """The votes that were cast on a run or on all, oldest first; those that only looked do not count."""
    rows = project.rows(
        "SELECT shown, choice FROM votes WHERE choice NOT IN ('', ?) AND (? IS NULL OR run_id = ?) ORDER BY id",
        SKIPPED,
        run_id,
        run_id,
    )
    return [Vote(tuple(json.loads(row["shown"])), row["choice"]) for row in rows]


def ballots(project: Project, run_id: int | None = None) -> list[Ballot]:
    """The votes that were cast and whose question is still there, oldest first."""
    rows = project.rows(
        "SELECT id, shown, choice, run_id, message_id FROM votes"
        " WHERE choice NOT IN ('', ?) AND message_id IS NOT NULL AND (? IS NULL OR run_id = ?) ORDER BY id",
        SKIPPED,
        run_id,
        run_id,
    )
    found = []
    for row in rows:
        turn = messages.turn(project, row["message_id"])
        if turn is not None:
            vote = Vote(tuple(json.loads(row["shown"])), row["choice"])
            replies = {side: turn.replies[side].text for side in vote.shown if side in turn.replies}
            found.append(Ballot(row["id"], vote, row["run_id"], turn.question, replies))
    return found


def add_judged(project: Project, found: Iterable[Judged]) -> None:
    """Store what a judge prefers, all or nothing; said again, it is replaced."""
    with project.transaction() as db:
        db.executemany(
            "INSERT OR REPLACE INTO vote_judgements (vote_id, judge, choice, problem) VALUES (?, ?, ?, ?)",
            [(one.vote_id, one.judge, one.choice, one.problem) for one in found],
        )


def judged(project: Project, judge: str) -> dict[int, Judged]:
    """What a judge said so far, by vote."""
    rows = project.rows("SELECT vote_id, judge, choice, problem FROM vote_judgements WHERE judge = ?", judge)
    return {row[0]: Judged(*row) for row in rows}


def beside_judges(project: Project, run_id: int | None = None) -> dict[str, list[tuple[str, str]]]:
    """(the person's choice, the judge's) of each vote that both have, by judge, oldest first.

    Both good and both bad are one here: no preference, which is `BOTH`.
    """
    rows = project.rows(
        "SELECT judge, votes.choice, vote_judgements.choice FROM vote_judgements JOIN votes ON votes.id = vote_id"
        " WHERE votes.choice NOT IN ('', ?) AND vote_judgements.choice != '' AND (? IS NULL OR run_id = ?)"
        " ORDER BY vote_id, judge",
        SKIPPED,
        run_id,
        run_id,
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for judge, person, machine in rows:
        found.setdefault(judge, []).append((BOTH if person == NEITHER else person, machine))
    return found
