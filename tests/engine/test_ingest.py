"""The ingest job: what it stores, what it says of files it cannot read, and that it may be stopped at any time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from engine import events, jobs
from engine.documents.chunks import joined
from engine.errors import HoneError
from engine.ingest import IngestSpec
from engine.project import Project
from engine.project import documents as store
from tests.engine.office import book
from tests.engine.pdfs import Drawing, encrypted, simple, with_missing_page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder

BODY = "The pump moves nine litres of water in a minute when the filter is clean and the valve stands open."
KOREAN = "이 기계는 구십 일마다 따뜻한 물로 청소합니다. 밀봉이 뜨거울 수 있습니다."


def ingest(project_path: str, emit: Recorder, *paths: Path, cancel: jobs.Cancel | None = None, **fields: Any) -> Any:
    """Run the job; returns its last event."""
    spec = {"project": project_path, "paths": [str(path) for path in paths], **fields}
    jobs.run("ingest", spec, emit, cancel or jobs.Cancel())
    return emit[-1]


def documents(project_path: str) -> list[store.Document]:
    with Project(project_path) as project:
        return store.documents(project)


def contents(project_path: str) -> list[Any]:
    """Everything that was read, without ids and times."""
    with Project(project_path) as project:
        return [
            (
                document.sha256,
                document.state,
                [(page.number, page.text, page.state) for page in store.pages(project, document.id)],
                [
                    (c.position, c.first_page, c.start, c.last_page, c.end, c.text)
                    for c in store.chunks(project, document.id)
                ],
            )
            for document in store.documents(project)
        ]


def test_documents_pages_and_chunks(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    pdf = simple(tmp_path / "pump.pdf", f"{BODY} " * 12, f"Winter. {BODY}")
    note = tmp_path / "note.txt"
    note.write_text(KOREAN, encoding="utf-8")
    guide = tmp_path / "guide.md"
    guide.write_text(f"# The guide\n\n{BODY}\n", encoding="utf-8")
    assert ingest(project_path, emit, pdf, note, guide, chunk_tokens=64) == events.Finished()
    found = documents(project_path)
    assert [(d.name, d.kind, d.title, d.language, d.state, d.pages) for d in found] == [
        ("pump.pdf", "pdf", "pump", "en", "read", 2),
        ("note.txt", "text", "note", "ko", "read", 1),
        ("guide.md", "markdown", "The guide", "en", "read", 1),
    ]
    assert found[0].words == 13 * 20 + 1
    assert found[0].source == str(pdf)
    with Project(project_path) as project:
        chunks = store.chunks(project, found[0].id)
        texts = [page.text for page in store.pages(project, found[0].id)]
        assert len(chunks) > 3
        for chunk in chunks:
            assert chunk.tokens <= 64
            assert joined(texts[chunk.first_page - 1 : chunk.last_page], chunk.start, chunk.end) == chunk.text
        assert store.chunk(project, chunks[2].id) == chunks[2]
        assert store.chunk(project, 10_000) is None
        page = store.page(project, found[0].id, 2)
        assert page is not None
        assert page.text == f"Winter. {BODY}"
        assert store.page(project, found[0].id, 3) is None
        assert len(store.chunks(project)) == len(chunks) + len(store.chunks(project, 2)) + len(store.chunks(project, 3))
    made = emit.of(events.Artifact)
    assert [(artifact.kind, artifact.path) for artifact in made] == [
        ("document", "pump.pdf"),
        ("document", "note.txt"),
        ("document", "guide.md"),
    ]
    for stage in ("read", "split"):
        last = [event for event in emit.of(events.Progress) if event.stage == stage][-1]
        assert (last.done, last.total) == (4, 4)


def test_the_same_file_twice_is_one_document(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    first = simple(tmp_path / "pump.pdf", BODY)
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(first.read_bytes())
    ingest(project_path, emit, first)
    before = contents(project_path)
    assert ingest(project_path, emit, first, copy) == events.Finished()
    assert contents(project_path) == before
    told = [log.text for log in emit.of(events.Log)]
    assert told == [
        "pump.pdf is in the project already: the same file is not added twice",
        "copy.pdf is in the project already as pump.pdf: the same file is not added twice",
    ]
    assert len(emit.of(events.Artifact)) == 1


def test_a_folder(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    folder = tmp_path / "papers"
    (folder / "deep").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    simple(folder / "b.pdf", BODY)
    simple(folder / "deep" / "c.PDF", f"Deep. {BODY}")
    simple(folder / ".hidden" / "d.pdf", f"Hidden. {BODY}")
    (folder / "a.md").write_text(f"# A\n\n{BODY}", encoding="utf-8")
    (folder / "web").write_text(f"<!doctype html><title>W</title><p>Web. {BODY}</p>", encoding="utf-8")
    book(folder / "e.epub", {"a.xhtml": f"<h1>Book</h1><p>Book. {BODY}</p>"})
    (folder / "code.py").write_text("print(1)", encoding="utf-8")
    (folder / "x.png").write_bytes(b"\x89PNG\r\n")
    Project.create(folder / "inner.hone").close()
    assert ingest(project_path, emit, folder) == events.Finished()
    found = [(document.name, document.kind) for document in documents(project_path)]
    kinds = {"a.md": "markdown", "b.pdf": "pdf", "e.epub": "epub", "web": "html", "c.PDF": "pdf"}
    assert found == list(kinds.items())
    assert [log.text for log in emit.of(events.Log)] == [
        "2 files in papers are no documents that Hone reads and were left out"
    ]


def scanned(path: Path) -> Path:
    return Drawing().page().picture().page().picture().save(path)


def failing(folder: Path) -> list[tuple[Path, str]]:
    """A file for each way to fail, and the title of what is said."""
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b"\n \n")
    (folder / "letter.docx").write_bytes(b"PK\x03\x04 word/document.xml")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    encrypted(simple(folder / "open.pdf", BODY), folder / "locked.pdf", "sesame")
    scanned(folder / "scan.pdf")
    return [
        (folder / "gone.pdf", "There is no file gone.pdf"),
        (folder / "empty.pdf", "empty.pdf is empty"),
        (folder / "blank.txt", "blank.txt has no text"),
        (folder / "letter.docx", "letter.docx is damaged"),
        (folder / "broken.pdf", "broken.pdf is damaged"),
        (folder / "locked.pdf", "locked.pdf needs a password"),
        (folder / "scan.pdf", "scan.pdf has no text"),
    ]


def test_each_failure_has_its_own_words(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    for path, title in failing(tmp_path):
        failed = ingest(project_path, emit, path)
        assert isinstance(failed, events.Failed)
        assert failed.title == title
        assert failed.hint
    assert emit.of(events.Log) == []
    recorded = {document.name: document for document in documents(project_path)}
    assert "gone.pdf" not in recorded
    for path, title in failing(tmp_path)[1:]:
        assert recorded[path.name].state == "failed"
        assert recorded[path.name].message.startswith(title)
    assert recorded["scan.pdf"].pages == 2


def test_what_can_be_read_is_kept(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    failures = failing(tmp_path)
    good = [simple(tmp_path / "one.pdf", BODY), simple(tmp_path / "two.pdf", f"Two. {BODY}")]
    paths = [good[0], *(path for path, _ in failures), good[1]]
    assert ingest(project_path, emit, *paths) == events.Finished()
    states = {document.name: document.state for document in documents(project_path)}
    assert states == {"one.pdf": "read", "two.pdf": "read", **{path.name: "failed" for path, _ in failures[1:]}}
    warnings = [log.text for log in emit.of(events.Log) if log.level == "warning"]
    assert [text.split(". ")[0] for text in warnings] == [title for _, title in failures]


def test_nothing_read_is_a_failure_that_names_the_files(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    failed = ingest(project_path, emit, *(path for path, _ in failing(tmp_path)))
    assert failed.title == "None of the 7 files could be read"
    assert "There is no file gone.pdf" in failed.hint
    assert "And 2 more." in failed.hint
    empty = tmp_path / "folder"
    empty.mkdir()
    assert ingest(project_path, emit, empty).title == f"There is nothing to read in {empty}"
    assert ingest(project_path, emit).title == "There is nothing to read in the list of files"


def test_a_failed_file_may_be_tried_again(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    locked = encrypted(simple(tmp_path / "open.pdf", BODY), tmp_path / "locked.pdf", "sesame")
    assert ingest(project_path, emit, locked, password="wrong").title == "The password of locked.pdf is not right"
    assert ingest(project_path, emit, locked, password="sesame") == events.Finished()
    assert [(document.name, document.state) for document in documents(project_path)] == [("locked.pdf", "read")]
    broken = tmp_path / "mended.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    ingest(project_path, emit, broken)
    simple(broken, f"Mended. {BODY}")
    assert ingest(project_path, emit, broken) == events.Finished()
    assert [document.state for document in documents(project_path)] == ["read", "read"]


def test_some_pages_missing_is_partial(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    drawing = Drawing()
    for number in range(8):
        drawing.page().picture() if number % 8 else drawing.page().paragraph(BODY)
    drawing.save(tmp_path / "mixed.pdf")
    assert (
        ingest(project_path, emit, tmp_path / "mixed.pdf", with_missing_page(tmp_path / "hole.pdf"))
        == events.Finished()
    )
    mixed, hole = documents(project_path)
    assert (mixed.state, hole.state) == ("partial", "partial")
    assert mixed.message.startswith("pages 2, 3, 4, 5, 6 and 2 more are without text: ")
    assert "recogni" in mixed.message  # what text recognition found, or how to get it
    assert hole.message == "page 2 is unreadable; everything else was read."
    assert f"mixed.pdf: {mixed.message}" in [log.text for log in emit.of(events.Log)]


def test_blank_pages_are_told_and_no_failure(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    ingest(project_path, emit, simple(tmp_path / "a.pdf", BODY, "", f"Three. {BODY}"))
    document = documents(project_path)[0]
    assert (document.state, document.message) == ("read", "")
    assert [log.text for log in emit.of(events.Log)] == ["a.pdf: page 2 is blank"]
    with Project(project_path) as project:
        assert [page.state for page in store.pages(project, document.id)] == ["read", "scanned", "read"]


def test_remove(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    first, second = simple(tmp_path / "a.pdf", BODY), simple(tmp_path / "b.pdf", f"B. {BODY}")
    ingest(project_path, emit, first, second)
    kept = contents(project_path)[1:]
    with Project(project_path) as project:
        store.remove(project, store.documents(project)[0].id)
        assert project.value("SELECT count(*) FROM pages") == 1
    assert contents(project_path) == kept
    assert ingest(project_path, emit, first) == events.Finished()
    assert [document.name for document in documents(project_path)] == ["b.pdf", "a.pdf"]


def test_cancel_between_pages_keeps_whole_documents(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    paths = [simple(tmp_path / f"{number}.pdf", *[f"Part {number}. {BODY}"] * 5) for number in range(4)]
    cancel = jobs.Cancel()

    def stop_in_the_third(event: events.Event) -> None:
        emit(event)
        if isinstance(event, events.Progress) and event.done == 12:
            cancel.cancel()

    spec = {"project": project_path, "paths": [str(path) for path in paths]}
    jobs.run("ingest", spec, stop_in_the_third, cancel)
    assert emit[-1] == events.Cancelled()
    assert [document.name for document in documents(project_path)] == ["0.pdf", "1.pdf"]
    assert ingest(project_path, emit, *paths) == events.Finished()
    assert [document.pages for document in documents(project_path)] == [5, 5, 5, 5]


def test_killed_and_started_again_it_goes_on(tmp_path: Path, project_path: str, emit: Recorder) -> None:
    paths = [simple(tmp_path / f"{number}.pdf", *[f"Part {number}. {BODY}"] * 3) for number in range(12)]
    with Project.create(tmp_path / "whole.hone") as whole:
        whole_path = str(whole.path)
    ingest(whole_path, emit, *paths)
    code = (
        "import sys; from engine import events, jobs\n"
        "jobs.run('ingest', {'project': sys.argv[1], 'paths': sys.argv[2:]},\n"
        "         lambda e: print(events.encode(e), flush=True), jobs.Cancel())\n"
    )
    for stop_after in (1, 3):
        command = [sys.executable, "-c", code, project_path, *map(str, paths)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        shown = 0
        for line in child.stdout:
            shown += '"Artifact"' in line
            if shown == stop_after:
                os.kill(child.pid, signal.SIGKILL)
                break
        child.stdout.close()
        child.wait()
        assert len(documents(project_path)) >= stop_after
    assert ingest(project_path, emit, *paths) == events.Finished()
    assert contents(project_path) == contents(whole_path)


def test_the_spec_says_what_does_not_fit() -> None:
    with pytest.raises(HoneError, match="Chunk size"):
        IngestSpec(project="x", chunk_tokens=5)
    with pytest.raises(HoneError, match="overlap of the chunks is too large"):
        IngestSpec(project="x", chunk_tokens=64, chunk_overlap=40)
    spec = IngestSpec(project="x", paths=("a.pdf",), chunk_overlap=8)
    assert IngestSpec.from_json(spec.to_json()) == spec
