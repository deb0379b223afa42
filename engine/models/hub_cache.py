"""Models that other programs put into the Hugging Face cache, found by its layout of folders."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.models.mlx_folder import looks_like_base

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATER_PART = re.compile(r"-(?!00001)\d{5}-of-\d{5}\.gguf$")
_NO_WRITER = re.compile(r"(^|[-_.])(mmproj|imatrix)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cached:
    """A model of the cache: what it is called there, and the file or folder that a spec names."""

    name: str
    path: Path


def cache_folder() -> Path:
    """Where the Hugging Face libraries keep what they download, by the same variables as theirs."""
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if place := os.environ.get(name):
            return Path(place).expanduser()
    if home := os.environ.get("HF_HOME"):
        return Path(home).expanduser() / "hub"
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "huggingface" / "hub"


def cached() -> tuple[list[Cached], list[Cached]]:
    """Writers (GGUF files) and bases (folders) of the cache, by name; nothing is opened."""
    writers, bases = [], []
    for name, folder in _snapshots():
        if looks_like_base(folder):
            bases.append(Cached(name, folder))
        files = [
            file
            for file in sorted(folder.rglob("*.gguf"))
            if file.exists() and not _LATER_PART.search(file.name) and not _NO_WRITER.search(file.name)
        ]
        writers += [Cached(f"{name}/{file.name}", file) for file in files]
    return writers, bases


def _snapshots() -> Iterator[tuple[str, Path]]:
    """The newest state of each model: that of its main branch, else the youngest."""
    root = cache_folder()
    try:
        entries = sorted(entry for entry in root.iterdir() if entry.name.startswith("models--"))
    except OSError:
        return
    for entry in entries:
        folder = _current(entry)
        if folder is not None:
            yield entry.name.removeprefix("models--").replace("--", "/"), folder


def _current(entry: Path) -> Path | None:
    try:
        main = entry / "snapshots" / (entry / "refs" / "main").read_text(encoding="utf-8").strip()
        if main.is_dir():
            return main
    except (OSError, UnicodeDecodeError):
        pass
    try:
        found = [(folder.stat().st_mtime, folder) for folder in (entry / "snapshots").iterdir() if folder.is_dir()]
    except OSError:
        return None
    return max(found)[1] if found else None
