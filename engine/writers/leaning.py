"""Sentences that lean on the ones before them, or that the page's layout has broken.

"A larger swap helps." is larger than something that was said; "Set to false to prevent it." has lost its subject;
"Lack of quotas Marlin was never meant for storage." has a heading glued to it. Nobody can be asked about such alone.
"""

from __future__ import annotations

import re

from engine.writers.verbs import verbs
from engine.writers.words import (
    AUXILIARIES,
    CLAUSE_STARTS,
    DETERMINERS,
    PREPOSITIONS,
    Word,
    main_verbs,
    split,
    words_of,
)

# How a sentence begins that goes on from another, or that speaks of some of many.
_OPENS = re.compile(
    r"(?:in contrast(?! (?:to|with)\b)"
    r"|in (?:addition|particular|turn|summary|short|conclusion|fact|essence|effect|other words|that|either|both"
    r"|(?:some|many|most|all|all other|other|rare|certain) (?:cases|situations|circumstances)"
    r"|(?:the|a) (?:former|latter|meantime|first|second|third|last|next|same|other|end|loose|sense|similar))"
    r"|as (?:a result|a consequence|before|an? (?:aside|example|alternative)|expected|usual|already|such|well|noted"
    r"|shown|seen|stated)"
    r"|at (?:the (?:same|other|very|(?:beginning|end)(?! of\b))|this|that|first)\b|by (?:contrast|comparison|doing)"
    r"|on (?:the (?:contrary|one hand|other|same))|for (?:these|those|most|some|many|all|certain|other)"
    r"|to (?:this end|begin with|start with)|of (?:these|the|course)|apart from|aside from|rather than|unlike other"
    r"|(?:ironically|fortunately|unfortunately|alternatively|additionally|besides|meanwhile|interestingly"
    r"|surprisingly|actually|indeed|basically|effectively|obviously|naturally|conversely|accordingly|subsequently"
    r"|afterwards?|previously|later|overall|luckily|hopefully|more importantly|eventually|again|even|still|yet"
    r"|perhaps|maybe|further|assuming|granted|sure|in any case|in all cases|after all|that said|nor|not only"
    r"|because of)\b"
    r"|(?:first|second|third|last|next|finally)(?:ly)?(?:,| there| you| comes?)"
    r"|(?:first|second|third|next|last)(?:ly)? (?:the|an?)\b"
    r"|(?:sometimes|often|occasionally|usually|typically|normally|generally),?"
    r" (?:the|an?|each|all|some|many|(?-i:[A-Z]))\b"
    r"|(?:often|sometimes|usually|typically|once|when|if|while|because|since|as|after|before|although|though|until)"
    r" (?:it|its|they|their|them|he|she|one|others)\b"
    r"|one(?! [a-z]+ of\b)\b"
    r"|(?:ones|many|some|several|few|certain|various|others|other|most|half|multiple|numerous|different"
    r"|an? (?:few|number|couple|variety|third|second)|all of|none of|each of|any of|some of|one of)\b"
    r"|all (?:the )?(?:other|operations|calls|commands|files|fields|values)\b"
    r"|each (?:case|one|time)\b|(?:every|any) such\b|after (?:that|this)\b|despite (?:its|their|having)\b"
    r"|the (?:rest|remainder|others?|former|latter)\b|back to\b|[B-HJ-Z] (?:is|was|are|were|be)\b"
    r"|(?:before|when|if|once|after) you(?:['’]d| would| have| are)?"
    r" (?:start|begin|continue|proceed|like|wish|want|rather|finish|finished|done|ready),)(?!\w)",
    re.IGNORECASE,
)
# Words inside a sentence that say how it follows from another, or that mean a thing by its place among others.
_INSIDE = re.compile(
    r"(?<![,;] )(?<!\band )(?<!\bor )\b(?:then|therefore|thus|hence)\b"
    r"|\b(?:however|nevertheless|nonetheless|likewise)\b"
    r"|\binstead\b(?! of)|(?<!which )(?<!that )(?<!who )(?<!but )\balso\b|\b(?:as well|too|either|again|though)[.!]$"
    r"|\bthe (?:others?|previous|remaining|former|aforementioned|corresponding|respective|resulting|rest)\b"
    r"(?! of (?:the|an?|your|its)\b)|\banother (?:example|problem|way|reason|one|approach|possibility|option)\b"
    r"|\bsuch\b(?! as\b)"
    r"|\b(?:different|various|unusual|several|certain|a few|(?<!or )(?<!and )other) [a-z]+(?:[.!]$|, (?:but|and|or) )"
    r"|\bboth [a-z]+s\b(?! and\b)"
    r"|\bthat (?:command|file|menu|page|option|case|time|point|step|screen|directory|folder|value|message|window)\b"
    r"|[§¶]|\bmentioned\b|\b(?:choose|select|pick|take) (?:the )?one\b"
    r"|\bthe ones? that\b|, that (?:is|was|will|would)\b"
    r"|\b(?:because|since|if|when|once|while) [B-HJ-Z] [a-z]",
    re.IGNORECASE,
)
_MORE = (
    "larger|smaller|bigger|higher|lower|longer|shorter|faster|slower|better|worse|newer|older|greater|fewer|easier"
    "|harder|simpler|stronger|weaker|wider|narrower|heavier|lighter|cheaper|safer|finer|deeper"
)
_COMPARES = re.compile(
    rf"(?:^|, |; |\b(?:when|if|once|while|until|unless|because) )(?:an? |the |any |even |much |slightly )*"
    rf"(?:(?:{_MORE}) [a-z]+|(?:more|less) [a-z]+ [a-z]+)",
    re.IGNORECASE,
)
_ORDINALS = words_of(
    "first second third fourth fifth last next previous other remaining same new current only two three four five six"
    " key main entire whole actual following subsequent final initial additional retried latest best worst largest"
    " smallest biggest highest lowest most least simplest easiest usual general basic real original appropriate"
    " required necessary relevant given specified selected chosen desired specific particular updated above"
)
_NUMBERED = re.compile(r"(?:^|[ ,;])(?:\d|[a-z]|[ivx]+)\)")  # a) one, b) the other
_MARK = re.compile(r" \(\d{1,2}\)")  # of something in a picture; (1) and (2) count
_RELATIVE = re.compile(  # to the end of a sentence: what is left must have a verb
    r"(?:, (?:where|which|who|whose)|\b(?:on|in|of|by|to|with|for|from|at|under|through) (?:which|whom|whose))\b"
    r"[^,.;]*\.$"
)
_MEMBERS = words_of("group part set kind type sort half case step phase stage series class list one category version")
_OTHERS = words_of("other others another same such example examples")
_ADDED = words_of("new additional extra further existing previous different similar")
_ASIDE = re.compile(r" \([^)]*\)")
_ORDERS = words_of("do be have don't don’t")
_INTRODUCES = CLAUSE_STARTS | words_of("but because since after before")
_PRONOUNS = words_of("it they he she")
_AFTER_NOUN = words_of("of that which who whose for to")  # what says which one is meant
_TRANSITIVE = words_of(
    "allowed used required needed intended meant designed given provided shown located stored described listed"
    " specified placed defined created known called set permitted"
)
_NAME = re.compile(r"[A-Z][a-z]+(?:[-/][A-Z]\w*)?$")
_SECTION_NUMBER = re.compile(r"\s\d+(?:\.\d+){2,}\.$")


