"""What a training job has told so far, for as long as it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.job_runner import JobRun
    from engine.events import Artifact, Event, Metric, Progress

Point = tuple[float, float]
_PAUSE_MS = 100  # between two news; an iteration of a small model takes less


class LiveRun(QObject):
    """Collects curves and newest figures of a job; `changed` tells of news, at once after a pause."""

    changed = Signal()
    stored = Signal()  # a checkpoint with its numbers is in the store
    ended = Signal(object)  # the job's last event

    def __init__(self, job: JobRun, number: int | None, parent: QObject | None = None) -> None:
        """`number` is the run's, where it is known already."""
        super().__init__(parent)
        self.job, self.number = job, number
        self.progress: Progress | None = None
        self.total = 0
        self.curves: dict[str, dict[float, float]] = {"train_loss": {}, "val_loss": {}}
        self.newest: dict[str, float] = {}
        self._untold = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell_rest)
        job.began.connect(self.stored)
        job.measured.connect(self._on_measured)
        job.progressed.connect(self._on_progressed)
        job.made.connect(self._on_made)
        job.ended.connect(self._on_ended)
        if job.progress is not None:
            self._on_progressed(job.progress)

    def merged(self, name: str, stored: Iterable[Point]) -> list[Point]:
        """A curve of the store with what came since."""
        known: dict[float, float] = dict(stored)
        known.update(self.curves[name])
        return sorted(known.items())

    @property
    def best(self) -> Point | None:
        """The lowest valid loss that this job told."""
        told = [(at, value) for at, value in self.curves["val_loss"].items() if at]
        return min(told, key=lambda point: point[1]) if told else None

    def _on_measured(self, batch: Sequence[Metric]) -> None:
        durable = False
        for metric in batch:
            self.newest[metric.name] = metric.value
            if metric.name in self.curves:
                self.curves[metric.name][metric.iteration] = metric.value
            durable = durable or metric.name == "peak_memory"
        if durable:
            self.stored.emit()
        self._tell()

    def _on_progressed(self, progress: Progress) -> None:
        if progress.stage == "train":  # others count rows
            self.progress, self.total = progress, progress.total or self.total
            self._tell()

    def _on_made(self, artifact: Artifact) -> None:
        if artifact.data and "run" in artifact.data:
            self.number = artifact.data["run"]
            self.total = artifact.data.get("iterations", self.total)
            self.changed.emit()

    def _on_ended(self, last: Event) -> None:
        self._pause.stop()
        self._tell_rest()
        self.ended.emit(last)

    def _tell(self) -> None:
        self._untold = True
        if not self._pause.isActive():
            self._tell_rest()

    def _tell_rest(self) -> None:
        """What came since the last news; then nothing for a moment."""
        if self._untold:
            self._untold = False
            self._pause.start()
            self.changed.emit()
