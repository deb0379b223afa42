"""An exam asks every question once, scores both sides, and goes on where it was interrupted."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from engine import events, exam, jobs, probe
from engine.dataset.styles import render
from engine.errors import HoneError, JobCancelled
from engine.exam import ExamSpec
from engine.index import IndexSpec, index
from engine.ingest import IngestSpec, ingest
from engine.project import Project, datasets, exams, runs
from engine.resources import starter
from engine.train import TrainSpec, train
from tests.engine.chat_server import ChatServer
from tests.engine.models import FACTS, WORDINGS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder

SPLITS = ("train", "train", "test")


def ignore(_event: object) -> None:
    pass


def add_pairs(path: str) -> None:
    """Eight facts: two trained wordings and a held-out one each; a ninth fact is unseen."""
    with Project(path) as project:
        members = {}
        with project.transaction() as db:
            for number, (question, answer) in enumerate([*FACTS, ("Who makes it?", "It is made by Nordvind AB.")]):
                fact = db.execute(
                    "INSERT INTO facts (position, origin, answer) VALUES (?, 'imported', ?)", (number, answer)
                ).lastrowid
                for wording, form in enumerate(WORDINGS if number < len(FACTS) else WORDINGS[:1]):
                    pair = db.execute(
                        "INSERT INTO pairs (fact_id, wording, question, state) VALUES (?, ?, ?, 'accepted')",
                        (fact, wording, form.format(question)),
                    ).lastrowid
                    members[int(pair or 0)] = SPLITS[wording] if number < len(FACTS) else "unseen"
        folder = project.path / "datasets" / "0001"
        folder.mkdir(parents=True)
        rows = [row for row in datasets.candidates(project) if row.pair_id in members]
        for split, chosen in (("train", "train"), ("valid", "test"), ("test", "test")):
            lines = [
                json.dumps(
                    {"messages": [{"role": "user", "content": r.prompt}, {"role": "assistant", "content": r.answer}]}
                )
                for r in rows
                if members[r.pair_id] == chosen
            ]
            (folder / f"{split}.jsonl").write_text("".join(f"{line}\n" for line in lines))
        datasets.add(project, datasets.Dataset(1, json.dumps({"style": "chat"}), folder, {"train": 16}, "x"), members)


@pytest.fixture(scope="module")
def tuned(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A project whose run has learned its sixteen trained rows."""
    folder = tmp_path_factory.mktemp("exam") / "dryer.hone"
    Project.create(folder).close()
    add_pairs(str(folder))
    train(
        TrainSpec(project=str(folder), iterations=60, batch_size=8, samples=0, evaluate_every=20), ignore, jobs.Cancel()
    )
    return str(folder)


def take(project: str, emit: Recorder, **options: Any) -> dict[str, Any]:
    exam.exam(ExamSpec(project=project, **{"probe": False, "noise": False, **options}), emit, jobs.Cancel())
    (artifact,) = emit.of(events.Artifact)
    return dict(artifact.data)


def write_questions(path: Path, content: Any) -> str:
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)


def test_held_out_and_trained_questions_are_scored_apart(tuned: str, emit: Recorder) -> None:
    scores = take(tuned, emit, trained=True)
    assert scores["split"] == "test"
    assert {split: both["base"]["n"] for split, both in scores["splits"].items()} == {
        "test": 8,
        "unseen": 1,
        "train": 16,
    }
    trained = scores["splits"]["train"]
    assert trained["tuned"]["key_facts"] >= 0.8
    assert trained["base"]["key_facts"] <= 0.2
    assert trained["tuned"]["loss"] < trained["base"]["loss"] / 3
    assert scores["tuned"]["key_facts"] == scores["splits"]["test"]["tuned"]["key_facts"]
    assert scores["tuned"]["splits"]["train"] == trained["tuned"]
    assert scores["questions"] == 25
    last = emit.of(events.Progress)[-1]
    assert (last.done, last.total) == (25, 25)


