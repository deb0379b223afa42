"""Who may ask: programs of this machine that know the token, and no web page that a browser shows.

A page cannot read the token, but it can send requests to this machine, also under a name of its own that it lets point
here (DNS rebinding). Such a request tells its Host and its Origin, and neither is ours.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import JSONResponse

from engine.serving.refusals import Refused

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

HOST = "127.0.0.1"
_HTTP = 80  # the port that an address need not name


class Guard:
    """Stands before the routes, and refuses what has the wrong Host, Origin or token, in this order."""

    def __init__(self, routes: ASGIApp, port: int, token: str) -> None:
        self._routes, self._token = routes, token.encode()
        names = (HOST, "localhost")
        self._hosts = {f"{name}:{port}" for name in names} | (set(names) if port == _HTTP else set())
        self._origins = {f"http://{host}" for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            self.check(Headers(scope=scope))
        except Refused as refused:
            await answer(refused)(scope, receive, send)
        else:
            await self._routes(scope, receive, send)

    def check(self, headers: Headers) -> None:
        """Raises Refused for a request that may not come in."""
        hosts = [host.lower() for host in headers.getlist("host")]
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            raise Refused(403, "The request is for another host", "Ask at the address that Hone showed.")
        if any(origin not in self._origins for origin in headers.getlist("origin")):
            raise Refused(403, "Web pages may not ask here", "Ask from a program that sends no Origin.")
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not given.strip():
            hint = "Send Authorization: Bearer TOKEN, with the token that Hone showed; clients call it the API key."
            raise Refused(401, "There is no token", hint, code="invalid_api_key")
        if not secrets.compare_digest(given.strip().encode(), self._token):
            hint = "Copy the one that Hone showed when the server began: each start has its own."
            raise Refused(401, "The token is wrong", hint, code="invalid_api_key")


def answer(refused: Refused) -> JSONResponse:
    """What the client gets for it."""
    headers = {401: {"WWW-Authenticate": "Bearer"}, 429: {"Retry-After": "1"}}.get(refused.status)
    return JSONResponse(refused.body(), refused.status, headers)
