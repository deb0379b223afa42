"""One export that was made: what, where, how large, how faithful, and how to use it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.tables.exam_words import percent
from desktop.widgets.dataset_options import format_text
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.reveal import reveal, reveal_text
from desktop.widgets.usage import uses
from desktop.wording import moment_text, path_text, size_text
from desktop.words import engine_text

if TYPE_CHECKING:
    from engine.project.artifacts import Exported
    from engine.project.runs import Run

_FORMS = ("quantisation", "precision", "adapter_format")
KINDS = ("gguf", "ollama", "lm_studio", "mlx", "hugging_face", "adapter", "dataset", "qna")


class ExportedCard(QFrame):
    """Shows one record; what is gone says so and offers nothing."""

    def __init__(self, exported: Exported, run: Run | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.exported, self._bytes = exported, exported.size
        self.there = self._bytes is not None
        self.name = ElidedLabel(Path(exported.path).name)
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.setAccessibleName(f"{self._kind()}: {exported.path}")
        self.about = ElidedLabel(self._about())
        self.place = ElidedLabel(path_text(Path(exported.path).parent))
        for label in (self.about, self.place):
            theme.as_quiet(label)
        self.state, self.mark = QLabel(self._state()), QLabel()
        self.state.setWordWrap(True)
        self.show_ = QPushButton(reveal_text())
        self.show_.clicked.connect(lambda: reveal(exported.path))
        self.how = QPushButton(self.tr("How to Use It"))
        self.how.setCheckable(True)
        self.uses = self._uses(run)
        self.how.toggled.connect(self.uses.setVisible)
        self.uses.hide()
        for button in (self.how, self.show_):
            button.setAccessibleDescription(exported.path)
            button.setVisible(self.there)
        self._lay_out()

    def _kind(self) -> str:
        kinds = {
            "gguf": self.tr("GGUF file"),
            "ollama": self.tr("Folder for Ollama"),
            "lm_studio": self.tr("GGUF file for LM Studio"),
            "hugging_face": self.tr("Hugging Face model"),
            "mlx": self.tr("MLX model"),
            "adapter": self.tr("Adapter"),
            "dataset": self.tr("Dataset"),
            "qna": self.tr("InstructLab taxonomy"),
        }
        return kinds.get(self.exported.kind, self.exported.kind)

    def _about(self) -> str:
        data = self.exported.data
        run = self.tr("Run {0}").format(data["run"]) if "run" in data else ""
        size = "" if self._bytes is None else size_text(self._bytes)
        rows = sum(data.get(split, 0) for split in ("train", "valid", "test", "unseen"))
        kind = format_text(data["format"]) if "format" in data else ""
        form = next((str(data[name]) for name in _FORMS if data.get(name)), "")
        kind = kind or ("" if form in ("f16", "fused") else engine_text(form))
        count = self.tr("{0} rows").format(f"{rows:,}") if "format" in data else ""
        if self.exported.kind == "qna":
            count = self.tr("{0} pairs").format(f"{data.get('pairs', 0):,}")
        return " · ".join(filter(None, (self._kind(), kind, count, size, run, moment_text(self.exported.created_at))))

    def _state(self) -> str:
        if not self.there:
            return self.tr("No longer there: it was moved or deleted. Export it again if you need it.")
        share, prompts = self.exported.data.get("token_agreement"), self.exported.data.get("prompts")
        if share is None or not prompts:
            return ""
        if self.exported.kind == "mlx":
            return self.tr("Measured: it chooses {0} of the words of {1} replies as the fused model does.").format(
                percent(share), prompts
            )
        return self.tr("Checked: llama.cpp chooses {0} of the words of {1} replies as the model in Hone does.").format(
            percent(share), prompts
        )

    def _uses(self, run: Run | None) -> QWidget:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, theme.TIGHT, 0, 0)
        grid.setVerticalSpacing(theme.TIGHT)
        for row, use in enumerate(uses(self.exported, run)):
            label = QLabel(use.name)
            theme.as_quiet(label)
            if not use.command:
                label.setWordWrap(True)
                grid.addWidget(label, row, 0, 1, 3)
                continue
            line = QLineEdit(use.command, readOnly=True)
            line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            line.setAccessibleName(self.tr("Command for {0}").format(use.name))
            line.setCursorPosition(0)
            copy = QPushButton(self.tr("Copy"))
            copy.setAccessibleName(self.tr("Copy the command for {0}").format(use.name))
            copy.clicked.connect(lambda _, text=use.command: QGuiApplication.clipboard().setText(text))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(line, row, 1)
            grid.addWidget(copy, row, 2)
        grid.setColumnStretch(1, 1)
        return inner

    def _lay_out(self) -> None:
        sign, tint = ("check", theme.colour("good")) if self.there else ("attention", theme.colour("warning"))
        self.mark.setPixmap(theme.icon(sign, 16, tint).pixmap(16, 16))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for label in (self.name, self.about, self.place):
            texts.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(theme.GAP)
        top.addLayout(texts, 1)
        for button in (self.how, self.show_):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        state = QHBoxLayout()
        state.setSpacing(theme.TIGHT)
        state.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.state, 1)
        for widget in (self.mark, self.state):
            widget.setVisible(bool(self.state.text()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, theme.GAP, 16, theme.GAP)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(top)
        layout.addLayout(state)
        layout.addWidget(self.uses)


if __name__ == "__main__":
    from desktop import preview
    from engine.project import artifacts, runs

    raise SystemExit(preview.show(lambda s: ExportedCard(artifacts.artifacts(s.project)[0], runs.latest(s.project))))
