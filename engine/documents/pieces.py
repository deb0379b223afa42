"""Pieces of a laid-out page become lines in reading order: tables first, then columns, then what is side by side."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from engine.documents.columns import regions
from engine.documents.grids import aligned, any_level, ruled, zoned
from engine.documents.lines import SUPERSCRIPTS
from engine.documents.sentences import MARKER

if TYPE_CHECKING:
    from engine.documents.lines import Line
    from engine.documents.rules import Rules

CELL_GAP = 1.6  # em: wider than any space between words of a justified line
DENSE_GAP = 0.8  # em: the same between rules of a table
_SCRIPT = 0.6  # times the type size: how far a superscript or subscript may stand off the base line
_SMALL = 0.8  # times the type size, and above the line: the mark of a footnote, or an exponent
_ABOVE = 0.15  # em
_NUMBERING = re.compile(r"[\d.]+|[A-Z]\.")
_DOTS = re.compile(r"(?:[.·…_]\s*){3,}\S{0,6}$")


def arranged(pieces: list[Line], rules: Rules) -> list[Line]:
    """The lines of a page in reading order; `pieces` come in the order of the file."""
    lines = zoned(ruled(pieces, rules), rules, close)
    turned = [line for line in lines if line.turned]
    lines = [line for line in lines if not line.turned] if turned else lines
    found: list[Line] = []
    for region in regions(lines):
        found += merged(aligned(region, close)) if any_level(region) else region
    return found + turned


def is_marker(text: str) -> bool:
    """Whether what stands before a gap only counts or points: a bullet, '3.', '4.2'."""
    return MARKER.fullmatch(text + " ") is not None or _NUMBERING.fullmatch(text) is not None or len(text) == 1


def leads(text: str) -> bool:
    """Whether a text is, or ends with, dots that lead to a page number."""
    return _DOTS.search(text) is not None


def close(row: list[Line]) -> list[Line]:
    """Join the pieces of a base line that are not as far apart as cells."""
    wide = sum(after.left - before.right > CELL_GAP * after.size for before, after in pairwise(row))
    return merged(row, rows=False, marks=wide == 1)


def merged(lines: list[Line], *, rows: bool = True, marks: bool = True) -> list[Line]:
    """Join pieces that stand beside each other on one base line: a bullet and its item, cells where `rows`.

    Without `marks` a number or a letter before a gap is a cell too.
    """
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before is None or not _beside(before, line):
            found.append(line)
            continue
        gap = (line.left - before.right) / line.size
        dense = before.dense and line.dense
        apart = gap > (DENSE_GAP if dense else CELL_GAP) and (dense or not marks or not is_marker(before.text))
        if apart and not rows:
            found.append(line)
            continue
        between = "-" if before.broken else " | " if apart else " " if gap > 0.1 else ""
        text = line.text
        if _is_raised(before, line):
            between, text = "", text.translate(SUPERSCRIPTS)
        larger = line if len(line.text) > len(before.text) and line.size > before.size else before
        found[-1] = replace(
            before,
            text=before.text + between + text,
            raised=before.raised or line.raised or text != line.text,
            right=line.right,
            base=larger.base,
            size=larger.size,
            row=before.row or apart or line.row,
            bold=before.bold and line.bold,
            fixed=before.fixed and line.fixed,
            broken=line.broken,
            spaced=line.spaced,
        )
    return found


def _is_raised(before: Line, line: Line) -> bool:
    """Whether a piece is nothing but small digits above the line of another, right behind it."""
    small = line.text.isdecimal() and len(line.text) < 4 and line.size < _SMALL * before.size
    return small and line.base > before.base + _ABOVE * before.size and line.left - before.right < 0.3 * before.size


def _beside(before: Line, line: Line) -> bool:
    """Whether a piece goes on where another ends: level with it, or raised or lowered close behind it."""
    size = before.size if before.size > line.size else line.size
    rise = abs(before.base - line.base)
    if rise >= _SCRIPT * size:
        return False
    gap = line.left - before.right
    if before.turned != line.turned or before.table or line.table or gap < -0.2 * line.size:
        return False
    return rise < 0.25 * size or gap < 0.5 * size
