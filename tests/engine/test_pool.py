"""A pool of servers: each reply once whatever servers do, failures tried elsewhere, and pairs written through it."""

from __future__ import annotations

import contextlib
import json
import random
import threading
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from langchain_core.messages import HumanMessage, SystemMessage

from engine import events, server_list
from engine.errors import HoneError, JobCancelled
from engine.generate import GenerateSpec, generate
from engine.jobs import Cancel
from engine.project import Project
from engine.project import pairs as stored
from engine.runtimes import pool as pool_module
from engine.runtimes.endpoint import Endpoint
from engine.runtimes.pool import Pool
from engine.runtimes.remote import open_pool
from engine.server_list import Server
from engine.writers.opening import fingerprint
from tests.engine import papers
from tests.engine.chat_server import ChatServer, seconds
from tests.engine.scripted import ScriptedChatModel
from tests.engine.test_generate import rows, scripted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Recorder

SCHEMA = {"type": "object", "properties": {"number": {"type": "integer"}}, "required": ["number"]}


@pytest.fixture(autouse=True)
def own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HONE_SETTINGS", str(tmp_path / "settings.ini"))
    monkeypatch.delenv("HONE_API_KEY", raising=False)
    monkeypatch.setattr(Pool, "rest", lambda self, failures: 0.01 * failures)


def numbered(_: int, body: dict[str, Any]) -> str:
    return json.dumps({"number": number_of(body)})


def counting(said: list[int], look: Callable[[], None]) -> Callable[[int, dict[str, Any]], str]:
    """Replies as `numbered` and calls `look` as each is about to leave.

    So servers die by what they did: whoever reads the replies may lag behind by any number of them.
    """

    def reply(number: int, body: dict[str, Any]) -> str:
        said.append(number_of(body))
        look()
        return numbered(number, body)

    return reply


def number_of(body: dict[str, Any]) -> int:
    return int(str(body["messages"][-1]["content"]).split()[1])


@contextlib.contextmanager
def servers(*replies: Any, **options: Any) -> Iterator[list[ChatServer]]:
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(ChatServer(reply, **options)) for reply in replies]


def pool(found: list[ChatServer], emit: Any = None, seconds: float = 20.0, **options: Any) -> Pool:
    at_once = options.pop("at_once", 2)
    listed = [Server(address=f"{server.address}/v1", at_once=at_once) for server in found]
    made = open_pool(listed, (lambda event: None) if emit is None else emit, **{"tries": 3, **options})
    for endpoint in made.endpoints:
        endpoint.seconds = seconds
    return made


def ask(model: Pool, count: int, check: Any = None, prefix: str = "") -> Iterator[tuple[int, Any]]:
    asked: list[Any] = [[SystemMessage("Count."), HumanMessage(f"Number {n} {prefix}")] for n in range(count)]
    yield from model.batch_as_completed(asked, json_schema=SCHEMA, check=check)


def right(found: list[tuple[int, Any]], count: int) -> bool:
    """Whether each reply came once, and to its own question."""
    told = [(number, json.loads(reply.content)["number"]) for number, reply in found]
    return sorted(told) == [(number, number) for number in range(count)]


def warnings(emit: Recorder) -> list[str]:
    return [log.text for log in emit.of(events.Log) if log.level == "warning"]


def test_whoever_is_free_takes_the_next(emit: Recorder) -> None:
    with servers(numbered, numbered, delay=0.02) as found:
        found[1].delay = 0.002
        model = pool(found, emit)
        assert right(list(ask(model, 40)), 40)
        assert [server.most for server in found] == [2, 2]
        assert 0 < len(found[0].asked) < len(found[1].asked)
        assert model.at_once == 4
        assert not emit.of(events.Log), "both are on this machine"
        assert {metric.name for metric in emit.of(events.Metric)} == {
            f"replies a minute of small at 127.0.0.1:{server.address.rpartition(':')[2]}" for server in found
        }


def test_one_dies_half_way_and_the_other_does_the_rest(emit: Recorder) -> None:
    said: list[int] = []

    def die() -> None:
        found[0].dead = len(said) >= 8

    with servers(*[counting(said, die)] * 2, delay=0.01) as found:
        assert right(list(ask(pool(found, emit), 30)), 30)
    (warning,) = warnings(emit)
    assert "stopped answering" in warning
    assert "The other servers go on" in warning


