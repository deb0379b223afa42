"""The way to put a question to the tuned models of other runs too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 12  # runs that a menu lists


class OtherRuns(theme.Tinted, QToolButton):
    """A menu of runs; `wanted` hands on the numbers of those to ask."""

    wanted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("other-runs")
        self.setAutoRaise(True)
        theme.set_role(self, "menu")
        self.setText(self.tr("Other Runs"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Ask other runs the same"))
        self.setAccessibleName(self.tr("Ask other runs the same"))
        self.any = False
        self.setMenu(QMenu(self))
        self.hide()
        self.paint_icons()

    def show_runs(self, runs: Sequence[tuple[int, str]]) -> None:
        """Offer these runs, (number, title) each, the newest first."""
        self.any = bool(runs)
        menu = self.menu()
        menu.clear()
        for number, title in runs[:_MOST]:
            action = menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, number=number: self.wanted.emit([number]))
        if len(runs) > 1:
            menu.addSeparator()
            everyone = menu.addAction(self.tr("All of These, One After Another"))
            everyone.triggered.connect(lambda: self.wanted.emit([number for number, _ in runs[:_MOST]]))

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        self.setIcon(theme.icon("train", 16, theme.quiet()))


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: OtherRuns(), lambda w, s: w.show_runs([(2, "Run 2 · starter"), (1, "Run 1 · starter")])
        )
    )
