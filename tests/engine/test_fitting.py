"""What models need of memory, told from their headers; models that are too large are refused alike on all ways."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from mlx.utils import tree_flatten

from benchmarks.random_gguf import write_gguf
from engine import events, jobs, memory_fit
from engine.cli import main
from engine.errors import HoneError
from engine.models import BASE, WRITER, catalogue
from engine.models.gguf_header import read_header
from engine.project import Project
from engine.runtimes import mlx, sizing_writer
from engine.runtimes.fitting import CHAT, TRAINING, WRITING, check_base
from engine.runtimes.gguf import load_gguf
from engine.runtimes.mlx.model import read_config
from engine.runtimes.sizing import measure
from tests.engine import too_large
from tests.engine.hub_server import CONFIG, write_catalogue
from tests.engine.models import tiny

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder

TITLE = "{} is too large for this machine"


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """One with 16 GB."""
    too_large.give_memory(monkeypatch)


def failed(emit: Recorder, job: str, **fields: object) -> events.Failed:
    jobs.run(job, fields, emit, jobs.Cancel())
    assert isinstance(emit.last, events.Failed)
    return emit.last


def test_a_header_tells_what_llama_cpp_does(tmp_path: Path) -> None:
    file = tmp_path / "writer.gguf"
    write_gguf(file, seed=0, hidden=256, layers=2, feed_forward=512, vocabulary=8192)
    shape = sizing_writer.of_header(read_header(file), file.stat().st_size)
    assert shape is not None
    with load_gguf(file) as model:
        told = (model.vocabulary_size, model.context_length, model.kv_bytes, model.halves_kv)
    assert (shape.vocabulary, shape.context, shape.token, shape.halves) == told
    assert (shape.hidden, shape.inner, shape.repacked) == (256, 512, 0)


def test_cells_are_as_many_as_memory_has_room_for() -> None:
    want = sizing_writer.wanted(40_960, graphics=False)
    assert (want.sequences, want.cells, want.apart) == (16, 32_768, True)
    assert sizing_writer.affordable(want, 1000, int(1e9), halves=True) == want
    short = sizing_writer.affordable(want, 1000, int(1e7), halves=True)
    assert (short.cells, short.halved, short.apart) == (5647, True, False)
    assert sizing_writer.affordable(want, 1000, int(1e7), halves=False).cells == 3000
    assert sizing_writer.affordable(want, 1000, 0, halves=True).cells == 512


@pytest.mark.parametrize("quantized", [False, True])
def test_weights_in_memory_are_foretold(tmp_path: Path, quantized: bool) -> None:
    """Those of 16 bits, and what packed ones have of them, take 32 on a processor."""
    folder = tiny(tmp_path / "base", quantized=quantized, hidden_size=256, intermediate_size=512)
    loaded = mlx.load(folder)
    taken = sum(weight.nbytes for _, weight in tree_flatten(loaded.model.parameters()))
    assert measure(folder, read_config(folder))[1].loaded == pytest.approx(taken, rel=0.02)


def test_a_base_tells_what_training_and_chat_need() -> None:
    found = memory_fit.uses(catalogue.find("qwen3-14b-mlx"), 16 << 30)
    assert list(found) == [TRAINING, CHAT]
    assert found[TRAINING] == memory_fit.fit(catalogue.find("qwen3-14b-mlx"), 16 << 30)
    for use in found.values():
        assert use.comfortable > use.needed > catalogue.find("qwen3-14b-mlx").weight
    assert list(memory_fit.uses(catalogue.find("qwen3-4b"))) == [WRITING]


@pytest.mark.usefixtures("machine")
def test_a_writer_that_is_too_large_is_refused_with_what_would_do(
    project_path: str, tmp_path: Path, emit: Recorder, capsys: pytest.CaptureFixture[str]
) -> None:
    file = too_large.writer(tmp_path / "huge.gguf")
    with pytest.raises(HoneError) as told:
        load_gguf(file)
    assert told.value.title == TITLE.format("huge.gguf")
    (tmp_path / "manual.md").write_text("# Brivolt\n\nThe tray of the Brivolt holds 850 ml of water.")
    jobs.run("ingest", {"project": project_path, "paths": (str(tmp_path / "manual.md"),)}, emit, jobs.Cancel())
    jobs.run("index", {"project": project_path}, emit, jobs.Cancel())
    written = failed(emit, "generate", project=project_path, writer=str(file))
    assert (written.title, written.hint) == (told.value.title, told.value.hint)
    assert main(["generate", project_path, "--writer", str(file)]) == 1
    assert told.value.title in capsys.readouterr().err
    fitting = ", ".join(entry.name for entry in memory_fit.offers(WRITER))
    assert re.match(r"It needs 7\d\.\d GB of memory, and this machine has 16\.0 GB\. What", told.value.hint)
    assert f"What fits is {fitting}." in told.value.hint
    assert "hone servers add" in told.value.hint


@pytest.mark.usefixtures("machine")
def test_all_ways_to_a_base_that_is_too_large_say_the_same(
    tuned: str, project: str, tmp_path: Path, emit: Recorder, capsys: pytest.CaptureFixture[str]
) -> None:
    base = too_large.base(tmp_path / "huge")
    train = failed(emit, "train", project=project, base=str(base))
    assert train.title == TITLE.format("huge")
    assert f"What fits is {memory_fit.offers(BASE)[0].name}" in train.hint
    assert "hone servers" not in train.hint
    asked = shutil.copytree(tuned, tmp_path / "asked.hone")
    with Project(asked) as opened, opened.transaction() as db:
        db.execute("UPDATE runs SET base = ?", [str(base)])
    chat = failed(emit, "chat", project=str(asked), question="How hot is it?")
    assert (chat.title, chat.hint) == (train.title, train.hint)
    assert main(["train", project, "--base", str(base)]) == 1
    assert train.title in capsys.readouterr().err


def test_a_base_in_16_bits_that_would_fit_in_4_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = too_large.base(tmp_path / "huge")
    for total, fits in ((16e9, False), (48e9, False), (64e9, True)):
        too_large.give_memory(monkeypatch, total, total)
        with pytest.raises(HoneError) as told:
            check_base(base, too_large.CONFIG)
        assert ("hone models convert" in told.value.hint) is fits
        with pytest.raises(HoneError) as packed:
            check_base(base, {**too_large.CONFIG, "quantization": {"group_size": 64, "bits": 4}})
        assert "hone models convert" not in packed.value.hint


@pytest.mark.usefixtures("machine")
def test_a_download_says_the_same_and_that_it_can_be_done_anyway(small_catalogue: Path, emit: Recorder) -> None:
    write_catalogue(small_catalogue, config=CONFIG.replace("num_hidden_layers = 4", "num_hidden_layers = 4_000_000"))
    found = failed(emit, "download", name="writer")
    assert found.title == TITLE.format("Tiny writer")
    assert "of memory, and this machine has 16.0 GB. Nothing of the catalogue fits. A model on another" in found.hint
    assert found.hint.endswith("--anyway downloads it all the same.")


def test_what_only_does_not_fit_now_says_how_much_is_free(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    too_large.give_memory(monkeypatch, total=96e9, available=60e9)
    with pytest.raises(HoneError, match=r"huge\.gguf does not fit into memory") as told:
        load_gguf(too_large.writer(tmp_path / "huge.gguf"))
    assert re.match(r"It needs 7\d\.\d GB of memory, and 60\.0 GB are free\. Close other programs", told.value.hint)
    too_large.give_memory(monkeypatch, available=1e6)
    with pytest.raises(HoneError, match="does not fit into memory"):
        mlx.load(base)
