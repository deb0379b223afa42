"""A line of text with its place on the page: what the readers of laid-out files hand to the joining."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Line:
    """One line; the origin is the page's lower left corner, lengths are points (or cells of a text file)."""

    text: str
    left: float
    right: float
    base: float  # height of the line the letters stand on
    size: float  # of the font
    bold: bool = False  # from its first to its last character
    fixed: bool = False  # in a typewriter font from its first to its last character
    row: bool = False  # cells of a table, with " | " between them
    broken: bool = False  # ends inside a word, at a hyphen that is not part of `text`
    spaced: bool = False  # white space stood at its end
    turned: bool = False  # runs in another direction than the page
    dense: bool = False  # between rules of a table, where gaps narrower than usual part cells
    raised: bool = False  # small digits above the line are written as superscripts, until it is told what they are
    note: bool = False  # a footnote, or a further line of one
    table: list[list[list[Line]]] | None = None  # rows of cells of lines; `text` holds their words then
    start: int = -1  # where it begins in the text of its page, once that is joined


@dataclass(slots=True)
class Sheet:
    """A page as lines, in the order in which they are read."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)


def span(lines: list[Line]) -> tuple[float, float]:
    """The left and the right end of lines."""
    return min([line.left for line in lines]), max([line.right for line in lines])


def styles(sheets: Iterable[Sheet]) -> dict[tuple[float, bool], int]:
    """How many characters are set in each size of type, bold or not."""
    counts: defaultdict[tuple[float, bool], int] = defaultdict(int)
    for sheet in sheets:
        size, bold, count = 0.0, False, 0  # of lines in a row that are set alike: most are
        for line in sheet.lines:
            if line.size != size or line.bold != bold:
                counts[size, bold] += count
                size, bold, count = line.size, line.bold, 0
            count += len(line.text)
        counts[size, bold] += count
    return {style: count for style, count in counts.items() if count}


def body_size(styles: dict[tuple[float, bool], int]) -> float:
    """The size, to half a point, in which most characters of a document are set; 1 when it has none."""
    sizes: defaultdict[float, int] = defaultdict(int)
    for (size, _), count in styles.items():
        sizes[round(size * 2) / 2] += count
    return max(sizes, key=lambda size: sizes[size]) if sizes else 1.0
