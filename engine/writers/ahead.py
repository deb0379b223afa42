"""Replies that are begun before they are asked for: what follows from a reply is known when that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from langchain_core.messages import AIMessage, BaseMessage

    from engine.writers.base import Check


class Ahead:
    """Begins conversations with a model that writes them beside what it is writing; with others it does nothing.

    Whoever asks for such a conversation later gets the reply that was begun: the same text, sooner.
    """

    def __init__(self) -> None:
        self._begun: dict[str, Iterator[tuple[int, AIMessage]]] = {}

    def forget(self) -> None:
        """Leave what nobody asked for."""
        self._begun.clear()

    def begin(
        self, model: Any, messages: list[BaseMessage], form: dict[str, Any], check: Check, **options: Any
    ) -> None:
        """Begin one conversation, whose reply has the form of a JSON schema."""
        if getattr(model, "writes_beside", False):
            begun = model.batch_as_completed(
                [messages], None, return_exceptions=False, json_schema=form, check=check, **options
            )
            self._begun[_key(messages, form)] = begun

    def replies(
        self, model: Any, asked: Sequence[list[BaseMessage]], form: dict[str, Any], check: Check, **options: Any
    ) -> Iterator[tuple[int, AIMessage]]:
        """(Number of the conversation, reply) of all that are asked for: those that were begun, then the others."""
        begun = {i: self._begun.pop(_key(messages, form), None) for i, messages in enumerate(asked)}
        others = [i for i, replies in begun.items() if replies is None]
        rest: Iterator[tuple[int, AIMessage]] = iter(())
        if others:
            inputs = [asked[i] for i in others]
            rest = model.batch_as_completed(
                inputs, None, return_exceptions=False, json_schema=form, check=check, **options
            )
        for i, replies in begun.items():
            yield from ((i, reply) for _, reply in replies or ())
        yield from ((others[place], reply) for place, reply in rest)


def _key(messages: Sequence[BaseMessage], form: dict[str, Any]) -> str:
    return "\0".join([*(str(message.content) for message in messages), repr(form)])
