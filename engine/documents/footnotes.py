"""Footnotes: small type at the foot of a column, told by its marks and set apart; marks in the text that name them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.documents.lines import SUPERSCRIPTS

if TYPE_CHECKING:
    from engine.documents.lines import Line, Sheet

_SMALL = 0.93  # times the body's type
_MARK = re.compile(r"\[?(\d{1,3}|[*∗†‡§¶]{1,3}|[a-z](?=\s?[A-Z]))(?:\]|[.)](?=\s))?\s*(?=[^\W\d_]|[\"“‘(\[<«「『《])")
_PLAIN = {sign: digit for digit, sign in SUPERSCRIPTS.items()}
_RAISED = re.compile(
    r"(?P<word>[^\W\d_⁰¹²³⁴-⁹]*)(?P<stop>[.,;:!?]*[)\"”’»]*) ?"
    r"(?P<mark>[⁰¹²³⁴-⁹]{1,3}(?:,[⁰¹²³⁴-⁹]{1,3})*)(?P<after>(?=\w)| (?=[.,;:!?)]))?"
)
_UNIT = 2  # letters: "m2" is an area, whatever notes there are
_BRACKETED = re.compile(r"\[(\d+)\]")
_LOWER_HALF = 0.62  # of the page's height


def set_notes_apart(sheets: list[Sheet], body: float) -> None:
    """Mark the footnotes of each page and put them after its text, each with its mark in brackets.

    Small digits above the line become the mark in brackets of a note on the page, and plain digits otherwise.
    Where the page's last paragraph goes on overleaf the notes are put before it when the lines are joined.
    """
    for sheet in sheets:
        smallest = min((line.size for line in sheet.lines), default=body)
        notes = [line for group in _groups(sheet, body) for line in group] if smallest <= _SMALL * body else []
        if notes:
            taken = {id(line) for line in notes}
            sheet.lines = [line for line in sheet.lines if id(line) not in taken] + notes
        _name_marks(sheet, {mark.group(1) for line in notes if (mark := _BRACKETED.match(line.text))})


def _name_marks(sheet: Sheet, marks: set[str]) -> None:
    """Write superscripts as "[1]" where the page has a note of that number, before the stop of their sentence."""

    def said(match: re.Match[str]) -> str:
        word, stop, mark = match["word"], match["stop"], match["mark"].translate(_PLAIN)
        after = match["after"] or ""
        if marks.issuperset(mark.split(",")) and (stop or len(word) > _UNIT or (word and not word.isascii())):
            return f"{word} [{mark.replace(',', ', ')}]{stop}{' ' if match['after'] == '' else ''}"
        exponent = not word and match.string[: match.start()][-1:].isdigit()
        return f"{word}{stop}{match['mark'] if exponent else mark}{after}"

    for line in sheet.lines:
        if not (line.raised or line.table):
            continue
        for part in [line, *(part for row in line.table or [] for cell in row for part in cell)]:
            if part.raised:
                part.text, part.raised = _RAISED.sub(said, part.text), False


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
        begins = line is not None and _small(line, body) and _MARK.match(line.text.translate(_PLAIN))
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
        line.text = line.text.translate(_PLAIN) if line.raised else line.text
        mark = _MARK.match(line.text)
        if mark is not None and (line is group[0] or _begins(mark.group(1))):
            line.text = f"[{mark.group(1)}] {line.text[mark.end() :]}"
    return group


def _begins(mark: str) -> bool:
    return not mark.isalpha()
