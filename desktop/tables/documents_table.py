"""The documents of a project as rows: name, pages, words, language, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPalette

from desktop import theme
from desktop.wording import language_name
from engine.project import documents as store
from engine.project.documents import FAILED, PARTIAL, Document

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME, PAGES, WORDS, LANGUAGE, STATE = range(5)
SORT = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class DocumentsTable(QAbstractTableModel):
    """Shows the documents it is given; `place` finds a document again after others came or went."""

    def __init__(self) -> None:
        super().__init__()
        self._documents: list[Document] = []

    def show_documents(self, documents: Sequence[Document]) -> bool:
        """Show other documents; whether anything has changed."""
        if self._documents == list(documents):
            return False
        self.beginResetModel()
        self._documents = list(documents)
        self.endResetModel()
        return True

    def at(self, row: int) -> Document:
        """The document of a row."""
        return self._documents[row]

    def place(self, sha256: str) -> int | None:
        """The row of the document with these bytes: its number changes when it is read again after a failure."""
        return next((row for row, document in enumerate(self._documents) if document.sha256 == sha256), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """One row for each document."""
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Name, pages, words, language, state."""
        return 0 if parent.isValid() else STATE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.DisplayRole:
            name = (tr("Name"), tr("Pages"), tr("Words"), tr("Language"), tr("State"))[section]
            return f"{name}\u2002" if section in (PAGES, WORDS) else f"\u2002{name}"  # as far from the edge as cells
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, figures to sort by, icons, tool tips."""
        document, column = self._documents[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, SORT):
            return _cell(document, column, role == SORT)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return f"{document.name}\n{document.source}"
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            name, meaning = _MARKS.get("locked" if store.wants_password(document) else document.state, _MARKS[FAILED])
            return _mark(name, meaning)
        return None


_MARKS = {
    store.READ: ("check", "good"),
    PARTIAL: ("attention", "warning"),
    FAILED: ("close", "bad"),
    "locked": ("lock", "warning"),
}


def _mark(name: str, meaning: str) -> QIcon:
    """The sign of a state; on a selected row in the colour of its text."""
    found = theme.icon(name, 14, theme.colour(meaning))
    chosen = QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText)
    for size in (14, 28, 42):
        pixmap = theme.picture(name, size, chosen)
        pixmap.setDevicePixelRatio(size / 14)
        found.addPixmap(pixmap, QIcon.Mode.Selected)
    return found


def state_text(document: Document) -> str:
    """What became of a document, in a word or two."""
    if store.wants_password(document):
        return tr("Locked")
    return {store.READ: tr("Read"), PARTIAL: tr("Partly read")}.get(document.state, tr("Not read"))


def _cell(document: Document, column: int, sorting: bool) -> str | int:
    if column in (PAGES, WORDS):
        figure = document.pages if column == PAGES else document.words
        return figure if sorting else f"{figure:,}" if figure else "–"
    if column == NAME:
        return document.name.casefold() if sorting else document.name
    return state_text(document) if column == STATE else language_name(document.language) or "–"


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (PAGES, WORDS) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("documents", text)
