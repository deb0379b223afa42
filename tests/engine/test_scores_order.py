"""The scores put replies in the order in which a person would: right, partly right, wrong, off topic, empty."""

from __future__ import annotations

import pytest

from engine.dataset.scores import key_facts, score

# question, reference, right in other words, partly right, wrong (a slip of the fact), off topic
PLANTED = [
    (
        "How much water does the tank hold?",
        "The tank holds 3.5 litres of water.",
        "The tank holds 3.5 l of water.",
        "The tank holds water for some litres of use.",
        "The tank holds 5.3 litres of coffee beans.",
        "Thank you for asking about our showroom.",
    ),
    (
        "How often is the filter cleaned?",
        "The filter is cleaned every 6 weeks.",
        "It is cleaned every six weeks.",
        "The filter is cleaned every few months or weeks.",
        "Every 9 months.",
        "Music was invented long ago.",
    ),
    (
        "Who designed the lighthouse?",
        "The lighthouse was designed by Maren Holt in 1881.",
        "Maren Holt designed the lighthouse.",
        "The lighthouse was designed by an engineer in 1881.",
        "A certain Piet Vries built it.",
        "Ships carry cargo.",
    ),
    (
        "When did the mill open?",
        "The mill opened on 4 May 1923.",
        "It opened on May 4, 1923.",
        "The mill opened in spring, on some day of May.",
        "On 9 June 1932.",
        "Flour is white.",
    ),
    (
        "Which error code means that the lid is open?",
        "Code E07 means that the lid is open.",
        "E-07 means the lid is open.",
        "Some code means that the lid is open.",
        "Code E12.",
        "Please visit our website.",
    ),
    (
        "What voltage does the heater need?",
        "The heater needs 230 V.",
        "It needs 230 volts.",
        "The heater needs mains voltage.",
        "12 V.",
        "Rain is expected tomorrow.",
    ),
    (
        "Where is the fuse box located?",
        "The fuse box is located behind the rear panel.",
        "The fuse box is behind the rear panel.",
        "The fuse box is located behind something.",
        "Under the front wheel.",
        "Bananas are yellow.",
    ),
    (
        "How long is the warranty?",
        "The warranty lasts 24 months from the date of purchase.",
        "24 months from purchase.",
        "The warranty lasts some months from the date of purchase.",
        "Ten years.",
        "Our office closes early.",
    ),
    (
        "What is the largest load of the shelf?",
        "The shelf carries at most 45 kg.",
        "At most 45 kilograms.",
        "The shelf carries at most a fair load.",
        "90 lb.",
        "Wood grows on trees.",
    ),
    (
        "What does the red lamp show?",
        "The red lamp shows that the battery is empty.",
        "It shows that the battery is empty.",
        "The red lamp shows the state of the battery.",
        "A full tank.",
        "Green is a colour too.",
    ),
    (
        "Why must the door be shut?",
        "The door must be shut because heat escapes otherwise.",
        "Because heat escapes otherwise when it must not.",
        "The door must be shut because of heat.",
        "To keep children away.",
        "Doors are made of wood.",
    ),
    (
        "What is the price of a spare belt?",
        "A spare belt costs 18 euros.",
        "It costs €18.",
        "A spare belt costs little.",
        "81 euros.",
        "Call us any time.",
    ),
    (
        "물탱크의 용량은 얼마입니까?",
        "물탱크의 용량은 3.5리터입니다.",
        "용량은 3.5 L입니다.",
        "물탱크의 용량은 몇 리터입니다.",
        "9킬로그램.",
        "오늘은 날씨가 좋습니다.",
    ),
    (
        "필터는 얼마나 자주 청소합니까?",
        "필터는 6주마다 청소합니다.",
        "6주마다 청소합니다.",
        "필터는 가끔 청소합니다.",
        "매년 한 번.",
        "고양이가 잡니다.",
    ),
    (
        "등대는 누가 설계했습니까?",
        "등대는 1881년에 김민수가 설계했습니다.",
        "김민수가 1881년에 설계했습니다.",
        "등대는 어떤 기사가 설계했습니다.",
        "박철수.",
        "배가 고픕니다.",
    ),
    (
        "방앗간은 언제 문을 열었습니까?",
        "방앗간은 1923년 5월 4일에 문을 열었습니다.",
        "1923년 5월 4일에 열었습니다.",
        "방앗간은 봄에 문을 열었습니다.",
        "1932년.",
        "커피를 좋아합니다.",
    ),
    (
        "뚜껑이 열렸다는 오류 코드는 무엇입니까?",
        "오류 코드 E07은 뚜껑이 열렸다는 뜻입니다.",
        "E07입니다. 뚜껑이 열렸다는 뜻입니다.",
        "어떤 오류 코드는 뚜껑이 열렸다는 뜻입니다.",
        "E12.",
        "감사합니다 또 오세요.",
    ),
    (
        "보증 기간은 얼마입니까?",
        "보증 기간은 구입일부터 24개월입니다.",
        "구입일부터 24개월입니다.",
        "보증 기간은 구입일부터 한동안입니다.",
        "십 년.",
        "비가 옵니다.",
    ),
    (
        "선반의 최대 하중은 얼마입니까?",
        "선반의 최대 하중은 45kg입니다.",
        "최대 45 kg입니다.",
        "선반의 최대 하중은 꽤 큽니다.",
        "90파운드.",
        "나무가 자랍니다.",
    ),
    (
        "퓨즈 상자는 어디에 있습니까?",
        "퓨즈 상자는 뒤쪽 덮개 안에 있습니다.",
        "뒤쪽 덮개 안에 있습니다.",
        "퓨즈 상자는 어딘가 안에 있습니다.",
        "바퀴 밑.",
        "바나나는 노랗다.",
    ),
    (
        "예비 벨트의 가격은 얼마입니까?",
        "예비 벨트의 가격은 18유로입니다.",
        "가격은 18유로입니다.",
        "예비 벨트의 가격은 쌉니다.",
        "81달러.",
        "언제든 전화하세요.",
    ),
]


