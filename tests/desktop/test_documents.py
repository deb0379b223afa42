"""The page Documents: dropping, reading in real children, the map of pages, passwords, removing, reading again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from dulwich import porcelain
from dulwich.repo import Repo
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from desktop.pages.documents import DocumentsPage
from desktop.tables.documents_table import LANGUAGE, NAME, PAGES, STATE
from desktop.workspace import Workspace
from engine.project import documents as store
from engine.project.documents import BLANK, Document, Page
from engine.resources import resource
from tests.engine.pdfs import encrypted, simple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session

BODY = "The pump moves nine litres of water in a minute when the filter is clean and the valve stands open."
LEFT = Qt.MouseButton.LeftButton


def opened(session: Session, qtbot: QtBot) -> DocumentsPage:
    page = DocumentsPage(session)
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    return page


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[DocumentsPage]:
    found = opened(session, qtbot)
    yield found
    found.preview.clear()


@pytest.fixture
def fresh(empty_session: Session, qtbot: QtBot) -> Iterator[DocumentsPage]:
    found = opened(empty_session, qtbot)
    yield found
    found.preview.clear()


def rows(page: DocumentsPage) -> list[tuple[Any, ...]]:
    model = page.table.model()
    return [
        tuple(model.index(row, column).data() for column in (NAME, PAGES, LANGUAGE, STATE))
        for row in range(model.rowCount())
    ]


def idle(page: DocumentsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.session.queue.running is None, timeout=60_000)
    page.refresh()


def only_read(page: DocumentsPage, qtbot: QtBot) -> None:
    """Wait for the reading; the index is left out, as it takes its time."""
    index = page.session.queue.of("index")
    assert index is not None
    index.cancel()
    idle(page, qtbot)


def failures(session: Session) -> list[Any]:
    found: list[Any] = []
    session.failed.connect(found.append)
    return found


def mixed(session: Session) -> Document:
    """A document with pages of every state."""
    pages = [
        Page(0, 1, "Some text.", "read", "", "text", 2),
        Page(0, 2, "Some letters.", "read", "", "ocr"),
        Page(0, 3, "", "scanned", "The page is a picture without text."),
        Page(0, 4, "", "scanned", BLANK),
        Page(0, 5, "", "failed", "The page is damaged and could not be opened."),
    ]
    message = "page 3 is without text: The page is a picture without text."
    report = json.dumps(store.report(pages))
    document = Document(0, "f" * 64, "mixed.pdf", "pdf", "Mixed", "de", "partial", message, 5, 4, "/gone.pdf", report)
    store.add(session.project, document, pages, [])
    return document


def sheet(page: DocumentsPage) -> QMessageBox:
    found = page.window().findChild(QMessageBox, "ask")
    assert isinstance(found, QMessageBox)
    return found


def press(box: QMessageBox, text: str, qtbot: QtBot) -> None:
    button = next(button for button in box.buttons() if button.text().replace("&", "") == text)
    qtbot.mouseClick(button, LEFT)


def test_documents_and_their_pages_are_shown(page: DocumentsPage, qtbot: QtBot) -> None:
    assert rows(page) == [("manual.pdf", "12", "English", "Read")]
    assert page.details.report.text() == "All 12 pages were read. Pages with tables: 2."
    assert page.preview.page == 1
    cell = page.details.map.visualRect(page.details.map.table.index(6)).center()
    qtbot.mouseClick(page.details.map.viewport(), LEFT, pos=cell)
    assert page.preview.page == 7
    qtbot.keyClick(page.details.map, Qt.Key.Key_Right)
    assert page.preview.page == 8
    qtbot.mouseClick(page.preview.previous, LEFT)
    assert page.details.map.currentIndex().row() == 6
    page.refresh()
    assert page.preview.page == 7


def test_every_state_of_a_page_is_told_in_words(page: DocumentsPage, qtbot: QtBot) -> None:
    document = mixed(page.session)
    page.refresh()
    page.table.select([document.sha256])
    told = [page.details.map.table.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5)]
    assert [text.split("\n")[0] for text in told] == [
        "Page 1: read",
        "Page 2: read by text recognition",
        "Page 3: a picture without text",
        "Page 4: blank",
        "Page 5: not read",
    ]
    assert "Tables: 2" in told[0]
    assert "damaged" in told[4]
    assert page.details.report.text() == "2 of 5 pages were read. Pages with tables: 1."
    assert page.details.message.text().startswith("Page 3 is without text")
    assert page.details.legend.isVisible()
    page.details.map.choose(1)
    qtbot.keyClick(page.details.map, Qt.Key.Key_End)
    assert "damaged" in page.preview.empty.text()
    cells = [page.details.map.visualRect(page.details.map.table.index(row)) for row in range(4)]
    pictures = {page.details.map.viewport().grab(cell).toImage().pixelColor(5, 5).name() for cell in cells}
    assert len(pictures) == 4


def test_a_dropped_folder_is_read_and_indexed(fresh: DocumentsPage, qtbot: QtBot, tmp_path: Path) -> None:
    assert fresh.drop.isVisible()
    folder = tmp_path / "papers"
    folder.mkdir()
    simple(folder / "pump.pdf", f"{BODY} " * 4, f"Winter. {BODY}")
    (folder / "notes.md").write_text(resource("samples", "korean_appliance.md").read_text(encoding="utf-8"))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    failed = failures(fresh.session)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    area, copy = QPoint(40, 40), Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(fresh.drop, QDragEnterEvent(area, copy, mime, LEFT, none))
    QApplication.sendEvent(fresh.drop, QDropEvent(QPointF(area), copy, mime, LEFT, none))
    queue = fresh.session.queue
    assert [run.name for run in (queue.running, *queue.waiting) if run] == ["ingest", "index"]
    assert fresh.line.text().startswith("Reading documents")
    idle(fresh, qtbot)
    assert sorted(rows(fresh)) == [
        ("broken.pdf", "–", "–", "Not read"),
        ("notes.md", "1", "Korean", "Read"),
        ("pump.pdf", "2", "English", "Read"),
    ]
    assert failed == []
    assert "damaged" in fresh.line.text()
    assert fresh.session.project.value("SELECT count(*) FROM indexes") == 1


def test_a_locked_pdf_asks_for_its_password_in_place(fresh: DocumentsPage, qtbot: QtBot, tmp_path: Path) -> None:
    failed = failures(fresh.session)
    locked = encrypted(simple(tmp_path / "plain.pdf", f"{BODY} " * 3), tmp_path / "locked.pdf", "geheim")
    fresh.add([locked])
    idle(fresh, qtbot)
    assert rows(fresh) == [("locked.pdf", "–", "–", "Locked")]
    assert failed == []
    details = fresh.details
    assert not details.password.isVisible()
    qtbot.mouseClick(details.ask, LEFT)
    qtbot.keyClicks(details.password, "wrong")
    qtbot.keyClick(details.password, Qt.Key.Key_Return)
    idle(fresh, qtbot)
    assert "not right" in details.message.text()
    assert details.password.isVisible()
    details.password.clear()
    qtbot.keyClicks(details.password, "geheim")
    qtbot.mouseClick(details.open, LEFT)
    only_read(fresh, qtbot)
    assert rows(fresh) == [("locked.pdf", "1", "English", "Read")]
    assert not details.password.isVisible()
    assert fresh.preview.stack.currentWidget() is fresh.preview.paper
    fresh.session.passwords.clear()
    fresh.preview.clear()
    fresh.preview.show_page(fresh.table.selected()[0].id, 1)
    assert "without its password" in fresh.preview.note.text()
    qtbot.mouseClick(fresh.again, LEFT)
    only_read(fresh, qtbot)
    assert failed == []
    assert "to be read again" in fresh.line.text()
    qtbot.keyClicks(details.password, "geheim")
    qtbot.keyClick(details.password, Qt.Key.Key_Return)
    assert not details.password.isVisible()
    only_read(fresh, qtbot)
    assert "its text is the same" in fresh.line.text()
    kept = [file for file in fresh.session.project.path.rglob("*") if file.is_file()]
    assert kept
    assert not any(b"geheim" in file.read_bytes() for file in kept)


def test_what_has_no_row_is_told_by_a_sheet(fresh: DocumentsPage, qtbot: QtBot, tmp_path: Path) -> None:
    failed = failures(fresh.session)
    fresh.add([tmp_path / "nowhere.pdf"])
    idle(fresh, qtbot)
    assert [failure.title for failure in failed] == ["There is no file nowhere.pdf"]
    assert fresh.drop.isVisible()


def test_removing_asks_when_pairs_would_go(page: DocumentsPage, qtbot: QtBot) -> None:
    project = page.session.project
    pairs = project.value("SELECT count(*) FROM pairs")
    document = mixed(page.session)
    page.refresh()
    page.table.select([document.sha256])
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert [row[0] for row in rows(page)] == ["manual.pdf"]
    idle(page, qtbot)
    page.table.selectRow(0)
    qtbot.mouseClick(page.remove, LEFT)
    assert f"{pairs:,}" in sheet(page).informativeText()
    press(sheet(page), "Cancel", qtbot)
    assert len(rows(page)) == 1
    qtbot.waitUntil(lambda: page.window().findChild(QMessageBox, "ask") is None)
    qtbot.mouseClick(page.remove, LEFT)
    press(sheet(page), "Remove", qtbot)
    assert rows(page) == []
    assert page.drop.isVisible()
    assert project.value("SELECT count(*) FROM pairs JOIN facts ON facts.id = fact_id WHERE chunk_id IS NOT NULL") == 0
    assert project.value("SELECT count(*) FROM runs") > 0
    qtbot.waitUntil(lambda: page.window().findChild(QMessageBox, "ask") is None)


def test_nothing_is_removed_while_a_job_runs(page: DocumentsPage, qtbot: QtBot) -> None:
    run = page.session.submit("generate", "Writing pairs")
    assert not page.remove.isEnabled()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(rows(page)) == 1
    with qtbot.waitSignal(run.ended, timeout=20_000):
        run.cancel()
    assert page.remove.isEnabled()


def test_a_changed_file_is_read_again(fresh: DocumentsPage, qtbot: QtBot, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text(f"# Pump\n\n{BODY}\n", encoding="utf-8")
    fresh.add([note])
    only_read(fresh, qtbot)
    before = fresh.table.selected()[0]
    qtbot.mouseClick(fresh.again, LEFT)
    only_read(fresh, qtbot)
    assert "its text is the same" in fresh.line.text()
    note.write_text(f"# Pump\n\n{BODY} Winter comes.\n", encoding="utf-8")
    qtbot.mouseClick(fresh.again, LEFT)
    only_read(fresh, qtbot)
    assert "its text has changed" in fresh.line.text()
    (after,) = store.documents(fresh.session.project)
    assert after.id == before.id
    assert "Winter comes." in fresh.preview.text.toPlainText()


def test_reading_again_warns_of_pairs(page: DocumentsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.again, LEFT)
    assert "Pairs stay" in sheet(page).informativeText()
    press(sheet(page), "Cancel", qtbot)
    assert page.session.queue.running is None
    qtbot.waitUntil(lambda: page.window().findChild(QMessageBox, "ask") is None)


def test_a_page_that_is_made_anew_follows_the_running_job(session: Session, qtbot: QtBot) -> None:
    run = session.submit("ingest", "Reading documents", paths=["x"])
    page = opened(session, qtbot)
    assert page.line.text().startswith("Reading documents")
    with qtbot.waitSignal(run.ended, timeout=20_000):
        pass
    assert page.line.text() == "" or not page.line.text().startswith("Reading documents")
    page.preview.clear()


def test_long_tables_are_sorted_and_keep_their_selection(page: DocumentsPage, qtbot: QtBot) -> None:
    for number in (3, 1, 2):
        name = f"{number}{'long name ' * 20}.pdf"
        document = Document(0, f"{number}" * 64, name, "pdf", name, "ko", "failed", "No.", 0, 0, f"/{number}.pdf")
        store.add(page.session.project, document, [], [])
    page.refresh()
    page.table.select(["1" * 64])
    header = page.table.horizontalHeader()
    qtbot.mouseClick(header.viewport(), LEFT, pos=QPoint(20, 10))
    assert [row[0][0] for row in rows(page)] == ["1", "2", "3", "m"]
    assert [document.sha256 for document in page.table.selected()] == ["1" * 64]
    mixed(page.session)
    page.refresh()
    assert [document.sha256 for document in page.table.selected()] == ["1" * 64]


def test_the_window_gives_drops_to_the_page(empty_session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    workspace = Workspace(empty_session)
    qtbot.addWidget(workspace)
    workspace.show()
    workspace.add_documents([simple(tmp_path / "pump.pdf", BODY)])
    page = workspace.pages["documents"]
    assert isinstance(page, DocumentsPage)
    only_read(page, qtbot)
    assert [row[0] for row in rows(page)] == ["pump.pdf"]
    assert page.findChildren(QPushButton)
    page.preview.clear()


def test_a_repository_is_read_by_its_typed_address(fresh: DocumentsPage, qtbot: QtBot, tmp_path: Path) -> None:
    place, who = tmp_path / "papers", b"A <a@example.com>"
    with Repo.init(str(place), mkdir=True):
        for name in ("pump.md", "notes.txt"):
            (place / name).write_text(f"# Pump\n\n{BODY}")
        porcelain.add(str(place), paths=[str(place / "pump.md"), str(place / "notes.txt")])
        commit = porcelain.commit(str(place), message=b"m", author=who, committer=who).decode()
    failed, entry = failures(fresh.session), fresh.entry
    type_repository(fresh, f"{place}@nothing", "*.md", qtbot)
    idle(fresh, qtbot)
    assert rows(fresh) == []
    assert len(failed) == 1
    opener = fresh.stack.currentWidget().findChild(QPushButton, "branch")
    qtbot.mouseClick(opener, LEFT)
    assert entry.address.selectedText() == f"{place}@nothing"
    qtbot.keyClick(entry.address, Qt.Key.Key_Escape)
    assert entry.isHidden()
    type_repository(fresh, f"{place}@{commit}", " *.md, ", qtbot)
    assert [run.name for run in (fresh.session.queue.running, *fresh.session.queue.waiting) if run] == [
        "ingest",
        "index",
    ]
    only_read(fresh, qtbot)
    assert [row[0] for row in rows(fresh)] == ["pump.md"]
    assert len(failed) == 1
    assert not fresh.again.isEnabled()
    qtbot.mouseClick(fresh.stack.currentWidget().findChild(QPushButton, "branch"), LEFT)
    assert entry.isVisible()
    qtbot.mouseClick(entry.cancel, LEFT)
    assert entry.isHidden()


def type_repository(page: DocumentsPage, address: str, patterns: str, qtbot: QtBot) -> None:
    """Through the button and the fields beside it."""
    qtbot.mouseClick(page.stack.currentWidget().findChild(QPushButton, "branch"), LEFT)
    assert page.entry.isVisible()
    page.entry.address.clear()
    assert not page.entry.add.isEnabled()
    qtbot.keyClicks(page.entry.address, address)
    page.entry.patterns.clear()
    qtbot.keyClicks(page.entry.patterns, patterns)
    qtbot.mouseClick(page.entry.add, LEFT)
    assert page.entry.isHidden()
