"""How far a model in fewer bits has drifted: how often it chooses the tokens that the full one chose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import mlx.core as mx
from mlx_lm.generate import generate_step

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.runtimes.mlx.model import Loaded


@dataclass(frozen=True, slots=True)
class Drift:
    """Counts over `prompts` conversations, and the share of reply tokens that both choose alike.

    A reply is equal when the likeliest token is the full model's at every position up to and including the end.
    """

    prompts: int
    replies_equal: int
    token_agreement: float


def conversation(loaded: Loaded, text: str) -> list[int]:
    """The tokens of a question in the model's chat template, ready for the reply."""
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


def drift(
    full: Loaded, other: Loaded, texts: Sequence[str], *, max_tokens: int = 48, check: Callable[[], None]
) -> Drift:
    """Give `other` the full model's replies, and ask it for its own choice at each position.

    One early difference counts once. `check` is called between prompts and may raise.
    """
    replies_equal = same = total = 0
    for text in texts:
        check()
        prompt = conversation(full, text)
        reply = greedy_tokens(full, prompt, max_tokens)
        logits = other.model(mx.array([[*prompt, *reply[:-1]]]))[0, len(prompt) - 1 :]
        chosen: Any = mx.argmax(logits, axis=-1).tolist()
        equal = sum(a == b for a, b in zip(reply, chosen, strict=True))
        same, total, replies_equal = same + equal, total + len(reply), replies_equal + (equal == len(reply))
    return Drift(len(texts), replies_equal, same / total)
