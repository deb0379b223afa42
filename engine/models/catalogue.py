"""The catalogue: models that can be downloaded, each with what tells whether this machine can use it."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass, field

from engine.errors import HoneError
from engine.models.model import BASE, WRITER
from engine.resources import resource

EMBEDDER = "embedder"
KINDS = (WRITER, BASE, EMBEDDER)
# Bits of a weight, with the scales that go with it and the layers that are kept finer.
_BITS = {"Q4_K_M": 4.9, "Q8_0": 8.5, "4-bit": 4.5}


@dataclass(frozen=True, slots=True)
class Entry:
    """A model of the catalogue, as resources/models.toml describes it.

    `file` is the one that is wanted of the repository, '' for the whole folder. `bytes` is None and `sha256` ''
    where they are not known; `revision` '' means the newest.
    """

    name: str
    title: str
    kind: str
    repository: str
    parameters: int
    quantisation: str
    languages: tuple[str, ...]
    licence: str
    revision: str = ""
    file: str = ""
    bytes: int | None = None
    sha256: str = ""
    recommended: bool = False
    config: dict[str, int] = field(default_factory=dict, hash=False)

    @property
    def weight(self) -> int:
        """Bytes of its files: as known, else worked out from its parameters."""
        return self.bytes or round(self.parameters * _BITS[self.quantisation] / 8)


@functools.cache
def entries() -> tuple[Entry, ...]:
    """All of the catalogue: writers, bases, embedders, each from the smallest on."""
    with resource("models.toml").open("rb") as file:
        found = tomllib.load(file)
    return tuple(
        Entry(name=name, **{**fields, "languages": tuple(fields["languages"])}) for name, fields in found.items()
    )


def find(name: str) -> Entry:
    """The entry of that name; raises HoneError when there is none."""
    wanted = name.strip().lower()
    for entry in entries():
        if wanted == entry.name:
            return entry
    near = [entry.name for entry in entries() if wanted and wanted in f"{entry.name} {entry.title}".lower()]
    if near:
        raise HoneError(f"There is no model named {name}", f"Do you mean {' or '.join(near)}?")
    raise HoneError(f"There is no model named {name}", "hone models catalogue lists those that can be downloaded.")


def size_text(size: float) -> str:
    """Bytes as MB or GB, for messages."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB"
