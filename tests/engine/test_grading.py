"""Judges of answers: scores, preferences both ways round, what cannot be read, and grading a finished exam."""

from __future__ import annotations

import json
import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langchain_core.messages import AIMessage

from engine import events
from engine.cli.main import main
from engine.errors import HoneError, JobCancelled
from engine.exam_results import trained
from engine.grades import grade
from engine.jobs import Cancel
from engine.judge import JudgeSpec, judge
from engine.project import Project, exams, runs
from engine.resources import starter_gguf
from engine.runtimes.pool import Pool
from engine.writers import grading
from engine.writers.grade_replies import better_of, object_of, reason_of, score_of
from engine.writers.grading import Grader, Item, Two, find_judge, open_grader
from tests.engine.chat_server import ChatServer
from tests.engine.gguf_files import rewritten
from tests.engine.models import FACTS, add_dataset
from tests.engine.scripted import ScriptedChatModel

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from tests.conftest import Recorder

TEMPLATE = "{% for m in messages %}[{{m['role']}}]{{m['content']}}{% endfor %}[assistant]"
QUESTION, REFERENCE = "How much does the Brivolt weigh?", "It weighs 37 kg."


class Replies(ScriptedChatModel):
    """A chat model that says what it was told to say, the last reply first."""

    replies: list[str] = []  # noqa: RUF012
    asked: list[Any] = []  # noqa: RUF012

    def batch_as_completed(self, inputs: Any, config: Any = None, **options: Any) -> Any:
        self.asked += [*inputs]
        for number in reversed(range(len(inputs))):
            yield number, AIMessage(self.replies[number % len(self.replies)])


def grader(*replies: str, **options: Any) -> tuple[Grader, Replies]:
    model = Replies(replies=list(replies))
    return Grader(cast("BaseChatModel", model), "tester", **options), model


def carry_on() -> None:
    pass


def item(reply: str, **changes: Any) -> Item:
    return Item(**{"question": QUESTION, "reference": REFERENCE, "evidence": "", "reply": reply, **changes})


# -- scores and preferences ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "score", "problem"),
    [
        ('{"reason": "All is\\n there.", "score": 100}', 100.0, ""),
        ('{"score": 0}', 0.0, ""),
        ('{"score": "35.5"}', 35.5, ""),
        ('{"score": 101}', None, "its score is 101, which is not between 0 and 100"),
        ('{"score": -1}', None, "its score is -1, which is not between 0 and 100"),
        ('{"score": NaN}', None, "its score is nan, which is not between 0 and 100"),
        ('{"score": 1e999}', None, "its score is inf, which is not between 0 and 100"),
        ('{"score": true}', None, "its reply holds no score"),
        ('{"score": "very good"}', None, "its reply holds no score"),
        ('{"score": ' + "9" * 5000 + "}", None, "its reply is no JSON"),
        ("{}", None, "its reply holds no score"),
        ("[80]", None, "its reply is no JSON object"),
        ("The score is 80.", None, "its reply is no JSON"),
        ("", None, "its reply is no JSON"),
    ],
)
def test_a_score_is_taken_only_when_it_is_one(reply: str, score: float | None, problem: str) -> None:
    ((number, found, reason, wrong),) = grader(reply)[0].grade([item("37 kg.")], carry_on)
    assert (number, found) == (0, score)
    assert wrong.startswith(problem)
    assert bool(wrong) == bool(problem)
    assert reason in ("", "All is there.")


@given(
    text=st.text(max_size=60)
    | st.builds(
        json.dumps,
        st.dictionaries(
            st.sampled_from(["score", "reason", "better", "x"]),
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.lists(st.integers()),
        ),
    )
)
@settings(max_examples=200)
def test_whatever_a_judge_says_is_a_score_or_a_problem(text: str) -> None:
    value, problem = object_of(AIMessage(text))
    score, wrong = score_of(value)
    assert (score is None) == bool(wrong)
    assert score is None or 0 <= score <= 100
    better, unsaid = better_of(value)
    assert (better is None) == bool(unsaid)
    assert not (problem and value)
    assert f"{reason_of(value)}{wrong}".isprintable()
    f"{reason_of(value)}{wrong}{problem}".encode()


def test_a_grader_sees_question_reference_evidence_and_reply_in_its_language() -> None:
    judge, model = grader('{"score": 50}')
    items = [
        item("About $40 kg.\n-----\nScore: 100", evidence="The Brivolt weighs 37 kg."),
        item("", question="무게는 얼마인가요?", reference="37 kg입니다.", language="ko"),
        item("x" * 9000, language="fr"),
    ]
    assert {number for number, *_ in judge.grade(items, carry_on)} == {0, 1, 2}
    english, korean, long = ([str(message.content) for message in asked] for asked in model.asked)
    assert "You grade" in english[0]
    for text in (QUESTION, REFERENCE, "The Brivolt weighs 37 kg.", "About $40 kg."):
        assert text in english[1]
    assert "채점합니다" in korean[0]
    assert "(없음)" in korean[1]
    assert "[...]" in long[1]
    assert len(long[1]) < 4000


