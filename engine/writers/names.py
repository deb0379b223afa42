"""Which words a document writes with a capital wherever they stand: names, which stay so inside a question."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A word that follows a small one on its line stands inside a sentence, so that its capital is its own.
# The parts of names of packages, files and addresses (debian-installer, debian.org) are no words.
_INSIDE = re.compile(r"(?<=[a-z,;] )[\"'(“‘]*([A-Za-z]\w*)\b(?![-./:=@+]\w)")
_OFTENER = 4  # `anki` may well be the name of a command
_FIRST = re.compile(r"\w+")


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Words that stand inside sentences with a capital, and hardly ever in small letters, alone or as a plural."""
    inside = Counter(word for text in texts for word in _INSIDE.findall(text))
    return frozenset(
        word
        for word, count in inside.items()
        if word[0].isupper() and count >= _OFTENER * (inside[word.lower()] + inside[f"{word.lower()}s"])
    )


def first_word(sentence: str) -> str:
    """The first word without the marks before it; '' when there is none."""
    found = _FIRST.search(sentence)
    return found[0] if found else ""
