"""What a run's curves warn of, in words, with what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from desktop import theme
from desktop.words import engine_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.proof.curve import Remark

_SIGN = 16  # pixels


class RunWarnings(QFrame):
    """Hidden while there is nothing to be said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-warnings")
        self.setAccessibleName(self.tr("Warnings"))
        theme.set_role(self, "card")
        self.remarks: list[Remark] | None = None
        self.labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(theme.TIGHT + 2)
        self._grid.setVerticalSpacing(theme.TIGHT)
        self._grid.setColumnStretch(1, 1)
        self.show_remarks([])

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these, one below the other."""
        self.setVisible(bool(remarks))
        if list(remarks) == self.remarks:
            return
        self.remarks = list(remarks)
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.labels = []
        for row, remark in enumerate(remarks):
            sign, label = QLabel(), QLabel(wordWrap=True)
            sign.setPixmap(theme.icon("attention", _SIGN, theme.colour("warning")).pixmap(_SIGN, _SIGN))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setText(f"{engine_text(remark.text)} {engine_text(remark.advice)}")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, row, 1)
            self.labels.append(label)


if __name__ == "__main__":
    from desktop import preview
    from engine.proof import curve

    metrics = {
        "train_loss": [(at, 5 / at) for at in range(1, 60)],
        "val_loss": [(0, 5.0), (10, 1.0), (20, 0.8), (30, 0.9), (40, 1.0), (50, 1.2)],
        "dropped_rows": [(0, 7.0)],
    }
    told = curve.warnings(metrics, {"iterations": 60, "learning_rate": 2e-4, "warmup": 3, "max_length": 512})
    raise SystemExit(preview.show(lambda session: RunWarnings(), lambda card, session: card.show_remarks(told)))
