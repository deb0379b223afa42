"""Words, stems, numbers and names of a text: what checks, splits and writers compare by."""

from __future__ import annotations

import functools
import re

from engine.resources import resource

_NUMBERING = re.compile(
    r"^\s*(?:[-*•#>]+\s*|\(?\d{1,3}[.):]\s+|(?:q|question|질문|instruction)\s*\d*\s*[:.)]\s*)+", re.IGNORECASE
)
_MARKS = re.compile(r"\*\*|__|`|^[\"“”']+(?=[^\"“”']+[\"“”']*$)|[\"“”']+$")
_TOKEN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|[가-힣]+|[぀-ヿ一-鿿]|\d+(?:[.,:]\d+)*|[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_CODE = re.compile(r"\b(?=\w*\d)(?=\w*[A-Za-z])[\w-]+\b", re.ASCII)  # a Korean particle is no part of it
_FUNCTION_WORDS = (
    "a an the of to in on at by for from with and or is are was were be been being am has have had do does did can"
    " could may might must should will would shall not no it its as that which who whom whose what when where why"
    " how there this these those than into over under your you i my me we our us their they if any each every much"
    " many often long please tell know like want need exactly"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
# Two syllables each, as `stem` leaves them: question words and endings of Korean.
_KOREAN_WORDS = (
    "얼마 무엇 무슨 언제 어디 어떻 어떤 어느 누가 누구 왜 몇 자주 하나 합니 해야 입니 인가 있나 있습 되나 됩니"
    " 하는 되는 할까 한가 수 것 때 등 및 알려 주세 까지 동안 뭔가 뭐예 뭐"
)
_KOREAN_FUNCTION = frozenset(_KOREAN_WORDS.split())
_ENDINGS = (
    "ations",
    "ation",
    "ements",
    "ement",
    "ingly",
    "edly",
    "ings",
    "ies",
    "ing",
    "ion",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)


def clean_question(text: str) -> str:
    """The question on one line, without the numbering, quotation marks and emphasis that writers put around it."""
    before, line = "", " ".join(text.split())
    while line != before:  # marks hide numbering and the other way round
        before, line = line, _MARKS.sub("", _NUMBERING.sub("", line)).strip()
    return line


def tokens(text: str) -> list[str]:
    """Lower-case words and whole numbers."""
    return [token.lower() for token in _TOKEN.findall(text)]


def normalised(question: str) -> str:
    """Equal for questions that differ in case, spacing and punctuation only."""
    return " ".join(tokens(question))


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Crude and symmetric: replace, replaced and replacement meet in one form, which need not be a word."""
    if not word.isascii() or not word.isalpha():
        return word[:2] if "가" <= word[:1] <= "힣" else word  # Korean: particles and endings follow the root
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def content(text: str) -> set[str]:
    """Stems of the words that carry meaning, and the numbers."""
    return {stem(token) for token in tokens(text) if token not in _FUNCTION} - _KOREAN_FUNCTION


@functools.cache
def everyday_words() -> frozenset[str]:
    """Words that a question may use although the document does not: names of attributes, everyday verbs."""
    text = resource("prompts", "en", "question_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@functools.cache
def free_words() -> frozenset[str]:
    """The stems of the everyday words."""
    return frozenset(stem(word) for word in everyday_words())


def function_words() -> frozenset[str]:
    """English words that carry no meaning by themselves."""
    return _FUNCTION


def names(text: str) -> set[str]:
    """Capitalised words within sentences, and codes such as E07."""
    inner = re.findall(r"(?<![.!?:•\n] )(?<!^)(?<![\"“(])\b[A-Z][A-Za-z]*[a-z]\b", text)
    return {word.lower() for word in inner} | {code.lower() for code in _CODE.findall(text)}


def numbers(text: str) -> set[str]:
    """Numbers as written, without separators at the end; 1,000 and 1000 are one."""
    return {re.sub(r",(?=\d{3}\b)", "", number) for number in _NUMBER.findall(text)}
