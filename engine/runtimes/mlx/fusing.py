"""An adapter merged into its base, saved as a model folder of its own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import mlx.core as mx
from mlx.utils import tree_unflatten
from mlx_lm.utils import dequantize_model, save_config, save_model

from engine.runtimes.mlx.model import TUNED, Loaded, describe
from engine.runtimes.recipe import SMALL

if TYPE_CHECKING:
    from pathlib import Path

_TOKENIZER = ("*token*.json", "vocab*.json", "generation_config.json", "*.jinja", "*.model", "*.tiktoken", "merges.txt")
_DTYPES = {"float16": mx.float16, "bfloat16": mx.bfloat16, "float32": mx.float32}


def fuse_into(loaded: Loaded, folder: Path, *, dequantize: bool) -> None:
    """Write weights, configuration, tokenizer and chat template of the tuned model into an existing folder.

    `loaded` is changed and of no further use. Small models are stored in 32 bits, others as their base:
    16 bits lose part of what an adapter changed.
    """
    small = describe(loaded).parameters <= SMALL
    model, config = loaded.model, dict(loaded.config)
    loaded.use(TUNED)
    merged = [
        (name, module.fuse(dequantize=dequantize)) for name, module in model.named_modules() if hasattr(module, "fuse")
    ]
    if merged:
        model.update_modules(tree_unflatten(merged))
    if dequantize:
        model = dequantize_model(model)
        for name in ("quantization", "quantization_config"):
            config.pop(name, None)
    stored = str(config.get("torch_dtype") or config.get("dtype") or "bfloat16")
    dtype = mx.float32 if small else _DTYPES.get(stored, mx.bfloat16)
    model.set_dtype(dtype)
    config["torch_dtype"] = next(name for name, value in _DTYPES.items() if value == dtype)
    save_model(folder, model)
    save_config(config, folder / "config.json")
    # Copied, not saved anew, so that both models read text alike; never code of a base's folder.
    for pattern in _TOKENIZER:
        for file in loaded.path.glob(pattern):
            if not (folder / file.name).exists():
                shutil.copyfile(file, folder / file.name)
