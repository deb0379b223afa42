"""What an exam found: the verdict, a card for each split that was asked, what was lost, and what a judge says."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop import theme
from desktop.tables.exam_words import percent
from desktop.widgets.judge_card import JudgeCard
from desktop.widgets.lost_card import LostCard
from desktop.widgets.split_card import SplitCard
from desktop.widgets.verdict_card import VerdictCard

if TYPE_CHECKING:
    from collections.abc import Mapping


class Scoreboard(QScrollArea):
    """Shows results as `engine.proof` makes them. `wanted` names a split whose questions one wants to see."""

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
        self.verdict, self.lost, self.judge = VerdictCard(), LostCard(), JudgeCard()
        self.cards: dict[str, SplitCard] = {}
        self._made: dict[str, SplitCard] = {}  # also those of an exam that was shown before
        self._behind: list[tuple[str, dict[str, Any]]] = []  # splits that are not shown yet as they are now
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._catch_up)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, theme.TIGHT, theme.TIGHT, 0)
        self._list.setSpacing(theme.GAP)
        for widget in (self.headline, self.verdict, self.lost, self.judge):
            self._list.addWidget(widget)
        self._list.addStretch()
        self.setWidget(inner)

    def show_results(self, results: Mapping[str, Any], *, final: bool) -> None:
        """Draw results, or what `from_summary` makes of an exam without them.

        `final` when nothing will be added; while something will, a card is shown each turn of the event loop.
        """
        splits: dict[str, Any] = results.get("splits", {})
        if list(splits) != list(self.cards):
            self._renew(list(splits))
        self._behind = list(splits.items())
        self._catch_up(len(splits) if final else 1)
        verdict = results.get("verdict")
        self.verdict.setVisible(bool(verdict))
        self.headline.setVisible(not verdict)
        if verdict:
            self.verdict.show_verdict(verdict)
        self.headline.setText(self._sentence(results))
        full = final and "verdict" in results
        self.lost.setVisible(full)
        self.judge.setVisible(final and bool(splits))
        self.lost.show_probe(results.get("probe"))
        self.judge.show_judge(results.get("judge"))

    def _catch_up(self, cards: int = 1) -> None:
        """Fill and show the next cards."""
        for split, found in self._behind[:cards]:
            card = self.cards[split]
            card.show_results(found)
            card.fold.button.setChecked(split == next(iter(self.cards)) or not found.get("pairs"))
            card.show()
        del self._behind[:cards]
        if self._behind:
            self._next.start()

    def _renew(self, splits: list[str]) -> None:
        """Another exam, or one that came to its next split: cards of before are used again."""
        for card in self.cards.values():
            self._list.removeWidget(card)
            card.setVisible(card.split in splits)
        first = self._list.indexOf(self.verdict) + 1
        for number, split in enumerate(splits):
            if split not in self._made:
                self._made[split] = SplitCard(split)
                self._made[split].wanted.connect(self.wanted)
                self._made[split].hide()
            self._list.insertWidget(first + number, self._made[split])
        self.cards = {split: self._made[split] for split in splits}
        stops: list[QWidget] = [self]  # Tab goes through them as they stand, whenever they were made
        for card in self.cards.values():
            stops += [card.questions, card.fold.button]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _sentence(self, results: Mapping[str, Any]) -> str:
        sides = results.get("splits", {}).get(results.get("split"), {}).get("sides", {})
        base, tuned = ((sides.get(side, {}).get("key_facts") or {}).get("mean") for side in ("base", "tuned"))
        if base is None or tuned is None:
            return self.tr("No question was answered yet.")
        figures = percent(tuned), percent(base)
        if tuned > base:
            return self.tr("The tuned model answers {0} of the questions right, the base {1}.").format(*figures)
        return self.tr("The tuned model is no better than the base here: {0} right against {1}.").format(*figures)


def from_summary(scores: Mapping[str, Any]) -> dict[str, Any]:
    """The means of `engine.project.exams.summary` in the shape of results: no ranges, no pairs, no verdict."""
    splits = {
        split: {
            "n": max(int(figures["n"]) for figures in sides.values()),
            "sides": {
                side: {figure: {"mean": mean} for figure, mean in figures.items() if figure != "n"}
                for side, figures in sides.items()
            },
        }
        for split, sides in scores.get("splits", {}).items()
    }
    return {"split": scores.get("split", ""), "splits": splits}


if __name__ == "__main__":
    from desktop import preview
    from engine.project import exams

    raise SystemExit(
        preview.show(
            lambda session: Scoreboard(),
            lambda w, s: w.show_results(from_summary(exams.get(s.project, 1).scores), final=True),
        )
    )
