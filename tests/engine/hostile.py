"""Broken and hostile files, built when they are needed: bombs, loops, lies about what they are, what is no file.

`build(folder)` makes all of them; each must end in a document or in words, never in a hang, a crash or a leak.
"""

from __future__ import annotations

import contextlib
import os
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from tests.engine.pdfs import by_hand, encrypted, simple

if TYPE_CHECKING:
    from collections.abc import Callable

BODY = "The pump moves nine litres of water in a minute when the filter is clean and the valve stands open."
SECRET = "the owl sleeps in the third drawer"
TEXT = f"BT /F 12 Tf 72 700 Td ({BODY}) Tj ET".encode()
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 6 0 R>>%s>>>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_MB = 1 << 20
_LONG = 100 * _MB  # letters


def pdf(path: Path, *objects: bytes, trailer: bytes = b"") -> Path:
    """A PDF of these objects, numbered from 1 on; the first is its catalogue; @ is where its table lies."""
    data, table = b"%PDF-1.5\n", b"0000000000 65535 f \n"
    for number, item in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    size = len(objects) + 1
    end = b"xref\n0 %d\n%strailer\n<</Root 1 0 R/Size %d%s>>\n" % (
        size,
        table,
        size,
        trailer.replace(b"@", b"%d" % len(data)),
    )
    path.write_bytes(data + end + b"startxref\n%d\n%%%%EOF" % len(data))
    return path


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def one_page(path: Path, contents: bytes, resources: bytes = b"", *more: bytes, trailer: bytes = b"") -> Path:
    """A PDF of one page; objects 7 and on are `more`."""
    pages = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    catalogue = b"<</Type/Catalog/Pages 2 0 R/Outlines 7 0 R>>" if more else b"<</Type/Catalog/Pages 2 0 R>>"
    return pdf(path, catalogue, pages, _PAGE % resources, b"null", contents, _FONT, *more, trailer=trailer)


