"""Beside the curves of a run: what it says to the test questions, or its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.run_details import RunDetails
from desktop.widgets.run_replies import RunReplies
from desktop.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project.runs import Run
    from engine.project.samples import Sample

REPLIES, NUMBERS = "replies", "numbers"
_NARROW, _WIDE = 280, 400


class RunSide(QWidget):
    """Replies first where there are some or will be; what the person chose stays for a run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-side")
        texts = {REPLIES: self.tr("Test Questions"), NUMBERS: self.tr("Numbers")}
        self.segments = Segments(texts, self.tr("What is shown of the run"))
        self.replies, self.details = RunReplies(), RunDetails()
        self.views: dict[str, QWidget] = {REPLIES: self.replies, NUMBERS: self.details}
        self.stack = QStackedWidget()
        for view in self.views.values():
            self.stack.addWidget(view)
        self._run: int | None = None
        self.segments.chosen.connect(self.show_view)
        self.setMinimumWidth(_NARROW)
        self.setMaximumWidth(_WIDE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT + 2)
        layout.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.stack, 1)
        self.show_view(NUMBERS)

    def show_run(self, run: Run | None, samples: Sequence[Sample], *, live: bool) -> None:
        """Show a run with its replies so far."""
        self.details.show_run(run)
        self.replies.show_samples(samples, live=live)
        number = None if run is None else run.id
        if number != self._run:
            self._run = number
            coming = live and run is not None and bool(run.plan.get("samples"))
            self.show_view(REPLIES if samples or coming else NUMBERS)

    def show_view(self, name: str) -> None:
        """Go to one of the two."""
        self.segments.select(name)
        self.stack.setCurrentWidget(self.views[name])


if __name__ == "__main__":
    from desktop import preview
    from engine.project import runs

    raise SystemExit(
        preview.show(lambda session: RunSide(), lambda w, s: w.show_run(runs.latest(s.project), [], live=False))
    )
