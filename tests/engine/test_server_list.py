"""The list of servers: kept in a file without keys, changed by commands, and checked."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from engine import events, jobs, server_list
from engine.cli import main
from engine.errors import HoneError
from engine.server_check import state
from engine.server_list import Server
from engine.servers import is_named, key_for, key_variable, parted
from tests.engine.chat_server import ChatServer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder


@pytest.fixture(autouse=True)
def own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HONE_SETTINGS", str(tmp_path / "settings.ini"))
    monkeypatch.delenv("HONE_API_KEY", raising=False)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["servers", *words])
    told = capsys.readouterr()
    return code, told.out + told.err


def test_servers_are_put_changed_found_and_removed() -> None:
    assert server_list.listed() == []
    first = server_list.put(Server(address="HTTP://LocalHost:8080", model="small"))
    assert first == Server(address="http://localhost:8080/v1", model="small")
    second = server_list.put(Server(address="http://localhost:8080", model="large", at_once=8))
    assert server_list.put(Server(address="http://localhost:8080", model="small", enabled=False)).at_once == 4
    assert [server.model for server in server_list.listed()] == ["small", "large"]
    assert server_list.used() == [second]
    assert server_list.find("http://localhost:8080#large") == second
    with pytest.raises(HoneError, match="Which model of"):
        server_list.find("http://localhost:8080")
    with pytest.raises(HoneError, match="no server http://x on the list"):
        server_list.find("http://x")
    server_list.put(Server(address="http://localhost:9090", model="large"), instead=second.value)
    assert [server.value for server in server_list.listed()] == [first.value, "http://localhost:9090/v1#large"]
    assert server_list.remove(first.value)
    assert not server_list.remove(first.value)
    with pytest.raises(HoneError, match="At once: 0 is out of range"):
        server_list.put(Server(address="http://a", at_once=0))


@pytest.mark.parametrize(
    "text", ["[{", "3", '[{"address": "http://a", "at_once": null, "x": 1}]', '[{"name": "x"}]', '["x"]']
)
def test_a_broken_list_is_told(text: str) -> None:
    server_list.place().write_text(text)
    with pytest.raises(HoneError, match="The list of servers cannot be read"):
        server_list.listed()


def test_where_the_list_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("HONE_SETTINGS")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("sys.platform", "linux")
    assert server_list.place() == tmp_path / "config" / "Hone" / "servers.json"
    monkeypatch.setattr("sys.platform", "darwin")
    assert server_list.place().parent.name == "Hone"


def test_names_and_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parted("http://localhost:11434#llama3.2:1b") == ("http://localhost:11434/v1", "llama3.2:1b")
    assert [is_named(writer) for writer in ("servers", "https://x/v1#m", "starter", "a.gguf")] == [True, True] + [
        False
    ] * 2
    assert key_variable("https://gpu-1.example:8000/v1") == "HONE_API_KEY_GPU_1_EXAMPLE_8000"
    monkeypatch.setenv("HONE_API_KEY", "any")
    monkeypatch.setenv("HONE_API_KEY_A_80", "own")
    assert (key_for("http://a:80"), key_for("http://b:80")) == ("own", "any")
    assert (key_for("http://a:80", alone=False), key_for("http://b:80", alone=False)) == ("own", "")


def test_commands(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "No server is set" in said(capsys)[1]
    with ChatServer(lambda number, body: "", models=("small", "large")) as server:
        code, words = said(capsys, "add", server.address)
        assert (code, "It has large, small." in words) == (1, True)
        assert server_list.listed() == []
        code, words = said(capsys, "add", server.address, "--model", "large", "--at-once", "6")
        assert (code, "ready, answered in" in words) == (0, True)
        assert said(capsys, "check")[0] == 0
        found: list[dict[str, Any]] = json.loads(said(capsys, "check", "--json")[1])
        assert [(one["ready"], one["model"], one["models"], one["at_once"]) for one in found] == [
            (True, "large", ["small", "large"], 6)
        ]
        value = found[0]["writer"]
    code, words = said(capsys, "check")
    assert (code, "no server" in " ".join(words.split())) == (1, True)
    code, words = said(capsys, "add", "http://127.0.0.1:9/v1", "--off")
    assert (code, "There is no server at 127.0.0.1:9" in words) == (0, True)
    kept: list[tuple[str, str]] = []
    monkeypatch.setattr("engine.cli.servers.keep_key", lambda address, key: kept.append((address, key)))
    monkeypatch.setattr("sys.stdin", io.StringIO("sk-1\n"))
    said(capsys, "add", value, "--key")
    assert kept == [(parted(value)[0], "sk-1")]
    assert "sk-1" not in server_list.place().read_text()
    assert "off" in said(capsys, "list")[1]
    assert json.loads(said(capsys, "--json")[1])[0]["at_once"] == 6
    assert said(capsys, "remove", value)[0] == 0
    assert said(capsys, "remove", value)[0] == 1


def test_a_key_for_any_server_is_tried_where_there_is_one_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HONE_API_KEY", "any")
    with ChatServer(lambda number, body: "", key="any") as server:
        server_list.put(Server(address=server.address))
        server_list.put(Server(address="http://127.0.0.1:9", enabled=False))
        assert state(server.address)["ready"]
        server_list.put(Server(address="http://127.0.0.1:9"))
        assert "wants a key" in state(server.address)["title"]


def test_the_job_asks_those_that_are_named_or_all(emit: Recorder) -> None:
    with ChatServer(lambda number, body: "") as server:
        server_list.put(Server(address=server.address))
        jobs.run("servers", {}, emit, jobs.Cancel())
        jobs.run("servers", {"servers": ["http://127.0.0.1:9", "nonsense"]}, emit, jobs.Cancel())
    told = [(artifact.path, artifact.data["ready"], artifact.data["model"]) for artifact in emit.of(events.Artifact)]
    assert told == [
        (f"{server.address}/v1", True, "small"),
        ("http://127.0.0.1:9", False, ""),
        ("nonsense", False, ""),
    ]
    assert emit.of(events.Artifact)[2].data["title"] == "nonsense is no address of a server"
