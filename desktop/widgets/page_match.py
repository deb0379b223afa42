"""Where a quote of a stored page stands in the text that the PDF itself gives: the two differ in more than spaces."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LONG = 8  # letters that are not found twice by chance
_SHORT = 3  # fewer say nothing, even if they are found once only
_ENOUGH = 0.5  # share of the quote's letters that have to be found
_WORDS = re.compile(r"[^\s|,;、。，；]+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and digits of a text, in plain shapes, and the place of each in the text (in UTF-16 units)."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The place of the letters from `start` up to `end`."""
        return self.places[start], self.places[end - 1] + 1


def letters(text: str) -> Letters:
    """Leave out spaces, hyphens, signs and accents, so that line ends and ligatures make no difference."""
    found: list[str] = []
    places: list[int] = []
    place = 0
    for char in text:
        for part in unicodedata.normalize("NFKD", char).casefold():
            if part.isalnum():
                found.append(part)
                places.append(place)
        place += 2 if ord(char) > 0xFFFF else 1
    return Letters("".join(found), tuple(places))


def find(quote: str, text: str, share: float = 0.0) -> list[Span]:
    """The spans of `text` that make up the quote, none when too little of it is there.

    `share` tells how far down the page the quote stands, from 0 to 1: where it occurs twice, the nearer one is meant.
    """
    wanted, page = letters(quote).text, letters(text)
    if not wanted or not page.text:
        return []
    near = round(share * len(page.text))
    whole = _nearest(page.text, wanted, near)
    if whole is not None:
        return [page.span(whole, whole + len(wanted))]
    pieces = _pieces(_WORDS.findall(quote), page.text, near)
    if sum(end - start for start, end in pieces) < _ENOUGH * len(wanted):
        return []
    return [page.span(*piece) for piece in pieces]


def _pieces(words: list[str], page: str, near: int) -> list[Span]:
    """The longest runs of words that the page has, each as near to the one before as can be."""
    plain = [letters(word).text for word in words]
    found: list[Span] = []
    first = 0
    while first < len(plain):
        run, last = plain[first], first + 1
        while last < len(plain) and run + plain[last] in page:
            run, last = run + plain[last], last + 1
        place = _nearest(page, run, near) if _telling(run, page) else None
        if place is not None:
            found.append((place, place + len(run)))
            near = place + len(run)
        first = last
    return found


def _telling(run: str, page: str) -> bool:
    return len(run) >= _LONG or (len(run) >= _SHORT and page.count(run) == 1)


def _nearest(page: str, wanted: str, near: int) -> int | None:
    """Where `wanted` begins, of several places the one nearest to `near`."""
    best, place = None, page.find(wanted)
    while place >= 0:
        if best is None or abs(place - near) < abs(best - near):
            best = place
        place = page.find(wanted, place + 1)
    return best
