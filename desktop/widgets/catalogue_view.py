"""The catalogue: models that can be downloaded, by what they are for, with what is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QVBoxLayout, QWidget

from desktop import failure, preferences, theme
from desktop.widgets.card import Card
from desktop.widgets.catalogue_row import CatalogueRow
from desktop.widgets.segments import Segments
from desktop.wording import size_text
from desktop.words import engine_text
from engine import events, memory_fit, models
from engine.errors import HoneError
from engine.models import library
from engine.models.catalogue import EMBEDDER, entries, find

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from desktop.session import Session

SHOWN = "catalogue"  # the preference of what was looked at last
_GEMMA = "https://ai.google.dev/gemma/terms"


class CatalogueView(QWidget):
    """Downloads go on when it is gone; made anew, it shows them."""

    changed = Signal()  # another model is here, or one is no more

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.rows: dict[str, CatalogueRow] = {}
        self.kinds = Segments(
            {
                models.WRITER: self.tr("Writers"),
                models.BASE: self.tr("Base Models"),
                EMBEDDER: self.tr("Search"),
            },
            self.tr("What the models are for"),
        )
        self.kinds.select(preferences.get(SHOWN, models.WRITER))
        self.kinds.chosen.connect(self._on_kind)
        self.about = QLabel()
        self.about.setWordWrap(True)
        theme.as_quiet(self.about)
        top = QHBoxLayout()
        top.addWidget(self.kinds)
        top.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.TIGHT)
        self._column.addLayout(top)
        self._column.addWidget(self.about)
        self._card = Card()
        self._column.addWidget(self._card)
        session.downloads.changed.connect(self._on_queue)
        session.downloads.told.connect(self._on_told)
        self._fill()

    def ask_delete(self, name: str) -> QMessageBox:
        """Ask before gigabytes go that took long to come or to make."""
        copy = next((copy for copy in library.made() if copy.name == name), None)
        entry = copy or find(name)
        box = QMessageBox(self.window())
        box.setObjectName("delete-model")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Delete {0}?").format(entry.title))
        if isinstance(entry, library.Copy):
            size, said = library.size(entry.path), self.tr("{0} of the disk are free then. It can be made again.")
        else:
            size = library.size(library.place(entry)) or library.begun(entry)
            said = self.tr("{0} of the disk are free then. It can be downloaded again.")
        box.setInformativeText(said.format(size_text(size)))
        box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(
            lambda: self._delete(name)
        )
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.open()
        return box

    def download(self, name: str) -> None:
        """Fetch a model, or go on with it; one that is too large only after a question."""
        entry = find(name)
        try:
            memory_fit.check(entry)
        except HoneError as error:
            self._ask_anyway(name, error)
            return
        self._submit(name)

    def _fill(self) -> None:
        self.rows.clear()
        old, self._card = self._card, Card()
        self._column.replaceWidget(old, self._card)
        old.hide()
        old.deleteLater()
        kind = self.kinds.selected
        self.about.setText(self._about(kind))
        for entry in entries():
            if entry.kind == kind:
                row = CatalogueRow(entry, self.session.downloads.get(entry.name))
                row.download_wanted.connect(self.download)
                row.pause_wanted.connect(self._pause)
                row.delete_wanted.connect(self.ask_delete)
                row.use_wanted.connect(self._use)
                self.rows[entry.name] = row
                self._card.add(row)
        if any(row.entry.licence == "Gemma" for row in self.rows.values()):
            link = f'<a href="{_GEMMA}">{_GEMMA.removeprefix("https://")}</a>'
            said = self.tr("Gemma: its terms forbid some uses, and go with what is trained from it ({0}).")
            self._card.add_text(said.format(link))

    def _about(self, kind: str) -> str:
        texts = {
            models.WRITER: self.tr("They write the pairs, on this computer. Larger ones make fewer mistakes."),
            models.BASE: self.tr("They are trained on the pairs. Small ones learn in minutes, larger ones know more."),
            EMBEDDER: self.tr("They find pages by what they mean, also in other words than the question's."),
        }
        return texts[kind]

    def _submit(self, name: str, *, anyway: bool = False) -> None:
        self.session.downloads.fetch(name, self.tr("Downloading {0}").format(find(name).title), anyway=anyway)

    def _ask_anyway(self, name: str, error: HoneError) -> None:
        box = QMessageBox(self.window())
        box.setObjectName("too-large")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(engine_text(error.title))
        box.setInformativeText(engine_text(error.hint))
        anyway = box.addButton(self.tr("Download Anyway"), QMessageBox.ButtonRole.AcceptRole)
        anyway.clicked.connect(lambda: self._submit(name, anyway=True))
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.open()

    def _pause(self, name: str) -> None:
        if (run := self.session.downloads.get(name)) is not None:
            run.cancel()
            self.rows[name].follow(self.session.downloads.get(name))

    def _delete(self, name: str) -> None:
        try:
            library.delete(name)
        except HoneError as error:
            failure.show_error(self.window(), error)
        self.changed.emit()

    def _use(self, name: str) -> None:
        """Make the project's pages searchable by this model."""
        path = str(library.place(find(name)))
        self.session.submit("index", self.tr("Making the pages searchable"), embedder=path)

    def _on_kind(self, kind: str) -> None:
        preferences.put(SHOWN, kind)
        self._fill()

    def _on_queue(self) -> None:
        for name, row in self.rows.items():
            row.follow(self.session.downloads.get(name))

    def _on_told(self, run: JobRun, event: events.Event) -> None:
        if isinstance(event, events.Finished):
            self.changed.emit()


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(CatalogueView))
