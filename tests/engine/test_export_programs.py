"""The fused model leaves for Ollama, LM Studio, mlx-lm and Hugging Face, each as that program expects it."""

from __future__ import annotations

import http.server
import json
import stat
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mlx.core as mx
import numpy as np
import pytest
import yaml
from huggingface_hub import HfApi
from huggingface_hub.errors import LocalTokenNotFoundError
from transformers import AutoTokenizer

from desktop import recorded
from engine import events, jobs
from engine.cli import commands
from engine.errors import HoneError, JobCancelled
from engine.export import ExportSpec, export
from engine.exports import hub
from engine.exports.model_card import model_card
from engine.exports.ollama import model_name
from engine.project import Project, exams, runs
from engine.runtimes import mlx as runtime
from tests.engine.test_modelfile import TALKS, go

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Recorder


def fake_ollama(folder: Path, script: str) -> None:
    """A program called ollama."""
    folder.mkdir()
    program = folder / "ollama"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def template_of(modelfile: str) -> str:
    return modelfile.partition('TEMPLATE """')[2].partition('"""')[0]


def test_ollama_gets_a_folder_that_asks_as_the_training_did(fused: str, tmp_path: Path, emit: Recorder) -> None:
    export(ExportSpec(project=fused, ollama=str(tmp_path)), emit, jobs.Cancel())
    folder = tmp_path / "dryer-ollama"
    assert sorted(path.name for path in folder.iterdir()) == ["Modelfile", "dryer.gguf"]
    text = (folder / "Modelfile").read_text()
    with Project(fused) as project:
        run = runs.latest(project)
    tokenizer: Any = AutoTokenizer.from_pretrained(run.base)
    for talk in TALKS:
        asked = tokenizer.apply_chat_template(talk, tokenize=False, add_generation_prompt=True)
        assert go(template_of(text), "", talk) == asked.removeprefix(tokenizer.bos_token or "")
    assert text.startswith("FROM ./dryer.gguf\n")
    assert f'PARAMETER stop "{tokenizer.eos_token}"' in text
    assert "SYSTEM" not in text
    (made,) = emit.of(events.Artifact)
    assert made.data["token_agreement"] >= 0.95
    assert made.data["command"].endswith("ollama create dryer -f Modelfile")
    assert made.data["created"] is False


def test_system_message_and_prompt_style_are_in_the_modelfile(
    fused: str, tmp_path: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs.Run, "style", "alpaca")
    monkeypatch.setattr(runs.Run, "system", "Answer as the manual does.")
    export(ExportSpec(project=fused, ollama=str(tmp_path), agreement=0.0), emit, jobs.Cancel())
    text = (tmp_path / "dryer-ollama" / "Modelfile").read_text()
    assert 'SYSTEM """Answer as the manual does."""' in text
    assert "### Response:" in template_of(text)


