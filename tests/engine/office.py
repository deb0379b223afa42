"""Makes small files of the kinds that are ZIP archives: EPUB books, and parts put into Word documents."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    "<rootfiles>"
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A ZIP file of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def changed(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """The same archive with these parts in place of its own."""
    with zipfile.ZipFile(path) as file:
        own: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist()}
    return zipped(path, {**own, **parts})


def book(path: Path, chapters: dict[str, str], title: str = "The book", more: dict[str, str] | None = None) -> Path:
    """An EPUB book of chapters: file name to the XHTML of the body; `more` as other parts by name."""
    items = "".join(
        f'<item id="i{number}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(chapters)
    )
    refs = "".join(f'<itemref idref="i{number}"/>' for number in range(len(chapters)))
    opf = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></metadata>'
        '<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        f'{items}</manifest><spine><itemref idref="nav"/>{refs}</spine></package>'
    )
    pages = {f"OEBPS/{name}": xhtml(body) for name, body in chapters.items()}
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OEBPS/book.opf": opf}
    return zipped(path, {**parts, "OEBPS/nav.xhtml": xhtml("<p>Contents</p>"), **pages, **(more or {})})


def xhtml(body: str) -> str:
    """A page of a book."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{body}</body></html>'
    )
