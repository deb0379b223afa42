"""Write rows for other programs; what a format cannot hold is moved into the question, left out, and told."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from engine.dataset.formats import prompts
from engine.dataset.formats.rows import Row, Unusable, without_input, without_system

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

# name -> ending of its files. `text` is written in one of prompts.TEXT_STYLES.
FORMATS = {
    "chat": "jsonl",
    "completions": "jsonl",
    "text": "jsonl",
    "alpaca": "json",
    "sharegpt": "json",
    "csv": "csv",
    "parquet": "parquet",
}
_JOINED = "their input stands at the end of the question"
_SYSTEM = "their system message stands before the question"
_TURNS = "they have several turns, which this format cannot hold: they are left out"
_MARKS = "they hold the marks of the prompt style themselves: nobody can take them apart again"


@dataclass(slots=True)
class Written:
    """Which rows (by place) are in the file, and how many were changed, by what was done to them."""

    places: list[int] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)


def write_rows(
    kind: str, path: Path, rows: Sequence[Row], origins: Sequence[dict[str, Any]] = (), style: str = "alpaca"
) -> Written:
    """Write rows in a format of FORMATS; `origins` are columns of where each is from, for Parquet."""
    written = Written()
    kept: list[Row] = []
    for place, row in enumerate(rows):
        fitted = fitting(kind, row, style, written.changes)
        if fitted is not None:
            kept.append(fitted)
            written.places.append(place)
    if kind == "parquet":
        from engine.dataset.formats.parquet import write_parquet

        write_parquet(path, kept, [origins[place] for place in written.places] if origins else [])
    elif kind == "csv":
        _write_csv(path, kept)
    else:
        objects = [_RECORDS[kind](row, style) for row in kept]
        path.write_bytes((_lines if FORMATS[kind] == "jsonl" else _list)(objects).encode())
    return written


def fitting(kind: str, row: Row, style: str, changes: Counter[str]) -> Row | None:
    """The row as the format can hold it, or None; counts what was done to it."""
    joins = kind in ("completions", "sharegpt") or (kind == "text" and style != "alpaca")
    if joins and row.input:
        changes[_JOINED] += 1
        row = without_input(row)
    if row.system and (kind == "completions" or (kind == "text" and style == "mistral")):
        changes[_SYSTEM] += 1
        row = without_system(row)
    if kind == "completions" and row.earlier:
        changes[_TURNS] += 1
        return None
    if kind == "text" and not _comes_back(row, style):
        changes[_MARKS] += 1
    return row


def _comes_back(row: Row, style: str) -> bool:
    try:
        return prompts.parse(prompts.write(style, row)) == row
    except Unusable:
        return False


def _chat(row: Row, _style: str) -> dict[str, Any]:
    return {"messages": row.messages}


def _completion(row: Row, _style: str) -> dict[str, Any]:
    return {"prompt": row.question, "completion": row.answer}


def _text(row: Row, style: str) -> dict[str, Any]:
    return {"text": prompts.write(style, row)}


def _alpaca(row: Row, _style: str) -> dict[str, Any]:
    more = {"system": row.system} if row.system else {}
    history = {"history": [list(turn) for turn in row.earlier]} if row.earlier else {}
    return {"instruction": row.question, "input": row.input, "output": row.answer, **more, **history}


def _sharegpt(row: Row, _style: str) -> dict[str, Any]:
    names = {"system": "system", "user": "human", "assistant": "gpt"}
    return {"conversations": [{"from": names[turn["role"]], "value": turn["content"]} for turn in row.messages]}


_RECORDS: dict[str, Callable[[Row, str], dict[str, Any]]] = {
    "chat": _chat,
    "completions": _completion,
    "text": _text,
    "alpaca": _alpaca,
    "sharegpt": _sharegpt,
}


def _lines(objects: Sequence[dict[str, Any]]) -> str:
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in objects)


def _list(objects: Sequence[dict[str, Any]]) -> str:
    return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"


def _write_csv(path: Path, rows: Sequence[Row]) -> None:
    """With a byte order mark, by which Excel knows UTF-8; system and history only where a row has them."""
    columns = ["question", "input", "answer"]
    columns += ["system"] if any(row.system for row in rows) else []
    columns += ["history"] if any(row.earlier for row in rows) else []
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(columns)
        for row in rows:
            history = json.dumps(row.earlier, ensure_ascii=False) if row.earlier else ""
            cells = {"question": row.question, "input": row.input, "answer": row.answer, "system": row.system}
            table.writerow([{**cells, "history": history}[column] for column in columns])
