"""Draws a project that was open lately: icon, name with the date at its right, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

ABOUT = Qt.ItemDataRole.UserRole + 1  # what is in it, and in a second line since when it is so


class RecentRow(QStyledItemDelegate):
    """A row: icon, name with the date at its right, and what is in it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        state: QStyle.StateFlag = option.state
        ink = option.palette.color(QPalette.ColorRole.WindowText)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_MouseOver:
            ground = QColor(ink)
            ground.setAlphaF(0.07)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, theme.RADIUS, theme.RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("tuned"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, theme.RADIUS, theme.RADIUS)
        theme.icon("folder", 22, theme.colour("tuned")).paint(
            painter, int(rect.left()) + 10, int(rect.center().y()) - 11, 22, 22
        )
        what, _, when = str(index.data(ABOUT) or "").partition("\n")
        box = rect.adjusted(44, 7, -12, -7)
        upper, lower = QRectF(box), QRectF(box)
        upper.setHeight(box.height() / 2)
        lower.setTop(box.top() + box.height() / 2)
        painter.setPen(theme.quiet())
        painter.drawText(upper, _RIGHT, when)
        painter.drawText(lower, _LEFT, _elided(painter, what, lower))
        upper.setRight(upper.right() - painter.fontMetrics().horizontalAdvance(when) - theme.GAP)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(upper, _LEFT, _elided(painter, str(index.data()), upper))
        painter.restore()


def _elided(painter: QPainter, text: str, box: QRectF) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(box.width()))


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
