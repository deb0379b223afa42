"""Jobs with a script instead of a model, and a worker that knows them: what the contract tests run."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine import events, jobs, worker
from engine.errors import HoneError
from engine.spec import Spec, option

if TYPE_CHECKING:
    from engine.jobs import Cancel, Emit


@dataclass(frozen=True, kw_only=True)
class ScriptSpec(Spec):
    """What the scripted jobs are asked."""

    units: int = option(3, "Units", "How many units of work.", minimum=0, maximum=10_000)
    seconds: float = option(0.0, "Seconds", "How long each takes.", minimum=0)


def count(spec: ScriptSpec, emit: Emit, cancel: Cancel) -> None:
    print("noise of a library on stdout")
    os.write(1, b"noise of C code on file descriptor 1\n")
    pace = jobs.Pace("count", spec.units, emit)
    for _ in range(spec.units):
        cancel.check()
        time.sleep(spec.seconds)
        pace.advance()
    emit(events.Artifact("count", data={"units": spec.units, "pid": os.getpid()}))


def refuse(spec: ScriptSpec, emit: Emit, cancel: Cancel) -> None:
    raise HoneError("The plate is empty", "Put something on it.")


def bug(spec: ScriptSpec, emit: Emit, cancel: Cancel) -> None:
    raise ZeroDivisionError("a mistake of ours")


def crash(spec: ScriptSpec, emit: Emit, cancel: Cancel) -> None:
    emit(events.Progress("load", 0))
    os.write(2, b"last words\n")
    os.abort()


def stubborn(spec: ScriptSpec, emit: Emit, cancel: Cancel) -> None:
    emit(events.Progress("load", 0))
    time.sleep(60)


SCRIPTED = {name: (__name__, name, "ScriptSpec") for name in ("count", "refuse", "bug", "crash", "stubborn")}

if __name__ == "__main__":
    jobs.JOBS.update({name: ("tests.engine.scripted_jobs", job, spec) for name, (_, job, spec) in SCRIPTED.items()})
    worker.main()
