"""Generate: both kinds of writers from chunk to judged pair, stages, resuming, and the failures a person can cause."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import random
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any, cast

import pytest

from engine import events
from engine.errors import HoneError, JobCancelled
from engine.generate import GenerateSpec, write_pairs
from engine.jobs import Cancel
from engine.project import Project
from engine.project import documents as documents_of
from engine.project import pairs as stored
from engine.resources import starter_gguf
from engine.writers import starter as starter_module
from engine.writers.by_language import StarterByLanguage
from engine.writers.chat import ChatWriter
from engine.writers.forms import BASIC, STYLES
from engine.writers.opening import Wishes, open_writer
from tests.engine import papers
from tests.engine.gguf_files import rewritten
from tests.engine.scripted import ScriptedChatModel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine.retrieval import Index
    from engine.writers.base import Writer
    from tests.conftest import Recorder


@pytest.fixture
def project(project_path: str) -> Iterator[Project]:
    with Project(project_path) as opened:
        papers.add(opened, "manual.txt", papers.MANUAL)
        yield opened


@pytest.fixture(scope="module")
def starter() -> Iterator[Writer]:
    writer = open_writer("starter", Wishes())
    yield writer
    writer.close()


def scripted(**wishes: Any) -> ChatWriter:
    model = ScriptedChatModel(invents=wishes.pop("invents", False))
    return ChatWriter(model, name="scripted", **{"questions": 2, "wordings": 3, **wishes})


def run(project: Project, writer: Writer, emit: Any, cancel: Cancel | None = None, **options: Any) -> None:
    spec = GenerateSpec(project=str(project.path), **options)
    index = None if spec.stage == "ask" else papers.WordIndex(project)
    write_pairs(project, spec, writer, cast("Index | None", index), emit, cancel or Cancel())


def rows(project: Project) -> list[tuple[Any, ...]]:
    """Everything that generate decided, without row ids."""
    return [
        tuple(row)
        for row in project.rows(
            "SELECT chunk_id, position, wording, source, answer, evidence, evidence_page, evidence_start, evidence_end,"
            " style, question, pairs.state, reason, detail FROM facts JOIN pairs ON pairs.fact_id = facts.id"
            " ORDER BY chunk_id, position, wording"
        )
    ]


def test_starter_covers_the_document(project: Project, starter: Writer, emit: Recorder) -> None:
    run(project, starter, emit)
    accepted = stored.pairs(project, "accepted")
    assert "How much does the Brivolt 40 cost?" in {pair.question for pair in accepted}
    assert len({pair.fact_id for pair in accepted}) >= 8
    assert not stored.pairs(project, "asked")
    covered = stored.coverage(project)
    assert (covered.found, covered.asked) == (11, 11)
    assert covered.accepted >= 8
    artifact = emit.of(events.Artifact)[-1]
    assert artifact.kind == "pairs"
    assert artifact.data["accepted"] == len(accepted) == emit.of(events.Metric)[-2].value
    assert {event.stage for event in emit.of(events.Progress)} == {"ask", "answer"}
    assert emit.of(events.Progress)[-1].done == 11


def test_evidence_is_a_span_of_the_page(project: Project, starter: Writer, emit: Recorder) -> None:
    run(project, starter, emit)
    for fact in stored.facts(project):
        assert fact.evidence_document is not None
        assert fact.evidence_page is not None
        page = documents_of.page(project, fact.evidence_document, fact.evidence_page)
        assert page is not None
        assert page.text[fact.evidence_start : fact.evidence_end] == fact.evidence
        assert fact.answer == fact.evidence


def test_two_stages_with_edits_between(project: Project, starter: Writer, emit: Recorder) -> None:
    run(project, starter, emit, stage="ask")
    artifact = emit.of(events.Artifact)[-1]
    assert artifact.kind == "questions"
    path = project.path / "questions.jsonl"
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert lines[0]["question"] == "How much does the Brivolt 40 cost?"
    lines[0]["question"] = "What do I pay for the Brivolt 40?"
    removed = lines.pop()["pair"]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    run(project, starter, emit, stage="answer", questions=str(path))
    by_id = {pair.id: pair for pair in stored.pairs(project)}
    assert by_id[lines[0]["pair"]].question == "What do I pay for the Brivolt 40?"
    assert by_id[lines[0]["pair"]].state != "asked"
    assert by_id[removed].reason == "person"


def test_edited_file_that_does_not_fit(project: Project, starter: Writer, emit: Recorder, tmp_path: Path) -> None:
    run(project, starter, emit, stage="ask")
    for text, message in (('{"pair": 9999, "question": "x"}\n', "names a pair"), ("no json\n", "Line 1 of")):
        (tmp_path / "edited.jsonl").write_text(text)
        with pytest.raises(HoneError, match=message):
            run(project, starter, emit, stage="answer", questions=str(tmp_path / "edited.jsonl"))
    assert {pair.state for pair in stored.pairs(project)} == {"asked", "spare"}


def test_cancelled_and_resumed_equals_uninterrupted(
    project: Project, starter: Writer, emit: Recorder, tmp_path: Path
) -> None:
    with Project.create(tmp_path / "whole") as whole:
        papers.add(whole, "manual.txt", papers.MANUAL)
        run(whole, starter, emit)
        expected = rows(whole)
    for stop_after in (2, 5, 5, 5):
        cancel = Cancel()
        emitted = 0

        def count(event: events.Event, cancel: Cancel = cancel, limit: int = stop_after) -> None:
            nonlocal emitted
            emitted += isinstance(event, events.Progress)
            if emitted >= limit:
                cancel.cancel()

        with pytest.raises(JobCancelled):
            run(project, starter, count, cancel)
        assert project.value("SELECT state FROM generations") == "cancelled"
    run(project, starter, emit)
    assert rows(project) == expected
    assert project.value("SELECT count(*) FROM generations") == 1


CHILD = """
import sys
from engine import events
from engine.generate import GenerateSpec, write_pairs
from engine.jobs import Cancel
from engine.project import Project
from engine.writers.opening import Wishes, open_writer
from tests.engine import papers
with Project(sys.argv[1]) as project:
    def tell(event):
        print(events.encode(event), flush=True)
    write_pairs(project, GenerateSpec(project=sys.argv[1]), open_writer("starter", Wishes()),
                papers.WordIndex(project), tell, Cancel())
