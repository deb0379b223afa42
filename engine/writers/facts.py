"""Which sentences carry a fact: whole statements and instructions that can be understood alone."""

from __future__ import annotations

import re

from engine.writers.leaning import is_broken, leans_back
from engine.writers.verbs import verbs
from engine.writers.words import CLAUSE_STARTS, DETERMINERS, PREPOSITIONS, main_verbs, split

_LONGEST = 60  # words
_ENGLISH_SHORTEST, _KOREAN_SHORTEST = 4, 3
_ENDS = re.compile(r"[.!。][)\"'”’\]]*$")
_ENGLISH_START = re.compile(r"[\"'“‘(\[]*[A-Z0-9]")
_WORD = re.compile(r"\w+(?:[-'’.,/]\w+)*")
_LABEL = re.compile(r"^(note|tip|hint|warning|caution|important|attention|danger|notice|remark)[:!] +", re.IGNORECASE)
_TERM = re.compile(r"^[^.,]{1,40}: ")  # "Undock: sends the robot away" is an entry of a list
_LABELLED = re.compile(r"([^.]{1,80}): [A-Z]")
_BULLET = re.compile(r"^\s*(?:[-*•‣▪◦–·]+\s+|\(?[0-9]{1,2}[.)]\s+|[a-z]\)\s+|#+\s+)")
_MARKUP = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1|\[([^\]]+)\]\([^)]*\)")

# A sentence that begins so speaks of something said before it, of the document, or to nobody in particular.
_BACKWARD = re.compile(
    r"(it|its|this|these|those|they|their|them|he|she|his|her|such|both|neither|thus|hence|therefore|however|then"
    r"|also|nonetheless|nevertheless|consequently|moreover|furthermore|otherwise|instead|likewise|similarly|and|but|or|so|thank|welcome|congratulations"
    r"|other than|another"
    r"|on the other hand|for (more|further|additional|full) (info\w*|details|help)|to (do|achieve|avoid) (this|that|so)"
    r"|as (we|you) |from (there|here)\b|should (the|you)\b|were the |had the |yes\b|no,|for (this|that) reason"
    r"|we|our|i|my|let|see|note that|as mentioned|as described|here|for example)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(these|those)\b(?! (who|that|which|of)\b)"
    r"|\bthis\b(?! (manual|document|guide|handbook)\b)"
    r"|\b(of|with|from|to|for|by|at|on|uses?|using|do|does) that (?!(is|are|was|were|can|may|will|has|have)\b)[a-z]"
    r"|^[A-Z][a-z]+ (this|it|them)\b"
    r"|\bsuch an?\b|\bthe (following|above|below)\b"
    r"|\bhere(?=[.,;)]|$)|\b(linked|shown|seen|listed|links?|see) (above|below)|^\(|\b(why|what) (do|does|is|are|can) ",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|ours|us)\b")  # not US
