"""A folder with a base model: config.json and safetensors, read by their headers."""

from __future__ import annotations

import json
import math
import re
import struct
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError
from engine.models import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_INDEX = "model.safetensors.index.json"
_SPEAKS = ("ForCausalLM", "LMHeadModel", "ForConditionalGeneration")
_TOKENIZERS = ("tokenizer.json", "tokenizer.model", "tokenizer_config.json", "vocab.json")
_SHARD = re.compile(r"-\d{5}-of-(\d{5})\.safetensors$")
_MOST = 1 << 28  # bytes of a header; more is damage


def looks_like_base(folder: Path) -> bool:
    """Whether a folder holds a whole language model, by its config.json and the names of its files; for lists."""
    names = [file.name for file in folder.glob("*.safetensors") if file.exists()]
    counts = {int(found[1]) for name in names if (found := _SHARD.search(name))}
    if not names or any(len(names) < count for count in counts):
        return False
    try:
        config_of(folder)
    except HoneError:
        return False
    return True


def name_of(folder: Path) -> str:
    """The folder's name, or that of the repository when it lies in the Hugging Face cache."""
    if folder.parent.name == "snapshots":
        return folder.parent.parent.name.removeprefix("models--").replace("--", "/")
    return folder.name


def config_of(folder: Path) -> dict[str, Any]:
    """The config.json of a base; raises HoneError saying what is wrong with the folder."""
    if (folder / "adapter_config.json").is_file():
        raise HoneError(
            f"{name_of(folder)} is an adapter",
            "An adapter works only with the model that it was trained on: choose that model's folder.",
        )
    if not (folder / "config.json").is_file():
        raise HoneError(
            f"{name_of(folder)} is not a model folder",
            "A base model is a folder with config.json, tokenizer files and *.safetensors, as mlx-lm makes them.",
        )
    try:
        config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        config["model_type"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise HoneError(
            f"The config.json of {name_of(folder)} is damaged", "Copy or download the model again."
        ) from error
    made = config.get("architectures") or []
    if made and not any(str(name).endswith(_SPEAKS) for name in made):
        raise HoneError(
            f"{name_of(folder)} is not a language model",
            f"It is of the kind {made[0]}, which writes no text: choose a folder with a language model.",
        )
    return config


def check_whole(folder: Path) -> None:
    """Raise HoneError when a part of the model is missing, as after a download that stopped."""
    shards = sorted(folder.glob("*.safetensors"))
    if not shards:
        if any(folder.glob("*.bin")) or any(folder.glob("*.pth")):
            raise HoneError(
                f"{name_of(folder)} has its weights in another form",
                "Files of that form can run programs when they are read, so Hone reads none: get the model with "
                "*.safetensors.",
            )
        raise _cut(folder)
    names = {shard.name for shard in shards}
    if (folder / _INDEX).is_file():
        try:
            wanted = set(json.loads((folder / _INDEX).read_text(encoding="utf-8"))["weight_map"].values())
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise _cut(folder) from error
        if wanted - names:
            raise _cut(folder)
    for shard in shards:
        if not shard.is_file() or shard.stat().st_size < _size(shard):
            raise _cut(folder)
    check_tokenizer(folder)
    if not any((folder / name).is_file() for name in _TOKENIZERS):
        raise HoneError(
            f"{name_of(folder)} has no tokenizer",
            "The folder lacks tokenizer.json: copy or download the whole model again.",
        )


def check_tokenizer(folder: Path) -> None:
    """Raise HoneError when text can only be cut into tokens by code that lies in the folder."""
    if (folder / "tokenizer.json").is_file() or not (folder / "tokenizer_config.json").is_file():
        return
    try:
        told = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return  # which is told when it is read
    if isinstance(told, dict) and told.get("auto_map"):
        raise kinds.needs_code(name_of(folder))


def figures(folder: Path, config: dict[str, Any]) -> tuple[int, str]:
    """Number of weights, as if they were not packed, and what they are stored as: "4-bit", "BF16"."""
    packed = config.get("quantization") or config.get("quantization_config") or {}
    parameters = 0
    kinds: dict[str, int] = {}
    for name, kind, shape in _tensors(folder):
        if packed and name.endswith((".scales", ".biases")):
            continue
        size = math.prod(shape)
        if kind == "U32":
            part = packed.get(name.removesuffix(".weight"))
            bits = (part if isinstance(part, dict) else packed).get("bits") or 4
            size = size * 32 // int(bits)
        parameters += size
        kinds[kind] = kinds.get(kind, 0) + size
    if isinstance(packed.get("bits"), int):
        return parameters, f"{packed['bits']}-bit"
    return parameters, max(kinds, key=lambda kind: kinds[kind]) if kinds else ""


def _tensors(folder: Path) -> Iterator[tuple[str, str, list[int]]]:
    for shard in sorted(folder.glob("*.safetensors")):
        for name, entry in _header(shard).items():
            if name != "__metadata__":
                yield name, entry["dtype"], entry["shape"]


def _size(shard: Path) -> int:
    """The bytes that a file of weights must have by its header."""
    with shard.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
    ends = [entry["data_offsets"][1] for name, entry in _header(shard).items() if name != "__metadata__"]
    return 8 + length + max(ends, default=0)


def _header(shard: Path) -> dict[str, Any]:
    try:
        with shard.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            if length > _MOST:
                raise ValueError("not a file of weights")
            found: dict[str, Any] = json.loads(file.read(length))
            return found
    except (OSError, ValueError, struct.error) as error:
        raise _cut(shard.parent) from error


def _cut(folder: Path) -> HoneError:
    return HoneError(
        f"{name_of(folder)} is not whole",
        "A part of the model is missing or cut, as after a download that stopped: download it again.",
    )
