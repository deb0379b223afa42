"""Markdown: its text without the markup, one page or one for each chapter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.documents.blocks import Blocks, collapsed, raised
from engine.documents.characters import clean
from engine.documents.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\s*\{[#.][^{}]*\}\s*$")
_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^#{1,6} \S",
        r"^(?:```|~~~)",
        r"\[[^\]\n]+\]\([^)\s]+\)",
        r"\*\*\S[^*\n]*\*\*|`[^`\n]+`",
        r"^\|?(?:\s*:?-{3,}:?\s*\|)+",
    )
)
_WITH_WORDS = frozenset({"inline", "fence", "code_block"})
_NAMES = frozenset({".md", ".markdown", ".mdown", ".mkd"})


def looks_like_markdown(text: str, path: Path) -> bool:
    """Whether the text shows two kinds of Markdown's signs, or one where the name says so too."""
    signs = sum(pattern.search(text) is not None for pattern in _SIGNS)
    return signs >= 2 or path.suffix.lower() in _NAMES


def read_markdown(text: str, path: Path) -> Reading:
    """Read Markdown; a long file has a page for each of its topmost headings that come more than once."""
    text = text.replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    blocks = Blocks()
    _Reader(blocks).take(_parsed(body))
    named = _FRONT_TITLE.search(front.group(1)) if front else None
    title = clean(named.group(1)) if named else blocks.first_heading() or path.stem
    return Reading("markdown", title, blocks.pages())


def _parsed(text: str) -> list[Token]:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)
    return parser.parse(text)


class _Reader:
    """Takes the parser's tokens, and gives what they hold to the blocks."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._level = 0  # of the heading that is open
        self._lists: list[int | None] = []  # next number of each open list, None for bullets
        self._item = ""  # what stands before the next line of a list
        self._terms = 0  # open definition lists
        self._term = False
        self._rows: list[list[str]] | None = None
        self._notes: dict[int, str] = {}

    def take(self, tokens: list[Token]) -> None:
        """Take the tokens of a document; its footnotes are the last of them."""
        end = next((i for i, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
        number = 0
        for token in tokens[end:]:
            if token.type == "footnote_open":
                number = token.meta["id"]
            elif token.content and token.type in _WITH_WORDS:
                words = _inline(token) if token.type == "inline" else token.content
                self._notes[number] = f"{self._notes.get(number, '')} {words}".strip()
        for token in tokens[:end]:
            self._token(token)

    def _token(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._level = int(token.tag[1])
            case "heading_close":
                self._level = 0
            case "inline":
                self._words(token)
            case "fence" | "code_block":
                self._code(token.content)
            case "html_block":
                self._html(token.content)
            case "tr_open" | "table_open" | "table_close":
                self._table(token.type)
            case _:
                self._structure(token)

    def _words(self, token: Token) -> None:
        text = _inline(token)
        if self._rows is not None:
            self._rows[-1].append(text)
        elif self._level:
            self._blocks.heading(self._level, _ATTRIBUTES.sub("", text))
        else:
            self._add(text)
        for child in token.children or ():
            if child.type == "footnote_ref":
                number = child.meta["id"]
                self._blocks.note(str(number + 1), self._notes.get(number, ""))

    def _add(self, text: str) -> None:
        if self._lists:
            lead = self._item or "  " * len(self._lists)
            self._item = ""
            self._blocks.line(text, "list", lead)
        elif self._terms:
            self._blocks.line(text, "terms", begin=self._term)
        else:
            self._blocks.paragraph(text)

    def _code(self, text: str) -> None:
        if self._item:
            self._add(text)
        else:
            self._blocks.code(text, "list" if self._lists else "")

    def _html(self, text: str) -> None:
        from engine.documents.html.web import take_html

        take_html(text, self._blocks)

    def _table(self, type: str) -> None:
        if type == "tr_open" and self._rows is not None:
            self._rows.append([])
        elif type == "table_open":
            self._rows = []
        elif self._rows is not None:
            self._blocks.table(self._rows)
            self._rows = None

    def _structure(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                number = self._lists[-1]
                self._item = "  " * (len(self._lists) - 1) + ("- " if number is None else f"{number}. ")
                if number is not None:
                    self._lists[-1] = number + 1
            case "dl_open" | "dl_close":
                self._terms += 1 if token.type == "dl_open" else -1
            case "dt_open" | "dt_close":
                self._term = token.type == "dt_open"


def _inline(token: Token) -> str:
    """The words of a paragraph: soft line ends become spaces, links and pictures their texts."""
    parts: list[str] = []
    lifted = False
    for child in token.children or ():
        match child.type:
            case "softbreak":
                parts.append("\n")
            case "hardbreak":
                parts.append("\v")
            case "text" | "code_inline" | "image":
                parts.append(raised(child.content) if lifted else child.content)
            case "footnote_ref":
                parts.append(f"[{child.meta['id'] + 1}]")
            case "html_inline":
                tag = child.content.lower()
                lifted = tag.startswith("<sup") or (lifted and not tag.startswith("</sup"))
                parts.append("\v" if tag.startswith("<br") else "")
    return collapsed("".join(parts)).replace("\v", "\n")
