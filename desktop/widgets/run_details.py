"""The numbers of a run: what its spec was worked out to, as it is stored with it."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QWidget

from desktop import theme
from desktop.tables.runs_table import base_title
from desktop.widgets.elided import ElidedLabel
from desktop.wording import moment_text
from desktop.words import engine_text
from engine.train import TrainSpec

if TYPE_CHECKING:
    from engine.project.runs import Run

_NAMES = (
    "method", "rank", "scale", "dropout", "layers", "embeddings", "learning_rate", "warmup", "weight_decay",
    "batch_size", "accumulation", "cues", "word_dropout", "max_length", "mask_prompt", "evaluate_every",
    "checkpoint_every", "seed", "samples", "patience", "best_by",
)  # fmt: skip


class RunDetails(QScrollArea):
    """A column of names and values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-details")
        self.setAccessibleName(self.tr("Numbers of the run"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.texts: dict[str, str] = {}
        self._shown: Run | None = None

    def show_run(self, run: Run | None) -> None:
        """Show a run's numbers; none for one that is not in the store yet."""
        if run == self._shown and self.widget() is not None:
            return
        self._shown = run
        inside = QWidget()
        inside.setAutoFillBackground(False)
        form = QFormLayout(inside)
        form.setContentsMargins(4, 2, 8, 2)
        form.setVerticalSpacing(5)
        form.setHorizontalSpacing(theme.GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.texts = self._lines(run) if run is not None else {}
        for name, text in self.texts.items():
            title, value = QLabel(name), ElidedLabel(text)
            theme.as_quiet(title)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(title, value)
        self.setWidget(inside)

    def _lines(self, run: Run) -> dict[str, str]:
        spec: dict[str, Any] = json.loads(run.spec)
        found = {
            self.tr("Base"): base_title(run),
            self.tr("Preset"): engine_text(str(spec.get("preset", ""))).capitalize(),
            self.tr("Dataset"): str(run.dataset_id),
            self.tr("Started"): moment_text(run.created_at),
        }
        if run.ended_at:
            found[self.tr("Ended")] = moment_text(run.ended_at)
        titles = {field.name: field.metadata.get("title", "") for field in dataclasses.fields(TrainSpec)}
        for name in _NAMES:
            if name in run.plan:
                found[engine_text(titles[name]).rstrip(".")] = self._value(name, run.plan[name])
        return found

    def _value(self, name: str, value: Any) -> str:
        if isinstance(value, bool):
            return self.tr("Yes") if value else self.tr("No")
        if name == "patience" and value == 0:
            return self.tr("Off")
        if name == "layers" and value == -1:
            return self.tr("All")
        return f"{value:g}" if isinstance(value, float) else engine_text(str(value))


if __name__ == "__main__":
    from desktop import preview
    from engine.project import runs

    raise SystemExit(preview.show(lambda session: RunDetails(), lambda w, s: w.show_run(runs.latest(s.project))))
