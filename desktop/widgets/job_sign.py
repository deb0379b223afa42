"""How far a page's own job is: a bar, a line, and the button that stops it, laid out by the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from desktop import theme
from desktop.job_runner import WAITING
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.progress_bar import ProgressBar
from desktop.wording import progress_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.job_queue import JobQueue
    from desktop.job_runner import JobRun
    from engine.events import Progress


class JobSign(QObject):
    """Follows the first job with one of the names, also one that runs or waits already; hidden without one.

    `changed` tells that another job is followed, or none; `advanced` that the job got on. `beginning` says what a job
    does before it knows how much there is to do, `line` what it does then.
    """

    changed = Signal()
    advanced = Signal()

    def __init__(
        self,
        queue: JobQueue,
        names: tuple[str, ...],
        parent: QObject,
        *,
        beginning: Callable[[JobRun], str],
        line: Callable[[JobRun, str], str] = lambda job, progress: progress,
    ) -> None:
        super().__init__(parent)
        self.job: JobRun | None = None
        self._queue, self._names, self._beginning, self._line = queue, names, beginning, line
        self.bar = ProgressBar(self.tr("Progress"))
        self.detail, self.stop = ElidedLabel(), QPushButton(self.tr("Stop"))
        theme.as_quiet(self.detail)
        self.stop.clicked.connect(self._on_stop)
        queue.changed.connect(self.attach)

    def attach(self) -> None:
        """Look which job it is now."""
        job = self._queue.of(*self._names)
        if job is not None and job is not self.job:
            job.progressed.connect(self._on_progress)
            job.began.connect(self._show)
        self.job = job
        self._show()

    def _show(self) -> None:
        job = self.job
        for widget in (self.bar, self.detail, self.stop):
            widget.setVisible(job is not None)
        if job is not None:
            self.stop.setEnabled(not job.cancelling)
            self.bar.setRange(0, 0)
            if job.cancelling:
                self.detail.setText(self.tr("Stopping…"))
            elif job.state == WAITING:
                self.detail.setText(self.tr("Waits until the job before it has ended."))
            else:
                self.detail.setText(self._beginning(job))
                if job.progress is not None:
                    self._on_progress(job.progress)
        self.changed.emit()

    def _on_progress(self, progress: Progress) -> None:
        if progress.done and self.job is not None:
            self.bar.show_done(progress.done, progress.total or 0)
            if not self.job.cancelling:
                self.detail.setText(self._line(self.job, progress_text(progress, stage=False)))
        self.advanced.emit()

    def _on_stop(self) -> None:
        if self.job is not None:
            self.job.cancel()
            self._show()
