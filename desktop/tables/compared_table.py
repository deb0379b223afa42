"""Runs beside each other as a table: how each stands, the options that differ, and what it reached."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap

from desktop import known_models, theme
from desktop.tables.rows_table import RowsTable
from desktop.tables.runs_table import RunsTable
from desktop.words import engine_text
from engine.project import compared
from engine.train import TrainSpec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

    from desktop.tables.rows_table import Index
    from engine.project.compared import Examined
    from engine.project.runs import Run

MOST = 4  # runs that are compared at once
LOOKS = (
    ("tuned", Qt.PenStyle.SolidLine),
    ("base_rag", Qt.PenStyle.DashLine),
    ("tuned_rag", Qt.PenStyle.DotLine),
    ("base", Qt.PenStyle.DashDotLine),
)
_WORDS = ("base", "preset", "method")  # options whose values are no numbers
_SIGNS = {"go": "check", "no_go": "attention", "no_difference": "equal", "too_few": "question"}


class ComparedTable(RowsTable):
    """One row for each run, the newest first; those that are ticked are compared, and drawn as `look` says."""

    chosen_changed = Signal()
    refused = Signal()  # one more than can be compared was ticked

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(("run", "state", "loss", "facts", "verdict"), parent)
        self.rows: list[Examined] = []
        self.options: list[str] = []
        self.chosen: list[int] = []
        self._states = RunsTable(self)
        self._best: dict[str, int] = {}

    def show_runs(self, found: Sequence[Examined], live: int | None) -> None:
        """Show these runs; ticked ones stay so, and where none is, the two newest that have a loss are."""
        rows = sorted(found, key=lambda each: -each.run.id)
        options = compared.differing([each.run for each in rows])
        numbers = [each.run.id for each in rows]
        self._states.show_runs([each.run for each in reversed(rows)], live)
        self.beginResetModel()
        self.rows, self.options = rows, options
        self.columns = ("run", "state", *options, "loss", "facts", "verdict")
        kept = [number for number in self.chosen if number in numbers]
        measured = [each.run.id for each in rows if each.run.best_val_loss is not None]
        self.chosen = kept if self.chosen and kept else measured[:2]
        self._best = _best(rows)
        self.endResetModel()

    def look(self, number: int) -> tuple[QColor, Qt.PenStyle]:
        """Colour and dashes of a run that is compared; told apart without colour too."""
        name, dashes = LOOKS[self.chosen.index(number) % MOST]
        return theme.colour(name), dashes

    def examined(self) -> list[Examined]:
        """The runs that are compared, in the order in which they were ticked."""
        known = {each.run.id: each for each in self.rows}
        return [known[number] for number in self.chosen if number in known]

    def choose(self, numbers: Iterable[int]) -> None:
        """Compare these runs."""
        self.chosen = list(dict.fromkeys(numbers))[:MOST]
        self._tell()

    def heading(self, column: str) -> str:
        """The column's name."""
        names = {
            "run": self.tr("Run"),
            "state": self.tr("State"),
            "loss": self.tr("Best valid loss"),
            "facts": self.tr("Key facts right"),
            "verdict": self.tr("Verdict"),
        }
        return names.get(column) or option_title(column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tick, line and sign of a cell."""
        each, column = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(each, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            return Qt.CheckState.Checked if each.run.id in self.chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            return line_icon(*self.look(each.run.id)) if each.run.id in self.chosen else line_icon(None)
        if role == Qt.ItemDataRole.DecorationRole and column == self.columnCount() - 1:
            sign = _SIGNS.get(compared.decision(each.exam))
            return line_icon(None) if sign is None else theme.icon(sign, 14)
        if role == Qt.ItemDataRole.FontRole and self._best.get(self.columns[column]) == each.run.id:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            ticked = self.tr("compared") if each.run.id in self.chosen else self.tr("not compared")
            return f"{self._text(each, 0)}, {ticked}"
        return self.alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be ticked; a fifth run cannot."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a run or take it back."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        number, on = self.rows[index.row()].run.id, Qt.CheckState(value) == Qt.CheckState.Checked
        if on and len(self.chosen) >= MOST:
            self.refused.emit()
            return False
        self.chosen = [*self.chosen, number] if on else [each for each in self.chosen if each != number]
        self._tell()
        return True

    def _tell(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        self.chosen_changed.emit()

    def _text(self, each: Examined, column: int) -> str:
        if column == 0:
            return self.tr("Run {0}").format(each.run.id)
        if column == 1:
            return self._states.state_text(each.run)
        place = column - 2
        if place < len(self.options):
            return option_text(each.run, self.options[place])
        if place == len(self.options):
            return "–" if each.run.best_val_loss is None else f"{each.run.best_val_loss:.3f}"
        if place == len(self.options) + 1:
            return self._share(compared.key_facts(each.exam))
        words = {
            "go": self.tr("Go"),
            "no_go": self.tr("No go"),
            "no_difference": self.tr("No difference"),
            "too_few": self.tr("Too few questions"),
        }
        return words.get(compared.decision(each.exam), "–")

    def _share(self, figure: dict[str, float] | None) -> str:
        if figure is None:
            return self.tr("No exam")
        if "low" not in figure:
            return f"{figure['mean']:.0%}"
        return self.tr("{0} ({1} to {2})").format(
            f"{figure['mean']:.0%}", f"{figure['low']:.0%}", f"{figure['high']:.0%}"
        )

    def in_figures(self, column: str) -> bool:
        """Losses, scores, and options that are numbers."""
        return column not in ("run", "state", "verdict", *_WORDS)


def option_title(name: str) -> str:
    """What an option is called."""
    own = {"base": tr("Base"), "dataset": tr("Dataset")}
    titles = {field.name: field.metadata.get("title", "") for field in dataclasses.fields(TrainSpec)}
    return own.get(name) or engine_text(titles.get(name) or name.replace("_", " ")).rstrip(".")


def option_text(run: Run, name: str) -> str:
    """The value of an option of a run."""
    value = compared.options(run).get(name)
    if value is None:
        return "–"
    if name == "base":
        return known_models.title(str(value))
    return value_text(value)


def value_text(value: Any) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    return f"{value:g}" if isinstance(value, int | float) else engine_text(str(value)).capitalize()


def line_icon(tint: QColor | None, dashes: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QIcon:
    """A piece of the line that a run is drawn with; empty, but as wide, for one that is not drawn."""
    size, scale = QSize(26, 14), 3
    pixmap = QPixmap(size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    if tint is not None:
        painter = QPainter(pixmap)
        painter.setPen(QPen(tint, 2.4, dashes, Qt.PenCapStyle.FlatCap))
        painter.drawLine(0, 7, 26, 7)
        painter.end()
    return QIcon(pixmap)


def _best(rows: Sequence[Examined]) -> dict[str, int]:
    """The runs with the lowest loss, where losses can be compared, and with the most key facts, of two and more."""
    found: dict[str, int] = {}
    losses = [(each.run.best_val_loss, each.run.id) for each in rows if each.run.best_val_loss is not None]
    if len(losses) > 1 and compared.losses_compare([each.run for each in rows]):
        found["loss"] = min(losses)[1]
    shares = [(figure["mean"], each.run.id) for each in rows if (figure := compared.key_facts(each.exam))]
    if len(shares) > 1:
        found["facts"] = max(shares)[1]
    return found


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("compared_table", text)
