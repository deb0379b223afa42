"""How replies are drawn: the chat's options with their own words and ranges, and the system prompt."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.spec_form import SpecForm
from desktop.words import engine_text
from engine.chat import ChatSpec

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = ("temperature", "top_p", "repetition_penalty", "max_tokens", "seed", "remember")
# Pairs are trained one at a time: after other questions small models answer worse. Hence off unless wanted.
DEFAULTS: dict[str, Any] = {"remember": False}
_SETTLE_MS = 300
_SYSTEM_HEIGHT = 96


class ChatOptions(QWidget):
    """`changed` tells that the person changed `values`; after typing it waits a moment."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fields = {field.name: field for field in dataclasses.fields(ChatSpec)}
        self.form = SpecForm(ChatSpec, NAMES)
        title = QLabel(engine_text(fields["system"].metadata["title"]).rstrip("."))
        self.system = QPlainTextEdit()
        self.system.setObjectName("system")
        self.system.setTabChangesFocus(True)
        self.system.setFixedHeight(_SYSTEM_HEIGHT)
        self.system.setAccessibleName(title.text())
        title.setBuddy(self.system)
        help = QLabel(engine_text(fields["system"].metadata["help"]))
        remember = QLabel(engine_text(fields["remember"].metadata["help"]))
        for label in (help, remember):
            theme.as_quiet(label)
            label.setWordWrap(True)
        self.reset = QPushButton(self.tr("Reset to Defaults"))
        self.reset.clicked.connect(self._on_reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        layout.addWidget(self.form)
        layout.addWidget(remember)
        layout.addSpacing(theme.GAP)
        layout.addWidget(title)
        layout.addWidget(self.system)
        layout.addWidget(help)
        layout.addSpacing(theme.GAP)
        layout.addWidget(self.reset)
        layout.addStretch(1)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        self.form.changed.connect(self._on_form)
        self.system.textChanged.connect(self._on_system)
        self.set_values(DEFAULTS)

    def values(self) -> dict[str, Any]:
        """All that is not the spec's own default."""
        system = self.system.toPlainText().strip()
        return {**self.form.values(), **({"system": system} if system else {})}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these values; what is not named has the default of the spec."""
        for editor in (self.form, self.system):
            editor.blockSignals(True)
        self.form.set_values({name: value for name, value in values.items() if name in NAMES})
        self.system.setPlainText(str(values.get("system", "")))
        for editor in (self.form, self.system):
            editor.blockSignals(False)
        self._show_reset()

    def show_system(self, trained: str) -> None:
        """Name the system prompt that is used when none is given: the one of the run's rows."""
        self.system.setPlaceholderText(trained or self.tr("None, as in training"))

    def _on_form(self) -> None:
        self._show_reset()
        self.changed.emit()

    def _on_system(self) -> None:
        self._show_reset()
        self._settle.start()

    def _on_reset(self) -> None:
        self.set_values(DEFAULTS)
        self._settle.stop()
        self.changed.emit()

    def _show_reset(self) -> None:
        self.reset.setEnabled(self.values() != DEFAULTS)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: ChatOptions()))
