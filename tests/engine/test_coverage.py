"""The coverage map, and generating only where it has gaps."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any, cast

import pytest

from engine import events
from engine.cli import main
from engine.errors import HoneError, JobCancelled
from engine.generate import GenerateSpec, write_pairs
from engine.jobs import Cancel
from engine.project import Project, review
from engine.project import pairs as stored
from engine.project.coverage import coverage_map
from engine.project.review import Filter
from engine.writers.opening import open_writer
from engine.writers.wanted import continued, wishes
from tests.engine import papers
from tests.engine.test_generate import run, scripted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.retrieval import Index
    from tests.conftest import Recorder


@pytest.fixture
def project(project_path: str) -> Iterator[Project]:
    with Project(project_path) as opened:
        papers.add(opened, "manual.txt", papers.MANUAL)
        with opened.transaction() as db:
            for chunk, path in ((1, ["Care"]), (2, ["Care", "Safety"]), (3, ["Parts"])):
                db.execute("UPDATE chunks SET section = ? WHERE id = ?", (json.dumps(path), chunk))
        yield opened


def fill(project: Project, emit: Any, cancel: Cancel | None = None, **options: Any) -> GenerateSpec:
    """One round over the gaps with the starter."""
    spec = continued(project, GenerateSpec(project=str(project.path), gaps=True, **options))
    writer = open_writer(spec.writer, wishes(project, spec))
    try:
        write_pairs(project, spec, writer, cast("Index", papers.WordIndex(project)), emit, cancel or Cancel())
    finally:
        writer.close()
    return spec


def test_map_before_and_after_generating(project: Project, emit: Recorder) -> None:
    (before,) = coverage_map(project)
    assert {page.found for page in before.pages} == {None}
    assert {part.found for part in before.sections} == {None}
    run(project, scripted(), emit)
    (after,) = coverage_map(project)
    assert [page.found for page in after.pages] == [4, 4, 3]
    assert [part.path for part in after.sections] == [("Care",), ("Care", "Safety"), ("Parts",)]
    assert sum(page.accepted for page in after.pages) == review.count(project, Filter(state="accepted"))
    assert sum(part.accepted for part in after.sections) == review.count(project, Filter(state="accepted"))
    assert sum(part.covered for part in after.sections) == stored.coverage(project).accepted
    assert not any(part.gaps for part in after.sections)
    assert not any(page.gap for page in after.pages)
    review.reject(project, Filter(page=2))
    (after,) = coverage_map(project)
    assert [page.gap for page in after.pages] == [False, True, False]
    assert [part.gaps for part in after.sections] == [0, 1, 0]


def test_only_gaps_are_asked_about(project: Project, emit: Recorder) -> None:
    run(project, scripted(), emit)
    review.reject(project, Filter(page=2))
    kept = [tuple(row) for row in project.rows("SELECT * FROM pairs ORDER BY id")]
    spec = fill(project, emit)
    assert spec.seed == 1
    new = stored.facts(project, 2)
    assert {fact.chunk_id for fact in new} == {2}
    assert len(new) == 4
    assert [tuple(row) for row in project.rows("SELECT * FROM pairs ORDER BY id")][: len(kept)] == kept
    data = emit.of(events.Artifact)[-1].data
    assert (data["gaps_found"], data["gaps_filled"]) == (1, 1)
    assert "1 of 1 gaps" in emit.of(events.Log)[-1].text
    fill(project, emit)
    assert "no gaps" in emit.of(events.Log)[-1].text
    assert project.value("SELECT count(*) FROM generations") == 2


def test_what_failed_is_asked_in_other_words(project: Project, emit: Recorder) -> None:
    """Every pair is taken out by hand: the next rounds say nothing again that was said before."""
    with project.transaction() as db:
        db.execute("DELETE FROM chunks WHERE id != 3")
    fill(project, emit)
    for round_ in (2, 3):
        review.reject(project, Filter(state="accepted"))
        earlier = {pair.question for pair in stored.pairs(project)}
        with contextlib.suppress(HoneError):  # in the end there are no other words
            fill(project, emit)
        assert project.value("SELECT count(*) FROM generations") == round_
        accepted = {pair.question for pair in stored.pairs(project, "accepted")}
        assert not accepted & earlier
        if round_ == 2:
            assert accepted
    seeds = [GenerateSpec.from_json(known.spec).seed for known in stored.generations(project)]
    assert seeds == [0, 1, 2]


def test_interrupted_round_goes_on(project: Project, emit: Recorder) -> None:
    run(project, scripted(), emit)
    review.reject(project, Filter(state="accepted"))
    cancel = Cancel()

    def stop(event: events.Event) -> None:
        if isinstance(event, events.Metric):
            cancel.cancel()

    with pytest.raises(JobCancelled):
        fill(project, stop, cancel)
    assert stored.pairs(project, "accepted")
    fill(project, emit)
    assert project.value("SELECT count(*) FROM generations") == 2
    assert emit.of(events.Artifact)[-1].data["gaps_found"] == 3
    assert not any(part.gaps for document in coverage_map(project) for part in document.sections)


def test_page_without_pairs_in_a_chunk_that_has_some(project_path: str, emit: Recorder) -> None:
    with Project(project_path) as project:
        papers.add(project, "manual.txt", papers.MANUAL[:2])
        first, second = ("\n".join(page) for page in papers.MANUAL[:2])
        with project.transaction() as db:  # one chunk over both pages
            db.execute("DELETE FROM chunks WHERE id = 2")
            db.execute(
                "UPDATE chunks SET last_page = 2, end = ?, text = ? WHERE id = 1", (len(second), f"{first}\n{second}")
            )
        fill(project, emit)
        review.reject(project, Filter(page=2))
        fill(project, emit)
        assert {fact.evidence_page for fact in stored.facts(project, 2)} == {2}
        assert emit.of(events.Artifact)[-1].data["gaps_found"] == 1


def test_a_writer_that_is_not_there(project: Project, emit: Recorder) -> None:
    with pytest.raises(HoneError, match="cannot be read"):
        fill(project, emit, writer="nowhere.gguf")


def test_map_at_the_terminal(project: Project, emit: Recorder, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(project.path)
    assert main(["coverage", path]) == 0
    assert "not asked about yet" in capsys.readouterr().out
    run(project, scripted(), emit)
    review.reject(project, Filter(page=2))
    assert main(["coverage", path]) == 0
    shown = capsys.readouterr().out
    for text in ("manual.txt", "Care", "    Safety", "Parts", "1 gap ", "No accepted pair on page 2", "--gaps"):
        assert text in shown
    assert main(["coverage", path, "--json"]) == 0
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert [page["gap"] for page in document["pages"]] == [False, True, False]
    assert [part["gaps"] for part in document["sections"]] == [0, 1, 0]


def test_map_of_an_empty_project(project_path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", project_path]) == 0
    assert "no documents yet" in capsys.readouterr().out
