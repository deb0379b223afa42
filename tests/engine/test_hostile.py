"""All hostile files in one ingest: each ends in words or in a document, in seconds, and takes nothing along."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from engine import events, jobs
from engine import ingest as step
from engine.errors import HoneError
from engine.project import Project
from engine.project import documents as store
from engine.project.documents import FAILED, PARTIAL, READ, Document
from tests.engine.hostile import BODY, SECRET, build
from tests.engine.pdfs import simple

if TYPE_CHECKING:
    from tests.conftest import Recorder

ROOT = Path(__file__).resolve().parents[2]
MEMORY_MB, PAGE_SECONDS = 512, 2
MOST_SECONDS = 40  # of one file on a busy machine; the largest is given nine seconds, after two for looking it up
CODE = """
import json, resource, sys, time
from engine import events, jobs
def emit(event):
    if not isinstance(event, events.Progress):
        print(json.dumps([time.monotonic(), events.encode(event)]), flush=True)
jobs.run("ingest", json.load(sys.stdin), emit, jobs.Cancel())
peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
if sys.platform == "linux":  # where the other figure begins with that of whoever started this
    peaks[0] = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0])
print(json.dumps([time.monotonic(), json.dumps(peaks)]))
"""
# What becomes of each: part of the message of a failure, or READ or PARTIAL. What is not here may be either, as long
# as it ends in words or in text.
ENDS = {
    "truncated.pdf": "is damaged",
    "header.pdf": "is damaged",
    "none.pdf": "is damaged",
    "bomb.pdf": "needs more than 512 MB of memory",
    "form.pdf": "took longer than 2 s",
    "tree.pdf": PARTIAL,
    "xref.pdf": READ,
    "outline.pdf": READ,
    "lengths.pdf": READ,
    "count.pdf": READ,
    "ten_thousand.pdf": "All 10000 pages are a picture or blank",
    "picture.pdf": "is damaged",
    "paper.txt": READ,
    "paper.docx": READ,
    "locked.pdf": "needs a password",
    "nulls.txt": "has no text",
    "some_nulls.txt": READ,
    "utf8.txt": READ,
    "line.txt": "takes too long to read",
    "empty.md": "is empty",
    "pipe.pdf": "is no file",
    "device.txt": "is no file",
    "one.txt": "leads nowhere",
    "two.txt": "leads nowhere",
    "dangling.pdf": "There is no file",
    "�[31mred��.txt": READ,
}


@dataclass
class Outcome:
    """What one ingest of everything left behind."""

    documents: dict[str, Document]
    texts: dict[str, str]
    told: list[str]
    last: Any
    seconds: list[float]
    peaks: list[float]  # megabytes: of the job, of the largest child
    names: list[str]
    folder: Path


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    folder = tmp_path_factory.mktemp("hostile")
    paths = build(folder)
    good = [simple(folder / f"{name}.pdf", f"{name}. {BODY}") for name in ("first", "middle", "last")]
    paths = [good[0], *paths[: len(paths) // 2], good[1], *paths[len(paths) // 2 :], good[2]]
    with Project.create(tmp_path_factory.mktemp("project") / "a.hone") as project:
        spec = {"project": str(project.path), "paths": list(map(os.fspath, paths)), "memory_mb": MEMORY_MB}
    spec |= {"page_seconds": PAGE_SECONDS, "ocr_seconds": PAGE_SECONDS}
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        input=json.dumps(spec), capture_output=True, text=True, timeout=280, cwd=ROOT, check=True,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    times, seen = [at for at, _ in lines], [events.decode(text) for _, text in lines[:-1]]
    with Project(str(spec["project"])) as project:
        assert project.value("PRAGMA integrity_check") == "ok"
        found = store.documents(project)
        texts = {d.name: "\n".join(page.text for page in store.pages(project, d.id)) for d in found}
    scale = 1 / (1 << 20) if sys.platform == "darwin" else 1 / 1024
    return Outcome(
        documents={document.name: document for document in found},
        texts=texts,
        told=[event.text for event in seen if isinstance(event, events.Log)],
        last=seen[-1],
        seconds=[after - before for before, after in zip(times, times[1:], strict=False)],
        peaks=[peak * scale for peak in json.loads(lines[-1][1])],
        names=[step._shown(path.name) for path in paths],
        folder=folder,
    )


@pytest.mark.parametrize("name", ENDS)
def test_each_ends_as_it_should(outcome: Outcome, name: str) -> None:
    document = outcome.documents.get(name)
    if ENDS[name] in (READ, PARTIAL):
        assert document is not None
        assert document.state == ENDS[name], document.message
        assert BODY in outcome.texts[name]
    else:
        said = [text for text in outcome.told if name in text]
        # Whether time or memory is up first depends on how busy the machine is.
        limits = ("took longer than", "takes too long", "needs more memory", "of memory")
        wanted = limits if any(words in ENDS[name] for words in limits) else (ENDS[name],)
        assert any(words in text for text in said for words in wanted), said
        assert document is None or document.state == FAILED


def test_none_is_dropped_in_silence(outcome: Outcome) -> None:
    assert outcome.last == events.Finished()
    for name in outcome.names:
        document = outcome.documents.get(name)
        said = [text for text in outcome.told if name in text]
        assert said or (document is not None and document.state == READ and outcome.texts[name].strip()), name
        assert not [text for text in said if "error in Hone" in text or "SIG" in text]
        assert document is None or document.state != FAILED or document.message


def test_the_other_files_are_read(outcome: Outcome) -> None:
    for name in ("first", "middle", "last"):
        assert outcome.documents[f"{name}.pdf"].state == READ
        assert outcome.texts[f"{name}.pdf"] == f"{name}. {BODY}"


def test_none_takes_long_or_fills_the_memory(outcome: Outcome) -> None:
    assert max(outcome.seconds) < MOST_SECONDS
    job, child = outcome.peaks
    assert job < 300
    assert child < 1.3 * MEMORY_MB


def test_no_other_file_is_read_or_written(outcome: Outcome) -> None:
    assert SECRET not in "\n".join(outcome.texts.values())
    assert not [*outcome.folder.parent.rglob("*escaped*"), *outcome.folder.parent.rglob("e.txt")]
    assert not Path("/escaped.txt").exists()


def test_a_folder_of_them_ends_too(project_path: str, emit: Recorder, tmp_path: Path) -> None:
    """The walk through a folder opens no pipe and follows no loop."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "round").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe")
    (folder / "device").symlink_to("/dev/zero")
    simple(folder / "good.pdf", BODY)
    jobs.run("ingest", {"project": project_path, "paths": [str(folder)]}, emit, jobs.Cancel())
    assert emit.last == events.Finished()
    with Project(project_path) as project:
        assert [document.name for document in store.documents(project)] == ["good.pdf"]
    assert [log.text.split(". ")[0] for log in emit.of(events.Log) if log.level == "warning"] == ["pipe.txt is no file"]


