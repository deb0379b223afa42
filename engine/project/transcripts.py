"""Every answer that was given in chat as one table, for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError
from engine.project import exams, files, messages, votes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from engine.project.store import Project

_FIGURES = ("first_token_seconds", "tokens", "tokens_per_second")
_HOW = (
    "temperature",
    "top_p",
    "repetition_penalty",
    "max_tokens",
    "seed",
    "remember",
    "again",
    "logit_delta",
    "stopped",
)


def rows(project: Project, run_id: int | None = None, conversation: str | None = None) -> list[dict[str, Any]]:
    """The turns of a conversation, of a run, or all, oldest first, as plain values.

    Each is {run, conversation, number, question, asked_at, asked: {...}, replies: {side: {text, figures, hits}},
    shown: sides as A, B, ..., vote}; a vote that waits is None, and so is one that nobody was asked for.
    """
    found = project.rows(
        "SELECT id, run_id, conversation, created_at FROM messages WHERE side = ?"
        " AND (? IS NULL OR run_id = ?) AND (? IS NULL OR conversation = ?) ORDER BY id",
        messages.USER,
        run_id,
        run_id,
        conversation,
        conversation,
    )
    known: dict[int, messages.Turn] = {}
    for run, name in dict.fromkeys((row["run_id"], row["conversation"]) for row in found):
        known |= {turn.id: turn for turn in messages.turns(project, run, name)}
    cast = votes.of(project, known)
    return [
        {
            "run": row["run_id"],
            "conversation": row["conversation"],
            "number": row["id"],
            "asked_at": row["created_at"],
            **_turn(known[row["id"]], cast.get(row["id"])),
        }
        for row in found
    ]


def _turn(turn: messages.Turn, vote: votes.Vote | None) -> dict[str, Any]:
    replies = {}
    for side, reply in turn.replies.items():
        figures = {name: value for name, value in reply.figures.items() if name != "hits"}
        replies[side] = {"text": reply.text, "figures": figures, "hits": reply.figures.get("hits", [])}
    return {
        "question": turn.question,
        "asked": turn.asked,
        "replies": replies,
        "shown": list(vote.shown) if vote else [],
        "vote": (vote.choice or None) if vote else None,
    }


def write(file: Path, found: Sequence[dict[str, Any]]) -> None:
    """Write the rows in the format that the file's ending names; the file is whole or not there.

    Raises HoneError for another ending and for a file that cannot be written.
    """
    forms = {".csv": lambda rows: "\ufeff" + as_csv(rows), ".json": as_json}  # spreadsheets know UTF-8 by the mark
    form = forms.get(file.suffix.lower())
    if form is None:
        raise HoneError(f"{file.name} has no known ending", "Let the name end in .csv or .json.")
    try:
        files.write_text(file, form(found))
    except OSError as error:
        raise HoneError(f"{file.name} cannot be written", f"{error.strerror}: choose another folder.") from error


def as_json(found: Sequence[dict[str, Any]]) -> str:
    """The rows with everything that is known of them."""
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def as_csv(found: Sequence[dict[str, Any]]) -> str:
    """A line for each turn under a heading: question, replies by side, vote, what was found, figures, how it was asked.

    Base and tuned have their columns always, other sides where they answered.
    """
    known = {side for row in found for side in row["replies"]} | {exams.BASE, exams.TUNED}
    sides = [side for side in exams.SIDES if side in known]
    sides += sorted(known.difference(exams.SIDES), key=lambda side: (len(side), side))
    grounded = [side for side in sides if any(row["replies"].get(side, {}).get("hits") for row in found)]
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(
        [
            *("run", "conversation", "number", "asked_at", "question"),
            *sides,
            *("vote", "shown"),
            *(f"{side}_found" for side in grounded),
            *(f"{side}_{name}" for side in sides for name in _FIGURES),
            *_HOW,
        ]
    )
    for row in found:
        replies = {side: row["replies"].get(side, {}) for side in sides}
        table.writerow(
            [
                *(row[name] for name in ("run", "conversation", "number", "asked_at", "question")),
                *(replies[side].get("text", "") for side in sides),
                row["vote"] or "",
                " ".join(row["shown"]),
                *(_places(replies[side].get("hits", [])) for side in grounded),
                *(replies[side].get("figures", {}).get(name, "") for side in sides for name in _FIGURES),
                *(row["asked"].get(name, "") for name in _HOW),
            ]
        )
    return text.getvalue()


def _places(hits: Sequence[dict[str, Any]]) -> str:
    return "; ".join(f"{hit['document']}, {hit['page']}" for hit in hits)
