"""Characters, encodings, plain text and Markdown."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents.characters import clean, clean_code, count_words, garbage
from engine.documents.joining import Vocabulary
from engine.documents.lines import Line
from engine.documents.markdown import looks_like_markdown, read_markdown
from engine.documents.plain import LONG, decode, laid_out, read_plain
from engine.documents.reader import read
from engine.documents.reading import Heading
from engine.errors import HoneError


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("of\ufb01ce \ufb02ow e\ufb00ect", "office flow effect"),
        ("hy\u00adphen zero\u200bwidth \ufeffmark", "hyphen zerowidth mark"),
        ("a\x00b\x07c \ud800d\ue123", "abc d"),
        ("a\u00a0b\u2003c\td  e", "a b c d e"),
        ("\uf0b7 item", "• item"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("\u2f00\u2f08", "一人"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("x² ½ ™ “quoted”", "x² ½ ™ “quoted”"),
    ],
)
def test_clean(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@given(st.text(alphabet=" \t\n\x1c\x1fab-.\u00a0é가"))
def test_words_are_counted_as_they_are_split(text: str) -> None:
    assert count_words(text) == len(text.split())


def test_every_character_is_cleaned_in_a_tidy_text_as_in_an_untidy_one() -> None:
    for code in range(0x30000):
        text = f"한{chr(code)}a"
        assert clean(text + "  ") == clean(text) + " "


@given(st.text())
def test_clean_is_settled_after_one_pass(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\x00" not in once
    once.encode("utf-8")


def test_garbage() -> None:
    assert garbage("\ue001\ue002\ue003 a")
    assert garbage("\ufffd\ufffd b")
    assert not garbage("A plain sentence with one \ufffd in it.")
    assert not garbage("")


KOREAN = "기계의 뚜껑을 닫고 전원을 켭니다."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949"])
def test_korean_text_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(f"{KOREAN} Version 3.\n".encode(encoding))
    assert read(path, "", lambda: None).pages[0].text == f"{KOREAN} Version 3."


def test_latin_text() -> None:
    assert decode("Größe: 5 µm, naïve café".encode("latin-1")) == "Größe: 5 µm, naïve café"
    assert decode("„Größe“ – 5 €".encode("cp1252")) == "„Größe“ – 5 €"


def test_bytes_that_are_no_text() -> None:
    assert decode(bytes(range(256)) * 8) is None


def plain(text: str) -> str:
    return laid_out([text])[0]


def test_wrapped_lines_are_joined_and_others_are_kept() -> None:
    text = """\
Care of the pump

The pump must be cleaned every ninety days with warm water and a soft
brush, and it must never be left running while nobody is in the house,
because the seal may overheat.

  * Close the valve before you take off the lid of the housing, or the
    water will run out.
  * Wait.

Rinse twice
Dry with a cloth
Close the lid
"""
    assert plain(text) == (
        "Care of the pump\n\n"
        "The pump must be cleaned every ninety days with warm water and a soft brush, and it must never be left "
        "running while nobody is in the house, because the seal may overheat.\n\n"
        "* Close the valve before you take off the lid of the housing, or the water will run out.\n"
        "* Wait.\n\n"
        "Rinse twice\nDry with a cloth\nClose the lid"
    )


def test_hyphens_at_line_ends() -> None:
    text = """\
This paragraph holds a few words that are broken at the end, like exam-
ple, and others that keep the hyphen since the text has it, like a well-
known brand or a long-term plan; a well-known brand is best. Pre-
and post-sales service is free, and so is the use of a Wi-
Fi network or of the model HR-
5 at any time of the day or of the night, as long as one likes it here.
"""
    joined = plain(text)
    assert "like example, and" in joined
    assert "a well-known brand or" in joined
    assert "Pre- and post-sales" in joined
    assert "Wi-Fi network" in joined
    assert "HR-5 at any" in joined


def test_chinese_lines_join_without_a_space() -> None:
    text = "这台机器需要每九十天用温水和软刷清洗，并且在无人\n在家时绝不能让它运转，请务必小心。"
    assert "无人在家" in plain(text)
    assert " " not in plain(text)


def test_korean_lines_join_with_a_space() -> None:
    text = """\
