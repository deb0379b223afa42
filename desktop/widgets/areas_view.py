"""Where it learned: a table by section or by kind of question; a row leads to its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from desktop import theme
from desktop.tables.areas_table import COUNT, DIFFERENCE, NAME, AreasTable
from desktop.tables.difference_delegate import DifferenceDelegate
from desktop.tables.exam_table import split_title
from desktop.widgets.segments import Segments
from engine.project.exams import SIDES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent

SECTIONS, KINDS = "sections", "kinds"
_SPAN_WIDTH, _NARROW_SPAN, _WIDE = 330, 250, 860


class AreasView(QWidget):
    """`wanted` hands on the main split with the row of results whose questions one wants to see."""

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.view = AreasTable(self), _Table()
        self.by = Segments({SECTIONS: self.tr("By Section"), KINDS: self.tr("By Kind")}, self.tr("Sections or kinds"))
        self.by.chosen.connect(self._show)
        self.by.select(SECTIONS)
        self.note, self.empty = QLabel(), QLabel()
        theme.as_quiet(self.note)
        theme.as_quiet(self.empty)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._results: Mapping[str, Any] = {}
        self._make_table()
        bar = QHBoxLayout()
        bar.setSpacing(theme.GAP)
        bar.addWidget(self.by)
        bar.addWidget(self.note)
        bar.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.TIGHT, 0, 0)
        layout.setSpacing(theme.TIGHT + 2)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.empty, 1)
        self.show_results({})

    def show_results(self, results: Mapping[str, Any]) -> None:
        """Show sections and kinds of results."""
        self._results = results
        split = str(results.get("split") or "")
        self.note.setText(self.tr("{0}: key facts right").format(split_title(split)) if split else "")
        self._show(self.by.selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The difference takes less room where there is little."""
        super().resizeEvent(event)
        self._fit()

    def _show(self, name: str) -> None:
        rows, columns = self._results.get(name) or [], self.table.columns
        self.table.show_areas(rows)
        if columns != self.table.columns:
            last = len(self.table.columns) - 1
            self.view.horizontalHeader().setSortIndicator(last, Qt.SortOrder.DescendingOrder)
        self.view.setVisible(bool(rows))
        self.note.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if self._results.get("verdict"):
            self.empty.setText(self.tr("The questions of this exam do not tell of which section or kind they are."))
        else:
            self.empty.setText(self.tr("This is told when the exam is finished."))
        self._fit()

    def _make_table(self) -> None:
        view = self.view
        view.setObjectName("areas")
        view.setAccessibleName(self.tr("Where it learned"))
        view.setToolTip(self.tr("Click a row to see its questions."))
        view.setModel(self.table)
        view.setItemDelegate(DifferenceDelegate(view))
        theme.as_table(view, view.fontMetrics().height() + 18)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.horizontalHeader().setSortIndicator(self.table.columnCount() - 1, Qt.SortOrder.DescendingOrder)
        view.setSortingEnabled(True)
        view.clicked.connect(self._on_row)
        view.entered_row.connect(self._on_row)

    def _fit(self) -> None:
        header, wide = self.view.horizontalHeader(), self.width() >= _WIDE
        for place, column in enumerate(self.table.columns):
            lines = str(self.table.headerData(place, Qt.Orientation.Horizontal)).split("\n")
            hidden = column.endswith("_rag") and not wide
            self.view.setColumnHidden(place, hidden)
            if column == NAME:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
                continue
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            width = max(map(header.fontMetrics().horizontalAdvance, lines)) + 36
            if column == DIFFERENCE:
                width = max(width, _SPAN_WIDTH if wide else _NARROW_SPAN)
            elif column in (COUNT, *SIDES):
                width = max(width, 76)
            self.view.setColumnWidth(place, width)

    def _on_row(self, index: QModelIndex) -> None:
        self.wanted.emit(str(self._results.get("split") or ""), self.table.area(index.row()))


class _Table(QTableView):
    """Return leads on as a click does."""

    entered_row = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


if __name__ == "__main__":
    from desktop import preview

    mean, gain = {"mean": 0.2, "low": 0.1, "high": 0.3}, {"difference": 0.7, "low": 0.5, "high": 0.9}
    row = {"n": 12, "sides": {"base": mean, "tuned": mean}, "difference": gain}
    told = {"split": "test", "sections": [{"section": ["Safety"], **row}], "kinds": [{"kind": "how_to", **row}]}
    raise SystemExit(preview.show(lambda session: AreasView(), lambda w, s: w.show_results(told)))
