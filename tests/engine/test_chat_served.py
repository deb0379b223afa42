"""`hone chat --server`: good and bad servers, side by side and in turn."""

from __future__ import annotations

import io
import itertools
import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from engine.cli import main
from engine.errors import JobCancelled
from engine.runtimes.talk import open_talk
from tests.engine.chat_server import ChatServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HONE_API_KEY", "HONE_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "160")


@pytest.fixture
def talk(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, list[dict[str, Any]], str]]:
    """Type lines into `hone chat --json`; exit code, what was printed, and what was complained of."""

    def run(server: ChatServer, typed: str, *options: str) -> tuple[int, list[dict[str, Any]], str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = main(["chat", "--server", server.address, "--json", *options])
        events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        failed = [event for event in events if event["event"] == "Failed"]
        replies = [event["data"] for event in events if event["event"] == "Artifact"]
        return code, replies, "".join(f"{event['title']}. {event['hint']}" for event in failed)

    return run


def counted(_: int, body: dict[str, Any]) -> Iterator[str | None]:
    """Says who it is and how many turns it knows, in two pieces."""
    return iter((f"{body['model']} has ", f"{len(body['messages']) // 2} turns", None))


def test_both_models_answer_side_by_side_and_remember(talk: Any) -> None:
    with ChatServer(counted, models=("manuals", "base")) as server:
        code, replies, _ = talk(server, "One?\nTwo?\n\nNever asked\n", "--system", "Be brief.", "--temperature", "0")
    assert code == 0
    assert [reply["replies"] for reply in replies] == [
        {"base": f"base has {turns} turns", "manuals": f"manuals has {turns} turns"} for turns in (1, 2)
    ]
    assert len(server.asked) == 4
    (last,) = (body for body in server.asked[2:] if body["model"] == "manuals")
    assert [message["content"] for message in last["messages"]] == ["Be brief.", "One?", "manuals has 1 turns", "Two?"]
    assert (last["temperature"], last["stream"], "top_p" in last, "max_tokens" in last) == (0, True, False, False)


def test_each_question_is_asked_on_its_own_without_remembering(talk: Any) -> None:
    with ChatServer(counted) as server:
        assert talk(server, "One?\nTwo?\n", "--no-remember")[0] == 0
    assert [len(body["messages"]) for body in server.asked] == [1, 1]


def test_a_server_that_does_not_stream_is_understood(talk: Any) -> None:
    with ChatServer(lambda number, body: "It weighs 3.7 kg.") as server:
        _, (reply,), _ = talk(server, "How heavy is it?\n")
    assert reply == {"question": "How heavy is it?", "replies": {"small": "It weighs 3.7 kg."}, "stopped": False}


def test_a_person_reads_a_table_whatever_stands_in_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Which [/b] is it?\n"))
    with ChatServer(lambda number, body: iter(("[/red] and \x1b[2J", None)), models=("[x]", "base")) as server:
        assert main(["chat", "--server", server.address]) == 0
    told = capsys.readouterr().out
    assert [words in told for words in ("Which [/b] is it?", "[/red] and [2J", "[x]", "base", "\x1b")] == [True] * 4 + [
        False
    ]


def test_of_many_models_those_that_are_named_answer(talk: Any) -> None:
    with ChatServer(counted, models=("a", "b", "c:latest")) as server:
        code, _, said = talk(server, "One?\n")
        assert (code, said) == (1, f"Which model of {server.address[7:]}?. It has a, b, c:latest. Choose one of them.")
        assert talk(server, "One?\n", "--model", "d")[2].endswith("has no model d. It has a, b, c:latest.")
        code, (reply,), _ = talk(server, "One?\n", "--model", "c", "--model", "a")
        assert list(reply["replies"]) == ["c:latest", "a"]


def test_the_token_is_told_and_a_wrong_one_said(talk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with ChatServer(counted, key="right") as server:
        code, _, said = talk(server, "One?\n")
        assert code == 1
        assert "wants a token" in said
        assert "HONE_TOKEN" in said
        said = talk(server, "One?\n", "--token", "wrong-one")[2]
        assert "refuses the token" in said
        assert "wrong-one" not in said
        assert talk(server, "One?\n", "--token", "right")[0] == 0
        monkeypatch.setenv("HONE_TOKEN", "right")
        assert talk(server, "One?\n")[0] == 0


def test_no_server_and_options_of_projects_are_told(talk: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with ChatServer(counted) as server:
        assert "--run is for a project" in talk(server, "One?\n", "--run", "3")[2]
    code, _, said = talk(server, "One?\n")
    assert (code, "There is no server at 127.0.0.1" in said) == (1, True)
    for words in ([], ["x.hone", "--server", server.address]):
        with pytest.raises(SystemExit) as left:
            main(["chat", *words])
        assert left.value.code == 2
    assert "PROJECT" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (("It weighs ",), "stopped answering"),
        (("It weighs ", b'data: {"error": {"message": "The server ends."}}\n\n'), "It says: The server ends."),
        (("It weighs ", b"data: nonsense\n\n"), "is no chat server"),
    ],
)
def test_what_was_said_before_a_server_goes_away_stays(pieces: tuple[Any, ...], said: str, talk: Any) -> None:
    with ChatServer(lambda number, body: iter(pieces)) as server:
        code, (reply,), failure = talk(server, "How heavy is it?\nAnd now?\n")
    assert code == 1
    assert reply == {"question": "How heavy is it?", "replies": {"small": "It weighs"}, "stopped": True}
    assert said in failure


def test_the_oldest_turns_are_left_out_where_the_conversation_is_too_long(talk: Any) -> None:
    def reply(number: int, body: dict[str, Any]) -> Any:
        if len(body["messages"]) > 3:
            return 400, {"error": {"message": "the context is full"}}
        return iter(("Yes.", None)) if body["messages"][-1]["content"] != "No?" else (400, {"error": "not that"})

    with ChatServer(reply) as server:
        code, replies, said = talk(server, "One?\nTwo?\nThree?\nNo?\n")
    assert [reply["question"] for reply in replies] == ["One?", "Two?", "Three?"]
    assert [len(body["messages"]) for body in server.asked] == [1, 3, 5, 3, 5, 3, 1]
    assert (code, said) == (1, f"small at {server.address[7:]} refuses the question. It says: not that.")


def test_thoughts_are_neither_shown_nor_told_again(talk: Any) -> None:
    pieces = ("<thi", "nk>Is it", " 5?</think>\n\nFive.", None)
    with ChatServer(lambda number, body: iter(pieces)) as server:
        _, replies, _ = talk(server, "How many?\nReally?\n")
    assert [reply["replies"]["small"] for reply in replies] == ["Five."] * 2
    assert server.asked[1]["messages"][1]["content"] == "Five."


def test_lines_end_where_bytes_say_so(talk: Any) -> None:
    with ChatServer(lambda number, body: iter(("one\u2028two\x85three", None))) as server:
        _, (reply,), _ = talk(server, "One?\n")
    assert reply["replies"]["small"] == "onetwothree"


def test_a_stop_closes_the_connection_at_once() -> None:
    with ChatServer(lambda number, body: (f"word {n} " for n in itertools.count())) as server:
        open_ = open_talk(server.address)
        heard: list[str] = []

        def check() -> None:
            if heard:
                raise JobCancelled

        with pytest.raises(JobCancelled):
            open_.ask("One?", lambda said: heard.append(said["small"]), check)
        assert server.left.wait(10)
    assert heard[0].startswith("word 0")


@pytest.mark.parametrize("typed", ["", "Speak\n"])
def test_ctrl_c_leaves_while_typing_and_while_listening(typed: str) -> None:
    def reply(number: int, body: dict[str, Any]) -> Iterator[str | None]:
        return (
            (f"word {n} " for n in itertools.count())
            if body["messages"][-1]["content"] == "Speak"
            else counted(0, body)
        )

    with ChatServer(reply) as server:
        command = [sys.executable, "-m", "engine", "chat", "--server", server.address, "--json"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"Hello?\n{typed}")
        process.stdin.flush()
        assert "small has 0 turns" in process.stdout.readline()
        while typed and len(server.asked) < 2:
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=30)
    assert (process.returncode, bool(rest)) == ((130, True) if typed else (0, False))
