"""The head of the comparison: which run, whether its adapter is active, what is asked how, and the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.widgets.adapter_sign import AdapterSign
from desktop.widgets.preference_line import PreferenceLine
from desktop.widgets.run_choice import RunChoice

if TYPE_CHECKING:
    from engine.project import Project

PANELS = ("history", "options", "serve")
_WIDEST = 240  # pixels of the list of runs


class CompareBar(theme.Tinted, QWidget):
    """`run_chosen` hands on a run's number, `panel_wanted` the name of a panel or nothing."""

    run_chosen = Signal(int)
    panel_wanted = Signal(str)
    begun = Signal()  # a new conversation
    blinded = Signal(bool)
    grounded = Signal(bool)  # with documents
    table_wanted = Signal(bool)  # of all conversations with the run, or of the one that is shown
    judge_wanted = Signal()

    def __init__(self, title: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = RunChoice()
        self.runs.setObjectName("run")
        self.runs.setToolTip(self.tr("The training run whose adapter answers as the tuned model"))
        self.runs.setMinimumContentsLength(8)
        self.runs.setMaximumWidth(_WIDEST)
        self.runs.activated.connect(lambda row: self.run_chosen.emit(self.runs.itemData(row)))
        self.adapter = AdapterSign()
        self.preference = PreferenceLine()
        self.documents = QCheckBox(self.tr("With Documents"))
        self.documents.setObjectName("with-documents")
        self.documents.toggled.connect(self.grounded)
        self.show_index(there=True)
        self.blind = QCheckBox(self.tr("Blind"))
        self.blind.setObjectName("blind")
        self.blind.setToolTip(self.tr("Hide which model says what until you have voted"))
        self.blind.toggled.connect(self.blinded)
        self.new = QPushButton(self.tr("New Conversation"))
        self.new.setObjectName("new-conversation")
        self.new.clicked.connect(self.begun)
        self.more = QToolButton(autoRaise=True)
        self.more.setObjectName("compare-more")
        theme.set_role(self.more, "menu")
        self.more.setToolTip(self.tr("Export and judge"))
        self.more.setAccessibleName(self.tr("Export and judge"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._fill_menu()
        self.toggles: dict[str, QToolButton] = {}
        titles = (self.tr("History"), self.tr("Options"), self.tr("Serve to Other Programs"))
        for name, text in zip(PANELS, titles, strict=True):
            toggle = QToolButton()
            toggle.setCheckable(True)
            toggle.setToolTip(text)
            toggle.setObjectName(f"toggle-{name}")
            toggle.setAccessibleName(text)
            toggle.setAutoRaise(True)
            toggle.clicked.connect(lambda on, name=name: self.panel_wanted.emit(name if on else ""))
            self.toggles[name] = toggle
        self._serving = False
        self._lay_out(title)
        self.paint_icons()

    def show_runs(self, project: Project, current: int) -> None:
        """List the runs that have an adapter, the newest first."""
        self.runs.refresh(project)
        self.runs.setCurrentIndex(self.runs.findData(current))

    def show_index(self, *, there: bool) -> None:
        """Documents can only be asked when they are indexed."""
        self.documents.setEnabled(there)
        self.documents.setToolTip(
            self.tr("Both models answer twice: from memory, and with the pages that the index finds for the question")
            if there
            else self.tr("The documents are not indexed yet: open the page Documents, add or read them, then come back")
        )

    def show_panel(self, name: str) -> None:
        """Press the button of the panel that is open."""
        for known, toggle in self.toggles.items():
            toggle.setChecked(known == name)

    def show_serving(self, on: bool) -> None:
        """Tell on the button of its panel whether other programs are served, which goes on when it is closed."""
        self._serving = on
        text = self.tr("Serve to Other Programs: on") if on else self.tr("Serve to Other Programs")
        self.toggles["serve"].setToolTip(text)
        self.toggles["serve"].setAccessibleName(text)
        self.paint_icons()

    def _fill_menu(self) -> None:
        menu = QMenu(self.more)
        for name, text, wanted in (
            ("export-conversation", self.tr("Export This Conversation…"), lambda: self.table_wanted.emit(False)),
            ("export-run", self.tr("Export All Answers of This Run…"), lambda: self.table_wanted.emit(True)),
            ("judge-votes", self.tr("Let a Judge Vote Too…"), self.judge_wanted.emit),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, wanted=wanted: wanted())
        menu.insertSeparator(menu.actions()[-1])
        self.more.setMenu(menu)

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        self.new.setIcon(theme.icon("add", 16))
        self.more.setIcon(theme.icon("export"))
        for name, toggle in self.toggles.items():
            lit = name == "serve" and self._serving
            toggle.setIcon(theme.icon(name, tint=theme.colour("good") if lit else None))

    def _lay_out(self, title: QLabel) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(theme.TIGHT)
        above.addWidget(title)
        above.addStretch(1)
        above.addWidget(self.new)
        for toggle in self.toggles.values():
            above.addWidget(toggle)
        above.addWidget(self.more)
        below.setSpacing(theme.GAP)
        below.addWidget(self.runs)
        below.addWidget(self.adapter)
        below.addStretch(1)
        below.addWidget(self.documents)
        below.addWidget(self.blind)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addLayout(above)
        layout.addLayout(below)
        layout.addWidget(self.preference)


if __name__ == "__main__":
    from PySide6.QtWidgets import QLabel

    from desktop import preview

    raise SystemExit(
        preview.show(lambda session: CompareBar(QLabel("Compare")), lambda w, s: w.show_runs(s.project, 1))
    )
