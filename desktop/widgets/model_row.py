"""One model of a list: its name, its figures, where it lies, and what can be done with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop import known_models, theme
from desktop.job_runner import WAITING
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.progress_bar import ProgressBar
from desktop.widgets.reveal import reveal, reveal_text
from desktop.wording import path_text, progress_text, size_text
from desktop.words import engine_text
from engine import models
from engine.errors import HoneError

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from desktop.known_models import Choice
    from engine.events import Progress

_FULL = ("F32", "F16", "BF16")  # what a base is stored as that a smaller copy can be made of


class ModelRow(QWidget):
    """Begins with what the list knows; `look` reads the model's header and fills in the rest."""

    forgotten = Signal(str)  # the value of its choice
    delete_wanted = Signal(str)  # the name in the library of what Hone downloaded or made itself
    copy_wanted = Signal(str, int)  # the value of its choice, and the bits of a copy

    def __init__(self, choice: Choice, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice, self.kind, self.looked = choice, kind, False
        self._can_be_copied = False
        self.setObjectName("model")
        self.name, self.figures, self.place = ElidedLabel(choice.title), QLabel(choice.detail), ElidedLabel()
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.figures.setWordWrap(True)
        for line in (self.figures, self.place):
            theme.as_quiet(line)
        starter = choice.value == known_models.STARTER
        self.place.setText(path_text(Path(choice.value)))
        self.place.setHidden(starter)
        self._run: JobRun | None = None
        self.bar, self.progress = ProgressBar(self.tr("Progress of the copy")), ElidedLabel(at_end=True)
        theme.as_quiet(self.progress)
        text = QVBoxLayout()
        text.setSpacing(2)
        for part in (self.name, self.figures, self.place, self.bar, self.progress):
            text.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(text, 1)
        self.smaller, self.stop = self._copy_button(), QPushButton(self.tr("Stop"))
        self.stop.setAccessibleName(tr("{0}: {1}").format(self.stop.text(), choice.title))
        self.stop.clicked.connect(self._on_stop)
        for widget in (self.bar, self.progress, self.smaller, self.stop):
            widget.hide()
        for widget in (self.smaller, self.stop):
            layout.addWidget(widget)
        self.show_button = self._button("folder", reveal_text(), lambda: reveal(choice.value))
        if name := known_models.own_name(choice.value):
            self.remove = self._button("remove", self.tr("Delete…"), lambda: self.delete_wanted.emit(name))
        else:
            self.remove = self._button("close", self.tr("Remove from List"), lambda: self.forgotten.emit(choice.value))
        for button in (self.show_button, self.remove):
            button.setHidden(starter)
            layout.addWidget(button)

    def look(self) -> None:
        """Read the header; a model that is not what its name says is told in its place."""
        self.looked = True
        try:
            model = models.look(self.choice.value, self.kind)
        except HoneError as error:
            self.figures.setText(f"{engine_text(error.title)}. {engine_text(error.hint)}")
            theme.set_role(self.figures, "warning")
            return
        parts = [
            parameters_text(model.parameters) if model.parameters else "",
            model.quantisation,
            size_text(model.bytes),
            tr("context of {0} tokens").format(f"{model.context_length:,}") if model.context_length else "",
            model.architecture,
        ]
        said = " · ".join(filter(None, parts))
        if self.choice.value == known_models.STARTER:
            said = f"{_starter_text(self.kind)}\n{said}"
        self.figures.setText(said)
        self.setAccessibleName(f"{self.choice.title}, {said}")
        copied = self.kind == models.BASE and model.quantisation in _FULL and self.choice.value != known_models.STARTER
        self._can_be_copied = copied
        self._show()

    def follow(self, run: JobRun | None) -> None:
        """Show how far the copy is that is made of this model; None when none is."""
        if run is not None and run is not self._run:
            run.began.connect(self._show)
            run.progressed.connect(self._on_progress)
        self._run = run
        self._show()

    def _show(self) -> None:
        run = self._run
        self.smaller.setHidden(run is not None or not self._can_be_copied)
        for widget in (self.stop, self.bar, self.progress):
            widget.setHidden(run is None)
        if run is None:
            return
        stopping = run.cancelling
        self.stop.setEnabled(not stopping)
        if stopping or run.state == WAITING or run.progress is None:
            self.bar.setRange(0, 0)
            waits = self.tr("Waits until the job before it is done")
            said = waits if run.state == WAITING else self.tr("Reading the model…")
            self.progress.setText(self.tr("Stopping…") if stopping else said)
        else:
            self._on_progress(run.progress)

    def _on_progress(self, progress: Progress) -> None:
        if self._run is not None and not self._run.cancelling:
            self.bar.show_done(progress.done, progress.total or 0)
            self.progress.setText(progress_text(progress))

    def _on_stop(self) -> None:
        if self._run is not None:
            self._run.cancel()
            self._show()

    def _copy_button(self) -> QPushButton:
        button, menu = QPushButton(self.tr("Make a Smaller Copy")), QMenu(self)
        button.setObjectName("make-copy")
        button.setAccessibleName(tr("{0}: {1}").format(button.text(), self.choice.title))
        sizes = {
            4: self.tr("In 4 bits: trains in the least memory"),
            8: self.tr("In 8 bits: larger, and closer to the original"),
        }
        for bits, text in sizes.items():
            menu.addAction(text).triggered.connect(lambda _, bits=bits: self.copy_wanted.emit(self.choice.value, bits))
        button.setMenu(menu)
        return button

    def _button(self, icon: str, name: str, action: object) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setIcon(theme.icon(icon, 16))
        button.setToolTip(name)
        button.setAccessibleName(tr("{0}: {1}").format(name, self.choice.title))
        button.clicked.connect(action)
        return button


def parameters_text(count: int) -> str:
    """How many weights a model has, as people say it."""
    if count < 999.5e6:
        return tr("{0} million parameters").format(f"{count / 1e6:.0f}")
    return tr("{0} billion parameters").format(f"{count / 1e9:.1f}")


def _starter_text(kind: str) -> str:
    if kind == models.WRITER:
        return tr("Ships with Hone and needs no download: for trying out. It asks plain questions, quickly.")
    return tr("Ships with Hone, for trying out: it learns your facts in minutes, but knows nothing else.")


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("models", text)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: ModelRow(known_models.bases()[0], "base")))