def test_ollama_create_is_run_in_the_folder(
    fused: str, tmp_path: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_ollama(tmp_path / "bin", f'echo "$@" > {tmp_path}/told; test -f Modelfile')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/bin:/usr/bin")
    export(ExportSpec(project=fused, ollama=str(tmp_path), ollama_create=True), emit, jobs.Cancel())
    assert (tmp_path / "told").read_text().split() == ["create", "dryer", "-f", "Modelfile"]
    assert emit.of(events.Artifact)[0].data["created"] is True


def test_what_ollama_says_is_told_and_the_folder_stays(
    fused: str, tmp_path: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_ollama(tmp_path / "bin", "echo could not connect to ollama server >&2; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/bin:/usr/bin")
    with pytest.raises(HoneError, match="could not connect.*ollama create dryer"):
        export(ExportSpec(project=fused, ollama=str(tmp_path), ollama_create=True), emit, jobs.Cancel())
    assert (tmp_path / "dryer-ollama" / "Modelfile").is_file()


def test_without_ollama_nothing_is_begun(
    fused: str, tmp_path: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HoneError, match="Ollama was not found"):
        export(ExportSpec(project=fused, ollama=str(tmp_path), ollama_create=True), emit, jobs.Cancel())
    assert list(tmp_path.iterdir()) == []


def test_a_stopped_export_stops_ollama(
    fused: str, tmp_path: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancel = jobs.Cancel()
    fake_ollama(tmp_path / "bin", f"echo > {tmp_path}/began; exec sleep 60")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/bin:/usr/bin")

    def stop() -> None:
        while not (tmp_path / "began").exists():
            watching.wait(0.05)
        cancel.cancel()

    watching = threading.Event()
    watcher = threading.Thread(target=stop, daemon=True)
    watcher.start()
    with pytest.raises(JobCancelled):
        export(ExportSpec(project=fused, ollama=str(tmp_path), ollama_create=True), emit, cancel)
    watcher.join()


@pytest.mark.parametrize(("name", "told"), [("Mein Gerät", "mein-ger-t"), ("한글", "hone"), ("a.B_1", "a.b_1")])
def test_ollama_names_are_plain(name: str, told: str) -> None:
    assert model_name(name) == told


def test_the_command_line_offers_ollama_create(capsys: pytest.CaptureFixture[str]) -> None:
    told = {"run": 1, "created": False, "command": "cd out && ollama create dryer -f Modelfile"}
    commands.tell([events.Artifact("ollama", "out", told)])
    assert capsys.readouterr().out.splitlines()[-1] == "Next: cd out && ollama create dryer -f Modelfile"
    commands.tell([events.Artifact("ollama", "out", {**told, "created": True})])
    assert "Next" not in capsys.readouterr().out


def test_lm_studio_finds_publisher_model_and_file(fused: str, tmp_path: Path, emit: Recorder) -> None:
    export(
        ExportSpec(project=fused, lm_studio=str(tmp_path), publisher="anna", quantisation="q8_0"), emit, jobs.Cancel()
    )
    found = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert found == ["anna/dryer/dryer-q8_0.gguf"]
    assert emit.of(events.Artifact)[0].data["model"] == "anna/dryer"
    for publisher in ("", "a/b", "..", "한글"):
        with pytest.raises(HoneError, match="publisher"):
            export(ExportSpec(project=fused, lm_studio=str(tmp_path), publisher=publisher), emit, jobs.Cancel())


def test_one_gguf_is_made_and_checked_for_all_programs(
    fused: str, tmp_path: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.runtimes import gguf_parity

    asked, parity = [], gguf_parity.parity

    def counted(*arguments: Any, **options: Any) -> gguf_parity.Parity:
        asked.append(arguments)
        return parity(*arguments, **options)

    monkeypatch.setattr(gguf_parity, "parity", counted)
    out = str(tmp_path)
    export(ExportSpec(project=fused, gguf=out, ollama=out, lm_studio=out), emit, jobs.Cancel())
    assert len(asked) == 1
    files = [path.read_bytes() for path in tmp_path.rglob("*.gguf")]
    assert len(files) == 3
    assert files[0] == files[1] == files[2]
    assert [made.kind for made in emit.of(events.Artifact)] == ["gguf", "lm_studio", "ollama"]


@pytest.mark.parametrize("precision", ["bf16", "8bit", "4bit"])
def test_mlx_models_of_less_precision_tell_their_drift(
    fused: str, tmp_path: Path, emit: Recorder, precision: str, capsys: pytest.CaptureFixture[str]
) -> None:
    export(ExportSpec(project=fused, mlx=str(tmp_path), precision=precision), emit, jobs.Cancel())
    assert not capsys.readouterr().out
    folder = tmp_path / f"dryer-mlx-{precision}"
    (made,) = emit.of(events.Artifact)
    assert made.data["precision"] == precision
    assert made.data["prompts"] == 20
    assert made.data["token_agreement"] >= {"bf16": 0.9, "8bit": 0.85, "4bit": 0.3}[precision]
    config = json.loads((folder / "config.json").read_text())
    assert config.get("quantization", {}).get("bits") == {"bf16": None, "8bit": 8, "4bit": 4}[precision]
    loaded = runtime.load(folder)
    assert loaded.quantized == (precision != "bf16")
    with Project(fused) as project:
        source = project.path / str(runs.latest(project).fused)
    smaller = (folder / "model.safetensors").stat().st_size / (source / "model.safetensors").stat().st_size
    assert smaller < {"bf16": 0.51, "8bit": 0.3, "4bit": 0.2}[precision]


def test_hugging_face_gets_weights_tokenizer_and_a_card(fused: str, tmp_path: Path, emit: Recorder) -> None:
    export(ExportSpec(project=fused, hugging_face=str(tmp_path)), emit, jobs.Cancel())
    folder = tmp_path / "dryer-hf"
    with Project(fused) as project:
        run = runs.latest(project)
    source = Path(fused) / str(run.fused)
    ours: Any = mx.load(str(folder / "model.safetensors"), return_metadata=True)
    theirs: Any = mx.load(str(source / "model.safetensors"))
    assert ours[1]["format"] == "pt"
    assert set(ours[0]) == set(theirs)
    assert all(np.array_equal(np.array(ours[0][name]), np.array(theirs[name])) for name in theirs)
    assert AutoTokenizer.from_pretrained(str(folder)).encode("How long?")
    text = (folder / "README.md").read_text()
    front = yaml.safe_load(text.split("---")[1])
    assert front["license"] == "apache-2.0"
    assert front["library_name"] == "transformers"
    for words in ("Hone's starter model", "| learning_rate |", "| train | 16 |", "It was not examined", "val_loss"):
        assert words in text
    assert str(Path.home()) not in text
    assert run.base not in text


def test_the_card_tells_of_writer_exam_and_a_base_of_the_hub(tmp_path: Path) -> None:
    project = recorded.project(tmp_path / "sample.hone")
    run = runs.latest(project)
    text = model_card(project, run, lambda path: "MIT" if path == "starter" else "")
    figures = exams.latest(project, run.id)
    assert figures is not None
    assert f"| Key facts | 0.000 | {figures.scores['base_rag']['key_facts']:.3f} |" in text
    assert figures.scores["results"]["verdict"]["title"] in text
    assert "| MIT |" in text
    assert "| rank | 128 |" in text
    folder = tmp_path / "models--anna--pump-1B" / "snapshots" / "0a1b"
    folder.mkdir(parents=True)
    (folder / "README.md").write_text("---\nlicense: other\nlicense_name: pump-licence\n---\n# Pump\n")
    front = yaml.safe_load(model_card(project, replace(run, base=str(folder)), str).split("---")[1])
    assert (front["base_model"], front["license"]) == ("anna/pump-1B", "other")
    assert "| Base model: anna/pump-1B | pump-licence |" in model_card(project, replace(run, base=str(folder)), str)
    project.close()


class Hub:
    """What is asked of the Hub."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.asked: list[Any] = []
        self.failure = failure

    def whoami(self) -> dict[str, str]:
        if self.failure:
            raise self.failure
        return {"name": "anna"}

    def create_repo(self, name: str, **options: Any) -> None:
        self.asked.append((name, options))

    def upload_folder(self, **options: Any) -> str:
        self.asked.append(options)
        return f"https://huggingface.co/{options['repo_id']}"


def test_the_folder_is_pushed_as_a_private_repository(
    fused: str, tmp_path: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = Hub()
    monkeypatch.setattr("huggingface_hub.HfApi", lambda: fake)
    export(ExportSpec(project=fused, hugging_face=str(tmp_path), push="anna/dryer"), emit, jobs.Cancel())
    (name, options), uploaded = fake.asked
    assert (name, options["private"], options["exist_ok"]) == ("anna/dryer", True, True)
    assert uploaded["folder_path"] == str(tmp_path / "dryer-hf")
    assert emit.of(events.Artifact)[0].data["pushed"] == "https://huggingface.co/anna/dryer"


@pytest.mark.parametrize(
    ("spec", "words"),
    [({"push": "anna/dryer"}, "nothing to push"), ({"push": "dryer", "hugging_face": "x"}, "OWNER/NAME")],
)
def test_a_push_needs_a_folder_and_a_name(
    fused: str, tmp_path: Path, emit: Recorder, spec: dict[str, Any], words: str
) -> None:
    folder: dict[str, Any] = {"hugging_face": str(tmp_path)} if "hugging_face" in spec else {"mlx": str(tmp_path)}
    with pytest.raises(HoneError, match=words):
        export(ExportSpec(project=fused, **{**spec, **folder}), emit, jobs.Cancel())
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def refusing() -> Iterator[tuple[str, list[int]]]:
    """A server on this machine that answers every request with the status in the list."""
    status = [401]

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status[0])
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", status
    server.shutdown()
    server.server_close()


def test_who_is_not_logged_in_is_told_how(tmp_path: Path, refusing: tuple[str, list[int]]) -> None:
    address, status = refusing
    with pytest.raises(HoneError, match="hf auth login"):
        hub.push(tmp_path, "anna/dryer", HfApi(endpoint=address, token="hf_wrong"))
    with pytest.raises(HoneError, match="hf auth login"):
        hub.push(tmp_path, "anna/dryer", Hub(LocalTokenNotFoundError("no token")))
    status[0] = 403
    with pytest.raises(HoneError, match="refused the model"):
        hub.push(tmp_path, "anna/dryer", HfApi(endpoint=address, token="hf_wrong"))


def test_without_a_connection_the_folder_stays(tmp_path: Path) -> None:
    with pytest.raises(HoneError, match="cannot be reached") as caught:
        hub.push(tmp_path, "anna/dryer", Hub(ConnectionError("refused")))
    assert str(tmp_path) in caught.value.hint
