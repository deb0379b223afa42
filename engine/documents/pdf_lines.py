"""The lines of a PDF page with their places, as pdfium finds them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium_c

from engine.documents.characters import clean
from engine.documents.lines import SUPERSCRIPTS, Line, Sheet
from engine.documents.pdf_probe import Frame, Probe, Style, sane
from engine.documents.pieces import CELL_GAP, DENSE_GAP, arranged, is_marker, leads
from engine.documents.right_to_left import any_right, glyph_text, logical, mostly_right, reversed_inside
from engine.documents.rules import Rule, Rules, rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdfium2 import PdfPage

# A line without the spaces around it; the last two signs are how pdfium marks a hyphen that it took away.
_RUN = re.compile(r"(?=\S)([^\r\n\ufffe\x02]*[^\s\ufffe\x02])[^\r\n\ufffe\x02]*")
_TAKEN_AWAY = ("\ufffe", "\x02")
_LOOSE = 0.55  # em for each character: only a looser line can have gaps between cells
_MANY_CELLS = 2  # gaps of cells in a line that begins with a mark
_MANY_GAPS = 3  # of about one width: a justified line with few words, not a row of cells
_LEADERS = re.compile(r"(?:\s*[.·…_]){4,}\s*(?=\S{1,6}$)")
_LEADER = frozenset(".·…_")
_LAST = 10  # characters: the last leader, a space, and a page number; a few more do no harm
_WORD = re.compile(r"\S+")
_RAISED = 0.8  # times the type size: smaller type at the beginning of a line is a mark
_SAMPLE = 6  # lines that must reach across before they are looked at for gaps that they have in common
_MANY_LETTERS = 40
_GUTTER = 0.6  # em
_ABOVE = 0.15  # em over the base line
# Digits right after a word, its stop or its closing bracket, or before one: only these may be marks of footnotes.
_MARKS = re.compile(
    r"(?=\d)(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:!?)\]\"”’»])|(?<=[^\W\d_][.!?][)\"”’»]))"
    r"\d{1,3}(?:,\d{1,3})*(?!\w)|^\d{1,3}(?=\s?[^\W\d_])"
)
_MAY_BE_MARK = re.compile(r"[^\s\d]\d|^\d")  # what all of them have, found faster
_SPACE = 0.12  # em between the rooms of two glyphs


@dataclass(slots=True)
class _Run:
    """Characters `start` to `end` of a page's text that pdfium holds for one line."""

    start: int
    end: int
    broken: bool
    spaced: bool
    style: Style  # of its first character
    alike: bool  # one operator shows all of it


def sheet(page: PdfPage, number: int) -> tuple[Sheet, str]:
    """Return the page's lines in reading order, upright however the page is turned, and its text as pdfium gave it.

    Raises PdfiumError when the page's text cannot be had.
    """
    textpage = page.get_textpage()
    try:
        text = _text(textpage)
        probe = Probe(textpage.raw)
        runs = [_run(match, text, probe) for match in _RUN.finditer(text)]
        left, bottom, right, top = map(sane, page.get_bbox())
        frame = Frame(_upright(runs), left, bottom, right - left, top - bottom, mostly_right(text))
        drawn = rules(page, frame) if runs else Rules([], [])
        table = _Drawn(drawn.upright + _gutters(runs, text, probe, frame), drawn.zones())
        lines = [line for run in runs for line in _lines(run, text, probe, frame, table) if line.text]
    finally:
        textpage.close()
    return Sheet(number, frame.width, frame.height, arranged(lines, drawn)), text


def _upright(runs: list[_Run]) -> int:
    """The quarter turns of most letters."""
    found = {run.style.turns for run in runs if run.style.turns is not None}
    if len(found) < 2:
        return max(found, default=0)
    turns: Counter[int] = Counter()
    for run in runs:
        if run.style.turns is not None:
            turns[run.style.turns] += run.end - run.start
    return max(turns, key=lambda turn: turns[turn])


