"""Reads documents in a child process that may be killed: no file, however broken or hostile, can take Hone along."""

from __future__ import annotations

import contextlib
import fcntl
import os
import selectors
import signal
import subprocess
import sys
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

from engine.documents.isolation.frames import Unpacker, pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_TICK = 0.05  # seconds after which a stop that was asked for is seen
_LOOK = 0.1  # seconds between two looks at the child's memory
START_SECONDS = 60.0
_MOST_ANSWER = 1 << 29  # bytes of one document as read
_PIPE = 1 << 20  # bytes on their way: one that reads a page does not listen, and nobody should wait for it meanwhile
# What a page took is kept for the next one, where glibc would give it back to the system and ask for it anew.
_MEMORY = {"MALLOC_TRIM_THRESHOLD_": str(1 << 26), "MALLOC_MMAP_THRESHOLD_": str(1 << 25)}
SLOW, CRASH, MEMORY, LARGE, NONSENSE, BUG = "slow", "crash", "memory", "large", "nonsense", "bug"


class Gone(Exception):
    """The child was killed or died: `why` is one of the words above, `detail` the signal, or the error of a bug."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(why)
        self.why, self.detail = why, detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading may take: seconds without a page, seconds to recognise the letters of one, megabytes."""

    page_seconds: float = 20.0
    ocr_seconds: float = 180.0
    memory_mb: int = 4096


class Child:
    """A process that answers one request at a time; every method raises Gone when it ends, however it ends."""

    def __init__(self, limits: Limits, check: Callable[[], None], command: list[str] | None = None) -> None:
        import psutil

        self.asked = 0
        self._most, self._check = limits.memory_mb << 20, check
        self._process = subprocess.Popen(
            command or _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for Hone; and one signal reaches whatever the child has started
        )
        self._requests, self._answers = _pipe(self._process.stdin), _pipe(self._process.stdout)
        self._watched = psutil.Process(self._process.pid)
        self._errors: Any = psutil.Error
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._answers, selectors.EVENT_READ)
        self._frames, self._ready = Unpacker(), deque[dict[str, Any]]()
        self._bytes, self._peak, self._looked = 0, 0, 0.0
        self._started = False
        self._verdict: Gone | None = None  # it is killed already; what it said before still counts
        self._send({"memory": self._most})

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def ask(self, request: dict[str, Any]) -> None:
        """Send a request; what comes back is received."""
        if not self._started:
            self.receive(START_SECONDS)
            self._started = True
        self.asked += 1
        self._bytes = 0
        self._send(request)

    def receive(self, seconds: float) -> dict[str, Any]:
        """The next message, waited for so long; raises what `check` raises when a stop is asked for."""
        deadline = time.monotonic() + seconds
        while True:
            self._check()
            self._look_at_memory()
            if self._ready:
                return self._ready.popleft()
            left = deadline - time.monotonic()
            if left <= 0:
                raise self._verdict or Gone(SLOW)
            if self._selector.select(min(_TICK, left)):
                self._take()

    def fileno(self) -> int:
        """What may be waited for with others, for `messages`."""
        return self._answers.fileno()

    def messages(self) -> list[dict[str, Any]]:
        """The messages that are there by now, without waiting."""
        self._look_at_memory()
        if self._selector.select(0):
            self._take()
        found = list(self._ready)
        self._ready.clear()
        return found

    def large(self) -> bool:
        """Whether it holds so much memory that the next document should have a fresh one."""
        self._looked = 0.0
        self._look_at_memory()
        return self._memory() * 4 > self._most

    def kill(self) -> None:
        """End it and whatever it has started, at once."""
        self._end()
        self._process.wait()
        self._selector.close()
        with contextlib.suppress(OSError):
            self._requests.close()
        self._answers.close()

    def _end(self, verdict: Gone | None = None) -> None:
        self._verdict = self._verdict or verdict
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()

    def _send(self, message: dict[str, Any]) -> None:
        with contextlib.suppress(BrokenPipeError):  # already gone: the next look at its answers says how
            data = memoryview(pack(message))
            while data:
                data = data[os.write(self._requests.fileno(), data) :]

    def _take(self) -> None:
        data = os.read(self._answers.fileno(), 1 << 20)
        if not data:
            raise self._verdict or self._obituary()
        self._bytes += len(data)
        if self._bytes > _MOST_ANSWER:
            raise Gone(LARGE)
        if self._verdict is not None and self._verdict.why == NONSENSE:
            return
        try:
            self._ready.extend(self._frames.feed(data))
        except (ValueError, RecursionError):
            self._end(Gone(NONSENSE))

    def _look_at_memory(self) -> None:
        now = time.monotonic()
        if now - self._looked < _LOOK:
            return
        self._looked = now
        used = self._memory()
        self._peak = max(self._peak, used)
        if used > self._most:
            self._end(Gone(MEMORY))

    def _memory(self) -> int:
        try:
            return int(self._watched.memory_info().rss)
        except self._errors:
            return 0

    def _obituary(self) -> Gone:
        try:
            code = self._process.wait(5)
        except subprocess.TimeoutExpired:
            return Gone(CRASH, "closed its pipe")
        if code == -signal.SIGALRM:
            return Gone(SLOW)
        # The system kills for memory; and libraries that get none abort.
        if code == -signal.SIGKILL or 2 * self._peak > self._most:
            return Gone(MEMORY)
        return Gone(CRASH, signal.Signals(-code).name if code < 0 else f"exit {code}")


class Keeper:
    """Keeps a healthy child between documents, so that many small ones cost one start."""

    _MOST_REQUESTS = 2000

    def __init__(self, limits: Limits, check: Callable[[], None], command: list[str] | None = None) -> None:
        self._limits, self._check, self._command = limits, check, command
        self._child: Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def child(self) -> Child:
        """The running child, or a new one."""
        if self._child is None:
            self._child = Child(self._limits, self._check, self._command)
        return self._child

    def prepare(self, request: dict[str, Any]) -> None:
        """Let the child do what nobody waits for; that it is gone is met again where it matters."""
        with contextlib.suppress(Gone):
            self.child().ask(request)

    def rest(self) -> None:
        """A document is read: a child that has grown, or has served long, is not kept."""
        if self._child is not None and (self._child.asked > self._MOST_REQUESTS or self._child.large()):
            self.stop()

    def stop(self) -> None:
        """End the child, if one runs."""
        if self._child is not None:
            self._child.kill()
            self._child = None


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise RuntimeError("the child was started without pipes")
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # the system may allow less
            fcntl.fcntl(stream, fcntl.F_SETPIPE_SZ, _PIPE)
    return stream


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--document-reader"]
    # -P: the folder that the person stands in may hold the hostile files, and one of them may be called json.py.
    return [sys.executable, "-P", "-m", "engine.documents.isolation.child"]


def _environment() -> dict[str, str]:
    """Ours, with the place of the engine, wherever Hone was started."""
    root = str(Path(__file__).resolve().parents[3])
    paths = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    return {**_MEMORY, **os.environ, "PYTHONPATH": os.pathsep.join(dict.fromkeys([root, *paths]))}
