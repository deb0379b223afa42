"""No code of a model's folder is ever run: it is read without it, or Hone says that it would need it."""

from __future__ import annotations

import json
import os
import pickle
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from engine import models
from engine.convert import ConvertSpec, convert
from engine.errors import HoneError
from engine.jobs import Cancel
from engine.models import library
from engine.resources import starter
from tests.engine.bases import stored

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder

MAPS = {
    "AutoConfig": "configuration_mine.MineConfig",
    "AutoModelForCausalLM": "modeling_mine.MineForCausalLM",
    "AutoTokenizer": ["tokenization_mine.MineTokenizer", None],
}


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No models but one's own, and a cache for modules where none should come to lie."""
    monkeypatch.setenv("HONE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr("engine.convert._QUESTIONS", ("How long?",))


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    """A file that code of the folder would write."""
    return tmp_path / "code was run"


def with_code(folder: Path, marker: Path, config: dict[str, Any], tokenizer: dict[str, Any]) -> Path:
    """Put programs into a model's folder, and what names them."""
    program = f"open({str(marker)!r}, 'w').close()\n"
    for name, made in (
        ("configuration", "MineConfig"),
        ("modeling", "MineForCausalLM"),
        ("tokenization", "MineTokenizer"),
    ):
        (folder / f"{name}_mine.py").write_text(f"{program}class {made}: pass\n")
    (folder / "__init__.py").write_text(program)
    for name, changes in (("config.json", config), ("tokenizer_config.json", tokenizer)):
        told = json.loads((folder / name).read_text())
        (folder / name).write_text(json.dumps(told | changes))
    return folder


class _Writes:
    """Writes the marker when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = str(marker)

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (self.marker,)


def test_a_known_kind_is_read_without_its_programs(tmp_path: Path, marker: Path, emit: Recorder) -> None:
    """As EXAONE 3.5 comes, and a tokenizer whose class lies in the folder alone."""
    from engine.runtimes import mlx

    folder = stored(tmp_path / "exaone", "exaone")
    with_code(folder, marker, {"auto_map": MAPS}, {"auto_map": MAPS, "tokenizer_class": "MineTokenizer"})
    (folder / "pytorch_model.bin").write_bytes(pickle.dumps(_Writes(marker)))
    assert models.look(folder).architecture == "exaone"
    loaded = mlx.load(folder)
    assert loaded.decode(loaded.encode("필터 60 🙂")) == "필터 60 🙂"
    assert mlx.load_tokenizer(folder).encode("60") == loaded.encode("60")
    convert(ConvertSpec(folder=str(folder)), emit, Cancel())
    made = library.made()[0].path
    assert not [file.name for file in made.iterdir() if file.suffix in (".py", ".bin")]
    for name in ("config.json", "tokenizer_config.json"):
        assert "auto_map" not in json.loads((made / name).read_text())
    assert mlx.load(made).quantized
    assert not marker.exists()


@pytest.mark.parametrize(
    ("config", "tokenizer", "gone"),
    [
        ({"model_file": "modeling_mine.py"}, {}, ()),
        ({"auto_map": MAPS, "model_type": "mine"}, {}, ()),
        ({}, {"auto_map": MAPS}, ("tokenizer.json",)),
    ],
    ids=["model_file", "an unknown kind", "a tokenizer"],
)
def test_what_cannot_be_read_without_is_refused(
    tmp_path: Path,
    marker: Path,
    emit: Recorder,
    config: dict[str, Any],
    tokenizer: dict[str, Any],
    gone: tuple[str, ...],
) -> None:
    from engine.runtimes import mlx

    folder = tmp_path / "mine"
    shutil.copytree(starter(), folder)
    with_code(folder, marker, config, tokenizer)
    for name in gone:
        (folder / name).unlink()
    said = set()
    for read in (
        models.look,
        mlx.load,
        mlx.load_tokenizer,
        lambda path: convert(ConvertSpec(folder=str(path)), emit, Cancel()),
    ):
        with pytest.raises(HoneError, match="mine needs code of its own") as caught:
            read(folder)
        said.add(caught.value.hint)
    assert len(said) == 1
    assert "Hone runs no code that comes with a model" in said.pop()
    assert not marker.exists()


def test_pickled_weights_are_not_read(tmp_path: Path, marker: Path) -> None:
    from engine.runtimes import mlx

    folder = tmp_path / "mine"
    shutil.copytree(starter(), folder)
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(pickle.dumps(_Writes(marker)))
    with pytest.raises(HoneError, match="has its weights in another form") as caught:
        models.look(folder)
    assert "can run programs" in caught.value.hint
    with pytest.raises(HoneError, match="could not be loaded"):
        mlx.load(folder)
    assert not marker.exists()
    pickle.loads((folder / "pytorch_model.bin").read_bytes())
    assert marker.exists()  # it would have