이 기계는 구십 일마다 따뜻한 물과 부드러운 솔로 청소해야 하며
집에 아무도 없을 때는 절대로 켜 두면 안 됩니다. 밀봉 부분이 너무
뜨거워질 수 있습니다.
"""
    assert "하며 집에" in plain(text)
    assert "너무 뜨거워질" in plain(text)


def lines(*rows: str) -> list[Line]:
    """Lines of a page that its file wraps; white space at a row's end is what the file holds there."""
    return [Line(row.strip(), 0, 400, -15 * number, 10, spaced=row.endswith(" ")) for number, row in enumerate(rows)]


def met(rows: list[Line]) -> str:
    """The rows as one paragraph."""
    words, text = Vocabulary(rows), rows[0].text
    for before, after in pairwise(rows):
        cut, between = words.joint(before, after)
        text = text[: len(text) - cut] + between + after.text
    return text


def test_korean_lines_broken_inside_a_word() -> None:
    kept = lines(
        "기계는 따뜻한 물로 ", "청소하고 부드러운 솔을 ", "써야 하며 아무도 없을 ", "때는 절대로 켜 두", "면 안 됩니다"
    )
    assert met(kept).endswith("아무도 없을 때는 절대로 켜 두면 안 됩니다")
    known = lines("청소기를 쓰고 나서 청소", "기를 닦습니다")
    assert met(known) == "청소기를 쓰고 나서 청소기를 닦습니다"
    ending = lines("뚜껑을 열고 물을 붓습", "니다 그리고 기계", "를 켭니다")
    assert met(ending) == "뚜껑을 열고 물을 붓습니다 그리고 기계를 켭니다"


def test_unwrapped_text_is_left_as_it_is() -> None:
    long = "This paragraph is one single line as an editor stores it, " * 4
    assert plain(f"{long}\nNext line\n\n\n\nLast") == f"{long.strip()}\nNext line\n\nLast"


def test_form_feeds_part_pages() -> None:
    pages = read_plain("First page.\n\fSecond page.\n", Path("a.txt")).pages
    assert [(page.number, page.text) for page in pages] == [(1, "First page."), (2, "Second page.")]


def test_a_long_text_is_cut_at_empty_lines() -> None:
    paragraphs = [f"Paragraph {number} says that part {number} is made of steel." for number in range(600)]
    pages = read_plain("\n\n".join(paragraphs), Path("a.txt")).pages
    assert len(pages) > 3
    assert max(len(page.text) for page in pages) <= LONG
    assert "\n\n".join(page.text for page in pages).split("\n\n") == paragraphs


MARKDOWN = """\
---
title: "The pump"
---
# Overview {#overview}

The *pump* holds **nine** litres of [oil](http://example.com) and
`code` stays.<br>A new line. ![picture of it](x.png)

<div class="note">Keep away from frost.</div>

## Steps

1. Open the lid.
2. Fill in oil
   up to the mark.
   - slowly
   - carefully

> A quoted warning.

| Part | Price |
|------|-------|
| Lid  | 5 EUR |
| Seal | 2 EUR |

```sh
hone new pump
hone ingest pump
```
"""


def test_markdown_without_its_markup() -> None:
    reading = read_markdown(MARKDOWN, Path("a.md"))
    assert reading.title == "The pump"
    assert [page.text for page in reading.pages] == [
        "Overview\n"
        "The pump holds nine litres of oil and code stays.\nA new line. picture of it\n\n"
        "Keep away from frost.\n\n"
        "Steps\n"
        "1. Open the lid.\n2. Fill in oil up to the mark.\n  - slowly\n  - carefully\n\n"
        "A quoted warning.\n\n"
        "| Part | Price |\n| --- | --- |\n| Lid | 5 EUR |\n| Seal | 2 EUR |\n\n"
        "hone new pump\nhone ingest pump"
    ]
    assert reading.pages[0].headings == (Heading(0, 1, "Overview"), Heading(109, 2, "Steps"))
    assert reading.pages[0].tables == 1


