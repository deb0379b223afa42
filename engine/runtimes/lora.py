"""A LoRA adapter of MLX as PEFT reads it.

MLX computes x + scale * (x a) b with a of shape (inputs, rank) and b of (rank, outputs); PEFT keeps both transposed,
and scales by lora_alpha / r.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError
from engine.runtimes import blas

blas.preload()  # a later training in this process would else be slow

import mlx.core as mx  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path

WEIGHTS, CONFIG = "adapter_model.safetensors", "adapter_config.json"
_LAYER = re.compile(r"\.layers\.(\d+)\.")


@dataclass(frozen=True, slots=True)
class Lora:
    """The adapted linear layers by name, each with its a (inputs, rank) and b (rank, outputs)."""

    rank: int
    scale: float
    dropout: float
    modules: dict[str, tuple[mx.array, mx.array]]

    @property
    def alpha(self) -> float:
        """What PEFT and llama.cpp divide by the rank."""
        return self.scale * self.rank


def read_lora(folder: Path) -> Lora:
    """An adapter as mlx-lm stores it; raises HoneError when it is damaged, or more than LoRA of linear layers."""
    try:
        config = json.loads((folder / "adapter_config.json").read_text(encoding="utf-8"))
        weights: Any = mx.load(str(folder / "adapters.safetensors"))
        told = config.get("lora_parameters") or {}
        if config["fine_tune_type"] != "lora":
            raise _refusal("All weights of the base were trained, which no adapter can hold")
        rank, scale = int(told["rank"]), float(told["scale"])
    except (OSError, ValueError, RuntimeError, KeyError, TypeError) as error:
        raise HoneError(
            "The adapter cannot be read", f"Its files are missing or damaged ({error}): train again with hone train."
        ) from error
    modules = {}
    for name in sorted(weights):
        if name.endswith(".lora_a"):
            layer = name.removesuffix(".lora_a")
            modules[layer] = weights[name], weights[f"{layer}.lora_b"]
    if any("embed_tokens" in name for name in modules):
        raise _refusal("It changes the token embeddings, which other programs do for the first layer only")
    if any(value.ndim != 2 for both in modules.values() for value in both):
        raise _refusal("It changes the experts of a mixture, which has no common form elsewhere")
    return Lora(rank, scale, float(told.get("dropout", 0.0)), modules)


def write_peft(lora: Lora, folder: Path, *, base: str, layers: int) -> None:
    """Write the two files of a PEFT adapter into an existing folder; `layers` is how many blocks the base has."""
    tensors = {}
    for name, (a, b) in lora.modules.items():
        tensors[f"base_model.model.{name}.lora_A.weight"] = mx.contiguous(a.T)
        tensors[f"base_model.model.{name}.lora_B.weight"] = mx.contiguous(b.T)
    mx.save_safetensors(str(folder / WEIGHTS), tensors, metadata={"format": "pt"})
    changed = sorted({int(found.group(1)) for name in lora.modules if (found := _LAYER.search(name))})
    config = {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "base_model_name_or_path": base,
        "r": lora.rank,
        "lora_alpha": int(lora.alpha) if lora.alpha == int(lora.alpha) else lora.alpha,
        "lora_dropout": lora.dropout,
        "target_modules": sorted({name.rpartition(".")[2] for name in lora.modules}),
        "layers_to_transform": changed if len(changed) < layers else None,
        "bias": "none",
        "fan_in_fan_out": False,
        "inference_mode": True,
    }
    (folder / CONFIG).write_text(json.dumps(config, indent=1), encoding="utf-8")


def _refusal(reason: str) -> HoneError:
    return HoneError(
        "The adapter cannot be written for other programs",
        f"{reason}. Export the fused model, or the adapter for mlx-lm.",
    )
