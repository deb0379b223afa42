"""How good a reply is against its reference answer: key facts, token F1 and ROUGE-L, all from 0 to 1."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from engine.dataset.key_facts import KeyFacts, key_facts, matches

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["KeyFacts", "key_facts", "longest_common_subsequence", "matches", "rouge_l", "score", "token_f1"]

_WORD = re.compile(r"[぀-ヿ一-鿿가-힣]|[^\W_぀-ヿ一-鿿가-힣]+")


def score(reply: str, reference: str, keys: Sequence[Sequence[str]]) -> dict[str, float]:
    """All scores of one reply: key_facts (0 or 1), token_f1, rouge_l."""
    return {
        "key_facts": float(matches(reply, keys)),
        "token_f1": token_f1(reply, reference),
        "rouge_l": rouge_l(reply, reference),
    }


def token_f1(reply: str, reference: str) -> float:
    """F1 over the bags of words after SQuAD's normalisation (Rajpurkar et al. 2016).

    Lower case, no punctuation, no English articles. Korean, Chinese and Japanese are compared by characters,
    as in KorQuAD. Two empty texts are equal.
    """
    ours, theirs = _squad(reply), _squad(reference)
    if not ours or not theirs:
        return float(ours == theirs)
    common = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * common / (len(ours) + len(theirs))


def rouge_l(reply: str, reference: str) -> float:
    """F1 of the longest common subsequence of words (Lin 2004); two empty texts are equal.

    With m and n words it is 2 LCS / (m + n), which is the normalised Indel similarity of the word sequences.
    """
    ours, theirs = _words(reply), _words(reference)
    if not ours or not theirs:
        return float(ours == theirs)
    return float(Indel.normalized_similarity(ours, theirs))


def longest_common_subsequence(first: Sequence[str], second: Sequence[str]) -> int:
    """Length of the longest common subsequence, by the plain recurrence; what `rouge_l` is checked against."""
    row = [0] * (len(second) + 1)
    for word in first:
        diagonal = 0
        for i, other in enumerate(second, start=1):
            diagonal, row[i] = row[i], diagonal + 1 if word == other else max(row[i], row[i - 1])
    return row[-1]


def _squad(text: str) -> list[str]:
    lowered = unicodedata.normalize("NFKC", text).lower()
    bare = "".join(character for character in lowered if not unicodedata.category(character).startswith("P"))
    words = re.sub(r"\b(a|an|the)\b", " ", bare).split()
    return [part for word in words for part in _characters(word)]


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower())


def _characters(word: str) -> list[str]:
    return _WORD.findall(word) if re.search(r"[぀-ヿ一-鿿가-힣]", word) else [word]
