"""Meeting servers before they are asked anything: which models they have, and which of them is meant."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from engine.errors import HoneError
from engine.runtimes.endpoint import Again, Endpoint

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

_T = TypeVar("_T")
_GLANCE = 0.1  # seconds between two looks at whether to stop
_TOLD = 20  # models that a message names
_TRIES = 2


def meet(endpoints: Sequence[Endpoint], pause: float, check: Callable[[], None]) -> list[HoneError | None]:
    """Ask all servers at once for their models and settle which one each is asked for; what is wrong with each."""

    async def one(endpoint: Endpoint) -> HoneError | None:
        try:
            endpoint.name = chosen(endpoint, await _models(endpoint, pause, _TRIES))
        except HoneError as error:
            return error
        endpoint.met = True
        return None

    async def everyone() -> list[HoneError | None]:
        return list(await asyncio.gather(*map(one, endpoints)))

    return watched(everyone(), check)


def look(endpoint: Endpoint, check: Callable[[], None] = lambda: None) -> list[str]:
    """The models that a server has, [] when it does not tell; raises HoneError when it does not answer at once."""
    return watched(_models(endpoint, 0.0, 1), check)


def chosen(endpoint: Endpoint, names: Sequence[str]) -> str:
    """The name of its model as the server calls it; raises HoneError when it cannot be told or is not there."""
    found = next((name for name in (endpoint.name, f"{endpoint.name}:latest") if name in names), "")
    if not endpoint.name and len(names) == 1:
        return names[0]
    if not found and names:
        hint = f"It has {', '.join(sorted(names)[:_TOLD])}."
        if endpoint.name:
            raise HoneError(f"{endpoint.place} has no model {endpoint.name}", hint)
        raise HoneError(f"Which model of {endpoint.place}?", f"{hint} Choose one of them.")
    if not found and not endpoint.name:
        raise HoneError(
            f"Which model of {endpoint.place}?", "It does not tell which ones it has: give the name of one."
        )
    return found or endpoint.name


async def _models(endpoint: Endpoint, pause: float, tries: int) -> list[str]:
    async with endpoint.client() as client:
        for left in reversed(range(tries)):
            try:
                return await endpoint.models(client)
            except Again as again:
                if not left:
                    raise again.failure from again
                await asyncio.sleep(max(pause, min(again.after, 1.0)))
    raise AssertionError("it is tried once at least")


def watched(work: Coroutine[Any, Any, _T], check: Callable[[], None]) -> _T:
    """What comes of it, unless `check` raises meanwhile: then it is cancelled, and its connections are closed."""

    async def watch() -> _T:
        task = asyncio.ensure_future(work)
        try:
            while not task.done():
                check()
                await asyncio.wait([task], timeout=_GLANCE)
            return task.result()
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait([task])

    return asyncio.run(watch())
