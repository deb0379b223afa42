"""PDFs: layout, headers, pages that cannot be read, passwords, and pypdf where pdfium fails."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from engine.documents.chunks import make_chunks
from engine.documents.pdf import count_pages
from engine.documents.reader import read
from engine.documents.reading import Heading
from engine.documents.second_opinion import SecondOpinion
from engine.errors import HoneError
from tests.engine.pdfs import A4, LEFT, RIGHT, TOP, Drawing, by_hand, encrypted, simple, with_missing_page

if TYPE_CHECKING:
    from pathlib import Path

    from engine.documents.reading import Reading

BODY = (
    "The pump moves nine litres of water in a minute when the filter is clean and the valve stands open. It must be "
    "cleaned every ninety days, and nobody should open the housing while the motor is running or still hot."
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "manual.pdf"


@pytest.fixture(autouse=True)
def _without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that has nothing to recognise letters with; test_documents_ocr has it."""
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("sys.platform", "linux")


def reading(path: Path, password: str = "") -> Reading:
    return read(path, password, lambda: None)


def texts(path: Path) -> list[str]:
    return [page.text for page in reading(path).pages]


def test_paragraphs_headings_and_lists(path: Path) -> None:
    drawing = Drawing().page()
    drawing.line("2 Maintenance", size=17, font="Helvetica-Bold").paragraph(BODY).paragraph(BODY)
    drawing.line("Before you begin", font="Helvetica-Bold", skip=8)
    drawing.paragraph("Lay out the tools. There are three of them:")
    drawing.paragraph(
        "• the wrench, which is kept in the green cloth bag at the bottom of the carton below the manual", hang=9
    )
    drawing.paragraph("• the brush", hang=9)
    drawing.paragraph(
        "1. Pull the plug and wait until the light of the motor has gone out, or else you may burn your hand.", hang=12
    )
    drawing.save(path)
    assert texts(path) == [
        f"2 Maintenance\n{BODY}\n\n{BODY}\n\n"
        "Before you begin\nLay out the tools. There are three of them:\n\n"
        "- the wrench, which is kept in the green cloth bag at the bottom of the carton below the manual\n\n"
        "- the brush\n\n"
        "1. Pull the plug and wait until the light of the motor has gone out, or else you may burn your hand."
    ]


def test_items_of_lists_are_nested_as_they_stand(path: Path) -> None:
    drawing = Drawing().page().paragraph(BODY)
    for x, text in [(72, "• Open the lid."), (90, "– Press the red button."), (90, "– Wait."), (72, "• Close it.")]:
        drawing.line(text, x=x)
    drawing.paragraph("It costs –5 points. 1. is a number.")
    assert "- Open the lid.\n  - Press the red button.\n  - Wait.\n- Close it.\n" in texts(drawing.save(path))[0]


def test_a_heading_in_body_type_is_not_glued_to_the_text(path: Path) -> None:
    drawing = Drawing().page().line("Care of the pump")
    for line in ("The pump moves nine litres of water in a minute when the filter is clean and", "the valve is open."):
        drawing.line(line)
    drawing.save(path)
    assert texts(path)[0].split("\n")[0] == "Care of the pump"


def test_indented_paragraphs_without_space_between_them(path: Path) -> None:
    drawing = Drawing().page()
    for _ in range(3):
        drawing.pen += 0.7 * 11
        drawing.paragraph(BODY, x=LEFT + 14, hang=-14)
    drawing.save(path)
    assert texts(path)[0].split("\n\n") == [BODY] * 3


def test_headers_footers_and_page_numbers_go(path: Path) -> None:
    drawing = Drawing()
    for number in range(1, 8):
        drawing.page().paragraph(f"Chapter {number} tells about part {number}. {BODY}")
        drawing.write("The pump, user manual", LEFT, 800, size=9)
        drawing.write(f"Section {number}.{number + 3} on cleaning", RIGHT - 110, 800, size=9)
        drawing.write(f"Page {number + 4} of 11", 280, 40, size=9)
    drawing.save(path)
    assert texts(path) == [f"Chapter {number} tells about part {number}. {BODY}" for number in range(1, 8)]


def test_roman_page_numbers_and_changing_headers_go(path: Path) -> None:
    drawing = Drawing()
    titles = ["Water", "Valves", "Oil", "Motors", "Seals", "Filters"]
    for roman, title in zip(["iii", "iv", "v", "vi", "vii", "viii"], titles, strict=True):
        drawing.page().paragraph(f"{title} matter most. {BODY}")
        drawing.write(roman, 290, 40, size=9).write(f"{title} {titles.index(title) + 21}", LEFT, 800, size=9)
    drawing.save(path)
    assert texts(path) == [f"{title} matter most. {BODY}" for title in titles]