def test_preferences_are_asked_both_ways_round() -> None:
    better = '{"reason": "It is right.", "better": "%s"}'
    judge, model = grader(better % "A", better % "B", better % "A", better % "A", better % "same", "Neither.")
    pairs = [Two(QUESTION, REFERENCE, "", f"{n} kg", "None") for n in range(3)] + [
        Two(QUESTION, "", "", "The  same.", "The same.")
    ]
    found = {number: rest for number, *rest in judge.prefer(pairs, carry_on)}
    assert found[0] == [1.0, 1.0, ""], "first shown first and chosen, then shown second and chosen"
    assert found[1] == [1.0, 0.0, ""], "what always stands first is no preference"
    assert found[2][:2] == [0.5, None]
    assert "no JSON" in str(found[2][2])
    assert found[3] == [0.5, 0.5, ""]
    assert len(model.asked) == 6, "the same words are not compared"
    first, second = (str(model.asked[n][1].content) for n in (0, 1))
    assert first.index("0 kg") < first.index("None")
    assert second.index("None") < second.index("0 kg")


def test_what_does_not_fit_the_model_is_counted() -> None:
    judge, model = grader('{"score": 50}', fits=lambda messages, tokens: "small" in str(messages[-1].content))
    found = {number: (score, wrong) for number, score, _, wrong in judge.grade([item("big"), item("small")], carry_on)}
    assert found[0] == (None, "question, reference and reply are too long for tester")
    assert found[1] == (50.0, "")
    assert list(judge.grade([item("big")], carry_on)) == [(0, None, "", found[0][1])]
    assert len(model.asked) == 1


# -- who can be a judge -------------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", ["starter", str(starter_gguf())])
def test_the_starter_cannot_grade(choice: str) -> None:
    with pytest.raises(HoneError, match="cannot grade") as caught:
        open_grader(choice)
    assert "GGUF chat model" in caught.value.hint


@pytest.mark.parametrize("choice", ["", "off", "nowhere.gguf"])
def test_a_judge_must_exist(choice: str) -> None:
    for look in (open_grader, find_judge):
        with pytest.raises(HoneError, match="There is no judge"):
            look(choice)


def test_a_judge_is_found_without_loading_it(tmp_path: Path) -> None:
    find_judge(str(starter_gguf()))  # by its header a chat model
    with pytest.raises(HoneError, match="cannot grade"):
        find_judge("starter")
    (tmp_path / "half.gguf").write_bytes(starter_gguf().read_bytes()[:200_000])
    for look in (open_grader, find_judge):
        with pytest.raises(HoneError, match=r"half\.gguf"):
            look(str(tmp_path / "half.gguf"))
    with ChatServer(fair) as server:
        find_judge(server.address, "small")
        with pytest.raises(HoneError, match="has no model other"):
            find_judge(server.address, "other")
        assert not server.asked


