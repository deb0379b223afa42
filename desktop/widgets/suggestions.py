"""Questions to begin with, as buttons: a list where there is room, else one line of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QToolButton, QWidget

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

_CHIP = 200  # pixels that a question in a line wants


class Chip(QPushButton):
    """A button whose text is cut where it does not fit; the whole is its tool tip."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.question = text
        self.setObjectName("suggestion")
        self.setProperty("role", "chip")
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(60, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the style draws it, with the text cut at its end."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)


class Suggestions(theme.Tinted, QWidget):
    """`chosen` hands on a question, `more` asks for others."""

    chosen = Signal(str)
    more = Signal()

    def __init__(self, *, stacked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stacked = stacked
        self.chips: list[Chip] = []
        self.shuffle = QToolButton(autoRaise=True)
        self.shuffle.setObjectName("more-suggestions")
        self.shuffle.setToolTip(self.tr("Suggest other questions"))
        self.shuffle.setAccessibleName(self.tr("Suggest other questions"))
        if stacked:
            self.shuffle.setText(self.tr("Other Questions"))
            self.shuffle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.shuffle.clicked.connect(self.more)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._box = QBoxLayout(direction, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.TIGHT + 2)
        self._box.addWidget(self.shuffle, 0, Qt.AlignmentFlag.AlignCenter)
        self.paint_icons()

    def show_questions(self, questions: Sequence[str]) -> None:
        """Show these in place of the others."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(question) for question in questions]
        for place, chip in enumerate(self.chips):
            chip.clicked.connect(lambda _=False, question=chip.question: self.chosen.emit(question))
            self._box.insertWidget(place, chip, 0 if self._stacked else 1)
        self.setVisible(bool(questions))
        self._show_fitting()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as fit in a line."""
        super().resizeEvent(event)
        self._show_fitting()

    def _show_fitting(self) -> None:
        count = len(self.chips) if self._stacked else max(1, self.width() // _CHIP)
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < count)

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        self.shuffle.setIcon(theme.icon("shuffle", 16, theme.quiet()))


if __name__ == "__main__":
    from desktop import preview
    from engine.project import references

    raise SystemExit(
        preview.show(
            lambda session: Suggestions(stacked=False),
            lambda w, s: w.show_questions([one.question for one in references.suggested(s.project, 1, 5)]),
        )
    )
