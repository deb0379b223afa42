"""Footnotes: small type at the foot of a column, told by its marks and set apart from the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.documents.lines import Line, Sheet

_SMALL = 0.93  # times the body's type
_MARK = re.compile(r"\[?(\d{1,3}|[*∗†‡§¶]{1,3}|[a-z](?=\s?[A-Z]))(?:\]|[.)](?=\s))?\s*(?=[^\W\d_]|[\"“‘(\[<«「『《])")
_LOWER_HALF = 0.62  # of the page's height


def set_notes_apart(sheets: list[Sheet], body: float) -> None:
    """Mark the footnotes of each page and put them after its text, each with its mark in brackets.

    Before the page's last paragraph, where that goes on overleaf, is done when the lines are joined.
    """
    for sheet in sheets:
        notes = [line for group in _groups(sheet, body) for line in group]
        if notes:
            taken = {id(line) for line in notes}
            sheet.lines = [line for line in sheet.lines if id(line) not in taken] + notes


def _groups(sheet: Sheet, body: float) -> list[list[Line]]:
    """The footnotes at the foot of each column: small lines, the first with a mark, nothing larger below."""
    groups: list[list[Line]] = []
    group: list[Line] = []
    for line in [*sheet.lines, None]:
        if line is not None and group and _small(line, body) and line.base < group[-1].base + 1:
            group.append(line)
            continue
        if group and _at_foot(group, sheet, body):
            groups.append(_marked(group))
        begins = line is not None and _small(line, body) and _MARK.match(line.text)
        low = line is not None and line.base < _LOWER_HALF * sheet.height
        group = [line] if line is not None and begins and low else []
    return groups


def _small(line: Line, body: float) -> bool:
    return line.size <= _SMALL * body and not (line.table or line.turned or line.row)


def _at_foot(group: list[Line], sheet: Sheet, body: float) -> bool:
    """Whether there is text of the body's type on the page, and none of it below in the same column."""
    left, right = min(line.left for line in group), max(line.right for line in group)
    top = group[0].base
    own = {id(line) for line in group}
    others = [line for line in sheet.lines if id(line) not in own and line.size > _SMALL * body]
    return bool(others) and not any(
        line.base < top and line.left < right and left < line.right and len(line.text) > 3 for line in others
    )


def _marked(group: list[Line]) -> list[Line]:
    for line in group:
        line.note = True
        mark = _MARK.match(line.text)
        if mark is not None and (line is group[0] or _begins(mark.group(1))):
            line.text = f"[{mark.group(1)}] {line.text[mark.end() :]}"
    return group


def _begins(mark: str) -> bool:
    return not mark.isalpha()
