"""The page of the exam: figures by split, questions one by one, past exams, and exams that go on."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from desktop.pages.exam import ExamPage
from desktop.tables.exam_table import ALL, BASE_RIGHT, BOTH_WRONG, QUESTION, RIGHT, TUNED_RIGHT, is_right
from desktop.tables.exam_words import percent
from engine.project import datasets, exams, runs

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session


SIDES = {"base": "Base", "base_rag": "Base + documents", "tuned": "Tuned", "tuned_rag": "Tuned + documents"}


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ExamPage:
    found = ExamPage(session)
    qtbot.addWidget(found)
    found.resize(1068, 740)
    found.show()
    return found


def unfinished(session: Session, splits: list[str]) -> exams.Exam:
    """A new exam with two answers and these options."""
    begun = exams.begin(session.project, 1, json.dumps({"splits": splits, "limit": 7, "digest": "", "questions": ""}))
    exams.add_answers(session.project, begun.id, exams.answers(session.project, 1)[:2])
    return begun


def test_the_scores_of_the_newest_exam_are_drawn_with_numbers_in_words(page: ExamPage) -> None:
    scores = exams.get(page.session.project, 1).scores
    assert list(page.board.cards) == list(scores["splits"])
    assert percent(scores["tuned"]["key_facts"]) in page.board.headline.text()
    card = page.board.cards["test"]
    figures = scores["splits"]["test"]
    facts = ", ".join(f"{name} {percent(figures[side]['key_facts'])}" for side, name in SIDES.items())
    assert card.bars["key_facts"].accessibleName() == f"Key facts right: {facts}"
    losses = ", ".join(f"{name} {figures[side]['loss']:.2f}" for side, name in SIDES.items())
    assert card.bars["loss"].accessibleName() == f"Loss, less is better: {losses}"
    none = ", ".join(f"{name} –" for name in SIDES.values())
    assert page.board.cards["written"].bars["loss"].accessibleName().endswith(none)
    assert card.count.text() == f"{figures['base']['n']} questions"
    assert not page.note.isVisible()


def test_shares_are_never_told_as_all_or_nothing_when_they_are_not() -> None:
    assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == ["0%", "<1%", "50%", "99%", "100%"]


def test_questions_start_with_those_where_only_one_side_is_right(page: ExamPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.board.cards["written"].questions, Qt.MouseButton.LeftButton)
    table = page.questions.table
    assert page.views.currentWidget() is page.questions
    assert {answer.split for answer in table.rows} == {"written"}
    differs = [is_right(answer, "base") != is_right(answer, "tuned") for answer in table.rows]
    assert differs == sorted(differs, reverse=True)
    assert differs[0] is True
    assert table.index(0, table.column_of("base")).data(RIGHT) is False
    assert table.index(0, table.column_of("tuned")).data(RIGHT) is True
    assert table.index(0, table.column_of("tuned")).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Right: ")
    header = page.questions.view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(table.column_of(QUESTION)) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    texts = [answer.question.casefold() for answer in table.rows]
    assert texts in (sorted(texts), sorted(texts, reverse=True))


@pytest.mark.parametrize(
    ("which", "base", "tuned"), [(TUNED_RIGHT, False, True), (BASE_RIGHT, True, False), (BOTH_WRONG, False, False)]
)
def test_questions_are_narrowed_by_who_was_right(page: ExamPage, which: str, base: bool, tuned: bool) -> None:
    everything = exams.answers(page.session.project, 1)
    questions = page.questions
    questions.which.setCurrentIndex(questions.which.findData(which))
    wanted = [answer for answer in everything if (is_right(answer, "base"), is_right(answer, "tuned")) == (base, tuned)]
    assert sorted(answer.position for answer in questions.table.rows) == [answer.position for answer in wanted]
    assert questions.count.text() == f"{len(wanted):,} of {len(everything):,}"
    questions.which.setCurrentIndex(questions.which.findData(ALL))
    assert len(questions.table.rows) == len(everything)


def test_a_searched_question_shows_its_texts_and_its_page(page: ExamPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.tabs.buttons["questions"], Qt.MouseButton.LeftButton)
    questions, everything = page.questions, f"{page.questions.table.total} questions"
    word = "composter"
    assert questions.count.text() == everything
    qtbot.keyClicks(questions.search, f"WHAT {word}")
    qtbot.waitUntil(lambda: questions.count.text() != everything)
    assert all(word in exams.as_csv([answer]).casefold() for answer in questions.table.rows)
    questions.view.setFocus()
    qtbot.keyClick(questions.view, Qt.Key.Key_Down)
    details = questions.details
    assert details.answer is not None
    chosen = details.answer
    assert chosen.reference in details.texts.toPlainText()
    assert chosen.base in details.texts.toPlainText()
    assert "background-color" in details.texts.toHtml()
    assert details.page.document is not None
    assert details.page.page > 0
    questions.search.clear()
    qtbot.waitUntil(lambda: questions.count.text() == everything)
    assert details.answer == chosen
    assert questions.table.answer(questions.view.currentIndex().row()) == chosen


def test_rows_that_are_shown_are_copied_and_saved_as_csv(page: ExamPage, tmp_path: Path) -> None:
    page.questions.show_split("test")
    page.questions.copy_csv()
    rows = list(csv.DictReader(io.StringIO(QGuiApplication.clipboard().text())))
    assert len(rows) == len(exams.answers(page.session.project, 1, "test"))
    assert {row["split"] for row in rows} == {"test"}
    page.questions.save_csv(tmp_path / "exam.csv")
    with (tmp_path / "exam.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.DictReader(file)) == rows


def test_an_exam_is_run_with_its_options_and_followed_to_its_end(page: ExamPage, qtbot: QtBot) -> None:
    setup = page.setup
    qtbot.mouseClick(setup.fold.button, Qt.MouseButton.LeftButton)
    options = setup.options
    assert options.isVisible()
    held_out = len(exams.answers(page.session.project, 1, "test"))
    assert options.splits["test"].text() == f"Held-out wordings ({held_out})"
    assert not options.splits["unseen"].isEnabled()
    options.splits["train"].setChecked(True)
    options.form.set_values({"limit": 8})
    qtbot.mouseClick(setup.start, Qt.MouseButton.LeftButton)
    job = page.session.queue.of("exam")
    assert job is not None
    assert {key: job.fields[key] for key in ("run", "trained", "limit")} == {"run": 1, "trained": True, "limit": 8}
    assert "splits" not in job.fields
    assert setup.stop.isVisible()
    assert not setup.start.isVisible()
    assert not options.isEnabled()
    with qtbot.waitSignal(job.ended, timeout=5000):
        pass
    assert setup.start.isVisible()
    assert setup.start.isEnabled()
    assert not setup.bar.isVisible()


def test_nothing_asked_cannot_be_started(page: ExamPage) -> None:
    page.setup.options.splits["test"].setChecked(False)
    assert not page.setup.start.isEnabled()
    assert page.setup.start.toolTip()
    page.setup.options.set_file("questions.json")
    assert page.setup.start.isEnabled()


def test_a_stopped_exam_shows_what_it_has_and_goes_on_with_its_own_options(page: ExamPage, qtbot: QtBot) -> None:
    begun = unfinished(page.session, ["test", "valid"])
    page.session.touch()
    qtbot.waitUntil(lambda: page.past.count() == 2)
    assert page.past.currentData() == begun.id
    assert page.note.text() == "Not finished: 2 answered"
    qtbot.waitUntil(lambda: page.board.cards["test"].count.text() == "2 questions")
    qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    job = page.session.queue.of("exam")
    assert job is not None
    assert job.fields == {
        "project": page.session.path, "run": 1, "splits": ["test", "valid"], "limit": 7, "questions": ""
    }  # fmt: skip
    qtbot.mouseClick(page.setup.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.session.queue.of("exam") is None)
    page.past.setCurrentIndex(page.past.findData(1))
    wanted = f"{len(exams.answers(page.session.project, 1, 'test'))} questions"
    qtbot.waitUntil(lambda: page.board.cards["test"].count.text() == wanted)
    assert not page.note.isVisible()


def test_a_page_that_is_made_while_an_exam_runs_follows_it(page: ExamPage, qtbot: QtBot) -> None:
    page.setup.submit()
    again = ExamPage(page.session)
    qtbot.addWidget(again)
    again.show()
    assert again.setup.stop.isVisible()
    qtbot.waitUntil(lambda: page.session.queue.of("exam") is None)
    assert again.setup.start.isVisible()


def test_answers_are_taken_in_as_they_come_whatever_their_order(page: ExamPage, qtbot: QtBot) -> None:
    begun = unfinished(page.session, ["test"])
    page.session.touch()
    page.tabs.chosen.emit("questions")
    table, project = page.questions.table, page.session.project
    qtbot.waitUntil(lambda: table.rowCount() == 2)
    for answer in reversed(exams.answers(project, 1)[2:5]):
        exams.add_answers(project, begun.id, [answer])
        page.setup.advanced.emit()
        qtbot.waitUntil(lambda: table.rowCount() == exams.count_answers(project, begun.id))
    assert sorted(table.rows, key=lambda answer: answer.position) == exams.answers(project, begun.id)


def test_without_an_exam_the_page_says_what_one_is(page: ExamPage, qtbot: QtBot) -> None:
    with page.session.project.transaction() as db:
        db.execute("DELETE FROM exams")
    page.session.touch()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 0)
    assert page.setup.start.isEnabled()


def test_a_real_child_asks_both_models_and_the_page_shows_what_they_said(
    trained: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "questions.json"
    file.write_text(json.dumps([{"question": "How heavy is it?", "key": ["37 kg"]}]), encoding="utf-8")
    page = ExamPage(trained)
    qtbot.addWidget(page)
    page.show()
    page.setup.options.set_file(str(file))
    page.setup.options.form.set_values({"max_tokens": 8})
    page.setup.options.probe.setChecked(False)
    qtbot.mouseClick(page.setup.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: trained.queue.running is None, timeout=60_000)
    qtbot.waitUntil(lambda: page.questions.table.total > 0 and not page.note.isVisible())
    (exam,) = exams.exams(trained.project)
    assert exam.state == "finished"
    assert page.questions.table.total == exams.count_answers(trained.project, exam.id)
    assert not page.note.isVisible()
    assert set(page.board.cards) & {"written", "uncovered"}
    qtbot.mouseClick(page.tabs.buttons["questions"], Qt.MouseButton.LeftButton)
    page.questions.view.selectRow(0)
    assert page.questions.details.answer is not None
    assert page.questions.details.answer.tuned in page.questions.details.texts.toPlainText()


def test_a_quiet_line_tells_what_can_be_read_off_trained_questions(page: ExamPage) -> None:
    line = page.setup.leaks
    assert not line.isVisible()  # the recorded project has no files of its dataset
    project = page.session.project
    folder = datasets.get(project, runs.get(project, 1).dataset_id).folder
    folder.mkdir(parents=True)
    for kinds, said, told in (
        ({"same_wording": 0, "untrained_fact": 1}, "No held-out question", "1 × The fact is not trained"),
        ({"same_wording": 1, "near_duplicate": 0}, "1 held-out question ", "1 × The question is trained word for word"),
        ({"same_wording": 1, "near_duplicate": 2}, "3 held-out questions ", "2 × The question is trained in nearly"),
    ):
        (folder / datasets.LEAKS).write_text(json.dumps({"leaks": {"test": kinds}}), encoding="utf-8")
        page.refresh()
        assert line.isVisible()
        assert line.text().startswith(said)
        assert told in line.toolTip()
