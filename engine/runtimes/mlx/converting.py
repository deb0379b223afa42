"""A base from Hugging Face once more, in few bits: read, quantized and written a tensor at a time.

Nothing is computed before it is written, so that memory holds a file of the copy and what the tensor on its way needs.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
from typing import TYPE_CHECKING, Any

import mlx.core as mx
import mlx_lm
from mlx.utils import tree_flatten
from mlx_lm.utils import make_shards, quantize_model, save_config

from engine.runtimes.mlx.model import open_base
from engine.runtimes.mlx.precision import GROUP

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MADE_WITH = mlx_lm.__version__
_SHARD = 1  # gigabytes of a file of weights: as much has to be in memory at a time
_KEPT = (
    *("*token*.json", "vocab*.json", "generation_config.json", "*.jinja", "*.model", "*.tiktoken", "merges.txt"),
    *("LICEN[CS]E*", "NOTICE*", "USE_POLICY*", "README.md", "chat_template.json"),
)
_CODE = ("auto_map", "model_file", "custom_pipelines")  # name files with code, which a copy has none of


class Conversion:
    """A base whose weights are known by their sizes, and computed when `write` comes to them; raises HoneError."""

    def __init__(self, source: Path, bits: int) -> None:
        self._source = source
        model, config = open_base(source)
        model.set_dtype(_dtype(model))
        with contextlib.redirect_stdout(sys.stderr):  # it prints, and stdout is for results
            model, self._config = quantize_model(model, config, GROUP, bits)
        self._weights: dict[str, Any] = dict(tree_flatten(model.parameters()))
        self.bytes = sum(value.nbytes for value in self._weights.values())

    def write(self, folder: Path, check: Callable[[], None], tell: Callable[[int], None]) -> None:
        """Write the copy into an existing folder; `tell` bytes that were computed, `check` may raise between them."""
        shards = make_shards(self._weights, _SHARD)
        self._weights = {}
        names: dict[str, str] = {}
        for number in range(len(shards)):
            name = f"model-{number + 1:05d}-of-{len(shards):05d}.safetensors" if shards[1:] else "model.safetensors"
            shard, shards[number] = shards[number], {}
            for value in shard.values():
                check()
                mx.eval(value)
                tell(value.nbytes)
            mx.save_safetensors(str(folder / name), shard, metadata={"format": "mlx"})
            names |= dict.fromkeys(shard, name)
            del shard
            mx.clear_cache()
        index = {"metadata": {"total_size": self.bytes}, "weight_map": names}
        (folder / "model.safetensors.index.json").write_text(json.dumps(index, indent=1), encoding="utf-8")
        save_config({name: value for name, value in self._config.items() if name not in _CODE}, folder / "config.json")
        _copy_texts(self._source, folder)


def _dtype(model: Any) -> mx.Dtype:
    """What the copy computes in: as its base, or in 16 bits where that is in 32."""
    sizes: dict[mx.Dtype, int] = {}
    for _, value in tree_flatten(model.parameters()):
        sizes[value.dtype] = sizes.get(value.dtype, 0) + value.size
    most = max(sizes, key=lambda kind: sizes[kind])
    return most if most in (mx.float16, mx.bfloat16) else mx.bfloat16


def _copy_texts(source: Path, folder: Path) -> None:
    """Tokenizer, template, generation settings and licence as they are, but for the names of code; never code."""
    for pattern in _KEPT:
        for file in source.glob(pattern):
            if file.is_file() and file.suffix != ".py" and not (folder / file.name).exists():
                shutil.copyfile(file, folder / file.name)
    settings = folder / "tokenizer_config.json"
    if settings.is_file():
        told = json.loads(settings.read_text(encoding="utf-8"))
        if any(name in told for name in _CODE):
            told = {name: value for name, value in told.items() if name not in _CODE}
            settings.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
