"""The conversation with a run: its turns, a start before the first, suggestions, and where a question is written."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.widgets.compare_start import CompareStart
from desktop.widgets.composer import Composer
from desktop.widgets.sides import SIDES
from desktop.widgets.suggestions import Suggestions
from desktop.widgets.turn import TurnWidget
from desktop.widgets.turn_list import TurnList
from engine.project import messages, references, votes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.job_runner import JobRun
    from engine.project import Project
    from engine.project.messages import Turn
    from engine.project.runs import Run

_PORTION = 10  # turns that are shown at once
_DRAWN, _STACKED, _LINE = 20, 4, 5  # suggestions: drawn; shown before the first question, and after it


class Talk(QWidget):
    """Shows what the store has of a conversation, and turns that are put at its end.

    `asked` hands on a question, `again` a turn to ask once more, `voted` a turn with the choice, `wanted` a turn with
    the other runs to ask, `opened` a place in a document, `found` a hit of the index.
    """

    asked = Signal(str)
    stopped = Signal()
    again = Signal(object)
    voted = Signal(object, str)
    wanted = Signal(object, list)
    opened = Signal(object)
    found = Signal(object)

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.run: Run | None = None
        self.conversation = ""
        self._others: list[tuple[int, str]] = []
        self.turns, self.start = TurnList(), CompareStart()
        self.suggestions = Suggestions(stacked=False)
        self.composer = Composer()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.turns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.suggestions)
        column.addWidget(self.composer)
        self.composer.asked.connect(self.asked)
        self.composer.stopped.connect(self.stopped)
        self.turns.more.connect(self._show_earlier)
        for suggestions in (self.suggestions, self.start.suggestions):
            suggestions.chosen.connect(self.asked)
            suggestions.more.connect(self.suggest)

    def open(self, run: Run, conversation: str | None) -> Turn | None:
        """Show the named conversation with a run, the newest if None, a new one if empty; returns its last turn."""
        self.run = run
        known = messages.conversations(self._project, run.id)
        if conversation is None and known:
            conversation = known[0].name
        self.conversation = conversation or uuid.uuid4().hex
        self.turns.clear()
        found = messages.turns(self._project, run.id, self.conversation, limit=_PORTION)
        for widget in self._stored(found):
            self.turns.add(widget)
        self.turns.earlier.setVisible(len(found) == _PORTION)
        self.suggest()
        return found[-1] if found else None

    def show_others(self, others: Sequence[tuple[int, str]]) -> None:
        """The runs that questions can be put to besides, (number, title) each."""
        self._others = list(others)
        for turn in self.turns.turns:
            turn.show_others(self._others)

    def begin(self, question: str, shown: Sequence[str], sides: Sequence[str], *, again: bool) -> TurnWidget:
        """Put a question under way at the end."""
        turn = self._make_turn(question, sides, shown, again=again)
        self.turns.add(turn)
        if any(chip.question == turn.asked for chip in self.suggestions.chips):
            self.suggest()
        self.show_stack()
        return turn

    def take_back(self, turn: TurnWidget) -> None:
        """A question that nobody began to answer is to be asked yet."""
        self.turns.remove(turn)
        self.composer.put_back(turn.asked)
        self.show_stack()

    def turn_of(self, number: int) -> TurnWidget | None:
        """The turn that is shown of a question, by its number."""
        return next((turn for turn in self.turns.turns if turn.number == number), None)

    def told(self, data: dict[str, Any]) -> tuple[Turn, votes.Vote | None]:
        """The turn as it is stored; as it was told where the store does not have it, as in a recording."""
        number: int | None = data.get("message")
        if number is not None and (found := messages.turn(self._project, number)) is not None:
            return found, votes.of(self._project, [number]).get(number)
        timings: dict[str, Any] = data["timings"]
        replies = {side: messages.Reply(data[side], timings[side]) for side in timings if data.get(side) is not None}
        asked = {"stopped": True} if data.get("stopped") else {}
        return messages.Turn(number or 0, data["question"], asked, replies), None

    def show_stack(self) -> None:
        """The start before the first question, the turns from then on."""
        empty = not self.turns.turns
        self.stack.setCurrentWidget(self.start if empty else self.turns)
        self.suggestions.setVisible(not empty and bool(self.suggestions.chips))

    def suggest(self) -> None:
        """Draw other questions of the dataset, those that were not asked here."""
        if self.run is None:
            return
        asked = {turn.asked for turn in self.turns.turns}
        drawn = references.suggested(self._project, self.run.dataset_id, _DRAWN)
        found = [reference for reference in drawn if reference.question not in asked][:_LINE]
        self.start.show_text(suggested=bool(found) and found[0].held_out)
        questions = [reference.question for reference in found]
        self.suggestions.show_questions(questions)
        self.start.suggestions.show_questions(questions[:_STACKED])
        self.show_stack()

    def show_busy(self, job: JobRun | None) -> None:
        """While a question is under way, none can be asked."""
        self.composer.show_busy(job is not None, stopping=job is not None and job.cancelling)
        for turn in self.turns.turns:
            turn.retry.setEnabled(job is None)
            turn.others.setEnabled(job is None)
        for suggestions in (self.suggestions, self.start.suggestions):
            suggestions.setEnabled(job is None)

    def _stored(self, found: list[Turn]) -> list[TurnWidget]:
        cast = votes.of(self._project, [turn.id for turn in found])
        widgets = []
        for turn in found:
            widget = self._make_turn(turn.question)
            widget.complete(turn, cast.get(turn.id))
            widgets.append(widget)
        return widgets

    def _make_turn(
        self, question: str, sides: Sequence[str] = SIDES, shown: Sequence[str] = (), *, again: bool = False
    ) -> TurnWidget:
        assert self.run is not None
        turn = TurnWidget(question, sides=sides, shown=shown, again=again)
        turn.show_reference(references.reference(self._project, self.run.dataset_id, question))
        turn.show_others(self._others)
        turn.retried.connect(lambda: self.again.emit(turn))
        turn.voted.connect(lambda choice: self.voted.emit(turn, choice))
        turn.wanted.connect(lambda runs: self.wanted.emit(turn, runs))
        turn.opened.connect(self.opened)
        turn.found.connect(self.found)
        return turn

    def _show_earlier(self) -> None:
        if self.run is None or not self.turns.turns or self.turns.turns[0].number is None:
            return
        before = self.turns.turns[0].number
        found = messages.turns(self._project, self.run.id, self.conversation, before=before, limit=_PORTION)
        self.turns.earlier.setVisible(len(found) == _PORTION)
        self.turns.add_before(self._stored(found))


if __name__ == "__main__":
    from desktop import preview
    from engine.project import runs

    raise SystemExit(
        preview.show(lambda session: Talk(session.project), lambda w, s: w.open(runs.latest(s.project), None))
    )
