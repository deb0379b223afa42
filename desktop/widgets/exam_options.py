"""What an exam asks and whom: splits, a file of one's own, with documents or without, what it measures, the judge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from desktop import preferences, theme
from desktop.tables.exam_table import split_text, split_title
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.judge_choice import JudgeChoice
from desktop.widgets.spec_form import SpecForm
from engine.exam import ExamSpec
from engine.project import exams

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

_WIDE = 820  # pixels from which on the columns stand side by side
_SPLITS = {"test": True, "unseen": True, "valid": False, "train": False}  # and whether they are asked by default


class ExamOptions(QFrame):
    """`values` are fields of ExamSpec; `changed` tells that they are others now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exam-options")
        theme.set_role(self, "card")
        self.form = SpecForm(ExamSpec, ("limit", "max_tokens", "batch_size"))
        self.form.editors["limit"].setSpecialValueText(self.tr("all"))  # type: ignore[union-attr]
        self.form.changed.connect(self.changed)
        self.splits = {split: QCheckBox() for split in _SPLITS}
        for split, box in self.splits.items():
            box.setToolTip(split_text(split))
            box.setAccessibleDescription(split_text(split))
            box.setChecked(_SPLITS[split])
            box.toggled.connect(self.changed)
        self.documents = QCheckBox(self.tr("Base and tuned with documents too"))
        self.noise = QCheckBox(self.tr("Ask the base twice, to tell chance from learning"))
        self.probe = QCheckBox(self.tr("General questions, to see what was lost"))
        for box in (self.documents, self.noise, self.probe):
            box.setChecked(True)
            box.toggled.connect(self.changed)
        self.judge = JudgeChoice()
        self.judge.changed.connect(self.changed)
        self.questions = ""
        self.file = ElidedLabel()
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose a file of questions"))
        self.choose.clicked.connect(self.ask_file)
        self.leave = QPushButton(self.tr("Remove"))
        self.leave.setAccessibleName(self.tr("Ask no file of questions"))
        self.leave.clicked.connect(lambda: self.set_file(""))
        self._lay_out()
        self.show_counts({})
        self.show_index(False)
        self.set_file("")

    def show_index(self, there: bool) -> None:
        """Whether there is an index that the documents can be looked up in."""
        tip = self.tr("Both also answer with what the index finds in your documents.")
        self.documents.setToolTip(tip if there else self.tr("Make an index on the page Documents first."))
        self.documents.setAccessibleDescription(self.documents.toolTip())
        if self.documents.isEnabled() != there:
            self.documents.setEnabled(there)
            self.documents.setChecked(there)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Tell how many questions each split has; one without any cannot be asked."""
        for split, box in self.splits.items():
            number = counts.get(split, 0)
            shown = f"{number:,}" if number else self.tr("none")
            box.setText(self.tr("{0} ({1})").format(split_title(split), shown))
            if box.isEnabled() != (number > 0):
                box.setEnabled(number > 0)
                box.setChecked(_SPLITS[split] and number > 0)

    def values(self) -> dict[str, Any]:
        """What differs from the defaults. A split without questions counts as it is by default."""
        asked = [split for split, box in self.splits.items() if self._on(box, _SPLITS[split])]
        values = self.form.values()
        splits = [split for split in asked if split != "train"]
        if splits != ["test", "unseen"]:
            values["splits"] = splits
        if "train" in asked:
            values["trained"] = True
        if self.questions:
            values["questions"] = self.questions
        if self.documents.isEnabled() and not self.documents.isChecked():
            values["sides"] = [exams.BASE, exams.TUNED]
        for name, box in (("noise", self.noise), ("probe", self.probe)):
            if not box.isChecked():
                values[name] = False
        return {**values, **self.judge.values()}

    def asks_something(self) -> bool:
        """Whether there is a question to ask, and a judge where one is wanted."""
        return self.judge.is_complete() and self._has_questions()

    def _has_questions(self) -> bool:
        return bool(self.questions) or any(box.isEnabled() and box.isChecked() for box in self.splits.values())

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show the options of an exam."""
        asked = {*values.get("splits", ("test", "unseen")), *(["train"] if values.get("trained") else [])}
        for split, box in self.splits.items():
            box.setChecked(split in asked)
        self.form.set_values({name: values[name] for name in self.form.editors if name in values})
        self.set_file(str(values.get("questions") or ""))
        sides = values.get("sides") or exams.SIDES
        self.documents.setChecked(self.documents.isEnabled() and any(side.endswith("_rag") for side in sides))
        self.noise.setChecked(bool(values.get("noise", True)))
        self.probe.setChecked(bool(values.get("probe", True)))
        self.judge.set_values(values)

    def ask_file(self) -> None:
        """Let the person choose a file of questions."""
        start = str(Path(self.questions).parent) if self.questions else preferences.get("questions_folder")
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a File of Questions"), start, self.tr("Questions (*.json)")
        )
        if path:
            preferences.put("questions_folder", str(Path(path).parent))
            self.set_file(path)

    def set_file(self, path: str) -> None:
        """Ask the questions of a file too; '' asks none."""
        self.questions = path
        self.file.setText(Path(path).name if path else self.tr("None"))
        self.leave.setVisible(bool(path))
        self.changed.emit()

    @staticmethod
    def _on(box: QCheckBox, default: bool) -> bool:
        return box.isChecked() if box.isEnabled() else default

    def _lay_out(self) -> None:
        boxes = QVBoxLayout()
        boxes.setSpacing(theme.TIGHT)
        boxes.addWidget(self._heading(self.tr("Which questions")))
        for box in self.splits.values():
            boxes.addWidget(box)
        boxes.addStretch()
        limits = QVBoxLayout()
        limits.setSpacing(theme.TIGHT)
        limits.addWidget(self._heading(self.tr("Limits")))
        limits.addWidget(self.form)
        limits.addStretch()
        measures = QVBoxLayout()
        measures.setSpacing(theme.TIGHT)
        measures.addWidget(self._heading(self.tr("What is measured")))
        for box in (self.documents, self.noise, self.probe):
            measures.addWidget(box)
        measures.addStretch()
        layout = QGridLayout(self)
        layout.setContentsMargins(16, theme.GAP, 16, theme.GAP)
        layout.setHorizontalSpacing(theme.GAP)
        layout.setVerticalSpacing(theme.GAP)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.PAGE + theme.GAP)
        for column in (boxes, measures, limits):
            self._columns.addLayout(column, 1)
        layout.addLayout(self._columns, 0, 0, 1, 2)
        own = QLabel(self.tr("A file of your own questions:"))
        own.setToolTip(self.tr('A JSON list like [{"question": "How heavy is it?", "key": ["37 kg"]}].'))
        file = QHBoxLayout()
        file.setSpacing(theme.TIGHT + 2)
        file.addWidget(self.file, 1)
        file.addWidget(self.leave)
        file.addWidget(self.choose)
        judge = QLabel(self.tr("Judge of the replies:"))
        judge.setBuddy(self.judge.kind)
        judge.setToolTip(self.tr("A larger model that scores every reply from 0 to 100 and says why."))
        layout.addWidget(own, 1, 0)
        layout.addLayout(file, 1, 1)
        layout.addWidget(judge, 2, 0)
        layout.addWidget(self.judge, 2, 1)
        layout.setColumnStretch(1, 1)

    def arrange(self, room: int) -> None:
        """What is asked and measured stand below one another where there is little room."""
        wide = room >= _WIDE
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(theme.PAGE + theme.GAP if wide else theme.GAP)

    @staticmethod
    def _heading(text: str) -> QLabel:
        label = QLabel(text)
        theme.as_quiet(label)
        return label


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(lambda session: ExamOptions(), lambda w, s: w.show_counts({"test": 36, "valid": 36, "train": 303}))
    )
