"""One row as the base reads it, with the tokens marked that training learns: by ground, line and brackets."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QTextEdit, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.words import engine_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent

OPEN, CLOSE = "⟦", "⟧"


class TrainedRow(QWidget):
    """`wanted` asks for a row, from 1."""

    wanted = Signal(int)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trained-row")
        self.number = QSpinBox(minimum=1, maximum=1)
        self.number.setAccessibleName(self.tr("Row"))
        self.number.setKeyboardTracking(False)
        self.of = QLabel()
        self.before, self.after = _arrow("previous"), _arrow("next")
        for button, text in ((self.before, self.tr("Previous row")), (self.after, self.tr("Next row"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.style_choice = QComboBox()
        self.style_choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.style_choice.setAccessibleName(self.tr("Prompt style"))
        self.figures, self.note = QLabel(), QLabel(wordWrap=True)
        legend = self.tr("What stands in {0} brackets {1}, marked and underlined, is learned. The rest is only read.")
        self.legend = QLabel(legend.format(OPEN, CLOSE), wordWrap=True)
        self.text = QTextEdit(readOnly=True)
        self.text.setAccessibleName(self.tr("The row as the base reads it"))
        self.text.setTabChangesFocus(True)
        self._found: dict[str, Any] = {}
        self._lay_out()
        self.number.valueChanged.connect(self.wanted)
        self.before.clicked.connect(lambda: self.number.setValue(self.number.value() - 1))
        self.after.clicked.connect(lambda: self.number.setValue(self.number.value() + 1))
        self.style_choice.activated.connect(lambda _: self._draw())

    def set_total(self, total: int) -> None:
        """How many rows there are to look at."""
        with QSignalBlocker(self.number):
            self.number.setMaximum(max(total, 1))
        self.of.setText(self.tr("of {0}").format(f"{total:,}"))
        for widget in (self.number, self.before, self.after, self.style_choice):
            widget.setEnabled(total > 0)
        self._mark_ends()

    def say(self, note: str) -> None:
        """Tell why the row is not there yet; empty when it is."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def show_row(self, found: Mapping[str, Any]) -> None:
        """Show what the job "styles" told of a row."""
        chosen = self.style_choice.currentData()
        self._found = dict(found)
        styles = found["styles"]
        own = next((shown["style"] for shown in styles if shown["dataset"]), styles[0]["style"])
        with QSignalBlocker(self.style_choice):
            self.style_choice.clear()
            for shown in styles:
                name = shown["style"]
                text = self.tr("{0} (this dataset)").format(engine_text(name)) if name == own else engine_text(name)
                self.style_choice.addItem(text, name)
            self.style_choice.setCurrentIndex(max(0, self.style_choice.findData(chosen if chosen else own)))
        self.say("")
        self._mark_ends()
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: it may be that the row is not there yet."""
        super().showEvent(event)
        self.shown.emit()

    def _mark_ends(self) -> None:
        self.before.setEnabled(self.number.isEnabled() and self.number.value() > 1)
        self.after.setEnabled(self.number.isEnabled() and self.number.value() < self.number.maximum())

    def _draw(self) -> None:
        name = self.style_choice.currentData()
        shown = next((shown for shown in self._found.get("styles", []) if shown["style"] == name), None)
        self.text.clear()
        self.figures.setText("")
        if shown is None:
            return
        if "error" in shown:
            self.text.setPlainText(engine_text(shown["error"]))
            return
        total = len(shown["tokens"])
        self.figures.setText(self.tr("{0} of {1} tokens are learned").format(shown["trained"], total))
        cursor = QTextCursor(self.text.document())
        block = QTextBlockFormat()
        block.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        plain, marked, bracket = self._formats()
        for trained, tokens in itertools.groupby(shown["tokens"], key=lambda token: token["trained"]):
            piece = "".join(token["text"] for token in tokens)
            if trained:
                cursor.insertText(OPEN, bracket)
                cursor.insertText(piece, marked)
                cursor.insertText(CLOSE, bracket)
            else:
                cursor.insertText(piece, plain)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the row needs; a long one scrolls."""
        document = self.text.document()
        document.setTextWidth(self.text.viewport().width())
        self.text.setMaximumHeight(max(140, int(document.size().height()) + 2 * self.text.frameWidth() + 4))

    def _formats(self) -> tuple[QTextCharFormat, QTextCharFormat, QTextCharFormat]:
        plain, marked, bracket = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.quiet())
        marked.setForeground(QColor("#ffffff" if theme.is_dark() else "#1d1d1f"))
        marked.setBackground(theme.colour("evidence"))
        marked.setFontUnderline(True)
        bracket.setForeground(theme.colour("tuned"))
        bracket.setFontWeight(700)
        return plain, marked, bracket

    def _lay_out(self) -> None:
        theme.as_quiet(self.legend)
        theme.as_quiet(self.of)
        font = self.text.font()
        font.setPointSizeF(font.pointSizeF() * 1.12)
        self.text.setFont(font)
        self.text.document().setDocumentMargin(14)
        top = QHBoxLayout()
        top.setSpacing(theme.TIGHT)
        for widget in (QLabel(self.tr("Row")), self.number, self.of, self.before, self.after):
            top.addWidget(widget)
        top.addSpacing(theme.GAP)
        top.addWidget(QLabel(self.tr("Prompt style")))
        top.addWidget(self.style_choice)
        top.addStretch()
        top.addWidget(self.figures)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addLayout(top)
        layout.addWidget(self.note)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.legend)
        layout.addStretch()


def _arrow(name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(name, 16))
    return button


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: TrainedRow(),
            lambda w, s: s.submit("styles", "Showing a row").made.connect(lambda made: w.show_row(made.data)),
        )
    )
