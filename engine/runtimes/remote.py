"""Chat models on OpenAI-compatible servers: one model of one server, or a pool of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine import events
from engine.runtimes.endpoint import Endpoint
from engine.runtimes.meeting import meet
from engine.runtimes.pool import Pool
from engine.servers import is_here, normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.server_list import Server

_OF_ENDPOINT = ("at_once", "seconds")


class RemoteChatModel(Pool):
    """The model of one server; see Pool for how it is asked. The key stands in no field."""

    def __init__(self, *, address: str = "", name: str = "", **options: Any) -> None:
        own = {option: options.pop(option) for option in _OF_ENDPOINT if option in options}
        super().__init__(endpoints=(Endpoint(address, name, **own),), **options)

    @property
    def endpoint(self) -> Endpoint:
        """Its server and model."""
        return self.endpoints[0]

    @property
    def address(self) -> str:
        """Of the server, up to the version."""
        return self.endpoint.address

    @property
    def title(self) -> str:
        """The model's name for people, with the server's."""
        return self.endpoint.title


def open_remote(address: str, name: str, check: Callable[[], None] = lambda: None, **options: Any) -> RemoteChatModel:
    """The model `name` of a server, or its only one; raises HoneError when there is no such server or model."""
    model = RemoteChatModel(address=normalised(address), name=name.strip(), **options)
    (trouble,) = meet([model.endpoint], model.pause, check)
    if trouble is not None:
        raise trouble
    return model


def open_pool(
    servers: Sequence[Server],
    tell: Callable[[events.Event], None] = lambda event: None,
    check: Callable[[], None] = lambda: None,
    **options: Any,
) -> Pool:
    """The servers as one model, also those that do not answer yet; raises HoneError when none answers."""
    alone = len({server.door for server in servers}) == 1
    endpoints = [Endpoint(server.address, server.model, server.at_once, alone=alone) for server in servers]
    pool = Pool(endpoints=tuple(endpoints), tell=tell, **options)
    troubles = meet(endpoints, pool.pause, check)
    for member, trouble in zip(pool.members, troubles, strict=True):
        if trouble is not None:
            pool.failed(member, trouble, began=0.0)
    if all(troubles):
        raise pool.outage()
    for trouble in filter(None, troubles):
        tell(events.Log(f"{trouble}. The other servers go on without it.", "warning"))
    if away := [endpoint.place for endpoint in endpoints if not is_here(endpoint.address)]:
        tell(events.Log(f"The texts of the documents are sent to {', '.join(dict.fromkeys(away))}."))
    return pool
