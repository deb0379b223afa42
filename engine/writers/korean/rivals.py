"""Whether another sentence of the documents could be the answer to a Korean question as well."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from engine.dataset.words import normalised
from engine.writers.korean.amounts import amounts
from engine.writers.korean.lists import nouns
from engine.writers.korean.questions import question
from engine.writers.korean.reading import read
from engine.writers.korean.words import cut_all

if TYPE_CHECKING:
    from collections.abc import Iterable

_Rules = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
_ASKING = re.compile(
    r"^(몇|얼마|언제|어디|누가|누구|무엇|무슨|어떤|어떻게|왜|며칠|알려|주세요|알|수|있을까요|것이|요일|자주|오래|동안|일이|경우에|하면|되나요|되는지|됩니까|해야|하나요|합니까|하는지|정도|일어나나요|위해|안에|전에|후에|이내에|이상|이하)"
)
_EMPTY = frozenset(
    nouns("empty")
    | {"수", "것", "때", "경우", "및", "등", "또는", "한", "더", "최대", "최소", "적어도", "늦어도", "반드시", "꼭"}
)
_WANTED: _Rules = (
    (re.compile(r"몇|얼마|며칠"), ("number", "money", "interval", "duration", "often", "time")),
    (re.compile(r"언제|무슨 요일"), ("time", "when", "number", "duration")),
)
_KINDS: _Rules = (
    (re.compile(r"(란|은|는|이|가) 무엇(인가요|인지|입니까)|무엇을 말"), ("what", "who")),
    (re.compile(r"누구(인가요|인지|입니까)"), ("who", "what")),
    (
        re.compile(
            r"(면|때|때는|때에는|경우|경우에|경우에는|위해|위해서|위해서는|위하여),? 어떻게 (해야|하면)|무엇을 해야"
        ),
        ("how",),
    ),
    (re.compile(r"어떻게 (되나요|되는지|됩니까)|무슨 일이"), ("then", "number", "money", "time")),
)


@functools.lru_cache(maxsize=8192)
def roots(text: str) -> frozenset[str]:
    """What the words of a text stand for: nouns without particles, the first two syllables of verbs."""
    found = set()
    for word in cut_all(text):
        noun = (word.noun or word.text).strip("\"'“”‘’`?.")
        if not noun or noun in _EMPTY or _ASKING.match(noun):
            continue
        found.add(noun if word.particle or noun.isascii() else noun[:2])
    return frozenset(found)


def rival(asked: str, source: str, others: Iterable[str]) -> str:
    """The first other sentence that has all the question's words and something of the wanted kind; '' for none."""
    wanted = roots(asked)
    if not wanted:
        return ""
    kept = normalised(source)
    for other in others:
        compact = other.replace(" ", "")
        if normalised(other) != kept and all(root in compact for root in wanted) and _may_answer(asked, other):
            return other
    return ""


def _may_answer(asked: str, other: str) -> bool:
    """Whether the sentence says something of the kind that is asked for; in doubt it does."""
    for pattern, kinds in _KINDS:
        if pattern.search(asked):
            found = question(other)
            return (found is not None and found.kind in kinds) or _is_order(other, kinds)
    for pattern, kinds in _WANTED:
        if pattern.search(asked):
            return any(
                amount.kind in kinds
                for amount in amounts(other.rstrip(".").removesuffix("입니다").removesuffix("이다"))
            )
    return True


def _is_order(text: str, kinds: tuple[str, ...]) -> bool:
    reading = read(text) if "how" in kinds else None
    return reading is not None and reading.predicate.kind in ("order", "must")
