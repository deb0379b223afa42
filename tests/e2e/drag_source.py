"""Another program from which a file is dragged, as a file manager: python -m tests.e2e.drag_source FILE X Y.

It drags to a point of the screen by the protocol between programs (on X11 that is XDND), and leaves with 1 when the
other side does not take the file; else it stays, since that side fetches the file's name after the drop.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_STEPS = 12


class Source(QWidget):
    """Lies under all other windows, and starts a drag of one file where the mouse is pressed."""

    def __init__(self, file: str, target: QPoint) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.file, self.target, self.taken = file, target, False
        self.setGeometry(self.screen().geometry())
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Drag until the hand lets go; `exec` returns what the other side did."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(self.file)])
        drag = QDrag(self)
        drag.setMimeData(mime)
        self._step(1)
        self.taken = drag.exec(Qt.DropAction.CopyAction) == Qt.DropAction.CopyAction
        if not self.taken:
            QApplication.exit(1)

    def _step(self, number: int) -> None:
        """Move on, a step each 40 ms; the last one lets go."""
        part = min(number, _STEPS)
        place = QPoint(self.target.x() * part // _STEPS, self.target.y() * part // _STEPS)

        def move() -> None:
            if number <= _STEPS + 4:  # rest a moment on the target, as a hand does
                self._step(number + 1)
                QTest.mouseMove(self.windowHandle(), place)
            else:
                QTest.mouseRelease(self.windowHandle(), Qt.MouseButton.LeftButton, pos=place)

        QTimer.singleShot(40, move)


def main() -> int:
    """Show a small window in the corner and drag from it."""
    app = QApplication(sys.argv[:1])
    source = Source(sys.argv[1], QPoint(int(sys.argv[2]), int(sys.argv[3])))
    source.show()
    source.lower()
    assert QTest.qWaitForWindowExposed(source)
    QTimer.singleShot(0, lambda: QTest.mousePress(source.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20)))
    QTimer.singleShot(15_000, lambda: app.exit(2))
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
