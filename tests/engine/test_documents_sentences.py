"""Sentences, languages and token counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from engine.documents.language import language
from engine.documents.sentences import MARKER, sentences
from engine.documents.tokens import count_tokens
from engine.resources import starter

_STARTER = Tokenizer.from_file(str(starter() / "tokenizer.json"))


def cut(text: str, language: str = "") -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, language)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The lid is closed.", "Open it."],
        ["Is it hot?", "Yes!", "Then wait."],
        ["Dr. Brown and Mrs. Lee met Prof. J. R. Hill.", "They agreed."],
        ["It weighs 3.5 kg, i.e. 7.7 lb, and costs $12.50.", "Shipping is free."],
        ["Use e.g. No. 5 or Fig. 3 of vol. 2, p. 17.", "See also sec. 4.2."],
        ["No.", "It does not."],
        ["We open at 9 a.m. and close at 5 p.m.", "The shop is small."],
        ["Call Acme Inc. about it.", "The U.S. Army did.", "It lives in the U.S.", "The rest follows."],
        ["He said: “Stop.”", "She did not."],
        ["Press it (twice.)", "Then leave."],
        ["Take vitamin C.", "It helps."],
        ["See www.example.com or mail a.b@example.com.", "Both work."],
        ["Bring nails, screws, etc.", "Glue is not needed."],
        ["Wait… then go on.", "Well...", "It works."],
        ["In 2019 there were 12.", "In 2020 there were 15."],
        ["It has 12.", "40 more follow."],
        ["The iPhone works.", "iPads do too."],
        ["Version 2.0.1 is out.", "Ask St. Peter or Mt. Hood."],
    ],
)
def test_english(expected: list[str]) -> None:
    assert cut(" ".join(expected), "en") == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["뚜껑을 엽니다.", "물을 붓습니다."],
        ["정말인가요?", "네!", "그렇습니다."],
        ["무게는 3.5kg이고 가격은 12.5만 원이다.", "배송은 무료다."],
        ["2024. 3. 15. 출시되었다.", "회사는 2019. 1. 2. 세워졌다."],
        ['"좋다." 라고 말했다.', "모두 웃었다."],
        ["그는 “간다.”고 했다.", "나는 남았다."],
        ["모델은 X-5입니다.", "No. 7 필터를 씁니다."],
    ],
)
def test_korean(expected: list[str]) -> None:
    assert cut(" ".join(expected), "ko") == expected


def test_korean_without_the_space() -> None:
    assert cut("작업이 끝났다.그리고 쉬었어요.다시 시작합니다.", "ko") == [
        "작업이 끝났다.",
        "그리고 쉬었어요.",
        "다시 시작합니다.",
    ]


def test_japanese_and_chinese() -> None:
    assert cut("これはペンです。「はい。」と言った。終わり！", "ja") == [
        "これはペンです。",
        "「はい。」と言った。",
        "終わり！",
    ]
    assert cut("机器很重。请小心！好吗？", "zh") == ["机器很重。", "请小心！", "好吗？"]


def test_lines_end_sentences_and_markers_are_left_out() -> None:
    text = (
        "3.2 Battery life\nThe battery lasts 9 hours.\n• Open the lid\n• Close it. Wait.\n2. Press start.\n가. 개요\n*"
    )
    assert cut(text) == [
        "3.2 Battery life",
        "The battery lasts 9 hours.",
        "Open the lid",
        "Close it.",
        "Wait.",
        "Press start.",
        "개요",
    ]


def test_rows_of_a_table_stay_whole() -> None:
    text = "| Part | Note |\n| --- | --- |\n| 1. Lid | Close it. Then wait. |\n| | 3 |"
    assert cut(text) == ["| Part | Note |", "| 1. Lid | Close it. Then wait. |", "| | 3 |"]


def test_steps_counted_inside_a_line() -> None:
    assert cut("Do this: 1. Open it. 2. Close it.", "en") == ["Do this: 1. Open it.", "Close it."]


_WORDS = ["The pump", "runs", "3.5", "No. 5", "Dr.", "e.g.", "U.S.", "합니다", "다.", "•", "1."]
_MARKS = [". ", "! ", "? ", ".", "\n", "\n\n", "。", "”", "(", ")", " ", "…"]
_PIECES = st.sampled_from(_WORDS + _MARKS)


@given(st.lists(_PIECES).map("".join) | st.text(), st.sampled_from(["", "en", "ko"]))
def test_spans_are_ordered_trimmed_and_lose_no_word(text: str, language: str) -> None:
    spans = sentences(text, language)
    position, between = 0, ""
    for span in spans:
        piece = text[span.start : span.end]
        assert position <= span.start < span.end <= len(text)
        assert piece == piece.strip()
        assert "\n" not in piece
        between += text[position : span.start] + "\n"
        position = span.end
    # only white space, marks and list markers ("3.", "a)") are in no sentence
    assert not any(char.isalnum() for char in MARKER.sub("", between + text[position:]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lid of the machine is closed and it must not be opened.", "en"),
        ("Der Deckel der Maschine ist zu und darf nicht geöffnet werden.", "de"),
        ("Le couvercle de la machine est fermé et il ne doit pas être ouvert.", "fr"),
        ("La tapa de la máquina está cerrada y no se debe abrir por los niños.", "es"),
        ("기계의 뚜껑은 닫혀 있습니다. Hone 버전 3을 쓰세요.", "ko"),
        ("機械のふたは閉まっています。", "ja"),
        ("机器的盖子是关着的。", "zh"),
        ("Крышка машины закрыта.", "ru"),
        ("12345 --- 67", ""),
        ("", ""),
        ("HR5-110 HR5-204 FG-750", ""),
        (
            "Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy eirmod tempor invidunt ut. " * 3,
            "",
        ),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language(text) == expected


def test_tokens_are_counted_as_the_model_counts_them() -> None:
    assert count_tokens("") == 0
    assert count_tokens("The") == 1
    assert count_tokens("123456") == 6
    assert count_tokens("가나다") == 3  # as models count that know the script


@given(
    st.text(
        alphabet="abC'st.,;<pad>-\n\t\r\x1c\x1f\x85\xa0\u2003\u3000\u200b é½²Ⅷ١07가漢ª\u0300\U0001f600", max_size=24
    )
)
def test_tokens_counted_word_by_word_are_those_of_the_whole_text(text: str) -> None:
    rest = "".join(char for char in text if char not in "가漢")
    whole = len(_STARTER.encode(rest, add_special_tokens=False).ids)
    assert count_tokens(text) == whole + len(text) - len(rest)
