"""The head of the comparison: which run, whether its adapter is active, blind mode with its tally, and the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.tables.runs_table import base_title
from desktop.widgets.adapter_sign import AdapterSign
from desktop.widgets.elided import ElidedLabel
from engine.project import votes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.project.runs import Run

PANELS = ("history", "options")
_WIDEST = 240  # pixels of the list of runs
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CompareBar(QWidget):
    """`run_chosen` hands on a run's number, `panel_wanted` the name of a panel or nothing."""

    run_chosen = Signal(int)
    panel_wanted = Signal(str)
    begun = Signal()  # a new conversation
    blinded = Signal(bool)

    def __init__(self, title: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = QComboBox()
        self.runs.setObjectName("run")
        self.runs.setAccessibleName(self.tr("Tuned model"))
        self.runs.setToolTip(self.tr("The training run whose adapter answers as the tuned model"))
        self.runs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.runs.setMinimumContentsLength(8)
        self.runs.setMaximumWidth(_WIDEST)
        self.runs.activated.connect(lambda row: self.run_chosen.emit(self.runs.itemData(row)))
        self.adapter = AdapterSign()
        self.tally = ElidedLabel()
        self.tally.setAlignment(_RIGHT)
        theme.as_quiet(self.tally)
        self.blind = QCheckBox(self.tr("Blind"))
        self.blind.setObjectName("blind")
        self.blind.setToolTip(self.tr("Hide which model says what until you have voted"))
        self.blind.toggled.connect(self.blinded)
        self.new = QPushButton(self.tr("New Conversation"))
        self.new.setObjectName("new-conversation")
        self.new.clicked.connect(self.begun)
        self.toggles: dict[str, QToolButton] = {}
        for name, text in zip(PANELS, (self.tr("History"), self.tr("Options")), strict=True):
            toggle = QToolButton()
            toggle.setCheckable(True)
            toggle.setToolTip(text)
            toggle.setObjectName(f"toggle-{name}")
            toggle.setAccessibleName(text)
            toggle.setAutoRaise(True)
            toggle.clicked.connect(lambda on, name=name: self.panel_wanted.emit(name if on else ""))
            self.toggles[name] = toggle
        self._lay_out(title)
        self._paint_icons()

    def show_runs(self, found: Sequence[Run], current: int | None) -> None:
        """List the runs that have an adapter, the newest first."""
        self.runs.clear()
        for run in reversed(found):
            self.runs.addItem(self.tr("Run {0} · {1}").format(run.id, base_title(run)), run.id)
        self.runs.setCurrentIndex(self.runs.findData(current))

    def show_tally(self, counts: Mapping[str, int]) -> None:
        """How the votes on a run stand; nothing before the first."""
        text = self.tr("Tuned better {0} · Base better {1} · Both good {2} · Both bad {3}")
        found = [counts[choice] for choice in (votes.TUNED, votes.BASE, votes.BOTH, votes.NEITHER)]
        self.tally.setText(text.format(*found) if any(found) else "")

    def show_panel(self, name: str) -> None:
        """Press the button of the panel that is open."""
        for known, toggle in self.toggles.items():
            toggle.setChecked(known == name)

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icons()

    def _paint_icons(self) -> None:
        self.new.setIcon(theme.icon("add", 16))
        for name, toggle in self.toggles.items():
            toggle.setIcon(theme.icon(name))

    def _lay_out(self, title: QLabel) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(theme.TIGHT)
        above.addWidget(title)
        above.addStretch(1)
        above.addWidget(self.new)
        for toggle in self.toggles.values():
            above.addWidget(toggle)
        below.setSpacing(theme.GAP)
        below.addWidget(self.runs)
        below.addWidget(self.adapter)
        below.addWidget(self.tally, 1)
        below.addWidget(self.blind)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addLayout(above)
        layout.addLayout(below)


if __name__ == "__main__":
    from PySide6.QtWidgets import QLabel

    from desktop import preview
    from engine.project import runs

    raise SystemExit(
        preview.show(lambda session: CompareBar(QLabel("Compare")), lambda w, s: w.show_runs(runs.runs(s.project), 1))
    )
