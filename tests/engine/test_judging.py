"""Checks that are switched and run again, judges, and near-duplicates."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import pytest
from langchain_core.messages import AIMessage

from engine import events
from engine.checks import ChecksSpec, checks
from engine.cli.main import main
from engine.dataset.checks.candidate import Candidate
from engine.dataset.checks.duplicates import Asked
from engine.dataset.checks.verdicts import Opinion, Verdicts
from engine.errors import HoneError
from engine.generate import GenerateSpec, write_pairs
from engine.jobs import Cancel
from engine.project import Project
from engine.project.settings import set_setting, setting
from engine.writers.chat import ChatWriter
from engine.writers.judging import ChatJudge, StarterJudge, open_judge, passage
from engine.writers.opening import Wishes, open_writer
from tests.engine import papers
from tests.engine.scripted import ScriptedChatModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langchain_core.language_models import BaseChatModel

    from engine.retrieval import Index
    from engine.writers.base import Writer
    from tests.conftest import Recorder

BELT = "The drive belt costs 28 euros."
FILTER = "The charcoal filter costs 23 euros."


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


def generate(project: Project, writer: Writer, emit: Any, judge: Any = None, **options: Any) -> None:
    spec = GenerateSpec(project=str(project.path), **options)
    write_pairs(project, spec, writer, cast("Index", papers.WordIndex(project)), emit, Cancel(), judge)


def scripted() -> ChatWriter:
    return ChatWriter(ScriptedChatModel(), name="scripted", questions=2, wordings=3)


def counted(project: Project) -> dict[str, int]:
    return {
        row[0]: row[1]
        for row in project.rows(
            "SELECT reason, count(*) FROM pairs WHERE state IN ('accepted', 'rejected') GROUP BY reason"
        )
    }


def run(project: Project, emit: Any, **fields: Any) -> dict[str, Any]:
    made: list[dict[str, Any]] = []

    def pass_on(event: events.Event) -> None:
        if isinstance(event, events.Artifact) and event.data:
            made.append(event.data)
        emit(event)

    checks(ChecksSpec(project=str(project.path), **fields), pass_on, Cancel())
    return made[-1]


# -- switching and judging again ----------------------------------------------------------------------------


def test_checks_are_switched_and_run_again(project: Project, emit: Recorder) -> None:
    generate(project, scripted(), emit)
    first = counted(project)
    with project.transaction() as db:
        db.execute("UPDATE facts SET answer = replace(answer, '.', ' with 999 parts.')")
    assert counted(project) == first
    again = run(project, emit, again=True)["again"]
    assert again["rejected_by"] == {"unsupported": again["rejected"]}
    assert again["rejected"] == first[""]
    assert again["accepted"] == 0
    listed = {row["name"]: row for row in run(project, emit)["checks"]}
    assert listed["unsupported"]["rejected"] == first[""]
    assert all(row["sentence"].endswith(".") and row["on"] for row in listed.values())

    before = counted(project)
    run(project, emit, off=("unsupported",))
    assert counted(project) == before, "switching alone moves nothing"
    assert run(project, emit, again=True)["again"]["accepted"] == first[""]
    assert counted(project) == first
    run(project, emit, on=("unsupported",), again=True)
    assert counted(project) == before
    again = run(project, emit, again=True)["again"]
    assert again == {"checked": sum(before.values()), "accepted": 0, "rejected": 0, "rejected_by": {}}


def test_what_a_person_settled_stays(project: Project, emit: Recorder) -> None:
    generate(project, scripted(), emit)
    with project.transaction() as db:
        db.execute("UPDATE pairs SET state = 'accepted', reason = '', by_hand = 1 WHERE reason = 'where_to_find'")
        db.execute(
            "UPDATE pairs SET state = 'rejected', reason = 'person', by_hand = 1 WHERE id ="
            " (SELECT min(id) FROM pairs WHERE state = 'accepted' AND by_hand = 0)"
        )
    settled = [tuple(row) for row in project.rows("SELECT * FROM pairs WHERE by_hand = 1 ORDER BY id")]
    run(project, emit, again=True)
    assert [tuple(row) for row in project.rows("SELECT * FROM pairs WHERE by_hand = 1 ORDER BY id")] == settled


def test_an_objection_of_the_writer_comes_back(project: Project, starter: Writer, emit: Recorder) -> None:
    generate(project, starter, emit)
    with project.transaction() as db:
        db.execute("UPDATE pairs SET objection = '[\"ambiguous\", \"it picks another\"]' WHERE state = 'accepted'")
    before = counted(project)[""]
    run(project, emit, again=True)
    assert counted(project)["ambiguous"] >= before
    run(project, emit, off=("ambiguous",), again=True)
    assert counted(project)[""] >= before


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"off": ("nonsense",)}, "There is no check nonsense"),
        ({"off": ("empty",)}, "empty cannot be switched off"),
        ({"off": ("copy",), "on": ("copy",)}, "copy can be switched on or off"),
    ],
)
def test_names_that_do_not_fit(project: Project, emit: Recorder, fields: dict[str, Any], title: str) -> None:
    with pytest.raises(HoneError, match=title):
        run(project, emit, **fields)


def test_checks_at_the_terminal(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["checks", str(project.path), "--off", "copy", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["checks"]
    assert [row["name"] for row in listed if not row["on"]] == ["copy"]
    assert main(["checks", str(project.path)]) == 0
    assert "Names or sides" in " ".join(capsys.readouterr().out.split())


def test_settings_are_kept(project: Project) -> None:
    assert setting(project, "checks_off", []) == []
    set_setting(project, "checks_off", ["copy"])
    set_setting(project, "checks_off", ["copy", "echo"])
    assert setting(project, "checks_off", []) == ["copy", "echo"]


# -- judges -------------------------------------------------------------------------------------------------


class Replies(ScriptedChatModel):
    """A chat model that says what it was told to say."""

    replies: list[str] = []  # noqa: RUF012
    asked: list[str] = []  # noqa: RUF012

    def batch_as_completed(self, inputs: Any, config: Any = None, **options: Any) -> Any:
        for number, messages in enumerate(inputs):
            self.asked.append(str(messages[-1].content))
            yield (
                number,
                AIMessage(self.replies[number % len(self.replies)], response_metadata={"finish_reason": "stop"}),
            )


def pair(question: str, answer: str, evidence: str) -> Candidate:
    return Candidate(question, answer, evidence, f"{BELT} {FILTER} Orders above 75 euros are delivered free of charge.")


def test_a_chat_judge_reads_source_question_and_answer() -> None:
    model = Replies(
        replies=[json.dumps({"supported": "no", "sentence": BELT}), '{"supported": "ye', '{"supported": "maybe"}']
    )
    judge = ChatJudge(cast("BaseChatModel", model), "tester")
    asked = [pair("What does the drive belt cost?", answer, BELT) for answer in ("29 euros.", "28 euros.", "30 euros.")]
    first, cut, strange = judge.opinions(asked, lambda: None)
    assert first == Opinion("unsupported", BELT, "tester")
    assert first.objection == ("unfaithful", BELT)
    assert cut.verdict == strange.verdict == ""
    assert cut.objection[0] == strange.objection[0] == "unjudged", "no usable reply is never taken for a yes"
    assert FILTER in model.asked[0]
    assert "29 euros." in model.asked[0]


def test_the_starter_judges_by_picking_the_sentence(starter: Writer) -> None:
    judge = open_judge("writer", starter)
    assert isinstance(judge, StarterJudge)
    good, other, korean = judge.opinions(
        [
            pair("What does the drive belt cost?", BELT, BELT),
            pair("What does the drive belt cost?", FILTER, FILTER),
            Candidate("값은 얼마인가요?", "28유로입니다.", "값은 28유로입니다.", "값은 28유로입니다.", "ko"),
        ],
        lambda: None,
    )
    assert (good.verdict, good.sentence) == ("supported", BELT)
    assert (other.verdict, other.sentence) == ("unsupported", BELT)
    assert korean == Opinion(), "it knows no Korean and says nothing"


def test_judged_pairs_keep_the_judge_s_words(project: Project, emit: Recorder) -> None:
    judge = ChatJudge(cast("BaseChatModel", Replies(replies=['{"sentence": "S.", "supported": "no"}'])), "strict")
    with pytest.raises(HoneError, match="No pair was accepted") as caught:
        generate(project, scripted(), emit, judge)
    assert "The judge finds no support" in caught.value.hint
    rows = project.rows("SELECT * FROM pairs WHERE reason = 'unfaithful'")
    assert {(row["verdict"], row["verdict_sentence"], row["judge"]) for row in rows} == {
        ("unsupported", "S.", "strict")
    }
    before = counted(project)
    run(project, emit, again=True)
    assert counted(project) == before
    run(project, emit, off=("unfaithful",), again=True)
    assert counted(project)[""] == before["unfaithful"]


def test_a_judge_must_exist(starter: Writer) -> None:
    assert open_judge("off", starter) is None
    with pytest.raises(HoneError, match=r"There is no judge nowhere\.gguf"):
        open_judge("nowhere.gguf", starter)


def test_a_judge_reads_around_the_evidence() -> None:
    long = " ".join(["Nothing happens here."] * 200)
    candidate = Candidate("What does it cost?", "28 euros.", BELT, "chunk", page=f"{long}\n{BELT}\n{long}")
    assert BELT in passage(candidate)
    assert len(passage(candidate)) < 2000


# -- duplicates ---------------------------------------------------------------------------------------------

ROWS = [
    ("How often must the air filter be replaced?", "The air filter must be replaced every 60 days."),
    ("At which temperature is the room kept in winter?", "In winter the room is kept at 14 degrees."),
    ("What does error code E02 mean?", "Error code E02 means that the lid is open."),
    ("전원선의 길이는 얼마인가요?", "전원선의 길이는 75센티미터입니다."),
    ("Where is the charcoal filter?", "The charcoal filter sits behind the grille."),
    ("How heavy is the fuel pump?", "The fuel pump weighs 3 kg."),
]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How often should the air filter be replaced?", "The air filter must be replaced every 60 days."),
        ("What is the replacement interval of the air filter?", "Replace the air filter every 60 days."),
        ("Could you tell me how often I have to change the air filter?", "Every 60 days."),
        ("전원선은 길이가 얼마나 되나요?", "길이는 75cm입니다."),
    ],
)
def test_near_duplicates_by_wording_and_by_meaning(question: str, answer: str) -> None:
    asked = Asked()
    asked.add_many([(number, *row, "") for number, row in enumerate(ROWS)])
    assert asked.near_duplicate(99, question, answer)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How often must the oil filter be replaced?", "The oil filter must be replaced every 60 days."),
        ("At which temperature is the room kept in summer?", "In summer the room is kept at 14 degrees."),
        ("How heavy is the water pump?", "It weighs 3 kg."),
        ("What does error code E03 mean?", "Error code E03 means that the lid is open."),
        ("What does the air filter cost?", "The air filter costs 60 euros."),
        ("What does the charcoal filter remove?", "The charcoal filter sits behind the grille."),
        ("Must the air filter not be replaced every 60 days?", "The air filter must be replaced every 60 days."),
    ],
)
def test_different_questions_are_no_duplicates(question: str, answer: str) -> None:
    asked = Asked()
    asked.add_many([(number, *row, "") for number, row in enumerate(ROWS)])
    assert not asked.near_duplicate(99, question, answer)


def test_wordings_of_one_fact_are_no_duplicates() -> None:
    verdicts = Verdicts()
    questions = ("What does the drive belt cost?", "How much does the drive belt cost?")
    found = verdicts.of_fact(1, [pair(question, BELT, BELT) for question in questions], [("", "")] * 2)
    assert [verdict.reason for verdict in found] == ["", ""]
    (other,) = verdicts.of_fact(2, [pair(questions[1], BELT, BELT)], [("", "")])
    assert other.reason == "near_duplicate"
