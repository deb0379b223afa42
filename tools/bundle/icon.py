"""Draw resources/macos/Hone.icns from hone.svg beside it: python -m tools.bundle.icon."""

from __future__ import annotations

import io

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from engine.resources import resource

SIZES = (1024, 512, 256, 128, 64, 32, 16)


def drawn(size: int) -> Image.Image:
    """The icon as a square of so many pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(resource("macos", "hone.svg"))).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def main() -> None:
    """Write all sizes into one file."""
    app = QGuiApplication([])
    first, *others = [drawn(size) for size in SIZES]
    first.save(resource("macos", "Hone.icns"), append_images=others)
    del app


if __name__ == "__main__":
    main()
