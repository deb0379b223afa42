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

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, bottom, right and top


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
_GET_FONT = plain(pdfium_c.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
_GET_NAME = plain(pdfium_c.FPDFText_GetFontInfo, ctypes.c_ulong)


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
        self._numbers = array("d", bytes(80))  # a point and two boxes
        numbers = (ctypes.c_double * 10).from_buffer(self._numbers)
        places = [ctypes.byref(numbers, 8 * place) for place in range(10)]
        self._point, self._one, self._other = places[:2], places[2:6], places[6:]
        self._matrix = array("f", bytes(24))
        self._at_matrix = ctypes.byref((ctypes.c_float * 6).from_buffer(self._matrix))
        self._loose = pdfium_c.FS_RECTF()
        self._styles: dict[int, Style] = {}
        self._known: dict[tuple[bytes, float, int | None], Style] = {}

    def origin(self, index: int) -> Point:
        """Where the character stands on its line."""
        _GET_ORIGIN(self._page, index, *self._point)
        x, y = self._numbers[:2]
        return sane(x), sane(y)

    def box(self, index: int) -> Box:
        """Around its ink."""
        return self.boxes(index, index)[0]

    def boxes(self, one: int, other: int) -> tuple[Box, Box]:
        """Those of two characters."""
        _GET_BOX(self._page, one, *self._one)
        _GET_BOX(self._page, other, *self._other)
        numbers = self._numbers
        sound = math.hypot(*numbers) < _FAR  # then each is, too
        _, _, left, right, bottom, top, left_2, right_2, bottom_2, top_2 = numbers if sound else map(sane, numbers)
        return (left, bottom, right, top), (left_2, bottom_2, right_2, top_2)

    def between(self, before: int, after: int) -> tuple[float, float]:
        """The right side of a character, and the left side of one that comes after it."""
        _GET_BOX(self._page, before, *self._one)
        _GET_BOX(self._page, after, *self._other)
        _, _, _, right, _, _, left, _, _, _ = self._numbers
        return (right, left) if -_FAR < right < _FAR and -_FAR < left < _FAR else (sane(right), sane(left))

    def level(self, first: int, last: int) -> tuple[float, float, float]:
        """The left and right end of a line from left to right, by two of its characters, and its height."""
        _GET_ORIGIN(self._page, first, *self._point)
        _GET_BOX(self._page, first, *self._one)
        _GET_BOX(self._page, last, *self._other)
        x, y, left, right, _, _, left_2, right_2, _, _ = self._numbers
        if not math.hypot(x, y, left, right, left_2, right_2) < _FAR:  # one of them is too long, or no number
            x, y, left, right, left_2, right_2 = map(sane, (x, y, left, right, left_2, right_2))
        return min(x, left, left_2), max(right, right_2), y

    def style(self, index: int) -> Style:
        """How a character is set: all that one operator of the page shows are set alike, and asked about once."""
        return self.styles(index, index)[0]

    def styles(self, first: int, last: int) -> tuple[Style, bool]:
        """How the first character of a line is set, and whether one operator shows all of it."""
        page = self._page
        item = _GET_OBJECT(page, first) or 0  # the operator; 0 for what pdfium made up
        style = self._styles.get(item)
        if style is None:
            style = self._style(first, item)
            if item:
                self._styles[item] = style
        return style, item != 0 and _GET_OBJECT(page, last) == item

    def _style(self, index: int, item: int) -> Style:
        _GET_MATRIX(self._page, index, self._at_matrix)
        turned = self._matrix[:4]  # the rest tells where the letters stand
        key = turned.tobytes(), _GET_SIZE(self._page, index), _GET_FONT(item)
        style = self._known.get(key)
        if style is None:
            style = self._known[key] = self._styled(index, *turned[2:])
        return style

    def _styled(self, index: int, c: float, d: float) -> Style:
        """What the text matrix, the nominal size, the font and the angle (which the matrix tells as well) mean."""
        name, flags = ctypes.create_string_buffer(_CODES), ctypes.c_int()
        length = _GET_NAME(self._page, index, ctypes.byref(name), _ROOM, ctypes.byref(flags))
        font = name.value if length <= _CODES else b""
        size = sane(_GET_SIZE(self._page, index) * (math.hypot(c, d) or 1.0))
        angle = sane(_GET_ANGLE(self._page, index))
        quarter = round(angle / (math.pi / 2))
        turns = quarter % 4 if abs(angle - quarter * math.pi / 2) < _TURN else None
        fixed = bool(flags.value & _FIXED_PITCH) or _FIXED.search(font) is not None
        return Style(size if size > 0.1 else 0.1, turns, _BOLD.search(font) is not None, fixed)

    def place(self, index: int) -> Box | None:
        """The room of a character, its side bearings with it; None for what pdfium made up or cannot name."""
        if pdfium_c.FPDFText_IsGenerated(self._raw, index) or pdfium_c.FPDFText_HasUnicodeMapError(self._raw, index):
            return None
        if not pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, self._loose):
            return self.box(index)
        room = self._loose
        return sane(room.left), sane(room.bottom), sane(room.right), sane(room.top)


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

    def sides(self, box: Box) -> tuple[float, float]:
        """The left and right side of a box."""
        if self.turns == 0 and not self.mirrored:
            return box[0] - self.left, box[2] - self.left
        one, _ = self.point(box[0], box[1])
        other, _ = self.point(box[2], box[3])
        return min(one, other), max(one, other)

    def level(self, origin: Point, first: Box, last: Box) -> tuple[float, float, float]:
        """The left and right end of a line in this space, by its first and its last character, and its height."""
        start, base = self.point(*origin)
        one, other = self.sides(first), self.sides(last)
        return min(start, one[0], other[0]), max(one[1], other[1]), base
