"""The sentences among which a small model picks the one that answers a question."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from engine.dataset.words import content, stem, tokens
from engine.writers.forms import could_answer_alike
from engine.writers.verbs import verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.writers.base import Sentence, Source

_CANDIDATES = 6  # sentences shown beside each other when an answer is picked


def candidates(source: Sentence, question: str, found: Sequence[Source]) -> list[str]:
    """The source sentence among its rivals in the hits, in the text's order.

    A rival has at least as many of the question's content words as the source, and could be asked for the
    same attribute: any other sentence could only confuse a small model, not a reader.
    """
    wanted = _meaning(question)
    least = max(len(wanted & _meaning(source.text)), 1)
    rivals: dict[str, tuple[float, int, Sentence]] = {}
    for rank, chunk in enumerate(found):
        for sentence in chunk.sentences:
            shared = len(wanted & _meaning(sentence.text))
            is_rival = sentence.fact and sentence.text != source.text and shared >= least
            if is_rival and could_answer_alike(source.text, sentence.text):
                rivals.setdefault(sentence.text, (-shared, rank, sentence))
    best = sorted(rivals.values(), key=lambda entry: entry[:2])[: _CANDIDATES - 1]
    shown = [source, *(sentence for _, _, sentence in best)]
    return [sentence.text for sentence in sorted(shown, key=lambda s: (s.document_id, s.page, s.start))]


@functools.lru_cache(maxsize=4096)
def _meaning(text: str) -> frozenset[str]:
    """Content words, irregular verbs among them: began is begin."""
    found = content(text)
    return frozenset(found) | {
        stem(verb.plain) for word in tokens(text) if stem(word) in found for verb in verbs().get(word, [])
    }


def without_one(choices: list[str], kept: str) -> list[str]:
    """One candidate less: the longest that is not the source."""
    longest = max((text for text in choices if text != kept), key=len)
    return [text for text in choices if text != longest]
