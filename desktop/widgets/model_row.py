"""One model of a list: its name, its figures, where it lies, and what can be done with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop import known_models, theme
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.reveal import reveal, reveal_text
from desktop.wording import path_text, size_text
from desktop.words import engine_text
from engine import models
from engine.errors import HoneError

if TYPE_CHECKING:
    from desktop.known_models import Choice


class ModelRow(QWidget):
    """Begins with what the list knows; `look` reads the model's header and fills in the rest."""

    forgotten = Signal(str)  # the value of its choice
    delete_wanted = Signal(str)  # the name in the catalogue of what Hone downloaded itself

    def __init__(self, choice: Choice, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice, self.kind, self.looked = choice, kind, False
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
        text = QVBoxLayout()
        text.setSpacing(2)
        for line in (self.name, self.figures, self.place):
            text.addWidget(line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(text, 1)
        self.show_button = self._button("folder", reveal_text(), lambda: reveal(choice.value))
        if name := known_models.downloaded_name(choice.value):
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
