"""The logic of what measures writing: the prepared replies, the counted calls, the rates of a Batcher, the program."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from langchain_core.messages import HumanMessage

from benchmarks import batched_bench, prepared
from benchmarks.batched_bench import CannotBuild, Rates, Shape
from benchmarks.comparing import in_turn
from benchmarks.one_at_a_time import OneAtATime, OneAtATimeBatcher, OneAtATimeChat, Remembering
from benchmarks.prepared import Fact, Prepared
from benchmarks.random_gguf import CONTEXT, VOCABULARY, small_random_model
from benchmarks.speed_decoding import Watch, ours, requests
from engine.resources import starter_gguf
from engine.runtimes.batching import Batcher, Request
from engine.runtimes.chat_model import GgufChatModel
from engine.runtimes.gguf import load_gguf

if TYPE_CHECKING:
    from pathlib import Path

SHAPE = Shape(3, 40, 6)
FACTS = (
    Fact("The pump costs 12 euros. It is red.", ("How much is the pump?", "What does the pump cost?"), "12 euros."),
    Fact("The pump costs 12 euros. It is red.", ("How much is the pump of steel?", "And of steel?"), "20 euros."),
)


@pytest.fixture(scope="module")
def random_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_random_model(tmp_path_factory.mktemp("random") / "random.gguf")


def test_prepared_replies_follow_the_form_and_the_text() -> None:
    text = {"type": "string"}
    kinds = {"type": "object", "properties": {"kind": {"enum": ["fact", "why"]}, "question": text}}
    asking = {"properties": {"questions": {"items": kinds, "maxItems": 2}}}
    wording = {"properties": {"questions": {"items": text, "maxItems": 2}}}
    answering = {"properties": {"answer": text, "evidence": text}}
    shown = ["Rules", "Text:\nThe pump costs\n12 euros. It is red."]
    assert prepared.prepared(shown, asking, FACTS)["questions"] == [
        {"kind": "fact", "question": "How much is the pump?"},
        {"kind": "why", "question": "How much is the pump of steel?"},
    ]
    about = ["Rules", "Question: How much is the pump of steel?"]
    assert prepared.prepared(about, wording, FACTS) == {"questions": ["And of steel?"]}
    assert prepared.prepared(about, answering, FACTS)["answer"] == "20 euros."


def test_both_sides_write_as_much_and_reply_as_prepared(random_file: Path) -> None:
    prompt = [HumanMessage("Question: How much is the pump of steel?")]
    text = {"type": "string", "minLength": 1, "maxLength": 400}
    form = {"type": "object", "properties": {"answer": text, "evidence": text}, "required": ["answer", "evidence"]}
    options: dict[str, Any] = {"json_schema": form, "max_tokens": 20, "temperature": 0.0, "seed": 0}
    with load_gguf(random_file) as model, Batcher(model, sequences=2, cells=1024) as batcher:
        pipeline = OneAtATime(random_file, reuse=True, context=512)
        for inner in (GgufChatModel(batcher=batcher), OneAtATimeChat(pipeline=pipeline)):
            side = Prepared(model=inner, facts=list(FACTS))
            replies = dict(side.batch_as_completed((prompt for _ in range(2)), **options))
            assert [json.loads(str(replies[number].content))["answer"] for number in (0, 1)] == ["20 euros."] * 2
            assert (side.replies, side.ended) == (2, 0)
        assert batcher.counts.tokens_written == pipeline.tokens_written == 40
        assert batcher.counts.prompt_tokens_read == pipeline.prompt_tokens_read
        assert pipeline.prompt_tokens == 2 * len(model.prompt([{"role": "user", "content": prompt[0].text}]))
        pipeline.close()


def test_random_model_writes_until_its_longest_and_is_the_same_each_time(random_file: Path, tmp_path: Path) -> None:
    assert small_random_model(tmp_path / "again.gguf").read_bytes() == random_file.read_bytes()
    with load_gguf(random_file) as model:
        assert (model.vocabulary_size, model.context_length) == (VOCABULARY, CONTEXT)
        found = ours(model, SHAPE)  # leaves when a text ended before
    assert found.prefill > 0
    assert found.decode > 0


def test_rates_count_the_time_in_which_all_write(random_file: Path) -> None:
    with load_gguf(random_file) as model, Batcher(model, sequences=2, cells=512) as batcher:
        watch = Watch(batcher)
        watch.marks = [(0.0, 0, 0), (2.0, 70, 0), (3.0, 80, 1), (4.0, 80, 3), (5.0, 80, 5), (9.0, 80, 6)]
    assert watch.rates(Shape(2, 40, 3)) == Rates(prefill=80 / 3.0, decode=2.0)


def test_the_class_writes_what_a_batcher_writes_and_its_tokens_are_counted() -> None:
    loaded = load_gguf(starter_gguf())
    model = Remembering(loaded.path, loaded.handle)
    asked = [
        tuple(model.prompt([{"role": "user", "content": text}]))
        for text in ("what: The pump of the Meridian costs 40 euros.", "what: The pump of the Meridian is red.")
    ]
    sentences = ("The pump costs 40 euros.", "The lamp costs 12 euros.")
    picked = tuple(
        model.prompt([{"role": "user", "content": f"{' '.join(sentences)}\nWhat is the price of the lamp?"}])
    )

    wanted = [Request(prompt, 12) for prompt in asked] + [Request(picked, 24, choices=sentences)]
    with Batcher(model, cells=1024) as batcher:
        written = dict(zip(wanted, batcher.write(wanted), strict=True))
    read = []
    for reuse in (True, False):
        pipeline = OneAtATime(model.path, reuse=reuse, context=512)
        one_at_a_time = OneAtATimeBatcher(pipeline, model, 512, written)
        assert [reply.text for reply in one_at_a_time.write(wanted)] == [written[request].text for request in wanted]
        assert (one_at_a_time.greedy, one_at_a_time.differing) == (3, [])
        read.append(pipeline.prompt_tokens_read)
        one_at_a_time.close()
    model.close()
    assert read[1] == sum(len(request.prompt) for request in wanted)
    assert read[0] < read[1]


def test_prompts_of_random_tokens_have_nothing_in_common_and_no_controls(random_file: Path) -> None:
    with load_gguf(random_file) as model:
        made = requests(model, SHAPE, seed=1)
        assert len({request.prompt[0] for request in made}) == SHAPE.sequences
        assert not model.control_tokens & {token for request in made for token in request.prompt}


def test_each_round_begins_with_the_next() -> None:
    order: list[int] = []

    def measure(which: int) -> float:
        order.append(which)
        return float(len(order))

    found = in_turn([lambda: measure(0), lambda: measure(1), lambda: measure(2)], times=2)
    assert order == [1, 2, 0, 2, 0, 1, 0, 1, 2]
    assert found == [[5.0, 7.0], [6.0, 8.0], [4.0, 9.0]]


def test_a_program_that_cannot_be_fetched_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(batched_bench, "BUILD", tmp_path)

    def refused(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "", "no network")

    monkeypatch.setattr(subprocess, "run", refused)
    with pytest.raises(CannotBuild, match="could not be fetched: no network"):
        batched_bench.program()
