"""How far a model in fewer bits has drifted: how often it chooses the tokens that the full one chose."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import mlx.core as mx
from mlx_lm.generate import generate_step

from engine.runtimes.mlx.model import Loaded, load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_Row = tuple[list[int], list[int]]  # a prompt and its reply


@dataclass(frozen=True, slots=True)
class Drift:
    """Counts over `prompts` conversations, and the share of reply tokens that both choose alike.

    A reply is equal when the likeliest token is the full model's at every position up to and including the end.
    """

    prompts: int
    replies_equal: int
    token_agreement: float


def conversation(loaded: Loaded, text: str) -> list[int]:
    """The tokens of a question in the model's chat template, ready for the reply; as it is where there is none."""
    if not loaded.tokenizer.chat_template:
        return loaded.encode(text)
    messages = [{"role": "user", "content": text}]
    return loaded.encode(loaded.tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=False))


def greedy_tokens(loaded: Loaded, prompt: list[int], max_tokens: int) -> list[int]:
    """The likeliest reply, the end token included."""
    reply: list[int] = []
    for token, _ in generate_step(mx.array(prompt), loaded.model, max_tokens=max_tokens):
        reply.append(int(token))
        if reply[-1] in loaded.stop_tokens:
            break
    return reply


def _replies(
    folder: Path, texts: Sequence[str], max_tokens: int, check: Callable[[], None], seconds: float
) -> list[_Row]:
    loaded, end = load(folder), time.monotonic() + seconds
    rows: list[_Row] = []
    for text in texts:
        if rows and time.monotonic() > end:
            break
        check()
        prompt = conversation(loaded, text)
        rows.append((prompt, greedy_tokens(loaded, prompt, max_tokens)))
    return rows


def drift(
    full: Path,
    other: Path,
    texts: Sequence[str],
    *,
    max_tokens: int = 48,
    check: Callable[[], None],
    seconds: float = math.inf,
) -> Drift:
    """Give the model in `other` the replies of the one in `full`, and ask it for its own choice at each position.

    One early difference counts once. One of the two is in memory at a time. `check` is called between prompts and
    may raise. After so many `seconds` neither is asked any more, but once at least.
    """
    rows = _replies(full, texts, max_tokens, check, seconds)
    loaded, end = load(other), time.monotonic() + seconds
    prompts = replies_equal = same = total = 0
    for prompt, reply in rows:
        if prompts and time.monotonic() > end:
            break
        check()
        prompts += 1
        logits = loaded.model(mx.array([[*prompt, *reply[:-1]]]))[0, len(prompt) - 1 :]
        chosen: Any = mx.argmax(logits, axis=-1).tolist()
        equal = sum(a == b for a, b in zip(reply, chosen, strict=True))
        same, total, replies_equal = same + equal, total + len(reply), replies_equal + (equal == len(reply))
    return Drift(prompts, replies_equal, same / total)