def test_what_repeats_inside_the_page_stays(path: Path) -> None:
    drawing = Drawing()
    for _ in range(4):
        drawing.page().write("Slide title", LEFT, 800, size=24)
        drawing.paragraph("Warning: hot surface.", x=LEFT).paragraph(BODY)
    drawing.save(path)
    for text in texts(path):
        assert text == f"Slide title\nWarning: hot surface.\n\n{BODY}"


def test_hyphens_at_line_ends(path: Path) -> None:
    drawing = Drawing().page().paragraph(f"A well-known problem. {BODY}")
    drawing.pen -= 20
    drawing.line("The user of this machine should take care that the housing is not opened unneces-")
    drawing.line("sarily, since the motor in the lower part is hot; this is a problem that is well-")
    drawing.line("known to everybody who has ever repaired one of them in the kitchen or elsewhere.")
    drawing.save(path)
    assert "not opened unnecessarily, since" in texts(path)[0]
    assert "a problem that is well-known to everybody" in texts(path)[0]


def test_a_word_broken_at_the_end_of_a_page_is_whole(path: Path) -> None:
    drawing = Drawing().page().paragraph(BODY)
    drawing.line("Whoever works with the motor of this machine must be careful and must never be unneces-", skip=9)
    drawing.page().line("sarily brave, since all of its parts are sharp.")
    drawing.line("Wait.", skip=9).save(path)
    first, second = texts(path)
    assert first.endswith("must never be unnecessarily")
    assert second == "brave, since all of its parts are sharp.\n\nWait."


def test_rows_in_line_are_a_table(path: Path) -> None:
    drawing = Drawing().page().paragraph(BODY)
    for name, value in (("Width", "312 mm"), ("Height, lid closed", "364 mm"), ("Supply", "220 to 240 V")):
        drawing.line(name, skip=6).write(value, 300, drawing.pen)
    drawing.paragraph(BODY).save(path)
    page = reading(path).pages[0]
    assert page.text.split("\n\n")[1] == (
        "| Width | 312 mm |\n| --- | --- |\n| Height, lid closed | 364 mm |\n| Supply | 220 to 240 V |"
    )
    assert page.tables == 1


def test_a_ruled_table_with_wrapped_cells(path: Path) -> None:
    drawing = Drawing().page().paragraph(BODY)
    drawing.grid([LEFT, 170, 350, 500], [640, 620, 580, 560])
    for x, *cell in (
        (76, ("Part", 626), ("Filter", 606), ("Seal | ring", 566)),
        (174, ("Change it", 626), ("every ninety days, or when", 606), ("the red lamp is lit", 592), ("yearly", 566)),
        (354, ("Number", 626), ("F-22", 606), ("S-7", 566)),
    ):
        for text, y in cell:
            drawing.write(text, x, y)
    drawing.pen = 540
    drawing.paragraph(BODY).save(path)
    page = reading(path).pages[0]
    table = (
        "| Part | Change it | Number |\n| --- | --- | --- |\n"
        "| Filter | every ninety days, or when the red lamp is lit | F-22 |\n"
        "| Seal \\| ring | yearly | S-7 |"
    )
    assert page.text == f"{BODY}\n\n{table}\n\n{BODY}"
    assert page.tables == 1


def test_a_table_between_level_rules_has_narrow_columns(path: Path) -> None:
    drawing = Drawing().page().paragraph(BODY)
    for y in (662, 646, 604):
        drawing.rule(LEFT, y, 240, y)
    for y, row in (
        (650, ("Kind", "Weight", "Place")),
        (630, ("Pump", "9 kg", "left")),
        (610, ("Fan", "2 kg", "right")),
    ):
        for x, text in zip((LEFT, LEFT + 38, LEFT + 86), row, strict=True):
            drawing.write(text, x, y)
    drawing.save(path)
    assert texts(path)[0].split("\n\n")[1] == (
        "| Kind | Weight | Place |\n| --- | --- | --- |\n| Pump | 9 kg | left |\n| Fan | 2 kg | right |"
    )


