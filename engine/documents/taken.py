"""What one page of a PDF gave before the document is put together, and the same as JSON between two readers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from engine.documents.lines import Line, Sheet
from engine.documents.reading import ReadPage

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
    lines = None if sheet is None else [sheet.width, sheet.height, [_packed(line) for line in sheet.lines]]
    return json.dumps([taken.number, lines, [empty.state, empty.message], taken.instead], separators=(",", ":"))


def unpack(text: str) -> Taken:
    """Inverse of `pack`; floats come back exactly."""
    number, found, (state, message), instead = json.loads(text)
    sheet = None if found is None else Sheet(number, found[0], found[1], [_unpacked(line) for line in found[2]])
    return Taken(number, sheet, ReadPage(number, "", state, message), instead)


def _packed(line: Line) -> list[Any]:
    told = _flags(line)
    flags = sum(flag << place for place, flag in enumerate(told)) if True in told else 0
    fields = [line.text, line.left, line.right, line.base, line.size, flags]
    if line.table is not None:
        fields.append([[[_packed(part) for part in cell] for cell in row] for row in line.table])
    return fields


def _unpacked(fields: list[Any]) -> Line:
    text, left, right, base, size, flags, *table = fields
    line = Line(text, left, right, base, size)
    if flags:
        for place, name in enumerate(_FLAGS):
            if flags >> place & 1:
                setattr(line, name, True)
    if table:
        line.table = [[[_unpacked(part) for part in cell] for cell in row] for row in table[0]]
    return line
