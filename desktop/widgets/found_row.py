"""Where in the documents a reply with documents found what it read: one click from the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop import theme
from desktop.wording import short_name

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = 24  # letters of a document's name


class _Link(QPushButton):
    """A button that may be narrower than its text."""

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(80, super().minimumSizeHint().height())


class FoundRow(theme.Tinted, QWidget):
    """The best page as a button, others in a menu beside it. `opened` hands on the hit: chunk, document, page."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits: list[dict[str, Any]] = []
        self.first = _Link()
        self.first.setObjectName("show-found")
        theme.set_role(self.first, "link")
        self.first.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.first.clicked.connect(lambda: self.opened.emit(self.hits[0]))
        self.more = QToolButton()
        theme.set_role(self.more, "link")
        self.more.setObjectName("more-found")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip(self.tr("Other pages that were found"))
        self.more.setMenu(QMenu(self.more))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.first)
        layout.addWidget(self.more)
        layout.addStretch(1)
        self.show_hits([])

    def show_hits(self, hits: Sequence[dict[str, Any]]) -> None:
        """Show what was found, each page once, the best first; nothing hides the row."""
        self.hits = list({(hit["document"], hit["page"]): hit for hit in reversed(hits)}.values())[::-1]
        self.setVisible(bool(self.hits))
        menu = self.more.menu()
        menu.clear()
        if not self.hits:
            return
        text = self.tr("Found on page {0} of {1}")
        best = self.hits[0]
        self.first.setText(text.format(best["page"], short_name(best["document"], _NAME).replace("&", "&&")))
        self.first.setToolTip(self.tr("Show page {0} of {1}").format(best["page"], best["document"]))
        self.first.setAccessibleName(text.format(best["page"], best["document"]))
        for hit in self.hits[1:]:
            name = short_name(hit["document"], _NAME).replace("&", "&&")
            action = menu.addAction(self.tr("{0}, Page {1}").format(name, hit["page"]))
            action.triggered.connect(lambda _=False, hit=hit: self.opened.emit(hit))
        self.more.setVisible(len(self.hits) > 1)
        self.more.setText(self.tr("{0} more").format(len(self.hits) - 1))
        self.paint_icons()

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        self.first.setIcon(theme.icon("documents", 14, theme.colour("tuned")))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: FoundRow(),
            lambda w, s: w.show_hits([{"chunk": n, "document": "manual.pdf", "page": n} for n in (3, 5, 3)]),
        )
    )
