"""Blocks of a document - headings, paragraphs, list items, tables - and the pages made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from engine.documents.characters import clean, clean_code
from engine.documents.plain import LONG
from engine.documents.reading import Heading, ReadPage
from engine.documents.tables import table_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Chinese and Japanese have no spaces between words: a line end between two of their letters means nothing.
_WIDE = r"[\u3000-\u303f\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]"
_WIDE_BREAK = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\r\n\f]*(?={_WIDE})")
_SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_RAISED = re.compile(r"[-+−]?[0-9n]{1,3}")


@dataclass(slots=True)
class _Block:
    text: str
    level: int = 0  # of a heading, from 1
    group: str = ""  # of lines that make one block: list, terms
    table: bool = False


class Blocks:
    """Collects the blocks of a document in reading order; text is cleaned here and nowhere else."""

    def __init__(self) -> None:
        self._blocks: list[_Block] = []
        self._breaks: set[int] = set()
        self._notes: list[str] = []

    def heading(self, level: int, text: str) -> None:
        """A heading, which ends the section before it."""
        words = " ".join(clean(text).split()).rstrip("¶").rstrip()
        if words:
            self.end_section()
            self._blocks.append(_Block(words, level))

    def paragraph(self, text: str) -> None:
        """A paragraph; line ends in it stay."""
        words = _lines(text)
        if words:
            self._blocks.append(_Block(words))

    def line(self, text: str, group: str, lead: str = "", begin: bool = False) -> None:
        """A line (or some) of the block of its group that is open, or of a new one; `lead` stands before it."""
        words = _lines(text)
        if words:
            indent = "\n" + " " * (len(lead) - len(lead.lstrip()) + (2 if lead.strip() else 0))
            self._line(lead + words.replace("\n", indent), group, begin)

    def code(self, text: str, group: str = "") -> None:
        """Lines that keep their spaces; `group` as in `line`."""
        words = clean_code(text)
        if words:
            self._line(words, group, False)

    def table(self, rows: Sequence[Sequence[str]], header: bool = True) -> None:
        """A table by rows; `header` says that the first row names the columns, if it is no name with its value."""
        named = all(row and row[0].rstrip().endswith((":", "：")) for row in rows)
        text = table_text(rows, header and not named)
        if text:
            self._blocks.append(_Block(text, table=True))

    def note(self, mark: str, text: str) -> None:
        """A footnote, to stand at the end of this section."""
        line = f"[{mark}] {' '.join(clean(text).split())}"
        if line not in (f"[{mark}] ", *self._notes):
            self._notes.append(line)

    def end_section(self) -> None:
        """Set the footnotes of the section that ends."""
        if self._notes:
            self._blocks.append(_Block("\n".join(self._notes)))
            self._notes = []

    def end_page(self) -> None:
        """Begin a page here."""
        self.end_section()
        self._breaks.add(len(self._blocks))

    def first_heading(self) -> str:
        """The first heading of the topmost level, or ''."""
        top = min((block.level for block in self._blocks if block.level), default=0)
        return next((block.text for block in self._blocks if top and block.level == top), "")

    def pages(self) -> tuple[ReadPage, ...]:
        """A page for each that was ended; a long one has a page for each of its topmost headings."""
        self.end_section()
        breaks = sorted({0, *self._breaks, len(self._blocks)})
        found = [page for begin, end in pairwise(breaks) for page in self._cut_pages(begin, end)]
        return tuple(_page(number, blocks) for number, blocks in enumerate(found or [[]], 1))

    def page(self, number: int) -> ReadPage:
        """All of it as one page."""
        self.end_section()
        return _page(number, self._blocks)

    def _line(self, text: str, group: str, begin: bool) -> None:
        last = self._blocks[-1] if self._blocks and len(self._blocks) not in self._breaks else None
        if group and not begin and last is not None and last.group == group:
            last.text += "\n" + text
        else:
            self._blocks.append(_Block(text, group=group))

    def _cut_pages(self, first: int, last: int) -> Iterator[list[_Block]]:
        """The blocks of each page; a heading without a text of its own goes with the next one."""
        begin = first
        for end in [*self._cuts(first, last), last]:
            blocks = self._blocks[begin:end]
            if end == last or not all(block.level for block in blocks):
                yield from _pieces(blocks)
                begin = end

    def _cuts(self, begin: int, end: int) -> list[int]:
        """Where to part blocks `begin` to `end`: at the topmost level of their headings, and on in long parts."""
        if sum(len(block.text) for block in self._blocks[begin:end]) <= LONG:
            return []
        inside = [index for index in range(begin + 1, end) if self._blocks[index].level]
        if not inside:
            return []
        top = min(self._blocks[index].level for index in inside)
        chosen = [index for index in inside if self._blocks[index].level == top]
        parts = pairwise([begin, *chosen, end])
        return sorted({*chosen, *(index for part in parts for index in self._cuts(*part))})


def collapsed(text: str) -> str:
    """Running text as it is laid out: white space is one space, or nothing between wide letters at a line end."""
    return re.sub(r"[ \t\r\n\f]+", " ", _WIDE_BREAK.sub("", text))


def raised(text: str) -> str:
    """A superscript; a number keeps being one, since 10 to the third is not 103."""
    return text.translate(_SUPERSCRIPTS) if _RAISED.fullmatch(text) else text


def _lines(text: str) -> str:
    lines = (line.strip() for line in clean(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(blocks: list[_Block]) -> Iterator[list[_Block]]:
    """Part what no heading parts, between blocks."""
    piece: list[_Block] = []
    length = 0
    for block in blocks:
        if length and length + len(block.text) > 2 * LONG and not piece[-1].level:
            yield piece
            piece, length = [], 0
        piece.append(block)
        length += len(block.text) + 2
    if piece:
        yield piece


def _page(number: int, blocks: list[_Block]) -> ReadPage:
    """Blocks apart by an empty line, a heading right above what it heads."""
    text = ""
    headings = []
    heads = False
    for block in blocks:
        if text:
            text += "\n" if heads and not block.level and not block.table else "\n\n"
        if block.level:
            headings.append(Heading(len(text), block.level, block.text))
        text += block.text
        heads = block.level > 0
    return ReadPage(number, text, headings=tuple(headings), tables=sum(block.table for block in blocks))