def test_answers_are_those_that_one_model_gives_one_by_one(tuned: str, emit: Recorder) -> None:
    from engine.runtimes import mlx

    scores = take(tuned, emit, splits=("test",), batch_size=3)
    with Project(tuned) as project:
        answers = exams.answers(project, scores["exam"])
        run = runs.latest(project)
        rows = {row.pair_id: row for row in datasets.rows(project, run.dataset_id)}
    loaded = mlx.load(run.base, run.adapter)
    for answer in answers:
        assert answer.pair_id is not None
        row = rows[answer.pair_id]
        assert (answer.split, answer.question, answer.reference) == ("test", row.prompt, row.answer)
        prompt = loaded.encode(render("chat", [{"role": "user", "content": answer.question}], loaded.tokenizer)[0])
        for side in (mlx.BASE, mlx.TUNED):
            (alone,) = mlx.greedy(loaded, [prompt], side, lambda: None, max_tokens=64)
            said = getattr(answer, side)
            assert said == alone or (len(said) < len(alone) and alone.startswith(said))  # the exam's are shorter
    assert [answer.position for answer in answers] == list(range(8))
    with Project(tuned) as project:
        found = exams.latest(project)
        assert found is not None
        assert found.scores.items() >= exams.summary(answers).items()


@pytest.fixture
def opened(tuned: str, tmp_path: Path) -> str:
    """The same with an indexed document that tells all facts."""
    shutil.copytree(tuned, tmp_path / "open.hone")
    project = str(tmp_path / "open.hone")
    (tmp_path / "dryer.md").write_text("# The dryer\n\n" + " ".join(answer for _, answer in FACTS))
    ingest(IngestSpec(project=project, paths=(str(tmp_path / "dryer.md"),)), ignore, jobs.Cancel())
    index(IndexSpec(project=project), ignore, jobs.Cancel())
    return project


