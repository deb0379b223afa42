"""What the engine says, in the person's language and in words for a window instead of a terminal."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.phrases import CONTEXT, Phrases, particles

__all__ = ["engine_text", "forget", "particles"]

_PHRASES = Phrases(lambda source: QCoreApplication.translate(CONTEXT, source))


def engine_text(text: str) -> str:
    """A title, hint or name of the engine in the window's language; as it is where there is no translation."""
    return _PHRASES.said(text)


def forget() -> None:
    """The language has changed."""
    _PHRASES.forget()
