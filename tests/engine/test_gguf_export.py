"""The exported GGUF is the same model: same metadata, same token ids, same logits, same replies."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import mlx.core as mx
import mlx.nn as nn
import numpy as np
import pytest
from gguf import GGUFReader
from llama_cpp import Llama
from mlx.utils import tree_flatten
from mlx_lm.models import llama

from engine.errors import HoneError, JobCancelled
from engine.resources import starter
from engine.runtimes.gguf_export import export_gguf, interleave
from engine.runtimes.gguf_parity import PROMPTS, parity
from engine.runtimes.gguf_vocabulary import read_vocabulary
from tests.engine.families import MISTRAL, sentencepiece

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

LLAMA3 = {
    "rope_type": "llama3",
    "factor": 8.0,
    "low_freq_factor": 1.0,
    "high_freq_factor": 4.0,
    "original_max_position_embeddings": 64,
}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export_gguf(starter(), tmp_path_factory.mktemp("gguf") / "starter.gguf", name="Starter")


@pytest.fixture
def copied(tmp_path: Path) -> Callable[..., Path]:
    """A copy of the starter's folder in which one JSON file was changed."""

    def copy(file: str = "", change: Callable[[dict[str, Any]], Any] = dict) -> Path:
        folder = tmp_path / "model"
        shutil.copytree(starter(), folder)
        if file:
            content = json.loads((folder / file).read_text())
            change(content)
            (folder / file).write_text(json.dumps(content))
        return folder

    return copy


def random_model(folder: Path, **changes: Any) -> llama.Model:
    """A random Llama with the starter's tokenizer, saved as an MLX folder in float16-exact numbers."""
    shutil.copytree(starter(), folder)
    config = json.loads((folder / "config.json").read_text()) | {
        "hidden_size": 64,
        "intermediate_size": 96,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "head_dim": 16,
        **changes,
    }
    (folder / "config.json").write_text(json.dumps(config))
    mx.random.seed(7)
    model = llama.Model(llama.ModelArgs.from_dict(config))
    weights = {
        name: (mx.random.normal(value.shape) * 0.2 + (value.ndim == 1)).astype(mx.float16)
        for name, value in tree_flatten(model.parameters())
    }
    mx.save_safetensors(str(folder / "model.safetensors"), weights, metadata={"format": "mlx"})
    model.load_weights(list(weights.items()))
    model.set_dtype(mx.float32)
    return model


def llama_cpp_logits(file: Path, tokens: list[int]) -> NDArray[np.float32]:
    """Logits (positions, vocabulary) as llama.cpp computes them."""
    model = Llama(str(file), n_ctx=256, n_threads=1, logits_all=True, verbose=False)
    model.eval(tokens)
    logits: NDArray[np.float32] = np.array(model.scores[: len(tokens)])
    model.close()
    return logits


def field(file: Path, name: str) -> Any:
    entry = GGUFReader(file).fields.get(name)
    return None if entry is None else entry.contents()


def test_replies_and_token_ids_are_equal(exported: Path) -> None:
    result = parity(starter(), exported)
    assert result.prompts == len(PROMPTS) >= 20
    assert result.token_ids_equal == result.prompts
    assert result.replies_equal >= 0.9 * result.prompts
    assert result.token_agreement >= 0.99


def test_metadata_says_what_runtimes_need(exported: Path) -> None:
    config = json.loads((starter() / "config.json").read_text())
    tokenizer = json.loads((starter() / "tokenizer_config.json").read_text())
    assert field(exported, "general.architecture") == "llama"
    assert field(exported, "general.name") == "Starter"
    assert field(exported, "llama.context_length") == config["max_position_embeddings"]
    assert field(exported, "llama.rope.freq_base") == config["rope_theta"]
    assert field(exported, "tokenizer.ggml.pre") == "smollm"
    assert field(exported, "tokenizer.ggml.add_bos_token") is False
    assert field(exported, "tokenizer.ggml.eos_token_id") == config["eos_token_id"]
    assert field(exported, "tokenizer.ggml.eot_token_id") == config["eos_token_id"]
    assert field(exported, "tokenizer.chat_template") == tokenizer["chat_template"]
    assert len(field(exported, "tokenizer.ggml.tokens")) == config["vocab_size"]


