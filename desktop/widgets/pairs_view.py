"""The view of the pairs' table: while pairs come and go it keeps its selection and the rows that are seen."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QRect, QTimer, Signal
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.tables.pairs_table import ANSWER, PAGE, QUESTION, ROW, STATE, News, PairsTable, look, runs
from desktop.tables.text_delegate import TextDelegate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from desktop.session import Session
    from engine.project.review import Listed

_WIDTHS = {STATE: 118, PAGE: 52}
_NARROW = 460  # pixels: below this the page is told by the details only
_WIDE_PAGE = 132  # with the document's name
_GROUNDS = (
    QStyleOptionViewItem.ViewItemFeature(0),
    QStyleOptionViewItem.ViewItemFeature.Alternate,
)  # of even and odd rows
_TURN, _RUSH = 0.002, 0.1  # seconds: for drawing rows in one turn, and after other rows came into sight
_Flag = QItemSelectionModel.SelectionFlag


class PairsView(QTableView):
    """`chosen` tells that other pairs are selected, or that what is told of them changed."""

    chosen = Signal()

    def __init__(self, table: PairsTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self._late = False
        self._moved = -math.inf  # when other rows came into sight
        self._owed: list[int] = []  # rows to be drawn in the next turn
        self.setObjectName("pairs")
        self.setAccessibleName(self.tr("Pairs"))
        self.setModel(table)
        self.setItemDelegate(TextDelegate(table, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._set_headers()
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit())

    def _set_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        for column in (QUESTION, ANSWER):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            columns.resizeSection(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words before numbers, where there is little room."""
        super().resizeEvent(event)
        self.setColumnHidden(PAGE, self.width() < _NARROW)

    def name_documents(self, on: bool) -> None:
        """Say of which document a page is, when there are several."""
        self.table.names_documents = on
        self.horizontalHeader().resizeSection(PAGE, _WIDE_PAGE if on else _WIDTHS[PAGE])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows with nothing special are drawn here as a whole: cell by cell, Qt asks Python a dozen times for each."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, TextDelegate)
        option, painter = QStyleOptionViewItem(), QPainter(self.viewport())
        self.initViewItemOption(option)
        widths = {column: self.columnWidth(column) for column in range(PAGE + 1) if not self.isColumnHidden(column)}
        places = {column: QRect(self.columnViewportPosition(column), 0, width, ROW) for column, width in widths.items()}
        special, left = QRegion(), min(place.left() for place in places.values())
        rows, end, drawn = list(self._rows(event.region())), self._end_of_turn(), 0
        if rows:
            self.table.fetch(rows[0][0], rows[-1][0])
        for row, top in rows:
            option.rect = QRect(left, top, sum(widths.values()), ROW)
            if self._is_special(row):
                special += option.rect
                continue
            option.features = _GROUNDS[row % 2]
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewRow, option, painter, self)
            if drawn and time.thread_time() > end:
                self._owe(row)
            else:
                delegate.paint_row(painter, option, row, places, top)
                drawn += 1
        painter.end()
        if not special.isEmpty():
            super().paintEvent(QPaintEvent(special))

    def _rows(self, region: QRegion) -> Iterator[tuple[int, int]]:
        """Each row in a region of the viewport, and where it begins."""
        first, bounds = self.rowAt(region.boundingRect().top()), region.boundingRect()
        if first < 0:
            return
        for row in range(first, self.table.rowCount()):
            top = self.rowViewportPosition(row)
            if top > bounds.bottom():
                return
            if region.intersects(QRect(bounds.left(), top, bounds.width(), ROW)):
                yield row, top

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Notes that rows rush by."""
        self._moved = time.monotonic()
        super().scrollContentsBy(dx, dy)

    def _end_of_turn(self) -> float:
        """When to leave the other rows to the next turn, by the processor's clock: while they rush by, there is one."""
        return time.thread_time() + _TURN if time.monotonic() - self._moved < _RUSH else math.inf

    def _owe(self, row: int) -> None:
        if not self._owed:
            QTimer.singleShot(0, self, self._draw_owed)
        self._owed.append(row)

    def _draw_owed(self) -> None:
        owed, self._owed = self._owed, []
        for row in owed:
            self.viewport().update(QRect(0, self.rowViewportPosition(row), self.viewport().width(), ROW))

    def _is_special(self, row: int) -> bool:
        """Whether it is selected, has the cursor or the pointer."""
        if self.selectionModel().rowIntersectsSelection(row) or row == self.currentIndex().row():
            return True
        return self.underMouse() and row == self.rowAt(self.viewport().mapFromGlobal(QCursor.pos()).y())

    # -- selection ---------------------------------------------------------------------------------------------

    def selected(self) -> list[int]:
        """The numbers of the selected pairs, in the order of the table."""
        chosen = self.selectionModel().selection()
        parts = (chosen.at(number) for number in range(chosen.count()))
        ranges = sorted((part.top(), part.bottom()) for part in parts)
        rows = dict.fromkeys(row for first, last in ranges for row in range(first, last + 1))
        return [self.table.ids[row] for row in rows if row < len(self.table.ids)]

    def current(self) -> Listed | None:
        """The pair with the cursor, when it is selected; of others the first."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isRowSelected(index.row()):
            return self.table.pair(index.row())
        chosen = self.selected()
        return self.table.pair(self.table.row_of(chosen[0])) if chosen else None

    def select(self, ids: list[int]) -> None:
        """Select these pairs; those that are not in the table are left out."""
        rows = [row for row in map(self.table.row_of, ids) if row >= 0]
        wanted = QItemSelection()
        for first, last in runs(sorted(rows)):
            wanted.select(self.table.index(first, STATE), self.table.index(last, PAGE))
        if rows:
            column = max(self.currentIndex().column(), STATE)
            self.selectionModel().setCurrentIndex(self.table.index(rows[0], column), _Flag.NoUpdate)
        self.selectionModel().select(wanted, _Flag.ClearAndSelect)

    # -- news --------------------------------------------------------------------------------------------------

    def seen(self) -> list[int]:
        """The numbers of the pairs in sight."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        return self.table.ids[max(first, 0) : last + 1 if last >= 0 else None] if first >= 0 else []

    def show_filtered(self, news: News) -> None:
        """Other pairs, from the top; what is selected stays so where it still fits."""
        self._moved = time.monotonic()
        chosen = self.selected()
        self.table.take(news)
        self.select(chosen)
        if chosen and (row := self.table.row_of(chosen[0])) >= 0:
            self.scrollTo(self.table.index(row, STATE), QAbstractItemView.ScrollHint.PositionAtCenter)
        else:
            self.scrollToTop()
        self.chosen.emit()

    def refresh(self) -> None:
        """What the store holds now."""
        self.show_news(look(self.table.project, self.table.wanted, self.table.ids, self.seen()))

    def show_news(self, news: News) -> None:
        """What a look found, without moving what is seen; while a text is edited, only after that."""
        if self.state() == QAbstractItemView.State.EditingState:
            self._late = True
            return
        self._late = False
        bar = self.verticalScrollBar()
        follows = bar.value() == bar.maximum() > 0
        top, offset = divmod(bar.value(), ROW)
        seen = self.table.ids[top : top + 200]
        chosen, row = self.selected(), self.currentIndex().row()
        current = self.table.ids[row] if 0 <= row < len(self.table.ids) else None
        self.table.take(news)
        if self.selected() != [id for id in chosen if self.table.row_of(id) >= 0]:
            self.select(sorted(chosen, key=lambda id: id != current))
        self.executeDelayedItemsLayout()
        if follows:
            bar.setValue(bar.maximum())
        elif bar.value() and (kept := next((id for id in seen if self.table.row_of(id) >= 0), None)):
            bar.setValue(self.table.row_of(kept) * ROW + offset)
        self.chosen.emit()

    def finish(self) -> None:
        """Take over a text that is being edited, as when the project is closed next."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self._late = False
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Catch up on what came in the meantime."""
        super().closeEditor(editor, hint)
        self.setFocus()
        if self._late:
            QTimer.singleShot(0, self, self.refresh)

    def changeEvent(self, event: QEvent) -> None:
        """Dark or light."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.table.forget_looks()
        delegate = self.itemDelegate()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and isinstance(delegate, TextDelegate):
            delegate.forget()


if __name__ == "__main__":
    from desktop import preview

    def recorded(session: Session) -> PairsView:
        """The pairs of the recorded project."""
        view = PairsView(PairsTable(session.project))
        view.refresh()
        return view

    raise SystemExit(preview.show(recorded))
