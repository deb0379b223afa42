"""The page "Runs": several runs beside each other, and sweeps, which train several."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from desktop.pages.page import Page
from desktop.widgets.runs_compared import RunsCompared
from desktop.widgets.segments import Segments
from desktop.widgets.sweep_view import SweepView

COMPARE, SWEEP = "compare", "sweep"


class RunsPage(Page):
    """Two views: runs that are compared, and sweeps."""

    name = "runs"

    def build(self) -> None:
        """Make the views."""
        self.segments = Segments({COMPARE: self.tr("Compare"), SWEEP: self.tr("Sweep")}, self.tr("View"))
        self.compared, self.sweep = RunsCompared(self.session), SweepView(self.session)
        self.views = {COMPARE: self.compared, SWEEP: self.sweep}
        self.stack = QStackedWidget()
        for view in self.views.values():
            self.stack.addWidget(view)
        self.add_beside_title(self.segments)
        self.body.addWidget(self.stack, 1)
        self.segments.chosen.connect(self.show_view)
        self.compared.train_wanted.connect(lambda: self.session.go("train"))
        self.sweep.compare_wanted.connect(self.compare)
        self.show_view(SWEEP if self.sweep.job is not None else COMPARE)

    def refresh(self) -> None:
        """Show what the store holds now."""
        self.compared.refresh()
        self.sweep.refresh()

    def show_view(self, name: str) -> None:
        """Go to one of the views."""
        self.segments.select(name)
        self.stack.setCurrentWidget(self.views[name])

    def compare(self, numbers: list[int]) -> None:
        """Show these runs beside each other."""
        self.show_view(COMPARE)
        self.compared.model.choose(numbers)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(RunsPage))
