"""An OpenAI-compatible server on loopback that follows a script, to be as good or as bad as a test needs it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

from tests.engine.loopback import Loopback

if TYPE_CHECKING:
    from collections.abc import Callable


class ChatServer(Loopback):
    """Replies with what `reply(number of the request, its body)` gives: a text, or (status, body or bytes).

    Pieces in an iterator are streamed: a text as an event, None as the end; bytes are sent as they are. `left` is set
    when who asked goes away meanwhile.
    `models` are those it lists; with `key` it wants that key; `dead` closes connections without a word.
    """

    def __init__(
        self,
        reply: Callable[[int, dict[str, Any]], Any],
        *,
        models: tuple[str, ...] = ("small",),
        key: str = "",
        forms: tuple[str, ...] = ("json_schema", "json_object"),
        wrong_form: int = 400,
        delay: float = 0.0,
    ) -> None:
        self.reply, self.models, self.key, self.delay = reply, models, key, delay
        self.forms, self.wrong_form = forms, wrong_form
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.busy = self.most = 0
        self.dead = False
        self.retry_after = 0
        self.left = threading.Event()
        self._lock = threading.Lock()
        super().__init__(self._handler())

    def answer(self, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        """The status and body of an answer."""
        if path == "/v1/models":
            return 200, {"object": "list", "data": [{"id": name} for name in self.models]}
        form = body.get("response_format", {}).get("type", "")
        if form and form not in self.forms:
            return self.wrong_form, {"error": {"message": f"response_format {form} is not known"}}
        with self._lock:
            number = len(self.asked)
            self.asked.append(body)
            self.busy += 1
            self.most = max(self.most, self.busy)
        self.stop.wait(self.delay)
        said = self.reply(number, body)
        with self._lock:
            self.busy -= 1
        if isinstance(said, str):
            return 200, {"choices": [{"message": {"role": "assistant", "content": said}, "finish_reason": "stop"}]}
        if isinstance(said, Iterator):
            return 200, said
        status, content = said
        return status, content

    def stream(self, handler: BaseHTTPRequestHandler, pieces: Iterator[str | bytes | None]) -> None:
        """Send the pieces one after another, as long as somebody listens."""
        try:
            handler.send_response(200)
            handler.send_header("Content-Type", "text/event-stream")
            handler.send_header("Connection", "close")
            handler.end_headers()
            for piece in pieces:
                handler.wfile.write(piece if isinstance(piece, bytes) else _event(piece))
        except ConnectionError:
            self.left.set()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: Any) -> None:
                pass

            def do_GET(self) -> None:
                self._answer({})

            def do_POST(self) -> None:
                self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

            def _answer(self, body: dict[str, Any]) -> None:
                given = self.headers.get("Authorization", "").removeprefix("Bearer ")
                server.keys.append(given)
                if server.key and given != server.key:
                    status, content = 401, {"error": {"message": f"Incorrect key provided: {given}"}}
                else:
                    status, content = server.answer(self.path, body)
                if server.dead:
                    self.close_connection = True
                    return
                if isinstance(content, Iterator):
                    self.close_connection = True
                    server.stream(self, content)
                    return
                data = content if isinstance(content, bytes) else json.dumps(content).encode()
                try:
                    self.send_response(status)
                    self.send_header("Content-Length", str(len(data)))
                    if status == 429:
                        self.send_header("Retry-After", str(server.retry_after))
                    self.end_headers()
                    self.wfile.write(data)
                except ConnectionError:  # who asked went away
                    self.close_connection = True

        return Handler


def _event(piece: str | None) -> bytes:
    """A piece of a reply, or its end, as servers send it."""
    delta = {} if piece is None else {"content": piece}
    event = {"choices": [{"index": 0, "delta": delta, "finish_reason": "stop" if piece is None else None}]}
    return f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode() + (
        b"data: [DONE]\n\n" if piece is None else b""
    )


def seconds(begun: float) -> float:
    """How long it took since."""
    return time.monotonic() - begun
