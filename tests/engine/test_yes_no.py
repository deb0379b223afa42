"""Questions by yes or no: what may be asked so, and what would lose its meaning."""

from __future__ import annotations

import pytest

from engine.dataset.checks import judge
from engine.dataset.checks.candidate import Candidate
from engine.writers.yes_no import asked


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "The filter must not be washed in the dishwasher.",
            "May the filter be washed in the dishwasher?",
            "No, the filter must not be washed in the dishwasher.",
        ),
        ("Never touch the heating plate.", "May I touch the heating plate?", "No, never touch the heating plate."),
        ("A fuse is not a power supply.", "Is a fuse a power supply?", "No, a fuse is not a power supply."),
        ("The drum does not need oil.", "Does the drum need oil?", "No, the drum does not need oil."),
        (
            "The tank can be emptied by hand.",
            "Can the tank be emptied by hand?",
            "Yes, the tank can be emptied by hand.",
        ),
        ("USB power must not exceed 2 A.", "May USB power exceed 2 A?", "No, USB power must not exceed 2 A."),
    ],
)
def test_what_is_allowed_or_denied(sentence: str, question: str, answer: str) -> None:
    written = asked(sentence, korean=False)
    assert written is not None
    assert (written.questions[0], written.answer, written.kind) == (question, answer, "yes_no")
    candidate = Candidate(question, answer, sentence, sentence, kind="yes_no")
    assert judge(candidate) == ("", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "The lid must not be opened until the drum rests.",
        "It must not be washed.",
        "The board is not a driver and must be paired with one.",
        "The filter must be cleaned every month.",
        "The pump may be noisy.",
        "Do not worry, only the lamp is on.",
        "The tank can not only be emptied by hand.",
        "You must not, under any circumstances, open it.",
        "The pump, which is loud, can be stopped.",
    ],
)
def test_what_would_lose_its_meaning_is_not_asked(sentence: str) -> None:
    assert asked(sentence, korean=False) is None


def test_a_name_keeps_its_capital() -> None:
    written = asked("Fermel can be stored for a year.", korean=False, named=True)
    assert written is not None
    assert written.questions[0] == "Can Fermel be stored for a year?"


def test_korean_bans() -> None:
    written = asked("필터를 세제로 세척하지 마십시오.", korean=True)
    assert written is not None
    assert written.questions[0] == "필터를 세제로 세척해도 되나요?"
    assert written.answer == "아니요, 필터를 세제로 세척하지 마십시오."
    assert asked("너무 크게 걱정하지 마십시오.", korean=True) is None
    assert asked("그 필터를 세척하지 마십시오.", korean=True) is None
