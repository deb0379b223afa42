"""The stored text of a page, with a span of it marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desktop import theme
from desktop.widgets.paging import turn_by

if TYPE_CHECKING:
    from desktop.widgets.page_match import Span


class PageText(QPlainTextEdit):
    """Text that can be read and copied; Page Up and Page Down turn the page at its end."""

    turned = Signal(int)  # the person went on or back: -1, 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page-text")
        self.setReadOnly(True)
        self.setAcceptDrops(False)  # the window takes them
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(theme.GAP)
        self._span: Span | None = None

    def show_text(self, text: str, start: int | None = None, end: int | None = None) -> None:
        """Show a page's text; `start` and `end` are characters of it."""
        self.setPlainText(text)
        self._span = None
        if start is not None and end is not None and start < end <= len(text):
            self._span = _units(text[:start]), _units(text[:end])
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        """The marker has another colour in a dark window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark(scroll=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page where there is nothing more to scroll."""
        if by := turn_by(event, self.verticalScrollBar()):
            self.turned.emit(by)
        else:
            super().keyPressEvent(event)

    def _mark(self, scroll: bool = True) -> None:
        if self._span is None:
            self.setExtraSelections([])
            return
        marked = QTextEdit.ExtraSelection()
        looks, cursor = QTextCharFormat(), self.textCursor()
        looks.setBackground(theme.colour("evidence"))
        looks.setForeground(self.palette().color(QPalette.ColorRole.Text))
        cursor.setPosition(self._span[0])
        cursor.setPosition(self._span[1], QTextCursor.MoveMode.KeepAnchor)
        marked.format, marked.cursor = looks, cursor
        self.setExtraSelections([marked])
        if scroll:
            cursor.setPosition(self._span[0])
            self.setTextCursor(cursor)
            self.centerCursor()


def _units(text: str) -> int:
    """How long Qt takes a text to be: it counts UTF-16."""
    return len(text.encode("utf-16-le")) // 2


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: PageText(), lambda w, s: w.show_text("The tank holds 1.2 litres of water.", 15, 25)
        )
    )