"""


def test_killed_and_resumed_equals_uninterrupted(
    project: Project, starter: Writer, emit: Recorder, tmp_path: Path
) -> None:
    """SIGKILL at random moments: what was told as done is there, and the end is the same as without."""
    with Project.create(tmp_path / "whole") as whole:
        papers.add(whole, "manual.txt", papers.MANUAL)
        run(whole, starter, emit)
        expected = rows(whole)
    chance = random.Random(7)
    killed = 0
    for _ in range(4):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(project.path)], stdout=subprocess.PIPE, text=True, env=os.environ
        )
        assert child.stdout is not None
        told = [child.stdout.readline() for _ in range(chance.randint(3, 14))]
        os.kill(child.pid, signal.SIGKILL)
        told += child.stdout.readlines()
        child.stdout.close()
        killed += child.wait() == -signal.SIGKILL
        last = [json.loads(line) for line in told if '"accepted"' in line and line.endswith("\n")]
        if last:
            judged = project.value("SELECT count(*) FROM pairs WHERE state IN ('accepted', 'rejected')")
            assert judged >= last[-1]["iteration"]
    assert killed >= 2
    run(project, starter, emit)
    assert rows(project) == expected


def test_new_document_is_asked_about_alone(project: Project, starter: Writer, emit: Recorder) -> None:
    run(project, starter, emit)
    before = rows(project)
    papers.add(project, "more.txt", (("The ladder of the tower is 9 metres long.", "The fuse box costs 77 euros."),))
    run(project, starter, emit)
    after = rows(project)
    assert after[: len(before)] == before
    assert len(after) > len(before)
    assert project.value("SELECT count(*) FROM generations") == 1


def test_changed_spec_asks_what_is_not_covered(project: Project, starter: Writer, emit: Recorder) -> None:
    run(project, starter, emit)
    covered = stored.coverage(project).accepted
    count = project.value("SELECT count(*) FROM facts")
    with contextlib.suppress(HoneError):  # nothing more may be accepted: that is said, and nothing is lost
        run(project, starter, emit, seed=5)
    assert project.value("SELECT count(*) FROM generations") == 2
    assert project.value("SELECT count(*) FROM facts") - count == 11 - covered
    assert stored.coverage(project).accepted >= covered


def test_sample_and_target(project: Project, starter: Writer, emit: Recorder) -> None:
    run(project, starter, emit, sample=1, seed=3)
    assert project.value("SELECT count(DISTINCT chunk_id) FROM facts") == 1
    run(project, starter, emit, target=2)
    assert "target" in emit.of(events.Log)[-1].text
    assert project.value("SELECT count(DISTINCT chunk_id) FROM facts WHERE generation_id = 2") < 3


def test_japanese_needs_another_writer(project: Project, starter: Writer, emit: Recorder) -> None:
    papers.add(project, "説明書.txt", (("この装置のフィルターは六十日ごとに交換します。",),), "ja")
    run(project, starter, emit)
    assert "Japanese" in emit.of(events.Log)[0].text
    assert {row[0] for row in project.rows("SELECT DISTINCT evidence_document FROM facts")} == {1}
    documents_of.remove(project, 1)
    with pytest.raises(HoneError, match="knows too little Japanese") as caught:
        run(project, starter, emit)
    assert "gguf" in caught.value.hint.lower()


def test_english_and_korean_documents_side_by_side(project: Project, starter: Writer, emit: Recorder) -> None:
    papers.add(project, "설명서.txt", papers.KOREAN, "ko")
    run(project, starter, emit)
    assert not [log for log in emit.of(events.Log) if log.level == "warning"]
    questions = {pair.question for pair in stored.pairs(project, "accepted")}
    assert {"How much does the Brivolt 40 cost?", "탱크의 용량은 몇 리터인가요?"} <= questions


def test_nothing_to_ask_about(project_path: str, starter: Writer, emit: Recorder) -> None:
    with Project(project_path) as empty:
        with pytest.raises(HoneError, match="nothing to ask about"):
            run(empty, starter, emit)
        papers.add(empty, "headings.txt", (("Contents", "Chapter 1", "Safety"),))
        with pytest.raises(HoneError, match="No question was asked"):
            run(empty, starter, emit)


def test_what_is_asked_for_already_is_not_called_missing(project: Project, starter: Writer, emit: Recorder) -> None:
    papers.add(project, "one.txt", (("The Brivolt 90 costs 350 euros.",),))
    documents_of.remove(project, 1)
    run(project, starter, emit)
    with pytest.raises(HoneError, match="Every fact is asked for already"):
        run(project, starter, emit, wordings=3)
    run(project, starter, emit)  # as before: nothing is left to do, and nothing is wrong


def test_chat_writer_from_chunk_to_pair(project: Project, emit: Recorder) -> None:
    run(project, scripted(), emit)
    accepted = stored.pairs(project, "accepted")
    questions = {pair.question for pair in accepted}
    assert "How much does the spare key cost?" in questions  # numbering stripped
    assert "What is the weight of the grinder?" in questions  # emphasis stripped
    assert "Please tell me: What is the weight of the grinder?" in questions
    answers = {pair.question: pair.answer for pair in accepted}
    assert answers["How much does the spare key cost?"] == "The spare key costs 12 euros."
    reasons = set(stored.counts(project)["rejected"])
    assert "where_to_find" in reasons
    for fact in stored.facts(project):
        if fact.evidence_page is not None and fact.evidence_document is not None:
            page = documents_of.page(project, fact.evidence_document, fact.evidence_page)
            assert page is not None
            assert page.text[fact.evidence_start : fact.evidence_end] == fact.evidence
    assert stored.coverage(project).accepted >= 3


def test_chat_writer_that_invents_is_a_failure(project: Project, emit: Recorder) -> None:
    with pytest.raises(HoneError, match="No pair was accepted") as caught:
        run(project, scripted(invents=True), emit)
    assert "Numbers or names" in caught.value.hint
    assert project.value("SELECT state FROM generations") == "failed"
    assert stored.counts(project)["accepted"] == 0


def test_model_that_writes_nonsense_is_a_failure(project: Project, emit: Recorder, tmp_path: Path) -> None:
    """The starter cannot follow instructions: held to JSON by grammar, its words are rejected one by one."""
    path = rewritten(starter_gguf(), tmp_path / "long.gguf", {"llama.context_length": 4096})
    writer = open_writer(path, Wishes(questions=2, wordings=2, max_tokens=300), as_chat=True)
    try:
        with pytest.raises(HoneError, match="No pair was accepted") as caught:
            run(project, writer, emit, wordings=2, sample=2)
    finally:
        writer.close()
    assert caught.value.hint.startswith("Rejected: ")
    asked = [pair.question for pair in stored.pairs(project)]
    assert len(asked) >= 4
    assert any(asked)  # it wrote something in the right form


def test_starter_that_knows_styles(
    project: Project, starter: Writer, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the switch on, every style is asked for; what a starter of bare sentences makes of it is judged as ever."""
    monkeypatch.setattr(starter_module, "KNOWS_STYLES", not starter_module.KNOWS_STYLES)
    run(project, starter, emit, stage="ask", sample=1)
    styles = {pair.style.removesuffix("again").strip() for pair in stored.pairs(project)}
    expected = set(STYLES) if starter_module.KNOWS_STYLES else {starter_module.BARE, BASIC}
    assert styles
    assert styles <= expected


