"""The runs of a sweep as a table: their options and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from desktop import theme
from desktop.tables.compared_table import option_title, value_text
from desktop.tables.rows_table import RowsTable
from desktop.wording import time_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from desktop.tables.rows_table import Index

_MARKS = {
    "waiting": "waiting", "short": "stop", "running": "running", "finished": "check", "failed": "attention",
    "left": "close",
}  # fmt: skip


class CandidatesTable(RowsTable):
    """State, run, options, valid loss and time of each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(("state", "run", "loss", "time"), parent)
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
        self.columns = ("state", "run", *options, "loss", "time")
        self.endResetModel()

    def heading(self, column: str) -> str:
        """The column's name."""
        names = {
            "state": self.tr("State"),
            "run": self.tr("Run"),
            "loss": self.tr("Valid loss"),
            "time": self.tr("Time"),
        }
        return names.get(column) or option_title(column)

    def in_figures(self, column: str) -> bool:
        """All but the state."""
        return column != "state"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text and sign of a cell."""
        row, column = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            return theme.icon(_MARKS.get(row["state"], "waiting"), 14)
        return self.alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

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
