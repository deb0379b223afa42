"""Datasets: facts trained and wordings held out, plain row splits, equal bytes, and imported files."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.build import DatasetSpec, ImportSpec, build, import_pairs
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
        assert (member.chunk_id in apart) == (split[member.pair_id] == UNSEEN)


@given(st.integers(1, 300), st.sampled_from([(0.1, 0.1), (0.0, 0.2), (0.05, 0.1)]), st.integers(0, 5))
def test_by_rows_keeps_the_ratios(count: int, shares: tuple[float, float], seed: int) -> None:
    valid, test = shares
    split = by_rows([Member(i, i, None, 0, "q") for i in range(count)], valid=valid, test=test, seed=seed)
    counted = Counter(split.values())
    assert counted[TEST] == round(test * count)
    assert counted[VALID] == round(valid * count)
    assert sum(counted.values()) == count


ALPACA = [
    {"instruction": "Name the tank's size.", "input": "", "output": "2.4 litres."},
    {"instruction": "Convert to metres.", "input": "45 kilometres", "output": "45,000 metres."},
    {"instruction": "Name the tank's size.", "input": "", "output": "2.4 litres."},
    {"instruction": "", "output": "nothing asked"},
    {"instruction": "no answer"},
    "not an object",
]


@pytest.mark.parametrize("lines", [False, True], ids=["list", "lines"])
def test_alpaca_rows_become_pairs(project_path: str, emit: Recorder, tmp_path: Path, lines: bool) -> None:
    text = "\n".join(map(json.dumps, ALPACA)) if lines else json.dumps(ALPACA)
    (tmp_path / "rows.json").write_text(text)
    import_pairs(ImportSpec(project=project_path, path=str(tmp_path / "rows.json")), emit, Cancel())
    assert emit.of(Artifact)[0].data == {"added": 2, "known": 1, "malformed": 3}
    assert "instruction or output is empty" in emit.of(Log)[0].text
    with Project(project_path) as project:
        prompts = [row.prompt for row in datasets.candidates(project)]
    assert prompts == ["Name the tank's size.", "Convert to metres.\n\n45 kilometres"]


def test_chat_lines_become_pairs(project_path: str, emit: Recorder, tmp_path: Path) -> None:
    turns = [
        {"role": "system", "content": "s"},
        {"role": "user", "content": "How?"},
        {"role": "assistant", "content": "So."},
    ]
    (tmp_path / "chat.jsonl").write_text(json.dumps({"messages": turns}) + "\n{broken\n")
    import_pairs(ImportSpec(project=project_path, path=str(tmp_path / "chat.jsonl")), emit, Cancel())
    assert emit.of(Artifact)[0].data == {"added": 1, "known": 0, "malformed": 1}


@pytest.mark.parametrize(
    ("content", "title"),
    [(None, "There is no file"), ("[{]", "not valid JSON"), ("[]", "no row that can be used"), ("", "no row")],
)
def test_import_failures(project_path: str, emit: Recorder, tmp_path: Path, content: str | None, title: str) -> None:
    if content is not None:
        (tmp_path / "x.json").write_text(content)
    with pytest.raises(HoneError, match=title):
        import_pairs(ImportSpec(project=project_path, path=str(tmp_path / "x.json")), emit, Cancel())
