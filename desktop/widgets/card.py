"""A framed group of rows, each with its name on the left and what belongs to it on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme


class Card(QFrame):
    """Rows with rules between them, as in the settings of the system."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def add(self, widget: QWidget) -> None:
        """A row of its own make."""
        if self._rows.count():
            rule = QFrame()
            rule.setProperty("role", "rule")
            rule.setFixedHeight(1)
            self._rows.addWidget(rule)
        widget.setContentsMargins(16, 12, 16, 12)
        self._rows.addWidget(widget)

    def add_row(self, name: str, note: str | QLabel = "", *controls: QWidget) -> None:
        """A name, a quiet line under it, and controls at the right; the first one is called by the name."""
        text = QVBoxLayout()
        text.setSpacing(2)
        title = QLabel(name)
        text.addWidget(title)
        if note:
            line = QLabel(note) if isinstance(note, str) else note
            line.setWordWrap(isinstance(note, str))
            theme.as_quiet(line)
            text.addWidget(line)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addLayout(text, 1)
        for control in controls:
            layout.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        if controls:
            title.setBuddy(controls[0])
            controls[0].setAccessibleName(controls[0].accessibleName() or name)
            controls[0].setAccessibleDescription(note if isinstance(note, str) else "")
        self.add(row)

    def add_text(self, text: str) -> QLabel:
        """A paragraph; its links open in the browser."""
        label = QLabel(text)
        label.setWordWrap(True)
        label.setOpenExternalLinks(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.add(label)
        return label


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: Card(),
            lambda w, s: w.add_text("Nothing leaves this computer."),
            lambda w, s: w.add_row("Language", "At once"),
        )
    )
