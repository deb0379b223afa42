"""After training: the fused model answers as base and adapter did, and chat shows both sides of one model."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from engine import events
from engine.chat import ChatSpec, chat
from engine.errors import HoneError, JobCancelled
from engine.fuse import FuseSpec, fuse
from engine.jobs import Cancel
from engine.project import Project, messages, runs
from engine.train import TrainSpec, train
from tests.engine.models import FACTS, add_dataset, educated, tiny, wordings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder

OPTIONS: dict[str, Any] = {
    "samples": 0,
    "rank": 16,
    "batch_size": 8,
    "learning_rate": 3e-3,
    "evaluate_every": 20,
    "cues": 0.0,
    "word_dropout": 0.0,
}


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a tiny base that learned its facts; tests work on copies."""
    folder = tmp_path_factory.mktemp("trained")
    project = Project.create(folder / "small").path
    add_dataset(str(project), *wordings())
    base = educated(folder / "base", max_position_embeddings=128)
    train(TrainSpec(project=str(project), base=str(base), iterations=40, **OPTIONS), lambda event: None, Cancel())
    return project


@pytest.fixture
def project(trained: Path, tmp_path: Path) -> str:
    copy = tmp_path / "small.hone"
    shutil.copytree(trained, copy)
    return str(copy)


def artifact(emit: Recorder, kind: str) -> dict[str, Any]:
    (found,) = [event for event in emit.of(events.Artifact) if event.kind == kind]
    data: dict[str, Any] = {**found.data, "path": found.path}
    return data


def test_fused_model_answers_alike_and_is_remembered(project: str, emit: Recorder) -> None:
    from engine.runtimes import mlx

    fuse(FuseSpec(project=project), emit, Cancel())
    told = artifact(emit, "fused")
    assert told["same_replies"] == 1
    assert told["logit_difference"] < 0.01
    with Project(project) as opened:
        run = runs.latest(opened)
        assert run.fused is not None
        folder = opened.path / run.fused
    fused, apart = mlx.load(folder), mlx.load(run.base, run.adapter)
    assert not fused.has_adapter
    assert fused.tokenizer.chat_template == apart.tokenizer.chat_template
    for question, _ in FACTS:
        tokens = apart.encode(f"<u>{question}<a>")
        assert fused.encode(f"<u>{question}<a>") == tokens
        assert mlx.next_logits(fused, tokens) == pytest.approx(mlx.next_logits(apart, tokens), abs=0.01)


def test_fused_folder_of_ones_own(project: str, tmp_path: Path, emit: Recorder) -> None:
    fuse(FuseSpec(project=project, out=str(tmp_path / "mine")), emit, Cancel())
    names = {file.name for file in (tmp_path / "mine").iterdir()}
    assert {"config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"} <= names
    assert not any(name.endswith(".py") for name in names)
    with pytest.raises(HoneError, match="is not empty"):
        fuse(FuseSpec(project=project, out=str(tmp_path / "mine")), emit, Cancel())


def test_quantized_base_is_fused_in_full_precision(project_path: str, tmp_path: Path, emit: Recorder) -> None:
    base = tiny(tmp_path / "four", quantized=True)
    add_dataset(project_path, *wordings())
    train(TrainSpec(project=project_path, base=str(base), iterations=10, **OPTIONS), emit, Cancel())
    fuse(FuseSpec(project=project_path), emit, Cancel())
    told = artifact(emit, "fused")
    assert told["logit_difference"] < 0.05
    config = json.loads((tmp_path / "test.hone" / "runs" / "0001" / "fused" / "config.json").read_text())
    assert "quantization" not in config


