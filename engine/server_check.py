"""Ask servers of chat models whether they are ready, and which models they have."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine import events, server_list
from engine.errors import HoneError
from engine.servers import door, is_here, parted
from engine.spec import Spec, option

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.jobs import Cancel, Emit


@dataclass(frozen=True, kw_only=True)
class ServersSpec(Spec):
    """Which servers to ask; it works without a project."""

    project: str = ""
    servers: tuple[str, ...] = option((), "Servers.", "Their addresses (http://host:port/v1#MODEL); all when empty.")


def check(spec: ServersSpec, emit: Emit, cancel: Cancel) -> None:
    """Ask one after another; each is announced as `Artifact("server", its name in specs)` with what it said."""
    for value in spec.servers or [server.value for server in server_list.listed()]:
        emit(events.Artifact("server", value, state(value, cancel.check)))


def state(value: str, check: Callable[[], None] = lambda: None) -> dict[str, Any]:
    """`ready` and the `models` that a server has, the `model` it would be asked for, how long it took to answer.

    `title` and `hint` say what is wrong where it is not ready.
    """
    from engine.runtimes.endpoint import Endpoint
    from engine.runtimes.meeting import chosen, look

    found: dict[str, Any] = {"ready": False, "models": [], "model": "", "title": "", "hint": ""}
    began = time.monotonic()
    try:
        address, model = parted(value)
        endpoint = Endpoint(address, model, alone=_is_alone(address))
        found["local"] = is_here(address)
        found["models"] = look(endpoint, check)
        found["seconds"] = round(time.monotonic() - began, 3)
        found["model"] = chosen(endpoint, found["models"])
    except HoneError as error:
        return {**found, "title": error.title, "hint": error.hint}
    return {**found, "ready": True}


def _is_alone(address: str) -> bool:
    """Whether HONE_API_KEY can only be meant for this server."""
    return {server.door for server in server_list.listed() if server.enabled} <= {door(address)}