def _text(textpage: Any) -> str:
    """The page's text with one character for each of pdfium's, so that indexes mean the same."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range()
    if len(text) == count:
        return text
    return "".join(chr(pdfium_c.FPDFText_GetUnicode(textpage.raw, index)) for index in range(count))


def _run(match: re.Match[str], text: str, probe: Probe) -> _Run:
    start, last = match.span(1)
    end = match.end()
    broken = text[end : end + 1] in _TAKEN_AWAY or text[last - 1] == "\u00ad"
    style, alike = probe.styles(start, last - 1)
    return _Run(start, last, broken, last < end, style, alike)


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


def _gutters(runs: list[_Run], text: str, probe: Probe, frame: Frame) -> list[Rule]:
    """Upright rules, as it were, between columns whose lines the file writes side by side.

    A few of the lines that reach across are looked at first: in most pages they have no gap in common.
    """
    wide = [run for run in runs if run.end - run.start > _MANY_LETTERS and run.style.turns == frame.turns]
    if len(wide) < _SAMPLE:
        return []
    some = sorted(wide[:: len(wide) // 3][:3], key=lambda run: run.end - run.start)
    gaps = [_gaps(run, text, probe, frame) for run in some[:2]]
    if any(gaps):
        gaps.append(_gaps(some[2], text, probe, frame))
    if _common(gaps) is None:
        return []
    at = _common([_gaps(run, text, probe, frame) for run in wide])
    return [] if at is None else [Rule(at, 0, frame.height)]


def _gaps(run: _Run, text: str, probe: Probe, frame: Frame) -> list[tuple[float, float]]:
    """The gaps between the words of a run that could be those between columns."""
    words = [match.span() for match in _WORD.finditer(text, run.start, run.end)]
    if frame.turns or frame.mirrored:
        boxes = [probe.boxes(before[1] - 1, after[0]) for before, after in pairwise(words)]
        gaps = [(frame.sides(before)[1], frame.sides(after)[0]) for before, after in boxes]
    else:
        ends = [probe.between(before[1] - 1, after[0]) for before, after in pairwise(words)]
        gaps = [(end - frame.left, begin - frame.left) for end, begin in ends]
    least = _GUTTER * run.style.size
    return [gap for gap in gaps if gap[1] - gap[0] >= least]


def _common(found: list[list[tuple[float, float]]]) -> float | None:
    """A place where most of the lines have a gap."""
    ends = sorted((place, step) for gaps in found for gap in gaps for place, step in zip(gap, (-1, 1), strict=True))
    depth, most, at = 0, 0, 0.0
    for (place, step), (following, _) in pairwise(ends):
        depth -= step
        if depth > most and following > place:
            most, at = depth, (place + following) / 2
    return at if most > max(len(found) / 2, 1) else None


def _lines(run: _Run, text: str, probe: Probe, frame: Frame, drawn: _Drawn) -> list[Line]:
    """The run as one line, or as several where wide gaps or upright rules part it."""
    raw = text[run.start : run.end]
    turned = run.style.turns != frame.turns
    if frame.mirrored and len(raw) > _MANY_LETTERS and not any_right(raw):  # no cell, but text in another script
        return [_set_text(_whole(run, text, probe, replace(frame, mirrored=False)), raw)]
    whole = _whole(run, text, probe, frame)
    if not run.alike and _MAY_BE_MARK.search(raw) is not None:
        raised = _raised(run, raw, whole, probe, frame)
        if raised != raw:
            text, raw, whole.raised = text[: run.start] + raised + text[run.end :], raised, True
    if not turned and (frame.mirrored or any_right(raw)):
        words = _glyph_words(run, text, probe, frame, whole.size)
        if words.sides:
            whole.left, whole.right = words.sides[0][0], words.sides[-1][1]
            whole.dense = drawn.dense(whole)
            return _parts(whole, words, drawn.walls(whole))
    if drawn.zones:
        whole.dense = drawn.dense(whole)
    if " " in raw and not turned:
        walls = drawn.walls(whole) if drawn.upright else []
        if walls or whole.dense or (whole.right - whole.left > _LOOSE * whole.size * len(raw) and not whole.fixed):
            return _parts(whole, _words(run, text, probe, frame), walls)
    return [_set_text(whole, raw)]


def _raised(run: _Run, raw: str, whole: Line, probe: Probe, frame: Frame) -> str:
    """The text of a run with superscript digits where they are small and stand above its line."""
    found = raw
    for match in _MARKS.finditer(raw):
        index = run.start + match.start()
        high = frame.point(*probe.origin(index))[1] - whole.base
        if high > _ABOVE * whole.size and probe.style(index).size < _RAISED * whole.size:
            found = found[: match.start()] + match.group().translate(SUPERSCRIPTS) + found[match.end() :]
    return found


def _whole(run: _Run, text: str, probe: Probe, frame: Frame) -> Line:
    """The run as one line, still without its text."""
    last = run.end - 1
    if frame.turns or frame.mirrored:
        left, right, base = frame.level(probe.origin(run.start), *probe.boxes(run.start, last))
    else:  # as nearly all are
        left, right, base = probe.level(run.start, last)
        left, right, base = left - frame.left, right - frame.left, base - frame.bottom
    begin = end = run.style
    size = begin.size
    if not run.alike:
        end = probe.style(run.end - 1)
        middle = _visible(text, (run.start + run.end) // 2, run.end)
        usual = probe.style(middle).size
        if size < _RAISED * usual:  # a mark of a footnote at the beginning
            size, (_, base) = usual, frame.point(*probe.origin(middle))
    line = Line("", left, right, base, size)
    line.bold = begin.bold and end.bold
    line.fixed = begin.fixed and end.fixed
    line.broken = run.broken
    line.spaced = run.spaced
    line.turned = begin.turns != frame.turns
    return line


def _visible(text: str, index: int, end: int) -> int:
    """The first place from `index` on that has ink."""
    if not text[index].isspace():
        return index
    return next((place for place in range(index, end) if not text[place].isspace()), end - 1)


def _set_text(line: Line, raw: str) -> Line:
    whole = raw if raw.isascii() else raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    line.text = clean(whole).strip()
    line.row = False
    if not _LEADER.isdisjoint(line.text[-_LAST:-1]):
        line.text, leaders = _LEADERS.subn(" … ", line.text)
        line.row = leaders > 0
    return line


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a run: from where to where they reach, rising, and what from one up to another says."""

    sides: list[tuple[float, float]]
    said: Callable[[int, int], str]


