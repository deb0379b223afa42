"""What was said in chat, by whom."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.project.store import Project

USER = "user"


def history(project: Project, run_id: int, conversation: str, side: str) -> list[dict[str, str]]:
    """The conversation as one side knows it: the person's questions and its own replies, oldest first."""
    rows = project.rows(
        "SELECT side, content FROM messages WHERE run_id = ? AND conversation = ? AND side IN (?, ?) ORDER BY id",
        run_id,
        conversation,
        USER,
        side,
    )
    turns: list[dict[str, str]] = []
    for row in rows:
        role = "user" if row["side"] == USER else "assistant"
        if turns and turns[-1]["role"] == role:
            turns.pop()  # a question this side was not asked, or did not finish to answer
        turns.append({"role": role, "content": row["content"]})
    return turns[:-1] if turns and turns[-1]["role"] == "user" else turns


def add(project: Project, run_id: int, conversation: str, question: str, replies: dict[str, tuple[str, Any]]) -> None:
    """Store a question with the reply of each side and its figures (sampling, timings), all or nothing."""
    entries = [(USER, question, {}), *((side, text, data) for side, (text, data) in replies.items())]
    with project.transaction() as db:
        db.executemany(
            "INSERT INTO messages (run_id, conversation, side, content, data) VALUES (?, ?, ?, ?, ?)",
            [(run_id, conversation, side, text, json.dumps(data)) for side, text, data in entries],
        )
