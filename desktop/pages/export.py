"""The page "Export": the tuned model and the pairs as files for other programs, and what was exported before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop import theme
from desktop.pages.page import Page
from desktop.widgets.export_setup import ExportSetup
from desktop.widgets.exported_card import KINDS, ExportedCard
from engine.project import artifacts, runs

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from engine.project.artifacts import Exported

_SHOWN = 30  # past exports


class ExportPage(Page):
    """Choosing above, the list of what was written below; all of it scrolls together."""

    name = "export"

    def build(self) -> None:
        """One long page in a scroll area."""
        self.cards: list[ExportedCard] = []
        self._drawn: list[tuple[int, int | None]] | None = None
        self.setup = ExportSetup(self.session)
        self.heading, self.empty = QLabel(self.tr("Exported")), QLabel()
        theme.as_heading(self.heading)
        theme.as_quiet(self.empty)
        self.empty.setWordWrap(True)
        self.empty.setText(self.tr("Nothing yet. What you export is listed here, with how to use it."))
        inner = QWidget()
        inner.setAutoFillBackground(False)
        self.list = QVBoxLayout(inner)
        self.list.setContentsMargins(0, 0, theme.TIGHT, 0)
        self.list.setSpacing(theme.GAP)
        for widget in (self.setup, self.heading, self.empty):
            self.list.addWidget(widget)
        self.list.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inner)
        self.body.addWidget(area, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Files may have gone meanwhile."""
        super().showEvent(event)
        self._show_exported()

    def refresh(self) -> None:
        """Show the runs and exports there are now."""
        self.setup.refresh()
        self._show_exported()

    def _show_exported(self) -> None:
        newest: dict[str, Exported] = {}
        for exported in artifacts.artifacts(self.session.project):
            if exported.kind in KINDS:
                newest.pop(exported.path, None)  # what was exported there again has replaced it
                newest[exported.path] = exported
        found = list(reversed(newest.values()))[:_SHOWN]
        state = [(exported.id, exported.size) for exported in found]
        if state == self._drawn:
            return
        fresh = {number for number, _ in state} - {
            number for number, _ in (state if self._drawn is None else self._drawn)
        }
        opened = {card.exported.id for card in self.cards if card.how.isChecked()} | fresh
        self._drawn = state
        for card in self.cards:
            self.list.removeWidget(card)
            card.deleteLater()
        tuned = {run.id: run for run in runs.runs(self.session.project)}
        self.cards = [ExportedCard(exported, tuned.get(exported.data.get("run", 0))) for exported in found]
        for number, card in enumerate(self.cards):
            card.how.setChecked(card.there and card.exported.id in opened)
            self.list.insertWidget(self.list.indexOf(self.empty) + 1 + number, card)
        self.empty.setVisible(not found)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(ExportPage))
