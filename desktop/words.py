"""What the engine says, in the person's language and in words for a window instead of a terminal."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from engine.phrases import Phrases


@functools.cache
def _phrases() -> Phrases:
    """Made when the engine has said something: the start screen is shown before that."""
    from engine.phrases import CONTEXT, Phrases

    return Phrases(lambda source: QCoreApplication.translate(CONTEXT, source))


def engine_text(text: str) -> str:
    """A title, hint or name of the engine in the window's language; as it is where there is no translation."""
    return _phrases().said(text)


def forget() -> None:
    """The language has changed."""
    _phrases.cache_clear()
