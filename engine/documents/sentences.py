"""Where the sentences of a text begin and end, for English, Korean and their neighbours."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.documents.tables import is_row


class Span(NamedTuple):
    """Characters `start` up to, not including, `end` of a text."""

    start: int
    end: int


_LINE = re.compile(r"[^\n]+")
MARKER = re.compile(
    r"\s*(?:[•‣▪▫◦●○■□◆◇▶►➤➢✓✔*·∙\-–—]\s+|\(?\d{1,3}[.)](?:\s+|(?=[^\W\d]))|\(?[a-z][.)]\s+|\(?[A-Z]\)\s+"
    r"|[가나다라마바사아자차카타파하][.)]\s+|[①-⑳㉠-㉭]\s*)"
)
_CLOSERS = "\"'”’»)\\]}」』）】"
_STOP = re.compile(
    rf"[.!?…؟۔]+[{_CLOSERS}]*(?=\s|$)"  # a stop before white space
    rf"|[。！？｡][{_CLOSERS}]*"  # full-width stops need none
    r"|(?<=[다요죠까])\.(?=[가-힣])"  # Korean with the space forgotten
)
_ENDS, _BEHIND_ENDS = frozenset(".!?:;…。！？：；؟؛۔"), "\"'”’»)]」』"
_OPENERS = "\"'“‘«([「『（"
_WORD_BEFORE = re.compile(r"[\w.'’&/-]+$")
_SPACE = re.compile(r"\s*")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_AHEAD = 100  # characters after a stop that tell whether it ends a sentence
_WORD_AFTER = re.compile(r"[\w'’]+")
_ACRONYM = re.compile(r"(?:[a-z]\.)+[a-z]", re.IGNORECASE)
_SPOKEN = re.compile(r"(?:이?라[고는며면]?|라던|하고|하며|고|며|는|란|이란)(?:\s|$)|(?:と|って|という)")
_DATE_PART = re.compile(r"\d{1,4}\.\s*\d{0,2}$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name, a number or an example always follows these.
_NEVER = _words(
    "mr mrs ms mx dr prof gen col capt cpt lt sgt maj rev hon sen rep gov pres messrs mme "
    "e.g i.e eg ie vs viz cf approx ca circa esp incl excl"
)
# A sentence ends here only where the next word often begins one.
_SELDOM = _words("st mt ft al resp")
# These stand for a word only where a number or a letter follows: "No. 5", but "No. It does not."
_NUMBERED = _words("no nos nr fig figs sec sect ch chap vol p pp eq eqs art tab para ver v pos ref refs cat")
# These may also end a sentence: a capital must follow.
_MAYBE = _words(
    "etc inc ltd co corp llc plc gmbh bros jr sr a.m p.m am pm min max sec hr hrs hz oz lb lbs kg km cm mm ml "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun dept est tel ext ave blvd rd ed "
    "eds avg temp misc dia qty std"
)
_STARTERS = _words(
    "the a an this that these those it its if in on at when while after before during for to from by with without "
    "and but or so yet we you they he she i there here do does did don't never always use press turn open close "
    "check make wait keep set see note each every all not both once however then also please as since until "
    "what why how who where which is are was were can should must may will only most many some any our your their"
)


def is_item(text: str) -> bool:
    """Whether a text begins with the marker of a list item; no marker begins with two letters."""
    return not text[:2].isalpha() and MARKER.match(text) is not None


def ended(text: str) -> bool:
    """Whether a sentence, or what leads to a list, ends where the text does."""
    return text.rstrip(_BEHIND_ENDS)[-1:] in _ENDS


def sentences(text: str, language: str = "") -> list[Span]:
    """Return the sentences of a text in order, without the white space and the list markers before them.

    A line end always ends a sentence: headings, list items and table rows stay by themselves, rows whole. `language`
    ('en', 'ko', ...) decides what a digit before a stop means: Korean writes dates as "2024. 3. 15.".
    """
    found: list[Span] = []
    for line in _LINE.finditer(text):
        found.extend(_in_line(line.group(), line.start(), language))
    return found


def first_sentence(text: str) -> Span | None:
    """The first of them, without a look at the lines that follow; None where there is none."""
    for line in _LINE.finditer(text):
        if found := _in_line(line.group(), line.start(), ""):
            return found[0]
    return None


def _in_line(line: str, offset: int, language: str) -> list[Span]:
    if is_row(line):
        row = _trim(line, 0, len(line), offset)
        return [row] if row is not None else []
    spans = []
    start = _after_marker(line, 0)
    for stop in _STOP.finditer(line, start):
        if _ends_sentence(line, stop, start, language):
            spans.append((start, stop.end()))
            start = _after_marker(line, stop.end())
    spans.append((start, len(line)))
    return [trimmed for begin, end in spans if (trimmed := _trim(line, begin, end, offset)) is not None]


def _after_marker(line: str, start: int) -> int:
    marker = MARKER.match(line, start)
    return marker.end() if marker else start


def _trim(line: str, start: int, end: int, offset: int) -> Span | None:
    if _LETTER_OR_DIGIT.search(line, start, end) is None:
        return None
    piece = line[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(offset + start + left, offset + start + len(piece.rstrip()))


def _ends_sentence(line: str, stop: re.Match[str], start: int, language: str) -> bool:
    """Whether the stop found in `line` ends the sentence that began at `start`."""
    begin = _SPACE.match(line, stop.end()).end()  # type: ignore[union-attr]  # it matches nothing too
    if begin == len(line):
        return True
    rest = line[begin : begin + _AHEAD]
    mark = stop.group()
    quoted = mark[-1] not in ".!?…。！？｡"
    if quoted and _SPOKEN.match(rest):
        return False
    if mark[0] in "。！？｡":
        return True
    lead = rest.lstrip(_OPENERS)
    if lead[:1].islower() and not lead[1:2].isupper():
        return False
    if mark.rstrip(_CLOSERS.replace("\\", "")) != ".":
        return True
    before = _WORD_BEFORE.search(line, max(start, stop.start() - 40), stop.start())
    if before is None:
        return True
    if before.group().isdigit():
        return _ends_after_number(line, before.start(), stop.start(), start, lead, language)
    return _ends_after_word(before.group(), lead)


def _ends_after_number(line: str, word: int, stop: int, start: int, lead: str, language: str) -> bool:
    """A number before a stop ends a sentence unless it counts a list inside the line or is part of a date."""
    before = line[start:word].rstrip()
    if stop - word <= 2 and (not before or before[-1] in ":;"):
        return False
    korean = language == "ko" or (not language and "가" <= lead[:1] <= "힣")
    return not (korean and (lead[:1].isdigit() or _DATE_PART.search(line, max(start, word - 8), word)))


def _ends_after_word(word: str, lead: str) -> bool:
    """Whether `word` and its full stop end a sentence when `lead` follows; `lead` is not lower case."""
    low = word.lower().strip("'’-/")
    after = _WORD_AFTER.match(lead)
    starter = after is not None and after.group().lower() in _STARTERS
    capital = lead[:1].isalpha()
    if low in _NEVER:
        return False
    if low in _NUMBERED:
        code = after is not None and (after.group()[0].isdigit() or len(after.group()) == 1)
        return not code and (starter or low == "no")
    if low in _SELDOM or (len(word) == 1 and word.isalpha() and word.isupper()):
        return starter
    if low in _MAYBE:
        return capital
    if _ACRONYM.fullmatch(low):
        return starter
    return True
