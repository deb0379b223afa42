"""The headings of laid-out pages: told by the file's outline, by their type, by their numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from engine.documents.characters import clean
from engine.documents.reading import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.documents.lines import Line, Sheet

_LARGE = 1.1  # times the body's type
_SMALL = 0.85
_LONGEST = 160  # characters
_MOST_LINES = 3
_COMMON = 0.2  # of all characters: a style as frequent is no heading's
_DEEPEST = 6
_GOOD = 0.5  # of an outline's entries: found so often, it tells all that are not larger than the body
_NUMBERING = re.compile(r"^[\dIVXA-Z]{0,4}(?:\.\d+)*[.)]?\s+")
_NUMBERED = re.compile(r"^(?:\d{1,3}|[A-Z](?=\.\d))(?P<parts>(?:\.\d{1,3}){0,5})\.?\s+(?=\S*[^\W\d])")
_CHAPTER = re.compile(
    r"^(?:(?P<first>(?:chapter|part|appendix|kapitel|teil|anhang|chapitre|partie|cap[ií]tulo)\s+[\dIVXA-Z]+\b"
    r"|제\s?\d+\s?[장편부]|第\s?[\d一二三四五六七八九十百]+\s?[章編编部])"
    r"|제\s?\d+\s?절|第\s?[\d一二三四五六七八九十百]+\s?[節节])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.,;:…。、，；：][\"'”’»)\]」』]*$")
_LETTERS = re.compile(r"[^\W\d_]")
_BULLET = re.compile(r"[•‣▪▫◦●○■□◆◇▶►➤➢✓✔*·∙\-–—]\s")


class Entry(NamedTuple):
    """What a file's outline says: on which page a section begins, how deep it is (from 1), its title."""

    page: int
    level: int
    title: str


class _Style(NamedTuple):
    size: float
    bold: bool


