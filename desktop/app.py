"""The composition root: application, window, and what the system hands over."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop import failure, menus, theme, translation
from desktop.main_window import MainWindow
from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFileOpenEvent


class Application(QApplication):
    """Takes files that the system opens with Hone: a double click in the Finder, a drop on the Dock icon."""

    handed = Signal(list)  # of paths

    def __init__(self, arguments: Sequence[str]) -> None:
        is_mac = sys.platform == "darwin" and os.environ.get("QT_QPA_PLATFORM", "cocoa") == "cocoa"
        style = [] if is_mac else ["-style", "fusion"]  # named here, since to ask for a style loads all of its names
        super().__init__([*arguments[:1], *style, *arguments[1:]])

    def event(self, event: QEvent) -> bool:
        """The system's "open this file" is told as `handed`."""
        if event.type() == QEvent.Type.FileOpen:
            self.handed.emit([cast("QFileOpenEvent", event).file()])
            return True
        return super().event(event)


def make(arguments: Sequence[str]) -> Application:
    """The application with its looks and its language, without a window."""
    app = Application(list(arguments))
    app.setApplicationName("Hone")
    app.setOrganizationName("Hone")
    app.setDesktopFileName("hone")
    app.setWindowIcon(QIcon(str(resource("macos", "hone.svg"))))
    theme.apply(app)
    translation.install()
    return app


def open_window() -> MainWindow:
    """The window with its menus, not shown yet."""
    window = MainWindow()
    menus.attach(window)
    return window


def run(arguments: Sequence[str]) -> int:
    """Show the window until it is closed; `arguments` as a program gets them: its name, then projects and documents."""
    app = make(arguments)
    failure.install_hook()
    window = open_window()
    app.handed.connect(window.open_paths)
    window.show()
    if arguments[1:]:
        QTimer.singleShot(0, lambda: window.open_paths(arguments[1:]))
    signal.signal(signal.SIGINT, lambda *_: window.close())
    gc.disable()  # a thread of a job must not come upon a widget that nobody wants any more
    awake = QTimer(app)  # lets Python see a signal now and then, and collect in this thread
    awake.start(200)
    awake.timeout.connect(collect)
    return app.exec()


def collect() -> None:
    """What Python does by itself in whatever thread allocates: let unused cycles go when there are many."""
    counts, many = gc.get_count(), gc.get_threshold()
    full = [generation for generation in (2, 1, 0) if counts[generation] > many[generation]]
    if full:
        gc.collect(full[0])


if __name__ == "__main__":
    sys.exit(run(sys.argv))
