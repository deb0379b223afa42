"""The order in which the lines of a page are read: columns, and what stands across them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from engine.documents.lines import span

if TYPE_CHECKING:
    from engine.documents.lines import Line

_FEW = 3  # lines on each side of a gutter
_GUTTER = 0.45  # em: the least distance of columns
_SHARE = 0.18  # of the width of the text: the narrowest column, roughly
_FULL = 0.7  # of its column's width: a line that was wrapped, or nearly
_FULL_SHARE = 0.45  # of the lines of a column of prose
_PROSE = 18  # characters in a line of prose, on average
_OUTLIERS = 12  # one line in so many may reach into the gutter
_DEEP = 4


def regions(lines: list[Line]) -> list[list[Line]]:
    """The lines in reading order, one list for each stretch of a column or of full width.

    `lines` come in the order of the file. Left and right of a gutter are read one after the other down to
    the next line that stands across it.
    """
    return [_in_order(region) for region in _regions(lines, _DEEP) if region]


@dataclass(slots=True)
class _Band:
    """Lines between two that stand across a gutter."""

    across: list[Line]  # right above it
    left: list[Line]
    right: list[Line]
    switches: int = 0  # how often the file goes from one side to the other


def _regions(lines: list[Line], deep: int) -> list[list[Line]]:
    if deep == 0 or len(lines) < 2 * _FEW:
        return [lines]
    best: list[tuple[_Band, bool]] = []
    most = 0
    for edge in _edges(lines):
        bands = _bands(lines, edge)
        strong = [_strong(band) for band in bands]
        count = sum(len(band.left) + len(band.right) for band, is_so in zip(bands, strong, strict=True) if is_so)
        if count > most:
            most = count
            best = [(band, is_so or _weak(band)) for band, is_so in zip(bands, strong, strict=True)]
    if not best:
        return [lines]
    places = {id(line): place for place, line in enumerate(lines)}
    found: list[list[Line]] = []
    whole: list[Line] = []
    for band, columns in best:
        whole += band.across
        if columns:
            found += [sorted(whole, key=lambda line: places[id(line)])]
            found += _regions(band.left, deep - 1) + _regions(band.right, deep - 1)
            whole = []
        else:
            whole += band.left + band.right
    return [*found, sorted(whole, key=lambda line: places[id(line)])]


def _edges(lines: list[Line]) -> list[float]:
    """Where columns may begin: left ends that several lines share, well inside the text."""
    left, right = span(lines)
    least = left + _SHARE * (right - left)
    inside = [line.left for line in lines if line.left > least]
    if len(inside) < _FEW:  # in most pages
        return []
    counts = Counter(round(left / 2) for left in inside)
    shared = [place for place, count in counts.items() if count + counts[place + 1] + counts[place - 1] >= _FEW]
    ends = sorted(line.right for line in lines)[_FEW - 1] if shared else 0.0  # the left column has a few lines
    return [2.0 * place for place in shared if 2.0 * place >= ends]


def _bands(lines: list[Line], edge: float) -> list[_Band]:
    """The lines as bands from top to bottom, parted by those that stand across `edge`."""
    limit = edge - 2.5
    left, right, across = [], [], []
    for place, line in enumerate(lines):
        if line.left >= limit:
            right.append((place, line))
        elif line.right <= limit + 2:
            left.append((place, line))
        else:
            across.append(line)
    across.sort(key=lambda line: -line.base)
    bands = [_Band([], [], [])] + [_Band([line], [], []) for line in across]
    heights = [line.base for line in across]
    sides: list[list[tuple[int, bool]]] = [[] for _ in bands]
    for found, is_right in ((left, False), (right, True)):
        for place, line in found:
            index = _above(heights, line.base)
            (bands[index].right if is_right else bands[index].left).append(line)
            sides[index].append((place, is_right))
    for band, order in zip(bands, sides, strict=True):
        order.sort()
        band.switches = sum(one[1] != other[1] for one, other in pairwise(order))
    return bands


def _above(heights: list[float], base: float) -> int:
    """How many of the falling heights are above a line; one on its own height counts as below."""
    low, high = 0, len(heights)
    while low < high:
        middle = (low + high) // 2
        if heights[middle] > base + 1:
            low = middle + 1
        else:
            high = middle
    return low


def _strong(band: _Band) -> bool:
    """Whether both sides are columns for certain: the file writes one after the other, or both are prose."""
    if min(len(band.left), len(band.right)) < _FEW or not _side_by_side(band):
        return False
    if band.switches <= 1 + (len(band.left) + len(band.right)) // 25:
        return _words(band.left) > 4 and _words(band.right) > 4
    return _prose(band.left) and _prose(band.right)


def _weak(band: _Band) -> bool:
    """Whether both sides may be columns, given that they are so elsewhere on the page."""
    if not band.left or not band.right:
        return bool(band.left or band.right)
    return band.switches <= 1 + (len(band.left) + len(band.right)) // 25 or (_prose(band.left) and _prose(band.right))


def _side_by_side(band: _Band) -> bool:
    low = max(min(line.base for line in side) for side in (band.left, band.right))
    high = min(max(line.base for line in side) for side in (band.left, band.right))
    size = band.left[0].size
    if high - low < size:
        return False
    ends = sorted(line.right for line in band.left)
    begins = sorted(line.left for line in band.right)
    end, begin = ends[-1 - len(ends) // _OUTLIERS], begins[len(begins) // _OUTLIERS]
    return begin - end >= _GUTTER * size


def _words(lines: list[Line]) -> float:
    """Characters in a line on average; a wide one counts twice."""
    return sum(_length(line.text) for line in lines) / len(lines)


def _length(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if ord(char) > 0x2E7F else 1 for char in text)


def _prose(lines: list[Line]) -> bool:
    left, right = span(lines)
    full = sum(line.right - line.left >= _FULL * (right - left) for line in lines)
    return len(lines) > _FEW and full >= _FULL_SHARE * len(lines) and _words(lines) >= _PROSE


def _in_order(lines: list[Line]) -> list[Line]:
    """Lines of one column from top to bottom where the file holds them in no order.

    Only where a line often stands above the one before it and in the same place: a footer that comes first
    is no disorder, nor are the cells of a row one after the other.
    """
    back = sum(
        line.base > before.base + 2 * line.size and line.left < before.right and before.left < line.right
        for before, line in pairwise(lines)
    )
    if back < max(2, len(lines) / 8):
        return lines
    return sorted(lines, key=lambda line: (-round(line.base), line.left))
