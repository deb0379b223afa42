"""The page "Models": the writers and bases that Hone knows on this machine, and the way to add more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop import failure, known_models, opening, theme
from desktop.pages.page import Page
from desktop.widgets.card import Card
from desktop.widgets.catalogue_view import CatalogueView
from desktop.widgets.drop_area import DropArea
from desktop.widgets.model_row import ModelRow
from desktop.widgets.sections import Sections
from engine import events, models
from engine.errors import HoneError
from engine.models import library

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent

    from desktop.job_runner import JobRun


class ModelDrop(DropArea):
    """Takes models; a click asks for a file of one."""

    wanted = Signal()

    def choose(self) -> None:
        """The page knows the two dialogs."""
        self.wanted.emit()


class ModelsPage(Page):
    """Lists are read from disk whenever the page is seen; headers one after another, so that nothing stalls."""

    name = "models"

    def build(self) -> None:
        """Make the parts that stay."""
        self._rows: list[ModelRow] = []
        self._removed: known_models.Choice | None = None
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_next)
        self.drop = ModelDrop(
            self.tr("Drop a model here"), self.tr("A GGUF file to write pairs, or a model folder to train")
        )
        self.drop.setMinimumHeight(104)
        self.drop.icon.setPixmap(theme.icon("models", 32, theme.quiet()).pixmap(32, 32))
        self.drop.dropped.connect(self.add)
        self.drop.wanted.connect(self.ask_file)
        self.setAcceptDrops(True)
        self.body.addWidget(self.drop)
        self.body.addLayout(self._buttons())
        self.sections = Sections()
        self.body.addWidget(self.sections, 1)
        self.session.queue.changed.connect(self._on_queue)
        self.session.queue.told.connect(self._on_told)

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: other programs may have changed what is there."""
        super().showEvent(event)
        self.list_models()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The whole page takes models, so that none is read as a document."""
        if opening.dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        event.acceptProposedAction()
        self.add(opening.dropped(event.mimeData()))

    def add(self, paths: Iterable[Path]) -> None:
        """Put models on the lists; the first that is none is told in a sheet."""
        for path in paths:
            try:
                known_models.add(path)
            except HoneError as error:
                failure.show_error(self.window(), error)
                break
        self._say_removed(None)
        self.list_models()

    def ask_file(self) -> None:
        """Ask for a writer."""
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Add a Writer"), "", self.tr("GGUF models (*.gguf)"))
        if file:
            self.add([Path(file)])

    def ask_folder(self) -> None:
        """Ask for a base."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Add a Base Model"))
        if folder:
            self.add([Path(folder)])

    def list_models(self) -> None:
        """Make the lists anew."""
        try:
            library.added()
        except HoneError as error:
            failure.show_error(self.window(), error)
        self.sections.clear()
        self._rows.clear()
        writers, bases = (
            self._card(known_models.writers(), models.WRITER),
            self._card(known_models.bases(), models.BASE),
        )
        self.sections.add_section(
            self.tr("Writers"),
            writers,
            note=self.tr("They write the pairs. For real work choose an Instruct model with 3 billion parameters."),
        )
        self.sections.add_section(
            self.tr("Base Models"),
            bases,
            note=self.tr("They are trained on the pairs and then answer in Compare, Exam and Export."),
        )
        self.catalogue = CatalogueView(self.session)
        self.catalogue.changed.connect(lambda: QTimer.singleShot(0, self, self.list_models))  # not from within it
        self.sections.add_section(self.tr("Get Models"), self.catalogue)
        self._reading.start()

    def make_copy(self, value: str, bits: int) -> None:
        """Make a copy of a base in few bits, when the jobs before it are done."""
        title = self.tr("Making a {0}-bit copy of {1}").format(bits, known_models.title(value))
        self.session.submit("convert", title, folder=value, bits=bits)

    def undo_remove(self) -> None:
        """Put back what was taken off the list last."""
        if self._removed is not None:
            known_models.restore(self._removed.value)
        self._say_removed(None)
        self.list_models()

    def _buttons(self) -> QHBoxLayout:
        file, folder = QPushButton(self.tr("Add GGUF File…")), QPushButton(self.tr("Add Model Folder…"))
        file.setObjectName("add-file")
        folder.setObjectName("add-folder")
        file.clicked.connect(self.ask_file)
        folder.clicked.connect(self.ask_folder)
        self.notice = QLabel()
        theme.as_quiet(self.notice)
        self.undo = QPushButton(theme.icon("undo", 16), self.tr("Undo"))
        self.undo.setObjectName("undo")
        self.undo.clicked.connect(self.undo_remove)
        row = QHBoxLayout()
        for widget in (file, folder):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.notice)
        row.addWidget(self.undo)
        self._say_removed(None)
        return row

    def _card(self, choices: list[known_models.Choice], kind: str) -> QWidget:
        card = Card()
        for choice in choices:
            row = ModelRow(choice, kind)
            row.forgotten.connect(self._on_forgotten)
            row.copy_wanted.connect(self.make_copy)
            row.follow(self._copying(choice.value))
            row.delete_wanted.connect(lambda name: self.catalogue.ask_delete(name))
            self._rows.append(row)
            card.add(row)
        return card

    def _copying(self, value: str) -> JobRun | None:
        """The job that makes a copy of a model, where there is one."""
        queue = self.session.queue
        runs = [run for run in (queue.running, *queue.waiting) if run is not None and run.name == "convert"]
        return next((run for run in runs if run.fields["folder"] == value), None)

    def _on_queue(self) -> None:
        for row in self._rows:
            row.follow(self._copying(row.choice.value))

    def _on_told(self, run: JobRun, event: events.Event) -> None:
        if run.name == "convert" and isinstance(event, events.Finished):
            QTimer.singleShot(0, self, self.list_models)

    def _read_next(self) -> None:
        """Read the header of one model; the events in between keep the window fluid."""
        waiting = next((row for row in self._rows if not row.looked), None)
        if waiting is None:
            self._reading.stop()
        else:
            waiting.look()

    def _on_forgotten(self, value: str) -> None:
        row = next(row for row in self._rows if row.choice.value == value)
        known_models.forget(value)
        self._say_removed(row.choice)
        QTimer.singleShot(0, self, self.list_models)  # not from within the row that goes

    def _say_removed(self, choice: known_models.Choice | None) -> None:
        self._removed = choice
        shown = "" if choice is None else self.tr("Removed {0} from the list; it stays on disk.").format(choice.title)
        self.notice.setText(self.notice.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, 380))
        self.notice.setToolTip(shown)
        self.undo.setVisible(choice is not None)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(ModelsPage))