def test_a_server_that_comes_back_is_used_again(emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "_LONGEST_REST", 0.05)
    said: list[int] = []

    def rest() -> None:
        found[0].dead = 4 < len(said) < 24

    with servers(*[counting(said, rest)] * 2, delay=0.01) as found:
        model = pool(found, emit)
        assert right(list(ask(model, 80)), 80)
        assert len(warnings(emit)) == 1
        assert any("answers again" in log.text for log in emit.of(events.Log))
        assert all(not member.failures for member in model.members)


def test_a_busy_server_rests_as_long_as_it_says() -> None:
    def busy(number: int, body: dict[str, Any]) -> Any:
        return (429, {"error": "slow down"}) if number < 2 else numbered(number, body)

    with servers(busy, numbered, delay=0.005) as found:
        found[0].retry_after = 1
        begun = time.monotonic()
        assert right(list(ask(pool(found), 20)), 20)
        assert seconds(begun) < 1, "the other one did it meanwhile"
        assert len(found[0].asked) <= 2


@pytest.mark.parametrize(
    "bad", [(200, b"<html>Welcome</html>"), (500, {}), (404, {}), (401, {}), (200, {"choices": []})]
)
def test_a_server_of_no_use_is_left_out(bad: Any, emit: Recorder) -> None:
    with servers(lambda number, body: bad, numbered) as found:
        assert right(list(ask(pool(found, emit), 12)), 12)
        assert len(found[0].asked) <= 10
        assert len(warnings(emit)) == 1 or bad == (500, {})  # it may be done before that is tried often enough


def test_a_server_that_hangs_is_not_waited_for() -> None:
    with servers(numbered, numbered) as found:
        found[0].delay = 30
        begun = time.monotonic()
        assert right(list(ask(pool(found, seconds=0.2), 10)), 10)
        assert seconds(begun) < 3


def test_what_one_server_fails_at_is_not_lost_while_another_has_not_seen_it() -> None:
    with servers(numbered, numbered) as found:
        # The second one is busy with its second question when the first gives up.
        found[0].delay, found[1].delay = 30, 0.6
        assert right(list(ask(pool(found, seconds=1.0, at_once=1), 3)), 3)


def test_a_question_that_makes_every_server_fail_does_not_end_the_others() -> None:
    def picky(number: int, body: dict[str, Any]) -> Any:
        return (500, {"error": "cannot"}) if number_of(body) == 3 else numbered(number, body)

    with servers(picky, picky, delay=0.01) as found:
        replies = dict(ask(pool(found), 30))
        assert sorted(replies) == list(range(30))
        assert replies[3].content == ""
        assert "failed: The server at" in replies[3].response_metadata["finish_reason"]
        assert all(json.loads(replies[n].content)["number"] == n for n in replies if n != 3)


def test_what_one_refuses_or_garbles_another_may_do() -> None:
    def small(number: int, body: dict[str, Any]) -> Any:
        return (400, {"error": "context is too long"}) if number_of(body) % 2 else "Well, let me think"

    with servers(small, numbered) as found:
        assert right(list(ask(pool(found), 12)), 12)
    with servers(small, small) as found:
        replies = dict(ask(pool(found), 2))
        assert replies[0].content == "Well, let me think"
        assert "context is too long" in replies[1].response_metadata["finish_reason"]


def test_each_server_is_asked_in_the_form_it_takes() -> None:
    with servers(numbered, numbered) as found:
        found[0].forms, found[1].forms = ("json_schema",), ()
        found[1].reply = lambda number, body: f"```json\n{numbered(number, body)}\n```"
        assert right(list(ask(pool(found), 20)), 20)
        forms = [Counter(body.get("response_format", {}).get("type") for body in server.asked) for server in found]
        assert set(forms[0]) == {"json_schema"}
        assert set(forms[1]) == {None}


def test_a_form_that_is_taken_but_not_held_to_is_told_instead() -> None:
    def ignores(number: int, body: dict[str, Any]) -> str:
        return numbered(number, body) if "response_format" not in body else "Sure! Here is what you want."

    with servers(ignores) as found:
        model = pool(found, at_once=1)
        replies = [reply for _, reply in ask(model, 9)]
        assert [reply.content.startswith("Sure") for reply in replies] == [True] * 6 + [False] * 3


