"""The card that starts, pauses, resumes and cancels the writing of pairs, and shows how it goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.job_runner import WAITING
from desktop.widgets.checks_panel import ChecksPanel
from desktop.widgets.coverage_panel import CoveragePanel
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.model_offer import ModelOffer
from desktop.widgets.writing_options import WritingOptions
from desktop.widgets.writing_progress import WritingProgress
from desktop.words import engine_text
from engine import events
from engine.project import pairs as stored
from engine.project.coverage import coverage_map

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from desktop.session import Session
    from engine.project.tally import Tally

_DRAWER = 244  # pixels
IDLE, BUSY, STOPPING, PAUSED = "idle", "busy", "stopping", "paused"
# What one generation was asked that the next is not asked by itself.
_OF_ONCE = ("project", "gaps", "stage", "questions", "skills", "target")


class WritingCard(QFrame):
    """Sends specs of generate. Pausing is cancelling: an equal spec goes on exactly where it stopped."""

    page_wanted = Signal(int, int)  # document, number: of the coverage map
    grew = Signal()  # the running job stored pairs

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.state = IDLE
        self._run: JobRun | None = None
        self._leaves = False  # stopped for good
        self._failed = self._standing = ""
        self._height = 0
        theme.set_role(self, "card")
        self.options, self.progress = WritingOptions(), WritingProgress()
        self.coverage, self.checks, self.offer = CoveragePanel(), ChecksPanel(session), ModelOffer()
        self.summary, self.note = ElidedLabel(at_end=True), ElidedLabel(at_end=True)
        self.start = theme.primary(self.tr("Start"))
        self.pause = QPushButton(self.tr("Pause"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.drawer = QStackedWidget()
        self.toggles: list[QToolButton] = []
        self._lay_out()
        self.start.clicked.connect(self._on_start)
        self.pause.clicked.connect(lambda: self._stop(leaves=False))
        self.cancel.clicked.connect(self._on_cancel)
        self.coverage.fill_wanted.connect(lambda: self._submit({**self.options.fields(), "gaps": True}))
        self.coverage.page_wanted.connect(self.page_wanted)
        self.offer.clicked.connect(lambda: session.go("models"))
        session.queue.changed.connect(self._on_queue)
        self._show_last_spec()
        self._on_queue()

    def _lay_out(self) -> None:
        for name, button in (("start", self.start), ("pause", self.pause), ("cancel", self.cancel)):
            button.setObjectName(f"{name}-writing")
        for label in (self.summary, self.note):
            theme.as_quiet(label)
        self.note.hide()
        self.summary.setObjectName("writing-summary")
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT)
        panels = (
            (self.tr("Advanced"), self.options.advanced),
            (self.tr("Coverage"), self.coverage),
            (self.tr("Checks"), self.checks),
        )
        for number, (text, panel) in enumerate(panels):
            foot.addWidget(self._toggle(number, text))
            self.drawer.addWidget(_scrolling(panel))
        self.figures = QStackedWidget()
        self.figures.addWidget(self.summary)
        self.figures.addWidget(self.progress)
        self.figures.setFixedHeight(self.start.sizeHint().height())
        foot.addSpacing(theme.TIGHT)
        foot.addWidget(self.figures, 1)
        for button in (self.cancel, self.pause, self.start):
            foot.addWidget(button)
        self.drawer.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.options)
        layout.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.drawer)
        layout.addWidget(self.note)
        layout.addLayout(foot)

    def _toggle(self, number: int, text: str) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setCheckable(True)
        button.setText(text)
        button.setObjectName(f"drawer-{number}")
        button.setArrowType(Qt.ArrowType.RightArrow)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(lambda on: self._on_toggle(number, on))
        self.toggles.append(button)
        return button

    def _on_toggle(self, number: int, on: bool) -> None:
        self.toggles[number].setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        for other in self.toggles:
            if on and other is not self.toggles[number]:
                other.setChecked(False)
        if on:
            self.drawer.setCurrentIndex(number)
            self._show_drawer()
        self.drawer.setVisible(any(button.isChecked() for button in self.toggles))

    def fit(self, height: int) -> None:
        """Keep an open drawer to what it holds, and to a part of the page's height."""
        self._height = height
        area = self.drawer.currentWidget()
        assert isinstance(area, QScrollArea)
        panel = area.widget()
        held = panel.sizeHint().height() if panel is not None else 0
        self.drawer.setFixedHeight(min(held, max(96, min(_DRAWER, height - 470))))

    # -- what the store holds ----------------------------------------------------------------------------------

    def refresh(self, tally: Tally, found: stored.Coverage) -> None:
        """Show what the store holds."""
        project = self.session.project
        self.options.show_chunks(project.value("SELECT count(*) FROM chunks"))
        self.options.writer.refresh()
        self.offer.refresh(is_first=not tally.all)
        parts = []
        if tally.all:
            text = self.tr("{0} accepted, {1} rejected")
            parts.append(text.format(f"{tally.accepted:,}", f"{tally.rejected:,}"))
        if found.found:
            covered = min(found.accepted, found.found)
            parts.append(self.tr("{0} of {1} facts covered").format(f"{covered:,}", f"{found.found:,}"))
        self._standing = " · ".join(parts)
        self._show_state()
        self._show_drawer()

    def _show_drawer(self) -> None:
        if self.toggles[1].isChecked():
            self.coverage.show_cover(coverage_map(self.session.project), may_fill=self.state == IDLE)
        if self.toggles[2].isChecked():
            self.checks.refresh()
        self.fit(self._height)

    def _show_last_spec(self) -> None:
        known = stored.generations(self.session.project)
        fields = json.loads(known[-1].spec) if known else {}
        self.options.show_fields({name: value for name, value in fields.items() if name not in _OF_ONCE})

    # -- the job -----------------------------------------------------------------------------------------------

    def _on_queue(self) -> None:
        """A job that this card, or another one before the language changed, has asked for."""
        run = self.session.queue.of("generate")
        if run is not None and run is not self._run:
            self._run = run
            self._leaves = False
            self.progress.begin(run)
            run.measured.connect(self._on_measured)
            run.logged.connect(self._on_log)
            run.ended.connect(self._on_ended)
        self._show_state()

    def _on_start(self) -> None:
        if self.state == PAUSED and (known := stored.interrupted(self.session.project)) is not None:
            fields = json.loads(known.spec)
            fields.pop("project")
            self._submit(fields)
        else:
            self._submit(self.options.fields())

    def _submit(self, fields: dict[str, Any]) -> None:
        """The index first: it is quick when it is up to date, and answers are looked up in it."""
        self.note.hide()
        self._failed = ""
        index = self.session.submit("index", self.tr("Indexing"))
        self.session.submit("generate", self.tr("Writing pairs"), after=index, **fields)

    def _stop(self, *, leaves: bool) -> None:
        self._leaves = leaves
        if self._run is not None:
            self._run.cancel()
        self._show_state()

    def _on_cancel(self) -> None:
        if self._run is not None:
            self._stop(leaves=True)
        else:
            stored.leave(self.session.project)
            self._show_state()

    def _on_measured(self, batch: list[events.Metric]) -> None:
        self.grew.emit()

    def _on_log(self, log: events.Log) -> None:
        self.note.setText(engine_text(log.text))
        theme.set_role(self.note, "warning" if log.level == "warning" else "quiet")
        self.note.show()

    def _on_ended(self, event: events.Event) -> None:
        self._run = None
        if self._leaves:
            stored.leave(self.session.project)
        self._leaves = False
        self._failed = engine_text(event.title) if isinstance(event, events.Failed) else ""
        self.grew.emit()
        self._show_state()

    # -- looks -------------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        run = self._run
        if run is not None:
            self.state = STOPPING if run.cancelling else BUSY
        else:
            self.state = PAUSED if stored.interrupted(self.session.project) is not None else IDLE
        busy = run is not None
        self.options.setEnabled(self.state == IDLE)
        self.options.advanced.setEnabled(self.state == IDLE)
        self.start.setVisible(not busy)
        self.start.setText(self.tr("Resume") if self.state == PAUSED else self.tr("Start"))
        self.pause.setVisible(busy)
        self.cancel.setVisible(busy or self.state == PAUSED)
        for button in (self.pause, self.cancel):
            button.setEnabled(self.state != STOPPING)
        self.figures.setCurrentWidget(self.progress if busy else self.summary)
        if self.state == STOPPING:
            self.progress.say(self.tr("Stopping after the pair in hand…"))
        elif run is not None and run.state == WAITING:
            first = self.session.queue.running
            self.progress.say(self.tr("Waits for “{0}”").format(first.title if first is not None else ""))
        elif self.state == PAUSED:
            self._sum_up(self.tr("Paused"))
        else:
            self._sum_up(self._failed)
        self.coverage.fill.setEnabled(self.coverage.fill.isEnabled() and self.state == IDLE)

    def _sum_up(self, first: str) -> None:
        self.summary.setText(" · ".join(filter(None, (first, self._standing))))
        theme.set_role(self.summary, "bad" if self._failed and first == self._failed else "quiet")


def _scrolling(panel: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(panel)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    panel.setAutoFillBackground(False)
    return area


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(WritingCard))
