"""Ruling lines of a PDF page: what tables and boxes are drawn with."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium_c

from engine.documents.pdf_probe import plain, reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfPage

    from engine.documents.pdf_probe import Frame

_THIN = 3.0  # points: a thinner box is a rule
_SHORT = 6.0  # points: anything shorter is part of a drawing
_SLANT = 0.8  # points off the axis
_TEXT = pdfium_c.FPDF_PAGEOBJ_TEXT
_MOST_PATHS = 4_000  # on a page; drawings have more
_MOST_SEGMENTS = 800  # of one path
_NEAR = 2.0  # points between pieces of one rule
_LEAST = 3  # rules: above and below the head, and at the end
_WHOLE = 0.97  # of the page: a box as large is its background

_GET_OBJECT = plain(pdfium_c.FPDFPage_GetObject, ctypes.c_void_p)
_KIND_OF = plain(pdfium_c.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rule(NamedTuple):
    """A straight rule: where it stands across its direction, and from where to where it runs."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The level and the upright rules of a page, each list in order of `at`."""

    level: list[Rule]
    upright: list[Rule]

    def zones(self) -> list[tuple[Rule, Rule]]:
        """The lowest and the highest of three level rules or more that reach equally far: a table without walls."""
        found: list[list[Rule]] = []
        for rule in self.level:
            for zone in found:
                if abs(zone[0].start - rule.start) < _NEAR and abs(zone[0].end - rule.end) < _NEAR:
                    zone.append(rule)
                    break
            else:
                found.append([rule])
        return [(zone[0], zone[-1]) for zone in found if len(zone) >= _LEAST]


def rules(page: PdfPage, frame: Frame) -> Rules:
    """The rules of a page, turned upright."""
    found: list[tuple[float, float, float, float]] = []
    budget = _Budget(_MOST_PATHS, max(frame.own_width, 1) * _WHOLE, max(frame.own_height, 1) * _WHOLE)
    raw = page.raw
    items = map(_GET_OBJECT, repeat(reference(raw)), range(pdfium_c.FPDFPage_CountObjects(raw)))
    for index, kind in enumerate(map(_KIND_OF, items)):
        if kind == _TEXT:  # most are
            continue
        item = pdfium_c.FPDFPage_GetObject(raw, index)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            found.extend(_edges(item, _IDENTITY, budget))
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM:
            found.extend(_in_form(item, budget))
        if budget.paths < 0 or len(found) > _MOST_PATHS:
            return Rules([], [])
    level, upright = [], []
    for x0, y0, x1, y1 in found:
        (x0, y0), (x1, y1) = frame.point(x0, y0), frame.point(x1, y1)
        if abs(y1 - y0) <= abs(x1 - x0):
            level.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        else:
            upright.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return Rules(_joined(level), _joined(upright))


@dataclass(slots=True)
class _Budget:
    """How many paths may still be looked at, and the sides of what is too large to be a cell."""

    paths: int
    width: float
    height: float


def _in_form(form: Any, budget: _Budget) -> Iterator[tuple[float, float, float, float]]:
    matrix = _matrix(form)
    for index in range(pdfium_c.FPDFFormObj_CountObjects(form)):
        item = pdfium_c.FPDFFormObj_GetObject(form, index)
        if item and pdfium_c.FPDFPageObj_GetType(item) == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield from _edges(item, matrix, budget)
        if budget.paths < 0:
            return


def _edges(path: Any, outer: Matrix, budget: _Budget) -> Iterator[tuple[float, float, float, float]]:
    """The level and upright edges of a path; one for a thin box."""
    budget.paths -= 1
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium_c.FPDFPageObj_GetBounds(path, *sides):
        return
    corners = [side.value for side in sides]
    if not all(map(math.isfinite, corners)):
        return
    (x0, y0), (x1, y1) = _apply(outer, corners[0], corners[1]), _apply(outer, corners[2], corners[3])
    width, height = abs(x1 - x0), abs(y1 - y0)
    if max(width, height) < _SHORT or (width > budget.width and height > budget.height):
        return
    if min(width, height) <= _THIN:
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        yield (x0, y, x1, y) if width >= height else (x, y0, x, y1)
        return
    yield from _segments(path, _times(_matrix(path), outer))


def _segments(path: Any, matrix: Matrix) -> Iterator[tuple[float, float, float, float]]:
    count = pdfium_c.FPDFPath_CountSegments(path)
    if not 0 < count <= _MOST_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    begin = before = (0.0, 0.0)
    for index in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        if not (math.isfinite(x.value) and math.isfinite(y.value)):
            return
        here = _apply(matrix, x.value, y.value)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            begin = here
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO and _straight(before, here):
            yield (*before, *here)
        if pdfium_c.FPDFPathSegment_GetClose(segment) and _straight(here, begin):
            yield (*here, *begin)
        before = here


def _straight(one: tuple[float, float], other: tuple[float, float]) -> bool:
    across, along = sorted((abs(one[0] - other[0]), abs(one[1] - other[1])))
    return across <= _SLANT and along >= _SHORT


def _matrix(item: Any) -> Matrix:
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    if outer is _IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    origin = _apply(outer, e, f)
    return (
        outer[0] * a + outer[2] * b,
        outer[1] * a + outer[3] * b,
        outer[0] * c + outer[2] * d,
        outer[1] * c + outer[3] * d,
        *origin,
    )


def _joined(found: list[Rule]) -> list[Rule]:
    """Pieces of one rule become one."""
    joined: list[Rule] = []
    at, begin = 0.0, 0
    for rule in sorted(found):
        if begin == len(joined) or rule.at - at > _NEAR:
            at, begin = rule.at, len(joined)
        for index in range(begin, len(joined)):
            other = joined[index]
            if rule.start <= other.end + _NEAR and other.start <= rule.end + _NEAR:
                joined[index] = Rule(other.at, min(rule.start, other.start), max(rule.end, other.end))
                break
        else:
            joined.append(rule)
    return joined
