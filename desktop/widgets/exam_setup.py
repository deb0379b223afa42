"""The way into an exam: which tuned model, what is asked, start and stop, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.widgets.exam_options import ExamOptions
from desktop.widgets.job_sign import JobSign
from desktop.widgets.leak_line import LeakLine
from desktop.widgets.run_choice import RunChoice
from engine.project import datasets

if TYPE_CHECKING:
    from desktop.session import Session


class ExamSetup(QWidget):
    """Submits the job, and follows one that runs already. `advanced` tells that more answers are in the store."""

    advanced = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.run = RunChoice()
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
        self.sign = JobSign(session.queue, ("exam",), self, beginning=lambda job: self.tr("Loading the models…"))
        self.bar, self.detail, self.stop = self.sign.bar, self.sign.detail, self.sign.stop
        self.bar.setAccessibleName(self.tr("Progress of the exam"))
        self.stop.setToolTip(self.tr("Answers so far are kept; the exam can go on later."))
        self.leaks = LeakLine()
        self._lay_out()
        self._on_more(False)
        self.sign.changed.connect(self._show_job)
        self.sign.advanced.connect(self.advanced)
        self.sign.attach()

    def refresh(self) -> None:
        """Show the tuned models there are now; the chosen one stays chosen."""
        self.run.refresh(self.session.project)
        self._on_run()

    def submit(self, fields: dict[str, Any] | None = None) -> None:
        """Start the exam of the chosen run, or with the fields of one that shall go on."""
        if self.sign.job is not None:
            return
        asked = fields or {"run": self.run.currentData(), **self.options.values()}
        self.session.submit("exam", self.tr("Exam"), **asked)

    def _show_job(self) -> None:
        self.start.setVisible(self.sign.job is None)
        self._enable()

    def _on_run(self) -> None:
        run = self.run.run
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
        idle = self.sign.job is None
        self.options.setEnabled(idle)
        self.run.setEnabled(idle)
        self.start.setEnabled(idle and self.run.run is not None and self.options.asks_something())
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


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(ExamSetup, lambda w, s: w.refresh()))
