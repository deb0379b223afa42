"""Stands where a page cannot be used yet: why, and the way to what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop import steps, theme

if TYPE_CHECKING:
    from desktop.steps import Standing


class Locked(QWidget):
    """`wanted` names the step that the person goes to instead."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("locked")
        self._way = ""
        self.icon, self.title, self.why = QLabel(), QLabel(), QLabel()
        self.why.setWordWrap(True)
        theme.as_title(self.title)
        theme.as_quiet(self.why)
        self.go = theme.primary("")
        self.go.clicked.connect(lambda: self.wanted.emit(self._way))
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.GAP)
        layout.addStretch(2)
        for label in (self.icon, self.title, self.why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addWidget(self.go, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)

    def explain(self, title: str, standing: Standing) -> None:
        """Say why the step is locked."""
        self._way = standing.way
        self.icon.setPixmap(theme.icon("lock", 40, theme.quiet()).pixmap(40, 40))
        self.title.setText(title)
        self.why.setText(standing.why)
        self.go.setText(self.tr("Go to {0}").format(steps.title(standing.way)))


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: Locked(),
            lambda w, s: w.explain("Train", steps.Standing(steps.LOCKED, "", "Write some pairs first.", "pairs")),
        )
    )
