"""The families of models that are written as GGUF, and what of theirs mlx-lm and llama.cpp hold in different ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import gguf

from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Collection

_ATTENTION = ("attn_norm", "attn_q", "attn_k", "attn_v", "attn_output")
_FEED_FORWARD = ("ffn_norm", "ffn_gate", "ffn_up", "ffn_down")
_QK_NORMS = ("attn_q_norm", "attn_k_norm")
_POST_NORMS = ("post_attention_norm", "post_ffw_norm")
_GEMMA3_PATTERN, _GEMMA3_LOCAL_BASE = 6, 10_000.0  # built into llama.cpp
_LARGE_GEMMAS = {"gemma2": 46, "gemma3_text": 62}  # blocks of those that llama.cpp scales by the width of all heads


@dataclass(frozen=True, slots=True)
class Family:
    """How mlx-lm's models of one type become llama.cpp's of `architecture`.

    `permuted`: query and key rows are stored in interleaved rotary order. `norm_offset` is what mlx-lm adds to the
    weights of a norm when it computes, and llama.cpp wants in the file. `extra` are tensors of each block beside
    those that all families have. `tied`: there is never a head apart from the embeddings. `base` is the rotary base
    where config.json does not say.
    """

    architecture: gguf.MODEL_ARCH
    permuted: bool = False
    norm_offset: float = 0.0
    extra: tuple[str, ...] = ()
    tied: bool = False
    base: float = 10_000.0

    @property
    def name(self) -> str:
        """The architecture in llama.cpp's words."""
        return str(gguf.MODEL_ARCH_NAMES[self.architecture])

    def tensors(self, layers: int) -> set[str]:
        """Names of the tensors that a complete model has, but a head of its own."""
        parts = (*_ATTENTION, *_FEED_FORWARD, *self.extra)
        blocks = {f"blk.{block}.{part}.weight" for block in range(layers) for part in parts}
        return {"token_embd.weight", "output_norm.weight"} | blocks


# Model type of config.json -> its family.
FAMILIES = {
    "llama": Family(gguf.MODEL_ARCH.LLAMA, permuted=True),
    "mistral": Family(gguf.MODEL_ARCH.LLAMA, permuted=True),
    "qwen2": Family(gguf.MODEL_ARCH.QWEN2, base=1_000_000.0),
    "qwen3": Family(gguf.MODEL_ARCH.QWEN3, extra=_QK_NORMS, base=1_000_000.0),
    "gemma": Family(gguf.MODEL_ARCH.GEMMA, norm_offset=1.0, tied=True),
    "gemma2": Family(gguf.MODEL_ARCH.GEMMA2, norm_offset=1.0, extra=_POST_NORMS, tied=True),
    "gemma3_text": Family(gguf.MODEL_ARCH.GEMMA3, norm_offset=1.0, extra=(*_QK_NORMS, *_POST_NORMS), base=1_000_000.0),
}


def family_of(config: dict[str, Any], name: str) -> Family:
    """The family of a config.json; raises HoneError for an unknown one, and for what llama.cpp computes otherwise."""
    kind = config.get("model_type")
    if kind not in FAMILIES:
        raise _refusal(
            name, f"Its architecture is {kind}; Hone writes GGUF for {', '.join(list(FAMILIES)[:-1])} and gemma3_text."
        )
    windowed = any(layer != "full_attention" for layer in config.get("layer_types") or ())
    if windowed and not str(kind).startswith("gemma"):
        raise _refusal(
            name, f"Some of its layers attend to a sliding window, which models of the type {kind} in llama.cpp do not."
        )
    if kind in _LARGE_GEMMAS:
        _check_gemma(config, str(kind), name)
    return FAMILIES[str(kind)]


def is_tied(family: Family, config: dict[str, Any], weights: Collection[str]) -> bool:
    """Whether the embeddings are the head too, as mlx-lm decides it."""
    if config.get("model_type") == "gemma3_text":
        return "lm_head.weight" not in weights
    return family.tied or bool(config.get("tie_word_embeddings", True))


def describe_family(writer: gguf.GGUFWriter, family: Family, config: dict[str, Any]) -> None:
    """Add the metadata that only this family has."""
    if family.architecture in (gguf.MODEL_ARCH.GEMMA2, gguf.MODEL_ARCH.GEMMA3):
        writer.add_sliding_window(config.get("sliding_window") or 4096)
    if family.architecture == gguf.MODEL_ARCH.GEMMA2:
        writer.add_attn_logit_softcapping(float(config.get("attn_logit_softcapping") or 50.0))
        writer.add_final_logit_softcapping(float(config.get("final_logit_softcapping") or 30.0))


def rotary(config: dict[str, Any], family: Family) -> tuple[float, dict[str, Any]]:
    """Rotary base, and how the context is stretched; qwen3 may have both in one table, as transformers 5 writes it."""
    table = config.get("rope_parameters") or {} if config.get("model_type") == "qwen3" else {}
    base = config.get("rope_theta") or table.get("rope_theta") or family.base
    return float(base), config.get("rope_scaling") or table


def _check_gemma(config: dict[str, Any], kind: str, name: str) -> None:
    """llama.cpp has built in what config.json could say otherwise."""
    heads, head = config.get("num_attention_heads", 0), config.get("head_dim", 0)
    large = config.get("num_hidden_layers") == _LARGE_GEMMAS[kind]
    scale = config.get("hidden_size", 0) / heads if large and heads else head
    if config.get("query_pre_attn_scalar", 144 if kind == "gemma2" else 256) != scale:
        raise _refusal(name, "It scales its attention otherwise (query_pre_attn_scalar) than llama.cpp does.")
    if kind != "gemma3_text":
        return
    pattern = config.get("sliding_window_pattern", _GEMMA3_PATTERN)
    local = config.get("rope_local_base_freq", _GEMMA3_LOCAL_BASE)
    if pattern != _GEMMA3_PATTERN or local != _GEMMA3_LOCAL_BASE:
        raise _refusal(name, "Its layers attend to a sliding window in another way than those of llama.cpp.")


def _refusal(name: str, reason: str) -> HoneError:
    return HoneError(
        f"{name} cannot be written as GGUF", f"{reason} Export the MLX folder instead, or choose another base model."
    )
