"""An open project: the sidebar of steps, the chosen page, and the way to the next step."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop import steps, theme
from desktop.widgets.job_bar import JobBar
from desktop.widgets.locked import Locked
from desktop.widgets.step_list import StepList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from desktop.session import Session

# The page's name, which is its module's, and its class: a page is imported when it is shown first.
PAGES = {
    "documents": "DocumentsPage",
    "pairs": "PairsPage",
    "train": "TrainPage",
    "compare": "ComparePage",
    "exam": "ExamPage",
    "export": "ExportPage",
    "runs": "RunsPage",
    "models": "ModelsPage",
    "settings": "SettingsPage",
}


def page_class(name: str) -> Any:
    """The class of a page."""
    return getattr(importlib.import_module(f"desktop.pages.{name}"), PAGES[name])


class Pages(Mapping[str, Any]):
    """The pages by name, each made when it is asked for first; `after` comes after all of them when one tabs."""

    def __init__(self, session: Session, stack: QStackedWidget, after: QWidget) -> None:
        self._session, self._stack, self._after = session, stack, after
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            page = page_class(name)(self._session)
            self._stack.addWidget(page)
            QWidget.setTabOrder(_last(page), self._after)
            self._made[name] = page
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(PAGES)

    def __len__(self) -> int:
        return len(PAGES)


def _last(page: QWidget) -> QWidget:
    """Where one comes out of a new page by tabbing on."""
    last, at = page, page.nextInFocusChain()
    while at is not None and page.isAncestorOf(at):
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            last = at
        at = at.nextInFocusChain()
    return last


class Workspace(QWidget):
    """Shows one page at a time; a page of a locked step is covered by the reason and the way out."""

    def __init__(self, session: Session, page: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.steps = StepList()
        self.stack = QStackedWidget()
        self.next = QPushButton()
        self.next.setObjectName("next")
        self.pages = Pages(session, self.stack, self.next)
        self.locked = Locked()
        self.stack.addWidget(self.locked)
        self.next.clicked.connect(self._on_next)
        self._lay_out()
        self.page = ""
        self.standings = steps.standings(session)
        self.steps.chosen.connect(self.show_page)
        self.locked.wanted.connect(self.show_page)
        session.wanted.connect(self.show_page)
        session.changed.connect(self._on_changed)
        session.queue.changed.connect(self._on_changed)
        self.show_page(page or steps.STEPS[0])
        self._on_changed()

    def add_documents(self, paths: Iterable[Path]) -> None:
        """Read documents into the project, and show how that goes."""
        self.show_page("documents")
        self.pages["documents"].add(paths)

    def import_pairs(self) -> None:
        """Ask for pairs to import, whatever is shown, and show how that goes."""
        self.pages["pairs"].ask_import()

    def show_page(self, name: str) -> None:
        """Go to a step or page."""
        if name == self.page:
            return
        self.page = name
        self.steps.select(name)
        self._show()

    def _on_changed(self) -> None:
        self.standings = steps.standings(self.session)
        self.steps.show_standings(self.standings)
        self._show()

    def _show(self) -> None:
        standing = self.standings.get(self.page)
        if standing is not None and standing.state == steps.LOCKED:
            self.locked.explain(steps.title(self.page), standing)
            self.stack.setCurrentWidget(self.locked)
        else:
            self.stack.setCurrentWidget(self.pages[self.page])
        after = self._next()
        self.foot.setVisible(after is not None)
        if after is not None:
            self.next.setText(self.tr("Next: {0}").format(steps.title(after)))
            self.next.setEnabled(self.standings[after].state != steps.LOCKED)
            self.next.setToolTip(self.standings[after].why)
        self._lead()

    def _lead(self) -> None:
        """One button leads: the way to the next step once this one is done, before that what the page offers."""
        page, standing = self.stack.currentWidget(), self.standings.get(self.page)
        done = standing is not None and standing.state in {steps.DONE, steps.ATTENTION}
        goes_on = done and self.next.isEnabled() and not self.pages[self.page].unfinished()
        theme.set_role(self.next, "primary" if goes_on else "")
        theme.yield_lead(page, yields=goes_on)

    def _next(self) -> str | None:
        if self.page not in steps.STEPS or self.page == steps.STEPS[-1]:
            return None
        return steps.STEPS[steps.STEPS.index(self.page) + 1]

    def _on_next(self) -> None:
        if (after := self._next()) is not None:
            self.show_page(after)

    def _lay_out(self) -> None:
        name = QLabel(self.session.project.path.stem)
        name.setWordWrap(True)
        name.setContentsMargins(16, 16, 12, 8)
        theme.as_heading(name)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(name)
        side.addWidget(self.steps, 1)
        side.addWidget(JobBar(self.session.queue))
        side.addWidget(JobBar(self.session.downloads, "download-bar"))
        sidebar = QWidget()
        sidebar.setObjectName("sidebar")
        sidebar.setFixedWidth(theme.SIDEBAR)
        sidebar.setLayout(side)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(theme.PAGE, theme.TIGHT * 2, theme.PAGE, theme.TIGHT * 2)
        foot.addStrut(theme.primary(self.next.text()).sizeHint().height())  # as high when it does not lead
        foot.addStretch()
        foot.addWidget(self.next)
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self.stack, 1)
        main.addWidget(rule)
        main.addWidget(self.foot)
        upright = QFrame()
        upright.setProperty("role", "rule")
        upright.setFixedWidth(1)
        upright.setStyleSheet("max-height: 16777215px;")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(sidebar)
        layout.addWidget(upright)
        layout.addLayout(main, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
