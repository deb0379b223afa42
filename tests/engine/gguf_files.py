"""Copies of a GGUF file with other metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gguf
import numpy as np

if TYPE_CHECKING:
    from pathlib import Path


def rewritten(source: Path, target: Path, changes: dict[str, Any], *, seed: int | None = None) -> Path:
    """Copy tensors and metadata; a change to None leaves the entry out. With a seed the weights are shuffled."""
    reader = gguf.GGUFReader(source)
    writer = gguf.GGUFWriter(target, "llama")
    for name, part in reader.fields.items():
        value = changes.get(name, part.contents())
        if name.startswith("GGUF.") or name == "general.architecture" or value is None:
            continue
        kind = part.types[0]
        writer.add_key_value(name, value, kind, sub_type=part.types[-1] if kind == gguf.GGUFValueType.ARRAY else None)
    chance = np.random.default_rng(seed)
    for tensor in reader.tensors:
        data = np.array(tensor.data)
        if seed is not None:
            chance.shuffle(data.reshape(-1))
        writer.add_tensor(tensor.name, data)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return target
