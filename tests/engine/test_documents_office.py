"""Word documents, presentations and EPUB books, made by other libraries or by hand, and what is refused of them."""

from __future__ import annotations

import contextlib
import random
import re
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import pptx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from engine.documents.chunks import make_chunks
from engine.documents.reader import count_pages, kind, read
from engine.errors import HoneError
from engine.project.documents import BLANK
from tests.engine.office import book, changed, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from engine.documents.reading import Reading


def reading(path: Path) -> Reading:
    found = read(path, "", lambda: None)
    for page in found.pages:
        for heading in page.headings:
            assert page.text[heading.start :].split("\n")[0] == heading.title
    return found


def texts(path: Path) -> list[str]:
    return [page.text for page in reading(path).pages]


def refused(path: Path) -> HoneError:
    with pytest.raises(HoneError) as caught:
        read(path, "", lambda: None)
    assert caught.value.hint
    return caught.value


def saved(document: Any, path: Path) -> Path:
    document.save(str(path))
    return path


def xml(text: str) -> Any:
    return parse_xml(re.sub(r"(?=/?>)", f" {nsdecls('w', 'wp', 'm')}", text, count=1))


# -- Word ---------------------------------------------------------------------------------------------------


def test_a_word_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Confidential"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_heading("The pump", 0)
    document.add_heading("개요", 1)
    paragraph = document.add_paragraph("물은 ")
    paragraph.add_run("90").bold = True
    paragraph.add_run("도입니다. 10")
    paragraph.add_run("3").font.superscript = True
    document.add_paragraph("Open.", style="List Number")
    document.add_paragraph("slowly", style="List Bullet 2")
    document.add_paragraph("Close.", style="List Number")
    document.add_heading("Prices", 2)
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Lid | cap"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "none"
    path = saved(document, tmp_path / "letter.bin")
    assert kind(path) == "docx"
    found = reading(path)
    assert (found.kind, found.title) == ("docx", "The pump")
    assert [page.text for page in found.pages] == [
        "The pump\n\n개요\n물은 90도입니다. 10³\n\n1. Open.\n- slowly\n2. Close.\n\nPrices\n\n"
        "| 00 | 01 | 02 |\n| --- | --- | --- |\n| Lid \\| cap | none | |\n| Lid \\| cap | 21 | 22 |"
    ]
    assert [(h.level, h.title) for h in found.pages[0].headings] == [(1, "The pump"), (1, "개요"), (2, "Prices")]
    assert found.pages[0].tables == 1
    assert list(make_chunks(found.pages, "ko", 48))[-1].section == ("개요", "Prices")


