"""How long a text is in tokens: of the starter model where it knows the script, about those of others where not."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from engine.errors import HoneError
from engine.resources import starter

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_WIDE = re.compile(r"[\u1100-\u11ff\u3041-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(r"\s*\S+|\s+\Z")
_MOST_WORDS = 1 << 16  # remembered
_SEPARATORS = re.compile(r"[\x1c-\x1f]")  # white space to Python, letters to the tokenizer


@lru_cache(maxsize=1 << 10)  # the splitter measures the same pieces over and over
def count_tokens(text: str) -> int:
    """Return the number of tokens, without the special ones that a chat template adds.

    A character of Hangul, kana or Han counts as one: the starter spells it in up to three bytes, models that
    know the script take half a token to one.

    Raises HoneError when the starter model is not there.
    """
    rest, wide = (text, 0) if text.isascii() else _WIDE.subn("", text)
    if _SEPARATORS.search(rest):
        return wide + _encoded([rest])
    if "  " in rest or "\n " in rest or not rest.replace("\n", "").isprintable():
        return wide + sum(map(_at_first.__getitem__, _WORD.findall(rest)))
    first, *others = rest.split(" ")  # no other white space than a line end stands beside a space
    return wide + _at_first[first] + sum(map(_behind_space.__getitem__, others))


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
