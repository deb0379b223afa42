"""The page "Compare": base and tuned model answer the same questions, side by side."""

from __future__ import annotations

import random
import uuid
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.job_runner import WAITING
from desktop.pages.page import Page
from desktop.widgets.chat_options import DEFAULTS, ChatOptions
from desktop.widgets.compare_bar import CompareBar
from desktop.widgets.compare_start import CompareStart
from desktop.widgets.composer import Composer
from desktop.widgets.conversation_list import ConversationList
from desktop.widgets.page_preview import PagePreview
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.suggestions import Suggestions
from desktop.widgets.turn import SIDES, TurnWidget
from desktop.widgets.turn_list import TurnList
from engine import events
from engine.chat import SILENT
from engine.project import messages, references, runs, votes
from engine.project.settings import set_setting, setting

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from engine.project.messages import Turn
    from engine.project.references import Place
    from engine.project.runs import Run

_PORTION = 10  # turns that are shown at once
_DRAWN, _STACKED, _LINE = 20, 4, 5  # suggestions: drawn; shown before the first question, and after it
_PLACE, _OPTIONS, _BLIND = "compare", "compare.options", "compare.blind"  # settings of the project
_SEEDS = 2**31 - 1
_FIRST = "first"  # property of a job: the side that is shown as A


class ComparePage(Page):
    """One question at a time goes to both sides; the conversation is what the store has, and the one under way."""

    name = "compare"

    def build(self) -> None:
        """Head, conversation, question, and a panel beside them."""
        self.run: Run | None = None
        self.conversation = ""
        self._job: JobRun | None = None
        self._turn: TurnWidget | None = None
        self.body.removeWidget(self.title)
        self.bar = CompareBar(self.title)
        self.turns, self.start = TurnList(), CompareStart()
        self.suggestions = Suggestions(stacked=False)
        self.composer = Composer()
        self.options, self.history = ChatOptions(), ConversationList()
        self.preview = PagePreview(self.session)
        self.panel = SidePanel()
        self.panel.add("history", self.tr("History"), self.history)
        self.panel.add("options", self.tr("Options"), self.options, scrolls=True)
        self.panel.add("source", self.tr("Source"), self.preview)
        self._lay_out()
        self.options.set_values(setting(self.session.project, _OPTIONS, DEFAULTS))
        self.bar.blind.setChecked(bool(setting(self.session.project, _BLIND, False)))
        self._connect()
        job = self.session.queue.of("chat")
        if job is not None and job.fields.get("project") == self.session.path:
            self._follow(job)
        self.refresh()

    def refresh(self) -> None:
        """Take up new runs; a run that was trained since the last look becomes the chosen one."""
        found = [run for run in runs.runs(self.session.project) if run.best_iteration is not None]
        if not found:
            return
        known = {run.id: run for run in found}
        place = setting(self.session.project, _PLACE, {})
        trained = found[-1].id != place.get("newest")
        chosen = None if trained else known.get(self.run.id if self.run else place.get("run"))
        run = chosen or found[-1]
        self.bar.show_runs(found, run.id)
        if self.run is None or self.run.id != run.id:
            kept = "" if trained and self.run else place.get("conversation", "")
            self._open(run, kept if place.get("run") == run.id else None)
            self._keep_place(found[-1].id)

    def ask(self, question: str, again: int | None = None) -> None:
        """Put a question to both sides; `again` is the number of the question that it repeats."""
        if self.run is None or self._job is not None:
            return
        options: dict[str, Any] = self.options.values()
        if again is not None:
            options["seed"] = random.randrange(_SEEDS)
        job = self.session.submit(
            "chat",
            self.tr("Answering a question"),
            run=self.run.id,
            question=question,
            conversation=self.conversation,
            again=again,
            **options,
        )
        job.setProperty(_FIRST, random.choice(SIDES) if self.bar.blind.isChecked() else "")
        self._follow(job)
        self._show_job()

    # The job under way

    def _follow(self, job: JobRun) -> None:
        """Listen to a job, whoever submitted it."""
        self._job = job
        job.wrote.connect(self._on_wrote)
        job.made.connect(self._on_made)
        job.ended.connect(self._on_ended)
        job.began.connect(self._show_waiting)
        self.session.queue.changed.connect(self._show_waiting)
        self._show_busy()

    def _show_job(self) -> None:
        """Put the question under way at the end, if it belongs to what is shown."""
        job = self._job
        if job is None or self.run is None:
            return
        if (job.fields.get("run"), job.fields.get("conversation")) != (self.run.id, self.conversation):
            return
        first = job.property(_FIRST) or ""
        turn = self._make_turn(job.fields["question"], first, again="again" in job.fields)
        self._turn = turn
        turn.write(job.texts)
        self.turns.add(turn)
        if any(chip.question == turn.asked for chip in self.suggestions.chips):
            self._suggest()
        self._show_stack()
        self._show_waiting()
        self._show_busy()

    def _show_waiting(self) -> None:
        if self._turn is None or self._job is None:
            return
        running = self.session.queue.running
        if self._job.state == WAITING and running is not None and running is not self._job:
            self._turn.wait(
                self.tr("Waits until “{0}” is done: two models at once need too much memory.").format(running.title)
            )
        else:
            self._turn.wait(self.tr("Reading the question…"))

    def _on_wrote(self, texts: list[events.Text]) -> None:
        if self._turn is not None:
            self._turn.write(texts)

    def _on_made(self, made: events.Artifact) -> None:
        if made.kind != "reply" or made.data is None or self._job is None:
            return
        number: int | None = made.data.get("message")
        first = self._job.property(_FIRST)
        if number is not None and first:
            votes.hide(self.session.project, made.data["run"], number, sorted(SIDES, key=lambda side: side != first))
        if self.run is not None and made.data["run"] == self.run.id:
            self.bar.adapter.show_delta(made.data["logit_delta"])
        if self._turn is not None:
            self._turn.complete(*self._told(made, number))

    def _told(self, made: events.Artifact, number: int | None) -> tuple[Turn, votes.Vote | None]:
        """The turn as it is stored; as it was told where the store does not have it, as in a recording."""
        if number is not None and (found := messages.turn(self.session.project, number)) is not None:
            return found, votes.of(self.session.project, [number]).get(number)
        data: dict[str, Any] = made.data or {}
        replies = {
            side: messages.Reply(data[side], data["timings"][side]) for side in SIDES if data.get(side) is not None
        }
        asked = {"stopped": True} if data.get("stopped") else {}
        return messages.Turn(number or 0, data["question"], asked, replies), None

    def _on_ended(self, event: events.Event) -> None:
        job, turn = self._job, self._turn
        self.session.queue.changed.disconnect(self._show_waiting)
        self._job, self._turn = None, None
        if job is not None and turn is not None and not turn.answered:
            self._show_unanswered(turn, event)
        if job is not None and isinstance(event, events.Failed):
            self.composer.put_back(job.fields["question"])
            if event.title == SILENT:
                self.bar.adapter.show_delta(0.0)
        self._show_busy()
        self._show_history()

    def _show_unanswered(self, turn: TurnWidget, event: events.Event) -> None:
        """The job ended without a stored turn."""
        if isinstance(event, events.Failed):
            turn.end(self.tr("The question could not be answered."))
        elif any(pane.said for pane in turn.panes.values()):
            turn.end(self.tr("Stopped"))
        else:
            self.turns.remove(turn)
            self.composer.put_back(turn.asked)
            self._show_stack()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._show_busy()

    def _show_busy(self) -> None:
        job = self._job
        self.composer.show_busy(job is not None, stopping=job is not None and job.cancelling)
        for turn in self.turns.turns:
            turn.retry.setEnabled(job is None)
        for suggestions in (self.suggestions, self.start.suggestions):
            suggestions.setEnabled(job is None)

    # What is shown

    def _open(self, run: Run, conversation: str | None) -> None:
        """Show a conversation with a run: the named one, the newest if None, a new one if empty."""
        self.run = run
        known = messages.conversations(self.session.project, run.id)
        if conversation is None and known:
            conversation = known[0].name
        self.conversation = conversation or uuid.uuid4().hex
        self._turn = None
        self.turns.clear()
        found = messages.turns(self.session.project, run.id, self.conversation, limit=_PORTION)
        for widget in self._stored(found):
            self.turns.add(widget)
        self.turns.earlier.setVisible(len(found) == _PORTION)
        self.bar.adapter.show_delta(found[-1].asked.get("logit_delta") if found else None)
        self.bar.show_tally(votes.tally(self.session.project, run.id))
        self.options.show_system(run.system)
        self._suggest()
        self._show_job()
        self._show_stack()
        self._show_history()
        self._show_busy()

    def _stored(self, found: list[Turn]) -> list[TurnWidget]:
        cast = votes.of(self.session.project, [turn.id for turn in found])
        widgets = []
        for turn in found:
            widget = self._make_turn(turn.question)
            widget.complete(turn, cast.get(turn.id))
            widgets.append(widget)
        return widgets

    def _make_turn(self, question: str, first: str = "", *, again: bool = False) -> TurnWidget:
        assert self.run is not None
        turn = TurnWidget(question, first=first, again=again)
        turn.show_reference(references.reference(self.session.project, self.run.dataset_id, question))
        turn.retried.connect(lambda: self.ask(turn.asked, turn.number))
        turn.voted.connect(lambda choice: self._on_voted(turn, choice))
        turn.opened.connect(self._on_opened)
        return turn

    def _show_earlier(self) -> None:
        if self.run is None or not self.turns.turns or self.turns.turns[0].number is None:
            return
        before = self.turns.turns[0].number
        found = messages.turns(self.session.project, self.run.id, self.conversation, before=before, limit=_PORTION)
        self.turns.earlier.setVisible(len(found) == _PORTION)
        self.turns.add_before(self._stored(found))

    def _show_stack(self) -> None:
        empty = not self.turns.turns
        self.stack.setCurrentWidget(self.start if empty else self.turns)
        self.suggestions.setVisible(not empty and bool(self.suggestions.chips))

    def _suggest(self) -> None:
        if self.run is None:
            return
        asked = {turn.asked for turn in self.turns.turns}
        drawn = references.suggested(self.session.project, self.run.dataset_id, _DRAWN)
        found = [reference for reference in drawn if reference.question not in asked][:_LINE]
        self.start.show_text(suggested=bool(found) and found[0].held_out)
        questions = [reference.question for reference in found]
        self.suggestions.show_questions(questions)
        self.start.suggestions.show_questions(questions[:_STACKED])
        self._show_stack()
        self._show_busy()

    def _show_history(self) -> None:
        if self.run is not None and self.panel.name == "history":
            self.history.show_conversations(
                messages.conversations(self.session.project, self.run.id), self.conversation
            )

    # What the person does

    def _on_run(self, number: int) -> None:
        if self.run is not None and number != self.run.id:
            self._open(runs.get(self.session.project, number), None)
            self._keep_place()

    def _on_run_wanted(self, number: int) -> None:
        """Another page asks for a run, which may have come since the last look."""
        self.refresh()
        self._on_run(number)
        self.refresh()

    def _on_begun(self) -> None:
        if self.run is not None and self.turns.turns:
            self._open(self.run, "")
            self._keep_place()
        self.composer.edit.setFocus()

    def _on_conversation(self, name: str) -> None:
        if self.run is not None and name != self.conversation:
            self._open(self.run, name)
            self._keep_place()

    def _on_removed(self, name: str) -> None:
        if self.run is None:
            return
        messages.remove(self.session.project, self.run.id, name)
        if name == self.conversation:
            self._open(self.run, "")
            self._keep_place()
        self._show_history()

    def _on_voted(self, turn: TurnWidget, choice: str) -> None:
        if self.run is None:
            return
        if turn.number is not None:
            votes.cast(self.session.project, turn.number, choice)
        turn.reveal(votes.Vote((turn.first,), choice))
        self.bar.show_tally(votes.tally(self.session.project, self.run.id))

    def _on_opened(self, place: Place) -> None:
        self._show_panel("source")
        self.preview.show_page(place.document_id, place.page, place.start, place.end)

    def _show_panel(self, name: str) -> None:
        self.panel.show_panel(name)
        self.bar.show_panel(name)
        self._show_history()

    def _close_panel(self) -> None:
        self._show_panel("")
        self.composer.edit.setFocus()

    def _keep_place(self, newest: int | None = None) -> None:
        if self.run is not None:
            place = setting(self.session.project, _PLACE, {})
            newest = place.get("newest") if newest is None else newest
            now = {"run": self.run.id, "conversation": self.conversation, "newest": newest}
            if now != place:
                set_setting(self.session.project, _PLACE, now)

    def _connect(self) -> None:
        project = self.session.project
        self.bar.run_chosen.connect(self._on_run)
        self.session.run_wanted.connect(self._on_run_wanted)
        self.bar.panel_wanted.connect(self._show_panel)
        self.bar.begun.connect(self._on_begun)
        self.bar.blinded.connect(lambda on: set_setting(project, _BLIND, on))
        self.panel.closed.connect(self._close_panel)
        self.composer.asked.connect(self.ask)
        self.composer.stopped.connect(self._stop)
        self.turns.more.connect(self._show_earlier)
        self.history.chosen.connect(self._on_conversation)
        self.history.removed.connect(self._on_removed)
        self.options.changed.connect(lambda: set_setting(project, _OPTIONS, self.options.values()))
        for suggestions in (self.suggestions, self.start.suggestions):
            suggestions.chosen.connect(self.ask)
            suggestions.more.connect(self._suggest)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.turns)
        talk = QWidget()
        column = QVBoxLayout(talk)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.suggestions)
        column.addWidget(self.composer)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(talk)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([700, 320])
        self.body.addWidget(self.bar)
        self.body.addWidget(self.splitter, 1)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(ComparePage))
