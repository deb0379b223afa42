"""One sheet for every failure: what happened, why and what to do next, and the details for a report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.words import engine_text
from engine.errors import HoneError

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QMessageBox, QWidget

    from engine.events import Failed


def show(parent: QWidget | None, failed: Failed) -> QMessageBox:
    """Open the sheet and go on: it is modal to its window only, and nothing waits for it."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QMessageBox

    sheet = QMessageBox(parent)
    sheet.setObjectName("failure")
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.setIcon(QMessageBox.Icon.Warning)
    sheet.setText(f"<b>{_plain(engine_text(failed.title))}</b>")
    sheet.setInformativeText(_plain(engine_text(failed.hint)))
    sheet.setWindowModality(Qt.WindowModality.WindowModal)
    if failed.detail:
        copy = sheet.addButton(tr("Copy Details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # the sheet stays open
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details(failed)))
    read = sheet.addButton(QMessageBox.StandardButton.Ok)
    sheet.setDefaultButton(read)
    sheet.setEscapeButton(read)  # with two buttons Qt does not know by itself what Escape means
    sheet.open()
    return sheet


def show_error(parent: QWidget | None, error: HoneError) -> QMessageBox:
    """The sheet of a failure in the window itself, as an unreadable project."""
    from engine.events import Failed

    return show(parent, Failed(error.title, error.hint))


def details(failed: Failed) -> str:
    """What a report needs, as text."""
    import platform

    machine = f"Hone on {platform.platform()}, Python {platform.python_version()}"
    return f"{machine}\n{failed.title}\n{failed.hint}\n\n{failed.detail}"


def install_hook() -> None:
    """What escapes every handler is a bug: the same sheet, with the traceback as details."""

    def on_escape(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        import traceback

        from engine.events import Failed

        sys.__excepthook__(kind, error, trace)
        if isinstance(error, HoneError):
            show_error(None, error)
            return
        detail = "".join(traceback.format_exception(kind, error, trace))
        hint = f"{kind.__name__}: {error}. Nothing that was done is lost; please report the details."
        show(None, Failed("Hone met an error of its own", hint, detail))

    sys.excepthook = on_escape


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("failure", text)
