"""The checks that every pair must pass: what each objects to, how many it rejected, and whether it shall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.words import engine_text
from engine.project.settings import setting
from engine.project.tally import tally

if TYPE_CHECKING:
    from desktop.session import Session


class ChecksPanel(QWidget):
    """Switches checks by the job that the command line uses; the stored pairs move when they are judged again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.boxes: dict[str, QCheckBox] = {}
        self.counts: dict[str, QLabel] = {}
        self.again = QPushButton(self.tr("Judge All Pairs Again"))
        self.again.setToolTip(self.tr("By the checks that are on; what you settled by hand stays as it is"))
        self.again.clicked.connect(lambda: self._submit(again=True))
        self._filled = False

    def refresh(self) -> None:
        """Show what is on and what each check rejected."""
        from engine.dataset.checks import SETTING

        if not self._filled:
            self._fill()
        off = set(setting(self.session.project, SETTING, []))
        rejected = tally(self.session.project).reasons
        busy = self.session.queue.of("checks", "generate") is not None
        for name, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(name not in off)
            box.blockSignals(False)
            box.setEnabled(not busy)
            count = rejected.get(name, 0)
            self.counts[name].setText(f"{count:,}" if count else "")
        self.again.setEnabled(not busy)

    def _fill(self) -> None:
        from engine.dataset.checks import ALWAYS, SENTENCES

        self._filled = True
        note = QLabel(
            self.tr("A check that is off rejects no pair any more. Pairs that are there move when judged again.")
        )
        note.setWordWrap(True)
        theme.as_quiet(note)
        top = QHBoxLayout()
        top.addWidget(note, 1)
        top.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.TIGHT)
        for row, (name, sentence) in enumerate((n, s) for n, s in SENTENCES.items() if n not in ALWAYS):
            box, count = QCheckBox(engine_text(sentence)), QLabel()
            theme.as_quiet(count)
            box.setObjectName(f"check-{name}")
            box.toggled.connect(lambda on, name=name: self._submit(**{"on" if on else "off": [name]}))
            count.setToolTip(self.tr("Pairs that it rejected"))
            grid.addWidget(box, row, 0)
            grid.addWidget(count, row, 1, Qt.AlignmentFlag.AlignRight)
            self.boxes[name], self.counts[name] = box, count
        grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.TIGHT, theme.GAP, theme.TIGHT)
        layout.addLayout(top)
        layout.addLayout(grid)
        layout.addStretch()

    def _submit(self, **fields: Any) -> None:
        title = self.tr("Judging pairs again") if fields.get("again") else self.tr("Switching a check")
        self.session.submit("checks", title, **fields)


if __name__ == "__main__":
    from desktop import preview

    def recorded(session: Session) -> ChecksPanel:
        """The checks of the recorded project."""
        panel = ChecksPanel(session)
        panel.refresh()
        return panel

    raise SystemExit(preview.show(recorded))
