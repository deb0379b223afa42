"""List items of laid-out pages: whatever sign stands before them becomes "- ", nested ones two spaces further in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.documents.lines import Sheet

_SIGNS = frozenset("•‣▪▫◦●∙–")
_SIGN = re.compile(r"(?:[•‣▪▫◦●∙]\s*|–\s+(?=[^\W\d]))(?=\S)")
_SAME = 0.5  # em
_IN = 0.8  # em


def set_bullets(sheets: list[Sheet]) -> None:
    """Write the items of lists alike; how far they are in is told by where the items above them stand."""
    for sheet in sheets:
        lefts: list[float] = []
        base = 0.0  # of the line before
        for line in sheet.lines:
            if lefts and (line.base > base or line.left < lefts[0] - _SAME * line.size):
                lefts = []
            base = line.base
            sign = None
            if line.text[:1] in _SIGNS and not (line.table or line.turned):
                sign = _SIGN.match(line.text)
            if sign is None:
                continue
            while len(lefts) > 1 and line.left < lefts[-1] - _SAME * line.size:
                lefts.pop()
            if not lefts or line.left > lefts[-1] + _IN * line.size:
                lefts.append(line.left)
            line.text = "  " * (len(lefts) - 1) + "- " + line.text[sign.end() :]
