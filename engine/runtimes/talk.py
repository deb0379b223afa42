"""A conversation with one or more models of a server, which answer the same questions side by side."""

from __future__ import annotations

import asyncio
import re
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError
from engine.runtimes.endpoint import Endpoint, Question, Refused
from engine.runtimes.meeting import chosen, look, watched
from engine.servers import normalised

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

_BASE = "base"  # as `hone serve` calls it; it stands first, as in a project's own conversations
_SIDE_BY_SIDE = 2  # so many models are asked without being named
_THOUGHT = re.compile(r"\A\s*<think>.*?(</think>|\Z)", re.DOTALL)


class Talk:
    """What was asked and answered so far by each of `models`; with `system`, that is said before it.

    Without `remember` each question is asked on its own.
    """

    def __init__(
        self, endpoints: Sequence[Endpoint], system: str = "", *, remember: bool = True, **options: Any
    ) -> None:
        self.models = tuple(endpoint.name for endpoint in endpoints)
        self.shortened: set[str] = set()  # models that could not hold the oldest turns beside the last question
        self._endpoints, self._remember, self._options = endpoints, remember, options
        self._opening = [{"role": "system", "content": system}] if system else []
        self._earlier: dict[str, list[dict[str, str]]] = {model: [] for model in self.models}

    def ask(
        self, question: str, tell: Callable[[dict[str, str]], None], check: Callable[[], None] = lambda: None
    ) -> None:
        """Ask all models at once; `tell` is handed what they said so far whenever that grows.

        Raises what `check` raises, and HoneError as soon as one does not answer to the end: the others are stopped.
        """
        said = dict.fromkeys(self.models, "")
        self.shortened = set()

        async def one(endpoint: Endpoint) -> None:
            name, raw = endpoint.name, ""
            spoken = [*self._opening, *self._earlier[name], {"role": "user", "content": question}]
            async with (
                endpoint.client() as client,
                aclosing(endpoint.stream(client, Question(spoken, self._options))) as pieces,
            ):
                async for piece in pieces:
                    raw += piece
                    said[name] = _shown(raw)
                    tell(said)

        async def everyone() -> None:
            await asyncio.gather(*(self._fitting(endpoint, one) for endpoint in self._endpoints))

        watched(everyone(), check)
        if self._remember:
            for name, reply in said.items():
                turn = ({"role": "user", "content": question}, {"role": "assistant", "content": reply})
                self._earlier[name].extend(turn)

    async def _fitting(self, endpoint: Endpoint, ask: Callable[[Endpoint], Awaitable[None]]) -> None:
        """Ask; where the server refuses, which it does when the conversation is too long, without the oldest turn."""
        earlier = self._earlier[endpoint.name]
        while True:
            try:
                return await ask(endpoint)
            except Refused as refusal:
                if not earlier:
                    raise HoneError(f"{endpoint.title} refuses the question", f"It says: {refusal}.") from refusal
                del earlier[:2]
                self.shortened.add(endpoint.name)


def open_talk(
    address: str, names: Sequence[str] = (), key: str = "", check: Callable[[], None] = lambda: None, **options: Any
) -> Talk:
    """A conversation with these models of the server, or with its only one or two; options are those of Talk.

    Raises HoneError when there is no such server or model, or too many to guess which are meant.
    """
    address = normalised(address)
    known = look(Endpoint(address, key=key), check)
    if not names and len(known) <= _SIDE_BY_SIDE:
        names = sorted(known, key=lambda name: name != _BASE)
    endpoints = [Endpoint(address, name, key=key) for name in dict.fromkeys(names or [""])]
    for endpoint in endpoints:
        endpoint.name = chosen(endpoint, known)
    return Talk(endpoints, **options)


def _shown(raw: str) -> str:
    """What a person is shown of a reply: no thoughts, and no signs by which a terminal could be led astray."""
    return "".join(sign for sign in _THOUGHT.sub("", raw).strip() if sign.isprintable() or sign in "\n\t")