def test_numbers_in_line_are_cells_and_scattered_signs_are_none(path: Path) -> None:
    drawing = Drawing().page()
    for row in (("Floor", "Area", "Age"), ("1", "830", "5"), ("2", "710", "7"), ("3", "1000", "4")):
        drawing.line(row[0]).write(row[1], 160, drawing.pen).write(row[2], 240, drawing.pen)
    drawing.paragraph(BODY)
    drawing.pen -= 20
    for place, signs in enumerate(("xy", "z", "uv", "w")):
        drawing.pen -= 14
        for index, sign in enumerate(signs):
            drawing.write(sign, LEFT + 60 * (place + 2 * index), drawing.pen)
    page = reading(drawing.save(path)).pages[0]
    head = "| Floor | Area | Age |\n| --- | --- | --- |\n"
    assert page.text.startswith(head + "| 1 | 830 | 5 |\n| 2 | 710 | 7 |\n| 3 | 1000 | 4 |\n\nThe pump")
    assert page.tables == 1


def test_a_box_around_text_is_no_table(path: Path) -> None:
    drawing = Drawing().page().grid([LEFT - 5, RIGHT + 5], [760, 690]).paragraph(BODY)
    page = reading(drawing.save(path)).pages[0]
    assert (page.text, page.tables) == (BODY, 0)


def test_cells_that_go_on_below_are_joined(path: Path) -> None:
    drawing = Drawing().page()
    rows = [("--force", "write the file even where"), ("", "one of that name is there"), ("--quiet", "say nothing")]
    for name, words in [*rows, ("--help", "tell about the options")]:
        drawing.line(words, x=240).write(name, LEFT, drawing.pen)
    drawing.save(path)
    assert "| --force | write the file even where one of that name is there |\n" in texts(path)[0]


def test_raised_and_lowered_pieces_stay_in_their_line(path: Path) -> None:
    drawing = Drawing().page().write("The area is a", LEFT, 700)
    x = LEFT + drawing.width("The area is a") + 0.5
    drawing.write("2", x, 704, size=7).write("and the formula H", x + 8, 700)
    x += 8.5 + drawing.width("and the formula H")
    drawing.write("2", x, 697, size=7).write("O stands for water.", x + 4, 700).save(path)
    assert texts(path) == ["The area is a2 and the formula H2O stands for water."]


def test_a_contents_page_is_rows(path: Path) -> None:
    drawing = Drawing().page().line("Contents", size=16)
    for title, number in (("1 Overview", 3), ("2 Parts", 5), ("3 Cleaning", 12)):
        dots = " ." * int((RIGHT - LEFT - 100) / drawing.width(" ."))
        drawing.line(f"{title}{dots} {number}")
    drawing.save(path)
    assert texts(path) == ["Contents\n1 Overview … 3\n2 Parts … 5\n3 Cleaning … 12"]


def test_two_columns(path: Path) -> None:
    drawing = Drawing().page().paragraph(BODY, right=285)
    drawing.pen = TOP
    drawing.paragraph(BODY.replace("pump", "valve"), x=310).save(path)
    assert texts(path) == [BODY + "\n\n" + BODY.replace("pump", "valve")]


def two_columns(path: Path, *, by_rows: bool) -> tuple[str, str]:
    """A title across two columns of prose; the file holds them one after the other, or line by line."""
    left = [f"The left column goes on and on in line {number}," for number in "abcdefgh"]
    right = [f"while the other side has its own text in {number}," for number in "stuvwxyz"]
    drawing = Drawing().page().write("A title that stands across both of the columns of the page", LEFT, 750, 16)
    order = [(side, row) for row in range(8) for side in (0, 1)] if by_rows else []
    order = order or [(side, row) for side in (0, 1) for row in range(8)]
    for side, row in order:
        drawing.write((left, right)[side][row], (LEFT, 310)[side], 700 - 14 * row, size=10)
    drawing.save(path)
    return " ".join(left), " ".join(right)


@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_are_read_one_after_the_other(path: Path, by_rows: bool) -> None:
    left, right = two_columns(path, by_rows=by_rows)
    text = texts(path)[0].replace("\n", " ")
    assert left in text
    assert right in text
    assert text.index("A title") < text.index(left) < text.index(right)


def test_footnotes_follow_the_text_of_both_columns(path: Path) -> None:
    drawing = Drawing().page()
    for x, word in ((LEFT, "pump"), (310, "valve")):
        drawing.pen = 750
        for _ in range(3):
            drawing.paragraph(BODY.replace("pump", word), x=x, right=x + 213)
        if x == LEFT:
            drawing.pen -= 12
            drawing.write("1", x, drawing.pen - 6, size=6).write("Ask the maker first.", x + 5, drawing.pen - 9, size=8)
    blocks = texts(drawing.save(path))[0].split("\n\n")
    assert blocks == [BODY] * 3 + [BODY.replace("pump", "valve")] * 3 + ["[1] Ask the maker first."]