def _words(run: _Run, text: str, probe: Probe, frame: Frame) -> _Words:
    words = [match.span() for match in _WORD.finditer(text, run.start, run.end)]
    ends = [map(frame.sides, probe.boxes(start, end - 1)) for start, end in words]
    sides = [(min(one[0], other[0]), max(one[1], other[1])) for one, other in ends]
    return _Words(sides, lambda begin, end: text[words[begin][0] : words[end - 1][1]])


def _glyph_words(run: _Run, text: str, probe: Probe, frame: Frame, size: float) -> _Words:
    """The words of a run told by where its glyphs stand: pdfium's order is a guess where directions change."""
    glyphs = _glyphs(run, text, probe, frame)
    words: list[list[str]] = []
    sides: list[tuple[float, float]] = []
    apart = True
    for left, right, glyph in glyphs:
        if glyph.isspace():
            apart = True
            continue
        if apart or left - sides[-1][1] > _SPACE * size:
            words.append([])
            sides.append((left, right))
        words[-1].append(glyph)
        sides[-1] = sides[-1][0], max(right, sides[-1][1])
        apart = False
    from_right = frame.mirrored or mostly_right(text[run.start : run.end])

    def said(begin: int, end: int) -> str:
        found = [glyph for word in words[begin:end] for glyph in [" ", *word]][1:]
        return logical(found[::-1] if frame.mirrored else found, right=from_right)

    return _Words(sides, said)


def _glyphs(run: _Run, text: str, probe: Probe, frame: Frame) -> list[tuple[float, float, str]]:
    """Left and right side and letters of each glyph, by place; marks are with the letters that they belong to."""
    rooms: dict[tuple[float, float, float, float], str] = {}
    for index in range(run.start, run.end):
        room = probe.place(index)
        if room is not None and (room[0] != room[2] or not text[index].isspace()):  # what has no width is made up
            rooms[room] = rooms.get(room, "") + text[index]
    turned_round = reversed_inside(list(rooms.values()))
    found: list[tuple[float, float, str]] = []
    marks: list[tuple[float, str]] = []
    for room, chars in rooms.items():
        left, right = frame.sides(room)
        letters = glyph_text(chars, turned_round=turned_round)
        if all(unicodedata.category(char) == "Mn" for char in letters):
            marks.append(((left + right) / 2, letters))
        else:
            found.append((left, right, letters))
    found.sort(key=lambda glyph: glyph[0] + glyph[1])
    for middle, mark in marks if found else []:
        place = min(range(len(found)), key=lambda at: _distance(found[at], middle))
        left, right, letters = found[place]
        found[place] = left, right, letters + mark
    return found


def _distance(glyph: tuple[float, float, str], middle: float) -> tuple[float, float]:
    """How far a mark is from a glyph: nothing where it stands over it."""
    left, right, letters = glyph
    outside = max(left - middle, middle - right, 0.0) + (1e3 if letters.isspace() else 0.0)
    return outside, abs((left + right) / 2 - middle)


def _parts(whole: Line, words: _Words, walls: list[float]) -> list[Line]:
    """The pieces of a run between gaps wider than those of a justified line, or with a rule in them."""
    sides, said = words.sides, words.said
    gaps = [after[0] - before[1] for before, after in pairwise(sides)]
    stretched = len(gaps) >= _MANY_GAPS and min(gaps) > 0.5 * max(gaps)
    few = sum(gap > CELL_GAP * whole.size for gap in gaps) < _MANY_CELLS  # else the first is a cell like the others
    parts: list[Line] = []
    begin = 0
    for index in range(1, len(sides) + 1):
        if index < len(sides):
            wall = any(sides[index - 1][1] - 1 <= at <= sides[index][0] + 1 for at in walls)
            gap = gaps[index - 1]
            if not wall and gap <= (DENSE_GAP if whole.dense else CELL_GAP) * whole.size:
                continue
            before = said(begin, index)
            if not wall and not whole.dense and (stretched or (begin == 0 and few and is_marker(before))):
                continue
            if leads(before) or leads(said(index, len(sides))):
                continue
        ends = index == len(sides)
        if ends and begin == 0:
            return [_set_text(whole, said(0, index))]
        left = whole.left if begin == 0 else sides[begin][0]
        right = whole.right if ends else sides[index - 1][1]
        part = replace(whole, left=left, right=right, broken=whole.broken and ends)
        parts.append(_set_text(part, said(begin, index)))
        begin = index
    return parts
