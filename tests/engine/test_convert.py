"""A base in 16 bits becomes a copy in few: whole or not at all, close to its original, and known by its name."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from engine import events, models
from engine.convert import ConvertSpec, convert
from engine.errors import HoneError, JobCancelled
from engine.jobs import Cancel
from engine.models import library
from engine.resources import starter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No models but one's own, and short comparisons."""
    monkeypatch.setenv("HONE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr("engine.convert._QUESTIONS", ("What is 17 + 25?", "물은 몇 도에서 끓습니까?"))
    monkeypatch.setattr("engine.convert._TOKENS", 8)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The starter as a person's own folder, with what lies beside a model at Hugging Face."""
    folder = tmp_path / "my base"
    shutil.copytree(starter(), folder)
    (folder / "LICENSE.txt").write_text("Free.")
    (folder / "generation_config.json").write_text('{"temperature": 0.5}')
    (folder / "chat_template.jinja").write_text("{% for m in messages %}{{ m['content'] }}{% endfor %}")
    (folder / "modeling_mine.py").write_text("raise SystemExit")
    (folder / "pytorch_model.bin").write_bytes(b"pickle")
    return folder


def run(emit: Recorder, source: Path | str, cancel: Cancel | None = None, **options: Any) -> Path:
    convert(ConvertSpec(folder=str(source), **options), emit, cancel or Cancel())
    return library.folder() / str(emit.of(events.Artifact)[-1].data["name"])


def changed(folder: Path, **changes: Any) -> Path:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | changes))
    return folder


@pytest.mark.parametrize("bits", [4, 8])
def test_a_copy_is_small_and_says_what_the_original_says(source: Path, emit: Recorder, bits: int) -> None:
    made = run(emit, source, bits=bits)
    found = models.look(made)
    assert (found.name, found.quantisation) == (f"my-base-{bits}bit", f"{bits}-bit")
    assert found.parameters == models.look(source).parameters
    assert found.bytes < models.look(source).bytes * (bits + 1) / 16
    told = emit.of(events.Artifact)[-1]
    assert told.path == str(made)
    assert told.data["kind"] == "base"
    assert told.data["token_agreement"] > (0.95 if bits == 8 else 0.5)
    assert (made / "LICENSE.txt").read_text() == "Free."
    for name in ("generation_config.json", "chat_template.jinja", "tokenizer.json"):
        assert (made / name).read_bytes() == (source / name).read_bytes()
    assert not list(made.glob("*.py")) + list(made.glob("*.bin"))
    assert library.origin(made)["source"] == "my base"
    assert library.named(made.name, models.BASE) == str(made)
    assert [copy.name for copy in library.made()] == [made.name]


def test_progress_is_told_in_bytes_of_what_is_written(source: Path, emit: Recorder) -> None:
    made = run(emit, source)
    told = [event for event in emit.of(events.Progress) if event.stage == "convert"]
    done = [event.done for event in told]
    assert done == sorted(done)
    assert len(done) > 20
    assert done[-1] == told[-1].total
    assert 0 < models.look(made).bytes - done[-1] < 20_000  # the header of its file


def test_what_is_there_is_not_made_twice(source: Path, tmp_path: Path, emit: Recorder) -> None:
    made = run(emit, source)
    before = (made / "model.safetensors").stat().st_mtime_ns
    assert run(emit, source) == made
    assert (made / "model.safetensors").stat().st_mtime_ns == before
    assert "is here already" in emit.of(events.Log)[-1].text
    other = shutil.copytree(source, tmp_path / "other")
    with pytest.raises(HoneError, match="There is a model named my-base-4bit already"):
        run(emit, other, name=made.name)
    assert run(emit, other).name == "other-4bit"


def test_a_copy_can_be_deleted(source: Path, emit: Recorder) -> None:
    made = run(emit, source, name="mine")
    assert library.delete("mine") > 1_000_000
    assert not made.exists()
    assert not library.made()


def test_cancelled_there_is_nothing(source: Path, emit: Recorder) -> None:
    cancel = Cancel()

    def stop(event: events.Event) -> None:
        emit(event)
        if len(emit.of(events.Progress)) == 5:
            cancel.cancel()

    with pytest.raises(JobCancelled):
        convert(ConvertSpec(folder=str(source)), stop, cancel)
    assert len(emit.of(events.Progress)) == 5
    assert not list(library.folder().glob("my-base-4bit*/"))


def test_what_a_killed_conversion_leaves_is_removed_by_the_next(source: Path, emit: Recorder) -> None:
    code = (
        "import sys, time; from engine.convert import *; from engine.jobs import Cancel\n"
        f"spec = ConvertSpec(folder={str(source)!r}, name='killed')\n"
        "convert(spec, lambda event: (print('told', flush=True), time.sleep(0.05)), Cancel())"
    )
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=dict(os.environ))
    assert child.stdout is not None
    for _ in range(3):
        child.stdout.readline()
    left = library.part(library.Copy("killed", ""))
    assert library.origin(left)
    with pytest.raises(HoneError, match="is being made already"):
        run(emit, source, name="killed")
    run(emit, source, name="meanwhile")
    assert left.exists()  # of a process that lives
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert not library.made()[1:]
    run(emit, source, name="after")
    assert not left.exists()


