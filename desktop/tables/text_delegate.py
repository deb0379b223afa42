"""Draws texts in their cells, in as many lines as fit, and edits them there: Return takes it over, Escape does not."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QKeyEvent,
    QPainter,
    QPalette,
    QStaticText,
    QTextLayout,
    QTextOption,
    QTransform,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionFocusRect,
    QStyleOptionViewItem,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex

    from desktop.tables.pairs_table import PairsTable

_TALL = 92  # pixels: four lines
_MARGIN, _ICON = 4, 16
_NARROWEST = 3  # pixels of a letter: no more of a text is looked at than could fit
_KEPT = 512  # texts whose lines are remembered
_NEXT_LINE = "\u2028"
_MIDDLE, _END = Qt.AlignmentFlag.AlignCenter, Qt.TextElideMode.ElideRight
_State = QStyle.StateFlag
_SELECTED, _ACTIVE, _FOCUSED = (
    flag.value for flag in (_State.State_Selected, _State.State_Active, _State.State_HasFocus)
)
_RAISED = _SELECTED | _State.State_MouseOver.value
_MODES = {False: QIcon.Mode.Normal, True: QIcon.Mode.Selected}
_ROLES = {False: QPalette.ColorRole.Text, True: QPalette.ColorRole.HighlightedText}
_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
_AS_IT_IS = QTransform()
_Hint = QAbstractItemDelegate.EndEditHint


class TextDelegate(QStyledItemDelegate):
    """For the table of pairs. How a text breaks is worked out once for a width, and kept."""

    def __init__(self, table: PairsTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._laid: OrderedDict[tuple[str, int, int], tuple[QStaticText, float]] = OrderedDict()
        self._inks: dict[int, QColor] = {}

    def forget(self) -> None:
        """Another font, or other colours."""
        self._laid.clear()
        self._inks.clear()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground as the style has it, icon, and the lines that fit."""
        style, state = option.widget.style(), option.state.value
        if state & _RAISED:
            style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        self._draw(painter, option, state, self._table.drawn(index.row(), index.column()), option.rect)
        if state & _FOCUSED:
            frame = QStyleOptionFocusRect()
            frame.rect, frame.state, frame.palette = option.rect, option.state, option.palette
            style.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame, painter, option.widget)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, places: dict[int, QRect], top: int
    ) -> None:
        """The words of a row that is neither selected nor pointed at, each column at its place."""
        state = option.state.value
        for column, place in places.items():
            place.moveTop(top)
            self._draw(painter, option, state, self._table.drawn(row, column), place)

    def _draw(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        state: int,
        drawn: tuple[str, QColor | None, QIcon | None],
        cell: QRect,
    ) -> None:
        words, ink, icon = drawn
        left, top, width, height = cell.left() + _MARGIN, cell.top(), cell.width() - 2 * _MARGIN, cell.height()
        selected = bool(state & _SELECTED)
        if icon is not None:
            icon.paint(painter, left, top, _ICON, height, _MIDDLE, _MODES[selected])
            left, width = left + _ICON + _MARGIN, width - _ICON - _MARGIN
        if selected or ink is None:
            ink = self._ink(state & (_ACTIVE | _SELECTED), option.palette)
        text, tall = self._laid.get((words, width, height)) or self._lines(words, width, height, option)
        painter.setPen(ink)
        painter.drawStaticText(QPointF(left, top + (height - 1) // 2 + 1 - tall / 2), text)

    def _ink(self, state: int, palette: QPalette) -> QColor:
        """Of text in the palette's own colour."""
        if state not in self._inks:
            group = QPalette.ColorGroup.Active if state & _ACTIVE else QPalette.ColorGroup.Inactive
            self._inks[state] = palette.color(group, _ROLES[bool(state & _SELECTED)])
        return self._inks[state]

    def _lines(self, text: str, width: int, height: int, option: QStyleOptionViewItem) -> tuple[QStaticText, float]:
        """The text in lines of a width, the last of those that fit cut short; and how high they are."""
        most, lines = max(1, height // option.fontMetrics.lineSpacing()), list[str]()
        for part in text[: 1 + width * most // _NARROWEST].split("\n"):
            layout = QTextLayout(part, option.font)
            layout.setTextOption(_WRAPPED)
            layout.beginLayout()
            while len(lines) < most and (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                start, end = line.textStart(), line.textStart() + line.textLength()
                cut = len(lines) == most - 1 and end < len(part)
                lines.append(
                    option.fontMetrics.elidedText(part[start:], _END, width) if cut else part[start:end].rstrip()
                )
            layout.endLayout()
        found = QStaticText(_NEXT_LINE.join(lines))
        found.setTextFormat(Qt.TextFormat.PlainText)
        found.prepare(_AS_IT_IS, option.font)  # else it is laid out twice: to be measured, and in this font
        self._laid[(text, width, height)] = laid = (found, found.size().height())
        if len(self._laid) > _KEPT:
            self._laid.popitem(last=False)
        return laid

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
