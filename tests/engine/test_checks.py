"""The checks: what each objects to, and what all of them must let through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dataset.checks import BETWEEN, CHECKS, SENTENCES, judge
from engine.dataset.checks.candidate import Candidate
from engine.dataset.checks.duplicates import Asked
from engine.dataset.words import clean_question, names, normalised, numbers, stem

FILTER = "The water filter of the Brivolt 40 must be replaced every 60 days."


def reason(question: str, answer: str = FILTER, evidence: str = FILTER, language: str = "en") -> str:
    return judge(Candidate(question, answer, evidence, evidence, language))[0]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How often must the water filter of the Brivolt 40 be replaced?", FILTER),
        ("How often do I have to change the water filter of my Brivolt 40?", FILTER),
        ("Replacement interval of the water filter of the Brivolt 40?", FILTER),
        ("Can you tell me how long the water filter of the Brivolt 40 lasts?", FILTER),
        ("What does error E07 mean?", "Error E07 means that the pump is blocked."),
        ("What is the housing made of?", "The housing is made of brushed aluminium."),
        ("How do I turn on the device?", "Press the power button for 3 seconds to turn on the device."),
        ("Who founded Marlin?", "Marta Ullman founded Marlin in 1987."),
        ("When was Marlin founded?", "Marta Ullman founded Marlin in 1987."),
        ("How much do 12 cartridges cost?", "A box of 12 cartridges costs 40 euros."),
        ("How long may the lamp be used at 40 °C?", "At 40 °C the lamp may be used for 8 hours."),
        ("What must never be done with the charger?", "Never cover the charger while it is in use."),
        ("Where is the fuse?", "The fuse is located behind the left side panel."),
        ("What is stored when no information is given?", "When no information is given, the unit stores the default."),
        ("How heavy is the grinder?", "The grinder weighs 14 kilograms."),
        ("What number do I call for service?", "The service line is open on +44 20 7946 0123."),
        ("Which city is Marlin based in?", "Marlin is based in Utrecht."),
    ],
)
def test_good_pairs_pass(question: str, sentence: str) -> None:
    assert judge(Candidate(question, sentence, sentence, sentence)) == ("", "")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("", "empty"),
        ("?!", "empty"),
        ("How often must the water filter of the", "truncated"),
        ("How often must the water filter be replaced in the?", "truncated"),
        ("How often must the filter (of the Brivolt be replaced?", "truncated"),
        ("What is?", "too_short"),
        ("What is it about?", "context"),
        ("How long the water filter of the Brivolt 40 lasts?", "garbled"),
        ("What " + "water filter " * 30 + "?", "too_long"),
        ("How often must the the water filter be replaced?", "garbled"),
        ("How often must the filter be replaced every 60 days every 60 days?", "garbled"),
        ("Where can I find more information about the water filter?", "where_to_find"),
        ("Which page describes the water filter?", "where_to_find"),
        ("According to the text, how often must the filter be replaced?", "about_document"),
        ("What does the passage say about the water filter?", "about_document"),
        ("The water filter of the Brivolt 40 must be replaced every 60 days?", "copy"),
        ("How often must the water filter of the Brivolt 70 be replaced?", "off_topic"),
        ("How many astronauts orbit Jupiter with their telescope?", "off_topic"),
        ("When must the water filter of the Brivolt 40 be replaced after 60 days?", "reveals"),
    ],
)
def test_poor_questions_are_rejected(question: str, expected: str) -> None:
    assert reason(question) == expected


@pytest.mark.parametrize(
    ("answer", "evidence", "expected"),
    [
        ("The filter must be replaced every 90 days.", FILTER, "unsupported"),
        ("The filter of the Meridian must be replaced every 60 days.", FILTER, "unsupported"),
        (FILTER, "", "unsupported"),
        ("", FILTER, "no_answer"),
        ("This is not mentioned in the excerpts.", FILTER, "no_answer"),
        ("The water filter of the Brivolt 40 must be replaced every 60 days and then it", FILTER, "cut_answer"),
        ("Every 60 days.", FILTER, ""),
        ("It must be replaced every 60 days", FILTER, ""),
    ],
)
def test_answers_must_stand_in_the_evidence(answer: str, evidence: str, expected: str) -> None:
    assert reason("How often must the water filter be replaced?", answer, evidence) == expected


def test_korean() -> None:
    sentence = "이 장치의 필터는 60일마다 교체해야 합니다."
    good = Candidate("필터는 얼마나 자주 교체해야 하나요?", sentence, sentence, sentence, "ko")
    assert judge(good) == ("", "")
    where = Candidate("필터 정보는 어디에서 찾을 수 있나요?", sentence, sentence, sentence, "ko")
    assert judge(where)[0] == "where_to_find"
    wrong = Candidate("필터는 얼마나 자주 교체해야 하나요?", "필터는 90일마다 교체합니다.", sentence, sentence, "ko")
    assert judge(wrong)[0] == "unsupported"


def test_every_check_has_a_name_and_a_sentence() -> None:
    assert len(SENTENCES) == len(CHECKS) + len(BETWEEN)
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("1. How much is it?", "How much is it?"),
        ("  - **How much is it?**", "How much is it?"),
        ("Q3: How much is it?", "How much is it?"),
        ('"How much is it?"', "How much is it?"),
        ("2) `How much` is it?", "How much is it?"),
        ("질문 1: 얼마인가요?", "얼마인가요?"),
        ("How many of the 3.5 litre tanks fit?", "How many of the 3.5 litre tanks fit?"),
        ("What does 'E07' mean?", "What does 'E07' mean?"),
    ],
)
def test_numbering_and_marks_are_stripped(written: str, clean: str) -> None:
    assert clean_question(written) == clean


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_question(clean_question(text)) == clean_question(text)


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_pair_makes_a_check_fail(question: str, answer: str) -> None:
    name, detail = judge(Candidate(question, answer, answer, answer))
    assert bool(name) == bool(detail)


def test_near_duplicates_are_looked_for_between_facts_only() -> None:
    asked = Asked()
    asked.add(1, "How often must the air filter be replaced?")
    assert asked.near_duplicate(2, "How often must the air filter be replaced?")
    assert asked.near_duplicate(2, "How often should the air filter be replaced?")
    assert not asked.near_duplicate(1, "How often must the air filter be replaced?")
    assert not asked.near_duplicate(2, "How often must the oil filter be replaced?")
    assert not asked.near_duplicate(2, "What does the air filter cost?")


def test_words_and_numbers() -> None:
    assert numbers("1,000 units of 2.5 V at 10:30.") == {"1000", "2.5", "10:30"}
    assert names("The pump of the Brivolt shows E07.") == {"brivolt", "e07"}
    assert stem("replaced") == stem("replacement") == stem("replaces")
    assert normalised("How  much is it?") == normalised("how much is it")
