"""Styles and numbering of Word documents: which paragraphs are headings, and what stands before list items."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.documents.html.elements import tag

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(
    r"(?:heading|제목|개요|標題|标题|見出し|überschrift|titre|título|titolo|заголовок|rubrik|kop|nagłówek)\s*(\d)"
)
_TITLES = frozenset({"title", "제목", "표제", "표제목", "タイトル", "表題", "标题", "titel", "titre", "título"})
_CONTENTS = re.compile(
    r"(?:toc|contents|index|목차|目次|目录|verzeichnis) ?(?:\d|heading)|table of (?:figures|authorities)"
)
_CODE = re.compile(r"(?:html )?preformatted|source ?code|code|코드|plain text$")
_DEEPEST = 20  # styles based on each other
_GANADA, _CHOSUNG = "가나다라마바사아자차카타파하", "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_AIUEO, _IROHA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ", "イロハニホヘトチリヌルヲワカヨタレソツネ"
_HAN = "一二三四五六七八九十"
_SERIES = {
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "ganada": _GANADA,
    "chosung": _CHOSUNG,
    "aiueo": _AIUEO,
    "aiueoFullWidth": _AIUEO,
    "iroha": _IROHA,
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩",
    "chineseCounting": _HAN,
    "chineseCountingThousand": _HAN,
    "japaneseCounting": _HAN,
    "ideographDigital": _HAN,
}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def child(element: Element | None, *names: str) -> Element | None:
    """The first descendant by this path of local names."""
    for name in names:
        element = (
            next((inner for inner in element if tag(inner) == name.lower()), None) if element is not None else None
        )
    return element


def value(element: Element | None, name: str = "val") -> str:
    """An attribute by its local name, or ''."""
    if element is None:
        return ""
    return next((str(text) for key, text in element.items() if key.rpartition("}")[2] == name), "")


def on(element: Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def roman(number: int) -> str:
    """A number in small Roman letters."""
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


@dataclass(slots=True)
class _Style:
    name: str
    base: str
    properties: Element | None


class Styles:
    """The paragraph styles of a document; a property is looked for in the paragraph, then along its styles."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default = ""
        for style in root if root is not None else ():
            if tag(style) == "style" and value(style, "type") == "paragraph":
                id = value(style, "styleId")
                name = value(child(style, "name")).lower()
                self._styles[id] = _Style(name, value(child(style, "basedOn")), child(style, "pPr"))
                if value(style, "default") in ("1", "true"):
                    self._default = id

    def chain(self, paragraph: Element) -> list[_Style]:
        """The style of a paragraph and those it is based on."""
        id = value(child(paragraph, "pPr", "pStyle")) or self._default
        found: list[_Style] = []
        while id in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[id])
            id = found[-1].base
        return found

    def property(self, paragraph: Element, name: str) -> Element | None:
        """A property of a paragraph, its own or that of a style."""
        own = child(paragraph, "pPr", name)
        if own is not None:
            return own
        return next((p for style in self.chain(paragraph) if (p := child(style.properties, name)) is not None), None)

    def level(self, paragraph: Element) -> int:
        """Of a heading, from 1; 0 for other paragraphs."""
        own = value(self.property(paragraph, "outlineLvl"))
        if own.isdecimal():
            return int(own) + 1 if int(own) < 9 else 0
        for style in self.chain(paragraph):
            heading = _HEADING.match(style.name)
            if heading:
                return int(heading[1])
        return 1 if self.is_title(paragraph) else 0

    def is_title(self, paragraph: Element) -> bool:
        """Whether it is the title of the document."""
        return any(style.name in _TITLES for style in self.chain(paragraph)[:1])

    def is_contents(self, paragraph: Element) -> bool:
        """Whether it is a line of the table of contents."""
        return any(_CONTENTS.match(style.name) for style in self.chain(paragraph))

    def is_code(self, paragraph: Element) -> bool:
        """Whether its spaces count."""
        return any(_CODE.match(style.name) for style in self.chain(paragraph)[:1])


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    style: str = ""


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, which count while its paragraphs are taken in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._numbers: dict[str, tuple[str, dict[int, int]]] = {}  # id to the list and where levels begin again
        self._begun: set[str] = set()
        for element in root if root is not None else ():
            if tag(element) == "abstractnum":
                levels = {_index(level): _level(level) for level in element if tag(level) == "lvl"}
                self._lists[value(element, "abstractNumId")] = _List(levels)
            elif tag(element) == "num":
                again = {
                    _index(override): int(begin)
                    for override in element
                    if (begin := value(child(override, "startOverride"))).isdecimal()
                }
                self._numbers[value(element, "numId")] = (value(child(element, "abstractNumId")), again)

    def marker(self, paragraph: Element) -> tuple[str, int] | None:
        """What stands before a paragraph ('-' for any bullet) and how deep it is; None when it is in no list."""
        properties = self._styles.property(paragraph, "numPr")
        id = value(child(properties, "numId"))
        if id not in self._numbers:
            return None
        name, again = self._numbers[id]
        if name not in self._lists:
            return None
        list_ = self._lists[name]
        depth = self._depth(paragraph, properties, list_)
        level = list_.levels.get(depth, _Level())
        if id not in self._begun:
            self._begun.add(id)
            list_.counts.update({at: begin - 1 for at, begin in again.items()})
        for deeper in [at for at in list_.counts if at > depth]:
            del list_.counts[deeper]
        list_.counts[depth] = list_.counts.get(depth, level.start - 1) + 1
        if level.format == "bullet":
            return "-", depth
        if level.format == "none":
            return level.text if "%" not in level.text else "", depth
        return re.sub(r"%(\d)", lambda match: self._number(list_, int(match[1]) - 1), level.text).strip(), depth

    def _depth(self, paragraph: Element, properties: Element | None, list_: _List) -> int:
        own = value(child(properties, "ilvl"))
        if own.isdecimal():
            return int(own)
        style = value(child(paragraph, "pPr", "pStyle"))
        return next((at for at, level in list_.levels.items() if style and level.style == style), 0)

    @staticmethod
    def _number(list_: _List, at: int) -> str:
        level = list_.levels.get(at, _Level())
        return _written(list_.counts.get(at, level.start), level.format)


def _index(level: Element) -> int:
    text = value(level, "ilvl")
    return int(text) if text.isdecimal() else 0


def _level(level: Element) -> _Level:
    start = value(child(level, "start"))
    return _Level(
        value(child(level, "numFmt")) or "decimal",
        value(child(level, "lvlText")),
        int(start) if start.isdecimal() else 1,
        value(child(level, "pStyle")),
    )


def _written(number: int, format: str) -> str:
    if "Roman" in format and 0 < number < 4000:
        return roman(number).upper() if format == "upperRoman" else roman(number)
    series = _SERIES.get(format, "")
    if 1 <= number <= len(series):
        return series[number - 1]
    return f"{number:02}" if format == "decimalZero" else str(number)
