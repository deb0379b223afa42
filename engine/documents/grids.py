"""Tables of a laid-out page: cells drawn with rules, and cells that only stand in line."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from operator import sub
from typing import TYPE_CHECKING

from engine.documents.lines import Line, span
from engine.documents.tables import table_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.documents.rules import Rule, Rules

Cell = list[Line]
_TOUCH = 3.0  # points within which rules meet
_LEAST_CELLS = 3
_FILLED = 0.25  # of the cells of a ruled table
_ALIGNED_FILLED = 0.6  # of those of a table without rules
_LONGEST_CELL = 1_500  # characters: a longer one is text in a box
_SAME_BASE = 0.35  # times the type size
_SCRIPT = 0.6  # times the type size: how far a superscript stands off its base line
_SCRIPT_SIZE = 0.85
_FAR = 3.2  # times the type size: rows further apart are no neighbours
_FEW_ROWS = 3
_WIDE = 0.85  # of a column's width: a line that was wrapped
_LONG = 25  # characters of one
_TIGHT = 1.45  # times the type size: lines of one cell
_APART = 0.45  # em between columns
_MOST_COLUMNS = 40
_LEADERS = " … "


def ruled(lines: list[Line], rules: Rules) -> list[Line]:
    """The lines of a page, those inside a ruled table replaced by one line that holds it."""
    for grid in _grids(rules):
        inside = [line for line in lines if grid.holds(line)]
        rows = grid.rows(inside) if len(inside) >= _LEAST_CELLS else []
        if _is_table(rows):
            lines = _replaced(lines, inside, _table(rows))
    return lines


def zoned(lines: list[Line], rules: Rules, close: Callable[[list[Line]], list[Line]]) -> list[Line]:
    """The lines of a page, those between the level rules of a table without walls replaced by it."""
    for low, high in rules.zones():
        inside = [line for line in lines if line.dense and low.at <= line.base <= high.at and not line.table]
        inside = [line for line in inside if low.start - 2 <= line.left and line.right <= low.end + 2]
        rows = [close(row) for row in _visual_rows(inside)]
        found = _aligned_table(rows, across=True) if rows and all(map(_plain, rows)) else None
        if found is not None:
            lines = _replaced(lines, inside, found)
    return lines


def aligned(lines: list[Line], close: Callable[[list[Line]], list[Line]]) -> list[Line]:
    """The lines of a column, rows of cells in line replaced by one line that holds the table.

    `close` joins pieces of one base line that are closer than cells.
    """
    rows = [close(row) for row in _visual_rows(lines)]
    if sum(len(row) > 1 for row in rows) < 2:
        return lines
    begin = 0
    while begin < len(rows):
        end = _run(rows, begin)
        found = _aligned_table(rows[begin:end]) if end > begin + 1 else None
        if found is None:
            begin += 1
            continue
        pieces = {id(line) for row in rows[begin:end] for line in row}
        consumed = [line for line in lines if id(line) in pieces or _same_place(line, rows[begin:end])]
        lines = _replaced(lines, consumed, found)
        begin = end
    return lines


def any_level(lines: list[Line]) -> bool:
    """Whether any two lines may stand on one base line."""
    bases = sorted([line.base for line in lines])
    nearest = min(map(sub, bases[1:], bases), default=math.inf)
    return nearest <= _SCRIPT * max([line.size for line in lines], default=0.0)


def markdown(table: list[list[Cell]], text: Callable[[Cell], str]) -> str:
    """The table as Markdown, its first row as head; `text` joins the lines of a cell."""
    return table_text([[text(cell) for cell in row] for row in table])


def _table(rows: list[list[Cell]]) -> Line:
    """One line in place of all; it stands where the first row does."""
    lines = [line for row in rows for cell in row for line in cell]
    left, right = span(lines)
    first = max(lines, key=lambda line: line.base)
    words = " ".join(line.text for line in lines)
    return Line(words, left, right, first.base, first.size, row=True, table=rows)


def _replaced(lines: list[Line], gone: list[Line], table: Line) -> list[Line]:
    out = {id(line) for line in gone}
    place = next(index for index, line in enumerate(lines) if id(line) in out)
    kept = [line for line in lines[place:] if id(line) not in out]
    return [*lines[:place], table, *kept]


def _is_table(rows: list[list[Cell]]) -> bool:
    """Whether cells hold what a table's hold: enough of them, in rows and columns, none a page of text."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    filled = [cell for row in rows for cell in row if cell]
    if len(filled) < max(_LEAST_CELLS, _FILLED * len(rows) * len(rows[0])):
        return False
    return all(sum(len(line.text) for line in cell) <= _LONGEST_CELL for cell in filled)


