"""Page Up and Page Down where a page is shown: they scroll, and turn the page where there is nothing more to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QScrollBar


def turn_by(event: QKeyEvent, bar: QScrollBar) -> int:
    """By how many pages a key turns: 1, -1, or 0 when it is to scroll, or is another key."""
    if event.key() == Qt.Key.Key_PageDown and bar.value() >= bar.maximum():
        return 1
    if event.key() == Qt.Key.Key_PageUp and bar.value() <= bar.minimum():
        return -1
    return 0
