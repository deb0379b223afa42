"""The page of pairs: written by real children, found, looked at beside their evidence, and changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QPlainTextEdit, QPushButton

from desktop import failure
from desktop.job_queue import JobQueue
from desktop.pages.pairs import PairsPage
from desktop.session import Session
from desktop.tables.pairs_table import ANSWER, QUESTION, ROW, STATE, PairsTable
from desktop.widgets.coverage_panel import PageMap
from desktop.widgets.writing_card import BUSY, IDLE, PAUSED
from engine import events, jobs
from engine.jobs import Cancel
from engine.project import Project, changes, imports, review
from engine.project import pairs as stored
from engine.project.review import Filter
from engine.resources import resource, starter_gguf
from tests.engine.gguf_files import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[PairsPage]:
    """The recorded project, shown; its jobs are played back."""
    yield from shown(session, qtbot)


@pytest.fixture
def fresh(qtbot: QtBot, project_path: str, tmp_path: Path) -> Iterator[PairsPage]:
    """A project with a small document and no pairs; its jobs run in real children."""
    text = (
        "# Kestrel\n\n"
        + "The Kestrel lamp weighs 420 grams. It was built in Oslo by Nora Lind in 1987. "
        + "The battery lasts 36 hours. The spare bulb costs 12 euros. The lamp shines for 300 metres. "
        + "The glass is 4 millimetres thick. Nora Lind sold 900 lamps in 1990.\n\n"
        + "## Care\n\nThe filter is cleaned every 14 days. The handle is made of beech wood. "
        + "The cable is 3 metres long.\n"
    )
    file = tmp_path / "lamp.md"
    file.write_text(text, encoding="utf-8")
    told: list[events.Event] = []
    jobs.run("ingest", {"project": project_path, "paths": [str(file)]}, told.append, Cancel())
    assert told[-1] == events.Finished()
    queue = JobQueue()
    session = Session(Project(project_path), queue)
    yield from shown(session, qtbot)
    queue.close()
    session.close()


def shown(session: Session, qtbot: QtBot) -> Iterator[PairsPage]:
    page = PairsPage(session)
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    yield page
    page.close()


def click(page: PairsPage, qtbot: QtBot, row: int, column: int = QUESTION, *, shift: bool = False) -> None:
    place = page.view.visualRect(page.table.index(row, column)).center()
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, keys, place)


def type_into(page: PairsPage, qtbot: QtBot, row: int, column: int, text: str) -> None:
    """Double click, type over what is there, Return."""
    click(page, qtbot, row, column)
    place = page.view.visualRect(page.table.index(row, column)).center()
    qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = page.view.viewport().findChildren(QPlainTextEdit)[-1]
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def at_rest(page: PairsPage) -> bool:
    return page.session.queue.running is None and page.card.state == IDLE


# -- writing ------------------------------------------------------------------------------------------------


def test_pairs_appear_while_they_are_written_and_can_be_paused_and_gone_on_with(fresh: PairsPage, qtbot: QtBot) -> None:
    card = fresh.card
    assert fresh.stack.currentWidget() is fresh.empty
    qtbot.mouseClick(card.start, Qt.MouseButton.LeftButton)
    assert card.state == BUSY
    assert not card.options.isEnabled()
    qtbot.waitUntil(lambda: len(fresh.table.ids) > 0, timeout=60_000)
    qtbot.mouseClick(card.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: fresh.session.queue.running is None, timeout=60_000)
    if card.state == PAUSED:  # else it was done first
        assert card.start.text() == "Resume"
        before = stored.generations(fresh.session.project)
        qtbot.mouseClick(card.start, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: at_rest(fresh), timeout=60_000)
        assert [known.id for known in stored.generations(fresh.session.project)] == [known.id for known in before]
    qtbot.waitUntil(
        lambda: not fresh.table.ids or fresh.table.ids == review.ids(fresh.session.project, Filter(spare=False))
    )
    assert stored.generations(fresh.session.project)[0].state == "finished"
    assert review.count(fresh.session.project, Filter(state="accepted")) > 3
    qtbot.waitUntil(lambda: "facts covered" in card.summary.text())


def test_a_stopped_generation_is_offered_until_it_is_left(session: Session, qtbot: QtBot) -> None:
    session.project.db.execute("UPDATE generations SET state = 'running'")  # as after a power cut
    for page in shown(session, qtbot):
        assert page.card.state == PAUSED
        assert page.card.summary.text().startswith("Paused")
        count = len(page.table.ids)
        qtbot.mouseClick(page.card.cancel, Qt.MouseButton.LeftButton)
        assert page.card.state == IDLE
        assert page.card.start.text() == "Start"
        assert len(page.table.ids) == count
    for page in shown(session, qtbot):
        assert page.card.state == IDLE


def test_a_page_made_anew_goes_on_showing_the_job(session: Session, qtbot: QtBot) -> None:
    first, second = shown(session, qtbot), shown(session, qtbot)
    page = next(first)
    qtbot.mouseClick(page.card.start, Qt.MouseButton.LeftButton)
    again = next(second)
    assert again.card.state == BUSY
    qtbot.waitUntil(lambda: again.card.progress.share() > 0, timeout=20_000)
    assert "accepted" in again.card.progress.text.text() or "Opening" in again.card.progress.text.text()
    qtbot.mouseClick(again.card.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: again.card.state == IDLE, timeout=20_000)
    assert page.card.state == IDLE
    assert list(first) == list(second) == []


def test_a_writer_of_noise_ends_in_a_sheet_with_what_it_wrote(fresh: PairsPage, qtbot: QtBot, tmp_path: Path) -> None:
    noise = rewritten(starter_gguf(), tmp_path / "noise.gguf", {"llama.context_length": 4096}, seed=3)
    sheets: list[QMessageBox] = []
    fresh.session.failed.connect(lambda failed: sheets.append(failure.show(fresh, failed)))  # as the window does
    fresh.card.options.show_fields({"writer": str(noise), "wordings": 1})
    qtbot.mouseClick(fresh.card.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(sheets), timeout=90_000)
    assert "writes nothing that can be used" in sheets[0].text()
    assert "It wrote, for example: question “" in sheets[0].informativeText()
    qtbot.waitUntil(lambda: at_rest(fresh))
    assert "writes nothing that can be used" in fresh.card.summary.text()
    sheets[0].close()


def test_options_become_a_spec_and_are_those_of_the_last_one(page: PairsPage, qtbot: QtBot) -> None:
    options = page.card.options
    assert options.fields() == {"writer": "starter"}
    qtbot.mouseClick(page.card.toggles[0], Qt.MouseButton.LeftButton)
    assert page.card.drawer.isVisible()
    options.chunks.setCurrentIndex(1)
    options.chunks.activated.emit(1)
    options.sample.show_value(7)  # type: ignore[arg-type]
    options.form.set_values({"seed": 3, "topic": "lamps"})
    options._kinds[0].trigger()
    wanted = {"sample": 7, "seed": 3, "kinds": "how_to,why,comparison,list,yes_no"}
    assert options.fields() == {"writer": "starter", **wanted}  # a starter follows no topic
    assert not options.form.editors["topic"].isEnabled()
    options.show_fields({"writer": "/models/large.gguf", "questions_per_chunk": 5, "topic": "lamps", "judge": "writer"})
    assert options.fields() == {
        "writer": "/models/large.gguf", "questions_per_chunk": 5, "topic": "lamps", "judge": "writer"
    }  # fmt: skip
    assert options.writer.currentText() == "large"
    jobs.load("generate")[1](project="x", **options.fields())


# -- looking ------------------------------------------------------------------------------------------------


def shows(page: PairsPage, qtbot: QtBot, wanted: Filter) -> None:
    """Wait until the table has what the store has; it is read on another thread."""
    qtbot.waitUntil(lambda: page.table.ids == review.ids(page.session.project, wanted))


def test_the_filter_finds_by_state_reason_kind_and_words(page: PairsPage, qtbot: QtBot) -> None:
    project, found = page.session.project, page.filter
    assert page.table.ids == review.ids(project, Filter(spare=False))
    qtbot.mouseClick(found.buttons["rejected"], Qt.MouseButton.LeftButton)
    shows(page, qtbot, Filter(state="rejected"))
    assert found.buttons["rejected"].text() == f"Rejected {len(page.table.ids)}"
    found.reason.setCurrentIndex(found.reason.findData("copy"))
    found.reason.activated.emit(found.reason.currentIndex())
    shows(page, qtbot, Filter(state="rejected", reason="copy"))
    assert page.table.index(0, STATE).data() == "Rejected\ncopy"
    found.clear()
    qtbot.keyClicks(found.search, "CONDENSATE")
    wanted = review.ids(project, Filter(text="condensate", spare=False))
    qtbot.waitUntil(lambda: page.table.ids == wanted)
    found.kind.setCurrentIndex(found.kind.findData("how_to"))
    found.kind.activated.emit(found.kind.currentIndex())
    qtbot.waitUntil(lambda: 0 < len(page.table.ids) < len(wanted))
    qtbot.keyClicks(found.search, " of nothing")
    qtbot.waitUntil(lambda: not page.table.ids)
    qtbot.mouseClick(page.nothing.findChild(QPushButton), Qt.MouseButton.LeftButton)
    shows(page, qtbot, Filter(spare=False))
    assert page.found.currentWidget() is page.view


def test_a_selected_pair_shows_its_evidence_and_why(page: PairsPage, qtbot: QtBot) -> None:
    project = page.session.project
    row = page.table.row_of(review.ids(project, Filter(reason="reveals"))[0])
    page.view.scrollTo(page.table.index(row, STATE))
    click(page, qtbot, row)
    pair = page.view.current()
    assert pair is not None
    text = page.details.toPlainText()
    assert pair.question in text
    assert "The question already contains its answer." in text
    assert pair.writer in text
    qtbot.waitUntil(lambda: page.preview.page == pair.page)
    assert page.preview.document is not None
    assert page.preview.document.id == pair.document_id


def test_the_coverage_map_leads_to_a_page(page: PairsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.card.toggles[1], Qt.MouseButton.LeftButton)
    map = page.card.coverage.findChild(PageMap)
    assert map is not None
    assert len(map.pages) == page.session.project.value("SELECT count(*) FROM pages")
    qtbot.keyClick(map, Qt.Key.Key_Right)
    qtbot.mouseClick(map, Qt.MouseButton.LeftButton, pos=QPoint(4 * 20 + 8, 8))
    shows(page, qtbot, Filter(page=5, document=1, spare=False))
    assert "Page 5" in map.accessibleDescription()
    assert page.filter.page.text() == "Page 5"
    qtbot.mouseClick(page.filter.page, Qt.MouseButton.LeftButton)
    shows(page, qtbot, Filter(spare=False))
    with qtbot.waitSignal(page.session.queue.changed):
        qtbot.mouseClick(page.card.coverage.fill, Qt.MouseButton.LeftButton)
    run = page.session.queue.of("generate")
    assert run is not None
    assert run.fields["gaps"] is True


# -- the last word ------------------------------------------------------------------------------------------


def test_questions_and_answers_are_edited_in_place(page: PairsPage, qtbot: QtBot) -> None:
    project = page.session.project
    type_into(page, qtbot, 2, QUESTION, "How far does it shrink?")
    assert review.get(project, page.table.ids[2]).question == "How far does it shrink?"
    type_into(page, qtbot, 2, ANSWER, "To 14 percent.")
    assert page.table.index(3, ANSWER).data() == "To 14 percent."  # another wording of the same fact
    type_into(page, qtbot, 2, QUESTION, " ")
    assert page.bar.message.text().startswith("The question is empty.")
    assert review.get(project, page.table.ids[2]).question == "How far does it shrink?"
    qtbot.waitUntil(lambda: "by hand" in page.details.toPlainText())
    assert "How far does it shrink?" in page.details.toPlainText()
    undo = page.bar.actions_by_name["undo"]
    assert undo.text() == "Undo Edit"
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.table.index(2, ANSWER).data() != "To 14 percent."
    qtbot.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.table.index(2, ANSWER).data() == "To 14 percent."


def test_selected_pairs_are_rejected_and_brought_back(page: PairsPage, qtbot: QtBot) -> None:
    project = page.session.project
    click(page, qtbot, 2)
    click(page, qtbot, 4, shift=True)
    chosen = page.view.selected()
    assert len(chosen) == 3
    qtbot.keyClick(page.view, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert {review.get(project, id).reason for id in chosen} == {"person"}
    page.filter.search.setFocus()
    qtbot.keyClick(page.filter.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert {review.get(project, id).reason for id in chosen} == {"person"}  # the keys are the table's own
    assert page.view.selected() == chosen
    assert page.bar.message.text() == "3 rejected."
    qtbot.mouseClick(page.bar.findChild(type(page.bring), "restore"), Qt.MouseButton.LeftButton)
    assert {review.get(project, id).state for id in chosen} == {"accepted"}
    accepted = review.count(project, Filter(state="accepted"))
    qtbot.waitUntil(lambda: page.filter.buttons["accepted"].text() == f"Accepted {accepted:,}")
    qtbot.mouseClick(page.filter.buttons["accepted"], Qt.MouseButton.LeftButton)
    shows(page, qtbot, Filter(state="accepted"))
    page.bar.actions_by_name["all-reject"].trigger()
    assert review.count(project, Filter(state="accepted")) == 0
    assert page.table.ids == []
    page.bar.actions_by_name["undo"].trigger()
    assert len(page.table.ids) == accepted


def test_other_evidence_is_named(page: PairsPage, qtbot: QtBot) -> None:
    id = page.table.ids[2]
    page.view.select([id])
    for words, said in (
        ("Words that are nowhere.", "The evidence does not stand in the documents"),
        ("The machine", ""),
    ):
        page.bar.actions_by_name["evidence"].trigger()
        asks = page.bar.findChildren(QInputDialog)[-1]
        asks.setTextValue(words)
        asks.accept()
        assert said in page.bar.message.text()
    assert review.get(page.session.project, id).evidence == "The machine"


def test_what_leaves_the_filter_hands_the_selection_on(page: PairsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.filter.buttons["rejected"], Qt.MouseButton.LeftButton)
    shows(page, qtbot, Filter(state="rejected"))
    answered = next(row for row in range(len(page.table.ids)) if page.table.index(row, ANSWER).data())
    follower = page.table.ids[answered + 1]
    click(page, qtbot, answered)
    qtbot.keyClick(page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.view.selected() == [follower]


def test_a_pair_is_written_anew(fresh: PairsPage, qtbot: QtBot) -> None:
    project = fresh.session.project
    told: list[events.Event] = []
    for name in ("index", "generate"):
        jobs.run(name, {"project": fresh.session.path}, told.append, Cancel())
    assert told[-1] == events.Finished()
    fresh.refresh()
    shows(fresh, qtbot, Filter(spare=False))
    id = review.ids(project, Filter(state="accepted"))[0]
    before = review.get(project, id)
    fresh.view.select([id])
    fresh.view.setFocus()
    qtbot.keyClick(fresh.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    run = fresh.session.queue.of("regenerate")
    assert run is not None
    with qtbot.waitSignal(run.ended, timeout=60_000):
        pass
    if isinstance(run.result, events.Finished):
        assert review.get(project, id) != before
        qtbot.waitUntil(lambda: fresh.bar.actions_by_name["undo"].text() == "Undo Regenerate")
        assert fresh.view.selected() == [id]
    else:
        assert isinstance(run.result, events.Failed)
        assert review.get(project, id) == before


def test_a_check_is_switched_and_pairs_are_judged_again(fresh: PairsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(fresh.card.toggles[2], Qt.MouseButton.LeftButton)
    box = fresh.card.checks.boxes["copy"]
    box.click()
    qtbot.waitUntil(lambda: fresh.session.queue.running is None, timeout=30_000)
    qtbot.waitUntil(box.isEnabled)
    assert not box.isChecked()


def test_pairs_of_a_file_come_in(
    fresh: PairsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"prompt": "Who built the lamp?", "completion": "Nora Lind built it."}\n', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    qtbot.mouseClick(fresh.bring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(fresh.table.ids) == 1, timeout=30_000)
    qtbot.waitUntil(lambda: fresh.session.queue.running is None)


# -- growing and many ---------------------------------------------------------------------------------------


def test_selection_and_place_stay_while_pairs_come(page: PairsPage, qtbot: QtBot) -> None:
    project = page.session.project
    page.view.verticalScrollBar().setValue(40 * ROW + 7)
    chosen = page.table.ids[42:44]
    page.view.select(chosen)
    top = page.table.ids[40]
    with project.transaction() as db:
        db.execute("UPDATE pairs SET state = 'spare' WHERE id IN (?, ?)", page.table.ids[3:5])
        db.execute("UPDATE pairs SET state = 'accepted' WHERE state = 'spare' AND id % 3 = 0")
    page._take_in()
    shows(page, qtbot, Filter(spare=False))
    assert page.view.selected() == chosen
    assert divmod(page.view.verticalScrollBar().value(), ROW) == (page.table.row_of(top), 7)


def test_a_text_under_way_is_not_lost_while_pairs_come(page: PairsPage, qtbot: QtBot) -> None:
    project = page.session.project
    page.view.setCurrentIndex(page.table.index(5, QUESTION))
    page.view.edit(page.table.index(5, QUESTION))
    editor = page.view.viewport().findChild(QPlainTextEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "What is new")
    id, before = page.table.ids[5], len(page.table.ids)
    project.db.execute("UPDATE pairs SET state = 'accepted' WHERE state = 'spare'")
    page._take_in()
    assert len(page.table.ids) == before
    qtbot.keyClicks(editor, "?")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert review.get(project, id).question == "What is new?"
    qtbot.waitUntil(lambda: len(page.table.ids) > before)


def test_twenty_thousand_rows_are_read_as_they_come_into_sight(project_path: str, qtbot: QtBot) -> None:
    session = Session(Project(project_path), JobQueue())
    rows = (imports.Imported(f"What is item {n}?", "", f"Item {n} is a part.") for n in range(20_000))
    imports.add(session.project, rows)
    for page in shown(session, qtbot):
        assert page.table.rowCount() == 20_000
        assert len(page.table._rows) <= 200
        bar = page.view.verticalScrollBar()
        for step in range(0, bar.maximum(), bar.maximum() // 40):
            bar.setValue(step)
            page.view.viewport().repaint()
        assert len(page.table._rows) <= 1024 + 64
        page.view.selectAll()
        assert len(page.view.selected()) == 20_000
        mode = QItemSelectionModel.SelectionFlag.ClearAndSelect
        page.view.selectionModel().select(page.table.index(19_000, STATE), mode)
        assert page.view.current() is not None
    session.queue.close()
    session.close()


def test_the_table_tells_rows_one_by_one(session: Session, qtbot: QtBot) -> None:
    table = PairsTable(session.project)
    table.refresh()
    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignals([table.rowsRemoved, table.rowsInserted]):
        with session.project.transaction() as db:
            db.execute("UPDATE pairs SET state = 'spare' WHERE id = ?", (table.ids[9],))
            db.execute("UPDATE pairs SET state = 'asked' WHERE id = (SELECT max(id) FROM pairs WHERE state = 'spare')")
        table.refresh()
    assert table.ids == review.ids(session.project, Filter(spare=False))
    assert changes.turns(session.project) == (None, None)


def test_everything_can_be_reached_and_is_named(page: PairsPage, qtbot: QtBot) -> None:
    page.view.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.focusObject() is page.filter.search
    for widget in (page.view, page.filter.search, page.filter.reason, page.card.options.writer, page.details):
        assert widget.accessibleName()
    page.resize(702, 580)
    assert page.minimumSizeHint().width() <= 748
    assert resource("icons", "waiting.svg").is_file()
