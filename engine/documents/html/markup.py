"""Walks the elements of a web page, or of a chapter of a book, and gives the blocks what a reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.documents.blocks import collapsed, raised
from engine.documents.html.elements import DROPPED, HEADINGS, all_text, as_number, described, named, tag
from engine.documents.html.grid import cells_of, is_layout, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

    from engine.documents.blocks import Blocks


_DEEPEST = 150  # elements inside each other, after which only the text is taken
_BLOCKS = named(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form header hgroup hr html legend li main menu ol optgroup option p pre search section summary table tbody td "
    "tfoot th thead tr ul h1 h2 h3 h4 h5 h6 listing xmp plaintext caption"
)


class Walker:
    """Gives the blocks of elements to `blocks`; `skip` says what a reader does not see, `note` what a link is for.

    `note` gives the mark and the text of the footnote that an element points to, or None.
    """

    def __init__(
        self,
        blocks: Blocks,
        skip: Callable[[Element], bool] = lambda element: False,
        note: Callable[[Element], tuple[str, str] | None] = lambda element: None,
    ) -> None:
        self._blocks = blocks
        self._skip = skip
        self._note = note
        self._text: list[str] = []
        self._notes: list[tuple[str, str]] = []
        self._lists: list[Iterator[str]] = []  # what stands before the next items of each open list
        self._item = ""
        self._terms = 0
        self._term = ""  # dt: the next line begins a term; dd: it follows one
        self._depth = 0
        self._single = 0  # elements around that are one line: a heading, a cell

    def walk(self, element: Element) -> None:
        """Take all that is in an element."""
        self._inside(element)
        self._flush()

    def _inside(self, element: Element) -> None:
        self._text.append(_raw(element.text))
        for child in element:
            if tag(child) and not self._skip(child) and tag(child) not in DROPPED:
                self._depth += 1
                self._element(child)
                self._depth -= 1
            self._text.append(_raw(child.tail))

    def _element(self, element: Element) -> None:
        name = tag(element)
        if self._depth > _DEEPEST:
            self._text.append(f" {all_text(element, self._skip)} ")
        elif name in _BLOCKS and self._single:
            self._text.append(" ")
            self._inside(element)
            self._text.append(" ")
        elif name in _BLOCKS:
            self._flush()
            self._block(element, name)
            self._flush()
        else:
            self._in_line(element, name)

    def _in_line(self, element: Element, name: str) -> None:
        note = self._note(element)
        if note is not None:
            self._notes.append(note)
            self._text.append(f"[{note[0]}]")
        elif name in _LEAVES:
            self._text.append(_LEAVES[name](element))
        elif name == "q":
            self._text.append('"')
            self._inside(element)
            self._text.append('"')
        elif name == "sup":
            before, self._text = self._text, []
            self._inside(element)
            before.append(raised("".join(self._text)))
            self._text = before
        else:
            self._inside(element)

    def _block(self, element: Element, name: str) -> None:
        level = _level(element, name)
        if level:
            self._heading(element, level)
        elif name in ("ul", "ol", "menu", "dir"):
            self._list(element, name)
        elif name == "li":
            self._item = "  " * (len(self._lists) - 1) + next(self._lists[-1]) if self._lists else "- "
            self._inside(element)
            self._flush()
            self._item = ""
        elif name in ("pre", "listing", "xmp", "plaintext"):
            self._code(element)
        elif name == "table":
            self._table(element)
        elif name == "dl":
            self._terms += 1
            self._inside(element)
            self._flush()
            self._terms -= 1
        elif name in ("dt", "dd"):
            self._term = name
            self._inside(element)
        else:
            self._inside(element)

    def _heading(self, element: Element, level: int) -> None:
        self._blocks.heading(level, self._line(element))
        self._set_notes()

    def _line(self, element: Element) -> str:
        """The text of an element on one line: blocks in it do not count."""
        before, self._text = self._text, []
        self._single += 1
        self._inside(element)
        self._single -= 1
        text, self._text = "".join(self._text), before
        return collapsed(text).replace("\v", " ")

    def _list(self, element: Element, name: str) -> None:
        if self._item.strip() not in ("", "-"):  # a numbered item that begins with a list
            self._blocks.line(self._item, "list", "  " * (len(self._lists) - 1))
        self._item = ""
        self._lists.append(_markers(element, name))
        self._inside(element)
        self._flush()
        self._lists.pop()

    def _code(self, element: Element) -> None:
        codes = [child for child in element if tag(child) == "code"]
        if len(codes) > 1 and len(codes) == len(element):  # the same in two languages
            for code in codes:
                self._code(code)
            return
        text = all_text(element, self._skip).removeprefix("\n")
        if self._item and "\n" not in text.strip():
            self._text.append(text)
        else:
            self._item = ""
            self._blocks.code(text, "list" if self._lists else "")

    def _table(self, element: Element) -> None:
        caption = next((child for child in element if tag(child) == "caption"), None)
        if caption is not None:
            self._inside(caption)
            self._flush()
        if is_layout(element):
            for row in rows_of(element):
                self._laid_out(row)
            return
        cells, header = cells_of(element, self._skip, self._line)
        self._blocks.table(cells, header)
        self._set_notes()

    def _laid_out(self, row: Element) -> None:
        """A row that only arranges what is in it: short cells are a line, others what they hold."""
        plain = not any(tag(inner) in _BLOCKS - {"td", "th", "p"} for inner in row.iter() if inner is not row)
        for cell in row:
            if tag(cell) in ("td", "th") and not self._skip(cell):
                self._inside(cell)
                if plain:
                    self._text.append(" ")
                else:
                    self._flush()
        self._flush()

    def _flush(self) -> None:
        """Set the running text as a paragraph, a line of a list, or a line of a list of terms."""
        text = collapsed("".join(self._text)).replace("\v", "\n")
        self._text = []
        if text.strip():
            if self._lists or self._item:
                self._blocks.line(text, "list", self._item or "  " * len(self._lists))
                self._item = ""
            elif self._terms and self._term:
                self._blocks.line(text, "terms", begin=self._term == "dt")
                self._term = ""
            else:
                self._blocks.paragraph(text)
        self._set_notes()

    def _set_notes(self) -> None:
        for mark, text in self._notes:
            self._blocks.note(mark, text)
        self._notes = []


def _alternative(element: Element) -> str:
    return described(element.get("alt") or "")


def _formula(element: Element) -> str:
    """A formula as its author wrote it, where the page says so."""
    if element.get("alttext"):
        return str(element.get("alttext"))
    for inner in element.iter():
        if tag(inner) == "annotation" and "tex" in (inner.get("encoding") or ""):
            return inner.text or ""
    return "".join(inner.text or "" for inner in element.iter() if tag(inner) and not tag(inner).startswith("annot"))


_LEAVES: dict[str, Callable[[Element], str]] = {
    "br": lambda element: "\v",
    "wbr": lambda element: "",
    "img": _alternative,
    "math": _formula,
}


def _raw(text: str | None) -> str:
    return (text or "").replace("\v", " ")


def _level(element: Element, name: str) -> int:
    if name in HEADINGS:
        return HEADINGS[name]
    if element.get("role") == "heading":
        level = element.get("aria-level") or "2"
        return min(max(int(level), 1), 9) if level.isdecimal() else 2
    return 0


def _markers(element: Element, name: str) -> Iterator[str]:
    """What stands before the items of a list, one after the other."""
    if name != "ol":
        while True:
            yield "- "
    number = as_number(element.get("start"), 1)
    step = -1 if element.get("reversed") is not None else 1
    if step < 0 and element.get("start") is None:
        number = sum(tag(child) == "li" for child in element)
    items = [child for child in element if tag(child) == "li"]
    letters = element.get("type") in ("a", "A")
    base = ord(element.get("type") or "a") if letters else 0
    for item in items:
        number = as_number(item.get("value"), number)
        yield f"{chr(base + number - 1)}. " if letters and 1 <= number <= 26 else f"{number}. "
        number += step
    while True:
        yield "- "
