"""Put on PYTHONPATH by end-to-end tests: a child that wants to reach another machine fails loudly."""

from __future__ import annotations

import socket
from typing import Any

_LOCAL = ("127.0.0.1", "::1", "localhost")
_connect, _resolve = socket.socket.connect, socket.getaddrinfo


def connect(self: socket.socket, address: Any) -> None:
    """Connect, but only on this machine."""
    if self.family != socket.AF_UNIX and address[0] not in _LOCAL:
        raise AssertionError(f"no network is allowed here, but something wanted {address}")
    _connect(self, address)


def resolve(host: Any, *args: Any, **kwargs: Any) -> Any:
    """Resolve only local names."""
    if host not in (*_LOCAL, None):
        raise AssertionError(f"no network is allowed here, but something asked for {host}")
    return _resolve(host, *args, **kwargs)


socket.socket.connect = connect  # type: ignore[assignment, method-assign]
socket.getaddrinfo = resolve
