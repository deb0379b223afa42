"""Prompt styles: how a conversation becomes the text that a model reads, and where the answer begins.

chat      the model's own chat template
mistral   `<s>[INST] .. [/INST] ..</s>` (Mistral 7B Instruct v0.1, model card)
alpaca    `### Instruction:` / `### Response:` (Stanford Alpaca, github.com/tatsu-lab/stanford_alpaca)
phi3      `<|user|>` / `<|assistant|>` / `<|end|>` (Phi-3 Mini Instruct, model card)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STYLES = ("chat", "mistral", "alpaca", "phi3")
# {"role": "system" | "user" | "assistant", "content": ...}; a user's "input", where there is one, is the end of
# the content.
Message = dict[str, str]

ALPACA = "Below is an instruction that describes a task. Write a response that appropriately completes the request.\n\n"
ALPACA_INPUT = (
    "Below is an instruction that describes a task, paired with an input that provides further context. "
    "Write a response that appropriately completes the request.\n\n"
)


def render(style: str, messages: Sequence[Message], tokenizer: Any) -> tuple[str, str]:
    """Return (prompt, completion) texts of a conversation; special tokens are spelled out in both.

    When the last message is the assistant's it becomes the completion, with the style's end marker;
    otherwise the completion is empty and the prompt is ready for a reply. A marker that is no token of
    this tokenizer is replaced by its own end token (or left out at the start), so that replies end.

    Raises HoneError for an unknown style and for a tokenizer without a chat template in style `chat`.
    """
    answered = bool(messages) and messages[-1]["role"] == "assistant"
    turns, answer = (messages[:-1], messages[-1]["content"]) if answered else (messages, "")
    if style == "chat":
        return _chat(turns, messages if answered else None, tokenizer)
    if style not in _WRITERS:
        raise HoneError(f"There is no prompt style {style}", f"Choose one of {', '.join(STYLES)}.")
    return _WRITERS[style](list(turns), answer, answered, tokenizer)


def _chat(turns: Sequence[Message], whole: Sequence[Message] | None, tokenizer: Any) -> tuple[str, str]:
    if not getattr(tokenizer, "chat_template", None):
        raise HoneError(
            "This model has no chat template",
            "Choose another prompt style for the dataset: hone dataset PROJECT --style alpaca",
        )
    prompt = str(tokenizer.apply_chat_template(list(turns), tokenize=False, add_generation_prompt=True))
    if whole is None:
        return prompt, ""
    text = str(tokenizer.apply_chat_template(list(whole), tokenize=False))
    # Some templates add to the generation prompt what the full text lacks (an empty thinking block):
    # the answer then begins where both part.
    same = next((i for i, (a, b) in enumerate(zip(prompt, text, strict=False)) if a != b), min(len(prompt), len(text)))
    return text[:same], text[same:]


def _mistral(turns: list[Message], answer: str, answered: bool, tokenizer: Any) -> tuple[str, str]:
    start, end = _known("<s>", tokenizer, ""), _end("</s>", tokenizer)
    system, turns = _system(turns)
    prompt = start
    for number, turn in enumerate(turns):
        if turn["role"] == "user":
            content = f"{system}\n\n{turn['content']}" if system and number == 0 else turn["content"]
            prompt += f"[INST] {content} [/INST]"
        else:
            prompt += f" {turn['content']}{end}"
    return prompt, f" {answer}{end}" if answered else ""


def _alpaca(turns: list[Message], answer: str, answered: bool, tokenizer: Any) -> tuple[str, str]:
    end = _end("</s>", tokenizer)
    system, turns = _system(turns)
    extra = any(turn.get("input") for turn in turns)
    prompt = f"{system}\n\n" if system else ALPACA_INPUT if extra else ALPACA
    for turn in turns:
        if turn["role"] == "user":
            given = turn.get("input", "")
            asked = turn["content"].removesuffix(f"\n\n{given}") if given else turn["content"]
            given = f"### Input:\n{given}\n\n" if given else ""
            prompt += f"### Instruction:\n{asked}\n\n{given}### Response:\n"
        else:
            prompt += f"{turn['content']}{end}\n\n"
    return prompt, f"{answer}{end}" if answered else ""


def _phi3(turns: list[Message], answer: str, answered: bool, tokenizer: Any) -> tuple[str, str]:
    end = _end("<|end|>", tokenizer)
    prompt = "".join(f"<|{turn['role']}|>\n{turn['content']}{end}\n" for turn in turns) + "<|assistant|>\n"
    return prompt, f"{answer}{end}\n" if answered else ""


_WRITERS: dict[str, Callable[[list[Message], str, bool, Any], tuple[str, str]]] = {
    "mistral": _mistral,
    "alpaca": _alpaca,
    "phi3": _phi3,
}


def _system(turns: list[Message]) -> tuple[str, list[Message]]:
    if turns and turns[0]["role"] == "system":
        return turns[0]["content"], turns[1:]
    return "", turns


def _known(marker: str, tokenizer: Any, otherwise: str) -> str:
    return marker if marker in tokenizer.get_vocab() else otherwise


def _end(marker: str, tokenizer: Any) -> str:
    return _known(marker, tokenizer, str(getattr(tokenizer, "eos_token", None) or marker))
