"""What files and folders are told to be by their headers: starters, stand-ins for others, and half a download."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from engine import models
from engine.errors import HoneError
from engine.models import library
from engine.resources import resource, starter, starter_gguf
from tests.engine.gguf_files import rewritten

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of the Hugging Face libraries, and no models of Hone's own."""
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setenv("HONE_MODELS", str(tmp_path / "models"))
    return tmp_path / "hub"


def in_cache(hub: Path, name: str, source: Path, commit: str = "c0ffee") -> Path:
    """Put a file or folder into the cache as a download would; its main branch points to it."""
    entry = hub / f"models--{name.replace('/', '--')}"
    snapshot = entry / "snapshots" / commit
    (entry / "refs").mkdir(parents=True)
    (entry / "refs" / "main").write_text(commit)
    if source.is_dir():
        shutil.copytree(source, snapshot)
    else:
        snapshot.mkdir(parents=True)
        (snapshot / source.name).symlink_to(source)
    return snapshot


def base(folder: Path, **changes: Any) -> Path:
    """A copy of the starter with another config.json."""
    shutil.copytree(starter(), folder)
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | changes))
    return folder


def test_the_starter_is_told_by_its_headers() -> None:
    writer, trained = models.look(starter_gguf()), models.look(starter())
    assert (writer.kind, trained.kind) == (models.WRITER, models.BASE)
    assert writer.name == "Hone starter (en)"
    assert writer.parameters == trained.parameters == 3_000_384
    assert writer.context_length == trained.context_length == 512
    assert (writer.quantisation, trained.quantisation) == ("F16", "BF16")
    assert models.look("starter", models.WRITER) == writer
    assert models.look("starter", models.BASE) == trained


def test_quantised_folders_are_counted_unpacked(tmp_path: Path) -> None:
    import mlx_lm

    folder = tmp_path / "small-4bit"
    mlx_lm.convert(str(starter()), str(folder), quantize=True, q_group_size=64, q_bits=4)
    found = models.look(folder)
    assert found.parameters == 3_000_384
    assert found.quantisation == "4-bit"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"general.type": "adapter"}, "is an adapter"),
        ({"general.type": "mmproj"}, "sees pictures"),
        ({"tokenizer.chat_template": None}, "no chat template"),
    ],
)
def test_gguf_files_that_are_no_writers_are_named(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    file = rewritten(starter_gguf(), tmp_path / "other.gguf", changes)
    with pytest.raises(HoneError, match=said) as told:
        models.look(file)
    assert told.value.hint


@pytest.mark.parametrize("share", [0.001, 0.02, 0.5, 0.9])
def test_a_gguf_file_that_is_cut_is_not_whole(tmp_path: Path, share: float) -> None:
    whole = starter_gguf().read_bytes()
    file = tmp_path / "cut.gguf"
    file.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(HoneError, match="is not whole"):
        models.look(file)


def test_other_things_are_named(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{")
    (tmp_path / "empty").mkdir()
    (tmp_path / "adapter").mkdir()
    (tmp_path / "adapter" / "adapter_config.json").write_text("{}")
    (tmp_path / "ggufs").mkdir()
    shutil.copy(starter_gguf(), tmp_path / "ggufs" / "one.gguf")
    (tmp_path / "half.gguf.part").write_bytes(b"GGUF")
    for path, said in (
        (resource("samples", "manual.pdf"), "is not a model"),
        (starter() / "model.safetensors", "is a part of a model"),
        (tmp_path / "empty", "is not a model folder"),
        (tmp_path, "is damaged"),
        (tmp_path / "adapter", "is an adapter"),
        (tmp_path / "ggufs", "is a folder of GGUF files"),
        (tmp_path / "half.gguf.part", "is not whole"),
        (tmp_path / "gone.gguf", "There is no gone.gguf"),
        (base(tmp_path / "bert", architectures=["BertModel"]), "is not a language model"),
    ):
        with pytest.raises(HoneError, match=said):
            models.look(path)


def test_folders_with_a_part_missing_are_not_whole(tmp_path: Path) -> None:
    cut = base(tmp_path / "cut")
    weights = (cut / "model.safetensors").read_bytes()
    (cut / "model.safetensors").write_bytes(weights[: len(weights) // 2])
    without = base(tmp_path / "without")
    (without / "model.safetensors").unlink()
    index = base(tmp_path / "index")
    (index / "model.safetensors.index.json").write_text('{"weight_map": {"a": "model-00002-of-00002.safetensors"}}')
    for folder in (cut, without, index):
        with pytest.raises(HoneError, match="is not whole"):
            models.look(folder)
    mute = base(tmp_path / "mute")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (mute / name).unlink()
    with pytest.raises(HoneError, match="has no tokenizer"):
        models.look(mute)
    old = base(tmp_path / "old")
    (old / "model.safetensors").rename(old / "pytorch_model.bin")
    with pytest.raises(HoneError, match="in another form"):
        models.look(old)


def test_the_cache_is_listed_by_its_folders(hub: Path, tmp_path: Path) -> None:
    assert models.cached() == ([], [])
    snapshot = in_cache(hub, "tiny/base-MLX", starter())
    in_cache(hub, "tiny/writer-GGUF", starter_gguf())
    in_cache(hub, "tiny/bert", base(tmp_path / "bert", architectures=["BertModel"]))
    half = base(tmp_path / "half")
    (half / "model.safetensors").rename(half / "model-00001-of-00002.safetensors")
    in_cache(hub, "tiny/half", half)
    (hub / "models--broken--one").mkdir()
    (snapshot.parent / "older").mkdir()
    writers, bases = models.cached()
    assert [(model.name, model.path) for model in bases] == [("tiny/base-MLX", snapshot)]
    assert [model.name for model in writers] == ["tiny/writer-GGUF/en.gguf"]
    assert models.look(writers[0].path).parameters == 3_000_384
    assert models.look(bases[0].path).name == "tiny/base-MLX"
    assert library.named("tiny/base-MLX", models.BASE) == str(snapshot)
    assert library.named("tiny/writer-GGUF/en.gguf", models.WRITER) == str(writers[0].path)
    assert library.named("tiny/nothing", models.BASE) == "tiny/nothing"


def test_the_cache_lies_where_the_libraries_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from engine.models.hub_cache import cache_folder

    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert cache_folder().parts[-3:] == (".cache", "huggingface", "hub")
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "hub"
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "other"))
    assert cache_folder() == tmp_path / "other"


def test_the_command_lists_models_and_says_what_a_path_is(
    hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine.cli import main

    in_cache(hub, "tiny/base-MLX", starter())
    assert main(["models", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(model["kind"], model["name"]) for model in found] == [
        ("writer", "starter"),
        ("base", "starter"),
        ("base", "tiny/base-MLX"),
    ]
    assert all(model["parameters"] == 3_000_384 for model in found)
    assert main(["models", str(resource("samples", "manual.pdf")), str(starter())]) == 1
    assert "is not a model" in capsys.readouterr().out