def test_a_sentence_goes_on_overleaf_behind_a_footnote(path: Path) -> None:
    drawing = Drawing().page().paragraph(BODY)
    drawing.pen = 190
    drawing.paragraph(f"{BODY} The wheel is made of bronze, the shaft is made of steel, and the housing of")
    drawing.write("1 The filter of the older model is made of paper.", LEFT, 80, size=8)
    drawing.page().paragraph(f"cast iron that was painted twice. {BODY}")
    read = reading(drawing.save(path))
    assert read.pages[0].text.endswith("and the housing of")
    assert "[1] The filter of the older model" in read.pages[0].text
    chunks = list(make_chunks(read.pages, "en", 400))
    assert any("the housing of cast iron that was painted twice." in chunk.text for chunk in chunks)


def test_raised_digits_name_footnotes_or_stay_digits(path: Path) -> None:
    drawing = Drawing().page()
    for place, (before, mark, after) in enumerate(
        [
            ("The filter", "1", " holds the sand back"),
            ("The yard has 90 m", "2", " of paving"),
            ("It is shut.", "2", ""),
        ]
    ):
        y = 700 - 40 * place
        drawing.write(before, LEFT, y)
        drawing.write(mark, LEFT + drawing.width(before) + 1, y + 4, size=7)
        if after:
            drawing.write(after.strip(), LEFT + drawing.width(before) + 8, y)
    drawing.write("1 Made of paper.", LEFT, 90, size=8).write("2 Since the flood.", LEFT, 80, size=8)
    text = texts(drawing.save(path))[0]
    assert "The filter [1] holds the sand back" in text
    assert "90 m2 of paving" in text
    assert "It is shut [2]." in text
    assert text.endswith("[1] Made of paper.\n[2] Since the flood.")


def test_headings_by_type_and_numbers(path: Path) -> None:
    drawing = Drawing().page().line("The Haldrow Pump", size=22).paragraph(BODY)
    for number, title in (("1", "Setting up"), ("1.1", "Tools"), ("1.2", "Steps"), ("2", "Cleaning the long pipes")):
        drawing.line(f"{number} {title}", size=13 if "." in number else 16, font="Helvetica-Bold", skip=8)
        drawing.paragraph(BODY)
    drawing.line("Note:", font="Helvetica-Bold", skip=8).paragraph(BODY)
    page = reading(drawing.save(path)).pages[0]
    assert [(heading.level, heading.title) for heading in page.headings] == [
        (1, "The Haldrow Pump"),
        (1, "1 Setting up"),
        (2, "1.1 Tools"),
        (2, "1.2 Steps"),
        (1, "2 Cleaning the long pipes"),
    ]
    assert all(page.text.startswith(heading.title, heading.start) for heading in page.headings)


def test_names_one_below_the_other_head_nothing(path: Path) -> None:
    drawing = Drawing().page().line("A Study of Pumps", size=22)
    for name in ("Ada Miller", "Ben Cooper", "Eve Baker"):
        drawing.line(name, size=13, skip=9)
    page = reading(drawing.paragraph(BODY).save(path)).pages[0]
    assert [heading.title for heading in page.headings] == ["A Study of Pumps", "Eve Baker"]


def test_lines_in_no_order_are_sorted(path: Path) -> None:
    drawing = Drawing().page()
    order = [3, 0, 5, 2, 7, 1, 6, 4, 9, 8]
    for number in order:
        drawing.write(f"{number + 1}. This is step number {number + 1}.", LEFT, TOP - 20 * number)
    drawing.save(path)
    assert texts(path)[0].split("\n")[::1] == [f"{n + 1}. This is step number {n + 1}." for n in range(10)]


def test_a_page_turned_on_its_side(path: Path) -> None:
    drawing = Drawing((A4[1], A4[0])).page().rotate(90)
    for line, x in ((BODY[:80], 300), (BODY[80:], 315)):
        drawing.write(line.strip(), x, 60, size=10, turn=(0, 1))
    drawing.save(path)
    assert texts(path) == [BODY]


