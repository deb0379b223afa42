"""One quiet line about some jobs: how far the running one is, then the last it had to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import theme
from desktop.widgets.elided import ElidedLabel
from desktop.wording import progress_text
from desktop.words import engine_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.job_queue import JobQueue
    from desktop.job_runner import JobRun
    from engine.events import Log, Progress


class JobLine(ElidedLabel):
    """Follows the jobs of the given names, also one that runs already; empty while there is nothing to say."""

    def __init__(self, queue: JobQueue, *names: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("job-line")
        theme.as_quiet(self)
        self._queue, self._names = queue, names
        self._run: JobRun | None = None
        self._said: list[str] = []
        queue.changed.connect(self._on_queue)
        self._on_queue()

    def say(self, text: str) -> None:
        """Show a sentence until a job has news."""
        self._said = [text] if text else []
        self._show_said()

    def _on_queue(self) -> None:
        run = self._queue.running
        if run is not None and (run.name not in self._names or run is self._run):
            return
        if run is None:
            self._run = None
            self._show_said()
            return
        if self._run is None:
            self._said = []
        self._run = run
        run.progressed.connect(self._on_progress)
        run.logged.connect(self._on_log)
        self._show(run.title + "…")
        if run.progress is not None:
            self._on_progress(run.progress)

    def _on_progress(self, progress: Progress) -> None:
        if self._run is not None:
            self._show(f"{self._run.title}: {progress_text(progress)}")

    def _on_log(self, log: Log) -> None:
        if self._run is not None and self._run.name == self._names[0]:
            self._said.append(engine_text(log.text))

    def _show_said(self) -> None:
        self._show(self._said[-1] if self._said else "")

    def _show(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(lambda session: JobLine(session.queue, "train"), lambda w, s: s.submit("train", "Training"))
    )
