"""The page "Compare": base and tuned model answer the same questions, side by side."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from desktop import failure
from desktop.job_runner import WAITING
from desktop.pages.page import Page
from desktop.tables.runs_table import base_title
from desktop.widgets import answers_file
from desktop.widgets.chat_options import DEFAULTS, ChatOptions
from desktop.widgets.compare_bar import CompareBar
from desktop.widgets.conversation_list import ConversationList
from desktop.widgets.judge_row import JudgeRow
from desktop.widgets.page_preview import PagePreview
from desktop.widgets.serve_panel import ServePanel
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.sides import ALL, SIDES
from desktop.widgets.talk import Talk
from engine import events
from engine.chat import SILENT
from engine.errors import HoneError
from engine.project import index, messages, references, runs, votes
from engine.project.settings import set_setting, setting

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from desktop.widgets.turn import TurnWidget
    from engine.project.references import Place
    from engine.project.runs import Run

# Settings of the project.
_PLACE, _OPTIONS, _BLIND, _DOCUMENTS = "compare", "compare.options", "compare.blind", "compare.documents"
_SEEDS = 2**31 - 1
_SHOWN = "shown"  # property of a job: the sides as A, B, ... of a question that is asked blindly
_HOW = ("temperature", "top_p", "repetition_penalty", "max_tokens", "seed", "remember")


class ComparePage(Page):
    """One question at a time goes to all sides; the conversation is what the store has, and the one under way."""

    name = "compare"

    def build(self) -> None:
        """Head, conversation, question, and a panel beside them."""
        project = self.session.project
        self.run: Run | None = None
        self._job: JobRun | None = None
        self._turn: TurnWidget | None = None
        self.body.removeWidget(self.title)
        self.bar, self.judge, self.talk = CompareBar(self.title), JudgeRow(), Talk(project)
        self.turns, self.start, self.stack = self.talk.turns, self.talk.start, self.talk.stack
        self.suggestions, self.composer = self.talk.suggestions, self.talk.composer
        self.options, self.history = ChatOptions(), ConversationList()
        self.preview, self.serve = PagePreview(self.session), ServePanel(self.session)
        self.panel = SidePanel()
        self.panel.add("history", self.tr("History"), self.history)
        self.panel.add("options", self.tr("Options"), self.options, scrolls=True)
        self.panel.add("serve", self.tr("Serve to Other Programs"), self.serve, scrolls=True)
        self.panel.add("source", self.tr("Source"), self.preview)
        self._lay_out()
        self.options.set_values(setting(project, _OPTIONS, DEFAULTS))
        self.bar.blind.setChecked(bool(setting(project, _BLIND, False)))
        self.bar.documents.setChecked(bool(setting(project, _DOCUMENTS, False)))
        self._connect()
        job = self.session.queue.of("chat")
        if job is not None and job.fields.get("project") == self.session.path:
            self._follow(job)
        self.refresh()

    @property
    def conversation(self) -> str:
        """The name of the conversation that is shown."""
        return self.talk.conversation

    def refresh(self) -> None:
        """Take up new runs; a run that was trained since the last look becomes the chosen one."""
        project = self.session.project
        found = [run for run in runs.runs(project) if run.best_iteration is not None]
        self.bar.show_index(there=index.current(project) is not None)
        if not found:
            return
        known = {run.id: run for run in found}
        place = setting(project, _PLACE, {})
        trained = found[-1].id != place.get("newest")
        chosen = None if trained else known.get(self.run.id if self.run else place.get("run"))
        run = chosen or found[-1]
        self.bar.show_runs(project, run.id)
        if self.run is None or self.run.id != run.id:
            kept = "" if trained and self.run else place.get("conversation", "")
            self._open(run, kept if place.get("run") == run.id else None)
            self._keep_place(found[-1].id)
        else:
            self._show_votes()
        self._show_others(found)

    def ask(self, question: str, again: int | None = None) -> None:
        """Put a question to all sides; `again` is the number of the question that it repeats."""
        if self.run is None or self._job is not None:
            return
        options: dict[str, Any] = self.options.values()
        if again is not None:
            options["seed"] = random.randrange(_SEEDS)
        sides = ALL if self.bar.documents.isChecked() and self.bar.documents.isEnabled() else SIDES
        if sides is ALL:
            options["side"] = "all"
        job = self.session.submit(
            "chat",
            self.tr("Answering a question"),
            run=self.run.id,
            question=question,
            conversation=self.conversation,
            again=again,
            **options,
        )
        job.setProperty(_SHOWN, random.sample(sides, len(sides)) if self.bar.blind.isChecked() else [])
        self._follow(job)
        self._show_job()

    def ask_others(self, turn: TurnWidget, numbers: list[int]) -> None:
        """Put a question that was asked to other runs too, as it was asked."""
        if self.run is None or self._job is not None or turn.number is None:
            return
        stored = messages.turn(self.session.project, turn.number)
        asked = stored.asked if stored else {}
        system = self.options.values().get("system")
        job = self.session.submit(
            "chat",
            self.tr("Asking other runs"),
            run=self.run.id,
            question=turn.asked,
            conversation=self.conversation,
            runs=numbers,
            beside=turn.number,
            **{name: asked[name] for name in _HOW if name in asked},
            **({"system": system} if system else {}),
        )
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
        """Put the question under way at the end, or other runs under theirs, if it belongs to what is shown."""
        job = self._job
        if job is None or self.run is None:
            return
        if (job.fields.get("run"), job.fields.get("conversation")) != (self.run.id, self.conversation):
            return
        if (beside := job.fields.get("beside")) is not None:
            self._turn = self.talk.turn_of(beside)
            if self._turn is not None:
                self._turn.expect([messages.side_of(number) for number in job.fields["runs"]])
        else:
            sides = ALL if job.fields.get("side") == "all" else SIDES
            shown = job.property(_SHOWN) or ()
            self._turn = self.talk.begin(job.fields["question"], shown, sides, again="again" in job.fields)
        if self._turn is not None:
            self._turn.write(job.texts)
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
        elif "beside" in self._job.fields:
            self._turn.wait(self.tr("Waits for its turn…"))
        else:
            self._turn.wait(self.tr("Reading the question…"))

    def _on_wrote(self, texts: list[events.Text]) -> None:
        if self._turn is not None:
            self._turn.write(texts)

    def _on_made(self, made: events.Artifact) -> None:
        if made.kind != "reply" or made.data is None or self._job is None:
            return
        number: int | None = made.data.get("message")
        shown = self._job.property(_SHOWN)
        if number is not None and shown:
            votes.hide(self.session.project, made.data["run"], number, shown)
        delta = made.data["logit_delta"]
        if self.run is not None and made.data["run"] == self.run.id and delta is not None:
            self.bar.adapter.show_delta(delta)
        if self._turn is not None:
            self._turn.complete(*self.talk.told(made.data))

    def _on_ended(self, event: events.Event) -> None:
        job, turn = self._job, self._turn
        self.session.queue.changed.disconnect(self._show_waiting)
        self._job, self._turn = None, None
        if job is not None and "beside" in job.fields:
            self._end_beside(turn)
        elif job is not None:
            if turn is not None and not turn.answered:
                self._show_unanswered(turn, event)
            if isinstance(event, events.Failed):
                self.composer.put_back(job.fields["question"])
                if event.title == SILENT:
                    self.bar.adapter.show_delta(0.0)
        self._show_busy()
        self._show_history()

    def _end_beside(self, turn: TurnWidget | None) -> None:
        """Of the other runs those stay that said something."""
        if turn is None or turn.number is None:
            return
        stored = messages.turn(self.session.project, turn.number)
        if stored is not None:
            turn.complete(stored, votes.of(self.session.project, [stored.id]).get(stored.id))

    def _show_unanswered(self, turn: TurnWidget, event: events.Event) -> None:
        """The job ended without a stored turn."""
        if isinstance(event, events.Failed):
            turn.end(self.tr("The question could not be answered."))
        elif any(pane.said for pane in turn.panes.values()):
            turn.end(self.tr("Stopped"))
        else:
            self.talk.take_back(turn)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._show_busy()

    def _show_busy(self) -> None:
        self.talk.show_busy(self._job)

    # What is shown

    def _open(self, run: Run, conversation: str | None) -> None:
        """Show a conversation with a run: the named one, the newest if None, a new one if empty."""
        changed = self.run is None or self.run.id != run.id
        self.run = run
        self._turn = None
        last = self.talk.open(run, conversation)
        self.bar.adapter.show_delta(last.asked.get("logit_delta") if last else None)
        self._show_votes()
        self.options.show_system(run.system)
        self.serve.show_run(run.id)
        if changed:
            self._show_others([one for one in runs.runs(self.session.project) if one.best_iteration is not None])
        self._show_job()
        self.talk.show_stack()
        self._show_history()
        self._show_busy()

    def _show_votes(self) -> None:
        if self.run is not None:
            project = self.session.project
            self.bar.preference.show_votes(votes.made(project, self.run.id), votes.beside_judges(project, self.run.id))

    def _show_others(self, found: list[Run]) -> None:
        title = self.tr("Run {0} · {1}")
        own = self.run.id if self.run else None
        self.talk.show_others([(run.id, title.format(run.id, base_title(run))) for run in found[::-1] if run.id != own])

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
        if turn.number is not None:
            votes.cast(self.session.project, turn.number, choice)
        turn.reveal(votes.Vote(turn.shown, choice))
        self._show_votes()

    def _on_opened(self, place: Place) -> None:
        self._show_panel("source")
        self.preview.show_page(place.document_id, place.page, place.start, place.end)

    def _on_found(self, hit: dict[str, Any]) -> None:
        if (place := references.place_of(self.session.project, hit)) is not None:
            self._on_opened(place)
            return
        gone = self.tr("{0} is not in this project any more").format(hit["document"])
        failure.show_error(self, HoneError(gone, self.tr("Add it again on the page Documents to see its pages.")))

    def _on_table_wanted(self, everything: bool) -> None:
        if self.run is not None:
            conversation = None if everything else self.conversation
            answers_file.ask(self, self.session.project, self.run.id, conversation)

    def _on_judge(self, fields: dict[str, Any]) -> None:
        if self.run is not None:
            self.session.submit("agree", self.tr("Asking a judge about the votes"), run=self.run.id, **fields)

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
        self.bar.grounded.connect(lambda on: set_setting(project, _DOCUMENTS, on))
        self.bar.table_wanted.connect(self._on_table_wanted)
        self.bar.judge_wanted.connect(self.judge.show)
        self.judge.wanted.connect(self._on_judge)
        self.panel.closed.connect(self._close_panel)
        self.talk.asked.connect(self.ask)
        self.talk.stopped.connect(self._stop)
        self.talk.again.connect(lambda turn: self.ask(turn.asked, turn.number))
        self.talk.voted.connect(self._on_voted)
        self.talk.wanted.connect(self.ask_others)
        self.talk.opened.connect(self._on_opened)
        self.talk.found.connect(self._on_found)
        self.history.chosen.connect(self._on_conversation)
        self.history.removed.connect(self._on_removed)
        self.serve.tell(self.bar.show_serving)
        self.options.changed.connect(lambda: set_setting(project, _OPTIONS, self.options.values()))

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.talk)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([700, 320])
        self.body.addWidget(self.bar)
        self.body.addWidget(self.judge)
        self.body.addWidget(self.splitter, 1)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(ComparePage))