def test_a_water_mark_goes(path: Path) -> None:
    drawing = Drawing()
    for number in range(4):
        drawing.page().paragraph(f"Page {number}. {BODY}").write("DRAFT", 200, 300, size=60, turn=(0.7, 0.7))  # type: ignore[arg-type]
    drawing.save(path)
    assert texts(path) == [f"Page {number}. {BODY}" for number in range(4)]


def test_blank_pages_and_pictures_are_told_apart(path: Path) -> None:
    Drawing().page().paragraph(BODY).page().page().picture().page().paragraph(BODY).save(path)
    pages = reading(path).pages
    assert [page.state for page in pages] == ["read", "scanned", "scanned", "read"]
    assert pages[1].message == "The page is blank."
    assert pages[2].message.startswith("The page is a picture without text. To have its letters recognised, install")
    assert [page.number for page in pages] == [1, 2, 3, 4]


def test_scans_with_a_stamp_on_each_page_have_no_text(path: Path) -> None:
    drawing = Drawing()
    for _ in range(4):
        drawing.page().picture().write("Scanned with a telephone", LEFT, 20, size=8)
    drawing.save(path)
    assert {page.state for page in reading(path).pages} == {"scanned"}


def test_title_by_the_file_or_its_largest_line(path: Path) -> None:
    Drawing().page().line("The Haldrow", size=24).line("Kitchen Pump", size=24).paragraph(BODY).save(path)
    assert reading(path).title == "The Haldrow Kitchen Pump"
    simple(path, BODY)
    assert reading(path).title == "manual"
    named(path, "A title of its own")
    assert reading(path).title == "A title of its own"
    named(path, "Microsoft Word - draft7.doc")
    assert reading(path).title == "manual"


def named(path: Path, title: str) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=path)
    writer.add_metadata({"/Title": title})
    writer.write(path)


def test_the_outline_tells_headings(path: Path) -> None:
    from pypdf import PdfWriter

    drawing = Drawing().page().paragraph(BODY)
    drawing.pen -= 6
    drawing.line("How the motor and the valve of the pump are to be kept clean in a very cold winter")
    for line in ("The motor does not like frost, and whoever stores the pump outside should empty it", "first."):
        drawing.line(line)
    drawing.save(path)
    glued = texts(path)[0]
    writer = PdfWriter(clone_from=path)
    writer.add_outline_item(
        title="3.1 How the motor and the valve of the pump are to be kept clean in a very cold winter", page_number=0
    )
    writer.write(path)
    assert "winter The motor" in glued
    page = reading(path).pages[0]
    assert "in a very cold winter\nThe motor does" in page.text
    title = "How the motor and the valve of the pump are to be kept clean in a very cold winter"
    assert page.headings == (Heading(page.text.index(title), 1, title),)


