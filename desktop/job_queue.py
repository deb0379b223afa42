"""One heavy job at a time: two models at once would not fit into memory. The others wait where one can see them.

Beside them one job may run that the person turns on and off: the server for other programs.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.job_runner import WAITING, JobRun
from engine import events
from engine.worker import Worker, run_in_fresh_worker

if TYPE_CHECKING:
    from desktop.job_runner import Runner
    from engine import jobs

WARM = frozenset({"chat"})  # jobs whose child stays, with its model loaded
_LEAVE_SECONDS = 12.0  # longer than the grace period of a child


class WarmWorker:
    """A child that is kept between jobs; made anew when it died. Used by one thread at a time."""

    def __init__(self) -> None:
        self._worker: Worker | None = None
        self._lock = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The child's process id, when there is one."""
        return self._worker.pid if self._worker else None

    def run(self, name: str, fields: dict[str, Any], emit: jobs.Emit, cancel: jobs.Cancel) -> None:
        """Run a job in the kept child."""
        with self._lock:
            if self._worker is not None and not self._worker.is_alive:
                self._close()
            self._worker = self._worker or Worker()
            worker = self._worker
            worker.run(name, fields, emit, cancel)

    def close(self) -> None:
        """Let the child go, and its memory with it."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._worker is not None:
            self._worker.close()
            self._worker = None


class JobQueue(QObject):
    """Jobs in the order in which they were asked for; the first one runs."""

    changed = Signal()  # what runs or waits
    told = Signal(object, object)  # JobRun, event: a job made something (Artifact) or ended

    def __init__(self, parent: QObject | None = None, *, runner: Runner | None = None) -> None:
        """`runner` stands in for the children, as one that plays a recording."""
        super().__init__(parent)
        self._runs: list[JobRun] = []
        self._stand_in = runner
        self._warm = WarmWorker()
        self.beside: JobRun | None = None  # runs until it is ended, whatever the queue does

    @property
    def running(self) -> JobRun | None:
        """The job that runs now."""
        return self._runs[0] if self._runs else None

    @property
    def waiting(self) -> list[JobRun]:
        """Those that come after it."""
        return self._runs[1:]

    def of(self, *names: str) -> JobRun | None:
        """The first running or waiting job with one of these names."""
        return next((run for run in self._runs if run.name in names), None)

    def submit(self, name: str, fields: dict[str, Any], title: str, *, after: JobRun | None = None) -> JobRun:
        """Start a job, or put it at the end of the queue. `title` is what the person sees, as "Reading documents".

        A job that comes `after` another is given up when that one does not finish: without it, it could only fail.
        """
        run = JobRun(name, fields, title, self, runner=self._runner(name))
        run.after = after
        run.made.connect(lambda event: self.told.emit(run, event))
        run.ended.connect(lambda event: self._on_ended(run, event))
        self._runs.append(run)
        if len(self._runs) == 1:
            run.start()
        self.changed.emit()
        return run

    def start_beside(self, name: str, fields: dict[str, Any], title: str) -> JobRun:
        """Start a job that waits for others to come, as a server does: nothing waits for it, and it for nothing."""
        self.beside = run = JobRun(name, fields, title, self, runner=self._stand_in)
        run.ended.connect(lambda event: self._on_beside_ended(run))
        run.start()
        return run

    def rest(self) -> None:
        """Let the warm child go while nothing runs."""
        if not self._runs:
            self._warm.close()

    def close(self) -> None:
        """Cancel everything and wait until the children are gone."""
        runs = [*self._runs, *([self.beside] if self.beside else [])]
        self._runs, self.beside = [], None
        for run in reversed(runs):
            run.blockSignals(True)
            run.cancel()
        for run in runs:
            run.join(_LEAVE_SECONDS)
        self._warm.close()

    def _runner(self, name: str) -> Runner:
        if self._stand_in is not None:
            return self._stand_in
        if name in WARM:
            return self._warm.run

        def alone(name: str, fields: dict[str, Any], emit: jobs.Emit, cancel: jobs.Cancel) -> None:
            self._warm.close()  # its model would stand in the way of another
            run_in_fresh_worker(name, fields, emit, cancel)

        return alone

    def _on_beside_ended(self, run: JobRun) -> None:
        if self.beside is run:
            self.beside = None
        run.deleteLater()

    def _on_ended(self, run: JobRun, event: events.Event) -> None:
        if run in self._runs:
            self._runs.remove(run)
        self.told.emit(run, event)
        if not isinstance(event, events.Finished):
            for waiting in [found for found in self._runs if found.after is run and found.state == WAITING]:
                waiting.cancel()
        if self._runs and self._runs[0].state == WAITING:
            self._runs[0].start()
        self.changed.emit()
        run.deleteLater()


class Downloads(JobQueue):
    """Models of the catalogue on their way here, one after another, while other jobs go on: they take no memory."""

    def fetch(self, name: str, title: str, *, anyway: bool = False) -> JobRun:
        """Put one at the end; `anyway` if it is too large for this machine as well."""
        return self.submit("download", {"name": name, "anyway": anyway}, title)

    def get(self, name: str) -> JobRun | None:
        """The running or waiting download of a model."""
        return next((run for run in self._runs if run.fields["name"] == name), None)
