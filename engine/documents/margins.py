"""Running headers, footers and page numbers, found by what repeats at the same place of neighbouring pages."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.documents.lines import Line, Sheet

_ZONE = 0.15  # of the page's height, at the top and at the bottom
_MOST = 5  # lines of a header
_WINDOW = 8  # pages before and after in which a header must come again
_OTHERS = 2
_SHORT = 40  # characters; in a longer line only the first or the last word can be the page's number
_TELLING = 8  # characters: a shorter cell of a row may come again by chance
_CLOSE = 1.6  # times the type size
_LARGER = 1.15  # than the body's type: a title, even when each page has the same
_SAME_PLACE = 2.0  # points
_NUMBER = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,]\d)")
_DIGIT = re.compile(r"\d")
_LONGEST_ROMAN = 7
_ROMAN = re.compile(rf"[ivxlc]{{1,{_LONGEST_ROMAN}}}")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ALONE = re.compile(
    r"\W*(?:page|p\.|seite|página|pagina)?\s*(\d{1,4})\s*(?:쪽|페이지|頁|页)?\s*(?:(?:of|von|de|/)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)


# A text, or the distance of a number from the page's number, at an edge (whether the upper one) and a height.
_Place = tuple[bool, str | int, int]


@dataclass(slots=True)
class _Candidate:
    """A line near an edge of the sheet with that index."""

    index: int
    top: bool
    line: Line
    inner: Line | None  # the next one towards the middle of the page
    repeats: bool = False


def drop_margins(sheets: list[Sheet], body: float) -> None:
    """Take headers, footers and page numbers out of the sheets; `body` is the size of the body's type.

    A line near the top or bottom edge goes when its words, or a number that counts with the pages, come
    again at the same height on neighbouring pages, and everything between it and the edge goes too.
    Turned lines (water marks, stamps along the edge) go when they come again anywhere.
    """
    _drop_turned(sheets)
    edges = [edge for index, sheet in enumerate(sheets) for edge in _edges(index, sheet, body)]
    candidates = [candidate for edge in edges for candidate in edge]
    _mark_repeated(candidates, sheets)
    heights = _heights(candidates, len(sheets))
    for edge in edges:
        sheet = sheets[edge[0].index]
        going = list(takewhile(lambda one: one.repeats or _stands_alone(one, sheets, heights), edge))
        while going and _touches(going[-1]):
            going.pop()
        for candidate in going:
            sheet.lines.remove(candidate.line)


def _edges(index: int, sheet: Sheet, body: float) -> Iterable[list[_Candidate]]:
    """The lines in the two zones of a page, from the edge inwards."""
    flat = [line for line in sheet.lines if not line.turned]
    flat.sort(key=attrgetter("base"), reverse=True)
    for top, lines in ((True, flat[: _MOST + 1]), (False, flat[: -_MOST - 2 : -1])):
        limit = sheet.height * ((1 - _ZONE) if top else _ZONE)
        edge = []
        for line, inner in zip(lines[:_MOST], [*lines[1:], None], strict=False):
            if line.size > _LARGER * body or (line.base < limit if top else line.base > limit):
                break
            edge.append(_Candidate(index, top, line, inner))
        if edge:
            yield edge


def _touches(candidate: _Candidate) -> bool:
    """Whether the line is set like the next one and follows it as in a paragraph: it belongs to the text."""
    line, inner = candidate.line, candidate.inner
    if inner is None or _ALONE.fullmatch(line.text):
        return False
    return abs(line.size - inner.size) < 0.1 * line.size and abs(line.base - inner.base) < _CLOSE * line.size


def _mark_repeated(candidates: list[_Candidate], sheets: list[Sheet]) -> None:
    """Set `repeats` where enough neighbouring pages have the same at the same height."""
    found: defaultdict[_Place, list[int]] = defaultdict(list)
    signs = [_signs(candidate.line.text, sheets[candidate.index].number) for candidate in candidates]
    counts = Counter(sign for own in signs for sign in own)
    needed = min(_OTHERS, len(sheets) - 1) or _OTHERS
    often = {sign for sign, count in counts.items() if count > needed}  # few: most are the words of a single line
    places = [
        (candidate, _places(candidate, shared))
        for candidate, own in zip(candidates, signs, strict=True)
        if (shared := often.intersection(own))
    ]
    for candidate, own in places:
        for place in own:
            if not found[place] or found[place][-1] != candidate.index:
                found[place].append(candidate.index)
    for candidate, own in places:
        for place in own:
            pages = found[place]
            if len(pages) <= needed:
                continue
            near = bisect_right(pages, candidate.index + _WINDOW) - bisect_left(pages, candidate.index - _WINDOW)
            if near - 1 >= needed:
                candidate.repeats = True
                break


def _signs(text: str, page: int) -> list[str | int]:
    """What tells a header or footer: words, those of a long cell, how far a number is from the page's."""
    cells = [cell.casefold() for cell in text.split(" | ") if len(cell) >= _TELLING] if " | " in text else []
    return [text.casefold(), *cells, *(number - page for number in _numbers(text))]


def _places(candidate: _Candidate, signs: Iterable[str | int]) -> list[_Place]:
    """Both heights between which the line lies, so that a small shift does not part equals."""
    step = int(candidate.line.base / _SAME_PLACE)
    return [(candidate.top, sign, height) for sign in signs for height in (step, step + 1)]


def _numbers(text: str) -> list[int]:
    """Numbers that may count pages: a few digits, or a short Roman number that stands alone."""
    bare = text.strip(" -–—.[]()")
    if len(bare) <= _LONGEST_ROMAN and _ROMAN.fullmatch(bare.lower()):
        values = [_ROMAN_DIGITS[digit] for digit in bare.lower()]
        following = [*values[1:], 0]
        return [sum(-value if value < next else value for value, next in zip(values, following, strict=True))]
    if not _DIGIT.search(text if len(text) <= _SHORT else text[:3] + text[-3:]):
        return []
    found = list(_NUMBER.finditer(text))
    if len(text) > _SHORT:
        found = [number for number in found if number.start() <= 2 or number.end() >= len(text) - 2]
    return [int(number.group()) for number in found[:4]]


def _heights(candidates: list[_Candidate], sheets: int) -> set[tuple[bool, int]]:
    """Where many pages have a header or footer: there a line is one even when its words come but once."""
    counts = Counter((one.top, round(one.line.base)) for one in candidates if one.repeats)
    return {place for place, count in counts.items() if count >= max(3, sheets // 10)}


def _stands_alone(candidate: _Candidate, sheets: list[Sheet], heights: set[tuple[bool, int]]) -> bool:
    line, inner = candidate.line, candidate.inner
    number = _ALONE.fullmatch(line.text)
    if number is not None and int(number.group(1)) == sheets[candidate.index].number:
        return True
    if (candidate.top, round(line.base)) not in heights:
        return False
    return inner is None or abs(line.base - inner.base) > 2 * line.size


def _drop_turned(sheets: list[Sheet]) -> None:
    counts = Counter(text for sheet in sheets for text in {line.text for line in sheet.lines if line.turned})
    for sheet in sheets if counts else ():
        sheet.lines = [line for line in sheet.lines if not line.turned or counts[line.text] <= _OTHERS]
