"""`hone models` with its actions: what is listed, fetched, deleted, added and forgotten."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from engine.cli import main
from engine.models import library
from engine.resources import resource, starter_gguf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.engine.hub_server import HubServer


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No models but one's own."""
    monkeypatch.setenv("HONE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(["models", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_catalogue_is_listed_with_what_it_takes(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, "catalogue")
    assert {model["kind"] for model in found} == {"writer", "base", "embedder"}
    assert all(model["needed"] and model["fit"] and model["licence"] for model in found)
    korean = told(capsys, "catalogue", "--kind", "base", "--language", "ko")
    assert korean
    assert all(model["kind"] == "base" and "ko" in model["languages"] for model in korean)
    assert main(["models", "catalogue"]) == 0
    said = capsys.readouterr().out
    assert "qwen3-4b" in said
    assert "ai.google.dev/gemma/terms" in said


def test_a_model_is_downloaded_listed_and_deleted(hub_server: HubServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "download", "writer"]) == 0
    told_by = capsys.readouterr()
    assert "Next: hone generate PROJECT --writer writer" in told_by.out
    assert "MB of 6 MB" in told_by.err
    assert [model["name"] for model in told(capsys)] == ["starter", "starter", "writer"]
    assert [bool(model["path"]) for model in told(capsys, "catalogue")] == [True, False, False]
    assert told(capsys, "delete", "writer")["bytes"] == len(hub_server.files["tiny.gguf"])
    assert main(["models", "delete", "writer"]) == 1
    assert "is not downloaded" in capsys.readouterr().err


def test_a_download_for_programs_is_lines_of_json(hub_server: HubServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "download", "writer", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0]["event"] == "Progress"
    assert [line["event"] for line in lines[-2:]] == ["Artifact", "Finished"]
    assert main(["models", "download", "nothing", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["title"] == "There is no model named nothing"


def test_models_of_ones_own_are_added_and_forgotten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.gguf"
    shutil.copy(starter_gguf(), file)
    assert told(capsys, "add", str(file)) == {"path": str(file)}
    told(capsys, "add", str(file))
    assert [model["path"] for model in told(capsys)] == ["starter", "starter", str(file)]
    assert told(capsys, "forget", str(file))["was_listed"]
    assert not told(capsys, "forget", str(file))["was_listed"]
    assert file.exists()
    assert len(told(capsys)) == 2
    assert main(["models", "add", str(resource("samples", "manual.pdf"))]) == 1
    assert "is not a model" in capsys.readouterr().err


def test_a_broken_list_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    library.folder().mkdir(parents=True)
    (library.folder() / "added.json").write_text("{")
    assert main(["models"]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_a_model_is_named_as_in_the_catalogue(
    hub_server: HubServer, project_path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["generate", project_path, "--writer", "writer"]) == 1
    assert "hone models download writer" in capsys.readouterr().err
    assert main(["train", project_path, "--base", "writer"]) == 1
    assert "writer is no base" in capsys.readouterr().err
    assert main(["models", "download", "writer"]) == 0
    assert main(["generate", project_path, "--writer", "writer"]) == 1
    assert "not indexed yet" in capsys.readouterr().err


def test_each_use_has_its_memory(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "catalogue"]) == 0
    said = capsys.readouterr().out
    assert all(use in said for use in ("Writing", "Training", "Chat", "Search"))
    for model in told(capsys, "catalogue"):
        first = next(iter(model["uses"].values()))
        assert first == {name: model[name] for name in ("fit", "needed", "comfortable")}
    assert [list(model["uses"]) for model in told(capsys)] == [["writing"], ["training", "chat"]]
