"""What was said in chat, by whom."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.project.store import Project

USER = "user"
_RUN = "run:"  # before a number: the tuned model of another run


@dataclass(frozen=True, slots=True)
class Reply:
    """What one side said; `figures` has tokens, first_token_seconds and tokens_per_second.

    Sides with documents have `hits` too: chunk, document and page of each.
    """

    text: str
    figures: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its replies by side; `asked` is how: sampling, logit_delta, again (which question), stopped."""

    id: int
    question: str
    asked: dict[str, Any]
    replies: dict[str, Reply]


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation with a run, named by its first question; `at` is when it was last gone on with, in UTC."""

    name: str
    title: str
    turns: int
    at: str


def history(
    project: Project, run_id: int, conversation: str, side: str, before: int | None = None
) -> list[dict[str, str]]:
    """The conversation as one side knows it: the person's questions and its own replies, oldest first.

    A question that was asked again counts once, with its newest reply; one that was stopped does not count.
    `before` is the number of a question: only what was said before it counts.
    """
    known = turns(project, run_id, conversation, before=before)
    replaced = {turn.asked.get("again") for turn in known}
    found: list[dict[str, str]] = []
    for turn in known:
        reply = turn.replies.get(side)
        if turn.id in replaced or reply is None or turn.asked.get("stopped") or reply.figures.get("stopped"):
            continue
        found.append({"role": "user", "content": turn.question})
        found.append({"role": "assistant", "content": reply.text})
    return found


def turns(
    project: Project, run_id: int, conversation: str, *, before: int | None = None, limit: int | None = None
) -> list[Turn]:
    """The conversation's turns, oldest first; of those before question `before` the newest `limit`."""
    last = 2**62 if before is None else before
    first = project.value(
        "SELECT min(id) FROM (SELECT id FROM messages WHERE run_id = ? AND conversation = ? AND side = ? AND id < ?"
        " ORDER BY id DESC LIMIT ?)",
        run_id,
        conversation,
        USER,
        last,
        -1 if limit is None else limit,
    )
    rows = project.rows(
        "SELECT id, side, content, data, turn FROM messages WHERE run_id = ? AND conversation = ?"
        " AND coalesce(turn, id) >= ? AND coalesce(turn, id) < ? ORDER BY turn IS NOT NULL, id",
        run_id,
        conversation,
        last if first is None else first,
        last,
    )
    found: dict[int, Turn] = {}
    newest = 0  # the question before a reply; replies that came later name theirs
    for row in rows:
        data = json.loads(row["data"])
        if row["side"] == USER:
            newest = row["id"]
            found[newest] = Turn(newest, row["content"], data, {})
        elif (turn := found.get(row["turn"] or newest)) is not None:
            turn.replies[row["side"]] = Reply(row["content"], data)
    return list(found.values())


def turn(project: Project, number: int) -> Turn | None:
    """One turn by the number of its question."""
    row = project.row("SELECT run_id, conversation FROM messages WHERE id = ? AND side = ?", number, USER)
    if row is None:
        return None
    after = project.value(
        "SELECT min(id) FROM messages WHERE run_id = ? AND conversation = ? AND side = ? AND id > ?",
        row["run_id"],
        row["conversation"],
        USER,
        number,
    )
    return turns(project, row["run_id"], row["conversation"], before=after, limit=1)[0]


def conversations(project: Project, run_id: int) -> list[Conversation]:
    """What was talked about with a run, the newest first."""
    rows = project.rows(
        "SELECT conversation, min(id), count(*), max(created_at) FROM messages WHERE run_id = ? AND side = ?"
        " GROUP BY conversation ORDER BY max(id) DESC",
        run_id,
        USER,
    )
    return [
        Conversation(row[0], project.value("SELECT content FROM messages WHERE id = ?", row[1]), row[2], row[3])
        for row in rows
    ]


def add(
    project: Project,
    run_id: int,
    conversation: str,
    question: str,
    replies: dict[str, tuple[str, Any]],
    asked: dict[str, Any] | None = None,
) -> int:
    """Store a question with the reply of each side and its figures, all or nothing; returns the question's number."""
    sql = "INSERT INTO messages (run_id, conversation, side, content, data) VALUES (?, ?, ?, ?, ?)"
    with project.transaction() as db:
        number = db.execute(sql, (run_id, conversation, USER, question, json.dumps(asked or {}))).lastrowid
        db.executemany(
            sql, [(run_id, conversation, side, text, json.dumps(data)) for side, (text, data) in replies.items()]
        )
    return int(number or 0)


def add_replies(project: Project, number: int, replies: dict[str, tuple[str, Any]]) -> None:
    """Store replies to a question that was asked before, all or nothing; those of the same sides are replaced.

    A question that was deleted meanwhile gets none.
    """
    with project.transaction() as db:
        asked = db.execute("SELECT run_id, conversation FROM messages WHERE id = ?", (number,)).fetchone()
        for side, (text, data) in replies.items() if asked else ():
            db.execute("DELETE FROM messages WHERE turn = ? AND side = ?", (number, side))
            db.execute(
                "INSERT INTO messages (run_id, conversation, side, content, data, turn) VALUES (?, ?, ?, ?, ?, ?)",
                (*asked, side, text, json.dumps(data), number),
            )


def side_of(run_id: int) -> str:
    """The name under which the tuned model of another run answers."""
    return f"{_RUN}{run_id}"


def run_of(side: str) -> int | None:
    """The number of the other run that answers under this name, if it is one."""
    return int(side.removeprefix(_RUN)) if side.startswith(_RUN) else None


def remove(project: Project, run_id: int, conversation: str) -> None:
    """Forget a conversation."""
    with project.transaction() as db:
        db.execute("DELETE FROM messages WHERE run_id = ? AND conversation = ?", (run_id, conversation))
