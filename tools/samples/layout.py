"""Lay a Markdown text out as an A4 PDF with reportlab."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from reportlab.lib.colors import HexColor  # type: ignore[import-not-found,import-untyped,unused-ignore]
from reportlab.lib.enums import TA_JUSTIFY  # type: ignore[import-not-found,import-untyped,unused-ignore]
from reportlab.lib.pagesizes import A4  # type: ignore[import-not-found,import-untyped,unused-ignore]
from reportlab.lib.styles import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
    ParagraphStyle,
)
from reportlab.lib.units import mm  # type: ignore[import-not-found,import-untyped,unused-ignore]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-not-found,import-untyped,unused-ignore]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-not-found,import-untyped,unused-ignore]
from reportlab.platypus import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
    TableOfContents,
)

if TYPE_CHECKING:
    from pathlib import Path

    from markdown_it.token import Token

INK = HexColor("#20262b")
ACCENT = HexColor("#2f6b4f")
PALE = HexColor("#dfe8e2")
GREY = HexColor("#6b747b")
WIDTH, HEIGHT = A4
MARGIN = 29 * mm
TEXT_WIDTH = WIDTH - 2 * MARGIN


@dataclass(frozen=True)
class Book:
    """What one PDF is made from; the fonts are TrueType files, embedded as subsets."""

    source: Path
    target: Path
    header: tuple[str, str]
    page_word: str
    contents: str
    serif: Path
    sans: Path
    bold: Path
    size: float
    leading: float
    hyphenation: str | None
    cover: bool


@dataclass(frozen=True)
class Styles:
    """The paragraph styles of one book."""

    body: Any
    item: Any
    cell: Any
    head_cell: Any
    heading: dict[int, Any]
    contents: list[Any]


def styles_of(book: Book) -> Styles:
    """Register the fonts of `book` and build its styles; sizes are in points."""
    serif, sans, bold = book.serif.stem, book.sans.stem, book.bold.stem
    for path in (book.serif, book.sans, book.bold):
        pdfmetrics.registerFont(TTFont(path.stem, str(path)))
    plain = ParagraphStyle(
        "plain", fontName=serif, fontSize=book.size, leading=book.leading, textColor=INK, spaceAfter=8
    )
    flow: dict[str, Any] = {}
    if book.hyphenation is not None:
        flow = {"alignment": TA_JUSTIFY, "hyphenationLang": book.hyphenation, "hyphenationMinWordLength": 6}
    item = {"leftIndent": 21, "bulletIndent": 3, "bulletFontName": sans, "bulletFontSize": book.size}
    title = {"fontName": bold, "keepWithNext": 1}
    return Styles(
        body=ParagraphStyle("body", plain, **flow),
        item=ParagraphStyle("item", plain, spaceAfter=4, **item),
        cell=ParagraphStyle("cell", plain, fontName=sans, fontSize=9.5, leading=13, spaceAfter=0),
        head_cell=ParagraphStyle("head", plain, fontName=bold, fontSize=9.5, leading=13, spaceAfter=0),
        heading={
            1: ParagraphStyle("h1", plain, **title, fontSize=23, leading=30, textColor=ACCENT, spaceAfter=6),
            2: ParagraphStyle(
                "h2", plain, **title, fontSize=17, leading=22, textColor=ACCENT, spaceBefore=20, spaceAfter=9
            ),
            3: ParagraphStyle("h3", plain, **title, fontSize=12, leading=16, spaceBefore=9, spaceAfter=5),
        },
        contents=[
            ParagraphStyle("toc1", plain, fontName=bold, fontSize=10.5, leading=15, spaceBefore=0),
            ParagraphStyle("toc2", plain, fontName=sans, fontSize=10, leading=15, leftIndent=14, spaceAfter=3),
        ],
    )


def whole(flowable: Any) -> Any:
    """Forbid `flowable` to be cut by a page end, so that every sentence stands on one page."""
    flowable.split = lambda width, height: []
    return flowable


def heading(text: str, level: int, styles: Styles) -> Any:
    """A heading that the outline and the table of contents will list."""
    flowable = Paragraph(text, styles.heading[level])
    flowable.outline = (text, level)
    return flowable


def table(rows: list[list[str]], styles: Styles) -> Any:
    """A ruled table; the first row is its head."""
    cells = [
        [Paragraph(text, styles.cell if number else styles.head_cell) for text in row]
        for number, row in enumerate(rows)
    ]
    look = TableStyle(
        [
            ("BACKGROUND", (0, 0), (-1, 0), PALE),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, ACCENT),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ]
    )
    width = TEXT_WIDTH / len(rows[0])
    widths = [width] * len(rows[0])
    return whole(Table(cells, colWidths=widths, style=look, spaceBefore=4, spaceAfter=13))


def table_rows(tokens: list[Token]) -> list[list[str]]:
    """The cell texts between `table_open` and `table_close`, one list a row."""
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token.content)
    return rows


def flowables(tokens: list[Token], styles: Styles) -> list[Any]:
    """Headings, paragraphs, flat lists and tables of a token stream, in reading order."""
    story: list[Any] = []
    marks: list[str] = []
    skip = 0
    for index, token in enumerate(tokens):
        if index < skip:
            continue
        if token.type in ("bullet_list_open", "ordered_list_open"):
            marks.append("\N{BULLET}" if token.type == "bullet_list_open" else "1.")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            marks.pop()
            story[-1].spaceAfter = styles.body.spaceAfter + 2
        elif token.type == "list_item_open" and token.info:
            marks[-1] = f"{token.info}."
        elif token.type == "heading_open":
            story.append(heading(tokens[index + 1].content, int(token.tag[1]), styles))
            skip = index + 2
        elif token.type == "table_open":
            end = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
            story.append(table(table_rows(tokens[index:end]), styles))
            skip = end
        elif token.type == "inline":
            style = styles.item if marks else styles.body
            story.append(whole(Paragraph(token.content, style, bulletText=marks[-1] if marks else None)))
    return story


def draw_machine(canvas: Any, x: float, y: float) -> None:
    """Draw the composter of the cover, 200 by 230 points, its lower left corner at (x, y)."""
    canvas.saveState()
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(2)
    canvas.setFillColor(PALE)
    canvas.roundRect(x, y + 8, 200, 170, 34, fill=1)
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.roundRect(x + 8, y + 182, 184, 34, 16, fill=1)
    for clip in (34, 150):
        canvas.rect(x + clip, y + 172, 16, 18, fill=1)
    canvas.roundRect(x + 16, y + 26, 34, 58, 6, fill=1)
    canvas.line(x + 24, y + 72, x + 42, y + 72)
    canvas.circle(x + 118, y + 96, 42, fill=1)
    canvas.setLineWidth(5)
    canvas.circle(x + 118, y + 96, 32, fill=0)
    canvas.setLineWidth(2)
    canvas.setFillColor(ACCENT)
    leaf = canvas.beginPath()
    leaf.moveTo(x + 106, y + 84)
    leaf.curveTo(x + 102, y + 106, x + 116, y + 114, x + 132, y + 110)
    leaf.curveTo(x + 134, y + 94, x + 124, y + 82, x + 106, y + 84)
    canvas.drawPath(leaf, fill=1, stroke=0)
    for foot in (30, 150):
        canvas.rect(x + foot, y, 20, 8, fill=1, stroke=0)
    canvas.restoreState()


def furniture(book: Book) -> Any:
    """The callback that draws the running header and the page number of a page."""

    def draw(canvas: Any, document: Any) -> None:
        canvas.saveState()
        canvas.setFont(book.sans.stem, 8.5)
        canvas.setFillColor(GREY)
        canvas.setStrokeColor(GREY)
        canvas.setLineWidth(0.4)
        top = HEIGHT - 19 * mm
        canvas.drawString(MARGIN, top, book.header[0])
        canvas.drawRightString(WIDTH - MARGIN, top, book.header[1])
        canvas.line(MARGIN, top - 5, WIDTH - MARGIN, top - 5)
        canvas.drawCentredString(WIDTH / 2, 15 * mm, book.page_word.format(document.page))
        canvas.restoreState()

    return draw


def document_of(book: Book, title: str) -> Any:
    """A reportlab document whose headings feed the outline and the table of contents."""
    frame = Frame(MARGIN, 25 * mm, TEXT_WIDTH, HEIGHT - 51 * mm, 0, 0, 0, 0)
    cover = Frame(MARGIN, 25 * mm, TEXT_WIDTH, HEIGHT - 90 * mm, 0, 0, 0, 0)
    document = BaseDocTemplate(
        str(book.target),
        pagesize=A4,
        title=title,
        author="The Hone authors",
        subject="Sample document, Apache-2.0",
        invariant=1,
    )
    templates = [PageTemplate("text", frame, onPage=furniture(book))]
    if book.cover:
        art = PageTemplate("cover", cover, onPage=lambda canvas, _: draw_machine(canvas, MARGIN, HEIGHT * 0.26))
        templates.insert(0, art)
    document.addPageTemplates(templates)

    def note(flowable: Any) -> None:
        outline = getattr(flowable, "outline", None)
        if outline is None or outline[1] == 1:
            return
        text, level = outline
        key = f"{document.page}-{text}"
        document.canv.bookmarkPage(key)
        document.canv.addOutlineEntry(text, key, level - 2, closed=True)
        document.notify("TOCEntry", (level - 2, text, document.page, key))

    document.afterFlowable = note
    return document


def make_pdf(book: Book) -> None:
    """Write `book.target` from `book.source`; the same input and fonts give the same bytes."""
    styles = styles_of(book)
    tokens = MarkdownIt("commonmark").enable("table").parse(book.source.read_text(encoding="utf-8"))
    story = flowables(tokens, styles)
    title = story[0].outline[0]
    if book.cover:
        first = next(i for i, item in enumerate(story) if getattr(item, "outline", ("", 0))[1] == 2)
        contents = TableOfContents(levelStyles=styles.contents, dotsMinLevel=0)
        head = [NextPageTemplate("text"), PageBreak(), Paragraph(book.contents, styles.heading[2])]
        story[first:first] = [*head, contents, PageBreak()]
    document_of(book, title).multiBuild(story)
