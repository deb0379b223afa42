"""One question with both replies side by side, the vote on them, and the answer it should get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.reference import ReferenceRow
from desktop.widgets.reply_pane import ReplyPane
from engine.project import votes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from engine.events import Text
    from engine.project.messages import Turn
    from engine.project.references import Reference

SIDES = ("base", "tuned")
_SIDE_BY_SIDE = 520  # pixels: below that the replies stand under each other


class TurnWidget(QWidget):
    """Shows a turn while it comes in and as it is stored.

    While it is `hidden` the sides are called A and B, `first` being A, and neither figures nor colours tell
    which is which. `retried`, `voted` and `opened` (a place in a document) tell what the person wants.
    """

    retried = Signal()
    voted = Signal(str)
    opened = Signal(object)

    def __init__(self, question: str, *, first: str = "", again: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("turn")
        self.setAccessibleName(question)
        self.asked = question
        self.number: int | None = None
        self.answered = False
        self.hidden, self.first = bool(first), first or SIDES[0]
        self._stored: Turn | None = None
        self.panes = {side: ReplyPane() for side in SIDES}
        self.question, self.again = QLabel(question), QLabel(self.tr("Asked again"))
        self.again.setVisible(again)
        self.retry = QToolButton(autoRaise=True)
        self.retry.setObjectName("retry")
        self.retry.setToolTip(self.tr("Ask this again, with another seed"))
        self.retry.setAccessibleName(self.tr("Ask “{0}” again").format(question))
        self.retry.clicked.connect(self.retried)
        self.ballot = QWidget()
        self.verdict = QLabel()
        self.reference = ReferenceRow()
        self.reference.opened.connect(self.opened)
        self.reference.hide()
        self._lay_out()
        self._show_names()
        self._paint_icons()

    def write(self, texts: Iterable[Text]) -> None:
        """Go on with what arrived in one frame."""
        arrived = dict.fromkeys(SIDES, "")
        for text in texts:
            arrived[text.source] += text.delta
        for side, delta in arrived.items():
            self.panes[side].add(delta)

    def wait(self, why: str) -> None:
        """Say why there is no text yet."""
        for pane in self.panes.values():
            if not pane.said:
                pane.show_note(why)

    def complete(self, turn: Turn, vote: votes.Vote | None) -> None:
        """Show the turn as it is stored; a vote that was not cast yet keeps it hidden."""
        self.number, self.answered, self._stored = turn.id or None, True, turn
        if vote is not None:
            self.first, self.hidden = vote.shown[0], not vote.choice
        if "again" in turn.asked:
            self.again.show()
        for side, pane in self.panes.items():
            reply = turn.replies.get(side)
            if reply is not None:
                pane.complete(reply.text)
            else:
                pane.show_note(self.tr("Was not asked."))
        self._show_names()
        self._show_vote(vote)

    def end(self, why: str) -> None:
        """It ended without a stored turn: what was streamed stays, with the reason under it."""
        self.wait(why)
        for pane in self.panes.values():
            pane.show_figures(why if pane.said else "")

    def show_reference(self, reference: Reference | None) -> None:
        """The answer it should get, when that is known."""
        self.reference.setVisible(reference is not None)
        if reference is not None:
            self.reference.show_reference(reference)

    def reveal(self, vote: votes.Vote) -> None:
        """The person voted: say which is which."""
        self.hidden = False
        self._show_names()
        self._show_vote(vote)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        self.row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icons()

    def _paint_icons(self) -> None:
        self.retry.setIcon(theme.icon("redo", 16, theme.quiet()))

    def _show_names(self) -> None:
        order = (self.first, SIDES[1 - SIDES.index(self.first)])
        for place, (side, letter) in enumerate(zip(order, "AB", strict=True)):
            pane = self.panes[side]
            self.row.insertWidget(place, pane, 1)
            if self.hidden:
                pane.show_name(letter, "")
            else:
                pane.show_name(self.tr("Base model") if side == "base" else self.tr("Tuned model"), side)
            pane.show_figures(self._figures(side))

    def _figures(self, side: str) -> str:
        turn = self._stored
        if turn is None or side not in turn.replies:
            return ""
        parts = [self.tr("Stopped")] if turn.asked.get("stopped") else []
        known = turn.replies[side].figures
        if not self.hidden and "first_token_seconds" in known:
            parts.append(self.tr("First token after {0} s").format(f"{known['first_token_seconds']:.2f}"))
            parts.append(self.tr("{0} tokens/s").format(f"{known['tokens_per_second']:.1f}"))
            parts.append(self.tr("{0} tokens").format(known["tokens"]))
        return " · ".join(parts)

    def _show_vote(self, vote: votes.Vote | None) -> None:
        if self.hidden and self.ballot.layout() is None:
            self._lay_out_ballot()
        self.ballot.setVisible(self.hidden)
        said = {
            votes.TUNED: self.tr("You found the tuned model better."),
            votes.BASE: self.tr("You found the base model better."),
            votes.BOTH: self.tr("You found both good."),
            votes.NEITHER: self.tr("You found both bad."),
            votes.SKIPPED: self.tr("Shown without a vote."),
        }
        text = said.get(vote.choice, "") if vote else ""
        self.verdict.setText(text)
        self.verdict.setVisible(bool(text))

    def _vote(self, place: int) -> None:
        self.voted.emit((self.first, SIDES[1 - SIDES.index(self.first)])[place])

    def _lay_out(self) -> None:
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        self.question.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.as_heading(self.question)
        for label in (self.again, self.verdict):
            theme.as_quiet(label)
        bubble = QFrame()
        theme.set_role(bubble, "bubble")
        head = QHBoxLayout(bubble)
        head.setContentsMargins(14, 8, 8, 8)
        head.addWidget(self.question, 1)
        head.addWidget(self.again)
        head.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignTop)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(theme.GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.GAP)
        layout.setSpacing(theme.TIGHT + 2)
        layout.addWidget(bubble)
        layout.addLayout(self.row)
        layout.addWidget(self.ballot)
        layout.addWidget(self.verdict)
        layout.addWidget(self.reference)
        self.ballot.hide()
        self.verdict.hide()

    def _lay_out_ballot(self) -> None:
        row = QHBoxLayout(self.ballot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.TIGHT)
        asked = QLabel(self.tr("Which is better?"))
        row.addWidget(asked)
        for name, text, vote in (
            ("a", self.tr("A Is Better"), lambda: self._vote(0)),
            ("b", self.tr("B Is Better"), lambda: self._vote(1)),
            ("both", self.tr("Both Good"), lambda: self.voted.emit(votes.BOTH)),
            ("neither", self.tr("Both Bad"), lambda: self.voted.emit(votes.NEITHER)),
            ("skip", self.tr("Just Show"), lambda: self.voted.emit(votes.SKIPPED)),
        ):
            button = QPushButton(text)
            button.setObjectName(f"vote-{name}")
            button.clicked.connect(vote)
            row.addWidget(button)
        row.addStretch(1)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: TurnWidget("How much water does the tank hold?")))
