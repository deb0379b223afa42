"""How long a text is in tokens: of the starter model where it knows the script, about those of others where not."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from engine.errors import HoneError
from engine.resources import starter

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenizers import Tokenizer

_WIDE = re.compile(r"[\u1100-\u11ff\u3041-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(r"\s*\S+|\s+\Z")
_MOST_WORDS = 1 << 16  # remembered
_SEPARATORS = re.compile(r"[\x1c-\x1f]")  # white space to Python, letters to the tokenizer


@lru_cache(maxsize=1 << 10)  # the splitter measures a chunk once more when it is done
def count_tokens(text: str) -> int:
    """Return the number of tokens, without the special ones that a chat template adds.

    A character of Hangul, kana or Han counts as one: the starter spells it in up to three bytes, models that
    know the script take half a token to one.

    Raises HoneError when the starter model is not there.
    """
    rest, wide = (text, 0) if text.isascii() else _WIDE.subn("", text)
    if _simply_spaced(rest):
        return wide + _count_simple(rest)
    if _SEPARATORS.search(rest):
        return wide + _encoded([rest])
    return wide + sum(map(_at_first.__getitem__, _WORD.findall(rest)))


def counter(text: str) -> Callable[[str], int]:
    """What counts the tokens of any part of a text: `count_tokens`, or the same faster where the text allows."""
    narrow = text.isascii() or _WIDE.search(text) is None
    return _count_simple if narrow and _simply_spaced(text) else count_tokens


def _simply_spaced(text: str) -> bool:
    """Whether a text has no other white space than line ends and single spaces, and none of these behind those."""
    return "  " not in text and "\n " not in text and text.replace("\n", "").isprintable()


def _count_simple(text: str) -> int:
    words = text.split(" ")
    return _at_first[words.pop(0)] + sum(map(_behind_space.__getitem__, words))


class _Counts(dict[str, int]):
    """Tokens of what stands between two spaces, with what is before it: none of the starter's goes on over a space."""

    def __init__(self, before: str) -> None:
        super().__init__()
        self._before = before

    def __missing__(self, words: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        count = self[words] = _encoded(_WORD.findall(self._before + words))
        return count


_at_first, _behind_space = _Counts(""), _Counts(" ")


def _encoded(words: list[str]) -> int:
    return sum(len(_tokenizer().encode(word, add_special_tokens=False).ids) for word in words)


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    path = starter() / "tokenizer.json"
    if not path.is_file():
        raise HoneError(
            "The starter model is missing",
            f"{path.name} should lie in {path.parent}: install Hone again, or fetch its files with git.",
        )
    return Tokenizer.from_file(str(path))
