"""Asks each machine of a hosts file, over ssh, whether it could train: Hone, the same MLX, the same base."""

from __future__ import annotations

import contextlib
import importlib.metadata
import json
import platform
import shlex
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import psutil

from engine import launch
from engine.errors import HoneError
from engine.rows import base_folder, fingerprint, portable

if TYPE_CHECKING:
    from pathlib import Path

    from engine.hosts_file import Host, Hosts
    from engine.jobs import Cancel

_CONNECT_SECONDS, _ANSWER_SECONDS = 8, 60
_GLANCE = 0.2  # seconds between two looks at whether to stop
# A password cannot be asked for where nobody looks; mlx.launch's own ssh could not either.
_SSH = ("ssh", "-o", "BatchMode=yes", "-o", f"ConnectTimeout={_CONNECT_SECONDS}")
_NOT_THERE = 255, 126, 127  # what ssh and the shell say


@dataclass(frozen=True, slots=True)
class Found:
    """What a machine answered; `title` and `hint` are empty when it is ready."""

    name: str
    title: str = ""
    hint: str = ""
    memory: int = 0  # bytes
    machine: str = ""
    mlx: str = ""

    def to_json(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)


def look(base: str) -> dict[str, Any]:
    """What a machine brings: versions, memory, and the fingerprint of the base where it has it."""
    folder = base_folder(base)
    there = (folder / "config.json").is_file()
    return {
        "hone": importlib.metadata.version("hone"),
        "mlx": importlib.metadata.version("mlx"),
        "machine": platform.machine(),
        "memory": psutil.virtual_memory().total,
        "base": fingerprint(folder) if there else "",
        "folder": str(folder),
    }


def ask_all(hosts: Hosts, base: Path, cancel: Cancel) -> list[Found]:
    """What each machine says, all asked at once; ranks on the same machine are asked once."""
    mine = look(str(base))
    with ThreadPoolExecutor(max_workers=8) as pool:
        waiting = {host.ssh: pool.submit(_ask, host, base, mine, cancel) for host in hosts.hosts}
        return [waiting[host.ssh].result() for host in hosts.hosts]


def insist(hosts: Hosts, base: Path, cancel: Cancel) -> None:
    """Raise HoneError when a machine could not train, and say why, or which ones could not."""
    missing = {found.name: found for found in ask_all(hosts, base, cancel) if found.title}
    for found in missing.values():
        if len(missing) == 1:
            raise HoneError(found.title, found.hint)
        raise HoneError(
            f"{len(missing)} Macs are not ready: {', '.join(missing)}",
            "Check the connection under Several Macs on the page Train, or with hone hosts: each says why.",
        )


def _ask(host: Host, base: Path, mine: dict[str, Any], cancel: Cancel) -> Found:
    if host.is_here:
        return Found(host.ssh, memory=mine["memory"], machine=mine["machine"], mlx=mine["mlx"])
    asked = [*_SSH, host.ssh, shlex.join(launch.command(host.python, "look", portable(base)))]
    try:
        done = _run(asked, cancel)
    except FileNotFoundError:
        return Found(host.ssh, "ssh is not installed", "Other machines are reached by it.")
    except subprocess.TimeoutExpired:
        return Found(host.ssh, f"{host.ssh} does not answer", f"It was asked for {_ANSWER_SECONDS} seconds.")
    if done.returncode:
        return _refused(host, done.returncode, (done.stderr.strip().splitlines() or [""])[-1])
    try:
        theirs = json.loads(done.stdout.strip().splitlines()[-1])
        return _judge(host, base, mine, theirs)
    except (ValueError, LookupError):
        return Found(host.ssh, f"{host.ssh} answers with something else", "Run hone doctor there.")


def _run(command: list[str], cancel: Cancel) -> subprocess.CompletedProcess[str]:
    """Wait for a command; raises JobCancelled at once when that is asked for, and TimeoutExpired."""
    pipe, end = subprocess.PIPE, time.monotonic() + _ANSWER_SECONDS
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, text=True, errors="replace"
    ) as process:
        try:
            while True:
                cancel.check()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    said = process.communicate(timeout=_GLANCE)
                    return subprocess.CompletedProcess(command, process.returncode, *said)
                if time.monotonic() > end:
                    raise subprocess.TimeoutExpired(command, _ANSWER_SECONDS)
        finally:
            process.kill()  # nothing where it has ended


def _refused(host: Host, code: int, last: str) -> Found:
    if code == _NOT_THERE[0]:
        hint = f"{last} Turn on Remote Login there, and let ssh {host.ssh} work without a password.".strip()
        return Found(host.ssh, f"{host.ssh} cannot be reached", hint)
    there = launch.command(host.python)[0]
    if code in _NOT_THERE or "No module named" in last:
        hint = f'There is no Hone at {there}: install it at the same place, or name its Python as "python" of the host.'
        return Found(host.ssh, f"Hone is not installed on {host.ssh}", hint)
    return Found(host.ssh, f"Hone does not start on {host.ssh}", last)


def _judge(host: Host, base: Path, mine: dict[str, Any], theirs: dict[str, Any]) -> Found:
    title = hint = ""
    for name, own in (("Hone", "hone"), ("MLX", "mlx")):
        if theirs[own] != mine[own]:
            title = f"{host.ssh} has another {name}: {theirs[own]}, here it is {mine[own]}"
            hint = "Losses would differ: install the same Hone on all machines."
            break
    else:
        if theirs["base"] != mine["base"]:
            title = f"The base model is missing on {host.ssh}"
            if theirs["base"]:
                title = f"The base model differs on {host.ssh}"
            hint = f"Copy it: rsync -a {shlex.quote(f'{base}/')} {host.ssh}:{shlex.quote(theirs['folder'])}/"
    return Found(host.ssh, title, hint, theirs["memory"], theirs["machine"], theirs["mlx"])
