"""Markdown: its text without the markup, one page or one for each chapter."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from engine.documents.characters import clean
from engine.documents.plain import LONG, cut
from engine.documents.reading import Reading, ReadPage

if TYPE_CHECKING:
    from pathlib import Path

    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|</?[A-Za-z][^<>]*>", re.DOTALL | re.IGNORECASE)
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
_NAMES = frozenset({".md", ".markdown", ".mdown", ".mkd"})


def looks_like_markdown(text: str, path: Path) -> bool:
    """Whether the text shows two kinds of Markdown's signs, or one where the name says so too."""
    signs = sum(pattern.search(text) is not None for pattern in _SIGNS)
    return signs >= 2 or path.suffix.lower() in _NAMES


def read_markdown(text: str, path: Path) -> Reading:
    """Read Markdown; a long file has a page for each of its topmost headings that come more than once."""
    from markdown_it import MarkdownIt

    text = text.replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    blocks = _Blocks()
    blocks.take(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body))
    named = _FRONT_TITLE.search(front.group(1)) if front else None
    headings = [title for _, level, title in blocks.headings if level == min(h[1] for h in blocks.headings)]
    title = clean(named.group(1)) if named else next(iter(headings), path.stem)
    pages = _pages(blocks.blocks, blocks.headings)
    return Reading("markdown", title, tuple(ReadPage(number, page) for number, page in enumerate(pages, 1)))


class _Blocks:
    """Collects the blocks of a document, and where its headings stand among them."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.headings: list[tuple[int, int, str]] = []  # index of the block, level, words
        self._lists: list[int | None] = []  # next number of each open list, None for bullets
        self._item = ""
        self._row: list[str] = []
        self._open = ("", 0)  # kind of the last block that lines may be added to, and how many there were

    def take(self, tokens: list[Token]) -> None:
        """Take the parser's tokens in order."""
        level = 0
        for token in tokens:
            match token.type:
                case "heading_open":
                    level = int(token.tag[1])
                case "heading_close":
                    level = 0
                case "inline" if level:
                    words = _ATTRIBUTES.sub("", _inline(token))
                    self.headings.append((len(self.blocks), level, words))
                    self.blocks.append(words)
                case "inline" if self._row:
                    self._row.append(_inline(token))
                case "inline":
                    self._add(_inline(token))
                case "fence" | "code_block":
                    self._add(token.content.strip("\n"))
                case "html_block":
                    self._add(_TAG.sub("", token.content))
                case _:
                    self._structure(token)

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
                self._item = "- " if number is None else f"{number}. "
                if number is not None:
                    self._lists[-1] = number + 1
            case "tr_open":
                self._row = [""]
            case "tr_close":
                self._append(" | ".join(self._row[1:]), "row")
                self._row = []

    def _add(self, text: str) -> None:
        text = clean(text).strip()
        if text:
            marker, self._item = self._item, ""
            if self._lists:
                self._append(marker + text, "item")
            else:
                self.blocks.append(text)

    def _append(self, text: str, kind: str) -> None:
        """Items of a list, or rows of a table, are lines of one block."""
        if self._open == (kind, len(self.blocks)):
            self.blocks[-1] += "\n" + text
        else:
            self.blocks.append(text)
        self._open = (kind, len(self.blocks))


def _inline(token: Token) -> str:
    """The words of a paragraph: soft line ends become spaces, links and pictures their texts."""
    parts = []
    for child in token.children or ():
        match child.type:
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append("\n")
            case "text" | "code_inline" | "image":
                parts.append(child.content)
            case "html_inline" if child.content.lower().startswith("<br"):
                parts.append("\n")
    return clean("".join(parts))


def _pages(blocks: list[str], headings: list[tuple[int, int, str]]) -> list[str]:
    starts = {index for index, _, _ in headings}
    if sum(map(len, blocks)) <= LONG:
        return [_joined(blocks, starts, 0, len(blocks))]
    pages: list[str] = []
    begins = [0, *_cuts(blocks, headings, 0, len(blocks)), len(blocks)]
    begin = 0
    for end in begins[1:]:
        if not starts.issuperset(range(begin, end)):  # a heading without a text of its own goes with the next one
            pages.extend(cut(_joined(blocks, starts, begin, end), 2 * LONG))
            begin = end
    return pages + ([_joined(blocks, starts, begin, len(blocks))] if begin < len(blocks) else [])


def _cuts(blocks: list[str], headings: list[tuple[int, int, str]], begin: int, end: int) -> list[int]:
    """Where to part blocks `begin` to `end`: at the topmost level with two headings, and on in long parts."""
    if sum(map(len, blocks[begin:end])) <= LONG:
        return []
    inside = [(index, level) for index, level, _ in headings if begin < index < end]
    levels = sorted({level for _, level in inside})
    if not levels:
        return []
    chosen = [index for index, level in inside if level == levels[0]]
    parts = [begin, *chosen, end]
    deeper = [_cuts(blocks, headings, first, last) for first, last in pairwise(parts)]
    return sorted({*chosen, *(index for part in deeper for index in part)})


def _joined(blocks: list[str], headings: set[int], begin: int, end: int) -> str:
    """Blocks apart by an empty line, a heading right above what it heads."""
    text = ""
    for index in range(begin, end):
        between = "\n" if index - 1 in headings and index not in headings else "\n\n"
        text += (between if text else "") + blocks[index]
    return text