def truncated(folder: Path) -> None:
    whole = simple(folder / "truncated.pdf", *[BODY] * 5).read_bytes()
    (folder / "truncated.pdf").write_bytes(whole[: len(whole) // 2])


def squeezed(size: int) -> bytes:
    """So many bytes of a page's drawing, deflated."""
    packer = zlib.compressobj(1)
    block = b"0 0 m 9 9 l S\n" * (_MB // 14)
    first, again = (packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + again * (size // len(block)) + packer.flush()  # each block stands by itself


def bomb_pdf(folder: Path) -> None:
    """Half a kilobyte that becomes 600 megabytes of drawing."""
    twice = zlib.compress(squeezed(600 * _MB))
    one_page(folder / "bomb.pdf", stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))


def loops_pdf(folder: Path) -> None:
    page = _PAGE % b""
    kids = b"<</Type/Pages/Count 2/Kids[3 0 R 2 0 R]>>"
    pdf(folder / "tree.pdf", b"<</Type/Catalog/Pages 2 0 R>>", kids, page, b"null", stream(TEXT), _FONT)
    one_page(folder / "xref.pdf", stream(TEXT), trailer=b"/Prev @")
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 7 0 R/B 7 0 R>>>>"
    one_page(folder / "form.pdf", stream(TEXT + b" /A Do"), b"/XObject<</A 7 0 R>>", stream(b"/A Do /B Do " * 9, form))
    entry = b"<</Title(a)/Parent 7 0 R/Next 8 0 R/First 8 0 R/Dest[3 0 R/Fit]>>"
    one_page(folder / "outline.pdf", stream(TEXT), b"", b"<</First 8 0 R/Last 8 0 R/Count 1>>", entry)
    one_page(folder / "lengths.pdf", b"<</Length 5 0 R>>stream\n" + TEXT + b"\nendstream")
    one_page(folder / "nested.pdf", stream(b"[" * 200_000 + TEXT))


def liars(folder: Path) -> None:
    (folder / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    simple(folder / "paper.txt", BODY)
    (folder / "paper.docx").write_text(BODY, encoding="utf-8")
    (folder / "header.pdf").write_bytes(b"%PDF-1.7\n")


def locked(folder: Path) -> None:
    encrypted(simple(folder / "open.pdf", f"Open. {BODY}"), folder / "locked.pdf", "sesame")
    (folder / "open.pdf").unlink()


def many_pages(folder: Path) -> None:
    by_hand(folder / "none.pdf", b"", b"")
    count = 10_000
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    pages = b"<</Type/Pages/Count %d/MediaBox[0 0 9 9]/Kids[%s]>>" % (count, kids)
    page = b"<</Type/Page/Parent 2 0 R>>"
    pdf(folder / "ten_thousand.pdf", b"<</Type/Catalog/Pages 2 0 R>>", pages, *[page] * count)
    lie = b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>"
    pdf(folder / "count.pdf", b"<</Type/Catalog/Pages 2 0 R>>", lie, _PAGE % b"", b"null", stream(TEXT), _FONT)


def texts(folder: Path) -> None:
    (folder / "nulls.txt").write_bytes(bytes(_MB))
    (folder / "some_nulls.txt").write_bytes(BODY.encode() + b"\x00 " + b"The valve is shut. " * 30)
    (folder / "utf8.txt").write_bytes(BODY.encode() + b" \xff\xfe\xc3( \xed\xa0\x80")
    (folder / "line.txt").write_bytes(b"a" * (24 * _MB))
    (folder / "brackets.md").write_bytes(b"[" * 100_000)
    (folder / "quotes.md").write_bytes(b"> " * 100_000 + BODY.encode())
    (folder / "nested.html").write_bytes(b"<!doctype html><html><body>" + b"<div>" * 1_000_000 + BODY.encode())
    (folder / "empty.md").write_bytes(b"")


_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="'
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(path: Path, head: str, text: str, **more: str) -> None:
    """A Word document of one paragraph, with this before its root and these other parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("_rels/.rels", _RELATIONS)
        body = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
        file.writestr("word/document.xml", f'<?xml version="1.0"?>{head}<w:document {_WORD}>{body}</w:document>')
        for name, content in more.items():
            file.writestr(name, content)


def words(folder: Path) -> None:
    (folder / "secret.owl").write_text(SECRET, encoding="utf-8")
    address = (folder / "secret.owl").as_uri()
    word(folder / "entity.docx", f'<!DOCTYPE a [<!ENTITY owl SYSTEM "{address}">]>', f"{BODY} &owl;")
    laughs = '<!ENTITY l0 "ha ha ha ">' + "".join(f'<!ENTITY l{n} "{10 * f"&l{n - 1};"}">' for n in range(1, 11))
    word(folder / "laughs.docx", f"<!DOCTYPE a [{laughs}]>", f"{BODY} &l10;")
    word(folder / "bomb.docx", "", BODY + "a" * _LONG)
    word(
        folder / "paths.docx",
        "",
        BODY,
        **{"../../escaped.txt": "out", "/escaped.txt": "out", "word/../../e.txt": "out"},
    )
    word(folder / "deep.docx", "", "<w:r>" * 100_000)
    whole = (folder / "paths.docx").read_bytes()
    (folder / "half.docx").write_bytes(whole[: len(whole) // 2])


def book(path: Path, spine: str, chapter: str, package: str = "") -> None:
    """An EPUB of one chapter."""
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
        'full-path="me.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    opf = (
        f'{package}<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type='
        f'"application/xhtml+xml"/><item id="me" href="me.opf" media-type="application/xhtml+xml"/></manifest>{spine}'
        "</package>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        file.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        file.writestr("META-INF/container.xml", container)
        file.writestr("me.opf", opf)
        file.writestr("a.xhtml", f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{chapter}</body></html>')


def books(folder: Path) -> None:
    itself = '<spine toc="me"><itemref idref="me"/>' + '<itemref idref="a"/>' * 5000 + "</spine>"
    book(folder / "spine.epub", itself, f"<p>{BODY}</p><iframe src='a.xhtml'/>")
    book(folder / "bomb.epub", '<spine><itemref idref="a"/></spine>', f"<p>{BODY}{'a' * _LONG}</p>")
    address = (folder / "secret.owl").as_uri()
    entity = f'<!DOCTYPE a [<!ENTITY owl SYSTEM "{address}">]>'
    book(folder / "entity.epub", '<spine><itemref idref="a"/></spine>', f"<p>{BODY} &owl;</p>", entity)


def no_files(folder: Path) -> None:
    os.mkfifo(folder / "pipe.pdf")
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "one.txt").symlink_to(folder / "two.txt")
    (folder / "two.txt").symlink_to(folder / "one.txt")
    (folder / "dangling.pdf").symlink_to(folder / "nowhere.pdf")


def names(folder: Path) -> None:
    (folder / "\x1b[31mred\x07\u202e.txt").write_text(f"Red. {BODY}", encoding="utf-8")
    with contextlib.suppress(OSError):  # macOS has no such names
        path = Path(os.fsdecode(os.fsencode(folder) + b"/latin-\xe9.txt"))
        path.write_text(f"Latin. {BODY}", encoding="utf-8")


BUILDERS: tuple[Callable[[Path], None], ...] = (
    truncated, bomb_pdf, loops_pdf, liars, locked, many_pages, texts, words, books, no_files, names,
)  # fmt: skip


def build(folder: Path) -> list[Path]:
    """Make all of them; returns those that are to be read, by name."""
    for builder in BUILDERS:
        builder(folder)
    return sorted(path for path in folder.iterdir() if path.suffix != ".owl")