def test_documents_are_searched_for_what_is_asked_next(
    opened: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.grounded import Grounding

    real, searched = Grounding.conversation, []

    def conversation(grounding: Grounding, asked: Any, *rest: Any) -> Any:
        searched.append(asked[-1]["content"])
        return real(grounding, asked, *rest)

    monkeypatch.setattr(Grounding, "conversation", conversation)
    cancel = jobs.Cancel()

    def stop(event: events.Event) -> None:
        if isinstance(event, events.Progress) and event.done >= 2:
            cancel.cancel()

    spec = ExamSpec(project=opened, splits=("test",), batch_size=2, max_tokens=8, probe=False, noise=False)
    with pytest.raises(JobCancelled):
        exam.exam(spec, stop, cancel)
    assert len(searched) < 8
    with Project(opened) as project:
        (found,) = project.rows("SELECT id FROM exams WHERE state = 'running'")
        done = {answer.question for answer in exams.answers(project, found["id"])}
    searched.clear()
    exam.exam(spec, emit, jobs.Cancel())
    assert len(searched) == 8 - len(done)
    assert not done & set(searched)


def test_both_models_are_asked_with_the_documents_open(opened: str, emit: Recorder) -> None:
    scores = take(opened, emit, splits=("test",), batch_size=5, noise=True)
    assert scores["base_rag"]["key_facts"] >= scores["base"]["key_facts"] + 0.5
    assert scores["base_rag"]["loss"] < scores["base"]["loss"]
    with Project(opened) as project:
        answers = exams.answers(project, scores["exam"])
    assert {side for answer in answers for side in answer.replies} == {*exams.SIDES, *exams.NOISE}
    assert all(hit["document"] == "dryer.md" for answer in answers for hit in answer.hits)
    assert all(answer.hits and answer.fact_id for answer in answers)
    assert any(answer.replies["base_noise"] != answer.replies["base_noise_too"] for answer in answers)
    assert "loss" not in answers[0].scores["base_noise"]


def test_chance_is_the_same_in_any_batch(tuned: str, emit: Recorder) -> None:
    said = []
    for size in (2, 8):
        take(tuned, emit, splits=("test",), batch_size=size, noise=True)
        emit.clear()
        with Project(tuned) as project:
            found = exams.latest(project)
            assert found is not None
            said.append([answer.replies["base_noise"] for answer in exams.answers(project, found.id)])
    assert said[0] == said[1]


def test_without_an_index_nobody_has_the_documents(tuned: str, emit: Recorder) -> None:
    scores = take(tuned, emit, splits=("test",), limit=2)
    assert [log.text.split(":")[0] for log in emit.of(events.Log)] == ["Nobody is asked with the documents open"]
    assert "base_rag" not in scores
    with Project(tuned) as project:
        (answer, _) = exams.answers(project, scores["exam"])
    assert set(answer.replies) == {"base", "tuned"}


def test_probe_goes_on_where_it_was(tuned: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = probe.items(starter=True)
    some = [*whole[:20], *whole[-3:]]
    monkeypatch.setattr(probe, "items", lambda starter: some)
    cancel = jobs.Cancel()

    def stop(event: events.Event) -> None:
        if isinstance(event, events.Progress) and event.stage == "probe" and event.done >= 16:
            cancel.cancel()

    spec = ExamSpec(project=tuned, splits=("test",), limit=3)
    with pytest.raises(JobCancelled):
        exam.exam(spec, stop, cancel)
    exam.exam(spec, emit, jobs.Cancel())
    assert [event.done for event in emit.of(events.Progress) if event.stage == "probe"] == [16, 23]
    results = emit.of(events.Artifact)[-1].data["results"]
    with Project(tuned) as project:
        found = exams.latest(project)
        assert found is not None
        assert found.scores["results"] == results
        assert len(exams.probe_answers(project, found.id)) == 23
    assert results["probe"]["text"]["tuned"] > results["probe"]["text"]["base"]
    assert results["trained"]["rows"] == 16
    assert results["verdict"]["decision"] == "too_few"


def test_an_exam_that_only_has_to_be_scored_loads_no_model(
    tuned: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.runtimes import mlx

    some = probe.items(starter=True)[:4]
    monkeypatch.setattr(probe, "items", lambda starter: some)

    def break_down(event: events.Event) -> None:
        if isinstance(event, events.Progress) and event.stage == "probe" and event.done == len(some):
            raise OSError("no space")

    spec = ExamSpec(project=tuned, splits=("test",), limit=1, noise=False)
    with pytest.raises(OSError, match="no space"):
        exam.exam(spec, break_down, jobs.Cancel())
    monkeypatch.setattr(mlx, "load", lambda *paths: pytest.fail("nothing was left to ask"))
    exam.exam(spec, emit, jobs.Cancel())
    assert emit.of(events.Artifact)


def test_a_judge_is_looked_for_first_and_asked_when_the_models_are_gone(tuned: str, emit: Recorder) -> None:
    import mlx.core as mx

    held, before = [], mx.get_active_memory()  # of what other tests keep warm

    def reply(_number: int, _body: dict[str, Any]) -> str:
        held.append(mx.get_active_memory() - before)
        return '{"score": 5, "better": "A"}'

    with ChatServer(reply) as server:
        options: dict[str, Any] = {"splits": ("test",), "limit": 2, "noise": False, "probe": False}
        with pytest.raises(HoneError, match="has no model other"):
            take(tuned, emit, judge=server.address, judge_model="other", **options)
        assert not emit.of(events.Progress), "before anything was asked"
        take(tuned, emit, judge=server.address, **options)
    weights = sum(file.stat().st_size for file in starter().glob("*.safetensors"))
    assert max(held) < weights / 2


@pytest.mark.parametrize(("reply", "scored"), [('{"reason": "Just so.", "score": 80}', 6), ("Well done!", 0)])
def test_judge_is_asked_or_its_nonsense_told(tuned: str, emit: Recorder, reply: str, scored: int) -> None:
    with ChatServer(lambda number, body: reply) as server:
        take(tuned, emit, splits=("test",), limit=3, judge=server.address)
    results = emit.of(events.Artifact)[-1].data["results"]
    assert (results["judge"]["asked"], results["judge"]["scored"]) == (6, scored)
    assert ("judge" in results["splits"]["test"]["sides"]["tuned"]) == bool(scored)
    assert ("No score could be had" in results["judge"]["problem"]) == (not scored)


@pytest.mark.parametrize(
    ("sides", "title"), [(("base", "judge"), "no side judge"), (("base", "base_rag"), "always asked")]
)
def test_sides_are_checked(sides: tuple[str, ...], title: str) -> None:
    with pytest.raises(HoneError, match=title):
        ExamSpec(project="x.hone", sides=sides)


def test_key_facts_are_those_of_the_fact_and_not_of_the_wording(tuned: str, emit: Recorder) -> None:
    scores = take(tuned, emit, splits=("test",))
    with Project(tuned) as project:
        keys = {answer.question: answer.key_facts for answer in exams.answers(project, scores["exam"])}
    assert keys["I want to know: How long is the cable?"] == (("18 metres",),)
    assert keys["I want to know: Where is the desk?"] == (("Lund",),)


def test_interrupted_exam_goes_on(tuned: str, emit: Recorder) -> None:
    cancel = jobs.Cancel()

    def stop_after_two(event: events.Event) -> None:
        emit(event)
        if isinstance(event, events.Progress) and event.done >= 6:
            cancel.cancel()

    spec = ExamSpec(project=tuned, trained=True, batch_size=3, max_tokens=24, probe=False, noise=False)
    with pytest.raises(JobCancelled):
        exam.exam(spec, stop_after_two, cancel)
    with Project(tuned) as project:
        (before,) = project.rows("SELECT id FROM exams WHERE state = 'running'")
        kept = exams.answers(project, before["id"])
    assert len(kept) == 6
    emit.clear()
    exam.exam(spec, emit, jobs.Cancel())
    assert emit.of(events.Progress)[0].done == 6
    (artifact,) = emit.of(events.Artifact)
    assert artifact.data["exam"] == before["id"]
    with Project(tuned) as project:
        answers = exams.answers(project, before["id"])
        assert [answer.position for answer in answers] == list(range(25))
        assert all(answer in answers for answer in kept)
        assert exams.get(project, before["id"]).state == "finished"


def test_written_questions_know_what_was_taught(tuned: str, tmp_path: Path, emit: Recorder) -> None:
    file = write_questions(
        tmp_path / "questions.json",
        [
            {"question": "What is its weight?", "key": ["37 kg", "37 kilograms"], "page": 3},
            {"question": "What may it weigh and hold?", "key": [["37 kg"], ["850 ml"]]},
            {"question": "Who invented it?", "key": ["Ada Lind"], "answer": "It was invented by Ada Lind."},
        ],
    )
    scores = take(tuned, emit, splits=(), questions=file)
    assert scores["split"] == "written"
    assert {split: both["tuned"]["n"] for split, both in scores["splits"].items()} == {"written": 1, "uncovered": 2}
    assert scores["base"]["loss"] is None
    assert scores["splits"]["uncovered"]["base"]["loss"] > 0
    with Project(tuned) as project:
        first, second, _ = exams.answers(project, scores["exam"])
    assert first.key_facts == (("37 kg", "37 kilograms"),)
    assert second.key_facts == (("37 kg",), ("850 ml",))
    assert first.pair_id is None


def test_limit_takes_questions_from_all_over(tuned: str, emit: Recorder) -> None:
    scores = take(tuned, emit, trained=True, limit=4)
    assert scores["splits"]["train"]["base"]["n"] == 4
    with Project(tuned) as project:
        asked = [answer.pair_id for answer in exams.answers(project, scores["exam"], "train")]
        trained = [row.pair_id for row in datasets.rows(project, 1, "train")]
    assert asked == trained[::4]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("no json", "not valid JSON"),
        ('{"question": "x"}', "holds no questions"),
        ('[{"question": "x"}]', "Question 1"),
        ('[{"question": "x", "key": []}]', "Question 1"),
        ('[{"question": "x", "key": ["a"]}, {"question": " ", "key": ["a"]}]', "Question 2"),
        ('[{"question": "x", "key": [["a"], []]}]', "Question 1"),
        ('[{"question": "x", "key": [3]}]', "Question 1"),
        (None, "cannot be read"),
    ],
)
def test_a_bad_file_of_questions_is_explained(
    tuned: str, tmp_path: Path, emit: Recorder, content: str | None, words: str
) -> None:
    file = tmp_path / "questions.json"
    if content is not None:
        file.write_text(content)
    with pytest.raises(HoneError, match=words):
        take(tuned, emit, questions=str(file))


@pytest.mark.parametrize(
    ("options", "words"),
    [({"splits": ("training",)}, "no split training"), ({"limit": 0}, "out of range"), ({"splits": ()}, "no question")],
)
def test_impossible_options_are_refused(tuned: str, emit: Recorder, options: dict[str, Any], words: str) -> None:
    with pytest.raises(HoneError, match=words):
        take(tuned, emit, **options)


def test_without_a_run_training_is_named(project_path: str, emit: Recorder) -> None:
    with pytest.raises(HoneError, match="hone train"):
        take(project_path, emit)


def test_spec_survives_json() -> None:
    spec = ExamSpec(project="x.hone", splits=("test",), trained=True, questions="q.json", limit=3)
    assert ExamSpec.from_json(spec.to_json()) == spec


def answer(split: str, right: float, loss: float | None) -> exams.Answer:
    scores: dict[str, float | None] = {"key_facts": right, "token_f1": 0.5, "rouge_l": 0.25, "loss": loss}
    base: dict[str, float | None] = dict.fromkeys(scores, 0.0)
    return exams.Answer(0, None, split, "?", "!", (), {"base": "", "tuned": ""}, {"base": base, "tuned": scores})


@pytest.mark.parametrize(
    ("splits", "main"), [(["train", "test"], "test"), (["train", "unseen"], "unseen"), (["train"], "train")]
)
def test_summary_shows_held_out_questions_first(splits: list[str], main: str) -> None:
    assert exams.summary([answer(split, 1.0, None) for split in splits])["split"] == main


def test_summary_is_the_mean_of_each_split() -> None:
    found = exams.summary([answer("test", 1.0, 2.0), answer("test", 0.0, None), answer("train", 1.0, 4.0)])
    tuned = found["splits"]["test"]["tuned"]
    assert tuned == {"n": 2, "key_facts": 0.5, "token_f1": 0.5, "rouge_l": 0.25, "loss": 2.0}
    assert found["splits"]["train"]["tuned"]["loss"] == 4.0
    assert exams.summary([])["splits"] == {}


def test_exams_are_listed_with_their_options_and_answers_become_a_table(project_path: str) -> None:
    with Project(project_path) as project:
        with project.transaction() as db:
            db.execute("INSERT INTO datasets (id, spec, folder, counts) VALUES (1, '{}', 'datasets/0001', '{}')")
        run = runs.add(project, spec="{}", plan={}, dataset_id=1, base="base", iterations=1)
        first = exams.begin(project, run.id, json.dumps({"limit": 3, "digest": "", "best_iteration": 1}))
        scores = {"key_facts": 1.0, "token_f1": 0.5, "rouge_l": 0.5, "loss": None}
        replies = {"base": "no\nidea", "tuned": "37 kg"}
        answer = exams.Answer(0, None, "test", 'Which, "exactly"?', "37 kg", (("37 kg",),), replies, {})
        answer = dataclasses.replace(answer, scores={"base": {**scores, "key_facts": 0.0}, "tuned": scores})
        exams.add_answers(project, first.id, [answer])
        exams.finish(project, first.id, {})
        second = exams.begin(project, run.id, json.dumps({"limit": 4}))
        assert [found.id for found in exams.exams(project)] == [second.id, first.id]
        assert exams.get(project, first.id).options == {"limit": 3}
        assert exams.get(project, first.id).created_at
        assert (exams.count_answers(project, first.id), exams.count_answers(project, second.id)) == (1, 0)
        lines = list(csv.reader(io.StringIO(exams.as_csv(exams.answers(project, first.id)))))
    assert lines[0][:7] == ["split", "question", "reference", "document", "page", "base", "tuned"]
    assert lines[1][:7] == ["test", 'Which, "exactly"?', "37 kg", "", "", "no\nidea", "37 kg"]
    assert dict(zip(lines[0], lines[1], strict=True))["tuned_key_facts"] == "1.0"
    assert dict(zip(lines[0], lines[1], strict=True))["base_loss"] == ""


def test_answers_come_in_the_order_of_the_questions_and_known_ones_are_not_read_again(project_path: str) -> None:
    with Project(project_path) as project:
        with project.transaction() as db:
            db.execute("INSERT INTO datasets (id, spec, folder, counts) VALUES (1, '{}', 'datasets/0001', '{}')")
        run = runs.add(project, spec="{}", plan={}, dataset_id=1, base="base", iterations=1)
        begun = exams.begin(project, run.id, "{}")
        found = [exams.Answer(number, None, "test", f"{number}?", "", (), {"base": "no"}, {}) for number in range(4)]
        exams.add_answers(project, begun.id, [found[3], found[1]])
        known = exams.answers(project, begun.id)
        assert known == [found[1], found[3]]
        exams.add_answers(project, begun.id, [found[2], found[0]])
        all_of_them = exams.answers(project, begun.id, known=known)
    assert all_of_them == found
    assert [all_of_them[1] is known[0], all_of_them[3] is known[1]] == [True, True]
