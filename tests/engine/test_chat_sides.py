"""Chat with documents, with the tuned models of other runs, and every answer as a table."""

from __future__ import annotations

import csv
import io
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console

from engine import events
from engine.chat import ChatSpec, chat
from engine.cli.answers import table
from engine.cli.main import main
from engine.errors import HoneError, JobCancelled
from engine.index import IndexSpec, index
from engine.ingest import IngestSpec, ingest
from engine.jobs import Cancel
from engine.project import Project, messages, runs, transcripts, votes
from engine.project import index as indexes
from engine.train import TrainSpec, train
from tests.engine.models import FACTS, add_dataset, tiny, wordings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder

OPTIONS: dict[str, Any] = {
    "samples": 0,
    "rank": 4,
    "batch_size": 4,
    "iterations": 2,
    "evaluate_every": 2,
    "learning_rate": 1e-2,
}
QUESTION = "What does the tray hold?"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three runs, two of them on one base, and an indexed document; tests work on copies."""
    folder = tmp_path_factory.mktemp("sides")
    project = Project.create(folder / "small").path
    manual = folder / "manual.md"
    paragraphs = "\n\n".join(f"# Part {n}\n\nThe Brivolt stands in Lund. {a}" for n, (_, a) in enumerate(FACTS))
    manual.write_text(f"{paragraphs}\n\nThe tray of the Brivolt holds 850 ml of water.\n")
    ingest(IngestSpec(project=str(project), paths=(str(manual),)), lambda event: None, Cancel())
    index(IndexSpec(project=str(project)), lambda event: None, Cancel())
    add_dataset(str(project), *wordings())
    first, second = tiny(folder / "base", max_position_embeddings=512), tiny(folder / "other", seed=2)
    for base, method in ((first, "lora"), (first, "full"), (second, "lora")):
        spec = TrainSpec(project=str(project), base=str(base), method=method, **OPTIONS)
        train(spec, lambda event: None, Cancel())
    return project


@pytest.fixture
def project(made: Path, tmp_path: Path) -> str:
    shutil.copytree(made, tmp_path / "small.hone")
    return str(tmp_path / "small.hone")


def reply(emit: Recorder) -> dict[str, Any]:
    found = [event for event in emit.of(events.Artifact) if event.kind == "reply"][-1]
    data: dict[str, Any] = found.data
    return data


def asked(project: str, **more: Any) -> ChatSpec:
    return ChatSpec(**{"project": project, "run": 1, "question": QUESTION, "max_tokens": 8, "seed": 3, **more})


def test_four_sides_answer_from_one_model_and_say_what_was_found(project: str, emit: Recorder) -> None:
    chat(asked(project, side="all", conversation="c"), emit, Cancel())
    told = reply(emit)
    assert list(told["timings"]) == ["base", "base_rag", "tuned", "tuned_rag"]
    assert told["base"] != told["base_rag"]
    assert told["base_rag"] != told["tuned_rag"]
    assert set(told["hits"]) == {"base_rag", "tuned_rag"}
    assert told["hits"]["base_rag"] == told["hits"]["tuned_rag"]
    assert told["hits"]["base_rag"][0]["document"] == "manual.md"
    with Project(project) as opened:
        (turn,) = messages.turns(opened, 1, "c")
        chunk = opened.row("SELECT text FROM chunks WHERE id = ?", told["hits"]["base_rag"][0]["chunk"])
    assert chunk is not None
    assert turn.replies["tuned_rag"].figures["hits"] == told["hits"]["tuned_rag"]
    assert "hits" not in turn.replies["base"].figures
    emit.clear()
    for side in ("base", "tuned_rag"):
        chat(asked(project, side=side), emit, Cancel())
        assert reply(emit)[side] == told[side]  # alone as beside the others


def test_each_side_remembers_what_it_said_itself(project: str, emit: Recorder) -> None:
    for side in ("both", "all", "documents"):
        chat(asked(project, side=side, conversation="c"), emit, Cancel())
    with Project(project) as opened:
        said = {side: len(messages.history(opened, 1, "c", side)) // 2 for side in ("base", "base_rag", "tuned_rag")}
    assert said == {"base": 2, "base_rag": 2, "tuned_rag": 2}


def test_a_next_question_reads_what_is_new_and_is_answered_as_if_all_was_read(
    project: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine import chat as module
    from engine.runtimes import mlx

    real, left = mlx.Kept.start, {}

    def start(kept: mlx.Kept, side: str, prompt: Any) -> Any:
        cache, rest = real(kept, side, prompt)
        left[side] = (len(rest), len(prompt))
        return cache, rest

    monkeypatch.setattr(mlx.Kept, "start", start)
    monkeypatch.setattr(module, "_warm", module._Warm())
    for question in (QUESTION, "And how heavy is it?"):
        chat(asked(project, conversation="c", question=question), emit, Cancel())
    for new, whole in left.values():
        assert new < whole / 2
    told = reply(emit)
    chat(asked(project, conversation="c", runs=(2,), beside=told["message"]), emit, Cancel())  # other adapter, and back
    last: dict[str, Any] = {"conversation": "c", "question": "And?", "again": None}
    chat(asked(project, **last), emit, Cancel())
    for new, whole in left.values():
        assert new < whole / 2
    kept = reply(emit)
    monkeypatch.setattr(module, "_warm", module._Warm())
    chat(asked(project, **{**last, "again": kept["message"]}), emit, Cancel())
    assert left["base"][0] == left["base"][1]
    assert [reply(emit)[side] for side in ("base", "tuned")] == [kept[side] for side in ("base", "tuned")]


def test_the_index_is_opened_once_and_anew_when_documents_change(
    project: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine import retrieval

    real, opened = retrieval.open_index, []

    def open_index(project: Project) -> retrieval.Index:
        opened.append(project)
        return real(project)

    monkeypatch.setattr(retrieval, "open_index", open_index)
    for _ in range(2):
        chat(asked(project, side="base_rag"), emit, Cancel())
    assert len(opened) == 1
    with Project(project) as opened_project, opened_project.transaction() as db:
        db.execute("UPDATE chunks SET text = text || ' Really.'")
    with pytest.raises(HoneError, match="out of date"):
        chat(asked(project, side="base_rag"), emit, Cancel())
    index(IndexSpec(project=project), lambda event: None, Cancel())
    chat(asked(project, side="base_rag"), emit, Cancel())
    assert len(opened) == 3


def test_a_long_conversation_leaves_room_for_what_is_found(project: str, emit: Recorder) -> None:
    question = "Why " + "really " * 40
    for _ in range(4):
        chat(asked(project, side="base_rag", conversation="long", question=question, max_tokens=24), emit, Cancel())
    chat(asked(project, side="base_rag", conversation="long"), emit, Cancel())
    assert reply(emit)["hits"]["base_rag"]


def test_without_an_index_only_sides_with_documents_fail(project: str, emit: Recorder) -> None:
    with Project(project) as opened, opened.transaction() as db:
        db.execute("DELETE FROM indexes")
        assert indexes.current(opened) is None
    with pytest.raises(HoneError, match="not indexed") as caught:
        chat(asked(project, side="all"), emit, Cancel())
    assert "hone index" in caught.value.hint
    chat(asked(project), emit, Cancel())
    assert reply(emit)["tuned"] is not None


def test_other_runs_answer_after_each_other_as_they_do_alone(project: str, emit: Recorder) -> None:
    chat(asked(project, runs=(3, 2, 1, 2)), emit, Cancel())
    told = reply(emit)
    assert list(told["timings"]) == ["base", "tuned", "run:3", "run:2"]
    order = list(dict.fromkeys(event.source for event in emit.of(events.Text)))
    assert order[-2:] == ["run:3", "run:2"]
    for number in (2, 3, 1):
        chat(asked(project, run=number, side="tuned"), emit, Cancel())
        assert reply(emit)["tuned"] == told["tuned" if number == 1 else f"run:{number}"]


def test_another_adapter_on_the_same_base_needs_no_second_load(
    project: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.runtimes import mlx

    real, loads = mlx.load, []

    def load(base: Any, adapter: Any = None) -> Any:
        loads.append(base)
        return real(base, adapter)

    monkeypatch.setattr(mlx, "load", load)
    chat(asked(project, run=3), emit, Cancel())
    loads.clear()
    chat(asked(project, runs=(2,)), emit, Cancel())
    chat(asked(project), emit, Cancel())
    assert len(loads) == 1


def test_replies_of_other_runs_are_added_to_a_question_that_was_asked(project: str, emit: Recorder) -> None:
    chat(asked(project, conversation="c"), emit, Cancel())
    number = reply(emit)["message"]
    chat(asked(project, conversation="c", question="And?"), emit, Cancel())
    for _ in range(2):
        chat(asked(project, conversation="c", runs=(2, 3), beside=number), emit, Cancel())
    assert reply(emit)["message"] == number
    with Project(project) as opened:
        first, second = messages.turns(opened, 1, "c")
        assert list(first.replies) == ["base", "tuned", "run:2", "run:3"]
        assert list(second.replies) == ["base", "tuned"]
        assert messages.turn(opened, number) == first
        assert messages.turns(opened, 1, "c", limit=1) == [second]
        messages.remove(opened, 1, "c")
        messages.add_replies(opened, number, {"run:2": ("late", {})})
        assert messages.turns(opened, 1, "c") == []
    with pytest.raises(HoneError, match=f"no question {number}"):
        chat(asked(project, runs=(2,), beside=number), emit, Cancel())


def test_what_was_said_before_another_run_fails_is_kept(project: str, emit: Recorder) -> None:
    with Project(project) as opened:
        (runs.get(opened, 3).adapter / "adapter_config.json").write_text("{}")
    with pytest.raises(HoneError, match="adapter could not be loaded"):
        chat(asked(project, runs=(3,), conversation="c"), emit, Cancel())
    assert reply(emit)["stopped"]
    with Project(project) as opened:
        (turn,) = messages.turns(opened, 1, "c")
    assert turn.replies["tuned"].text == reply(emit)["tuned"]
    chat(asked(project), emit, Cancel())  # the model that was taken apart is not used again
    assert not reply(emit)["stopped"]


def test_a_run_without_its_adapter_is_told_before_anything_is_asked(project: str, emit: Recorder) -> None:
    with Project(project) as opened:
        (runs.get(opened, 2).adapter / "adapters.safetensors").unlink()
    with pytest.raises(HoneError, match="adapter of run 2 is not there"):
        chat(asked(project, runs=(2,)), emit, Cancel())
    assert not emit.of(events.Text)


def test_a_cancel_between_runs_keeps_what_was_said(project: str, emit: Recorder) -> None:
    cancel = Cancel()

    def tell(event: events.Event) -> None:
        emit(event)
        if isinstance(event, events.Text) and event.source == "run:3":
            cancel.cancel()

    with pytest.raises(JobCancelled):
        chat(asked(project, runs=(3, 2)), tell, cancel)
    assert list(reply(emit)["timings"]) == ["base", "tuned", "run:3"]


def test_every_answer_is_in_the_table(project: str, emit: Recorder, tmp_path: Path) -> None:
    chat(asked(project, conversation="c", question='He said "why", or\nnot?'), emit, Cancel())
    chat(asked(project, conversation="c", side="all", runs=(2,)), emit, Cancel())
    number = reply(emit)["message"]
    chat(asked(project, run=2, conversation="d"), emit, Cancel())
    with Project(project) as opened:
        votes.hide(opened, 1, number, ("tuned_rag", "base", "tuned", "base_rag"))
        votes.cast(opened, number, "tuned_rag")
        everything = transcripts.rows(opened)
        assert [row["conversation"] for row in everything] == ["c", "c", "d"]
        assert transcripts.rows(opened, 2) == everything[2:]
        assert transcripts.rows(opened, 1, "d") == []
    told = everything[1]
    assert (told["vote"], told["shown"][0]) == ("tuned_rag", "tuned_rag")
    lines = list(csv.DictReader(io.StringIO(transcripts.as_csv(everything))))
    assert [line["question"] for line in lines] == ['He said "why", or\nnot?', QUESTION, QUESTION]
    assert lines[1]["tuned_rag"] == told["replies"]["tuned_rag"]["text"]
    assert lines[1]["run:2"] == told["replies"]["run:2"]["text"]
    assert lines[1]["vote"] == "tuned_rag"
    assert lines[1]["base_rag_found"].startswith("manual.md, 1")
    assert int(lines[1]["base_tokens"]) > 0
    assert lines[0]["tuned_rag"] == lines[0]["vote"] == ""
    assert json.loads(transcripts.as_json(everything)) == everything


def test_the_table_is_written_from_the_command_line(
    project: str, emit: Recorder, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["answers", project]) == 1
    assert "Nothing was asked yet" in capsys.readouterr().err
    assert main(["ask", project, QUESTION, "--run", "1", "--side", "all", "--runs", "2", "--max-tokens", "4"]) == 0
    shown = capsys.readouterr().out
    assert "Base + documents" in shown
    assert "Run 2" in shown
    assert "Found on page 1 of manual.md" in shown
    for name in ("a.csv", "a.json"):
        assert main(["answers", project, "--out", str(tmp_path / name)]) == 0
    assert (tmp_path / "a.csv").read_bytes().startswith("\ufeffrun,".encode())
    (row,) = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert row["question"] == QUESTION
    capsys.readouterr()
    assert main(["answers", project, "--out", str(tmp_path / "a.xlsx")]) == 1
    assert "csv or .json" in " ".join(capsys.readouterr().err.split())
    assert main(["answers", project, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [row]


def test_replies_in_a_project_are_shown_whatever_stands_in_them() -> None:
    console = Console(file=io.StringIO(), width=120)
    console.print(table([("Which [/b]?", {"base": "[red]a[/b]", "tuned": None})]))
    assert "[red]a[/b]" in console.file.getvalue()  # type: ignore[attr-defined]
