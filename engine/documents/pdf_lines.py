"""The lines of a PDF page with their places, as pdfium finds them."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium_c

from engine.documents.characters import clean
from engine.documents.lines import Line, Sheet
from engine.documents.sentences import MARKER

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_RUN = re.compile(r"[^\r\n\ufffe\x02]+")  # the last two are how pdfium marks a hyphen that it took away
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_FIXED = re.compile(rb"mono|courier|consol|typewriter", re.IGNORECASE)
_FIXED_PITCH = 1  # the flag of a PDF font descriptor
_TURN = 0.5  # radians
_CELL_GAP = 1.6  # em: wider than any space between words of a justified line
_LOOSE = 0.55  # em for each character: only a looser line can have gaps between cells
_MANY_GAPS = 3  # of about one width: a justified line with few words, not a row of cells
_LEADERS = re.compile(r"(?:\s*[.·…_]){4,}\s*(?=\S{1,6}$)")
_NUMBERING = re.compile(r"[\d.]+|[A-Z]\.")
_FAR = 1e6  # points
_SCRIPT = 0.6  # times the type size: how far a superscript or subscript may stand off the base line
_CODES = 200  # bytes of a font's name


@dataclass(slots=True)
class _Run:
    """Characters `start` to `end` of a page's text that pdfium holds for one line."""

    start: int
    end: int
    broken: bool
    spaced: bool
    turns: int | None  # quarter turns against the clock; None for anything between


def _sane(length: float) -> float:
    """A number that a damaged file cannot make useless: finite, and no longer than the largest page."""
    return min(max(length, -_FAR), _FAR) if math.isfinite(length) else 0.0


class _Probe:
    """Asks pdfium about single characters of one page; lengths in the page's own, unturned space."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = [ctypes.c_double() for _ in range(4)]  # left, right, bottom, top
        self._matrix = pdfium_c.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_CODES)
        self._flags = ctypes.c_int()

    def origin(self, index: int) -> tuple[float, float]:
        pdfium_c.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        return _sane(self._x.value), _sane(self._y.value)

    def box(self, index: int) -> tuple[float, float, float, float]:
        pdfium_c.FPDFText_GetCharBox(self._raw, index, *self._box)
        left, right, bottom, top = (_sane(side.value) for side in self._box)
        return left, bottom, right, top

    def size(self, index: int) -> float:
        """The font size as it appears: the nominal size times the scale of the text matrix."""
        pdfium_c.FPDFText_GetMatrix(self._raw, index, self._matrix)
        scale = math.hypot(self._matrix.c, self._matrix.d)
        return max(_sane(pdfium_c.FPDFText_GetFontSize(self._raw, index) * (scale or 1.0)), 0.1)

    def turns(self, index: int) -> int | None:
        angle = _sane(pdfium_c.FPDFText_GetCharAngle(self._raw, index))
        quarter = round(angle / (math.pi / 2))
        return quarter % 4 if abs(angle - quarter * math.pi / 2) < _TURN else None

    def face(self, index: int) -> tuple[bool, bool]:
        """Whether the character is bold, and whether its font is a typewriter's."""
        length = pdfium_c.FPDFText_GetFontInfo(self._raw, index, self._name, _CODES, self._flags)
        name = self._name.value if length <= _CODES else b""
        fixed = bool(self._flags.value & _FIXED_PITCH) or _FIXED.search(name) is not None
        return _BOLD.search(name) is not None, fixed


def sheet(page: PdfPage, number: int) -> tuple[Sheet, str]:
    """Return the page's lines, upright whichever way the page is turned, and its text as pdfium gave it.

    Raises PdfiumError when the page's text cannot be had.
    """
    textpage = page.get_textpage()
    try:
        text = _text(textpage)
        probe = _Probe(textpage.raw)
        runs = [run for match in _RUN.finditer(text) if (run := _run(match, text, probe)) is not None]
        left, bottom, right, top = map(_sane, page.get_bbox())
        turns: Counter[int] = Counter()
        for run in runs:
            if run.turns is not None:
                turns[run.turns] += run.end - run.start
        upright = max(turns, key=lambda turn: turns[turn]) if turns else 0
        frame = _Frame(upright, left, bottom, right - left, top - bottom)
        lines = [_line(run, text, probe, frame) for run in runs]
    finally:
        textpage.close()
    return Sheet(number, frame.width, frame.height, _merged(_ordered([line for line in lines if line.text]))), text


@dataclass(frozen=True, slots=True)
class _Frame:
    """Turns a page's own space so that most of its text runs from left to right."""

    turns: int
    left: float
    bottom: float
    own_width: float
    own_height: float

    @property
    def width(self) -> float:
        return self.own_height if self.turns % 2 else self.own_width

    @property
    def height(self) -> float:
        return self.own_width if self.turns % 2 else self.own_height

    def point(self, x: float, y: float) -> tuple[float, float]:
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
        one, _ = self.point(box[0], box[1])
        other, _ = self.point(box[2], box[3])
        return min(one, other), max(one, other)


