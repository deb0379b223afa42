"""Where it learned: the sections of the documents, or the kinds of questions, with what base and tuned know of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt

from desktop.tables.difference_delegate import SPAN, Span
from desktop.tables.exam_words import difference_text, range_text, section_title, side_title, value_text
from desktop.tables.rows_table import RowsTable
from desktop.words import engine_text
from engine.project.exams import SIDES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from desktop.tables.rows_table import Index

NAME, COUNT, DIFFERENCE = "name", "count", "difference"


class AreasTable(RowsTable):
    """Rows of results, {section or kind, n, sides, difference}; the one with the largest difference first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((NAME, COUNT, "base", "tuned", DIFFERENCE), parent)
        self.rows: list[Mapping[str, Any]] = []
        self._order = (DIFFERENCE, Qt.SortOrder.DescendingOrder)

    def show_areas(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = list(rows)
        asked = {side for row in rows for side in row["sides"]} or {"base", "tuned"}
        self.columns = (NAME, COUNT, *(side for side in SIDES if side in asked), DIFFERENCE)
        self._sort()
        self.endResetModel()

    def area(self, row: int) -> Mapping[str, Any]:
        """What stands in a row."""
        return self.rows[row]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column."""
        if 0 <= column < len(self.columns):
            self.beginResetModel()
            self._order = (self.columns[column], order)
            self._sort()
            self.endResetModel()

    def heading(self, column: str) -> str:
        """The column's name, in two lines where it is long."""
        names = {NAME: tr("Where"), COUNT: tr("Questions"), DIFFERENCE: tr("Tuned against base")}
        return names.get(column) or side_title(column).replace(" + ", " +\n")

    def in_figures(self, column: str) -> bool:
        """All but the names."""
        return column != NAME

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell, its range as a tool tip, and the span that is drawn."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            told = range_text("key_facts", row["sides"].get(column) or {}) if column in SIDES else ""
            return told or _text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role == SPAN and column == DIFFERENCE:
            return Span.of(row.get("difference"), 1.0)
        return None

    def _sort(self) -> None:
        column, order = self._order
        self.rows.sort(key=lambda row: _key(row, column), reverse=order == Qt.SortOrder.DescendingOrder)


def area_title(row: Mapping[str, Any]) -> str:
    """The name of a section or of a kind of questions."""
    if "section" in row:
        return section_title(row["section"])
    kind = str(row["kind"] or "")
    return engine_text(kind).capitalize() if kind else tr("Of no kind")


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("areas_table", text)


def _text(row: Mapping[str, Any], column: str) -> str:
    if column == NAME:
        return area_title(row)
    if column == COUNT:
        return f"{int(row['n']):,}"
    if column == DIFFERENCE:
        return difference_text("key_facts", row.get("difference"))
    return value_text("key_facts", (row["sides"].get(column) or {}).get("mean"))


def _key(row: Mapping[str, Any], column: str) -> tuple[Any, ...]:
    if column == NAME:
        return (area_title(row).casefold(),)
    if column == COUNT:
        return (row["n"], area_title(row))
    found = row.get("difference") if column == DIFFERENCE else row["sides"].get(column)
    value = (found or {}).get("difference" if column == DIFFERENCE else "mean")
    return (value is not None, value or 0.0, row["n"])
