"""Characters that a reader of a file hands over and a reader of a text does not want."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
# What the symbol fonts of word processors use for list bullets, in the private use area.
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc\uf02d\uf071\uf06e\uf06c", "•")
# Soft hyphens, zero-width spaces, byte order marks, and the marks that set the writing direction.
_NOTHING = dict.fromkeys("\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = dict.fromkeys("\r\x85\u2028\u2029", "\n")
_TABLE = str.maketrans({**_LIGATURES, **_BULLETS, **_NOTHING, **_LINE_ENDS})
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")
# Han characters that some fonts map to their radicals or to compatibility copies.
_RADICALS = re.compile(r"[\u2e80-\u2fd5\uf900-\ufaff]")
# Arabic letters in the shape that they have inside a word; marks that stand alone come with a space or a stroke.
_SHAPES = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]")
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")  # a single space is what it should be
_WHITE = re.compile(r"[^\S\n]")
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_GARBAGE_SHARE = 0.2
_ASCII_SHAPES = bytes(ord(" " if chr(code).isspace() else "x") for code in range(256))
# Whatever of all these a text that is not clean has, but for two spaces and for letters that are not composed.
_UNCLEAN = re.compile(
    f"[{''.join(map(chr, _TABLE))}]|{_RADICALS.pattern}|{_SHAPES.pattern}|{_CONTROL.pattern}|"
    r"[\t\x0b\x0c\x1c-\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)


def clean(text: str) -> str:
    """Return the text composed (NFC), with ligatures written out and one kind of space and line end.

    Control characters, soft hyphens, private and unassigned characters are gone; runs of spaces are one.
    """
    if "  " not in text:
        if text.isascii() and text.isprintable():
            return text
        if _UNCLEAN.search(text) is None and unicodedata.is_normalized("NFC", text):
            return text
    return _SPACES.sub(" ", _known(text))


def clean_code(text: str) -> str:
    """The text cleaned, but for its spaces: columns stay where they are; no spaces at line ends, no lines around."""
    text = _WHITE.sub(" ", _known(text.expandtabs(4)))
    return re.sub(r" +(?=\n|$)", "", text).strip("\n")


def _known(text: str) -> str:
    text = text.replace("\r\n", "\n")
    if text.isascii():
        text = text.replace("\r", "\n")
    else:
        text = _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text.translate(_TABLE))
        text = unicodedata.normalize("NFC", _SHAPES.sub(_letters, text))
    return _CONTROL.sub("", text)


def _letters(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match.group()).lstrip(" \u0640")


def count_words(text: str) -> int:
    """How many words there are between the white space; in ASCII their first letters are counted, and none is cut."""
    return (b" " + text.encode().translate(_ASCII_SHAPES)).count(b" x") if text.isascii() else len(text.split())


def garbage(text: str) -> bool:
    """Whether so many characters are unreadable that another reader should have a look."""
    unreadable = len(_UNREADABLE.findall(text))
    return unreadable > 0 and unreadable > _GARBAGE_SHARE * (len(text) - text.count(" ") - text.count("\n"))
