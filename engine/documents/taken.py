"""What one page of a PDF gave before the document is put together, and the same as JSON between two readers."""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Any

from engine.documents.lines import Line, Sheet
from engine.documents.reading import ReadPage

_lengths = attrgetter("left", "right", "base", "size")
_FLAGS = ("bold", "fixed", "row", "broken", "spaced", "turned", "dense", "raised", "note")
_flags = attrgetter(*_FLAGS)


@dataclass(frozen=True, slots=True)
class Taken:
    """A page: its lines, what it is should it turn out to have no text, and what another reader read instead.

    `sheet` is None for a page that could not be read, `instead` where no other reader was of use.
    """

    number: int
    sheet: Sheet | None
    empty: ReadPage
    instead: str | None = None


def pack(taken: Taken) -> str:
    """Return a page as JSON."""
    sheet, empty = taken.sheet, taken.empty
    lines = None if sheet is None else [sheet.width, sheet.height, _packed(sheet.lines)]
    return json.dumps([taken.number, lines, [empty.state, empty.message], taken.instead], separators=(",", ":"))


def unpack(text: str) -> Taken:
    """Inverse of `pack`; floats come back exactly."""
    number, found, (state, message), instead = json.loads(text)
    sheet = None if found is None else Sheet(number, found[0], found[1], _unpacked(found[2]))
    return Taken(number, sheet, ReadPage(number, "", state, message), instead)


def _packed(lines: list[Line]) -> list[Any]:
    """The texts of lines, their lengths, their flags, and the tables of those that hold one.

    All lengths are one text of hexadecimal digits: to write and to read them as numbers takes most of the time.
    """
    lengths = array("d", chain.from_iterable(map(_lengths, lines))).tobytes().hex()
    flags = [sum(flag << place for place, flag in enumerate(f)) if True in f else 0 for f in map(_flags, lines)]
    tables = [
        [place, [[_packed(cell) for cell in row] for row in line.table]]
        for place, line in enumerate(lines)
        if line.table is not None
    ]
    return [[line.text for line in lines], lengths, flags, tables]


def _unpacked(fields: list[Any]) -> list[Line]:
    texts, digits, flags, tables = fields
    lengths = array("d", bytes.fromhex(digits))
    lines = list(map(Line, texts, lengths[0::4], lengths[1::4], lengths[2::4], lengths[3::4]))
    for line, told in zip(lines, flags, strict=True):
        if told:
            for place, name in enumerate(_FLAGS):
                if told >> place & 1:
                    setattr(line, name, True)
    for place, rows in tables:
        lines[place].table = [[_unpacked(cell) for cell in row] for row in rows]
    return lines
