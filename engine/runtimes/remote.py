"""A chat model on an OpenAI-compatible server: llama-server, Ollama, LM Studio, vLLM and the like."""

from __future__ import annotations

import asyncio
import json
import re
from collections import deque
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx2
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import PrivateAttr
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

from engine.errors import HoneError
from engine.servers import ENVIRONMENT, is_here, key_for, normalised, not_an_address, plain

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from langchain_core.callbacks import CallbackManagerForLLMRun
    from langchain_core.runnables import RunnableConfig

    Call = Callable[[httpx2.AsyncClient], Awaitable[Any]]

_ROLES = {"human": "user", "ai": "assistant", "system": "system"}
# How a server is asked for JSON, the surest way first; the last one only tells the form in the prompt.
_FORMS = ("json_schema", "json_object", "told")
_TOLD = "Reply with one JSON object and nothing else. It has this JSON schema:\n"
_BEARER = "Bearer "
_GLANCE = 0.1  # seconds between two looks at whether to stop
_CONNECT = 10.0  # seconds
_LONGEST_WAIT = 30.0  # seconds between two tries
_LONGEST_COMPLAINT = 200  # characters
_LONGEST_REPLY = 8 << 20  # bytes
_LATER = frozenset({408, 409, 425, 429, 500, 502, 503, 504})  # may go well when asked again
_REFUSED = frozenset({400, 413, 415, 422, 501})  # this request never goes well in this form
_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"\A\s*```\w*\n(.*)\n\s*```\s*\Z", re.DOTALL)


class _Again(Exception):
    """Worth another try after `after` seconds."""

    def __init__(self, failure: HoneError, after: float = 0.0, *, slow: bool = False) -> None:
        super().__init__(failure.title)
        self.failure, self.after, self.slow = failure, after, slow


class _Refused(Exception):
    """The server does not take this request."""


