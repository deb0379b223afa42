"""Checks of an answer against its evidence: what it names, counts, measures and dates must stand there.

Numbers are compared as `quantities` reads them, so that 1,000 is 1000, "three" is 3 and 30 minutes are half an hour.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.dataset.checks.clock import Clock, clock_times
from engine.dataset.quantities import UNITS, Token, normal
from engine.dataset.quantities import tokens as quantity_tokens
from engine.dataset.words import content, names, stem, tokens

if TYPE_CHECKING:
    from engine.dataset.checks.candidate import Candidate

# Unit -> (what it measures, how many of the smallest): 90 seconds are 1.5 minutes.
_SCALE: dict[str, tuple[str, float]] = {
    **dict.fromkeys(["gbp", "lb"], ("pound", 1.0)),  # both are pounds
    **{unit: ("time", size) for unit, size in (("s", 1), ("min", 60), ("h", 3600), ("day", 86400), ("week", 604800))},
    **{unit: ("calendar", size) for unit, size in (("month", 1), ("year", 12))},
    **{unit: ("mass", size) for unit, size in (("mg", 0.001), ("g", 1), ("kg", 1000), ("t", 1e6))},
    **{unit: ("length", size) for unit, size in (("mm", 1), ("cm", 10), ("m", 1000), ("km", 1e6))},
    **{unit: ("volume", size) for unit, size in (("ml", 1), ("l", 1000))},
    **{unit: ("power", size) for unit, size in (("w", 1), ("kw", 1000))},
    **{unit: ("voltage", size) for unit, size in (("v", 1), ("kv", 1000))},
    **{unit: ("current", size) for unit, size in (("ma", 1), ("a", 1000))},
    **{unit: ("frequency", size) for unit, size in (("hz", 1), ("khz", 1e3), ("mhz", 1e6), ("ghz", 1e9))},
    **{unit: ("memory", size) for unit, size in (("kb", 1), ("mb", 1e3), ("gb", 1e6), ("tb", 1e9))},
}
# Counting words of Korean that stand for one another, or for none: 세 권, 3개, 책 셋.
_COUNTERS = frozenset({"person", "piece", "time", "copy", "sheet", "kind", "floor", "age"})
_ITEMS = re.compile(r",|;|\n|\band\b|\bor\b|[가-힣](?:와|과|하고|이나|나)\s|그리고|및|또는")
_QUOTE_JOINS = re.compile(r"[\s\u00ad\u2010-\u2015\-]+")
_SKIPPED = re.compile(r"\s*(?:\.\.\.|…|\[\.\.\.\]|\[…\])\s*")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it is compared; `unit` is '' where it has none, `spelled` when it is written in letters."""

    form: str
    unit: str
    spelled: bool
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text counts, measures, dates and codes."""

    quantities: tuple[Quantity, ...]
    dates: tuple[str, ...]
    codes: frozenset[str]
    clocks: tuple[Clock, ...]


@functools.lru_cache(maxsize=4096)
def facts_in(text: str) -> Facts:
    """Numbers with their units, dates, codes and times of day of a text."""
    text = normal(text)
    clocks, text = clock_times(text)
    found = quantity_tokens(text)
    text = normal(text)
    quantities = [_quantity(text, found, i) for i, token in enumerate(found) if token.kind == "number"]
    dates = tuple(token.form for token in found if token.kind == "date")
    return Facts(tuple(quantities), dates, frozenset(t.form for t in found if t.kind == "code"), clocks)


def _quantity(text: str, found: list[Token], i: int) -> Quantity:
    token = found[i]
    unit, end = _unit_after(text, found, i)
    spelled = not any(character.isdigit() for character in text[token.start : token.end])
    return Quantity(token.form, unit, spelled, text[token.start : max(end, token.end)])


def _unit_after(text: str, found: list[Token], i: int) -> tuple[str, int]:
    """The unit behind a number, or behind the other end of its range: 3 to 45 degrees, 16-20 days."""
    after = found[i + 1] if i + 1 < len(found) else None
    if after is not None and after.kind == "unit":
        return after.form, after.end
    if after is not None and after.form in ("to", "and", "or", "에서", "부터") and i + 2 < len(found):
        after, i = found[i + 2], i + 1
    is_range = after is not None and after.kind == "number" and after.start - found[i].end <= 3
    if is_range and i + 2 < len(found) and found[i + 2].kind == "unit":
        return found[i + 2].form, 0
    return "", 0


# -- checks -------------------------------------------------------------------------------------------------


def quote(pair: Candidate) -> str:
    """The evidence is word for word in the page, whatever its spaces, hyphens and compatibility characters."""
    if not pair.page or not pair.evidence:
        return ""
    page = compact(pair.page)
    missing = next((part for part in _SKIPPED.split(pair.evidence) if compact(part) not in page), None)
    return f"the page does not have: {' '.join(missing.split())[:80]}" if missing is not None else ""


@functools.lru_cache(maxsize=64)
def compact(text: str) -> str:
    """Letters, digits and marks without spaces and hyphens, in Unicode's compatible form."""
    return _QUOTE_JOINS.sub("", unicodedata.normalize("NFKC", text).replace("\u00ad", "")).translate(_PLAIN_QUOTES)


