"""The page "Documents": what the project was given to read, and what became of it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import opening, theme
from desktop.job_runner import WAITING
from desktop.pages.page import Page
from desktop.widgets.document_details import DocumentDetails
from desktop.widgets.documents_view import DocumentsView
from desktop.widgets.drop_area import DropArea
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.job_line import JobLine
from desktop.widgets.page_preview import PagePreview
from desktop.widgets.repository_entry import RepositoryEntry
from engine import events
from engine.project import documents as store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QResizeEvent

    from desktop.job_runner import JobRun
    from engine.project.documents import Document


class DocumentsPage(Page):
    """A table of documents; the selected one with the map of its pages, and the page that is looked at."""

    name = "documents"

    def add(self, paths: Iterable[Path]) -> None:
        """Read documents into the project, then index them."""
        self._read([str(path) for path in paths], self.tr("Reading documents"))

    def build(self) -> None:
        """A drop area while there are no documents, then the table with what belongs to it."""
        self.table, self.details = DocumentsView(), DocumentDetails()
        self.preview = PagePreview(self.session)
        self.entry = RepositoryEntry()
        self.line = JobLine(self.session.queue, "ingest", "index")
        self.total = ElidedLabel(at_end=True)
        self.drop = DropArea(
            "",
            self.tr("PDF, Word, PowerPoint, EPUB, web pages, Markdown, text, pictures, or folders of them. ")
            + self.tr("They stay on this computer."),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self._empty())
        full = self._full()
        self.stack.addWidget(full)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.line)
        buttons = full.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for first, second in pairwise((*buttons, self.table, self.details, self.preview)):
            QWidget.setTabOrder(first, second)
        self.drop.dropped.connect(self._on_dropped)
        self.drop.chosen.connect(self.add)
        self.entry.wanted.connect(self._on_repository)
        self.table.chosen.connect(self._show_chosen)
        self.table.unwanted.connect(self._on_remove)
        self.details.map.chosen.connect(self._show_page)
        self.details.unlock.connect(self._on_unlock)
        self.preview.turned.connect(lambda _, page: self.details.map.choose(page))
        self.session.queue.told.connect(self._on_told)
        self.session.queue.changed.connect(self._enable)

    def refresh(self) -> None:
        """Show what the store holds now."""
        documents = store.documents(self.session.project)
        self.stack.setCurrentIndex(1 if documents else 0)
        self._place_entry(self.stack.currentWidget())
        pages, words = sum(d.pages for d in documents), sum(d.words for d in documents)
        counted = self.tr("1 page, {1} words") if pages == 1 else self.tr("{0} pages, {1} words")
        self.total.setText(counted.format(f"{pages:,}", f"{words:,}"))
        self.table.show_documents(documents)
        self._enable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the table keeps some rows: the map scrolls sooner."""
        super().resizeEvent(event)
        self.details.map.set_most_rows(min(max((self.height() - 420) // 50, 2), 8))

    def _place_entry(self, shown: QWidget) -> None:
        """The field for a repository stands beside the button that opens it, and comes after it by keyboard."""
        layout, button = shown.layout(), shown.findChild(QPushButton, "branch")
        if self.entry.parentWidget() is shown or button is None or not isinstance(layout, QVBoxLayout):
            return
        layout.insertWidget(1, self.entry)
        entry = self.entry
        chain: tuple[QWidget, ...] = (button, entry.address, entry.patterns, entry.cancel, entry.add)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    # -- what is shown -----------------------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        """The document with the cursor: its pages, and the first of them unless one is looked at already."""
        document = self.table.current()
        self._enable()
        if document is None:
            self.details.hide()
            self.preview.clear(self.tr("Select a document to see its pages."))
            return
        self.details.show()
        self.details.show_document(document, store.pages_without_text(self.session.project, document.id))
        shown = self.preview.document
        if not document.pages:
            locked = store.wants_password(document)
            why = self.tr("It can be read with its password.") if locked else self.tr("Nothing of it could be read.")
            self.preview.clear(why)
        elif shown != document:
            same = shown is not None and shown.id == document.id
            self._show_page(min(self.preview.page, document.pages) if same else 1)
        self.details.map.choose(self.preview.page)

    def _show_page(self, number: int) -> None:
        document = self.table.current()
        if document is not None:
            self.preview.show_page(document.id, number)

    def _enable(self) -> None:
        chosen, busy = self.table.selected(), self.session.queue.running is not None
        reading = self.session.queue.of("ingest") is not None
        text = (
            self.tr("Reading your documents…")
            if reading
            else self.tr("Drop your documents here, or click to choose them")
        )
        self.drop.say(text)
        self.remove.setEnabled(bool(chosen) and not busy)
        self.again.setEnabled(bool(chosen) and all(map(_from_file, chosen)))
        self.remove.setToolTip(self.tr("Documents can be removed when no job is running.") if busy else "")
        fixed = bool(chosen) and not self.again.isEnabled()
        self.again.setToolTip(self.tr("It came from a repository, at a commit that stays.") if fixed else "")

    # -- what is done ------------------------------------------------------------------------------------------

    def _read(self, paths: list[str], title: str, **fields: Any) -> None:
        run = self.session.submit("ingest", title, paths=paths, **fields)
        run.quiet = True  # what failed stands in the table, with what to do
        if self.session.queue.of("index") is None:
            self.session.submit("index", self.tr("Indexing"))

    def _on_told(self, run: JobRun, event: events.Event) -> None:
        """A job that reads or indexes came to its end."""
        if run.name != "ingest" or not isinstance(event, events.TERMINAL):
            return
        readable = self.session.project.value("SELECT 1 FROM chunks LIMIT 1")
        waiting = self.session.queue.of("index")
        if readable is None and waiting is not None and waiting.state == WAITING:
            waiting.cancel()  # there is nothing to index
        if isinstance(event, events.Failed) and run.quiet:  # of others the window tells by itself
            self._show_failure(run, event)

    def _show_failure(self, run: JobRun, failed: events.Failed) -> None:
        """Select what could not be read; what has no row is told by the window's sheet."""
        paths = {str(Path(path).expanduser().resolve()) for path in run.fields["paths"]}
        documents = [d for d in store.documents(self.session.project) if d.source in paths]
        rows = [document for document in documents if document.state == store.FAILED]
        if not rows and self.isVisible() and self._asks_password(failed, documents):
            return
        if not rows or not self.isVisible():
            self.session.failed.emit(failed)
            return
        self.refresh()
        self.table.select([rows[-1].sha256])

    def _asks_password(self, failed: events.Failed, documents: list[Document]) -> bool:
        """Whether a document that was read once needs its password to be read again: then ask for it in place."""
        for document in documents:
            if failed.title in (store.LOCKED.format(document.name), store.WRONG_PASSWORD.format(document.name)):
                self.table.select([document.sha256])
                self.details.ask_password()
                self.line.say(self.tr("This PDF needs its password to be read again."))
                return True
        return False

    def _on_dropped(self, paths: list[Path]) -> None:
        if documents := opening.sorted_out(paths).documents:
            self.add(documents)
        else:
            self.line.say(self.tr("That is a project: open it from the File menu."))

    def _on_add_folder(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Add Folder")):
            self.add([Path(folder)])

    def _on_repository(self, address: str, patterns: list[str]) -> None:
        self._read([address], self.tr("Reading documents"), pattern=patterns)

    def _on_unlock(self, password: str) -> None:
        document = self.details.document
        if document is not None:
            self.session.passwords[document.sha256] = password
            again = document.state != store.FAILED or None
            self._read([document.source], self.tr("Reading documents"), password=password, again=again)

    def _on_again(self) -> None:
        """Read the selected ones once more; pairs could go with passages that are no longer there."""
        chosen = self.table.selected()
        if len(chosen) == 1 and store.wants_password(chosen[0]):
            self.details.ask_password()
            return

        def read() -> None:
            password = self.session.passwords.get(chosen[0].sha256) if len(chosen) == 1 else None
            sources = [document.source for document in chosen]
            self._read(sources, self.tr("Reading again"), again=True, password=password)

        if not store.dependents(self.session.project, [document.id for document in chosen]):
            read()
            return
        text = self.tr("Pairs stay where the text is still the same. Those of passages that are gone are removed.")
        self._ask(self.tr("Read {0} again?").format(self._called(chosen)), text, self.tr("Read Again"), read)

    def _on_remove(self) -> None:
        """Take the selected ones out, after asking when pairs would go with them."""
        chosen = self.table.selected()
        if not chosen or not self.remove.isEnabled():
            return

        def remove() -> None:
            for document in chosen:
                store.remove(self.session.project, document.id)
            if self.session.project.value("SELECT 1 FROM chunks LIMIT 1") is not None:
                self.session.submit("index", self.tr("Indexing"))
            self.session.touch()
            self.refresh()

        pairs = store.dependents(self.session.project, [document.id for document in chosen])
        if not pairs:
            remove()
            return
        text = self.tr("The pairs made from it are removed too: {0}. Models that are trained already stay as they are.")
        title = self.tr("Remove {0}?").format(self._called(chosen))
        self._ask(title, text.format(f"{pairs:,}"), self.tr("Remove"), remove)

    def _called(self, chosen: list[Document]) -> str:
        if len(chosen) > 1:
            return self.tr("{0} documents").format(len(chosen))
        name = chosen[0].name
        return "“" + (name if len(name) <= _LONG else f"{name[: _LONG // 2]}…{name[-_LONG // 2 :]}") + "”"

    def _ask(self, title: str, text: str, action: str, then: Callable[[], None]) -> None:
        """A sheet on this window; nothing waits for it."""
        box = QMessageBox(self.window())
        box.setObjectName("ask")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(title)
        box.setInformativeText(text)
        agreed = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        agreed.clicked.connect(then)
        box.open()

    # -- widgets -----------------------------------------------------------------------------------------------

    def _empty(self) -> QWidget:
        bar = QHBoxLayout()
        bar.setSpacing(theme.TIGHT)
        for button in self._others():
            bar.addWidget(button)
        bar.addStretch()
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.drop, 1)
        layout.addLayout(bar)
        return widget

    def _full(self) -> QWidget:
        add = self._button("add", self.tr("Add…"), self.drop.choose)
        self.remove = self._button("remove", self.tr("Remove"), self._on_remove)
        self.again = self._button("redo", self.tr("Read Again"), self._on_again)
        bar = QHBoxLayout()
        bar.setSpacing(theme.TIGHT)
        for button in (add, *self._others(), self.remove, self.again):
            bar.addWidget(button)
        bar.addWidget(self.total, 1)
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme.as_quiet(self.total)
        frame = QFrame()
        theme.set_role(frame, "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        left, across = QWidget(), QSplitter(Qt.Orientation.Horizontal)
        down = QVBoxLayout(left)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(theme.GAP)
        down.addWidget(frame, 1)
        down.addWidget(self.details)
        left.setMinimumWidth(320)
        across.setChildrenCollapsible(False)
        across.setHandleWidth(theme.GAP)
        for part in (left, self.preview):
            across.addWidget(part)
            across.setStretchFactor(across.indexOf(part), 1)
        self.preview.setMinimumWidth(280)
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addLayout(bar)
        layout.addWidget(across, 1)
        return widget

    def _others(self) -> tuple[QPushButton, QPushButton]:
        folder = self._button("folder", self.tr("Add Folder…"), self._on_add_folder)
        return folder, self._button("branch", self.tr("Add from Repository…"), self.entry.ask)

    def _button(self, icon: str, text: str, then: Callable[[], None]) -> QPushButton:
        button = QPushButton(theme.icon(icon, 16), text)
        button.setObjectName(icon)
        button.clicked.connect(lambda: then())
        return button


_AT_COMMIT = re.compile(r"@[0-9a-f]{40}:")  # a repository may be a folder here
_LONG = 60  # characters of a name in a question


def _from_file(document: Document) -> bool:
    return Path(document.source).is_absolute() and not _AT_COMMIT.search(document.source)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(DocumentsPage))
