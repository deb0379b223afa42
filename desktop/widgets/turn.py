"""One question with all its replies, the vote on them, and the answer it should get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.ballot import LETTERS, Ballot
from desktop.widgets.other_runs import OtherRuns
from desktop.widgets.reference import ReferenceRow
from desktop.widgets.reply_pane import ReplyPane
from desktop.widgets.sides import SIDES, in_order, other_runs, side_name
from engine.project import votes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from engine.events import Text
    from engine.project.messages import Turn
    from engine.project.references import Reference

_SIDE_BY_SIDE = 520  # pixels: below that the replies stand under each other


class TurnWidget(theme.Tinted, QWidget):
    """Shows a turn while it comes in and as it is stored.

    While it is `hidden` the sides are called A, B, ... in the order of `shown`, and neither figures nor colours tell
    which is which. The signals tell what the person wants: `opened` hands on a place in a document, `found` a hit of
    the index, `wanted` the numbers of other runs.
    """

    retried = Signal()
    voted = Signal(str)
    opened = Signal(object)
    found = Signal(object)
    wanted = Signal(list)

    def __init__(
        self,
        question: str,
        *,
        sides: Sequence[str] = SIDES,
        shown: Sequence[str] = (),
        again: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("turn")
        self.setAccessibleName(question)
        self.asked = question
        self.number: int | None = None
        self.answered = False
        self.hidden, self.shown = bool(shown), tuple(shown)
        self._stored: Turn | None = None
        self.panes: dict[str, ReplyPane] = {}
        self._arranged: tuple[list[str], int] = ([], 0)
        self.question, self.again = QLabel(question), QLabel(self.tr("Asked again"))
        self.again.setVisible(again)
        self.retry = QToolButton(autoRaise=True)
        self.retry.setObjectName("retry")
        self.retry.setToolTip(self.tr("Ask this again, with another seed"))
        self.retry.setAccessibleName(self.tr("Ask “{0}” again").format(question))
        self.retry.clicked.connect(self.retried)
        self.others = OtherRuns()
        self.others.wanted.connect(self.wanted)
        self.ballot = Ballot()
        self.ballot.voted.connect(self.voted)
        self.verdict = QLabel()
        self.reference = ReferenceRow()
        self.reference.opened.connect(self.opened)
        self.reference.hide()
        self._lay_out()
        self._show_sides(tuple(sides))
        self.paint_icons()

    def write(self, texts: Iterable[Text]) -> None:
        """Go on with what arrived in one frame."""
        arrived: dict[str, str] = {}
        for text in texts:
            arrived[text.source] = arrived.get(text.source, "") + text.delta
        for side, delta in arrived.items():
            self._pane(side).add(delta)

    def wait(self, why: str) -> None:
        """Say why there is no text yet."""
        for pane in self.panes.values():
            if not pane.said:
                pane.show_note(why)

    def expect(self, sides: Iterable[str]) -> None:
        """Other runs are about to answer too."""
        for side in sides:
            pane = self._pane(side)
            pane.complete("")
            pane.show_note(self.tr("Waits for its turn…"))

    def complete(self, turn: Turn, vote: votes.Vote | None) -> None:
        """Show the turn as it is stored; a vote that was not cast yet keeps it hidden."""
        self.number, self.answered, self._stored = turn.id or None, True, turn
        if vote is not None:
            self.shown, self.hidden = vote.shown, not vote.choice
        if "again" in turn.asked:
            self.again.show()
        sides = in_order(turn.replies)
        self._show_sides(sides if len(sides) > 1 else in_order({*sides, *SIDES}))
        for side in [side for side in other_runs(self.panes) if side not in turn.replies]:
            self._drop(side)
        for side in other_runs(turn.replies):
            self._pane(side)
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

    def show_others(self, runs: Sequence[tuple[int, str]]) -> None:
        """The runs that this can be put to besides, (number, title) each."""
        self.others.show_runs(runs)
        self._show_names()

    def reveal(self, vote: votes.Vote) -> None:
        """The person voted: say which is which."""
        self.hidden = False
        self._show_names()
        self._show_vote(vote)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        self.retry.setIcon(theme.icon("redo", 16, theme.quiet()))

    def _pane(self, side: str) -> ReplyPane:
        """The pane of a side; one is made for a run that answers besides."""
        if side not in self.panes:
            pane = self.panes[side] = ReplyPane()
            pane.opened.connect(self.found)
            self._show_names()
            self._arrange()
        return self.panes[side]

    def _drop(self, side: str) -> None:
        pane = self.panes.pop(side)
        pane.hide()
        pane.deleteLater()

    def _show_sides(self, sides: tuple[str, ...]) -> None:
        for side in [side for side in in_order(self.panes) if side not in sides]:
            self._drop(side)
        for side in sides:
            self._pane(side)
        self._show_names()
        self._arrange()

    def _order(self) -> tuple[str, ...]:
        """The sides of the run as they stand: as A, B, ... in a blind turn, even when it is not hidden any more."""
        return tuple(side for side in self.shown if side in self.panes) or in_order(self.panes)

    def _arrange(self) -> None:
        """Two columns where there is room; other runs below."""
        columns = 2 if self.width() >= _SIDE_BY_SIDE else 1
        order = [*self._order(), *other_runs(self.panes)]
        if (order, columns) == self._arranged:
            return
        self._arranged = order, columns
        first = len(self._order())
        line = -(-first // columns)
        places = [divmod(place, columns) for place in range(first)]
        places += [(line + 1 + place // columns, place % columns) for place in range(len(order) - first)]
        for side, (row, column) in zip(order, places, strict=True):
            self.grid.addWidget(self.panes[side], row, column)
        self.other_title.setVisible(len(order) > first)
        if len(order) > first:
            self.grid.addWidget(self.other_title, line, 0, 1, columns)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1 if columns == 2 else 0)

    def _show_names(self) -> None:
        letters = dict(zip(self.shown, LETTERS, strict=False)) if self.hidden else {}
        for side, pane in self.panes.items():
            if side in letters:
                pane.show_letter(letters[side])
            else:
                pane.show_side(side)
            pane.show_figures(self._figures(side))
            reply = self._stored.replies.get(side) if self._stored else None
            pane.found.show_hits(reply.figures.get("hits", []) if reply and not self.hidden else [])
        self.others.setVisible(self.answered and not self.hidden and self.others.any)

    def _figures(self, side: str) -> str:
        turn = self._stored
        if turn is None or side not in turn.replies:
            return ""
        known = turn.replies[side].figures
        parts = [self.tr("Stopped")] if known.get("stopped") or turn.asked.get("stopped") else []
        if not self.hidden and "first_token_seconds" in known:
            parts.append(self.tr("First token after {0} s").format(f"{known['first_token_seconds']:.2f}"))
            parts.append(self.tr("{0} tokens/s").format(f"{known['tokens_per_second']:.1f}"))
            parts.append(self.tr("{0} tokens").format(known["tokens"]))
        return " · ".join(parts)

    def _show_vote(self, vote: votes.Vote | None) -> None:
        if self.hidden:
            self.ballot.show_sides(self._order())
        self.ballot.setVisible(self.hidden)
        text = self._verdict(vote.choice) if vote else ""
        self.verdict.setText(text)
        self.verdict.setVisible(bool(text))

    def _verdict(self, choice: str) -> str:
        two = len(self.shown) <= 2
        said = {
            votes.BOTH: self.tr("You found both good.") if two else self.tr("You found all good."),
            votes.NEITHER: self.tr("You found both bad.") if two else self.tr("You found all bad."),
            votes.SKIPPED: self.tr("Shown without a vote."),
            "": "",
        }
        if two:
            said[votes.TUNED] = self.tr("You found the tuned model better.")
            said[votes.BASE] = self.tr("You found the base model better.")
        return said[choice] if choice in said else self.tr("You found this best: {0}").format(side_name(choice))

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
        head.addWidget(self.others, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignTop)
        self.other_title = QLabel(self.tr("Other runs"))
        theme.as_quiet(self.other_title)
        self.other_title.hide()
        self.grid = QGridLayout()
        self.grid.setSpacing(theme.GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.GAP)
        layout.setSpacing(theme.TIGHT + 2)
        layout.addWidget(bubble)
        layout.addLayout(self.grid)
        layout.addWidget(self.ballot)
        layout.addWidget(self.verdict)
        layout.addWidget(self.reference)
        self.ballot.hide()
        self.verdict.hide()


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: TurnWidget("How much water does the tank hold?")))
