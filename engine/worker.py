"""A child process that runs jobs one at a time, and the handle to it.

The child reads JSON lines on stdin ({"job", "spec"} or {"cancel"}), writes event lines on what was
stdout, and leaves when stdin closes. One-shot jobs take a fresh worker, so that their memory goes back
to the system; chat keeps one warm.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections import deque
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

from engine import events, jobs
from engine.project import runs

if TYPE_CHECKING:
    from types import TracebackType

GRACE_SECONDS = 5.0
_STDERR_LINES = 200
_NO_MEMORY = re.compile(r"insufficient memory|out of memory|OutOfMemory|unable to allocate|bad_alloc", re.IGNORECASE)
_KILLS = Path("/proc/vmstat")  # where Linux counts the processes that it ended for memory


class Worker:
    """Parent side: `run` has the signature of `jobs.run`, one process away."""

    def __init__(self, command: list[str] | None = None) -> None:
        self._process = subprocess.Popen(
            command or _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        self.ran_out = False  # whether it died of too little memory
        self._kills = _kills_for_memory()
        self._requests, self._events = _pipe(self._process.stdin), _pipe(self._process.stdout)
        self._stderr: deque[str] = deque(maxlen=_STDERR_LINES)
        self._drain = threading.Thread(target=self._keep_stderr, daemon=True)
        self._drain.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the child is there to take a job."""
        return self._process.poll() is None

    def run(self, name: str, fields: dict[str, Any], emit: jobs.Emit, cancel: jobs.Cancel) -> None:
        """Run one job in the child; a child that dies becomes a `Failed` that says how."""
        done = threading.Event()
        watcher = threading.Thread(target=self._pass_on_cancel, args=(cancel, done), daemon=True)
        watcher.start()
        try:
            self._send({"job": name, "spec": fields})
            for line in self._events:
                if not line.endswith("\n"):
                    break  # the child died in the middle of it
                event = events.decode(line)
                emit(event)
                if isinstance(event, events.TERMINAL):
                    return
            self._process.wait()
            emit(events.Cancelled() if cancel.cancelled else self._obituary(name))
        finally:
            done.set()
            watcher.join()

    def close(self) -> None:
        """Let the child leave; after the grace period it is killed."""
        with contextlib.suppress(BrokenPipeError):
            self._requests.close()
        try:
            self._process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._drain.join()
        self._events.close()
        _pipe(self._process.stderr).close()

    def _keep_stderr(self) -> None:
        self._stderr.extend(_pipe(self._process.stderr))

    def _send(self, message: dict[str, Any]) -> None:
        try:
            self._requests.write(json.dumps(message) + "\n")
            self._requests.flush()
        except BrokenPipeError:
            pass  # already gone; the read loop sees end-of-file and says so

    def _pass_on_cancel(self, cancel: jobs.Cancel, done: threading.Event) -> None:
        while not done.wait(0.05):
            if cancel.cancelled:
                self._send({"cancel": True})
                if not done.wait(GRACE_SECONDS):
                    self._process.kill()
                return

    def _obituary(self, name: str) -> events.Failed:
        code = self._process.returncode
        how = signal.Signals(-code).name if code < 0 else f"exit {code}"
        self._drain.join()
        said = "".join(self._stderr)
        self.ran_out = bool(_NO_MEMORY.search(said)) or (how == "SIGKILL" and _kills_for_memory() > self._kills)
        hint = (
            "The most frequent cause is memory: close other apps or choose a smaller model. "
            "What was done so far is kept; start the step again to go on."
        )
        if self.ran_out:
            return events.Failed(f"The {name} job ran out of memory ({how})", hint, said)
        return events.Failed(f"The {name} job stopped unexpectedly ({how})", hint, said)


def run_in_fresh_worker(name: str, fields: dict[str, Any], emit: jobs.Emit, cancel: jobs.Cancel) -> None:
    """Run one job in a child of its own, whose memory goes back to the system afterwards.

    A training run that died of too little memory goes on in the next child, with a smaller plan.
    """
    while _dies_of_memory(name, fields, emit, cancel):
        pass


def _dies_of_memory(name: str, fields: dict[str, Any], emit: jobs.Emit, cancel: jobs.Cancel) -> bool:
    """Run it once; whether a run was under way that can go on with less memory."""
    under_way: list[str] = []
    last: list[events.Event] = []

    def watch(event: events.Event) -> None:
        if isinstance(event, events.Artifact) and event.kind == "run":
            under_way.append(event.path)
        if isinstance(event, events.Artifact) and event.kind == "adapter":
            under_way.clear()  # it has ended: what follows in a sweep is its exam, which has no smaller plan
        if isinstance(event, events.Failed):
            last.append(event)  # held back until it is known what it was
        else:
            emit(event)

    with Worker() as worker:
        worker.run(name, fields, watch, cancel)
    if worker.ran_out and under_way and not cancel.cancelled and runs.leave_word(under_way[-1]):
        emit(events.Log("The memory ran out: training goes on from its last checkpoint.", "warning"))
        return True
    for event in last:
        emit(event)
    return False


def _kills_for_memory() -> int:
    try:
        found = re.search(r"^oom_kill (\d+)$", _KILLS.read_text(encoding="ascii"), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) if found else 0


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise RuntimeError("the worker was started without pipes")
    return stream


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--engine-worker"]
    # -P: a folder of the same name where the person stands must not be taken for the engine
    return [sys.executable, "-P", "-m", "engine.worker"]


def main() -> None:
    """Child side: serve requests until stdin closes."""
    out = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)  # stray prints, from Python or C, are log text, never protocol
    requests: queue.Queue[tuple[str, dict[str, Any], jobs.Cancel] | None] = queue.Queue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    lock = threading.Lock()  # a job may emit from its own threads: lines must not mix

    def emit(event: events.Event) -> None:
        with lock:
            print(events.encode(event), file=out)  # noqa: T201  this is the protocol

    while request := requests.get():
        name, fields, cancel = request
        jobs.run(name, fields, emit, cancel)


def _listen(requests: queue.Queue[tuple[str, dict[str, Any], jobs.Cancel] | None]) -> None:
    cancels: list[jobs.Cancel] = []
    for line in sys.stdin:
        message = json.loads(line)
        if "cancel" in message:
            cancels[-1].cancel()
        else:
            cancels.append(jobs.Cancel())
            requests.put((message["job"], message["spec"], cancels[-1]))
    for cancel in cancels:  # the parent is gone: do not work on for nobody
        cancel.cancel()
    requests.put(None)


if __name__ == "__main__":
    main()
