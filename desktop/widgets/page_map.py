"""The pages of a document as small cells: what was read, recognised, left out, and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import theme
from desktop.tables.pages_table import STATE, STATES, PagesTable, count_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project.documents import Page

_CELL = QSize(36, 26)
_ENTRY = 160  # pixels for an entry of the legend
_COLOURS = {"text": "good", "ocr": "tuned", "scanned": "warning", "failed": "bad"}
_Index = QModelIndex | QPersistentModelIndex


class PageMap(QListView):
    """Arrow keys and clicks choose a page; `chosen` tells its number."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page-map")
        self.setAccessibleName(self.tr("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_CellDelegate(self))
        self.viewport().setAutoFillBackground(False)
        self.table = PagesTable()
        self.setModel(self.table)
        self._silent = False
        self._most_rows = 6
        self._fit()

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show the pages of a document; the chosen one stays chosen when nothing has changed."""
        if self.table.show_pages(pages):
            self.scrollToTop()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many rows as the pages need, up to a limit."""
        super().resizeEvent(event)
        self._fit()

    def set_most_rows(self, rows: int) -> None:
        """More pages than fit into so many rows are scrolled."""
        self._most_rows = rows
        self._fit()

    def _fit(self) -> None:
        across = max((self.width() - self.verticalScrollBar().sizeHint().width() - 2) // _CELL.width(), 1)
        rows = min(-(-self.table.rowCount() // across), self._most_rows)
        self.setFixedHeight(max(rows, 1) * _CELL.height() + 2)

    def choose(self, number: int) -> None:
        """Mark a page as the one that is looked at, without telling of it."""
        row = self.table.row(number)
        self._silent = True
        self.setCurrentIndex(self.table.index(row if row is not None else -1))
        self._silent = False

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which page it is."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._silent:
            self.chosen.emit(self.table.number(current.row()))


class PageLegend(QWidget):
    """How many pages became what, each with its kind of cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.TIGHT)
        self._grid.setVerticalSpacing(2)
        self._counts: Counter[str] = Counter()
        self._across = 0

    def show_counts(self, counts: Counter[str]) -> None:
        """Name those that occur."""
        across = max(self.width() // _ENTRY, 1)
        if (counts, across) == (self._counts, self._across):
            return
        self._counts, self._across = counts, across
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, state in enumerate(state for state in STATES if counts[state]):
            row, column = divmod(place, self._across)
            swatch, words = QLabel(), QLabel(count_text(state, counts[state]))
            swatch.setPixmap(_swatch(state, self.devicePixelRatioF()))
            theme.as_quiet(words)
            self._grid.addWidget(swatch, row, 2 * column)
            self._grid.addWidget(words, row, 2 * column + 1)
        self._grid.setColumnStretch(2 * len(STATES), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many in a row as there is room for."""
        super().resizeEvent(event)
        self.show_counts(self._counts)


def _swatch(state: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(18, 14) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_cell(painter, QRectF(1, 1, 16, 12), state)
    painter.end()
    return pixmap


def draw_cell(painter: QPainter, rect: QRectF, state: str) -> None:
    """A cell: a corner tells recognised pages, hatching those without text, dashes blank ones, a stroke failed ones."""
    colour = theme.colour(_COLOURS[state]) if state in _COLOURS else theme.quiet()
    ground, edge = QColor(colour), QColor(colour)
    ground.setAlphaF(0.16 if state != "blank" else 0.0)
    edge.setAlphaF(0.55)
    painter.setBrush(ground)
    painter.setPen(QPen(edge, 1, Qt.PenStyle.DashLine if state == "blank" else Qt.PenStyle.SolidLine))
    painter.drawRoundedRect(rect, 4, 4)
    if state == "scanned":
        edge.setAlphaF(0.3)
        painter.fillRect(rect, QBrush(edge, Qt.BrushStyle.BDiagPattern))
    elif state == "ocr":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corner = rect.topRight()
        painter.drawPolygon([corner, corner - QPointF(7, 0), corner + QPointF(0, 7)])
    elif state == "failed":
        painter.drawLine(rect.topLeft() + QPointF(2, 2), rect.bottomRight() - QPointF(2, 2))


class _CellDelegate(QStyledItemDelegate):
    """A cell with the page's number; the page that is looked at has a strong edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for four digits."""
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        state: QStyle.StateFlag = option.state
        palette: QPalette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_cell(painter, rect, index.data(STATE))
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            strong = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("tuned"), 2 if strong else 1))
            painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


if __name__ == "__main__":
    from desktop import preview
    from engine.project import documents

    raise SystemExit(preview.show(lambda session: PageMap(), lambda w, s: w.show_pages(documents.pages(s.project, 1))))