def test_all_down_is_told_and_asked_again_it_goes_on() -> None:
    said: list[int] = []

    def die() -> None:
        if len(said) == 6:
            found[0].dead = found[1].dead = True

    with servers(*[counting(said, die)] * 2) as found:
        model, had = pool(found), []
        with pytest.raises(HoneError, match="None of the 2 servers answers") as caught:
            for entry in ask(model, 20):
                had.append(entry)
        assert "stopped answering" in caught.value.hint
        assert "kept" in caught.value.hint
        assert 0 < len(had) < 20
        found[0].dead = False
        assert right(list(ask(model, 10)), 10)
    with pytest.raises(HoneError, match="None of the 2"):
        pool(found)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("servers")]


def test_a_stop_closes_what_is_under_way() -> None:
    with servers(numbered, numbered, delay=30) as found:

        def check() -> None:
            if sum(server.busy for server in found) == 4:
                raise JobCancelled

        begun = time.monotonic()
        with pytest.raises(JobCancelled):
            list(ask(pool(found), 20, check))
        assert seconds(begun) < 3
        assert sum(len(server.asked) for server in found) == 4


def test_what_begins_alike_goes_to_the_server_that_read_it() -> None:
    with servers(numbered, numbered, delay=0.005) as found:
        model = pool(found, at_once=4)
        chunks = [f"{letter * 600}" for letter in "abcdefgh"]
        for turn in range(3):
            asked: list[Any] = [
                [SystemMessage("Count."), HumanMessage(f"Text {index} {chunk} turn {turn}")]
                for index, chunk in enumerate(chunks)
                for _ in range(3)
            ]
            assert len(list(model.batch_as_completed(asked, json_schema=SCHEMA))) == 24
        places = [{body["messages"][-1]["content"][5] for body in server.asked} for server in found]
        moved = places[0] & places[1]
        assert len(moved) <= 4, "most chunks were read by one server only"


@pytest.mark.parametrize("seed", range(2))
def test_no_reply_is_lost_or_doubled_whatever_servers_do(seed: int) -> None:
    chance = random.Random(seed)

    def moody(number: int, body: dict[str, Any]) -> Any:
        bad = [(429, {}), (500, {}), (503, b"<html>"), (502, b""), "prose", (400, {"error": "no"})]
        return numbered(number, body) if chance.random() < 0.7 else chance.choice(bad)

    with servers(moody, moody, numbered, delay=0.001) as found:
        had = list(ask(pool(found, tries=50), 80))
        assert sorted(number for number, _ in had) == list(range(80))
        good = [(n, json.loads(reply.content)["number"]) for n, reply in had if reply.content.startswith("{")]
        assert len(good) > 70
        assert all(number == told for number, told in good)


def test_keys_go_to_their_own_server_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HONE_API_KEY", "whose")
    with servers(numbered, numbered) as found:
        port = found[0].address.rpartition(":")[2]
        monkeypatch.setenv(f"HONE_API_KEY_127_0_0_1_{port}", "first")
        list(ask(pool(found), 12))
        assert set(found[0].keys) == {"first"}
        assert set(found[1].keys) == {""}
        list(ask(pool(found[1:]), 2))
        assert found[1].keys[-1] == "whose", "there is one server only"


