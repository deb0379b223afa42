"""Small PDFs for tests, drawn with pdfium: text at places, wrapped paragraphs, pictures, passwords, damage."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium_c

if TYPE_CHECKING:
    from pathlib import Path

A4 = (595.0, 842.0)
LEFT, RIGHT, TOP = 72.0, 523.0, 750.0


@dataclass
class Drawing:
    """Pages of text; `write` puts one line at a place, `paragraph` wraps words from the pen downwards."""

    size: tuple[float, float] = A4
    pdf: Any = field(default_factory=pypdfium2.PdfDocument.new)
    pen: float = TOP
    _page: Any = None

    def page(self) -> Drawing:
        """Begin a new page with the pen at its top."""
        self._finish()
        self._page = self.pdf.new_page(*self.size)
        self.pen = TOP
        return self

    def write(
        self, text: str, x: float, y: float, size: float = 11, font: str = "Helvetica", turn: tuple[int, int] = (1, 0)
    ) -> Drawing:
        """Put one line; `turn` is the cosine and sine of its direction."""
        item = self._text(text, size, font)
        cos, sin = turn
        pdfium_c.FPDFPageObj_Transform(item, cos, sin, -sin, cos, x, y)
        pdfium_c.FPDFPage_InsertObject(self._page, item)
        return self

    def line(self, text: str, size: float = 11, font: str = "Helvetica", x: float = LEFT, skip: float = 0) -> Drawing:
        """Put one line under the last one."""
        self.pen -= 1.3 * size + skip
        return self.write(text, x, self.pen, size, font)

    def paragraph(self, text: str, size: float = 11, x: float = LEFT, right: float = RIGHT, hang: float = 0) -> Drawing:
        """Wrap the words between `x` and `right`; lines after the first begin `hang` further in."""
        self.pen -= 0.7 * size
        words, line, start = text.split(), "", x
        for word in words:
            longer = f"{line} {word}".strip()
            if line and start + self.width(longer, size) > right:
                self.line(line, size, x=start)
                line, start = word, x + hang
            else:
                line = longer
        return self.line(line, size, x=start)

    def width(self, text: str, size: float = 11, font: str = "Helvetica") -> float:
        """How wide a text is drawn."""
        item = self._text(text, size, font)
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium_c.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        pdfium_c.FPDFPageObj_Destroy(item)
        return right.value - left.value

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Drawing:
        """Draw a thin straight line."""
        path = pdfium_c.FPDFPageObj_CreateNewPath(x0, y0)
        pdfium_c.FPDFPath_LineTo(path, x1, y1)
        pdfium_c.FPDFPath_SetDrawMode(path, 0, True)
        pdfium_c.FPDFPageObj_SetStrokeWidth(path, 0.5)
        pdfium_c.FPDFPage_InsertObject(self._page, path)
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Drawing:
        """Draw the rules of a table with its columns between `xs` and its rows between `ys`."""
        for x in xs:
            self.rule(x, min(ys), x, max(ys))
        for y in ys:
            self.rule(min(xs), y, max(xs), y)
        return self

    def picture(self) -> Drawing:
        """Fill the page with a grey picture."""
        image = pypdfium2.PdfImage.new(self.pdf)
        bitmap = pypdfium2.PdfBitmap.new_native(8, 8, pdfium_c.FPDFBitmap_BGR)
        bitmap.fill_rect((128, 128, 128, 255), 0, 0, 8, 8)
        image.set_bitmap(bitmap)
        image.set_matrix(pypdfium2.PdfMatrix().scale(*self.size))
        self._page.insert_obj(image)
        return self

    def rotate(self, degrees: int) -> Drawing:
        """Turn the page as a viewer shows it."""
        self._page.set_rotation(degrees)
        return self

    def save(self, path: Path) -> Path:
        """Write the file and close the drawing."""
        self._finish()
        self.pdf.save(path)
        self.pdf.close()
        return path

    def _text(self, text: str, size: float, font: str) -> Any:
        item = pdfium_c.FPDFPageObj_NewTextObj(self.pdf, font.encode(), size)
        encoded = (text + "\0").encode("utf-16-le")
        pdfium_c.FPDFText_SetText(item, ctypes.cast(ctypes.c_char_p(encoded), pdfium_c.FPDF_WIDESTRING))
        return item

    def _finish(self) -> None:
        if self._page is not None:
            self._page.gen_content()
            self._page.close()
            self._page = None


def simple(path: Path, *pages: str) -> Path:
    """A PDF with one paragraph on each page; '' leaves a page blank."""
    drawing = Drawing()
    for text in pages:
        drawing.page()
        if text:
            drawing.paragraph(text)
    return drawing.save(path)


def encrypted(source: Path, path: Path, password: str) -> Path:
    """A copy that opens with a password only."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(source))
    writer.encrypt(password, algorithm="AES-256")
    writer.write(path)
    return path


def with_missing_page(path: Path) -> Path:
    """Three pages, of which the second refers to an object that is not there."""
    return by_hand(
        path, b"3 0 R 9 0 R 4 0 R", b"BT /F 12 Tf 72 700 Td (The first pump holds nine litres of oil.) Tj ET"
    )


def mapped(path: Path, lines: list[tuple[float, float, str]], size: float = 11) -> Path:
    """One page of lines (x, y, text as it looks) of any letters: the font's map says what each code stands for.

    A character of the private use area stands for lam and alef in one glyph. Each letter is 0.6 of `size` wide.
    """
    letters = sorted({char for _, _, text in lines for char in text if not char.isascii()})
    codes = {char: 0xA1 + place for place, char in enumerate(letters)} | {chr(code): code for code in range(32, 127)}
    said = {char: "\u0644\u0627" if char == "\ue000" else char for char in codes}
    pairs = [f"<{code:02x}> <{said[char].encode('utf-16-be').hex()}>" for char, code in codes.items()]
    blocks = "".join(
        f"{len(some)} beginbfchar\n" + "\n".join(some) + "\nendbfchar\n"
        for some in (pairs[start : start + 90] for start in range(0, len(pairs), 90))
    )
    table = f"/CMapName /A def 1 begincodespacerange <00> <ff> endcodespacerange\n{blocks}endcmap"
    content = b"".join(
        b"BT /F %g Tf %g %g Td <%s> Tj ET\n" % (size, x, y, bytes(codes[char] for char in text).hex().encode())
        for x, y, text in lines
    )
    return by_hand(path, b"3 0 R", content, table.encode())


def by_hand(path: Path, kids: bytes, content: bytes, table: bytes = b"") -> Path:
    """A PDF written object by object: pages 3 and 4 show `content`, `kids` lists the pages, `table` maps the font."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>"
    wide = b"/ToUnicode 7 0 R/FirstChar 32/LastChar 255/Widths[%s 500]" % (b"600 " * 223)  # all 600: a typewriter's
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (kids.count(b"R"), kids),
        page,
        page,
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica%s>>" % (wide if table else b""),
        b"<</Length %d>>stream\n%s\nendstream" % (len(table), table),
    ]
    data, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, item in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    size = len(objects) + 1
    end = b"xref\n0 %d\n%strailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, table, size, len(data))
    path.write_bytes(data + end)
    return path
