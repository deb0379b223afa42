"""The turns of a conversation under each other; it follows its end unless the person has scrolled up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop import theme

if TYPE_CHECKING:
    from desktop.widgets.turn import TurnWidget

_NEAR = 24  # pixels from the end that count as the end


class TurnList(QScrollArea):
    """`more` asks for turns before the first one that is shown."""

    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("turns")
        self.setAccessibleName(self.tr("Conversation"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.turns: list[TurnWidget] = []
        self.following = True
        self._below: int | None = None  # pixels under what is seen, while earlier turns are put in above
        self._moving = False
        self.earlier = QPushButton(self.tr("Show Earlier Questions"))
        self.earlier.clicked.connect(self._on_more)
        self.earlier.hide()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP)
        self._column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignCenter)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._on_value)
        bar.rangeChanged.connect(self._on_range)

    def add(self, turn: TurnWidget) -> None:
        """Put a turn at the end, and go there."""
        self.following, self._below = True, None
        self.turns.append(turn)
        self._column.insertWidget(self._column.count() - 1, turn)

    def add_before(self, turns: list[TurnWidget]) -> None:
        """Put earlier turns before all others; what is seen stays in its place."""
        self.following = False
        bar = self.verticalScrollBar()
        self._below = bar.maximum() - bar.value()
        self.turns[:0] = turns
        for place, turn in enumerate(turns, start=1):
            self._column.insertWidget(place, turn)

    def remove(self, turn: TurnWidget) -> None:
        """Take a turn away."""
        self.turns.remove(turn)
        turn.hide()
        turn.deleteLater()

    def clear(self) -> None:
        """Take all turns away."""
        for turn in [*self.turns]:
            self.remove(turn)
        self.following = True

    def _on_more(self) -> None:
        self.setFocus()  # else the focus would leave the button with it, and scroll to where it goes
        self.more.emit()

    def _on_value(self, at: int) -> None:
        if not self._moving:
            self._below = None
            self.following = at >= self.verticalScrollBar().maximum() - _NEAR

    def _on_range(self, _: int, maximum: int) -> None:
        self._column.setContentsMargins(0, 0, theme.TIGHT if maximum else 0, 0)  # a gap before the scroll bar
        if self.following or self._below is not None:
            self._moving = True
            self.verticalScrollBar().setValue(maximum - (0 if self.following else self._below or 0))
            self._moving = False


if __name__ == "__main__":
    from desktop import preview
    from desktop.widgets import turn

    raise SystemExit(
        preview.show(
            lambda session: TurnList(), lambda w, s: w.add(turn.TurnWidget("How much water does the tank hold?"))
        )
    )