def _text(textpage: Any) -> str:
    """The page's text with one character for each of pdfium's, so that indexes mean the same."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range()
    if len(text) == count:
        return text
    return "".join(chr(pdfium_c.FPDFText_GetUnicode(textpage.raw, index)) for index in range(count))


def _run(match: re.Match[str], text: str, probe: _Probe) -> _Run | None:
    start, end = match.span()
    piece = match.group()
    start += len(piece) - len(piece.lstrip())
    last = match.start() + len(piece.rstrip())
    if last <= start:
        return None
    broken = text[end : end + 1] in ("\ufffe", "\x02") or text[last - 1] == "\u00ad"
    return _Run(start, last, broken, spaced=last < end, turns=probe.turns(start))


def _line(run: _Run, text: str, probe: _Probe, frame: _Frame) -> Line:
    raw = text[run.start : run.end].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    first, last = frame.sides(probe.box(run.start)), frame.sides(probe.box(run.end - 1))
    start, base = frame.point(*probe.origin(run.start))
    left, right = min(start, first[0], last[0]), max(first[1], last[1])
    size = probe.size(run.start)
    begin, end = probe.face(run.start), probe.face(run.end - 1)
    row = False
    fixed = begin[1] and end[1]
    if right - left > _LOOSE * size * len(raw) and " " in raw and not fixed:
        raw, row = _cells(run, text, probe, frame, _CELL_GAP * size)
    content, leaders = _LEADERS.subn(" … ", clean(raw).strip())
    return Line(
        content,
        left,
        right,
        base,
        size,
        bold=begin[0] and end[0],
        fixed=fixed,
        row=row or leaders > 0,
        broken=run.broken,
        spaced=run.spaced,
        turned=run.turns != frame.turns,
    )


def _cells(run: _Run, text: str, probe: _Probe, frame: _Frame, gap: float) -> tuple[str, bool]:
    """The run's text with ' | ' in gaps wider than `gap` points, and whether there was one."""
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", text[run.start : run.end])]
    ends = [frame.sides(probe.box(run.start + end - 1))[1] for _, end in words[:-1]]
    begins = [frame.sides(probe.box(run.start + start))[0] for start, _ in words[1:]]
    gaps = [begin - end for begin, end in zip(begins, ends, strict=True)]
    stretched = len(gaps) >= _MANY_GAPS and min(gaps) > 0.5 * max(gaps)
    start, end = words[0]
    joined = text[run.start + start : run.start + end]
    row = False
    for (start, end), apart in zip(words[1:], gaps, strict=True):
        cell = apart > gap and not stretched and not _is_marker(joined)
        row = row or cell
        joined += (" | " if cell else " ") + text[run.start + start : run.start + end]
    return joined, row


def _is_marker(text: str) -> bool:
    """Whether what stands before a gap only counts or points: a bullet, '3.', '4.2'."""
    return MARKER.fullmatch(text + " ") is not None or _NUMBERING.fullmatch(text) is not None or len(text) == 1


def _ordered(lines: list[Line]) -> list[Line]:
    """Put the lines of a page whose file holds them in no order from top to bottom.

    Only where a line often stands above the one before it and in the same column: columns, and a footer
    that comes first, are no disorder.
    """
    back = sum(
        line.base > before.base + 2 * line.size and line.left < before.right and before.left < line.right
        for before, line in pairwise(lines)
    )
    if back < max(4, len(lines) / 4):
        return lines
    return sorted(lines, key=lambda line: (-round(line.base), line.left))


def _merged(lines: list[Line]) -> list[Line]:
    """Join pieces that stand beside each other on one base line: a bullet and its item, cells of a row."""
    merged: list[Line] = []
    for line in lines:
        before = merged[-1] if merged else None
        if before is None or not _beside(before, line):
            merged.append(line)
            continue
        gap = (line.left - before.right) / line.size
        apart = gap > _CELL_GAP and not _is_marker(before.text)
        between = "-" if before.broken else " | " if apart else " " if gap > 0.1 else ""
        before.text += between + line.text
        before.right = line.right
        before.row = before.row or apart or line.row
        before.bold, before.fixed = before.bold and line.bold, before.fixed and line.fixed
        before.broken, before.spaced = line.broken, line.spaced
    return merged


def _beside(before: Line, line: Line) -> bool:
    """Whether a piece goes on where another ends: level with it, or raised or lowered close behind it."""
    size = max(before.size, line.size)
    rise, gap = abs(before.base - line.base), line.left - before.right
    if before.turned != line.turned or gap < -0.2 * line.size:
        return False
    return rise < 0.25 * size or (rise < _SCRIPT * size and gap < 0.5 * size)
