"""What stands where there is nothing to show yet: what it will be, and a button that leads there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme


def nothing(title: str, line: str, button: QPushButton) -> QWidget:
    """A heading, a line and a button in the middle."""
    found, heading, text = QWidget(), QLabel(title), QLabel(line)
    theme.as_heading(heading)
    theme.as_quiet(text)
    layout = QVBoxLayout(found)
    layout.setSpacing(theme.TIGHT + 2)
    layout.addStretch(2)
    for widget in (heading, text, button):
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
    layout.addStretch(3)
    return found
