"""What a person set for this project; what was never set has its default."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.project.store import Project


def setting(project: Project, name: str, default: Any) -> Any:
    """The value that was set, or the default."""
    found = project.value("SELECT value FROM settings WHERE name = ?", name)
    return default if found is None else json.loads(found)


def set_setting(project: Project, name: str, value: Any) -> None:
    """Remember a value, anything that JSON can hold."""
    with project.transaction() as db:
        db.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, json.dumps(value, ensure_ascii=False)),
        )
