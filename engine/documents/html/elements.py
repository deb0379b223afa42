"""What is asked of the elements of a web page: their names, their text, their numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.documents.blocks import collapsed
from engine.documents.characters import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element


_MADE_BY_PROGRAM = re.compile(
    r"automatically generated|자동(?:으로)? 생성|自動的に生成|\.(?:png|jpe?g|gif|emf|wmf|svg|bmp|tiff?)$", re.IGNORECASE
)


def described(text: str) -> str:
    """What a picture of an office document shows, if it is the words of its author."""
    return "" if _MADE_BY_PROGRAM.search(text.strip()) else " ".join(text.split())


def named(names: str) -> frozenset[str]:
    """Names written one after the other."""
    return frozenset(names.split())


DROPPED = named(
    "script style noscript template svg canvas iframe object embed audio video button input select textarea head link "
    "meta base map rt rp nav footer noframes frameset datalist title"
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def tag(element: Element) -> str:
    """The local name of an element in lower case; '' for comments and the like."""
    name = element.tag
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""


def words(element: Element, skip: Callable[[Element], bool] = lambda element: False) -> str:
    """The text of an element on one line, as it is laid out."""
    return " ".join(clean(collapsed(all_text(element, skip))).split())


def all_text(element: Element, skip: Callable[[Element], bool]) -> str:
    """The text of an element with its white space, however deep."""
    parts: list[str] = []
    ends: list[tuple[Element | None, str]] = [(element, "")]
    while ends:
        current, tail = ends.pop()
        if current is None:
            parts.append(tail)
            continue
        if tag(current) and (current is element or not skip(current)) and tag(current) not in DROPPED:
            parts.append("\n" if tag(current) == "br" else current.text or "")
            ends.extend(entry for child in reversed(current) for entry in ((None, child.tail or ""), (child, "")))
    return "".join(parts)


def as_number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text.strip()) else otherwise
