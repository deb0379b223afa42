"""Small random models of every family that Hone is tried with as a base, stored as Hugging Face stores them."""

from __future__ import annotations

import importlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import mlx.core as mx
import tokenizers
from mlx.utils import tree_flatten
from tokenizers import pre_tokenizers
from transformers import AutoTokenizer

import engine.runtimes.mlx  # noqa: F401  OpenBLAS before MLX
from tests.engine.families import (
    CHATML,
    SHAPE,
    SIZE,
    byte_level,
    sentencepiece,
    tiktoken,
    tokenizer_for,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# What tokenizers go wrong with: digits in groups, Hangul syllables and letters, signs of several bytes, spaces.
TEXTS = (
    "In 1998 it cost 12,345.67 won; 2027-03-31, 230V/50Hz.",
    "필터는 60일마다 교체해야 합니다. ㅋㅋ 가격은 3만 5천 원입니다.",
    "Yes 🙂🟢 👩‍🔧 naïve café — don't  leave   spaces\nor\n\nlines.\t",
    "def f(x): return x**2  # 中文 و عربي",
)
PHI3 = (
    "{% for m in messages %}{{ '<|' + m['role'] + '|>\\n' + m['content'] + '<|end|>\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|assistant|>\\n' }}{% endif %}"
)
EXAONE = (
    "{% for m in messages %}{{ '[|' + m['role'] + '|]' + m['content'] }}{{ '[|endofturn|]\\n' if m['role'] =="
    " 'assistant' else '\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '[|assistant|]' }}{% endif %}"
)
_ATTENTION = tuple(f"self_attn.{name}_proj" for name in "qkvo")
_GATED = ("mlp.gate_proj", "mlp.up_proj", "mlp.down_proj")


@dataclass(frozen=True, slots=True)
class Family:
    """A family's config.json beside the common sizes, its kind of tokenizer, and the layers that an adapter is on.

    `apart`: whether trunk and head can be computed apart, and frozen blocks stand aside.
    """

    kind: str
    architecture: str
    config: dict[str, Any]
    tokenizer: Callable[[Path], None]
    tokenizer_class: str
    adapted: tuple[str, ...] = (*_ATTENTION, *_GATED)
    without: tuple[str, ...] = ()  # of the common sizes
    apart: bool = True
    style: str = "chat"
    extra: dict[str, tuple[int, ...]] = field(default_factory=dict)  # tensors that the language model has no use for


def _of(kind: str) -> Callable[[Path], None]:
    return lambda folder: tokenizer_for(folder, kind)


def _smollm(folder: Path) -> None:
    """GPT-2's, but each digit is a token."""
    marks = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
    byte_level(folder, "", marks, CHATML, eos=marks[2], pad=marks[2], bos=marks[1])
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    digits = pre_tokenizers.Digits(individual_digits=True)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([digits, pre_tokenizers.ByteLevel(add_prefix_space=False)])
    tokenizer.save(str(folder / "tokenizer.json"))


def _phi(folder: Path) -> None:
    """GPT-2's own, without a chat template: Phi-2 follows no conversation."""
    byte_level(folder, "", ("<|endoftext|>",), "", eos="<|endoftext|>", bos="<|endoftext|>")


def _phi3(folder: Path) -> None:
    """Llama 2's SentencePiece with a few tokens behind it."""
    sentencepiece(folder, SIZE - 4, PHI3)
    _add(folder, ("<|endoftext|>", "<|user|>", "<|assistant|>", "<|end|>"), eos_token="<|end|>")


def _phi4(folder: Path) -> None:
    marks = ("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|im_sep|>")
    byte_level(folder, tiktoken(r"\p{N}{1,3}"), marks, CHATML, eos=marks[2], bos=marks[0])


def _exaone(folder: Path) -> None:
    marks = ("[PAD]", "[BOS]", "[EOS]", "[UNK]", "[|user|]", "[|system|]", "[|assistant|]", "[|endofturn|]")
    byte_level(folder, tiktoken(r"\p{N}"), marks, EXAONE, eos=marks[-1], bos=marks[1], pad=marks[0], composed=True)


def _add(folder: Path, marks: tuple[str, ...], **special: str) -> None:
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.add_special_tokens([tokenizers.AddedToken(mark, normalized=False) for mark in marks])
    tokenizer.save(str(folder / "tokenizer.json"))
    settings = folder / "tokenizer_config.json"
    settings.write_text(json.dumps(json.loads(settings.read_text()) | special))


_GEMMA3 = {"head_dim": 32, "query_pre_attn_scalar": 32, "sliding_window": 64, "sliding_window_pattern": 2}
_EXAONE_MLP = ("mlp.c_fc_0", "mlp.c_fc_1", "mlp.c_proj")
_EXAONE_ATTENTION = tuple(f"attn.attention.{name}_proj" for name in ("q", "k", "v", "out"))
_PHI_ATTENTION = tuple(f"self_attn.{name}" for name in ("q_proj", "k_proj", "v_proj", "dense"))
_PHI3_LAYERS = ("self_attn.qkv_proj", "self_attn.o_proj", "mlp.gate_up_proj", "mlp.down_proj")
_LLAMA3 = {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
           "original_max_position_embeddings": 256}  # fmt: skip

FAMILIES: dict[str, Family] = {
    "llama": Family(
        "llama",
        "LlamaForCausalLM",
        {"tie_word_embeddings": True, "rope_scaling": _LLAMA3},
        _of("llama"),
        "PreTrainedTokenizerFast",
        extra={"model.layers.0.self_attn.rotary_emb.inv_freq": (8,)},
    ),
    "smollm2": Family(
        "llama", "LlamaForCausalLM", {"tie_word_embeddings": True, "num_key_value_heads": 4}, _smollm, "GPT2Tokenizer"
    ),
    "smollm3": Family(
        "smollm3",
        "SmolLM3ForCausalLM",
        {"tie_word_embeddings": True, "no_rope_layer_interval": 4},
        lambda folder: tokenizer_for(folder, "llama"),
        "PreTrainedTokenizerFast",
    ),
    "mistral": Family(
        "mistral",
        "MistralForCausalLM",
        {"tie_word_embeddings": False, "sliding_window": None},
        _of("mistral"),
        "LlamaTokenizer",
    ),
    "qwen2": Family("qwen2", "Qwen2ForCausalLM", {"tie_word_embeddings": True}, _of("qwen2"), "Qwen2Tokenizer"),
    "qwen3": Family(
        "qwen3", "Qwen3ForCausalLM", {"tie_word_embeddings": True, "head_dim": 32}, _of("qwen3"), "Qwen2Tokenizer"
    ),
    "gemma": Family("gemma", "GemmaForCausalLM", {"head_dim": 32}, _of("gemma"), "GemmaTokenizer"),
    "gemma2": Family(
        "gemma2",
        "Gemma2ForCausalLM",
        {
            "head_dim": 32,
            "query_pre_attn_scalar": 32,
            "attn_logit_softcapping": 50.0,
            "final_logit_softcapping": 1.0,
            "sliding_window": 64,
        },
        _of("gemma2"),
        "GemmaTokenizer",
        apart=False,
    ),
    "gemma3_text": Family("gemma3_text", "Gemma3ForCausalLM", dict(_GEMMA3), _of("gemma3_text"), "GemmaTokenizer"),
    "gemma3": Family(
        "gemma3",
        "Gemma3ForConditionalGeneration",
        dict(_GEMMA3),
        _of("gemma3_text"),
        "GemmaTokenizer",
        apart=False,
        extra={"vision_tower.embed.weight": (4, 4), "multi_modal_projector.weight": (4, 4)},
    ),
    "phi": Family(
        "phi",
        "PhiForCausalLM",
        {"num_key_value_heads": 4, "partial_rotary_factor": 0.5, "layer_norm_eps": 1e-5},
        _phi,
        "CodeGenTokenizer",
        (*_PHI_ATTENTION, "mlp.fc1", "mlp.fc2"),
        without=("rms_norm_eps",),
        apart=False,
        style="alpaca",
    ),
    "phi3": Family("phi3", "Phi3ForCausalLM", {"tie_word_embeddings": False}, _phi3, "LlamaTokenizer", _PHI3_LAYERS),
    "phi4": Family(
        "phi3",
        "Phi3ForCausalLM",
        {"tie_word_embeddings": False, "partial_rotary_factor": 0.75},
        _phi4,
        "GPT2Tokenizer",
        _PHI3_LAYERS,
    ),
    "exaone": Family(
        "exaone",
        "ExaoneForCausalLM",
        {"num_layers": 4, "layer_norm_epsilon": 1e-5, "tie_word_embeddings": False, "activation_function": "silu"},
        _exaone,
        "GPT2Tokenizer",
        (*_EXAONE_ATTENTION, *_EXAONE_MLP),
        without=("num_hidden_layers", "rms_norm_eps"),
        apart=False,
    ),
    "exaone4": Family(
        "exaone4",
        "Exaone4ForCausalLM",
        {
            "head_dim": 16,
            "tie_word_embeddings": True,
            "rope_scaling": _LLAMA3,
            "sliding_window": 64,
            "sliding_window_pattern": "LLLG",
            "layer_types": ["sliding_attention", "sliding_attention", "sliding_attention", "full_attention"],
        },
        _exaone,
        "GPT2Tokenizer",
    ),
}


def stored(folder: Path, name: str) -> Path:
    """A random model of a family in `folder`: bfloat16 in two files with an index, and its tokenizer."""
    family = FAMILIES[name]
    folder.mkdir(parents=True)
    family.tokenizer(folder)
    settings = folder / "tokenizer_config.json"
    settings.write_text(json.dumps(json.loads(settings.read_text()) | {"tokenizer_class": family.tokenizer_class}))
    shape = {key: value for key, value in (SHAPE | {"num_hidden_layers": 4}).items() if key not in family.without}
    text = {**shape, "model_type": family.kind, **family.config}
    config = text
    if family.kind == "gemma3":
        config = {"model_type": "gemma3", "text_config": text | {"model_type": "gemma3_text"}, "vocab_size": SIZE}
    told = {"architectures": [family.architecture], "torch_dtype": "bfloat16"}
    (folder / "config.json").write_text(json.dumps(config | told))
    config = {**config, "eos_token_id": AutoTokenizer.from_pretrained(str(folder)).eos_token_id, **told}
    (folder / "config.json").write_text(json.dumps(config))
    weights = _weights(config, family)
    _save(folder, weights)
    return folder


def _weights(config: dict[str, Any], family: Family) -> dict[str, mx.array]:
    """Random ones; a head that is the embeddings again is not stored."""
    mx.random.seed(5)
    module = importlib.import_module(f"mlx_lm.models.{'llama' if family.kind == 'mistral' else family.kind}")
    model = module.Model(module.ModelArgs.from_dict(json.loads(json.dumps(config))))
    model.set_dtype(mx.bfloat16)
    weights = dict(tree_flatten(model.parameters()))
    if family.kind.startswith("gemma3"):
        weights = {name: value for name, value in weights.items() if not name.endswith("lm_head.weight")}
    return weights | {name: mx.ones(shape, mx.bfloat16) for name, shape in family.extra.items()}


def _save(folder: Path, weights: dict[str, mx.array]) -> None:
    names = list(weights)
    places: dict[str, str] = {}
    for number, part in enumerate((names[: len(names) // 2], names[len(names) // 2 :]), start=1):
        file = f"model-{number:05d}-of-00002.safetensors"
        mx.save_safetensors(str(folder / file), {name: weights[name] for name in part}, metadata={"format": "pt"})
        places |= dict.fromkeys(part, file)
    (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": places}))
