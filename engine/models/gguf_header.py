"""The header of a GGUF file: its metadata and the sizes of its tensors, without the weights.

The library of that name maps the file and makes arrays of everything, the vocabulary too, which takes seconds
and numpy; a list of models needs a few numbers of each.
"""

from __future__ import annotations

import math
import mmap
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_STRING, _ARRAY = 8, 9
_SCALARS = {0: "B", 1: "b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "?", 10: "<Q", 11: "<q", 12: "<d"}
_MOST = 1 << 24  # of keys, tensors or entries of an array; more is damage
_ALIGNMENT = 32
_WORDS = "token_embd.weight"

# general.file_type, as llama.cpp numbers it, and what people call it
FILE_TYPES = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S",
    12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K", 19: "IQ2_XXS",
    20: "IQ2_XS", 21: "Q2_K_S", 22: "IQ3_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL", 26: "IQ3_S", 27: "IQ3_M",
    28: "IQ2_S", 29: "IQ2_M", 30: "IQ4_XS", 31: "IQ1_M", 32: "BF16", 36: "TQ1_0", 37: "TQ2_0", 38: "MXFP4",
}  # fmt: skip


class Damaged(ValueError):
    """The file is not whole, or not what it says it is."""


@dataclass(slots=True)
class Header:
    """Metadata that is no list, the number of weights, and the least size that the file must have.

    `kinds` counts the weights of the blocks' matrices by their type, as ggml numbers it; `words` are those of the
    vocabulary.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    parameters: int = 0
    least_bytes: int = 0
    kinds: dict[int, int] = field(default_factory=dict)
    words: int = 0

    @property
    def quantisation(self) -> str:
        """As in Q4_K_M; empty when the file does not say."""
        return FILE_TYPES.get(self.fields.get("general.file_type", -1), "")

    @property
    def context_length(self) -> int | None:
        """In tokens."""
        return self.number("context_length")

    def number(self, name: str) -> int | None:
        """A whole number that the file tells of its architecture, as block_count; None where it does not."""
        found = self.fields.get(f"{self.fields.get('general.architecture', '')}.{name}")
        return found if isinstance(found, int) else None


def read_header(path: Path) -> Header:
    """Read it; raises Damaged for a file that is cut or of an unknown version, OSError where it cannot be read."""
    with path.open("rb") as file:
        try:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return _Reader(data).header()
        except (ValueError, struct.error, UnicodeDecodeError, IndexError) as error:
            raise Damaged(str(error)) from error


class _Reader:
    def __init__(self, data: mmap.mmap) -> None:
        self.data, self.at = data, 0

    def header(self) -> Header:
        if self.data[:4] != MAGIC:
            raise Damaged("no GGUF")
        self.at = 4
        if self.scalar("<I") not in _VERSIONS:
            raise Damaged("unknown version")
        tensors, keys = self.count(), self.count()
        found = Header()
        for _ in range(keys):
            name, kind = self.string(), self.scalar("<I")
            value = self.value(kind)
            if value is not None:
                found.fields[name] = value
        furthest = 0
        for _ in range(tensors):
            name = self.string()
            sizes = [self.scalar("<Q") for _ in range(self.scalar("<I"))]
            size, kind = math.prod(sizes), self.scalar("<I")
            found.parameters += size
            if name == _WORDS:
                found.words = sizes[-1]
            elif len(sizes) > 1:
                found.kinds[kind] = found.kinds.get(kind, 0) + size
            furthest = max(furthest, self.scalar("<Q"))
        step = int(found.fields.get("general.alignment", _ALIGNMENT)) or _ALIGNMENT
        found.least_bytes = -(-self.at // step) * step + furthest + 1 if tensors else self.at
        return found

    def value(self, kind: int) -> Any:
        """A value; of a list only the length is walked, and None is returned."""
        if kind == _STRING:
            return self.string()
        if kind != _ARRAY:
            return self.scalar(_SCALARS[kind]) if kind in _SCALARS else self.unknown()
        inner, count = self.scalar("<I"), self.count()
        if inner == _STRING:
            self.skip_strings(count)
        elif inner in _SCALARS:
            self.at += struct.calcsize(_SCALARS[inner]) * count
        else:
            self.unknown()
        return None

    def scalar(self, form: str) -> Any:
        (found,) = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return found

    def count(self) -> int:
        found: int = self.scalar("<Q")
        if found > _MOST:
            raise Damaged("more entries than a model has")
        return found

    def string(self) -> str:
        size: int = self.scalar("<Q")
        if size > len(self.data) - self.at:
            raise Damaged("a text is longer than the file")
        self.at += size
        return self.data[self.at - size : self.at].decode()

    def skip_strings(self, count: int) -> None:
        unpack, data, at = struct.Struct("<Q").unpack_from, self.data, self.at
        for _ in range(count):
            at += 8 + unpack(data, at)[0]
        self.at = at

    def unknown(self) -> Any:
        raise Damaged("a kind of value that is not known")
