"""What one side says to one question, while it is written and afterwards."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets import markdown
from desktop.widgets.found_row import FoundRow
from desktop.widgets.sides import DOCUMENTS, colour_of, side_name

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

_COPIED_MS = 1500


class ReplyText(QTextBrowser):
    """Text as high as it is; it scrolls with what surrounds it and fetches nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        for turn_off in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            turn_off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A reply names files and addresses; none is read."""
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the conversation."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(max(line, math.ceil(self.document().size().height())) + 2)


class ReplyPane(theme.Tinted, QFrame):
    """One reply: whose it is, its text, its figures, and a button that copies it.

    `add` is called with what arrived in one frame (33 ms, see `JobRun`) and inserts just that; the whole text
    is set once, as Markdown, when the reply is complete. `opened` hands on a hit of the index.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = ""
        self._side = ""
        self.mark, self.name, self.figures = QLabel(), QLabel(), QLabel()
        self.text = ReplyText()
        self.note = QLabel()
        self.found = FoundRow()
        self.found.opened.connect(self.opened)
        self.copy = QToolButton(autoRaise=True)
        self.copy.setObjectName("copy")
        self.copy.setToolTip(self.tr("Copy this reply"))
        self.copy.clicked.connect(self._on_copy)
        self._calm = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._calm.timeout.connect(self.paint_icons)
        self._lay_out()
        theme.set_role(self, "card")
        self.show_note("")

    def show_side(self, side: str) -> None:
        """Say whose reply it is."""
        self._show_name(side_name(side), side)

    def show_letter(self, letter: str) -> None:
        """Hide whose reply it is behind a letter."""
        self._show_name(letter, "")

    def add(self, delta: str) -> None:
        """Go on with what arrived."""
        if not self.said:
            delta = delta.lstrip()
        if not delta:
            return
        self.said += delta
        cursor = QTextCursor(self.text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(delta)
        self.show_note("")

    def complete(self, text: str) -> None:
        """The reply as it is stored."""
        self.said = text
        markdown.show(self.text.document(), text)
        self.show_note("" if text else self.tr("No words: the model ended its reply at once."))

    def show_note(self, note: str) -> None:
        """In place of a text that is not there yet, or not at all."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.text.setVisible(bool(self.said) or not note)
        self.copy.setEnabled(bool(self.said))

    def show_figures(self, figures: str) -> None:
        """The line under the reply."""
        self.figures.setText(figures)

    def _show_name(self, name: str, side: str) -> None:
        self._side = side
        self.name.setText(name)
        self.text.setAccessibleName(self.tr("Reply of {0}").format(name))
        self.copy.setAccessibleName(self.tr("Copy the reply of {0}").format(name))
        self.paint_icons()

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        ink = theme.colour(colour_of(self._side)) if self._side else theme.quiet()
        sign = "models" if self._side == "base" else "train" if self._side else "compare"
        sign = "documents" if self._side in DOCUMENTS else sign
        self.mark.setPixmap(theme.icon(sign, 16, ink).pixmap(16, 16))
        self.copy.setIcon(theme.icon("copy", 16, theme.quiet()))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.said)
        self.copy.setIcon(theme.icon("check", 16, theme.colour("good")))
        self._calm.start()

    def _lay_out(self) -> None:
        theme.as_heading(self.name)
        for label in (self.figures, self.note):
            theme.as_quiet(label)
            label.setWordWrap(True)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(theme.TIGHT)
        head.addWidget(self.mark)
        head.addWidget(self.name, 1)
        foot.addWidget(self.figures, 1)
        foot.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 10, 6)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(head)
        layout.addWidget(self.note)
        layout.addWidget(self.text)
        layout.addStretch(1)
        layout.addWidget(self.found)
        layout.addLayout(foot)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: ReplyPane(),
            lambda w, s: w.show_side("tuned_rag"),
            lambda w, s: w.complete("It holds **1.2 litres**."),
        )
    )
