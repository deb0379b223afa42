"""The licence that a GGUF file says it has, read from its header alone."""

from __future__ import annotations

from pathlib import Path


def licence(path: str) -> str:
    """'' when the file is gone, is no GGUF or tells none; `starter` is the one that ships with Hone."""
    if path == "starter":
        return "Apache-2.0"
    file = Path(path).expanduser()
    if not file.is_file():
        return ""
    from gguf import GGUFReader

    try:
        field = GGUFReader(file).get_field("general.license")
        return "" if field is None else str(field.contents())
    except (ValueError, OSError, IndexError, KeyError):
        return ""
