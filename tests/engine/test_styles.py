"""Prompt styles against the texts that the models' makers publish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from engine.cli import main
from engine.dataset.styles import render
from engine.errors import HoneError
from engine.events import Artifact
from engine.jobs import Cancel
from engine.resources import starter
from engine.styles import StylesSpec, styles
from tests.engine.models import add_dataset, wordings

if TYPE_CHECKING:
    from tests.conftest import Recorder

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


def test_the_marks_of_a_row_are_those_of_training(project_path: str, emit: Recorder) -> None:
    add_dataset(project_path, *wordings())
    styles(StylesSpec(project=project_path, row=2), emit, Cancel())
    found = emit.of(Artifact)[0].data
    assert [shown["style"] for shown in found["styles"]] == ["chat", "mistral", "alpaca", "phi3"]
    question, answer = (message["content"] for message in found["messages"])
    for shown in found["styles"]:
        text = {
            mark: "".join(token["text"] for token in shown["tokens"] if token["trained"] is mark)
            for mark in (True, False)
        }
        assert text[True].strip().removesuffix("<e>") == answer
        assert question in text[False]
        assert shown["trained"] == sum(token["trained"] for token in shown["tokens"])
    emit.clear()
    styles(StylesSpec(project=project_path, mask_prompt=False), emit, Cancel())
    assert all(len(shown["tokens"]) == shown["trained"] + 1 for shown in emit.of(Artifact)[0].data["styles"])
    with pytest.raises(HoneError, match="no row 999"):
        styles(StylesSpec(project=project_path, row=999), emit, Cancel())


def test_pieces_join_to_the_text() -> None:
    from engine.runtimes import mlx

    loaded = mlx.load_tokenizer(starter())
    tokens = loaded.encode("<u>수달은 🦦 eats 3 fish.<a>")
    assert "".join(loaded.pieces(tokens)) == "<u>수달은 🦦 eats 3 fish.<a>"


def test_rows_are_shown_with_brackets(project_path: str, capsys: pytest.CaptureFixture[str]) -> None:
    add_dataset(project_path, *wordings())
    assert main(["styles", project_path]) == 0
    shown = capsys.readouterr().out
    assert "in ⟦brackets⟧" in shown
    assert shown.count("⟦") == shown.count("⟧") == 5
    assert "### Response:\n⟦" in shown
