"""A line of figures, each under its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Figures(QWidget):
    """Shows (name, value) pairs side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[QWidget, QLabel, QLabel]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.PAGE)
        self._row.addStretch()

    def show_figures(self, figures: Sequence[tuple[str, str]], hidden: Collection[str] = ()) -> None:
        """Show these; the names that are `hidden` mean nothing now."""
        while len(self._cells) < len(figures):
            self._add()
        for (cell, name, value), (title, text) in zip(self._cells, figures, strict=False):
            name.setText(title)
            value.setText(text)
            value.setAccessibleName(f"{title}: {text}")
            cell.setVisible(title not in hidden)

    def texts(self) -> dict[str, str]:
        """What is shown, by name."""
        return {name.text(): value.text() for cell, name, value in self._cells if not cell.isHidden()}

    def _add(self) -> None:
        cell, name, value = QWidget(), QLabel(), QLabel()
        theme.as_quiet(name)
        theme.as_heading(value)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(name)
        column.addWidget(value)
        self._row.insertWidget(len(self._cells), cell)
        self._cells.append((cell, name, value))


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: Figures(), lambda w, s: w.show_figures([("Iteration", "120 / 360"), ("Tokens/s", "812")])
        )
    )
