"""Which kind of writer a GGUF file is, and opening it as that."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import HoneError
from engine.resources import starter_gguf
from engine.runtimes.batching import Batcher
from engine.runtimes.gguf import load_gguf
from engine.writers.by_language import StarterByLanguage
from engine.writers.examples import Example, styles_like
from engine.writers.kinds import KINDS
from engine.writers.starter import StarterWriter, is_starter

if TYPE_CHECKING:
    from engine.runtimes.gguf import GgufModel
    from engine.writers.base import Writer

STARTER = "starter"
_SEQUENCES = 8
_HEAD = 1 << 20  # bytes of a writer's file that tell it from others, beside its size
_TOKENS_EACH = 2048  # prompt and reply of one sequence, on average


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


def open_writer(path: str | Path, wishes: Wishes, *, as_chat: bool = False) -> Writer:
    """Load a writer; `starter` is the model that ships with Hone, with rules for Korean.

    A starter is known by its small vocabulary and the marks in its chat template; everything else is a
    chat model, and `as_chat` takes a starter for one too. Raises HoneError when the file cannot be used.
    """
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
    """The size of a writer's file and a digest of its first bytes, which tell it from others."""
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
    from engine.writers.chat import ChatWriter

    cells = _SEQUENCES * min(_TOKENS_EACH, model.context_length)
    batcher = Batcher(model, sequences=_SEQUENCES, cells=cells)

    def close() -> None:
        batcher.close()
        model.close()

    return ChatWriter(
        GgufChatModel(batcher=batcher),
        name=model.name,
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