def test_one_dimensional_tensors_stay_exact_and_the_head_is_tied(exported: Path) -> None:
    tensors = {tensor.name: tensor for tensor in GGUFReader(exported).tensors}
    assert {t.tensor_type.name for t in tensors.values() if len(t.shape) == 1} == {"F32"}
    assert {t.tensor_type.name for t in tensors.values() if len(t.shape) == 2} == {"F16"}
    assert "output.weight" not in tensors


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"tie_word_embeddings": False},
        {"head_dim": 32},
        {"rope_theta": 500000.0, "rope_scaling": LLAMA3},
        {"rope_scaling": {"rope_type": "linear", "factor": 2.0}},
        {"attention_bias": True},
        {"model_type": "mistral", "num_key_value_heads": 4, "sliding_window": 4096},
    ],
    ids=["grouped queries", "own head", "wide heads", "llama3 rope", "linear rope", "biases", "mistral"],
)
def test_logits_agree_for_every_kind_of_llama(tmp_path: Path, changes: dict[str, Any]) -> None:
    model = random_model(tmp_path / "random", **changes)
    file = export_gguf(tmp_path / "random", tmp_path / "random.gguf")
    tokens = list(range(40, 140))
    expected = np.array(model(mx.array([tokens]))[0])
    found = llama_cpp_logits(file, tokens)
    error = np.abs(found - expected).max() / expected.std()
    assert error < 0.05
    assert np.corrcoef(found.ravel(), expected.ravel())[0, 1] > 0.9999


def test_quantized_weights_are_written_as_what_they_stand_for(tmp_path: Path) -> None:
    folder = tmp_path / "quantized"
    model = random_model(folder)

    def how(path: str, module: nn.Module) -> bool | dict[str, Any]:
        if not hasattr(module, "to_quantized"):
            return False
        return {"group_size": 32, "bits": 8} if "v_proj" in path else {"group_size": 32, "bits": 4}

    nn.quantize(model, class_predicate=how)
    mx.save_safetensors(str(folder / "model.safetensors"), dict(tree_flatten(model.parameters())))
    config = json.loads((folder / "config.json").read_text())
    eight = {f"model.layers.{n}.self_attn.v_proj": {"group_size": 32, "bits": 8} for n in range(2)}
    config["quantization"] = {"group_size": 32, "bits": 4, **eight}
    (folder / "config.json").write_text(json.dumps(config))
    file = export_gguf(folder, tmp_path / "quantized.gguf")
    tokens = list(range(40, 100))
    expected = np.array(model(mx.array([tokens]))[0])
    assert np.abs(llama_cpp_logits(file, tokens) - expected).max() / expected.std() < 0.05


def test_sentencepiece_reads_text_as_llama_2_and_mistral_do(tmp_path: Path) -> None:
    folder = tmp_path / "mistral"
    random_model(folder, model_type="mistral", vocab_size=700, bos_token_id=1, eos_token_id=2)
    sentencepiece(folder, 700, MISTRAL)
    file = export_gguf(folder, tmp_path / "mistral.gguf")
    assert field(file, "tokenizer.ggml.model") == "llama"
    assert field(file, "tokenizer.ggml.add_bos_token") is True
    result = parity(folder, file)
    assert result.token_ids_equal == result.prompts == len(PROMPTS)


