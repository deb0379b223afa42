"""Long questions to the store, asked on a thread with a connection of its own: the window does not wait for them."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from engine.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Query = Callable[[Project], Any]
    Then = Callable[[Any], object]


class Reader(QObject):
    """One question at a time; of those that wait, the newest of each asker."""

    _answered = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._waiting: dict[QObject, tuple[Callable[[], Query], Then]] = {}
        self._asking: tuple[QObject, Then] | None = None
        self._queries: queue.SimpleQueue[Query | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._answered.connect(self._on_answered)

    def ask(self, asker: QObject, query: Callable[[], Query], then: Then) -> None:
        """Hand what is found to `then`, on the window's thread, if the asker still lives.

        `query` is called when its turn comes; what it returns gets the project of another thread, and must not touch
        anything of the window.
        """
        self._waiting[asker] = (query, then)
        self._next()

    def close(self) -> None:
        """Answer nothing any more; waits for the question that is being asked."""
        self._waiting.clear()
        if self._thread is not None:
            self._answered.disconnect(self._on_answered)
            self._queries.put(None)
            self._thread.join()
            self._thread = None

    def _next(self) -> None:
        if self._asking is not None or not self._waiting:
            return
        asker = next(iter(self._waiting))
        query, then = self._waiting.pop(asker)
        if not shiboken6.isValid(asker):
            self._next()
            return
        self._asking = (asker, then)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="reader", daemon=True)
            self._thread.start()
        self._queries.put(query())

    def _on_answered(self, found: Any) -> None:
        if self._asking is None:
            return
        (asker, then), self._asking = self._asking, None
        try:
            if isinstance(found, Exception):
                raise found
            if shiboken6.isValid(asker):
                then(found)
        finally:
            self._next()

    def _work(self) -> None:
        with Project(self._path) as project:
            while query := self._queries.get():
                try:
                    found = query(project)
                except Exception as error:  # noqa: BLE001  raised again where it can be shown
                    found = error
                self._answered.emit(found)