# How papers argue: each sentence takes up the one before.
_ARGUES = re.compile(
    r"^(?:suppose|consider|now|assume|imagine|recall|clearly|intuitively|roughly|of course|in case|for instance"
    r"|most obviously|an? (?:interesting|similar|related|analogous))\b"
    r"|\b(?:similar|similarly|latter|neither|aforementioned|(?:discussed|mentioned) earlier|as discussed)\b",
    re.IGNORECASE,
)
# What is left of a template or formula, of a reference, and what speaks of a heading.
_MARKED = re.compile(r"\[[^\]]*\]|\(\)| \.$| [-–—] [A-Z]|: (?i:this|it|these)\b|\{%|\{\{|\$\$|\]\(|</?\w+>")
_CLAUSE = re.compile(r"\b(when|if|while|once|unless|until)\b[^,.;]*[,.;]?", re.IGNORECASE)
_PURPOSE = re.compile(r"^(in order )?to [^,]*,", re.IGNORECASE)
_SHORTEST_STATEMENT = 2  # words: "stop immediately" beside a clause
_BACKWARD_THAT = re.compile(r"that (is|was|means|way|one|will|can|makes|also)\b", re.IGNORECASE)
_ABOUT_DOCUMENT = re.compile(
    r"(^|\b(in|of|see|read|from|throughout) )this (manual|document|guide|book|chapter|section|page|table|figure"
    r"|brochure|handbook|leaflet)\b|\b((chapter|section|page|table|figure|appendix) \d+"
    r"|(described|explained|listed|shown|given|found) (above|below|later|earlier|overleaf)"
    r"|(steps?|names?|section|example|commands?|procedure|created|described|mentioned|discussed|noted|seen)"
    r" (above|below)"
    r"|(achieve|do|doing|accomplish|support|use|uses|using|avoid) (this|these|so)( [a-z]+s?)?(?=[.,;]| throughout)"
    r"|(?<!from )above(?=[.,;)])|for (more |further )?details|details on"
    r"|(^|, |please )(see|refer to)|see (our|the|this|also)"
    r"|(is|are) (covered|described|discussed|explained|documented|detailed|outlined|shown) in"
    r"|explains? (how|what|why|the)"
    r"|in question|in the (next|previous|following) (chapter|section|page|paragraph)"
    r"|the preceding (chapter|section|table|figure|list|page))\b",
    re.IGNORECASE,
)
_KOREAN_END = re.compile(r"(다|요|오|음|함|됨|임)[.!。]?[)\"'”’\]]*$")
_KOREAN_BACKWARD = re.compile(
    r"(이것|그것|저것|이는|그는|그녀|이들|그들|이러한|그러한|그러므로|따라서|그러나|하지만|그리고|또한|또|그래서|이를|이때|그때)"
)
_FUNCTION_WORDS = (
    "a an the of to in on at by for from with and or is are was were be been has have had not no it as that which"
    " can may must should will would this these there than into over under its their your you"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())


def clean_sentence(text: str) -> str:
    """The sentence on one line, without the bullet or number before it and without emphasis marks."""
    line = " ".join(text.split())
    line = _LABEL.sub("", _BULLET.sub("", line))
    return _MARKUP.sub(lambda match: match[2] or match[3], line).strip()


def carries_fact(text: str, language: str) -> bool:
    """Whether a question can be asked of this sentence (cleaned) and be understood without its neighbours.

    Generous on purpose: a sentence that is left out is a fact nobody can be taught, a poor question is
    still caught by the checks.
    """
    words = _WORD.findall(text)
    if len(words) > _LONGEST or "?" in text or _mostly_numbers(words):
        return False
    return _korean_fact(text, words) if language == "ko" else _fact(text, words)


def _fact(text: str, words: list[str]) -> bool:
    if len(words) < _ENGLISH_SHORTEST or not _ENDS.search(text) or not _ENGLISH_START.match(text):
        return False
    if _is_entry(text) or _TERM.match(text) or _POINTING.search(text) or _MARKED.search(text) or not _states(text):
        return False
    if _FIRST_PERSON.search(text) or _ARGUES.search(text) or leans_back(text) or is_broken(text):
        return False
    if _BACKWARD.match(text) or _BACKWARD_THAT.match(text) or _ABOUT_DOCUMENT.search(text):
        return False
    return sum(word.lower() not in _FUNCTION for word in words) >= 2


def _is_entry(text: str) -> bool:
    """Whether it is an entry of a list: `Specifies whether the light flashes.`, `Shapes (all kinds): Use them.`"""
    label = _LABELLED.match(text)
    if label and not main_verbs(split(label[1])):
        return True
    words = split(text)
    thirds = {verb.third for verb in verbs().get(words[0].lower, [])}
    follows = DETERMINERS | CLAUSE_STARTS | PREPOSITIONS | {"whether", "how", "that", "what", "which", "where"}
    return words[0].lower in thirds and len(words) > 1 and words[1].lower in follows


def _states(text: str) -> bool:
    """Whether a finite verb is left when the clauses with when, if, that and the like are taken away."""
    left = _PURPOSE.sub("", text)
    left = _CLAUSE.sub(lambda match: "," if match[0].endswith(",") else "", left)
    words = split(left.strip(" ,"))
    return len(words) >= _SHORTEST_STATEMENT and bool(main_verbs(words))


def _korean_fact(text: str, words: list[str]) -> bool:
    return len(words) >= _KOREAN_SHORTEST and bool(_KOREAN_END.search(text)) and not _KOREAN_BACKWARD.match(text)


def _mostly_numbers(words: list[str]) -> bool:
    """A row of a table, not a sentence."""
    return 2 * sum(word[0].isdigit() for word in words) > len(words)
