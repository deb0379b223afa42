"""Where a question is written: Return sends it, Shift and Return begin a new line, Escape stops the replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from desktop import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

_LINES = 6


class QuestionEdit(QPlainTextEdit):
    """Grows with its lines up to a limit."""

    sent = Signal()
    escaped = Signal()
    focused = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(4)
        self.textChanged.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return sends; with Shift it is a new line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame around it shows the focus."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame shows that it is gone."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(1, min(_LINES, int(self.document().size().height())))  # a plain text document counts lines
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 10)


class Composer(QFrame):
    """`asked` hands on a question, `stopped` that the replies under way are not wanted any more."""

    asked = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._busy = False
        self.edit = QuestionEdit()
        self.edit.setPlaceholderText(self.tr("Ask both models a question…"))
        self.edit.setAccessibleName(self.tr("Question"))
        self.edit.setAccessibleDescription(self.tr("Return sends it, Shift and Return begin a new line"))
        self.send = theme.primary(self.tr("Ask"))
        self.send.setObjectName("send")
        self.send.setToolTip(self.tr("Return sends it, Shift and Return begin a new line"))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setObjectName("stop")
        self.stop.setToolTip(self.tr("Stop both replies (Escape); what is written stays"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 8, 8, 8)
        layout.setSpacing(theme.TIGHT)
        layout.addWidget(self.edit, 1)
        for button in (self.send, self.stop):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.edit.sent.connect(self._on_sent)
        self.edit.escaped.connect(lambda: self.stopped.emit() if self._busy else None)
        self.edit.focused.connect(self._show_focus)
        self.edit.textChanged.connect(self._show_buttons)
        self.send.clicked.connect(self._on_sent)
        self.stop.setMinimumSize(self.send.sizeHint())
        self.stop.clicked.connect(self.stopped)
        self.setFocusProxy(self.edit)
        self._show_focus(False)
        self._show_buttons()

    def show_busy(self, busy: bool, *, stopping: bool = False) -> None:
        """While replies come, Stop stands in place of Ask; the next question can be written already."""
        self._busy = busy
        self.stop.setEnabled(not stopping)
        self._show_buttons()

    def put_back(self, question: str) -> None:
        """Give a question back that was not answered, unless another is being written."""
        if not self.edit.toPlainText().strip():
            self.edit.setPlainText(question)

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_buttons()

    def _on_sent(self) -> None:
        question = self.edit.toPlainText().strip()
        if question and not self._busy:
            self.edit.clear()
            self.asked.emit(question)

    def _show_buttons(self) -> None:
        had_focus = self.send.hasFocus() or self.stop.hasFocus()
        self.send.setVisible(not self._busy)
        self.stop.setVisible(self._busy)
        self.stop.setIcon(theme.icon("stop", 14))
        self.send.setEnabled(bool(self.edit.toPlainText().strip()))
        if had_focus:
            self.edit.setFocus()

    def _show_focus(self, on: bool) -> None:
        theme.set_role(self, "field-focus" if on else "field")


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: Composer()))
