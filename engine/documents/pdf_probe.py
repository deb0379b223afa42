"""What pdfium tells of single characters of a page, and the page turned the way that it is read."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_FIXED = re.compile(rb"mono|courier|consol|typewriter", re.IGNORECASE)
_FIXED_PITCH = 1  # the flag of a PDF font descriptor
_TURN = 0.5  # radians
_FAR = 1e6  # points
_GET_BOX = pdfium_c.FPDFText_GetCharBox  # the call that a page makes most often
_CODES = 200  # bytes of a font's name


def sane(length: float) -> float:
    """A number that a damaged file cannot make useless: finite, and no longer than the largest page."""
    if -_FAR < length < _FAR:
        return length
    return min(max(length, -_FAR), _FAR) if math.isfinite(length) else 0.0


class Probe:
    """Asks pdfium about single characters of one page; lengths in the page's own, unturned space."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = [ctypes.c_double() for _ in range(4)]  # left, right, bottom, top
        self._sides = [ctypes.byref(side) for side in self._box]
        self._matrix = pdfium_c.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_CODES)
        self._flags = ctypes.c_int()
        self._loose = pdfium_c.FS_RECTF()

    def origin(self, index: int) -> tuple[float, float]:
        pdfium_c.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        return sane(self._x.value), sane(self._y.value)

    def box(self, index: int) -> tuple[float, float, float, float]:
        _GET_BOX(self._raw, index, *self._sides)
        one, two, three, four = self._box
        left, right, bottom, top = one.value, two.value, three.value, four.value
        if -_FAR < left < _FAR and -_FAR < right < _FAR and -_FAR < bottom < _FAR and -_FAR < top < _FAR:
            return left, bottom, right, top
        return sane(left), sane(bottom), sane(right), sane(top)

    def size(self, index: int) -> float:
        """The font size as it appears: the nominal size times the scale of the text matrix."""
        matrix = self._matrix
        pdfium_c.FPDFText_GetMatrix(self._raw, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = sane(pdfium_c.FPDFText_GetFontSize(self._raw, index) * scale)
        return size if size > 0.1 else 0.1

    def turns(self, index: int) -> int | None:
        angle = sane(pdfium_c.FPDFText_GetCharAngle(self._raw, index))
        quarter = round(angle / (math.pi / 2))
        return quarter % 4 if abs(angle - quarter * math.pi / 2) < _TURN else None

    def face(self, index: int) -> tuple[bool, bool]:
        """Whether the character is bold, and whether its font is a typewriter's."""
        length = pdfium_c.FPDFText_GetFontInfo(self._raw, index, self._name, _CODES, self._flags)
        name = self._name.value if length <= _CODES else b""
        fixed = bool(self._flags.value & _FIXED_PITCH) or _FIXED.search(name) is not None
        return _BOLD.search(name) is not None, fixed

    def place(self, index: int) -> tuple[float, float, float, float] | None:
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
