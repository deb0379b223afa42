"""The cells of tables in web pages: which columns and rows they stand in, and which of the rows are the head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.documents.html.elements import HEADINGS, as_number, tag, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_MOST_SPAN = 1000  # columns or rows of one cell, as browsers have it
_MOST_CELLS = 200_000
_SAID_AGAIN = 100  # characters


def rows_of(table: Element) -> list[Element]:
    """The rows of a table, its head first and its foot last."""
    groups: dict[str, list[Element]] = {"thead": [], "tbody": [], "tfoot": []}
    for child in table:
        name = tag(child)
        if name == "tr":
            groups["tbody"].append(child)
        elif name in groups:
            groups[name].extend(row for row in child if tag(row) == "tr")
    return [row for group in groups.values() for row in group]


def is_layout(table: Element) -> bool:
    """Whether a table only arranges what is in it on the page."""
    rows = rows_of(table)
    if table.get("role") in ("presentation", "none") or len(rows) < 2 or max(map(len, rows)) < 2:
        return True
    if len(rows) == 2 and max(map(len, rows)) == 2 and rows[0][0].find(".//img") is not None and not words(rows[0][0]):
        return True  # a note beside its sign
    return any(tag(inner) in {"table", "pre", *HEADINGS} for inner in table.iter() if inner is not table)


def cells_of(
    table: Element, skip: Callable[[Element], bool], text: Callable[[Element], str]
) -> tuple[list[list[str]], bool]:
    """The texts of the cells by row and column, and whether the first row names the columns.

    A cell that spans rows is said again in each when it is short; one that spans columns stands in the first.
    """
    rows = [row for row in rows_of(table) if not skip(row)]
    cells = _grid(rows, skip)
    headers = _head(rows)
    texts = {cell: text(cell) for cell in dict.fromkeys(cell for row in cells for cell in row) if cell is not None}
    found: list[list[str]] = []
    for number, row in enumerate(cells):
        above = cells[number - 1] if number else []
        found.append([])
        for column, cell in enumerate(row):
            beside = column > 0 and row[column - 1] is cell and number >= headers
            below = (
                column < len(above) and above[column] is cell and cell is not None and len(texts[cell]) > _SAID_AGAIN
            )
            found[-1].append("" if cell is None or beside or below else texts[cell])
    return _merged_head(found, headers)


def _grid(rows: list[Element], skip: Callable[[Element], bool]) -> list[list[Element | None]]:
    """The cells by row and column, those that span more in each of their places."""
    grid: list[list[Element | None]] = [[] for _ in rows]
    left = _MOST_CELLS
    for top, row in enumerate(rows):
        column = 0
        for cell in (child for child in row if tag(child) in ("td", "th") and not skip(child)):
            while column < len(grid[top]) and grid[top][column] is not None:
                column += 1
            wide = min(max(as_number(cell.get("colspan"), 1), 1), _MOST_SPAN)
            high = min(max(as_number(cell.get("rowspan"), 1) or len(rows), 1), len(rows) - top, _MOST_SPAN)
            left -= wide * high
            if left < 0:
                wide = high = 1
            for below in grid[top : top + high]:
                below.extend([None] * (column + wide - len(below)))
                below[column : column + wide] = [cell] * wide
            column += wide
    return grid


def _head(rows: list[Element]) -> int:
    """How many rows name the columns: those of the head, or first ones of header cells; 0 beside such a column."""
    in_head = sum(tag(parent) == "thead" for row in rows if (parent := row.getparent()) is not None)
    if in_head:
        return in_head
    kinds = [[tag(cell) for cell in row if tag(cell) in ("td", "th")] for row in rows]
    first = next((number for number, row in enumerate(kinds) if "td" in row), len(kinds))
    if first:
        return first
    beside = kinds and all(row[:1] == ["th"] for row in kinds if row)
    return 0 if beside else 1


def _merged_head(cells: list[list[str]], headers: int) -> tuple[list[list[str]], bool]:
    """The rows with one row that names the columns, and whether there is one."""
    if headers < 2 or headers >= len(cells):
        return cells, headers > 0
    width = max(map(len, cells))
    head = [
        " ".join(dict.fromkeys(row[column] for row in cells[:headers] if column < len(row) and row[column]))
        for column in range(width)
    ]
    return [head, *cells[headers:]], True
