"""What runs now, how far it is, what waits behind it, and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.progress_bar import ProgressBar
from desktop.wording import progress_text

if TYPE_CHECKING:
    from desktop.job_queue import JobQueue
    from desktop.job_runner import JobRun
    from engine.events import Progress


class JobBar(QFrame):
    """Shows the running job of a queue; hidden while nothing runs."""

    def __init__(self, queue: JobQueue, name: str = "job-bar", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.queue = queue
        self._run: JobRun | None = None
        self.title, self.detail, self.waiting = QLabel(), QLabel(), QLabel()
        self.bar = ProgressBar(self.tr("Progress"))
        self.stop = QToolButton(autoRaise=True)
        self.stop.setIcon(theme.icon("stop", 14))
        self.stop.setToolTip(self.tr("Stop; what was done is kept"))
        self.stop.setAccessibleName(self.tr("Stop the running job"))
        self.stop.clicked.connect(self._on_stop)
        for label in (self.detail, self.waiting):
            theme.as_quiet(label)
            label.setWordWrap(True)
        self.title.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        layout.addWidget(self.detail)
        layout.addWidget(self.waiting)
        queue.changed.connect(self._on_queue)
        self._on_queue()

    def _on_queue(self) -> None:
        run = self.queue.running
        self.setVisible(run is not None)
        if run is not None and run is not self._run:
            run.progressed.connect(self._on_progress)
            self.title.setText(run.title)
            self.bar.setRange(0, 0)
            self.detail.setText("")
            self.stop.setEnabled(True)
            if run.progress is not None:
                self._on_progress(run.progress)
        self._run = run
        names = [waiting.title for waiting in self.queue.waiting]
        self.waiting.setVisible(bool(names))
        self.waiting.setText(self.tr("Then: {0}").format(", ".join(names)))

    def _on_progress(self, progress: Progress) -> None:
        self.bar.show_done(progress.done, progress.total or 0)
        if self._run is not None and not self._run.cancelling:
            self.detail.setText(progress_text(progress))

    def _on_stop(self) -> None:
        if self._run is not None:
            self._run.cancel()
            self.stop.setEnabled(False)
            self.detail.setText(self.tr("Stopping…"))


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: JobBar(session.queue), lambda w, s: s.submit("train", "Training")))
