"""How a GGUF is exported: for which program, and in how many bits."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.spec_form import SpecForm
from engine.export import ExportSpec


class GgufOptions(QWidget):
    """`place` is the option of ExportSpec that takes the folder, `values` are its other fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.program = QComboBox()
        self.program.setAccessibleName(self.tr("Program"))
        for name, text in (
            ("gguf", self.tr("llama.cpp and others")),
            ("ollama", "Ollama"),
            ("lm_studio", "LM Studio"),
        ):
            self.program.addItem(text, name)
        self.program.setMinimumContentsLength(8)
        self.program.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.form = SpecForm(ExportSpec, ("quantisation",))
        self.giving = SpecForm(ExportSpec, ("ollama_create",))
        self.giving.hide()
        self.program.currentIndexChanged.connect(lambda: self.giving.setVisible(self.place == "ollama"))
        label = QLabel(self.tr("For:"))
        label.setBuddy(self.program)
        line = QHBoxLayout()
        line.setSpacing(theme.GAP)
        line.addWidget(label)
        line.addWidget(self.program, 1)
        line.addWidget(self.form, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.TIGHT, 0, 0)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(line)
        layout.addWidget(self.giving)

    @property
    def place(self) -> str:
        """The option that takes the folder."""
        return str(self.program.currentData())

    def values(self) -> dict[str, Any]:
        """The options that differ from their defaults."""
        return self.form.values() | (self.giving.values() if self.place == "ollama" else {})


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: GgufOptions()))
