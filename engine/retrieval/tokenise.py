"""Text becomes tokens here and nowhere else: words for alphabets, character pairs for Hangul and Han.

Korean words carry particles and Chinese and Japanese have no spaces, so a run of those scripts is cut into
overlapping pairs of characters (the usual unit of CJK retrieval: Nie and Ren 1999). Words of alphabets are
cut to a stem, so that "copies" finds "copy".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDE = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"  # kana, Han, Hangul
_PIECE = re.compile(rf"[{_WIDE}]+|[^\W\d_{_WIDE}]+(?:['’][^\W\d_{_WIDE}]+)?|\d+(?:[.,]\d+)*")
_CODE = re.compile(rf"[^\W{_WIDE}]+(?:[-/][^\W{_WIDE}]+)*")  # a part number or an identifier, as a whole
# The same for a text of ASCII only, several times faster.
_ASCII_PIECE = re.compile(r"[a-z]+(?:'[a-z]+)?|[0-9]+(?:[.,][0-9]+)*")
# Where a code may be: a digit beside a letter, at most a hyphen or a slash between them.
_MAY_BE_CODE = re.compile(r"[0-9_](?:(?<=_)|(?=[-/]?[A-Za-z])|(?<=[A-Za-z].)|(?<=[A-Za-z][-/].))")
_ASCII_CODE = re.compile(r"[a-z0-9_]+(?:[-/][a-z0-9_]+)*")
_IS_WIDE = re.compile(rf"[{_WIDE}]")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
# English inflection, in the order it is taken off; what is left need not be a word, only the same for all forms.
_INFLECTION = (
    (re.compile(r"['’]s$"), ""),
    (re.compile(r"(?<=..[^s])s$"), ""),
    (re.compile(r"(?<=...)(?:ing|ed)$"), ""),
    (re.compile(r"(?<=...)e$"), ""),
    (re.compile(r"(?<=..)y$"), "i"),
    (re.compile(r"(?<=..)([b-df-hj-np-tv-z])\1$"), r"\1"),
)
_STEM = 6  # letters kept of a longer stem: operate, operator and operation meet
_WIDE_SHARE = 0.15  # of a text's letters: code and names inside Korean prose are Latin

# The frame of a question. What is rare in a text weighs much in the word match, and pages rarely ask: without
# this, "how can I" would count as much as the nouns. Words that may be the point, such as "not", "before" or
# "while", are none of these.
_ENGLISH_TEXT = """
    a an the i me my mine we us our you your it its it's itself he him his she her they them their one's
    this that these those there here what whats what's whatever which who whom whose when where why how however
    am is isn't are aren't was wasn't were be been being do does doesn't did done doing have has had having can can't
    cannot could may might must shall should would will won't want wants need needs like please tell mean means
    get gets got getting give gives given make makes made making use uses used using go goes happen happens
    of in on at to for from by with into onto upon about as and or but if then so such too also just very quite
    some something someone any anything anyone thing things way ways kind sort s t"""
_KOREAN_TEXT = """
    무엇 무엇을 무엇이 무엇인가 무슨 뭐 어떻게 어떤 어느 어디 어디에 어디서 언제
    왜 누가 누구 얼마 얼마나 몇 방법 방법은 방법이 때 때는 것 것은 것을 것이 수 그
    이 저 및 또는 그리고 하지만 그러나 위해 위한 대한 대해 통해 따라 하는 되는 있는
    없는 합니다 됩니다 있습니다 없습니다 입니다 한다 된다 있다 없다 할 될 한 된 등
    더 또 안 못 잘 각 모두 항상 은 는 가 을 를 에 의 도 로 와 과 만"""
_ENGLISH, _KOREAN = frozenset(_ENGLISH_TEXT.split()), frozenset(_KOREAN_TEXT.split())
_KOREAN_QUESTION = re.compile(r"(?:하|되|있|없|쓰|이|인|한|된|는|은)?(?:나요|가요|까요|습니까|니까|지요)$")
_KOREAN_ENDING = re.compile(
    r"(?:습니다|입니다|합니다|됩니다|하려면|려면|어야|에서|으로|하는|되는|에게|부터|까지|처럼|보다|이나|라는|이라|하고|하여|해서|하지|하게)$"
)
_NOTHING = _KOREAN | {""}  # what may be left of a Korean word of the frame without its ending
_ENDING_FROM = 4  # characters: a shorter word may be all ending


def pieces(text: str) -> list[str]:
    """Runs of letters of one kind, and numbers, in lower case; compatibility forms are unified first (NFKC)."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return (_ASCII_PIECE if plain.isascii() else _PIECE).findall(plain)


def is_wide(piece: str) -> bool:
    """Whether a piece is Hangul, Han or kana."""
    return _IS_WIDE.match(piece) is not None


def mostly_wide(text: str) -> bool:
    """Whether a text is Korean, Chinese or Japanese, with whatever Latin names stand in it."""
    wide = len(_IS_WIDE.findall(text))
    return wide > _WIDE_SHARE * len(_LETTER.findall(text))


def tokens(text: str) -> list[str]:
    """The tokens of a text for the word match, in order, repeated as often as they occur.

    Stems of words, numbers, pairs of characters for Hangul, Han and kana (a single one stands for itself),
    and whole codes such as `hx-200` or `read_line`, besides their parts.
    """
    return _tokens(pieces(text)) + _codes(text)


def query_tokens(text: str) -> list[str]:
    """The tokens of a question: as `tokens`, without the words that frame it.

    In a Korean question an English word is a name. A question of nothing but its frame keeps all.
    """
    framing = _KOREAN if mostly_wide(text) else _ENGLISH | _KOREAN
    wanted = [piece for piece in pieces(text) if piece not in framing and _korean(piece) not in _NOTHING]
    return _tokens(wanted or pieces(text)) + _codes(text)


def _tokens(found: list[str]) -> list[str]:
    return list(chain.from_iterable(map(_of_piece, found)))


@lru_cache(maxsize=1 << 16)
def _of_piece(piece: str) -> Sequence[str]:
    return pairs(_korean(piece) or piece) if is_wide(piece) else (_stem(piece),)


def pairs(run: str) -> list[str]:
    """Overlapping pairs of characters; a single character is itself."""
    return [run] if len(run) == 1 else [run[i : i + 2] for i in range(len(run) - 1)]


def _korean(run: str) -> str:
    run = _KOREAN_QUESTION.sub("", run)
    return _KOREAN_ENDING.sub("", run) if len(run) >= _ENDING_FROM else run


def _stem(word: str) -> str:
    for ending, replacement in _INFLECTION:
        word = ending.sub(replacement, word)
    return word[:_STEM]


def _codes(text: str) -> list[str]:
    """Parts of a code, alone, are found everywhere: the whole is what tells one part number from another."""
    plain = unicodedata.normalize("NFKC", text)
    if plain.isascii() and _MAY_BE_CODE.search(plain) is None:
        return []
    found = _ASCII_CODE.findall(plain.lower()) if plain.isascii() else [code.lower() for code in _CODE.findall(plain)]
    return list(filter(_is_code, found))


@lru_cache(maxsize=1 << 16)
def _is_code(word: str) -> bool:
    return "_" in word or (_LETTER.search(word) is not None and _DIGIT.search(word) is not None)