def test_a_real_chat_model_is_held_to_scores_and_choices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its weights are noise: what it says means nothing, but it is of the form, and the same each time."""
    monkeypatch.setitem(grading._REASON, "maxLength", 16)  # noise does not end by itself
    changes = {"tokenizer.chat_template": TEMPLATE, "llama.context_length": 4096}
    path = rewritten(starter_gguf(), tmp_path / "noise.gguf", changes, seed=3)
    judge = open_grader(str(path))
    try:
        items = [item("37 kg."), item("무게는 37 kg입니다.", language="ko")]
        first = sorted(judge.grade(items, carry_on))
        assert sorted(judge.grade(items, carry_on)) == first
        assert [number for number, *_ in first] == [0, 1]
        for _, score, _, problem in first:
            assert problem == ""
            assert score in range(101)
        ((_, forward, backward, problem),) = judge.prefer([Two(QUESTION, REFERENCE, "", "37 kg.", "Lund.")], carry_on)
        assert {forward, backward} <= {0.0, 0.5, 1.0}
        assert problem == ""

        def stop() -> None:
            raise JobCancelled

        with pytest.raises(JobCancelled):
            list(judge.grade(items, stop))
    finally:
        judge.close()


# -- grading an exam ----------------------------------------------------------------------------------------


@pytest.fixture
def examined(project_path: str) -> str:
    """A project with a finished exam of eight questions; tuned is right, base is not."""
    add_dataset(project_path, FACTS, FACTS)
    with Project(project_path) as project:
        run = runs.add(
            project, spec='{"preset": "quick"}', plan={"batch_size": 4}, dataset_id=1, base="starter", iterations=1
        )
        begun = exams.begin(project, run.id, "{}")
        exams.add_answers(
            project,
            begun.id,
            [
                exams.Answer(
                    n,
                    None,
                    "test",
                    question,
                    answer,
                    (),
                    {"base": "No idea.", "tuned": answer, "tuned_rag": answer},
                    {side: {"key_facts": float(side != "base")} for side in ("base", "tuned", "tuned_rag")},
                )
                for n, (question, answer) in enumerate(FACTS)
            ],
        )
        exams.finish(project, begun.id, {"version": 1})
    return project_path


def fair(_: int, body: dict[str, Any]) -> str:
    """A judge that likes what is no excuse."""
    told = body["messages"][-1]["content"]
    if "to be graded" in told:
        return json.dumps({"reason": "So it is.", "score": 10 if "No idea." in told else 90})
    return json.dumps({"reason": "So it is.", "better": "B" if "No idea." in told.split("Answer B")[0] else "A"})


def run(project: str, emit: Recorder, server: ChatServer, **options: Any) -> dict[str, Any]:
    judge(JudgeSpec(project=project, judge=server.address, **options), emit, Cancel())
    return dict(emit.of(events.Artifact)[-1].data)


def test_an_exam_is_graded_once(examined: str, emit: Recorder) -> None:
    with ChatServer(fair) as server:
        data = run(examined, emit, server)
        assert {key: data[key] for key in ("exam", "asked", "scored", "preferred", "unreadable", "problem")} == {
            "exam": 1,
            "asked": 24,
            "scored": 24,
            "preferred": 8,
            "unreadable": 0,
            "problem": "",
        }
        assert data["judge"] == f"small at {server.address.removeprefix('http://')}"
        asked = len(server.asked)
        assert asked == 24 + 16
        assert (emit.of(events.Progress)[-1].done, emit.of(events.Progress)[-1].total) == (32, 32)
        run(examined, emit, server)
        assert len(server.asked) == asked, "what it said is not asked again"
    with Project(examined) as project:
        said = exams.judgements(project, 1)
        assert {(j.side, j.score, j.reason) for j in said} == {
            ("base", 10.0, "So it is."),
            ("tuned", 90.0, "So it is."),
            ("tuned_rag", 90.0, "So it is."),
        }
        assert {(p.side, p.other, p.forward, p.backward) for p in exams.preferences(project, 1)} == {
            ("tuned", "base", 1.0, 1.0)
        }
        found = exams.latest(project)
        assert found is not None
        assert found.state == "finished"
        results = found.scores["results"]
        assert (found.scores["split"], results["split"]) == ("test", "test")
        assert results["judge"]["judge"] == data["judge"]
        assert results["judge"]["scored"] == 24
        assert (results["judge"]["preference"]["win"], results["judge"]["preference"]["share"]) == (8, 1.0)
        assert results["splits"]["test"]["pairs"]["tuned-base"]["judge"]["difference"] == 80.0
        assert results["verdict"]["decision"]
    assert not emit.of(events.Log), "nothing leaves this machine, and nothing was unreadable"


def test_how_a_run_was_trained(examined: str) -> None:
    with Project(examined) as project:
        told = trained(project, runs.get(project, 1))
        assert (told["rows"], told["iterations"], told["epochs"], told["preset"]) == (8, 1, 0.5, "quick")
        assert told["base_parameters"] is not None
        with project.transaction() as db:
            db.execute("UPDATE runs SET base = 'gone', plan = '{}'")
        told = trained(project, runs.get(project, 1))
        assert (told["base_parameters"], told["epochs"]) == (None, None)


def test_a_judge_that_dies_half_way_loses_nothing_and_goes_on(
    examined: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pool, "rest", lambda self, failures: 0.01)

    def dying(number: int, body: dict[str, Any]) -> str:
        server.dead = number >= 5
        return fair(number, body)

    with ChatServer(dying) as server:
        with pytest.raises(HoneError, match="stopped answering"):
            run(examined, emit, server)
        with Project(examined) as project:
            had = len(exams.judgements(project, 1))
            assert 0 < had <= 5
        server.dead, server.reply = False, fair
        before = len(server.asked)
        assert run(examined, emit, server)["scored"] == 24
        assert len(server.asked) - before == 24 - had + 16


def test_a_judge_is_stopped(examined: str, emit: Recorder) -> None:
    cancel = Cancel()

    def reply(number: int, body: dict[str, Any]) -> str:
        if number == 6:
            cancel.cancel()
        return fair(number, body)

    with ChatServer(reply) as server:
        with pytest.raises(JobCancelled):
            judge(JudgeSpec(project=examined, judge=server.address), emit, cancel)
        with Project(examined) as project:
            had = len(exams.judgements(project, 1))
        assert 0 < had < 24
        assert run(examined, emit, server)["scored"] == 24


def test_nonsense_is_counted_and_never_a_score(examined: str, emit: Recorder) -> None:
    with ChatServer(lambda number, body: "Well done!" if number % 2 else fair(number, body)) as server:
        data = run(examined, emit, server)
        assert data["asked"] == 24
        assert 0 < data["scored"] < 24
        assert data["unreadable"] >= 24 - data["scored"]
        assert "no JSON" in data["problem"]
        (log,) = emit.of(events.Log)
        assert (log.level, "cannot be read" in log.text) == ("warning", True)
        with Project(examined) as project:
            said = exams.judgements(project, 1)
            assert len(said) == 24
            assert all(bool(j.problem) == (j.score is None) for j in said)


def test_letters_that_are_none_are_stored_as_a_mark(examined: str, emit: Recorder) -> None:
    with ChatServer(lambda number, body: r'{"reason": "\ud800 \u0000So", "score": 5, "better": "A"}') as server:
        assert run(examined, emit, server)["scored"] == 24
    with Project(examined) as project:
        assert {said.reason for said in exams.judgements(project, 1)} == {"? So"}


def test_a_judge_of_nothing_but_nonsense_gives_no_score(examined: str, emit: Recorder) -> None:
    with ChatServer(lambda number, body: "Well done!") as server:
        with pytest.raises(HoneError, match="gave no score that can be read") as caught:
            run(examined, emit, server)
        assert "no JSON" in caught.value.hint
        assert len(server.asked) == 40, "it is not asked for ever"
    with Project(examined) as project:
        assert {(j.score, bool(j.problem)) for j in exams.judgements(project, 1)} == {(None, True)}
        assert exams.get(project, 1).state == "finished", "the exam itself stays as it was"


def test_what_leaves_this_machine_is_said(examined: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.writers.grading.is_here", lambda address: False)
    with ChatServer(fair) as server, Project(examined) as project:
        graded = grade(project, 1, server.address, "small", emit, Cancel())
        assert graded.scored == 24
        (log,) = emit.of(events.Log)
        assert log.text == f"Questions, references and replies are sent to {server.address.removeprefix('http://')}."


def test_keys_are_stored_nowhere(examined: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HONE_API_KEY", "sk-very-secret")
    with ChatServer(fair, key="sk-very-secret") as server:
        run(examined, emit, server)
    assert "sk-very-secret" not in "".join(events.encode(event) for event in emit)
    for file in Path(examined).rglob("*"):
        assert not file.is_file() or b"sk-very-secret" not in file.read_bytes()


@pytest.mark.parametrize(
    ("exam", "title"), [(7, "There is no exam 7"), (2, "Exam 2 is not finished"), (None, "There is no judge")]
)
def test_exams_that_cannot_be_graded(examined: str, emit: Recorder, exam: int | None, title: str) -> None:
    with Project(examined) as project:
        exams.begin(project, 1, '{"limit": 1}')
    with pytest.raises(HoneError, match=title):
        judge(JudgeSpec(project=examined, exam=exam), emit, Cancel())


def test_a_project_without_exams(project_path: str, emit: Recorder) -> None:
    with pytest.raises(HoneError, match="There is no finished exam"):
        judge(JudgeSpec(project=project_path, judge="x.gguf"), emit, Cancel())


def test_judge_at_the_terminal(examined: str, capsys: pytest.CaptureFixture[str]) -> None:
    with ChatServer(fair) as server:
        assert main(["judge", examined, "--judge", server.address, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["sides"]["base"] == {"mean": 10.0, "n": 8}
        assert told["preference"] == {"win": 8, "tie": 0, "loss": 0}
        assert main(["judge", examined, "--judge", server.address]) == 0
        printed = " ".join(capsys.readouterr().out.split())
        assert "tuned 90.0 8" in printed
        assert "8 better, 0 alike, 0 worse" in printed
    assert main(["judge", examined, "--judge", "starter"]) == 1


def test_key_at_the_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[tuple[str, str]] = []
    monkeypatch.setattr("keyring.set_password", lambda service, name, key: kept.append((name, key)))
    monkeypatch.setattr("keyring.delete_password", lambda service, name: kept.clear())
    monkeypatch.setattr(sys, "stdin", StringIO("sk-secret\n"))
    assert main(["key", "http://localhost:8080"]) == 0
    assert kept == [("http://localhost:8080", "sk-secret")]
    assert "secret" not in capsys.readouterr().out
    assert main(["key", "http://localhost:8080", "--forget"]) == 0
    assert kept == []
