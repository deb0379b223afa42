"""Reading a document again: what is the same stays, what changed is replaced, and a failure changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from engine import events, jobs
from engine.project import Project
from engine.project import documents as store
from tests.engine.pdfs import simple

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder

FIRST = "The pump moves nine litres of water in a minute when the filter is clean."
SECOND = "The lamp burns for forty hours on one charge of the battery."
THIRD = "The warranty of the machine ends after six years of use."
LAST = "The service hotline of the maker answers on weekdays only."


def ingest(project_path: str, emit: Recorder, *paths: Path, **fields: Any) -> Any:
    spec = {"project": project_path, "paths": [str(path) for path in paths], "chunk_tokens": 32, **fields}
    jobs.run("ingest", spec, emit, jobs.Cancel())
    return emit[-1]


def pages_of(path: Path, *texts: str) -> Path:
    return simple(path, *(f"{text} {text}" for text in texts))


def add_pair(project: Project, chunk: store.Chunk, quote: str, page: int) -> int:
    """A fact of a chunk with one accepted pair, and both units done; returns the pair's id."""
    text = next(p.text for p in store.pages(project, chunk.document_id) if p.number == page)
    start = text.index(quote)
    with project.transaction() as db:
        generation = db.execute("INSERT INTO generations (key, spec, state) VALUES ('k', '{}', 'finished')").lastrowid
        fact = db.execute(
            "INSERT INTO facts (generation_id, chunk_id, origin, answer, evidence, evidence_document, evidence_page,"
            " evidence_start, evidence_end) VALUES (?, ?, 'generated', 'yes', ?, ?, ?, ?, ?)",
            (generation, chunk.id, quote, chunk.document_id, page, start, start + len(quote)),
        ).lastrowid
        db.executemany(
            "INSERT INTO units VALUES (?, ?, ?)", [(generation, "ask", chunk.id), (generation, "answer", fact)]
        )
        pair = db.execute(
            "INSERT INTO pairs (fact_id, wording, question, state) VALUES (?, 0, 'Why?', 'accepted')", (fact,)
        ).lastrowid
    assert pair is not None
    return pair


def evidence(project: Project, pair: int) -> tuple[int, str] | None:
    """The page of a pair's evidence, and what stands there now."""
    row = project.row(
        "SELECT evidence_document, evidence_page, evidence_start, evidence_end"
        " FROM facts JOIN pairs ON fact_id = facts.id WHERE pairs.id = ?",
        pair,
    )
    if row is None:
        return None
    page = store.page(project, row[0], row[1])
    assert page is not None
    return row[1], page.text[row[2] : row[3]]


@pytest.fixture
def read(tmp_path: Path, project_path: str, emit: Recorder) -> Path:
    path = pages_of(tmp_path / "pump.pdf", FIRST, SECOND, THIRD)
    assert ingest(project_path, emit, path) == events.Finished()
    return path


def test_the_same_text_keeps_everything(read: Path, project_path: str, emit: Recorder) -> None:
    with Project(project_path) as project:
        before = store.chunks(project)
        pair = add_pair(project, before[0], FIRST, 1)
        project.db.execute("UPDATE pages SET facts = 7 WHERE number = 1")
    assert ingest(project_path, emit, read, again=True, chunk_tokens=300) == events.Finished()
    assert "its text is the same" in emit.of(events.Log)[-1].text
    with Project(project_path) as project:
        assert store.chunks(project) == before
        assert evidence(project, pair) == (1, FIRST)
        assert project.value("SELECT facts FROM pages WHERE number = 1") == 7
        assert len(store.documents(project)) == 1


def test_a_changed_text_keeps_what_still_stands_in_it(
    read: Path, project_path: str, emit: Recorder, tmp_path: Path
) -> None:
    with Project(project_path) as project:
        chunks = store.chunks(project)
        of = {
            text: add_pair(project, next(c for c in chunks if text[:20] in c.text), text, page)
            for page, text in enumerate((FIRST, SECOND, THIRD), 1)
        }
        before = store.documents(project)[0]
    pages_of(read, LAST, FIRST, THIRD)  # the second sentence is gone, the first stands a page further on
    assert ingest(project_path, emit, read, again=True) == events.Finished()
    assert "pairs removed" in emit.of(events.Log)[-1].text
    with Project(project_path) as project:
        (after,) = store.documents(project)
        assert after.id == before.id
        assert after.sha256 != before.sha256
        assert evidence(project, of[FIRST]) == (2, FIRST)
        assert evidence(project, of[THIRD]) == (3, THIRD)
        assert evidence(project, of[SECOND]) is None
        assert [chunk.position for chunk in store.chunks(project)] == list(range(len(store.chunks(project))))
        assert {chunk.id for chunk in store.chunks(project) if FIRST[:20] in chunk.text} <= {c.id for c in chunks}
        assert project.value("SELECT count(*) FROM units WHERE stage = 'answer'") == 2
    fresh = Project.create(tmp_path / "fresh.hone")
    fresh.close()
    ingest(str(fresh.path), emit, read)
    with Project(str(fresh.path)) as project, Project(project_path) as same:
        assert [c.text for c in store.chunks(project)] == [c.text for c in store.chunks(same)]
        assert [p.text for p in store.pages(project, 1)] == [p.text for p in store.pages(same, after.id)]


def test_evidence_that_is_gone_takes_its_fact_along(read: Path, project_path: str, emit: Recorder) -> None:
    with Project(project_path) as project:
        first = store.chunks(project)[0]
        pair = add_pair(project, first, SECOND, 2)  # made of the first chunk, supported by another page
    pages_of(read, FIRST, LAST, THIRD)
    ingest(project_path, emit, read, again=True)
    with Project(project_path) as project:
        assert store.chunk(project, first.id) is not None
        assert evidence(project, pair) is None


def test_a_file_that_became_unreadable_changes_nothing(read: Path, project_path: str, emit: Recorder) -> None:
    with Project(project_path) as project:
        before = store.documents(project), store.chunks(project)
    read.write_bytes(b"%PDF-1.7 and nothing more")
    assert isinstance(ingest(project_path, emit, read, again=True), events.Failed)
    with Project(project_path) as project:
        assert (store.documents(project), store.chunks(project)) == before


def test_a_file_that_is_elsewhere_now_is_found_again(
    read: Path, project_path: str, emit: Recorder, tmp_path: Path
) -> None:
    moved = read.rename(tmp_path / "moved.pdf")
    assert ingest(project_path, emit, moved, again=True) == events.Finished()
    with Project(project_path) as project:
        (document,) = store.documents(project)
        assert (document.name, document.source) == ("moved.pdf", str(moved))


def test_a_removed_document_leaves_no_unit_behind(read: Path, project_path: str, emit: Recorder) -> None:
    with Project(project_path) as project:
        add_pair(project, store.chunks(project)[0], FIRST, 1)
        assert store.dependents(project, [1]) == 1
        assert store.dependents(project, [2]) == 0
        store.remove(project, 1)
        assert project.value("SELECT count(*) FROM units") == 0
        assert project.value("SELECT count(*) FROM pairs") == 0
        assert store.dependents(project, [1]) == 0