@pytest.mark.parametrize(("what", "words"), [("change", "changed while it was read"), ("vanish", "There is no file")])
def test_a_file_that_changes_or_vanishes(
    tmp_path: Path, project_path: str, emit: Recorder, what: str, words: str
) -> None:
    path = simple(tmp_path / "moving.pdf", *[f"{word}. {BODY}" for word in ("One", "Two", "Three", "Four")])
    good = simple(tmp_path / "good.pdf", BODY)

    def strike(event: events.Event) -> None:
        emit(event)
        if isinstance(event, events.Progress) and (event.stage, event.done) == ("read", 2):
            path.unlink()
            if what == "change":
                simple(path, f"Another. {BODY}")

    jobs.run("ingest", {"project": project_path, "paths": [str(path), str(good)]}, strike, jobs.Cancel())
    assert emit.last == events.Finished()
    assert words in emit.of(events.Log)[0].text
    with Project(project_path) as project:
        states = {document.name: (document.state, document.pages) for document in store.documents(project)}
        assert states == {"moving.pdf": (FAILED, 0), "good.pdf": (READ, 1)}
        assert project.value("SELECT count(*) FROM chunks") == 1


def test_a_file_that_one_may_not_read(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    path = simple(tmp_path / "locked_away.pdf", BODY)
    path.chmod(0)
    user = os.geteuid()
    if user == 0:  # who may read everything: be somebody else while the file is opened
        spec = step.IngestSpec(project=project_path)
        with Project(project_path) as project:
            os.seteuid(65534)
            try:
                with pytest.raises(HoneError, match="cannot be opened"):
                    source = step._Source(path, 1, "pdf")
                    step._ingest_file(project, source, spec, None, None, emit)  # type: ignore[arg-type]
            finally:
                os.seteuid(user)
        return
    jobs.run("ingest", {"project": project_path, "paths": [str(path)]}, emit, jobs.Cancel())
    assert emit.last.title == "locked_away.pdf cannot be opened"


def test_a_stop_is_obeyed_at_once(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    path = tmp_path / "brackets.md"
    path.write_bytes(b"[" * 1_000_000)
    cancel = jobs.Cancel()
    asked: list[float] = []

    def stop() -> None:
        asked.append(time.monotonic())
        cancel.cancel()

    timer = threading.Timer(1.5, stop)
    timer.start()
    jobs.run("ingest", {"project": project_path, "paths": [str(path)]}, emit, cancel)
    ended = time.monotonic()
    timer.join()
    assert emit.last == events.Cancelled()
    assert ended - asked[0] < 1
