"""A writer and a base of 70 billion weights that take no room on the disk, and a machine with 16 GB."""

from __future__ import annotations

import json
import shutil
import struct
from typing import TYPE_CHECKING, Any

import gguf
import psutil

from engine.resources import starter

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_HIDDEN, _LAYERS, _INNER, _WORDS, _WEIGHTS = 8192, 80, 28_672, 128_256, 70_000_000_000
CONFIG = {
    "model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_size": _HIDDEN, "num_hidden_layers": _LAYERS,
    "intermediate_size": _INNER, "num_attention_heads": 64, "num_key_value_heads": 8, "vocab_size": _WORDS,
    "max_position_embeddings": 8192, "torch_dtype": "bfloat16",
}  # fmt: skip


def give_memory(monkeypatch: pytest.MonkeyPatch, total: float = 16e9, available: float = 12e9) -> None:
    """Let the machine have so much memory."""
    told = psutil.virtual_memory()._replace(total=int(total), available=int(available))
    monkeypatch.setattr(psutil, "virtual_memory", lambda: told)


def writer(file: Path) -> Path:
    """A GGUF file: a true header, then a hole."""
    made = gguf.GGUFWriter(file, "llama")
    made.add_context_length(8192)
    made.add_embedding_length(_HIDDEN)
    made.add_block_count(_LAYERS)
    made.add_feed_forward_length(_INNER)
    made.add_head_count(64)
    made.add_head_count_kv(8)
    made.add_chat_template("{{ messages }}")
    type_ = gguf.GGMLQuantizationType.Q8_0
    sizes: dict[str, Any] = {"token_embd.weight": (_WORDS, _HIDDEN), "blk.0.ffn_up.weight": (_WEIGHTS // 8192, 8192)}
    for name, size in sizes.items():
        made.add_tensor_info(name, size, None, size[0] * size[1] * 34 // 32, raw_dtype=type_)
    made.write_header_to_file()
    made.write_kv_data_to_file()
    made.write_ti_data_to_file()
    made.close()
    with file.open("r+b") as opened:
        opened.truncate(_WEIGHTS * 34 // 32 + 3_000_000_000)
    return file


def base(folder: Path) -> Path:
    """A folder with the starter's tokenizer and weights of which only the head is there."""
    folder.mkdir()
    for file in starter().glob("tokenizer*"):
        shutil.copy(file, folder)
    (folder / "config.json").write_text(json.dumps(CONFIG), encoding="utf-8")
    size = 2 * _WEIGHTS
    entry = {"dtype": "BF16", "shape": [_WEIGHTS // 8192, 8192], "data_offsets": [0, size]}
    head = json.dumps({"model.layers.0.mlp.up_proj.weight": entry}).encode()
    with (folder / "model.safetensors").open("wb") as opened:
        opened.write(struct.pack("<Q", len(head)) + head)
        opened.truncate(8 + len(head) + size)
    return folder
