"""The checks of answers against evidence, of languages, of questions that lean on the page, and of broken words."""

from __future__ import annotations

import pytest

from engine.dataset.checks import judge
from engine.dataset.checks.candidate import Candidate
from engine.dataset.checks.clock import clock_times
from engine.dataset.checks.korean import person_names, root
from engine.dataset.quantities import tokens


def pair(question: str, answer: str, evidence: str, chunk: str = "", **more: str) -> Candidate:
    language = "ko" if any("가" <= c <= "힣" for c in evidence) else "en"
    return Candidate(question, answer, evidence, chunk or evidence, **{"language": language, **more})


GOOD = [
    ("How many members does the choir have?", "The choir has 42 members.", "The choir has forty-two members."),
    ("What does the kit cost?", "The kit costs 34.50 euros.", "The kit costs €34.50."),
    (
        "What is the limit of the account?",
        "The limit of the account is 1000 euros.",
        "The account has a limit of 1,000 €.",
    ),
    ("How heavy may the load be?", "The load may weigh 1700 grams.", "The load may weigh 1.7 kg."),
    ("How long does the test take?", "The test takes 90 seconds.", "The test takes 1.5 minutes."),
    ("When was the firm sold?", "The firm was sold on March 3, 2019.", "The firm was sold on 3 March 2019."),
    ("In which year was the firm sold?", "It was sold in 2019.", "The firm was sold on 3 March 2019."),
    ("When does the train leave Karlow?", "The train leaves Karlow at 20:45.", "The train leaves Karlow at 8:45 p.m."),
    ("Who founded the choir?", "Ines Torvald founded the choir.", "The choir was founded by Ines Torvald in 1962."),
    ("May pets travel on the train?", "No, pets may not travel.", "Pets may not travel on the train."),
    ("How long may the pump run dry?", "At most 90 seconds.", "Never run the pump dry for more than ninety seconds."),
    ("How long does it take to charge the lamp?", "Charging takes 3 hours.", "It takes 3 hours to charge the lamp."),
    ("How many colours are there?", "There are three colours.", "The colours are red, green and blue."),
    ("관람료는 얼마인가요?", "관람료는 6,000원입니다.", "어른의 관람료는 6천 원입니다."),
    ("책을 몇 권까지 빌릴 수 있나요?", "7권까지 빌릴 수 있습니다.", "책을 일곱 권까지 빌릴 수 있습니다."),
    ("HX-200의 무게는 얼마인가요?", "HX-200은 850g입니다.", "HX-200의 무게는 850그램입니다."),
    ("문을 언제 여나요?", "17:20에 문을 엽니다.", "오후 5시 20분에 문을 엽니다."),
    ("아이는 몇 살부터 탈 수 있나요?", "3세부터 탈 수 있습니다.", "세 살부터 탈 수 있습니다."),
]
BAD = [
    ("How long does the test take?", "The test takes 12 minutes.", "The test takes 10 minutes.", "unsupported"),
    ("How long does the test take?", "The test takes seven minutes.", "The test takes ten minutes.", "unsupported"),
    ("How long does the test take?", "The test takes 10 hours.", "The test takes 10 minutes.", "unit"),
    ("How wide is the slot?", "The slot is 30 cm wide.", "The slot is 30 mm wide.", "unit"),
    ("What does the charger deliver?", "The charger delivers 5 A.", "The charger delivers 5 V.", "unit"),
    (
        "When was the firm sold?",
        "The firm was sold on 4 March 2019.",
        "The firm was sold on 3 March 2019.",
        "unsupported",
    ),
    ("When does the train leave?", "The train leaves at 8:45 am.", "The train leaves at 20:45.", "unsupported"),
    ("Which code means a blocked pump?", "E08 means a blocked pump.", "E07 means a blocked pump.", "unsupported"),
    (
        "Who founded the choir?",
        "The choir was founded by Bram Okafor.",
        "The choir was founded by Ines Torvald.",
        "unsupported",
    ),
    ("Who taught Marie Holt?", "Marie Holt taught Jan Berg.", "Jan Berg taught Marie Holt.", "swapped"),
    ("On which side is the cup?", "The cup is on the right side.", "The cup is on the left side.", "opposite"),
    ("Is the lamp waterproof?", "The lamp is not waterproof.", "The lamp is waterproof.", "negation"),
    ("May the lid be opened?", "The lid may be opened.", "The lid may not be opened.", "negation"),
    (
        "What is the lamp made of?",
        "The lamp is made of tin, and bees adore its scent.",
        "The lamp is made of tin.",
        "invented",
    ),
    ("How many rooms does the hotel have?", "Breakfast is served downstairs.", "The hotel has 40 rooms.", "invented"),
    ("How does it work?", "It works by heat.", "The oven works by heat.", "context"),
    ("What does he do?", "He repairs pumps.", "Jan Berg repairs pumps.", "context"),
    ("What must be done in step 3 above?", "Open the lid.", "Open the lid.", "context"),
    ("What does the figure above show?", "The pump.", "The figure shows the pump.", "context"),
    ("What is its weight?", "The pump weighs 3 kg.", "The pump weighs 3 kg.", "context"),
    ("이 장에서 설명하는 것은 무엇인가요?", "펌프를 설명합니다.", "펌프를 설명합니다.", "context"),
    ("위 그림은 무엇을 보여 주나요?", "펌프를 보여 줍니다.", "펌프를 보여 줍니다.", "context"),
    ("Wie schwer ist die Pumpe und was kostet sie?", "3 kg.", "The pump weighs 3 kg.", "language"),
    ("펌프의 무게는 얼마인가요?", "3 kg.", "The pump weighs 3 kg.", "language"),
    ("How heavy is the pump?", "펌프는 3 kg입니다.", "The pump weighs 3 kg.", "language"),
    ("펌프의 무게는 얼마인가요?", "ポンプは3キロです。", "펌프의 무게는 3kg입니다.", "language"),
    ("How heavy is the pump?", "Насос весит 3 кг.", "The pump weighs 3 kg.", "language"),
    ("How heavy is the mupp housing?", "3 kg.", "The pump housing weighs 3 kg.", ""),
    ("How heavy is the hosuing?", "3 kg.", "The pump housing weighs 3 kg.", "letters"),
    ("How heavy is the xqzvk pump?", "3 kg.", "The pump weighs 3 kg.", "letters"),
    ("How heavy is the pumpumpump?", "3 kg.", "The pump weighs 3 kg.", "letters"),
    ("How heavy is the cafÃ© pump?", "3 kg.", "The pump weighs 3 kg.", "letters"),
    ("펌ㅍ의 무게는 얼마인가요?", "3kg입니다.", "펌프의 무게는 3kg입니다.", "letters"),
    ("How heavy is the pump?", "How heavy is the pump", "The pump weighs 3 kg.", "echo"),
    ("관람료는 얼마인가요?", "관람료는 7,000원입니다.", "어른의 관람료는 6천 원입니다.", "unsupported"),
    ("얼마나 걸리나요?", "3분이 걸립니다.", "충전에는 3시간이 걸립니다.", "unit"),
    ("대표는 누구인가요?", "대표는 오다빈입니다.", "대표는 서유담입니다.", "swapped"),
    ("창문을 여나요?", "창문은 언제나 열어 둡니다 않습니다.", "창문은 언제나 열어 둡니다.", "negation"),
]


