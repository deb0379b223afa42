"""Draws a difference: its range as a line with a dot around the zero of a scale, and the numbers beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

SPAN = Qt.ItemDataRole.UserRole  # a Span; None for cells of text
_MARGIN, _DOT = 8, 3.5


@dataclass(frozen=True, slots=True)
class Span:
    """A difference, the ends of its range where they are known, and how far the scale reaches either way."""

    value: float
    low: float | None
    high: float | None
    reach: float

    @classmethod
    def of(cls, found: Mapping[str, Any] | None, reach: float) -> Span | None:
        """The span of a difference of results; None where there is none."""
        if not found or found.get("difference") is None:
            return None
        return cls(found["difference"], found.get("low"), found.get("high"), reach or 1.0)

    @property
    def meaning(self) -> str:
        """Good or bad where the whole range lies on one side of zero, else nothing of either."""
        if self.low is not None and self.low > 0:
            return "good"
        return "bad" if self.high is not None and self.high < 0 else "base"


class DifferenceDelegate(QStyledItemDelegate):
    """For a column whose cells have a Span; the text stands at the right of it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground as the style has it, the scale, then the text; a cell without a span as any."""
        span = index.data(SPAN)
        if span is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = option.palette.color(QPalette.ColorGroup.Active, role)
        place = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        text = min(option.fontMetrics.horizontalAdvance("+100 points (+100 to +100)"), place.width() * 2 // 3)
        painter.save()
        scale = QRect(place.left(), place.top(), place.width() - text - _MARGIN, place.height())
        draw_span(painter, scale, span, ink if selected else None)
        painter.setPen(ink)
        right = QRect(place.right() - text, place.top(), text, place.height())
        shown = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, text)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        painter.restore()


def draw_span(painter: QPainter, place: QRect, span: Span, ink: QColor | None = None) -> None:
    """Draw the zero, the range and the dot into a place; `ink` overrides the colours."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(place).adjusted(_DOT + 1, 0, -_DOT - 1, 0)
    middle = room.center().y()

    def at(value: float) -> float:
        share = min(max(value / span.reach, -1.0), 1.0)
        return room.center().x() + share * room.width() / 2

    painter.setPen(QPen(ink or theme.line(), 1))
    painter.drawLine(QPointF(at(0), room.top() + 4), QPointF(at(0), room.bottom() - 4))
    painter.setPen(QPen(ink or theme.line(), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(room.left(), middle), QPointF(room.right(), middle))
    tint = ink or theme.colour(span.meaning)
    if span.low is not None and span.high is not None:
        painter.setPen(QPen(tint, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(at(span.low), middle), QPointF(at(span.high), middle))
        for end in (span.low, span.high):
            painter.drawLine(QPointF(at(end), middle - 4), QPointF(at(end), middle + 4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawEllipse(QPointF(at(span.value), middle), _DOT, _DOT)
    painter.restore()