@pytest.mark.parametrize("planted", PLANTED, ids=[entry[0] for entry in PLANTED])
def test_each_question_orders_its_replies(planted: tuple[str, ...]) -> None:
    question, reference, *replies = planted
    keys = key_facts(question, reference)
    exact, right, partly, wrong, off = (score(reply, reference, keys) for reply in (reference, *replies))
    empty = score("", reference, keys)
    assert exact == {"key_facts": 1.0, "token_f1": 1.0, "rouge_l": 1.0}
    assert right["key_facts"] == 1
    assert [each["key_facts"] for each in (partly, wrong, off, empty)] == [0, 0, 0, 0]
    assert empty == {"key_facts": 0.0, "token_f1": 0.0, "rouge_l": 0.0}
    for figure in ("token_f1", "rouge_l"):
        assert exact[figure] >= right[figure] > off[figure]
        assert partly[figure] > off[figure] >= empty[figure]
        assert wrong[figure] >= empty[figure]


@pytest.mark.parametrize("figure", ["token_f1", "rouge_l"])
def test_what_is_partly_right_is_nearer_than_what_is_wrong(figure: str) -> None:
    """Words alone cannot tell a wrong number in the right sentence, which is what key facts are for."""
    wrongly = [
        entry[0]
        for entry in PLANTED
        if score(entry[4], entry[1], key_facts(entry[0], entry[1]))[figure]
        >= score(entry[3], entry[1], key_facts(entry[0], entry[1]))[figure]
    ]
    assert set(wrongly) <= {"How much water does the tank hold?", "What is the price of a spare belt?"}


def test_over_all_questions_the_means_are_in_order() -> None:
    totals = [
        sum(sum(score(entry[place], entry[1], key_facts(entry[0], entry[1])).values()) for entry in PLANTED)
        for place in (1, 2, 3, 4, 5)
    ]
    assert totals == sorted(totals, reverse=True)
    assert len(PLANTED) >= 20
    assert totals[0] == 3 * len(PLANTED)
    assert totals[-1] < 0.3 * len(PLANTED)
