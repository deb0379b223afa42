"""Sweeps: setting one up, and following the newest or a past one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.tables.candidates_table import CandidatesTable
from desktop.widgets.job_line import JobLine
from desktop.widgets.sweep_setup import SweepSetup
from desktop.wording import time_text
from engine.errors import HoneError
from engine.project import datasets, runs, sweeps

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from desktop.session import Session
    from engine.project.sweeps import Sweep


class SweepView(QWidget):
    """`compare_wanted` gives the runs of a sweep."""

    compare_wanted = Signal(list)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setup, self.model, self.table = SweepSetup(session), CandidatesTable(self), QTableView()
        self.past, self.note = QComboBox(), QLabel()
        self.line = JobLine(session.queue, "sweep")
        self.stop, self.go_on = QPushButton(self.tr("Stop")), QPushButton(self.tr("Continue"))
        self.compare = QPushButton(self.tr("Compare Best"))
        self.stack = QStackedWidget()
        self._sweeps: list[Sweep] = []
        self._lay_out()
        self._show_sweep()
        self.setup.start_wanted.connect(self._on_start)
        self.past.currentIndexChanged.connect(self._show_sweep)
        self.stop.clicked.connect(self._on_stop)
        self.go_on.clicked.connect(self._on_go_on)
        self.compare.clicked.connect(self._on_compare)
        session.queue.changed.connect(self._show_sweep)

    @property
    def job(self) -> JobRun | None:
        """The sweep that runs or waits."""
        found = self.session.queue.of("sweep")
        return None if found is None or found.fields.get("estimate") else found

    def refresh(self) -> None:
        """Show what the store holds now."""
        newest = self._sweeps[0].id if self._sweeps else None
        self._sweeps = sweeps.sweeps(self.session.project)
        chosen = self.past.currentData()
        if self._sweeps and self._sweeps[0].id != newest:
            chosen = self._sweeps[0].id
        self.past.blockSignals(True)
        self.past.clear()
        for one in self._sweeps:
            self.past.addItem(self.tr("Sweep {0}").format(one.id), one.id)
        self.past.setCurrentIndex(max(self.past.findData(chosen), 0))
        self.past.blockSignals(False)
        self.stack.setCurrentIndex(1 if self._sweeps else 0)
        self.setup.refresh()
        self._show_sweep()

    def _chosen(self) -> Sweep | None:
        return next((one for one in self._sweeps if one.id == self.past.currentData()), None)

    def _show_sweep(self) -> None:
        one, job = self._chosen(), self.job
        running = job is not None and one is not None and one is self._sweeps[0]
        self.stop.setVisible(running)
        self.go_on.setVisible(one is not None and not running and self._waits(one))
        self.go_on.setEnabled(self.session.queue.of("train", "sweep") is None)
        self.compare.setVisible(one is not None and len(self._best(one)) > 1)
        if one is None:
            return
        losses = {run.id: run.best_val_loss for run in runs.runs(self.session.project)}
        self.model.show_candidates(one.candidates, losses)
        self.table.resizeColumnsToContents()
        ended = sum(each["state"] == sweeps.FINISHED for each in one.candidates)
        used, of = time_text(min(one.spent, 60 * one.minutes)), time_text(60 * one.minutes)
        text = self.tr("{0} of {1} runs finished · {2} of {3} used")
        self.note.setText(text.format(ended, len(one.candidates), used, of))

    def _waits(self, one: Sweep) -> bool:
        """Whether there is something left to do in it."""
        if one.dataset_id != datasets.next_id(self.session.project) - 1:
            return False
        return any(each["state"] not in (sweeps.FINISHED, sweeps.FAILED) for each in one.candidates)

    def _best(self, one: Sweep) -> list[int]:
        """Its runs by their loss."""
        made = {run.id: run.best_val_loss for run in runs.runs(self.session.project)}
        mine = [each["run"] for each in one.candidates if made.get(each["run"]) is not None]
        return sorted(mine, key=lambda number: made[number] or 0.0)

    def _on_start(self, fields: dict[str, object]) -> None:
        dataset = None
        try:
            datasets.latest(self.session.project)
        except HoneError:
            dataset = self.session.submit("dataset", self.tr("Making the dataset"))
        self.session.submit("sweep", self.tr("Sweep"), after=dataset, **fields)

    def _on_stop(self) -> None:
        if self.job is not None:
            self.job.cancel()

    def _on_go_on(self) -> None:
        """One whose time is up gets as much again."""
        one = self._chosen()
        if one is None:
            return
        asked = json.loads(one.spec)["minutes"]
        minutes = asked if one.state != sweeps.FINISHED else asked + max(self.setup.minutes.value(), 1)
        self.session.submit("sweep", self.tr("Sweep"), resume=one.id, minutes=float(minutes))

    def _on_compare(self) -> None:
        if (one := self._chosen()) is not None:
            self.compare_wanted.emit(self._best(one)[:3])

    def _lay_out(self) -> None:
        self.setup.setMinimumWidth(345)
        self.setup.setMaximumWidth(460)
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self._followed())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP + 4)
        layout.addWidget(self.setup, 4)
        layout.addWidget(self.stack, 5)

    def _empty(self) -> QWidget:
        title, text, empty = QLabel(self.tr("No sweep yet")), QLabel(), QWidget()
        text.setText(
            self.tr(
                "A sweep trains runs with different options, one after another, until its time is up. "
                "Where there is no time for all, each is trained for a part, and the best go on."
            )
        )
        theme.as_heading(title)
        theme.as_quiet(text)
        text.setWordWrap(True)
        layout = QVBoxLayout(empty)
        layout.addStretch(2)
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(3)
        return empty

    def _followed(self) -> QWidget:
        self.past.setAccessibleName(self.tr("Sweeps"))
        self.past.setObjectName("past-sweeps")
        theme.as_quiet(self.note)
        self.note.setWordWrap(True)
        self.table.setModel(self.model)
        self.table.setObjectName("candidates")
        self.table.setAccessibleName(self.tr("Runs of the sweep"))
        theme.as_table(self.table, 30)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setStyleSheet("QHeaderView::section { padding: 5px 6px; border: none; background: palette(base); }")
        top = QHBoxLayout()
        top.addWidget(self.past)
        top.addStretch()
        for button in (self.compare, self.stop, self.go_on):
            top.addWidget(button)
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT + 2)
        layout.addLayout(top)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.line)
        return box


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(SweepView, lambda w, s: w.refresh()))
