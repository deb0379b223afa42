"""Whether "the valve" is one thing in a document, or one of several that only the page tells apart.

A manual of one machine has one drum, and "The drum holds 9 litres." can be asked about anywhere. A survey of proofs
has a hundred: "The proof uses induction." leans on the sentence before it. The document itself tells: what is one of
several is also called "a proof", "each proof", "proofs", and what a long document is about is named on many pages.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from engine.writers.leaning import head, subjects
from engine.writers.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.writers.words import Word

_PHRASE = re.compile(
    r"\b(?P<the>the)\s+(?P<one>[a-z]{3,})\b"
    r"|\b(?:an?|each|every|any|another|one|some|this|that|no)\s+(?P<other>[a-z]{3,})(?:\s+(?P<next>[a-z]{3,}))?\b"
    r"|\b(?P<bare>[a-z]{3,}s)\b",
    re.IGNORECASE,
)
# Something in the sentence that nothing behind it describes.
_BARE = re.compile(
    r"\b[Tt]he (?P<noun>[a-z]{3,})(?=[.,;:)]|$| (?:and|or|is|are|was|were|has|have|can|may|must|should|will|to|with|by"
    r"|in|on|at|from|into|when|if|as|until|before|after|while|because|so)\b)"
)
_PER_MENTION = 5000  # words of a document for each page on which its themes are named
_PER_NAMING = 12000  # the same for what has a longer name: "the return value"
_MOST_NAMINGS = 4
_ALONE = 2  # words of an article and its noun
_EACH = words_of("each every all any")
_GENERAL = words_of(
    "time way world internet web fact user users reader default left right top bottom middle beginning end past future"
    " public same day night week month year morning evening floor ground air sun wall clock law case rest hand outside"
    " inside front back name text screen moment"
)
# "the tar command": the word before such a noun is a name, capital or not.
_NAMED_BY = words_of("package command tool utility daemon library function protocol prefix key algorithm method")
# Settings, of which a long document has those of many programs.
_SETTINGS = words_of("option options parameter parameters variable variables field fields flag argument switch column")
_NO_FACTS = re.compile(
    r"^(?:[\dA-Z.]+\s+)?(?:references|bibliography|literature|acknowledge?ments?|(?:table of )?contents|index|copyright"
    r"|licen[sc]e|.*\b(?:public|software|documentation|commons) licen[sc]e"
    r"|legal notice|참고 ?문헌|감사의 글|목차|차례|색인|저작권)\b",
    re.IGNORECASE,
)
# What stands in a list of sources, and how much of it within `_NEAR` characters makes one.
_SOURCE = re.compile(
    r"\bProc(?:eedings\b|\.)|\b(?:pages?|pp\.?) \d|\b(?:vol(?:ume|\.)|no\.) ?\d|\bTech(?:nical|\.) Rep|\bACM\b|\bIEEE\b"
    r"|\bSpringer|\bJournal of\b|\b(?:Transactions|Trans\.|Conference|Symposium|Workshop|Conf\.|Symp\.) on\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December),? (?:19|20)\d\d\."
    r"|, (?:19|20)\d\d\.|\bdoi:|\bPh\.? ?D\.? thesis"
)
_NEAR, _SOURCES = 250, 4


class Definite:
    """Counts how the document speaks of its things."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._the: Counter[str] = Counter()
        self._others: Counter[str] = Counter()
        self._pages: defaultdict[str, set[int]] = defaultdict(set)
        self._longer: dict[str, bool] = {}
        pages = list(texts)
        self._texts = [" ".join(text.lower().split()) for text in pages]
        self._text = f" {' '.join(self._texts)}"
        self._half = max(len(pages) // 2, 1)
        for number, text in enumerate(pages):
            for found in _PHRASE.finditer(text):
                if found["the"]:
                    word = found["one"].lower()
                    (self._others if word.endswith("s") else self._the)[word.removesuffix("s")] += 1
                    self._pages[word].add(number)
                else:
                    others = filter(None, (found["other"], found["next"], found["bare"]))
                    self._others.update(word.lower().removesuffix("s") for word in others)
        words = self._text.count(" ")
        self._mentions = math.ceil(words / _PER_MENTION)
        self._namings = min(1 + words // _PER_NAMING, _MOST_NAMINGS)

    def is_one(self, noun: str) -> bool:
        """Whether "the proof" is written at least as often as "a proof" and "proofs" together."""
        word = noun.lower().removesuffix("s")
        return self._the[word] >= self._others[word]

    def is_theme(self, noun: str, share: float = 1.0) -> bool:
        """Whether "the drum" is named all over the document, more pages the longer it is."""
        wanted = min(math.ceil(self._mentions * share), self._half)
        return noun.lower() in _GENERAL or len(self._pages[noun.lower()]) >= wanted

    def leans(self, sentence: str) -> bool:
        """Whether a sentence, or a clause in it, is about "the proof" where there are many."""
        if any(not self.is_theme(found["noun"], 0.5) for found in _BARE.finditer(sentence)):
            return True
        return any(self._is_one_of_many(subject) for subject in subjects(sentence))

    def _is_one_of_many(self, subject: list[Word]) -> bool:
        """Whether a subject, "the value" or "the return value", is hardly named, or has others beside it."""
        if subject[0].lower in _EACH and len(head(subject)) == len(subject) == _ALONE:
            return subject[1].text.islower() and not self.is_theme(subject[1].lower.removesuffix("s"))
        at = next((i for i, word in enumerate(subject) if word.lower == "the"), None)
        if at is None:
            return False
        named = head(subject[at:])
        whole = len(named) == len(subject) - at
        if whole and self._namings > 1 and named[-1].lower in _SETTINGS:
            return True
        if whole and len(named) == _ALONE and named[1].text.replace("-", "").isupper():
            return self._counted(named[1].lower)[1] > self._counted(named[1].lower)[0]
        if not whole or any(not word.text.isalpha() or not word.text.islower() for word in named[1:]):
            return False  # "the value of x" and "the Linux kernel" say which
        if len(named) == _ALONE:
            one = self.is_one(named[1].lower)
            return not one or (at == 0 and not self.is_theme(named[1].lower))
        if len(named) == _ALONE + 1 and named[2].lower in _NAMED_BY and not named[1].lower.endswith(("ed", "ing")):
            return False
        name = " ".join(word.lower for word in named[1:])
        if name not in self._longer:
            self._longer[name] = self._is_hardly_named(name)
        return bool(name) and self._longer[name]

    def _is_hardly_named(self, name: str) -> bool:
        definite, others = self._counted(name)
        if definite < max(others, self._namings):
            return True
        return self._namings > 1 and sum(f"the {name}" in text for text in self._texts) < self._namings

    def _counted(self, name: str) -> tuple[int, int]:
        """How often the document writes "the name", and "a name", "each name" or "names"."""
        plural = self._text.count(f" {name}s")
        definite = self._text.count(f"the {name}") - self._text.count(f"the {name}s")
        return definite, plural + sum(
            self._text.count(f" {word} {name}") for word in ("a", "an", "each", "every", "any")
        )


def among_sources(text: str, start: int, end: int) -> bool:
    """Whether what stands at `start` to `end` is one of a list of sources, which may have lost its heading."""
    return len(_SOURCE.findall(text, max(start - _NEAR, 0), end + _NEAR)) >= _SOURCES


def tells_facts(section: tuple[str, ...]) -> bool:
    """Whether a section tells of the document's subject: lists of sources and contents do not."""
    return not any(_NO_FACTS.match(title) for title in section)
