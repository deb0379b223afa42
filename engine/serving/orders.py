"""Replies that clients wait for: ordered on the server's thread, written on the one that has the model."""

from __future__ import annotations

import asyncio
import queue
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.runtimes.mlx import Asked, Sampling
from engine.serving.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence

    from engine.runtimes.mlx.live import Growth, Live
    from engine.serving.outlet import Outlet

_IDLE_SECONDS = 0.1  # between looks at a cancel while nothing is asked for
_MOST = 256  # orders at once; those beyond are told to come again


@dataclass(frozen=True, slots=True)
class Piece:
    """More of a reply, which has so many tokens by now; `finish` is stop or length at its end."""

    text: str
    tokens: int
    finish: str = ""


class Order:
    """One reply that is waited for; made on the server's thread."""

    def __init__(self, side: str, prompt: Sequence[int], sampling: Sampling, outlet: Outlet) -> None:
        self.side, self.prompt, self.sampling, self.outlet = side, prompt, sampling, outlet
        self.pieces: asyncio.Queue[Piece | None] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()

    def tell(self, piece: Piece | None) -> None:
        """Hand a piece to who waits, from any thread; None when no more will come."""
        self._loop.call_soon_threadsafe(self.pieces.put_nowait, piece)


class Orders:
    """`work` is called on the model's thread, `pieces` on the server's; `served` hears how many replies are whole."""

    def __init__(self, live: Live, served: Callable[[int], None]) -> None:
        self._live, self._served, self._count = live, served, 0
        self._inbox: queue.SimpleQueue[tuple[Order, bool]] = queue.SimpleQueue()  # whether it is wanted still
        self._open: set[Order] = set()  # of the model's thread
        self._waited_for = 0  # of the server's thread

    def check_room(self) -> None:
        """Raises Refused when too many replies are waited for already."""
        if self._waited_for >= _MOST:
            hint = f"{_MOST} requests are under way: ask again in a moment."
            raise Refused(429, "The server is busy", hint, code="rate_limit_exceeded")

    async def pieces(self, order: Order) -> AsyncGenerator[Piece]:
        """The reply as it grows; who stops listening gives it up. Raises Refused when the server ends before it."""
        self._waited_for += 1
        self._inbox.put((order, True))
        try:
            finish = ""
            while not finish:
                piece = await order.pieces.get()
                if piece is None:
                    raise Refused(503, "The server ends", "Start it again, then ask again.")
                finish = piece.finish
                yield piece
        finally:
            self._waited_for -= 1
            self._inbox.put((order, False))

    def work(self, check: Callable[[], None]) -> None:
        """Write what is ordered, until `check` raises."""
        while True:
            check()
            self._receive()
            for growth in self._live.step(check):
                self._tell(growth)

    def close(self) -> None:
        """Tell everybody who waits that no more will come."""
        while not self._inbox.empty():
            self._open.add(self._inbox.get()[0])
        for order in self._open:
            order.tell(None)
        self._open.clear()

    def _receive(self) -> None:
        """Take up what was ordered and what is not wanted any more; without anything to write, wait for it."""
        idle = not self._live.busy
        try:
            order, wanted = self._inbox.get(timeout=_IDLE_SECONDS) if idle else self._inbox.get_nowait()
            while True:
                if wanted:
                    self._open.add(order)
                    self._live.ask(Asked(order, order.side, order.prompt, order.sampling), order.sampling.max_tokens)
                else:
                    self._open.discard(order)
                    self._live.drop(order)
                order, wanted = self._inbox.get_nowait()
        except queue.Empty:
            return

    def _tell(self, growth: Growth) -> None:
        order = growth.name
        assert isinstance(order, Order)
        text, finish = order.outlet.more(growth.delta, last=bool(growth.finish)), growth.finish
        if order.outlet.stopped:
            finish = "stop"
            self._live.drop(order)
        if text or finish:
            order.tell(Piece(text, growth.tokens, finish))
        if finish:
            self._open.discard(order)
            self._count += 1
            self._served(self._count)