def leans_back(text: str) -> bool:
    """Whether a sentence goes on from others: by its first words, by a comparison, or by what it leaves out."""
    if _OPENS.match(text) or _INSIDE.search(text) or (_COMPARES.search(text) and " than " not in text):
        return True
    if len(_MARK.findall(text)) == 1:
        return True
    return any(_one_of_a_row(subject) for subject in subjects(text))


def is_broken(text: str) -> bool:
    """Whether a sentence is a piece of one, or has a heading or a number of a section glued to it."""
    if text.isupper() or text.endswith(("..", "…")) or _SECTION_NUMBER.search(text):
        return True
    if text.count("(") != text.count(")") and not _NUMBERED.search(text):
        return True
    text = _ASIDE.sub("", text)
    words = split(text)
    if words and words[0].lower in AUXILIARIES - _ORDERS:  # "Can be used to choose a theme."
        return True
    if _is_participle_phrase(words) or _has_heading(words):
        return True
    left = _RELATIVE.sub("", text)
    if left != text and not main_verbs(split(left)):
        return True
    return _has_only_participle(words) or _has_only_participle(split(left))


def subjects(text: str) -> list[list[Word]]:
    """The words before the finite verb of each part of a sentence, without what introduces the part."""
    words = split(_ASIDE.sub("", text))
    found, begin = [], 0
    at = main_verbs(words)
    for i, word in enumerate(words):
        if word.breaks or i == len(words) - 1:
            verb = next((v for v in at if begin <= v <= i), None)
            if verb is not None:
                starts = [n + 1 for n in range(begin, verb) if words[n].lower in _INTRODUCES]
                found.append(words[max(starts, default=begin) : verb])
            begin = i + 1
    return [subject for subject in found if subject]


