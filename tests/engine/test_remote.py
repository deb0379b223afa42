"""A chat model on a server: good and bad servers, keys, forms of JSON, and stopping at once."""

from __future__ import annotations

import json
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from langchain_core.messages import HumanMessage, SystemMessage

from engine.errors import HoneError, JobCancelled
from engine.runtimes.remote import RemoteChatModel, open_remote
from engine.servers import is_address, is_here, keep_key, key_for, normalised
from tests.engine.chat_server import ChatServer, seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCHEMA = {"type": "object", "properties": {"score": {"type": "integer"}}, "required": ["score"]}
GOOD = '{"score": 70}'
QUICK: dict[str, Any] = {"pause": 0.01, "tries": 3}


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HONE_API_KEY", raising=False)


def ask(model: RemoteChatModel, count: int = 6, check: Callable[[], None] | None = None) -> Iterator[tuple[int, Any]]:
    asked: list[Any] = [[SystemMessage("Grade."), HumanMessage(f"Number {number}")] for number in range(count)]
    yield from model.batch_as_completed(asked, json_schema=SCHEMA, max_tokens=50, temperature=0.0, seed=3, check=check)


def numbered(_: int, body: dict[str, Any]) -> str:
    return json.dumps({"score": int(body["messages"][-1]["content"].split()[1])})


def test_replies_arrive_for_all_and_never_too_many_are_asked_for_at_once() -> None:
    with ChatServer(numbered, delay=0.02) as server:
        model = open_remote(server.address, "small", at_once=3)
        found = {number: json.loads(reply.content)["score"] for number, reply in ask(model, 12)}
        assert found == {number: number for number in range(12)}
        assert 1 < server.most <= 3
        body = server.asked[0]
        assert body["response_format"]["json_schema"]["schema"] == SCHEMA
        assert (body["model"], body["max_tokens"], body["temperature"], body["seed"]) == ("small", 50, 0.0, 3)
        assert [message["role"] for message in body["messages"]] == ["system", "user"]
        assert model.invoke("Number 5").content == '{"score": 5}'
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("servers")]


@pytest.mark.parametrize("wrong_form", [400, 422, 500])  # 500: llama-cpp-python's server
@pytest.mark.parametrize("forms", [("json_schema",), ("json_object",), ()])
def test_a_server_that_does_not_know_a_form_is_told_it_in_the_prompt(forms: tuple[str, ...], wrong_form: int) -> None:
    with ChatServer(lambda number, body: f"```json\n{GOOD}\n```", forms=forms, wrong_form=wrong_form) as server:
        replies = [reply for _, reply in ask(open_remote(server.address, "", at_once=1))]
        assert [reply.content for reply in replies] == [GOOD] * 6
        assert len(server.asked) == 6
        told = ["JSON schema" in body["messages"][-1]["content"] for body in server.asked]
        assert told == [forms != ("json_schema",)] * 6
        assert [body.get("response_format", {}).get("type") for body in server.asked] == [*forms, None][:1] * 6


def test_thoughts_before_a_reply_are_left_out() -> None:
    with ChatServer(lambda number, body: f"<think>Is it {{5}}?</think>\n{GOOD}") as server:
        assert [reply.content for _, reply in ask(open_remote(server.address, "small"), 1)] == [GOOD]


def test_a_busy_server_is_asked_again() -> None:
    def reply(number: int, body: dict[str, Any]) -> Any:
        return (429, {"error": "slow down"}) if number < 2 else (503, {}) if number == 2 else GOOD

    with ChatServer(reply) as server:
        model = open_remote(server.address, "small", at_once=1, pause=0.01, tries=4)
        assert [reply.content for _, reply in ask(model, 3)] == [GOOD] * 3
        assert len(server.asked) == 6


