"""One split of an exam: what it tells, every figure for each side, and the tuned model against the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.tables.exam_table import split_text, split_title
from desktop.tables.exam_words import FIGURES, questions_text
from desktop.widgets.duel_line import DuelLine
from desktop.widgets.figure_bars import FigureBars
from desktop.widgets.fold import Fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

PAIRS = ("tuned-base", "tuned-base_rag", "tuned_rag-base_rag")
_ALWAYS = FIGURES[:4]  # those that every exam has
_LEAD = "key_facts"
_COLUMN, _WIDE_COLUMN = 208, 300  # pixels: at least, for two sides and for four
_WIDE = 760  # pixels of a card with two columns


class SplitCard(QFrame):
    """`wanted` names the split when one wants to see its questions."""

    wanted = Signal(str)

    def __init__(self, split: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.split = split
        theme.set_role(self, "card")
        self.setAccessibleName(split_title(split))
        title, self.count = QLabel(split_title(split)), QLabel()
        theme.as_heading(title)
        theme.as_quiet(self.count)
        text = QLabel(split_text(split))
        text.setWordWrap(True)
        theme.as_quiet(text)
        self.questions = QPushButton(self.tr("Show Questions"))
        self.questions.setAccessibleName(self.tr("Show Questions: {0}").format(split_title(split)))
        self.questions.clicked.connect(lambda: self.wanted.emit(split))
        self.bars = {figure: FigureBars(figure) for figure in FIGURES}
        self.duels = {pair: DuelLine(pair) for pair in PAIRS}
        self._others = _Flow()
        self.fold = Fold(self.tr("Other figures"), self._others)
        top = QHBoxLayout()
        top.addWidget(title)
        top.addWidget(self.count, 1)
        top.addWidget(self.questions)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(theme.PAGE + theme.GAP)
        self._first.addWidget(self.bars[_LEAD], 1, Qt.AlignmentFlag.AlignTop)
        self._duels = QWidget()
        duels = QVBoxLayout(self._duels)
        duels.setContentsMargins(0, 0, 0, 0)
        duels.setSpacing(theme.GAP)
        for duel in self.duels.values():
            duels.addWidget(duel)
        duels.addStretch()
        self._first.addWidget(self._duels, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, theme.GAP, 16, theme.GAP + 2)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(top)
        layout.addWidget(text)
        layout.addSpacing(theme.TIGHT)
        layout.addLayout(self._first)
        layout.addWidget(self.fold)

    def show_results(self, found: Mapping[str, Any]) -> None:
        """Draw {n, sides: {side: {figure: {mean, low, high, n}}}, pairs: {pair: {figure: {...}}}}."""
        self.count.setText(questions_text(int(found["n"])))
        sides: Mapping[str, Any] = found["sides"]
        for figure, bars in self.bars.items():
            bars.show_sides({side: figures.get(figure) or {} for side, figures in sides.items()})
        pairs = {pair: figures.get(_LEAD) for pair, figures in (found.get("pairs") or {}).items()}
        for pair, duel in self.duels.items():
            shown = pairs.get(pair)
            duel.setVisible(shown is not None)
            if shown is not None:
                duel.show_pair(shown)
        self._arrange([pair for pair in PAIRS if pairs.get(pair)], sides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pairs stand beside the bars where there is room, else below them."""
        wide = self.width() >= _WIDE
        self._first.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._first.setSpacing(theme.PAGE + theme.GAP if wide else theme.GAP)
        super().resizeEvent(event)

    def _arrange(self, pairs: Sequence[str], sides: Mapping[str, Any]) -> None:
        """Without pairs, as in exams before there were any, all figures stand in a row."""
        told = [
            f
            for f in FIGURES
            if f in _ALWAYS or any((each.get(f) or {}).get("mean") is not None for each in sides.values())
        ]
        self._duels.setVisible(bool(pairs))
        self.fold.button.setVisible(bool(pairs))
        for figure, bars in self.bars.items():
            bars.setVisible(figure in told)
        least = _COLUMN if len(sides) <= 2 else _WIDE_COLUMN
        if pairs:
            self._first.insertWidget(0, self.bars[_LEAD], 1, Qt.AlignmentFlag.AlignTop)
            self._others.show_parts([self.bars[figure] for figure in told if figure != _LEAD], least)
        else:
            self._others.show_parts([self.bars[figure] for figure in told], least)
            self.fold.button.setChecked(True)


class _Flow(QWidget):
    """Widgets in as many columns of one width as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._least, self._columns = _COLUMN, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.PAGE)
        self._grid.setVerticalSpacing(theme.GAP)

    def show_parts(self, parts: list[QWidget], least: int) -> None:
        if (parts, least) != (self._parts, self._least):
            self._parts, self._least, self._columns = parts, least, 0
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() + theme.PAGE
        columns = min(max(room // (self._least + theme.PAGE), 1), max(len(self._parts), 1))
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)


if __name__ == "__main__":
    from desktop import preview
    from desktop.widgets.scoreboard import from_summary
    from engine.project import exams

    raise SystemExit(
        preview.show(
            lambda session: SplitCard("test"),
            lambda w, s: w.show_results(from_summary(exams.get(s.project, 1).scores)["splits"]["test"]),
        )
    )
