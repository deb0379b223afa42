"""Which kind of writer a GGUF file is, and opening it as that."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine import server_list
from engine.errors import HoneError
from engine.resources import starter_gguf
from engine.runtimes.batching import Batcher
from engine.runtimes.gguf import load_gguf
from engine.servers import is_address, is_named, parted
from engine.writers.by_language import StarterByLanguage
from engine.writers.examples import Example, styles_like
from engine.writers.kinds import KINDS
from engine.writers.starter import StarterWriter, is_starter

if TYPE_CHECKING:
    from collections.abc import Callable

    from langchain_core.language_models import BaseChatModel

    from engine.events import Event
    from engine.runtimes.gguf import GgufModel
    from engine.server_list import Server
    from engine.writers.base import Check, Writer
    from engine.writers.chat import ChatWriter

STARTER = "starter"
_HEAD = 1 << 20  # bytes of a writer's file that tell it from others, beside its size
_ROUNDS = 4  # texts that are asked for together, for each that is written at a time: few wait for the last ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person asks of a writer; a starter follows only `wordings`, `kinds`, `seed` and `avoid`.

    Of `examples` it sees how they ask, and prefers that style. `avoid` are questions, normalised, that were
    asked before and came to nothing.
    """

    questions: int = 2
    wordings: int = 4
    kinds: tuple[str, ...] = KINDS
    unanswerable: float = 0.0
    examples: tuple[Example, ...] = ()
    topic: str = ""
    instructions: str = ""
    max_tokens: int = 512
    temperature: float = 0.0
    seed: int = 0
    avoid: frozenset[str] = frozenset()


def open_writer(
    path: str | Path,
    wishes: Wishes,
    *,
    as_chat: bool = False,
    tell: Callable[[Event], None] = lambda event: None,
    check: Check = lambda: None,
) -> Writer:
    """Load a writer; `starter` is the model that ships with Hone, with rules for Korean.

    `servers` are all that the person has listed, an address (`http://localhost:11434/v1#llama3.2`) is one; how they
    fare is told by `tell`. A starter is known by its small vocabulary and the marks in its chat template; everything
    else is a chat model, and `as_chat` takes a starter for one too. Raises HoneError when the writer cannot be used.
    """
    if is_named(str(path)):
        return _server_writer(str(path), wishes, tell, check)
    model = load_gguf(starter_gguf() if path == STARTER else path)
    if is_starter(model) and not as_chat:
        starter = StarterWriter(
            model,
            wordings=wishes.wordings,
            seed=wishes.seed,
            kinds=wishes.kinds,
            avoid=wishes.avoid,
            styles=styles_like(wishes.examples),
        )
        return StarterByLanguage(starter, wordings=wishes.wordings, kinds=wishes.kinds, avoid=wishes.avoid)
    return _chat_writer(model, wishes)


def fingerprint(path: str) -> tuple[int, str]:
    """What tells a writer from others: its file's size and a digest of its first bytes, or its servers' models.

    With servers that come and go the same models go on where they were.
    """
    if is_named(path):
        return 0, " ".join(sorted({server.model for server in _servers(path)}))
    file = starter_gguf() if path == STARTER else Path(path).expanduser()
    try:
        with file.open("rb") as opened:
            return file.stat().st_size, hashlib.sha256(opened.read(_HEAD)).hexdigest()
    except OSError as error:
        raise HoneError(
            f"The writer {file.name} cannot be read", f"{error.strerror}: give `starter` or the path of a GGUF file."
        ) from error


def _chat_writer(model: GgufModel, wishes: Wishes) -> Writer:
    # Langchain takes up to two seconds to import: only for the writers that need it.
    from engine.runtimes.chat_model import GgufChatModel

    batcher = Batcher.for_chat(model)

    def close() -> None:
        batcher.close()
        model.close()

    writer = _instructed(GgufChatModel(batcher=batcher), model.name, wishes, close)
    writer.chunks_at_once = max(writer.chunks_at_once, _ROUNDS * batcher.sequences // max(wishes.questions, 1))
    return writer


def _server_writer(writer: str, wishes: Wishes, tell: Callable[[Event], None], check: Check) -> Writer:
    from engine.runtimes.remote import open_pool

    pool = open_pool(_servers(writer), tell, check)
    names = sorted({endpoint.model for endpoint in pool.endpoints if endpoint.model})
    found = _instructed(pool, " and ".join(names) or writer, wishes, lambda: None)
    found.chunks_at_once = max(found.chunks_at_once, 2 * _ROUNDS * pool.at_once // max(wishes.questions, 1))
    found.keeps_order = False
    return found


def _servers(writer: str) -> list[Server]:
    """All that are listed and used, or the one of an address: as it is listed, if it is."""
    if not is_address(writer):
        return server_list.used()
    address, model = parted(writer)
    named = server_list.Server(address=address, model=model)
    return [next((server for server in server_list.listed() if server.value == named.value), named)]


def _instructed(model: BaseChatModel, name: str, wishes: Wishes, close: Callable[[], None]) -> ChatWriter:
    from engine.writers.chat import ChatWriter

    return ChatWriter(
        model,
        name=name,
        questions=wishes.questions,
        wordings=wishes.wordings,
        kinds=wishes.kinds,
        unanswerable=wishes.unanswerable,
        examples=wishes.examples,
        topic=wishes.topic,
        instructions=wishes.instructions,
        max_tokens=wishes.max_tokens,
        temperature=wishes.temperature,
        seed=wishes.seed,
        avoid=wishes.avoid,
        close=close,
    )