@dataclass(slots=True)
class _Grid:
    """Rules that touch each other, with the places of columns (rising) and rows (falling)."""

    level: list[Rule]
    upright: list[Rule]
    xs: list[float]
    ys: list[float]

    def holds(self, line: Line) -> bool:
        middle = (line.left + line.right) / 2
        return (
            not line.turned
            and self.xs[0] - 1 < middle < self.xs[-1] + 1
            and self.ys[-1] < line.base + 0.3 * line.size < self.ys[0]
        )

    def rows(self, lines: list[Line]) -> list[list[Cell]]:
        """The lines in their cells; a cell over several columns or rows is the first of them."""
        owners = self._owners()
        cells: defaultdict[tuple[int, int], Cell] = defaultdict(list)
        for line in lines:
            column = _slot(self.xs, (line.left + line.right) / 2)
            row = _slot([-y for y in self.ys], -(line.base + 0.3 * line.size))
            cells[owners[row, column]].append(line)
        rows = [[cells.get((row, column), []) for column in range(len(self.xs) - 1)] for row in range(len(self.ys) - 1)]
        rows = [part for row in rows if any(row) for part in _unruled_rows([_sorted(cell) for cell in row])]
        used = [any(row[column] for row in rows) for column in range(len(self.xs) - 1)]
        return [[cell for cell, keep in zip(row, used, strict=True) if keep] for row in rows]

    def _owners(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each field the first field of the cell that it belongs to."""
        owners: dict[tuple[int, int], tuple[int, int]] = {}
        for row, (top, bottom) in enumerate(pairwise(self.ys)):
            for column, (left, right) in enumerate(pairwise(self.xs)):
                owner = (row, column)
                if column and not _wall(self.upright, left, (top + bottom) / 2):
                    owner = owners[row, column - 1]
                elif row and not _wall(self.level, top, (left + right) / 2):
                    owner = owners[row - 1, column]
                owners[row, column] = owner
        return owners


def _wall(rules: list[Rule], at: float, middle: float) -> bool:
    return any(abs(rule.at - at) <= _TOUCH and rule.start <= middle <= rule.end for rule in rules)


def _slot(places: list[float], at: float) -> int:
    """Between which of the rising places `at` lies."""
    return min(max(sum(place <= at for place in places) - 1, 0), len(places) - 2)


def _grids(rules: Rules) -> Iterable[_Grid]:
    """Sets of rules that touch and make at least two columns and two rows."""
    if len(rules.level) < 2 or not rules.upright:
        return
    groups = _groups(rules)
    for level, upright in groups:
        ends = [end for rule in level for end in (rule.start, rule.end)]
        xs = _clustered([*(rule.at for rule in upright), min(ends), max(ends)])
        ends = [end for rule in upright for end in (rule.start, rule.end)]
        ys = _clustered([*(rule.at for rule in level), min(ends), max(ends)])[::-1]
        if 2 < len(xs) <= _MOST_COLUMNS and len(ys) > 2:
            yield _Grid(level, upright, xs, ys)


def _groups(rules: Rules) -> list[tuple[list[Rule], list[Rule]]]:
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for rule in rules.upright:
        level = [
            other
            for other in rules.level
            if rule.start - _TOUCH <= other.at <= rule.end + _TOUCH
            and other.start - _TOUCH <= rule.at <= other.end + _TOUCH
        ]
        if not level:
            continue
        upright = [rule]
        kept = []
        for group in groups:
            if any(one in group[0] for one in level):
                level += [one for one in group[0] if one not in level]
                upright += group[1]
            else:
                kept.append(group)
        groups = [*kept, (level, upright)]
    return groups


def _clustered(places: list[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > 2 * _TOUCH:
            found.append(place)
    return found


def _sorted(cell: Cell) -> Cell:
    """From top to bottom, pieces of one base line from left to right."""
    return [line for row in _visual_rows(cell) for line in row]


def _unruled_rows(row: list[Cell]) -> list[list[Cell]]:
    """The rows of a field that has rules between columns only: cells that share three base lines or more."""
    bases = [{round(line.base / 2) for line in cell} for cell in row if cell]
    longest = max(bases, key=len)
    if len(longest) < 3 or sum(found == longest for found in bases) < 2 or not all(found <= longest for found in bases):
        return [row]
    return [[[line for line in cell if round(line.base / 2) == base] for cell in row] for base in sorted(longest)[::-1]]


def _visual_rows(lines: list[Line]) -> list[list[Line]]:
    """The lines by base line from top to bottom, each row from left to right."""
    rows: list[list[Line]] = []
    largest: Line | None = None
    for line in sorted(lines, key=lambda line: -line.base):
        if largest is not None and _level(largest, line):
            rows[-1].append(line)
            largest = max(largest, line, key=lambda one: one.size)
        else:
            rows.append([line])
            largest = line
    for row in rows:
        row.sort(key=lambda line: line.left)
    return rows


def _level(one: Line, other: Line) -> bool:
    """Whether two lines stand on one base line, one of them perhaps as superscript or subscript."""
    small, large = sorted((one.size, other.size))
    rise = abs(one.base - other.base)
    return rise <= _SAME_BASE * small or (small < _SCRIPT_SIZE * large and rise <= _SCRIPT * large)


def _run(rows: list[list[Line]], begin: int) -> int:
    """The end of the rows from `begin` that may be a table: rows of cells with lone cells between them."""
    if not _cells_in(rows[begin]):
        return begin
    end = begin + 1
    for index in range(begin + 1, len(rows)):
        before, row = rows[index - 1], rows[index]
        if before[0].base - row[0].base > _FAR * row[0].size or not _plain(row):
            break
        if _cells_in(row):
            end = index + 1
        elif index - end > 1:
            break
    return end


def _cells_in(row: list[Line]) -> bool:
    return len(row) > 1 and _plain(row)


def _plain(row: list[Line]) -> bool:
    return not any(line.turned or line.table or line.fixed or _LEADERS in line.text for line in row)


def _aligned_table(rows: list[list[Line]], *, across: bool = False) -> Line | None:
    """The rows as a table, where their cells stand in columns; some may reach across them where `across`."""
    multi = [row for row in rows if len(row) > 1]
    columns = _columns(multi) if multi else []
    if len(columns) < 2 or len(multi) < (3 if len(columns) == 2 else 2):
        return None
    table: list[list[Cell]] = []
    last: list[Line] = []
    shared = 0
    for row in rows:
        cells: list[Cell] = [[] for _ in columns]
        for line in row:
            overlaps = [min(line.right, right) - max(line.left, left) for left, right in columns]
            if not across and sum(overlap > line.size for overlap in overlaps) > 1 and len(row) == 1:
                return None  # a line of text across the columns
            cells[overlaps.index(max(overlaps))].append(line)
        shared += sum(map(bool, cells)) > 1
        if last and _goes_on(table[-1], cells, last[0], row[0]):
            for cell, more in zip(table[-1], cells, strict=True):
                cell += more
        else:
            table.append(cells)
        last = row
    filled = sum(bool(cell) for row in table for cell in row)
    if not across and filled < _ALIGNED_FILLED * len(table) * len(columns):
        return None  # formulas and drawings, most likely
    if len(table) < 2 or shared < (0.5 if across else 0.8) * len(multi) or _is_prose(table):
        return None
    return _table(table)


def _is_prose(table: list[list[Cell]]) -> bool:
    """Whether two columns are full of text that goes on from row to row: a page whose columns were not told."""
    full = 0
    for column in zip(*table, strict=True):
        lines = [cell[0] for cell in column if cell]
        if len(lines) >= _FEW_ROWS:
            left, right = span(lines)
            wide = sum(line.right - line.left > _WIDE * (right - left) and len(line.text) > _LONG for line in lines)
            full += wide > len(lines) / 2
    return full > 1


def _columns(rows: list[list[Line]]) -> list[tuple[float, float]]:
    """From where to where each column reaches: between them hardly any row has anything."""
    allowed = 0 if len(rows) < 5 else max(1, len(rows) // 10)
    ends = sorted([(line.left, 1) for row in rows for line in row] + [(line.right, -1) for row in rows for line in row])
    least = _APART * min(row[0].size for row in rows)
    columns: list[tuple[float, float]] = []
    covered = 0
    begin = last = ends[0][0]
    for place, step in ends:
        before = covered
        covered += step
        if before > allowed >= covered:
            last = place
        elif before <= allowed < covered:
            if columns or last > begin:
                if place - last >= least:
                    columns.append((begin, last))
                    begin = place
            else:
                begin = place
    columns.append((begin, ends[-1][0]))
    return columns


def _goes_on(before: list[Cell], cells: list[Cell], above: Line, line: Line) -> bool:
    """Whether a row only goes on with cells of the row above: close to it, and without a first cell."""
    if cells[0] or above.base - line.base > _TIGHT * line.size:
        return False
    filled = [bool(cell) for cell in cells]
    return all(before[place] for place, is_filled in enumerate(filled) if is_filled) and 2 * sum(filled) <= len(cells)


def _same_place(line: Line, rows: list[list[Line]]) -> bool:
    """Whether a piece was joined into one of the rows."""
    middle = (line.left + line.right) / 2
    return any(
        abs(row[0].base - line.base) <= 0.6 * line.size and row[0].left <= middle <= row[-1].right for row in rows
    )