def test_starter_says_that_it_ignores_a_topic(project: Project, starter: Writer, emit: Recorder) -> None:
    run(project, starter, emit, topic="prices", sample=1)
    assert "no topic" in emit.of(events.Log)[0].text


TABLE = ("| Screw | Torque (Nm) |", "| --- | --- |", "| M8 | 25 |", "| M10 | 50 |", "The lever weighs 3 kilograms.")


def test_tables_are_asked_beside_sentences(project_path: str, starter: Writer, emit: Recorder, tmp_path: Path) -> None:
    with Project.create(tmp_path / "whole") as whole:
        papers.add(whole, "manual.txt", (TABLE,))
        run(whole, starter, emit)
        expected = rows(whole)
        found = {pair.question: pair.answer for pair in stored.pairs(whole, "accepted")}
        assert found["What is the torque of screw M8?"] == "The torque of screw M8 is 25 Nm."
        assert found["How much does the lever weigh?"] == "The lever weighs 3 kilograms."
        kinds = stored.kinds(whole)
        assert (kinds["fact"] > 8, kinds["comparison"] > 0) == (True, True)
        assert emit.of(events.Artifact)[-1].data["kinds"] == kinds
        covered = stored.coverage(whole)
        assert (covered.found, covered.asked) == (3, 3)
        assert covered.accepted == 3
        assert {row[0] for row in whole.rows("SELECT DISTINCT writer FROM facts")} == {"rules", starter.name}
    with Project(project_path) as project:
        papers.add(project, "manual.txt", (TABLE,))
        run(project, starter, emit, stage="ask")
        cancel = Cancel()
        cancel.cancel()
        with pytest.raises(JobCancelled):
            run(project, starter, emit, cancel, stage="answer")
        run(project, starter, emit, stage="answer")
        assert rows(project) == expected