def test_a_server_that_dies_half_way_fails_and_what_it_said_was_handed_on() -> None:
    def reply(number: int, body: dict[str, Any]) -> str:
        server.dead = number >= 3
        return GOOD

    with ChatServer(reply) as server:
        model = open_remote(server.address, "small", at_once=1, **QUICK)
        had = []
        with pytest.raises(HoneError, match="stopped answering") as caught:
            for number, _ in ask(model, 6):
                had.append(number)
        assert had == [0, 1, 2]
        assert "go on" in caught.value.hint
    with pytest.raises(HoneError, match="There is no server at 127"):
        open_remote(server.address, "small", **QUICK)


def test_a_server_that_fails_every_time() -> None:
    with ChatServer(lambda number, body: (500, {"error": {"message": "out of \ud800 memory"}})) as server:
        with pytest.raises(HoneError, match="fails") as caught:
            list(ask(open_remote(server.address, "small", **QUICK), 1))
        assert "status 500: out of ? memory" in caught.value.hint
        assert len(server.asked) == 2 + 3, "the last form is tried as often as any request"


def test_a_slow_server_is_given_up() -> None:
    with ChatServer(lambda number, body: GOOD, delay=5) as server:
        begun = time.monotonic()
        with pytest.raises(HoneError, match="too slow") as caught:
            list(ask(open_remote(server.address, "small", seconds=0.3, **QUICK), 1))
        assert "longer than 0.3 seconds" in caught.value.hint
        assert len(server.asked) <= 2, "waiting long is tried twice only"
        assert seconds(begun) < 4.5


def test_a_stop_ends_waiting_at_once() -> None:
    with ChatServer(lambda number, body: GOOD, delay=30) as server:
        model = open_remote(server.address, "small")
        begun = time.monotonic()

        def check() -> None:
            if server.busy >= 4:
                raise JobCancelled

        with pytest.raises(JobCancelled):
            list(ask(model, 8, check))
        assert seconds(begun) < 5
        replies = ask(model, 8, lambda: None)
        del replies


@pytest.mark.parametrize(
    ("name", "title", "hint"),
    [("large", "has no model large", "It has medium, small."), ("", "Which model of 127", "Choose one of them")],
)
def test_models_are_those_the_server_has(name: str, title: str, hint: str) -> None:
    with ChatServer(numbered, models=("small", "medium")) as server:
        with pytest.raises(HoneError, match=title) as caught:
            open_remote(server.address, name)
        assert hint in caught.value.hint


def test_a_model_s_name_without_its_tag() -> None:
    with ChatServer(numbered, models=("llama:latest",)) as server:
        assert open_remote(server.address, "llama").endpoint.name == "llama:latest"
        assert open_remote(server.address, "").endpoint.name == "llama:latest"


def test_a_model_that_is_called_by_its_path() -> None:
    with ChatServer(numbered, models=("/models/small.gguf",)) as server:
        model = open_remote(server.address, "")
        assert (model.endpoint.name, model.title) == ("/models/small.gguf", f"small.gguf at {model.endpoint.place}")


def test_a_server_that_does_not_know_its_model_any_more() -> None:
    with (
        ChatServer(lambda number, body: (404, {"error": {"message": "model not found"}})) as server,
        pytest.raises(HoneError, match="does not know the model small"),
    ):
        list(ask(open_remote(server.address, "small"), 1))


@pytest.mark.parametrize("content", [b"<html>Welcome</html>", {"choices": []}, {"choices": [{"message": 3}]}, [1]])
def test_what_is_no_chat_server(content: Any) -> None:
    with (
        ChatServer(lambda number, body: (200, content)) as server,
        pytest.raises(HoneError, match="is no chat server"),
    ):
        list(ask(open_remote(server.address, "small"), 1))


