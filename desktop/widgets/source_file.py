"""Whether the file of a document still lies where it was read, with the same content."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

SAME, CHANGED, GONE = "same", "changed", "gone"
_SLICE = 8_000_000  # bytes that are hashed at a time: some milliseconds, so that no large file stops the window
_known: dict[tuple[str, str], tuple[int, int]] = {}  # size and time of the files that were found to be the same


class SourceFile(QObject):
    """Compares a file with the hash that was stored of it, slice by slice; one that did not change since, at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file: BinaryIO | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def ask(self, source: str, sha256: str, answer: Callable[[str], None]) -> None:
        """Call `answer` with same, changed or gone: at once for a small file. An earlier question is dropped."""
        self.drop()
        try:
            path = Path(source)
            found = path.stat()
            self._stamp = (found.st_size, found.st_mtime_ns)
            if _known.get((source, sha256)) == self._stamp:
                answer(SAME)
                return
            self._file = path.open("rb")
        except (OSError, ValueError):
            answer(GONE)
            return
        self._key, self._answer, self._digest = (source, sha256), answer, hashlib.sha256()
        self._timer.start()
        self._go_on()

    def drop(self) -> None:
        """Ask no further."""
        self._timer.stop()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _go_on(self) -> None:
        assert self._file is not None
        try:
            block = self._file.read(_SLICE)
        except OSError:
            self.drop()
            self._answer(GONE)
            return
        self._digest.update(block)
        if len(block) == _SLICE:
            return
        self.drop()
        if self._digest.hexdigest() == self._key[1]:
            _known[self._key] = self._stamp
            self._answer(SAME)
        else:
            self._answer(CHANGED)
