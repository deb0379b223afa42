"""The probe asked of a loaded model: each side replies to every question, and every passage gets its loss."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from engine.dataset.styles import render
from engine.probe.items import SKILLS, TEXT, Item
from engine.probe.rules import right
from engine.project.exams import ProbeAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from engine.runtimes.mlx import Example, Loaded

_STARTER_VOCABULARY = 8192  # the starter's is smaller, that of any general model larger
_MARKS = ("<u>", "<a>")
_SPARE_TOKENS = 8
_Scores = dict[str, dict[str, float | None]]  # as in ProbeAnswer


def is_starter(loaded: Loaded) -> bool:
    """Whether the base is our own small model, or was made of it: it is probed for its own skills."""
    template = str(getattr(loaded.tokenizer, "chat_template", None) or "")
    small = int(loaded.config.get("vocab_size") or 0) <= _STARTER_VOCABULARY
    return small and all(mark in template for mark in _MARKS)


def answer(
    loaded: Loaded,
    items: Sequence[Item],
    style: str,
    system: str,
    sides: Sequence[str],
    check: Callable[[], None],
    *,
    max_tokens: int = 96,
    batch_size: int = 16,
) -> Iterator[ProbeAnswer]:
    """Each item with what the sides reply and how right that is, or with their losses, in the order of `items`.

    Questions are asked as the dataset asks, in its `style` and with its `system` prompt; the starter's skills as the
    starter was taught them. They come a batch at a time, so that what is done can be kept.
    """
    for is_text, group in groupby(items, key=lambda item: item.suite == TEXT):
        kind = list(group)
        for start in range(0, len(kind), batch_size):
            batch = kind[start : start + batch_size]
            if is_text:
                yield from _losses(loaded, batch, sides, check)
            else:
                yield from _replies(loaded, batch, style, system, sides, check, max_tokens)


def _replies(
    loaded: Loaded,
    batch: Sequence[Item],
    style: str,
    system: str,
    sides: Sequence[str],
    check: Callable[[], None],
    max_tokens: int,
) -> list[ProbeAnswer]:
    from engine.runtimes import mlx

    prompts = [_prompt(loaded, item, style, system) for item in batch]
    size = len(batch)
    if all(item.suite in SKILLS for item in batch):  # nothing longer is right
        max_tokens = min(max_tokens, max(len(loaded.encode(item.reference)) for item in batch) + _SPARE_TOKENS)
    who = [side for side in sides for _ in batch]
    told = mlx.greedy(loaded, prompts * len(sides), who, check, max_tokens=max_tokens, batch_size=len(who))
    said = {side: told[place * size : (place + 1) * size] for place, side in enumerate(sides)}
    found = []
    for number, item in enumerate(batch):
        replies = {side: said[side][number] for side in sides}
        scores: _Scores = {side: {"right": right(reply, item.check)} for side, reply in replies.items()}
        found.append(_answer(item, replies, scores))
    return found


def _prompt(loaded: Loaded, item: Item, style: str, system: str) -> list[int]:
    asked = [{"role": "user", "content": item.question}]
    if item.suite in SKILLS:
        style = "chat"
    elif system:
        asked.insert(0, {"role": "system", "content": system})
    return loaded.encode(render(style, asked, loaded.tokenizer)[0])


def _losses(
    loaded: Loaded, batch: Sequence[Item], sides: Sequence[str], check: Callable[[], None]
) -> list[ProbeAnswer]:
    from engine.runtimes import mlx

    rows = [_passage(loaded, item.question) for item in batch]
    told = {}
    for side in sides:
        loaded.use(side)
        told[side] = mlx.losses(loaded, rows, check)
    return [
        _answer(item, {}, {side: {"loss": told[side][number]} for side in sides}) for number, item in enumerate(batch)
    ]


def _passage(loaded: Loaded, text: str) -> Example:
    """The passage as tokens behind the mark that opens a text, where the model has one; all but the first count."""
    from engine.runtimes import mlx

    tokenizer = loaded.tokenizer
    start = getattr(tokenizer, "bos_token_id", None)
    if is_starter(loaded):
        opening = loaded.encode(_MARKS[1])
    else:
        opening = [] if start is None or start == getattr(tokenizer, "pad_token_id", None) else [int(start)]
    return mlx.Example(tuple([*opening, *loaded.encode(text)][: loaded.context_length]), 1)


def _answer(item: Item, replies: dict[str, str], scores: _Scores) -> ProbeAnswer:
    return ProbeAnswer(item.position, item.suite, item.language, item.question, item.reference, replies, scores)
