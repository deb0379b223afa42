"""The table of documents: sortable, several can be selected, and a selection outlives news of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.tables.documents_table import LANGUAGE, NAME, PAGES, SORT, STATE, WORDS, DocumentsTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent

    from engine.project.documents import Document

_ROW = 32
_WIDTHS = {PAGES: 64, WORDS: 76, LANGUAGE: 84, STATE: 104}
_NARROW, _NARROWER = 480, 400
_PADDING = 6


class DocumentsView(QTableView):
    """`chosen` tells that other documents are selected; `unwanted` that the person pressed Delete."""

    chosen = Signal()
    unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documents")
        self.setAccessibleName(self.tr("Documents"))
        self.table = DocumentsTable()
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSortRole(SORT)
        self._sorted.setSourceModel(self.table)
        self.setModel(self._sorted)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setIconSize(QSize(14, 14))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setItemDelegate(_CellDelegate(self))
        self._set_columns()
        self._silent = False
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def show_documents(self, documents: Sequence[Document]) -> None:
        """Show what the store holds; the selected ones stay selected, else the first one is."""
        before = [document.sha256 for document in self.selected()]
        self._silent = True
        if self.table.show_documents(documents):
            self.select(before)
            if documents and not self.selected():
                self.select([self.table.at(self._sorted.mapToSource(self._sorted.index(0, 0)).row()).sha256])
        self._silent = False
        self.chosen.emit()

    def select(self, hashes: Iterable[str]) -> None:
        """Select the documents with these bytes."""
        places = [place for sha256 in hashes if (place := self.table.place(sha256)) is not None]
        wanted = QItemSelection()
        for place in places:
            index = self._sorted.mapFromSource(self.table.index(place, 0))
            wanted.select(index, index.siblingAtColumn(STATE))
        if places:
            flag = QItemSelectionModel.SelectionFlag
            first = self._sorted.mapFromSource(self.table.index(places[0], 0))
            self.selectionModel().setCurrentIndex(first, flag.NoUpdate)
            self.selectionModel().select(wanted, flag.ClearAndSelect)
            self.scrollTo(first)

    def selected(self) -> list[Document]:
        """The selected documents, as they stand in the table."""
        rows = self.selectionModel().selectedRows()
        return [self.table.at(self._sorted.mapToSource(row).row()) for row in sorted(rows, key=QModelIndex.row)]

    def current(self) -> Document | None:
        """The one with the cursor when it is selected, or else the first selected one."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isRowSelected(index.row()):
            return self.table.at(self._sorted.mapToSource(index).row())
        return next(iter(self.selected()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the names matter more than words and languages."""
        super().resizeEvent(event)
        self.setColumnHidden(LANGUAGE, self.width() < _NARROW)
        self.setColumnHidden(WORDS, self.width() < _NARROWER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace, as in the Finder."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selected():
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_selection(self) -> None:
        if not self._silent:
            self.chosen.emit()

    def _set_columns(self) -> None:
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(40)
        columns.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            columns.resizeSection(column, width)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as they came
        self.setSortingEnabled(True)


class _CellDelegate(QStyledItemDelegate):
    """Cells with some room at both sides."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground fills the cell; what is on it keeps off the edges."""
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        option.rect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        super().paint(painter, option, index)


if __name__ == "__main__":
    from desktop import preview
    from engine.project import documents

    raise SystemExit(
        preview.show(lambda session: DocumentsView(), lambda w, s: w.show_documents(documents.documents(s.project)))
    )
