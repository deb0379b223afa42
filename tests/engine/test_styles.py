"""Prompt styles against the texts that the models' makers publish."""

from __future__ import annotations

from typing import Any

import pytest

from engine.dataset.styles import render
from engine.errors import HoneError
from engine.resources import starter

TURNS = [{"role": "user", "content": "How big is the tank?"}, {"role": "assistant", "content": "2.4 litres."}]
SYSTEM = [{"role": "system", "content": "Be brief."}]


class Vocabulary:
    """A tokenizer as far as a style looks at it."""

    chat_template = None
    eos_token = "</s>"

    def __init__(self, *tokens: str, eos: str = "</s>") -> None:
        self.tokens, self.eos_token = tokens, eos

    def get_vocab(self) -> dict[str, int]:
        return {token: number for number, token in enumerate(self.tokens)}


MISTRAL = Vocabulary("<s>", "</s>")
PHI3 = Vocabulary("<|end|>", "<|user|>", "<|assistant|>", eos="<|endoftext|>")


@pytest.mark.parametrize(
    ("style", "tokenizer", "turns", "prompt", "completion"),
    [
        ("mistral", MISTRAL, TURNS, "<s>[INST] How big is the tank? [/INST]", " 2.4 litres.</s>"),
        ("mistral", MISTRAL, SYSTEM + TURNS, "<s>[INST] Be brief.\n\nHow big is the tank? [/INST]", " 2.4 litres.</s>"),
        (
            "mistral",
            MISTRAL,
            [*TURNS, {"role": "user", "content": "And the tray?"}],
            "<s>[INST] How big is the tank? [/INST] 2.4 litres.</s>[INST] And the tray? [/INST]",
            "",
        ),
        (
            "alpaca",
            MISTRAL,
            TURNS,
            "Below is an instruction that describes a task. Write a response that appropriately completes the request."
            "\n\n### Instruction:\nHow big is the tank?\n\n### Response:\n",
            "2.4 litres.</s>",
        ),
        (
            "alpaca",
            MISTRAL,
            [{"role": "user", "content": "Convert.\n\n45 km", "input": "45 km"}],
            "Below is an instruction that describes a task, paired with an input that provides further context. "
            "Write a response that appropriately completes the request."
            "\n\n### Instruction:\nConvert.\n\n### Input:\n45 km\n\n### Response:\n",
            "",
        ),
        ("phi3", PHI3, TURNS, "<|user|>\nHow big is the tank?<|end|>\n<|assistant|>\n", "2.4 litres.<|end|>\n"),
        (
            "phi3",
            PHI3,
            SYSTEM + TURNS[:1],
            "<|system|>\nBe brief.<|end|>\n<|user|>\nHow big is the tank?<|end|>\n<|assistant|>\n",
            "",
        ),
    ],
)
def test_known_texts(
    style: str, tokenizer: Vocabulary, turns: list[dict[str, str]], prompt: str, completion: str
) -> None:
    assert render(style, turns, tokenizer) == (prompt, completion)


def test_a_marker_that_is_no_token_becomes_the_models_own_end() -> None:
    other = Vocabulary(eos="<end>")
    assert render("mistral", TURNS, other) == ("[INST] How big is the tank? [/INST]", " 2.4 litres.<end>")
    assert render("alpaca", TURNS, other)[1] == "2.4 litres.<end>"


def test_chat_is_the_models_own_template() -> None:
    from transformers import AutoTokenizer

    tokenizer: Any = AutoTokenizer.from_pretrained(starter())
    prompt, completion = render("chat", TURNS, tokenizer)
    assert prompt + completion == tokenizer.apply_chat_template(TURNS, tokenize=False)
    assert prompt == tokenizer.apply_chat_template(TURNS[:1], tokenize=False, add_generation_prompt=True)
    assert completion.startswith("2.4 litres.")
    assert completion.endswith(tokenizer.eos_token)


def test_unknown_style_and_missing_template_are_named() -> None:
    with pytest.raises(HoneError, match="no prompt style poem"):
        render("poem", TURNS, MISTRAL)
    with pytest.raises(HoneError, match="no chat template"):
        render("chat", TURNS, MISTRAL)
