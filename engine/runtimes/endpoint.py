"""A model of an OpenAI-compatible server: how it is asked, once, and what its answer means."""

from __future__ import annotations

import asyncio
import functools
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx2

from engine.errors import HoneError
from engine.runtimes.server_sent import server_sent
from engine.servers import is_here, key_for, key_variable, not_an_address, plain

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncGenerator, Sequence

# How a server is asked for JSON, the surest way first; the last one only tells the form in the prompt.
_FORMS = ("json_schema", "json_object", "told")
_TOLD = "Reply with one JSON object and nothing else. It has this JSON schema:\n"
_BEARER = "Bearer "
_CONNECT = 10.0  # seconds
_LONGEST_COMPLAINT = 200  # characters
_LONGEST_REPLY = 8 << 20  # bytes
_UNREAD = 3  # replies in a row that are no JSON: the server takes the form, but does not hold to it
_LATER = frozenset({408, 409, 425, 429, 500, 502, 503, 504})  # may go well when asked again
_BUSY = frozenset({409, 425, 429, 503})  # says nothing against the request
_REFUSED = frozenset({400, 413, 415, 422, 501})  # this request never goes well in this form
_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"\A\s*```\w*\n(.*)\n\s*```\s*\Z", re.DOTALL)


class Again(Exception):
    """Worth another try after `after` seconds; `own` when the request itself may be what makes the server fail."""

    def __init__(self, failure: HoneError, after: float = 0.0, *, slow: bool = False, own: bool = False) -> None:
        super().__init__(failure.title)
        self.failure, self.after, self.slow, self.own = failure, after, slow, own or slow


class Refused(Exception):
    """The server does not take this request."""