def test_changes_are_taken_and_hidden_text_is_left(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Wait ")
    for piece in (
        "<w:del><w:r><w:delText>five</w:delText></w:r></w:del>",
        "<w:ins><w:r><w:t>nine</w:t></w:r></w:ins>",
        "<w:moveFrom><w:r><w:t> old</w:t></w:r></w:moveFrom>",
        '<w:hyperlink><w:r><w:t xml:space="preserve"> hours</w:t></w:r></w:hyperlink>',
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>",
        '<w:fldSimple w:instr="PAGE"><w:r><w:t>.</w:t></w:r></w:fldSimple>',
    ):
        paragraph._p.append(xml(piece))
    assert texts(saved(document, tmp_path / "a.docx")) == ["Wait nine hours."]


def test_page_breaks_begin_pages(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Before")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("After")
    document.add_heading("Last", 1).paragraph_format.page_break_before = True
    assert texts(saved(document, tmp_path / "a.docx")) == ["Before", "After", "Last"]


def test_text_boxes_pictures_formulas_and_contents(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Introduction 1")._p.get_or_add_pPr().append(xml('<w:outlineLvl w:val="9"/>'))
    box = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
    document.add_paragraph("See: ")._p.append(
        xml(
            '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
            f'<w:drawing><wp:docPr descr="A valve"/>{box.format("In the box.")}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict>{box.format('Again.')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    formula = (
        "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )
    document.add_paragraph("x = ")._p.append(xml(formula))
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Pump 7", style="toc 1")
    assert texts(saved(document, tmp_path / "a.docx")) == [
        "Introduction 1\n\nSee: A valve\n\nIn the box.\n\nx = (a+b)/2"
    ]


def test_footnotes_and_own_numbering(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("A", 1)
    document.add_paragraph("Hot")._p.append(xml('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    document.add_heading("B", 1)
    for depth in (0, 1, 1, 0):
        properties = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr></w:pPr>'
        document.add_paragraph("step")._p.insert(0, xml(properties))
    path = saved(document, tmp_path / "a.docx")
    with zipfile.ZipFile(path) as file:
        numbering = file.read("word/numbering.xml").decode()
        relations = file.read("word/_rels/document.xml.rels").decode()
    levels = (
        '<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="ganada"/><w:lvlText w:val="%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'
    )
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"/>'
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Above 90 °C.</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    kind_ = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="rId99" Type="{kind_}" Target="footnotes.xml"/></Relationships>'
    changed(
        path,
        {
            "word/numbering.xml": numbering.replace("</w:numbering>", levels),
            "word/footnotes.xml": notes,
            "word/_rels/document.xml.rels": relations.replace("</Relationships>", relation),
        },
    )
    assert texts(path) == ["A\nHot[1]\n\n[1] Above 90 °C.\n\nB\n3. step\n  가) step\n  나) step\n4. step"]


# -- PowerPoint ---------------------------------------------------------------------------------------------


def test_a_presentation(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "펌프 관리"
    frame = slide.placeholders[1].text_frame
    frame.text = "Open it"
    for text, level in (("slowly", 1), ("Close it", 0)):
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
    slide.notes_slide.notes_text_frame.text = "Say hello."
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Boxes"
    for text, left, top in (("right", 5, 2), ("left", 1, 2), ("bottom", 1, 4)):
        slide.shapes.add_textbox(Inches(left), Inches(top), Inches(2), Inches(1)).text_frame.text = text
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Inches(1), Inches(5.5), Inches(2), Inches(1)).text_frame.text = "in a group"
    table = slide.shapes.add_table(3, 2, Inches(1), Inches(6.6), Inches(4), Inches(1)).table
    for row in range(3):
        for column in range(2):
            table.cell(row, column).text = f"{row}{column}" if (row, column) != (2, 0) else ""
    table.cell(1, 0).merge(table.cell(2, 0))
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    data = CategoryChartData()
    data.categories = ["Q1", "Q2"]
    data.add_series("Sales", (1.5, 2))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(4), Inches(3), data)
    deck.slides.add_slide(deck.slide_layouts[6])
    path = saved(deck, tmp_path / "deck.pptx")
    assert (kind(path), count_pages(path, "")) == ("pptx", 4)
    seen: list[int] = []
    found = read(path, "", lambda: seen.append(1))
    assert len(seen) == 4
    assert (found.kind, found.title) == ("pptx", "펌프 관리")
    assert [page.text for page in found.pages] == [
        "펌프 관리\n- Open it\n  - slowly\n- Close it\n\nNotes: Say hello.",
        "Boxes\nleft\n\nright\n\nbottom\n\nin a group\n\n| 00 | 01 |\n| --- | --- |\n| 10 | 11 |\n| 10 | 21 |",
        "| | Sales |\n| --- | --- |\n| Q1 | 1.5 |\n| Q2 | 2 |",
        "",
    ]
    assert [page.tables for page in found.pages] == [0, 1, 1, 0]
    assert found.pages[0].headings[0].title == "펌프 관리"
    assert (found.pages[3].state, found.pages[3].message) == ("scanned", BLANK)


def test_a_slide_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    for text in ("One", "Two"):
        deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = text
    path = saved(deck, tmp_path / "deck.pptx")
    with zipfile.ZipFile(path) as file:
        slide = file.read("ppt/slides/slide1.xml").decode()
    changed(path, {"ppt/slides/slide1.xml": slide.replace('type="title"', 'type="nonsense"')})
    found = read(path, "", lambda: None)
    assert [(page.state, page.text) for page in found.pages] == [("failed", ""), ("read", "Two")]


# -- EPUB ---------------------------------------------------------------------------------------------------


def test_a_book(tmp_path: Path) -> None:
    noted = '<p>Hot.<a epub:type="noteref" href="notes.xhtml#n1">1</a> &nbsp; Cold.</p>'
    notes = '<aside epub:type="footnote" id="n1"><p>1. Very <a href="one%20a.xhtml">back</a></p></aside><p>End</p>'
    chapters = {
        "one a.xhtml": f'<h1>One</h1><a id="x"/>{noted}',
        "b.xhtml": "<h1>둘</h1><p>물</p>",
        "notes.xhtml": notes,
    }
    path = book(tmp_path / "book.zip", chapters, title="A &amp; B")
    assert kind(path) == "epub"
    found = reading(path)
    assert (found.kind, found.title) == ("epub", "A & B")
    assert [page.text for page in found.pages] == ["One\nHot.[1] Cold.\n\n[1] Very back", "둘\n물", "End"]


def test_a_long_chapter_is_cut_at_its_headings(tmp_path: Path) -> None:
    body = "".join(f"<h2>Part {n}</h2><p>{'The pump is made of steel. ' * 60}</p>" for n in range(6))
    pages = texts(book(tmp_path / "a.epub", {"a.xhtml": f"<h1>All</h1><p>Begin.</p>{body}", "b.xhtml": "<p>Last.</p>"}))
    assert [page.split("\n")[0] for page in pages] == ["All", *(f"Part {n}" for n in range(6)), "Last."]


def test_a_book_for_certain_programs_only(tmp_path: Path) -> None:
    def locked(name: str) -> dict[str, str]:
        return {
            "META-INF/encryption.xml": f'<encryption><EncryptedData><CipherData><CipherReference URI="{name}"/>'
            "</CipherData></EncryptedData></encryption>"
        }

    path = book(tmp_path / "a.epub", {"a.xhtml": "<p>Text.</p>"}, more=locked("OEBPS/a.xhtml"))
    assert refused(path).title == "a.epub is protected against copying"
    assert texts(book(tmp_path / "b.epub", {"a.xhtml": "<p>Text.</p>"}, more=locked("OEBPS/f.otf"))) == ["Text."]


# -- what is not safe, not whole, or not read ---------------------------------------------------------------


def word(tmp_path: Path, text: str = "Water.") -> Path:
    document = docx.Document()
    document.add_paragraph(text)
    return saved(document, tmp_path / "a.docx")


def test_entities_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    head = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    body = f"{head}<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    assert refused(changed(word(tmp_path), {"word/document.xml": body})).title == "a.docx is not safe to read"
    assert refused(changed(word(tmp_path), {"word/document.xml": body.encode("utf-16")})).title.endswith("safe to read")
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    path = saved(deck, tmp_path / "a.pptx")
    assert refused(changed(path, {"ppt/presentation.xml": f"{head}<p/>"})).title == "a.pptx is not safe to read"
    path = book(tmp_path / "a.epub", {"a.xhtml": "<p>Text.</p>"})
    assert refused(changed(path, {"OEBPS/a.xhtml": f"{head}<p>&x;</p>"})).title == "a.epub is not safe to read"


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    path = changed(word(tmp_path), {"word/media/image1.bmp": bytes(60_000_000)})
    assert refused(path).title == "a.docx unpacks to more than Hone reads"


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_documents_that_are_cut_short(tmp_path: Path, share: float) -> None:
    path = word(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])
    assert refused(path).title == "a.docx is damaged"


def test_documents_with_wrong_bytes(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "Water"
    files = [
        word(tmp_path),
        saved(deck, tmp_path / "a.pptx"),
        book(tmp_path / "a.epub", {"a.xhtml": "<h1>Water</h1><p>Text.</p>"}),
    ]
    chance = random.Random(7)
    for path in files:
        data = path.read_bytes()
        for _ in range(12):
            wrong = bytearray(data)
            for _ in range(6):
                wrong[chance.randrange(4, len(wrong))] = chance.randrange(256)
            path.write_bytes(wrong)
            with contextlib.suppress(HoneError):
                assert read(path, "", lambda: None).pages


def test_what_is_in_an_archive_says_what_it_is(tmp_path: Path) -> None:
    for names, title in (
        (["[Content_Types].xml", "xl/workbook.xml"], "is an Excel workbook, which Hone cannot read"),
        (["mimetype", "content.xml"], "is an OpenDocument file"),
        (["mimetype", "Contents/section0.xml"], "is a Hangul document"),
        (["a.txt"], "is a packed file"),
    ):
        assert title in refused(zipped(tmp_path / "a.docx", dict.fromkeys(names, "x"))).title
    locked = tmp_path / "locked.docx"
    locked.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "EncryptedPackage".encode("utf-16-le"))
    assert refused(locked).title == "locked.docx is protected by a password"
    assert "Word (.docx)" in refused(zipped(tmp_path / "b.zip", {"a.txt": "x"})).hint


def test_a_document_without_text(tmp_path: Path) -> None:
    assert refused(word(tmp_path, " ")).title == "a.docx has no text"
