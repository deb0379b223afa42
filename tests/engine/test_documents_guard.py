"""The child that reads documents: that it may hang, crash, eat or lie, and what becomes of the document then."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import jobs
from engine.documents.isolation.frames import MOST, Unpacker, pack
from engine.documents.isolation.guard import Answer, Guard
from engine.documents.isolation.keeper import Keeper, Limits
from engine.errors import HoneError, JobCancelled
from engine.project.documents import FAILED, OCR, READ
from tests.engine.bad_readers import BODY, COMMAND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
QUICK = Limits(page_seconds=1, ocr_seconds=4, memory_mb=400)


@contextmanager
def guard(limits: Limits = QUICK, check: Callable[[], None] = lambda: None) -> Iterator[Guard]:
    with Guard(limits, check, COMMAND) as made:
        yield made


def read(reader: Guard, folder: Path, *deeds: str, password: str = "", told: list[str] | None = None) -> Answer:
    path = folder / "deeds.txt"
    path.write_text(json.dumps(deeds), encoding="utf-8")
    return reader.read(path, password, 256, 0, ([] if told is None else told).append)


def child_of(reader: Guard) -> psutil.Process:
    keeper: Keeper = reader._keeper
    return psutil.Process(keeper.child().pid)


def ended(pid: int) -> bool:
    """Whether a process ends within some seconds."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.02)
    return False


def test_a_document_comes_over_whole(tmp_path: Path) -> None:
    told: list[str] = []
    with guard() as reader:
        answer = read(reader, tmp_path, "read", "noise", "read", password="열려라 참깨", told=told)
        path = tmp_path / "deeds.txt"
        assert (reader.kind(path), reader.count(path, "")) == ("text", 3)
    pages = answer.reading.pages
    assert [page.text for page in pages] == [f"{BODY.format(n)} The word is 열려라 참깨." for n in (1, 2, 3)]
    assert [(page.state, page.tables, page.headings[0].title) for page in pages] == [
        (READ, n % 2, "Pumps") for n in (1, 2, 3)
    ]
    assert [(chunk.position, chunk.text, chunk.section) for chunk in answer.chunks] == [
        (n, page.text, ("Pumps",)) for n, page in enumerate(pages)
    ]
    assert told == ["read"] * 3 + ["split"] * 3


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("hang", "took longer than 1 s"),
        ("hold", "took longer than 1 s"),
        ("eat", "needs more than 400 MB"),
        ("eat and hide", "needs more than 400 MB"),
        ("want too much", "needs more than 400 MB"),
        ("segv", "crashed its reader (SIGSEGV)"),
        ("abort", "crashed its reader (SIGABRT)"),
        ("leave", "crashed its reader (exit 0)"),
        ("nonsense", "made no sense"),
        ("flood", "made no sense"),
        ("bug", "an error in Hone (ZeroDivisionError"),
    ],
)
def test_a_page_that_breaks_the_reader_is_left_out(tmp_path: Path, deed: str, words: str) -> None:
    told: list[str] = []
    # On a busy machine a page may need longer to eat its memory than one has patience for a page that hangs.
    limits = QUICK if words.startswith("took") else replace(QUICK, page_seconds=60)
    with guard(limits) as reader:
        pages = read(reader, tmp_path, "read", deed, "read", told=told).reading.pages
    assert [page.state for page in pages] == [READ, FAILED, READ]
    assert words in pages[1].message
    assert [page.text for page in pages] == [BODY.format(1), "", BODY.format(3)]
    assert told == ["read"] * 3 + ["split"] * 2


def test_letters_are_given_more_time(tmp_path: Path) -> None:
    with guard(Limits(page_seconds=1, ocr_seconds=2)) as reader:
        pages = read(reader, tmp_path, "slow letters", "hang at letters").reading.pages
    assert [(page.state, page.method) for page in pages] == [(READ, OCR), (FAILED, "text")]
    assert pages[1].message == "The page took longer than 2 s and was left out."


def test_after_some_broken_pages_no_further_one_is_tried(tmp_path: Path) -> None:
    with guard() as reader:
        pages = read(reader, tmp_path, "read", *["abort"] * 30).reading.pages
    assert [page.state for page in pages] == [READ] + [FAILED] * 30
    assert pages[6].message == "It was not tried: its reader broke at pages 2, 3, 4, 5, 6 and 7."


