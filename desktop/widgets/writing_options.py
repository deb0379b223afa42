"""What shall be written, and by which writer: the few options that matter, and all others behind Advanced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import failure, known_models, theme
from desktop.widgets.pair_filter import kind_text
from desktop.widgets.spec_form import SpecForm
from engine.errors import HoneError
from engine.jobs import spec_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

KINDS = ("fact", "how_to", "why", "comparison", "list", "yes_no")
_ADVANCED = (
    "unanswerable",
    "examples",
    "target",
    "stage",
    "seed",
    "topic",
    "instructions",
    "temperature",
    "max_tokens",
    "skills",
)
_CHAT_ONLY = ("topic", "instructions", "temperature", "max_tokens", "skills")
_CHOOSE = "…"  # stands for asking by a dialog
_SAMPLE = 10


class WriterChoice(QComboBox):
    """A known writer, or a GGUF file that a dialog asks for; `more` come before them, as (title, value)."""

    chosen = Signal()

    def __init__(self, name: str, *more: tuple[str, str]) -> None:
        super().__init__()
        self._more = more
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._last = ""
        self.refresh()
        self.activated.connect(self._on_activated)

    def refresh(self) -> None:
        """List the writers anew; the chosen one stays."""
        kept = self._last
        self.clear()
        for title, value in self._more:
            self.addItem(title, value)
        for choice in (*known_models.writers(), *known_models.servers()):
            self.addItem(choice.title, choice.value)
            self.setItemData(self.count() - 1, choice.detail, Qt.ItemDataRole.ToolTipRole)
        self.insertSeparator(self.count())
        self.addItem(self.tr("Choose a GGUF File…"), _CHOOSE)
        self.show_value(kept)

    def value(self) -> str:
        """What a spec names the chosen one by."""
        return self._last

    def show_value(self, value: str) -> None:
        """Choose a writer, also one that is on no list."""
        at = self.findData(value) if value else 0
        if at < 0:
            self.insertItem(0, known_models.title(value), value)
            at = 0
        self.setCurrentIndex(at)
        self._last = str(self.itemData(at))
        self.setToolTip(str(self.itemData(at, Qt.ItemDataRole.ToolTipRole) or ""))

    def take(self, path: str) -> None:
        """Add a GGUF file to the known ones and choose it."""
        try:
            found = known_models.add(path)
        except HoneError as error:
            failure.show_error(self.window(), error)
            return
        self._last = found.value
        self.refresh()
        self.chosen.emit()

    def _on_activated(self, at: int) -> None:
        if self.itemData(at) == _CHOOSE:
            self.show_value(self._last)
            path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a Writer"), "", "GGUF (*.gguf)")
            if path:
                self.take(path)
            return
        self.show_value(str(self.itemData(at)))
        self.chosen.emit()


class WritingOptions(QWidget):
    """`fields` is what generate is asked for; `advanced` is a widget of its own, to be placed elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spec = spec_of("generate")
        self.writer = WriterChoice(self.tr("Writer"))
        self.chunks = QComboBox()
        self.first = SpecForm(spec, ["questions_per_chunk", "wordings", "sample", "language"])
        self.form = SpecForm(spec, _ADVANCED, columns=2, nothing={"target": self.tr("none")})
        self.judge = WriterChoice(self.tr("Judge"), (self.tr("Off"), "off"), (self.tr("The writer itself"), "writer"))
        self.kinds = QPushButton()
        self.leaves = QLabel()
        self.leaves.setObjectName("leaves")
        self.advanced = QWidget()
        self._lay_out()
        self._lay_out_advanced()
        self.chunks.activated.connect(self._on_chunks)
        self.writer.chosen.connect(self._on_writer)
        self.judge.chosen.connect(self._on_writer)
        self.show_chunks(0)
        self._on_writer()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(2)
        language = self.first.editors["language"]
        assert isinstance(language, QComboBox)
        for at, text in enumerate((self.tr("Automatic"), self.tr("English"), self.tr("Korean"))):
            language.setItemText(at, text)
        self.chunks.setAccessibleName(self.tr("Chunks"))
        self.sample = self.first.editors["sample"]
        self.sample.setAccessibleName(self.tr("Chunks in the sample"))
        chunks = QWidget()
        both = QHBoxLayout(chunks)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.TIGHT)
        both.addWidget(self.chunks, 1)
        both.addWidget(self.sample)
        titles = {name: label.text() for name, label in self.first.labels.items()}
        parts = (
            (self.tr("Writer"), self.writer, 3),
            (titles["questions_per_chunk"], self.first.editors["questions_per_chunk"], 0),
            (titles["wordings"], self.first.editors["wordings"], 0),
            (self.tr("Chunks"), chunks, 1),
            (titles["language"], language, 1),
        )
        hints = {
            0: self.tr("The model that reads your documents and writes the pairs."),
            3: self.tr("A chunk is a passage of a document, read and asked about as one."),
        }
        self.titles: list[QLabel] = []
        for column, (title, editor, stretch) in enumerate(parts):
            label = QLabel(title)
            label.setBuddy(editor)
            label.setToolTip(hints.get(column, editor.toolTip()))
            theme.as_quiet(label)
            grid.addWidget(label, 0, column)
            grid.addWidget(editor, 1, column)
            grid.setColumnStretch(column, stretch)
            self.titles.append(label)
        theme.as_quiet(self.leaves)
        self.leaves.setWordWrap(True)
        grid.addWidget(self.leaves, 2, 0, 1, len(parts))
        self.sample.setMinimumWidth(64)
        for name in ("questions_per_chunk", "wordings"):
            self.first.editors[name].setMinimumWidth(64)
        self.first.hide()

    def _lay_out_advanced(self) -> None:
        menu = QMenu(self.kinds)
        self._kinds: list[QAction] = []
        for name in KINDS:
            action = menu.addAction(kind_text(name).capitalize())
            action.setCheckable(True)
            action.setChecked(True)
            action.setData(name)
            action.toggled.connect(self._on_kinds)
            self._kinds.append(action)
        self.kinds.setMenu(menu)
        self.kinds.setAccessibleName(self.tr("Kinds of questions"))
        self._on_kinds()
        self.judge.setToolTip(self.tr("Lets a model say of each pair whether the source supports its answer."))
        self.kinds.setToolTip(self.tr("None crowds out the others, as far as the text gives them."))
        foot = QHBoxLayout()
        foot.setSpacing(theme.TIGHT)
        for text, editor in ((self.tr("Kinds of questions"), self.kinds), (self.tr("Judge"), self.judge)):
            label = QLabel(text)
            label.setBuddy(editor)
            foot.addWidget(label)
            foot.addWidget(editor)
            foot.addSpacing(theme.PAGE)
        foot.addStretch()
        layout = QVBoxLayout(self.advanced)
        layout.setContentsMargins(0, theme.TIGHT, theme.GAP, theme.TIGHT)
        layout.setSpacing(theme.TIGHT + 2)
        layout.addWidget(self.form)
        layout.addLayout(foot)
        layout.addStretch()

    # -- values ---------------------------------------------------------------------------------------------

    def fields(self) -> dict[str, Any]:
        """The spec's fields that are not at their defaults."""
        found = {**self.first.values(), **self.form.values()}
        if self.chunks.currentIndex() == 0:
            found.pop("sample", None)
        elif "sample" not in found:
            found["sample"] = _SAMPLE
        if self.is_starter:
            for name in ("questions_per_chunk", *_CHAT_ONLY):
                found.pop(name, None)
        kinds = [action.data() for action in self._kinds if action.isChecked()]
        if kinds and len(kinds) < len(KINDS):
            found["kinds"] = ",".join(kinds)
        if self.judge.value() != "off":
            found["judge"] = self.judge.value()
        return {"writer": self.writer.value(), **found}

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        """Show a spec, as that of the last generation."""
        self.writer.show_value(fields.get("writer", "starter"))
        self.judge.show_value(fields.get("judge", "off"))
        self.first.set_values(fields)
        self.form.set_values(fields)
        self.chunks.setCurrentIndex(int(fields.get("sample") is not None))
        wanted = fields.get("kinds", "balanced").split(",")
        for action in self._kinds:
            action.setChecked(wanted == ["balanced"] or action.data() in wanted)
        self._on_writer()
        self._on_chunks()

    def show_chunks(self, number: int) -> None:
        """How many chunks there are to ask about."""
        at = max(0, self.chunks.currentIndex())
        self.chunks.clear()
        self.chunks.addItems([self.tr("All {0}").format(f"{number:,}"), self.tr("A sample of")])
        self.chunks.setCurrentIndex(at)
        self._on_chunks()

    @property
    def is_starter(self) -> bool:
        """Whether the writer is the one that follows only a few of the options."""
        return self.writer.value() == known_models.STARTER

    def _on_chunks(self) -> None:
        sampled = self.chunks.currentIndex() == 1
        self.sample.setVisible(sampled)
        if sampled and self.first.values().get("sample") is None:
            self.first.editors["sample"].show_value(_SAMPLE)  # type: ignore[arg-type]

    def _on_writer(self) -> None:
        shown = not self.is_starter
        self.titles[1].setVisible(shown)
        self.first.editors["questions_per_chunk"].setVisible(shown)
        self.form.enable(_CHAT_ONLY, shown)
        self.leaves.setText(known_models.leaves(self.writer.value()) or known_models.leaves(self.judge.value()))
        self.leaves.setVisible(bool(self.leaves.text()))

    def _on_kinds(self) -> None:
        chosen = [action.text() for action in self._kinds if action.isChecked()]
        balanced = len(chosen) in (0, len(KINDS))
        self.kinds.setText(self.tr("All, balanced") if balanced else ", ".join(chosen))


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: WritingOptions()))
