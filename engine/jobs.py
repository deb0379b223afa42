"""The job contract.

A job is a plain function of (spec, emit, cancel): it calls `emit` with events and `cancel.check()`
between units of work. It returns nothing; what it made is in the project and announced as an `Artifact`.
"""

from __future__ import annotations

import importlib
import threading
import time
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from engine import events
from engine.errors import HoneError, JobCancelled

if TYPE_CHECKING:
    from engine.spec import Spec

Emit = Callable[[events.Event], None]

# name -> (module, function, spec class): listing jobs imports nothing heavy. A step's module, its job
# and its command share one name.
JOBS: dict[str, tuple[str, str, str]] = {
    "ingest": ("engine.ingest", "ingest", "IngestSpec"),
    "index": ("engine.index", "index", "IndexSpec"),
    "generate": ("engine.generate", "generate", "GenerateSpec"),
    "checks": ("engine.checks", "checks", "ChecksSpec"),
    "regenerate": ("engine.regenerate", "regenerate", "RegenerateSpec"),
    "dataset": ("engine.build", "build", "DatasetSpec"),
    "import": ("engine.imports", "import_pairs", "ImportSpec"),
    "taxonomy": ("engine.taxonomy", "taxonomy", "TaxonomySpec"),
    "styles": ("engine.styles", "styles", "StylesSpec"),
    "plan": ("engine.plan", "plan", "PlanSpec"),
    "hosts": ("engine.hosts", "hosts", "HostsSpec"),
    "train": ("engine.train", "train", "TrainSpec"),
    "sweep": ("engine.sweep", "sweep", "SweepSpec"),
    "fuse": ("engine.fuse", "fuse", "FuseSpec"),
    "chat": ("engine.chat", "chat", "ChatSpec"),
    "serve": ("engine.serve", "serve", "ServeSpec"),
    "exam": ("engine.exam", "exam", "ExamSpec"),
    "judge": ("engine.judge", "judge", "JudgeSpec"),
    "agree": ("engine.agree", "agree", "AgreeSpec"),
    "servers": ("engine.server_check", "check", "ServersSpec"),
    "download": ("engine.download", "download", "DownloadSpec"),
    "convert": ("engine.convert", "convert", "ConvertSpec"),
    "export": ("engine.export", "export", "ExportSpec"),
}
_APART = {"generate": "engine.writers.wanted"}  # where a spec lies that can be shown without its job


class Cancel:
    """A polite request to stop, asked about between units of work."""

    def __init__(self) -> None:
        self._flag = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop; safe from any thread and from a signal handler."""
        self._flag.set()

    @property
    def cancelled(self) -> bool:
        """Whether the stop was asked for."""
        return self._flag.is_set()

    def check(self) -> None:
        """Raise JobCancelled when the stop was asked for."""
        if self.cancelled:
            raise JobCancelled


class Job(Protocol):
    """What every step provides."""

    def __call__(self, spec: Any, emit: Emit, cancel: Cancel) -> None: ...


class Pace:
    """Progress with an honest time left: the median rate of recent units, silent until it knows one."""

    _WINDOW = 20

    def __init__(self, stage: str, total: int, emit: Emit, done: int = 0) -> None:
        self._stage, self.total, self._emit, self.done = stage, total, emit, done
        self._marks: list[tuple[float, int]] = [(time.monotonic(), done)]
        emit(events.Progress(stage, done, total))

    def resume(self) -> None:
        """Count time from here on: what went by was of something else."""
        self._marks = [(time.monotonic(), self.done)]

    def advance(self, units: int = 1) -> None:
        """Tell that `units` more are done and durable."""
        self.done += units
        self._marks = [*self._marks[-self._WINDOW :], (time.monotonic(), self.done)]
        rate = self.rate
        left = max(self.total - self.done, 0)
        self._emit(events.Progress(self._stage, self.done, self.total, round(left / rate, 1) if rate else None))

    @property
    def rate(self) -> float | None:
        """Units in a second, of late; None until it can be told."""
        (start, before), (now, after) = self._marks[0], self._marks[-1]
        if len(self._marks) < 3 or after == before or now == start:
            return None
        return (after - before) / (now - start)


def load(name: str) -> tuple[Job, type[Spec]]:
    """Return a job and the class of its spec; raises HoneError for an unknown name."""
    if name not in JOBS:
        raise HoneError(f"There is no job named {name}", f"Known are {', '.join(JOBS)}.")
    module_name, function, spec = JOBS[name]
    module = importlib.import_module(module_name)
    return getattr(module, function), getattr(module, spec)


def spec_of(name: str) -> type[Spec]:
    """The class of a job's spec, without what the job itself needs where they lie apart."""
    apart = _APART.get(name)
    return getattr(importlib.import_module(apart), JOBS[name][2]) if apart else load(name)[1]


def run(name: str, fields: dict[str, Any], emit: Emit, cancel: Cancel) -> None:
    """Run a job on this thread; exactly one terminal event is emitted, and it is the last."""
    try:
        job, spec = load(name)
        job(spec.from_dict(fields), emit, cancel)
    except JobCancelled:
        emit(events.Cancelled())
    except HoneError as error:
        emit(events.Failed(error.title, error.hint, traceback.format_exc()))
    except Exception as error:  # noqa: BLE001  the one border where a bug becomes a sheet
        title = f"{name} stopped because of an error in Hone"
        hint = f"{type(error).__name__}: {error}. Nothing that was done is lost; please report the details."
        emit(events.Failed(title, hint, traceback.format_exc()))
    else:
        emit(events.Finished())
