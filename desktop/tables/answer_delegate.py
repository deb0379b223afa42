"""Draws a cell of the exam in two lines: running text, or an answer under the mark it got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme
from desktop.tables.exam_table import RIGHT, SCORE, mark_text

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_MARGIN, _ICON = 6, 14


class AnswerDelegate(QStyledItemDelegate):
    """For the table of an exam; its rows are all of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint(option, index).width(), row_height(option.fontMetrics.height()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground as the style has it, then our lines."""
        self.initStyleOption(option, index)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = option.palette.color(QPalette.ColorGroup.Active, role)
        place = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        if index.column() == index.model().columnCount() - 1:  # the difference
            painter.setPen(ink)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, option.text)
        elif (right := index.data(RIGHT)) is None:
            self._text(painter, place, option, ink)
        else:
            first, second = self._halves(place, option.fontMetrics.height())
            tint = ink if selected else theme.colour("good" if right else "bad")
            self._mark(painter, first, right, index.data(SCORE), tint)
            self._line(painter, second, option, option.text, ink)
        painter.restore()

    def _mark(self, painter: QPainter, place: QRect, right: bool, score: float | None, tint: QColor) -> None:
        icon = theme.icon("check" if right else "close", _ICON, tint)
        icon.paint(painter, QRect(place.left() - 2, place.center().y() - _ICON // 2, _ICON, _ICON))
        painter.setPen(tint)
        text = mark_text(right) if score is None else f"{mark_text(right)} · {score:.0f}"
        painter.drawText(place.adjusted(_ICON + 2, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _line(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, text: str, ink: QColor) -> None:
        painter.setPen(ink)
        shown = option.fontMetrics.elidedText(" ".join(text.split()) or "–", Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _text(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, ink: QColor) -> None:
        """Two lines of running text; the second one is cut."""
        words, metrics = option.text.split(), option.fontMetrics
        first, second = self._halves(place, metrics.height())
        taken = 0
        while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= place.width():
            taken += 1
        taken = taken or 1
        if taken >= len(words):
            self._line(painter, place, option, option.text, ink)
            return
        self._line(painter, first, option, " ".join(words[:taken]), ink)
        self._line(painter, second, option, " ".join(words[taken:]), ink)

    @staticmethod
    def _halves(place: QRect, line: int) -> tuple[QRect, QRect]:
        top = place.top() + (place.height() - 2 * line - 2) // 2
        return QRect(place.left(), top, place.width(), line), QRect(place.left(), top + line + 2, place.width(), line)


def row_height(line: int) -> int:
    """Of a row, by the height of a line of text."""
    return 2 * line + 16
