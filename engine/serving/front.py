"""The door: a port of this machine that nothing outside it can reach, and the server's own thread behind it."""

from __future__ import annotations

import errno
import socket
import threading
import time
from typing import TYPE_CHECKING, Self

import uvicorn

from engine.errors import HoneError
from engine.serving.guard import HOST

if TYPE_CHECKING:
    from starlette.types import ASGIApp

_LAST_WORDS = 2  # seconds in which those who are connected are told that the server ends
_LOOK_SECONDS = 0.01


class Front:
    """Takes the port when it is made, and closes it at the end of the block; `open` lets requests in."""

    def __init__(self, port: int = 0) -> None:
        """Of a `port` of 0 a free one is found; raises HoneError for one that cannot be had."""
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((HOST, port))
        except OSError as error:
            self._socket.close()
            raise _no_port(port, error) from error
        self.port: int = self._socket.getsockname()[1]
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """What clients call the base URL."""
        return f"http://{HOST}:{self.port}/v1"

    def open(self, application: ASGIApp) -> None:
        """Let requests in, on a thread of their own."""
        config = uvicorn.Config(
            application,
            http="h11",
            ws="none",
            loop="asyncio",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=_LAST_WORDS,
        )
        self._server = server = uvicorn.Server(config)
        self._thread = threading.Thread(target=lambda: server.run(sockets=[self._socket]), name="server", daemon=True)
        self._thread.start()
        while not server.started and self._thread.is_alive():
            time.sleep(_LOOK_SECONDS)

    def check(self) -> None:
        """Raises HoneError when the server is not there any more."""
        if self._thread is not None and not self._thread.is_alive():
            raise HoneError("The server has ended by itself", "Start it again; if it ends once more, please report it.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
        self._socket.close()


def _no_port(port: int, error: OSError) -> HoneError:
    if error.errno == errno.EADDRINUSE:
        return HoneError(
            f"Port {port} is taken", "Another program listens there: choose another port, or 0 for a free one."
        )
    return HoneError(f"Port {port} cannot be used", f"{error.strerror}: choose another port, or 0 for a free one.")