class NoEntry(HoneError):
    """The server wants a key, or another one; `failure` says so."""

    def __init__(self, failure: HoneError) -> None:
        super().__init__(failure.title, failure.hint)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said. `poor` when nothing can come of it here: another server may do better."""

    text: str
    finish: str
    poor: bool = False


@dataclass(slots=True, eq=False)
class Question:
    """A conversation with the options of its request; `forms` remembers which form a server is to be asked in next."""

    spoken: Sequence[dict[str, str]]
    options: dict[str, Any]
    schema: dict[str, Any] | None = None
    forms: dict[Endpoint, int] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Endpoint:
    """The model `name` at `address`, of which at most `at_once` replies are asked for at a time.

    The key is read when a client is made, unless the person gave one (`key`, which is never shown); HONE_API_KEY is for
    the one server there is, and for none where there are several (`alone`). It remembers which form of JSON its server
    takes.
    """

    address: str
    name: str = ""
    at_once: int = 4
    seconds: float = 300.0  # for one reply
    alone: bool = True
    key: str = field(default="", repr=False)
    met: bool = False
    form: int = 0
    settled: bool = False
    unread: int = 0

    @property
    def place(self) -> str:
        """Host and port."""
        return urlsplit(self.address).netloc

    @property
    def model(self) -> str:
        """The model's name for people; llama.cpp's servers call it by the path of its file."""
        return self.name.rpartition("/")[2] if self.name.startswith("/") else self.name

    @property
    def title(self) -> str:
        """Its name for people, with the server's."""
        return f"{self.model} at {self.place}"

    def client(self) -> httpx2.AsyncClient:
        """What asks the server; close it."""
        key = self.key or key_for(self.address, alone=self.alone)
        return httpx2.AsyncClient(
            headers={"Authorization": f"{_BEARER}{key}"} if key else {},
            verify=_certificates(),
            timeout=httpx2.Timeout(None, connect=_CONNECT),
            limits=httpx2.Limits(max_connections=None, max_keepalive_connections=self.at_once),
            trust_env=not is_here(self.address),  # what is on this machine is not asked for through a proxy
        )

    async def models(self, client: httpx2.AsyncClient) -> list[str]:
        """The models that the server has; [] when it does not tell. Raises Again or HoneError."""
        try:
            data = await self._send(client, "GET", "models", None)
        except Refused:
            return []
        found = data.get("data") if isinstance(data, dict) else None
        if not isinstance(found, list):
            raise self._nonsense()
        self.met = True
        return [plain(entry["id"], _LONGEST_COMPLAINT) for entry in found if isinstance(entry, dict) and "id" in entry]

    async def reply(self, client: httpx2.AsyncClient, question: Question) -> Reply:
        """Ask in the form that the server is known to take, or in one after the other; raises Again or HoneError."""
        problem, last = "", len(_FORMS) - 1
        first = self.form if self.settled or question.schema is None else question.forms.get(self, 0)
        for form in range(first, first + 1 if self.settled or question.schema is None else last + 1):
            # Until a form is known to be taken, an inner error may be about the form: llama-cpp-python's server.
            unsure = question.schema is not None and not self.settled and form < last
            try:
                data = await self._send(client, "POST", "chat/completions", self._body(question, form), unsure=unsure)
            except Refused as refusal:
                problem = str(refusal)
                question.forms[self] = min(form + 1, last)
                continue
            if question.schema is not None and not self.settled:
                self.form, self.settled = form, True
            return self._read(data, question.schema is not None)
        return Reply("", f"refused it: {problem}", poor=True)

    async def stream(self, client: httpx2.AsyncClient, question: Question) -> AsyncGenerator[str, None]:
        """The pieces of a reply as they come, or one where the server does not stream; raises Refused or HoneError."""
        body, wait = self._body(question, 0) | {"stream": True}, httpx2.Timeout(self.seconds, connect=_CONNECT)
        try:
            async with client.stream("POST", f"{self.address}/chat/completions", json=body, timeout=wait) as response:
                if response.status_code != 200 or "event-stream" not in response.headers.get("content-type", ""):
                    key = client.headers.get("Authorization", "").removeprefix(_BEARER)
                    yield self._read(self._outcome(response, await response.aread(), key), is_json=False).text
                    return
                self.met = True
                async for piece in self._pieces(response):
                    yield piece
        except httpx2.ReadTimeout as error:
            raise self._too_slow() from error
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, UnicodeError) as error:
            raise not_an_address(self.address) from error
        except httpx2.HTTPError as error:
            raise self._gone() from error
        except Again as again:
            raise again.failure from again

    async def _pieces(self, response: httpx2.Response) -> AsyncGenerator[str, None]:
        """What the events of a stream say; raises HoneError where it ends before the reply does."""
        is_whole = False
        async for data in server_sent(response.aiter_bytes(), _LONGEST_REPLY):
            if data == b"[DONE]":
                return
            try:
                event = json.loads(data)
                choices = event.get("choices") or []
                delta = choices[0]["delta"].get("content") if choices else None
                is_whole = is_whole or bool(choices and choices[0].get("finish_reason"))
            except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
                raise self._nonsense() from error
            if said := _complaint(event):
                raise HoneError(f"The server at {self.place} ended its reply", f"It says: {said}.")
            if isinstance(delta, str) and delta:
                yield delta
        if not is_whole:
            raise self._gone()

    def _body(self, question: Question, form: int) -> dict[str, Any]:
        """A request's body; the form is told in the prompt too where the server does not hold a reply to it."""
        body = {"model": self.name, "stream": False, **question.options, "messages": list(question.spoken)}
        schema = question.schema
        if schema is None:
            return body
        if _FORMS[form] == "json_schema":
            body["response_format"] = {"type": "json_schema", "json_schema": {"name": "reply", "schema": schema}}
            return body
        last = question.spoken[-1]
        told = f"{last['content']}\n\n{_TOLD}{json.dumps(schema, ensure_ascii=False)}"
        body["messages"] = [*question.spoken[:-1], {**last, "content": told}]
        if _FORMS[form] == "json_object":
            body["response_format"] = {"type": "json_object", "schema": schema}
        return body

    def _read(self, data: Any, is_json: bool) -> Reply:
        try:
            choice = data["choices"][0]
            text, finish = choice["message"].get("content"), choice.get("finish_reason")
        except (KeyError, IndexError, TypeError, AttributeError) as error:
            raise self._nonsense() from error
        bare = _THOUGHT.sub("", text) if isinstance(text, str) else ""
        if fenced := _FENCE.match(bare):
            bare = fenced[1]
        is_poor = is_json and finish != "length" and not _is_json(bare)
        self.unread = self.unread + 1 if is_poor else 0
        if self.unread == _UNREAD and self.form + 1 < len(_FORMS):
            self.form, self.unread = self.form + 1, 0
        return Reply(bare.strip(), plain(finish or "", 40), is_poor)

    async def _send(
        self, client: httpx2.AsyncClient, method: str, path: str, body: dict[str, Any] | None, *, unsure: bool = False
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
            raise Again(self._too_slow(), slow=True) from error
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, UnicodeError) as error:
            raise not_an_address(self.address) from error
        except httpx2.HTTPError as error:
            raise Again(self._gone()) from error
        key = client.headers.get("Authorization", "").removeprefix(_BEARER)
        if unsure and response.status_code == 500:
            raise Refused("500")
        found = self._outcome(response, bytes(content), key)
        self.met = True
        return found

    def _outcome(self, response: httpx2.Response, content: bytes, key: str) -> Any:
        """What an answer holds, or the error that its status means."""
        status = response.status_code
        try:
            data = json.loads(content)
        except (ValueError, RecursionError):
            data = None
        said = _complaint(data).replace(key, "...") if key else _complaint(data)
        if status in (401, 403):
            raise NoEntry(self._no_entry(key))
        if status in _LATER:
            after = _seconds(response.headers.get("retry-after", ""))
            raise Again(self._fails(status, said), after, own=status not in _BUSY)
        if status in _REFUSED:
            raise Refused(said or str(status))
        if status == 404 and not str(response.url).endswith("/models"):
            raise HoneError(
                f"{self.place} does not know the model {self.name}",
                f"It says: {said or status}. Check the address and the name of the model.",
            )
        if status == 404:
            raise Refused("404")
        if status != 200:
            raise self._fails(status, said)
        if data is None:
            raise self._nonsense()
        return data

    # -- what can go wrong ----------------------------------------------------------------------------------

    def _gone(self) -> HoneError:
        if not self.met:
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
        variable = key_variable(self.address)
        if key:
            return HoneError(
                f"The server at {self.place} refuses the key",
                f"Check {variable} in the environment, or the key in the keychain.",
            )
        return HoneError(
            f"The server at {self.place} wants a key",
            f"Set {variable} in the environment, or keep the key in the keychain with hone key ADDRESS.",
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


@functools.cache
def _certificates() -> ssl.SSLContext:
    """Reading them takes longer than a request."""
    return httpx2.create_ssl_context()


def _is_json(text: str) -> bool:
    try:
        json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return True


def _complaint(data: Any) -> str:
    """The server's own words on what went wrong, on one line."""
    found = data.get("error") or data.get("detail") or data.get("message") if isinstance(data, dict) else None
    words = found.get("message") if isinstance(found, dict) else found
    return plain(words, _LONGEST_COMPLAINT).rstrip(".") if words else ""


def _seconds(text: str) -> float:
    """What a server says with Retry-After; a date counts as not said."""
    return float(text) if text.strip().isdigit() else 0.0
