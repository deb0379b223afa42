"""An MLX folder of a known family becomes one F16 GGUF file, without torch.

The conventions are llama.cpp's: tensor names of `gguf.get_tensor_name_map`, one-dimensional tensors in F32, tied
embeddings stored once, the "llama3" context extension as a tensor of frequency factors, and what
`gguf_families` says of each family, such as query and key rows in interleaved rotary order.
"""

from __future__ import annotations

import json
import math
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import gguf
import numpy as np

from engine.errors import HoneError
from engine.project.files import atomic_file
from engine.runtimes import blas
from engine.runtimes.gguf_families import Family, describe_family, family_of, is_tied, rotary
from engine.runtimes.gguf_vocabulary import Vocabulary, read_vocabulary

blas.preload()  # a later training in this process would else be slow

import mlx.core as mx  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

_SUFFIXES = (".weight", ".bias")
_LARGEST_F16 = 65504.0


@dataclass(frozen=True, slots=True)
class _Shape:
    """The numbers of config.json that decide how tensors are laid out; widths in elements."""

    hidden: int
    layers: int
    heads: int
    kv_heads: int
    feed_forward: int
    head: int
    vocabulary: int
    epsilon: float
    interleaved: bool  # rotary pairs are neighbours already


def export_gguf(folder: Path, file: Path, *, name: str = "", check: Callable[[], None] | None = None) -> Path:
    """Write the model in `folder` (config.json, safetensors, tokenizer; quantized or not) as `file`.

    The file appears whole or not at all. `check` is called between tensors and may raise. Raises HoneError for
    another architecture, an unknown tokenizer, a tensor that F16 cannot hold, or too little room on the disk.
    """
    config = read_model_config(folder)
    family = family_of(config, folder.name)
    shape = _shape(config, folder.name)
    vocabulary = read_vocabulary(folder, shape.vocabulary)
    tensors = _Tensors(folder, config, family, shape)
    room_for(file, tensors.bytes)
    with atomic_file(file) as temporary:
        writer = gguf.GGUFWriter(temporary, family.name)
        try:
            _describe(writer, config, family, shape, name or folder.name)
            _add_vocabulary(writer, vocabulary)
            for target, size in tensors.sizes.items():
                kind = np.dtype(np.float32 if len(size) == 1 else np.float16)
                writer.add_tensor_info(target, size, kind, math.prod(size) * kind.itemsize)
            writer.write_header_to_file()
            writer.write_kv_data_to_file()
            writer.write_ti_data_to_file()
            for values in tensors:
                if check is not None:
                    check()
                writer.write_tensor_data(values)
        finally:
            writer.close()
    return file


