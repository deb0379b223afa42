"""Word documents: headings, paragraphs, lists, tables, notes and text boxes, as they read with all changes taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.documents.blocks import Blocks, raised
from engine.documents.html.elements import described, tag
from engine.documents.office.package import Package
from engine.documents.office.word_styles import Numbering, Styles, child, on, roman, value
from engine.documents.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from lxml.etree import _Element as Element

_DEEPEST = 60  # tables, text boxes and the like inside each other
# What holds text that is not there any more, is hidden, or is said elsewhere.
_DROPPED = frozenset(
    {"del", "movefrom", "ppr", "rpr", "fallback", "instrtext", "deltext", "rt", "sdtpr", "commentreference"}
)
_WRAPPERS = frozenset({"sdt", "sdtcontent", "ins", "moveto", "customxml", "smarttag"})
_SIGNS = {"tab": "\t", "cr": "\n", "nobreakhyphen": "-", "softhyphen": "", "ptab": "\t"}
_SAID_AGAIN = 100  # characters of a cell that spans rows


def read_word(path: Path) -> Reading:
    """Read a .docx (or .docm, .dotx) file; explicit page breaks begin pages, and topmost headings in long texts."""
    with Package(path) as package:
        main = next((name for kind, name in package.relations("").values() if kind == "officeDocument"), "")
        if not main:
            raise package.damaged("it has no document in it")
        related = dict(package.relations(main).values())

        def part(kind: str) -> Element | None:
            return package.xml(related[kind]) if package.has(related.get(kind, "")) else None

        styles = Styles(part("styles"))
        reader = _Reader(styles, Numbering(part("numbering"), styles), (part("footnotes"), part("endnotes")))
        body = child(package.xml(main), "body")
        if body is None:
            raise package.damaged("its document has no body")
        reader.take(body)
        core = next((name for kind, name in package.relations("").values() if kind == "core-properties"), "")
        named = child(package.xml(core), "title") if package.has(core) else None
    blocks = reader.blocks
    title = (
        reader.title or blocks.first_heading() or " ".join(((named.text if named is not None else "") or "").split())
    )
    return Reading("docx", title or path.stem, blocks.pages())


class _Reader:
    """Takes the body in order; notes are numbered as they are referred to."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: tuple[Element | None, Element | None]) -> None:
        self.blocks = Blocks()
        self.title = ""
        self._styles = styles
        self._numbering = numbering
        self._notes = [_by_id(root) for root in notes]
        self._marks: list[dict[str, str]] = [{}, {}]
        self._found: list[tuple[str, str]] = []  # notes of the paragraph at hand
        self._boxes: list[Element] = []  # text boxes of it
        self._depth = 0

    def take(self, body: Element) -> None:
        """Take all that is in a body, a cell or a text box."""
        self._depth += 1
        for element in body:
            name = tag(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl" and self._depth < _DEEPEST:
                self._table(element)
            elif name in _WRAPPERS and not _is_contents(element):
                self.take(element)
            elif name == "alternatecontent":
                self.take(_chosen(element))
        self._depth -= 1

    def _paragraph(self, paragraph: Element) -> None:
        if self._styles.is_contents(paragraph):
            return
        if on(self._styles.property(paragraph, "pageBreakBefore")):
            self.blocks.end_page()
        level, marker = self._styles.level(paragraph), self._numbering.marker(paragraph)
        for number, text in enumerate(self._text(paragraph).split("\f")):
            if number:
                self.blocks.end_page()
            if text.strip():
                self._block(text, level, marker, paragraph)
                marker = None
        for mark, note in self._found:
            self.blocks.note(mark, note)
        boxes, self._boxes, self._found = self._boxes, [], []
        for box in boxes if self._depth < _DEEPEST else ():
            self.take(box)
        section = child(paragraph, "pPr", "sectPr")
        if section is not None and value(child(section, "type")) not in ("continuous", "nextColumn"):
            self.blocks.end_page()

    def _block(self, text: str, level: int, marker: tuple[str, int] | None, paragraph: Element) -> None:
        if level:
            lead = f"{marker[0]} " if marker and marker[0] != "-" else ""
            self.blocks.heading(level, lead + text)
            if not self.title and self._styles.is_title(paragraph):
                self.title = " ".join(text.split())
        elif self._styles.is_code(paragraph):
            self.blocks.code(text, "code")
        elif marker and marker[0]:
            self.blocks.line(text, "list", "  " * marker[1] + marker[0] + " ")
        else:
            self.blocks.paragraph(text)

    def _text(self, element: Element) -> str:
        return "".join(self._pieces(element, 0))

    def _pieces(self, element: Element, depth: int) -> Iterator[str]:
        for inner in element:
            name = tag(inner)
            if name in _DROPPED or depth > _DEEPEST:
                continue
            leaf = self._leaf(inner, name)
            if leaf is not None:
                yield leaf
            elif name == "r":
                yield self._run(inner, depth)
            elif name == "txbxcontent":
                self._boxes.append(inner)
            else:
                yield from self._pieces(_chosen(inner) if name == "alternatecontent" else inner, depth + 1)

    def _leaf(self, element: Element, name: str) -> str | None:
        """The text of an element that has nothing to look into, or None."""
        match name:
            case "t":
                return element.text or ""
            case "br":
                return "\f" if value(element, "type") == "page" else "\n"
            case "footnotereference" | "endnotereference":
                return self._note(element, name == "endnotereference")
            case "omath" | "omathpara":
                return _formula(element)
            case "docpr":
                return described(value(element, "descr"))
        return _SIGNS.get(name)

    def _run(self, run: Element, depth: int) -> str:
        properties = child(run, "rPr")
        if on(child(properties, "vanish")):
            return ""
        text = "".join(self._pieces(run, depth + 1))
        position = value(child(properties, "position"))
        lifted = value(child(properties, "vertAlign")) == "superscript" or (position.isdecimal() and int(position) > 0)
        return raised(text) if lifted else text

    def _note(self, reference: Element, at_end: bool) -> str:
        """The mark of a note: 1, 2, 3 at the foot of a page, i, ii, iii at the end of the document."""
        id, marks = value(reference, "id"), self._marks[at_end]
        body = self._notes[at_end].get(id)
        if body is None:
            return ""
        if id not in marks:
            marks[id] = roman(len(marks) + 1) if at_end else str(len(marks) + 1)
            self._found.append((marks[id], " ".join(self._text(inner) for inner in body.iter() if tag(inner) == "p")))
        return f"[{marks[id]}]"

    # -- tables ---------------------------------------------------------------------------------------------

    def _table(self, table: Element) -> None:
        rows = list(_inside(table, "tr"))
        grid = [list(_inside(row, "tc")) for row in rows]
        if len(rows) < 2 or max(map(len, grid)) < 2 or self._is_layout(table):
            for row in grid:
                for cell in row:
                    self.take(cell)
            return
        cells: list[list[str]] = []
        for row, tcs in zip(rows, grid, strict=True):
            cells.append([""] * _count(child(row, "trPr", "gridBefore")))
            for cell in tcs:
                cells[-1] += self._cell(cell, cells[-2] if len(cells) > 1 else [], len(cells[-1]))
        self.blocks.table(cells)
        for mark, note in self._found:
            self.blocks.note(mark, note)
        self._found = []

    def _is_layout(self, table: Element) -> bool:
        """Whether a table only arranges what is in it: headings, or further tables."""
        inner = (element for element in table.iter() if element is not table)
        return any(tag(e) == "tbl" or (tag(e) == "p" and self._styles.level(e) > 0) for e in inner)

    def _cell(self, cell: Element, above: list[str], column: int) -> list[str]:
        """The text of a cell, and nothing for the further columns that it spans."""
        merged = child(cell, "tcPr", "vMerge")
        if merged is not None and value(merged) != "restart":
            text = above[column] if column < len(above) and len(above[column]) <= _SAID_AGAIN else ""
        else:
            texts = (self._text(inner) for inner in cell.iter() if tag(inner) == "p" and _is_text(inner, cell))
            text = " ".join(text.replace("\f", " ") for text in texts if text.strip())
            boxes, self._boxes = self._boxes, []
            text += "".join(f" {self._text(inner)}" for box in boxes for inner in box.iter() if tag(inner) == "p")
        return [text, *[""] * (max(_count(child(cell, "tcPr", "gridSpan")), 1) - 1)]


def _count(element: Element | None) -> int:
    text = value(element)
    return min(int(text), 1000) if text.isdecimal() else 0


def _is_text(paragraph: Element, cell: Element) -> bool:
    """Whether a paragraph below a cell is not in a text box, and not dropped."""
    for outer in paragraph.iterancestors():
        if outer is cell:
            return True
        if tag(outer) in _DROPPED or tag(outer) == "txbxcontent":
            return False
    return True


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The children of this name, also those in wrappers."""
    for inner in element:
        if tag(inner) == name:
            if not (name == "tr" and child(inner, "trPr", "del") is not None):
                yield inner
        elif tag(inner) in _WRAPPERS:
            yield from _inside(inner, name)


def _chosen(alternatives: Element) -> Element:
    """The first of the ways to say the same."""
    return next((inner for inner in alternatives if tag(inner) == "choice"), alternatives)


def _is_contents(wrapper: Element) -> bool:
    """Whether what Word wraps is a table of contents."""
    return "table of contents" in value(child(wrapper, "sdtPr", "docPartObj", "docPartGallery")).lower()


def _by_id(root: Element | None) -> dict[str, Element]:
    """The notes of a part, less the lines that part them from the text."""
    if root is None:
        return {}
    return {value(note, "id"): note for note in root if "eparat" not in value(note, "type")}


# -- formulas -----------------------------------------------------------------------------------------------


def _formula(element: Element, depth: int = 0) -> str:
    """A formula on one line."""
    if tag(element) == "t":
        return element.text or ""
    if depth > _DEEPEST:
        return ""
    write = _FORMULAS.get(tag(element))
    return write(element, depth + 1) if write else "".join(_formula(inner, depth + 1) for inner in element)


def _of(element: Element, name: str, depth: int) -> str:
    part = child(element, name)
    return "" if part is None else _formula(part, depth)


def _wrapped(text: str) -> str:
    return f"({text})" if len(text) > 1 and not text.isalnum() else text


_FORMULAS: dict[str, Callable[[Element, int], str]] = {
    "f": lambda e, d: f"{_wrapped(_of(e, 'num', d))}/{_wrapped(_of(e, 'den', d))}",
    "ssup": lambda e, d: f"{_of(e, 'e', d)}^{_wrapped(_of(e, 'sup', d))}",
    "ssub": lambda e, d: f"{_of(e, 'e', d)}_{_wrapped(_of(e, 'sub', d))}",
    "rad": lambda e, d: f"√{_wrapped(_of(e, 'e', d))}",
    "d": lambda e, d: f"({''.join(_formula(inner, d) for inner in e)})",
}
