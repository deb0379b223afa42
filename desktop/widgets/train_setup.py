"""A new run: base, preset, rows, options under Advanced, and what it will take, before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.base_choice import BaseChoice
from desktop.widgets.fold import Fold
from desktop.widgets.hosts_view import HostsView
from desktop.widgets.plan_text import Advice, advice, rows_text
from desktop.widgets.preset_cards import PresetCards
from desktop.widgets.spec_form import SpecForm
from engine.build import DatasetSpec
from engine.train import TrainSpec

if TYPE_CHECKING:
    from collections.abc import Mapping

TRAIN_OPTIONS = (
    "method", "rank", "scale", "dropout", "layers", "embeddings", "learning_rate", "warmup", "weight_decay", "cues",
    "word_dropout", "batch_size", "accumulation", "epochs", "iterations", "max_length", "evaluate_every",
    "checkpoint_every", "patience", "best_by", "samples", "seed", "mask_prompt",
)  # fmt: skip
DATASET_OPTIONS = ("split", "valid", "test", "unseen", "wordings", "replay", "style", "system")


class TrainSetup(QWidget):
    """`changed` tells that other options are wanted, `start_wanted` and `measure_wanted` what their buttons say."""

    changed = Signal()
    start_wanted = Signal()
    measure_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.base, self.presets = BaseChoice(), PresetCards()
        self.rows = QLabel(wordWrap=True)
        self.train = SpecForm(TrainSpec, TRAIN_OPTIONS, columns=2)
        self.dataset = SpecForm(DatasetSpec, DATASET_OPTIONS, columns=2)
        self.reset = QPushButton(self.tr("Reset to Preset"))
        self.advanced = Fold(self.tr("Advanced"), self._options())
        self.hosts = HostsView()
        self.several = Fold(self.tr("Several Macs"), self.hosts)
        self.sign = QLabel()
        self.estimate, self.warning = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.measure = QPushButton(self.tr("Measure Speed"))
        self.measure.setToolTip(self.tr("Loads the base and tries a few iterations"))
        self.start = theme.primary(self.tr("Start Training"))
        self.start.setObjectName("start-training")
        self._lay_out()
        self.base.changed.connect(self.changed)
        self.presets.chosen.connect(self.changed)
        self.train.changed.connect(self._on_edited)
        self.dataset.changed.connect(self._on_edited)
        self.reset.clicked.connect(lambda: self.show_wishes({**self.wishes(), "train": {}, "dataset": {}}, tell=True))
        self.start.clicked.connect(self.start_wanted)
        self.measure.clicked.connect(self.measure_wanted)
        self._found: Mapping[str, Any] = {}
        self.show_plan({})

    def wishes(self) -> dict[str, Any]:
        """What the person chose, as plain values."""
        return {
            "base": self.base.value,
            "preset": self.presets.selected,
            "train": self.train.values(),
            "dataset": self.dataset.values(),
        }

    def show_wishes(self, wishes: Mapping[str, Any], *, tell: bool = False) -> None:
        """Show what was chosen before."""
        with QSignalBlocker(self):
            self.base.select(wishes.get("base", self.base.value))
            self.presets.select(wishes.get("preset", self.presets.selected))
            self.train.set_values(wishes.get("train", {}))
            self.dataset.set_values(wishes.get("dataset", {}))
        self._mark_edited()
        if tell:
            self.changed.emit()

    def show_plan(self, found: Mapping[str, Any]) -> None:
        """Show the engine's plan for these wishes; an empty one is being worked out."""
        self._found = found
        presets = found.get("presets", {})
        self.presets.show_plans(presets)
        chosen = presets.get(self.presets.selected, {})
        self.train.show_automatic({**chosen.get("recipe", {}), "epochs": chosen.get("epochs")})
        self.rows.setText(rows_text(found) if presets else "")
        self._advise(advice(found, self.presets.selected))
        resumes = found.get("resumes")
        self.start.setText(self.tr("Start Training") if resumes is None else self.tr("Resume Run {0}").format(resumes))

    def _advise(self, said: Advice) -> None:
        self.estimate.setText(said.estimate)
        self.warning.setText(said.warning)
        self.sign.setPixmap(theme.icon("attention", 18, theme.colour("warning")).pixmap(18, 18))
        self.warning_row.setVisible(bool(said.warning))
        self.measure.setVisible(said.measurable)

    def _on_edited(self) -> None:
        self._mark_edited()
        self.changed.emit()

    def _mark_edited(self) -> None:
        self.reset.setEnabled(bool(self.train.values() or self.dataset.values()))

    def _options(self) -> QWidget:
        numbers, rows = QLabel(self.tr("Training")), QLabel(self.tr("Dataset"))
        for label in (numbers, rows):
            theme.as_heading(label)
        hint = QLabel(self.tr("Left on automatic, an option follows base, preset and rows."), wordWrap=True)
        theme.as_quiet(hint)
        top = QHBoxLayout()
        top.addWidget(hint, 1)
        top.addWidget(self.reset)
        card = QFrame()
        theme.set_role(card, "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(theme.GAP)
        layout.addLayout(top)
        for widget in (numbers, self.train, rows, self.dataset):
            layout.addWidget(widget)
        return card

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(theme.GAP)
        form.setVerticalSpacing(theme.GAP)
        for row, (text, widget) in enumerate((
            (self.tr("Base model"), self.base),
            (self.tr("Rows"), self.rows),
        )):  # fmt: skip
            label = QLabel(text)
            theme.as_quiet(label)
            label.setMinimumWidth(80)
            form.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if widget is self.rows else Qt.AlignmentFlag(0))
            form.addWidget(widget, row, 1)
        form.setColumnStretch(1, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(theme.GAP + 4)
        column.addLayout(form)
        column.addWidget(self.presets)
        column.addWidget(self.advanced)
        column.addWidget(self.several)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(scroll, 1)
        layout.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        theme.set_role(self.warning, "warning")
        self.warning_row = QWidget()
        row = QHBoxLayout(self.warning_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.warning, 1)
        line = QHBoxLayout()
        line.setSpacing(theme.GAP)
        line.addWidget(self.estimate, 1)
        line.addWidget(self.measure)
        line.addWidget(self.start)
        foot = QVBoxLayout()
        foot.setSpacing(theme.TIGHT)
        foot.addWidget(self.warning_row)
        foot.addLayout(line)
        return foot


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: TrainSetup()))
