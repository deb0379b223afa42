"""Comparing: streams, side by side, stopped and retried, blind, remembered in the project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QToolButton

from desktop import recorded
from desktop.job_queue import JobQueue
from desktop.pages.compare import ComparePage
from desktop.session import Session
from desktop.widgets import adapter_sign, markdown
from desktop.widgets.reference import ReferenceRow
from desktop.widgets.sides import SIDES
from desktop.widgets.spec_form import Decimal
from engine import events
from engine.chat import SILENT
from engine.project import Project, messages, votes
from engine.project.references import Place, Reference
from engine.project.settings import setting
from tests.desktop.recording import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.job_runner import Runner
    from desktop.widgets.turn import TurnWidget
    from engine.jobs import Cancel, Emit

REPLY = made("chat", "reply")
BASE, TUNED = REPLY["base"], REPLY["tuned"]


def shown(session: Session, qtbot: QtBot) -> ComparePage:
    page = ComparePage(session)
    qtbot.addWidget(page)
    page.resize(1040, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ComparePage:
    return shown(session, qtbot)


def with_runner(tmp_path: Path, runner: Runner | None) -> Iterator[Session]:
    queue = JobQueue(runner=runner)
    session = Session(recorded.project(tmp_path / "slow.hone"), queue)
    yield session
    queue.close()
    session.close()


@pytest.fixture
def slow(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Jobs are played back slower than they were, so that there is time to do something meanwhile."""
    yield from with_runner(tmp_path, recorded.player(0.4))


def ask(page: ComparePage, qtbot: QtBot, question: str) -> TurnWidget:
    """Type a question and send it by Return."""
    page.composer.edit.setFocus()
    qtbot.keyClicks(page.composer.edit, question)
    qtbot.keyClick(page.composer.edit, Qt.Key.Key_Return)
    return page.turns.turns[-1]


def settled(page: ComparePage, qtbot: QtBot, seconds: float = 20) -> None:
    qtbot.waitUntil(lambda: page._job is None, timeout=int(seconds * 1000))


def press(widget: Any, name: str, qtbot: QtBot) -> None:
    found = next(button for kind in (QPushButton, QToolButton) for button in widget.findChildren(kind, name))
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_both_replies_stream_side_by_side(page: ComparePage, qtbot: QtBot) -> None:
    assert page.bar.adapter.state == adapter_sign.ACTIVE  # as the last reply of the conversation told
    page.bar.adapter.show_delta(None)
    turn = ask(page, qtbot, "How often do I clean it?")
    assert page.composer.edit.toPlainText() == ""
    assert page.composer.stop.isVisible()
    settled(page, qtbot)
    assert turn.panes["base"].text.toPlainText() == BASE
    assert turn.panes["tuned"].text.toPlainText() == TUNED
    assert turn.panes["base"].y() == turn.panes["tuned"].y()
    assert turn.panes["base"].x() < turn.panes["tuned"].x()
    known = REPLY["timings"]["tuned"]
    waited, rate = f"{known['first_token_seconds']:.2f} s", f"{known['tokens_per_second']:.1f} tokens/s"
    assert turn.panes["tuned"].figures.text() == f"First token after {waited} · {rate} · {known['tokens']} tokens"
    assert page.bar.adapter.state == adapter_sign.ACTIVE
    assert f"{REPLY['logit_delta']:.1f}" in page.bar.adapter.text.text()
    press(turn.panes["tuned"], "copy", qtbot)
    assert QGuiApplication.clipboard().text() == TUNED
    assert page.composer.send.isVisible()


def test_streamed_text_is_inserted_not_set(slow: Session, qtbot: QtBot) -> None:
    page = shown(slow, qtbot)
    turn = ask(page, qtbot, "How often?")
    text = turn.panes["tuned"].text
    qtbot.waitUntil(lambda: len(text.toPlainText()) > 10, timeout=5000)
    cursor = text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    before = len(text.toPlainText())
    qtbot.waitUntil(lambda: len(text.toPlainText()) > before + 5, timeout=5000)
    assert text.textCursor().selectedText() == TUNED[:5]  # what the person selected stays selected


def test_stop_keeps_what_was_streamed(slow: Session, qtbot: QtBot) -> None:
    page = shown(slow, qtbot)
    turn = ask(page, qtbot, "How often?")
    qtbot.waitUntil(lambda: TUNED.split()[0] in turn.panes["tuned"].said, timeout=5000)
    qtbot.keyClick(page.composer.edit, Qt.Key.Key_Escape)
    assert not page.composer.stop.isEnabled()
    settled(page, qtbot)
    assert TUNED.startswith(turn.panes["tuned"].text.toPlainText())
    assert turn.panes["tuned"].figures.text() == "Stopped"
    assert turn in page.turns.turns


