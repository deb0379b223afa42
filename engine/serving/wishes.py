"""What requests ask for: read from OpenAI's JSON, checked, and refused where it could only be ignored."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, Field, ValidationError

from engine.runtimes.mlx import Sampling
from engine.serving.refusals import Refused

# As in chat, but for the length: programs seldom say one, and want an answer that is whole.
TEMPERATURE, TOP_P, REPETITION_PENALTY, MAX_TOKENS = 0.6, 0.9, 1.1, 1024
_LEAST_TOP_P = 0.01
_SEEDS = 2**31
_STOPS = 4  # as OpenAI has it
# What would change a reply and is not known here, with the values that change nothing.
_UNKNOWN: dict[str, tuple[Any, ...]] = {
    "n": (1,),
    "best_of": (1,),
    "echo": (False,),
    "suffix": ("",),
    "logprobs": (False,),
    "top_logprobs": (0,),
    "logit_bias": ({},),
    "frequency_penalty": (0,),
    "presence_penalty": (0,),
    "tools": ([],),
    "functions": ([],),
    "tool_choice": ("none", "auto"),
    "function_call": ("none", "auto"),
    "response_format": ({"type": "text"},),
    "modalities": (["text"],),
    "audio": (),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What one request wants: of which model, after what, and how it is told.

    `said` is a conversation, or a text that is continued as it is.
    """

    model: str
    said: list[dict[str, str]] | str
    sampling: Sampling
    stops: tuple[str, ...] = ()
    streams: bool = False
    counts: bool = False  # whether a stream ends with its usage


class _StreamOptions(BaseModel):
    include_usage: bool | None = None


class _Options(BaseModel):
    """What both kinds of requests have."""

    model: str
    max_tokens: int | None = Field(None, ge=1)
    max_completion_tokens: int | None = Field(None, ge=1)
    temperature: float | None = Field(None, ge=0, le=2)
    top_p: float | None = Field(None, ge=0, le=1)
    repetition_penalty: float | None = Field(None, ge=1, le=2)
    seed: int | None = None
    stop: str | list[str] | None = None
    stream: bool | None = None
    stream_options: _StreamOptions | None = None


class _Part(BaseModel):
    type: Literal["text"]
    text: str


class _Message(BaseModel):
    role: Literal["system", "developer", "user", "assistant"]
    content: str | list[_Part]

    def plain(self) -> dict[str, str]:
        """Role and text, as templates take them."""
        text = self.content if isinstance(self.content, str) else "".join(part.text for part in self.content)
        return {"role": "system" if self.role == "developer" else self.role, "content": _whole(text)}


class _Chat(_Options):
    messages: list[_Message] = Field(min_length=1)


class _Completion(_Options):
    prompt: str | list[str]


_Form = TypeVar("_Form", bound=_Options)


def chat_wish(body: bytes) -> Wish:
    """Of a chat completion; raises Refused."""
    asked = _read(body, _Chat)
    said = [message.plain() for message in asked.messages]
    system = "\n\n".join(message["content"] for message in said if message["role"] == "system")
    turns = [message for message in said if message["role"] != "system"]
    if not turns or turns[-1]["role"] != "user":
        raise Refused(400, "The last message is not the user's", "End with what shall be answered.", field="messages")
    return _wish(asked, [*([{"role": "system", "content": system}] if system else []), *turns])


def completion_wish(body: bytes) -> Wish:
    """Of a text that is continued; raises Refused."""
    asked = _read(body, _Completion)
    prompts = [asked.prompt] if isinstance(asked.prompt, str) else asked.prompt
    if len(prompts) != 1 or not prompts[0]:
        raise Refused(400, "There is not one prompt", "Ask for one text at a time, and not for none.", field="prompt")
    return _wish(asked, _whole(prompts[0]))


def _wish(asked: _Options, said: list[dict[str, str]] | str) -> Wish:
    stops = [asked.stop] if isinstance(asked.stop, str) else asked.stop or []
    if len(stops) > _STOPS:
        raise Refused(400, "There are too many stop sequences", f"Give {_STOPS} at most.", field="stop")
    return Wish(
        model=asked.model,
        said=said,
        sampling=Sampling(
            temperature=_or(asked.temperature, TEMPERATURE),
            top_p=max(_or(asked.top_p, TOP_P), _LEAST_TOP_P),
            repetition_penalty=_or(asked.repetition_penalty, REPETITION_PENALTY),
            max_tokens=asked.max_completion_tokens or asked.max_tokens or MAX_TOKENS,
            seed=secrets.randbelow(_SEEDS) if asked.seed is None else asked.seed % _SEEDS,
        ),
        stops=tuple(_whole(stop) for stop in stops if stop),
        streams=bool(asked.stream),
        counts=bool(asked.stream_options and asked.stream_options.include_usage),
    )


def _read(body: bytes, form: type[_Form]) -> _Form:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:  # also no UTF-8, and brackets without end
        raise Refused(400, "The request is no JSON", "Send an object, such as the openai client does.") from error
    if not isinstance(found, dict):
        raise Refused(400, "The request is no JSON object", "Send an object, such as the openai client does.")
    for name, harmless in _UNKNOWN.items():
        if found.get(name) is not None and found[name] not in harmless:
            raise Refused(400, f"{name} is not known here", "Leave it out.", code="unsupported_parameter", field=name)
    try:
        return form.model_validate(found)
    except ValidationError as error:
        wrong = error.errors()[0]
        place = ".".join(map(str, wrong["loc"]))
        raise Refused(400, f"{place} cannot be used", f"{wrong['msg']}.", field=str(wrong["loc"][0])) from error


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _whole(text: str) -> str:
    """Without halves of characters, which JSON can spell and no tokenizer reads."""
    return text.encode("utf-8", "replace").decode()
