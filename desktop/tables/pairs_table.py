"""The pairs of a project as a table: numbers of all that fit at once, their words only as they come into sight."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette

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
_BLOCK = 16  # rows read at once
_FIRST = 32  # rows of another table that are read with it
_KEPT = 1024  # rows remembered
_RANGES = 12  # so many separate insertions are told one by one; more are a new table
_ICONS = {review.ACCEPTED: ("check", "good"), review.REJECTED: ("close", "bad"), review.ASKED: ("waiting", "warning")}
_Role = Qt.ItemDataRole
_SHOWN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_EDITED = _SHOWN | Qt.ItemFlag.ItemIsEditable
_TOLD = (_Role.DisplayRole, _Role.EditRole, _Role.DecorationRole, _Role.ToolTipRole, _Role.ForegroundRole)


@dataclass(frozen=True, slots=True)
class News:
    """What a look at the store found beside the `known` numbers: ranges that are gone or new, or another table.

    `places` tells the row of each of `ids`, `rows` what the store says now of the pairs that are seen, and of the
    first ones of another table.
    """

    wanted: Filter
    known: list[int]
    ids: list[int]
    places: dict[int, int]
    rows: dict[int, Listed]
    gone: list[tuple[int, int]]
    new: list[tuple[int, int]]
    other: bool = False


def look(project: Project, wanted: Filter, known: list[int], seen: list[int]) -> News:
    """What is new beside the known numbers; may be asked on any thread, with a project of its own."""
    ids, rows = review.ids(project, wanted), review.listed(project, seen)
    places = {id: row for row, id in enumerate(ids)}
    if ids == known:
        return News(wanted, known, ids, places, rows, [], [])
    first = review.listed(project, ids[:_FIRST])
    if not known:
        return News(wanted, known, ids, places, first, [], [], other=True)
    before = set(known)
    gone = runs(row for row, id in enumerate(known) if id not in places)
    new = runs(row for row, id in enumerate(ids) if id not in before)
    moved = [id for id in known if id in places] != [id for id in ids if id in before]
    other = moved or len(gone) + len(new) > _RANGES or before.isdisjoint(places)
    return News(wanted, known, ids, places, rows | first if other else rows, gone, new, other)


class PairsTable(QAbstractTableModel):
    """Rows are pairs in reading order. `refused` says why a text could not be taken over, `edited` that one was.

    `refresh` brings it up to what the store holds, `take` to what was looked for on another thread: rows come and
    go one by one, so that what is selected stays so.
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
        self._states: dict[tuple[str, str], str] = {}  # state and reason in words; there are few
        self._hushed: QColor | None = None

    # -- what the store holds --------------------------------------------------------------------------------

    def refresh(self, wanted: Filter | None = None) -> None:
        """Show what the store holds now, of the same pairs or of others."""
        self.take(look(self.project, wanted or self.wanted, self.ids, list(self._rows)))

    def take(self, news: News) -> None:
        """Show what a look found that knew the numbers of now."""
        before, self._rows = self._rows, OrderedDict(news.rows)
        self.wanted = news.wanted
        if news.other:
            self.beginResetModel()
            self.ids = news.ids
            self.endResetModel()
        elif news.ids != self.ids:
            self._grow(news)
        self.ids, self._places = news.ids, news.places
        changed = sorted(
            news.places[id] for id, row in news.rows.items() if row != before.get(id) and id in news.places
        )
        for first, last in runs(changed):
            self.dataChanged.emit(self.index(first, STATE), self.index(last, PAGE))

    def _grow(self, news: News) -> None:
        """Tell insertions and removals range by range."""
        self._places = None
        for first, last in reversed(news.gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            self.ids = self.ids[:first] + self.ids[last + 1 :]
            self.endRemoveRows()
        for first, last in news.new:
            self.beginInsertRows(QModelIndex(), first, last)
            self.ids = self.ids[:first] + news.ids[first : last + 1] + self.ids[first:]
            self.endInsertRows()

    def pair(self, row: int) -> Listed | None:
        """The pair of a row; None when it is gone from the store meanwhile."""
        if not 0 <= row < len(self.ids):
            return None
        id = self.ids[row]
        if id not in self._rows:
            start = row - row % _BLOCK
            self._remember(self.ids[start : start + _BLOCK])
        return self._rows.get(id)

    def fetch(self, first: int, last: int) -> None:
        """Read at once what is not known of the rows that are drawn next."""
        missing = [id for id in self.ids[first : last + 1] if id not in self._rows]
        if missing:
            self._remember(missing)

    def _remember(self, ids: list[int]) -> None:
        self._rows.update(review.listed(self.project, ids))
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)

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
        return _EDITED if index.column() in (QUESTION, ANSWER) else _SHOWN

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What one cell shows."""
        if role == _Role.SizeHintRole:
            return QSize(0, ROW)
        if role not in _TOLD:
            return None
        pair = self.pair(index.row())
        if pair is None:
            return None
        if role == _Role.DecorationRole:
            return self._icon(pair.state) if index.column() == STATE else None
        if role == _Role.ForegroundRole:
            return self.drawn(index.row(), index.column())[1]
        if role == _Role.ToolTipRole and index.column() == STATE:
            return engine_text(pair.detail) or None
        return self._text(pair, index.column())

    def drawn(self, row: int, column: int) -> tuple[str, QColor | None, QIcon | None]:
        """Text, ink where it is not the palette's, and icon of a cell: asked once for each that is drawn."""
        pair = self.pair(row)
        if pair is None:
            return "", None, None
        ink = None if pair.state == review.ACCEPTED else self._quiet()
        return self._text(pair, column), ink, self._icon(pair.state) if column == STATE else None

    def _text(self, pair: Listed, column: int) -> str:
        if column == QUESTION:
            return pair.question
        if column == ANSWER:
            return pair.answer or ""
        if column == STATE:
            told = pair.state, pair.reason
            if told not in self._states:
                self._states[told] = "\n".join(filter(None, (state_text(self, pair.state), reason_text(pair.reason))))
            return self._states[told]
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
        self._hushed = None

    def _quiet(self) -> QColor:
        self._hushed = self._hushed or theme.quiet()
        return self._hushed

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
