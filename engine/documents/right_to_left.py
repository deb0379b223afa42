"""Arabic and Hebrew: the glyphs of a line, which stand in the order of the eye, back in the order of reading."""

from __future__ import annotations

import re
import unicodedata

_RIGHT = re.compile(r"[\u0590-\u05ff\u0600-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile(r"[\u0600-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_SEPARATORS = frozenset(".,:/\u066b\u066c\u00a0")
_SIGNS = frozenset("+-\u2212")  # join numbers between Hebrew words, not between Arabic ones
_UNITS = frozenset("%$€£¥₪#°‰\u066a")
_PAIRS = dict(zip("()[]{}«»", ")(][}{»«", strict=True))
_OPENING = frozenset("([{«")
_LAM_ALEF = re.compile(r"([\u0622\u0623\u0625\u0627\u0671])(\u0644)")
_LATIN_END = re.compile(r"(\s*)([A-Za-z]+)$")
_LEFT, _NUMBER, _RTL, _NEUTRAL = "L", "N", "R", " "


def any_right(text: str) -> bool:
    """Whether a text has letters that are written from right to left."""
    return not text.isascii() and _RIGHT.search(text) is not None


def mostly_right(text: str) -> bool:
    """Whether most letters of a text are written from right to left."""
    return any_right(text) and 2 * len(_RIGHT.findall(text)) > len(_LETTER.findall(text))


def reversed_inside(glyphs: list[str]) -> bool:
    """Whether glyphs for several letters hold them last letter first, as those of lam and alef tell."""
    wrong = sum(_LAM_ALEF.fullmatch(glyph) is not None for glyph in glyphs)
    right = sum(_LAM_ALEF.fullmatch(glyph[::-1]) is not None for glyph in glyphs)
    return wrong >= right


def glyph_text(chars: str, *, turned_round: bool) -> str:
    """The letters of one glyph in the order of reading; `turned_round` if they are given last letter first."""
    if len(chars) < 2 or not any_right(chars):
        return chars
    if len(chars) == 2:  # nothing is written as alef before lam in one glyph
        return chars[::-1] if _LAM_ALEF.fullmatch(chars) else _last_first(chars, turned_round)
    return _last_first(chars, turned_round)


def _last_first(chars: str, turned_round: bool) -> str:
    return "".join(reversed(chars)) if turned_round else chars


def logical(glyphs: list[str], *, right: bool) -> str:
    """The text of glyphs that stand from left to right, in the order of reading.

    `right`: the line as a whole runs from right to left. Words of Latin letters and numbers in it run from left
    to right; so does a line without any letter of the other kind. Spaces are glyphs too.
    """
    glyphs = [part for glyph in glyphs for part in _parted(glyph)]
    kinds = _kinds(glyphs)
    if _RTL not in kinds:
        return "".join(glyphs)
    found = _from_right(glyphs, kinds) if right else _from_left(glyphs, kinds)
    return _brackets("".join(found))


def _parted(glyph: str) -> list[str]:
    """A glyph that a font says to be a whole word and a letter of another script as both."""
    return [part for part in _LATIN_END.split(glyph) if part] if len(glyph) > 1 and any_right(glyph) else [glyph]


def _kinds(glyphs: list[str]) -> list[str]:
    hebrew = not any(_ARABIC.search(glyph) for glyph in glyphs)
    kinds = [_kind(glyph) for glyph in glyphs]
    for index in range(len(glyphs)):
        glyph = glyphs[index]
        around = kinds[max(index - 1, 0) : index] + kinds[index + 1 : index + 2]
        joins = glyph in _SEPARATORS or (hebrew and glyph in _SIGNS)
        if (joins and around == [_NUMBER, _NUMBER]) or (glyph in _UNITS and _NUMBER in around):
            kinds[index] = _NUMBER
    return kinds


def _kind(glyph: str) -> str:
    for char in glyph:
        if _RIGHT.match(char) and unicodedata.category(char)[0] == "L":
            return _RTL
        if char.isdecimal():
            return _NUMBER
        if char.isalpha():
            return _LEFT
    return _NEUTRAL


def _from_right(glyphs: list[str], kinds: list[str]) -> list[str]:
    parts: list[str] = []
    index = 0
    while index < len(glyphs):
        end = _left_run(kinds, index)
        parts.append("".join(glyphs[index:end]))
        index = end
    return parts[::-1]


def _left_run(kinds: list[str], begin: int) -> int:
    """The end of what is read from left to right from `begin` on: words with what is between them, or one number."""
    if kinds[begin] not in (_LEFT, _NUMBER):
        return begin + 1
    end = words = begin + 1
    letters = kinds[begin] == _LEFT
    for index in range(begin + 1, len(kinds)):
        if kinds[index] == _RTL:
            break
        if kinds[index] != _NEUTRAL:
            words = index + 1
            letters = letters or kinds[index] == _LEFT
    if letters:
        return words
    while end < len(kinds) and kinds[end] == _NUMBER:
        end += 1
    return end


def _from_left(glyphs: list[str], kinds: list[str]) -> list[str]:
    parts: list[str] = []
    index = 0
    while index < len(glyphs):
        end = index + 1
        if kinds[index] == _RTL:
            for place in range(index + 1, len(kinds)):
                if kinds[place] == _LEFT:
                    break
                if kinds[place] == _RTL:
                    end = place + 1
            parts += _from_right(glyphs[index:end], kinds[index:end])
        else:
            parts.append(glyphs[index])
        index = end
    return parts


def _brackets(text: str) -> str:
    """Turn brackets the way that the spaces beside them tell: files hold them as they look, or as they are meant."""
    found = list(text)
    for index, char in enumerate(text):
        if char in _PAIRS:
            before = index == 0 or text[index - 1].isspace()
            after = index + 1 == len(text) or not text[index + 1].isalnum()
            if before != after and before != (char in _OPENING):
                found[index] = _PAIRS[char]
    return "".join(found)
