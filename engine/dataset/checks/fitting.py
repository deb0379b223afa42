"""Whether the evidence answers the question that was asked, as far as words tell."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from engine.dataset.checks.support import facts_in
from engine.dataset.words import content, tokens

if TYPE_CHECKING:
    from engine.dataset.checks.candidate import Candidate

_SENTENCE = re.compile(r"(?<=[.!?。])\s+|\n")
_SAME = 0.8  # share of a sentence's words from which it is the evidence itself
_AHEAD = 2  # words of the question that another sentence has beyond the evidence's
_MOST = 0.6  # of the question's words
_HOW_MANY = re.compile(
    r"\bhow (?:much|many|long|often|old|heavy|high|wide|deep|tall|thick|far|fast|hot|cold|loud|frequently)\b"
    r"|몇 |얼마|며칠",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\b(?:half|quarter|third|double|twice|once|dozen|daily|weekly|monthly|yearly|annually|hourly|every|each|always|never"
    r"|regularly|often|seldom|rarely|any|all|none|no|several|few|many|much|long|short|forever|until|till|while|as|a|an"
    r"|one|first|last|free|nothing|enough|little|less|more|most|least|immediately|permanently|unlimited|small|large"
    r"|low|high|some|only|both|whole|entire|full|empty)\b"
    r"|[가-힣]*(?:마다|매일|매달|매년|매주|하루|모두|항상|수시|반|한 |까지|동안|없|무료|이틀|주일)",
    re.IGNORECASE,
)
_NAMED_THING = re.compile(r"(?<!^)\b([A-Z][a-z]+) ([a-z]{4,})\b")
_DIGIT = re.compile(r"\d")


def other_question(pair: Candidate) -> str:
    """Another sentence of the chunk has far more of the question's words, or no amount answers "how many"."""
    if not pair.evidence:
        return ""
    asked = content(pair.question)
    shared = len(asked & content(pair.evidence))
    if shared <= 1 and asked:
        for sentence, words in _sentences(pair.chunk):
            found = len(asked & words)
            if found - shared < _AHEAD or found < _MOST * len(asked) or _is_of(words, pair.evidence):
                continue
            return f"another sentence has more of the question's words: {sentence[:80]}"
    return _other_name(pair) or _no_amount(pair)


def _other_name(pair: Candidate) -> str:
    """The question names one code or one "Slow programme", the evidence another of its kind."""
    asked, there = facts_in(pair.question).codes, facts_in(f"{pair.evidence} {pair.answer}").codes
    if asked and not asked & there and any(_kind(one) == _kind(two) for one in asked for two in there):
        return f"the question names {', '.join(sorted(asked))}, the evidence {', '.join(sorted(there))}"
    words = set(tokens(pair.evidence))
    for match in _NAMED_THING.finditer(pair.question):
        rivals = [other[1] for other in _NAMED_THING.finditer(pair.evidence) if other[2] == match[2]]
        if rivals and match[1] not in rivals and match[1].lower() not in words:
            return f"the question names {match[0]}, the evidence {rivals[0]} {match[2]}"
    return ""


def _kind(code: str) -> str:
    """E07 and E28 are of one kind: their letters."""
    return re.sub(r"\d", "", code)


def _is_of(words: frozenset[str], evidence: str) -> bool:
    own = content(evidence)
    return len(words & own) >= _SAME * len(words)


@functools.lru_cache(maxsize=256)
def _sentences(chunk: str) -> tuple[tuple[str, frozenset[str]], ...]:
    found = (" ".join(part.split()) for part in _SENTENCE.split(chunk))
    return tuple((part, frozenset(content(part))) for part in found if part)


def _no_amount(pair: Candidate) -> str:
    asked = _HOW_MANY.search(pair.question)
    if not asked or pair.kind == "unanswerable":
        return ""
    text = f"{pair.answer} {pair.evidence}"
    said = facts_in(text)
    if said.quantities or said.dates or said.clocks or _DIGIT.search(text) or _AMOUNT.search(text):
        return ""
    return f"'{asked[0].strip()}' asks for an amount, and the answer has none" if tokens(pair.answer) else ""
