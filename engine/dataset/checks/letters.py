"""Words that are no words: shuffled letters, syllables said again and again, characters that were broken on the way.

What the document itself has is never objected to, however strange it looks.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from engine.dataset.checks.korean import root
from engine.dataset.words import everyday_words, function_words, stem

if TYPE_CHECKING:
    from engine.dataset.checks.candidate import Candidate

# UTF-8 that was read as Latin-1 or Windows-1252, or Korean of the old encoding read so; what could not be read at all.
_MOJIBAKE = re.compile(
    r"\ufffd|ï¿½|[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—™š›œž¡-¿]|â€|[ìíëê][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œž]"
    r"|[À-ÿ]{4,}|[\ue000-\uf8ff]"
)
_JAMO = re.compile(r"[\u1100-\u11ff\u3131-\u3163\ua960-\ua97f\ud7b0-\ud7ff]")
_REPEATED = re.compile(r"([^\W\d_]{2,4})\1\1|(?![wixm])([^\W\d_])\2\2", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+|[가-힣]+")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}|^[bcdfghjklmnpqrstvwxz]{4,}$", re.IGNORECASE)
_LONG, _LONG_KOREAN = 5, 3  # letters and syllables from which shuffled ones are looked for
_STRANGE_PAIRS = 2  # pairs of letters of a word that neither the document nor our word list has


def broken(pair: Candidate) -> str:
    """The first broken word of question or answer."""
    around = f"{pair.evidence} {pair.chunk}"
    for text in (pair.question, pair.answer):
        if detail := _broken_characters(text, around) or _broken_words(text, around, pair):
            return detail
    return ""


def _broken_characters(text: str, around: str) -> str:
    for pattern in (_MOJIBAKE, _JAMO, _REPEATED):
        for found in pattern.finditer(unicodedata.normalize("NFC", text)):
            if found[0] not in around:
                return f"broken characters: {found[0]}"
    strange = next((c for c in text if "가" <= c <= "힣" and not _is_common(c) and c not in around), "")
    return f"{strange} is no syllable of written Korean" if strange else ""


@functools.lru_cache(maxsize=12_000)
def _is_common(syllable: str) -> bool:
    """Whether a syllable is among the 2,350 of KS X 1001, two bytes each: the others are hardly ever written."""
    return len(syllable.encode("euc_kr")) == 2


def _broken_words(text: str, around: str, pair: Candidate) -> str:
    known = _vocabulary(around)
    for word in _WORD.findall(text):
        if word.isascii():
            if pair.language in ("en", "") and (detail := _broken_english(word, known, pair)):
                return detail
        elif _is_shuffled_korean(word, known):
            return f"{word} is a word of the document with its syllables out of order"
    return ""


def _broken_english(word: str, known: _Words, pair: Candidate) -> str:
    plain = word.lower()
    if plain in known.words or stem(plain) in known.stems or plain in everyday_words() or word.isupper():
        return ""
    if _CONSONANTS.search(plain):
        return f"{word} is no word"
    if len(plain) < _LONG or plain in function_words():
        return ""
    if tuple(sorted(plain)) in known.letters:
        return f"{word} is a word of the document with its letters out of order"
    if len(plain) > _LONG and tuple(sorted(plain)) in _Words.everyday().letters:
        return f"{word} is an everyday word with its letters out of order"
    strange = [a + b for a, b in zip(plain, plain[1:], strict=False) if a + b not in _pairs() | known.pairs]
    return f"{word} is no word" if len(strange) >= _STRANGE_PAIRS else ""


def _is_shuffled_korean(word: str, known: _Words) -> bool:
    if len(word) < _LONG_KOREAN or word in known.words:
        return False
    noun = root(word) or word
    if len(noun) < _LONG_KOREAN or any(noun in other for other in known.words):
        return False
    return tuple(sorted(noun)) in known.letters


class _Words:
    """A text's words, their stems, sorted letters and pairs of letters."""

    def __init__(self, text: str) -> None:
        self.words = {word.lower() for word in _WORD.findall(text)}
        self.stems = {stem(word) for word in self.words}
        roots = {root(word) for word in self.words if not word.isascii()} | self.words
        self.letters = {tuple(sorted(word)) for word in roots if len(word) >= _LONG_KOREAN}
        self.pairs = {a + b for word in self.words for a, b in zip(word, word[1:], strict=False)}

    @classmethod
    @functools.cache
    def everyday(cls) -> _Words:
        """Our own word list."""
        return cls(" ".join(everyday_words()))


@functools.lru_cache(maxsize=256)
def _vocabulary(text: str) -> _Words:
    return _Words(text)


@functools.cache
def _pairs() -> frozenset[str]:
    """Pairs of letters that occur in our word list."""
    return frozenset(a + b for word in everyday_words() for a, b in zip(word, word[1:], strict=False))
