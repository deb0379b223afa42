"""Other programs ask the tuned model: OpenAI's own client and plain requests against a real server on loopback."""

from __future__ import annotations

import io
import json
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any

import httpx2
import openai
import psutil
import pytest

from engine import events
from engine.chat import ChatSpec, chat
from engine.cli import main
from engine.errors import HoneError
from engine.jobs import Cancel
from engine.project import Project, runs
from engine.serve import ServeSpec, serve
from engine.train import TrainSpec, train
from tests.engine.models import FACTS, add_dataset, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Recorder

QUESTION = FACTS[0][0]
GREEDY: dict[str, Any] = {"temperature": 0, "max_tokens": 24}
TOKEN = "a-token-of-our-own"


@dataclass
class Server:
    """`hone serve` in a child: where it is, and what it tells."""

    process: subprocess.Popen[str]
    address: str = ""
    token: str = ""
    models: list[str] = field(default_factory=list)
    written: int = 0  # replies
    said: list[events.Event] = field(default_factory=list)

    def listen(self, lines: IO[str]) -> None:
        """Take its events until it ends."""
        for line in lines:
            event = events.decode(line)
            self.said.append(event)
            if isinstance(event, events.Progress):
                self.written = event.done

    def client(self, **options: Any) -> openai.OpenAI:
        return openai.OpenAI(base_url=self.address, max_retries=0, **{"api_key": self.token, **options})

    def ask_and_leave(self, body: dict[str, Any]) -> None:
        """Send a request, and do not wait for the reply."""
        host, content = self.address.removeprefix("http://").removesuffix("/v1"), json.dumps(body)
        head = f"Host: {host}\r\nAuthorization: Bearer {self.token}\r\nContent-Length: {len(content)}"
        with socket.create_connection(("127.0.0.1", int(host.rsplit(":", 1)[1]))) as door:
            door.sendall(f"POST /v1/chat/completions HTTP/1.1\r\n{head}\r\n\r\n{content}".encode())

    def post(self, body: Any, path: str = "chat/completions", **headers: str) -> httpx2.Response:
        given = {"Authorization": f"Bearer {self.token}", **headers}
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return httpx2.post(f"{self.address}/{path}", content=content, headers=given, timeout=60)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter, tuned until it knows its facts."""
    path = Project.create(tmp_path_factory.mktemp("served") / "brivolt").path
    add_dataset(str(path), *wordings())
    options: dict[str, Any] = {"iterations": 20, "learning_rate": 1e-3, "batch_size": 8, "samples": 0}
    train(TrainSpec(project=str(path), evaluate_every=20, **options), lambda event: None, Cancel())
    return path


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[Server]:
    process = subprocess.Popen(
        [sys.executable, "-m", "engine", "serve", str(project), "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    first = events.decode(process.stdout.readline())
    assert isinstance(first, events.Artifact), first
    assert first.data is not None
    found = Server(process, first.path, first.data["token"], first.data["models"])
    listener = threading.Thread(target=found.listen, args=(process.stdout,))
    listener.start()
    yield found
    process.send_signal(signal.SIGINT)
    listener.join(30)
    assert process.stderr is not None
    assert (process.wait(30), process.stderr.read()) == (0, "")
    process.stdout.close()
    process.stderr.close()
    assert found.said[-1] == events.Finished()


@pytest.fixture
def client(server: Server) -> Iterator[openai.OpenAI]:
    with server.client() as found:
        yield found


def said_in_chat(project: Path, question: str) -> dict[str, str]:
    """What `hone chat` says, by sides."""
    emitted: list[events.Event] = []
    chat(ChatSpec(project=str(project), question=question, **GREEDY), emitted.append, Cancel())
    (reply,) = [event for event in emitted if isinstance(event, events.Artifact)]
    assert reply.data is not None
    return {side: reply.data[side] for side in ("base", "tuned")}


def asked(question: str = QUESTION, **options: Any) -> dict[str, Any]:
    return {"model": "brivolt", "messages": [{"role": "user", "content": question}], **GREEDY, **options}


def test_both_models_are_listed(server: Server, client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == ["brivolt", "base"] == server.models
    assert client.models.retrieve("base").id == "base"


def test_replies_are_those_of_chat(project: Path, client: openai.OpenAI) -> None:
    expected = said_in_chat(project, QUESTION)
    assert expected["base"] != expected["tuned"] == FACTS[0][1]
    for model, side in (("brivolt", "tuned"), ("base", "base")):
        reply = client.chat.completions.create(**asked(model=model))
        assert reply.choices[0].message.content == expected[side]
        assert reply.choices[0].finish_reason in ("stop", "length")
        assert reply.model == model
        assert reply.usage is not None
        assert reply.usage.total_tokens == reply.usage.prompt_tokens + reply.usage.completion_tokens
        assert 0 < reply.usage.completion_tokens <= 24


def test_a_stream_says_the_same_piece_by_piece(client: openai.OpenAI) -> None:
    whole = client.chat.completions.create(**asked())
    chunks = list(client.chat.completions.create(**asked(stream=True, stream_options={"include_usage": True})))
    assert chunks[0].choices[0].delta.role == "assistant"
    pieces = [chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices]
    assert "".join(pieces) == whole.choices[0].message.content
    assert len([piece for piece in pieces if piece]) > 1
    assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices][-1] == whole.choices[0].finish_reason
    assert chunks[-1].usage == whole.usage
    assert len({chunk.id for chunk in chunks}) == 1


def test_a_text_is_continued_whole_and_streamed(project: Path, client: openai.OpenAI) -> None:
    options: dict[str, Any] = {"model": "brivolt", "prompt": f"<u>{QUESTION}<a>", **GREEDY}
    whole = client.completions.create(**options)
    assert whole.choices[0].text.strip() == said_in_chat(project, QUESTION)["tuned"]
    chunks = list(client.completions.create(stream=True, **options))
    assert "".join(chunk.choices[0].text for chunk in chunks) == whole.choices[0].text
    assert chunks[-1].choices[0].finish_reason == whole.choices[0].finish_reason


def test_a_reply_ends_at_a_stop_sequence_and_at_its_longest(client: openai.OpenAI) -> None:
    whole = client.chat.completions.create(**asked()).choices[0].message.content
    assert whole is not None
    stop = whole.split()[-1]
    for streams in (False, True):
        if streams:
            chunks = list(client.chat.completions.create(**asked(stop=[stop, "never said"], stream=True)))
            text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
            finish = chunks[-1].choices[0].finish_reason
        else:
            choice = client.chat.completions.create(**asked(stop=stop)).choices[0]
            text, finish = choice.message.content or "", choice.finish_reason
        assert (text, finish) == (whole[: whole.index(stop)].strip(), "stop")
    short = client.chat.completions.create(**asked(max_tokens=2))
    assert short.choices[0].finish_reason == "length"
    assert short.usage is not None
    assert short.usage.completion_tokens == 2


def test_a_seed_draws_the_same_reply_and_none_another(client: openai.OpenAI) -> None:
    def drawn(**options: Any) -> str:
        reply = client.chat.completions.create(**asked(model="base", temperature=1.5, top_p=1, **options))
        return str(reply.choices[0].message.content)

    assert drawn(seed=7) == drawn(seed=7)
    assert len({drawn() for _ in range(4)}) > 1


def test_requests_at_once_say_what_they_say_alone(server: Server, client: openai.OpenAI) -> None:
    bodies = [asked(question, model=model) for question, _ in FACTS for model in server.models]
    alone = [client.chat.completions.create(**body).choices[0].message.content for body in bodies]
    together: dict[int, Any] = {}

    def ask(number: int) -> None:
        together[number] = server.post(bodies[number]).json()["choices"][0]["message"]["content"]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(len(bodies))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [together[number] for number in range(len(bodies))] == alone


def test_a_client_that_goes_away_ends_its_reply(server: Server, client: openai.OpenAI) -> None:
    long: dict[str, Any] = {"model": "base", "temperature": 2, "top_p": 1, "max_tokens": 500}
    before = server.written
    for _ in range(20):  # more than are written at once
        stream = client.chat.completions.create(**asked(stream=True, **long))
        next(iter(stream))
        stream.close()
        server.ask_and_leave(asked(**long))
    assert client.chat.completions.create(**asked()).choices[0].message.content
    assert server.written <= before + 1 + 8  # a few may have been over before they were dropped


@pytest.mark.parametrize("given", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic abc"}])
def test_without_the_token_nothing_is_told(server: Server, given: dict[str, str]) -> None:
    for path in ("models", "chat/completions", "no-such-page"):
        reply = httpx2.get(f"{server.address}/{path}", headers=given)
        assert reply.status_code == 401
        assert reply.json()["error"]["code"] == "invalid_api_key"
        assert reply.headers["WWW-Authenticate"] == "Bearer"
    with pytest.raises(openai.AuthenticationError, match="token"):
        server.client(api_key="wrong").models.list()


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "rebound.example"},
        {"Host": "rebound.example:80"},
        {"Host": "127.0.0.1"},  # of another port
        {"Host": "127.0.0.1:1"},
        {"Origin": "https://page.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
    ],
)
def test_web_pages_are_refused_whatever_they_know(server: Server, headers: dict[str, str]) -> None:
    reply = server.post(asked(), **headers)
    assert reply.status_code == 403
    assert reply.json()["error"]["type"] == "permission_error"
    assert "Access-Control-Allow-Origin" not in reply.headers
    asks_first = httpx2.options(f"{server.address}/chat/completions", headers=headers)
    assert asks_first.status_code == 403


def test_our_own_host_and_origin_are_taken_by_both_names(server: Server) -> None:
    for name in ("127.0.0.1", "localhost", "LOCALHOST"):
        host = server.address.removeprefix("http://").removesuffix("/v1").replace("127.0.0.1", name)
        assert server.post(asked(max_tokens=1), Host=host, Origin=f"http://{host.lower()}").status_code == 200


def test_the_server_is_on_loopback_only(server: Server) -> None:
    port = int(server.address.removesuffix("/v1").rsplit(":", 1)[1])
    open_ports = psutil.Process(server.process.pid).net_connections("inet")
    assert [found.laddr for found in open_ports if found.status == psutil.CONN_LISTEN] == [("127.0.0.1", port)]
    with pytest.raises(OSError, match="refused"), socket.socket(socket.AF_INET6) as outside:
        outside.connect(("::1", port))


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        (b"{", 400, None),
        (b"[]", 400, None),
        (b"[" * 100_000, 400, None),
        (b'{"model": "\xff"}', 400, None),
        ({"model": "brivolt"}, 400, "messages"),
        (asked(model="gpt-5"), 404, "model"),
        (asked(messages=[]), 400, "messages"),
        (asked(messages=[{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]), 400, "messages"),
        (asked(messages=[{"role": "tool", "content": "a"}]), 400, "messages"),
        (asked(messages=[{"role": "user", "content": [{"type": "image_url", "image_url": {}}]}]), 400, "messages"),
        (asked("word " * 600), 400, "messages"),
        (asked(temperature=3), 400, "temperature"),
        (asked(temperature=float("nan")), 400, "temperature"),
        (asked(top_p=-1), 400, "top_p"),
        (asked(max_tokens=0), 400, "max_tokens"),
        (asked(n=2), 400, "n"),
        (asked(tools=[{"type": "function"}]), 400, "tools"),
        (asked(response_format={"type": "json_object"}), 400, "response_format"),
        (asked(stop=["a", "b", "c", "d", "e"]), 400, "stop"),
        (b" " * (5 << 20), 413, None),
    ],
    ids=str,
)
def test_what_cannot_be_answered_is_told_in_the_form_of_openai(
    server: Server, body: Any, status: int, field: str | None
) -> None:
    reply = server.post(body)
    error = reply.json()["error"]
    assert (reply.status_code, error["param"]) == (status, field)
    assert error["type"] in ("invalid_request_error", "not_found_error")
    assert error["message"].endswith(".")


def test_the_client_tells_what_is_wrong(client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError, match="the model holds 512") as caught:
        client.completions.create(model="base", prompt="word " * 600)
    assert caught.value.code == "context_length_exceeded"
    with pytest.raises(openai.NotFoundError, match="brivolt and base") as missed:
        client.models.retrieve("gpt-5")
    assert missed.value.code == "model_not_found"
    with pytest.raises(openai.NotFoundError, match="is not there"):
        client.embeddings.create(model="base", input="a")


def test_words_that_are_no_text_are_read_all_the_same(server: Server) -> None:
    body = json.dumps(asked("half \ud83d of a sign", max_tokens=4, seed=-(2**70))).encode()
    assert server.post(body).status_code == 200


def test_parts_of_text_and_a_system_prompt_are_taken(client: openai.OpenAI) -> None:
    parts = [{"type": "text", "text": QUESTION[:10]}, {"type": "text", "text": QUESTION[10:]}]
    plain = client.chat.completions.create(**asked()).choices[0].message.content
    whole: Any = [{"role": "user", "content": parts}]
    assert client.chat.completions.create(**asked(messages=whole)).choices[0].message.content == plain
    told: Any = [{"role": "developer", "content": "Be brief."}, *whole]
    usage = client.chat.completions.create(**asked(messages=told)).usage
    assert usage is not None
    assert usage.prompt_tokens > 12


def test_a_run_that_is_not_there_a_port_that_is_taken_and_a_poor_token_are_told(project: Path, emit: Recorder) -> None:
    with pytest.raises(HoneError, match="There is no run 9"):
        serve(ServeSpec(project=str(project), run=9), emit, Cancel())
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(HoneError, match=f"Port {port} is taken") as caught:
            serve(ServeSpec(project=str(project), port=port), emit, Cancel())
    assert "0 for a free one" in caught.value.hint
    for token in ("short", "with a space in the middle", "mit-Umlauten-äöü-äöü"):
        with pytest.raises(HoneError, match="token cannot be used"):
            ServeSpec(project=str(project), token=token)
    assert not emit


def test_an_adapter_that_is_gone_is_told(project: Path, emit: Recorder) -> None:
    with Project(project) as opened:
        weights = runs.latest(opened).weights
    away = weights.rename(weights.with_suffix(".away"))
    try:
        with pytest.raises(HoneError, match="is not there any more"):
            serve(ServeSpec(project=str(project)), emit, Cancel())
    finally:
        away.rename(weights)


def test_a_stream_that_is_open_at_the_end_is_told(project: Path, emit: Recorder) -> None:
    cancel, ended = Cancel(), threading.Event()

    def run() -> None:
        serve(ServeSpec(project=str(project), token=TOKEN), emit, cancel)
        ended.set()

    thread = threading.Thread(target=run)
    thread.start()
    while not emit.of(events.Artifact):
        assert thread.is_alive()
    (told,) = emit.of(events.Artifact)
    assert told.data["token"] == TOKEN
    with openai.OpenAI(base_url=told.path, api_key=TOKEN, max_retries=0) as client:
        body = asked(model="base", temperature=2, top_p=1, max_tokens=500, stream=True)
        with pytest.raises(openai.APIError, match="The server ends"):
            for _ in client.chat.completions.create(**body):
                cancel.cancel()
    thread.join()
    assert ended.is_set()
    assert emit.last == events.Log("The server has ended.")


def test_the_command_says_address_token_and_models(project: Path) -> None:
    command = [sys.executable, "-m", "engine", "serve", str(project), "--token", TOKEN]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines = [process.stdout.readline().split() for _ in range(4)]
    process.send_signal(signal.SIGINT)
    rest, told = process.communicate(timeout=30)
    assert lines[0][:2] == ["Run", "1"]
    assert lines[1][1].startswith("http://127.0.0.1:")
    assert lines[2] == ["token", TOKEN]
    assert lines[3] == ["models", "brivolt,", "base"]
    assert (rest, told, process.returncode) == ("The server has ended.\n", "", 0)


def test_the_writers_of_hone_can_ask_it_as_any_server(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.runtimes.remote import open_remote

    monkeypatch.setenv("HONE_API_KEY", server.token)
    model = open_remote(server.address, "brivolt", max_tokens=24)
    assert "37" in str(model.invoke(QUESTION, temperature=0.0).content)


def test_the_command_line_talks_with_it(
    server: Server, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = said_in_chat(project, QUESTION)
    monkeypatch.setenv("HONE_TOKEN", server.token)
    typed = f"{QUESTION}\n{FACTS[1][0]}\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    options = ("--temperature", "0", "--max-tokens", "24", "--json")
    assert main(["chat", "--server", server.address, *options]) == 0
    first, second = (events.decode(line) for line in capsys.readouterr().out.splitlines())
    assert isinstance(first, events.Artifact)
    assert first.data is not None
    assert first.data["replies"] == {"base": expected["base"], "brivolt": expected["tuned"]}
    assert isinstance(second, events.Artifact)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{QUESTION}\n"))
    assert main(["chat", "--server", server.address, "--token", "another-token-than-its-own"]) == 1
    assert "refuses the token" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{QUESTION}\n" * 30))
    assert main(["chat", "--server", server.address, "--model", "brivolt", "--temperature", "0"]) == 0
    assert "became too long for brivolt" in capsys.readouterr().out
