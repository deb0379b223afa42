"""The page of the exam as the proof: verdict, four sides with ranges, sections, what was lost, the judge."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QUrl
from PySide6.QtWidgets import QInputDialog, QLabel, QLineEdit, QMessageBox

from desktop.job_runner import WAITING
from desktop.pages.exam import ExamPage
from desktop.tables.difference_delegate import SPAN, Span
from desktop.tables.exam_table import BEATS_DOCUMENTS, LOSES_TO_DOCUMENTS, SCORE, is_right
from desktop.tables.exam_words import change_text, difference_text, range_text, value_text
from desktop.widgets.judge_choice import FILE, SERVER, JudgeChoice
from desktop.widgets.report_row import HTML, JSON, MARKDOWN, RESPONSES
from desktop.widgets.scoreboard import Scoreboard
from desktop.widgets.verdict_card import GO, NO_DIFFERENCE, NO_GO, TOO_FEW, VerdictCard
from engine.events import Progress
from engine.jobs import Cancel
from engine.project import exams
from tests.desktop import four_sides
from tests.engine.models import FACTS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.widgets.lost_card import LostCard


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ExamPage:
    """The page over an exam of four sides that is finished, and one of before there were four."""
    four_sides.make_old(session.project)
    four_sides.finish(session.project, four_sides.begin(session.project))
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> ExamPage:
    found = ExamPage(session)
    qtbot.addWidget(found)
    found.resize(1068, 740)
    found.show()
    return found


def newest(page: ExamPage) -> exams.Exam:
    return exams.exams(page.session.project)[0]


def labels(widget: LostCard) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_the_verdict_stands_on_top_with_its_reasons(page: ExamPage) -> None:
    verdict, card = newest(page).scores["results"]["verdict"], page.board.verdict
    assert verdict["decision"] == GO
    assert (card.decision.text(), card.title.text()) == ("Go", verdict["title"])
    for name in ("learned", "lost", "retrieval", "sure"):
        assert card.lines[name].text() == verdict[name]
        assert card.lines[name].isVisible()
    assert all(step in card.accessibleDescription() for step in verdict["next"])
    assert card.accessibleName() == f"Go: {verdict['title']}"
    assert not page.board.headline.isVisible()


@pytest.mark.parametrize(
    ("decision", "word"),
    [(GO, "Go"), (NO_GO, "No-go"), (NO_DIFFERENCE, "No difference"), (TOO_FEW, "Too few questions")],
)
def test_each_decision_has_a_word_of_its_own_and_no_empty_line(qtbot: QtBot, decision: str, word: str) -> None:
    card = VerdictCard()
    qtbot.addWidget(card)
    card.show_verdict({"decision": decision, "title": "So it is", "learned": "Much.", "lost": "", "next": []})
    card.show()
    assert card.decision.text() == word
    assert card.lines["learned"].isVisible()
    assert not card.lines["lost"].isVisible()
    assert "What to try next" not in card.accessibleDescription()


def test_all_sides_are_drawn_with_ranges_and_read_out_under_the_pointer(page: ExamPage, qtbot: QtBot) -> None:
    results = newest(page).scores["results"]
    assert list(page.board.cards) == list(results["splits"])
    card, sides = page.board.cards["test"], results["splits"]["test"]["sides"]
    bars = card.bars["key_facts"]
    means = {side: value_text("key_facts", sides[side]["key_facts"]["mean"]) for side in exams.SIDES}
    assert bars.accessibleName() == (
        f"Key facts right: Base {means['base']}, Base + documents {means['base_rag']}, "
        f"Tuned {means['tuned']}, Tuned + documents {means['tuned_rag']}"
    )
    told = range_text("key_facts", sides["base_rag"]["key_facts"])
    assert bars.readout("base_rag") == f"Base + documents {means['base_rag']} · {told} · 36 questions"
    assert bars.readout("base_rag") in bars.accessibleDescription()
    assert {figure for figure, found in card.bars.items() if found.isVisible()} == set(card.bars)
    other = page.board.cards["written"]
    assert other.bars["key_facts"].isVisible()
    assert not other.bars["token_f1"].isVisible()
    other.fold.button.click()
    assert other.bars["token_f1"].isVisible()
    before = bars.grab().toImage()
    qtbot.mouseMove(bars, QPoint(40, bars.height() - 6))
    qtbot.waitUntil(lambda: bars.grab().toImage() != before)


def test_the_tuned_model_is_set_against_the_others(page: ExamPage) -> None:
    pairs, duels = newest(page).scores["results"]["splits"]["written"]["pairs"], page.board.cards["written"].duels
    for pair in ("tuned-base", "tuned-base_rag", "tuned_rag-base_rag"):
        found, duel = pairs[pair]["key_facts"], duels[pair]
        assert duel.isVisible()
        assert duel.difference.text() == difference_text("key_facts", found)
        counts = f"Better in {found['win']}, the same in {found['tie']}, worse in {found['loss']}"
        assert duel.counts.text().startswith(counts)
        assert duel.difference.text() in duel.accessibleName()
    assert {duels["tuned-base"].difference.text()[0], duels["tuned-base_rag"].difference.text()[0]} == {"+", "−"}


def test_figures_read_as_people_write_them() -> None:
    assert difference_text("key_facts", {"difference": 0.31, "low": -0.04, "high": 0.53}) == "+31 points (−4 to +53)"
    assert difference_text("loss", {"difference": -0.25, "low": None, "high": None}) == "−0.25"
    assert difference_text("judge", None) == "–"
    assert [change_text("key_facts", value) for value in (0.001, -0.001, 0.0)] == ["0 points"] * 3
    assert [change_text("loss", value) for value in (0.001, -1.5)] == ["0.00", "−1.50"]
    assert [value_text("perplexity", value) for value in (4.25, 1234.5)] == ["4.25", "1,234"]
    assert (value_text("judge", 87.6), value_text("loss", None)) == ("88", "–")


def test_a_section_leads_to_its_questions_and_back_to_all(page: ExamPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.tabs.buttons["areas"], Qt.MouseButton.LeftButton)
    view, table = page.areas.view, page.areas.table
    results = newest(page).scores["results"]
    assert table.rowCount() == len(results["sections"])
    gains = [table.area(row)["difference"]["difference"] for row in range(table.rowCount())]
    assert gains == sorted(gains, reverse=True)
    span = table.index(0, table.columnCount() - 1).data(SPAN)
    assert isinstance(span, Span)
    assert span.meaning == "good"
    names = [table.index(row, 0).data() for row in range(table.rowCount())]
    row = names.index("Cleaning & care › Filter")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(table.index(row, 0)).center())
    questions = page.questions
    assert page.views.currentWidget() is questions
    assert len(questions.table.rows) == table.area(row)["n"]
    assert {(a.split, a.section) for a in questions.table.rows} == {("test", ("Cleaning & care", "Filter"))}
    assert questions.area.isVisible()
    assert questions.area.text() == "Only: Cleaning && care › Filter"
    qtbot.mouseClick(questions.area, Qt.MouseButton.LeftButton)
    assert len(questions.table.rows) == results["splits"]["test"]["n"]
    assert not questions.area.isVisible()


def test_a_kind_leads_to_its_questions_by_the_keyboard(page: ExamPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.tabs.buttons["areas"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.areas.by.buttons["kinds"], Qt.MouseButton.LeftButton)
    table = page.areas.table
    row = [table.index(row, 0).data() for row in range(table.rowCount())].index("How to")
    page.areas.view.setFocus()
    page.areas.view.selectRow(row)
    qtbot.keyClick(page.areas.view, Qt.Key.Key_Return)
    assert {answer.kind for answer in page.questions.table.rows} == {"how_to"}
    assert len(page.questions.table.rows) == table.area(row)["n"]


def test_what_was_lost_is_told_suite_by_suite_or_that_it_was_not_measured(page: ExamPage, qtbot: QtBot) -> None:
    probe, told = newest(page).scores["results"]["probe"], labels(page.board.lost)
    for suite in probe["suites"]:
        assert f"{value_text('key_facts', suite['base'])} → {value_text('key_facts', suite['tuned'])}" in told
        nothing = suite["nothing_to_lose"]
        assert ("nothing to lose" if nothing else difference_text("key_facts", suite)) in told
    assert difference_text("loss", probe["text"]) in told
    assert difference_text("key_facts", probe["questions"]) in page.board.lost.accessibleDescription()
    page.past.setCurrentIndex(page.past.findData(1))  # an exam from before there was a probe
    qtbot.waitUntil(lambda: page.board.lost.sentence.text().startswith("Not measured"))
    assert page.board.lost.isVisible()


def test_an_exam_from_before_has_a_verdict_of_its_answers(page: ExamPage, qtbot: QtBot) -> None:
    page.past.setCurrentIndex(page.past.findData(1))
    assert "results" not in exams.get(page.session.project, 1).scores
    assert page.board.verdict.isVisible()

    def seen(pair: str) -> bool:
        return page.board.cards["test"].duels[pair].isVisible()

    qtbot.waitUntil(lambda: seen("tuned-base") and not seen("tuned-base_rag"))
    assert page.areas.empty.isVisibleTo(page.areas)


def test_columns_follow_the_sides_and_the_room(page: ExamPage, qtbot: QtBot) -> None:
    questions = page.questions
    qtbot.mouseClick(page.tabs.buttons["questions"], Qt.MouseButton.LeftButton)

    def seen() -> list[str]:
        return [name for at, name in enumerate(questions.table.columns) if not questions.view.isColumnHidden(at)]

    assert seen() == ["question", *exams.SIDES, "difference"]
    page.resize(712, 500)
    assert seen() == ["question", "base", "tuned", "difference"]
    questions._columns["base_rag"].trigger()
    assert seen() == ["question", "base", "base_rag", "tuned", "difference"]
    page.past.setCurrentIndex(page.past.findData(1))
    qtbot.waitUntil(lambda: "base_rag" not in questions.table.columns)
    assert questions.table.columns == ("question", "base", "tuned", "reference", "difference")
    assert questions.which.findData(BEATS_DOCUMENTS) < 0


@pytest.mark.parametrize(("which", "tuned", "documents"), [(BEATS_DOCUMENTS, 1, 0), (LOSES_TO_DOCUMENTS, 0, 1)])
def test_the_tuned_model_is_compared_with_the_documents(page: ExamPage, which: str, tuned: int, documents: int) -> None:
    questions = page.questions
    questions.which.setCurrentIndex(questions.which.findData(which))
    assert questions.table.rows
    rights = {(is_right(a, "tuned"), is_right(a, "base_rag")) for a in questions.table.rows}
    assert rights == {(bool(tuned), bool(documents))}


def test_a_question_shows_all_replies_what_the_judge_says_and_what_was_found(page: ExamPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.tabs.buttons["questions"], Qt.MouseButton.LeftButton)
    questions, details = page.questions, page.questions.details
    questions.show_split("test")
    questions.view.selectRow(0)
    answer, text = details.answer, details.texts.toPlainText()
    assert answer is not None
    for title in ("Base + documents", "Tuned + documents", "What the index found", "Evidence"):
        assert title in text
    assert all(answer.replies[side] in text for side in exams.SIDES)
    assert "Judge: 90 of 100. It says it all." in text
    table = questions.table
    assert table.index(0, table.column_of("tuned")).data(SCORE) == 90
    spoken = table.index(0, table.column_of("tuned")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Right, judge 90: ")
    assert details.page.page == answer.place["page"]
    details.texts.anchorClicked.emit(QUrl(f"chunk:{answer.hits[0]['chunk']}"))
    chunk = page.session.project.row("SELECT first_page FROM chunks WHERE id = ?", answer.hits[0]["chunk"])
    assert chunk is not None
    assert details.page.page == chunk["first_page"]
    details.texts.anchorClicked.emit(QUrl("evidence"))
    assert details.page.page == answer.place["page"]


def test_an_exam_that_runs_shows_its_figures_without_a_verdict(session: Session, qtbot: QtBot) -> None:
    four_sides.begin(session.project)
    page = shown(session, qtbot)
    assert page.note.isVisible()
    assert not page.board.verdict.isVisible()
    assert page.board.headline.isVisible()
    assert not page.board.lost.isVisible()
    assert not page.board.judge.isVisible()
    assert "Base + documents" in page.board.cards["test"].bars["key_facts"].accessibleName()
    assert page.areas.empty.text() == "This is told when the exam is finished."


def test_the_judge_tells_what_it_did_and_another_can_be_asked(page: ExamPage, qtbot: QtBot) -> None:
    judge = page.board.judge
    told = newest(page).scores["results"]["judge"]
    assert judge.sentence.text().startswith(f"judge-7b.gguf has scored {told['scored']} of {told['asked']} replies.")
    assert "Tuned is preferred in" in judge.sentence.text()
    qtbot.mouseClick(judge.ask, Qt.MouseButton.LeftButton)
    assert not judge.start.isEnabled()
    judge.choice.kind.setCurrentIndex(judge.choice.kind.findData(SERVER))
    qtbot.keyClicks(judge.choice.address, "http://localhost:9/v1")
    qtbot.keyClicks(judge.choice.model, "judge")
    qtbot.mouseClick(judge.start, Qt.MouseButton.LeftButton)
    job = page.session.queue.of("judge")
    assert job is not None
    assert job.fields == {
        "project": page.session.path, "exam": newest(page).id, "judge": "http://localhost:9/v1", "judge_model": "judge"
    }  # fmt: skip
    assert page.setup.stop.isVisible()
    qtbot.mouseClick(page.setup.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.session.queue.of("judge") is None)


def test_the_line_of_a_job_says_what_it_is_at(page: ExamPage, qtbot: QtBot) -> None:
    page.setup.submit()
    job = page.session.queue.of("exam")
    assert job is not None
    qtbot.waitUntil(lambda: job.state != WAITING)
    told = {"noise": "The base once more", "probe": "General questions", "judge": "Judging", "exam": "Questions"}
    for stage, word in told.items():
        job.progress = Progress(stage, 3, 120)
        job.progressed.emit(job.progress)
        assert page.setup.detail.text() == f"{word}: 3 of 120"
    qtbot.waitUntil(lambda: page.session.queue.of("exam") is None)


def test_options_name_only_what_differs(page: ExamPage) -> None:
    options = page.setup.options
    assert options.documents.isEnabled()  # the recorded project has an index
    assert options.values() == {}
    for box in (options.documents, options.noise, options.probe):
        box.setChecked(False)
    options.judge.kind.setCurrentIndex(options.judge.kind.findData(FILE))
    assert not page.setup.start.isEnabled()
    assert "who judges" in page.setup.start.toolTip()
    options.judge.set_path("judge.gguf")
    assert page.setup.start.isEnabled()
    wanted = {"sides": ["base", "tuned"], "noise": False, "probe": False, "judge": "judge.gguf"}
    assert options.values() == wanted
    options.set_values({})
    assert options.values() == {}
    options.set_values({"judge": "https://example.org/v1", "judge_model": "large", "sides": ["base", "tuned"]})
    assert options.values() == {
        "sides": ["base", "tuned"], "judge": "https://example.org/v1", "judge_model": "large"
    }  # fmt: skip
    options.show_index(False)
    assert not options.documents.isEnabled()
    assert "sides" not in options.values()


def test_in_a_small_window_the_options_take_the_place_of_the_result(page: ExamPage, qtbot: QtBot) -> None:
    page.setup.fold.button.click()
    assert page.stack.isVisible()
    page.resize(712, 580)
    assert page.size() == QSize(712, 580)
    assert not page.stack.isVisible()
    page.setup.fold.button.click()
    assert page.stack.isVisible()


def test_the_report_is_written_in_each_form_and_shown_where_it_lies(
    page: ExamPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    row, title = page.report, newest(page).scores["results"]["verdict"]["title"]
    assert row.button.isVisible()
    assert not row.isVisible()
    for kind, name in ((HTML, "a.html"), (MARKDOWN, "a.md"), (JSON, "a.json"), (RESPONSES, "b.json")):
        row.save(tmp_path / name, kind)
        assert row.isVisible()
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert title in text or kind == RESPONSES
        assert name in row.saved.text()
    assert len(json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))) == page.questions.table.total
    row.save(tmp_path / "c.txt", MARKDOWN)
    assert (tmp_path / "c.md").is_file()
    shown_files: list[object] = []
    monkeypatch.setattr("desktop.widgets.report_row.reveal", shown_files.append)  # opens no window of the system
    qtbot.mouseClick(row.show_file, Qt.MouseButton.LeftButton)
    assert shown_files == [tmp_path / "c.md"]
    row.save(tmp_path / "gone" / "deep" / "a.html", HTML)
    sheet = page.findChild(QMessageBox, "failure")
    if sheet is not None:
        sheet.close()
    assert (sheet is not None) == (not (tmp_path / "gone" / "deep" / "a.html").is_file())


def test_the_key_of_a_server_is_typed_unseen_and_kept_in_the_keychain(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[str, str] = {}
    monkeypatch.setattr("keyring.set_password", lambda service, name, key: kept.update({name: key}))
    choice = JudgeChoice()
    qtbot.addWidget(choice)
    choice.show()
    choice.kind.setCurrentIndex(choice.kind.findData(SERVER))
    assert not choice.key.isEnabled()
    choice.address.setText("https://judge.example.org/v1")
    qtbot.mouseClick(choice.key, Qt.MouseButton.LeftButton)
    sheet = choice.findChild(QInputDialog, "judge-key")
    assert sheet is not None
    line = sheet.findChild(QLineEdit)
    assert line is not None
    assert line.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClicks(line, "secret")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(kept))
    assert list(kept.values()) == ["secret"]
    assert "secret" not in str(choice.values())


@pytest.fixture
def indexed(trained: Session, project_path: str, tmp_path: Path) -> Session:
    """The trained starter's project with a document that is indexed."""
    from engine.index import IndexSpec, index
    from engine.ingest import IngestSpec, ingest

    (tmp_path / "dryer.md").write_text("# The dryer\n\n" + " ".join(answer for _, answer in FACTS), encoding="utf-8")
    ingest(IngestSpec(project=project_path, paths=(str(tmp_path / "dryer.md"),)), lambda event: None, Cancel())
    index(IndexSpec(project=project_path), lambda event: None, Cancel())
    return trained


