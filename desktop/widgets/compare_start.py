"""What stands in a conversation before its first question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.suggestions import Suggestions

_WIDTH = 480


class CompareStart(theme.Tinted, QWidget):
    """An invitation with questions of the test split."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon, self.title, self.text = QLabel(), QLabel(), QLabel()
        self.title.setText(self.tr("Ask both models the same question"))
        theme.as_heading(self.title)
        theme.as_quiet(self.text)
        self.text.setWordWrap(True)
        self.suggestions = Suggestions(stacked=True)
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT + 2)
        for label in (self.icon, self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(theme.GAP)
        column.addWidget(self.suggestions)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inside, 100)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(middle)
        layout.addStretch(3)
        self.show_text(suggested=False)
        self.paint_icons()

    def show_text(self, *, suggested: bool) -> None:
        """Say what the suggestions are, when there are some."""
        self.text.setText(
            self.tr("Write your own below, or begin with one that was kept out of training:")
            if suggested
            else self.tr("Write it below: the base model and your tuned model answer side by side.")
        )

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        self.icon.setPixmap(theme.icon("compare", 40, theme.quiet()).pixmap(40, 40))


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: CompareStart()))
