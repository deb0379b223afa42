"""The hosts file: which machines train together. It is mlx.launch's own, as mlx.distributed_config writes it."""

from __future__ import annotations

import json
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import psutil

from engine.errors import HoneError

BACKENDS = ("ring", "jaccl", "jaccl-ring", "mpi")
LOST, LOST_EXIT = "The connection between the Macs was lost", 3  # what a rank says and leaves with, not being the cause
HERE = "127.0.0.1"  # mlx.launch starts a host of this name without ssh
_HELP = "docs/several-macs.md shows one; mlx.distributed_config writes it."


@dataclass(frozen=True, slots=True)
class Host:
    """A machine: its name for ssh, its addresses on the fast link, and where Python is, if not where it is here."""

    ssh: str
    ips: tuple[str, ...] = ()
    rdma: tuple[Any, ...] = ()
    python: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it is this machine, by its name or by an address of its own."""
        name = self.ssh.rpartition("@")[2].lower()
        own = socket.gethostname().lower()
        if name in {HERE, "localhost", own, own.removesuffix(".local"), f"{own.removesuffix('.local')}.local"}:
            return True
        return any(ip in _addresses() for ip in self.ips)


@dataclass(frozen=True, slots=True)
class Hosts:
    """The machines in the order of their ranks; the first one is this machine, and it alone writes to the project."""

    hosts: tuple[Host, ...]
    backend: str = "ring"
    envs: tuple[str, ...] = ()

    def name(self, rank: int) -> str:
        """What to call a rank: its host, with the rank where a host has several."""
        ssh = self.hosts[rank].ssh
        several = sum(host.ssh == ssh for host in self.hosts) > 1
        return f"{ssh} (rank {rank})" if several else ssh

    @property
    def all_here(self) -> bool:
        """Whether all ranks are on this machine, as in a test."""
        return all(host.is_here for host in self.hosts)

    def to_json(self) -> dict[str, Any]:
        """As mlx.launch reads it; `python` is ours, which it leaves alone."""
        hosts = [
            {"ssh": host.ssh, "ips": list(host.ips), "rdma": list(host.rdma)}
            | ({"python": host.python} if host.python else {})
            for host in self.hosts
        ]
        return {"backend": self.backend, "envs": list(self.envs), "hosts": hosts}


def read(file: str | Path) -> Hosts:
    """Read and check a hosts file; raises HoneError that says what is wrong with which host."""
    path = Path(file).expanduser()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise HoneError(f"The hosts file {path.name} cannot be read", "Say where it lies.") from error
    except ValueError as error:
        raise HoneError(f"The hosts file {path.name} is not JSON", f"{error}. {_HELP}") from error
    if isinstance(data, list):
        data = {"hosts": data}
    if not isinstance(data, dict) or not isinstance(data.get("hosts"), list):
        raise HoneError(f"The hosts file {path.name} lists no hosts", _HELP)
    return from_json(data)


def from_json(data: dict[str, Any]) -> Hosts:
    """Hosts of plain values, checked."""
    backend = data.get("backend") or "ring"
    if backend not in BACKENDS:
        raise HoneError(f"Hosts file: {backend!r} is no backend", f"Choose one of {', '.join(BACKENDS)}.")
    envs = data.get("envs") or []
    if not isinstance(envs, list) or not all(isinstance(env, str) and "=" in env for env in envs):
        raise HoneError('Hosts file: "envs" has to be a list of texts', 'Each is written as "NAME=value".')
    found = Hosts(tuple(_host(number, host) for number, host in enumerate(data["hosts"], 1)), backend, tuple(envs))
    _check(found)
    return found


def _host(number: int, data: Any) -> Host:
    name = data.get("ssh") if isinstance(data, dict) else None
    # A name that begins with a dash would be taken for an option of ssh.
    if (
        not isinstance(name, str)
        or not name.strip()
        or name.startswith("-")
        or any(letter.isspace() for letter in name)
    ):
        raise HoneError(f"Hosts file: host {number} has no name", f'Give it one that ssh knows, as "ssh". {_HELP}')
    ips, rdma, python = data.get("ips") or [], data.get("rdma") or [], data.get("python") or ""
    if not isinstance(ips, list) or not all(_is_ip(ip) for ip in ips):
        raise HoneError(f'Hosts file: "ips" of {name} has to be a list of addresses', 'As in "ips": ["10.0.0.2"].')
    if not isinstance(rdma, list) or not isinstance(python, str):
        raise HoneError(f"Hosts file: {name} cannot be understood", _HELP)
    return Host(name, tuple(ips), tuple(rdma), python)


def _check(found: Hosts) -> None:
    hosts = found.hosts
    if len(hosts) < 2:
        raise HoneError("A hosts file needs two hosts at least", "To train on this Mac alone, leave it out.")
    if not hosts[0].is_here:
        raise HoneError(
            f"Hosts file: the first host is {hosts[0].ssh}, which is not this Mac",
            "Put this Mac first: it holds the project, and it alone writes to it.",
        )
    for rank, host in enumerate(hosts):
        if found.backend == "ring" and not host.ips:
            raise HoneError(f"Hosts file: {host.ssh} has no address", 'The ring needs one, as in "ips": ["10.0.0.2"].')
        if found.backend.startswith("jaccl") and (len(host.rdma) != len(hosts) or host.rdma[rank] is not None):
            raise HoneError(
                f'Hosts file: "rdma" of {host.ssh} does not fit {len(hosts)} hosts',
                "It names a device for each host, and null for itself. mlx.distributed_config writes it.",
            )


def write(file: Path, hosts: Hosts) -> None:
    """Write a hosts file that `read` and mlx.launch take."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(hosts.to_json(), indent=1) + "\n", encoding="utf-8")


def _is_ip(text: Any) -> bool:
    try:
        return isinstance(text, str) and bool(ip_address(text))
    except ValueError:
        return False


def _addresses() -> set[str]:
    """This machine's addresses, but those that every machine has."""
    found = {one.address.partition("%")[0] for each in psutil.net_if_addrs().values() for one in each}
    return {address for address in found if _is_ip(address) and not ip_address(address).is_loopback}