def test_a_download_on_its_way_is_left_alone(source: Path, emit: Recorder) -> None:
    other = library.folder() / "qwen3-4b.part"
    other.mkdir(parents=True)
    run(emit, source)
    assert other.exists()


def test_a_disk_without_room_is_said_before(source: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.models.transfer.free_bytes", lambda folder: 1 << 20)
    with pytest.raises(HoneError, match="not enough space") as told:
        run(emit, source)
    assert "1.1 GB have to be free" in told.value.hint
    assert not emit.of(events.Progress)
    assert not list(library.folder().glob("*.part"))


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"quantization": {"bits": 4, "group_size": 64}}, "is in few bits already"),
        ({"quantization_config": {"quant_method": "gptq", "bits": 4}}, "is packed by GPTQ"),
        ({"quantization_config": {"quant_method": "awq"}}, "is packed by AWQ"),
        ({"quantization_config": {"quant_method": "bitsandbytes"}}, "is packed by BITSANDBYTES"),
        ({"quantization_config": {"quant_method": "fp8"}}, "is packed by FP8"),
    ],
)
def test_what_is_in_few_bits_is_not_converted(source: Path, emit: Recorder, config: dict[str, Any], said: str) -> None:
    with pytest.raises(HoneError, match=said) as told:
        run(emit, changed(source, **config))
    assert told.value.hint


def test_names_that_cannot_be(source: Path, emit: Recorder) -> None:
    for name, said in (("a/b", "cannot be a name"), ("x.part", "cannot be a name"), ("qwen3-4b", "of the catalogue")):
        with pytest.raises(HoneError, match=said):
            run(emit, source, name=name)
    with pytest.raises(HoneError, match="There is no gone"):
        run(emit, source.with_name("gone"))


def test_a_model_of_the_cache_is_named_as_the_hub_names_it(source: Path, tmp_path: Path, emit: Recorder) -> None:
    shutil.copytree(source, tmp_path / "hub" / "models--tiny--base" / "snapshots" / "c0ffee")
    assert run(emit, "tiny/base").name == "base-4bit"
    assert library.made()[0].source == "tiny/base"


def test_no_more_than_a_file_of_the_copy_is_in_memory(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import mlx.core as mx

    from engine.runtimes.mlx import converting

    monkeypatch.setattr(converting, "make_shards", lambda weights, _: [{name: w} for name, w in weights.items()])
    conversion = converting.Conversion(source, 4)
    largest = 2 * 2 * 256 * json.loads((source / "config.json").read_text())["vocab_size"]
    mx.clear_cache()
    mx.reset_peak_memory()
    before = mx.get_active_memory()
    (tmp_path / "copy").mkdir()
    conversion.write(tmp_path / "copy", Cancel().check, lambda count: None)
    assert mx.get_peak_memory() - before < 1.5 * largest
    assert len(list((tmp_path / "copy").glob("*.safetensors"))) > 20
    assert models.look(tmp_path / "copy").parameters == models.look(source).parameters


def test_a_base_that_does_not_fit_is_converted_without_a_comparison(
    source: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = __import__("engine.runtimes.fitting", fromlist=["loading_bytes"]).loading_bytes
    monkeypatch.setattr(
        "engine.runtimes.fitting.loading_bytes",
        lambda folder, config: real(folder, config) if "quantization" in config else 1e18,
    )
    made = run(emit, source)
    assert "was not compared" in emit.of(events.Log)[-1].text
    assert "token_agreement" not in emit.of(events.Artifact)[-1].data
    assert models.look(made).quantisation == "4-bit"


def test_a_slow_machine_compares_fewer_replies(source: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.convert._SECONDS", 0.0)
    run(emit, source)
    assert emit.of(events.Artifact)[-1].data["prompts"] == 1


def test_the_command_converts_lists_and_deletes(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from engine.cli import main

    assert main(["models", "convert", str(source), "--bits", "8", "--name", "mine"]) == 0
    told = capsys.readouterr()
    assert "Next: hone train PROJECT --base mine" in told.out
    assert "of the tokens of 2 replies" in told.out
    assert "convert:" in told.err
    assert main(["models", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(model["name"], model["quantisation"]) for model in listed if model["kind"] == "base"] == [
        ("starter", "BF16"),
        ("mine", "8-bit"),
    ]
    assert main(["models", "convert", str(library.folder() / "mine")]) == 1
    assert "is in few bits already" in capsys.readouterr().err
    assert main(["models", "delete", "mine"]) == 0