class RemoteChatModel(BaseChatModel):
    """Replies of `name` at `address`, at most `at_once` of them asked for at a time.

    The key is read when a request is made, and stands in no field. `batch_as_completed` takes `max_tokens`,
    `temperature`, `top_p`, `seed` and `json_schema`; the schema goes along in the surest of three ways that the
    server takes. It raises HoneError when the server is gone or of no use, after `tries`; a single request that the
    server refuses has an empty reply that tells so in `finish_reason`.
    """

    address: str
    name: str = ""
    at_once: int = 4
    seconds: float = 300.0  # for one reply
    tries: int = 5
    pause: float = 0.5  # seconds before the second try, twice as many before each further one
    max_tokens: int = 512
    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0
    _form: int = PrivateAttr(default=0)
    _settled: bool = PrivateAttr(default=False)
    _met: bool = PrivateAttr(default=False)

    @property
    def _llm_type(self) -> str:
        return "hone-remote"

    @property
    def place(self) -> str:
        """Host and port."""
        return urlsplit(self.address).netloc

    @property
    def title(self) -> str:
        """Its name for people; llama.cpp's servers call a model by the path of its file."""
        return f"{self.name.rpartition('/')[2] if self.name.startswith('/') else self.name} at {self.place}"

    def models(self, check: Callable[[], None]) -> list[str]:
        """The models that the server has; [] when it does not tell."""

        async def ask(client: httpx2.AsyncClient) -> list[str]:
            try:
                data = await self._send(client, "GET", "models", None)
            except _Refused:
                return []
            found = data.get("data") if isinstance(data, dict) else None
            if not isinstance(found, list):
                raise self._nonsense()
            return [
                plain(entry["id"], _LONGEST_COMPLAINT) for entry in found if isinstance(entry, dict) and entry.get("id")
            ]

        ((_, names),) = self._together([ask], check)
        self._met = True
        return list(names)

    def batch_as_completed(
        self,
        inputs: Sequence[LanguageModelInput],
        config: RunnableConfig | Sequence[RunnableConfig] | None = None,
        *,
        return_exceptions: bool = False,
        check: Callable[[], None] | None = None,
        **kwargs: Any,
    ) -> Iterator[tuple[int, AIMessage]]:
        """Yield (number of the input, reply) as they arrive; `check` is called often and may raise to stop."""
        calls = [self._call(self._convert_input(entry).to_messages(), kwargs) for entry in inputs]
        return self._together(calls, check or (lambda: None))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        ((_, reply),) = self._together([self._call(messages, kwargs)], lambda: None)
        return ChatResult(generations=[ChatGeneration(message=reply)])

    # -- many at once ---------------------------------------------------------------------------------------

    def _together(self, calls: Sequence[Call], check: Callable[[], None]) -> Iterator[tuple[int, Any]]:
        """Yield (number of the call, what it gave) as they end, on this thread; whatever ends this ends them all."""
        loop = asyncio.new_event_loop()
        key = key_for(self.address)
        client = httpx2.AsyncClient(
            headers={"Authorization": f"{_BEARER}{key}"} if key else {},
            timeout=httpx2.Timeout(None, connect=_CONNECT),
            trust_env=not is_here(self.address),  # what is on this machine is not asked for through a proxy
        )
        waiting, running = deque(enumerate(calls)), dict[asyncio.Future[Any], int]()
        try:
            while waiting or running:
                check()
                while waiting and len(running) < self.at_once:
                    number, call = waiting.popleft()
                    running[asyncio.ensure_future(call(client), loop=loop)] = number
                done, _ = loop.run_until_complete(
                    asyncio.wait(running, timeout=_GLANCE, return_when=asyncio.FIRST_COMPLETED)
                )
                for task in sorted(done, key=lambda task: (task.exception() is not None, running[task])):
                    number = running.pop(task)
                    yield number, task.result()
        finally:
            for task in running:
                task.cancel()
            if running:
                loop.run_until_complete(asyncio.wait(running))
            loop.run_until_complete(client.aclose())
            loop.close()

    # -- one request ----------------------------------------------------------------------------------------

    def _call(self, messages: Sequence[BaseMessage], options: dict[str, Any]) -> Call:
        if unknown := sorted(set(options) - {"temperature", "top_p", "seed", "max_tokens", "json_schema"}):
            raise HoneError(f"The server's model has no option {unknown[0]}")
        spoken = [{"role": _ROLES[message.type], "content": str(message.content)} for message in messages]
        names = ("max_tokens", "temperature", "top_p", "seed")
        body = {"model": self.name, "stream": False, **{name: options.get(name, getattr(self, name)) for name in names}}
        schema = options.get("json_schema")

        async def ask(client: httpx2.AsyncClient) -> AIMessage:
            problem = ""
            for form in self._ways(schema):
                # Until a form is known to be taken, an inner error may be about the form: llama-cpp-python's server.
                unsure = schema is not None and not self._settled and form + 1 < len(_FORMS)
                asked = _asked(body, spoken, schema, form)
                try:
                    data = await self._send(client, "POST", "chat/completions", asked, unsure=unsure)
                except _Refused as refusal:
                    problem = str(refusal)
                    continue
                if schema is not None and not self._settled:
                    self._form, self._settled = form, True
                return self._reply(data)
            return AIMessage(content="", response_metadata={"finish_reason": f"refused it: {problem}"})

        return ask

    def _ways(self, schema: Any) -> Sequence[int]:
        """The forms to try: the known one, or all until one is known."""
        if schema is None or self._settled:
            return (self._form,)
        return range(len(_FORMS))

    def _reply(self, data: Any) -> AIMessage:
        try:
            choice = data["choices"][0]
            text, finish = choice["message"].get("content"), choice.get("finish_reason")
        except (KeyError, IndexError, TypeError, AttributeError) as error:
            raise self._nonsense() from error
        bare = _THOUGHT.sub("", text) if isinstance(text, str) else ""
        if fenced := _FENCE.match(bare):
            bare = fenced[1]
        return AIMessage(content=bare.strip(), response_metadata={"finish_reason": plain(finish or "", 40)})

    async def _send(
        self,
        client: httpx2.AsyncClient,
        method: str,
        path: str,
        body: dict[str, Any] | None,
        *,
        unsure: bool = False,
    ) -> Any:
        """The JSON of an answer, after as many tries as it takes; raises _Refused, or HoneError when all failed."""
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(_Again),
            stop=self._is_enough,
            wait=self._wait,
            sleep=asyncio.sleep,
            reraise=True,
        )
        try:
            return await retrying(self._try, client, method, path, body, unsure=unsure)
        except _Again as again:
            raise again.failure from again

    def _is_enough(self, state: RetryCallState) -> bool:
        failed = state.outcome.exception() if state.outcome else None
        return state.attempt_number >= (2 if isinstance(failed, _Again) and failed.slow else self.tries)

    def _wait(self, state: RetryCallState) -> float:
        failed = state.outcome.exception() if state.outcome else None
        asked = failed.after if isinstance(failed, _Again) else 0.0
        return min(max(self.pause * 2.0 ** (state.attempt_number - 1), asked), _LONGEST_WAIT)

    async def _try(
        self, client: httpx2.AsyncClient, method: str, path: str, body: dict[str, Any] | None, *, unsure: bool
    ) -> Any:
        try:
            async with (
                asyncio.timeout(self.seconds),
                client.stream(method, f"{self.address}/{path}", json=body) as response,
            ):
                content = bytearray()
                async for piece in response.aiter_bytes():
                    content += piece
                    if len(content) > _LONGEST_REPLY:
                        raise self._nonsense()
        except TimeoutError as error:
            raise _Again(self._too_slow(), slow=True) from error
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, UnicodeError) as error:
            raise not_an_address(self.address) from error
        except httpx2.HTTPError as error:
            raise _Again(self._gone()) from error
        key = client.headers.get("Authorization", "").removeprefix(_BEARER)
        if unsure and response.status_code == 500:
            raise _Refused("500")
        return self._outcome(response, bytes(content), key)

    def _outcome(self, response: httpx2.Response, content: bytes, key: str) -> Any:
        """What an answer holds, or the error that its status means."""
        status = response.status_code
        try:
            data = json.loads(content)
        except (ValueError, RecursionError):
            data = None
        said = _complaint(data).replace(key, "...") if key else _complaint(data)
        if status in (401, 403):
            raise self._no_entry(key)
        if status in _LATER:
            raise _Again(self._fails(status, said), _seconds(response.headers.get("retry-after", "")))
        if status in _REFUSED:
            raise _Refused(said or str(status))
        if status == 404 and not str(response.url).endswith("/models"):
            raise HoneError(
                f"{self.place} does not know the model {self.name}",
                f"It says: {said or status}. Check the address and the name of the model.",
            )
        if status == 404:
            raise _Refused("404")
        if status != 200:
            raise self._fails(status, said)
        if data is None:
            raise self._nonsense()
        return data

    # -- what can go wrong ----------------------------------------------------------------------------------

    def _gone(self) -> HoneError:
        if not self._met:
            return HoneError(
                f"There is no server at {self.place}", "Start it, or check the address and its port: nothing answers."
            )
        return HoneError(
            f"The server at {self.place} stopped answering",
            "What it said before is kept: start it again, then do this once more to go on.",
        )

    def _too_slow(self) -> HoneError:
        return HoneError(
            f"The server at {self.place} is too slow",
            f"A reply took longer than {self.seconds:g} seconds: choose a smaller model, or close what else it does.",
        )

    def _no_entry(self, key: str) -> HoneError:
        if key:
            return HoneError(
                f"The server at {self.place} refuses the key",
                f"Check {ENVIRONMENT} in the environment, or the key in the keychain.",
            )
        return HoneError(
            f"The server at {self.place} wants a key",
            f"Set {ENVIRONMENT} in the environment, or keep the key in the keychain with hone key ADDRESS.",
        )

    def _fails(self, status: int, said: str) -> HoneError:
        return HoneError(
            f"The server at {self.place} fails",
            f"It answers with status {status}: {said or 'no reason'}. Look at what it prints, and try again.",
        )

    def _nonsense(self) -> HoneError:
        return HoneError(
            f"What answers at {self.place} is no chat server",
            "Give the address of an OpenAI-compatible server (llama-server, Ollama, LM Studio, vLLM), up to /v1.",
        )


