"""The lines of a PDF page with their places, as pdfium finds them."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium_c

from engine.documents.characters import clean
from engine.documents.lines import Line, Sheet
from engine.documents.pieces import CELL_GAP, DENSE_GAP, arranged, is_marker, leads
from engine.documents.rules import Rule, Rules, rules

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_RUN = re.compile(r"[^\r\n\ufffe\x02]+")  # the last two are how pdfium marks a hyphen that it took away
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_FIXED = re.compile(rb"mono|courier|consol|typewriter", re.IGNORECASE)
_FIXED_PITCH = 1  # the flag of a PDF font descriptor
_TURN = 0.5  # radians
_LOOSE = 0.55  # em for each character: only a looser line can have gaps between cells
_MANY_CELLS = 2  # gaps of cells in a line that begins with a mark
_MANY_GAPS = 3  # of about one width: a justified line with few words, not a row of cells
_LEADERS = re.compile(r"(?:\s*[.·…_]){4,}\s*(?=\S{1,6}$)")
_WORD = re.compile(r"\S+")
_FAR = 1e6  # points
_RAISED = 0.8  # times the type size: smaller type at the beginning of a line is a mark
_SAMPLE = 6  # lines that must reach across before they are looked at for gaps that they have in common
_MANY_LETTERS = 40
_GUTTER = 0.6  # em
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
        one, two, three, four = self._box
        left, right, bottom, top = one.value, two.value, three.value, four.value
        if -_FAR < left < _FAR and -_FAR < right < _FAR and -_FAR < bottom < _FAR and -_FAR < top < _FAR:
            return left, bottom, right, top
        return _sane(left), _sane(bottom), _sane(right), _sane(top)

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
    """Return the page's lines in reading order, upright however the page is turned, and its text as pdfium gave it.

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
        drawn = rules(page, frame.point) if runs else Rules([], [])
        table = _Drawn(drawn.upright + _gutters(runs, text, probe, frame), drawn.zones())
        lines = [line for run in runs for line in _lines(run, text, probe, frame, table)]
    finally:
        textpage.close()
    return Sheet(number, frame.width, frame.height, arranged([line for line in lines if line.text], drawn)), text


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
        if self.turns == 0:
            return box[0] - self.left, box[2] - self.left
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


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is drawn on a page to part cells: upright rules, and zones of level ones."""

    upright: list[Rule]
    zones: list[tuple[Rule, Rule]]

    def walls(self, line: Line) -> list[float]:
        """Where upright rules go through a line."""
        middle = line.base + 0.3 * line.size
        return [rule.at for rule in self.upright if line.left < rule.at < line.right and rule.start < middle < rule.end]

    def dense(self, line: Line) -> bool:
        """Whether a line stands between the rules of a table."""
        return any(
            low.at <= line.base <= high.at and low.start - 2 <= line.left and line.right <= low.end + 2
            for low, high in self.zones
        )


def _gutters(runs: list[_Run], text: str, probe: _Probe, frame: _Frame) -> list[Rule]:
    """Upright rules, as it were, between columns whose lines the file writes side by side.

    A few of the lines that reach across are looked at first: in most pages they have no gap in common.
    """
    wide = [run for run in runs if run.end - run.start > _MANY_LETTERS and run.turns == frame.turns]
    if len(wide) < _SAMPLE:
        return []
    at = None
    for some in (wide[:: len(wide) // 3][:3], wide):
        gaps = [_gaps(run, text, probe, frame) for run in some]
        at = _common(gaps)
        if at is None:
            return []
    return [] if at is None else [Rule(at, 0, frame.height)]


def _gaps(run: _Run, text: str, probe: _Probe, frame: _Frame) -> list[tuple[float, float]]:
    """The gaps between the words of a run that could be those between columns."""
    words = [match.span() for match in _WORD.finditer(text, run.start, run.end)]
    ends = [frame.sides(probe.box(end - 1))[1] for _, end in words[:-1]]
    begins = [frame.sides(probe.box(start))[0] for start, _ in words[1:]]
    least = _GUTTER * probe.size(run.start)
    return [(end, begin) for end, begin in zip(ends, begins, strict=True) if begin - end >= least]


def _common(found: list[list[tuple[float, float]]]) -> float | None:
    """A place where most of the lines have a gap."""
    ends = sorted((place, step) for gaps in found for gap in gaps for place, step in zip(gap, (-1, 1), strict=True))
    depth, most, at = 0, 0, 0.0
    for (place, step), (following, _) in pairwise(ends):
        depth -= step
        if depth > most and following > place:
            most, at = depth, (place + following) / 2
    return at if most > max(len(found) / 2, 1) else None


def _lines(run: _Run, text: str, probe: _Probe, frame: _Frame, drawn: _Drawn) -> list[Line]:
    """The run as one line, or as several where wide gaps or upright rules part it."""
    first, last = frame.sides(probe.box(run.start)), frame.sides(probe.box(run.end - 1))
    start, base = frame.point(*probe.origin(run.start))
    left, right = min(start, first[0], last[0]), max(first[1], last[1])
    size = probe.size(run.start)
    middle = _visible(text, (run.start + run.end) // 2, run.end)
    usual = probe.size(middle)
    if size < _RAISED * usual:  # a mark of a footnote at the beginning
        size, (_, base) = usual, frame.point(*probe.origin(middle))
    begin, end = probe.face(run.start), probe.face(run.end - 1)
    fixed = begin[1] and end[1]
    whole = Line(
        "",
        left,
        right,
        base,
        size,
        bold=begin[0] and end[0],
        fixed=fixed,
        broken=run.broken,
        spaced=run.spaced,
        turned=run.turns != frame.turns,
    )
    raw = text[run.start : run.end]
    whole.dense = bool(drawn.zones) and drawn.dense(whole)
    if " " in raw and not whole.turned:
        walls = drawn.walls(whole)
        if walls or whole.dense or (right - left > _LOOSE * size * len(raw) and not fixed):
            return _parts(whole, run, text, probe, frame, walls)
    return [_set_text(whole, raw)]


def _visible(text: str, index: int, end: int) -> int:
    """The first place from `index` on that has ink."""
    return next((place for place in range(index, end) if not text[place].isspace()), end - 1)


def _set_text(line: Line, raw: str) -> Line:
    text = clean(raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).strip()
    line.text, leaders = _LEADERS.subn(" … ", text)
    line.row = leaders > 0
    return line


def _parts(whole: Line, run: _Run, text: str, probe: _Probe, frame: _Frame, walls: list[float]) -> list[Line]:
    """The pieces of a run between gaps wider than those of a justified line, or with a rule in them."""
    words = [match.span() for match in _WORD.finditer(text, run.start, run.end)]
    boxes = [(frame.sides(probe.box(start)), frame.sides(probe.box(end - 1))) for start, end in words]
    sides = [(min(one[0], other[0]), max(one[1], other[1])) for one, other in boxes]
    gaps = [after[0] - before[1] for before, after in pairwise(sides)]
    stretched = len(gaps) >= _MANY_GAPS and min(gaps) > 0.5 * max(gaps)
    few = sum(gap > CELL_GAP * whole.size for gap in gaps) < _MANY_CELLS  # else the first is a cell like the others
    parts: list[Line] = []
    begin = 0
    for index in range(1, len(words) + 1):
        if index < len(words):
            wall = any(sides[index - 1][1] - 1 <= at <= sides[index][0] + 1 for at in walls)
            before = text[words[begin][0] : words[index - 1][1]]
            if whole.dense:
                wide = gaps[index - 1] > DENSE_GAP * whole.size
            else:
                marks = begin == 0 and few and is_marker(before)
                wide = gaps[index - 1] > CELL_GAP * whole.size and not stretched and not marks
            if not (wide or wall) or leads(before) or leads(text[words[index][0] : run.end]):
                continue
        ends = index == len(words)
        left = whole.left if begin == 0 else sides[begin][0]
        right = whole.right if ends else sides[index - 1][1]
        part = replace(whole, left=left, right=right, broken=whole.broken and ends)
        parts.append(_set_text(part, text[words[begin][0] : words[index - 1][1]]))
        begin = index
    return parts
