"""Pictures of pages as files (PNG, JPEG, TIFF): documents of one page whose letters are recognised."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from engine.documents import ocr
from engine.documents.headings import Headings
from engine.documents.isolation import watch
from engine.documents.paragraphs import Joiner, body_size
from engine.documents.reading import Reading, ReadPage, damaged
from engine.errors import HoneError
from engine.project.documents import FAILED, OCR, SCANNED

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 200_000_000
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # JPEG markers that tell the size
_WIDTH, _HEIGHT = 256, 257  # TIFF tags
_MOST_PICTURES = 1_000


def read_image(path: Path) -> Reading:
    """Read a picture by recognising its letters. Raises HoneError when the file is damaged or too large.

    Only the first picture of a TIFF is read; the others are failed pages.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise HoneError(f"{path.name} is too large", f"Hone reads pictures up to {_MOST_BYTES // 1_000_000} MB.")
    data = path.read_bytes()
    try:
        width, height, count = _measured(data)
    except (struct.error, IndexError, ValueError, ZeroDivisionError) as error:
        raise damaged(path.name, "its size cannot be told") from error
    others = (
        ReadPage(number, "", FAILED, "Only the first picture of the file is read: save it as PDF to have all.")
        for number in range(2, count + 1)
    )
    return Reading("image", path.stem, (_page(ocr.Picture(data, width, height)), *others))


def _page(picture: ocr.Picture) -> ReadPage:
    engine = ocr.recogniser()
    if engine is None:
        return ReadPage(1, "", SCANNED, f"The page is a picture without text. {ocr.advice()}")
    if left_out := watch.begin(1, OCR):
        return ReadPage(1, "", FAILED, left_out)
    sheet, instead = ocr.read_picture(1, picture, engine, ocr.chosen(engine.languages(), []))
    if not sheet.lines:
        return instead
    headings = Headings([sheet], [], body_size([sheet]))
    text = Joiner([sheet]).text(sheet)
    tables = sum(line.table is not None for line in sheet.lines)
    return ReadPage(1, text, headings=headings.on(1), tables=tables, method=OCR)


def _measured(data: bytes) -> tuple[int, int, int]:
    """Width and height in pixels, and how many pictures there are."""
    if data.startswith(b"\x89PNG"):
        width, height = struct.unpack(">II", data[16:24])
        count = 1
    elif data.startswith(b"\xff\xd8"):
        width, height = _jpeg_size(data)
        count = 1
    else:
        width, height, count = _tiff_size(data)
    if width < 1 or height < 1:
        raise ValueError("no size")
    return width, height, count


def _jpeg_size(data: bytes) -> tuple[int, int]:
    place = 2
    while True:
        if data[place] != 0xFF:
            raise ValueError("no marker")
        mark = data[place + 1]
        if mark in _FRAMES:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        if mark == 0xFF:
            place += 1
            continue
        place += 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]


def _tiff_size(data: bytes) -> tuple[int, int, int]:
    order = "<" if data[:2] == b"II" else ">"
    sizes: dict[int, int] = {}
    count = 0
    place = struct.unpack(f"{order}I", data[4:8])[0]
    while place and count < _MOST_PICTURES:
        count += 1
        entries = struct.unpack(f"{order}H", data[place : place + 2])[0]
        for entry in range(place + 2, place + 2 + 12 * entries, 12):
            tag, kind = struct.unpack(f"{order}HH", data[entry : entry + 4])
            if tag in (_WIDTH, _HEIGHT) and tag not in sizes:
                short = kind == 3
                value = data[entry + 8 : entry + (10 if short else 12)]
                sizes[tag] = struct.unpack(order + ("H" if short else "I"), value)[0]
        end = place + 2 + 12 * entries
        place = struct.unpack(f"{order}I", data[end : end + 4])[0]
    return sizes.get(_WIDTH, 0), sizes.get(_HEIGHT, 0), count