def open_remote(address: str, name: str, check: Callable[[], None] = lambda: None, **options: Any) -> RemoteChatModel:
    """The model `name` of a server, or its only one; raises HoneError when there is no such server or model."""
    model = RemoteChatModel(address=normalised(address), name=name.strip(), **options)
    names = model.model_copy(update={"tries": min(model.tries, 2)}).models(check)
    chosen = next((found for found in (model.name, f"{model.name}:latest") if found in names), "")
    if not model.name and len(names) == 1:
        chosen = names[0]
    if not chosen and names:
        hint = f"It has {', '.join(sorted(names)[:20])}."
        if model.name:
            raise HoneError(f"{model.place} has no model {model.name}", hint)
        raise HoneError(f"Which model of {model.place}?", f"{hint} Choose one of them.")
    if not chosen and not model.name:
        raise HoneError(f"Which model of {model.place}?", "It does not tell which ones it has: give the name of one.")
    model.name = chosen or model.name
    model._met = True
    return model


def _asked(body: dict[str, Any], spoken: list[dict[str, str]], schema: Any, form: int) -> dict[str, Any]:
    """A request's body; the form is told in the prompt too where the server does not hold a reply to it."""
    if schema is None:
        return {**body, "messages": spoken}
    if _FORMS[form] == "json_schema":
        wanted = {"type": "json_schema", "json_schema": {"name": "reply", "schema": schema}}
        return {**body, "messages": spoken, "response_format": wanted}
    last = {**spoken[-1], "content": f"{spoken[-1]['content']}\n\n{_TOLD}{json.dumps(schema, ensure_ascii=False)}"}
    told = {**body, "messages": [*spoken[:-1], last]}
    if _FORMS[form] == "json_object":
        told["response_format"] = {"type": "json_object", "schema": schema}
    return told


def _complaint(data: Any) -> str:
    """The server's own words on what went wrong, on one line."""
    found = data.get("error") or data.get("detail") or data.get("message") if isinstance(data, dict) else None
    words = found.get("message") if isinstance(found, dict) else found
    return plain(words, _LONGEST_COMPLAINT).rstrip(".") if words else ""


def _seconds(text: str) -> float:
    """What a server says with Retry-After; a date counts as not said."""
    return float(text) if text.strip().isdigit() else 0.0
