"""What an exam comes to: every figure recomputable, plain JSON, and nothing dropped without a word."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest

from engine.project.exams import Answer, Judgement, Preference, ProbeAnswer
from engine.proof.results import results
from engine.proof.statistics import wilson
from tests.engine.made_exams import answers, noisy, often, probe, right, wrong

ALL = {"base": wrong, "base_rag": often(0.5), "tuned": often(0.9), "tuned_rag": right}


def found(asked: list[Answer], **given: Any) -> dict[str, Any]:
    told = results(
        asked, given.get("judgements", ()), given.get("preferences", ()), given.get("probe", ()), trained=None
    )
    assert json.loads(json.dumps(told, allow_nan=False, ensure_ascii=False)) == told
    return told


def test_every_figure_of_every_side() -> None:
    asked = answers(40, ALL)
    told = found(asked)
    assert (told["version"], told["split"], told["questions"]) == (1, "test", 40)
    assert told["sides"] == ["base", "base_rag", "tuned", "tuned_rag"]
    split = told["splits"]["test"]
    assert (split["n"], split["facts"]) == (40, 40)
    for side, figures in split["sides"].items():
        for name in ("key_facts", "token_f1", "rouge_l", "loss"):
            values = [answer.scores[side][name] or 0.0 for answer in asked]
            assert figures[name]["mean"] == pytest.approx(sum(values) / 40)
            assert figures[name]["n"] == 40
            assert figures[name]["low"] <= figures[name]["mean"] <= figures[name]["high"]
        assert figures["perplexity"]["mean"] == pytest.approx(math.exp(figures["loss"]["mean"]))
        assert "judge" not in figures
    assert set(split["pairs"]) == {
        "tuned-base",
        "tuned-base_rag",
        "base_rag-base",
        "tuned_rag-base_rag",
        "tuned_rag-tuned",
    }
    pair = split["pairs"]["tuned-base"]["key_facts"]
    assert (pair["win"], pair["tie"], pair["loss"], pair["n"]) == (36, 4, 0, 40)
    assert pair["difference"] == pytest.approx(0.9)
    assert (pair["win_low"], pair["win_high"]) == pytest.approx(wilson(38, 40))
    assert split["pairs"]["tuned-base"]["loss"]["win"] == 36


def test_wordings_of_a_fact_count_as_one() -> None:
    told = found(answers(60, ALL, wordings=3))
    split = told["splits"]["test"]
    assert (split["n"], split["facts"]) == (60, 20)
    alone = found(answers(20, ALL))["splits"]["test"]
    for figure in ("key_facts", "loss"):
        many, few = (each["sides"]["tuned"][figure] for each in (split, alone))
        assert (many["low"], many["high"]) == pytest.approx((few["low"], few["high"]))


def test_older_answers_do_not_tell_their_facts() -> None:
    told = found(answers(60, ALL, wordings=3, old=True))
    assert told["splits"]["test"]["facts"] == 20
    assert told["sections"] == told["kinds"] == []


def test_questions_of_a_file_stand_alone() -> None:
    asked = [replace(answer, pair_id=None, fact_id=None, split="written") for answer in answers(12, ALL, wordings=3)]
    assert found(asked)["splits"]["written"]["facts"] == 12


def test_splits_come_with_the_main_one_first() -> None:
    asked = [*answers(12, ALL, split="train"), *answers(12, ALL, split="unseen", first=12)]
    told = found(asked)
    assert list(told["splits"]) == ["unseen", "train"]
    assert (told["split"], told["questions"]) == ("unseen", 24)


def test_sections_and_kinds_of_the_main_split() -> None:
    told = found([*answers(24, ALL), *answers(12, ALL, split="train", first=24)])
    assert [section["section"] for section in told["sections"]] == [["Care", "Unit 0"], ["Care", "Unit 1"]]
    assert [kind["kind"] for kind in told["kinds"]] == ["fact", "how_to"]
    for part in (*told["sections"], *told["kinds"]):
        assert part["n"] == 12
        assert set(part["sides"]) == set(ALL)
        assert part["sides"]["base"]["mean"] == 0 < part["sides"]["base"]["high"]
        assert part["difference"]["low"] <= part["difference"]["difference"] <= part["difference"]["high"]


def test_two_sides_and_half_an_exam_are_enough() -> None:
    told = found(answers(7, {"base": wrong, "tuned": right}))
    assert told["sides"] == ["base", "tuned"]
    assert list(told["splits"]["test"]["pairs"]) == ["tuned-base"]
    assert told["noise"] is told["probe"] is told["judge"] is None
    assert told["verdict"]["decision"] == "too_few"


def test_one_side_alone_and_nothing_at_all() -> None:
    alone = found(answers(20, {"base": wrong}))
    assert alone["splits"]["test"]["pairs"] == {}
    assert alone["kinds"][0]["difference"] is None
    assert alone["verdict"]["decision"] == found([])["verdict"]["decision"] == "too_few"
    assert found([])["split"] == ""


def test_a_question_without_a_reference_has_no_loss() -> None:
    asked = [
        replace(answer, scores={side: {**scores, "loss": None} for side, scores in answer.scores.items()})
        for answer in answers(12, ALL)
    ]
    told = found(asked)["splits"]["test"]
    assert "loss" not in told["sides"]["tuned"]
    assert "perplexity" not in told["pairs"]["tuned-base"]


def test_the_base_asked_twice_tells_the_noise() -> None:
    quiet = found(answers(36, {**ALL, **noisy(wrong)}))
    assert quiet["noise"]["key_facts"] == {"floor": 0.0, "n": 36}
    assert quiet["sides"] == list(ALL)
    loud = found(answers(36, {**ALL, "base_noise": often(0.5), "base_noise_too": often(0.3)}))
    assert 0.2 <= loud["noise"]["key_facts"]["floor"] <= 0.5


def test_a_judge_is_a_figure_of_its_own() -> None:
    asked = answers(20, ALL)
    scores = {"base": 10.0, "tuned": 80.0}
    judged = [Judgement(place, side, "judge", scores[side] + place) for place in range(20) for side in scores]
    told = found(asked, judgements=judged)
    assert told["judge"] == {
        "judge": "judge",
        "asked": 40,
        "scored": 40,
        "unreadable": 0,
        "problem": "",
        "preference": None,
    }
    assert told["splits"]["test"]["sides"]["tuned"]["judge"]["mean"] == pytest.approx(89.5)
    assert told["splits"]["test"]["pairs"]["tuned-base"]["judge"]["difference"] == pytest.approx(70)
    assert "judge" not in told["splits"]["test"]["sides"]["base_rag"]


def test_a_score_that_could_not_be_had_is_in_no_mean_and_is_told() -> None:
    judged = [Judgement(place, "tuned", "judge", 50.0) for place in range(8)]
    judged += [Judgement(place, "tuned", "judge", None, problem="The reply was no JSON.") for place in (8, 9)]
    told = found(answers(10, ALL), judgements=judged)
    assert told["splits"]["test"]["sides"]["tuned"]["judge"]["mean"] == pytest.approx(50)
    assert (told["judge"]["asked"], told["judge"]["scored"], told["judge"]["unreadable"]) == (10, 8, 2)
    expected = "No score could be had of 2 of 10 replies, which are in no mean: The reply was no JSON."
    assert told["judge"]["problem"] == expected
    whole = [Judgement(0, "tuned", "j", None, problem="No score could be had: it was silent.")]
    assert found(answers(10, ALL), judgements=whole)["judge"]["problem"].endswith("in no mean: it was silent.")


def test_of_two_judges_the_one_who_said_more_counts() -> None:
    judged = [Judgement(place, "tuned", "b", 90.0) for place in range(10)] + [Judgement(0, "tuned", "a", 0.0)]
    told = found(answers(10, ALL), judgements=judged)
    assert told["judge"]["judge"] == "b"
    assert told["splits"]["test"]["sides"]["tuned"]["judge"]["mean"] == pytest.approx(90)


def test_preferences_are_asked_both_ways_round() -> None:
    both = [(1.0, 1.0), (1.0, 0.5), (1.0, 0.0), (0.5, 0.5), (0.0, 0.0), (None, 1.0)]
    said = [Preference(place, "tuned", "base", "judge", *ways) for place, ways in enumerate(both)]
    told = found(answers(10, ALL), preferences=said)["judge"]["preference"]
    assert (told["side"], told["other"]) == ("tuned", "base")
    assert (told["win"], told["tie"], told["loss"], told["n"], told["unreadable"]) == (2, 2, 1, 5, 1)
    assert (told["share"], told["low"], told["high"]) == pytest.approx((0.6, *wilson(3, 5)))


def test_the_probe_by_suite_and_together() -> None:
    told = found(answers(12, ALL), probe=probe(0.8, 0.6))["probe"]
    assert [(suite["suite"], suite["language"], suite["n"]) for suite in told["suites"]] == [
        ("language", "en", 30),
        ("reasoning", "en", 30),
        ("language", "ko", 30),
        ("reasoning", "ko", 30),
    ]
    assert told["questions"]["n"] == 120
    assert told["questions"]["difference"] == pytest.approx(-0.2)
    assert told["questions"]["low"] < -0.2 < told["questions"]["high"] < 0
    assert told["text"]["difference"] == pytest.approx(0.1)
    assert told["text"]["base_perplexity"] == pytest.approx(math.exp(2.5))
    assert told["skills"] is None
    assert told["texts"][0]["suite"] == "text"


def test_a_suite_of_which_the_base_knows_nothing_is_marked() -> None:
    asked = [*probe(0.0, 0.2, suites=("reasoning",)), *probe(0.9, 0.0, suites=("language",))]
    told = found(answers(12, ALL), probe=asked)["probe"]
    assert {suite["suite"]: suite["nothing_to_lose"] for suite in told["suites"]} == {
        "reasoning": True,
        "language": False,
    }
    assert not any(suite["nothing_to_lose"] for suite in told["texts"])


def test_skills_of_the_starter_are_no_general_questions() -> None:
    told = found(answers(12, ALL), probe=probe(0.9, 0.1, suites=("writing", "picking")))["probe"]
    assert told["questions"] is None
    assert told["skills"]["difference"] == pytest.approx(-0.8)
    assert {suite["suite"] for suite in told["suites"]} == {"writing", "picking"}


def test_a_probe_of_one_side_is_no_comparison() -> None:
    alone = [ProbeAnswer(0, "language", "en", "?", "!", {}, {"base": {"right": 1.0}})]
    assert found(answers(12, ALL), probe=alone)["probe"] is None


def test_results_are_the_same_every_time_and_in_any_order() -> None:
    asked = answers(36, {**ALL, **noisy(often(0.2))}, wordings=2)
    once = found(asked, probe=probe(0.8, 0.7))
    assert once == found(asked, probe=probe(0.8, 0.7))
    turned = found(asked[::-1])["splits"]["test"]["sides"]["tuned"]["key_facts"]
    assert turned == pytest.approx(once["splits"]["test"]["sides"]["tuned"]["key_facts"])
