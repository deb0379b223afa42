"""A page that scrolls: headings with their parts below one another, in a column that stays readable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop import theme

_WIDEST = 760


class Sections(QScrollArea):
    """Add headings and widgets; they take the width of the page up to what one likes to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, theme.GAP, 0)
        self._column.setSpacing(theme.TIGHT)
        self._column.addStretch()
        inside = QWidget()
        layout = QHBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column, 1)
        layout.addStretch(0)
        self.setWidget(inside)
        for surface in (self.viewport(), inside, column):
            surface.setAutoFillBackground(False)

    def add_section(self, title: str, *parts: QWidget, note: str = "") -> None:
        """A heading, a quiet line under it, and what belongs to it."""
        heading = QLabel(title)
        theme.as_heading(heading)
        heading.setContentsMargins(0, theme.GAP if self._column.count() > 1 else 0, 0, 0)
        self._put(heading)
        if note:
            line = QLabel(note)
            line.setWordWrap(True)
            theme.as_quiet(line)
            self._put(line)
        for part in parts:
            self._put(part)

    def clear(self) -> None:
        """Take everything out; where it was scrolled to is kept."""
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def _put(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)


if __name__ == "__main__":
    from PySide6.QtWidgets import QLabel

    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: Sections(), lambda w, s: w.add_section("Folders", QLabel("Where projects are kept"))
        )
    )
