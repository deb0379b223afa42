"""How long a text is in tokens of the starter model, counted without loading a model."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from engine.errors import HoneError
from engine.resources import starter

if TYPE_CHECKING:
    from tokenizers import Tokenizer


@lru_cache(maxsize=1 << 15)
def count_tokens(text: str) -> int:
    """Return the number of tokens, without the special ones that a chat template adds.

    Raises HoneError when the starter model is not there.
    """
    return len(_tokenizer().encode(text, add_special_tokens=False).ids)


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
