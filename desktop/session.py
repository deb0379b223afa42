"""The open project and what every page shares of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.job_queue import Downloads
from desktop.reader import Reader
from engine import events

if TYPE_CHECKING:
    from desktop.job_queue import JobQueue
    from desktop.job_runner import JobRun
    from engine.project import Project

_SETTLE_MS = 250  # changes of the store that come in a row are shown together


class Session(QObject):
    """An open project, its queue of jobs, and the news that its store has changed.

    Pages call `submit` to have something done and `touch` after they changed the store themselves, and listen to
    `changed` to show it anew. `wanted` asks the window for another page, by name.
    """

    changed = Signal()
    failed = Signal(object)  # events.Failed of a job that is not quiet: the window shows it
    wanted = Signal(str)  # the name of a page
    run_wanted = Signal(int)  # the number of a run that shall be compared
    closing = Signal()  # the project is closed next: what waits for a moment must not ask it any more
    language_wanted = Signal(str)  # en, ko, or empty for the system's

    def __init__(
        self, project: Project, queue: JobQueue, downloads: Downloads | None = None, parent: QObject | None = None
    ) -> None:
        """`downloads` are the window's, which go on when the project is closed."""
        super().__init__(parent)
        self.project, self.queue = project, queue
        self.downloads = downloads or Downloads(self)
        self.downloads.told.connect(self._on_download_told)
        self.reader = Reader(project.path, self)
        self.passwords: dict[str, str] = {}  # of PDFs by their hash, for as long as the project is open
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        queue.told.connect(self._on_told)

    @property
    def path(self) -> str:
        """The project's folder, as specs name it."""
        return str(self.project.path)

    def submit(self, name: str, title: str, *, after: JobRun | None = None, **fields: Any) -> JobRun:
        """Queue a job on this project, given up if `after` does not finish; fields of None have their defaults."""
        given = {key: value for key, value in fields.items() if value is not None}
        return self.queue.submit(name, {"project": self.path, **given}, title, after=after)

    def touch(self) -> None:
        """Tell that the store has changed; the pages hear of it in a moment."""
        if not self._settle.isActive():
            self._settle.start()

    def go(self, page: str) -> None:
        """Ask the window to show another page."""
        self.wanted.emit(page)

    def compare(self, run: int) -> None:
        """Show the page that compares the models of a run."""
        self.go("compare")  # first: the page may not be there before
        self.run_wanted.emit(run)

    def close(self) -> None:
        """Close the project; the queue has to be empty."""
        self.closing.emit()
        self.downloads.told.disconnect(self._on_download_told)
        if self.downloads.parent() is self:
            self.downloads.close()
        self.reader.close()
        self._settle.stop()
        self.queue.told.disconnect(self._on_told)
        self.project.close()

    def _on_download_told(self, run: JobRun, event: events.Event) -> None:
        if isinstance(event, events.Failed):
            self.failed.emit(event)

    def _on_told(self, run: JobRun, event: events.Event) -> None:
        if run.fields.get("project") != self.path:
            return
        self.touch()
        if isinstance(event, events.Failed) and not run.quiet:
            self.failed.emit(event)
