"""The sidebar: the steps in their order with how they stand, then the pages beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop import steps, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_NAME, _STANDING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ROW = 38
_MARKS = {steps.LOCKED: "lock", steps.RUNNING: "running", steps.DONE: "check", steps.ATTENTION: "attention"}


class StepList(QListWidget):
    """Steps and pages by name; `chosen` tells which one the person wants."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self.setAccessibleName(self.tr("Steps"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(_StepDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        for name in (*steps.STEPS, *steps.OTHERS):
            item = QListWidgetItem(steps.title(name))
            item.setData(_NAME, name)
            item.setSizeHint(QSize(0, _ROW + (theme.GAP if name == steps.OTHERS[0] else 0)))
            self.addItem(item)
        self.currentRowChanged.connect(lambda row: self.chosen.emit(self.item(row).data(_NAME)))

    def show_standings(self, found: dict[str, steps.Standing]) -> None:
        """Draw the badges anew, and say them to those who hear instead of see."""
        for row in range(self.count()):
            item = self.item(row)
            standing = found.get(item.data(_NAME))
            item.setData(_STANDING, standing)
            said = _said(standing) if standing else ""
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {said}" if said else item.text())
            item.setToolTip(standing.why if standing else "")

    def select(self, name: str) -> None:
        """Mark a page as the one that is shown."""
        for row in range(self.count()):
            if self.item(row).data(_NAME) == name:
                self.setCurrentRow(row)


def _said(standing: steps.Standing) -> str:
    words = {
        steps.LOCKED: steps.tr("locked"),
        steps.READY: steps.tr("ready"),
        steps.RUNNING: steps.tr("running"),
        steps.DONE: steps.tr("done"),
        steps.ATTENTION: steps.tr("needs a look"),
    }
    return " ".join(filter(None, (words[standing.state], standing.badge)))


class _StepDelegate(QStyledItemDelegate):
    """A row: icon, name, figure, and a mark for the state."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        name, standing = index.data(_NAME), index.data(_STANDING)
        rect = QRectF(option.rect)
        rect.setTop(rect.bottom() - _ROW + 2)
        rect.adjust(8, 1, -8, -1)
        state: QStyle.StateFlag = option.state
        palette: QPalette = option.palette
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = palette.color(QPalette.ColorRole.WindowText)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            ground = theme.colour("accent") if chosen else QColor(ink)
            ground.setAlphaF(1.0 if chosen else 0.07)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, 7, 7)
        if chosen:
            ink = QColor("white")
        elif standing is not None and standing.state == steps.LOCKED:
            ink = theme.quiet()
        self._draw(painter, rect, name, standing, ink)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(ink)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 5, 5)
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRectF, name: str, standing: steps.Standing | None, ink: QColor) -> None:
        middle = int(rect.center().y())
        theme.icon(name, 18, ink).paint(painter, int(rect.left()) + 8, middle - 9, 18, 18)
        painter.setPen(ink)
        right = rect.right() - 8
        if standing is not None and (mark := _MARKS.get(standing.state)):
            right -= 16
            theme.icon(mark, 14, ink).paint(painter, int(right), middle - 7, 14, 14)
        if standing is not None and standing.badge:
            width = painter.fontMetrics().horizontalAdvance(standing.badge) + 6
            painter.drawText(QRectF(right - width, rect.top(), width - 4, rect.height()), _RIGHT, standing.badge)
            right -= width
        box = QRectF(rect.left() + 36, rect.top(), right - rect.left() - 40, rect.height())
        text = painter.fontMetrics().elidedText(steps.title(name), Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, _LEFT, text)


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: StepList(), lambda w, s: w.show_standings(steps.standings(s))))
