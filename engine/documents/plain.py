"""Plain text: which encoding its bytes are in, which of its line ends are real, and where to cut a long file."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING

from engine.documents.characters import clean
from engine.documents.lines import Line, Sheet
from engine.documents.paragraphs import Joiner
from engine.documents.reading import Reading, ReadPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONG = 6_000  # characters after which a file without pages is cut into some
_PARAGRAPHS = 4  # times that a paragraph may have before it is cut too
_BREAK = re.compile(r"\s|[。！？]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CELL = 2.0  # font size of a grid in which a character is one wide: letters are about half as wide as high
_PITCH = 2.4
_HARD_WRAPPED = 140  # cells; a file with longer lines leaves the wrapping to whoever shows it
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_RULE = re.compile(r"^[=\-_*~#]{3,}$")


def decode(data: bytes) -> str | None:
    """Return the text of a file in UTF-8, UTF-16, UTF-32, CP949 or Latin-1; None when it is not text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    for encoding, zeros in (("utf-16-le", data[1:2000:2]), ("utf-16-be", data[0:2000:2])):
        if len(zeros) > 1 and zeros.count(0) > 0.4 * len(zeros):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    if len(_CONTROL.findall(data)) > 0.01 * len(data):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def _legacy(data: bytes) -> str:
    """CP949 when that makes Hangul of the bytes beyond ASCII, else Windows Latin, else Latin-1."""
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        pass
    else:
        foreign = [char for char in text if ord(char) > 0x7F]
        if sum("가" <= char <= "힣" for char in foreign) >= 0.5 * len(foreign):
            return text
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def read_plain(text: str, path: Path) -> Reading:
    """Read a text file: form feeds part pages, a long file without them is cut at empty lines.

    `text` is its decoded content. Line ends inside paragraphs are joined where the file is wrapped by hand.
    """
    texts = laid_out(text.split("\f"))
    if len(texts) == 1 and len(texts[0]) > LONG:
        texts = cut(texts[0])
    return Reading("text", _title(texts, path), tuple(ReadPage(number, page) for number, page in enumerate(texts, 1)))


def laid_out(pages: list[str]) -> list[str]:
    """Join the wrapped lines of pages of plain text, by indents and line lengths."""
    sheets = [_sheet(number, page) for number, page in enumerate(pages, 1)]
    wrapped = max((line.right for sheet in sheets for line in sheet.lines), default=0) <= _HARD_WRAPPED
    if wrapped:
        return [text for _, text in Joiner(sheets, _CELL, pitch=_PITCH).texts(sheets)]
    return [re.sub(r"\n{3,}", "\n\n", clean(re.sub(r"[ \t]+(?=\r?\n)", "", page))).strip() for page in pages]


def cut(text: str, size: int = LONG) -> list[str]:
    """Cut a text at empty lines into pieces of about `size` characters, but for paragraphs of a few times that.

    Longer ones, as logs, transcripts and dumps are, are cut at lines, or else sentences, or else words.
    """
    pieces: list[list[str]] = [[]]
    length = 0
    for block in (part for whole in text.split("\n\n") for part in _parts(whole, _PARAGRAPHS * size)):
        if length and length + len(block) > size:
            pieces.append([])
            length = 0
        pieces[-1].append(block)
        length += len(block) + 2
    return ["\n\n".join(piece).strip() for piece in pieces]


def _parts(block: str, most: int) -> Iterator[str]:
    start = 0
    while len(block) - start > most:
        cuts = (block.rfind(mark, start + most // 2, start + most) for mark in ("\n", ". ", " "))
        end = next((found + 1 for found in cuts if found > 0), 0)
        if not end:  # one word, or a language without spaces
            end = next((found.end() for found in _BREAK.finditer(block, start + most)), len(block))
        yield block[start:end].strip()
        start = end
    yield block[start:]


def _sheet(number: int, page: str) -> Sheet:
    lines = []
    rows = page.expandtabs(4).splitlines()
    for row, raw in enumerate(rows):
        text = clean(raw).strip()
        if text and not _RULE.match(text):
            left = float(_cells(raw) - _cells(raw.lstrip()))
            right = left + _cells(text)
            lines.append(Line(text, left, right, -row * _PITCH, _CELL, row=text.startswith("|")))
    return Sheet(number, max((line.right for line in lines), default=0.0), len(rows) * _PITCH, lines)


def _cells(text: str) -> int:
    """The width of a text in a terminal: Han, Hangul and kana take two cells."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _title(pages: list[str], path: Path) -> str:
    first = next((page for page in pages if page), "").split("\n", 1)[0]
    return first if 0 < len(first) <= 80 and not first.endswith((".", ",", ";", ":")) else path.stem
