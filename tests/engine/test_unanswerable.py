"""Questions that the documents do not answer: only such, with an honest answer, in their share, and scored."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, cast

import pytest

from engine.dataset.checks import judge
from engine.dataset.checks.candidate import Candidate
from engine.dataset.key_facts import key_facts, matches
from engine.generate import GenerateSpec, write_pairs
from engine.jobs import Cancel
from engine.project import Project
from engine.project import pairs as stored
from engine.writers.chat import ChatWriter
from engine.writers.opening import Wishes, open_writer
from engine.writers.sources import sources
from engine.writers.unanswerable import refusal, with_share
from tests.engine import papers
from tests.engine.scripted import ScriptedChatModel

if TYPE_CHECKING:
    from engine.retrieval import Index
    from tests.conftest import Recorder

PAGES = (
    (
        "The drive belt is located behind the rear plate.",
        "Replace the drive belt with care.",
        "The water filter sits behind the rear plate.",
        "The water filter weighs 2 kilograms.",
    ),
    ("The price of the drive belt is 12 euros.", "Clean the water filter by hand."),
    (
        "| Screw | Torque (Nm) | Length (mm) |",
        "| --- | --- | --- |",
        "| M8 | 25 | 40 |",
        "| M10 | | 60 |",
        "| M12 | 85 | |",
    ),
)


def asked(project: Project, share: float) -> set[str]:
    everything = sources(project)
    found = with_share(everything, everything, share, 0, 4)
    return {fact.wordings[0].question for source in found for fact in source.read if fact.kind == "unanswerable"}


def test_only_what_no_chunk_answers(project_path: str) -> None:
    with Project(project_path) as project:
        papers.add(project, "manual.txt", PAGES)
        questions = asked(project, 0.8)
        assert "What is the weight of the drive belt?" not in questions  # its chunk tells the weight of another thing
        assert "What is the price of the drive belt?" not in questions
        assert "What is the colour of the drive belt?" in questions
        assert "What is the weight of the water filter?" not in questions
        assert {"What is the torque of screw M10?", "How long is screw M12?"} <= questions
        assert asked(project, 0.0) == set()
        assert asked(project, 0.8) == questions
        papers.add(project, "more.txt", (("Screw M10 needs a torque of 50 Nm.", "The drive belt is black."),))
        fewer = asked(project, 0.8)
    assert "What is the torque of screw M10?" not in fewer
    assert "What is the colour of the drive belt?" not in fewer


def test_no_more_than_their_share(project_path: str) -> None:
    with Project(project_path) as project:
        papers.add(project, "manual.txt", PAGES)
        facts = sum(source.facts for source in sources(project))
        assert len(asked(project, 0.2)) <= 0.2 * (facts + 10)
        assert 0 < len(asked(project, 0.2)) < len(asked(project, 0.5))


def test_from_the_starter_to_accepted_pairs(project_path: str, emit: Recorder) -> None:
    with Project(project_path) as project, closing(open_writer("starter", Wishes())) as writer:
        papers.add(project, "manual.txt", PAGES)
        spec = GenerateSpec(project=project_path, unanswerable=0.3)
        write_pairs(project, spec, writer, cast("Index", papers.WordIndex(project)), emit, Cancel())
        rows = project.rows(
            "SELECT answer, evidence_start, pairs.state FROM facts JOIN pairs ON fact_id = facts.id"
            " WHERE kind = 'unanswerable'"
        )
        assert {tuple(row) for row in rows} == {("The document does not say.", None, "accepted")}
        covered = stored.coverage(project)
        assert covered.asked <= covered.found


class Open(ScriptedChatModel):
    """Leaves open what no sentence says, and something else that one says."""

    def _reply(self, prompt: str, schema: dict[str, Any]) -> dict[str, Any]:
        items = schema["properties"].get("questions", {}).get("items", {})
        if prompt.startswith("Text:") and items and "properties" not in items:
            known = (
                "Of the grinder, what is the weight?" if "grinder" in prompt else "What is the colour of the boiler?"
            )
            return {"questions": [known]}
        return super()._reply(prompt, schema)


def test_a_chat_writer_must_find_no_answer_itself(project_path: str, emit: Recorder) -> None:
    with Project(project_path) as project:
        papers.add(project, "manual.txt", papers.MANUAL)
        writer = ChatWriter(Open(), name="scripted", questions=2, wordings=1, unanswerable=0.5)
        spec = GenerateSpec(project=project_path, wordings=1)
        write_pairs(project, spec, writer, cast("Index", papers.WordIndex(project)), emit, Cancel())
        rows = project.rows(
            "SELECT question, answer, reason FROM facts JOIN pairs ON fact_id = facts.id WHERE kind = 'unanswerable'"
        )
        found = {tuple(row) for row in rows}
    refused = "The document does not say."
    assert ("Of the grinder, what is the weight?", refused, "answerable") in found
    assert ("What is the colour of the boiler?", refused, "") in found


@pytest.mark.parametrize("language", ["en", "ko"])
def test_checks_and_scores_know_the_refusal(language: str) -> None:
    question = {"en": "What is the weight of the drive belt?", "ko": "구동 벨트의 무게는 얼마인가요?"}[language]
    chunk = {"en": "The drive belt is black.", "ko": "구동 벨트는 검은색입니다."}[language]
    pair = Candidate(question, refusal(language), "", chunk, language, "unanswerable")
    assert judge(pair) == ("", "")
    assert judge(Candidate(question, refusal(language), "", chunk, language))[0]
    keys = key_facts(question, refusal(language))
    for reply in (
        "The document does not say.",
        "That is not mentioned.",
        "문서에 나와 있지 않습니다.",
        "알 수 없어요.",
    ):
        assert matches(reply, keys)
    assert not matches("The drive belt weighs 2 kilograms.", keys)
    assert not matches("구동 벨트의 무게는 2킬로그램입니다.", keys)
