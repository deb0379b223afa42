"""The field for the address of a git repository, in place: no window in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class RepositoryEntry(QFrame):
    """Asks which repository, at which commit, and which of its files; hidden until it is wanted."""

    wanted = Signal(str, list)  # the address, the patterns

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("repository-entry")
        theme.set_role(self, "card")
        self.address, self.patterns = QLineEdit(), QLineEdit()
        self.add, self.cancel = QPushButton(self.tr("Add")), QPushButton(self.tr("Cancel"))
        self._lay_out()
        self.hide()

    def ask(self) -> None:
        """Show it; what was typed before is still there, to be changed or typed over."""
        self.show()
        self.address.selectAll()
        self.address.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is Cancel."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _on_add(self) -> None:
        if address := self.address.text().strip():
            patterns = [pattern.strip() for pattern in self.patterns.text().split(",")]
            self.hide()
            self.wanted.emit(address, [pattern for pattern in patterns if pattern])

    def _on_typed(self) -> None:
        self.add.setEnabled(bool(self.address.text().strip()))

    def _lay_out(self) -> None:
        self.address.setPlaceholderText("https://…/manuals@v1.0")
        self.patterns.setPlaceholderText("*.md, docs/")
        layout = QGridLayout(self)
        layout.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        layout.setVerticalSpacing(theme.TIGHT)
        for row, (text, field) in enumerate(
            ((self.tr("Repository:"), self.address), (self.tr("Only files that fit:"), self.patterns))
        ):
            label = QLabel(text)
            label.setBuddy(field)
            layout.addWidget(label, row, 0, Qt.AlignmentFlag.AlignRight)
            layout.addWidget(field, row, 1)
            field.returnPressed.connect(self._on_add)
        self.address.setAccessibleName(self.tr("Address of the repository"))
        self.patterns.setAccessibleName(self.tr("Patterns of the files to add"))
        hint = QLabel(
            self.tr(
                "An address or a folder with a git repository; after @ a commit, tag or branch. "
                "Patterns are separated by commas; without one, every document is added."
            )
        )
        hint.setWordWrap(True)
        theme.as_quiet(hint)
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT)
        foot.addWidget(hint, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.add)
        layout.addLayout(foot, 2, 0, 1, 2)
        layout.setColumnStretch(1, 1)
        self.address.textChanged.connect(self._on_typed)
        self.add.clicked.connect(self._on_add)
        self.cancel.clicked.connect(self.hide)
        self._on_typed()


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: RepositoryEntry(), lambda w, s: w.ask()))
