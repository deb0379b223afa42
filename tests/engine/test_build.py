"""Datasets: facts trained and wordings held out, plain row splits, and equal bytes."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.build import DatasetSpec, build
from engine.cli import main
from engine.dataset import leaks, words
from engine.dataset.alike import Known, alike, clusters
from engine.dataset.replay import replay_rows
from engine.dataset.sections import Sections
from engine.dataset.split import TEST, TRAIN, UNSEEN, VALID, Member, by_rows, by_wordings
from engine.errors import HoneError
from engine.events import Artifact, Log
from engine.jobs import Cancel
from engine.project import Project, datasets, documents

if TYPE_CHECKING:
    from tests.conftest import Recorder


WORDINGS = (
    "How heavy is part {}?",
    "What does part {} weigh?",
    "Tell me how many kilograms part {} has.",
    "I would like to know the weight of part {}.",
)


def fill(path: str, facts: int, wordings: int, chunks: int = 4) -> None:
    with Project(path) as project, project.transaction() as db:
        db.execute(
            "INSERT INTO documents (id, sha256, name, source, kind, state) VALUES (1, 'x', 'a.md', '', 'text', 'read')"
        )
        for chunk in range(chunks):
            db.execute(
                "INSERT INTO chunks (id, document_id, position, first_page, start, last_page, end, text, tokens) "
                "VALUES (?, 1, ?, 1, ?, 1, ?, 'text.', 2)",
                (chunk + 1, chunk, 10 * chunk, 10 * chunk + 9),
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
                    (fact + 1, wording, WORDINGS[wording].format(fact)),
                )


def rows_of(path: str) -> list[datasets.Row]:
    with Project(path) as project:
        return datasets.rows(project, datasets.latest(project).id)


def test_every_fact_is_trained_and_other_wordings_are_held_out(project_path: str, emit: Recorder) -> None:
    fill(project_path, facts=25, wordings=4)
    build(DatasetSpec(project=project_path), emit, Cancel())
    rows = rows_of(project_path)
    assert Counter(row.split for row in rows) == {"train": 70, "valid": 10, "test": 20}
    assert {row.fact_id for row in rows if row.split == "train"} == set(range(1, 26))
    assert {row.question for row in rows if row.split == "train"}.isdisjoint(
        row.question for row in rows if row.split != "train"
    )
    assert emit.of(Artifact)[0].data["train"] == 70


@pytest.mark.parametrize(("facts", "share", "test"), [(10, None, 10), (25, None, 20), (60, None, 24), (25, 0.05, 5)])
def test_a_small_dataset_still_makes_an_exam(
    project_path: str, emit: Recorder, facts: int, share: float | None, test: int
) -> None:
    fill(project_path, facts=facts, wordings=4)
    build(DatasetSpec(project=project_path, test=share), emit, Cancel())
    assert Counter(row.split for row in rows_of(project_path))["test"] == test


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
        Member(i, fact + 12 * chunk, frozenset({chunk}), i, f"question {kind} about {fact}?")
        for i, (fact, chunk, kind) in enumerate(rows)
    ]
)


@given(members, st.floats(0, 0.4), st.floats(0, 0.4), st.floats(0, 0.5), st.integers(0, 5))
def test_by_wordings_never_leaks(found: list[Member], valid: float, test: float, unseen: float, seed: int) -> None:
    split = by_wordings(found, valid=valid, test=test, unseen=unseen, seed=seed)
    assert len(split) == len(found) or unseen > 0  # told twice, and held out once: in neither
    found = [member for member in found if member.pair_id in split]
    trained = {member.fact_id for member in found if split[member.pair_id] == TRAIN}
    assert leaks.leaks(found, split) == []
    words = {member.question for member in found if split[member.pair_id] == TRAIN}
    apart = {member.units for member in found if split[member.pair_id] == UNSEEN}
    for member in found:
        if split[member.pair_id] in (VALID, TEST):
            assert member.fact_id in trained
            assert member.question not in words
        assert split[member.pair_id] != UNSEEN or (member.fact_id not in trained and member.question not in words)
    assert not apart or apart != {member.units for member in found}


@given(st.integers(1, 300), st.sampled_from([(0.1, 0.1), (0.0, 0.2), (0.05, 0.1)]), st.integers(0, 5))
def test_by_rows_keeps_the_ratios(count: int, shares: tuple[float, float], seed: int) -> None:
    valid, test = shares
    split = by_rows([Member(i, i, frozenset(), 0, f"q {i}") for i in range(count)], valid=valid, test=test, seed=seed)
    counted = Counter(split.values())
    assert counted[TEST] == max(round(test * count), 1)
    assert counted[VALID] == min(max(round(valid * count), 1 if valid else 0), count - counted[TEST])
    assert sum(counted.values()) == count


def test_a_row_asked_like_a_trained_one_is_no_test() -> None:
    found = [
        Member(
            i, i, frozenset(), 0, f"How heavy is part {i % 20}?".swapcase() if i % 2 else f"how heavy is part {i % 20}"
        )
        for i in range(60)
    ]
    split = by_rows(found, valid=0.2, test=0.2, seed=3)
    trained = {member.question.lower().rstrip("?") for member in found if split[member.pair_id] == TRAIN}
    held = {member.question.lower().rstrip("?") for member in found if split[member.pair_id] != TRAIN}
    assert trained.isdisjoint(held)
    assert len(trained | held) == 20


def test_rows_alike_do_not_move_the_shares() -> None:
    found = [Member(i, i, frozenset(), 0, f"Convert {i // 3 if i < 90 else i} metres to feet.") for i in range(200)]
    split = by_rows(found, valid=0.05, test=0.1, seed=1)
    assert Counter(split.values()) == {TRAIN: 170, TEST: 20, VALID: 10}
    trained = {member.question for member in found if split[member.pair_id] == TRAIN}
    assert trained.isdisjoint(member.question for member in found if split[member.pair_id] != TRAIN)


def test_imported_rows_do_not_press_out_the_wordings_of_facts() -> None:
    facts = [Member(i, i // 4, frozenset({1 + i // 40}), i % 4, f"{WORDINGS[i % 4].format(i // 4)}") for i in range(80)]
    imported = [Member(1000 + i, 1000 + i, frozenset(), 0, f"Do task {i}.") for i in range(900)]
    split = by_wordings([*facts, *imported], valid=0.1, test=0.1, unseen=0, seed=0)
    assert Counter(split[member.pair_id] for member in facts) == {"train": 64, "valid": 8, "test": 8}
    assert {split[member.pair_id] for member in imported} == {"train"}


def test_a_fact_that_is_told_elsewhere_is_not_unseen() -> None:
    """Both chunks say the same of the first fact; only what stands in one chunk alone can be unseen."""
    found = [
        Member(1, 1, frozenset({1}), 0, "How heavy is it?", "It weighs 3 kg."),
        Member(2, 2, frozenset({2}), 0, "What is its weight?", "It weighs 3 kg."),
        Member(3, 3, frozenset({1}), 0, "Who makes it?", "Nordvind."),
        Member(4, 4, frozenset({2}), 0, "Where is it made?", "In Bergen."),
    ]
    for seed in range(4):
        split = by_wordings(found, valid=0, test=0, unseen=0.5, seed=seed)
        assert sorted((split[3], split[4])) == [TRAIN, UNSEEN]
        seen, elsewhere = (1, 2) if split[3] == TRAIN else (2, 1)
        assert split[seen] == TRAIN
        assert elsewhere not in split


_WORDS = st.lists(st.sampled_from(["the", "a", "pump", "filter", "is", "of"]), min_size=1, max_size=9).map(" ".join)


@given(st.lists(st.tuples(st.integers(1, 3), _WORDS), max_size=12))
def test_what_is_asked_in_nearly_the_same_words_is_one_cluster(questions: list[tuple[int, str]]) -> None:
    found = clusters(questions)
    for (fact, question), cluster in zip(questions, found, strict=True):
        for (other, another), at in zip(questions, found, strict=True):
            near = alike(words.tokens(question), words.tokens(another))
            comparable = fact == other or words.content(question) == words.content(another)
            assert not (near and comparable) or cluster == at


def test_questions_about_different_things_are_not_alike() -> None:
    one = "How often must the air filter of the large pump in the cellar be cleaned by hand?"
    known = Known([one])
    assert known.has(one.replace("must", "should"))
    assert not known.has(one.replace("air", "oil"))
    assert not known.has("")
    assert clusters([(1, one), (2, one.replace("air", "oil")), (1, one.replace("by", "with")), (3, one)]) == [
        0,
        1,
        0,
        0,
    ]


def test_no_held_out_wording_is_nearly_a_trained_one() -> None:
    near = ("How long does the battery last?", "How long does the battery last then?", "What is the battery life?")
    for seed in range(8):
        found = [Member(i, 1, frozenset({1}), i, question) for i, question in enumerate(near)]
        split = by_wordings(found, valid=0, test=0.4, unseen=0, seed=seed)
        assert split == {0: TRAIN, 1: TRAIN, 2: TEST}


def test_the_report_names_every_kind_of_leak() -> None:
    found = [
        Member(1, 1, frozenset({1}), 0, "How heavy is the pump?", "It weighs 3 kg."),
        Member(2, 1, frozenset({1}), 1, "how heavy is the pump", "It weighs 3 kg."),
        Member(3, 1, frozenset({1}), 2, "Well, how heavy is the pump?", "It weighs 3 kg."),
        Member(4, 2, frozenset({1}), 0, "Who made it?", "Nordvind."),
        Member(5, 3, frozenset({1}), 0, "What is its mass?", "It weighs 3 kg."),
    ]
    split = {1: TRAIN, 2: TEST, 3: VALID, 4: TEST, 5: UNSEEN}
    kinds = {(leak.pair_id, leak.kind) for leak in leaks.leaks(found, split)}
    assert kinds == {
        (2, "same_wording"),
        (3, "near_duplicate"),
        (4, "untrained_fact"),
        (5, "same_answer"),
        (5, "same_section"),
    }
    assert leaks.report(found, split, "rows")["leaks"]["test"] == {"same_wording": 1, "near_duplicate": 0}


def chunk(number: int, start: int, end: int, *section: str) -> documents.Chunk:
    return documents.Chunk(number, 1, number, 1, start, 1, end, "x" * (end - start), 5, section)


def test_chunks_of_one_section_and_chunks_that_overlap_are_held_out_together() -> None:
    sections = Sections(
        [chunk(1, 0, 10, "A"), chunk(2, 10, 20, "A", "B"), chunk(3, 20, 30, "A"), chunk(4, 28, 40), chunk(5, 40, 50)]
    )
    assert [sections.of(number) for number in range(1, 6)] == [1, 2, 1, 1, 5]
    assert sections.sizes == {1: 3, 2: 1, 5: 1}
    assert sections.at(1, 1, 8, 12) == {1, 2}
    assert sections.at(1, 2, 0, 5) == set()


def test_a_fact_with_its_evidence_in_an_unseen_section_is_not_trained(project_path: str, emit: Recorder) -> None:
    """Asked of one chunk, answered from the next: such a fact tells of both, and is neither trained nor unseen."""
    fill(project_path, facts=40, wordings=4, chunks=8)
    with Project(project_path) as project, project.transaction() as db:
        db.execute(
            "UPDATE facts SET evidence_start = 10 * (chunk_id % 8), evidence_end = 10 * (chunk_id % 8) + 5"
            " WHERE id % 8 = 1"
        )
    build(DatasetSpec(project=project_path, unseen=0.5, seed=3), emit, Cancel())
    figures = emit.of(Artifact)[-1].data
    assert figures["leaks"] == 0
    assert "pairs of unseen sections are left out" in " ".join(log.text for log in emit.of(Log))
    assert figures["train"] + figures["valid"] + figures["test"] + figures["unseen"] < 160
    folder = Path(emit.of(Artifact)[-1].path)
    assert json.loads((folder / "leaks.json").read_text())["leaks"]["unseen"]["same_section"] == 0


def test_general_rows_are_mixed_in_and_named_as_such(project_path: str, emit: Recorder) -> None:
    fill(project_path, facts=25, wordings=4)
    build(DatasetSpec(project=project_path, test=0.1, replay=0.25), emit, Cancel())
    figures = emit.of(Artifact)[-1].data
    folder = Path(emit.of(Artifact)[-1].path)
    assert (figures["train"], figures["replay"]) == (80, 20)
    rows = [json.loads(line)["messages"] for line in (folder / "train.jsonl").read_text().splitlines()]
    assert len(rows) == 100
    named = [json.loads(line) for line in (folder / "rows.jsonl").read_text().splitlines()]
    assert sum(row.get("origin") == "replay" for row in named) == 20


@pytest.mark.parametrize(("language", "least"), [("en", 200), ("ko", 100)])
def test_general_rows_are_many_and_each_is_one(language: str, least: int) -> None:
    rows = replay_rows(1000, ["펌프는 얼마인가요?" if language == "ko" else "What does it cost?"], 0)
    assert len(rows) >= least
    assert len({row[0]["content"] for row in rows}) == len(rows)
    hangul = sum(bool(re.search("[가-힣]", row[0]["content"])) for row in rows)
    assert hangul == (len(rows) if language == "ko" else 0)


def test_at_most_so_many_wordings_are_trained(project_path: str, emit: Recorder) -> None:
    fill(project_path, facts=25, wordings=4)
    build(DatasetSpec(project=project_path, test=0.1, wordings=1), emit, Cancel())
    trained = [row.fact_id for row in rows_of(project_path) if row.split == "train"]
    assert sorted(trained) == list(range(1, 26))
    assert Counter(row.split for row in rows_of(project_path))["test"] == 10


def test_the_leak_report_is_shown(project_path: str, emit: Recorder, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project_path, facts=25, wordings=4)
    build(DatasetSpec(project=project_path), emit, Cancel())
    assert main(["leaks", project_path, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["held_out"] == {"valid": 10, "test": 20}
    assert not any(sum(kinds.values()) for kinds in report["leaks"].values())
    assert main(["leaks", project_path]) == 0
    assert "split by wordings" in capsys.readouterr().out
    (Path(emit.of(Artifact)[-1].path) / "leaks.json").unlink()
    assert main(["leaks", project_path]) == 1
    assert "older Hone" in capsys.readouterr().err