@pytest.mark.parametrize(("question", "answer", "evidence"), GOOD)
def test_the_same_said_otherwise_passes(question: str, answer: str, evidence: str) -> None:
    assert judge(pair(question, answer, evidence)) == ("", "")


@pytest.mark.parametrize(("question", "answer", "evidence", "expected"), BAD)
def test_what_the_evidence_does_not_say_is_rejected(question: str, answer: str, evidence: str, expected: str) -> None:
    assert judge(pair(question, answer, evidence))[0] == expected


def test_evidence_must_stand_in_its_page() -> None:
    sentence = "The pump weighs 3 kg."
    for page in ("A list.\nThe pump\n weighs 3 kg. More.", "The pump weighs 3\u00a0kg.", "The pu-\nmp weighs 3 ㎏."):
        assert judge(pair("How heavy is the pump?", sentence, sentence, page=page)) == ("", "")
    assert judge(pair("How heavy is the pump?", sentence, sentence, page="The pump weighs 4 kg."))[0] == "quote"


def test_the_evidence_of_another_question() -> None:
    chunk = "The drive belt costs 28 euros. Orders above 75 euros are free of charge."
    wrong = pair(
        "What does the drive belt cost?", "Orders above 75 euros are free.", "Orders above 75 euros are free.", chunk
    )
    assert judge(wrong)[0] == "other_question"
    code = pair("What does error E07 mean?", "Error E28 means low voltage.", "Error E28 means low voltage.")
    assert judge(code)[0] in ("other_question", "off_topic")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("4천 5백 원", ["4500", "krw"]),
        ("일흔네 명", ["74", "person"]),
        ("스물다섯 권", ["25", "copy"]),
        ("160 kilometres per hour", ["160", "kmh"]),
        ("2024. 3. 5.", ["2024-03-05"]),
        ("24/3/2024", ["2024-03-24"]),
        ("2024년 3월 24일", ["2024-03-24"]),
    ],
)
def test_notations_meet_in_one_form(text: str, forms: list[str]) -> None:
    assert [token.form for token in tokens(text)] == forms


def test_times_of_day() -> None:
    said = {
        text: clock_times(text)[0]
        for text in ("20:45", "8:45 pm", "오후 8시 45분", "8:45", "8:45 am", "3시간", "오전 8시 45분")
    }
    assert said["20:45"][0].same(said["8:45 pm"][0])
    assert said["20:45"][0].same(said["오후 8시 45분"][0])
    assert said["8:45"][0].same(said["8:45 am"][0])
    assert not said["8:45 am"][0].same(said["20:45"][0])
    assert said["3시간"] == ()


def test_korean_names() -> None:
    assert root("도서관에서는") == "도서관"
    assert person_names("초대 천문대장은 연구가 한누리 박사였습니다.") == ["한누리"]
    assert person_names("대표는 오다빈입니다.") == ["오다빈"]
