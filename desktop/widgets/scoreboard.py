"""How base and tuned did in an exam: a sentence, then a card for each split that was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop import theme
from desktop.tables.exam_table import split_text, split_title
from desktop.widgets.figure_bars import FigureBars

if TYPE_CHECKING:
    from collections.abc import Mapping


class Scoreboard(QScrollArea):
    """Shows a summary as `engine.project.exams` makes it. `wanted` names a split whose questions one wants to see."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scoreboard")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.headline = QLabel()
        self.headline.setWordWrap(True)
        theme.as_heading(self.headline)
        self.cards: dict[str, SplitCard] = {}
        self._inner = QWidget()
        self._inner.setAutoFillBackground(False)
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(0, theme.TIGHT, 0, 0)
        self._list.setSpacing(theme.GAP)
        self._list.addWidget(self.headline)
        self._list.addStretch()
        self.setWidget(self._inner)

    def show_scores(self, scores: Mapping[str, Any]) -> None:
        """Draw a summary: its main split in words, then all splits."""
        splits: dict[str, Any] = scores.get("splits", {})
        if list(splits) != list(self.cards):
            self._renew(list(splits))
        for split, sides in splits.items():
            self.cards[split].show_sides(sides)
        self.headline.setText(self._sentence(scores))

    def _renew(self, splits: list[str]) -> None:
        for card in self.cards.values():
            self._list.removeWidget(card)
            card.deleteLater()
        self.cards = {}
        for number, split in enumerate(splits):
            card = SplitCard(split)
            card.wanted.connect(self.wanted)
            self._list.insertWidget(number + 1, card)
            self.cards[split] = card

    def _sentence(self, scores: Mapping[str, Any]) -> str:
        base, tuned = (scores.get(side, {}).get("key_facts") for side in ("base", "tuned"))
        if base is None or tuned is None:
            return self.tr("No question was answered yet.")
        figures = percent(tuned), percent(base)
        if tuned > base:
            return self.tr("The tuned model answers {0} of the questions right, the base {1}.").format(*figures)
        return self.tr("The tuned model is no better than the base here: {0} right against {1}.").format(*figures)


class SplitCard(QFrame):
    """One split: what it tells, and four figures."""

    wanted = Signal(str)

    def __init__(self, split: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.bars = {
            "key_facts": FigureBars(self.tr("Key facts right")),
            "token_f1": FigureBars(self.tr("Same words (token F1)")),
            "rouge_l": FigureBars(self.tr("Same order (ROUGE-L)")),
            "loss": FigureBars(self.tr("Loss, less is better")),
        }
        self._explain()
        top = QHBoxLayout()
        top.addWidget(title)
        top.addWidget(self.count, 1)
        top.addWidget(self.questions)
        figures = QHBoxLayout()
        figures.setSpacing(theme.PAGE)
        for bars in self.bars.values():
            figures.addWidget(bars, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, theme.GAP, 16, theme.GAP + 2)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(top)
        layout.addWidget(text)
        layout.addSpacing(theme.TIGHT)
        layout.addLayout(figures)

    def show_sides(self, sides: Mapping[str, Mapping[str, Any]]) -> None:
        """Draw the figures of base and tuned."""
        base, tuned = sides["base"], sides["tuned"]
        number = int(base["n"])
        self.count.setText(self.tr("1 question") if number == 1 else self.tr("{0} questions").format(f"{number:,}"))
        for name, bars in self.bars.items():
            values = base.get(name), tuned.get(name)
            if name == "loss":
                bars.show_values(*values, "{:.2f}".format, max([value for value in values if value] or [1.0]))
            else:
                bars.show_values(*values, percent if name == "key_facts" else "{:.2f}".format)

    def _explain(self) -> None:
        texts = {
            "key_facts": self.tr("Answers that say the numbers, names and words that make them right."),
            "token_f1": self.tr("How many words an answer shares with the reference, from 0 to 1."),
            "rouge_l": self.tr("How long a run of the reference an answer has in the same order, from 0 to 1."),
            "loss": self.tr(
                "How much the reference answer surprises the model. There is none where a question has no full answer."
            ),
        }
        for name, text in texts.items():
            self.bars[name].setToolTip(text)
            self.bars[name].setAccessibleDescription(text)


def percent(share: float) -> str:
    """A share in whole percent; what is not all is never told as all, nor something as nothing."""
    shown = round(100 * share)
    if shown == 100 and share < 1:
        shown = 99
    elif shown == 0 and share > 0:
        return "<1%"
    return f"{shown}%"


if __name__ == "__main__":
    from desktop import preview
    from engine.project import exams

    raise SystemExit(
        preview.show(lambda session: Scoreboard(), lambda w, s: w.show_scores(exams.get(s.project, 1).scores))
    )
