"""Whether "the valve" is one thing in a document, or one of several that only the page tells apart.

A manual of one machine has one drum, and "The drum holds 9 litres." can be asked about anywhere. A survey of proofs
has a hundred: "The proof uses induction." leans on the sentence before it. The document itself tells: what is one of
several is also called "a proof", "each proof", "proofs".
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PHRASE = re.compile(
    r"\b(?P<the>the)\s+(?P<one>[a-z]{3,})\b"
    r"|\b(?:an?|each|every|any|another|one|some|this|that|no)\s+(?P<other>[a-z]{3,})(?:\s+(?P<next>[a-z]{3,}))?\b"
    r"|\b(?P<bare>[a-z]{3,}s)\b",
    re.IGNORECASE,
)
# The subject of a sentence, or of a clause of time and condition: an article and a noun, with a verb right behind.
_SUBJECT = re.compile(
    r"(?:^|, |\b(?:[Ww]hen|[Ii]f|[Ww]hile|[Oo]nce|[Aa]fter|[Bb]efore|[Uu]ntil) )[Tt]he (?P<noun>[a-z]{3,}) "
    r"(?:is|are|was|were|has|have|had|can|may|must|should|will|does|do|did|also|then|only|[a-z]+s|[a-z]+ed)\b"
)
_NO_FACTS = re.compile(
    r"^(?:[\dA-Z.]+\s+)?(?:references|bibliography|literature|acknowledge?ments?|(?:table of )?contents|index|copyright"
    r"|licen[sc]e|legal notice|참고 ?문헌|감사의 글|목차|차례|색인|저작권)\b",
    re.IGNORECASE,
)


class Definite:
    """Counts how the document speaks of its things."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._the: Counter[str] = Counter()
        self._others: Counter[str] = Counter()
        for text in texts:
            for found in _PHRASE.finditer(text):
                if found["the"]:
                    word = found["one"].lower()
                    (self._others if word.endswith("s") else self._the)[word.removesuffix("s")] += 1
                else:
                    words = filter(None, (found["other"], found["next"], found["bare"]))
                    self._others.update(word.lower().removesuffix("s") for word in words)

    def is_one(self, noun: str) -> bool:
        """Whether "the proof" is written at least as often as "a proof" and "proofs" together."""
        word = noun.lower().removesuffix("s")
        return self._the[word] >= self._others[word]

    def leans(self, sentence: str) -> bool:
        """Whether a sentence, or a clause in it, is about "the proof" where there are many."""
        return any(not self.is_one(found["noun"]) for found in _SUBJECT.finditer(sentence))


def tells_facts(section: tuple[str, ...]) -> bool:
    """Whether a section tells of the document's subject: lists of sources and contents do not."""
    return not any(_NO_FACTS.match(title) for title in section)
