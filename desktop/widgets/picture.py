"""What a widget draws, kept as pixels: another widget beside it may move or change without it being drawn again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Picture:
    """A part of a widget, drawn anew only when it has to look otherwise."""

    def __init__(self) -> None:
        self._pixels = QPixmap()
        self._key: tuple[object, ...] = ()

    def drawn(self, widget: QWidget, looks: tuple[object, ...], draw: Callable[[QPainter], None]) -> QPixmap:
        """The pixels; `looks` tells what they depend on beside size, font and brightness."""
        size = widget.size() * widget.devicePixelRatioF()
        if self._key != (key := (size, theme.is_dark(), widget.font().key(), *looks)):
            self._pixels, self._key = QPixmap(size), key
            self._pixels.setDevicePixelRatio(widget.devicePixelRatioF())
            self._pixels.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._pixels)
            painter.setFont(widget.font())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter)
            painter.end()
        return self._pixels
