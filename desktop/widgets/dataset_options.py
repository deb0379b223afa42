"""How the dataset is exported: which pairs, and in which format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop import theme
from engine.dataset.formats.prompts import TEXT_STYLES
from engine.dataset.formats.writing import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable

TRAINED, NOW = "trained", "now"


class DatasetOptions(QWidget):
    """`values` are fields of ExportSpec; `rows` tells whether those of the run or the newest are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows, self.format, self.style_ = QComboBox(), QComboBox(), QComboBox()
        self._fill(
            self.rows, self.tr("Pairs"), ((TRAINED, self.tr("As it was trained")), (NOW, self.tr("As accepted now")))
        )
        self._fill(self.format, self.tr("Format"), ((name, format_text(name)) for name in FORMATS))
        styles = ((name, name.capitalize()) for name in TEXT_STYLES)
        self._fill(self.style_, self.tr("Prompt style"), (("", self.tr("automatic")), *styles))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.TIGHT, 0, 0)
        layout.setSpacing(theme.GAP)
        self._labels = {}
        for box, share in ((self.format, 3), (self.style_, 1), (self.rows, 2)):
            label = QLabel(box.accessibleName())
            label.setBuddy(box)
            layout.addWidget(label)
            layout.addWidget(box, share)
            self._labels[box] = label
        self.format.currentIndexChanged.connect(self._on_format)
        self._on_format()

    def values(self) -> dict[str, Any]:
        """Format, and the prompt style where the format has one."""
        chosen = {"format": self.format.currentData()}
        if self.format.currentData() == "text" and self.style_.currentData():
            chosen["text_style"] = self.style_.currentData()
        return chosen

    def offer_rows(self, trained: bool) -> None:
        """There is a choice of rows only where something was trained."""
        for widget in (self.rows, self._labels[self.rows]):
            widget.setVisible(trained)
        if not trained:
            self.rows.setCurrentIndex(self.rows.findData(NOW))

    def _on_format(self) -> None:
        for widget in (self.style_, self._labels[self.style_]):
            widget.setVisible(self.format.currentData() == "text")

    def _fill(self, box: QComboBox, name: str, choices: Iterable[tuple[str, str]]) -> None:
        box.setAccessibleName(name)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, text in choices:
            box.addItem(text, value)


def format_text(name: str) -> str:
    """A format in words that say who reads it."""
    texts = {
        "chat": tr("Chat messages, for mlx-lm and OpenAI (JSONL)"),
        "completions": tr("Prompt and completion (JSONL)"),
        "text": tr("Plain text in a prompt style (JSONL)"),
        "alpaca": tr("Alpaca: instruction, input, output (JSON)"),
        "sharegpt": tr("ShareGPT conversations (JSON)"),
        "csv": tr("Spreadsheet (CSV)"),
        "parquet": tr("Parquet, as on Hugging Face"),
    }
    return texts.get(name, name)


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("dataset_options", text)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: DatasetOptions()))
