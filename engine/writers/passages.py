"""What an excerpt has to say to a question: the sentences around the one that comes nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.dataset.words import content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.writers.base import Source

_AROUND = 1  # sentences before and after the nearest one, where they have a word of the question too
_LONGEST = 600  # characters, where a chunk has no sentences, such as a table


def passages(question: str, found: Sequence[Source]) -> list[str]:
    """One passage of each chunk that has a word of the question, in their order.

    The chunk that a question was asked of is shown as a whole; of others only what could bear on the question is
    read, for reading is what writing answers costs most.
    """
    wanted = content(question)
    told = [_passage(wanted, source) for source in found]
    return [text for text in told if text]


def _passage(wanted: set[str], source: Source) -> str:
    texts = [sentence.text for sentence in source.sentences] or [" ".join(source.text.split())[:_LONGEST]]
    shared = [len(wanted & content(text)) for text in texts]
    if not any(shared):
        return ""
    best = shared.index(max(shared))
    around = range(max(best - _AROUND, 0), min(best + _AROUND + 1, len(texts)))
    return " ".join(texts[i] for i in around if shared[i])