def test_a_question_waits_behind_another_job_and_can_be_taken_back(slow: Session, qtbot: QtBot) -> None:
    page = shown(slow, qtbot)
    count = len(page.turns.turns)
    training = slow.submit("train", "Training")
    turn = ask(page, qtbot, "How often?")
    assert "Waits until “Training” is done" in turn.panes["base"].note.text()
    qtbot.mouseClick(page.composer.stop, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert len(page.turns.turns) == count
    assert page.composer.edit.toPlainText() == "How often?"
    training.cancel()
    qtbot.waitUntil(lambda: slow.queue.running is None)


def test_shift_return_is_a_new_line_and_nothing_is_not_sent(page: ComparePage, qtbot: QtBot) -> None:
    count = len(page.turns.turns)
    qtbot.keyClick(page.composer.edit, Qt.Key.Key_Return)
    assert not page.composer.send.isEnabled()
    height = page.composer.edit.height()
    qtbot.keyClicks(page.composer.edit, "a")
    qtbot.keyClick(page.composer.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(page.composer.edit, "b")
    assert page.composer.edit.toPlainText() == "a\nb"
    assert page.composer.edit.height() > height
    assert len(page.turns.turns) == count


def test_a_suggested_question_has_its_reference_and_its_page(page: ComparePage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.bar.new, Qt.MouseButton.LeftButton)
    assert page.stack.currentWidget() is page.start
    before = [chip.question for chip in page.start.suggestions.chips]
    qtbot.mouseClick(page.start.suggestions.shuffle, Qt.MouseButton.LeftButton)
    assert [chip.question for chip in page.start.suggestions.chips] != before
    chip = page.start.suggestions.chips[0]
    question = chip.question
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    (turn,) = page.turns.turns
    assert turn.asked == question
    assert question not in [chip.question for chip in page.suggestions.chips]
    assert turn.reference.isVisible()
    settled(page, qtbot)
    press(turn, "show-page", qtbot)
    assert page.panel.isVisible()
    assert page.panel.name == "source"
    assert page.preview.document is not None
    assert page.preview.document.name == "manual.pdf"
    assert page.preview._span is not None
    qtbot.waitUntil(lambda: not page.preview.paper._busy and not page.preview.paper.sheet._picture.isNull())
    press(page.panel, "close-panel", qtbot)
    assert not page.panel.isVisible()
    free = ask(page, qtbot, "Who are you?")
    assert not free.reference.isVisible()
    settled(page, qtbot)


def test_blind_replies_are_named_after_the_vote(page: ComparePage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.bar.blind, Qt.MouseButton.LeftButton)
    assert setting(page.session.project, "compare.blind", False) is True
    orders = set()
    for _ in range(12):
        turn = ask(page, qtbot, "How often?")
        settled(page, qtbot)
        orders.add(turn.shown)
        names = [turn.panes[side].name.text() for side in turn.shown]
        assert names == ["A", "B"]
        assert turn.panes["base"].figures.text() == ""
        assert turn.ballot.isVisible()
        if len(orders) == 2:
            break
    assert orders == {SIDES, SIDES[::-1]}
    press(turn, "vote-b", qtbot)
    better = turn.shown[1]
    assert better in turn.verdict.text()
    assert turn.panes["tuned"].name.text() == "Tuned model"
    assert turn.panes["base"].figures.text()
    assert not turn.ballot.isVisible()


def test_history_is_redrawn_from_the_store(page: ComparePage, qtbot: QtBot) -> None:
    assert [turn.asked for turn in page.turns.turns] == [
        turn.question for turn in messages.turns(page.session.project, 1, "main")
    ]
    qtbot.mouseClick(page.bar.new, Qt.MouseButton.LeftButton)
    assert page.turns.turns == []
    again = shown(page.session, qtbot)
    assert again.turns.turns == []  # the new conversation is remembered, and empty
    press(page, "toggle-history", qtbot)
    history = page.history
    assert history.count() == 1
    qtbot.waitUntil(lambda: history.visualItemRect(history.item(0)).width() > 100)
    qtbot.mouseClick(
        history.viewport(), Qt.MouseButton.LeftButton, pos=history.visualItemRect(history.item(0)).center()
    )
    assert len(page.turns.turns) == len(messages.turns(page.session.project, 1, "main")) > 0
    assert page.conversation == "main"


def test_a_conversation_is_deleted_after_a_question(page: ComparePage, qtbot: QtBot) -> None:
    press(page, "toggle-history", qtbot)
    history = page.history
    row = history.itemWidget(history.item(0))
    press(row, "", qtbot)
    sheet = page.window().findChild(QMessageBox, "remove-conversation")
    assert sheet is not None
    assert messages.conversations(page.session.project, 1)[0].title in sheet.informativeText()
    delete = next(button for button in sheet.buttons() if button.text() == "Delete")
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert messages.conversations(page.session.project, 1) == []
    assert history.count() == 0
    assert page.turns.turns == []


def test_options_are_kept_sent_and_reset(page: ComparePage, qtbot: QtBot) -> None:
    press(page, "toggle-options", qtbot)
    temperature = page.options.form.editors["temperature"]
    assert isinstance(temperature, Decimal)
    temperature.setValue(0.2)
    page.options.system.setPlainText("Answer in one word.")
    qtbot.waitUntil(lambda: setting(page.session.project, "compare.options", {}).get("system") == "Answer in one word.")
    again = shown(page.session, qtbot)
    assert again.options.values() == {"temperature": 0.2, "remember": False, "system": "Answer in one word."}
    ask(again, qtbot, "How often?")
    assert again._job is not None
    fields = again._job.fields
    assert (fields["temperature"], fields["system"], fields["remember"]) == (0.2, "Answer in one word.", False)
    settled(again, qtbot)
    qtbot.mouseClick(page.options.reset, Qt.MouseButton.LeftButton)
    assert page.options.values() == {"remember": False}
    assert not page.options.reset.isEnabled()


def test_retry_asks_again_with_another_seed(page: ComparePage, qtbot: QtBot) -> None:
    first = page.turns.turns[0]
    qtbot.mouseClick(first.retry, Qt.MouseButton.LeftButton)
    assert page._job is not None
    assert page._job.fields["question"] == first.asked
    assert page._job.fields["again"] == first.number
    assert page._job.fields["seed"] > 0
    assert not first.retry.isEnabled()
    qtbot.waitUntil(lambda: page.turns.turns[-1].again.isVisible())
    settled(page, qtbot)
    assert first.retry.isEnabled()


def test_the_end_is_followed_unless_one_scrolled_up(page: ComparePage, qtbot: QtBot) -> None:
    page.resize(1040, 420)
    bar = page.turns.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    ask(page, qtbot, "How often?")
    settled(page, qtbot)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    bar.setValue(0)
    page.turns.turns[-1].panes["tuned"].add("More. " * 400)
    qtbot.waitUntil(lambda: bar.maximum() > 700)
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    at = bar.maximum()
    page.turns.turns[-1].panes["tuned"].add("More. " * 400)
    qtbot.waitUntil(lambda: bar.maximum() > at)
    assert bar.value() == bar.maximum()


def test_long_conversations_are_shown_in_portions(session: Session, qtbot: QtBot) -> None:
    for number in range(25):
        messages.add(session.project, 1, "long", f"Question {number}?", {"base": ("b", {}), "tuned": ("t", {})})
    page = shown(session, qtbot)
    assert page.turns.turns[0].asked == "Question 15?"
    qtbot.waitUntil(lambda: page.turns.verticalScrollBar().maximum() > 0)
    page.turns.verticalScrollBar().setValue(0)
    qtbot.mouseClick(page.turns.earlier, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.turns.verticalScrollBar().value() > 500)
    seen = page.turns.turns[10]
    assert seen.asked == "Question 15?"
    assert seen.visibleRegion().boundingRect().height() > 0  # what was first is still seen
    page.turns.earlier.click()
    assert [turn.asked for turn in page.turns.turns] == [f"Question {number}?" for number in range(25)]
    assert not page.turns.earlier.isVisible()


def test_a_page_that_is_made_meanwhile_goes_on_with_the_replies(slow: Session, qtbot: QtBot) -> None:
    first = shown(slow, qtbot)
    first.bar.blind.setChecked(True)
    before = ask(first, qtbot, "How often?")
    qtbot.waitUntil(lambda: len(before.panes["tuned"].said) > 20, timeout=5000)
    second = shown(slow, qtbot)
    turn = second.turns.turns[-1]
    assert turn.asked == "How often?"
    assert turn.hidden
    assert turn.shown == before.shown
    assert len(turn.panes["tuned"].said) > 20
    settled(second, qtbot)
    assert turn.panes["tuned"].text.toPlainText() == TUNED


def test_an_adapter_that_changes_nothing_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    def refuse(name: str, fields: dict[str, Any], emit: Emit, cancel: Cancel) -> None:
        emit(events.Failed(SILENT, "Its run learned nothing."))

    for session in with_runner(tmp_path, refuse):
        page = shown(session, qtbot)
        turn = ask(page, qtbot, "How often?")
        settled(page, qtbot)
        assert page.bar.adapter.state == adapter_sign.SILENT
        assert turn.panes["base"].note.text() == "The question could not be answered."
        assert page.composer.edit.toPlainText() == "How often?"


def test_replies_stand_under_each_other_where_it_is_narrow(page: ComparePage, qtbot: QtBot) -> None:
    page.resize(750, 560)
    press(page, "toggle-options", qtbot)
    turn = page.turns.turns[0]
    qtbot.waitUntil(lambda: turn.panes["tuned"].y() > turn.panes["base"].y())
    press(page, "toggle-options", qtbot)
    qtbot.waitUntil(lambda: turn.panes["tuned"].y() == turn.panes["base"].y())


def test_a_reference_is_whole_beside_an_open_panel_in_the_smallest_window(qtbot: QtBot) -> None:
    row = ReferenceRow()
    qtbot.addWidget(row)
    place = Place(1, "a manual with quite a long name.pdf", 11, None, None)
    row.show_reference(Reference("test", "What is it?", "A stream that flows past the old workshop.", "", place))
    assert row.minimumSizeHint().width() <= 360


@pytest.mark.parametrize(
    ("reply", "plain"),
    [
        ("one\ntwo", "one\ntwo"),
        ("3~5분, 6~8분 정도", "3~5분, 6~8분 정도"),
        ("2021. It was then.", "2021. It was then."),
        ("a <b>x</b> <img src='file:///x'>", "a <b>x</b> <img src='file:///x'>"),
        ("![x](file:///etc/passwd)", "![x](file:///etc/passwd)"),
        ("- a\n- b", "a\nb"),
        ("**bold** and `code`", "bold and code"),
        ("```\na ~ b\nc\n```", "a ~ b\nc"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "\na\nb\n1\n2\n"),
        ("```\nx\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |", "x\na\nb\n1\n2\n"),
    ],
)
def test_markdown_loses_nothing(qtbot: QtBot, reply: str, plain: str) -> None:
    document = QTextDocument()
    markdown.show(document, reply)
    assert document.toPlainText().replace("\u2028", "\n") == plain
    assert "<img" not in document.toHtml()
    assert "line-through" not in document.toHtml()


@pytest.fixture
def trained(qtbot: QtBot, project_path: str, tmp_path: Path) -> Iterator[Session]:
    """A project with a tiny base and an adapter that saw three iterations; jobs run in real children."""
    from engine.jobs import Cancel as Never
    from engine.train import TrainSpec, train
    from tests.engine.models import add_dataset, tiny, wordings

    add_dataset(project_path, *wordings())
    base = tiny(tmp_path / "base")
    options: dict[str, Any] = {"iterations": 3, "evaluate_every": 3, "rank": 4, "learning_rate": 1e-2, "batch_size": 4}
    train(TrainSpec(project=project_path, base=str(base), **options), lambda event: None, Never())
    queue = JobQueue()
    session = Session(Project(project_path), queue)
    yield session
    queue.close()
    session.close()


def test_a_real_child_answers_is_stopped_and_voted_on(trained: Session, qtbot: QtBot) -> None:
    page = shown(trained, qtbot)
    assert page.run is not None
    page.options.set_values({"max_tokens": 24, "temperature": 1.0})
    page.bar.blind.setChecked(True)
    turn = ask(page, qtbot, "How long is the cable?")
    settled(page, qtbot, 60)
    (stored,) = messages.turns(trained.project, page.run.id, page.conversation)
    assert turn.number == stored.id
    assert page.bar.adapter.state == adapter_sign.ACTIVE
    assert {side: pane.said for side, pane in turn.panes.items()} == {
        side: reply.text for side, reply in stored.replies.items()
    }
    assert turn.hidden
    press(turn, "vote-neither", qtbot)
    for side, pane in turn.panes.items():
        assert f"{stored.replies[side].figures['tokens']} tokens" in pane.figures.text()
        assert not pane.note.isVisible()
    assert votes.tally(trained.project, page.run.id)["neither"] == 1
    assert page.bar.preference.text() == "Tuned against Base: no vote has decided yet. 1 found no difference."
    page.options.set_values({"max_tokens": 230, "temperature": 1.0})
    pid = trained.queue._warm.pid
    long = ask(page, qtbot, "What does the tray hold?")
    qtbot.waitUntil(lambda: bool(long.panes["base"].said or long.panes["tuned"].said), timeout=20_000)
    qtbot.mouseClick(page.composer.stop, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert trained.queue._warm.pid == pid  # still warm
    assert long.number is not None
    again = shown(trained, qtbot)
    first, second = again.turns.turns
    assert first.verdict.text() == "You found both bad."
    assert second.hidden
    assert second.panes["base"].figures.text() == "Stopped"
    labels = [label.text() for label in second.findChildren(QLabel)]
    assert "A" in labels
    assert "B" in labels
