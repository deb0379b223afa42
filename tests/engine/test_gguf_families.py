"""Models of every family that Hone writes as GGUF answer in llama.cpp as in MLX, in F16 and in 8 bits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from gguf import GGUFReader

from engine.errors import HoneError
from engine.runtimes.gguf_export import export_gguf
from engine.runtimes.gguf_families import FAMILIES
from engine.runtimes.gguf_parity import PROMPTS, parity
from engine.runtimes.gguf_quantise import quantise_gguf
from tests.engine.families import CONFIGS, LLAMA3, LLAMA3_MARKS, ROWS, byte_level, trained

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ASKED = [question for question, _ in ROWS] + list(PROMPTS[-10:])


def test_every_family_is_tried() -> None:
    assert set(CONFIGS) == set(FAMILIES)


@pytest.mark.parametrize("kind", list(CONFIGS))
def test_llama_cpp_answers_as_mlx(tmp_path: Path, kind: str) -> None:
    folder = trained(tmp_path / kind, kind, steps=25 if kind == "gemma3_text" else 60)  # which has more layers
    file = export_gguf(folder, tmp_path / "f16.gguf")
    assert len(ASKED) >= 20
    full = parity(folder, file, ASKED, max_tokens=16)
    assert full.token_ids_equal == full.prompts
    assert full.token_agreement >= 0.95
    eight = quantise_gguf(file, tmp_path / "q8_0.gguf", "q8_0")
    assert eight.stat().st_size < file.stat().st_size
    small = parity(folder, eight, ASKED, max_tokens=16)
    assert small.token_ids_equal == small.prompts
    assert small.token_agreement >= 0.85


def test_answers_are_not_constant(tmp_path: Path) -> None:
    """What is compared above is worth comparing: the models have learned to say different things."""
    from engine.runtimes import mlx

    loaded = mlx.load(trained(tmp_path / "qwen2", "qwen2"))
    prompts = [
        loaded.tokenizer.apply_chat_template(
            [{"role": "user", "content": question}], tokenize=False, add_generation_prompt=True
        )
        for question, _ in ROWS
    ]
    replies = mlx.greedy(loaded, [loaded.encode(prompt) for prompt in prompts], mlx.BASE, lambda: None, max_tokens=24)
    assert len(set(replies)) >= 5


def test_text_is_split_as_gpt_2_does_where_digits_stay_together(tmp_path: Path) -> None:
    folder = trained(tmp_path / "llama", "llama", steps=1)
    byte_level(folder, "", LLAMA3_MARKS, LLAMA3, bos=LLAMA3_MARKS[0], eos=LLAMA3_MARKS[-1])
    file = export_gguf(folder, tmp_path / "model.gguf")
    assert GGUFReader(file).fields["tokenizer.ggml.pre"].contents() == "gpt-2"
    assert parity(folder, file, max_tokens=1).token_ids_equal == len(PROMPTS)


@pytest.mark.parametrize("scheme", ["always", "first", "never"])
def test_spaces_of_newer_mistrals_are_read_alike(tmp_path: Path, scheme: str) -> None:
    folder = trained(tmp_path / "mistral", "mistral", steps=1)
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    space = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": scheme, "split": False}
    (folder / "tokenizer.json").write_text(json.dumps({**tokenizer, "normalizer": None, "pre_tokenizer": space}))
    file = export_gguf(folder, tmp_path / "model.gguf")
    assert parity(folder, file, max_tokens=1).token_ids_equal == len(PROMPTS)


@pytest.mark.parametrize(
    ("kind", "changes", "words"),
    [
        ("gemma2", {"query_pre_attn_scalar": 144}, "query_pre_attn_scalar"),
        ("gemma3_text", {"sliding_window_pattern": 3}, "sliding window"),
        ("qwen3", {"layer_types": ["full_attention", "sliding_attention"]}, "sliding window"),
        ("qwen3", {"model_type": "qwen3_moe"}, "architecture is qwen3_moe"),
    ],
)
def test_what_llama_cpp_computes_otherwise_is_refused(
    tmp_path: Path, kind: str, changes: dict[str, Any], words: str
) -> None:
    config = {"model_type": kind, "num_attention_heads": 4, "hidden_size": 64, **CONFIGS[kind], **changes}
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(HoneError, match=words) as caught:
        export_gguf(tmp_path, tmp_path / "model.gguf")
    assert "Export the MLX folder" in caught.value.hint


@pytest.mark.parametrize("change", [lambda t: t.update(normalizer={"type": "NFKC"}), lambda t: t["model"].pop("type")])
def test_another_normalizer_is_refused(tmp_path: Path, change: Callable[[dict[str, Any]], Any]) -> None:
    folder = trained(tmp_path / "qwen3", "qwen3", steps=1)
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    change(tokenizer)
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    with pytest.raises(HoneError, match="cannot be written as GGUF"):
        export_gguf(folder, tmp_path / "model.gguf")
