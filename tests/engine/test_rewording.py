"""Rewordings: what may be asked instead, and what is left alone because its build is not certain."""

from __future__ import annotations

import pytest

from engine.dataset.checks import judge
from engine.dataset.checks.candidate import Candidate
from engine.dataset.words import normalised
from engine.writers.indirect import indirect
from engine.writers.rewording import reworded, rewordings


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("What does error code E02 mean?", "What is the meaning of error code E02?"),
        ("How much does the drive belt cost?", "What is the price of the drive belt?"),
        ("Price of the drive belt?", "How much does the drive belt cost?"),
        ("How heavy is the pump?", "What is the weight of the pump?"),
        ("How often must the charcoal filter be replaced?", "At what intervals must the charcoal filter be replaced?"),
        ("How to open the settings menu?", "What is the right way to open the settings menu?"),
        ("What must be done to open the settings menu?", "How do I open the settings menu?"),
        ("What to do if the crumb is sticky?", "What should be done if the crumb is sticky?"),
        ("Where is the service centre found?", "What is the location of the service centre?"),
        ("Which warranty applies to the pump?", "What warranty applies to the pump?"),
        ("Who founded the company?", "Which person founded the company?"),
        ("Could you tell me what the lid protects?", "What does the lid protect?"),
        ("What should be done with the old filter?", "What should I do with the old filter?"),
        ("How long does the drum rest?", "Do you know how long the drum rests?"),
    ],
)
def test_equal_forms(question: str, other: str) -> None:
    assert other in rewordings(question)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("How long does the drum rest?", "how long the drum rests"),
        ("When did production of the R5 begin?", "when production of the R5 began"),
        ("What do the two founders repair?", "what the two founders repair"),
        ("Where is the serial number printed?", "where the serial number is printed"),
        ("How long is the power cord?", "how long the power cord is"),
        ("What is the machine made for?", "what the machine is made for"),
        ("When must the weight sensor be calibrated?", "when the weight sensor must be calibrated"),
        ("At what height must the lamp be mounted?", "at what height the lamp must be mounted"),
        ("Who leads the service centre?", "who leads the service centre"),
        ("What must be done before the first start?", "what must be done before the first start"),
        ("Can you tell me when the pump stops?", "when the pump stops"),
        ("How long do I have a warranty?", "how long I have a warranty"),
        # Nothing certain: no question, no verb, two places for it, a participle that may belong to the phrase.
        ("Open the lid.", ""),
        ("Number of the composter?", ""),
        ("What does the child lock switch on?", ""),
        ("What is the name given to it?", ""),
        ("What does it not do?", ""),
        ("Is the lid open?", ""),
        ("Where are protection components frobbed?", ""),
        ("How is the lamp available?", ""),
    ],
)
def test_indirect_questions(question: str, asked: str) -> None:
    assert indirect(question) == asked


def test_several_things_are_not_spoken_of_as_one() -> None:
    for other in rewordings("How much money do I need for Fermel granules?"):
        assert "does Fermel" not in other
        assert "granules costs" not in other
        assert "is Fermel" not in other
    assert "What is the price of Fermel granules?" in rewordings("How much money do I need for Fermel granules?")


def test_a_clause_is_no_phrase() -> None:
    assert rewordings("What does the lid that is open mean?") == []
    assert not any(other.startswith("How to the") for other in rewordings("What must be done to the filter?"))


@pytest.mark.parametrize(
    "question",
    ["How often must the air filter be cleaned?", "What does error code E02 mean?", "How do I pair the lamp?"],
)
def test_at_least_eight_wordings_and_each_a_question(question: str) -> None:
    found = [question, *rewordings(question)]
    assert len(found) >= 6
    assert len({normalised(other) for other in found}) == len(found)
    evidence = "The air filter, error code E02 and the lamp: clean it every month, it means heat, pair it with the app."
    for other in found:
        assert judge(Candidate(other, "Every month, heat, with the app.", evidence, evidence))[0] in ("", "off_topic")


def test_rewordings_of_several_questions_take_turns_and_bad_ones_are_left_out() -> None:
    asked = ["What does error code E02 mean?", "How to open the lid?"]
    found = list(reworded(asked, lambda other: "Do you" not in other))
    assert found[:2] == ["What is the meaning of error code E02?", "How do I open the lid?"]
    assert not any("Do you" in other for other in found)
    assert not set(asked) & set(found)


def test_the_verb_of_a_clause_stays_where_it_is() -> None:
    assert "Can you tell me what happens if the error is large?" in rewordings("What happens if the error is large?")
