"""The runs of a project: a table of all, and the chosen one with its curves, live while it is trained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.tables.runs_table import BASE, FAILED, INTERRUPTED, RUNNING, STOPPED, RunsTable
from desktop.widgets.live_run import LiveRun
from desktop.widgets.nothing import nothing
from desktop.widgets.run_view import RunView, Shown
from engine.project import datasets, runs
from engine.project.samples import samples
from engine.proof.curve import warnings

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.session import Session
    from engine.project.runs import Run

_PADDING = 8


class RunsView(QWidget):
    """`resume_wanted` gives the run that shall go on; `new_wanted` asks for a new one."""

    resume_wanted = Signal(int)
    new_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.live: LiveRun | None = None
        self.model, self.table, self.view = RunsTable(self), QTableView(), RunView()
        self.stack = QStackedWidget()
        self._chosen: int | None = None
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.stop_wanted.connect(self._on_stop)
        self.view.resume_wanted.connect(self.resume_wanted)
        self.view.compare_wanted.connect(session.compare)
        self.attach()

    def attach(self) -> None:
        """Follow the training that runs or waits, whoever asked for it."""
        job = self.session.queue.of("train")
        if job is None or (self.live is not None and self.live.job is job):
            return
        self.live = LiveRun(job, job.fields.get("resume") or self._running(), self)
        self.live.changed.connect(self._on_news)
        self.live.stored.connect(self.session.touch)
        self.live.ended.connect(self._on_ended)
        self.choose(self.live.number)

    def choose(self, number: int | None) -> None:
        """Show this run; None is the newest, or while one is being prepared, that."""
        self._chosen = number
        self.refresh()

    @property
    def _coming(self) -> bool:
        """Whether a run is trained or will be, which may not be in the store yet."""
        return self.live is not None

    def refresh(self) -> None:
        """Show what the store holds now."""
        found = runs.runs(self.session.project)
        live = self.live.number if self.live is not None else self._swept()
        self.model.show_runs(found, live)
        self.table.setVisible(bool(found))
        self.stack.setCurrentIndex(1 if found or self._coming else 0)
        row = self.model.row_of(self._chosen)
        if row < 0 and self._chosen is None and not self._coming and found:
            row = 0
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags)
        else:
            self._show()

    def _show(self) -> None:
        run = self._run()
        if run is None:
            if self._coming:
                self.table.clearSelection()
                self.view.show_run(Shown(None, RUNNING, {}), self.live)
            return
        live = self.live if self.live is not None and self.live.number == run.id else None
        metrics = runs.curves(self.session.project, run.id)
        said = samples(self.session.project, run.id)
        found = warnings(metrics, run.plan)
        self.view.show_run(Shown(run, self.model.state(run), metrics, self._hindrance(run), said, found), live)

    def _run(self) -> Run | None:
        row = self.model.row_of(self._chosen)
        if row < 0 and not self._coming and self.model.runs:
            row = 0
        return self.model.runs[row] if row >= 0 else None

    def _hindrance(self, run: Run) -> str:
        """Why an unfinished run cannot go on."""
        if self.model.state(run) not in (STOPPED, INTERRUPTED, FAILED):
            return ""
        if self.session.queue.of("train", "sweep") is not None:
            return self.tr("Another run is being trained.")
        if datasets.latest(self.session.project).id != run.dataset_id:
            return self.tr("It cannot go on, since the dataset has changed: start a new run.")
        return ""

    def _running(self) -> int | None:
        """The newest run that says it is trained; only of use while one is."""
        found = [run.id for run in runs.runs(self.session.project) if run.state == RUNNING]
        waits = self.session.queue.of("train") is not self.session.queue.running
        return None if waits or not found else found[-1]

    def _swept(self) -> int | None:
        """The run that a sweep trains now."""
        job = self.session.queue.running
        if job is None or job.name != "sweep":
            return None
        return next((run.id for run in reversed(runs.runs(self.session.project)) if run.state == RUNNING), None)

    def _on_row(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid():
            self._chosen = self.model.runs[index.row()].id
            self._show()

    def _on_news(self) -> None:
        if self.live is None:
            return
        if self._chosen is None and self.live.number is not None:
            self._chosen = self.live.number
            self.session.touch()
        if self._chosen == self.live.number and self.isVisible():
            self.view.show_news(self.live)

    def _on_stop(self) -> None:
        if self.live is not None:
            self.live.job.cancel()

    def _on_ended(self) -> None:
        ended, self.live = self.live, None
        if ended is not None:
            ended.deleteLater()
        self.refresh()

    def _lay_out(self) -> None:
        self.table.setObjectName("runs")
        self.table.setAccessibleName(self.tr("Runs"))
        self.table.setModel(self.model)
        theme.as_table(self.table, 30)
        self.table.setItemDelegate(_Padded(self.table))
        self.table.setIconSize(QSize(14, 14))
        header = self.table.horizontalHeader()
        header.setStyleSheet(
            f"QHeaderView::section {{ padding: 5px {_PADDING}px; border: none; background: palette(base); }}"
        )
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(BASE, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(header.sizeHint().height() + 2 * 30 + 4)
        split = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        split.addWidget(self.view)
        split.addWidget(self.table)
        split.setStretchFactor(0, 1)
        split.setSizes([480, 130])
        split.setHandleWidth(theme.GAP)
        split.setStyleSheet("QSplitter::handle { image: none; }")
        text = self.tr("Each training is a run; they are listed here.")
        button = QPushButton(self.tr("New Run"))
        button.clicked.connect(self.new_wanted)
        self.stack.addWidget(nothing(self.tr("No run yet"), text, button))
        self.stack.addWidget(split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)


class _Padded(QStyledItemDelegate):
    """Cells with room at both sides."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground over the whole cell, what is in it inside."""
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        view: Any = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, whole, painter, view)
        inside = QStyleOptionViewItem(option)
        inside.rect = whole.rect.adjusted(_PADDING - 3, 0, 3 - _PADDING, 0)
        super().paint(painter, inside, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Wider by that room."""
        return super().sizeHint(option, index) + QSize(2 * _PADDING, 0)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(RunsView, lambda w, s: w.refresh()))
