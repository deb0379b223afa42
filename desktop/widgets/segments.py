"""A row of joined buttons of which one is down, as the Mac has them for views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Mapping


class Segments(QWidget):
    """Names with texts; `chosen` tells the name that the person chose."""

    chosen = Signal(str)

    def __init__(self, texts: Mapping[str, str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.buttons: dict[str, QAbstractButton] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        for key, text in texts.items():
            button = _Segment(text)
            button.setObjectName(f"segment-{key}")
            button.clicked.connect(lambda _, key=key: self.chosen.emit(key))
            group.addButton(button)
            layout.addWidget(button)
            self.buttons[key] = button

    def select(self, key: str) -> None:
        """Press a button down without telling."""
        self.buttons[key].setChecked(True)

    @property
    def selected(self) -> str:
        """The name that is down."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The trough."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.palette().color(QPalette.ColorRole.WindowText)
        ground.setAlphaF(0.07)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)


class _Segment(QAbstractButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._by_keys = False

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 30, self.fontMetrics().height() + 12)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            role = QPalette.ColorRole.Button if theme.is_dark() else QPalette.ColorRole.Base
            ground = self.palette().color(role)
            painter.setPen(QPen(theme.line(), 1))
            painter.setBrush(ground.lighter(150) if theme.is_dark() else ground)
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus() and self._by_keys:
            painter.setPen(QPen(theme.colour("tuned"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText) if self.isEnabled() else theme.quiet())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: Segments({"one": "Scores", "two": "Questions"}, "What is shown"),
            lambda w, s: w.select("one"),
        )
    )
