"""What the system is told while jobs run: not to sleep, how far the work is, and that it has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    import subprocess

    from PySide6.QtWidgets import QWidget

    from desktop.job_queue import JobQueue
    from desktop.job_runner import JobRun
    from engine import events

BRIEF = frozenset({"chat", "styles", "checks", "regenerate", "plan"})  # nobody walks away while these run


class Attention(QObject):
    """Watches the queues of a window, each from `follow` on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._awake: subprocess.Popen[bytes] | None = None
        self._queues: list[JobQueue] = []

    def follow(self, queue: JobQueue) -> None:
        """Watch a queue as well."""
        self._queues.append(queue)
        queue.changed.connect(self._on_changed)
        queue.told.connect(self._on_told)
        self._on_changed()

    def forget(self, queue: JobQueue) -> None:
        """Nothing is told of it any more."""
        self._queues.remove(queue)
        queue.changed.disconnect(self._on_changed)
        queue.told.disconnect(self._on_told)
        self._on_changed()

    @property
    def keeps_awake(self) -> bool:
        """Whether the machine is being kept from sleeping."""
        return self._awake is not None

    def close(self) -> None:
        """Nothing runs any more: let the machine sleep again."""
        _count(0)
        if self._awake is not None:
            self._awake.terminate()
            self._awake.wait()
            self._awake = None

    def _on_changed(self) -> None:
        waiting = [run for queue in self._queues for run in (queue.running, *queue.waiting) if run is not None]
        long = [run for run in waiting if run.name not in BRIEF]
        if long and self._awake is None:
            self._awake = _stay_awake()
        elif not long:
            self.close()
        _count(len(long))

    def _on_told(self, run: JobRun, event: events.Event) -> None:
        from engine import events

        ended = isinstance(event, events.Finished | events.Failed)
        waiting = any(queue.waiting for queue in self._queues)
        if ended and run.name not in BRIEF and not waiting and not self._window.isActiveWindow():
            QApplication.alert(self._window)


def _count(jobs: int) -> None:
    """How many jobs the application's icon tells."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setBadgeNumber(jobs)


def _stay_awake() -> subprocess.Popen[bytes] | None:
    """A process of macOS that prevents sleep while this one lives; None elsewhere."""
    import os
    import shutil
    import subprocess

    command = shutil.which("caffeinate")
    if command is None:
        return None
    return subprocess.Popen([command, "-i", "-w", str(os.getpid())])
