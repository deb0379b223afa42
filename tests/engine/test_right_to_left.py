"""Arabic and Hebrew: from the order of the eye to that of reading, on lines and on whole pages of PDFs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from engine.documents.characters import clean
from engine.documents.reader import read
from engine.documents.right_to_left import glyph_text, logical, mostly_right, reversed_inside
from tests.engine.pdfs import RIGHT, TOP, mapped

if TYPE_CHECKING:
    from pathlib import Path

FIRST = (
    "המשאבה מזרימה 42 ליטר בדקה בלחץ של 3.5 בר. יש להחליף את השמן כל 500 שעות עבודה, ומשתמשים רק בשמן מסוג "
    "ISO VG 46 במכשיר הזה. אין להפעיל את המשאבה (דגם ישן) ללא מים כי הדבר פוגע באטם בתוך דקות."
)
SECOND = "אם הטמפרטורה עולה מעל 80 מעלות יש לעצור את המנוע מיד ולהמתין 15 דקות. ודאו שהשסתום פתוח לגמרי לפני ההפעלה."


@pytest.mark.parametrize(
    ("seen", "read_as"),
    [
        ("םולש", "שלום"),
        ("רב 3.5 לש", "של 3.5 בר"),
        ("10-20 ןיב", "בין 10-20"),
        ("הזה ISO VG 46 גוסמ", "מסוג ISO VG 46 הזה"),
        ("(A-17 םגד)", "(דגם A-17)"),
        (")A-17 םגד(", "(דגם A-17)"),
        ("50% דע", "עד 50%"),
        (".ماع 100 ذنم", "منذ 100 عام."),
        ("10-20 نيب", "بين 20-10"),
        ("plain text, 42", "plain text, 42"),
    ],
)
def test_a_line_from_right_to_left(seen: str, read_as: str) -> None:
    assert logical(list(seen), right=True) == read_as


def test_words_from_right_to_left_in_a_line_from_left_to_right() -> None:
    assert logical(list("the word םלוע םולש means peace"), right=False) == "the word שלום עולם means peace"
    assert logical(list("in 42 םולש 7 there"), right=False) == "in 42 שלום 7 there"


def test_letters_of_one_glyph() -> None:
    assert reversed_inside(["ا", "ال"])
    assert not reversed_inside(["ا", "لا"])
    assert glyph_text("ال", turned_round=False) == "لا"
    assert glyph_text("هلل", turned_round=True) == "لله"
    assert glyph_text("ffi", turned_round=True) == "ffi"


def test_letters_in_the_shape_that_they_have_inside_a_word() -> None:
    assert clean("\ufee3\ufee4\ufee0\ufedc\ufe94 \ufefb \ufe70") == "مملكة لا \u064b"
    assert clean("\uff21 \u2460") == "\uff21 \u2460"


def test_which_way_a_text_runs() -> None:
    assert mostly_right("שלום ISO עולם")
    assert not mostly_right("The word שלום means peace.")


def wrapped(text: str, right: float, top: float, wide: int) -> list[tuple[float, float, str]]:
    """Words from the right, at most `wide` letters in a line, each at its place and as it looks."""
    lines = []
    place = 0
    for word in re.findall(r"[ -~]+(?= )|\S+", text):
        if place + len(word) > wide:
            place, top = 0, top - 14
        seen = word if word.isascii() else word.translate(str.maketrans("()", ")("))[::-1]
        lines.append((right - 6.6 * (place + len(word)), top, seen))
        place += len(word) + 1
    return lines


def test_paragraphs_of_hebrew(tmp_path: Path) -> None:
    lines = wrapped("מדריך המשאבה", RIGHT, TOP, 60)
    lines += wrapped(FIRST, RIGHT, TOP - 40, 60) + wrapped(SECOND, RIGHT, TOP - 130, 60)
    text = read(mapped(tmp_path / "a.pdf", lines), "", lambda: None).pages[0].text
    assert text == f"מדריך המשאבה\n\n{FIRST}\n\n{SECOND}"


def test_the_right_column_is_read_first(tmp_path: Path) -> None:
    first = f"{FIRST} {FIRST} סוף"
    second = f"{SECOND} {FIRST} נגמר."
    lines = wrapped(second, RIGHT - 230, TOP, 30) + wrapped(first, RIGHT, TOP, 30)
    text = read(mapped(tmp_path / "a.pdf", lines), "", lambda: None).pages[0].text
    assert text.replace("\n\n", " ").replace("\n", " ") == f"{first} {second}"


def test_a_table_begins_at_the_right(tmp_path: Path) -> None:
    rows = [("חלק", "כמות", "דגם"), ("אטם", "4", "A-17"), ("מסנן", "2", "B-20"), ("צינור", "12", "C-3")]
    lines = [
        (x - 6.6 * len(cell), TOP - 14 * number, cell if cell.isascii() else cell[::-1])
        for number, row in enumerate(rows)
        for x, cell in zip((RIGHT, RIGHT - 120, RIGHT - 240), row, strict=True)
    ]
    text = read(mapped(tmp_path / "a.pdf", lines), "", lambda: None).pages[0].text
    head, rule, *rest = [f"| {' | '.join(row)} |" for row in [rows[0], ("---",) * 3, *rows[1:]]]
    assert text == "\n".join([head, rule, *rest])


def test_lam_and_alef_in_one_glyph(tmp_path: Path) -> None:
    lines = wrapped("\ue000 تشغل المضخة دون ماء خ\ue000ل التشغيل", RIGHT, TOP, 60)
    text = read(mapped(tmp_path / "a.pdf", lines), "", lambda: None).pages[0].text
    assert text == "لا تشغل المضخة دون ماء خلال التشغيل"
