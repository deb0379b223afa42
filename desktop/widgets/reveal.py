"""Show a file or folder where it lies: in the Finder, or in what the system has instead."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess, QUrl
from PySide6.QtGui import QDesktopServices


def reveal(path: str | Path) -> None:
    """Open the folder around it; the Finder marks it there."""
    if sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))


def reveal_text() -> str:
    """What the button for it says."""
    return tr("Show in Finder") if sys.platform == "darwin" else tr("Show in Folder")


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("reveal", text)
