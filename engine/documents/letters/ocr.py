"""Recognition of letters in pictures (OCR) by what the machine has: Apple Vision on a Mac, tesseract elsewhere."""

from __future__ import annotations

import re
import statistics
import struct
import sys
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from engine.documents.characters import clean
from engine.documents.letters.recognition import DPI, Picture, RecognitionError, Word
from engine.documents.lines import Line, Sheet
from engine.documents.pieces import CELL_GAP, arranged
from engine.documents.reading import ReadPage
from engine.documents.rules import Rules
from engine.project.documents import FAILED, SCANNED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from engine.documents.letters.recognition import Recogniser

_MOST_PIXELS = 40_000_000  # a larger page is rendered more coarsely
_POINTS = 72
_PIXEL = _POINTS / DPI  # in points, whatever was the true size: only proportions matter
_GLANCE = 0.5  # times 72 dpi
_CONTRAST = 24  # of 255 shades
_NOISE = 0.3  # confidence below which a word is taken for a speck
_POOR = 0.55  # mean confidence below which a page is not worth reading
_FEW = 3  # letters: no more are no text
_SNAP = 1.3  # times the median height: letters do not tell their type size any better
_HEIGHT = 0.95  # of a type size: from the foot of g to the top of l
_TURNED = 0.7  # mean confidence below which a page may lie on its side
_E_IS_A_WORD = frozenset({"it", "pt"})
_BULLET = re.compile(r"[e¢°©] (?=\w)")
_BELOW = 0.22  # of a type size: how far g and p reach below the line
_DEEP = re.compile(r"[gjpqy,;()\[\]{}Qçß]")
_LETTER = re.compile(r"[^\W_]")
_WIDE = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]")
NOTHING_FOUND = "Text recognition found no letters: it is a picture, or blank."


def recogniser() -> Recogniser | None:
    """What this machine has; None when it has nothing."""
    if sys.platform == "darwin":
        from engine.documents.letters import vision

        found: Recogniser | None = vision.recogniser()
        if found is not None:
            return found
    from engine.documents.letters import tesseract

    return tesseract.recogniser()


def advice() -> str:
    """What to install where nothing recognises letters."""
    if sys.platform == "darwin":
        return "To have its letters recognised, install pyobjc-framework-Vision, or tesseract (brew install tesseract)."
    return (
        "To have its letters recognised, install tesseract (on Debian and Ubuntu: apt install tesseract-ocr, and "
        "tesseract-ocr-kor for Korean), then read the file again."
    )


def chosen(known: Sequence[str], wanted: Iterable[str]) -> list[str]:
    """The languages to look for: what the document is written in, else English and its neighbours; at most four."""
    first = [name for name in wanted if name in known]
    others = [] if first else [name for name in ("ko", "ja", "zh") if name in known]
    english = ["en"] if "en" in known else []
    return list(dict.fromkeys([*first, *others, *english]))[:4] or list(known[:1])


def read_picture(
    number: int,
    picture: Picture,
    engine: Recogniser,
    languages: Sequence[str],
    turned: Callable[[int], Picture] | None = None,
) -> tuple[Sheet, ReadPage]:
    """The lines of a picture, and what to say of the page should they come to nothing.

    `turned` gives the same picture turned by some degrees, for one that lies on its side.
    """
    try:
        words = engine.words(picture, languages)
        if turned is not None and (_sideways(words) or confidence(words) < _TURNED):
            picture, words = _upright(picture, words, engine, languages, turned)
    except RecognitionError as error:
        return _nothing(number, picture), ReadPage(number, "", FAILED, f"Text recognition failed: {error}")
    words = [word for word in words if word.confidence >= _NOISE and word.text.strip()]
    sheet = _nothing(number, picture)
    if sum(len(_LETTER.findall(word.text)) for word in words) < _FEW:
        return sheet, ReadPage(number, "", SCANNED, NOTHING_FOUND)
    sure = confidence(words)
    if sure < _POOR:
        message = f"The letters of the picture could not be told well enough ({sure:.0%} sure): scan it more sharply."
        return sheet, ReadPage(number, "", FAILED, message)
    lines = _lines(words, sheet.height)
    if not _E_IS_A_WORD.intersection(languages):
        _mend_bullets(lines)
    sheet.lines = arranged(lines, Rules([], []))
    return sheet, ReadPage(number, "", SCANNED, NOTHING_FOUND)


def _upright(
    picture: Picture,
    words: list[Word],
    engine: Recogniser,
    languages: Sequence[str],
    turned: Callable[[int], Picture],
) -> tuple[Picture, list[Word]]:
    """The picture and its words as they are, or turned where that makes the words surer."""
    told = engine.turn(picture)
    for degrees in (told,) if told else (90, 270) if _sideways(words) else ():
        other = turned(degrees)
        found = engine.words(other, languages)
        if not _sideways(found) and (_sideways(words) or confidence(found) > confidence(words)):
            return other, found
    return picture, words


