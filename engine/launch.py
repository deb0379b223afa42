"""Runs a job on several machines: mlx.launch starts the ranks, and the first of them answers over a socket.

The first rank is on this machine and works as any job does; the others need Hone and the base only, for
the rows come to them over the link. A rank that ends unasked ends all of them.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import events, jobs
from engine.errors import HoneError, JobCancelled
from engine.hosts_file import HERE, LOST, LOST_EXIT, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.hosts_file import Hosts
    from engine.jobs import Cancel, Emit

_PORT = 32323  # mlx.launch's own
_GRACE_SECONDS = 20.0  # for a rank to write its checkpoint after a cancel
_STARTED = "HONE_RANK"  # set in a process that mlx.launch started
_LINES = 200
_KEPT = (
    "What was reached is kept: start the training again to go on from the last checkpoint, or leave this Mac "
    "out of the hosts file to go on without it."
)
_EXIT = re.compile(r"Node with rank (\d+) exited with code (-?\d+)")
_NOISE = re.compile(r"^\[(WARN|INFO|ERROR|ring)\]|^$")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def is_rank() -> bool:
    """Whether this process is one of several that mlx.launch started."""
    return _STARTED in os.environ


def become_rank() -> None:
    """Remember that it is."""
    os.environ[_STARTED] = "1"


def command(python: str, *arguments: str) -> list[str]:
    """How to start engine.rank; `python` is that of another machine, or empty where Hone lies as it does here."""
    if getattr(sys, "frozen", False):
        return [python or sys.executable, "--engine-rank", *arguments]
    return [python or sys.executable, "-P", "-m", "engine.rank", *arguments]


def run(hosts: Hosts, job: str, fields: dict[str, Any], emit: Emit, cancel: Cancel) -> None:
    """Run a job in the first rank, with all others beside it; its events are passed on.

    Raises HoneError that names the machine when one fails, and JobCancelled.
    """
    with tempfile.TemporaryDirectory(prefix="hone-") as folder, _Launched(hosts, Path(folder)) as launched:
        with launched.accept(cancel) as link:
            last = launched.converse(link, {"job": job, "spec": fields}, emit, cancel)
        launched.leave()
    if isinstance(last, events.Cancelled) or (last is None and cancel.cancelled):
        raise JobCancelled
    if isinstance(last, events.Failed) and last.title != LOST:
        raise HoneError(last.title, last.hint) from RuntimeError(last.detail)
    if not isinstance(last, events.Finished):
        raise launched.obituary()


class _Launched:
    """mlx.launch with the ranks that it started, in a session of their own: Ctrl-C reaches this process only."""

    def __init__(self, hosts: Hosts, folder: Path) -> None:
        self._hosts, place = hosts, folder / "link"
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(place))
        self._server.listen(1)
        self._server.settimeout(0.2)
        here = tuple(replace(host, ssh=HERE) if host.is_here else host for host in hosts.hosts)
        write(folder / "hosts.json", replace(hosts, hosts=here if hosts.backend != "mpi" else hosts.hosts))
        start = [*command("", "launch"), "--hostfile", str(folder / "hosts.json"), "--backend", hosts.backend]
        start += ["--starting-port", str(_port(hosts)), "--", *_rank(hosts, "join", hosts.backend, str(place))]
        self._process = subprocess.Popen(
            start, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
        )
        self._said: deque[str] = deque(maxlen=_LINES)
        self._drain = threading.Thread(target=self._keep_words, daemon=True)
        self._drain.start()

    def __enter__(self) -> _Launched:
        return self

    def __exit__(self, *error: object) -> None:
        self._kill()
        self._server.close()

    @contextlib.contextmanager
    def accept(self, cancel: Cancel) -> Iterator[socket.socket]:
        """The link to the first rank, once all have found each other."""
        while True:
            try:
                link, _ = self._server.accept()
            except TimeoutError:
                self._wake()
                cancel.check()
                if self._process.poll() is not None:
                    self._drain.join()
                    raise self.obituary() from None
                continue
            with link:
                yield link
            return

    def converse(self, link: socket.socket, request: dict[str, Any], emit: Emit, cancel: Cancel) -> events.Event | None:
        """Ask for the job, pass its events on, and a cancel the other way; the terminal event, None when it died."""
        link.setblocking(True)
        done = threading.Event()
        watcher = threading.Thread(target=self._pass_on, args=(link, cancel, done), daemon=True)
        try:
            link.sendall(json.dumps(request).encode() + b"\n")
            watcher.start()
            with link.makefile("r", encoding="utf-8") as lines:
                for line in lines:
                    event = events.decode(line)
                    if isinstance(event, events.TERMINAL):
                        return event
                    emit(event)
        except OSError:
            pass  # it died while it was spoken to
        finally:
            done.set()
        return None

    def leave(self) -> None:
        """Let the ranks end by themselves."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE_SECONDS / 2)
        self._kill()
        self._drain.join(_GRACE_SECONDS)

    def obituary(self) -> HoneError:
        """Which machine stopped first, and its last words."""
        words = [_COLOURS.sub("", line).strip() for line in self._said]
        fallen = [(int(found[1]), int(found[2])) for line in words if (found := _EXIT.search(line))]
        fallen = [(rank, code) for rank, code in fallen if code != LOST_EXIT]
        own = [line.removeprefix("hone: ") for line in words if line.startswith("hone: ")]
        last = (own or [line for line in words if not _NOISE.match(line)] or ["It said nothing"])[-1].rstrip(".")
        if not fallen:
            return HoneError("Training on several Macs could not go on", f"{last}. {_KEPT}")
        rank, code = fallen[0]
        how = signal.Signals(-code).name if code < 0 else f"exit {code}"
        return HoneError(f"{self._hosts.name(rank)} stopped unexpectedly ({how})", f"{last}. {_KEPT}")

    def _keep_words(self) -> None:
        assert self._process.stdout is not None  # with stderr in it: ssh's terminal knows no difference
        for line in self._process.stdout:
            self._said.append(line.decode(errors="replace"))

    def _wake(self) -> None:
        """A line for the ranks, which close their input: mlx.launch lets go of it only when it cannot write.

        Until then a thread for each rank asks without a pause whether it may, and takes a core for itself.
        """
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.write(b"\n")
            self._process.stdin.flush()

    def _pass_on(self, link: socket.socket, cancel: Cancel, done: threading.Event) -> None:
        while not done.wait(0.05):
            if cancel.cancelled:
                with contextlib.suppress(OSError):
                    link.sendall(b'{"cancel": true}\n')
                if not done.wait(_GRACE_SECONDS):
                    self._kill()
                return

    def _kill(self) -> None:
        """End mlx.launch and what it started here; ssh takes the ranks elsewhere with it."""
        for how in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, how)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(2)
        for stream in (self._process.stdin, self._process.stdout):
            self._drain.join(2)
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()


