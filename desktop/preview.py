"""Show one page or widget alone, over the recorded project and with played-back jobs: python -m desktop.pages.pairs."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.session import Session


def show(make: Callable[[Session], QWidget]) -> int:
    """Open what `make` returns until it is closed; with `dark` or `ko` as arguments in those looks."""
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
        code = application.exec()
        session.queue.close()
        session.close()
    return code
