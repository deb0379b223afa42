"""A chat model that is several servers: whoever is free takes the next request, and what fails goes to another."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import ConfigDict, PrivateAttr

from engine import events
from engine.errors import HoneError
from engine.runtimes.endpoint import Again, Endpoint, Question, Reply
from engine.runtimes.homes import Homes, beginning
from engine.runtimes.members import Asked, Member
from engine.runtimes.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    import httpx2
    from langchain_core.callbacks import CallbackManagerForLLMRun
    from langchain_core.runnables import RunnableConfig

_OPTIONS = ("max_tokens", "temperature", "top_p", "seed")
_GLANCE = 0.1  # seconds between two looks at whether to stop
_LONGEST_REST = 30.0  # seconds between two tries of a server
_AHEAD = 64  # so many waiting requests are looked through for one that a server knows
_RATE_SECONDS, _TOLD_SECONDS = 60.0, 2.0  # of which the rate is told, and how often


class Pool(BaseChatModel):
    """Replies of the models of `endpoints`, as many at a time as each takes.

    `batch_as_completed` takes `max_tokens`, `temperature`, `top_p`, `seed` and `json_schema`, and yields every reply
    exactly once. A server that fails rests, twice as long after each failure in a row, and is down after `tries`;
    then it is tried again every half minute. HoneError is raised when all are down. A request that is refused
    everywhere, or fails where others go well, has an empty reply that tells so in `finish_reason`. Requests that
    begin like one that a server read go to that server where it is free, since it keeps what it read.
    `tell` is handed warnings and each server's rate, on the caller's thread.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    endpoints: tuple[Endpoint, ...] = ()
    tries: int = 5
    pause: float = 0.5  # seconds of the first rest
    max_tokens: int = 512
    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0
    tell: Any = None
    _members: list[Member] = PrivateAttr(default_factory=list)
    _homes: Homes[Member] = PrivateAttr(default_factory=Homes)
    _told: float = PrivateAttr(default=0.0)

    @property
    def _llm_type(self) -> str:
        return "hone-servers"

    @property
    def members(self) -> list[Member]:
        """The servers; each is down until it recovers."""
        if not self._members:
            self._members = [Member(endpoint) for endpoint in self.endpoints]
        return self._members

    @property
    def at_once(self) -> int:
        """How many replies are asked for at a time when all servers answer."""
        return sum(endpoint.at_once for endpoint in self.endpoints)

    def batch_as_completed(
        self,
        inputs: Iterable[LanguageModelInput],
        config: RunnableConfig | Sequence[RunnableConfig] | None = None,
        *,
        return_exceptions: bool = False,
        check: Callable[[], None] | None = None,
        **kwargs: Any,
    ) -> Iterator[tuple[int, AIMessage]]:
        """Yield (number of the input, reply) as they arrive; `check` is called often and may raise to stop.

        Inputs are taken one by one, as the servers have need of them.
        """
        requests = (
            self._request(number, self._convert_input(entry).to_messages(), kwargs)
            for number, entry in enumerate(inputs)
        )
        return self._replies(requests, check or (lambda: None))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        ((_, reply),) = self._replies(iter([self._request(0, messages, kwargs)]), lambda: None)
        return ChatResult(generations=[ChatGeneration(message=reply)])

    def _request(self, number: int, messages: Sequence[BaseMessage], options: dict[str, Any]) -> Asked:
        if unknown := sorted(set(options) - {*_OPTIONS, "json_schema"}):
            raise HoneError(f"The server's model has no option {unknown[0]}")
        said = spoken(messages)
        given = {name: options.get(name, getattr(self, name)) for name in _OPTIONS}
        return Asked(number, Question(said, given, options.get("json_schema")), beginning(said))

    def _replies(self, requests: Iterator[Asked], check: Callable[[], None]) -> Iterator[tuple[int, AIMessage]]:
        """Servers are asked on a thread, so that none waits while the caller stores a reply; closing ends it all."""
        left, request = 0, next(requests, None)
        if request is None:
            return
        batch = _Batch(self)
        batch.start()
        try:
            while left or request is not None:
                check()
                if request is not None and batch.has_room():
                    batch.add(request)
                    left, request = left + 1, next(requests, None)
                    continue
                found = batch.next_found()
                if isinstance(found, events.Log):
                    self._say(found)
                elif found is not None:
                    left -= 1
                    self._tell_rates()
                    number, reply = found
                    yield number, AIMessage(content=reply.text, response_metadata={"finish_reason": reply.finish})
        finally:
            batch.stop()

    # -- what a person is told --------------------------------------------------------------------------------

    def _say(self, event: events.Event) -> None:
        if self.tell is not None:
            self.tell(event)

    def _tell_rates(self) -> None:
        now = time.monotonic()
        if now - self._told < _TOLD_SECONDS:
            return
        self._told = now
        for member in self.members:
            self._say(events.Metric(f"replies a minute of {member.endpoint.title}", member.done, self._rate(member)))

    def _rate(self, member: Member) -> float:
        now = time.monotonic()
        recent = [mark for mark in member.marks if mark > now - _RATE_SECONDS]
        return round(60 * len(recent) / max(now - recent[0], 1.0), 1) if recent else 0.0

    # -- who gets what ----------------------------------------------------------------------------------------

    def next_for(self, member: Member, waiting: deque[Asked]) -> Asked | None:
        """What a free server does next: what begins as it knows, else what begins new, else what is another's."""
        best: tuple[int, int] | None = None
        for place in range(min(len(waiting), _AHEAD)):
            request = waiting[place]
            if member in request.poor or (member in request.failed and self.is_untried(request)):
                continue
            home = self._homes.of(request.beginning)
            rank = 0 if home is member else 1 if home is None or home.failures else 2
            if best is None or rank < best[0]:
                best = rank, place
            if rank == 0:
                break
        if best is None:
            return None
        request = waiting[best[1]]
        del waiting[best[1]]
        self._homes.move(request.beginning, member)
        return request

    def is_untried(self, request: Asked) -> bool:
        """Whether a server that is up has not been asked it yet."""
        known = request.failed | request.poor
        return any(member not in known and not self.is_down(member) for member in self.members)

    # -- how it went ------------------------------------------------------------------------------------------

    def failed(self, member: Member, error: Again | HoneError, began: float) -> bool:
        """Let a server rest; whether it is down by that now. What was under way together counts as one failure."""
        now = time.monotonic()
        again = error if isinstance(error, Again) else None
        member.trouble = again.failure if again else error  # type: ignore[assignment]
        if began < member.failed_at and again:
            return False
        was_down = self.is_down(member)
        member.failures = self.tries if again is None else member.failures + (self.tries / 2 if again.slow else 1)
        member.failed_at = now
        rest = max(self.rest(member.failures), again.after if again else 0.0)
        member.rests_until = now + (_LONGEST_REST if self.is_down(member) else min(rest, _LONGEST_REST))
        return self.is_down(member) and not was_down

    def rest(self, failures: float) -> float:
        """Seconds that a server is left alone after so many failures in a row."""
        return float(self.pause * 2 ** (failures - 1))

    def is_down(self, member: Member) -> bool:
        """Whether it failed as often as is tried."""
        return member.failures >= self.tries

    def outage(self) -> HoneError:
        """Why nothing answers."""
        troubles = [member.trouble for member in self.members if member.trouble is not None]
        if len(self.members) == 1:
            return troubles[0]
        told = "; ".join(dict.fromkeys(trouble.title for trouble in troubles))
        return HoneError(
            f"None of the {len(self.members)} servers answers",
            f"{told}. What was written is kept: start one of them again, then do this once more to go on.",
        )


