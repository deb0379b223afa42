"""How replies are written: OpenAI's objects, whole or piece by piece, for conversations and for plain texts."""

from __future__ import annotations

import json
import secrets
import time
from typing import Any


class Form:
    """The answer to one request for one model, as a plain text completion."""

    _PREFIX, _WHOLE, _PIECE = "cmpl-", "text_completion", "text_completion"

    def __init__(self, model: str, read: int) -> None:
        """`read` is how many tokens the prompt has."""
        self._head = {"id": f"{self._PREFIX}{secrets.token_hex(12)}", "created": int(time.time()), "model": model}
        self._read = read

    def whole(self, text: str, tokens: int, finish: str) -> dict[str, Any]:
        """All at once."""
        choice = self._choice(self._said(text), finish)
        return {**self._head, "object": self._WHOLE, "choices": [choice], "usage": self._usage(tokens)}

    def first(self) -> list[dict[str, Any]]:
        """What comes before the first piece."""
        return []

    def piece(self, text: str, finish: str = "") -> dict[str, Any]:
        """A piece of it; the last one says how it ended."""
        return self._piece([self._choice(self._more(text), finish)])

    def usage(self, tokens: int) -> dict[str, Any]:
        """What comes after the last piece where it is wanted."""
        return {**self._piece([]), "usage": self._usage(tokens)}

    def _piece(self, choices: list[dict[str, Any]]) -> dict[str, Any]:
        return {**self._head, "object": self._PIECE, "choices": choices}

    def _choice(self, said: dict[str, Any], finish: str) -> dict[str, Any]:
        return {"index": 0, **said, "logprobs": None, "finish_reason": finish or None}

    def _said(self, text: str) -> dict[str, Any]:
        return {"text": text}

    def _more(self, text: str) -> dict[str, Any]:
        return {"text": text}

    def _usage(self, tokens: int) -> dict[str, int]:
        return {"prompt_tokens": self._read, "completion_tokens": tokens, "total_tokens": self._read + tokens}


class ChatForm(Form):
    """The answer to a conversation."""

    _PREFIX, _WHOLE, _PIECE = "chatcmpl-", "chat.completion", "chat.completion.chunk"

    def first(self) -> list[dict[str, Any]]:
        """Who speaks."""
        return [self._piece([self._choice({"delta": {"role": "assistant", "content": ""}}, "")])]

    def _said(self, text: str) -> dict[str, Any]:
        return {"message": {"role": "assistant", "content": text, "refusal": None}}

    def _more(self, text: str) -> dict[str, Any]:
        return {"delta": {"content": text} if text else {}}


def model(name: str, since: int) -> dict[str, Any]:
    """A model as it is listed."""
    return {"id": name, "object": "model", "created": since, "owned_by": "hone"}


def event(data: dict[str, Any] | str) -> str:
    """A line of a stream (server-sent events)."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return f"data: {text}\n\n"
