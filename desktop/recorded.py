"""A recording of a real demo: its project as it was at the end, and what its jobs told, for previews and tests.

`python -m tools.record` makes it, with long pauses between events cut short. Jobs that are played back take a runner
of this module instead of a child.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import time
from typing import TYPE_CHECKING, Any

from engine import events, jobs
from engine.errors import JobCancelled
from engine.project import DATABASE, Project
from engine.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.job_runner import Runner

PROJECT, RESOURCES = "{project}", "{resources}"  # stand for the folders of the machine


def project(folder: Path) -> Project:
    """Put the recorded project into a new folder NAME.hone. Its adapters are not there: it can be looked at only."""
    folder.mkdir(parents=True)
    text = gzip.decompress(resource("recorded", "project.sql.gz").read_bytes()).decode()
    text = text.replace(PROJECT, str(folder.resolve())).replace(RESOURCES, str(resource()))
    database = sqlite3.connect(folder / DATABASE)
    database.executescript(text)
    database.close()
    return Project(folder)


def player(speed: float = 1.0, folder: Path | None = None) -> Runner:
    """A runner that tells what the recorded job told, `speed` times as fast; it changes no store."""
    streams = folder or resource("recorded")

    def play(name: str, fields: dict[str, Any], emit: jobs.Emit, cancel: jobs.Cancel) -> None:
        began = time.monotonic()
        try:
            for line in (streams / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
                at, event = json.loads(line)
                while (wait := at / speed - (time.monotonic() - began)) > 0:
                    cancel.check()
                    time.sleep(min(wait, 0.05))
                emit(events.decode(json.dumps(event)))
        except JobCancelled:
            emit(events.Cancelled())

    return play
