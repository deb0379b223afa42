"""Show one page or widget alone, over the recorded project and with played-back jobs: python -m desktop.pages.pairs.

HONE_PREVIEW_SECONDS=2 closes it by itself after that time.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.session import Session

_Shown = TypeVar("_Shown", bound=QWidget)


def show(make: Callable[[Session], _Shown], *fills: Callable[[_Shown, Session], object]) -> int:
    """Open what `make` returns, with what `fills` put in, until it is closed; arguments `dark` and `ko` are looks."""
    from desktop import app, recorded, theme, translation
    from desktop.job_queue import JobQueue
    from desktop.session import Session

    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("HONE_SETTINGS", str(Path(folder, "settings.ini")))
        application = app.make(sys.argv[:1])
        theme.apply(application, Qt.ColorScheme.Dark if "dark" in sys.argv else Qt.ColorScheme.Light)
        translation.install("ko" if "ko" in sys.argv else "en")
        session = Session(recorded.project(Path(folder, "sample.hone")), JobQueue(runner=recorded.player()))
        widget = make(session)
        widget.resize(1040, 760)
        widget.show()
        for fill in fills:
            fill(widget, session)
        if seconds := os.environ.get("HONE_PREVIEW_SECONDS"):
            QTimer.singleShot(round(float(seconds) * 1000), application.quit)
        code = application.exec()
        session.queue.close()
        session.close()
    return code
