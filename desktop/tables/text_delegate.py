"""Edits a text in its cell, with room for several lines: Return takes it over, Escape does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex

_TALL = 92  # pixels: four lines
_Hint = QAbstractItemDelegate.EndEditHint


class TextDelegate(QStyledItemDelegate):
    """For tables whose cells hold sentences."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A field of its own frame, wrapped."""
        editor = QPlainTextEdit(parent)
        editor.setTabChangesFocus(True)
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        editor.setAutoFillBackground(True)
        editor.installEventFilter(self)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """All of it is marked, as in the Finder."""
        assert isinstance(editor, QPlainTextEdit)
        if not editor.document().isModified():  # a table that grows below an editor must not undo what was typed
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Hand the text to the table, if it was changed at all."""
        assert isinstance(editor, QPlainTextEdit)
        if editor.document().isModified():
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """At least four lines high, inside the table."""
        place = QRect(option.rect)
        place.setHeight(max(place.height(), _TALL))
        table = editor.parentWidget()
        bottom = table.height() if table is not None else 0
        if place.bottom() > bottom:
            place.moveBottom(max(bottom, place.height()))
        editor.setGeometry(place)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Return ends the editing; a line break would be taken out anyway."""
        key = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if isinstance(editor, QWidget) and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, _Hint.NoHint)
            return True
        return super().eventFilter(editor, event)
