"""What chat takes of memory: MLX with a base of random weights and an adapter, whose sides answer side by side."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

SECTION = """## Chat

What is estimated from a base's config and files (`chat_bytes` in engine/runtimes/sizing.py), against the most that MLX
held at once while the base was loaded with an adapter and all sides replied. Bases are stored in bfloat16, which
becomes float32 on this processor; packed weights stay as they are.

| base | sides | prompt, reply (tokens) | estimated | measured | ratio |
|---|---|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A base by its sizes, how many sides answer, and the length of prompts and replies in tokens."""

    hidden: int
    layers: int
    heads: int
    of_keys: int
    inner: int
    vocabulary: int
    bits: int  # 16: not packed
    sides: int
    length: int
    reply: int = 32

    @property
    def config(self) -> dict[str, Any]:
        """As mlx-lm reads it."""
        return {
            "model_type": "llama", "hidden_size": self.hidden, "num_hidden_layers": self.layers,
            "num_attention_heads": self.heads, "num_key_value_heads": self.of_keys,
            "intermediate_size": self.inner, "vocab_size": self.vocabulary, "max_position_embeddings": 8192,
            "rms_norm_eps": 1e-6, "rope_theta": 10_000.0, "tie_word_embeddings": True, "torch_dtype": "bfloat16",
        }  # fmt: skip


_DEEP, _WIDE, _WORDY = (512, 16, 8, 4, 1536, 32_000), (1024, 6, 8, 2, 4096, 16_000), (256, 8, 4, 4, 768, 128_000)
CASES = (
    Case(*_DEEP, 16, 1, 400),
    Case(*_DEEP, 16, 2, 400),
    Case(*_DEEP, 16, 4, 400),
    Case(*_DEEP, 8, 2, 1500),
    Case(*_DEEP, 4, 2, 60),
    Case(*_DEEP, 4, 4, 1000),
    Case(*_WIDE, 16, 2, 1000),
    Case(*_WIDE, 8, 4, 300),
    Case(*_WIDE, 4, 1, 2000),
    Case(*_WIDE, 4, 2, 200, 300),
    Case(*_WORDY, 4, 4, 40),
    Case(*_WORDY, 16, 2, 800),
)


def measured(case: Case, folder: Path) -> dict[str, float]:
    """Estimate and peak in MB; the base is made in `folder`, and the process should have done nothing else."""
    import mlx.core as mx

    from engine.runtimes import mlx
    from engine.runtimes.sizing import chat_bytes, measure

    _make(case, folder)
    mx.clear_cache()
    mx.reset_peak_memory()
    loaded = mlx.load(folder, folder)
    prompts = {f"{number}": [300 + number] * case.length for number in range(case.sides)}
    who = {name: mlx.SIDES[int(name) % 2] for name in prompts}
    sampling = mlx.Sampling(max_tokens=case.reply)
    for _ in mlx.stream(loaded, prompts, sampling, lambda: None, who, mlx.Kept()):
        pass
    _, shape = measure(folder, loaded.config)
    estimated = chat_bytes(shape, case.sides, case.length, case.reply)
    return {"estimated": estimated / 1e6, "measured": mx.get_peak_memory() / 1e6}


def line(case: Case, told: dict[str, float]) -> str:
    """A row of the table."""
    ratio = told["estimated"] / told["measured"]
    base = f"{case.layers} x {case.hidden}, {case.vocabulary // 1000}k words, {case.bits} bits"
    return (
        f"| {base} | {case.sides} | {case.length}, {case.reply} | {told['estimated']:.0f} MB"
        f" | {told['measured']:.0f} MB | {ratio:.2f} |"
    )


def _make(case: Case, folder: Path) -> None:
    """A base with the starter's tokenizer, and an adapter of it."""
    import mlx.core as mx
    import mlx.nn as nn
    from mlx.utils import tree_flatten
    from mlx_lm.models import llama

    from engine.resources import starter
    from engine.runtimes.mlx import load
    from engine.runtimes.mlx.model import CONFIG, WEIGHTS, attach, trainable

    mx.random.seed(0)
    config = case.config
    model = llama.Model(llama.ModelArgs.from_dict(config))
    model.set_dtype(mx.bfloat16)
    if case.bits < 16:
        nn.quantize(model, group_size=64, bits=case.bits)
        config["quantization"] = {"group_size": 64, "bits": case.bits}
    mx.save_safetensors(str(folder / "model.safetensors"), dict(tree_flatten(model.parameters())), {"format": "mlx"})
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    for file in starter().glob("tokenizer*"):
        shutil.copy(file, folder)
    loaded = load(folder)
    adapter = attach(loaded, rank=8, scale=20.0, dropout=0.0, layers=-1, embeddings=False)
    weights = {name: mx.random.normal(value.shape) * 0.01 for name, value in trainable(loaded).items()}
    mx.save_safetensors(str(folder / WEIGHTS), weights)
    (folder / CONFIG).write_text(json.dumps(adapter), encoding="utf-8")
