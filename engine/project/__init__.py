"""The project: folder layout, SQLite store, and files that are whole or absent."""

from engine.project.store import DATABASE, SUFFIX, Project

__all__ = ["DATABASE", "SUFFIX", "Project"]
