"""A large area on which documents are dropped, or which opens a file dialog when it is clicked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop import opening, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QEnterEvent, QKeyEvent, QMouseEvent


class DropArea(QFrame):
    """Says what may be dropped; `dropped` and `chosen` give the paths."""

    dropped = Signal(list)  # of Path
    chosen = Signal(list)  # of Path

    def __init__(self, text: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drop-area")
        self.setAcceptDrops(True)
        self.setProperty("role", "drop")
        self.setProperty("focusPolicy", "StrongFocus")  # by name, without `Qt`: see theme
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)
        self.setMinimumHeight(140)
        self.title, line = QLabel(text), QLabel(hint)
        self.icon = QLabel()
        theme.as_heading(self.title)
        theme.as_quiet(line)
        line.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addStretch()
        for label in (self.icon, self.title, line):
            label.setProperty("alignment", "AlignCenter")
            layout.addWidget(label)
        layout.addStretch()
        self._draw_icon()

    def say(self, text: str) -> None:
        """Put other words in large."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Dark or light: the icon is drawn in the colour of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "icon"):
            self._draw_icon()

    def _draw_icon(self) -> None:
        self.icon.setPixmap(theme.icon("documents", 40, theme.quiet()).pixmap(40, 40))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The hand of what may be clicked."""
        from PySide6.QtCore import Qt

        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that the files may be let go here."""
        if opening.dropped(event.mimeData()):
            event.acceptProposedAction()
            self._set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Gone elsewhere."""
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        self._set_over(False)
        event.acceptProposedAction()
        self.dropped.emit(opening.dropped(event.mimeData()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for files by a dialog."""
        if self.rect().contains(event.position().toPoint()):
            self.choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Space and Return."""
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        else:
            super().keyPressEvent(event)

    def choose(self) -> None:
        """Ask for files by the system's dialog."""
        from PySide6.QtWidgets import QFileDialog

        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Add Documents"))
        if files:
            self.chosen.emit([Path(file) for file in files])

    def _set_over(self, over: bool) -> None:
        """Stronger while something hovers over it."""
        self.setProperty("over", over)
        theme.set_role(self, "drop")


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: DropArea("Drop documents here", "PDF, Markdown, text or folders")))
