"""What the engine says, in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def engine_text(text: str) -> str:
    """A title, hint or name of the engine in the window's language; as it is where there is no translation."""
    return QCoreApplication.translate("engine", text) if text else ""
