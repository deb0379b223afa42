"""What leaves the project is the tuned model, checked, and nothing half-written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from transformers import AutoTokenizer

from engine import events, jobs
from engine.dataset.styles import render
from engine.dataset.templates import chat_template
from engine.errors import HoneError, JobCancelled
from engine.export import ExportSpec, export
from engine.exports.gguf_files import judge
from engine.exports.options import LEAST_AGREEMENT
from engine.project import Project, artifacts, files, runs
from engine.resources import starter
from engine.runtimes.gguf import load_gguf
from engine.runtimes.gguf_parity import Parity

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder


def test_unfused_run_says_how_to_fuse(tuned: str, tmp_path: Path, emit: Recorder) -> None:
    with Project(tuned) as project, project.transaction() as db:
        fused = db.execute("SELECT fused FROM runs").fetchone()[0]
        db.execute("UPDATE runs SET fused = NULL")
    with pytest.raises(HoneError, match="hone fuse dryer.hone"):
        export(ExportSpec(project=tuned, gguf=str(tmp_path / "out")), emit, jobs.Cancel())
    assert not (tmp_path / "out").exists()
    with Project(tuned) as project, project.transaction() as db:
        db.execute("UPDATE runs SET fused = ?", (fused,))


def test_everything_is_exported_and_recorded(fused: str, tmp_path: Path, emit: Recorder) -> None:
    out = str(tmp_path / "out")
    export(ExportSpec(project=fused, gguf=out, mlx=out, adapter=out, dataset=out), emit, jobs.Cancel())
    made = {artifact.kind: artifact for artifact in emit.of(events.Artifact)}
    assert set(made) == {"gguf", "mlx", "adapter", "dataset"}
    figures = made["gguf"].data
    assert figures["prompts"] >= 20
    assert figures["token_ids_equal"] == figures["prompts"]
    assert figures["token_agreement"] >= 0.95
    names = {path.relative_to(out).as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert {"dryer.gguf", "dryer-mlx/config.json", "dryer-adapter/adapters.safetensors"} <= names
    assert {"dryer-mlx/tokenizer.json", "dryer-dataset/train.jsonl"} <= names
    assert not [name for name in names if name.rsplit("/", 1)[-1].startswith(".")]
    with Project(fused) as project:
        recorded = artifacts.artifacts(project, "gguf")[-1]
        assert recorded.path == made["gguf"].path
        assert recorded.sha256 == files.sha256(tmp_path / "out" / "dryer.gguf")
        assert recorded.size == figures["bytes"]
        assert recorded.created_at
        folder = artifacts.artifacts(project, "mlx")[-1]
        assert folder.size == sum(path.stat().st_size for path in (tmp_path / "out" / "dryer-mlx").iterdir())
        (tmp_path / "out" / "dryer.gguf").unlink()
        assert recorded.size is None
        assert runs.latest(project).is_fused
        assert recorded.data == figures
        assert len(artifacts.artifacts(project)) >= 4


def test_exported_gguf_chats_as_the_tuned_model(fused: str, tmp_path: Path, emit: Recorder) -> None:
    from llama_cpp import Llama

    from engine.runtimes import mlx

    export(ExportSpec(project=fused, gguf=str(tmp_path)), emit, jobs.Cancel())
    llama = Llama(str(tmp_path / "dryer.gguf"), n_ctx=256, n_threads=1, verbose=False)
    question = "How long is the cable?"
    reply = llama.create_chat_completion([{"role": "user", "content": question}], temperature=0, max_tokens=32)
    llama.close()
    assert isinstance(reply, dict)
    with Project(fused) as project:
        run = runs.latest(project)
    loaded = mlx.load(run.base, run.adapter)
    messages = [{"role": "user", "content": question}]
    prompt = loaded.tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    (ours,) = mlx.greedy(loaded, [loaded.encode(prompt)], mlx.TUNED, lambda: None, max_tokens=32)
    assert str(reply["choices"][0]["message"]["content"]).strip() == ours


def test_a_second_export_takes_the_place_of_the_first(fused: str, tmp_path: Path, emit: Recorder) -> None:
    for _ in range(2):
        export(ExportSpec(project=fused, adapter=str(tmp_path)), emit, jobs.Cancel())
    assert [path.name for path in tmp_path.iterdir()] == ["dryer-adapter"]


def test_foreign_folders_and_files_are_left_alone(fused: str, tmp_path: Path, emit: Recorder) -> None:
    (tmp_path / "dryer-adapter").mkdir()
    (tmp_path / "dryer-adapter" / "diary.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(HoneError, match="something else"):
        export(ExportSpec(project=fused, adapter=str(tmp_path)), emit, jobs.Cancel())
    with pytest.raises(HoneError, match="is a file"):
        export(ExportSpec(project=fused, adapter=str(tmp_path / "file")), emit, jobs.Cancel())
    assert (tmp_path / "dryer-adapter" / "diary.txt").read_text() == "mine"


def test_nothing_asked_for_is_a_failure(fused: str, emit: Recorder) -> None:
    with pytest.raises(HoneError, match="--gguf"):
        export(ExportSpec(project=fused), emit, jobs.Cancel())


@pytest.mark.parametrize(("quantisation", "least"), [("q8_0", 0.85), ("q4_k_m", 0.7)])
def test_fewer_bits_make_a_smaller_file_that_is_checked_too(
    fused: str, tmp_path: Path, emit: Recorder, quantisation: str, least: float
) -> None:
    export(ExportSpec(project=fused, gguf=str(tmp_path), quantisation=quantisation), emit, jobs.Cancel())
    file = tmp_path / f"dryer-{quantisation}.gguf"
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    (made,) = emit.of(events.Artifact)
    assert made.data["quantisation"] == quantisation
    assert made.data["token_ids_equal"] == made.data["prompts"] == 24
    assert made.data["token_agreement"] >= least
    assert file.stat().st_mode & 0o777 == 0o644
    export(ExportSpec(project=fused, gguf=str(tmp_path)), emit, jobs.Cancel())
    assert file.stat().st_size < 0.7 * (tmp_path / "dryer.gguf").stat().st_size


def test_agreement_below_what_was_wanted_keeps_nothing(fused: str, tmp_path: Path, emit: Recorder) -> None:
    found = Parity(prompts=24, token_ids_equal=24, replies_equal=3, token_agreement=0.75)
    with pytest.raises(HoneError, match=r"75\.0%.*85\.0%.*--agreement"):
        judge(found, LEAST_AGREEMENT["q8_0"])
    judge(found, LEAST_AGREEMENT["q4_k_m"])


@pytest.mark.parametrize("quantisation", LEAST_AGREEMENT)
def test_too_little_agreement_keeps_nothing(
    fused: str, tmp_path: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch, quantisation: str
) -> None:
    """A converter that forgets the rotary order makes a file that loads, and answers something else."""
    from engine.runtimes import gguf_export

    monkeypatch.setattr(gguf_export, "interleave", lambda rows, heads: rows)
    with pytest.raises(HoneError, match=re.escape("does not answer as the MLX model")):
        export(ExportSpec(project=fused, gguf=str(tmp_path), quantisation=quantisation), emit, jobs.Cancel())
    assert list(tmp_path.iterdir()) == []
    with Project(fused) as project:
        assert all(str(tmp_path) not in found.path for found in artifacts.artifacts(project))


def test_unwritable_target_is_named(fused: str, emit: Recorder) -> None:
    with pytest.raises(HoneError, match="could not be written"):
        export(ExportSpec(project=fused, adapter="/proc/no-such-folder"), emit, jobs.Cancel())


def test_cancelled_export_leaves_nothing(fused: str, tmp_path: Path, emit: Recorder) -> None:
    cancel = jobs.Cancel()
    cancel.cancel()
    with pytest.raises(JobCancelled):
        export(ExportSpec(project=fused, gguf=str(tmp_path)), emit, cancel)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("style", ["mistral", "alpaca", "phi3"])
@pytest.mark.parametrize("system", ["", "Be brief."])
def test_templates_ask_as_the_style_does(style: str, system: str) -> None:
    tokenizer = AutoTokenizer.from_pretrained(str(starter()))
    talk = [
        *([{"role": "system", "content": system}] if system else []),
        {"role": "user", "content": "How long is the cable?"},
        {"role": "assistant", "content": "1.8 m."},
        {"role": "user", "content": "And {{ the }} 'lid'?\n"},
    ]
    template = chat_template(style, tokenizer)
    for turns in (talk, talk[:-2]):
        shown = tokenizer.apply_chat_template(turns, chat_template=template, tokenize=False, add_generation_prompt=True)
        assert shown == render(style, turns, tokenizer)[0]
    assert chat_template("chat", tokenizer) == ""


def test_a_model_trained_in_another_style_carries_that_template(
    fused: str, tmp_path: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs.Run, "style", "alpaca")
    export(ExportSpec(project=fused, gguf=str(tmp_path), mlx=str(tmp_path)), emit, jobs.Cancel())
    asked = [{"role": "user", "content": "How long is the cable?"}]
    tokenizer = AutoTokenizer.from_pretrained(str(tmp_path / "dryer-mlx"))
    prompt = render("alpaca", asked, tokenizer)[0]
    assert tokenizer.apply_chat_template(asked, tokenize=False, add_generation_prompt=True) == prompt
    with load_gguf(tmp_path / "dryer.gguf") as model:
        assert model.prompt(asked) == tokenizer.encode(prompt, add_special_tokens=False)
    with Project(fused) as project:
        own = json.loads((project.path / str(runs.latest(project).fused) / "tokenizer_config.json").read_text())
    assert own["chat_template"]


def test_spec_survives_json() -> None:
    spec = ExportSpec(project="x.hone", gguf="out", agreement=0.9)
    assert ExportSpec.from_json(spec.to_json()) == spec
    assert json.loads(spec.to_json())["gguf"] == "out"