def _rank(hosts: Hosts, *arguments: str) -> list[str]:
    """The command of a rank, which has to be the same for all: where Python lies elsewhere, a shell chooses."""
    if not any(host.python for host in hosts.hosts):
        return command("", *arguments)
    cases = " ".join(
        f"{rank}) exec {shlex.join(command(host.python, *arguments))};;" for rank, host in enumerate(hosts.hosts)
    )
    return ["/bin/sh", "-c", f'case "${{MLX_RANK:-$OMPI_COMM_WORLD_RANK}}" in {cases} esac']


def _port(hosts: Hosts) -> int:
    """mlx.launch's first port, or free ones where all ranks are here and others may train as well."""
    if not hosts.all_here:
        return _PORT
    for _ in range(50):
        with contextlib.ExitStack() as stack:
            first = stack.enter_context(socket.socket())
            first.bind((HERE, 0))
            port = int(first.getsockname()[1])
            try:
                for more in range(1, len(hosts.hosts)):
                    stack.enter_context(socket.socket()).bind((HERE, port + more))
            except (OSError, OverflowError):
                continue
            return port
    return _PORT


def answer(place: str) -> int:
    """The first rank's side: take the request, run it, and tell its events; the exit code."""
    with socket.socket(socket.AF_UNIX) as link:
        link.connect(place)
        lines = link.makefile("r", encoding="utf-8")
        request, cancel, lock = json.loads(lines.readline()), jobs.Cancel(), threading.Lock()
        last: list[events.Event] = []

        def listen() -> None:
            with contextlib.suppress(OSError, ValueError):
                lines.readline()
            cancel.cancel()  # asked for, or there is nobody any more to work for

        def emit(event: events.Event) -> None:
            last[:] = [event]
            with lock, contextlib.suppress(OSError):  # gone: the cancel is on its way
                link.sendall(events.encode(event).encode() + b"\n")

        threading.Thread(target=listen, daemon=True).start()
        jobs.run(request["job"], request["spec"], emit, cancel)
    if isinstance(last[-1], events.Failed):
        return LOST_EXIT if last[-1].title == LOST else 1
    return 0