def head(subject: list[Word]) -> list[Word]:
    """A subject up to what follows its noun: "the price" of "the price of a drum"."""
    ends = (i for i, word in enumerate(subject) if i and word.lower in PREPOSITIONS | _AFTER_NOUN)
    return subject[: next(ends, len(subject))]


def _one_of_a_row(subject: list[Word]) -> bool:
    """Whether a subject is one of a row that was told before: "the second part", "the two systems"."""
    if subject[0].lower == "the" and len(subject) > 1 and subject[1].lower in _ORDINALS:
        if len(subject) > 2 and subject[2].lower in _MEMBERS:  # "the first group of results"
            return True
        named = any(word.lower in _AFTER_NOUN for word in subject[2:])
        return not named and not any(word.text[0].isupper() for word in subject[2:])
    if subject[0].lower in _ADDED and not any(word.lower in PREPOSITIONS for word in subject):
        return True
    return any(word.lower in _OTHERS for word in head(subject)) or any(word.lower in _PRONOUNS for word in subject[1:])


def _is_participle_phrase(words: list[Word]) -> bool:
    """Whether it begins as what is said of something: "Set to false to prevent that."."""
    if len(words) < 2 or words[1].lower not in PREPOSITIONS | {"as", "when", "if"}:
        return False
    first, second = words[0].lower, words[1].lower
    forms = verbs().get(first, [])
    if any(first == verb.plain for verb in forms):
        return second == "to" and first in ("set", "put", "cut")
    if any(word.breaks for word in words[:8]):  # "Built on a rock, the tower stands."
        return False
    return any(first == verb.participle for verb in forms)


def _has_only_participle(words: list[Word]) -> bool:
    """Whether the only verb is a participle: "Domain allowed to read the files.", or is none: "Ports and access."."""
    at = main_verbs(words)
    if at and all(words[i].lower in _TRANSITIVE and i > 0 and words[i - 1].breaks for i in at):
        return True  # "A computer, called target."
    if len(at) != 1 or any(word.lower in CLAUSE_STARTS for word in words):
        return False
    if at[0] == len(words) - 1:
        last = words[at[0]].lower
        return at[0] > 1 and any(last in (verb.plain, verb.participle) for verb in verbs().get(last, []))
    return words[at[0]].lower in _TRANSITIVE and words[at[0] + 1].lower in PREPOSITIONS


def _has_heading(words: list[Word]) -> bool:
    """Whether a heading without a stop runs into the name that is the subject: "Lack of quotas Marlin was"."""
    at = next(iter(main_verbs(words)), 0)
    name = at
    while name > 0 and _NAME.match(words[name - 1].text):
        name -= 1
    if name < 2 or name == at or any(word.breaks for word in words[:at]):
        return False
    before = words[name - 1]
    closed = DETERMINERS | CLAUSE_STARTS
    if words[0].lower in PREPOSITIONS or before.is_number:  # "Since 2012 Marlin has belonged to its people."
        return False
    return (
        before.is_content
        and not before.lower.endswith(("ing", "ly"))
        and not any(word.lower in closed for word in words[:name])
    )
