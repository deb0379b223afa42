"""The questions of a generation as a file that a person can read and edit before they are answered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engine.errors import HoneError
from engine.project import files, review

if TYPE_CHECKING:
    from pathlib import Path

    from engine.project.store import Project


def write_questions(project: Project, generation_id: int, path: Path) -> int:
    """Write the questions that wait for an answer, one JSON object a line; returns how many.

    Each line has `pair`, `question` and, to read only, the `source` sentence or chunk it was asked of.
    """
    rows = project.rows(
        "SELECT pairs.id, question, CASE facts.source WHEN '' THEN coalesce(chunks.text, '') ELSE facts.source END"
        " FROM pairs JOIN facts ON facts.id = fact_id LEFT JOIN chunks ON chunks.id = chunk_id"
        " WHERE pairs.state = 'asked' AND generation_id = ? ORDER BY fact_id, wording",
        generation_id,
    )
    lines = (
        json.dumps({"pair": row[0], "question": row[1], "source": " ".join(row[2].split())}, ensure_ascii=False)
        for row in rows
    )
    files.write_text(path, "".join(f"{line}\n" for line in lines))
    return len(rows)


def read_questions(project: Project, generation_id: int, path: Path) -> tuple[int, int]:
    """Take over what a person changed in that file; returns (questions changed, questions taken out).

    A question whose line was deleted or emptied is taken out. Raises HoneError when the file cannot be
    read or names a pair that is not waiting in this generation; then nothing is changed. All of it is one
    operation that can be undone.
    """
    wanted = _lines(path)
    waiting = {
        row[0]: row[1]
        for row in project.rows(
            "SELECT pairs.id, question FROM pairs JOIN facts ON facts.id = fact_id"
            " WHERE pairs.state = 'asked' AND generation_id = ?",
            generation_id,
        )
    }
    answered = {row[0] for row in project.rows("SELECT id FROM pairs WHERE state != 'asked'")}
    if strange := sorted(set(wanted) - set(waiting) - answered):
        raise HoneError(
            f"{path.name} names a pair that does not wait for an answer",
            f"Pair {strange[0]} is not in this project: edit the file that the ask stage wrote.",
        )
    changed = {pair: wanted[pair] for pair in waiting if wanted.get(pair) and wanted[pair] != waiting[pair]}
    removed = [pair for pair in waiting if not wanted.get(pair)]
    review.take_over(project, changed, removed)
    return len(changed), len(removed)


def _lines(path: Path) -> dict[int, str]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise HoneError(f"{path.name} cannot be read", f"{error}: give the file that the ask stage wrote.") from error
    found: dict[int, str] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            found[int(value["pair"])] = " ".join(str(value["question"]).split())
        except (ValueError, KeyError, TypeError) as error:
            raise HoneError(
                f"Line {number} of {path.name} is not a question",
                'Each line is an object such as {"pair": 1, "question": "..."}.',
            ) from error
    return found
