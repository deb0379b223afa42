"""A list of the tuned models, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.tables.runs_table import base_title
from desktop.wording import moment_text
from engine.project import runs

if TYPE_CHECKING:
    from engine.project import Project
    from engine.project.runs import Run


class RunChoice(QComboBox):
    """Runs that have an adapter; the chosen one stays chosen while it is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Tuned model"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._runs: dict[int, Run] = {}

    @property
    def run(self) -> Run | None:
        """The chosen run."""
        return self._runs.get(self.currentData())

    def refresh(self, project: Project) -> None:
        """List those that the project holds now; says nothing of it."""
        found = {run.id: run for run in reversed(runs.runs(project)) if run.best_iteration is not None}
        if found.keys() != self._runs.keys():
            kept = self.currentData()
            with QSignalBlocker(self):
                self.clear()
                for run in found.values():
                    title = self.tr("Run {0}").format(run.id)
                    self.addItem(" · ".join((title, base_title(run), moment_text(run.created_at))), run.id)
                self.setCurrentIndex(max(self.findData(kept), 0))
        self._runs = found


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: RunChoice(), lambda w, s: w.refresh(s.project)))
