"""Kinds of questions: told from the form, stored with every fact, counted."""

from __future__ import annotations

import pytest

from engine.errors import HoneError
from engine.writers.kinds import KINDS, kind_of, named_kinds, rarest, turn


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
