"""Prompt caches that are kept: what a side has read already is not read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psutil
from mlx_lm.models.cache import LRUPromptCache, can_trim_prompt_cache, trim_prompt_cache

from engine.runtimes.mlx.model import TUNED

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

_CONVERSATIONS = 16
_SHARE = 1 / 16  # of the machine's memory


class Kept:
    """Caches of the conversations that were read last, each of one side, in bounded memory.

    `adapter` is whose tuned side is meant: an adapter that comes back finds its own. What base and tuned model make
    of the same words differs, so they share nothing.
    """

    def __init__(self, adapter: Hashable = None, max_bytes: int | None = None) -> None:
        self.adapter = adapter
        bound = int(_SHARE * psutil.virtual_memory().total) if max_bytes is None else max_bytes
        self._known = LRUPromptCache(_CONVERSATIONS, bound)

    @property
    def nbytes(self) -> int:
        """What all of them take."""
        return int(self._known.nbytes)

    def start(self, side: str, prompt: Sequence[int]) -> tuple[list[Any] | None, list[int]]:
        """A copy of the cache with the longest prefix of a prompt, None without one; and the rest, at least a token.

        A sliding window that has moved on cannot go back: such a cache serves only what continues it.
        """
        cache, rest = self._known.fetch_nearest_cache(self._whose(side), list(prompt))
        if cache is not None and not rest:
            if not can_trim_prompt_cache(cache):
                return None, list(prompt)
            trim_prompt_cache(cache, 1)
            rest = list(prompt[-1:])
        return cache, rest

    def keep(self, side: str, tokens: Sequence[int], cache: list[Any]) -> None:
        """Keep what a side has read; the conversations used longest ago leave when there is no room."""
        self._known.insert_cache(self._whose(side), list(tokens), cache)

    def _whose(self, side: str) -> Hashable:
        return (side, self.adapter if side == TUNED else None)
