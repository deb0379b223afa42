"""The pairs of a project as a table: numbers of all that fit at once, their words only as they come into sight."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QPalette

from desktop import theme
from desktop.words import engine_text
from engine.errors import HoneError
from engine.project import review
from engine.project.review import Filter, Listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.project import Project

    Index = QModelIndex | QPersistentModelIndex

STATE, QUESTION, ANSWER, PAGE = range(4)
ROW = 48  # pixels: two lines, three of Korean
_BLOCK = 64  # rows read at once
_KEPT = 1024  # rows remembered
_RANGES = 48  # so many separate insertions are told one by one; more are a new table
_ICONS = {review.ACCEPTED: ("check", "good"), review.REJECTED: ("close", "bad"), review.ASKED: ("waiting", "warning")}
_Role = Qt.ItemDataRole


class PairsTable(QAbstractTableModel):
    """Rows are pairs in reading order. `refused` says why a text could not be taken over, `edited` that one was.

    `refresh` brings it up to what the store holds: rows come and go one by one, so that what is selected stays so.
    """

    refused = Signal(str)
    edited = Signal()

    def __init__(self, project: Project) -> None:
        super().__init__()
        self.project = project
        self.wanted = Filter(spare=False)
        self.ids: list[int] = []
        self.names_documents = False  # with several documents the page says of which
        self._places: dict[int, int] | None = None
        self._rows: OrderedDict[int, Listed] = OrderedDict()
        self._icons: dict[str, QIcon] = {}

    # -- what the store holds --------------------------------------------------------------------------------

    def show(self, wanted: Filter) -> None:
        """Other pairs."""
        self.wanted = wanted
        self.refresh()

    def refresh(self) -> None:
        """Read the numbers anew and forget the words."""
        found = review.ids(self.project, self.wanted)
        self._rows.clear()
        if found != self.ids and not self._grow(found):
            self.beginResetModel()
            self._set(found)
            self.endResetModel()
        if self.ids:
            self.dataChanged.emit(self.index(0, STATE), self.index(len(self.ids) - 1, PAGE))

    def _set(self, ids: list[int]) -> None:
        self.ids, self._places = ids, None

    def _grow(self, found: list[int]) -> bool:
        """Tell insertions and removals range by range; False when the order changed or there are too many."""
        wanted, known = set(found), set(self.ids)
        gone = runs(number for number, id in enumerate(self.ids) if id not in wanted)
        new = runs(number for number, id in enumerate(found) if id not in known)
        if len(gone) + len(new) > _RANGES or not known & wanted:
            return False
        if [id for id in self.ids if id in wanted] != [id for id in found if id in known]:
            return False
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._set(self.ids[:first] + self.ids[last + 1 :])
            self.endRemoveRows()
        for first, last in new:
            self.beginInsertRows(QModelIndex(), first, last)
            self._set(self.ids[:first] + found[first : last + 1] + self.ids[first:])
            self.endInsertRows()
        return True

    def pair(self, row: int) -> Listed | None:
        """The pair of a row; None when it is gone from the store meanwhile."""
        if not 0 <= row < len(self.ids):
            return None
        id = self.ids[row]
        if id not in self._rows:
            start = row - row % _BLOCK
            self._rows.update(review.listed(self.project, self.ids[start : start + _BLOCK]))
            while len(self._rows) > _KEPT:
                self._rows.popitem(last=False)
        return self._rows.get(id)

    def row_of(self, id: int) -> int:
        """Where a pair stands, or -1."""
        if self._places is None:
            self._places = {id: row for row, id in enumerate(self.ids)}
        return self._places.get(id, -1)

    # -- Qt's side --------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """All pairs that fit."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """State, question, answer, page."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """The columns' names."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return (self.tr("State"), self.tr("Question"), self.tr("Answer"), self.tr("Page"))[section]
        if orientation == Qt.Orientation.Horizontal and role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Questions and answers are edited in place."""
        found = super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren
        return found | Qt.ItemFlag.ItemIsEditable if index.column() in (QUESTION, ANSWER) else found

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What one cell shows."""
        if role == _Role.SizeHintRole:
            return QSize(0, ROW)
        if role not in (
            _Role.DisplayRole,
            _Role.EditRole,
            _Role.DecorationRole,
            _Role.ToolTipRole,
            _Role.ForegroundRole,
        ):
            return None
        pair = self.pair(index.row())
        if pair is None:
            return None
        if role == _Role.DecorationRole:
            return self._icon(pair.state) if index.column() == STATE else None
        if role == _Role.ForegroundRole:
            return None if pair.state == review.ACCEPTED else theme.quiet()
        if role == _Role.ToolTipRole and index.column() == STATE:
            return engine_text(pair.detail) or None
        return self._text(pair, index.column())

    def _text(self, pair: Listed, column: int) -> str:
        if column == QUESTION:
            return pair.question
        if column == ANSWER:
            return pair.answer or ""
        if column == STATE:
            return "\n".join(filter(None, (state_text(self, pair.state), reason_text(pair.reason))))
        page = "" if pair.page is None else f"{pair.page:,}"
        return "\n".join(filter(None, (page, pair.document if self.names_documents else "")))

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """A person worded a question anew, or corrected an answer, which is that of all wordings of its fact."""
        pair = self.pair(index.row())
        if pair is None or role != _Role.EditRole:
            return False
        texts = {"question": value} if index.column() == QUESTION else {"answer": value}
        try:
            changed = review.edit(self.project, pair.id, **texts)
        except HoneError as error:
            self.refused.emit(f"{engine_text(error.title)}. {engine_text(error.hint)}")
            return False
        except sqlite3.OperationalError:
            self.refused.emit(self.tr("The project is being written to. Try again in a moment."))
            return False
        if changed:
            self._rows.clear()
            self.dataChanged.emit(self.index(0, STATE), self.index(len(self.ids) - 1, PAGE))
            self.edited.emit()
        return changed

    def forget_looks(self) -> None:
        """The window turned dark or light."""
        self._icons.clear()

    def _icon(self, state: str) -> QIcon:
        if state not in self._icons:
            name, meaning = _ICONS.get(state, _ICONS[review.ASKED])
            icon = theme.icon(name, 16, theme.colour(meaning))
            marked = QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText)
            icon.addPixmap(theme.icon(name, 16, marked).pixmap(16, 16), QIcon.Mode.Selected)
            self._icons[state] = icon
        return self._icons[state]


def state_text(table: PairsTable, state: str) -> str:
    """A state as people say it."""
    names = {
        review.ACCEPTED: table.tr("Accepted"),
        review.REJECTED: table.tr("Rejected"),
        review.ASKED: table.tr("Waiting"),
    }
    return names.get(state, table.tr("Spare"))


def reason_text(reason: str) -> str:
    """The name of a check as people say it; `person` is no check."""
    if reason == review.BY_HAND:
        return QCoreApplication.translate("PairsTable", "by hand")
    return engine_text(reason.replace("_", " ")) if reason else ""


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of numbers that follow each other, first and last."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