def test_a_request_that_is_refused_is_told_and_the_others_go_on() -> None:
    def reply(number: int, body: dict[str, Any]) -> Any:
        return (400, {"error": {"message": "context is too long"}}) if "Number 2" in str(body) else GOOD

    with ChatServer(reply) as server:
        found = dict(ask(open_remote(server.address, "small", at_once=1), 4))
        assert [found[number].content for number in (0, 1, 3)] == [GOOD] * 3
        assert found[2].content == ""
        assert "context is too long" in found[2].response_metadata["finish_reason"]
        assert len(server.asked) == 4, "another form would not make it shorter"


def test_the_key_is_sent_and_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with ChatServer(numbered, key="sk-very-secret") as server:
        with pytest.raises(HoneError, match="wants a key"):
            open_remote(server.address, "small")
        monkeypatch.setenv("HONE_API_KEY", "sk-wrong-secret")
        with pytest.raises(HoneError, match="refuses the key") as caught:
            open_remote(server.address, "small")
        assert "secret" not in str(caught.value)
        monkeypatch.setenv("HONE_API_KEY", "sk-very-secret")
        model = open_remote(server.address, "small", **QUICK)
        assert len(list(ask(model, 2))) == 2
        server.reply = lambda number, body: (500, {"error": {"message": f"{server.keys[-1]} made me fall"}})
        with pytest.raises(HoneError, match="fails") as caught:
            list(ask(model, 1))
        assert "secret" not in f"{caught.value} {model!r} {model.model_dump()}"
        assert "... made me fall" in caught.value.hint


def test_a_key_of_the_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backend import KeyringBackend
    from keyring.backends.fail import Keyring as NoKeychain
    from keyring.errors import PasswordDeleteError

    class Memory(KeyringBackend):
        kept: dict[tuple[str, str], str] = {}  # noqa: RUF012

        def get_password(self, service: str, username: str) -> str | None:
            return self.kept.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            self.kept[service, username] = password

        def delete_password(self, service: str, username: str) -> None:
            if self.kept.pop((service, username), None) is None:
                raise PasswordDeleteError

    before = keyring.get_keyring()
    try:
        keyring.set_keyring(Memory())  # type: ignore[no-untyped-call]
        keep_key("http://localhost:8080", "one")
        assert key_for("http://LOCALHOST:8080/v1") == "one"
        assert key_for("http://localhost:8081") == ""
        monkeypatch.setenv("HONE_API_KEY", "two")
        assert key_for("http://localhost:8080") == "two"
        monkeypatch.delenv("HONE_API_KEY")
        keep_key("http://localhost:8080/v1", "")
        keep_key("http://localhost:8080/v1", "")
        assert key_for("http://localhost:8080") == ""
        keyring.set_keyring(NoKeychain())  # type: ignore[no-untyped-call]
        assert key_for("http://localhost:8080") == ""
        with pytest.raises(HoneError, match="could not be kept") as caught:
            keep_key("http://localhost:8080", "three")
        assert "HONE_API_KEY" in caught.value.hint
    finally:
        keyring.set_keyring(before)


def test_addresses() -> None:
    assert normalised(" HTTP://LocalHost:8080/ ") == "http://localhost:8080/v1"
    assert normalised("https://example.org/api/v3/chat/completions") == "https://example.org/api/v3"
    here = ("http://localhost:1/v1", "http://127.0.0.1/v1", "http://[::1]:8080/v1")
    assert [is_here(address) for address in (*here, "http://127.example.org/v1", "http://10.0.0.2")] == [True] * 3 + [
        False
    ] * 2
    assert [is_address(text) for text in ("http://x", "HTTPS://x", "judge.gguf", "off")] == [True, True, False, False]
    for wrong in ("http://", "ftp://x", "http://x:port/", "http://[x"):
        with pytest.raises(HoneError, match="is no address of a server"):
            normalised(wrong)
    with pytest.raises(HoneError, match="must not hold a key"):
        normalised("http://me:secret@example.org")
    with pytest.raises(HoneError, match="no option grammar"):
        RemoteChatModel(address="http://localhost:1/v1").invoke("x", grammar="root ::= x")
