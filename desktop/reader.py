"""Long questions to the store, asked on a thread with a connection of its own: the window does not wait for them."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
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

    _answered = Signal(object)  # Future

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._project: Project | None = None  # of the other thread
        self._waiting: dict[QObject, tuple[Callable[[], Query], Then]] = {}
        self._asking: tuple[QObject, Then] | None = None
        self._thread = ThreadPoolExecutor(1, "reader")
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
        self._answered.disconnect(self._on_answered)
        self._thread.submit(self._let_go)
        self._thread.shutdown()

    def _next(self) -> None:
        if self._asking is not None or not self._waiting:
            return
        asker = next(iter(self._waiting))
        query, then = self._waiting.pop(asker)
        if not shiboken6.isValid(asker):
            self._next()
            return
        self._asking = (asker, then)
        self._thread.submit(self._answer, query()).add_done_callback(self._answered.emit)

    def _on_answered(self, answer: Future[Any]) -> None:
        if self._asking is None:
            return
        (asker, then), self._asking = self._asking, None
        try:
            found = answer.result()  # raises here, where it can be shown, what the query raised
            if shiboken6.isValid(asker):
                then(found)
        finally:
            self._next()

    def _answer(self, query: Query) -> Any:
        self._project = self._project or Project(self._path)
        return query(self._project)

    def _let_go(self) -> None:
        if self._project is not None:
            self._project.close()
