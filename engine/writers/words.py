"""An English sentence as words of closed classes, and where its finite verbs stand.

A shallow reading: it knows function words and a list of verbs, and takes everything else for a noun or adjective.
"""

from __future__ import annotations

import functools
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
    "abandon accept accommodate achieve acknowledge acquire activate adapt adhere adjust adopt advise agree align"
    " allocate allow analyse analyze announce append apply appoint arrange arrive ask assemble assign assume attach"
    " attend authenticate authorise authorize avoid become begin believe bring build buy calculate calibrate carry"
    " choose clarify classify collect combine communicate compare complain comply compose compute conclude conduct"
    " configure confirm connect consider construct consult continue contribute convert cooperate coordinate create"
    " customise customize decide declare decode dedicate define delegate delete deliver demonstrate deploy derive"
    " describe destroy detach detect determine develop diagnose disable disconnect discourage discover discuss dismiss"
    " dissolve distinguish distribute divide educate eject eliminate embed embrace emphasise emphasize employ enable"
    " enclose encode encourage encrypt enforce engage enhance enjoy enlarge enrol enroll ensure enter equip erase"
    " establish evaluate examine exclude execute expand expect explain explore expose extend extinguish facilitate"
    " fasten finalise finalize find forbid forget fulfil generate get give hear hide identify ignore illustrate"
    " implement improve include incorporate indicate inform initiate inject insert inspect install instruct insulate"
    " integrate interact interpret introduce invest investigate invite involve isolate justify keep know learn lend"
    " let lose lubricate maintain make manage manipulate meet mention migrate minimise minimize modify multiply"
    " navigate negotiate nominate normalise notify obey observe obtain omit operate optimise optimize organise organize"
    " oversee participate perform populate postpone pour practise predict prefer prepare preserve press prevent"
    " prioritise prioritize proceed prohibit promote propose protect prove provide publish pursue put qualify"
    " reassemble recharge recognise recognize recommend reconcile recover recycle redirect reduce refer reflect"
    " refresh refrain reinforce reject relate relax remain remember remind remove render renew reorder replace"
    " replicate represent reschedule resolve respond restore restrict resume retain retrieve reuse reveal"
    " revise revoke rotate save say seek select sell send serve shorten simplify solve specify squeeze stay submerge"
    " submit subscribe subtract suggest summarise summarize suspend synchronise synchronize take teach tell terminate"
    " tidy tighten transform translate understand undo unfold uninstall unload unlock unpack unplug unscrew"
    " utilise utilize validate verify weaken wear withdraw add"
)
# Adjectives that are plain forms of verbs: "safety concerns correct voltage".
_ADJECTIVES = words_of(
    "correct clean dry open clear live separate complete secure double lower own warm cool empty smooth level present"
    " slow duplicate wet close"
)
_BEFORE_PARTICIPLES = words_of("get keep become remain stay seem look appear help let need")  # "it stays turned on"
_COLLECTIVES = words_of("staff people men women children police")
LEADS = words_of("never always do not please then first now next finally simply")


def is_count(word: str) -> bool:
    """Whether a word in small letters is a number: 12, twelve."""
    return word[:1].isdigit() or word in _NUMBER_WORDS


_CLOSED = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | OTHERS
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS
_OPENS_NO_OBJECT = AUXILIARIES | {"of"}


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
        return self.lower not in _CLOSED


def split(sentence: str) -> list[Word]:
    """The words of a sentence; signs that stand alone are left out."""
    return list(_split(sentence))


@functools.lru_cache(maxsize=256)  # of one sentence, by one rule after the other
def _split(sentence: str) -> tuple[Word, ...]:
    words: list[Word] = []
    for found in _TOKEN.finditer(sentence):
        text = found[0].strip(_EDGE)
        if words and not text.strip("-–—"):
            words[-1] = replace(words[-1], breaks=True)
        elif text:
            start = found.start() + found[0].index(text)
            end = start + len(text)
            words.append(Word(text, text.lower(), start, end, end < found.end() and found[0][-1] in ".,;:!?)"))
    return tuple(words)


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
    if is_plain and (first or following is None or _opens_object(following) or _is_order(start, following)):
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
            nouns = 0 if word.lower in _BEFORE_NOUNS and not nouns else nouns
            continue
        verbal = word.lower in verbs() and word.lower.endswith(("ed", "ing"))
        nouns += nouns > 0 or i == 0 or not verbal
    return first if is_plain else None


def _is_order(start: Word, following: Word) -> bool:
    """Whether a plain verb that begins a sentence is no noun: `perform tests`, not `GET requests return`."""
    return start.lower in _ORDERS and not start.text.isupper() and following.lower not in AUXILIARIES


def _is_plain(word: Word) -> bool:
    return any(word.lower == verb.plain for verb in verbs().get(word.lower, []))


def _is_finite(words: list[Word], at: int) -> bool:
    """Whether a word can be the verb of a subject before it: it costs, they cost, it was."""
    word = words[at]
    if word.text[0].isupper() or not word.is_content or words[at - 1].lower in _BEFORE_NOUNS:
        return False
    if _is_plain(word) and words[at - 1].lower in ("and", "or"):
        return False  # a second thing that is told or aimed at: "observe polarity and use a fuse"
    following = words[at + 1] if at + 1 < len(words) and not word.breaks else None
    if following is not None and _is_noun_before(words, at, following):
        return False
    before = words[at - 1].lower
    joined = any(w.lower in ("that", "which", "and") for w in words[:at])
    if joined and following is not None and following.is_content and words[0].lower not in DETERMINERS:
        joined = (
            following.lower.endswith("ly") or following.text[0].isupper()
        )  # "robotics and motion control platforms"
    plural = before in _COLLECTIVES or ends_as_plural(before) or joined
    if word.lower in _ADJECTIVES and (following is None or following.is_content or following.lower == "to"):
        return False
    return any(
        word.lower in (verb.third, verb.past) or (word.lower == verb.plain and plural)
        for verb in verbs().get(word.lower, [])
    )


def _is_noun_before(words: list[Word], at: int, following: Word) -> bool:
    """Whether what could be a verb is the noun before it: `the mailing list receives`, `message blocks sent by it`."""
    if following.lower in AUXILIARIES or (_is_plain(following) and following.lower not in _ADJECTIVES):
        return True
    is_participle = any(following.lower == verb.participle for verb in verbs().get(following.lower, []))
    return (
        is_participle
        and at + 2 < len(words)
        and not following.breaks
        and words[at + 2].lower in PREPOSITIONS
        and not any(verb.plain in _BEFORE_PARTICIPLES for verb in verbs().get(words[at].lower, []))
    )


def ends_as_plural(noun: str) -> bool:
    """Whether a noun in small letters has the ending of a plural: filters, but not glass, bus or axis."""
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _opens_object(word: Word) -> bool:
    """Whether a verb that begins an instruction can be followed by this word."""
    return (not word.is_content or word.is_number) and word.lower not in _OPENS_NO_OBJECT
