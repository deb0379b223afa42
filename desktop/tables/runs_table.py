"""The runs of a project as a table, the newest first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPalette

from desktop import known_models, theme
from desktop.wording import moment_text
from desktop.words import engine_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from engine.project.runs import Run

NUMBER, BASE, PRESET, ITERATIONS, BEST, STATE, DATE = range(7)
RUNNING, FINISHED, STOPPED, FAILED, INTERRUPTED = "running", "finished", "stopped", "failed", "interrupted"
_MARKS = {RUNNING: "running", FINISHED: "check", STOPPED: "stop", FAILED: "attention", INTERRUPTED: "attention"}
_Index = QModelIndex | QPersistentModelIndex


class RunsTable(QAbstractTableModel):
    """Number, base, preset, iterations, best valid loss, state and date of each run."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runs: list[Run] = []
        self._live: int | None = None

    def show_runs(self, runs: Sequence[Run], live: int | None) -> None:
        """Show these runs; `live` is the one that is being trained now."""
        found = list(reversed(runs))
        self._live = live
        if [run.id for run in found] != [run.id for run in self.runs]:
            self.beginResetModel()
            self.runs = found
            self.endResetModel()
        elif found:
            self.runs = found
            self.dataChanged.emit(self.index(0, 0), self.index(len(found) - 1, DATE))

    def state(self, run: Run) -> str:
        """How a run stands; one that says it runs while nothing trains it was interrupted."""
        if run.id == self._live:
            return RUNNING
        return INTERRUPTED if run.state == RUNNING else run.state

    def row_of(self, number: int | None) -> int:
        """The row of a run, or -1."""
        return next((row for row, run in enumerate(self.runs) if run.id == number), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """One for each run."""
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Seven."""
        return 0 if parent.isValid() else DATE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        names = (
            self.tr("Run"),
            self.tr("Base"),
            self.tr("Preset"),
            self.tr("Iterations"),
            self.tr("Best valid loss"),
            self.tr("State"),
            self.tr("Started"),
        )
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, sign and alignment of a cell."""
        run = self.runs[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(run, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATE:
            return _mark(_MARKS.get(self.state(run), "attention"))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return None

    def _text(self, run: Run, column: int) -> str:
        if column == NUMBER:
            return str(run.id)
        if column == BASE:
            return base_title(run)
        if column == PRESET:
            return engine_text(str(json.loads(run.spec).get("preset", ""))).capitalize()
        if column == ITERATIONS:
            return f"{run.iterations:,}"
        if column == BEST:
            return "–" if run.best_val_loss is None else f"{run.best_val_loss:.3f}"
        return self.state_text(run) if column == STATE else moment_text(run.created_at)

    def state_text(self, run: Run) -> str:
        """How a run stands, in words."""
        words = {
            RUNNING: self.tr("Training"),
            FINISHED: self.tr("Finished"),
            STOPPED: self.tr("Stopped"),
            FAILED: self.tr("Failed"),
            INTERRUPTED: self.tr("Interrupted"),
        }
        if run.stopped_early is not None and self.state(run) == FINISHED:
            return self.tr("Stopped early")
        return words.get(self.state(run), run.state)


def base_title(run: Run) -> str:
    """What the base of a run is called."""
    return known_models.title(str(json.loads(run.spec).get("base", run.base)))


def _mark(name: str) -> QIcon:
    """A sign that can be seen in a chosen row too."""
    found, chosen = theme.icon(name, 14), QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText)
    for scale in (1, 2, 3):
        pixmap = theme.picture(name, 14 * scale, chosen)
        pixmap.setDevicePixelRatio(scale)
        found.addPixmap(pixmap, QIcon.Mode.Selected)
    return found


def _alignment(column: int) -> Qt.AlignmentFlag:
    right = column in (ITERATIONS, BEST)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
