"""Datasets: facts trained and wordings held out, plain row splits, and equal bytes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.build import DatasetSpec, build
from engine.dataset.split import TEST, TRAIN, UNSEEN, VALID, Member, by_rows, by_wordings
from engine.errors import HoneError
from engine.events import Artifact, Log
from engine.jobs import Cancel
from engine.project import Project, datasets

if TYPE_CHECKING:
    from tests.conftest import Recorder


def fill(path: str, facts: int, wordings: int, chunks: int = 4) -> None:
    with Project(path) as project, project.transaction() as db:
        db.execute(
            "INSERT INTO documents (id, sha256, name, source, kind, state) VALUES (1, 'x', 'a.md', '', 'text', 'read')"
        )
        for chunk in range(chunks):
            db.execute(
                "INSERT INTO chunks (id, document_id, position, first_page, start, last_page, end, text, tokens) "
                "VALUES (?, 1, ?, 1, 0, 1, 5, 'text.', 2)",
                (chunk + 1, chunk),
            )
        for fact in range(facts):
            answer = f"The part {fact} weighs {fact} kg."
            db.execute(
                "INSERT INTO facts (id, chunk_id, position, origin, answer, evidence, evidence_document, evidence_page)"
                " VALUES (?, ?, ?, 'generated', ?, ?, 1, 1)",
                (fact + 1, fact % chunks + 1, fact, answer, answer),
            )
            for wording in range(wordings):
                db.execute(
                    "INSERT INTO pairs (fact_id, wording, question, state) VALUES (?, ?, ?, 'accepted')",
                    (fact + 1, wording, f"Wording {wording}: how heavy is part {fact}?"),
                )


def rows_of(path: str) -> list[datasets.Row]:
    with Project(path) as project:
        return datasets.rows(project, datasets.latest(project).id)


def test_every_fact_is_trained_and_other_wordings_are_held_out(project_path: str, emit: Recorder) -> None:
    fill(project_path, facts=25, wordings=4)
    build(DatasetSpec(project=project_path), emit, Cancel())
    rows = rows_of(project_path)
    assert Counter(row.split for row in rows) == {"train": 80, "valid": 10, "test": 10}
    assert {row.fact_id for row in rows if row.split == "train"} == set(range(1, 26))
    assert {row.question for row in rows if row.split == "train"}.isdisjoint(
        row.question for row in rows if row.split != "train"
    )
    assert emit.of(Artifact)[0].data["train"] == 80


def test_files_hold_chat_rows_and_where_they_come_from(project_path: str, emit: Recorder) -> None:
    fill(project_path, facts=10, wordings=3)
    build(DatasetSpec(project=project_path, system="Be brief."), emit, Cancel())
    folder = Path(emit.of(Artifact)[0].path)
    origins = [json.loads(line) for line in (folder / "rows.jsonl").read_text().splitlines()]
    assert len(origins) == 30
    for origin in origins:
        row = json.loads((folder / f"{origin['split']}.jsonl").read_text().splitlines()[origin["line"] - 1])
        assert [turn["role"] for turn in row["messages"]] == ["system", "user", "assistant"]
        assert row["messages"][2]["content"] == origin["evidence"]
        assert origin["document"] == "a.md"
        assert origin["page"] == 1


def test_unseen_chunks_are_wholly_apart(project_path: str, emit: Recorder) -> None:
    fill(project_path, facts=40, wordings=4, chunks=8)
    build(DatasetSpec(project=project_path, unseen=0.25), emit, Cancel())
    rows = rows_of(project_path)
    unseen = {row.fact_id for row in rows if row.split == "unseen"}
    assert len(unseen) == 10
    assert unseen.isdisjoint(row.fact_id for row in rows if row.split != "unseen")


def test_the_same_pairs_give_the_same_dataset(project_path: str, emit: Recorder) -> None:
    fill(project_path, facts=12, wordings=3)
    build(DatasetSpec(project=project_path), emit, Cancel())
    build(DatasetSpec(project=project_path), emit, Cancel())
    assert len({artifact.path for artifact in emit.of(Artifact)}) == 1
    build(DatasetSpec(project=project_path, seed=1), emit, Cancel())
    first, _, other = (Path(artifact.path) for artifact in emit.of(Artifact))
    assert first != other
    assert (first / "test.jsonl").read_bytes() != (other / "test.jsonl").read_bytes()


def test_one_wording_each_is_split_by_rows(project_path: str, emit: Recorder) -> None:
    fill(project_path, facts=100, wordings=1)
    build(DatasetSpec(project=project_path, valid=0.05, test=0.1), emit, Cancel())
    assert Counter(row.split for row in rows_of(project_path)) == {"train": 85, "valid": 5, "test": 10}


def test_unseen_needs_facts_and_wordings(project_path: str, emit: Recorder) -> None:
    fill(project_path, facts=20, wordings=1)
    build(DatasetSpec(project=project_path, unseen=0.2), emit, Cancel())
    assert "--unseen is left aside" in emit.of(Log)[-1].text
    with Project(project_path) as project, project.transaction() as db:
        db.execute("UPDATE facts SET chunk_id = 1")
        db.execute("INSERT INTO pairs (fact_id, wording, question, state) VALUES (1, 1, 'And how?', 'accepted')")
    with pytest.raises(HoneError, match="too few pairs for .*unseen"):
        build(DatasetSpec(project=project_path, unseen=0.2), emit, Cancel())


@pytest.mark.parametrize(("facts", "wordings", "split"), [(0, 0, "auto"), (2, 1, "auto"), (20, 1, "wordings")])
def test_too_few_pairs_is_a_failure_that_says_what_to_do(
    project_path: str, emit: Recorder, facts: int, wordings: int, split: str
) -> None:
    fill(project_path, facts, wordings)
    with pytest.raises(HoneError, match="too few") as failure:
        build(DatasetSpec(project=project_path, split=split), emit, Cancel())
    assert "generate" in failure.value.hint
    assert not (Path(project_path) / "datasets").exists()


members = st.lists(
    st.tuples(st.integers(1, 12), st.integers(1, 4), st.integers(0, 6)), min_size=1, max_size=60, unique_by=lambda t: t
).map(
    lambda rows: [
        Member(i, fact, chunk, i, f"question {kind} about {fact}?") for i, (fact, chunk, kind) in enumerate(rows)
    ]
)


@given(members, st.floats(0, 0.4), st.floats(0, 0.4), st.floats(0, 0.5), st.integers(0, 5))
def test_by_wordings_never_leaks(found: list[Member], valid: float, test: float, unseen: float, seed: int) -> None:
    split = by_wordings(found, valid=valid, test=test, unseen=unseen, seed=seed)
    assert set(split) == {member.pair_id for member in found}
    trained = {member.fact_id for member in found if split[member.pair_id] == TRAIN}
    words = {member.question for member in found if split[member.pair_id] == TRAIN}
    apart = {member.chunk_id for member in found if split[member.pair_id] == UNSEEN}
    for member in found:
        if split[member.pair_id] in (VALID, TEST):
            assert member.fact_id in trained
            assert member.question not in words
        assert split[member.pair_id] != UNSEEN or (member.fact_id not in trained and member.question not in words)
    assert not apart or apart != {member.chunk_id for member in found}


@given(st.integers(1, 300), st.sampled_from([(0.1, 0.1), (0.0, 0.2), (0.05, 0.1)]), st.integers(0, 5))
def test_by_rows_keeps_the_ratios(count: int, shares: tuple[float, float], seed: int) -> None:
    valid, test = shares
    split = by_rows([Member(i, i, None, 0, f"q {i}") for i in range(count)], valid=valid, test=test, seed=seed)
    counted = Counter(split.values())
    assert counted[TEST] == max(round(test * count), 1)
    assert counted[VALID] == min(max(round(valid * count), 1 if valid else 0), count - counted[TEST])
    assert sum(counted.values()) == count


def test_a_row_asked_like_a_trained_one_is_no_test() -> None:
    found = [
        Member(i, i, None, 0, f"How heavy is part {i % 20}?".swapcase() if i % 2 else f"how heavy is part {i % 20}")
        for i in range(60)
    ]
    split = by_rows(found, valid=0.2, test=0.2, seed=3)
    trained = {member.question.lower().rstrip("?") for member in found if split[member.pair_id] == TRAIN}
    held = {member.question.lower().rstrip("?") for member in found if split[member.pair_id] != TRAIN}
    assert trained.isdisjoint(held)
    assert len(trained | held) == 20


def test_imported_rows_do_not_press_out_the_wordings_of_facts() -> None:
    facts = [Member(i, i // 4, 1 + i // 40, i % 4, f"Wording {i % 4} of fact {i // 4}?") for i in range(80)]
    imported = [Member(1000 + i, 1000 + i, None, 0, f"Do task {i}.") for i in range(900)]
    split = by_wordings([*facts, *imported], valid=0.1, test=0.1, unseen=0, seed=0)
    assert Counter(split[member.pair_id] for member in facts) == {"train": 64, "valid": 8, "test": 8}
    assert {split[member.pair_id] for member in imported} == {"train"}


def test_a_fact_that_is_told_elsewhere_is_not_unseen() -> None:
    """Both chunks say the same of the first fact; only what stands in one chunk alone can be unseen."""
    found = [
        Member(1, 1, 1, 0, "How heavy is it?", "It weighs 3 kg."),
        Member(2, 2, 2, 0, "What is its weight?", "It weighs 3 kg."),
        Member(3, 3, 1, 0, "Who makes it?", "Nordvind."),
        Member(4, 4, 2, 0, "Where is it made?", "In Bergen."),
    ]
    for seed in range(4):
        split = by_wordings(found, valid=0, test=0, unseen=0.5, seed=seed)
        assert split[1] == split[2] == TRAIN
        assert sorted((split[3], split[4])) == [TRAIN, UNSEEN]
