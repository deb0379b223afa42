"""The question which reply is best, while it is hidden whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop import theme
from engine.project import votes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

LETTERS = "ABCD"


class Ballot(QWidget):
    """A button for each reply that is shown; `voted` hands on a side, or both, neither or skipped."""

    voted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = QLabel()
        self.buttons: list[QPushButton] = []
        self._row = QGridLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.TIGHT)
        self.hide()

    def show_sides(self, shown: Sequence[str]) -> None:
        """Offer the sides, as A, B, ... in this order."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        two = len(shown) == 2
        self.asked.setText(self.tr("Which is better?") if two else self.tr("Which is best?"))
        better = self.tr("{0} Is Better") if two else self.tr("{0} Is Best")
        entries = [(letter.lower(), better.format(letter), side) for letter, side in zip(LETTERS, shown, strict=False)]
        entries += [
            ("both", self.tr("Both Good") if two else self.tr("All Good"), votes.BOTH),
            ("neither", self.tr("Both Bad") if two else self.tr("All Bad"), votes.NEITHER),
            ("skip", self.tr("Just Show"), votes.SKIPPED),
        ]
        self.buttons = [self._button(*entry) for entry in entries]
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In two lines where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _button(self, name: str, text: str, choice: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"vote-{name}")
        button.clicked.connect(lambda: self.voted.emit(choice))
        return button

    def _arrange(self) -> None:
        wanted = [widget.sizeHint().width() + theme.TIGHT for widget in (self.asked, *self.buttons)]
        one_line = sum(wanted) <= self.width()
        for widget in (self.asked, *self.buttons):
            self._row.removeWidget(widget)
        first = self.buttons if one_line else self.buttons[:-3]
        self._row.addWidget(self.asked, 0, 0)
        for place, button in enumerate(self.buttons):
            line, column = (0, place + 1) if button in first else (1, place + 1 - len(first))
            self._row.addWidget(button, line, column)
            button.show()
        self._row.setColumnStretch(len(self.buttons) + 1, 1)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)


if __name__ == "__main__":
    from desktop import preview
    from desktop.widgets.sides import ALL

    raise SystemExit(preview.show(lambda session: Ballot(), lambda w, s: w.show_sides(ALL), lambda w, s: w.show()))
