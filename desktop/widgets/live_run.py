"""What a training job has told so far, for as long as it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.job_runner import JobRun
    from engine.events import Artifact, Metric, Progress

Point = tuple[float, float]


class LiveRun(QObject):
    """Collects curves and newest figures of a job; `changed` comes once for each batch of news."""

    changed = Signal()
    stored = Signal()  # a checkpoint with its numbers is in the store
    ended = Signal(object)  # the job's last event

    def __init__(self, job: JobRun, number: int | None, parent: QObject | None = None) -> None:
        """`number` is the run's, where it is known already."""
        super().__init__(parent)
        self.job, self.number = job, number
        self.total = job.progress.total or 0 if job.progress else 0
        self.progress: Progress | None = job.progress
        self.curves: dict[str, dict[float, float]] = {"train_loss": {}, "val_loss": {}}
        self.newest: dict[str, float] = {}
        job.began.connect(self.stored)
        job.measured.connect(self._on_measured)
        job.progressed.connect(self._on_progressed)
        job.made.connect(self._on_made)
        job.ended.connect(self.ended)

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
        self.changed.emit()

    def _on_progressed(self, progress: Progress) -> None:
        self.progress, self.total = progress, progress.total or self.total
        self.changed.emit()

    def _on_made(self, artifact: Artifact) -> None:
        if artifact.data and "run" in artifact.data:
            self.number = artifact.data["run"]
            self.total = artifact.data.get("iterations", self.total)
            self.changed.emit()
