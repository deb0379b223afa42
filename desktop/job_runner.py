"""One job under way, and the one place where its events become Qt signals."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from engine import events, jobs
from engine.worker import run_in_fresh_worker

if TYPE_CHECKING:
    from collections.abc import Callable

    Runner = Callable[[str, dict[str, Any], jobs.Emit, jobs.Cancel], None]

FRAME_MS = 33  # how often what arrived is handed on: streamed text looks fluent, and no event floods the window
_FIGURES = 3  # frames: nobody reads figures faster

_AFTER_FIGURES = (events.Artifact, *events.TERMINAL)
WAITING, RUNNING, ENDED = "waiting", "running", "ended"


class JobRun(QObject):
    """A job as the window knows it. A thread supervises the child; a timer hands on what it told.

    Texts and metrics come in batches, in order; of several `Progress` only the newest is handed on. Metrics and
    progress come ten times a second. The terminal event is the last signal, after everything else.
    """

    began = Signal()
    progressed = Signal(object)  # events.Progress
    logged = Signal(object)  # events.Log
    measured = Signal(list)  # of events.Metric
    wrote = Signal(list)  # of events.Text
    made = Signal(object)  # events.Artifact
    ended = Signal(object)  # events.Finished, Failed or Cancelled

    def __init__(
        self,
        name: str,
        fields: dict[str, Any],
        title: str,
        parent: QObject | None = None,
        *,
        runner: Runner | None = None,
    ) -> None:
        """`name` and `fields` are those of the job's spec, `title` is what the person sees of it."""
        super().__init__(parent)
        self.name, self.fields, self.title = name, fields, title
        self.state = WAITING
        self.after: JobRun | None = None  # what has to finish first
        self.quiet = False  # the page that asked for the job shows its failure itself
        self.progress: events.Progress | None = None
        self.result: events.Event | None = None
        self.texts: list[events.Text] = []  # all that was handed on, for a page that is made meanwhile
        self.artifacts: list[events.Artifact] = []  # as well
        self._runner = runner or run_in_fresh_worker
        self._cancel = jobs.Cancel()
        self._inbox: deque[events.Event] = deque()
        self._metrics: list[events.Metric] = []
        self._newest: events.Progress | None = None  # not handed on yet, as the metrics
        self._frames = 0
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.hand_on)

    @property
    def cancelling(self) -> bool:
        """Whether it was asked to stop and has not yet."""
        return self._cancel.cancelled and self.state != ENDED

    def start(self) -> None:
        """Run it on a thread of its own."""
        self.state = RUNNING
        self.began.emit()
        self._thread = threading.Thread(target=self._work, name=f"job {self.name}", daemon=True)
        self._thread.start()
        self._timer.start()

    def cancel(self) -> None:
        """Ask it to stop; one that does not answer is killed after the grace period. What is waiting ends at once."""
        self._cancel.cancel()
        if self.state == WAITING:
            self._end(events.Cancelled())

    def join(self, seconds: float) -> bool:
        """Wait for the thread, as when the window closes; whether it ended."""
        if self._thread is not None:
            self._thread.join(seconds)
            return not self._thread.is_alive()
        return True

    def hand_on(self) -> None:
        """Emit what arrived since the last frame."""
        arrived = [self._inbox.popleft() for _ in range(len(self._inbox))]
        texts = [event for event in arrived if isinstance(event, events.Text)]
        self._metrics += [event for event in arrived if isinstance(event, events.Metric)]
        for event in arrived:
            self._newest = event if isinstance(event, events.Progress) else self._newest
        if texts:
            self.texts.extend(texts)
            self.wrote.emit(texts)
        if self._frames % _FIGURES == 0 or any(isinstance(event, _AFTER_FIGURES) for event in arrived):
            self._hand_on_figures()
        self._frames += 1
        for event in arrived:
            if isinstance(event, events.Log):
                self.logged.emit(event)
            elif isinstance(event, events.Artifact):
                self.artifacts.append(event)
                self.made.emit(event)
            elif isinstance(event, events.TERMINAL):
                self._end(event)

    def _hand_on_figures(self) -> None:
        metrics, self._metrics = self._metrics, []
        newest, self._newest = self._newest, None
        if metrics:
            self.measured.emit(metrics)
        if newest is not None:
            self.progress = newest
            self.progressed.emit(newest)

    def _end(self, event: events.Event) -> None:
        self._timer.stop()
        self.state, self.result = ENDED, event
        self.ended.emit(event)

    def _work(self) -> None:
        try:
            self._runner(self.name, self.fields, self._inbox.append, self._cancel)
        except OSError as error:
            why = error.strerror or error
            hint = f"{why}. Close other programs and start the step again; nothing that was done is lost."
            self._inbox.append(events.Failed("The job could not be started", hint, repr(error)))
