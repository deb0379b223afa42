"""Asks the engine for the plan of a run whenever what is wanted changed and nothing else runs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from engine.project import datasets

if TYPE_CHECKING:
    from desktop.job_runner import JobRun
    from desktop.session import Session
    from engine.events import Artifact

_SETTLE_MS = 350  # after the last of several changes


class Planner(QObject):
    """`planned` gives the plan of what is wanted; an empty one says that it is being worked out."""

    planned = Signal(dict)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: dict[str, Any] | None = None
        self._measure = False
        self._asked = ""  # the key of the newest question
        self._job: JobRun | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._ask)
        session.queue.changed.connect(self._on_queue)
        session.closing.connect(self.rest)

    def want(self, fields: dict[str, Any], *, measure: bool = False) -> None:
        """Ask for the plan of these options, unless that was the last question and nothing changed since.

        With `measure` ask in any case, and have the speed tried.
        """
        self._wanted, self._measure = fields, measure or self._measure
        if measure or self._key(fields) != self._asked:
            self._timer.start()

    def rest(self) -> None:
        """Ask nothing until something is wanted again; a question that is under way is taken back."""
        self._wanted, self._measure = None, False
        self._timer.stop()
        if self._job is not None:
            self._asked = ""
            self._job.cancel()

    def _ask(self) -> None:
        if self._wanted is None:
            return
        key = self._key(self._wanted)
        if key == self._asked and not self._measure:
            return
        if self._job is not None:
            self._job.cancel()  # its end asks again
            return
        if self._session.queue.running is not None:
            return  # as does the end of what runs
        self._asked = key
        self.planned.emit({})
        measure, self._measure = self._measure or None, False
        self._job = self._session.submit("plan", self.tr("Planning the training"), **self._wanted, measure=measure)
        self._job.made.connect(self._on_made)
        self._job.ended.connect(self._on_ended)

    def _on_made(self, artifact: Artifact) -> None:
        if artifact.kind == "plan" and self._asked and artifact.data:
            self.planned.emit(artifact.data)

    def _on_ended(self) -> None:
        self._job = None
        if self._wanted is not None and (self._measure or self._key(self._wanted) != self._asked):
            self._timer.start()

    def _on_queue(self) -> None:
        if self._session.queue.running is None and self._wanted is not None:
            self.want(self._wanted)

    def _key(self, fields: dict[str, Any]) -> str:
        return json.dumps([fields, datasets.stamp(self._session.project)], sort_keys=True)
