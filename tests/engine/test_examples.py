"""A person's own pairs: they steer how a writer asks, and new rows of a skill are written in their manner."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any, cast

import pytest

from engine import events
from engine.build import DatasetSpec, build
from engine.errors import HoneError, JobCancelled
from engine.generate import GenerateSpec, write_pairs, write_skills
from engine.imports import ImportSpec, import_pairs
from engine.jobs import Cancel
from engine.project import Project
from engine.project import pairs as stored
from engine.writers.chat import ChatWriter
from engine.writers.examples import Example, examples, fitting, styles_like
from engine.writers.opening import Wishes, open_writer
from tests.engine import papers
from tests.engine.scripted import ScriptedChatModel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine.retrieval import Index
    from tests.conftest import Recorder

KNOWLEDGE = """
created_by: me
version: 3
domain: kilns
document_outline: Kilns
seed_examples:
  - context: The Brivolt 30 costs 200 euros.
    questions_and_answers:
      - question: Could you tell me how much the Brivolt 30 costs?
        answer: The Brivolt 30 costs 200 euros.
document: {repo: x, commit: y, patterns: [a.md]}
"""
SKILL = """
created_by: me
version: 2
task_description: adding up
seed_examples:
  - question: Add up.
    context: 3 and 4
    answer: "7."
  - question: Add up.
    context: 10 and 20
    answer: "30."
  - question: Add up.
    context: 100 and 200
    answer: "300."
"""


@pytest.fixture
def project(project_path: str) -> Iterator[Project]:
    with Project(project_path) as opened:
        papers.add(opened, "manual.txt", papers.MANUAL)
        yield opened


def give(project: Project, folder: Path, text: str) -> None:
    path = folder / "qna.yaml"
    path.write_text(text)
    import_pairs(ImportSpec(project=str(project.path), path=str(path)), lambda _: None, Cancel())


class Listening(ScriptedChatModel):
    """Remembers what it was told."""

    told: list[str] = []

    def _generate(self, messages: Any, stop: Any = None, run_manager: Any = None, **kwargs: Any) -> Any:
        self.told.append(str(messages[0].content))
        return super()._generate(messages, stop, run_manager, **kwargs)


def test_a_chat_writer_sees_the_seed_examples(project: Project, emit: Recorder, tmp_path: Path) -> None:
    give(project, tmp_path, KNOWLEDGE)
    seeds = examples(project)
    assert [seed.question for seed in seeds] == ["Could you tell me how much the Brivolt 30 costs?"]
    model = Listening(told=[])
    writer = ChatWriter(model, name="scripted", questions=2, wordings=1, examples=seeds)
    index = cast("Index", papers.WordIndex(project))
    write_pairs(project, GenerateSpec(project=str(project.path), wordings=1), writer, index, emit, Cancel())
    about_the_text = [text for text in model.told if "test whether somebody knows" in text]
    assert len(set(about_the_text)) == 1  # who asks and who answers are told the same, so that it is read once
    assert f"Question: {seeds[0].question}\nAnswer: {seeds[0].answer}" in about_the_text[0]


def test_examples_fit_and_keep_to_the_language() -> None:
    long = Example("What is long?", "", "x" * 2000)
    known = [Example(f"What is part {n}?", "", "Steel.") for n in range(9)]
    korean = Example("부품은 무엇인가요?", "", "강철입니다.")
    assert fitting([long, korean], "en") == []
    assert len(fitting([*known, korean], "en")) == 5
    assert fitting([*known, korean], "ko") == [korean]


def test_the_starter_prefers_how_the_examples_ask(project: Project, emit: Recorder, tmp_path: Path) -> None:
    assert styles_like([])[0] == "ask"
    give(project, tmp_path, KNOWLEDGE)
    assert styles_like(examples(project))[0] == "ask politely"
    with closing(open_writer("starter", Wishes(wordings=1, examples=examples(project)))) as writer:
        spec = GenerateSpec(project=str(project.path), stage="ask", wordings=1, sample=1)
        write_pairs(project, spec, writer, None, emit, Cancel())
    asked = [pair for pair in stored.pairs(project, "asked")]
    assert [pair.style for pair in asked].count("ask politely") > len(asked) / 2


def test_skill_rows_from_seeds_to_training_rows(project: Project, emit: Recorder, tmp_path: Path) -> None:
    give(project, tmp_path, SKILL)
    spec = GenerateSpec(project=str(project.path), skills=True, questions_per_chunk=3)
    writer = ChatWriter(ScriptedChatModel(), name="scripted", questions=3, wordings=1)
    write_skills(project, spec, writer, emit, Cancel())
    rows = project.rows(
        "SELECT question, input, answer, state, reason FROM pairs JOIN facts ON facts.id = fact_id"
        " WHERE generation_id IS NOT NULL AND kind = 'skill' ORDER BY pairs.id"
    )
    assert len(rows) == 9
    assert [row["reason"] for row in rows].count("copy") == 3
    accepted = [row for row in rows if row["state"] == "accepted"]
    assert all(sum(map(int, row["input"].split(" and "))) == int(row["answer"][:-1]) for row in accepted)
    assert emit.of(events.Artifact)[-1].data["accepted"] == len(accepted) == 6
    write_skills(project, spec, writer, emit, Cancel())
    assert stored.kinds(project) == {"skill": 9}  # with the seeds; nothing is written twice
    build(DatasetSpec(project=str(project.path), split="rows"), emit, Cancel())
    folder = project.path / "datasets" / "0001"
    lines = [json.loads(line) for path in folder.glob("t*.jsonl") for line in path.read_text().splitlines()]
    assert any(line["messages"][0]["content"].startswith("Add up.\n\n") for line in lines)


def test_skills_cancelled_and_resumed(project: Project, emit: Recorder, tmp_path: Path) -> None:
    give(project, tmp_path, SKILL)
    spec = GenerateSpec(project=str(project.path), skills=True, questions_per_chunk=2)
    cancel = Cancel()

    def stop(event: events.Event) -> None:
        if isinstance(event, events.Progress) and event.done:
            cancel.cancel()

    with pytest.raises(JobCancelled):
        write_skills(project, spec, ChatWriter(ScriptedChatModel(), name="s", questions=2, wordings=1), stop, cancel)
    assert project.value("SELECT state FROM generations") == "cancelled"
    write_skills(project, spec, ChatWriter(ScriptedChatModel(), name="s", questions=2, wordings=1), emit, Cancel())
    facts = "SELECT count(*) FROM facts WHERE generation_id IS NOT NULL"
    assert (project.value(facts), project.value("SELECT count(*) FROM generations")) == (6, 1)


def test_skills_need_a_chat_model_and_examples(project: Project, emit: Recorder) -> None:
    spec = GenerateSpec(project=str(project.path), skills=True)
    with closing(open_writer("starter", Wishes())) as starter, pytest.raises(HoneError, match="starter cannot"):
        write_skills(project, spec, starter, emit, Cancel())
    writer = ChatWriter(ScriptedChatModel(), name="scripted", questions=2, wordings=1)
    with pytest.raises(HoneError, match="no examples of a skill"):
        write_skills(project, spec, writer, emit, Cancel())
