"""What tables have in common that show rows under columns of their own choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex


class RowsTable(QAbstractTableModel):
    """`rows` under `columns`, told apart by name; a class says what a column is called and what its cells hold."""

    def __init__(self, columns: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Any] = []
        self.columns = tuple(columns)

    def rowCount(self, parent: Index | None = None) -> int:
        """One for each of the rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """One for each of the columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names, on the side on which their cells are."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        return self.heading(self.columns[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def heading(self, column: str) -> str:
        """What a column is called."""
        raise NotImplementedError

    def in_figures(self, column: str) -> bool:
        """Whether it holds figures, which are put to the right."""
        raise NotImplementedError

    def alignment(self, section: int) -> Qt.AlignmentFlag:
        """Where a column's name and cells are put."""
        right = self.in_figures(self.columns[section])
        return (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
