"""PowerPoint presentations: a page for each slide, with its title, texts, tables, charts and notes."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from engine.documents.blocks import Blocks, raised
from engine.documents.html.elements import described, tag
from engine.documents.isolation import watch
from engine.documents.office.package import Package
from engine.documents.reading import Reading, ReadPage
from engine.project.documents import BLANK, FAILED, SCANNED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from lxml.etree import _Element as Element

_FRAME = frozenset({"DATE", "FOOTER", "HEADER", "SLIDE_NUMBER", "SLIDE_IMAGE"})  # placeholders that are no content
_TITLES = frozenset({"TITLE", "CENTER_TITLE", "VERTICAL_TITLE"})
_LISTS = frozenset({"BODY", "OBJECT", "VERTICAL_BODY", "VERTICAL_OBJECT"})
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_DEEPEST = 20  # groups inside each other
_MOST_ROWS = 200  # of a chart's numbers


def read_slides(path: Path, after_page: Callable[[], None]) -> Reading:
    """Read a .pptx (or .pptm) file; `after_page` is called for each slide and may raise to stop."""
    from lxml import etree
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    wrong = (
        PythonPptxError, etree.LxmlError, zipfile.BadZipFile, zlib.error, LookupError, ValueError, AttributeError,
        TypeError, NotImplementedError, OSError,
    )  # fmt: skip
    pages: list[ReadPage] = []
    with Package(path) as package:
        package.refuse_all_entities()
        try:
            slides = list(Presentation(str(path)).slides)
        except wrong as error:
            raise package.damaged(_words(error)) from error
        for number, slide in enumerate(slides, 1):
            left_out = watch.begin(number)
            try:
                pages.append(ReadPage(number, "", FAILED, left_out) if left_out else _page(number, slide))
            except wrong as error:
                message = f"The slide could not be read ({_words(error)})."
                pages.append(ReadPage(number, "", FAILED, message))
            after_page()
        if not pages:
            raise package.damaged("it has no slides")
    title = next((page.headings[0].title for page in pages if page.headings), path.stem)
    return Reading("pptx", title, tuple(pages))


def _words(error: Exception) -> str:
    return str(error).strip("'\"") or type(error).__name__


def _page(number: int, slide: Any) -> ReadPage:
    slide_ = _Slide(slide)
    page = slide_.blocks.page(number)
    if page.text:
        return page
    return ReadPage(number, "", SCANNED, "The slide has pictures and no text." if slide_.pictures else BLANK)


class _Slide:
    """Takes the shapes of a slide from the top to the bottom, those beside each other from left to right."""

    def __init__(self, slide: Any) -> None:
        self.blocks = Blocks()
        self.pictures = 0
        self._part = slide.part
        shapes = list(slide.shapes)
        title = next((shape for shape in shapes if _placeholder(shape) in _TITLES and shape.has_text_frame), None)
        if title is not None:
            self.blocks.heading(1, _one_line(title.text_frame))
        self._take([shape for shape in shapes if shape is not title], 0)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            lines = [text for text in map(_text, _paragraphs(slide.notes_slide.notes_text_frame)) if text.strip()]
            self.blocks.paragraph("Notes: " + "\n".join(lines) if lines else "")

    def _take(self, shapes: list[Any], depth: int) -> None:
        for shape in _in_order(shapes):
            if _placeholder(shape) in _FRAME:
                continue
            inner = getattr(shape, "shapes", None)
            if inner is not None and depth < _DEEPEST:
                self._take(list(inner), depth + 1)
            elif getattr(shape, "has_table", False):
                self._table(shape.table)
            elif getattr(shape, "has_chart", False):
                self._chart(shape.chart)
            elif shape.has_text_frame:
                self._texts(shape)
            else:
                self._other(shape)

    def _texts(self, shape: Any) -> None:
        """Paragraphs: lines of a list where they have bullets or numbers, and in placeholders for lists."""
        paragraphs = [(paragraph, _text(paragraph)) for paragraph in _paragraphs(shape.text_frame)]
        paragraphs = [(paragraph, text) for paragraph, text in paragraphs if text.strip()]
        listed = _placeholder(shape) in _LISTS and len(paragraphs) > 1
        counts: dict[int, int] = {}
        for paragraph, text in paragraphs:
            properties = next((inner for inner in paragraph if tag(inner) == "ppr"), None)
            depth = int(properties.get("lvl") or 0) if properties is not None else 0
            signs = {tag(inner): inner for inner in properties} if properties is not None else {}
            counts = {at: count for at, count in counts.items() if at <= depth}
            if "buautonum" in signs:
                start = int(signs["buautonum"].get("startAt") or 1)
                counts[depth] = counts.get(depth, start - 1) + 1
                self.blocks.line(text, "list", f"{'  ' * depth}{counts[depth]}. ")
            elif "buchar" in signs or "bublip" in signs or (listed and "bunone" not in signs) or depth:
                counts.pop(depth, None)
                self.blocks.line(text, "list", "  " * depth + "- ")
            else:
                self.blocks.paragraph(text)
        self.blocks.end_section()

    def _table(self, table: Any) -> None:
        rows: list[list[str]] = []
        for row in table.rows:
            cells: list[str] = []
            for column, cell in enumerate(row.cells):
                above = rows[-1][column] if rows and cell.is_spanned and not cell._tc.hMerge else ""
                cells.append(above if cell.is_spanned else _one_line(cell.text_frame))
            rows.append(cells)
        if len(rows) > 1 and max(map(len, rows)) > 1:
            self.blocks.table(rows)
        else:
            for text in (text for row in rows for text in row):
                self.blocks.paragraph(text)

    def _chart(self, chart: Any) -> None:
        """The numbers that a chart shows."""
        if chart.has_title and chart.chart_title.has_text_frame:
            self.blocks.paragraph(_one_line(chart.chart_title.text_frame))
        for plot in chart.plots:
            series = list(plot.series)
            names = [" ".join(str(part) for part in labels) for labels in plot.categories.flattened_labels]
            rows = [["", *(str(one.name or "") for one in series)]]
            for row, name in enumerate(names[:_MOST_ROWS]):
                rows.append([name, *(_number(one.values[row]) if row < len(one.values) else "" for one in series)])
            if names:
                self.blocks.table(rows)

    def _other(self, shape: Any) -> None:
        """A picture by what its author says it shows, a diagram by its words."""
        element = shape._element
        self.pictures += tag(element) == "pic"
        for inner in element.iter():
            if tag(inner) == "cnvpr":
                self.blocks.paragraph(described(inner.get("descr") or ""))
                break
        relations = next((inner for inner in element.iter() if tag(inner) == "relids"), None)
        if relations is not None:
            self._diagram(next((id for key, id in relations.items() if key.endswith("}dm")), ""))

    def _diagram(self, id: str) -> None:
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        for point in etree.fromstring(self._part.related_part(id).blob, parser).iter(f"{{{_DIAGRAM}}}pt"):
            text = " ".join(_text(paragraph) for paragraph in point.iter() if tag(paragraph) == "p")
            self.blocks.line(text, "list", "- ")


def _placeholder(shape: Any) -> str:
    """What a shape is a placeholder for, or ''."""
    return shape.placeholder_format.type.name if shape.is_placeholder and shape.placeholder_format.type else ""


def _in_order(shapes: list[Any]) -> Iterator[Any]:
    """Shapes by rows: those whose middle is above the lower edge of the first of a row stand beside it."""
    left = sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0))
    while left:
        edge = (left[0].top or 0) + (left[0].height or 0)
        row = [s for s in left if s is left[0] or (s.top or 0) + (s.height or 0) / 2 < edge]
        row = [s for s in row if s is left[0] or (s.height or 0) * 2 > (left[0].height or 0)]
        yield from sorted(row, key=lambda shape: shape.left or 0)
        left = [s for s in left if all(s is not taken for taken in row)]


def _paragraphs(frame: Any) -> Iterable[Element]:
    return (inner for inner in frame._txBody if tag(inner) == "p")


def _one_line(frame: Any) -> str:
    return " ".join(" ".join(map(_text, _paragraphs(frame))).split())


def _text(paragraph: Element) -> str:
    """The words of a paragraph, with its line ends."""
    parts: list[str] = []
    for run in paragraph.iter():
        name = tag(run)
        if name == "br":
            parts.append("\n")
        elif name == "t":
            outer = run.getparent()
            properties = next((inner for inner in outer if tag(inner) == "rpr"), None)
            lifted = properties is not None and int(properties.get("baseline") or 0) > 0
            parts.append(raised(run.text or "") if lifted else run.text or "")
    return "".join(parts)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
