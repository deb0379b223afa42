"""Tables as Markdown: what every reader writes them as, and how a line tells that it is a row of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.documents.characters import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

_RULE = re.compile(r"\|(?: ?:?-+:? ?\|)+")


def table_text(rows: Sequence[Sequence[str]], header: bool = True) -> str:
    """The rows as a Markdown table, without rows and columns that are empty all through; '' when nothing is left.

    `header` says that the first row names the columns; without one it is empty. Each cell is one line.
    """
    width = max((len(row) for row in rows), default=0)
    cells = [[_cell(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    if not header and cells:
        cells.insert(0, [""] * width)
    columns = [column for column in range(width) if any(row[column] for row in cells)]
    lines = [
        _row([row[column] for column in columns])
        for number, row in enumerate(cells)
        if number == 0 or any(row[column] for column in columns)
    ]
    if not columns:
        return ""
    return "\n".join([lines[0], _row(["---"] * len(columns)), *lines[1:]])


def is_row(line: str) -> bool:
    """Whether a line is a row of a Markdown table, its rule among them."""
    line = line.strip()
    return len(line) > 2 and line.startswith("|") and line.endswith("|") and not line.endswith("\\|")


def is_rule(line: str) -> bool:
    """Whether a line is what stands between the header of a Markdown table and its rows."""
    return _RULE.fullmatch(line.strip()) is not None


def _row(cells: Sequence[str]) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)


def _cell(text: str) -> str:
    return " ".join(clean(text).split()).replace("|", "\\|")
