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
    words = [rest] if _SEPARATORS.search(rest) else _WORD.findall(rest)
    return wide + sum(map(_in_word.__getitem__, words))


class _Counts(dict[str, int]):
    """Tokens of words with the white space before them: none of the starter's goes on over white space."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        count = self[word] = len(_tokenizer().encode(word, add_special_tokens=False).ids)
        return count


_in_word = _Counts()


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