def test_only_the_wanted_kinds(project_path: str, emit: Recorder) -> None:
    with (
        Project(project_path) as project,
        contextlib.closing(open_writer("starter", Wishes(kinds=("comparison",)))) as starter,
    ):
        papers.add(project, "manual.txt", (TABLE,))
        run(project, starter, emit, kinds="comparison")
        assert set(stored.kinds(project)) == {"comparison"}
        with pytest.raises(HoneError, match="no kind of question"):
            run(project, starter, emit, kinds="riddle")


class Fickle:
    """A starter whose first pick for each fact is always another sentence: what it asks first is ambiguous."""

    def __init__(self, writer: Writer) -> None:
        assert isinstance(writer, StarterByLanguage)
        self._batcher = writer.model._batcher  # type: ignore[attr-defined]
        self._stream = self._batcher.stream

    def __enter__(self) -> None:
        rounds = 0

        def stream(requests: Any, check: Any) -> Any:
            nonlocal rounds
            rounds += 1
            for number, completion in self._stream(requests, check):
                is_first = rounds % 2 == 1
                yield number, dataclasses.replace(completion, text="Another.") if is_first else completion

        self._batcher.stream = stream

    def __exit__(self, *_: object) -> None:
        self._batcher.stream = self._stream


def test_ambiguous_questions_are_asked_in_other_words(project_path: str, starter: Writer, emit: Recorder) -> None:
    with Project(project_path) as project:
        papers.add(project, "manual.txt", (("The maximum pressure of the boiler is 6 bar.",),))
        run(project, starter, emit, stage="ask")
        with Fickle(starter):
            run(project, starter, emit, stage="answer")
        asked = [pair for pair in stored.pairs(project) if not pair.style.endswith(stored.SPARE)]
        spares = [pair for pair in stored.pairs(project) if pair.style.endswith(stored.SPARE)]
    assert {pair.reason for pair in asked} == {"ambiguous"}
    assert 1 <= [pair.state for pair in spares].count("accepted") <= len(asked)
