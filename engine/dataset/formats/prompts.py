"""Rows out of the texts that a prompt style makes of them: mistral, alpaca, phi3, and ChatML, which many use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.dataset.formats.rows import Row, Unusable, conversation
from engine.dataset.styles import ALPACA, ALPACA_INPUT, render

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT_STYLES = ("alpaca", "mistral", "phi3")
_ENDS = ("</s>", "<|end|>", "<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<e>")
_ANY_END = "|".join(map(re.escape, _ENDS))


class _Markers:
    """Stands for a tokenizer that has every style's own markers."""

    chat_template = None
    eos_token = "</s>"

    def get_vocab(self) -> dict[str, int]:
        """The markers."""
        return {"<s>": 1, "</s>": 2, "<|end|>": 3, "<|user|>": 4, "<|assistant|>": 5}


def write(style: str, row: Row) -> str:
    """The text of a row in a style, with the markers of the models that it is named after."""
    return "".join(render(style, row.messages, _Markers()))


def parse(text: str) -> Row:
    """The row of a text; raises Unusable when it is in no known style."""
    for holds, read in _READERS:
        if holds in text:
            return read(text)
    raise Unusable(
        "it is plain text without the marks of a prompt style (alpaca, mistral, phi3, ChatML), so nothing says which "
        "part is the answer: give question and answer in fields of their own."
    )


def _without_end(text: str) -> str:
    for end in _ENDS:
        if text.endswith(end):
            return text.removesuffix(end)
    return text


def _alpaca(text: str) -> Row:
    before, _, rest = text.removeprefix("<s>").partition("### Instruction:\n")
    system = before.removesuffix("\n\n") if before not in (ALPACA, ALPACA_INPUT, "") else ""
    turns: list[tuple[str, str]] = [("system", system)] if system else []
    extra = ""
    for part in rest.split("\n\n### Instruction:\n"):
        asked, mark, replied = part.partition("\n\n### Response:\n")
        if not mark:
            raise Unusable("an instruction has no ### Response: complete or delete the row.")
        asked, _, extra = asked.partition("\n\n### Input:\n")
        prompt = f"{asked}\n\n{extra}" if extra else asked
        turns += [("user", prompt), ("assistant", _without_end(replied))]
    return conversation(turns, extra)


def _mistral(text: str) -> Row:
    turns: list[tuple[str, str]] = []
    for part in re.split(r"\[INST\] ?", text)[1:]:
        asked, mark, replied = part.partition("[/INST]")
        if not mark:
            raise Unusable("a question has no [/INST]: complete or delete the row.")
        replied = _without_end(replied.removeprefix(" ").removesuffix("<s>"))
        turns += [("user", asked.removesuffix(" ")), ("assistant", replied)]
    return conversation(turns)


def _phi3(text: str) -> Row:
    found = re.findall(rf"<\|(system|user|assistant)\|>\n(.*?)(?:(?:{_ANY_END})\n?|\Z)(?=<\||\Z)", text, re.DOTALL)
    return conversation(found)


def _chatml(text: str) -> Row:
    found = re.findall(
        r"<\|im_start\|>(system|user|assistant)\n(.*?)(?:<\|im_end\|>\n?|\Z)(?=<\|im_start|\Z)", text, re.DOTALL
    )
    return conversation(found)


_READERS: tuple[tuple[str, Callable[[str], Row]], ...] = (
    ("<|im_start|>user\n", _chatml),
    ("<|user|>\n", _phi3),
    ("[INST]", _mistral),
    ("### Instruction:\n", _alpaca),
)
