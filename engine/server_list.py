"""The servers that write pairs together: a list that belongs to the person, shared by window and command line.

It lies in a file of its own, without any key: those are in the keychain or the environment (engine/servers.py).
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.errors import HoneError
from engine.project import files
from engine.servers import door, normalised, parted

LEAST_AT_ONCE, MOST_AT_ONCE = 1, 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A model of a server, how many replies it is asked for at a time, and whether it is used.

    `model` is '' for the only one that the server has.
    """

    address: str
    model: str = ""
    at_once: int = 4
    enabled: bool = True

    @property
    def value(self) -> str:
        """What a spec names it by, and by what it is told from others."""
        return f"{self.address}#{self.model}" if self.model else self.address

    @property
    def door(self) -> str:
        """Scheme, host and port."""
        return door(self.address)


def place() -> Path:
    """The file of the list: beside the window's settings where HONE_SETTINGS names those."""
    if settings := os.environ.get("HONE_SETTINGS"):
        return Path(settings).with_name("servers.json")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Hone" / "servers.json"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config", "Hone", "servers.json")


def listed() -> list[Server]:
    """All servers in their order; raises HoneError when the file cannot be read."""
    try:
        entries = json.loads(place().read_text(encoding="utf-8"))
        return [_checked(Server(**entry)) for entry in entries]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError) as error:
        raise HoneError(
            "The list of servers cannot be read", f"Repair or delete {place()}, and add the servers again."
        ) from error


def used() -> list[Server]:
    """Those that are not switched off; raises HoneError when there are none."""
    found = [server for server in listed() if server.enabled]
    if not found:
        raise HoneError("No server is set", "Add one first, in Settings or with hone servers add ADDRESS.")
    return found


def put(server: Server, *, instead: str = "") -> Server:
    """Add a server, or put it where the one with that value stands; raises HoneError when it cannot be used."""
    server = _checked(server)
    old, kept = instead or server.value, listed()
    at = next((number for number, known in enumerate(kept) if known.value == old), len(kept))
    kept[at : at + 1] = [server]
    _write([known for number, known in enumerate(kept) if number == at or known.value != server.value])
    return server


def remove(value: str) -> bool:
    """Take a server off the list; whether it was there."""
    before = listed()
    after = [server for server in before if server.value != value]
    if len(after) < len(before):
        _write(after)
    return len(after) < len(before)


def find(value: str) -> Server:
    """The server with this address, and model if it is told; raises HoneError when it is not on the list."""
    address, model = parted(value)
    found = [server for server in listed() if server.address == address and model in ("", server.model)]
    exact = [server for server in found if server.model == model]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        names = ", ".join(server.model for server in found)
        raise HoneError(f"Which model of {address}?", f"The list has {names}: say {address}#MODEL.")
    raise HoneError(f"There is no server {value} on the list", "hone servers list says which there are.")


def _checked(server: Server) -> Server:
    if not isinstance(server.at_once, int) or not LEAST_AT_ONCE <= server.at_once <= MOST_AT_ONCE:
        raise HoneError(
            f"At once: {server.at_once} is out of range", f"Choose a number from {LEAST_AT_ONCE} to {MOST_AT_ONCE}."
        )
    return Server(
        address=normalised(str(server.address)),
        model=str(server.model).strip(),
        at_once=server.at_once,
        enabled=bool(server.enabled),
    )


def _write(servers: list[Server]) -> None:
    text = json.dumps([asdict(server) for server in servers], ensure_ascii=False, indent=1)
    try:
        files.write_text(place(), text + "\n")
    except OSError as error:
        raise HoneError("The list of servers could not be written", f"{place()}: {error.strerror}.") from error
