"""The way into an exam: which tuned model, what is asked, start and stop, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.exam_options import ExamOptions
from desktop.widgets.fold import Fold
from desktop.widgets.job_sign import JobSign
from desktop.widgets.leak_line import LeakLine
from desktop.widgets.run_choice import RunChoice
from engine.project import datasets, index

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.job_runner import JobRun
    from desktop.session import Session

_LEAST, _NARROWEST = 120, 480  # pixels of the options that are seen at least


class ExamSetup(QWidget):
    """Submits the job, and follows one that runs already. `advanced` tells that more answers are in the store."""

    advanced = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.run = RunChoice()
        self.run.currentIndexChanged.connect(self._on_run)
        self.options = ExamOptions()
        self.options.changed.connect(self._enable)
        self.fold = Fold(self.tr("Advanced"), _Scrolled(self.options))
        self.start = theme.primary(self.tr("Run Exam"))
        self.start.setObjectName("run-exam")
        self.start.clicked.connect(lambda: self.submit())
        self.sign = JobSign(
            session.queue,
            ("exam", "judge"),
            self,
            beginning=lambda job: self.tr("Loading the models…"),
            line=lambda job, progress: f"{self._stage(job)}: {progress}" if self._stage(job) else progress,
        )
        self.bar, self.detail, self.stop = self.sign.bar, self.sign.detail, self.sign.stop
        self.detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bar.setAccessibleName(self.tr("Progress of the exam"))
        self.stop.setToolTip(self.tr("Answers so far are kept; the exam can go on later."))
        self.leaks = LeakLine()
        self._lay_out()
        self.sign.changed.connect(self._show_job)
        self.sign.advanced.connect(self.advanced)
        self.sign.attach()

    def refresh(self) -> None:
        """Show the tuned models there are now; the chosen one stays chosen."""
        self.run.refresh(self.session.project)
        self.options.show_index(index.current(self.session.project) is not None)
        self._on_run()

    def submit(self, fields: dict[str, Any] | None = None) -> None:
        """Start the exam of the chosen run, or with the fields of one that shall go on."""
        if self.sign.job is not None:
            return
        asked = fields or {"run": self.run.currentData(), **self.options.values()}
        self.session.submit("exam", self.tr("Exam"), **asked)

    def judge(self, exam: int, fields: dict[str, Any]) -> None:
        """Let a judge read the replies of an exam."""
        if self.sign.job is None:
            self.session.submit("judge", self.tr("Judge"), exam=exam, **fields)

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

    def _stage(self, job: JobRun) -> str:
        """What an exam is at."""
        names = {
            "exam": self.tr("Questions"),
            "noise": self.tr("The base once more"),
            "probe": self.tr("General questions"),
            "judge": self.tr("Judging"),
        }
        return names.get(job.progress.stage, "") if job.progress is not None else ""

    def _enable(self) -> None:
        idle = self.sign.job is None
        self.options.setEnabled(idle)
        self.run.setEnabled(idle)
        self.start.setEnabled(idle and self.run.run is not None and self.options.asks_something())
        if not self.options.judge.is_complete():
            self.start.setToolTip(self.tr("Say under Advanced who judges, or choose no judge."))
        elif not self.options.asks_something():
            self.start.setToolTip(self.tr("Choose some questions under Advanced first."))
        else:
            self.start.setToolTip("")

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Tuned model:"))
        label.setBuddy(self.run)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(label)
        row.addWidget(self.run)
        row.addWidget(self.detail, 1)
        row.addStretch()
        row.addWidget(self.stop)
        row.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT + 2)
        layout.addLayout(row)
        layout.addWidget(self.leaks)
        layout.addWidget(self.bar)
        layout.addWidget(self.fold)


class _Scrolled(QScrollArea):
    """The options at their full height where there is room for it, scrolled where there is not."""

    def __init__(self, content: ExamOptions) -> None:
        super().__init__()
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._content.arrange(self.width())
        self.updateGeometry()
        super().resizeEvent(event)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(ExamSetup, lambda w, s: w.refresh()))
