"""What can be asked for: the list of models, and replies to conversations and texts, whole or streamed."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from engine.serving import forms
from engine.serving.guard import answer
from engine.serving.orders import Order
from engine.serving.outlet import Outlet
from engine.serving.refusals import Refused
from engine.serving.wishes import chat_wish, completion_wish

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request

    from engine.serving.models import Models
    from engine.serving.orders import Orders
    from engine.serving.wishes import Wish

_LONGEST_BODY = 4 << 20  # bytes
_GONE = 499  # nobody reads it


class Routes:
    """The pages of the server, over what is served and the orders for it."""

    def __init__(self, models: Models, orders: Orders) -> None:
        self._models, self._orders = models, orders
        self._since = int(time.time())

    def application(self) -> Starlette:
        """All of them as one; whatever is not there is refused in OpenAI's form as well."""
        pages = [
            Route("/v1/models", self._list, methods=["GET"]),
            Route("/v1/models/{name:path}", self._one, methods=["GET"]),
            Route("/v1/chat/completions", self._chat, methods=["POST"]),
            Route("/v1/completions", self._complete, methods=["POST"]),
        ]
        return Starlette(routes=pages, exception_handlers={Refused: _refuse, HTTPException: _miss, Exception: _fail})

    async def _list(self, request: Request) -> Response:
        data = [forms.model(name, self._since) for name in self._models.names]
        return JSONResponse({"object": "list", "data": data})

    async def _one(self, request: Request) -> Response:
        name = request.path_params["name"]
        self._models.side(name)
        return JSONResponse(forms.model(name, self._since))

    async def _chat(self, request: Request) -> Response:
        return await self._reply(request, chat_wish, forms.ChatForm)

    async def _complete(self, request: Request) -> Response:
        return await self._reply(request, completion_wish, forms.Form)

    async def _reply(self, request: Request, read: Callable[[bytes], Wish], form: type[forms.Form]) -> Response:
        wish = read(await _body(request))
        side, prompt = self._models.side(wish.model), self._models.prompt(wish)
        self._orders.check_room()
        # A text is continued as it is; around an answer space means nothing.
        order = Order(side, prompt, wish.sampling, Outlet(wish.stops, trims=not isinstance(wish.said, str)))
        written = form(wish.model, len(prompt))
        if wish.streams:
            lines = self._stream(order, written, counts=wish.counts)
            return StreamingResponse(lines, media_type="text/event-stream", headers={"Cache-Control": "no-store"})
        return await self._whole(request, order, written)

    async def _stream(self, order: Order, form: forms.Form, *, counts: bool) -> AsyncIterator[str]:
        """Lines of the stream; it is closed when the client goes away, and the order given up with it."""
        tokens = 0
        try:
            for data in form.first():
                yield forms.event(data)
            async with aclosing(self._orders.pieces(order)) as pieces:
                async for piece in pieces:
                    tokens = piece.tokens
                    if piece.text:
                        yield forms.event(form.piece(piece.text))
                    if piece.finish:
                        yield forms.event(form.piece("", piece.finish))
            if counts:
                yield forms.event(form.usage(tokens))
        except Refused as refused:  # the status is said already
            yield forms.event(refused.body())
        yield forms.event("[DONE]")

    async def _whole(self, request: Request, order: Order, form: forms.Form) -> Response:
        """All of the reply, given up when the client goes away."""
        said = asyncio.ensure_future(self._collect(order, form))
        gone = asyncio.ensure_future(_disconnect(request))
        try:
            await asyncio.wait((said, gone), return_when=asyncio.FIRST_COMPLETED)
            return said.result() if said.done() else Response(status_code=_GONE)
        finally:
            said.cancel()
            gone.cancel()

    async def _collect(self, order: Order, form: forms.Form) -> Response:
        found = []
        async with aclosing(self._orders.pieces(order)) as pieces:
            async for piece in pieces:
                found.append(piece)
        text = "".join(piece.text for piece in found)
        return JSONResponse(form.whole(text, found[-1].tokens, found[-1].finish))


async def _body(request: Request) -> bytes:
    found = bytearray()
    async for part in request.stream():
        found += part
        if len(found) > _LONGEST_BODY:
            raise Refused(413, "The request is too large", f"It may have {_LONGEST_BODY >> 20} MB.")
    return bytes(found)


async def _disconnect(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _refuse(request: Request, refused: Exception) -> Response:
    assert isinstance(refused, Refused)
    return answer(refused)


async def _miss(request: Request, error: Exception) -> Response:
    """For a path that is not there, or not with this method."""
    assert isinstance(error, HTTPException)
    there = "GET /v1/models, POST /v1/chat/completions and POST /v1/completions are."
    return answer(Refused(error.status_code, f"{request.method} {request.url.path} is not there", there))


async def _fail(request: Request, error: Exception) -> Response:
    """For an error of ours; the server tells it on its standard error and goes on."""
    hint = "Please report what you asked for."
    return answer(Refused(500, f"An error in Hone: {type(error).__name__}", hint))
