"""The doctor tells what is there, says in sentences what is not, and never falls over itself."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from engine import doctor
from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return doctor.report()


def test_report_names_machine_packages_and_libraries(found: dict[str, Any]) -> None:
    assert found["machine"]["memory_gb"] > 0.5
    assert found["machine"]["chip"]
    assert found["packages"]["mlx"].startswith("0.")
    assert "GFLOP/s" in found["mlx"]["product"]
    assert found["mlx"]["blas"]
    assert found["llama_cpp"]["features"]
    assert found["models"]["starter"]["en"].startswith("complete")
    assert "measured" not in found


def test_text_has_every_section_and_is_one_value_a_line(found: dict[str, Any]) -> None:
    written = doctor.text(found)
    for section in ("machine", "packages", "mlx", "llama cpp", "models", "missing"):
        assert f"## {section}\n" in written
    assert "{" not in written


def test_a_probe_that_fails_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> dict[str, Any]:
        raise OSError("no such device")

    monkeypatch.setattr(doctor, "_machine", broken)
    monkeypatch.setattr(doctor, "_models", broken)
    monkeypatch.setattr(doctor, "_in_child", lambda name: f"{name} broke.")
    found = doctor.report()
    assert found["machine"] == "This could not be found out: OSError: no such device."
    assert any("mlx does not work (mlx broke.)" in line for line in found["missing"])
    assert "no such device" in doctor.text(found)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("import os; os.abort()", f"signal {signal.SIGABRT.value}"),
        ("raise ImportError('no wheel')", "no wheel"),
        ("print('chatter')", "nothing was said"),
        ("import time; time.sleep(60)", "TimeoutExpired"),
    ],
)
def test_a_library_that_ends_its_process_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, words: str
) -> None:
    (tmp_path / "python").write_text(f"#!{sys.executable}\n{script}\n")
    (tmp_path / "python").chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setattr(doctor, "_CHILD_SECONDS", 3)
    assert words in doctor._in_child("mlx")


def test_paths_of_this_machine_are_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))
    cleaned = doctor._without_home({"cache": "/home/ada/.cache", "list": ["x /home/ada/y", 3]})
    assert cleaned == {"cache": "~/.cache", "list": ["x ~/y", 3]}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda f: f["machine"].update(memory_gb=2.0), "4 GB of memory"),
        (lambda f: f["machine"].update(disk_free_gb=1.0), "disk"),
        (lambda f: f["machine"].update(system="macOS 13.6"), "macOS 14"),
        (lambda f: f["packages"].update(gguf="missing"), "gguf are not installed"),
        (lambda f: f["mlx"].update(blas="reference BLAS"), "slow BLAS"),
        (lambda f: f["models"]["starter"].update(en="incomplete: en.gguf missing"), "resources/starter"),
        (lambda f: f["models"].update(writers=[]), "larger writer"),
        (lambda f: f["models"].update(bases=[]), "larger base"),
        (lambda f: f.update(llama_cpp="It died."), "llama_cpp does not work (It died.)"),
    ],
)
def test_what_is_missing_is_said_with_what_to_do(
    found: dict[str, Any], change: Callable[[dict[str, Any]], None], words: str
) -> None:
    worse = json.loads(json.dumps(found))
    change(worse)
    assert any(words in line for line in doctor._missing(worse))


def test_models_in_the_download_cache_are_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    base = tmp_path / "models--mlx-community--Qwen3-1.7B-4bit" / "snapshots" / "abc"
    writer = tmp_path / "models--someone--writer-GGUF" / "snapshots" / "def"
    for folder, name in ((base, "model.safetensors"), (writer, "writer-Q4_K_M.gguf")):
        folder.mkdir(parents=True)
        (folder / name).touch()
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    models = doctor._models()
    assert models["bases"] == ["mlx-community/Qwen3-1.7B-4bit"]
    assert models["writers"] == ["someone/writer-GGUF/writer-Q4_K_M.gguf"]


def test_command_prints_and_writes_both_formats(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], found: dict[str, Any]
) -> None:
    monkeypatch.setattr(doctor, "report", lambda measure: {**found, "measured": {}} if measure else found)
    assert doctor.command(None, as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == found
    doctor.command(str(tmp_path / "report.json"), as_json=False)
    assert "measured" in json.loads((tmp_path / "report.json").read_text())
    doctor.command(str(tmp_path / "report.md"), as_json=False)
    assert (tmp_path / "report.md").read_text().startswith("# Hone doctor")
    assert capsys.readouterr().out.count("# Hone doctor") == 2
    with pytest.raises(HoneError, match="could not be written"):
        doctor.command("/proc/none/report.md", as_json=False)


def test_measured_run_takes_every_step_to_its_end() -> None:
    measured = doctor._measure()
    assert list(measured) == ["ingest", "index", "generate", "dataset", "train", "fuse", "chat"]
    assert not [result["failed"] for result in measured.values() if "failed" in result]
    assert all(result["seconds"] > 0 for result in measured.values())
    assert measured["train"]["tokens_per_second"] > 0
    assert not os.path.exists("measure.hone")
