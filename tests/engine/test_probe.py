"""The forgetting probe: its questions are sound, and what an adapter destroys shows in it."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from engine import probe
from engine.dataset.alike import Known
from engine.dataset.words import content, normalised
from engine.errors import JobCancelled
from engine.jobs import Cancel
from engine.project import Project, exams, runs
from engine.project.exams import BASE, TUNED
from engine.resources import resource, starter
from engine.train import TrainSpec, train
from tests.engine.models import FACTS, WORDINGS, add_dataset, tiny

if TYPE_CHECKING:
    from pathlib import Path

    from engine.runtimes.mlx import Loaded

QUESTIONS: list[dict[str, Any]] = json.loads(resource("probe", "questions.json").read_text(encoding="utf-8"))
BOTH = (BASE, TUNED)


def nothing() -> None:
    pass


# -- what is asked ------------------------------------------------------------------------------------------


def test_every_suite_has_questions_in_both_languages() -> None:
    counts = Counter((item.suite, item.language) for item in probe.items(starter=False))
    assert all(counts[suite, language] >= 12 for suite in probe.SUITES for language in probe.LANGUAGES)
    for language in probe.LANGUAGES:
        assert sum(counts[suite, language] for suite in probe.SUITES) >= 60
        assert counts[probe.TEXT, language] >= 40
    assert set(counts) == {(s, lang) for s in (*probe.SUITES, probe.TEXT) for lang in probe.LANGUAGES}


def test_no_question_is_asked_twice_or_trained_by_replay() -> None:
    asked = [question["question"] for question in QUESTIONS]
    assert len({normalised(text) for text in asked}) == len(asked)
    replay = Known(
        json.loads(line)["question"]
        for language in probe.LANGUAGES
        for line in resource("replay", f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    )
    assert not [text for text in asked if replay.has(text)]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["question"][:40])
def test_references_are_right_and_planted_errors_are_wrong(question: dict[str, Any]) -> None:
    assert probe.right(question["reference"], question["check"]) == 1
    assert probe.right(question["wrong"], question["check"]) == 0
    assert probe.right("", question["check"]) == 0


def test_items_have_a_fixed_order_and_only_the_languages_asked_for() -> None:
    found = probe.items(starter=False)
    assert [item.position for item in found] == list(range(len(found)))
    assert found == probe.items(starter=False)
    assert len({item.question for item in found}) == len(found)
    korean = probe.items(starter=False, languages=("ko",))
    assert {item.language for item in korean} == {"ko"}
    assert [item.question for item in korean] == [item.question for item in found if item.language == "ko"]
    assert [item.position for item in korean] == list(range(len(korean)))


def test_passages_are_prose_of_a_size() -> None:
    passages = [item.question for item in probe.items(starter=False) if item.suite == probe.TEXT]
    assert all(40 <= len(passage.split()) <= 80 for passage in passages)


def test_the_starter_is_asked_for_its_own_skills() -> None:
    found = probe.items(starter=True)
    counts = Counter(item.suite for item in found)
    assert counts[probe.WRITING] >= 30
    assert counts[probe.PICKING] >= 30
    assert set(counts) == {*probe.SKILLS, probe.TEXT}
    assert all(probe.right(item.reference, item.check) == 1 for item in found if item.suite == probe.PICKING)
    places: Counter[tuple[bool, bool]] = Counter()
    for item in found:
        if item.suite == probe.PICKING:
            shown, question = item.question.split("\n")
            assert shown.count(item.reference) == 1
            assert content(question) & content(item.reference)
            places[shown.startswith(item.reference), shown.endswith(item.reference)] += 1
    assert min(places[first, last] for first, last in ((True, False), (False, True), (False, False))) >= 3


# -- what is right ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "score"),
    [
        ("How much does the Ostrel loom weigh?", 1.0),
        ("What is the weight of the Ostrel loom?", 1.0),
        ("Does the Ostrel loom weigh 260 kg?", 0.5),  # it contains its answer
        ("The Ostrel loom weighs 260 kg.", 0.0),
        ("Who invented the wheel?", 0.0),
        ("", 0.0),
        ("?", 0.0),
    ],
)
def test_a_written_question_is_judged_against_its_sentence(reply: str, score: float) -> None:
    assert probe.right(reply, {"asks_of": "The Ostrel loom weighs 260 kg."}) == score


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        ({"words": 2}, "blue sky", "sky"),
        ({"sentences": 2}, "It costs 3.50 euros. That is cheap.", "It costs 3.50 euros."),
        ({"list": 3}, "red pepper, leek, pea.", "leek, leek, pea"),
        ({"list": 3}, "a, b, and c", "I would say that, for example, onions"),
        ({"keys": ["a"]}, '```json\n{"a": 1}\n```', '{"a": 1, "b": 2}'),
        ({"keys": ["a"]}, '{"a": [1]}', "[" * 20_000),
        ({"capitals": True}, "A TREE, 3 LEAVES", "A Tree"),
        ({"refuses": True}, "<think>She was born in 1812?</think>\nI'm not familiar with her.", "In 1812."),
        ({"refuses": True}, "The document does not say.", "It says 1812."),
        ({"refuses": True}, "그 부분은 확인할 수 없어요.", "1812년입니다."),
        ({"key": [["9"]], "without": "10"}, "9 pears", "9 or 10"),
    ],
)
def test_rules_tell_good_from_bad(check: dict[str, Any], good: str, bad: str) -> None:
    assert (probe.right(good, check), probe.right(bad, check)) == (1, 0)


# -- what is lost -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tuned(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The starter with an adapter that has learned eight facts."""
    folder = tmp_path_factory.mktemp("probe") / "dryer.hone"
    Project.create(folder).close()
    rows = [(form.format(question), answer) for question, answer in FACTS for form in WORDINGS]
    add_dataset(str(folder), rows, rows[:8])
    train(TrainSpec(project=str(folder), iterations=10, batch_size=8, samples=0), lambda event: None, Cancel())
    with Project(folder) as project:
        run = runs.latest(project)
    return run.base, run.adapter


