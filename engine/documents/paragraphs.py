"""Lines of a page become paragraphs, headings, list items and table rows, each on a line of its own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache, partial
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from engine.documents.chunks import goes_on
from engine.documents.grids import markdown
from engine.documents.joining import Vocabulary
from engine.documents.sentences import ended, is_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from engine.documents.lines import Line, Sheet

LINE, PARAGRAPH = "\n", "\n\n"

_SAME_SIZE = 1.08
_HEADING = 1.1  # times the body's type
_INDENT = 0.8  # em
_FLUSH = 1.5  # em within which three lines make the right edge of a column
_LONG = 0.5  # of the page's width: a shorter line in the middle was not wrapped
_FEW = 3  # lines of a column
_MARGIN_DOUBT = 0.9
_NARROW, _UPPER = b" .,;:'|!iljtf", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FIRST_ANYWHERE = "\u3041"  # what is less has no such character
_ANYWHERE = re.compile(rf"[{_FIRST_ANYWHERE}-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")  # lines of these break anywhere
_HYPHENS = ("-", "\u2010", "\u2011")
_HYPHEN = re.compile(r"[^\W_][-\u2010\u2011]\Z")


class Joiner:
    """Joins the lines of a document's pages by what the whole document shows of its layout."""

    def __init__(self, sheets: list[Sheet], body: float, *, pitch: float | None = None) -> None:
        """`body` is the size of the body's type.

        `pitch` is the distance of lines where it is known: in text wrapped by hand, measured in cells.
        """
        self._by_hand = pitch is not None
        self._body = body
        self._words = Vocabulary(line for sheet in sheets for line in sheet.lines)
        pitches = defaultdict(lambda: pitch) if pitch else _pitches(sheets)
        self._most_down = cache(partial(_most_down, pitches))
        self._edges = _RightEdges(sheets)

    def texts(self, sheets: list[Sheet]) -> Iterator[tuple[int, str]]:
        """Number and text of each page in turn; a word broken at a page's end is whole on the page where it begins."""
        for sheet, following in zip_longest(sheets, sheets[1:]):
            if following is not None and sheet.lines and following.lines:
                self._make_way(sheet, following)
                self._mend(sheet, following)
            yield sheet.number, self.text(sheet)

    def _make_way(self, sheet: Sheet, following: Sheet) -> None:
        """Put the footnotes of a page before its last paragraph where that goes on overleaf."""
        body = [line for line in sheet.lines if not line.note]
        ahead = [line for line in following.lines if not line.note]
        if len(body) == len(sheet.lines) or not body or not ahead or not sheet.lines[-1].note or body[-1].fixed:
            return
        begin = 0
        block = body[:1]
        for place, line in enumerate(body[1:], 1):
            if self._gap(block, line, sheet) == " ":
                block.append(line)
            else:
                begin, block = place, [line]
        onward = " ".join(line.text for line in ahead[:_FEW])
        if begin == 0 and body[0].text[:1].islower():  # its own beginning stands on the page before
            return
        if block[-1].broken or goes_on(" ".join(line.text for line in block), onward):
            sheet.lines = body[:begin] + [line for line in sheet.lines if line.note] + body[begin:]

    def _mend(self, sheet: Sheet, following: Sheet) -> None:
        before, after = sheet.lines[-1], following.lines[0]
        hyphen = before.broken or _hyphenated(before.text)
        if not (hyphen and after.text[0].islower()) or before.row or after.row:
            return
        cut, between = self._words.joint(before, after)
        word, _, rest = after.text.partition(" ")
        if between.endswith(" "):
            return
        before.text = before.text[: len(before.text) - cut] + between + word
        before.broken = False
        after.text = rest
        if not rest:
            following.lines.remove(after)

    def text(self, sheet: Sheet) -> str:
        """The page's text: blocks apart by an empty line; headings stand right above what they head."""
        return "".join(self._pieces(sheet)).strip()

    def _pieces(self, sheet: Sheet) -> list[str]:
        """The pieces of the page's text; each line is told where it begins in it."""
        pieces: list[str] = []
        block: list[Line] = []
        length = 0
        for line in sheet.lines:
            gap = self._gap(block, line, sheet) if block else ""
            if gap == " ":
                cut, gap = self._words.joint(block[-1], line)
                if cut:
                    pieces[-1] = pieces[-1][:-cut]
                    length -= cut
                block.append(line)
            else:
                if block and block[-1].broken:
                    gap = "-" + gap
                block = [line]
            text = markdown(line.table, self._cell) if line.table else line.text
            line.start = length + len(gap)
            length = line.start + len(text)
            pieces.append(gap)
            pieces.append(text)
        if block and block[-1].broken:
            pieces.append("-")
        return pieces

    def _cell(self, lines: list[Line]) -> str:
        """The lines of a cell as one."""
        text = ""
        for before, line in zip([None, *lines], lines, strict=False):
            if before is not None:
                cut, between = self._words.joint(before, line)
                text = text[: len(text) - cut] + between
            text += line.text
        return text

    def heading(self, line: Line) -> bool:
        """Whether the line is set like one: larger than the body, or bold throughout."""
        return line.size > _HEADING * self._body or line.bold

    def _gap(self, block: list[Line], line: Line, sheet: Sheet) -> str:
        """What separates `line` from the lines of the block before it: ' ' when it goes on."""
        before = block[-1]
        if before.table or line.table or before.note != line.note:
            return PARAGRAPH
        if line.note and line.text.startswith("["):
            return LINE
        hyphen = before.broken or (_hyphenated(before.text) and not before.fixed and line.text[:1].isalnum())
        if hyphen and not (line.row and not line.text[0].islower()):
            return " "
        if before.row and line.row and 0 < before.base - line.base < 3 * line.size:
            return LINE
        alike = before.size == line.size and before.bold == line.bold and before.turned == line.turned
        gap = ("" if alike else self._style_gap(before, line)) or self._space_gap(before, line)
        if gap:
            return gap
        if before.row or line.row or is_item(line.text):
            return LINE
        if line.fixed and before.fixed:
            return LINE
        return self._shape_gap(block, line, sheet)

    def _style_gap(self, before: Line, line: Line) -> str:
        if before.turned != line.turned:
            return PARAGRAPH
        ratio = before.size / line.size
        if 1 / _SAME_SIZE <= ratio <= _SAME_SIZE and before.bold == line.bold:
            return ""
        if self.heading(line) and not (self.heading(before) and line.size < before.size):
            return PARAGRAPH
        return LINE if self.heading(before) and not before.row else PARAGRAPH

    def _space_gap(self, before: Line, line: Line) -> str:
        """A gap told by the distance of the two lines; '' when they follow each other closely."""
        down = before.base - line.base
        if abs(down) <= 0.3 * line.size:
            return LINE
        if down > self._most_down(line.size):
            return PARAGRAPH
        if down < 0:  # the next column, or a piece of the page that the file holds out of order
            return "" if line.text[:1].islower() and not ended(before.text) else PARAGRAPH
        return ""

    def _shape_gap(self, block: list[Line], line: Line, sheet: Sheet) -> str:
        """A gap told by indents and by a line that ends before it had to."""
        before = block[-1]
        if _one_axis(before, line):
            return " " if before.right - before.left > _LONG * sheet.width and not ended(before.text) else LINE
        edge = self._edges.of(sheet, before)
        full = _full_by_hand(before, line, edge) if self._by_hand else _would_not_fit(before, line, edge)
        jumped = line.base > before.base
        indent = 0.0 if jumped else (line.left - before.left) / line.size
        if abs(indent) > _INDENT:
            item = len(block) == 1 and is_item(before.text)
            if (not item and (not full or ended(before.text))) if indent > 0 else (len(block) > 1 or item):
                return PARAGRAPH
        if full:
            return " "
        wide = before.right - before.left > 0.6 * (edge - before.left)
        return " " if wide and line.text[:1].islower() and not ended(before.text) else LINE