def test_markdown_notes_terms_code_and_html_tables() -> None:
    text = """\
# A

Wait 10<sup>3</sup> hours.[^w] 中文
一行。

[^w]: Or *more*.

Seal
: A ring.

- Run

      a   b
        c

## B

<table><tr><th>Part</th><th>Price</th></tr><tr><td>Lid|cap</td><td>5</td></tr></table>
"""
    page = read_markdown(text, Path("a.md")).pages[0]
    assert page.text == (
        "A\nWait 10³ hours.[1] 中文一行。\n\nSeal\nA ring.\n\n- Run\na   b\n  c\n\n[1] Or more.\n\n"
        "B\n\n| Part | Price |\n| --- | --- |\n| Lid\\|cap | 5 |"
    )
    assert [page.text[heading.start :].split("\n")[0] for heading in page.headings] == ["A", "B"]
    assert page.tables == 1


def test_long_markdown_has_a_page_for_each_chapter() -> None:
    chapters = [f"## Chapter {number}\n\n" + "The pump is made of steel and of brass. " * 30 for number in range(8)]
    pages = read_markdown("# Manual\n\nWords before.\n\n" + "\n\n".join(chapters), Path("a.md")).pages
    assert [page.text.split("\n")[0] for page in pages] == ["Manual", *(f"Chapter {number}" for number in range(8))]


def test_a_heading_alone_is_no_page() -> None:
    parts = [f"## Part {n}\n\n### Section {n}\n\n" + "The pump is made of steel and of brass. " * 60 for n in range(5)]
    pages = read_markdown("# Manual\n\n" + "\n\n".join(parts), Path("a.md")).pages
    assert [page.text.split("\n")[0] for page in pages] == ["Manual", *(f"Part {n}" for n in range(1, 5))]
    assert pages[0].text.startswith("Manual\n\nPart 0\n\nSection 0\nThe pump")


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (MARKDOWN, "a.txt", True),
        ("Just words.", "a.md", True),
        ("Just words with a # sign.", "a.txt", False),
        ("# a comment in a shell script\nls -l", "a", False),
    ],
)
def test_markdown_is_known_by_its_signs(text: str, name: str, expected: bool) -> None:
    assert looks_like_markdown(text, Path(name)) == expected


@given(st.text(alphabet="#*-_`|>[]()!&<\n\t 1.a가\x1f", max_size=200))
def test_no_markdown_breaks_the_reader(text: str) -> None:
    reading = read_markdown(text, Path("a.md"))
    for page in reading.pages:
        assert clean_code(page.text) == page.text
        for heading in page.headings:
            assert page.text[heading.start :].split("\n")[0] == heading.title
    assert [page.number for page in reading.pages] == list(range(1, len(reading.pages) + 1))


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    words = "".join(char for page in read_plain(text, Path("a.txt")).pages for char in page.text if char.isalnum())
    assert set(words) <= set(clean(text))


def refused(path: Path) -> HoneError:
    with pytest.raises(HoneError) as caught:
        read(path, "", lambda: None)
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "has no text"),
        (b"PK\x03\x04..[Content_Types].xml..word/document.xml", "is damaged"),
        (b"PK\x03\x04mimetypeapplication/epub+zip", "is damaged"),
        (b"PK\x03\x04other", "is a packed file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Office or Hangul document"),
        (b"GIF89a", "is a picture"),
        (b"<!DOCTYPE html>\n<html>", "has no text"),
        (b"{\\rtf1\\ansi}", "is an RTF document"),
        (bytes(range(256)) * 8, "is not a kind of file that Hone can read"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, content: bytes, title: str) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(content)
    assert title in refused(path).title


def test_no_such_file_and_no_right_to_read(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.pdf").title == "There is no file gone.pdf"
    assert refused(tmp_path).title == f"{tmp_path.name} cannot be opened"


@pytest.mark.parametrize("end", ["\n", ". ", " "])
def test_a_paragraph_without_end_is_cut(tmp_path: Path, end: str) -> None:
    words = " ".join(f"word{number}" for number in range(30))
    path = tmp_path / "log.txt"
    path.write_text(end.join(f"{number} {words} {'x' * 150}" for number in range(400)), encoding="utf-8")
    texts = [page.text for page in read(path, "", lambda: None).pages]
    assert 5 < len(texts) < 20
    assert max(map(len, texts)) <= 24_000
    assert " ".join(texts).split() == path.read_text(encoding="utf-8").split()
    if end != " ":
        assert all(text.split(" ")[0].isdigit() for text in texts)


def test_a_word_without_end_is_not_cut(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a" * 100_000 + " b c", encoding="utf-8")
    assert [len(page.text) for page in read(tmp_path / "a.txt", "", lambda: None).pages] == [100_000, 3]
