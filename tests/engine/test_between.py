"""Runs side by side: what differs in their options, and whether their answers differ by more than chance."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from engine.cli.main import main
from engine.project import Project, compared, exams, runs
from engine.project.compared import Examined
from engine.project.exams import Answer, Exam
from engine.project.runs import Run
from engine.proof import between
from tests.engine.models import add_dataset, wordings


def run(number: int, **plan: Any) -> Run:
    whole = {"rank": 8, "learning_rate": 1e-3, "warmup": 3, "cues": 0.0, "base": "x", "machine": "m", **plan}
    spec = json.dumps({"project": "p", "preset": "balanced", "epochs": None, "resume": None})
    return Run(number, spec, whole, 1, "/bases/tiny", Path("runs"), "finished", 40, 40, 1.0, None)


def answered(number: int, right: list[bool], scores: dict[str, Any] | None = None, split: str = "test") -> Examined:
    answers = [
        Answer(
            position, position, split, f"Question {position}?", f"Answer {position}", (("x",),), {"tuned": "x"},
            {"tuned": {"key_facts": float(is_right)}}, fact_id=position,
        )
        for position, is_right in enumerate(right)
    ]  # fmt: skip
    return Examined(run(number), Exam(number, number, "{}", "finished", scores or {}), answers)


def test_only_the_options_that_differ_are_named() -> None:
    assert compared.differing([run(1), run(2, rank=16, warmup=9)]) == ["rank"]
    assert compared.differing([run(1), run(2)]) == []
    other = dataclasses.replace(run(3), dataset_id=2)
    assert compared.differing([run(1), other]) == ["dataset"]
    assert compared.losses_compare([run(1), run(2, rank=16)])
    assert not compared.losses_compare([run(1), other])
    assert not compared.losses_compare([run(1), run(2, cues=0.4)])


def test_a_clear_difference_names_the_better_run_first() -> None:
    worse, better = answered(2, [True] * 10 + [False] * 30), answered(4, [True] * 36 + [False] * 4)
    (told,) = between.differences([worse, better])
    assert (told.first, told.second, told.decision, told.n) == (4, 2, "better", 40)
    assert told.difference == pytest.approx(0.65)
    assert 0 < told.low < told.difference < told.high < 1
    sentence = between.sentence(told)
    assert sentence.startswith("Run 4 is better than run 2 by 65 points (between ")
    assert between.differences([better, worse]) == [told]
    assert told.to_json()["sentence"] == sentence


def test_what_chance_can_do_is_no_difference() -> None:
    one, other = answered(2, [True, False] * 20), answered(3, [False, True] * 19 + [True, True])
    told = between.between(one, other)
    assert told.decision == "alike"
    assert told.low <= 0 <= told.high
    assert "do not differ by more than chance" in between.sentence(told)


def test_a_difference_within_the_noise_of_the_base_is_none() -> None:
    noise = {"results": {"noise": {"key_facts": {"floor": 0.7, "n": 40}}}}
    worse, better = answered(2, [True] * 10 + [False] * 30), answered(4, [True] * 36 + [False] * 4, noise)
    told = between.between(worse, better)
    assert (told.decision, told.floor) == ("alike", 0.7)
    assert "no more than the base when it is asked twice" in between.sentence(told)


def test_without_exams_or_with_few_questions_nothing_is_claimed() -> None:
    some = answered(1, [True] * 5)
    assert between.between(some, Examined(run(2))).decision == "unknown"
    assert between.between(some, answered(2, [False] * 5)).decision == "too_few"
    assert between.between(answered(1, [True] * 9), answered(2, [True] * 9, split="unseen")).n == 0


def test_the_command_compares_stored_runs(project_path: str, capsys: pytest.CaptureFixture[str]) -> None:
    add_dataset(project_path, *wordings())
    assert main(["runs", project_path]) == 1
    with Project(project_path) as project:
        for number, right in ((1, 10), (2, 36)):
            plan = {"rank": 8 * number, "learning_rate": 1e-3}
            spec = json.dumps({"preset": "quick"})
            made = runs.add(project, spec=spec, plan=plan, dataset_id=1, base="/bases/tiny", iterations=5)
            exam = exams.begin(project, made.id, "{}")
            exams.add_answers(project, exam.id, [dataclasses.replace(a, pair_id=None) for a in
                                                 answered(number, [n < right for n in range(40)]).answers])  # fmt: skip
            exams.finish(project, exam.id, {})
    capsys.readouterr()
    assert main(["runs", project_path, "--compare", "1,2"]) == 0
    out = capsys.readouterr().out
    assert "rank" in out
    assert "Run 2 is better than run 1 by 65 points" in out
    assert main(["runs", project_path, "--json", "--compare", "1,2"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["differing"] == ["rank"]
    assert [each["key_facts"]["mean"] for each in told["runs"]] == [0.25, 0.9]
    assert main(["runs", project_path, "--compare", "1"]) == 1
    assert main(["runs", project_path]) == 0