def asked(loaded: Loaded, chosen: list[probe.Item], **options: Any) -> list[exams.ProbeAnswer]:
    return list(probe.answer(loaded, chosen, "chat", "", BOTH, nothing, **options))


def means(found: list[exams.ProbeAnswer], suite: str, figure: str) -> tuple[float, float]:
    """Of base and tuned."""
    scores = [answer.scores for answer in found if answer.suite == suite]
    base, tuned = (sum(score[side][figure] or 0 for score in scores) / len(scores) for side in BOTH)
    return base, tuned


def spread(count: int) -> list[probe.Item]:
    """So many items of each suite of the starter."""
    found = probe.items(starter=True)
    return [item for suite in (*probe.SKILLS, probe.TEXT) for item in [i for i in found if i.suite == suite][:count]]


def test_the_starter_knows_its_own_skills() -> None:
    from engine.runtimes import mlx

    loaded = mlx.load(starter())
    assert probe.is_starter(loaded)
    items = [item for item in probe.items(starter=True) if item.suite in probe.SKILLS]
    found = list(probe.answer(loaded, items, "chat", "", (BASE,), nothing))
    right = {
        suite: [answer.scores[BASE]["right"] or 0 for answer in found if answer.suite == suite]
        for suite in probe.SKILLS
    }
    assert sum(right[probe.WRITING]) / len(right[probe.WRITING]) >= 0.85
    assert sum(right[probe.PICKING]) / len(right[probe.PICKING]) >= 0.7


def test_answers_are_those_of_the_items_in_their_order(tuned: tuple[str, Path]) -> None:
    from engine.runtimes import mlx

    items = spread(3)
    found = asked(mlx.load(*tuned), items, batch_size=2)
    assert [(a.position, a.suite, a.question, a.reference) for a in found] == [
        (i.position, i.suite, i.question, i.reference) for i in items
    ]
    for answer in found:
        if answer.suite == probe.TEXT:
            assert answer.replies == {}
            assert all((answer.scores[side]["loss"] or 0) > 1 for side in BOTH)
        else:
            assert all(0 <= (answer.scores[side]["right"] or 0) <= 1 for side in BOTH)
            assert set(answer.replies) == set(BOTH)


