"""Web pages: in which encoding they are, which part of one is its content, and what in it is none."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from html.entities import html5
from typing import TYPE_CHECKING

from engine.documents.blocks import Blocks
from engine.documents.html.elements import named, tag, words
from engine.documents.html.markup import Walker
from engine.documents.plain import decode
from engine.documents.reading import Reading
from engine.errors import HoneError

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

_DECLARED = re.compile(rb"<\?xml[^>]*encoding=[\"']([\w.:-]+)|<meta[^>]*charset=[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_WITHIN = 4096  # bytes in which a page says its encoding
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ENTITIES = re.compile(r"<!ENTITY", re.IGNORECASE)
_ENDED = re.compile(r"<(title|script|style|a|div|p|span|em|i|b|strong|td|th|li|h[1-6]|iframe|textarea)\b([^<>]*)/>")
_NAMED = re.compile(r"&(\w+);")
_LETTERS = {name.rstrip(";"): text for name, text in html5.items() if text not in "<>&\"'"}
# What the names of encodings stand for on the web: the larger set that programs really write.
_MEANT = {
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ks_c_5601-1989": "cp949", "ksc5601": "cp949",
    "x-windows-949": "cp949", "windows-949": "cp949", "uhc": "cp949", "gb2312": "gb18030",
    "gbk": "gb18030", "x-gbk": "gb18030",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "shift_jis": "cp932",
    "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "big5": "big5hkscs",
    "tis-620": "cp874", "iso-8859-9": "cp1254", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
}  # fmt: skip
_WRONG_SHARE = 0.002  # of the characters, when the rest is in the encoding that the page names

_CONTENT = (
    "//main",
    "//*[@role='main']",
    "//*[@id='mw-content-text']",
    "//article",
    "//*[@itemprop='articleBody']",
    "//div[contains(concat(' ', @class, ' '), ' markdown-body ')]",
    "//div[@id='main-content' or @id='content' or @id='main']",
)
_CONTENT_SHARE = 0.4  # of the text of the page, unless it is long anyway
_CONTENT_LONG = 500  # characters
_ARTICLE_SHARE = 0.6
_ROLES = frozenset({"navigation", "search", "banner", "contentinfo", "complementary", "menu", "menubar", "toolbar"})
_CLASSES = named(
    "nav navbar navigation navbox breadcrumb breadcrumbs sidebar sphinxsidebar toc toctree-wrapper-local "
    "tableofcontents table-of-contents cookie cookies cookie-banner pagination pager skip-link skiplink headerlink "
    "hash-link mw-editsection noprint share social sr-only visually-hidden screen-reader-text linenos lineno "
    "linenodiv gutter related prev-next prev-next-area prev-next-footer rst-footer-buttons rst-versions edit-link "
    "theme-edit-this-page feedback advertisement ads comments reference-previewer printfooter catlinks mw-jump-link "
    "copybtn copy-button clipboard-copy md-source-file navheader navfooter navigation-header nav-footer nav-header "
    "footer site-footer site-header page-header-nav skip-to-content doxygen-nav navpath subnavlist topnav bottomnav "
    "subnav nav-panel mw-hidden-catlinks toclevel localtoc contents-sidebar back-to-top"
)
_IDS = named(
    "nav navbar navigation sidebar toc mw-navigation footer site-footer comments cookie-banner breadcrumbs skip-link "
    "nav-path nav-tree side-nav search searchbox main-nav catlinks mw-panel mw-head navrow1 navrow2 navrow3 navrow4 "
    "table-of-contents"
)
_NOTE_CLASSES = re.compile(
    r"note|tip|warning|caution|important|admonition|callout|danger|info|alert|hint|aside|topic", re.IGNORECASE
)
_BACK = re.compile(r"^(?:fn|foot|end|note|cite|foot_?note|end_?note)[-_]?ref|^ref|back", re.IGNORECASE)
_FOOTNOTE = re.compile(
    r"(?:^|[\s_-])(?:(?:foot|end)note|fn|note[-_]?\d)|noteref|citation|(?:^|\s)reference(?:\s|$)", re.IGNORECASE
)
_MARK = re.compile(r"[\[(]?(\d{1,3}|[a-z]|[ivx]{1,6}|[*†‡§]{1,3})[\])]?")
_NOTE_ELEMENTS = frozenset({"li", "p", "div", "aside", "dd", "tr", "section", "td", "dl"})
_LONGEST_NOTE = 3_000  # characters
_PERMALINKS = frozenset({"", "¶", "#", "§", "🔗", "↩", "↩︎", "link", "edit", "^", "↑", "⤴", "[edit]"})
_NOTHING_SEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LISTED = 3  # links, from which a list of them is a table of contents or a menu
_LINKS = 0.7  # of a text that leads elsewhere


def decode_html(data: bytes) -> str | None:
    """The text of a web page, in the encoding it is in or says it is in; None when it is no text."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00" in data[:_WITHIN]:
        return decode(data)
    found = _DECLARED.search(data[:_WITHIN])
    name = (found[1] or found[2]).decode("ascii", "replace").lower() if found else ""
    for encoding in (_codec(name), "utf-8"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    text = data.decode(_codec(name), errors="replace")
    return text if name and text.count("\ufffd") <= _WRONG_SHARE * len(text) else decode(data)


def read_html(data: bytes, path: Path) -> Reading:
    """Read a web page: its content, without what leads around the site."""
    text = decode_html(_saved_page(data))
    if text is None:
        raise HoneError(
            f"{path.name} is damaged", "It is a web page by its first letters, but not text: save it again."
        )
    blocks = Blocks()
    page = parse(text)
    if page is not None:
        found = content(page)
        take(found, blocks, Notes({"": page}), menus=tag(found) != "body")
        if not blocks.pages()[0].text:
            take(page, blocks, Notes({"": page}))
    title = blocks.first_heading() or page_title(page) or path.stem
    return Reading("html", title, blocks.pages())


def _saved_page(data: bytes) -> bytes:
    """The page of a file in which a browser saved it with its pictures (MHTML); any other file as it is."""
    if data.lstrip()[:1] == b"<" or b"multipart/related" not in data[:_WITHIN].lower():
        return data
    for part in email.message_from_bytes(data, policy=email.policy.default).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            named = part.get_content_charset()
            if not isinstance(content, bytes):
                break
            head = f'<meta charset="{named}">'.encode() if named and not _DECLARED.search(content[:_WITHIN]) else b""
            return head + content
    return data


def take_html(text: str, blocks: Blocks) -> None:
    """Give the blocks of a piece of HTML to `blocks`."""
    page = parse(text)
    if page is not None:
        take(page, blocks, Notes({"": page}))


def take(element: Element, blocks: Blocks, notes: Notes, file: str = "", menus: bool = True) -> None:
    """Give the blocks of an element to `blocks`; links in it lead on from `file`; `menus` keeps lists of links."""
    notes.find(element, file)
    whole = len(words(element))

    def skip(inner: Element) -> bool:
        menu = not menus and tag(inner) in _LISTS and _is_menu(inner)
        return menu or inner in notes.bodies or _unseen(inner, whole)

    Walker(blocks, skip, notes.at).walk(element)


def parse(text: str, strict: bool = False) -> Element | None:
    """The root of a page, or None when there is nothing in it; no file or address is ever opened for it.

    `strict` says that it should be XML, where an empty element may end in itself; it is read anyway.
    """
    from lxml import etree, html

    strict = strict or _XML_HEAD.match(text) is not None
    text = _XML_HEAD.sub("", text).replace("\x00", "")
    if not text.strip():
        return None
    if strict and not _ENTITIES.search(text):
        try:
            return _parse_xml(text)
        except etree.XMLSyntaxError:
            text = _ENDED.sub(r"<\1\2></\1>", text)
    parser = html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except etree.ParserError:
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        hint = "Its elements stand inside each other thousands deep. Open it in a browser and print it as PDF."
        raise HoneError("The page is nested too deeply", hint)
    return root


def _parse_xml(text: str) -> Element:
    """The root of a page that is XML, its names without namespaces."""
    from lxml import etree

    text = _NAMED.sub(lambda match: _LETTERS.get(match[1], match[0]), text)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode(), parser)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return root


