"""One thing that can be exported: a check box, what it is good for, and its options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from desktop import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class ExportCard(QFrame):
    """A click anywhere on it chooses it. `toggled` tells that it was chosen or not any more."""

    toggled = Signal(bool)

    def __init__(self, name: str, text: str, options: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.box = QCheckBox(name)
        font = self.box.font()
        font.setBold(True)
        self.box.setFont(font)
        self.box.setAccessibleDescription(text)
        self.text, self.options = QLabel(text), options
        self._told = text
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.as_quiet(self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, theme.GAP, 16, theme.GAP)
        layout.setSpacing(theme.TIGHT)
        layout.addWidget(self.box)
        layout.addWidget(self.text)
        if options is not None:
            layout.addWidget(options)
            options.setEnabled(False)
        layout.addStretch()
        self.box.toggled.connect(self._on_toggled)

    @property
    def chosen(self) -> bool:
        """Whether it shall be exported."""
        return self.isEnabled() and self.box.isChecked()

    def allow(self, on: bool, why: str = "") -> None:
        """Let it be chosen, or say why not."""
        self.setEnabled(on)
        self.text.setText(self._told if on else why)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole card is the check box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()
            self.box.setFocus()

    def _on_toggled(self, on: bool) -> None:
        if self.options is not None:
            self.options.setEnabled(on)
        self.toggled.emit(on)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: ExportCard("Adapter", "What was learned, beside its base.")))
