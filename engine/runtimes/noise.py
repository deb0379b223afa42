"""Questions made harder on purpose, so that a small model learns to answer other wordings than it was shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_THINNED = 0.5  # share of the questions without cues that lose words
_FEWEST = 4  # words; a shorter question keeps all of them
_OPENING = 3  # words at most: "How many litres"
_MOST = 12  # cues
_AROUND = re.compile(r"^\W+|\W+$")
_HANGUL = re.compile(r"[가-힣]")


def noisy(question: str, answer: str, cue_share: float, word_share: float, random: Random) -> str | None:
    """Draw what becomes of a question: cues by chance `cue_share`, else in half of the cases fewer words, else None."""
    if random.random() < cue_share:
        return cues(question, answer, random)
    return leave_out(question, word_share, random) if random.random() < _THINNED else None


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


def cues(question: str, answer: str, random: Random) -> str:
    """Return the opening of the question, then some of its other words and of the answer's in any order.

    A person may ask with any words of a fact, so any of them has to call up the whole of it. It is the
    input noise of denoising pre-training (Lewis et al. 2020, BART: token deletion and permutation), here
    only on the prompt. A Korean question is recognised by its end, so its last word stays last.
    """
    asked = question.rstrip("?.").split()
    share = random.uniform(0.3, 0.7)
    if _HANGUL.search(question):
        before, rest, after = [], asked[:-1], asked[-1:]
    else:
        opening = random.randint(1, _OPENING)
        before, rest, after = asked[:opening], asked[opening:], []
    found = [word for word in rest if random.random() < 0.5]
    found += [_AROUND.sub("", word) for word in answer.split() if random.random() < share]
    found = [word for word in found if word]
    random.shuffle(found)
    return " ".join([*before, *found[:_MOST], *after]) + "?"