def page_title(page: Element | None) -> str:
    """The title that a browser shows, or ''."""
    found = page.find(".//title") if page is not None else None
    return " ".join((found.text or "").split()) if found is not None else ""


def content(page: Element) -> Element:
    """The element that holds what the page is about, as far as its marks tell; else the whole body."""
    body = page.find("body")
    body = page if body is None else body
    whole = len(words(body))
    for path in _CONTENT:
        found = [element for element in page.xpath(path) if not _unseen(element, 2 * whole)]
        if not found:
            continue
        best = max(found, key=lambda element: len(words(element)))
        length = len(words(best))
        together = sum(len(words(element)) for element in found if best not in element.iterancestors())
        if length < _ARTICLE_SHARE * together:
            continue  # a list of articles
        if length >= min(_CONTENT_LONG, _CONTENT_SHARE * whole):
            return best
    return body


class Notes:
    """The footnotes of the pages given: which elements hold one, and which links lead to it."""

    def __init__(self, pages: dict[str, Element]) -> None:
        self.bodies: set[Element] = set()
        self._pages = pages
        self._searched: set[str] = set()
        self._ids: dict[str, dict[str, Element]] = {}
        self._links: dict[Element, tuple[str, str]] = {}

    def find(self, element: Element, file: str) -> None:
        """Look for the links to footnotes in an element of the page `file`, once."""
        if file in self._searched:
            return
        self._searched.add(file)
        for link in element.iter("a"):
            target, _, id = (link.get("href") or "").partition("#")
            mark = _MARK.fullmatch(words(link))
            if not id or mark is None or not _is_reference(link):
                continue
            if _BACK.search(id) or any(outer in self.bodies for outer in link.iterancestors()):
                continue  # a link back
            body = self._body(target or file, id, link)
            if body is not None:
                self.bodies.add(body)
                self._links[link] = (mark[1], _note_text(body, mark[1]))

    def at(self, element: Element) -> tuple[str, str] | None:
        """The mark and the text of the footnote that an element leads to, or None."""
        return self._links.get(element)

    def _body(self, file: str, id: str, link: Element) -> Element | None:
        if file not in self._ids and file in self._pages:
            page = self._pages[file]
            self._ids[file] = {str(element.get("id")): element for element in page.iter() if element.get("id")}
            self._ids[file].update({str(a.get("name")): a for a in page.iter("a") if a.get("name")})
        body = self._ids.get(file, {}).get(id)
        while body is not None and tag(body) not in _NOTE_ELEMENTS:
            body = body.getparent()
        if body is None or tag(body) == "section" or body in link.iterancestors():
            return None
        text, mark = words(body), words(link).strip("[]()")
        called = f"{id} {body.get('id') or ''} {body.get('class') or ''}"
        sure = tag(body) in ("li", "aside", "dd") or _FOOTNOTE.search(called) or text.lstrip("[( ").startswith(mark)
        return body if sure and 0 < len(text) <= _LONGEST_NOTE else None


