"""A line in which a judge is chosen that votes where the person voted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.judge_choice import JudgeChoice


class JudgeRow(QWidget):
    """`wanted` hands on the fields judge and judge_model; hidden until it is asked for."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("judge-row")
        why = QLabel(self.tr("The judge reads the replies you voted on and chooses too, without knowing your choice."))
        why.setWordWrap(True)
        theme.as_quiet(why)
        self.choice = JudgeChoice(off=False)
        self.start = QPushButton(self.tr("Ask the Judge"))
        self.start.setObjectName("start-agree")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.choice.changed.connect(self._enable)
        self.start.clicked.connect(self._on_start)
        self.cancel.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(theme.TIGHT)
        row.addWidget(self.choice, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        layout.addWidget(why)
        layout.addLayout(row)
        self._enable()
        self.hide()

    def _enable(self) -> None:
        self.start.setEnabled(bool(self.choice.values()))

    def _on_start(self) -> None:
        self.wanted.emit(self.choice.values())
        self.hide()


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: JudgeRow(), lambda w, s: w.show()))
