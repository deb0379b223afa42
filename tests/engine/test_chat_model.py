"""The writer as a langchain-core chat model: batch, structured output, and errors that surface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_core.prompts import ChatPromptTemplate
from pydantic import BaseModel, Field

from engine.errors import HoneError
from engine.resources import starter_gguf
from engine.runtimes.batching import Batcher
from engine.runtimes.chat_model import GgufChatModel
from engine.runtimes.gguf import load_gguf

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCES = ["The pump costs 40 euros.", "The tank holds 2.4 litres.", "The maximum pressure is 6 bar."]


class Count(BaseModel):
    """A thing, as a grammar can hold it."""

    word: Literal["pump", "tank"]


class Impossible(BaseModel):
    """A bound that a grammar cannot hold."""

    number: int = Field(ge=10**40)


@pytest.fixture(scope="module")
def chat() -> Iterator[GgufChatModel]:
    with load_gguf(starter_gguf()) as model, Batcher(model, sequences=4, cells=1024) as batcher:
        yield GgufChatModel(batcher=batcher, max_tokens=40)


def test_batch_equals_invoke(chat: GgufChatModel) -> None:
    asked = [f"ask: {text}" for text in SENTENCES]
    replies = chat.batch(list(asked))
    assert [reply.content for reply in replies] == [chat.invoke(text).content for text in asked]
    assert replies[0].content == "How much does the pump cost?"
    assert replies[0].response_metadata["finish_reason"] == "stop"


def test_runs_in_a_chain(chat: GgufChatModel) -> None:
    chain = ChatPromptTemplate.from_messages([("human", "{sentence}")]) | chat
    replies = chain.batch([{"sentence": text} for text in SENTENCES])
    assert [reply.content for reply in replies] == [reply.content for reply in chat.batch(list(SENTENCES))]


def test_structured_output(chat: GgufChatModel) -> None:
    assert isinstance(chat.with_structured_output(Count).invoke(SENTENCES[0]), Count)
    schema = {"type": "object", "properties": {"word": {"enum": ["pump", "tank"]}}, "required": ["word"]}
    values = chat.with_structured_output(schema).batch(list(SENTENCES))
    assert all(value["word"] in ("pump", "tank") for value in values)


def test_reply_against_the_rules_of_its_class_is_an_error(chat: GgufChatModel) -> None:
    with pytest.raises(HoneError, match="does not fit its form"):
        chat.with_structured_output(Impossible).invoke(SENTENCES[0])


def test_cut_json_is_an_error(chat: GgufChatModel) -> None:
    schema = {"type": "object", "properties": {"text": {"type": "string", "minLength": 200}}, "required": ["text"]}
    with pytest.raises(HoneError, match="was cut"):
        chat.with_structured_output(schema).invoke(SENTENCES[0])


def test_mistakes_surface(chat: GgufChatModel) -> None:
    with pytest.raises(HoneError, match="not a valid grammar"):
        chat.invoke(SENTENCES[0], grammar="root ::= (")
    with pytest.raises(HoneError, match="no option beams"):
        chat.invoke(SENTENCES[0], beams=4)
    with pytest.raises(HoneError, match="no stop words"):
        chat.invoke(SENTENCES[0], stop=["."])


def test_system_message_reaches_the_template(chat: GgufChatModel) -> None:
    plain = chat.request([HumanMessage(SENTENCES[0])]).prompt
    assert len(chat.request([SystemMessage("Be brief."), HumanMessage(SENTENCES[0])]).prompt) > len(plain)