def _sideways(words: Sequence[Word]) -> bool:
    """Whether most words follow each other downwards or upwards: the engine reads a page that lies on its side."""
    steps = [(one, other) for one, other in pairwise(words) if one.line and one.line == other.line]
    down = sum(abs(other.top - one.top) > abs(other.left - one.left) for one, other in steps)
    return len(steps) > _FEW and down > len(steps) / 2


def confidence(words: Sequence[Word]) -> float:
    """The mean confidence, each word weighing as much as it has letters; 0 without any."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def read_page(number: int, page: Any, engine: Recogniser, languages: Sequence[str]) -> tuple[Sheet, ReadPage]:
    """The same for a page of a PDF, as pdfium draws it."""
    width, height = page.get_size()
    if _plain(page):
        blank = Picture(b"", round(width / _PIXEL), round(height / _PIXEL))
        return _nothing(number, blank), ReadPage(number, "", SCANNED, NOTHING_FOUND)
    scale = min(DPI / _POINTS, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    return read_picture(number, _drawn(page, scale, 0), engine, languages, lambda degrees: _drawn(page, scale, degrees))


def _drawn(page: Any, scale: float, turn: int) -> Picture:
    bitmap = page.render(scale=scale, rotation=turn, grayscale=True)
    try:
        rows = memoryview(bitmap.buffer)
        data = b"".join(
            b"\0" + bytes(rows[row * bitmap.stride : row * bitmap.stride + bitmap.width])
            for row in range(bitmap.height)
        )
        return Picture(_png(bitmap.width, bitmap.height, data), bitmap.width, bitmap.height)
    finally:
        bitmap.close()


def _plain(page: Any) -> bool:
    """Whether a page is all of one colour, so that nothing is written on it."""
    bitmap = page.render(scale=_GLANCE, grayscale=True)
    try:
        seen = bytes(memoryview(bitmap.buffer)[: bitmap.stride * (bitmap.height - 1) + bitmap.width])
        return max(seen) - min(seen) < _CONTRAST
    finally:
        bitmap.close()


def _png(width: int, height: int, rows: bytes) -> bytes:
    """A grey picture as a PNG file; each row begins with the number of its filter, 0."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    density = struct.pack(">IIB", round(DPI / 0.0254), round(DPI / 0.0254), 1)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, data)
        for kind, data in (
            (b"IHDR", head),
            (b"pHYs", density),
            (b"IDAT", zlib.compress(rows, 1)),
            (b"IEND", b""),
        )
    )


def _nothing(number: int, picture: Picture) -> Sheet:
    return Sheet(number, picture.width * _PIXEL, picture.height * _PIXEL)


def _lines(words: list[Word], height: float) -> list[Line]:
    """The words as pieces of lines, parted at wide gaps; sizes near the page's usual one count as that."""
    rows: dict[tuple[int, ...], list[Word]] = {}
    for place, word in enumerate(words):
        rows.setdefault(word.line or (-1, place), []).append(word)
    heights = [max(word.bottom for word in row) - min(word.top for word in row) for row in rows.values()]
    usual = statistics.median(heights)
    lines = []
    for row, tall in zip(rows.values(), heights, strict=True):
        size = (usual if usual / _SNAP <= tall <= usual * _SNAP else tall) / _HEIGHT
        base = statistics.median([word.bottom - (_BELOW * size if _DEEP.search(word.text) else 0) for word in row])
        for piece in _pieces(row, CELL_GAP * size):
            text = clean(_joined(piece)).strip()
            left, right = piece[0].left * _PIXEL, piece[-1].right * _PIXEL
            lines.append(Line(text, left, right, height - base * _PIXEL, size * _PIXEL))
    return [line for line in lines if line.text]


def _mend_bullets(lines: list[Line]) -> None:
    """Bullets look like the letter e to tesseract."""
    bullets = [line for line in lines if _BULLET.match(line.text)]
    for line in bullets if len(bullets) > 1 else ():
        line.text = "• " + line.text[2:]


def _pieces(row: list[Word], gap: float) -> list[list[Word]]:
    pieces = [row[:1]]
    for word in row[1:]:
        if word.left - pieces[-1][-1].right > gap:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _joined(words: list[Word]) -> str:
    """The words of a line; Han and kana stand without spaces between them."""
    text = ""
    for word in words:
        if text and not (_WIDE.match(text[-1]) and _WIDE.match(word.text[0])):
            text += " "
        text += word.text
    return text
