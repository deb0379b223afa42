"""How the end of one line meets the beginning of the next: a hyphen, a space, or nothing."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.documents.lines import Line

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ASCII_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")  # the same in ASCII, faster
_LETTERS = bytes(code if chr(code).isalpha() else ord(" ") for code in range(256))  # of ASCII
_PAIR = re.compile(r"(?=(?:^|(?<=-))([^-]+-[^-]+))")  # overlapping: "state-of-the-art" holds three
_HANGUL_WORD = re.compile(r"[가-힣]+")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_HYPHENS = "-\u2010\u2011"
# "pre- and post-war": the hyphen stands for what follows later.
_SUSPENDED = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "en", "of"})
# A line of Korean that begins so was broken inside a word: particles and endings never stand alone.
_ENDINGS = re.compile(r"(?:은|는|을|를|의|에|에서|에게|으로|와|과|니다|습니다)(?=[\s.,!?]|$)")
_NO_SPACE = re.compile(r"[\u3000-\u303f\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]")
_SPACED_SHARE = 0.5


def _plain(text: str, broken: bool) -> bool:
    """Whether the words of a line are its runs of ASCII letters."""
    return not broken and "-" not in text and text.isascii()


class Vocabulary:
    """The words of a document, which tell whether two halves at a line end are one word."""

    def __init__(self, lines: Iterable[Line]) -> None:
        lines = list(lines)
        self._texts = [line.text for line in lines]  # as they are now: the joining changes lines
        self._broken, self._spaced = [line.broken for line in lines], [line.spaced for line in lines]

    def __contains__(self, word: str) -> bool:
        low = word.lower()
        return low in self._plain_words or low in self._words

    @cached_property
    def _plain_words(self) -> set[str]:
        """The words of plain lines, looked for when first a line ends inside one: all at once, and most lines are."""
        lines = zip(self._texts, self._broken, strict=True)
        text = "\n".join([text for text, broken in lines if _plain(text, broken)])
        return set(text.encode().lower().translate(_LETTERS).decode().split())

    @cached_property
    def _words(self) -> Counter[str]:
        """How often each word of the other lines occurs."""
        words: Counter[str] = Counter()
        for text, broken in zip(self._texts, self._broken, strict=True):
            if _plain(text, broken):
                continue
            low = text.lower()
            found = (_ASCII_WORD if low.isascii() else _WORD).findall(low)
            words.update(found[:-1] if broken else found)
            for compound in found:
                if "-" in compound:
                    words.update(_PAIR.findall(compound))
        return words

    @cached_property
    def _hangul_breaks_inside_words(self) -> bool:
        lines = zip(self._texts, self._spaced, strict=True)
        ends = [spaced for text, spaced in lines if "가" <= text[-1:] <= "힣"]
        return bool(ends) and _SPACED_SHARE * len(ends) <= sum(ends) < len(ends)

    def joint(self, before: Line, after: Line) -> tuple[int, str]:
        """How to join two lines of a paragraph: characters to cut off `before`, and what to put between.

        Words broken by a hyphen are one again unless the document writes them with it. Korean lines meet
        with a space unless the file keeps its spaces at line ends and this line has none, or the document
        knows both halves only as one word. Chinese and Japanese lines meet without one.
        """
        first, last = before.text, after.text
        if before.broken:
            return 0, self._hyphen(first, last)
        if len(first) > 1 and first[-1] in _HYPHENS and first[-2].isalnum() and last[:1].isalnum():
            between = self._hyphen(first[:-1], last)
            return (0, " ") if between == "- " else (1, between)
        if first[-1:].isascii():
            return 0, " "
        if _NO_SPACE.match(first[-1:]) and _NO_SPACE.match(last[:1]):
            return 0, ""
        if "가" <= first[-1:] <= "힣" and "가" <= last[:1] <= "힣":
            return 0, self._hangul(before, after)
        return 0, "" if first.endswith("—") and not first.endswith(" —") else " "

    def _hyphen(self, first: str, last: str) -> str:
        """What to put between two halves whose hyphen was taken away: nothing, '-' or '- '."""
        head, tail = _LAST_WORD.search(first), _FIRST_WORD.match(last)
        if head is None or tail is None or not tail.group()[0].islower():
            return "-"
        if tail.group() in _SUSPENDED:
            return "- "
        left, right = head.group(), tail.group()
        if left + right in self:
            return ""
        return "-" if f"{left}-{right}" in self or "-" in left else ""

    def _hangul(self, before: Line, after: Line) -> str:
        if before.spaced:
            return " "
        if self._hangul_breaks_inside_words or _ENDINGS.match(after.text):
            return ""
        left, right = _HANGUL_WORD.findall(before.text)[-1], _HANGUL_WORD.findall(after.text)[0]
        alone = max(self._words[left], self._words[right]) > 1  # once is here, at the line end
        return "" if left + right in self and not alone else " "
