"""The lists of writers and bases: what is added, found and forgotten."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from desktop import known_models, preferences
from engine.errors import HoneError
from engine.resources import resource, starter, starter_gguf

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def hub(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache with one base and one writer."""
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    shutil.copytree(starter(), tmp_path / "hub" / "models--tiny--base" / "snapshots" / "c0ffee")
    folder = tmp_path / "hub" / "models--tiny--writer" / "snapshots" / "c0ffee"
    folder.mkdir(parents=True)
    shutil.copy(starter_gguf(), folder / "tiny.gguf")
    return tmp_path / "hub"


def test_the_starter_comes_first_then_what_was_added_then_the_cache(tmp_path: Path) -> None:
    assert [choice.title for choice in known_models.writers()] == ["Starter", "tiny/writer/tiny.gguf"]
    assert [choice.title for choice in known_models.bases()] == ["Starter", "tiny/base"]
    file = shutil.copy(starter_gguf(), tmp_path / "mine.gguf")
    folder = shutil.copytree(starter(), tmp_path / "my base")
    known_models.add(file)
    known_models.add(folder)
    known_models.add(folder)
    assert [choice.value for choice in known_models.writers()][:2] == ["starter", str(file)]
    assert [choice.value for choice in known_models.bases()][:2] == ["starter", str(folder)]
    assert all(choice.detail for choice in (*known_models.writers(), *known_models.bases()))
    assert known_models.title(str(folder)) == "my base"
    assert known_models.title("starter") == "Starter"


def test_forgotten_models_stay_on_disk_and_can_come_back(hub: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(starter(), tmp_path / "my base")
    known_models.add(folder)
    for choice in known_models.bases():
        known_models.forget(choice.value)
    assert [choice.value for choice in known_models.bases()] == ["starter"]
    assert folder.is_dir()
    found = hub / "models--tiny--base" / "snapshots" / "c0ffee"
    assert found.is_dir()
    known_models.add(found)
    assert [choice.title for choice in known_models.bases()] == ["Starter", "tiny/base"]


def test_what_is_no_model_is_not_remembered() -> None:
    with pytest.raises(HoneError, match="is not a model"):
        known_models.add(resource("samples", "manual.pdf"))
    assert len(known_models.writers()) == 2
    assert not preferences.get("models")


def test_added_models_that_are_gone_are_left_out(tmp_path: Path) -> None:
    file = shutil.copy(starter_gguf(), tmp_path / "mine.gguf")
    known_models.add(file)
    (tmp_path / "mine.gguf").unlink()
    assert str(file) not in [choice.value for choice in known_models.writers()]