def _hyphenated(text: str) -> bool:
    return text.endswith(_HYPHENS) and _HYPHEN.search(text, max(len(text) - 2, 0)) is not None


def _would_not_fit(before: Line, line: Line, edge: float) -> bool:
    """Whether the next line's first word had no room at the end of the line before it."""
    room, needed = edge - 0.3 * line.size, before.right + 0.25 * line.size
    if needed > room:
        return True
    if needed + line.right - line.left <= room:  # not to speak of a word of it
        return False
    word = line.text.split(" ", 1)[0]
    if word >= _FIRST_ANYWHERE and _ANYWHERE.match(word):
        word = word[0]
    width = (line.right - line.left) * _word_weight(word) / max(_weight(line.text), 0.1)
    return needed + width > room


def _weight(text: str) -> float:
    """About how wide a text is, in em."""
    if text.isascii():
        data = text.encode()
        narrow, upper = len(data) - len(data.translate(None, _NARROW)), len(data) - len(data.translate(None, _UPPER))
        return 0.5 * len(data) - 0.25 * narrow + 0.15 * upper
    return sum(1.0 if ord(char) > 0x2E7F else 0.25 if char in " .,;:'|!il" else 0.5 for char in text)


_word_weight = lru_cache(maxsize=1 << 12)(_weight)


