"""Instruction datasets in files: Alpaca-style JSON and chat JSONL as rows of question, input and answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN = 3  # malformed rows that are named


@dataclass(frozen=True, slots=True)
class Rows:
    """What a file held: (question, input, answer) rows, and a sentence for each row that had no such."""

    rows: list[tuple[str, str, str]]
    problems: list[str]


def read_rows(path: Path) -> Rows:
    """Read a JSON list or JSON lines of Alpaca or chat rows; raises HoneError when no row can be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise HoneError(f"There is no file {path.name}", "Check the path of the dataset.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise HoneError(f"{path.name} cannot be read", f"{error}. It must be JSON text in UTF-8.") from error
    rows: list[tuple[str, str, str]] = []
    problems: list[str] = []
    for place, row in _objects(text, path.name, problems):
        found = _row(row)
        if isinstance(found, str):
            problems.append(f"{place}: {found}")
        else:
            rows.append(found)
    if not rows:
        raise HoneError(
            f"{path.name} holds no row that can be used",
            "Expected are objects with instruction, input and output, or with messages. "
            + (" ".join(problems[:_SHOWN]) or "The file is empty."),
        )
    return Rows(rows, problems)


def _objects(text: str, name: str, problems: list[str]) -> list[tuple[str, Any]]:
    if text.lstrip().startswith("["):
        try:
            return [(f"row {number}", row) for number, row in enumerate(json.loads(text), start=1)]
        except json.JSONDecodeError as error:
            raise HoneError(
                f"{name} is not valid JSON", f"{error.msg} in line {error.lineno}: repair it or export it again."
            ) from error
    found: list[tuple[str, Any]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found.append((f"line {number}", json.loads(line)))
        except json.JSONDecodeError as error:
            problems.append(f"line {number}: not valid JSON ({error.msg}).")
    return found


def _row(row: Any) -> tuple[str, str, str] | str:
    """The row, or a sentence that says why it is none."""
    if not isinstance(row, dict):
        return "not an object."
    if isinstance(row.get("messages"), list):
        return _chat_row(row["messages"])
    question = row.get("instruction", row.get("prompt", row.get("question")))
    answer = row.get("output", row.get("completion", row.get("answer")))
    extra = row.get("input") or ""
    if not all(isinstance(part, str) for part in (question, answer, extra)):
        return "no text under instruction and output."
    if not str(question).strip() or not str(answer).strip():
        return "instruction or output is empty."
    return str(question).strip(), extra.strip(), str(answer).strip()


def _chat_row(messages: list[Any]) -> tuple[str, str, str] | str:
    spoken = [
        (turn.get("role"), turn.get("content"))
        for turn in messages
        if isinstance(turn, dict) and isinstance(turn.get("content"), str) and turn.get("role") != "system"
    ]
    if [role for role, _ in spoken] != ["user", "assistant"]:
        return "not one user message and one reply of the assistant."
    question, answer = (str(content).strip() for _, content in spoken)
    return (question, "", answer) if question and answer else "a message is empty."
