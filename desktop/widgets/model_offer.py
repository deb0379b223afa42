"""A quiet line for whoever has nothing but the starter: which writer fits this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop import known_models, preferences, theme
from desktop.widgets.catalogue_view import SHOWN
from desktop.wording import size_text
from engine import memory_fit, models

if TYPE_CHECKING:
    from engine.models.catalogue import Entry


class ModelOffer(QPushButton):
    """A link that is there before the first pair, while there is no other writer; a click is for the page to answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("model-offer")
        self.entry: Entry | None = None  # what is offered
        theme.set_role(self, "link")
        self.clicked.connect(lambda: preferences.put(SHOWN, models.WRITER))  # what the page shows of the catalogue
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def refresh(self, *, is_first: bool) -> None:
        """Show it where it helps: `is_first` says that no pair was ever written."""
        wanted = is_first and len(known_models.writers()) == 1 and not known_models.servers()
        self.entry = memory_fit.best(models.WRITER) if wanted else None
        if self.entry is not None:
            size = size_text(self.entry.weight)
            self.setText(self.tr("For better pairs get {0}: {1}, fits this computer").format(self.entry.title, size))
        self.setVisible(self.entry is not None)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: ModelOffer(), lambda w, s: w.refresh(is_first=True)))
