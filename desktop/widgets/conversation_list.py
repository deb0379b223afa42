"""The conversations with a run, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, QTimeZone, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.widgets.elided import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project.messages import Conversation

_NAME = Qt.ItemDataRole.UserRole
_ROW = 52


class ConversationList(QListWidget):
    """`chosen` hands on the name of a conversation, `removed` that of one that is to be forgotten."""

    chosen = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conversations")
        self.setAccessibleName(self.tr("Conversations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.itemActivated.connect(lambda item: self.chosen.emit(item.data(_NAME)))
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_NAME)))

    def show_conversations(self, found: Sequence[Conversation], current: str) -> None:
        """Show these; the one that is open is selected."""
        self.clear()
        for conversation in found:
            item = QListWidgetItem()
            item.setData(_NAME, conversation.name)
            title = " ".join(conversation.title.split())
            item.setData(Qt.ItemDataRole.AccessibleTextRole, title)
            item.setSizeHint(QSize(0, _ROW))
            self.addItem(item)
            row = _Row(title, self._detail(conversation))
            row.remove.clicked.connect(lambda _=False, one=conversation: self._on_remove(one))
            self.setItemWidget(item, row)
            if conversation.name == current:
                self.setCurrentItem(item)

    def _on_remove(self, conversation: Conversation) -> None:
        sheet = QMessageBox(self.window())
        sheet.setObjectName("remove-conversation")
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.setIcon(QMessageBox.Icon.Question)
        sheet.setWindowModality(Qt.WindowModality.WindowModal)
        sheet.setText(self.tr("Delete this conversation?"))
        title = " ".join(conversation.title.split())
        short = title if len(title) <= 80 else f"{title[:79]}…"
        sheet.setInformativeText(self.tr("“{0}” cannot be brought back. Its votes still count.").format(short))
        delete = sheet.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        sheet.setDefaultButton(sheet.addButton(QMessageBox.StandardButton.Cancel))
        delete.clicked.connect(lambda: self.removed.emit(conversation.name))
        sheet.open()

    def _detail(self, conversation: Conversation) -> str:
        at = QDateTime.fromString(conversation.at, "yyyy-MM-dd HH:mm:ss")
        at.setTimeZone(QTimeZone.utc())
        when = QLocale().toString(at.toLocalTime(), QLocale.FormatType.ShortFormat)
        if conversation.turns == 1:
            return self.tr("{0} · 1 question").format(when)
        return self.tr("{0} · {1} questions").format(when, conversation.turns)


class _Row(theme.Tinted, QWidget):
    """First question, time, and a button that deletes."""

    def __init__(self, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remove = QToolButton(autoRaise=True)
        self.remove.setToolTip(self.tr("Delete this conversation"))
        self.remove.setAccessibleName(self.tr("Delete “{0}”").format(title))
        self.title, self.detail = ElidedLabel(title), QLabel(detail)
        theme.as_quiet(self.detail)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 4, 4)
        layout.addLayout(words, 1)
        layout.addWidget(self.remove)
        self.paint_icons()

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        self.remove.setIcon(theme.icon("remove", 16, theme.quiet()))


if __name__ == "__main__":
    from desktop import preview
    from engine.project import messages

    raise SystemExit(
        preview.show(
            lambda session: ConversationList(),
            lambda w, s: w.show_conversations(messages.conversations(s.project, 1), "main"),
        )
    )
