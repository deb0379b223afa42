"""Downloads of models from a server that breaks off, changes its mind, and lies; and from none at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import events, memory_fit, models
from engine.download import DownloadSpec, download
from engine.errors import HoneError, JobCancelled
from engine.jobs import Cancel
from engine.models import catalogue, library, transfer
from engine.resources import starter_gguf
from engine.worker import run_in_fresh_worker
from tests.conftest import Recorder
from tests.engine.hub_server import CONFIG, write_catalogue

if TYPE_CHECKING:
    from tests.engine.hub_server import HubServer


def fetch(emit: Recorder, name: str = "writer", **options: Any) -> Path:
    download(DownloadSpec(name=name, **options), emit, Cancel())
    return Path(emit.of(events.Artifact)[-1].path)


def parts() -> list[str]:
    """What there is of unfinished downloads."""
    return sorted(path.name for path in library.folder().glob("*.part/*") if not path.name.startswith("."))


def test_a_writer_comes_with_its_progress_and_is_not_fetched_twice(hub_server: HubServer, emit: Recorder) -> None:
    file = fetch(emit)
    assert file == library.folder() / "writer" / "tiny.gguf"
    assert file.read_bytes() == hub_server.files["tiny.gguf"]
    assert models.look(file).kind == models.WRITER
    assert sorted(path.name for path in file.parent.iterdir()) == [".revision", "tiny.gguf"]
    told = emit.of(events.Progress)
    size = len(hub_server.files["tiny.gguf"])
    assert (told[0].done, told[-1].done, told[-1].total) == (0, size, size)
    assert emit.of(events.Artifact)[0].data == {"name": "writer", "kind": "writer", "bytes": size}
    assert not parts()
    assert fetch(emit) == file
    assert len(hub_server.asked) == 1


def test_a_base_comes_with_the_files_that_a_model_is_read_from(hub_server: HubServer, emit: Recorder) -> None:
    folder = fetch(emit, "base")
    assert folder == library.folder() / "base"
    assert models.look(folder).parameters == 3_000_384
    assert not (folder / "README.md").exists()
    assert sorted(path.name for path in folder.glob("[!.]*")) == sorted(
        name
        for name in hub_server.files
        if name.endswith((".json", ".safetensors", ".jinja", ".txt")) and "/" not in name
    )
    assert [found.entry.name for found in library.downloaded()] == ["base"]


def test_broken_connections_are_gone_on_with(hub_server: HubServer, emit: Recorder) -> None:
    hub_server.cuts = [1 << 20, 100_000, 0, 2 << 20]
    file = fetch(emit)
    assert file.read_bytes() == hub_server.files["tiny.gguf"]
    assert hub_server.sent == len(hub_server.files["tiny.gguf"])
    assert "If-Range" in hub_server.asked[1]
    assert "tried again" in emit.of(events.Log)[0].text


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 90_000), max_size=7), st.booleans(), st.booleans(), st.booleans())
def test_whatever_breaks_off_all_of_it_arrives_once(
    hub_server: HubServer, cuts: list[int], takes_ranges: bool, etags: bool, linked: bool
) -> None:
    hub_server.cuts, hub_server.sent = cuts, 0
    hub_server.takes_ranges, hub_server.etags, hub_server.linked = takes_ranges, etags, linked
    emit, entry = Recorder(), catalogue.find("embedder")
    while not library.is_here(entry):
        with contextlib.suppress(HoneError):
            fetch(emit, "embedder")
    assert library.place(entry).read_bytes() == hub_server.files["meaning.gguf"]
    if takes_ranges and (etags or linked):
        assert hub_server.sent == len(hub_server.files["meaning.gguf"])
    assert emit.of(events.Progress)[-1].done == len(hub_server.files["meaning.gguf"])
    library.delete("embedder")


def test_a_server_that_breaks_off_for_good_is_told_and_what_came_is_kept(hub_server: HubServer, emit: Recorder) -> None:
    hub_server.cuts = [1 << 20] + [0] * 50
    with pytest.raises(HoneError, match="connection broke off") as told:
        fetch(emit)
    assert "go on" in told.value.hint
    assert parts() == ["tiny.gguf.part", "tiny.gguf.part.json"]
    assert library.begun(catalogue.find("writer")) == 1 << 20
    hub_server.cuts, hub_server.sent = [], 0
    fetch(emit)
    assert hub_server.sent == len(hub_server.files["tiny.gguf"]) - (1 << 20)


def test_a_server_without_ranges_sends_all_of_it_again(hub_server: HubServer, emit: Recorder) -> None:
    hub_server.takes_ranges, hub_server.cuts = False, [1 << 20]
    assert fetch(emit).read_bytes() == hub_server.files["tiny.gguf"]
    assert hub_server.sent == len(hub_server.files["tiny.gguf"]) + (1 << 20)
    assert emit.of(events.Progress)[-1].done == len(hub_server.files["tiny.gguf"])


def test_a_part_that_nobody_can_tell_the_state_of_is_begun_anew(hub_server: HubServer, emit: Recorder) -> None:
    hub_server.linked = hub_server.etags = False
    hub_server.cuts = [1 << 20]
    assert fetch(emit).read_bytes() == hub_server.files["tiny.gguf"]
    assert hub_server.sent == len(hub_server.files["tiny.gguf"]) + (1 << 20)


def test_a_file_that_changed_meanwhile_begins_anew(hub_server: HubServer, emit: Recorder) -> None:
    hub_server.cuts = [1 << 20] + [0] * 50
    with pytest.raises(HoneError, match="broke off"):
        fetch(emit)
    old = hub_server.files["tiny.gguf"]
    new = shutil.copy(starter_gguf("en"), library.folder() / "new.gguf")
    with Path(new).open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        file.write(bytes([old[-1] ^ 1]))
    hub_server.files["tiny.gguf"], hub_server.cuts = Path(new).read_bytes(), []
    assert fetch(emit).read_bytes() == hub_server.files["tiny.gguf"] != old


def test_files_of_two_states_of_a_repository_are_not_mixed(hub_server: HubServer, emit: Recorder) -> None:
    names = [name for name in hub_server.files if name.endswith(".json") and "/" not in name]
    hub_server.cuts = [len(hub_server.files[name]) for name in names[:1]] + [0] * 50
    with pytest.raises(HoneError):
        fetch(emit, "base")
    hub_server.revision, hub_server.cuts, hub_server.sent = "0" * 39 + "2", [], 0
    folder = fetch(emit, "base")
    assert hub_server.sent == library.size(folder)


def test_a_wrong_checksum_is_told_and_the_file_removed(hub_server: HubServer, emit: Recorder) -> None:
    hub_server.sums["tiny.gguf"] = "f" * 64
    with pytest.raises(HoneError, match="is not what was sent") as told:
        fetch(emit)
    assert "removed" in told.value.hint
    assert not parts()
    assert not library.is_here(catalogue.find("writer"))


def test_a_checksum_of_the_catalogue_counts(hub_server: HubServer, small_catalogue: Path, emit: Recorder) -> None:
    write_catalogue(small_catalogue, sha256=hashlib.sha256(b"another").hexdigest())
    with pytest.raises(HoneError, match="is not the file that was expected"):
        fetch(emit)
    assert hub_server.sent < 1 << 20 or not parts()
    hub_server.linked = False
    with pytest.raises(HoneError, match="is not what was sent"):
        fetch(emit)
    write_catalogue(small_catalogue, bytes=7)
    with pytest.raises(HoneError, match="is not the file that was expected"):
        fetch(emit)


def test_a_file_that_is_no_model_is_told(hub_server: HubServer, emit: Recorder) -> None:
    hub_server.files["tiny.gguf"] = b"a page of the provider" * 100
    with pytest.raises(HoneError, match="is not a model"):
        fetch(emit)
    assert not parts()


@pytest.mark.parametrize(
    ("status", "said", "hint"),
    [
        (404, "Tiny writer is not there any more", "choose another"),
        (401, "Tiny writer is not given to everybody", "HF_TOKEN"),
        (403, "Tiny writer is not given to everybody", "accept its terms"),
        (503, "does not send it", "status 503"),
        (418, "does not send it", "status 418"),
    ],
)
@pytest.mark.parametrize("name", ["writer", "base"])
def test_answers_that_are_none_are_told(
    hub_server: HubServer, emit: Recorder, name: str, status: int, said: str, hint: str
) -> None:
    hub_server.status = status
    with pytest.raises(HoneError) as told:
        fetch(emit, name)
    assert said.replace("writer", name) in told.value.title
    assert hint in told.value.hint


def test_the_page_of_a_hotel_is_not_taken_for_the_hub(
    hub_server: HubServer, small_catalogue: Path, emit: Recorder
) -> None:
    hub_server.cuts = [1 << 20] + [0] * 50
    with pytest.raises(HoneError, match="broke off"):
        fetch(emit)
    hub_server.status, hub_server.body = 200, b"<html>Room number?</html>"
    for name in ("base", "writer"):
        with pytest.raises(HoneError, match="is not the Hugging Face Hub"):
            fetch(emit, name)
    write_catalogue(small_catalogue, bytes=len(hub_server.files["tiny.gguf"]))
    hub_server.body = b"Room number?"
    with pytest.raises(HoneError, match="is not the file that was expected"):
        fetch(emit)
    assert library.begun(catalogue.find("writer")) == 1 << 20  # none of what is here was lost


def test_without_a_network_the_starters_are_named(
    small_catalogue: Path, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    for name in ("writer", "base"):
        with pytest.raises(HoneError, match="There is no connection to 127.0.0.1:9") as told:
            fetch(emit, name)
        assert "The starter models work without." in told.value.hint
    monkeypatch.setenv("HF_ENDPOINT", "ftp://here")
    with pytest.raises(HoneError, match="is no address"):
        fetch(emit)


def test_a_download_stops_at_once_while_a_server_says_nothing(hub_server: HubServer, emit: Recorder) -> None:
    hub_server.cuts = [None]
    cancel = Cancel()

    def stop() -> None:
        _until(lambda: hub_server.sent >= hub_server.stalls_at)
        cancel.cancel()

    watch = threading.Thread(target=stop)
    watch.start()
    with pytest.raises(JobCancelled):
        download(DownloadSpec(name="writer"), emit, cancel)
    watch.join()
    assert parts() == ["tiny.gguf.part", "tiny.gguf.part.json"]
    hub_server.sent = 0
    fetch(emit)
    assert hub_server.sent < len(hub_server.files["tiny.gguf"])


def _until(done: Any) -> None:
    while not done():
        threading.Event().wait(0.01)


def test_a_killed_download_goes_on_where_it_was(hub_server: HubServer, small_catalogue: Path, emit: Recorder) -> None:
    hub_server.cuts = [None]
    hub_server.stalls_at = 4 << 20
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.engine.download_child", str(small_catalogue), "writer"],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
    )
    part = library.part(catalogue.find("writer")) / "tiny.gguf.part"
    _until(lambda: part.exists() and part.stat().st_size >= 3 << 20)
    with pytest.raises(HoneError, match="is being downloaded already"):
        fetch(emit)
    with pytest.raises(HoneError, match="is being downloaded already"):
        library.delete("writer")
    child.send_signal(signal.SIGKILL)
    child.communicate()
    here = part.stat().st_size
    hub_server.sent = 0
    assert fetch(emit).read_bytes() == hub_server.files["tiny.gguf"]
    assert hub_server.sent == len(hub_server.files["tiny.gguf"]) - here
    assert emit.of(events.Progress)[0].done == here


def test_a_full_disk_is_told_before_and_while(
    hub_server: HubServer, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer, "free_bytes", lambda folder: transfer.SPARE + 1000)
    with pytest.raises(HoneError, match="not enough space on the disk") as told:
        fetch(emit)
    assert "1.1 GB are" in told.value.hint
    assert not hub_server.asked
    left = [transfer.SPARE * 2, transfer.SPARE * 2, transfer.SPARE - 1]
    monkeypatch.setattr(transfer, "_STRIDE", 1 << 20)
    monkeypatch.setattr(transfer, "free_bytes", lambda folder: left.pop(0) if len(left) > 1 else left[0])
    with pytest.raises(HoneError, match="not enough space on the disk"):
        fetch(emit)
    monkeypatch.setattr(transfer, "free_bytes", lambda folder: transfer.SPARE * 2)
    hub_server.sent = 0
    fetch(emit)
    assert hub_server.sent < len(hub_server.files["tiny.gguf"])


def test_a_model_that_is_too_large_is_refused_with_what_fits(
    hub_server: HubServer, small_catalogue: Path, emit: Recorder
) -> None:
    huge = CONFIG.replace("num_hidden_layers = 4", "num_hidden_layers = 4_000_000")
    write_catalogue(small_catalogue, config=huge)
    for name in ("writer", "base"):
        with pytest.raises(HoneError, match="is too large for this machine") as told:
            fetch(emit, name)
        assert "of memory" in told.value.hint
        assert "--anyway" in told.value.hint
        assert ("hone servers" in told.value.hint) == (name == "writer")
    assert fetch(emit, anyway=True).exists()


def test_downloads_are_deleted_whole_or_not(hub_server: HubServer, emit: Recorder) -> None:
    fetch(emit)
    assert library.delete("writer") == len(hub_server.files["tiny.gguf"])
    assert not library.downloaded()
    hub_server.cuts = [1 << 20] + [0] * 50
    with pytest.raises(HoneError):
        fetch(emit)
    assert library.delete("writer") > 0
    assert not parts()
    with pytest.raises(HoneError, match="is not downloaded"):
        library.delete("writer")
    with pytest.raises(HoneError, match="There is no model named nothing"):
        library.delete("nothing")


def test_the_key_goes_to_the_hub(hub_server: HubServer, emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "secret")
    fetch(emit)
    assert hub_server.asked[0]["Authorization"] == "Bearer secret"


def test_every_entry_of_the_catalogue_says_what_is_needed() -> None:
    found = catalogue.entries()
    assert len({entry.name for entry in found}) == len(found) >= 20
    assert {entry.kind for entry in found} == set(catalogue.KINDS)
    for entry in found:
        assert entry.licence in ("Apache-2.0", "MIT", "Gemma")
        assert entry.languages
        assert not entry.sha256 or (len(entry.sha256) == 64 and entry.bytes)
        assert not entry.revision or len(entry.revision) == 40
        assert bool(entry.file) == (entry.kind != models.BASE)
        assert 0.5 < entry.weight / (entry.parameters * catalogue._BITS[entry.quantisation] / 8) < 1.5
        assert memory_fit.fit(entry, 1 << 50).state == memory_fit.FITS
        assert memory_fit.fit(entry, 1 << 27).state == memory_fit.TOO_LARGE
    korean = [entry for entry in found if "ko" in entry.languages]
    assert {entry.kind for entry in korean} == set(catalogue.KINDS)


def test_the_sizes_of_the_catalogue_agree_with_one_another() -> None:
    """Weights counted from layers and widths are those that are told, with an output layer of its own or without."""
    catalogue.entries.cache_clear()
    counted = [entry for entry in catalogue.entries() if "intermediate_size" in entry.config]
    assert len(counted) > 15
    for entry in counted:
        config = entry.config
        hidden, head = config["hidden_size"], config["head_dim"]
        attention = 2 * hidden * head * (config["num_attention_heads"] + config["num_key_value_heads"])
        block = attention + 3 * hidden * config["intermediate_size"]
        words = config["vocab_size"] * hidden
        found = [config["num_hidden_layers"] * block + times * words for times in (1, 2)]
        assert min(abs(entry.parameters / count - 1) for count in found) < 0.002, entry.name


def test_fits_are_told_by_what_a_model_takes() -> None:
    small, middle, large = 8 << 30, 16 << 30, 64 << 30
    assert memory_fit.fit(catalogue.find("qwen3-4b"), small).state == memory_fit.TIGHT
    assert memory_fit.fit(catalogue.find("qwen3-4b"), middle).state == memory_fit.FITS
    assert memory_fit.fit(catalogue.find("qwen3-30b"), middle).state == memory_fit.TOO_LARGE
    assert memory_fit.fit(catalogue.find("qwen3-30b"), large).state == memory_fit.FITS
    assert memory_fit.fit(catalogue.find("qwen3-14b-mlx"), small).state == memory_fit.TOO_LARGE
    assert memory_fit.offers(models.WRITER, large)[0].name == "qwen3-30b"
    assert all(memory_fit.fit(entry, middle).state == memory_fit.FITS for entry in memory_fit.offers("base", middle))


def test_a_place_that_cannot_be_written_is_told(
    hub_server: HubServer, emit: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (library.part(catalogue.find("writer")) / "tiny.gguf.part").mkdir(parents=True)
    (library.part(catalogue.find("writer")) / ".revision").write_text("main")
    with pytest.raises(HoneError, match="tiny.gguf could not be written"):
        fetch(emit)
    (tmp_path / "file").touch()
    monkeypatch.setenv("HONE_MODELS", str(tmp_path / "file"))
    with pytest.raises(HoneError, match="folder for models cannot be written") as told:
        fetch(emit)
    assert "HONE_MODELS" in told.value.hint


def test_a_child_tells_what_went_wrong_and_stops_when_asked(
    hub_server: HubServer, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub_server.status = 404
    run_in_fresh_worker("download", {"name": "nomic-embed"}, emit, Cancel())
    assert emit.last.title == "Nomic Embed 1.5 is not there any more"
    hub_server.status = 503
    cancel = Cancel()
    run_in_fresh_worker("download", {"name": "nomic-embed"}, _cancelling(emit, cancel), cancel)
    assert emit.last == events.Cancelled()


def _cancelling(emit: Recorder, cancel: Cancel) -> Any:
    """Ask to stop as soon as the job says that it waits."""

    def tell(event: events.Event) -> None:
        emit(event)
        if isinstance(event, events.Log):
            cancel.cancel()

    return tell
