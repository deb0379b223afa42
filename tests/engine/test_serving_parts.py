"""What a server is made of: replies that come and go in one batch, and texts that stop sequences cut."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import HoneError
from engine.resources import starter
from engine.serving.outlet import Outlet
from engine.serving.refusals import Refused
from tests.engine.models import tiny
from tests.engine.test_mlx import SENTENCES, make_adapter, never, prompt

if TYPE_CHECKING:
    from pathlib import Path

    from engine.runtimes.mlx import Loaded

LETTERS = st.text("ab \n", max_size=12)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    from engine.runtimes import mlx

    return mlx.load(starter(), make_adapter(starter(), tmp_path_factory.mktemp("adapter")))


def first_cut(text: str, stops: list[str]) -> str | None:
    """What stands before the stop sequence that is whole first, as a server sees it letter by letter."""
    for end in range(len(text) + 1):
        if found := [text[:end].find(stop) for stop in stops if stop in text[:end]]:
            return text[: min(found)]
    return None


@given(st.lists(LETTERS, max_size=8), st.lists(st.text("ab ", min_size=1, max_size=4), max_size=3), st.booleans())
def test_an_outlet_tells_all_but_stop_sequences_and_never_takes_back(
    pieces: list[str], stops: list[str], trims: bool
) -> None:
    outlet, told = Outlet(stops, trims=trims), ""
    letters = list("".join(pieces))
    for number, letter in enumerate(letters, 1):
        told += outlet.more(letter, last=number == len(letters))
        if outlet.stopped:
            break
    cut = first_cut("".join(letters), stops)
    expected = "".join(letters) if cut is None else cut
    assert told == (expected.strip() if trims else expected)
    assert outlet.stopped == (cut is not None)


def test_replies_that_join_later_are_those_of_each_alone(loaded: Loaded) -> None:
    from engine.runtimes import mlx
    from engine.runtimes.mlx.live import Live

    prompts = [prompt(loaded, sentence) for sentence in SENTENCES[:5]]
    sides = ["base", "tuned", "tuned", "base", "tuned"]
    alone = [mlx.greedy(loaded, [one], side, never, max_tokens=9)[0] for one, side in zip(prompts, sides, strict=True)]
    live = Live(loaded, mlx.Kept(), places=3)
    said, ended = dict.fromkeys(range(5), ""), {}
    waiting = list(enumerate(zip(prompts, sides, strict=True)))
    while waiting or live.busy:
        if waiting:
            number, (one, side) = waiting.pop(0)
            live.ask(mlx.Asked(number, side, one), 9)
        for growth in live.step(never):
            assert isinstance(growth.name, int)
            said[growth.name] += growth.delta
            if growth.finish:
                ended[growth.name] = (growth.finish, growth.tokens)
    assert [said[number].strip() for number in range(5)] == alone
    assert all((finish == "length") == (tokens == 9) or finish == "stop" for finish, tokens in ended.values())
    assert len(ended) == 5


def test_a_reply_that_is_dropped_makes_room_at_once(loaded: Loaded) -> None:
    from engine.runtimes import mlx
    from engine.runtimes.mlx.live import Live

    live = Live(loaded, places=1)
    for name in ("first", "never begun", "last"):
        live.ask(mlx.Asked(name, "base", prompt(loaded, SENTENCES[0])), 100)
    assert {growth.name for growth in live.step(never)} <= {"first"}
    live.drop("first")
    live.drop("never begun")
    live.drop("unknown")
    live.step(never)  # the place falls free
    names = [growth.name for _ in range(5) for growth in live.step(never)]
    assert set(names) == {"last"}
    live.drop("last")
    live.step(never)
    assert not live.busy


def test_a_fully_tuned_model_answers_one_side_after_another(tmp_path: Path) -> None:
    from engine.runtimes import mlx
    from engine.runtimes.mlx.live import Live

    base, folder = tiny(tmp_path / "base"), tmp_path / "full"
    folder.mkdir()
    (folder / "adapter_config.json").write_text(json.dumps({"fine_tune_type": "full"}))
    shutil.copy(tiny(tmp_path / "other", seed=2) / "model.safetensors", folder / "adapters.safetensors")
    loaded = mlx.load(base, folder)
    assert not loaded.mixes
    one = prompt(loaded, SENTENCES[0])
    sides = ["base", "tuned", "base"]
    alone = [mlx.greedy(loaded, [one], side, never, max_tokens=5)[0] for side in sides]
    live = Live(loaded)
    for number, side in enumerate(sides):
        live.ask(mlx.Asked(number, side, one), 5)
    said = dict.fromkeys(range(3), "")
    while live.busy:
        for growth in live.step(never):
            assert isinstance(growth.name, int)
            said[growth.name] += growth.delta
    assert [text.strip() for text in said.values()] == alone


def test_a_template_that_refuses_is_told(tmp_path: Path) -> None:
    from engine.runtimes import mlx
    from engine.serving.models import Models
    from engine.serving.wishes import chat_wish

    folder = tmp_path / "strict"
    shutil.copytree(starter(), folder)
    config = json.loads((folder / "tokenizer_config.json").read_text())
    config["chat_template"] = "{{ raise_exception('Roles must alternate') }}"
    (folder / "tokenizer_config.json").write_text(json.dumps(config))
    models = Models("manuals", "chat", "", mlx.load_tokenizer(folder))
    body = {"model": "manuals", "messages": [{"role": "user", "content": "Why?"}]}
    with pytest.raises(Refused, match="Roles must alternate") as caught:
        models.prompt(chat_wish(json.dumps(body).encode()))
    assert caught.value.status == 400


def test_the_prompt_of_training_is_asked_with_its_system_prompt_unless_there_is_one(loaded: Loaded) -> None:
    from engine.serving.models import Models
    from engine.serving.wishes import chat_wish

    models = Models("manuals", "alpaca", "Answer from the manual.", loaded)

    def read(*messages: tuple[str, str]) -> str:
        said = [{"role": role, "content": text} for role, text in messages]
        body = json.dumps({"model": "manuals", "messages": said}).encode()
        return loaded.decode(models.prompt(chat_wish(body)))

    assert read(("user", "Why?")).startswith("Answer from the manual.\n\n### Instruction:\nWhy?")
    assert read(("system", "Be brief."), ("user", "Why?")).startswith("Be brief.\n\n### Instruction:")


def test_a_project_that_is_called_base_is_served_under_another_name(loaded: Loaded) -> None:
    from engine.serving.models import Models

    models = Models("base", "chat", "", loaded)
    assert models.names == ("tuned", "base")
    assert [models.side(name) for name in models.names] == ["tuned", "base"]


def test_too_many_who_wait_are_told_to_come_again(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.runtimes.mlx.live import Live
    from engine.serving import orders

    monkeypatch.setattr(orders, "_MOST", 0)
    with pytest.raises(Refused, match="The server is busy") as caught:
        orders.Orders(Live(loaded), print).check_room()
    assert caught.value.body()["error"]["type"] == "rate_limit_error"


def test_a_server_that_ends_by_itself_is_told() -> None:
    from engine.serving.front import Front

    async def nothing(scope: object, receive: object, send: object) -> None: ...

    with Front() as front:
        front.open(nothing)
        front.check()
        assert front._server is not None
        assert front._thread is not None
        front._server.should_exit = True
        front._thread.join()
        with pytest.raises(HoneError, match="has ended by itself"):
            front.check()
