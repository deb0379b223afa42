"""A LoRA adapter of MLX as llama.cpp applies it to the GGUF of its base.

Tensors are called as those of the base, with .lora_a and .lora_b behind; the rows of b are in llama.cpp's rotary
order where the base's are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import gguf
import numpy as np

from engine.errors import HoneError
from engine.project.files import atomic_file
from engine.runtimes.gguf_export import as_rotated, read_model_config
from engine.runtimes.gguf_families import family_of
from engine.runtimes.lora import read_lora

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def export_gguf_adapter(adapter: Path, base: Path, file: Path, *, name: str) -> Path:
    """Write the adapter in `adapter` of the model in `base` as `file`; the file appears whole or not at all.

    Raises HoneError for a base of an unknown family, and an adapter that is no LoRA of linear layers.
    """
    config, lora = read_model_config(base), read_lora(adapter)
    family = family_of(config, base.name)
    names = gguf.get_tensor_name_map(family.architecture, config["num_hidden_layers"])
    heads = config["num_attention_heads"]
    kv_heads = config.get("num_key_value_heads") or heads
    rotated = family.permuted and not config.get("rope_traditional", False)
    with atomic_file(file) as temporary:
        writer = gguf.GGUFWriter(temporary, family.name)
        try:
            writer.add_name(name)
            writer.add_type(gguf.GGUFType.ADAPTER)
            writer.add_string(gguf.Keys.Adapter.TYPE, "lora")
            writer.add_float32(gguf.Keys.Adapter.LORA_ALPHA, lora.alpha)
            for source, (a, b) in lora.modules.items():
                target = names.get_name(f"{source}.weight", try_suffixes=(".weight",))
                if target is None:
                    raise HoneError(
                        "The adapter cannot be written as GGUF",
                        f"It changes {source}, which the architecture {family.name} does not have: "
                        "export the adapter for mlx-lm.",
                    )
                rows = _numbers(b.T)
                writer.add_tensor(f"{target}.lora_a", _numbers(a.T))
                writer.add_tensor(f"{target}.lora_b", as_rotated(target, rows, heads, kv_heads) if rotated else rows)
            writer.write_header_to_file()
            writer.write_kv_data_to_file()
            writer.write_tensors_to_file()
        finally:
            writer.close()
    return file


def _numbers(values: object) -> NDArray[np.float32]:
    return np.ascontiguousarray(np.array(values, dtype=np.float32))
