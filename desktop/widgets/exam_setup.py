"""The way into an exam: which tuned model, what is asked, start and stop, and how far it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import known_models, theme
from desktop.job_runner import WAITING
from desktop.widgets.exam_options import ExamOptions
from desktop.widgets.leak_line import LeakLine
from desktop.wording import moment_text, progress_text
from engine.project import datasets, runs

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from desktop.session import Session
    from engine.events import Progress
    from engine.project.runs import Run


class ExamSetup(QWidget):
    """Submits the job, and follows one that runs already. `advanced` tells that more answers are in the store."""

    advanced = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._job: JobRun | None = None
        self._runs: dict[int, Run] = {}
        self.run = QComboBox()
        self.run.setAccessibleName(self.tr("Tuned model"))
        self.run.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.run.currentIndexChanged.connect(self._on_run)
        self.more = QToolButton(autoRaise=True)
        self.more.setCheckable(True)
        self.more.setText(self.tr("Advanced"))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.options = ExamOptions()
        self.options.changed.connect(self._enable)
        self.more.toggled.connect(self._on_more)
        self.start = theme.primary(self.tr("Run Exam"))
        self.start.setObjectName("run-exam")
        self.start.clicked.connect(lambda: self.submit())
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setToolTip(self.tr("Answers so far are kept; the exam can go on later."))
        self.stop.clicked.connect(self._on_stop)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(self.tr("Progress of the exam"))
        self.detail = QLabel()
        theme.as_quiet(self.detail)
        self.leaks = LeakLine()
        self._lay_out()
        self._on_more(False)
        session.queue.changed.connect(self._attach)
        self._attach()

    def refresh(self) -> None:
        """Show the tuned models there are now; the chosen one stays chosen."""
        found = {run.id: run for run in reversed(runs.runs(self.session.project)) if run.best_iteration is not None}
        if found.keys() != self._runs.keys():
            kept = self.run.currentData()
            self.run.blockSignals(True)
            self.run.clear()
            for run in found.values():
                self.run.addItem(run_text(run), run.id)
            self.run.setCurrentIndex(max(self.run.findData(kept), 0))
            self.run.blockSignals(False)
        self._runs = found
        self._on_run()

    def submit(self, fields: dict[str, Any] | None = None) -> None:
        """Start the exam of the chosen run, or with the fields of one that shall go on."""
        if self._job is not None:
            return
        asked = fields or {"run": self.run.currentData(), **self.options.values()}
        self.session.submit("exam", self.tr("Exam"), **asked)

    def _attach(self) -> None:
        """Follow the exam that runs or waits, if there is one."""
        job = self.session.queue.of("exam")
        if job is not None and job is not self._job:
            job.progressed.connect(self._on_progress)
            job.began.connect(self._show_job)
        self._job = job
        self._show_job()

    def _show_job(self) -> None:
        job = self._job
        for widget in (self.bar, self.detail, self.stop):
            widget.setVisible(job is not None)
        self.start.setVisible(job is None)
        self._enable()
        if job is None:
            return
        self.stop.setEnabled(not job.cancelling)
        self.bar.setRange(0, 0)
        if job.cancelling:
            self.detail.setText(self.tr("Stopping…"))
        elif job.state == WAITING:
            self.detail.setText(self.tr("Waits until the job before it has ended."))
        else:
            self.detail.setText(self.tr("Loading the models…"))
            if job.progress is not None:
                self._on_progress(job.progress)

    def _on_progress(self, progress: Progress) -> None:
        if progress.done:
            self.bar.setRange(0, progress.total or 0)
            self.bar.setValue(progress.done)
            if self._job is not None and not self._job.cancelling:
                self.detail.setText(progress_text(progress, stage=False))
        self.advanced.emit()

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._show_job()

    def _on_run(self) -> None:
        run = self._runs.get(self.run.currentData())
        if run is not None:
            dataset = datasets.get(self.session.project, run.dataset_id)
            self.options.show_counts(dataset.counts)
            self.leaks.show_report(dataset.leaks)
        else:
            self.leaks.show_report(None)
        self._enable()

    def _on_more(self, on: bool) -> None:
        self.options.setVisible(on)
        self.more.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)

    def _enable(self) -> None:
        idle = self._job is None
        self.options.setEnabled(idle)
        self.run.setEnabled(idle)
        self.start.setEnabled(idle and bool(self._runs) and self.options.asks_something())
        asks = self.options.asks_something()
        self.start.setToolTip("" if asks else self.tr("Choose some questions under Advanced first."))

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Tuned model:"))
        label.setBuddy(self.run)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(label)
        row.addWidget(self.run)
        row.addWidget(self.more)
        row.addStretch()
        row.addWidget(self.detail)
        row.addWidget(self.stop)
        row.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT + 2)
        layout.addLayout(row)
        layout.addWidget(self.leaks)
        layout.addWidget(self.bar)
        layout.addWidget(self.options)


def run_text(run: Run) -> str:
    """A run in a line: its number, its base and when it was made."""
    base = known_models.title(str(json.loads(run.spec).get("base") or run.base))
    return " · ".join((QCoreApplication.translate("run", "Run {0}").format(run.id), base, moment_text(run.created_at)))


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(ExamSetup, lambda w, s: w.refresh()))
