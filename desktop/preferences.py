"""What the window remembers of the person, apart from any project: language, folders, recent projects."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

_RECENT = 8
LANGUAGES = ("en", "ko")


def _stored() -> QSettings:
    """The system's place for settings, or the file that HONE_SETTINGS names."""
    if place := os.environ.get("HONE_SETTINGS"):
        return QSettings(place, QSettings.Format.IniFormat)
    return QSettings("Hone", "Hone")


def place() -> Path:
    """The file in which all this is remembered."""
    return Path(_stored().fileName())


def get(name: str, default: str = "") -> str:
    """A remembered text."""
    return str(_stored().value(name, default) or default)


def put(name: str, value: str) -> None:
    """Remember a text; an empty one is forgotten."""
    stored = _stored()
    if value:
        stored.setValue(name, value)
    else:
        stored.remove(name)
    stored.sync()


def language() -> str:
    """en, ko, or empty for the system's."""
    return get("language")


def projects_folder() -> Path:
    """Where new projects are made unless the person says otherwise."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(get("projects_folder") or Path(documents or Path.home(), "Hone"))


def recent() -> list[Path]:
    """Projects that were open lately and are still there, the last one first."""
    return [path for path in map(Path, filter(None, get("recent").split("\n"))) if path.is_dir()]


def add_recent(path: Path) -> None:
    """Put a project first among the recent ones."""
    others = [str(known) for known in recent() if known != path]
    put("recent", "\n".join([str(path), *others][:_RECENT]))


def forget(path: Path) -> None:
    """Take a project off the list; it stays on disk."""
    put("recent", "\n".join(str(known) for known in recent() if known != path))
