"""The answer that a question of the dataset should get, and the way to the page where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.wording import short_name

if TYPE_CHECKING:
    from engine.project.references import Place, Reference

_NAME = 24  # letters of a document's name on the button


class ReferenceRow(theme.Tinted, QFrame):
    """`opened` hands on the `Place` of the evidence."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self.title, self.answer = QLabel(), QLabel()
        self.page = QPushButton()
        self.page.setObjectName("show-page")
        self.page.clicked.connect(lambda: self.opened.emit(self._place))
        theme.as_quiet(self.title)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.title, self.answer):
            label.setWordWrap(True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.answer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.addLayout(words, 1)
        layout.addWidget(self.page, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.set_role(self, "reference")

    def show_reference(self, reference: Reference) -> None:
        """Show an answer; without a place there is nothing to open."""
        how = self.tr("not trained in this wording") if reference.held_out else self.tr("trained in this wording")
        self.title.setText(self.tr("Reference answer · {0}").format(how))
        self.answer.setText(reference.answer)
        self._place = reference.place
        self.page.setVisible(reference.place is not None)
        if reference.place is not None:
            name = reference.place.document
            short = short_name(name, _NAME).replace("&", "&&")
            self.page.setText(self.tr("{0}, Page {1}").format(short, reference.place.page))
            self.page.setToolTip(self.tr("Show the evidence in {0}").format(name))
        self.paint_icons()

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        self.page.setIcon(theme.icon("documents", 16))


if __name__ == "__main__":
    from desktop import preview
    from engine.project import references

    raise SystemExit(
        preview.show(
            lambda session: ReferenceRow(), lambda w, s: w.show_reference(references.suggested(s.project, 1, 1)[0])
        )
    )
