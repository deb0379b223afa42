"""Rows in Parquet files: read by any column names, written as messages with where each row comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.dataset.formats import records
from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from engine.dataset.formats.rows import Fields, Found, Row


_NUMBERS = ("pair", "fact", "page")


def read_parquet(path: Path, fields: Fields, found: Found) -> None:
    """Take the rows of a table; raises HoneError when it is damaged or has no known columns."""
    import pyarrow
    from pyarrow import parquet

    try:
        table = parquet.read_table(path)
    except (pyarrow.ArrowException, OSError) as error:
        raise HoneError(f"{path.name} is no whole Parquet file", f"{error}: download or export it again.") from error
    if not records.recognised(table.column_names, fields):
        raise HoneError(
            f"{path.name} has no columns for question and answer",
            f"Its columns are {', '.join(table.column_names)}: name two with --question-field and --answer-field. "
            f"Recognised are {records.expected()}, messages, conversations and text.",
        )
    rows = ((f"row {number}", row) for number, row in enumerate(table.to_pylist(), start=1))
    records.take(rows, fields, found)
    found.kind = "Parquet"


def write_parquet(path: Path, rows: Sequence[Row], origins: Sequence[dict[str, Any]]) -> None:
    """Write `messages` and `input`, and a column for each field of `origins`."""
    import pyarrow
    from pyarrow import parquet

    message = pyarrow.struct([("role", pyarrow.string()), ("content", pyarrow.string())])
    talks = [[{"role": turn["role"], "content": turn["content"]} for turn in row.messages] for row in rows]
    columns: dict[str, Any] = {
        "messages": pyarrow.array(talks, pyarrow.list_(message)),
        "input": pyarrow.array([row.input for row in rows], pyarrow.string()),
    }
    for name in origins[0] if origins else ():
        values = [origin[name] for origin in origins]
        columns[name] = pyarrow.array(values, pyarrow.int64() if name in _NUMBERS else pyarrow.string())
    parquet.write_table(pyarrow.table(columns), path, compression="zstd")