def test_an_adapter_that_destroys_the_model_shows_in_every_suite(tuned: tuple[str, Path], tmp_path: Path) -> None:
    import mlx.core as mx

    from engine.runtimes import mlx

    base, adapter = tuned
    broken = shutil.copytree(adapter, tmp_path / "broken")
    weights: Any = mx.load(str(broken / "adapters.safetensors"))
    loud = {name: value * 50 if name.endswith("lora_b") else value for name, value in weights.items()}
    mx.save_safetensors(str(broken / "adapters.safetensors"), loud)
    found = asked(mlx.load(base, broken), spread(6), max_tokens=40)
    for suite in probe.SKILLS:
        before, after = means(found, suite, "right")
        assert after < before / 4
    before, after = means(found, probe.TEXT, "loss")
    assert after > before + 1


def test_batches_do_not_change_what_is_said(tuned: tuple[str, Path]) -> None:
    from engine.runtimes import mlx

    loaded, some = mlx.load(*tuned), spread(3)
    alone = asked(loaded, some, batch_size=1, max_tokens=16)
    together = asked(loaded, some[1:], max_tokens=16)
    assert [answer.replies for answer in alone[1:]] == [answer.replies for answer in together]
    for one, other in zip(alone[1:], together, strict=True):
        for side in BOTH:
            assert one.scores[side] == pytest.approx(other.scores[side], rel=1e-4)


def test_the_probe_can_be_cancelled_and_stored(tuned: tuple[str, Path], project_path: str) -> None:
    from engine.runtimes import mlx

    loaded, cancel = mlx.load(*tuned), Cancel()
    answers = probe.answer(loaded, spread(2), "chat", "", BOTH, cancel.check, batch_size=2)
    kept = [next(answers) for _ in range(2)]
    cancel.cancel()
    with pytest.raises(JobCancelled):
        next(answers)
    with Project(project_path) as project:
        with project.transaction() as db:
            db.execute("INSERT INTO datasets (id, spec, folder, counts) VALUES (1, '{}', 'datasets/0001', '{}')")
        run = runs.add(project, spec="{}", plan={}, dataset_id=1, base="base", iterations=1)
        exam = exams.begin(project, run.id, "{}")
        exams.add_probe_answers(project, exam.id, kept)
        assert exams.probe_answers(project, exam.id) == kept


def test_another_base_gets_general_questions_as_the_dataset_asks(tmp_path: Path) -> None:
    from engine.runtimes import mlx

    folder = tiny(tmp_path / "other")
    template = folder / "tokenizer_config.json"
    config = json.loads(template.read_text())
    turns = "{% for m in messages %}{{m['role']}}: {{m['content']}}\n{% endfor %}"
    plain = turns + "{% if add_generation_prompt %}assistant: {% endif %}"
    template.write_text(json.dumps({**config, "chat_template": plain}))
    loaded = mlx.load(folder)
    assert not probe.is_starter(loaded)
    found = probe.items(starter=False)
    some = [*found[:2], *[item for item in found if item.suite == probe.TEXT][:2]]
    answers = list(probe.answer(loaded, some, "chat", "Be brief.", (BASE,), nothing, max_tokens=4))
    assert [answer.suite for answer in answers] == ["language", "language", probe.TEXT, probe.TEXT]
    assert answers[0].scores == {BASE: {"right": 0.0}}
    other = list(probe.answer(loaded, some[:2], "chat", "", (BASE,), nothing, max_tokens=4))
    assert [answer.replies for answer in other] != [answer.replies for answer in answers[:2]]


def test_the_starter_is_known_wherever_it_lies(tmp_path: Path) -> None:
    from engine.runtimes import mlx

    assert probe.is_starter(mlx.load_tokenizer(shutil.copytree(starter(), tmp_path / "mine")))
