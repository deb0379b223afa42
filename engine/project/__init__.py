"""The project: folder layout, SQLite store, and files that are whole or absent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.project.store import DATABASE, SUFFIX, Project

__all__ = ["DATABASE", "SUFFIX", "Project"]


def __getattr__(name: str) -> Any:
    """Load the store when it is first asked for: who reads documents wants the words for them, and no database."""
    if name not in __all__:
        raise AttributeError(name)
    from engine.project import store

    return getattr(store, name)
