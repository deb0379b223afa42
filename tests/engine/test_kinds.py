"""Kinds of questions: told from the form, stored with every fact, counted."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, cast

import pytest

from engine.errors import HoneError
from engine.generate import GenerateSpec, write_pairs
from engine.jobs import Cancel
from engine.project import Project
from engine.project.status import status
from engine.resources import starter_gguf
from engine.runtimes.batching import Batcher, Request
from engine.runtimes.constraints import schema_grammar
from engine.runtimes.gguf import load_gguf
from engine.writers import chat
from engine.writers.chat import ChatWriter
from engine.writers.kinds import KINDS, kind_of, named_kinds, rarest, settled, turn
from tests.engine import papers
from tests.engine.scripted import ScriptedChatModel

if TYPE_CHECKING:
    from engine.retrieval import Index
    from tests.conftest import Recorder


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How much does the Brivolt 40 cost?", "fact"),
        ("Can you tell me how often the filter must be replaced?", "fact"),
        ("How do I reset the timer?", "how_to"),
        ("How must the drum be cleaned?", "how_to"),
        ("What must be done if the lamp is red?", "how_to"),
        ("What should I do when the tank is empty?", "how_to"),
        ("Why must the lid be closed?", "why"),
        ("What is the purpose of the charcoal filter?", "why"),
        ("Which screw has the highest torque?", "comparison"),
        ("Which is heavier, the drum or the lid?", "comparison"),
        ("What is the difference between Daily and Eco?", "comparison"),
        ("What does the kit contain?", "list"),
        ("Which parts are in the box?", "list"),
        ("Is the drum dishwasher-safe?", "yes_no"),
        ("Does the machine need water?", "yes_no"),
        ("Can you tell me whether the drum is waterproof?", "yes_no"),
        ("What happens if more than 3 kg are loaded?", "fact"),
        ("필터는 얼마나 자주 교체해야 합니까?", "fact"),
        ("필터를 어떻게 교체하나요?", "how_to"),
        ("M8의 토크는 어떻게 되나요?", "fact"),
        ("왜 뚜껑을 닫아야 하나요?", "why"),
        ("두 프로그램의 차이는 무엇인가요?", "comparison"),
        ("구성품에는 무엇이 있나요?", "list"),
        ("드럼은 방수가 되나요?", "yes_no"),
        ("보증 기간을 알려 주세요.", "fact"),
    ],
)
def test_the_form_tells_the_kind(question: str, kind: str) -> None:
    assert kind_of(question) == kind


def test_kinds_that_a_person_lists() -> None:
    assert named_kinds("") == named_kinds("balanced") == KINDS
    assert named_kinds("why, how-to, yes/no") == ("how_to", "why", "yes_no")
    with pytest.raises(HoneError, match="named riddle"):
        named_kinds("fact,riddle")


def test_every_kind_has_its_turn() -> None:
    asked = [kind for chunk in range(6) for kind in turn(KINDS, 2 * chunk, 2)]
    assert {asked.count(kind) for kind in KINDS} == {2}
    assert rarest(["fact", "why"], {"fact": 1}) == 1
    assert rarest(["fact", "why"], {}) == 0


class Asking(ScriptedChatModel):
    """One good question for each wanted kind, named as it was told."""

    def _questions(self, prompt: str, count: int) -> list[str]:
        wanted = prompt.partition("Kinds wanted: ")[2].partition(".")[0].split(", ")
        thing = re.findall(r"The (\w+) unit", prompt)[0]
        return [QUESTIONS[kind].format(thing) for kind in wanted][:count]

    def _answer(self, prompt: str, question: str) -> dict[str, str]:
        thing = re.findall(r"(\w+) unit", question)[0]
        sentence = f"The {thing} unit must be cleaned with water because dust blocks the fan."
        return {"answer": sentence, "evidence": sentence}


QUESTIONS = {
    "fact": "What must the {} unit be cleaned with?",
    "how_to": "How do I clean the {} unit?",
    "why": "Why must the {} unit be cleaned?",
    "comparison": "What is the difference for the {} unit?",
    "list": "What belongs to the {} unit?",
    "yes_no": "Must the {} unit be cleaned?",
}


def test_a_chat_writer_is_asked_for_every_kind_in_turn(project_path: str, emit: Recorder) -> None:
    things = ("upper", "lower", "outer", "inner", "front", "rear")
    with Project(project_path) as project:
        pages = [(f"The {thing} unit must be cleaned with water because dust blocks the fan.",) for thing in things]
        papers.add(project, "manual.txt", pages)
        writer = ChatWriter(Asking(), name="scripted", questions=2, wordings=1)
        spec = GenerateSpec(project=project_path, wordings=1)
        write_pairs(project, spec, writer, cast("Index", papers.WordIndex(project)), emit, Cancel())
        asked = Counter(row[0] for row in project.rows("SELECT kind FROM facts"))
        counted = status(project)["pairs"]["kinds"]
    assert asked == {kind: 2 for kind in KINDS}
    assert sum(counted.values()) >= 6
    assert set(counted) <= set(KINDS)


def test_what_is_told_gives_way_to_the_form() -> None:
    assert settled("why", "How much does it cost?") == "fact"
    assert settled("fact", "Why is it red?") == "why"
    assert settled("list", "What belongs to the kit?") == "list"
    assert settled("yes_no", "What belongs to the kit?") == "fact"


def test_forms_of_replies_compile_to_grammars() -> None:
    with load_gguf(starter_gguf()) as model:
        for schema in (chat._questions(3, KINDS), chat._rows(2)):
            grammar = schema_grammar(schema)
            assert "root ::=" in grammar
            with closing(Batcher(model, sequences=1, cells=512)) as batcher:
                prompt = tuple(model.prompt([{"role": "user", "content": "The pump costs 5 euros."}]))
                (reply,) = batcher.write([Request(prompt, 12, grammar=grammar)])
            assert reply.text.startswith("{")
