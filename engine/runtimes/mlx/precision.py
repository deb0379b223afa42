"""A model's folder once more, in bfloat16 or in few bits."""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
from typing import TYPE_CHECKING, Any

import mlx.core as mx
from mlx_lm.utils import quantize_model, save_config, save_model

from engine.errors import HoneError
from engine.runtimes.mlx.model import load

if TYPE_CHECKING:
    from pathlib import Path

BITS = {"8bit": 8, "4bit": 4}
GROUP = 64  # weights that share a scale, as in the models of mlx-community


def write_precision(source: Path, folder: Path, precision: str) -> None:
    """Write the model of `source`, which is in full precision, into an existing folder in bf16, 8bit or 4bit."""
    loaded = load(source)
    if loaded.quantized:
        raise HoneError(
            "The fused model is in few bits already",
            "Other precisions are made of one in full precision: fuse again with --dequantize.",
        )
    model, config = loaded.model, dict(loaded.config)
    model.set_dtype(mx.bfloat16)
    config["torch_dtype"] = "bfloat16"
    if precision in BITS:
        with contextlib.redirect_stdout(sys.stderr):  # it prints, and stdout is for results
            model, config = quantize_model(model, config, GROUP, BITS[precision])
    save_model(folder, model)
    save_config(config, folder / "config.json")
    for file in source.iterdir():
        if file.is_file() and not (folder / file.name).exists() and _belongs(file):
            shutil.copyfile(file, folder / file.name)


def plain_metadata(source: Path, folder: Path) -> None:
    """Copy a model's weights into an existing folder, marked as transformers marks its own."""
    for file in sorted(source.glob("model*.safetensors")):
        weights: Any = mx.load(str(file))
        mx.save_safetensors(str(folder / file.name), weights, metadata={"format": "pt"})


def is_quantized(folder: Path) -> bool:
    """Whether a folder's config.json says that its weights are in few bits."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return bool(config.get("quantization") or config.get("quantization_config"))


def _belongs(file: Path) -> bool:
    """Tokenizer, template and generation settings, but no weights nor their index."""
    return file.suffix != ".safetensors" and file.name not in ("lock", "model.safetensors.index.json")
