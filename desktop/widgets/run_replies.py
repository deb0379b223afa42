"""The test questions of a run: what it says to each by now, and what it said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSlider, QStackedWidget, QVBoxLayout, QWidget

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.session import Session
    from engine.project.samples import Sample

_SIGN = 16  # pixels
_DOT, _STEP = 4.0, 13.0  # radius, and from one dot to the next


class RunReplies(QWidget):
    """`looked_at` gives the iteration whose replies are shown; the newest until the person goes back."""

    looked_at = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-replies")
        self.samples: list[Sample] = []
        self._iterations: list[int] = []
        self.cards: list[ReplyCard] = []
        self.heading, self.right = QLabel(), QLabel()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Evaluation"))
        self.slider.setPageStep(1)
        self.empty = QLabel(wordWrap=True)
        self.stack = QStackedWidget()
        self._lay_out()
        self.slider.valueChanged.connect(self._on_moved)
        self.show_samples([])

    def show_samples(self, samples: Sequence[Sample], *, live: bool = False) -> None:
        """Show the replies of a run, in the order of the store; stays at the newest, or where the person is."""
        at_end = self.slider.value() == self.slider.maximum()
        other = {sample.question for sample in samples} != {sample.question for sample in self.samples}
        self.samples = list(samples)
        self._iterations = sorted({sample.iteration for sample in samples})
        self.empty.setText(
            self.tr("The first replies come with the first evaluation.")
            if live
            else self.tr("This run was asked no test questions.")
        )
        self.stack.setCurrentIndex(1 if samples else 0)
        last = max(len(self._iterations) - 1, 0)
        self.slider.blockSignals(True)
        self.slider.setRange(0, last)
        if at_end or other:
            self.slider.setValue(last)
        self.slider.blockSignals(False)
        self.slider.setVisible(last > 0)
        self._fill()

    @property
    def iteration(self) -> int:
        """The one whose replies are shown."""
        return self._iterations[self.slider.value()] if self._iterations else 0

    def _on_moved(self) -> None:
        self._fill()
        if self._iterations:
            self.looked_at.emit(self.iteration)

    def _fill(self) -> None:
        shown = [sample for sample in self.samples if sample.iteration == self.iteration]
        while len(self.cards) < len(shown):
            self.cards.append(ReplyCard())
            self._column.insertWidget(len(self.cards) - 1, self.cards[-1])
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(shown))
        for card, sample in zip(self.cards, shown, strict=False):
            all_of_it = [other.is_right for other in self.samples if other.position == sample.position]
            card.show_sample(sample, all_of_it, self.slider.value())
        if not shown:
            return
        newest = self.slider.value() == self.slider.maximum()
        at = f"{self.iteration:,}"
        if self.iteration == 0:
            text = self.tr("Before training")
        elif newest:
            text = self.tr("Newest, iteration {0}").format(at)
        else:
            text = self.tr("Iteration {0}").format(at)
        self.heading.setText(text)
        right = sum(sample.is_right for sample in shown)
        self.right.setText(self.tr("{0} of {1} right").format(right, len(shown)))
        self.slider.setAccessibleDescription(f"{text}, {self.right.text()}")

    def _lay_out(self) -> None:
        theme.as_heading(self.heading)
        theme.as_quiet(self.right)
        theme.as_quiet(self.empty)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.right)
        inside = QWidget()
        inside.setAutoFillBackground(False)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(theme.TIGHT + 2)
        self._column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("Replies to the test questions"))
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(top)
        column.addWidget(self.slider)
        column.addWidget(scroll, 1)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(filled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)


class ReplyCard(QFrame):
    """One question with a reply, right or wrong, its reference, and how it went over the evaluations."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.question, self.reply, self.reference = (QLabel(wordWrap=True) for _ in range(3))
        self.sign, self.trail = QLabel(), Trail()
        for label in (self.question, self.reply, self.reference):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.as_quiet(self.question)
        theme.as_quiet(self.reference)
        self._lay_out()

    def show_sample(self, sample: Sample, rights: Sequence[bool], place: int) -> None:
        """Show a reply; `rights` tells of all evaluations, of which this is the one at `place`."""
        self.question.setText(sample.question)
        self.reply.setText(sample.reply or self.tr("(it says nothing)"))
        self.reference.setText(self.tr("Reference: {0}").format(sample.reference))
        self.reference.setVisible(sample.reply != sample.reference)  # said once is enough
        name, tint = ("check", "good") if sample.is_right else ("close", "bad")
        self.sign.setPixmap(theme.icon(name, _SIGN, theme.colour(tint)).pixmap(_SIGN, _SIGN))
        said = self.tr("Right") if sample.is_right else self.tr("Wrong")
        self.sign.setToolTip(self.tr("Says the key facts of the reference") if sample.is_right else said)
        self.sign.setAccessibleName(said)
        self.setAccessibleName(f"{sample.question} {said}: {sample.reply}")
        self.trail.show_rights(rights, place)

    def _lay_out(self) -> None:
        answer = QHBoxLayout()
        answer.setSpacing(theme.TIGHT + 1)
        answer.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        answer.addWidget(self.reply, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(theme.TIGHT - 2)
        layout.addWidget(self.question)
        layout.addLayout(answer)
        layout.addWidget(self.reference)
        layout.addWidget(self.trail)


class Trail(QWidget):
    """A dot for each evaluation: full where the reply was right, a ring where not; the shown one is underlined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rights: list[bool] = []
        self._place = 0
        self.setFixedHeight(15)

    def sizeHint(self) -> QSize:
        """Narrow dots, where there are many."""
        return QSize(40, 15)

    def show_rights(self, rights: Sequence[bool], place: int) -> None:
        """Draw these."""
        self._rights, self._place = list(rights), place
        text = self.tr("Right at {0} of {1} evaluations").format(sum(rights), len(rights))
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setVisible(len(rights) > 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dots from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(_STEP, (self.width() - 2 * _DOT) / max(len(self._rights) - 1, 1))
        radius = min(_DOT, max(step / 2 - 1, 1.5))
        for number, is_right in enumerate(self._rights):
            middle = QPointF(_DOT + 1 + number * step, 6)
            tint = theme.colour("good") if is_right else theme.quiet()
            painter.setPen(QPen(tint, 1.2))
            painter.setBrush(tint if is_right else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius - 0.6, radius - 0.6)
            if number == self._place:
                painter.fillRect(QRectF(middle.x() - radius, 12.5, 2 * radius, 1.8), theme.colour("tuned"))


if __name__ == "__main__":
    from desktop import preview
    from engine.project.samples import Sample as Said

    def _show(session: Session) -> RunReplies:
        found = RunReplies()
        asked = ("How long does the filter last?", "Which code means an empty tank?", "What does the tray hold?")
        known = ("It lasts 24 months.", "It is E-17.", "It holds 850 ml.")
        told = [(at, place, at > 40 * (place + 1)) for at in range(0, 200, 20) for place in range(3)]
        found.show_samples([
            Said(at, place, asked[place], known[place], known[place] if right else "The tray.", right)
            for at, place, right in told
        ])  # fmt: skip
        return found

    raise SystemExit(preview.show(_show))
