"""What all pages have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import steps, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop.session import Session


class Page(QWidget):
    """A page of the window: a heading, then what the page's class puts into `self.body`.

    It shows the store anew (`refresh`) when the store changed while it is seen, or when it is seen again
    after that. A page never computes: it reads the store and submits specs. It is made anew when the
    language changes, so what it shows has to be in the store or in the queue.
    """

    name = ""  # the step's

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._stale = True
        self.setObjectName(f"page-{self.name}")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.PAGE, theme.PAGE, theme.PAGE, theme.PAGE)
        self.body.setSpacing(theme.GAP)
        self.title = QLabel(steps.title(self.name))
        self.title.setObjectName("page-title")
        theme.as_title(self.title)
        self.body.addWidget(self.title)
        self.build()
        session.changed.connect(self._on_changed)

    def build(self) -> None:
        """Make the widgets, once; `self.body` is the layout under the heading."""

    def add_beside_title(self, widget: QWidget) -> None:
        """Put something at the far end of the heading's line."""
        self.body.removeWidget(self.title)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch()
        top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(top)

    def refresh(self) -> None:
        """Show what the store holds now."""

    def unfinished(self) -> bool:
        """Whether something that was begun here waits to be gone on with, although the step counts as done."""
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: show what changed in the meantime."""
        super().showEvent(event)
        self._show_news()

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._show_news()

    def _show_news(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()