class _Tensors:
    """The model's weights under llama.cpp's names, in one fixed order; each is read when its turn comes."""

    def __init__(self, folder: Path, config: dict[str, Any], family: Family, shape: _Shape) -> None:
        self._shape, self._family, self._name = shape, family, folder.name
        self._quantization = config.get("quantization") or config.get("quantization_config") or {}
        self._weights = _load(folder)
        self._tied = is_tied(family, config, self._weights)
        names = gguf.get_tensor_name_map(family.architecture, shape.layers)
        self._sources: dict[str, str] = {}
        for source in sorted(self._weights):
            if source.endswith((".scales", ".biases", "rotary_emb.inv_freq")):
                continue
            if source == "lm_head.weight" and self._tied:
                continue
            target = names.get_name(source, try_suffixes=_SUFFIXES)
            if target is None:
                raise HoneError(
                    f"{self._name} cannot be written as GGUF",
                    f"It has a tensor {source} that the architecture {family.name} does not have: "
                    "export the MLX folder.",
                )
            self._sources[target] = source
        self.sizes = {target: self._size(source) for target, source in self._sources.items()}
        self._factors = _rope_factors(rotary(config, family), shape)
        if self._factors is not None:
            self.sizes["rope_freqs.weight"] = self._factors.shape
        self._complete()

    @property
    def bytes(self) -> int:
        """About how large the file becomes."""
        return sum(math.prod(size) * (4 if len(size) == 1 else 2) for size in self.sizes.values())

    def __iter__(self) -> Iterator[NDArray[Any]]:
        for target, source in self._sources.items():
            yield self._values(target, source)
        if self._factors is not None:
            yield self._factors

    def _complete(self) -> None:
        wanted = self._family.tensors(self._shape.layers) | (set() if self._tied else {"output.weight"})
        if missing := sorted(wanted - set(self.sizes)):
            raise HoneError(
                f"{self._name} is not a complete model",
                f"{len(missing)} tensors are missing, the first is {missing[0]}: fuse or download it again.",
            )

    def _size(self, source: str) -> tuple[int, ...]:
        size = tuple(self._weights[source].shape)
        if self._scales(source) is None:
            return size
        return (*size[:-1], size[-1] * 32 // self._how(source)["bits"])

    def _values(self, target: str, source: str) -> NDArray[Any]:
        weight, scales = self._weights[source], self._scales(source)
        if scales is not None:
            biases = self._weights.get(_beside(source, "biases"))
            weight = mx.dequantize(weight, scales, biases, **self._how(source))
        full: NDArray[np.float32] = np.array(weight.astype(mx.float32))
        if not np.isfinite(full).all() or (full.ndim > 1 and np.abs(full).max() > _LARGEST_F16):
            raise HoneError(
                f"{self._name} cannot be written as F16",
                f"The tensor {source} has values that are not numbers, or too large: train again with a "
                "smaller learning rate, or export the MLX folder.",
            )
        if self._family.permuted and not self._shape.interleaved:
            full = as_rotated(target, full, self._shape.heads, self._shape.kv_heads)
        if target.endswith("_norm.weight"):
            full = full + np.float32(self._family.norm_offset)
        return full if full.ndim == 1 else full.astype(np.float16)

    def _scales(self, source: str) -> Any:
        return self._weights.get(_beside(source, "scales"))

    def _how(self, source: str) -> dict[str, Any]:
        """Group size, bits and mode of a quantized tensor; layers may differ from the model's own."""
        own = self._quantization.get(source.removesuffix(".weight"))
        how = own if isinstance(own, dict) else self._quantization
        return {name: how[name] for name in ("group_size", "bits", "mode") if name in how}


def as_rotated(target: str, rows: NDArray[Any], heads: int, kv_heads: int) -> NDArray[Any]:
    """The rows of a query or key projection in llama.cpp's rotary order; those of another tensor as they are."""
    if ".attn_q." in target:
        return interleave(rows, heads)
    return interleave(rows, kv_heads) if ".attn_k." in target else rows


def interleave(rows: NDArray[Any], heads: int) -> NDArray[Any]:
    """Reorder the output rows of a query or key projection (rows, ...) from half-split to interleaved rotary pairs."""
    halves = rows.reshape(heads, 2, rows.shape[0] // heads // 2, *rows.shape[1:])
    return np.ascontiguousarray(halves.swapaxes(1, 2).reshape(rows.shape))


def _beside(source: str, part: str) -> str:
    return f"{source.removesuffix('.weight')}.{part}"


def read_model_config(folder: Path) -> dict[str, Any]:
    """The config.json of a model's folder; raises HoneError when it is missing or damaged."""
    try:
        config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise HoneError(
            f"{folder.name} is not a model", "config.json is missing or cannot be read: choose an MLX model's folder."
        ) from error
    return config


def _shape(config: dict[str, Any], name: str) -> _Shape:
    try:
        heads = config["num_attention_heads"]
        return _Shape(
            hidden=config["hidden_size"],
            layers=config["num_hidden_layers"],
            heads=heads,
            kv_heads=config.get("num_key_value_heads") or heads,
            feed_forward=config["intermediate_size"],
            head=config.get("head_dim") or config["hidden_size"] // heads,
            vocabulary=config["vocab_size"],
            epsilon=config["rms_norm_eps"],
            interleaved=config.get("rope_traditional", False),
        )
    except KeyError as error:
        raise HoneError(f"{name} is not a complete model", f"config.json does not say {error}.") from error


def _load(folder: Path) -> dict[str, Any]:
    weights: dict[str, Any] = {}
    for file in sorted(folder.glob("model*.safetensors")):
        try:
            loaded: Any = mx.load(str(file))
        except RuntimeError as error:
            raise HoneError(
                f"{folder.name} cannot be read", f"{file.name} is damaged ({error}): fuse or download the model again."
            ) from error
        weights |= loaded
    if not weights:
        raise HoneError(f"{folder.name} has no weights", "There is no model.safetensors in it: fuse again.")
    return weights


def _describe(writer: gguf.GGUFWriter, config: dict[str, Any], family: Family, shape: _Shape, name: str) -> None:
    base, scaling = rotary(config, family)
    writer.add_name(name)
    writer.add_type(gguf.GGUFType.MODEL)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16)
    writer.add_vocab_size(shape.vocabulary)
    writer.add_context_length(config.get("max_position_embeddings") or 2048)
    writer.add_embedding_length(shape.hidden)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.feed_forward)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.kv_heads)
    if shape.head * shape.heads != shape.hidden or family.name != "llama":
        writer.add_key_length(shape.head)
        writer.add_value_length(shape.head)
    writer.add_layer_norm_rms_eps(shape.epsilon)
    writer.add_rope_dimension_count(shape.head)
    writer.add_rope_freq_base(base)
    describe_family(writer, family, config)
    if _rope_type(scaling) == "linear":
        writer.add_rope_scaling_type(gguf.RopeScalingType.LINEAR)
        writer.add_rope_scaling_factor(float(scaling["factor"]))


