"""Which questions are asked in nearly the same words, so that one trained would tell the other."""

from __future__ import annotations

import functools
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from engine.dataset.linked import Linked
from engine.dataset.words import content, normalised, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALIKE = 0.85  # Indel similarity of the token lists, 2 LCS / (a + b), from which two wordings are one


def alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two token lists are nearly the same."""
    return Indel.normalized_similarity(one, other, score_cutoff=ALIKE) >= ALIKE


class Known:
    """Texts in which a near one is looked for among those that speak of the same things only.

    "The air filter" and "the oil filter" differ in one word of many and are different facts, so that texts
    with other content words are never alike; this also keeps the search far below quadratic.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_content: defaultdict[frozenset[str], list[list[str]]] = defaultdict(list)
        for text in {normalised(text): text for text in texts if text}.values():
            self._by_content[frozenset(content(text))].append(tokens(text))

    def has(self, text: str) -> bool:
        """Whether one of the texts is nearly this one; never for an empty text."""
        words = tokens(text)
        return bool(words) and any(alike(words, other) for other in self._by_content.get(frozenset(content(text)), ()))


@functools.lru_cache(maxsize=200_000)
def _heard(question: str) -> tuple[str, frozenset[str]]:
    """A question without case and punctuation, and its content words; kept, for a split is looked over afterwards."""
    return normalised(question), frozenset(content(question))


def clusters(questions: Sequence[tuple[int, str]]) -> list[int]:
    """For each (fact, question) the place of the first question that it is linked to by near wordings.

    Wordings of one fact are compared all with all; questions of two facts only when they have the same
    content words.
    """
    groups: defaultdict[int | frozenset[str], dict[str, int]] = defaultdict(dict)
    linked = Linked(range(len(questions)))
    for place, (fact, question) in enumerate(questions):
        text, things = _heard(question)
        for key in (fact, things):
            linked.join(groups[key].setdefault(text, place), place)
    for texts in groups.values():
        listed = [(text.split(), place) for text, place in texts.items()]
        for (one, place), (other, at) in combinations(listed, 2):
            if alike(one, other):
                linked.join(place, at)
    return [linked.of(place) for place in range(len(questions))]
