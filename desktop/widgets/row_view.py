"""A look at what is trained: rows of the newest dataset, each rendered by the engine when nothing else runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.widgets.nothing import nothing
from desktop.widgets.trained_row import TrainedRow
from engine.errors import HoneError
from engine.project import datasets

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from desktop.session import Session
    from engine.events import Artifact

_SETTLE_MS = 200  # of several steps through the rows only the last is rendered


class RowView(QWidget):
    """`base` is the model whose template is used, `dataset_fields` what a dataset is made with here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.base = "starter"
        self.dataset_fields: dict[str, Any] = {}
        self.row = TrainedRow()
        self.make = QPushButton(self.tr("Make the Dataset"))
        self.make.clicked.connect(self._on_make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.stack.addWidget(nothing(
            self.tr("No dataset yet"),
            self.tr("Its rows can be looked at once it is made; training makes it, too."),
            self.make,
        ))  # fmt: skip
        self.stack.addWidget(self.row)
        layout.addWidget(self.stack)
        self._job: JobRun | None = None
        self._asked: tuple[Any, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._ask)
        self.row.wanted.connect(lambda _: self._timer.start())
        session.queue.changed.connect(self._on_queue)
        session.closing.connect(self._timer.stop)

    def refresh(self) -> None:
        """Show how many rows there are, and the wanted one."""
        dataset = self._dataset()
        self.stack.setCurrentIndex(0 if dataset is None else 1)
        self.row.set_total(dataset.counts.get("train", 0) if dataset is not None else 0)
        self._ask()

    def _ask(self) -> None:
        dataset = self._dataset()
        if dataset is None or not self.isVisible():
            return
        wanted = (dataset.id, self.base, self.row.number.value())
        if wanted == self._asked:
            return
        if self._job is not None:
            self._job.cancel()
            return
        if (running := self.session.queue.running) is not None:
            self.row.say(self.tr("The row is shown as soon as this is done: {0}.").format(running.title))
            return
        self._asked = wanted
        self._job = self.session.submit("styles", self.tr("Showing a row"), base=self.base, row=wanted[2])
        self._job.made.connect(self._on_made)
        self._job.ended.connect(self._on_ended)

    def _on_made(self, artifact: Artifact) -> None:
        if artifact.kind == "styles" and artifact.data:
            self.row.show_row(artifact.data)

    def _on_ended(self) -> None:
        self._job = None
        self._timer.start()

    def _on_queue(self) -> None:
        if self.session.queue.running is None and self.isVisible():
            self._timer.start()

    def _on_make(self) -> None:
        self.session.submit("dataset", self.tr("Making the dataset"), **self.dataset_fields)

    def _dataset(self) -> datasets.Dataset | None:
        try:
            return datasets.latest(self.session.project)
        except HoneError:
            return None


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(RowView, lambda w, s: w.refresh()))
