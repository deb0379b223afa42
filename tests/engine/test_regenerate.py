"""Regenerate: a pair gets a new text through the checks, or stays as it was; the old text is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from engine import events
from engine.cli import main
from engine.errors import HoneError
from engine.index import IndexSpec, index
from engine.jobs import Cancel
from engine.project import Project, changes, review
from engine.project import pairs as stored
from engine.project.review import Filter
from engine.regenerate import RegenerateSpec, regenerate, rewrite
from engine.writers.opening import Wishes, open_writer
from tests.engine import papers
from tests.engine.test_generate import run, scripted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.retrieval import Index
    from engine.writers.base import Writer
    from tests.conftest import Recorder

PAGE = papers.MANUAL[2:]


@pytest.fixture
def project(project_path: str) -> Iterator[Project]:
    with Project(project_path) as opened:
        papers.add(opened, "parts.txt", PAGE)
        yield opened


def again(project: Project, pair: int, writer: Writer, emit: Any) -> None:
    words = cast("Index", papers.WordIndex(project))
    rewrite(project, review.get(project, pair), writer, words, emit, Cancel())


def dump(project: Project) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in project.rows("SELECT * FROM pairs ORDER BY id")]


def test_starter_says_it_in_other_words(project: Project, emit: Recorder) -> None:
    """By the job as the command line runs it: its own writer, the real index."""
    index(IndexSpec(project=str(project.path)), emit, Cancel())
    assert main(["generate", str(project.path), "--wordings", "1"]) == 0
    pair = review.find(project, Filter(state="accepted", text="spare key"))[0]
    before = dump(project)
    seen = {pair.question}
    for _ in range(2):
        assert main(["regenerate", str(project.path), str(pair.id)]) == 0
        new = review.get(project, pair.id)
        assert new.question not in seen
        assert (new.answer, new.state, new.fact_id) == (pair.answer, "accepted", pair.fact_id)
        seen.add(new.question)
    assert [entry.before["question"] for entry in changes.history(project, pair.id)][0] == pair.question
    changes.undo(project)
    changes.undo(project)
    assert dump(project) == before


def test_rejected_pair_gets_a_text_that_is_accepted(project: Project, emit: Recorder) -> None:
    writer = open_writer("starter", Wishes(wordings=1))
    try:
        run(project, writer, emit, wordings=1)
        pair = review.find(project, Filter(state="accepted"))[0]
        review.reject(project, [pair.id])
        more = open_writer("starter", Wishes(wordings=12, seed=1))
        try:
            again(project, pair.id, more, emit)
        finally:
            more.close()
    finally:
        writer.close()
    new = review.get(project, pair.id)
    assert (new.state, new.reason, new.by_hand) == ("accepted", "", False)
    assert emit.of(events.Artifact)[-1].data == {"pair": pair.id, "question": new.question}


def test_another_answer_leaves_the_other_wordings_alone(project: Project, emit: Recorder) -> None:
    run(project, scripted(), emit)
    first, second, *_ = review.find(project, Filter(state="accepted", text="grinder"))
    assert first.fact_id == second.fact_id
    covered = stored.coverage(project).accepted
    with project.transaction() as db:  # what was asked about the key was never asked
        db.execute("DELETE FROM facts WHERE answer LIKE '%12 euros%'")
    again(project, second.id, scripted(wordings=1), emit)
    new = review.get(project, second.id)
    assert new.question == "How much does the spare key cost?"
    assert (new.answer, new.state) == ("The spare key costs 12 euros.", "accepted")
    assert new.fact_id != first.fact_id
    assert review.get(project, first.id) == first
    assert stored.coverage(project).accepted == covered
    changes.undo(project)
    assert review.get(project, second.id) == second
    changes.redo(project)
    assert review.get(project, second.id) == new


def test_nothing_better_leaves_the_pair_as_it_was(project: Project, emit: Recorder) -> None:
    run(project, scripted(), emit)
    pair = review.find(project, Filter(state="accepted", text="grinder"))[0]
    before = dump(project)
    with pytest.raises(HoneError, match="No better text") as caught:
        again(project, pair.id, scripted(invents=True), emit)
    assert f"edit {pair.id}" in caught.value.hint
    assert dump(project) == before
    assert not changes.operations(project)


def test_what_cannot_be_asked_again(project: Project, emit: Recorder) -> None:
    with project.transaction() as db:
        fact = db.execute("INSERT INTO facts (origin, answer) VALUES ('imported', 'a')").lastrowid
        db.execute("INSERT INTO pairs (fact_id, wording, question, state) VALUES (?, 0, 'q?', 'accepted')", (fact,))
    (pair,) = review.find(project)
    with pytest.raises(HoneError, match="not made of a document"):
        again(project, pair.id, scripted(), emit)
    with pytest.raises(HoneError, match="no pair 99"):
        regenerate(RegenerateSpec(project=str(project.path), pair=99), emit, Cancel())
