"""EPUB books: their chapters in the order in which they are read."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from engine.documents.blocks import Blocks
from engine.documents.html.elements import tag
from engine.documents.html.web import Notes, decode_html, parse, take
from engine.documents.office.package import Package
from engine.documents.reading import Reading
from engine.errors import HoneError

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_CHAPTERS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "application/xml")
_FONTS = (".otf", ".ttf", ".woff", ".woff2", ".ttc")  # their letters may be scrambled in a book that anybody may read


def read_book(path: Path) -> Reading:
    """Read an .epub file: each chapter begins a page, long ones have some."""
    with Package(path) as package:
        root = next((e.get("full-path") or "" for e in package.xml(_CONTAINER).iter() if tag(e) == "rootfile"), "")
        book = package.xml(root)
        _refuse_encrypted(package)
        chapters = {
            name: page
            for name in _spine(book, posixpath.dirname(root))
            if package.has(name) and (page := _chapter(package, name)) is not None
        }
    if not chapters:
        raise HoneError(f"{path.name} is damaged", "There are no chapters in it: get a fresh copy.")
    blocks, notes = Blocks(), Notes(chapters)
    bodies = {name: _body(page) for name, page in chapters.items()}
    for name, body in bodies.items():
        notes.find(body, name)  # before a chapter is taken, for notes may stand in an earlier one
    for name, body in bodies.items():
        blocks.end_page()
        take(body, blocks, notes, name)
    named = next((e.text or "" for e in book.iter() if tag(e) == "title" and e.text), "")
    return Reading("epub", " ".join(named.split()) or blocks.first_heading() or path.stem, blocks.pages())


def _spine(book: Element, folder: str) -> list[str]:
    """The names of the parts to read in order, the table of contents left out."""
    items: dict[str, Element] = {e.get("id") or "": e for e in book.iter() if tag(e) == "item"}
    found = []
    for reference in (e for e in book.iter() if tag(e) == "itemref"):
        item = items.get(reference.get("idref") or "")
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        if (item.get("media-type") or "") in _CHAPTERS:
            found.append(posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or ""))))
    return list(dict.fromkeys(found))


def _chapter(package: Package, name: str) -> Element | None:
    data = package.read(name)
    package.refuse_entities(data)
    text = decode_html(data)
    page = None if text is None else parse(text, strict=True)
    if page is None:
        return None
    folder = posixpath.dirname(name)
    for link in page.iter("a"):  # from here on, links say the name of the part
        target, sign, id = (link.get("href") or "").partition("#")
        if sign and ":" not in target:
            link.set("href", f"{posixpath.normpath(posixpath.join(folder, unquote(target))) if target else name}#{id}")
    return page


def _body(page: Element) -> Element:
    found = page.find("body")
    return page if found is None else found


def _refuse_encrypted(package: Package) -> None:
    """Raise HoneError for a book that only certain programs may show."""
    if not package.has(_ENCRYPTION):
        return
    locked = [e.get("URI") or "" for e in package.xml(_ENCRYPTION).iter() if tag(e) == "cipherreference"]
    if any(not name.lower().endswith(_FONTS) for name in locked):
        hint = "It is encrypted (DRM), so that only certain programs can show it. Get a copy without that."
        raise HoneError(f"{package.name} is protected against copying", hint)