class _Batch:
    """The requests of one call, on their way."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._waiting: deque[Asked] = deque()
        self._found: queue.SimpleQueue[tuple[int, Reply] | events.Log | None] = queue.SimpleQueue()
        self._running: dict[asyncio.Task[Reply], tuple[Member, Asked, float]] = {}
        self._clients: dict[Member, httpx2.AsyncClient] = {}
        self._loop = asyncio.new_event_loop()
        self._news = asyncio.Event()  # a request or a reply came
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="servers")
        self._asking: asyncio.Task[None]
        self._outcome: Future[None]

    def start(self) -> None:
        """Begin to ask."""
        members = self._pool.members
        if all(map(self._pool.is_down, members)):  # asked again: try them all anew
            for member in members:
                member.failures = member.rests_until = 0.0
        self._asking = self._loop.create_task(self._ask())
        self._outcome = self._thread.submit(self._loop.run_until_complete, self._ask_and_close())

    def stop(self) -> None:
        """End whatever is under way, and close its connections."""
        self._loop.call_soon_threadsafe(self._asking.cancel)
        self._thread.shutdown()
        self._loop.close()

    def has_room(self) -> bool:
        """Whether servers could soon have nothing to do."""
        return len(self._waiting) < max(self._pool.at_once, _AHEAD) and not self._outcome.done()

    def add(self, request: Asked) -> None:
        """Let servers take it."""
        self._waiting.append(request)
        self._loop.call_soon_threadsafe(self._news.set)

    def next_found(self) -> tuple[int, Reply] | events.Log | None:
        """The next reply or message, None when there is none for a moment; raises what ended the asking."""
        try:
            found = self._found.get(timeout=_GLANCE)
        except queue.Empty:
            return None
        if found is None:
            self._outcome.result()
        return found

    async def _ask_and_close(self) -> None:
        try:
            await self._asking
        finally:
            for task in self._running:
                task.cancel()
            if self._running:
                await asyncio.wait(self._running)
            for client in self._clients.values():
                await client.aclose()
            self._found.put(None)

    async def _ask(self) -> None:
        while True:
            self._hand_out()
            if self._waiting and not self._running and all(map(self._pool.is_down, self._pool.members)):
                raise self._pool.outage()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), _GLANCE)
            self._news.clear()
            done = [task for task in self._running if task.done()]
            for task in sorted(done, key=lambda task: task.exception() is not None):
                self._settle(task)

    def _hand_out(self) -> None:
        """Give every free server something to do, the one with most room first."""
        idle = set[Member]()  # what is left is nothing for them
        while self._waiting:
            now = time.monotonic()
            free = [member for member in self._pool.members if member.is_free(now) and member not in idle]
            if not free:
                return
            member = min(free, key=lambda member: member.load)
            request = self._pool.next_for(member, self._waiting)
            if request is None:
                idle.add(member)
                continue
            if member not in self._clients:
                self._clients[member] = member.endpoint.client()
            task = self._loop.create_task(member.endpoint.reply(self._clients[member], request.question))
            task.add_done_callback(lambda _: self._news.set())
            member.running += 1
            self._running[task] = member, request, now

    def _settle(self, task: asyncio.Task[Reply]) -> None:
        """Hand on a reply, or put its request back for another server."""
        member, request, began = self._running.pop(task)
        member.running -= 1
        error = task.exception()
        if error is None:
            self._came(member, request, task.result())
            return
        if not isinstance(error, Again | HoneError):
            raise error
        if self._pool.failed(member, error, began) and len(self._pool.members) > 1:
            trouble = member.trouble or error
            self._found.put(events.Log(f"{trouble}. The other servers go on without it.", "warning"))
        request.failed.add(member)
        if self._is_hopeless(request, error):
            title = error.failure.title if isinstance(error, Again) else error.title
            self._found.put((request.number, Reply("", f"failed: {title}")))
        else:
            self._waiting.append(request)

    def _came(self, member: Member, request: Asked, reply: Reply) -> None:
        if self._pool.is_down(member):
            self._found.put(events.Log(f"{member.endpoint.place} answers again."))
        now = time.monotonic()
        member.failures, member.good_at = 0.0, now
        member.done += 1
        member.marks.append(now)
        while len(member.marks) > 1 and member.marks[0] < now - _RATE_SECONDS:
            member.marks.popleft()
        if reply.poor:
            request.poor.add(member)
            others = [other for other in self._pool.members if other not in request.poor]
            if len(request.poor) == 1 and any(not self._pool.is_down(other) for other in others):
                self._waiting.append(request)
                return
        self._found.put((request.number, reply))

    def _is_hopeless(self, request: Asked, error: Again | HoneError) -> bool:
        """Whether it is the request that fails, while servers answer others."""
        if not isinstance(error, Again) or not error.own:
            return False
        request.first_fault = request.first_fault or time.monotonic()
        request.faults += self._pool.tries / 2 if error.slow else 1
        if request.faults < self._pool.tries or self._pool.is_untried(request):
            return False
        return any(member.good_at > request.first_fault for member in self._pool.members)