_PLAIN_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


def unsupported(pair: Candidate) -> str:
    """Numbers, dates, codes and names of the answer that neither evidence nor question have."""
    if not pair.evidence:
        return "no passage of the document supports the answer"
    said, known, asked = facts_in(pair.answer), facts_in(pair.evidence), facts_in(pair.question)
    invented = [quantity.text for quantity in said.quantities if not _has_number(quantity, known, asked, pair.evidence)]
    invented += [date for date in said.dates if not any(_same_date(date, o) for o in (*known.dates, *asked.dates))]
    invented += [str(time) for time in said.clocks if not any(time.same(o) for o in (*known.clocks, *asked.clocks))]
    invented += sorted(_codes(said, known, asked, pair))
    if invented := [text for text in invented if text.lower() not in pair.evidence.lower()] or invented[:1]:
        return f"{', '.join(dict.fromkeys(invented))} does not stand in the evidence"
    if strange := _strange_names(pair):
        return f"{', '.join(sorted(strange))} does not stand in the evidence"
    return ""


def _codes(said: Facts, known: Facts, asked: Facts, pair: Candidate) -> set[str]:
    text = re.sub(r"[\W_]", "", f"{pair.evidence} {pair.question}".lower())
    return {code for code in said.codes - known.codes - asked.codes if code not in text}


def _has_number(quantity: Quantity, known: Facts, asked: Facts, evidence: str) -> bool:
    others = (*known.quantities, *asked.quantities)
    if quantity.form in ("0", "1") and quantity.spelled:  # "one of them", "no"
        return True
    if any(quantity.form == other.form or _same_measure(quantity, other) for other in others):
        return True
    if any(date.startswith(f"{quantity.form}-") for date in (*known.dates, *asked.dates)):
        return True
    if any(quantity.form == str(clock) for clock in (*known.clocks, *asked.clocks)):
        return True
    listed = 1 + len(_ITEMS.findall(evidence))
    if not quantity.unit and quantity.form.isdigit() and 1 < int(quantity.form) <= listed:
        return not known.quantities  # "three colours" of a list that is not numbered
    return False


def _same_measure(quantity: Quantity, other: Quantity) -> bool:
    """Whether both measure the same: 1.7 kg and 1700 grams."""
    one, two = _SCALE.get(quantity.unit), _SCALE.get(other.unit)
    if one is None or two is None or one[0] != two[0]:
        return False
    try:
        return abs(float(quantity.form) * one[1] - float(other.form) * two[1]) <= 1e-9 * float(other.form) * two[1]
    except ValueError:
        return False


