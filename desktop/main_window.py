"""The window: the start screen, or an open project with its sidebar and pages."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop import failure, opening, preferences, translation
from desktop.attention import Attention
from desktop.start import StartScreen
from engine.errors import HoneError
from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from desktop.job_queue import Downloads, JobQueue
    from desktop.job_runner import JobRun
    from desktop.session import Session
    from desktop.workspace import Workspace
    from engine import events
    from engine.project import Project


class MainWindow(QMainWindow):
    """Opens and closes projects, takes what is dropped, and asks before it leaves running work.

    What the start screen does not need, as the store, the pages and dialogs, is imported when it is wanted.
    """

    opened = Signal(object)  # Session, or None on the start screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(960, 640))
        self.resize(1280, 800)
        self._queue: JobQueue | None = None
        self._downloads: Downloads | None = None
        self.attention = Attention(self)
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self._build()

    @property
    def queue(self) -> JobQueue:
        """The jobs of what is open."""
        if self._queue is None:
            from desktop.job_queue import JobQueue

            self._queue = JobQueue(self)
            self.attention.follow(self._queue)
        return self._queue

    @property
    def downloads(self) -> Downloads:
        """Models on their way here, whatever project is open."""
        if self._downloads is None:
            from desktop.job_queue import Downloads

            self._downloads = Downloads(self)
            self._downloads.told.connect(self._on_download_told)
            self.attention.follow(self._downloads)
        return self._downloads

    def open_paths(self, paths: Iterable[str | Path]) -> None:
        """Open what was dropped, named at the start or double-clicked; without a project documents make one."""
        wanted = opening.sorted_out(paths)
        if wanted.project is not None:
            self.open_project(wanted.project, wanted.documents)
        elif wanted.documents and self.session is None:
            self.new_project(opening.project_for(wanted.documents, preferences.projects_folder()), wanted.documents)
        else:
            self._add(wanted.documents)

    def open_project(self, path: Path, documents: Sequence[Path] = ()) -> None:
        """Open a project in place of the one that is open, and add documents to it."""
        from engine.project import Project

        if self.session is not None and self.session.project.path == path.expanduser().resolve():
            self._add(documents)
        elif (project := self._opened(lambda: Project(path))) is not None:
            self._when_idle(lambda: self._enter(project, documents), project.close)

    def new_project(self, path: Path, documents: Sequence[Path] = ()) -> None:
        """Make a project, open it, and add documents to it; nothing is made while a job shall go on."""
        from engine.project import Project

        def make() -> None:
            if (project := self._opened(lambda: Project.create(path))) is not None:
                self._enter(project, documents)

        self._when_idle(make)

    def try_sample(self) -> None:
        """A new project with the sample manual."""
        path = opening.project_for([Path(self.tr("Sample"))], preferences.projects_folder())
        self.new_project(path, [resource("samples", "manual.pdf")])

    def ask_new(self) -> None:
        """Ask where a new project shall lie."""
        from PySide6.QtWidgets import QFileDialog

        from engine.project import SUFFIX

        start = opening.project_for([], preferences.projects_folder())
        with contextlib.suppress(OSError):  # then the dialog begins elsewhere, and the person chooses
            start.parent.mkdir(parents=True, exist_ok=True)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("New Project"), str(start), f"Hone (*{SUFFIX})")
        if name:
            self.new_project(Path(name))

    def ask_open(self) -> None:
        """Ask for a project's folder."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self, self.tr("Open Project"), str(preferences.projects_folder()))
        if name:
            self.open_project(Path(name))

    def ask_documents(self) -> None:
        """Ask for documents to add to the open project."""
        from PySide6.QtWidgets import QFileDialog

        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Add Documents"))
        if files:
            self.open_paths(files)

    def ask_pairs(self) -> None:
        """Ask for pairs to import into the open project."""
        if self.workspace is not None:
            self.workspace.import_pairs()

    def show_in_folder(self) -> None:
        """Open the folder in which the project lies."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if self.session is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.session.project.path.parent)))

    def show_about(self) -> None:
        """Say what this is and under which licence."""
        from PySide6.QtWidgets import QMessageBox

        text = self.tr("Teach a local language model your documents. Everything stays on this machine.")
        licence = self.tr("Apache License 2.0. Made with Qt, MLX, llama.cpp and others; see their licences.")
        QMessageBox.about(self, "Hone", f"<b>Hone</b><p>{text}</p><p>{licence}</p>")

    def close_project(self) -> None:
        """Go back to the start screen."""
        self._when_idle(self._back_to_start)

    def speak(self, language: str) -> None:
        """Show everything in another language; the open page stays, and running jobs go on."""
        preferences.put("language", language)
        translation.install()
        self._build()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave, after asking when a job runs; what it has done is kept and it goes on next time."""
        download = self._downloads.running if self._downloads is not None else None
        if self._running() is not None or download is not None:
            event.ignore()
            self._when_idle(self.close, download=download)
            return
        self._leave()
        self.attention.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Documents and projects are taken anywhere."""
        if opening.dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        self.open_paths(opening.dropped(event.mimeData()))

    def _opened(self, opens: Callable[[], Project]) -> Project | None:
        try:
            return opens()
        except HoneError as error:
            failure.show_error(self, error)
            return None

    def _add(self, documents: Sequence[Path]) -> None:
        if documents and self.workspace is not None:
            self.workspace.add_documents(documents)

    def _enter(self, project: Project, documents: Sequence[Path]) -> None:
        from PySide6.QtCore import Qt

        from desktop.session import Session

        self._leave()
        preferences.add_recent(project.path)
        self.session = Session(project, self.queue, self.downloads, self)
        self.session.failed.connect(lambda failed: failure.show(self, failed))
        # Queued, since the box that asks for it goes with its page.
        self.session.language_wanted.connect(self.speak, Qt.ConnectionType.QueuedConnection)
        self._build()
        self._add(documents)

    def _back_to_start(self) -> None:
        self._leave()
        self._build()

    def _build(self) -> None:
        """Make the widgets for what is open now."""
        page = self.workspace.page if self.workspace is not None else ""
        self._clear()
        if self.session is None:
            self.workspace = None
            self.start = StartScreen()
            self.start.dropped.connect(self.open_paths)
            self.start.new_wanted.connect(self.ask_new)
            self.start.open_wanted.connect(self.ask_open)
            self.start.sample_wanted.connect(self.try_sample)
            self.start.project_wanted.connect(self.open_project)
            self.start.model_wanted.connect(self._get_model)
            if self._downloads is not None:
                self.start.follow(self._downloads)
            self.stack.addWidget(self.start)
            self.setWindowTitle("Hone")
        else:
            from desktop.workspace import Workspace  # not needed by the start screen

            self.workspace = Workspace(self.session, page)
            self.stack.addWidget(self.workspace)
            self.setWindowTitle(self.session.project.path.stem)
        self.opened.emit(self.session)

    def _get_model(self, name: str, title: str) -> None:
        self.start.follow(self.downloads)
        self.downloads.fetch(name, title)

    def _clear(self) -> None:
        while (old := self.stack.widget(0)) is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def _when_idle(
        self,
        do: Callable[[], object],
        otherwise: Callable[[], object] = lambda: None,
        *,
        download: JobRun | None = None,
    ) -> None:
        """Do it at once, or when a job runs only after the person said that it may be stopped; else the other.

        Downloads go on when a project is left: `download` is one that would have to stop as well.
        """
        run = self._running() or download
        if run is None:
            do()
            return
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        for asked in self.findChildren(QMessageBox, "leave"):  # what is wanted last counts
            asked.reject()
        box = QMessageBox(self)
        box.setObjectName("leave")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Stop “{0}”?").format(run.title))
        box.setInformativeText(self.tr("What was done is kept, and the step goes on from there next time."))
        leave = box.addButton(self.tr("Stop and Close"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(self.tr("Keep Working"), QMessageBox.ButtonRole.RejectRole))
        box.setWindowModality(Qt.WindowModality.WindowModal)

        def decide() -> None:
            if box.clickedButton() != leave:
                otherwise()
                return
            self.queue.close()
            if download is not None:
                self.downloads.close()
            do()

        box.finished.connect(decide)
        box.open()

    def _running(self) -> JobRun | None:
        """What would have to stop if the project closed."""
        return self._queue.running if self._queue is not None else None

    def _on_download_told(self, run: JobRun, event: events.Event) -> None:
        from engine import events

        if isinstance(event, events.Failed) and self.session is None:  # an open project tells it
            failure.show(self, event)

    def _leave(self) -> None:
        """Close what is open. Its pages go with it, and its queue, so that none of them hears of the next one."""
        if self._queue is not None:
            self._queue.close()
        if self.session is not None:
            self.session.close()
            self.session.deleteLater()
            self.session = None
        self.workspace = None
        self._clear()
        if self._queue is not None:
            self.attention.forget(self._queue)
            self._queue.deleteLater()
            self._queue = None
