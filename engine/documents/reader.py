"""Which kind a file is, told by its bytes, and the one way to read it whatever it is."""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING

from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.documents.reading import Reading

_HEAD = 4096
_MOST_TEXT = 64_000_000  # bytes
_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # the header may follow other bytes (ISO 32000, annex H)
_OTHERS = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"BM", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Office or Hangul document"),
    (b"HWP Document File", "a Hangul document"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"BZh", "a packed file"),
    (b"\xfd7zXZ", "a packed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"%!PS", "a PostScript file"),
    (b"GGUF", "a model"),
)
_ZIPPED = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"application/epub", "an EPUB book"),
    (b"application/vnd.oasis", "an OpenDocument file"),
    (b"application/hwp", "a Hangul document"),
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)


def kind(path: Path) -> str:
    """Return pdf or text; raises HoneError for what is neither, naming it where its first bytes tell."""
    head = _head(path)
    if _PDF in head[:_PDF_WITHIN]:
        return "pdf"
    other = _other(head)
    if other:
        hint = "Hone reads PDF, Markdown and plain text. Save or print it as PDF from the program it belongs to."
        raise HoneError(f"{path.name} is {other}, which Hone cannot read", hint)
    return "text"


def read(path: Path, password: str, after_page: Callable[[], None]) -> Reading:
    """Read a file to its end; `after_page` is called for each page and may raise to stop.

    Raises HoneError when nothing can be read of it: one message for each cause.
    """
    try:
        if kind(path) == "pdf":
            from engine.documents.pdf import read_pdf

            return read_pdf(path, password, after_page)
        reading = _read_text(path)
    except OSError as error:
        raise unreadable(path, error) from error
    after_page()
    return reading


def count_pages(path: Path, password: str) -> int:
    """How many pages reading the file will count, as far as can be told quickly."""
    try:
        is_pdf = kind(path) == "pdf"
    except HoneError:
        return 1
    if not is_pdf:
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


def _other(head: bytes) -> str:
    """Words for a kind of file that is known and not read; '' for everything else."""
    if head.startswith(b"PK\x03\x04"):
        return next((words for mark, words in _ZIPPED if mark in head), "a packed file")
    if _HTML.match(head):
        return "a web page"
    return next((words for mark, words in _OTHERS if head.startswith(mark)), "")


def _read_text(path: Path) -> Reading:
    from engine.documents.markdown import looks_like_markdown, read_markdown
    from engine.documents.plain import decode, read_plain

    if path.stat().st_size > _MOST_TEXT:
        raise HoneError(
            f"{path.name} is too long", f"Hone reads text files up to {_MOST_TEXT // 1_000_000} MB: split it."
        )
    text = decode(path.read_bytes())
    if text is None:
        hint = "It is neither a PDF nor text in an encoding that Hone knows. Save or print it as PDF."
        raise HoneError(f"{path.name} is not a kind of file that Hone can read", hint)
    reading = read_markdown(text, path) if looks_like_markdown(text, path) else read_plain(text, path)
    if not any(page.text for page in reading.pages):
        raise HoneError(f"{path.name} has no text", "There is nothing in it but white space.")
    return reading