def test_texts_that_leave_the_machine_are_told(emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    async def models(self: Endpoint, client: Any) -> list[str]:
        return ["small"]

    monkeypatch.setattr(Endpoint, "models", models)
    open_pool([Server(address="http://localhost:1/v1"), Server(address="http://gpu.example:8000/v1")], emit)
    assert [log.text for log in emit.of(events.Log)] == ["The texts of the documents are sent to gpu.example:8000."]


# -- pairs through it -----------------------------------------------------------------------------------------


def writes(_: int, body: dict[str, Any]) -> str:
    """Replies as the scripted writer of the other tests does."""
    schema = body["response_format"]["json_schema"]["schema"]
    return json.dumps(ScriptedChatModel()._reply(body["messages"][-1]["content"], schema))


@pytest.fixture
def prepared(project_path: str) -> str:
    from engine.index import IndexSpec, index

    with Project(project_path) as project:
        for number in range(4):
            papers.add(project, f"manual{number}.txt", papers.MANUAL)
    index(IndexSpec(project=project_path), lambda event: None, Cancel())
    return project_path


def write(path: str, emit: Any, writer: str = "servers") -> None:
    generate(GenerateSpec(project=path, writer=writer, wordings=3), emit, Cancel())


def listed(found: list[ChatServer]) -> None:
    for server in found:
        server_list.put(Server(address=server.address, model="small", at_once=2))


def test_pairs_are_those_of_one_writer_also_when_a_server_dies(prepared: str, emit: Recorder, tmp_path: Path) -> None:
    with servers(writes, writes, delay=0.003) as found:
        listed(found)

        def watch(event: events.Event) -> None:
            emit(event)
            found[1].dead = found[1].dead or len(emit.of(events.Progress)) > 8

        write(prepared, watch)
        assert found[1].dead
        assert len(warnings(emit)) == 1
    with Project(prepared) as project:
        assert {row[0] for row in project.rows("SELECT writer FROM facts")} - {"rules"} == {"small"}
        through_servers = rows(project)
    with Project.create(tmp_path / "here.hone") as project:
        for number in range(4):
            papers.add(project, f"manual{number}.txt", papers.MANUAL)
    from engine.index import IndexSpec, index
    from engine.retrieval import open_index

    index(IndexSpec(project=str(tmp_path / "here.hone")), lambda event: None, Cancel())
    with Project(tmp_path / "here.hone") as project:
        from engine.generate import write_pairs

        spec = GenerateSpec(project=str(project.path), wordings=3)
        write_pairs(project, spec, scripted(), open_index(project), emit, Cancel())
        facts = {row[:4] for row in rows(project)}
        assert {row[:4] for row in through_servers} == facts
        assert len(through_servers) == len(rows(project))


def test_when_all_die_the_same_command_goes_on(prepared: str, emit: Recorder) -> None:
    with servers(writes, writes, delay=0.003) as found:
        listed(found)

        def watch(event: events.Event) -> None:
            emit(event)
            if len(emit.of(events.Progress)) > 8:
                found[0].dead = found[1].dead = True

        with pytest.raises(HoneError, match="None of the 2 servers answers"):
            write(prepared, watch)
        with Project(prepared) as project:
            begun = {tuple(row) for row in project.rows("SELECT chunk_id, position FROM facts")}
            assert stored.generations(project)[-1].state == "failed"
        server_list.remove(f"{found[0].address}/v1#small")
        found[1].dead = False
        write(prepared, emit)
    with Project(prepared) as project:
        (only,) = stored.generations(project)
        assert only.state == "finished"
        places = [tuple(row) for row in project.rows("SELECT chunk_id, position FROM facts")]
        assert len(places) == len(set(places))
        assert begun <= set(places)
        assert project.value("SELECT count(*) FROM pairs WHERE state = 'asked'") == 0
        assert stored.counts(project)["accepted"] > 8


def test_one_server_by_its_address(prepared: str, emit: Recorder) -> None:
    with servers(writes, models=("small", "large")) as found:
        with pytest.raises(HoneError, match="Which model of"):
            write(prepared, emit, found[0].address)
        write(prepared, emit, f"{found[0].address}#large")
        assert {body["model"] for body in found[0].asked} == {"large"}


def test_a_server_judges_what_another_wrote(prepared: str, emit: Recorder) -> None:
    def judges(number: int, body: dict[str, Any]) -> str:
        assert "supported" in body["response_format"]["json_schema"]["schema"]["properties"]
        return json.dumps({"sentence": "", "supported": "no"})

    with servers(writes, judges) as found:
        spec = GenerateSpec(project=prepared, writer=found[0].address, judge=found[1].address, wordings=1)
        with pytest.raises(HoneError, match="nothing that can be used|No pair was accepted"):
            generate(spec, emit, Cancel())
        assert found[1].asked
    with Project(prepared) as project:
        assert dict(stored.rejections(project, stored.generations(project)[-1].id))["unfaithful"] > 0


def test_no_server_is_set(prepared: str, emit: Recorder) -> None:
    with pytest.raises(HoneError, match="No server is set"):
        write(prepared, emit)


def test_a_generation_is_known_by_the_models_and_not_by_the_servers() -> None:
    server_list.put(Server(address="http://a", model="qwen"))
    one = fingerprint("servers")
    server_list.put(Server(address="http://b", model="qwen", at_once=8))
    assert fingerprint("servers") == one
    server_list.put(Server(address="http://c", model="llama"))
    assert fingerprint("servers") != one
    assert fingerprint("http://a/v1#qwen") == one