def _add_vocabulary(writer: gguf.GGUFWriter, vocabulary: Vocabulary) -> None:
    writer.add_tokenizer_model(vocabulary.kind)
    writer.add_tokenizer_pre(vocabulary.pre)
    writer.add_token_list(vocabulary.tokens)
    writer.add_token_types(vocabulary.types)
    if vocabulary.merges:
        writer.add_token_merges(vocabulary.merges)
    if vocabulary.scores:
        writer.add_token_scores(vocabulary.scores)
        writer.add_add_space_prefix(vocabulary.space_first)
    writer.add_eos_token_id(vocabulary.eos)
    writer.add_eot_token_id(vocabulary.end_of_turn)
    if vocabulary.bos is not None:
        writer.add_bos_token_id(vocabulary.bos)
    if vocabulary.pad is not None:
        writer.add_pad_token_id(vocabulary.pad)
    # Training saw exactly what the template renders: a runtime may add a begin token only where the template has
    # one (all known runtimes leave the second away).
    writer.add_add_bos_token(vocabulary.begins)
    writer.add_add_eos_token(False)
    writer.add_chat_template(vocabulary.template)


def _rope_type(scaling: dict[str, Any]) -> str:
    return str(scaling.get("type") or scaling.get("rope_type") or "default")


def _rope_factors(rotation: tuple[float, dict[str, Any]], shape: _Shape) -> NDArray[np.float32] | None:
    """Divisors of the rotary frequencies (head / 2,) for Llama 3.1's longer context; None where there are none."""
    base, scaling = rotation
    kind = _rope_type(scaling)
    if kind in ("default", "linear"):
        return None
    if kind != "llama3":
        raise HoneError(
            "This model cannot be written as GGUF",
            f"It stretches its context by the method {kind}, which Hone cannot check: export the MLX folder instead.",
        )
    factor, context = scaling["factor"], scaling.get("original_max_position_embeddings", 8192)
    low, high = scaling.get("low_freq_factor", 1.0), scaling.get("high_freq_factor", 4.0)
    turns = context / (2 * np.pi * base ** (np.arange(0, shape.head, 2) / shape.head))
    smooth = np.clip((turns - low) / (high - low), 0.0, 1.0)
    factors: NDArray[np.float32] = (1 / ((1 - smooth) / factor + smooth)).astype(np.float32)
    return factors


def room_for(file: Path, needed: int) -> None:
    """Raise HoneError when a file of `needed` bytes does not fit on its disk."""
    folder = next(parent for parent in file.absolute().parents if parent.exists())
    free = shutil.disk_usage(folder).free
    if needed * 1.05 > free:
        raise HoneError(
            "There is not enough room for the GGUF file",
            f"It takes {needed / 1e9:.1f} GB and {free / 1e9:.1f} GB are free: choose another folder or free some.",
        )