def _full_by_hand(before: Line, line: Line, edge: float) -> bool:
    """The same for a line wrapped by hand, in cells, up to a tenth of its length before the edge."""
    word = line.text.split(" ", 1)[0]
    cells = len(word) if word.isascii() else sum(2 if ord(char) > 0x2E7F else 1 for char in word)
    return before.right + 1 + cells > edge - 0.1 * (edge - before.left)


def _one_axis(before: Line, line: Line) -> bool:
    """Whether two lines of different length are set around one axis."""
    if abs(before.left - line.left) <= line.size:
        return False
    return abs((before.left + before.right) - (line.left + line.right)) / 2 < 0.5 * line.size


def _most_down(pitches: defaultdict[int, float], size: float) -> float:
    """How far below the line before it one of that size goes on with the paragraph."""
    return 1.25 * (pitches[round(size)] or 1.3 * size) + 0.1 * size


def _pitches(sheets: Iterable[Sheet]) -> defaultdict[int, float]:
    """The distance of lines inside paragraphs, by type size: the smallest that is common, 0 when unknown."""
    exact: defaultdict[tuple[float, float], int] = defaultdict(int)
    for sheet in sheets:
        for before, line in pairwise(sheet.lines):
            size, down = line.size, before.base - line.base
            if 0.8 * size < down < 3 * size and abs(before.size - size) < 0.5:
                exact[size, down] += 1
    steps: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for (size, down), count in exact.items():
        steps[round(size)][round(down * 2) / 2] += count
    pitches: defaultdict[int, float] = defaultdict(float)
    for size, counts in steps.items():
        total = sum(counts.values())
        pitches[size] = min(
            down for down, count in counts.items() if count >= 0.15 * total or count == max(counts.values())
        )
    return pitches


_Ends = dict[int, list[tuple[float, float]]]


class _RightEdges:
    """Where the lines of a column end, for each page and left edge."""

    def __init__(self, sheets: list[Sheet]) -> None:
        self._lines = {sheet.number: list(sheet.lines) for sheet in sheets}  # the joining takes some away
        self._pages: dict[int, _Ends] = {}
        self._found: dict[tuple[int, int], float | None] = {}
        self._document: dict[int, float | None] = {}

    def of(self, sheet: Sheet, line: Line) -> float:
        """The right edge that held for a line of the page; of the document where the page shows none."""
        bucket = _bucket(line)
        place = sheet.number, bucket
        if place not in self._found:
            self._found[place] = self._on_page(sheet.number, bucket) or self._everywhere(bucket)
        edge = self._found[place]
        if edge is None:  # too few lines to tell: suppose a margin as wide as the left one
            edge = _MARGIN_DOUBT * (sheet.width - min(other.left for other in sheet.lines))
            edge = min(edge, _column_end(sheet, line, edge))
        return max(edge, line.right)

    def _on_page(self, number: int, bucket: int) -> float | None:
        ends = self._ends(number)
        return _edge([*ends.get(bucket - 1, ()), *ends.get(bucket, ()), *ends.get(bucket + 1, ())])

    def _everywhere(self, bucket: int) -> float | None:
        if bucket not in self._document:
            ends = [end for number in self._lines for end in self._ends(number).get(bucket, ())]
            self._document[bucket] = _edge(ends) or None
        return self._document[bucket]

    def _ends(self, number: int) -> _Ends:
        """The right ends of a page's lines by their left edge, with the sizes of their type."""
        ends = self._pages.get(number)
        if ends is None:
            ends = self._pages[number] = defaultdict(list)
            for line in self._lines.get(number, ()):
                if not (line.row or line.turned or line.fixed):
                    ends[_bucket(line)].append((line.right, line.size))
        return ends


def _column_end(sheet: Sheet, line: Line, otherwise: float) -> float:
    """Where the longest line of a column ends, when something stands to the right of all of them."""
    bucket = _bucket(line)
    ends = [other.right for other in sheet.lines if abs(_bucket(other) - bucket) < 2 and not other.turned]
    aside = any(other.left > max(ends) for other in sheet.lines if abs(_bucket(other) - bucket) > 1)
    return max(ends) if aside and len(ends) > _FEW else otherwise


def _bucket(line: Line) -> int:
    size = line.size
    return int(line.left // (4 * size if size > 1 else 4))


def _edge(ends: list[tuple[float, float]]) -> float | None:
    """The rightmost place where three lines end within a small distance; a single wide line is no edge."""
    ordered = sorted(ends, reverse=True)
    for (right, size), (third, _) in zip(ordered, ordered[2:], strict=False):
        if right - third <= _FLUSH * size:
            return right
    return None