@dataclass(slots=True)
class _Found:
    """Lines that are one heading."""

    page: int
    place: int  # of its first line among those of the page
    lines: list[Line]
    level: int  # 0: not told by the outline

    @property
    def title(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def style(self) -> _Style:
        return _style(self.lines[0])


class Headings:
    """The headings of a document; its lines are told to be bold where only the outline knows them for headings."""

    def __init__(
        self, sheets: list[Sheet], entries: list[Entry], body: float, styles: dict[tuple[float, bool], int]
    ) -> None:
        """`body` is the size of the body's type, `styles` tells how many characters are set in which type."""
        self._body = body
        told = self._told(sheets, entries)
        self._by_outline = bool(entries) and len(told) >= _GOOD * len(entries)
        common = _common_styles(styles)
        found = [one for sheet in sheets for one in self._on(sheet, told, common)]
        levels = self._levels(found)
        self._found: defaultdict[int, list[tuple[_Found, int]]] = defaultdict(list)
        depths = [one.level or levels[one.style, _depth(one.title)] for one in found]
        for place, (one, level) in enumerate(zip(found, depths, strict=True)):
            following = found[place + 1] if place + 1 < len(found) else None
            if not (_bare(one, following) and following is not None and depths[place + 1] <= level):
                self._found[one.page].append((one, level))

    def on(self, page: int) -> tuple[Heading, ...]:
        """The headings of a page in the order of its text, once its lines know where they begin."""
        found = [Heading(one.lines[0].start, level, one.title) for one, level in self._found.get(page, ())]
        return tuple(sorted((one for one in found if one.start >= 0), key=lambda one: one.start))

    def _told(self, sheets: list[Sheet], entries: list[Entry]) -> dict[int, _Found]:
        """The lines that the outline names, by the identity of the first of each."""
        by_page: defaultdict[int, dict[str, int]] = defaultdict(dict)
        for entry in entries:
            by_page[entry.page].setdefault(plain(entry.title), entry.level)
        told: dict[int, _Found] = {}
        for sheet in sheets:
            titles = by_page.get(sheet.number, {})
            for index, line in enumerate(sheet.lines) if titles else ():
                words = plain(line.text)
                if not words or line.table or not any(title.startswith(words) for title in titles):
                    continue
                for count in (3, 2, 1):
                    lines = sheet.lines[index : index + count]
                    level = titles.get(plain(" ".join(one.text for one in lines)))
                    if level is not None and not any(one.table for one in lines):
                        told[id(line)] = _Found(sheet.number, index, lines, level)
                        for one in lines:
                            one.bold = True
                        break
        return told

    def _on(self, sheet: Sheet, told: dict[int, _Found], common: set[_Style]) -> Iterator[_Found]:
        small, large = _SMALL * self._body, _LARGE * self._body
        end = 0  # of the heading before
        for index, line in enumerate(sheet.lines):
            stands_out = line.size > (small if line.bold else large)
            if index < end or not (stands_out or id(line) in told):
                continue
            known = told.get(id(line))
            if known is not None:
                yield known
                end = index + len(known.lines)
                continue
            lines = [line]
            for before, after in pairwise(sheet.lines[index:]):
                if not _continues(before, after) or id(after) in told:
                    break
                lines.append(after)
            found = _Found(sheet.number, index, lines, 0)
            end = index + len(lines)
            if _style(line) not in common and self._looks(found):
                yield found

    def _looks(self, found: _Found) -> bool:
        """Whether lines are set and worded like a heading."""
        title = found.title
        large = found.lines[0].size > _LARGE * self._body
        if any(one.row or one.table or one.turned or one.note for one in found.lines) or len(title) > _LONGEST:
            return False
        numbered = _NUMBERED.match(title) is not None or _CHAPTER.match(title) is not None
        if self._by_outline and not (large or numbered):
            return False
        if len(found.lines) > _MOST_LINES or len(_LETTERS.findall(title)) < 2 or _BULLET.match(title):
            return False
        return _SENTENCE.search(title) is None

    def _levels(self, found: list[_Found]) -> dict[tuple[_Style, int], int]:
        """The level for each style and depth of numbers."""
        styles = sorted({one.style for one in found}, reverse=True)
        known: dict[_Style, int] = {}
        for style in styles:
            votes = Counter(one.level for one in found if one.style == style and one.level)
            votes = votes or Counter(_depth(one.title) for one in found if one.style == style and _depth(one.title))
            if votes:
                known[style] = votes.most_common(1)[0][0]
        level = 0
        levels = {}
        outline = any(one.level for one in found)
        for style in styles:
            level = min(known.get(style, level + 1), _DEEPEST)
            for depth in range(_DEEPEST + 1):
                levels[style, depth] = level if outline or not depth else depth
        return levels


def _bare(one: _Found, following: _Found | None) -> bool:
    """Whether another heading follows right away, so that this one heads nothing and is a name or an address."""
    if following is None or one.page != following.page or one.level or _depth(one.title):
        return False
    return one.place + len(one.lines) == following.place


def plain(title: str) -> str:
    """A title's words without numbers before it, case and signs: what an outline and its page have in common."""
    return re.sub(r"\W+", " ", _NUMBERING.sub("", clean(title))).strip().casefold()


def _style(line: Line) -> _Style:
    return _Style(round(line.size * 2) / 2, line.bold)


def _common_styles(styles: dict[tuple[float, bool], int]) -> set[_Style]:
    """The styles in which so much is set that it cannot be headings."""
    counts: Counter[_Style] = Counter()
    for (size, bold), count in styles.items():
        counts[_Style(round(size * 2) / 2, bold)] += count
    total = sum(counts.values())
    return {style for style, count in counts.items() if count > _COMMON * total and total > 2_000}


def _continues(before: Line, after: Line) -> bool:
    """Whether a line is set like the one right above it and begins no heading of its own."""
    return (
        _style(before) == _style(after)
        and not (before.table or after.table or after.row)
        and 0 < before.base - after.base < 1.7 * after.size
        and _NUMBERED.match(after.text) is None
        and _CHAPTER.match(after.text) is None
    )


def _depth(title: str) -> int:
    """How deep the number before a title is; 0 when it has none."""
    numbered = _NUMBERED.match(title)
    if numbered:
        return min(1 + numbered.group("parts").count("."), _DEEPEST)
    chapter = _CHAPTER.match(title)
    return 0 if chapter is None else 1 if chapter.group("first") else 2