def test_a_break_outside_of_pages_is_the_failure_of_the_document(tmp_path: Path) -> None:
    with guard() as reader:
        with pytest.raises(HoneError, match="deeds.txt takes too long to read") as hung:
            read(reader, tmp_path, "read", "hang unannounced")
        assert "after page 1" in hung.value.hint
        with pytest.raises(HoneError, match="an owl on it"):
            read(reader, tmp_path, "refuse")
        with pytest.raises(HoneError, match="nested too deeply"):
            read(reader, tmp_path, "nest")
        assert read(reader, tmp_path, "read").reading.pages[0].state == READ


def test_one_child_serves_while_it_is_healthy(tmp_path: Path) -> None:
    with guard() as reader:
        read(reader, tmp_path, "read")
        first = child_of(reader)
        for deed in ("read", "noise", "read"):
            read(reader, tmp_path, deed)
        assert child_of(reader).pid == first.pid
        read(reader, tmp_path, "read", "abort")
        assert child_of(reader).pid != first.pid
        assert not first.is_running()
        last = child_of(reader)
    assert not last.is_running()


def test_a_stop_ends_the_child_and_what_it_started_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    family = tmp_path / "family"
    monkeypatch.setenv("HONE_TEST_FAMILY", str(family))
    asked: list[float] = []

    def check() -> None:
        if family.exists() and family.read_text(encoding="utf-8"):
            asked.append(time.monotonic())
            raise JobCancelled

    with guard(Limits(), check) as reader, pytest.raises(JobCancelled):
        child = child_of(reader)
        read(reader, tmp_path, "read", "family")
    assert ended(child.pid)
    assert ended(int(family.read_text(encoding="utf-8")))
    assert time.monotonic() - asked[0] < 1


@pytest.mark.parametrize("deed", ["hang", "hold"])
def test_the_child_ends_with_its_parent(tmp_path: Path, deed: str) -> None:
    (tmp_path / "deeds.txt").write_text(json.dumps([deed]), encoding="utf-8")
    code = (
        "import sys\nfrom pathlib import Path\nfrom engine.documents.isolation.guard import Guard\n"
        "from engine.documents.isolation.keeper import Limits\nfrom tests.engine.bad_readers import COMMAND\n"
        "guard = Guard(Limits(), lambda: None, COMMAND)\nprint(guard._keeper.child().pid, flush=True)\n"
        "guard.read(Path(sys.argv[1]), '', 256, 0, print)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "deeds.txt")], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    time.sleep(0.5)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    assert ended(child)


def test_the_password_is_in_no_list_of_processes(tmp_path: Path) -> None:
    with guard() as reader:
        assert "sesame" in read(reader, tmp_path, "read", password="sesame").reading.pages[0].text
        child = child_of(reader)
        assert not any("sesame" in word for word in (*child.cmdline(), *child.environ().values()))


def test_no_file_of_the_folder_one_stands_in_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "engine", "tokenizers"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Guard(Limits(), jobs.Cancel().check) as reader:
        assert reader.read(tmp_path / "a.txt", "", 256, 0, lambda stage: None).reading.pages[0].text == BODY


@settings(max_examples=30)
@given(st.lists(st.dictionaries(st.text(), st.integers() | st.text(), max_size=3), max_size=5), st.integers(1, 9))
def test_messages_come_out_as_they_went_in(messages: list[dict[str, Any]], size: int) -> None:
    data = b"".join(map(pack, messages))
    unpacker = Unpacker()
    found = [message for at in range(0, len(data), size) for message in unpacker.feed(data[at : at + size])]
    assert found == messages


@pytest.mark.parametrize("data", [(MOST + 1).to_bytes(4, "big"), b"\x00\x00\x00\x02[]", b"\x00\x00\x00\x01{"])
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"message|Expecting"):
        list(Unpacker().feed(data))


def test_what_was_said_before_nonsense_counts() -> None:
    found: list[dict[str, Any]] = []
    with pytest.raises(ValueError, match="too long"):
        found.extend(Unpacker().feed(pack({"done": "read"}) + b"\xff" * 9))
    assert found == [{"done": "read"}]
