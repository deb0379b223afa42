"""One model that can be downloaded: what it is, whether it fits this computer, and how far its download is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.job_runner import WAITING
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.model_row import parameters_text
from desktop.widgets.progress_bar import ProgressBar
from desktop.wording import language_name, progress_text, size_text
from engine import memory_fit
from engine.models import library
from engine.models.catalogue import EMBEDDER

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from engine.events import Metric, Progress
    from engine.models.catalogue import Entry

_LANGUAGES = 3
_SIGNS = {
    memory_fit.FITS: ("check", "good"),
    memory_fit.TIGHT: ("attention", "warning"),
    memory_fit.TOO_LARGE: ("close", "bad"),
}


class CatalogueRow(theme.Tinted, QWidget):
    """Asks its page to do things, by its entry's name, and follows the job that does them."""

    download_wanted = Signal(str)
    pause_wanted = Signal(str)
    delete_wanted = Signal(str)
    use_wanted = Signal(str)

    def __init__(self, entry: Entry, run: JobRun | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry, self._speed = entry, 0.0
        self._run: JobRun | None = None
        uses = memory_fit.uses(entry)
        self.fit = next(iter(uses.values()))
        self.setObjectName(f"catalogue-{entry.name}")
        self.name, self.figures, self.sign, self.fits = ElidedLabel(entry.title), QLabel(), QLabel(), QLabel()
        self.bar, self.line = ProgressBar(self.tr("Progress of the download")), ElidedLabel(at_end=True)
        self.act, self.use = QPushButton(), QPushButton(self.tr("Use in This Project"))
        self.drop = QToolButton(autoRaise=True)
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.figures.setText(figures_text(entry))
        self.fits.setText(fit_text(self.fit))
        self.fits.setToolTip(uses_text(uses))
        self.fits.setAccessibleDescription(uses_text(uses))
        for label in (self.figures, self.line):
            theme.as_quiet(label)
        for label in (self.figures, self.fits):
            label.setWordWrap(True)
        theme.set_role(self.fits, "quiet" if self.fit.state == memory_fit.FITS else _SIGNS[self.fit.state][1])
        self.drop.setToolTip(self.tr("Delete…"))
        self.drop.setAccessibleName(tr("{0}: {1}").format(self.tr("Delete…"), entry.title))
        self.use.setAccessibleName(tr("{0}: {1}").format(self.use.text(), entry.title))
        self.act.clicked.connect(self._on_act)
        self.drop.clicked.connect(lambda: self.delete_wanted.emit(entry.name))
        self.use.clicked.connect(lambda: self.use_wanted.emit(entry.name))
        self.paint_icons()
        self._lay_out()
        self.follow(run)

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        icon, role = _SIGNS[self.fit.state]
        self.sign.setPixmap(theme.icon(icon, 16, theme.colour(role)).pixmap(16, 16))
        self.drop.setIcon(theme.icon("remove", 16))

    def follow(self, run: JobRun | None) -> None:
        """Show how things are, and what the job tells from now on; None when none is under way."""
        if run is not None and run is not self._run:
            run.began.connect(self._show)
            run.progressed.connect(self._on_progress)
            run.measured.connect(self._on_measured)
        self._run = run
        self._show()

    def _lay_out(self) -> None:
        fit = QHBoxLayout()
        fit.setSpacing(6)
        fit.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        fit.addWidget(self.fits, 1)
        text = QVBoxLayout()
        text.setSpacing(3)
        for line in (self.name, self.figures):
            text.addWidget(line)
        text.addLayout(fit)
        for widget in (self.bar, self.line):
            text.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(text, 1)
        for button in (self.use, self.drop, self.act):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _show(self) -> None:
        run, entry = self._run, self.entry
        here, begun = library.is_here(entry), library.begun(entry)
        stopping = run is not None and run.cancelling
        if run is not None:
            self.act.setText(self.tr("Pausing…") if stopping else self.tr("Pause"))
        else:
            self.act.setText(self.tr("Resume") if begun else self.tr("Download"))
        self.act.setAccessibleName(tr("{0}: {1}").format(self.act.text(), entry.title))
        self.act.setEnabled(not stopping)
        self.act.setHidden(here)
        self.drop.setHidden(run is not None or not (here or begun))
        self.use.setHidden(not here or entry.kind != EMBEDDER)
        self.bar.setHidden(here or (run is None and not begun))
        self.line.setHidden(not (here or begun or run))
        if here:
            self.line.setText(self.tr("Downloaded"))
        elif run is not None and run.state == WAITING:
            self.bar.show_done(begun, entry.weight)
            self.line.setText(self.tr("Waits until the download before it is done"))
        elif run is not None and run.progress is not None:
            self._on_progress(run.progress)
        elif run is not None:
            self.bar.setRange(0, 0)
            self.line.setText(self.tr("Connecting…"))
        else:
            self.bar.show_done(begun, entry.weight)
            here_now = self.tr("{0} of {1} are here").format(size_text(begun), size_text(entry.weight))
            self.line.setText(here_now)

    def _on_act(self) -> None:
        wanted = self.download_wanted if self._run is None else self.pause_wanted
        wanted.emit(self.entry.name)

    def _on_measured(self, metrics: list[Metric]) -> None:
        self._speed = metrics[-1].value

    def _on_progress(self, progress: Progress) -> None:
        self.bar.show_done(progress.done, progress.total or 0)
        speed = self.tr("{0} a second").format(size_text(self._speed)) if self._speed else ""
        self.line.setText(" · ".join(filter(None, (progress_text(progress), speed))))


def figures_text(entry: Entry) -> str:
    """Size, languages and licence on a line."""
    spoken = [name for code in entry.languages if (name := language_name(code))]
    languages = ", ".join(spoken[:_LANGUAGES])
    if more := len(spoken) - _LANGUAGES:
        languages = tr("{0} and {1} more").format(languages, more) if more > 0 else languages
    size = size_text(entry.weight)
    parts = (
        tr("Recommended") if entry == memory_fit.best(entry.kind) else "",
        size if entry.bytes else tr("about {0}").format(size),
        parameters_text(entry.parameters),
        languages,
        entry.licence,
    )
    return " · ".join(filter(None, parts))


def fit_text(fit: memory_fit.Fit) -> str:
    """Whether the computer's memory is enough, with the bytes."""
    needed, comfortable, memory = (size_text(size) for size in (fit.needed, fit.comfortable, fit.memory))
    if fit.state == memory_fit.FITS:
        return tr("Fits this computer: needs {0} of {1} memory").format(comfortable, memory)
    if fit.state == memory_fit.TIGHT:
        return tr("Tight: needs {0} of {1} memory, so it is slower; close other programs").format(needed, memory)
    return tr("Too large: needs {0} of memory, and this computer has {1}").format(needed, memory)


def uses_text(uses: dict[str, memory_fit.Fit]) -> str:
    """What each thing that the model is used for needs of memory, on a line of its own."""
    said = {
        memory_fit.WRITING: tr("Writing pairs: {0} of memory, {1} at least"),
        memory_fit.TRAINING: tr("Training: {0} of memory, {1} at least"),
        memory_fit.CHAT: tr("Chat: {0} of memory with all four sides, {1} at least"),
        memory_fit.SEARCH: tr("Search: {0} of memory"),
    }
    return "\n".join(said[use].format(size_text(fit.comfortable), size_text(fit.needed)) for use, fit in uses.items())


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("catalogue", text)


if __name__ == "__main__":
    from desktop import preview
    from engine.models.catalogue import entries

    raise SystemExit(preview.show(lambda session: CatalogueRow(entries()[0])))
