"""The pages of a document, each with what became of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from desktop.words import engine_text
from engine.project.documents import page_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project.documents import Page

STATES = ("text", "ocr", "scanned", "blank", "failed")
STATE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class PagesTable(QAbstractListModel):
    """One row for each page; `STATE` is text, ocr, scanned, blank or failed."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[tuple[int, str, str, int]] = []  # number, state, message, tables

    def show_pages(self, pages: Sequence[Page]) -> bool:
        """Show the pages of another document, or these anew; whether anything has changed."""
        found = [(page.number, page_state(page), page.message, page.tables) for page in pages]
        if found == self._pages:
            return False
        self.beginResetModel()
        self._pages = found
        self.endResetModel()
        return True

    def number(self, row: int) -> int:
        """The number of a page."""
        return self._pages[row][0]

    def row(self, number: int) -> int | None:
        """Where a page stands."""
        return next((row for row, page in enumerate(self._pages) if page[0] == number), None)

    def counts(self) -> Counter[str]:
        """How many pages became what."""
        return Counter(state for _, state, _, _ in self._pages)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """One row for each page."""
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number; the state, in words too."""
        number, state, message, tables = self._pages[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number)
        if role == STATE:
            return state
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            lines = [tr("Page {0}: {1}").format(f"{number:,}", state_text(state)), engine_text(message)]
            if tables:
                lines.append(tr("Tables: {0}").format(tables))
            return "\n".join(filter(None, lines))
        return None


def state_text(state: str) -> str:
    """What became of a page, in words that follow a number or a colon."""
    return {
        "text": tr("read"),
        "ocr": tr("read by text recognition"),
        "scanned": tr("a picture without text"),
        "blank": tr("blank"),
    }.get(state, tr("not read"))


def count_text(state: str, number: int) -> str:
    """How many pages became what, short."""
    words = {
        "text": tr("{0} read"),
        "ocr": tr("{0} by text recognition"),
        "scanned": tr("{0} without text"),
        "blank": tr("{0} blank"),
    }
    return words.get(state, tr("{0} not read")).format(f"{number:,}")


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("pages", text)