def _codec(name: str) -> str:
    name = _MEANT.get(name, name or "utf-8")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "utf-8"


def _is_reference(link: Element) -> bool:
    """Whether a link to a place of the page is one to a footnote: raised, or called so."""
    parent = link.getparent()
    around = [link] if parent is None else [link, parent]
    called = " ".join(
        f"{e.get('class') or ''} {e.get('role') or ''} {e.get('{http://www.idpf.org/2007/ops}type') or ''}"
        f" {e.get('epub:type') or ''}"
        for e in around
    )
    return any(tag(e) == "sup" for e in around) or any(tag(e) == "sup" for e in link) or bool(_FOOTNOTE.search(called))


def _note_text(body: Element, mark: str) -> str:
    """The text of a footnote without its own mark and without the links back."""
    text = words(body, lambda inner: tag(inner) == "a" and words(inner).strip("[]") in (_PERMALINKS | {mark}))
    return re.sub(rf"^(?:[\[(]?{re.escape(mark)}[\])]?[.:]?|\^)\s+", "", text.removeprefix("[]").strip("↩︎ "))


def _is_default(element: Element) -> bool:
    """Whether an element is the last of a few that are all hidden until a script shows the one for this machine."""
    parent = element.getparent()
    if parent is None or len(parent) < 2 or parent[-1] is not element or (parent.text or "").strip():
        return False
    return tag(parent) == "span" and all(child.get("hidden") is not None for child in parent)


def _unseen(element: Element, whole: int) -> bool:
    """Whether a reader of the content does not see an element, or does not want it; `whole` is all text's length."""
    name = tag(element)
    if element.get("aria-hidden") == "true" or _NOTHING_SEEN.search(element.get("style") or ""):
        return True
    if element.get("hidden") is not None and element.get("role") != "tabpanel" and not _is_default(element):
        return True
    if element.get("role") in _ROLES:
        return True
    classes = (element.get("class") or "").lower().split()
    if name == "a":
        return "headerlink" in classes or _is_permalink(element)
    if name == "aside":
        kind = f"{element.get('class') or ''} {element.get('role') or ''} {element.get('id') or ''}"
        return not (_NOTE_CLASSES.search(kind) or _FOOTNOTE.search(kind))
    if name == "header":
        return not any(tag(inner) in _HEADS for inner in element.iter())
    if name in ("html", "body", "main", "article", "pre", "code") or not (
        classes or element.get("id") or name in _LISTS
    ):
        return False
    if {"header", "footer"} & set(classes) and _link_share(element) > _LINKS:
        return True
    framing = not _CLASSES.isdisjoint(classes) or (element.get("id") or "").lower() in _IDS
    if framing and 2 * len(words(element)) < whole:
        return True
    return name in _LISTS and _is_contents(element)


_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})


def _is_permalink(link: Element) -> bool:
    """Whether a link is nothing but a sign that leads to the place it stands at."""
    return (link.get("href") or "").startswith("#") and words(link).lower() in _PERMALINKS and not len(link)


def _is_contents(element: Element) -> bool:
    """Whether a list is nothing but links to parts of this page."""
    links = list(element.iter("a"))
    if len(links) < _LISTED or not all((link.get("href") or "").startswith("#") for link in links):
        return False
    return _link_share(element) > _LINKS


def _is_menu(element: Element) -> bool:
    """Whether a list is nothing but links."""
    return sum(1 for _ in element.iter("a")) >= _LISTED and _link_share(element) > 0.9


def _link_share(element: Element) -> float:
    """How much of the text of an element is links."""
    linked = sum(len(words(link).replace(" ", "")) for link in element.iter("a"))
    return linked / max(len(words(element).replace(" ", "")), 1)