def test_fusing_that_loses_the_adapter_fails_and_leaves_nothing(
    project: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.runtimes import mlx

    monkeypatch.setattr("mlx_lm.tuner.lora.LoRALinear.fuse", lambda module, dequantize=False: module.linear)
    with pytest.raises(HoneError, match="does not answer as base and adapter did") as caught:
        fuse(FuseSpec(project=project), emit, Cancel())
    assert "logits differ" in caught.value.hint
    with Project(project) as opened:
        run = runs.latest(opened)
        assert run.fused is None
        assert not (run.folder / "fused").exists()
    assert mlx.load(run.base, run.adapter).has_adapter


def test_fully_tuned_model_is_fused_too(project_path: str, tmp_path: Path, emit: Recorder) -> None:
    base = tiny(tmp_path / "base")
    add_dataset(project_path, *wordings())
    options = {**OPTIONS, "learning_rate": 1e-3}
    train(TrainSpec(project=project_path, base=str(base), method="full", iterations=10, **options), emit, Cancel())
    fuse(FuseSpec(project=project_path), emit, Cancel())
    assert artifact(emit, "fused")["logit_difference"] < 0.01


@pytest.mark.parametrize("job", ["fuse", "chat"])
def test_without_a_run_it_is_said(project_path: str, emit: Recorder, job: str) -> None:
    with pytest.raises(HoneError, match="no tuned model yet") as caught:
        if job == "fuse":
            fuse(FuseSpec(project=project_path), emit, Cancel())
        else:
            chat(ChatSpec(project=project_path, question="Why?"), emit, Cancel())
    assert "hone train" in caught.value.hint


def test_both_sides_stream_and_end_in_one_reply(project: str, emit: Recorder) -> None:
    question, answer = FACTS[0]
    chat(ChatSpec(project=project, question=question, temperature=0.0, max_tokens=24), emit, Cancel())
    reply = artifact(emit, "reply")
    assert reply["question"] == question
    assert reply["tuned"] == answer
    assert reply["base"] != reply["tuned"]
    assert reply["logit_delta"] > 0.5
    for side in ("base", "tuned"):
        streamed = "".join(event.delta for event in emit.of(events.Text) if event.source == side)
        assert streamed.strip() == reply[side]
        assert 0 < reply["timings"][side]["tokens"] <= 24
        assert reply["timings"][side]["tokens_per_second"] > 0
    assert isinstance(emit[-1], events.Artifact)


@pytest.mark.parametrize("side", ["base", "tuned"])
def test_one_side_alone_says_what_it_says_beside_the_other(project: str, emit: Recorder, side: str) -> None:
    fields: dict[str, Any] = {"project": project, "question": FACTS[1][0], "seed": 3, "max_tokens": 16}
    chat(ChatSpec(**fields), emit, Cancel())
    both = artifact(emit, "reply")
    emit.clear()
    chat(ChatSpec(**fields, side=side), emit, Cancel())
    alone = artifact(emit, "reply")
    assert alone[side] == both[side]
    assert [alone[other] for other in ("base", "tuned") if other != side] == [None]


def test_conversation_is_remembered_for_each_side(project: str, emit: Recorder) -> None:
    for question, _ in FACTS[:2]:
        chat(ChatSpec(project=project, question=question, conversation="a", max_tokens=8), emit, Cancel())
    chat(ChatSpec(project=project, question=FACTS[2][0], conversation="a", side="tuned", max_tokens=8), emit, Cancel())
    chat(ChatSpec(project=project, question="Another?", conversation="b", max_tokens=8), emit, Cancel())
    chat(ChatSpec(project=project, question="Alone?", max_tokens=8), emit, Cancel())
    with Project(project) as opened:
        run = runs.latest(opened)
        tuned, base = (messages.history(opened, run.id, "a", side) for side in ("tuned", "base"))
        assert opened.value("SELECT count(*) FROM messages WHERE side = 'user'") == 5
    assert [turn["content"] for turn in tuned if turn["role"] == "user"] == [question for question, _ in FACTS[:3]]
    assert [turn["content"] for turn in base if turn["role"] == "user"] == [question for question, _ in FACTS[:2]]
    assert [turn["role"] for turn in tuned] == ["user", "assistant"] * 3


def test_history_and_system_prompt_are_read(project: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.runtimes import mlx

    real, seen = mlx.stream, []

    def stream(loaded: Any, prompts: dict[str, list[int]], *rest: Any) -> Any:
        seen.append(prompts["tuned"])
        return real(loaded, prompts, *rest)

    monkeypatch.setattr(mlx, "stream", stream)
    turns: tuple[dict[str, Any], ...] = (
        {"conversation": "x"},
        {"conversation": "x"},
        {"system": "Answer in one word."},
    )
    for more in turns:
        chat(ChatSpec(project=project, question="And?", max_tokens=4, **more), emit, Cancel())
    alone, with_history, with_system = seen
    assert len(with_history) > len(alone)
    assert with_history[-len(alone) :] == alone
    assert len(with_system) > len(alone)


def test_question_on_its_own_and_question_asked_again(
    project: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.runtimes import mlx

    real, seen = mlx.stream, []

    def stream(loaded: Any, prompts: dict[str, list[int]], *rest: Any) -> Any:
        seen.append(prompts["tuned"])
        return real(loaded, prompts, *rest)

    monkeypatch.setattr(mlx, "stream", stream)
    ways: tuple[dict[str, Any], ...] = ({}, {}, {"remember": False})
    for more in ways:
        chat(ChatSpec(project=project, question="And?", conversation="x", max_tokens=4, **more), emit, Cancel())
    second = emit.of(events.Artifact)[1].data["message"]
    again: dict[str, Any] = {"conversation": "x", "again": second, "seed": 5}
    chat(ChatSpec(project=project, question="And?", max_tokens=4, **again), emit, Cancel())
    assert seen[2] == seen[0]
    assert seen[3] == seen[1]
    with Project(project) as opened:
        turns = messages.turns(opened, runs.latest(opened).id, "x")
        assert len(messages.history(opened, runs.latest(opened).id, "x", "tuned")) == 6
    assert turns[3].asked["again"] == second == turns[1].id
    assert turns[3].asked["seed"] == 5
    assert turns[0].asked["logit_delta"] > 0


def test_what_was_streamed_before_a_cancel_is_kept(project: str, emit: Recorder) -> None:
    cancel = Cancel()

    def tell(event: events.Event) -> None:
        emit(event)
        if len(emit.of(events.Text)) == 4:
            cancel.cancel()

    with pytest.raises(JobCancelled):
        chat(ChatSpec(project=project, question=FACTS[0][0], conversation="s", max_tokens=24), tell, cancel)
    told = artifact(emit, "reply")
    assert told["stopped"]
    with Project(project) as opened:
        (turn,) = messages.turns(opened, told["run"], "s")
        assert turn.asked["stopped"]
        assert turn.replies["tuned"].text == told["tuned"] != ""
        assert messages.history(opened, told["run"], "s", "tuned") == []


def test_a_stopped_turn_tells_how_much_the_adapter_was_seen_to_change(project: str, emit: Recorder) -> None:
    cancel, spec = Cancel(), ChatSpec(project=project, question=FACTS[0][0], conversation="s", max_tokens=8)
    chat(spec, emit, Cancel())
    seen = artifact(emit, "reply")["logit_delta"]
    assert seen > 0

    def tell(event: events.Event) -> None:
        emit(event)
        cancel.cancel()

    with pytest.raises(JobCancelled):
        chat(spec, tell, cancel)
    told = emit.of(events.Artifact)[-1].data
    assert told["stopped"]
    assert told["logit_delta"] == seen


def test_oldest_turns_leave_when_the_context_is_full(project: str, emit: Recorder) -> None:
    for number in range(9):
        chat(
            ChatSpec(project=project, question=f"Why {number} " + "really " * 6, conversation="long", max_tokens=12),
            emit,
            Cancel(),
        )  # noqa: E501
    with pytest.raises(HoneError, match="too long") as caught:
        chat(ChatSpec(project=project, question="why " * 200), emit, Cancel())
    assert "128" in caught.value.hint


def test_adapter_that_does_nothing_is_noticed(project: str, emit: Recorder) -> None:
    import mlx.core as mx

    with Project(project) as opened:
        path = runs.latest(opened).adapter / "adapters.safetensors"
    weights: Any = mx.load(str(path))
    mx.save_safetensors(str(path), {name: value * 0 for name, value in weights.items()})
    with pytest.raises(HoneError, match="changes nothing"):
        chat(ChatSpec(project=project, question="Why?"), emit, Cancel())


def test_adapter_that_is_gone_is_said(project: str, emit: Recorder) -> None:
    with Project(project) as opened:
        (runs.latest(opened).adapter / "adapters.safetensors").unlink()
    with pytest.raises(HoneError, match="adapter of run 1 is not there"):
        chat(ChatSpec(project=project, question="Why?"), emit, Cancel())


def test_empty_question_and_cancel(project: str, emit: Recorder) -> None:
    with pytest.raises(HoneError, match="no question"):
        chat(ChatSpec(project=project, question="  "), emit, Cancel())
    cancel = Cancel()
    cancel.cancel()
    with pytest.raises(JobCancelled):
        chat(ChatSpec(project=project, question="Why?"), emit, cancel)
    with Project(project) as opened:
        assert opened.value("SELECT count(*) FROM messages") == 0


def test_model_stays_loaded_between_questions(project: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.runtimes import mlx

    real, loads = mlx.load, []

    def load(*names: Any) -> Any:
        loads.append(names)
        return real(*names)

    monkeypatch.setattr(mlx, "load", load)
    for question, _ in FACTS[:3]:
        chat(ChatSpec(project=project, question=question, max_tokens=4), emit, Cancel())
    assert len(loads) <= 1
