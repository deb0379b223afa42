"""What a person does at the window: look, wait, click, type, drop. Finds things by what they are called."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QMessageBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.main_window import MainWindow
    from desktop.session import Session
    from desktop.workspace import Workspace

Kind = TypeVar("Kind", bound=QWidget)

LEFT = Qt.MouseButton.LeftButton


class Person:
    """Sits before a window that is shown."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.turn_to_window()

    def turn_to_window(self) -> None:
        """Make it the active one, as by a click on its title: keys go there."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "an active window", 20)

    @property
    def session(self) -> Session:
        """The open project's."""
        assert self.window.session is not None
        return self.window.session

    @property
    def workspace(self) -> Workspace:
        """Its sidebar and pages."""
        assert self.window.workspace is not None
        return self.window.workspace

    def wait(self, seen: Callable[[], object], what: str, seconds: float = 90.0) -> None:
        """Until something is seen; a failure sheet or the end of the patience fails the test."""
        end = time.monotonic() + seconds
        while not seen():
            for sheet in self.window.findChildren(QMessageBox, "failure"):
                raise AssertionError(f"while waiting for {what}: {sheet.text()} {sheet.informativeText()}")
            assert time.monotonic() < end, f"{what} was not seen in {seconds:.0f} s"
            QTest.qWait(20)

    def wait_until_idle(self, seconds: float = 90.0) -> None:
        """Until no job runs or waits."""
        running = self.window.queue.running
        self.wait(lambda: self.window.queue.running is None, f"the end of {running.title if running else '?'}", seconds)

    def find(self, kind: type[Kind], name: str) -> Kind:
        """The widget with this object name or accessible name that can be seen, waited for a moment."""
        found: list[Kind] = []

        def look() -> bool:
            named = (
                child
                for child in self.window.findChildren(kind)
                if name in (child.objectName(), child.accessibleName())
            )
            found[:] = [child for child in named if child.isVisible()]
            return bool(found)

        self.wait(look, f"{kind.__name__} {name}", 20)
        return found[0]

    def click(self, widget: QWidget | str) -> None:
        """Click in the middle of a widget, or of the button with this name, when it can be used."""
        target = self.find(QAbstractButton, widget) if isinstance(widget, str) else widget
        self.wait(target.isEnabled, f"{target.objectName()} to be usable", 30)
        place = QPoint(min(target.width() // 2, 12), target.height() // 2)
        assert target.visibleRegion().contains(place), f"{target.objectName()} is covered"
        QTest.mouseClick(target, LEFT, pos=place)

    def choose(self, combo: QComboBox, row: int) -> None:
        """Go to a row with the arrow keys."""
        combo.setFocus()
        while combo.currentIndex() != row:
            QTest.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < row else Qt.Key.Key_Up)

    def enter(self, widget: QWidget, text: str) -> None:
        """Type a text in place of what a field has."""
        self.turn_to_window()
        widget.setFocus()
        self.wait(widget.hasFocus, f"the cursor in {widget.objectName()}", 20)
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(widget, text)

    def leave(self) -> None:
        """Close the window."""
        self.window.close()
        assert not self.window.isVisible()

    def drop(self, widget: QWidget, path: Path) -> None:
        """Drag a file over the window to a widget and let it go, as the window system tells the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        handle = self.window.windowHandle()
        end = widget.mapTo(self.window, widget.rect().center())
        copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        QCoreApplication.sendEvent(handle, QDragEnterEvent(QPoint(5, 5), copy, mime, LEFT, none))
        for tenth in range(1, 11):
            there = QPoint(end.x() * tenth // 10, end.y() * tenth // 10)
            QCoreApplication.sendEvent(handle, QDragMoveEvent(there, copy, mime, LEFT, none))
        let_go = QDropEvent(QPointF(end), copy, mime, LEFT, none)
        QCoreApplication.sendEvent(handle, let_go)
        assert let_go.isAccepted()


def _names(widget: QWidget) -> tuple[str, str]:
    return widget.objectName(), widget.accessibleName()
