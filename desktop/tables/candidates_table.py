"""The runs of a sweep as a table: their options and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop import theme
from desktop.tables.compared_table import option_title, value_text
from desktop.wording import time_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

_Index = QModelIndex | QPersistentModelIndex
_MARKS = {
    "waiting": "waiting", "short": "stop", "running": "running", "finished": "check", "failed": "attention",
    "left": "close",
}  # fmt: skip


class CandidatesTable(QAbstractTableModel):
    """State, run, options, valid loss and time of each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[dict[str, Any]] = []
        self.options: list[str] = []
        self._losses: Mapping[int, float | None] = {}

    def show_candidates(self, rows: Sequence[dict[str, Any]], losses: Mapping[int, float | None]) -> None:
        """Show these, as a sweep keeps them; `losses` are the best ones by run."""
        options = list(rows[0]["options"]) if rows else []
        self._losses = losses
        if options == self.options and len(rows) == len(self.rows):
            self.rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.rows, self.options = list(rows), options
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """One for each run of the grid."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """State, run, options, loss, time."""
        return 0 if parent.isValid() else 4 + len(self.options)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = [self.tr("State"), self.tr("Run"), *map(option_title, self.options)]
        return [*names, self.tr("Valid loss"), self.tr("Time")][section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text and sign of a cell."""
        row, column = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            return theme.icon(_MARKS.get(row["state"], "waiting"), 14)
        return self._alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _text(self, row: dict[str, Any], column: int) -> str:
        if column == 0:
            words = {
                "waiting": self.tr("Waiting"),
                "short": self.tr("In part"),
                "running": self.tr("Training"),
                "finished": self.tr("Finished"),
                "failed": self.tr("Failed"),
                "left": self.tr("No time"),
            }
            return words.get(row["state"], str(row["state"]))
        if column == 1:
            return "–" if row["run"] is None else str(row["run"])
        if column - 2 < len(self.options):
            return value_text(row["options"][self.options[column - 2]])
        if column == self.columnCount() - 2:
            loss = self._losses.get(row["run"]) if row["run"] is not None else None
            return "–" if loss is None else f"{loss:.3f}"
        if row["took"]:
            return time_text(row["took"])
        return "–" if row["seconds"] is None else self.tr("about {0}").format(time_text(row["seconds"]))

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column > 0 else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
