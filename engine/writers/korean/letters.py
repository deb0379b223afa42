"""Hangul syllables taken apart and put together, and the particle that follows a word by how the word ends."""

from __future__ import annotations

import re

_BRACKETS, _LATIN = re.compile(r"\s*\([^()]*\)\s*$"), re.compile(r"[A-Za-z]+$")
_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINAL_LETTERS: tuple[str, ...] = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
# A digit is read out: 0 yeong, 1 il, 3 sam, 6 yuk, 7 chil, 8 pal; 2, 4, 5 and 9 end in a vowel.
_DIGITS: dict[str, str] = {
    "0": "ㅇ",
    "1": "ㄹ",
    "2": "",
    "3": "ㅁ",
    "4": "",
    "5": "",
    "6": "ㄱ",
    "7": "ㄹ",
    "8": "ㄹ",
    "9": "",
}


def is_syllable(char: str) -> bool:
    """Whether it is one whole Hangul syllable."""
    return len(char) == 1 and _FIRST <= ord(char) <= _LAST


def final(text: str) -> str | None:
    """The consonant under the last syllable, '' for an open one; None where its reading is not known (Latin)."""
    char = text[-1:]
    if is_syllable(char):
        return _FINAL_LETTERS[(ord(char) - _FIRST) % _FINALS]
    return _DIGITS.get(char)


def vowel(text: str) -> str:
    """The vowel of the last syllable, or ''."""
    char = text[-1:]
    return _VOWELS[(ord(char) - _FIRST) // _FINALS % len(_VOWELS)] if is_syllable(char) else ""


def with_final(text: str, consonant: str) -> str:
    """The text with another consonant under its last syllable; '' opens it. Text that ends otherwise stays."""
    if not is_syllable(text[-1:]):
        return text
    code = ord(text[-1])
    return text[:-1] + chr(code - (code - _FIRST) % _FINALS + _FINAL_LETTERS.index(consonant))


def with_vowel(text: str, letter: str) -> str:
    """The text with another vowel in its last syllable, which is left open."""
    lead = (ord(text[-1]) - _FIRST) // _FINALS // len(_VOWELS)
    return text[:-1] + chr(_FIRST + (lead * len(_VOWELS) + _VOWELS.index(letter)) * _FINALS)


def suits(word: str, after_consonant: bool) -> bool:
    """Whether a particle for words that end in a consonant (or not) may follow; any word of unknown reading allows."""
    under = final(word)
    return under is None or bool(under) == after_consonant


def particle(word: str, after_consonant: str, after_vowel: str) -> str:
    """Of two forms the one that fits; '' where the reading is not known. What stands in brackets is not read."""
    said = _BRACKETS.sub("", word).rstrip(" \"'”’.`")
    under = final(said)
    if under is None:
        under = _latin(said)
    return "" if under is None else after_consonant if under else after_vowel


def _latin(word: str) -> str | None:
    """As `final`, of a Latin word where no two readings differ: letters one by one, a vowel, a nasal, an s."""
    last = word[-1:]
    if not (last.isascii() and last.isalpha()):
        return None
    run = _LATIN.search(word)
    if run and run[0].isupper():
        return "ㄹ" if last in "LMNR" else ""
    if last in "lmn" or word.endswith("ng"):
        return "ㄹ"
    return "" if last in "aiouywsrxfhzdv" else None
