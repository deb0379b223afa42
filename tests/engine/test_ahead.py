"""Replies that are begun before they are asked for: the same texts, written beside others."""

from __future__ import annotations

import pytest
from langchain_core.messages import BaseMessage, HumanMessage

from engine.errors import JobCancelled
from engine.resources import starter_gguf
from engine.runtimes.batching import Batcher
from engine.runtimes.chat_model import GgufChatModel
from engine.runtimes.gguf import load_gguf
from engine.writers.ahead import Ahead
from tests.engine.scripted import ScriptedChatModel

FORM = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
ASKED: list[list[BaseMessage]] = [[HumanMessage(f"The pump costs {price} euros.")] for price in (40, 12, 7, 99)]


def test_what_was_begun_is_written_beside_the_rest_and_read_once() -> None:
    with load_gguf(starter_gguf()) as loaded, Batcher(loaded, sequences=4, cells=1024) as batcher:
        model = GgufChatModel(batcher=batcher, max_tokens=12)
        wanted = [reply.content for reply in model.batch(list(ASKED), json_schema=FORM)]
        steps, ahead = batcher.counts.steps, Ahead()
        batcher.forget()
        for messages in ASKED[1:3]:
            ahead.begin(model, messages, FORM, lambda: None)
        found = dict(ahead.replies(model, ASKED, FORM, lambda: None))
        assert [found[number].content for number in range(4)] == wanted
        assert batcher.counts.steps <= 2 * steps + 1
        written = batcher.counts.tokens_written
        assert dict(ahead.replies(model, [], FORM, lambda: None)) == {}
        ahead.begin(model, ASKED[0], FORM, lambda: None)
        ahead.forget()  # nobody asked for it
        assert batcher.counts.tokens_written == written


def test_a_stop_reaches_what_was_begun() -> None:
    def stop() -> None:
        raise JobCancelled

    with load_gguf(starter_gguf()) as loaded, Batcher(loaded, sequences=4, cells=1024) as batcher:
        model, ahead = GgufChatModel(batcher=batcher, max_tokens=12), Ahead()
        ahead.begin(model, ASKED[0], FORM, stop)
        with pytest.raises(JobCancelled):
            list(ahead.replies(model, ASKED[:1], FORM, stop))
        assert model.invoke("The pump costs 40 euros.", max_tokens=4).content


def test_models_that_write_one_by_one_are_not_asked_ahead() -> None:
    model, ahead = ScriptedChatModel(), Ahead()
    asked: list[list[BaseMessage]] = [[HumanMessage("Question: How much does the pump cost?")]]
    form = {"properties": {"questions": {"maxItems": 1}}}
    ahead.begin(model, asked[0], form, lambda: None)
    assert model.calls == 0
    assert len(list(ahead.replies(model, asked, form, lambda: None))) == model.calls == 1
