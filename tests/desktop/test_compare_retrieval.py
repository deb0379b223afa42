"""Comparing with documents and with other runs: four panes, hits, blind votes among four, tables, judges."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop.job_queue import JobQueue
from desktop.session import Session
from desktop.widgets.sides import ALL
from engine.project import Project, messages, votes
from engine.project import index as indexes
from engine.project.settings import setting
from tests.desktop.test_compare import ask, press, settled, shown, slow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pages.compare import ComparePage
    from desktop.widgets.turn import TurnWidget

__all__ = ["slow"]  # a fixture

FIGURES = {"tokens": 9, "first_token_seconds": 0.2, "tokens_per_second": 40.0}


def hits(project: Project) -> list[dict[str, Any]]:
    """Three chunks of the recorded manual, two of them on one page."""
    rows = project.rows(
        "SELECT chunks.id, name, first_page FROM chunks JOIN documents ON documents.id = chunks.document_id"
        " WHERE documents.name = 'manual.pdf' AND first_page IN (3, 4) ORDER BY chunks.id"
    )
    found = [{"chunk": row[0], "document": row[1], "page": row[2]} for row in rows]
    return [found[0], found[1], found[-1]]


def say(project: Project, question: str = "What is it?", conversation: str = "four") -> int:
    """A turn of four sides."""
    replies: dict[str, tuple[str, Any]] = {side: (f"This says {side}.", FIGURES) for side in ("base", "tuned")}
    replies |= {f"{side}_rag": (f"{side} has read.", {**FIGURES, "hits": hits(project)}) for side in ("base", "tuned")}
    return messages.add(project, 1, conversation, question, replies, {"logit_delta": 2.0})


def four(session: Session, qtbot: QtBot) -> tuple[ComparePage, TurnWidget]:
    page = shown(session, qtbot)
    page._on_conversation("four")
    (turn,) = page.turns.turns
    return page, turn


def test_two_panes_become_four_with_documents(slow: Session, qtbot: QtBot) -> None:
    page = shown(slow, qtbot)
    qtbot.mouseClick(page.bar.documents, Qt.MouseButton.LeftButton)
    assert setting(slow.project, "compare.documents", False) is True
    turn = ask(page, qtbot, "How often do I clean it?")
    assert page._job is not None
    assert page._job.fields["side"] == "all"
    assert tuple(turn.panes) == ALL
    qtbot.waitUntil(lambda: turn.panes["base_rag"].y() > turn.panes["base"].y())
    assert turn.panes["base"].y() == turn.panes["tuned"].y()
    assert turn.panes["base_rag"].y() == turn.panes["tuned_rag"].y()
    assert turn.panes["base_rag"].x() == turn.panes["base"].x() < turn.panes["tuned_rag"].x()
    qtbot.mouseClick(page.composer.stop, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert shown(slow, qtbot).bar.documents.isChecked()


def test_without_an_index_documents_cannot_be_asked(session: Session, qtbot: QtBot) -> None:
    with session.project.transaction() as db:
        db.execute("DELETE FROM indexes")
    assert indexes.current(session.project) is None
    page = shown(session, qtbot)
    assert not page.bar.documents.isEnabled()
    assert "not indexed yet" in page.bar.documents.toolTip()


def test_a_page_that_was_found_is_one_click_away(session: Session, qtbot: QtBot) -> None:
    say(session.project)
    page, turn = four(session, qtbot)
    found = turn.panes["tuned_rag"].found
    assert found.first.text() == "Found on page 3 of manual.pdf"
    assert not turn.panes["tuned"].found.isVisible()
    qtbot.mouseClick(found.first, Qt.MouseButton.LeftButton)
    assert page.panel.name == "source"
    assert page.preview.document is not None
    assert page.preview.document.name == "manual.pdf"
    assert page.preview._span is not None
    others = found.more.menu().actions()
    assert [action.text() for action in others] == ["manual.pdf, Page 4"]
    others[0].trigger()
    qtbot.waitUntil(lambda: not page.preview.paper._busy and not page.preview.paper.sheet._picture.isNull())


def test_a_hit_of_a_document_that_is_gone_is_said(session: Session, qtbot: QtBot) -> None:
    page = shown(session, qtbot)
    page._on_found({"chunk": 1, "document": "gone.pdf", "page": 2})
    sheet = page.window().findChild(QMessageBox)
    assert sheet is not None
    assert "gone.pdf" in sheet.text()
    sheet.close()


def test_four_hidden_replies_take_one_vote(session: Session, qtbot: QtBot) -> None:
    number = say(session.project)
    order = ("tuned", "base_rag", "tuned_rag", "base")
    votes.hide(session.project, 1, number, order)
    page, turn = four(session, qtbot)
    assert [turn.panes[side].name.text() for side in order] == list("ABCD")
    assert not turn.panes["base_rag"].found.isVisible()  # would tell which it is
    assert all(not pane.figures.text() for pane in turn.panes.values())
    assert [button.text() for button in turn.ballot.buttons] == [
        *(f"{letter} Is Best" for letter in "ABCD"),
        "All Good",
        "All Bad",
        "Just Show",
    ]
    press(turn, "vote-c", qtbot)
    assert turn.verdict.text() == "You found this best: Tuned + documents"
    assert votes.of(session.project, [number])[number] == votes.Vote(order, "tuned_rag")
    assert turn.panes["base_rag"].found.isVisible()
    assert page.bar.preference.text() == ""  # says nothing of tuned and base
    assert "Tuned + documents against Tuned: preferred in 1 of 1 votes" in page.bar.preference.toolTip()


def test_the_preference_stands_in_words_with_its_interval_and_the_judge(session: Session, qtbot: QtBot) -> None:
    for place in range(18):
        number = messages.add(session.project, 1, "votes", f"{place}?", {"base": ("b", {}), "tuned": ("t", {})})
        votes.hide(session.project, 1, number, ("base", "tuned"))
        votes.cast(session.project, number, "tuned" if place < 14 else "base")
    judged = [votes.Judged(one.id, "large", "tuned") for one in votes.ballots(session.project, 1)]
    votes.add_judged(session.project, judged)
    page = shown(session, qtbot)
    first, second = page.bar.preference.text().splitlines()
    assert first == "Tuned preferred in 14 of 18 votes: 78%, between 55% and 91%."
    assert second.startswith("The judge large chose the same in 14 of 18: 78%, between 55% and 91%.")
    page.bar.judge_wanted.emit()
    assert page.judge.isVisible()
    page.judge.choice.set_values({"judge": "http://localhost:1/v1", "judge_model": "m"})
    with qtbot.waitSignal(session.queue.changed):
        press(page.judge, "start-agree", qtbot)
    job = session.queue.of("agree")
    assert job is not None
    fields = {name: value for name, value in job.fields.items() if name != "project"}
    assert fields == {"run": 1, "judge": "http://localhost:1/v1", "judge_model": "m"}
    assert not page.judge.isVisible()


def test_a_narrow_page_has_one_column_and_two_lines_of_votes(session: Session, qtbot: QtBot) -> None:
    votes.hide(session.project, 1, say(session.project), ALL)
    page, turn = four(session, qtbot)
    page.resize(750, 560)
    press(page, "toggle-options", qtbot)
    qtbot.waitUntil(lambda: turn.panes["tuned"].y() > turn.panes["base"].y())
    qtbot.waitUntil(lambda: turn.ballot.buttons[-1].y() > turn.ballot.buttons[0].y())
    assert turn.ballot.buttons[-1].geometry().right() <= turn.width()


@pytest.fixture
def starters(qtbot: QtBot, project_path: str, tmp_path: Path) -> Iterator[Session]:
    """The starter with two adapters that saw two iterations each, and an indexed page; jobs run in real children."""
    from engine.index import IndexSpec, index
    from engine.ingest import IngestSpec, ingest
    from engine.jobs import Cancel
    from engine.resources import starter
    from engine.train import TrainSpec, train
    from tests.engine.models import FACTS, add_dataset, wordings

    manual = tmp_path / "manual.md"
    manual.write_text("# The Brivolt\n\n" + "\n\n".join(f"{question} {answer}" for question, answer in FACTS))
    ingest(IngestSpec(project=project_path, paths=(str(manual),)), lambda event: None, Cancel())
    index(IndexSpec(project=project_path), lambda event: None, Cancel())
    add_dataset(project_path, *wordings())
    options: dict[str, Any] = {"iterations": 2, "evaluate_every": 2, "rank": 4, "batch_size": 2, "learning_rate": 1e-3}
    for seed in (1, 2):
        spec = TrainSpec(project=project_path, base=str(starter()), seed=seed, **options)
        train(spec, lambda event: None, Cancel())
    queue = JobQueue()
    session = Session(Project(project_path), queue)
    yield session
    queue.close()
    session.close()


def test_the_starter_answers_with_documents_and_another_run_after_it(
    starters: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(starters, qtbot)
    assert page.run is not None
    assert page.run.id == 2
    page.options.set_values({"max_tokens": 12, "remember": False})
    page.bar.documents.setChecked(True)
    page.bar.blind.setChecked(True)
    turn = ask(page, qtbot, "How long is the cable?")
    settled(page, qtbot, 60)
    assert turn.number is not None
    stored = messages.turn(starters.project, turn.number)
    assert stored is not None
    assert {side: pane.said for side, pane in turn.panes.items()} == {
        side: reply.text for side, reply in stored.replies.items()
    }
    assert set(stored.replies) == set(ALL)
    press(turn, "vote-a", qtbot)
    assert turn.panes["tuned_rag"].found.first.text() == "Found on page 1 of manual.md"
    (other,) = turn.others.menu().actions()
    other.trigger()
    assert "run:1" in turn.panes
    settled(page, qtbot, 60)
    assert turn.panes["run:1"].name.text() == "Run 1"
    assert turn.panes["run:1"].said == messages.turn(starters.project, turn.number).replies["run:1"].text  # type: ignore[union-attr]
    assert turn.panes["run:1"].y() > turn.panes["tuned_rag"].y()
    again = shown(starters, qtbot)
    assert set(again.turns.turns[0].panes) == {*ALL, "run:1"}
    file = tmp_path / "answers.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    again.bar.more.menu().actions()[0].trigger()
    (row,) = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert row["question"] == "How long is the cable?"
    assert row["run:1"] == turn.panes["run:1"].said
    assert row["vote"] in ALL