def test_a_real_child_asks_all_sides_and_the_page_tells_what_that_proves(
    indexed: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "questions.json"
    asked = [{"question": question, "key": [answer.split()[-1].strip(".")]} for question, answer in FACTS[:4]]
    file.write_text(json.dumps(asked), encoding="utf-8")
    page = shown(indexed, qtbot)
    assert page.setup.options.documents.isChecked()
    page.setup.options.probe.setChecked(False)
    page.setup.options.set_file(str(file))
    page.setup.options.form.set_values({"max_tokens": 8})
    qtbot.mouseClick(page.setup.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: indexed.queue.running is None, timeout=60_000)
    qtbot.waitUntil(lambda: page.board.verdict.isVisible(), timeout=10_000)
    exam = newest(page)
    assert exam.state == "finished"
    assert page.board.verdict.decision.text() in ("No difference", "Too few questions", "No-go", "Go")
    card = next(iter(page.board.cards.values()))
    assert "Tuned + documents" in card.bars["key_facts"].accessibleName()
    assert page.report.button.isVisible()
    answer = page.questions.table.rows[0]
    assert set(exams.SIDES) <= set(answer.replies)
    page.questions.details.show_answer(answer)
    assert "dryer.md" in page.questions.details.texts.toPlainText()


def test_tab_goes_through_the_cards_as_they_stand_whenever_they_were_made(qtbot: QtBot) -> None:
    board = Scoreboard()
    qtbot.addWidget(board)
    board.show()
    splits = {"n": 2, "sides": {"base": {"key_facts": {"mean": 0.2}}, "tuned": {"key_facts": {"mean": 0.9}}}}
    for asked in (["unseen"], ["test", "unseen"]):  # the first one stands second later
        board.show_results({"splits": dict.fromkeys(asked, splits)}, final=True)
    stops, at = [], board.nextInFocusChain()
    while at is not None and at is not board:
        stops.append(at)
        at = at.nextInFocusChain()
    cards = [button for card in board.cards.values() for button in (card.questions, card.fold.button)]
    wanted = [*cards, board.judge.ask]
    assert list(board.cards) == ["test", "unseen"]
    assert [stop for stop in stops if stop in wanted] == wanted
