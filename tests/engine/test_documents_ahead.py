"""Long PDFs read by several children: the same document comes out as by one, whatever happens on the way."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.documents import reader
from engine.documents.chunks import make_chunks
from engine.documents.isolation import ahead, guard
from engine.documents.isolation.guard import Guard
from engine.documents.isolation.keeper import Limits
from engine.documents.lines import Line, Sheet
from engine.documents.reading import ReadPage
from engine.documents.taken import Taken, pack, unpack
from engine.errors import JobCancelled
from engine.project.documents import FAILED, READ
from tests.engine.bad_readers import COMMAND
from tests.engine.test_documents_guard import ended

if TYPE_CHECKING:
    from engine.documents.isolation.guard import Answer

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
NUMBERS = st.sampled_from([0.1 + 0.2, -1e6 / 3, 72.0]) | st.floats(-1e6, 1e6)


@pytest.fixture(autouse=True)
def _two_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many cores there are, and however short a document is."""
    monkeypatch.setattr(guard, "readers", lambda pages: 2 if pages else 1)


def lines(tables: bool = True) -> st.SearchStrategy[Line]:
    flags = {name: st.booleans() for name in ("bold", "fixed", "row", "broken", "spaced", "turned", "dense", "raised")}
    rows = (
        st.lists(st.lists(st.lists(lines(tables=False), max_size=2), max_size=2), max_size=2) if tables else st.none()
    )
    return st.builds(Line, st.text(), NUMBERS, NUMBERS, NUMBERS, NUMBERS, **flags, table=st.none() | rows)


@settings(max_examples=25)
@given(
    st.builds(Sheet, st.just(3), NUMBERS, NUMBERS, st.lists(lines(), max_size=3)),
    st.none() | st.text(),
    st.sampled_from([READ, FAILED]),
)
def test_a_page_comes_out_as_it_went_in(sheet: Sheet, instead: str | None, state: str) -> None:
    for taken in (Taken(3, sheet, ReadPage(3, "", state, "Why."), instead), Taken(3, None, ReadPage(3, ""), instead)):
        assert unpack(pack(taken)) == taken


@pytest.mark.parametrize("name", ["manual.pdf", "korean.pdf"])
def test_several_readers_give_what_one_gives(name: str) -> None:
    told: dict[int, list[str]] = {0: [], 12: []}
    answers = []
    with Guard(Limits(), lambda: None) as reader_:
        for pages in told:
            answers.append(reader_.read(SAMPLES / name, "", 128, 16, told[pages].append, pages))
    assert answers[0] == answers[1]
    assert answers[0].chunks
    assert told[0] == told[12]


def test_chunks_come_while_pages_come() -> None:
    pages = reader.read(SAMPLES / "manual.pdf", "", lambda: None).pages
    coming = iter(pages)
    chunks = make_chunks(coming, "en", 128)
    assert next(chunks).first_page == 1
    assert next(coming).number == 3  # the second was looked at for a sentence that goes on
    assert list(chunks)[-1].last_page == len(pages)


def read(reader_: Guard, folder: Path, deeds: list[str], told: list[str], pages: int) -> Answer:
    path = folder / "deeds.txt"
    path.write_text(json.dumps(deeds), encoding="utf-8")
    return reader_.read(path, "", 256, 0, told.append, pages)


@pytest.mark.parametrize("deed", ["hang", "segv"])
def test_a_page_that_breaks_its_reader_is_left_out_as_by_one(tmp_path: Path, deed: str) -> None:
    deeds = ["read"] * 9
    deeds[4] = deed
    told: list[str] = []
    with Guard(Limits(page_seconds=2, ocr_seconds=4, memory_mb=400), lambda: None, COMMAND) as reader_:
        together = read(reader_, tmp_path, deeds, told, 9)
        assert together == read(reader_, tmp_path, deeds, [], 0)
    assert [page.state for page in together.reading.pages] == [READ] * 4 + [FAILED] + [READ] * 4
    assert told == ["read"] * 9 + ["split"] * 8


def test_a_child_that_ends_while_it_splits_is_not_missed(tmp_path: Path) -> None:
    with Guard(Limits(), lambda: None) as reader_:

        def after_page(stage: str) -> None:
            child = reader_._others[0]._child
            if stage == "split" and child is not None:
                os.kill(child.pid, signal.SIGKILL)

        path = SAMPLES / "manual.pdf"
        assert reader_.read(path, "", 128, 0, after_page, 12) == reader_.read(path, "", 128, 0, lambda stage: None)


def test_a_stop_ends_all_children(tmp_path: Path) -> None:
    stopped: list[bool] = []

    def check() -> None:
        if stopped:
            raise JobCancelled

    with Guard(Limits(), check, COMMAND) as reader_:
        pids: list[int] = []

        def after_page(stage: str) -> None:
            pids.extend(keeper.child().pid for keeper in (reader_._keeper, reader_._others[0]))
            stopped.append(True)

        path = tmp_path / "deeds.txt"
        path.write_text(json.dumps(["read", *["hang"] * 8]), encoding="utf-8")
        with pytest.raises(JobCancelled):
            reader_.read(path, "", 256, 0, after_page, 9)
        assert len(pids) == 2
        assert all(map(ended, pids))


def test_short_documents_are_read_by_one() -> None:
    assert ahead.readers(0) == ahead.readers(1) == ahead.readers(100) == 1
    assert 1 <= ahead.readers(50_000) <= ahead.MOST_READERS
