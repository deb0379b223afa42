"""The preview of pages: PDFs with the evidence marked, stored text where there is no file, keys and buttons."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from desktop.widgets import page_match
from desktop.widgets.page_preview import PagePreview
from engine.project import documents as store
from engine.project.documents import Document, Page
from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session


@pytest.fixture
def preview(session: Session, qtbot: QtBot) -> Iterator[PagePreview]:
    found = PagePreview(session)
    qtbot.addWidget(found)
    found.resize(460, 600)
    found.show()
    yield found
    found.clear()


def settled(preview: PagePreview, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not preview.paper._busy and not preview.paper.sheet._picture.isNull())


def marked_text(preview: PagePreview) -> str:
    selections = preview.text.extraSelections()
    return selections[0].cursor.selectedText()


def evidence(session: Session) -> list[tuple[int, int, int, int, str]]:
    rows = session.project.rows(
        "SELECT evidence_document, evidence_page, evidence_start, evidence_end, evidence FROM facts"
        " WHERE evidence_start IS NOT NULL AND evidence != '' ORDER BY id"
    )
    return [tuple(row) for row in rows]


def test_every_evidence_of_the_sample_is_marked_on_its_page(session: Session, qtbot: QtBot) -> None:
    pdf = QPdfDocument()
    assert pdf.load(str(resource("samples", "manual.pdf"))) == QPdfDocument.Error.None_
    for document, number, start, end, quote in evidence(session):
        page = store.page(session.project, document, number)
        assert page is not None
        text = pdf.getAllText(number - 1).text()
        spans = page_match.find(page.text[start:end], text, start / len(page.text))
        marked = page_match.letters(" ".join(text[slice(*span)] for span in spans)).text
        assert marked == page_match.letters(quote).text


def test_a_pdf_is_drawn_with_the_evidence_marked_in_view(preview: PagePreview, qtbot: QtBot) -> None:
    document, number, start, end, _ = evidence(preview.session)[40]
    preview.show_page(document, number, start, end)
    settled(preview, qtbot)
    assert preview.stack.currentWidget() is preview.paper
    marks = preview.paper.sheet.marks
    assert marks
    assert not preview.quote.isVisible()
    seen = QRectF(preview.paper.viewport().rect()).translated(0, preview.paper.verticalScrollBar().value())
    assert seen.intersects(preview.paper.sheet.on_screen(marks[0]))
    picture = preview.paper.sheet._picture
    assert picture.width() == round(preview.paper.sheet.area.width() * preview.devicePixelRatioF())
    middle = preview.paper.sheet.on_screen(marks[0]).toRect()
    seen_there = preview.paper.sheet.grab(middle).toImage()
    colours = {
        seen_there.pixelColor(x, y).name() for x in range(seen_there.width()) for y in range(seen_there.height())
    }
    assert "#ffe08a" in colours


def test_keys_and_buttons_turn_pages_and_zoom(preview: PagePreview, qtbot: QtBot) -> None:
    preview.show_page(1, 1)
    settled(preview, qtbot)
    preview.activateWindow()
    preview.paper.setFocus()
    qtbot.waitUntil(preview.paper.hasFocus)
    turned: list[tuple[int, int]] = []
    preview.turned.connect(lambda *where: turned.append(where))
    assert not preview.previous.isEnabled()
    qtbot.mouseClick(preview.next, Qt.MouseButton.LeftButton)
    for _ in range(5):
        qtbot.keyClick(preview.paper, Qt.Key.Key_PageDown)
    assert preview.page >= 3
    assert turned[:2] == [(1, 2), (1, 3)]
    assert preview.document is not None
    assert preview.number.text() == f"{preview.page} of {preview.document.pages}"
    width = preview.paper.sheet.width()
    qtbot.mouseClick(preview.zoom_in, Qt.MouseButton.LeftButton)
    assert preview.paper.sheet.width() > width
    qtbot.keyClick(preview.paper, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.paper.sheet.width() == width
    settled(preview, qtbot)
    preview.show_page(1, 12)
    assert not preview.next.isEnabled()


def test_the_stored_text_is_one_click_away(preview: PagePreview, qtbot: QtBot) -> None:
    document, number, start, end, quote = evidence(preview.session)[40]
    preview.show_page(document, number, start, end)
    qtbot.mouseClick(preview.as_text, Qt.MouseButton.LeftButton)
    assert preview.stack.currentWidget() is preview.text
    marked = marked_text(preview)
    assert " ".join(marked.split()) == " ".join(quote.split())
    qtbot.mouseClick(preview.as_text, Qt.MouseButton.LeftButton)
    assert preview.stack.currentWidget() is preview.paper


@pytest.mark.parametrize(("what", "told"), [("moved", "no longer where"), ("changed", "has changed")])
def test_a_file_that_is_gone_or_changed_leaves_its_text(
    preview: PagePreview, qtbot: QtBot, tmp_path: Path, what: str, told: str
) -> None:
    copy = tmp_path / "manual.pdf"
    if what == "changed":
        shutil.copy(resource("samples", "korean.pdf"), copy)
    with preview.session.project.transaction() as db:
        db.execute("UPDATE documents SET source = ?", (str(copy),))
    preview.show_page(1, 3)
    assert preview.stack.currentWidget() is preview.text
    assert told in preview.note.text()
    assert not preview.as_text.isVisible()
    preview.show_page(1, 4)
    assert told in preview.note.text()


def test_characters_beyond_the_basic_plane_are_counted(preview: PagePreview, qtbot: QtBot) -> None:
    text = "𝒜 sign 😀 first. The evidence 🏁 stands here. The end."
    start = text.index("The evidence")
    document = Document(0, "0" * 64, "notes.md", "markdown", "Notes", "en", "read", "", 1, 9)
    number = store.add(preview.session.project, document, [Page(0, 1, text, "read", "")], [])
    preview.show_page(number, 1, start, start + len("The evidence 🏁 stands here."))
    assert marked_text(preview) == "The evidence 🏁 stands here."
    assert page_match.find("evidence 🏁 stands", text) == [(22, 40)]


def test_what_is_not_there_is_said(preview: PagePreview, qtbot: QtBot) -> None:
    preview.show_page(99, 1)
    assert "no longer in the project" in preview.empty.text()
    preview.clear("Choose a pair.")
    assert preview.empty.text() == "Choose a pair."
    assert not preview.head.isVisible()


def test_quotes_are_found_across_hyphens_ligatures_and_order() -> None:
    page = "The ﬁrst ma-\r\nchine runs.\r\nPower 200 W\r\nWeight 12 kg\r\nThe ﬁrst machine rests."
    (first,) = page_match.find("The first machine", page, 0.0)
    assert page[slice(*first)] == "The ﬁrst ma-\r\nchine"
    (second,) = page_match.find("The first machine", page, 0.9)
    assert page[slice(*second)] == "The ﬁrst machine"
    spans = page_match.find("| Weight | 12 kg | Power | 200 W |", page, 0.5)
    assert [page[slice(*span)] for span in spans] == ["Weight 12 kg", "Power 200 W"]
    assert page_match.find("nothing of this is there", page) == []
    assert page_match.find("—", page) == []


def test_a_picture_of_the_pdf_before_is_never_shown(preview: PagePreview, qtbot: QtBot) -> None:
    paper, shown = preview.paper, []
    for first, second in (("korean.pdf", "manual.pdf"), ("manual.pdf", "manual.pdf")) * 5:
        for name in (first, second):
            assert paper.open(str(resource("samples", name)))
            paper.show_page(2)
        settled(preview, qtbot)
        shown.append(paper.sheet._picture)
    assert all(picture == shown[0] for picture in shown)


def test_a_preview_may_go_while_a_page_is_being_drawn(session: Session, qtbot: QtBot) -> None:
    for number in range(1, 6):
        found = PagePreview(session)
        found.show()
        found.show_page(1, number)
        found.paper.set_zoom(3.0)
        found.close()
        found.deleteLater()
        QApplication.sendPostedEvents(found, QEvent.Type.DeferredDelete)