def test_interleave_pairs_both_halves_of_each_head() -> None:
    rows = np.arange(8)[:, None]
    assert interleave(rows, 2).ravel().tolist() == [0, 2, 1, 3, 4, 6, 5, 7]


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        ("config.json", lambda c: c.update(model_type="phi3"), "architecture is phi3"),
        ("config.json", lambda c: c.update(num_hidden_layers=6), "tensors are missing"),
        ("config.json", lambda c: c.update(num_hidden_layers=4), "does not have"),
        ("config.json", lambda c: c.update(vocab_size=100), "the model only 100"),
        ("config.json", lambda c: c.pop("hidden_size"), "hidden_size"),
        ("config.json", lambda c: c.update(rope_scaling={"rope_type": "yarn", "factor": 4}), "yarn"),
        ("config.json", lambda c: c.update(layer_types=["sliding_attention"]), "sliding window"),
        ("tokenizer.json", lambda c: c.update(pre_tokenizer={"type": "Whitespace"}), "Whitespace"),
        ("tokenizer.json", lambda c: c["pre_tokenizer"]["pretokenizers"][0].update(individual_digits=False), "Digits"),
        ("tokenizer.json", lambda c: c.update(normalizer={"type": "NFC"}), "normalizer"),
        ("tokenizer.json", lambda c: c["model"].update(type="Unigram"), "neither byte-level BPE"),
        ("tokenizer_config.json", lambda c: c.pop("chat_template"), "no chat template"),
        ("tokenizer_config.json", lambda c: c.pop("eos_token"), "no end token"),
    ],
)
def test_what_is_not_known_is_refused(
    copied: Callable[..., Path], tmp_path: Path, file: str, change: Callable[[dict[str, Any]], Any], words: str
) -> None:
    folder, target = copied(file, change), tmp_path / "out" / "model.gguf"
    with pytest.raises(HoneError) as caught:
        export_gguf(folder, target)
    assert words in str(caught.value)
    assert not target.exists()


@pytest.mark.parametrize("missing", ["config.json", "tokenizer.json", "model.safetensors"])
def test_an_incomplete_folder_is_named(copied: Callable[..., Path], tmp_path: Path, missing: str) -> None:
    folder = copied()
    (folder / missing).unlink()
    with pytest.raises(HoneError, match=missing):
        export_gguf(folder, tmp_path / "model.gguf")


def test_values_beyond_f16_are_refused(copied: Callable[..., Path], tmp_path: Path) -> None:
    folder = copied()
    weights: Any = mx.load(str(folder / "model.safetensors"))
    name = "model.layers.1.mlp.up_proj.weight"
    weights[name] = weights[name] * 1e6
    mx.save_safetensors(str(folder / "model.safetensors"), weights)
    with pytest.raises(HoneError, match=name):
        export_gguf(folder, tmp_path / "model.gguf")


def test_cancelled_export_leaves_nothing(tmp_path: Path) -> None:
    calls = []

    def check() -> None:
        calls.append(1)
        if len(calls) > 5:
            raise JobCancelled

    with pytest.raises(JobCancelled):
        export_gguf(starter(), tmp_path / "model.gguf", check=check)
    assert list(tmp_path.iterdir()) == []


def test_end_of_turn_bos_and_a_template_file_are_read(copied: Callable[..., Path]) -> None:
    folder = copied("config.json", lambda c: c.update(eos_token_id=[3, 1]))
    (folder / "chat_template.jinja").write_text("{{ bos_token }}<u>{{ messages[0]['content'] }}<a>")
    padded = json.loads((folder / "config.json").read_text())["vocab_size"] + 8
    vocabulary = read_vocabulary(folder, padded)
    assert (vocabulary.eos, vocabulary.end_of_turn, vocabulary.begins) == (3, 1, True)
    assert len(vocabulary.tokens) == len(vocabulary.types) == padded
    assert vocabulary.tokens[-1] == f"[PAD{padded - 1}]"


def test_a_wrong_file_is_noticed(exported: Path, tmp_path: Path) -> None:
    random_model(tmp_path / "other")
    other = export_gguf(tmp_path / "other", tmp_path / "other.gguf")
    result = parity(starter(), other, PROMPTS[:4])
    assert result.token_agreement < 0.5
    assert result.replies_equal == 0
