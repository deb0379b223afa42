"""An English sentence as words of closed classes, and where its finite verbs stand.

A shallow reading: it knows function words and a list of verbs, and takes everything else for a noun or adjective.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from engine.writers.verbs import verbs

_TOKEN = re.compile(r"\S+")
_EDGE = ".,;:!?()[]\"'“”‘’"


def words_of(text: str) -> frozenset[str]:
    """A closed class, written as a line of words."""
    return frozenset(text.split())


DETERMINERS = words_of("the a an this that these those each every any all both no some your my our its their his her")
PREPOSITIONS = words_of(
    "of in on at by for from with to into under over above below between behind after before during without within"
    " through against about around per until since as than near beside via onto upon across along among outside inside"
    " towards despite unlike like"
)
CONJUNCTIONS = words_of(
    "and or but nor if when while because so that which who where unless although though whether once then until whilst"
)
BE = words_of("is are was were be been being")
_DENIED = (
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't shouldn't won't wouldn't"
)
AUXILIARIES = BE | words_of(
    "has have had do does did can could may might must should will would shall cannot"
    f" {_DENIED} {_DENIED.replace(chr(39), '’')}"
)
MODALS = words_of("can could may might must should will would shall")
OTHERS = words_of(
    "it they he she we you i them us him everyone not never also only always usually often about approximately up down"
    " off out least most more less there here very too just still already exactly normally again twice one both either"
)
CLAUSE_STARTS = words_of("if when while once unless until")
_NUMBER_WORDS = words_of("two three four five six seven eight nine ten eleven twelve")
# Verbs that are no nouns: a sentence that begins with one is an instruction, whatever follows.
_ORDERS = words_of(
    "avoid ensure keep make create choose select add remove enable disable install configure provide include consider"
    " take give find get let put tell write send prefer apply verify replace insert connect disconnect attach remember"
    " communicate identify define describe assign maintain improve prepare establish determine understand explain"
)
_COLLECTIVES = words_of("staff people men women children police")
LEADS = words_of("never always do not please then first now next finally simply")


def is_count(word: str) -> bool:
    """Whether a word in small letters is a number: 12, twelve."""
    return word[:1].isdigit() or word in _NUMBER_WORDS


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, from character `start` to `end` of it."""

    text: str  # without the punctuation around it
    lower: str
    start: int
    end: int
    breaks: bool  # punctuation follows
    is_name: bool = False  # known from elsewhere to be written with a capital

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit or is a number word."""
        return is_count(self.lower)

    @property
    def is_content(self) -> bool:
        """Whether it is in none of the closed classes: a noun, adjective, verb or name."""
        return self.lower not in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | OTHERS


def split(sentence: str) -> list[Word]:
    """The words of a sentence; signs that stand alone are left out."""
    words: list[Word] = []
    for found in _TOKEN.finditer(sentence):
        text = found[0].strip(_EDGE)
        if words and not text.strip("-–—"):
            words[-1] = replace(words[-1], breaks=True)
        elif text:
            start = found.start() + found[0].index(text)
            end = start + len(text)
            words.append(Word(text, text.lower(), start, end, end < found.end() and found[0][-1] in ".,;:!?)"))
    return words


def main_verbs(words: list[Word]) -> list[int]:
    """Index of the first finite verb in each part between commas; an instruction's is its first word."""
    found = []
    begin = 0
    for i, word in enumerate(words):
        if word.breaks or i == len(words) - 1:
            at = _main_verb(words[begin : i + 1])
            if at is not None:
                found.append(begin + at)
            begin = i + 1
    return found


def _main_verb(words: list[Word]) -> int | None:
    first = next((i for i, word in enumerate(words) if word.lower not in LEADS), 0)
    start = words[first]
    is_plain = any(start.lower == verb.plain for verb in verbs().get(start.lower, []))
    following = words[first + 1] if first + 1 < len(words) else None
    if is_plain and (first or following is None or _opens_object(following) or start.lower in _ORDERS):
        return first
    nouns, inside = 0, False  # inside a clause with that or which, whose verb is not the main one
    for i, word in enumerate(words):
        if word.lower in ("that", "which", "who") and nouns:
            inside = True
        is_finite = (word.lower in AUXILIARIES and i > 0) or (nouns > 0 and _is_finite(words, i))
        if is_finite and not inside:
            return i
        inside = inside and not is_finite
        if not word.is_content or word.lower.endswith("ly"):
            nouns = 0 if word.lower in DETERMINERS | PREPOSITIONS and not nouns else nouns
            continue
        verbal = word.lower in verbs() and word.lower.endswith(("ed", "ing"))
        nouns += nouns > 0 or i == 0 or not verbal
    return first if is_plain else None


def _is_finite(words: list[Word], at: int) -> bool:
    """Whether a word can be the verb of a subject before it: it costs, they cost, it was."""
    word = words[at]
    if word.text[0].isupper() or not word.is_content:
        return False
    following = words[at + 1].lower if at + 1 < len(words) and not word.breaks else ""
    if following in AUXILIARIES or any(following == verb.plain for verb in verbs().get(following, [])):
        return False  # "the mailing list receives": the noun before the verb
    if words[at - 1].lower in DETERMINERS | PREPOSITIONS:
        return False
    before = words[at - 1].lower
    plural = (
        before in _COLLECTIVES or ends_as_plural(before) or any(w.lower in ("that", "which", "and") for w in words[:at])
    )
    return any(
        word.lower in (verb.third, verb.past) or (word.lower == verb.plain and plural)
        for verb in verbs().get(word.lower, [])
    )


def ends_as_plural(noun: str) -> bool:
    """Whether a noun in small letters has the ending of a plural: filters, but not glass, bus or axis."""
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _opens_object(word: Word) -> bool:
    """Whether a verb that begins an instruction can be followed by this word."""
    return (not word.is_content or word.is_number) and word.lower not in AUXILIARIES | {"of"}