def _same_date(date: str, other: str) -> bool:
    """Equal in all parts that both have: 1987 and 3 March 1987, 3 March and 3 March 2024.

    A day that only the answer has is invented.
    """
    if date == other or other.startswith(f"{date}-"):
        return True
    return date.startswith("--") and other.endswith(date[1:])


def _strange_names(pair: Candidate) -> set[str]:
    known = set(tokens(pair.evidence)) | set(tokens(pair.question)) | names(pair.evidence)
    # Marlins is Marlin, but a Pairing is not "to pair": only what is a name there too may end differently.
    written = f"{pair.evidence} {pair.question}"
    stems = {stem(word.lower()) for word in re.findall(r"\b[A-Z][A-Za-z]+", written)}
    said = {name for name in names(pair.answer) if not any(character.isdigit() for character in name)}
    elsewhere = names(pair.page) | names(pair.chunk)
    opening = re.match(r"[\"“(]?(?:The )?([A-Z][A-Za-z]*[a-z])\b(?=( [A-Z])?)", pair.answer)
    if opening and (opening[2] or opening[1].lower() in elsewhere) and opening[1].lower() not in _OPENINGS:
        said.add(opening[1].lower())
    said -= _MEASURED | (_MONTHS if facts_in(pair.answer).dates else frozenset())  # these have checks of their own
    return {name for name in said if name not in known and stem(name) not in stems and not _is_part(name, known)}


_MONTH_WORDS = "january february march april may june july august september october november december"
_MONTHS = frozenset(_MONTH_WORDS.split())
_MEASURED = frozenset({"celsius", "fahrenheit", "kelvin", "centigrade"}) | {unit for unit in UNITS if unit.isascii()}
_OPENING_WORDS = "the a an no yes to in on at after before if when it they he she this that error code"
_OPENINGS = frozenset(_OPENING_WORDS.split())


def _is_part(name: str, known: set[str]) -> bool:
    """A name of several parts is cut in other places: Lund-Meyer, Meyer."""
    return any("-" in word and name in word.split("-") for word in known)


def unit(pair: Candidate) -> str:
    """A number of the answer that the evidence has with another unit: 5 V and 5 A, 30 mm and 30 cm."""
    known = (*facts_in(pair.evidence).quantities, *facts_in(pair.question).quantities)
    for quantity in facts_in(pair.answer).quantities:
        same = [other for other in known if other.form == quantity.form]
        if not quantity.unit or not same or any(_same_measure(quantity, other) for other in known):
            continue
        units = {other.unit for other in same}
        if quantity.unit in units or (units <= _COUNTERS | {""} and quantity.unit in _COUNTERS):
            continue
        if "" in units and _stands_alone(quantity, pair):
            continue
        there = next((other.text for other in same if other.unit), same[0].text)
        return f"the answer says {quantity.text}, the evidence {there}"
    return ""


def _stands_alone(quantity: Quantity, pair: Candidate) -> bool:
    """Whether the unit is said elsewhere than behind its number: in the head of a table, in the question."""
    name = quantity.text.lower().lstrip("0123456789.,:€$£₩¥ -")
    said = f"{pair.evidence} {pair.question} {pair.chunk}".lower()
    return bool(name) and stem(name) in {stem(word) for word in (*tokens(said), *said.split())}


def foreign(pair: Candidate) -> str:
    """An answer none of whose words stands in the evidence."""
    own = content(pair.answer)
    if not own or not pair.evidence or not content(pair.evidence):
        return ""
    text = f"{pair.evidence} {pair.question}"
    known = content(text) | set(tokens(text))
    if own & known or any(word in compact(text).lower() for word in own if len(word) > 1):
        return ""
    said, there = facts_in(pair.answer), facts_in(text)
    numbers = {(q.form) for q in said.quantities} & {q.form for q in there.quantities}
    if numbers or said.dates or said.clocks or said.codes & there.codes:
        return ""
    return f"the evidence has nothing of: {pair.answer[:60]}"
