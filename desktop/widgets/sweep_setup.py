"""What a sweep shall try: a few options with several values each, and the time for all runs together."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.widgets.base_choice import BaseChoice
from desktop.widgets.card import Card
from desktop.wording import time_text
from desktop.words import engine_text
from engine.errors import HoneError
from engine.project import datasets
from engine.sweep_plan import SweepSpec

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from desktop.session import Session
    from engine.events import Artifact

_SETTLE_MS = 500  # after the last of several changes
_NUMBERS = ("rank", "learning_rate", "epochs", "seed")
_WHOLE = ("rank", "seed")


class SweepSetup(QWidget):
    """`start_wanted` gives the fields of the sweep; an estimate is asked for while it is seen and nothing else runs."""

    start_wanted = Signal(dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.base = BaseChoice()
        self.base.detail.hide()
        self.base.combo.setMinimumContentsLength(11)
        options = {field.name: field for field in dataclasses.fields(SweepSpec)}
        self.presets = {
            name: QCheckBox(engine_text(name).capitalize()) for name in options["preset"].metadata["choices"]
        }
        self.presets["balanced"].setChecked(True)
        self.values = {name: QLineEdit() for name in _NUMBERS}
        self.minutes = QSpinBox(minimum=1, maximum=10_000, value=30)
        self.minutes.setSuffix(self.tr(" min"))
        self.exam = QCheckBox()
        self.exam.setChecked(True)
        self.estimate = QLabel()
        self.estimate.setObjectName("sweep-estimate")
        self.estimate.setWordWrap(True)
        self.start = theme.primary(self.tr("Start Sweep"))
        self.start.setObjectName("start-sweep")
        self._asked = ""
        self._job: JobRun | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._ask)
        self._lay_out(options)
        for box in (*self.presets.values(), self.exam):
            box.toggled.connect(self._on_changed)
        for line in self.values.values():
            line.textChanged.connect(self._on_changed)
        self.minutes.valueChanged.connect(self._on_changed)
        self.base.changed.connect(self._on_changed)
        self.start.clicked.connect(self._on_start)
        session.queue.changed.connect(self.refresh)
        session.closing.connect(self.rest)

    def fields(self) -> dict[str, Any]:
        """The options of the sweep; raises HoneError when they make none."""
        found: dict[str, Any] = {"base": self.base.value, "minutes": float(self.minutes.value())}
        found["preset"] = [name for name, box in self.presets.items() if box.isChecked()] or ["balanced"]
        for name, line in self.values.items():
            if numbers := _numbers(line.text(), whole=name in _WHOLE):
                found[name] = numbers
        if not self.exam.isChecked():
            found["exam"] = False
        SweepSpec.from_dict({"project": self.session.path, **found})
        return found

    def refresh(self) -> None:
        """Say how many runs there are, and ask how long they take when that can be asked."""
        try:
            fields = self.fields()
            runs = len(SweepSpec.from_dict({"project": self.session.path, **fields}).points())
        except HoneError as error:
            self._say(engine_text(error.title) + ". " + engine_text(error.hint))
            self.start.setEnabled(False)
            return
        busy = self.session.queue.of("train", "sweep")
        self.start.setEnabled(busy is None or bool(busy.fields.get("estimate")))
        if self._key(fields) != self._asked:
            self._say(self.tr("{0} runs.").format(runs))
            if self.isVisible():
                self._timer.start()

    def rest(self) -> None:
        """Ask nothing more; a question that is under way is taken back."""
        self._timer.stop()
        if self._job is not None:
            self._asked = ""
            self._job.cancel()

    def _ask(self) -> None:
        try:
            fields = self.fields()
        except HoneError:
            return
        key = self._key(fields)
        if not self.isVisible() or key == self._asked:
            return
        if not datasets.next_id(self.session.project) - 1:
            return  # it is made first
        if self._job is not None:
            self._job.cancel()  # its end asks again
            return
        if self.session.queue.running is not None:
            return  # as does the end of what runs
        self._asked = key
        self._job = self.session.submit("sweep", self.tr("Estimating the sweep"), **fields, estimate=True)
        self._job.quiet = True
        self._job.made.connect(self._on_made)
        self._job.ended.connect(self._on_ended)

    def _on_made(self, artifact: Artifact) -> None:
        if artifact.kind != "sweep_plan" or not artifact.data or not self._asked:
            return
        found = artifact.data
        if "problem" in found:
            self._say(engine_text(found["problem"]["title"]) + ". " + engine_text(found["problem"]["hint"]))
            return
        runs = self.tr("{0} runs.").format(found["runs"])
        if found["seconds"] is None:
            self._say(f"{runs} " + self.tr("No speed is known yet: the first run measures it."))
            return
        parts = [runs, self.tr("All take about {0}.").format(time_text(found["seconds"]))]
        if found["ended"] == found["runs"]:
            parts.append(self.tr("There is time for all."))
        elif found["begun"]:
            text = self.tr("There is time for {0} to the end and for a part of {1} more: the best go on.")
            parts.append(text.format(found["ended"], found["begun"]))
        elif found["ended"]:
            parts.append(self.tr("There is time for {0}.").format(found["ended"]))
        else:
            parts.append(self.tr("There is not time for one: give it more minutes."))
        self._say(" ".join(parts))

    def _on_ended(self) -> None:
        self._job = None
        self.refresh()

    def _on_changed(self) -> None:
        self._asked = ""
        self.refresh()

    def _on_start(self) -> None:
        fields = self.fields()
        self.rest()
        self.start_wanted.emit(fields)

    def _say(self, text: str) -> None:
        self.estimate.setText(text)

    def _key(self, fields: dict[str, Any]) -> str:
        return json.dumps([fields, datasets.stamp(self.session.project)], sort_keys=True)

    def showEvent(self, event: Any) -> None:
        """Seen again: go on asking."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: Any) -> None:
        """Another page may want the engine for itself."""
        self.rest()
        super().hideEvent(event)

    def _lay_out(self, options: dict[str, Any]) -> None:
        card = Card()
        card.add_row(self.tr("Base model"), "", self.base)
        presets = QWidget()
        row = QHBoxLayout(presets)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.TIGHT)
        for box in self.presets.values():
            row.addWidget(box)
        card.add_row(self.tr("Presets"), "", presets)
        examples = {"rank": "8, 16, 64", "learning_rate": "1e-4, 5e-4", "epochs": "4, 8", "seed": "0, 1, 2"}
        for name, line in self.values.items():
            line.setPlaceholderText(self.tr("such as {0}").format(examples[name]))
            line.setFixedWidth(130)
            line.setObjectName(f"sweep-{name}")
            card.add_row(
                engine_text(options[name].metadata["title"]).rstrip("."),
                engine_text(options[name].metadata["help"]),
                line,
            )
        card.add_row(self.tr("Time"), self.tr("For all runs together."), self.minutes)
        card.add_row(self.tr("Exam after each run"), self.tr("Forty held-out questions of each split."), self.exam)
        theme.as_quiet(self.estimate)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(card)
        area.viewport().setAutoFillBackground(False)
        area.setMaximumHeight(card.sizeHint().height() + 30)
        foot = QHBoxLayout()
        foot.addWidget(self.estimate, 1)
        foot.addWidget(self.start, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(area, 1)
        layout.addLayout(foot)
        layout.addStretch(0)


def _numbers(text: str, *, whole: bool) -> list[float]:
    """The numbers of a line with commas or spaces between them; raises HoneError for what is none."""
    found: list[float] = []
    for part in re.split(r"[,;\s]+", text.strip()):
        if not part:
            continue
        try:
            found.append(int(part) if whole else float(part))
        except ValueError as error:
            raise HoneError(f"{part} is not a number", "Write numbers with commas between them.") from error
    return found


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(SweepSetup, lambda w, s: w.values["rank"].setText("8, 16")))
