"""What pdfium tells of single characters of a page, and the page turned the way that it is read."""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium_c

_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_FIXED = re.compile(rb"mono|courier|consol|typewriter", re.IGNORECASE)
_FIXED_PITCH = 1  # the flag of a PDF font descriptor
_TURN = 0.5  # radians
_FAR = 1e6  # points
_CODES = 200  # bytes of a font's name
_ROOM = ctypes.c_ulong(_CODES)


def sane(length: float) -> float:
    """A number that a damaged file cannot make useless: finite, and no longer than the largest page."""
    if -_FAR < length < _FAR:
        return length
    return min(max(length, -_FAR), _FAR) if math.isfinite(length) else 0.0


def plain(function: Any, result: Any, *arguments: Any) -> Any:
    """One of pdfium's functions, taking addresses as numbers.

    A page makes hundreds of calls; turning pointers of pypdfium2's types into addresses takes longer than the answer.
    """
    made = ctypes.PYFUNCTYPE(result, *arguments)
    return made(ctypes.cast(function, ctypes.c_void_p).value or 0)


def reference(handle: Any) -> Any:
    """What pdfium calls a handle, for functions that are `plain` without types of arguments.

    These take references and small numbers as they are, in half the time: nothing is left to check or to convert.
    """
    return ctypes.byref(ctypes.c_char.from_address(ctypes.cast(handle, ctypes.c_void_p).value or 0))


_GET_OBJECT = plain(pdfium_c.FPDFText_GetTextObject, ctypes.c_void_p)
_GET_ORIGIN = plain(pdfium_c.FPDFText_GetCharOrigin, ctypes.c_int)
_GET_BOX = plain(pdfium_c.FPDFText_GetCharBox, ctypes.c_int)
_GET_MATRIX = plain(pdfium_c.FPDFText_GetMatrix, ctypes.c_int)
_GET_SIZE = plain(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
_GET_ANGLE = plain(pdfium_c.FPDFText_GetCharAngle, ctypes.c_float)
_GET_FONT = plain(pdfium_c.FPDFText_GetFontInfo, ctypes.c_ulong)


class Style(NamedTuple):
    """How a character is set.

    `size` as it appears: the nominal size times the scale of the text matrix; quarter `turns` against the clock,
    None for anything between; whether it is bold, and whether its font is a typewriter's.
    """

    size: float
    turns: int | None
    bold: bool
    fixed: bool


class Probe:
    """Asks pdfium about single characters of one page; lengths in the page's own, unturned space."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._page = reference(raw)
        self._numbers = array("d", bytes(32))
        numbers = (ctypes.c_double * 4).from_buffer(self._numbers)
        self._at = tuple(ctypes.byref(numbers, at) for at in (0, 8, 16, 24))
        self._matrix = array("f", bytes(24))
        self._name = ctypes.create_string_buffer(_CODES)
        self._flags = ctypes.c_int()
        matrix = (ctypes.c_float * 6).from_buffer(self._matrix)
        self._places = ctypes.byref(matrix), ctypes.byref(self._name), ctypes.byref(self._flags)
        self._loose = pdfium_c.FS_RECTF()
        self._styles: dict[int, Style] = {}
        self._known: dict[tuple[float | bytes | int, ...], Style] = {}

    def origin(self, index: int) -> tuple[float, float]:
        """Where the character stands on its line."""
        _GET_ORIGIN(self._page, index, self._at[0], self._at[1])
        x, y, _, _ = self._numbers
        return (x, y) if -_FAR < x < _FAR and -_FAR < y < _FAR else (sane(x), sane(y))

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Its left, bottom, right and top."""
        _GET_BOX(self._page, index, *self._at)
        left, right, bottom, top = self._numbers
        if -_FAR < left < _FAR and -_FAR < right < _FAR and -_FAR < bottom < _FAR and -_FAR < top < _FAR:
            return left, bottom, right, top
        return sane(left), sane(bottom), sane(right), sane(top)

    def item(self, index: int) -> int:
        """The operator of the page that shows a character; 0 for what pdfium made up."""
        return _GET_OBJECT(self._page, index) or 0

    def style(self, index: int, item: int | None = None) -> Style:
        """How a character is set: all that one operator of the page shows are set alike, and asked about once."""
        item = self.item(index) if item is None else item
        style = self._styles.get(item)
        if style is None:
            style = self._style(index)
            if item:
                self._styles[item] = style
        return style

    def _style(self, index: int) -> Style:
        page, (matrix, name, flags) = self._page, self._places
        _GET_MATRIX(page, index, matrix)
        length = _GET_FONT(page, index, name, _ROOM, flags)
        font = self._name.value if length <= _CODES else b""
        a, b, c, d, _, _ = self._matrix
        key = (a, b, c, d, _GET_SIZE(page, index), font, self._flags.value)
        style = self._known.get(key)
        if style is None:
            style = self._known[key] = _styled(*key, angle=_GET_ANGLE(page, index))
        return style

    def place(self, index: int) -> tuple[float, float, float, float] | None:
        """The room of a character, its side bearings with it; None for what pdfium made up or cannot name."""
        if pdfium_c.FPDFText_IsGenerated(self._raw, index) or pdfium_c.FPDFText_HasUnicodeMapError(self._raw, index):
            return None
        if not pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, self._loose):
            return self.box(index)
        room = self._loose
        return sane(room.left), sane(room.bottom), sane(room.right), sane(room.top)


def _styled(_a: float, _b: float, c: float, d: float, size: float, font: bytes, flags: int, *, angle: float) -> Style:
    """What the text matrix, the nominal size, the font and the angle (which the matrix tells as well) mean."""
    size, angle = sane(size * (math.hypot(c, d) or 1.0)), sane(angle)
    quarter = round(angle / (math.pi / 2))
    turns = quarter % 4 if abs(angle - quarter * math.pi / 2) < _TURN else None
    fixed = bool(flags & _FIXED_PITCH) or _FIXED.search(font) is not None
    return Style(size if size > 0.1 else 0.1, turns, _BOLD.search(font) is not None, fixed)


@dataclass(frozen=True, slots=True)
class Frame:
    """Turns a page's own space so that most of its text runs from left to right.

    A page of Arabic or Hebrew is mirrored for that: its lines begin at the left, and so do its columns and tables.
    """

    turns: int
    left: float
    bottom: float
    own_width: float
    own_height: float
    mirrored: bool = False

    @property
    def width(self) -> float:
        return self.own_height if self.turns % 2 else self.own_width

    @property
    def height(self) -> float:
        return self.own_width if self.turns % 2 else self.own_height

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page in this space."""
        if self.turns == 0 and not self.mirrored:
            return x - self.left, y - self.bottom
        x, y = self._turned(x, y)
        return (self.width - x, y) if self.mirrored else (x, y)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        match self.turns:
            case 1:
                return y, self.own_width - x
            case 2:
                return self.own_width - x, self.own_height - y
            case 3:
                return self.own_height - y, x
        return x, y

    def sides(self, box: tuple[float, float, float, float]) -> tuple[float, float]:
        """The left and right side of a box."""
        if self.turns == 0 and not self.mirrored:
            return box[0] - self.left, box[2] - self.left
        one, _ = self.point(box[0], box[1])
        other, _ = self.point(box[2], box[3])
        return min(one, other), max(one, other)