def test_passwords(tmp_path: Path) -> None:
    locked = encrypted(simple(tmp_path / "open.pdf", BODY), tmp_path / "locked.pdf", "sesame")
    with pytest.raises(HoneError, match="locked.pdf needs a password"):
        reading(locked)
    with pytest.raises(HoneError, match="The password of locked.pdf is not right"):
        reading(locked, "wrong")
    assert reading(locked, "sesame").pages[0].text == BODY
    assert count_pages(locked, "") == count_pages(locked, "sesame") == 1


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnothing more", b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>"])
def test_a_broken_file(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(HoneError, match="manual.pdf is damaged"):
        reading(path)


def test_a_broken_page_is_one_failed_page(path: Path) -> None:
    pages = reading(with_missing_page(path)).pages
    assert [page.state for page in pages] == ["read", "failed", "read"]
    assert pages[0].text == "The first pump holds nine litres of oil."
    assert pages[1].message


def test_titles_that_are_no_text_are_left_out(path: Path) -> None:
    from pypdf import PdfWriter
    from pypdf.generic import ByteStringObject, DictionaryObject, NameObject

    writer = PdfWriter(clone_from=simple(path, BODY))
    half_a_pair = ByteStringObject(b"\xfe\xff\xdc\x00\x00A")
    item = writer.add_outline_item(title="x", page_number=0).get_object()
    assert isinstance(item, DictionaryObject)
    item[NameObject("/Title")] = half_a_pair
    writer.metadata = {"/Title": "x"}
    assert writer._info is not None
    writer._info[NameObject("/Title")] = half_a_pair
    writer.write(path)
    pdf = pypdfium2.PdfDocument(path)
    with pytest.raises(UnicodeDecodeError):
        pdf.get_metadata_value("Title")
    with pytest.raises(UnicodeDecodeError):
        next(pdf.get_toc()).get_title()
    pdf.close()
    assert reading(path).title == "manual"
    assert texts(path) == [BODY]


def test_places_beyond_all_numbers_do_no_harm(path: Path) -> None:
    huge = b"340282346638528859811704183484516925440.0"  # the largest 32-bit float: its square is infinite
    still = b"BT /F 12 Tf 72 700 Td (Still here.) Tj ET "
    content = still + b"%s 0 0 %s 0 0 cm BT /F %s Tf 72 700 Td (A B) Tj ET" % ((huge,) * 3)
    assert texts(by_hand(path, b"3 0 R 4 0 R", content))[0].endswith("Still here.")


def test_damage_anywhere_is_an_answer_or_a_message(path: Path) -> None:
    """Bytes changed, cut off or doubled at random: a reading or a HoneError, never anything else."""
    dice = random.Random(7)
    drawing = Drawing().page().line("1 Care", size=18).paragraph(BODY).page().picture().page().paragraph(BODY)
    whole = encrypted(drawing.save(path), path.with_name("locked.pdf"), "sesame").read_bytes(), path.read_bytes()
    for _ in range(150):
        data = bytearray(dice.choice(whole))
        place = dice.randrange(9, len(data))
        match dice.randrange(3):
            case 0:
                del data[place:]
            case 1:
                data[place:place] = data[9:place]
            case 2:
                for _ in range(dice.choice((1, 5, 50))):
                    data[dice.randrange(9, len(data))] = dice.randrange(256)
        path.write_bytes(data)
        with suppress(HoneError):
            pages = reading(path, "sesame").pages
            assert [page.number for page in pages] == list(range(1, len(pages) + 1))


def test_after_page_is_called_for_each_page_and_may_stop(path: Path) -> None:
    simple(path, *[BODY] * 5)
    seen: list[int] = []
    read(path, "", lambda: seen.append(len(seen)))
    assert len(seen) == 5

    def stop() -> None:
        raise HoneError("enough")

    with pytest.raises(HoneError, match="enough"):
        read(path, "", stop)


def test_pypdf_reads_what_pdfium_does_not_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    simple(path, BODY, "The second page tells about winter.")

    def refuse(*_: Any, **__: Any) -> None:
        raise pypdfium2.PdfiumError("no", err_code=3)

    monkeypatch.setattr(pypdfium2, "PdfDocument", refuse)
    assert texts(path) == [BODY, "The second page tells about winter."]


def test_pypdf_reads_a_page_that_pdfium_gets_wrong(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    simple(path, BODY, "The second page tells about winter.", BODY)
    asked: list[int] = []
    real = SecondOpinion.text

    def text(self: SecondOpinion, number: int, count: int) -> str:
        asked.append(number)
        return real(self, number, count)

    monkeypatch.setattr(SecondOpinion, "text", text)
    monkeypatch.setattr("engine.documents.pdf.garbage", lambda text: "\ufffd" in text or text.startswith("The second"))
    failed = reading(path).pages[1]
    assert (failed.state, failed.text) == ("failed", "")
    assert "do not tell which letters" in failed.message
    monkeypatch.setattr("engine.documents.pdf.garbage", lambda text: text.startswith("The second") and len(asked) < 2)
    assert texts(path) == [BODY, "The second page tells about winter.", BODY]
    assert asked == [2, 2]


def test_pypdf_is_silent_and_gives_up_quietly(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    junk = tmp_path / "junk.pdf"
    junk.write_bytes(b"%PDF-1.4\n%%EOF")
    second = SecondOpinion(junk, "")
    assert second.pages() == 0
    assert second.text(1, 1) == ""
    assert caplog.records == []


def test_pypdf_keeps_to_our_limits(path: Path) -> None:
    from pypdf import get_configuration

    before = get_configuration()
    assert SecondOpinion(simple(path, BODY), "").text(1, 1).split() == BODY.split()
    assert SecondOpinion(path, "").text(1, 2) == ""  # it counts the pages otherwise than pdfium
    assert get_configuration() == before


def test_a_pdf_without_pages_after_a_locked_one(tmp_path: Path) -> None:
    locked = encrypted(simple(tmp_path / "open.pdf", "The pump."), tmp_path / "locked.pdf", "sesame")
    with pytest.raises(HoneError, match="needs a password"):
        read(locked, "", lambda: None)
    with pytest.raises(HoneError, match="is damaged"):
        read(by_hand(tmp_path / "none.pdf", b"", b""), "", lambda: None)
