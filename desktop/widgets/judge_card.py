"""What a judge says of the replies of an exam, and the way to ask one afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.tables.exam_words import percent, side_title
from desktop.widgets.judge_choice import JudgeChoice
from desktop.words import engine_text
from engine.phrases import particles

if TYPE_CHECKING:
    from collections.abc import Mapping


class JudgeCard(QFrame):
    """`wanted` hands on the fields judge and judge_model of who shall judge this exam."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("judge")
        theme.set_role(self, "card")
        title, self.sentence, self.problem = QLabel(self.tr("Judge")), QLabel(), QLabel()
        theme.as_heading(title)
        theme.as_quiet(self.sentence)
        theme.set_role(self.problem, "warning")
        for label in (self.sentence, self.problem):
            label.setWordWrap(True)
        self.ask = QPushButton(self.tr("Judge This Exam…"))
        self.choice = JudgeChoice(off=False)
        self.start = QPushButton(self.tr("Judge"))
        self.start.setObjectName("start-judge")
        self.ask.clicked.connect(lambda: self._open(True))
        self.choice.changed.connect(self._enable)
        self.start.clicked.connect(self._on_start)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self.ask)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, theme.TIGHT, 0, 0)
        row.addWidget(self.choice, 1)
        row.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, theme.GAP, 16, theme.GAP + 2)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(top)
        layout.addWidget(self.sentence)
        layout.addWidget(self.problem)
        layout.addWidget(self._row)
        self._busy = False
        self._open(False)
        self.show_judge(None)

    def show_judge(self, judge: Mapping[str, Any] | None) -> None:
        """Show {judge, asked, scored, unreadable, problem, preference}; None is nobody."""
        self.problem.hide()
        if not judge:
            self.sentence.setText(
                self.tr("No judge has read the replies. A larger model can say how good each is, from 0 to 100.")
            )
            return
        name = str(judge.get("judge") or "")
        shown = name if "://" in name else Path(name).name
        said = self.tr("{0} has scored {1} of {2} replies.").format(
            shown, _count(judge, "scored"), _count(judge, "asked")
        )
        if judge.get("unreadable"):
            said += " " + self.tr("{0} of its answers could not be read.").format(_count(judge, "unreadable"))
        self.sentence.setText(particles(" ".join([said, self._preference(judge.get("preference"))]).strip()))
        self.problem.setVisible(bool(judge.get("problem")))
        self.problem.setText(engine_text(str(judge.get("problem") or "")))

    def set_busy(self, busy: bool) -> None:
        """While a job runs no judge can be asked."""
        self._busy = busy
        self._enable()

    def _preference(self, found: Mapping[str, Any] | None) -> str:
        if not found:
            return ""
        sides = side_title(str(found["side"])), side_title(str(found["other"]))
        counts = tuple(_count(found, name) for name in ("win", "tie", "loss"))
        text = self.tr("Without knowing which is which it prefers {0} in {2}, {1} in {4}, and neither in {3}.")
        said = text.format(*sides, *counts)
        if found.get("share") is not None and found.get("low") is not None:
            text = self.tr("{0} is preferred in {1} ({2} to {3}).")
            said += " " + text.format(sides[0], *(percent(found[name]) for name in ("share", "low", "high")))
        return said

    def _open(self, on: bool) -> None:
        self._row.setVisible(on)
        self.ask.setVisible(not on)
        self._enable()

    def _enable(self) -> None:
        self.ask.setEnabled(not self._busy)
        self.start.setEnabled(not self._busy and bool(self.choice.values()))

    def _on_start(self) -> None:
        self.wanted.emit(self.choice.values())
        self._open(False)


def _count(found: Mapping[str, Any], name: str) -> str:
    return f"{int(found.get(name) or 0):,}"


if __name__ == "__main__":
    from desktop import preview

    told = {"judge": "judge.gguf", "asked": 144, "scored": 140, "unreadable": 4, "preference": None}
    raise SystemExit(preview.show(lambda session: JudgeCard(), lambda w, s: w.show_judge(told)))
