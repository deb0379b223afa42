"""Pages without letters: what tesseract reads of them where it is installed, and what is said where it is not."""

from __future__ import annotations

import shutil
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image

from engine.documents.letters import ocr, tesseract, vision
from engine.documents.letters.recognition import Picture, Word
from engine.documents.reader import kind, read
from engine.documents.reading import without_text
from engine.errors import HoneError
from tests.engine.pdfs import Drawing

if TYPE_CHECKING:
    from pathlib import Path

BODY = (
    "The pump moves nine litres of water in a minute when the filter is clean and the valve stands open. It must be "
    "cleaned every ninety days, and nobody should open the housing while the motor is running or still hot."
)
real = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    drawing = small()
    return drawing.line("Care of the pump", size=20).paragraph(BODY, size=13).save(tmp_path / "drawn.pdf")


def small() -> Drawing:
    """A page as low as it can be, since recognition takes its time."""
    drawing = Drawing((595, 180)).page()
    drawing.pen = 165
    return drawing


def scanned(source: Path, path: Path, turn: int = 0, shades: int = 255, dpi: int = 150) -> Path:
    """The pages of a PDF as pictures, turned by some degrees, or as faint as so many shades."""
    pages, scan = pypdfium2.PdfDocument(source), pypdfium2.PdfDocument.new()
    for page in pages:
        bitmap = page.render(scale=dpi / 72, rotation=turn)
        if shades < 255:
            grey = bytes(255 - shades + value * shades // 255 for value in bytes(bitmap.buffer))
            bitmap.buffer[:] = grey
        image = pypdfium2.PdfImage.new(scan)
        image.set_bitmap(bitmap)
        width, height = page.get_size() if turn % 180 == 0 else page.get_size()[::-1]
        image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        sheet = scan.new_page(width, height)
        sheet.insert_obj(image)
        sheet.gen_content()
    scan.save(path)
    pages.close()
    scan.close()
    return path


def picture(source: Path, path: Path) -> Path:
    """The first page as a PNG file."""
    pdf = pypdfium2.PdfDocument(source)
    path.write_bytes(ocr._drawn(pdf[0], 200 / 72, 0).data)
    pdf.close()
    return path


@real
def test_a_scan_is_read(drawn: Path, tmp_path: Path) -> None:
    page = read(scanned(drawn, tmp_path / "scan.pdf"), "", lambda: None).pages[0]
    assert page.text == f"Care of the pump\n{BODY}"
    assert (page.state, page.method) == ("read", "ocr")
    assert [heading.title for heading in page.headings] == ["Care of the pump"]


@real
def test_a_scan_on_its_side_is_turned(drawn: Path, tmp_path: Path) -> None:
    if "osd" not in tesseract._installed(shutil.which("tesseract") or ""):
        pytest.skip("tesseract has no data for orientation")
    page = read(scanned(drawn, tmp_path / "scan.pdf", turn=90), "", lambda: None).pages[0]
    assert BODY in page.text


@real
def test_columns_of_a_scan(tmp_path: Path) -> None:
    drawing = small().paragraph(BODY, right=285, size=10)
    drawing.pen = 165
    other = BODY.replace("pump", "valve")
    drawing.paragraph(other, x=310, size=10).save(tmp_path / "drawn.pdf")
    page = read(scanned(tmp_path / "drawn.pdf", tmp_path / "scan.pdf", dpi=300), "", lambda: None).pages[0]
    assert page.text.split("\n\n") == [BODY, other]


@real
def test_text_and_scans_in_one_document(drawn: Path, tmp_path: Path) -> None:
    both = pypdfium2.PdfDocument.new()
    for path in (drawn, scanned(drawn, tmp_path / "scan.pdf")):
        pages = pypdfium2.PdfDocument(path)
        both.import_pages(pages)
        pages.close()
    both.save(tmp_path / "both.pdf")
    both.close()
    pages = read(tmp_path / "both.pdf", "", lambda: None).pages
    assert [(page.number, page.method) for page in pages] == [(1, "text"), (2, "ocr")]
    assert pages[0].text == pages[1].text


@real
def test_a_picture_file_is_a_page(drawn: Path, tmp_path: Path) -> None:
    path = picture(drawn, tmp_path / "page.png")
    assert kind(path) == "image"
    reading = read(path, "", lambda: None)
    assert (reading.kind, len(reading.pages), reading.pages[0].method) == ("image", 1, "ocr")
    assert BODY in reading.pages[0].text


@real
def test_a_picture_without_letters(tmp_path: Path) -> None:
    page = read(Drawing().page().picture().save(tmp_path / "grey.pdf"), "", lambda: None).pages[0]
    assert (page.state, page.message, page.text) == ("scanned", ocr.NOTHING_FOUND, "")


@real
def test_a_damaged_picture_is_told(drawn: Path, tmp_path: Path) -> None:
    path = picture(drawn, tmp_path / "page.png")
    path.write_bytes(path.read_bytes()[:2000])
    page = read(path, "", lambda: None).pages[0]
    assert (page.state, page.text) == ("failed", "")
    assert page.message == "The picture is damaged."


def test_words_that_nobody_is_sure_of_are_no_text() -> None:
    blurred = Picture(b"", 1000, 1000)
    words = [Word("Grbl", 10, 10 + 40 * row, 90, 40 + 40 * row, 0.4, (row,)) for row in range(5)]
    engine = SimpleNamespace(name="unsure", words=lambda *_: words, languages=lambda: ["en"], turn=lambda _: 0)
    sheet, page = ocr.read_picture(1, blurred, engine, ["en"])
    assert sheet.lines == []
    assert (page.state, page.message) == (
        "failed",
        "The letters of the picture could not be told well enough (40% sure): scan it more sharply.",
    )


def test_without_tesseract_the_page_says_what_to_install(
    drawn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr("sys.platform", "linux")
    for path in (scanned(drawn, tmp_path / "scan.pdf"), picture(drawn, tmp_path / "page.png")):
        reading = read(path, "", lambda: None)
        assert reading.pages[0].state == "scanned"
        assert "apt install tesseract-ocr" in reading.pages[0].message
        assert "apt install tesseract-ocr" in without_text(path.name, reading).hint


def test_vision_is_for_macs(monkeypatch: pytest.MonkeyPatch) -> None:
    if vision.recogniser() is None:
        monkeypatch.setattr("sys.platform", "darwin")
        monkeypatch.setattr(shutil, "which", lambda name: None)
        assert ocr.recogniser() is None
        assert "pyobjc-framework-Vision" in ocr.advice()


def test_the_boxes_of_vision_are_parts_from_below() -> None:
    box = SimpleNamespace(origin=SimpleNamespace(x=0.1, y=0.7), size=SimpleNamespace(width=0.5, height=0.2))
    best = SimpleNamespace(string=lambda: "Pump", confidence=lambda: 0.5)
    seen = SimpleNamespace(topCandidates_=lambda count: [best][:count], boundingBox=lambda: box)
    word = vision._word(seen, Picture(b"", 1000, 500))
    assert word is not None
    assert (word.text, word.confidence) == ("Pump", 0.5)
    assert (word.left, word.right, word.top, word.bottom) == pytest.approx((100, 600, 50, 150))


def test_languages_are_those_of_the_document() -> None:
    known = ["en", "ko", "de", "osd2"]
    assert ocr.chosen(known, ["de"]) == ["de", "en"]
    assert ocr.chosen(known, [""]) == ["ko", "en"]
    assert ocr.chosen(["de"], ["fr"]) == ["de"]


def test_all_pictures_of_a_tiff_are_pages_and_upright(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []

    def words(picture: Picture, _: object) -> list[Word]:
        seen.append((picture.width, picture.height))
        return [Word(f"picture{len(seen)}", 10, 10, 90, 30, 0.9, (1,))]

    engine = SimpleNamespace(name="sure", words=words, languages=lambda: ["en"], turn=lambda _: 0)
    monkeypatch.setattr(ocr, "recogniser", lambda: engine)
    first, second = Image.new("1", (300, 200), 1), Image.new("RGBA", (200, 300), (0, 0, 0, 0))
    first.save(tmp_path / "fax.tiff", save_all=True, append_images=[second])
    reading = read(tmp_path / "fax.tiff", "", lambda: None)
    assert [page.text for page in reading.pages] == ["picture1", "picture2"]
    turned = Image.Exif()
    turned[0x0112] = 6  # the camera was held upright
    Image.new("RGB", (300, 200), "white").save(tmp_path / "photo.jpg", exif=turned)
    assert read(tmp_path / "photo.jpg", "", lambda: None).pages[0].text == "picture3"
    assert seen == [(300, 200), (200, 300), (200, 300)]


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"II*\x00\x08\x00\x00\x00"])
def test_a_broken_picture_is_damaged(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(data)
    with pytest.raises(HoneError, match=r"broken\.jpg is damaged"):
        read(path, "", lambda: None)


def test_a_bullet_is_no_letter() -> None:
    words = [
        Word(text, 10 + 60 * place, 40 * row, 60 + 60 * place, 40 * row + 30, 0.9, (row,))
        for row, line in enumerate(["e wrench", "e brush"])
        for place, text in enumerate(line.split())
    ]
    engine = SimpleNamespace(name="sure", words=lambda *_: words, languages=lambda: ["en"], turn=lambda _: 0)
    sheet, _ = ocr.read_picture(1, Picture(b"", 1000, 1000), engine, ["en"])
    assert [line.text for line in sheet.lines] == ["• wrench", "• brush"]
