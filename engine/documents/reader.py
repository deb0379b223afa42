"""Which kind a file is, told by its bytes, and the one way to read it whatever it is."""

from __future__ import annotations

import errno
import re
import zipfile
from typing import TYPE_CHECKING

from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from engine.documents.reading import Coming, Reading
    from engine.documents.taken import Taken

_HEAD = 4096
_MOST_TEXT = 64_000_000  # bytes
_PACKED = "a packed file"
_OLD = "an old Office or Hangul document"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # in an Office document with a password
_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # the header may follow other bytes (ISO 32000, annex H)
_OTHERS = (
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", _OLD),
    (b"HWP Document File", "a Hangul document"),
    (b"\x1f\x8b", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ", _PACKED),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"%!PS", "a PostScript file"),
    (b"GGUF", "a model"),
)
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
# The names of what is in a ZIP archive begin so.
_ZIPPED = {"word/": "docx", "ppt/": "pptx", "META-INF/container.xml": "epub", "OEBPS/": "epub", "OPS/": "epub"}
_ZIPPED_OTHERS = {
    "xl/": "an Excel workbook",
    "Contents/section": "a Hangul document",
    "content.xml": "an OpenDocument file",
    "Index/": "a document of Pages, Numbers or Keynote",
}
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"\s*<(?:[a-z][a-z0-9]*\b|!--)", re.IGNORECASE)
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht"})
_MAIL = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related", re.IGNORECASE)
READS = "Hone reads PDF, Word (.docx), PowerPoint (.pptx), EPUB, web pages, Markdown, plain text and pictures"


def kind(path: Path) -> str:
    """Return pdf, docx, pptx, epub, html, image or text; raises HoneError for others, in words where its bytes tell."""
    head = _head(path)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path, head)
    if _PDF in head[:_PDF_WITHIN]:
        return "pdf"
    if head.startswith(_PICTURES):
        return "image"
    if _is_html(head, path):
        return "html"
    other = next((words for mark, words in _OTHERS if head.startswith(mark)), "")
    if other:
        raise _refused(path, other)
    return "text"


def read(path: Path, password: str, after_page: Callable[[], None]) -> Reading:
    """Read a file to its end, as `begin`, and have all of it."""
    return begin(path, password, after_page).whole()


def begin(path: Path, password: str, after_page: Callable[[], None], given: Iterable[Taken] = ()) -> Coming:
    """Read a file, whose pages are then handed out; `after_page` is called for each page and may raise to stop.

    `given` are pages of a PDF that were read already. Raises HoneError when nothing can be read of it: one message
    for each cause.
    """
    from engine.documents.reading import coming

    try:
        what = kind(path)
        if what == "pdf":
            from engine.documents.pdf import read_pdf

            return read_pdf(path, password, after_page, given)
        if what == "pptx":
            from engine.documents.office.slides import read_slides

            return coming(read_slides(path, after_page))
        if what == "image":
            from engine.documents.letters.pictures import read_image

            reading = read_image(path)
            after_page()
            return coming(reading)
        reading = _READERS[what](path)
    except OSError as error:
        raise unreadable(path, error) from error
    if not any(page.text for page in reading.pages):
        raise HoneError(f"{path.name} has no text", "There is nothing in it but white space or pictures.")
    after_page()
    return coming(reading)


def count_pages(path: Path, password: str) -> int:
    """How many pages reading the file will count, as far as can be told quickly."""
    try:
        what = kind(path)
    except HoneError:
        return 1
    if what == "pptx":
        return max(sum(name.startswith("ppt/slides/slide") for name in _names(path)), 1)
    if what != "pdf":
        return 1
    from engine.documents.pdf import count_pages

    return count_pages(path, password)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise unreadable(path, error) from error
    if not head:
        raise HoneError(f"{path.name} is empty", "The file has no bytes at all: copy or download it again.")
    return head


def unreadable(path: Path, error: OSError) -> HoneError:
    """The words for a file that the system does not hand over."""
    if isinstance(error, FileNotFoundError):
        return HoneError(f"There is no file {path.name}", f"Nothing lies at {path}. Look at the name again.")
    if error.errno == errno.ELOOP:
        return HoneError(f"{path.name} leads nowhere", f"{path} is a link that leads back to itself.")
    hint = f"{error.strerror}: {path}. Give yourself the right to read it, or copy it elsewhere."
    return HoneError(f"{path.name} cannot be opened", hint)


def _refused(path: Path, other: str) -> HoneError:
    if other == _OLD and _is_locked(path):
        return HoneError(f"{path.name} is protected by a password", "Save a copy without one, and read that.")
    hint = f"{READS}. Save it as one of these from the program it belongs to, or print it as PDF."
    return HoneError(f"{path.name} is {other}, which Hone cannot read", hint)


def _is_locked(path: Path) -> bool:
    with path.open("rb") as file:
        return _LOCKED in file.read(_MOST_TEXT)


def _zipped(path: Path, head: bytes) -> str:
    """Which document a ZIP archive is."""
    names = _names(path)
    if not names:  # cut short: its first entries still tell
        names = re.findall(r"[\w\[\]./-]{4,}", head.decode("latin-1"))
        names = [mark for mark in (*_ZIPPED, *_ZIPPED_OTHERS) if any(mark in name for name in names)]
    for mark, found in _ZIPPED.items():
        if any(name.startswith(mark) for name in names):
            return found
    if b"application/epub" in head:
        return "epub"
    raise _refused(path, next((w for m, w in _ZIPPED_OTHERS.items() if any(n.startswith(m) for n in names)), _PACKED))


def _names(path: Path) -> list[str]:
    """The names of what is in a ZIP archive; none when it is not whole."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return []


def _is_html(head: bytes, path: Path) -> bool:
    """Whether the first bytes are those of a web page, or could be while the name says so."""
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = head.decode("utf-16" if wide else "latin-1", errors="ignore").removeprefix("\u00ef\u00bb\u00bf")
    if _HTML.match(text) or _MAIL.match(head.replace(b"\r\n", b"\n")):
        return True
    return path.suffix.lower() in _HTML_NAMES and _TAG.match(text) is not None


def _read_word(path: Path) -> Reading:
    from engine.documents.office.word import read_word

    return read_word(path)


def _read_book(path: Path) -> Reading:
    from engine.documents.html.book import read_book

    return read_book(path)


def _read_page(path: Path) -> Reading:
    from engine.documents.html.web import read_html

    return read_html(_bytes(path), path)


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > _MOST_TEXT:
        hint = f"Hone reads text files up to {_MOST_TEXT // 1_000_000} MB: split it."
        raise HoneError(f"{path.name} is too long", hint)
    return path.read_bytes()


def _read_text(path: Path) -> Reading:
    from engine.documents.markdown import looks_like_markdown, read_markdown
    from engine.documents.plain import decode, read_plain

    text = decode(_bytes(path))
    if text is None:
        hint = f"It is no text in an encoding that Hone knows. {READS}."
        raise HoneError(f"{path.name} is not a kind of file that Hone can read", hint)
    return read_markdown(text, path) if looks_like_markdown(text, path) else read_plain(text, path)


_READERS: dict[str, Callable[[Path], Reading]] = {
    "docx": _read_word, "epub": _read_book, "html": _read_page, "text": _read_text,
}  # fmt: skip
