"""Key facts, token F1 and ROUGE-L, against plain definitions and against what a person would say."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.dataset.quantities import plain_number, tokens
from engine.dataset.scores import key_facts, longest_common_subsequence, matches, rouge_l, score, token_f1

WORDS = st.lists(
    st.sampled_from(["the", "pump", "filter", "costs", "60", "days", "every", "Lund", "red", ",", "?", "손마리", "는"]),
    max_size=14,
)
NOISE = st.lists(st.text(alphabet="abeEkmgs0129.,:;-%°€\"'()손마리일명년월에는두", max_size=8), max_size=8)
UNITS = ["days", "euros", "kg", "%", "hours", "volts", "litres", "°C", "metres", "seconds", "minutes", "dB", "watts"]
many = settings(max_examples=150)


def forms(text: str) -> list[str]:
    return [token.form for token in tokens(text)]


# -- one spelling for equal facts ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "same",
    [
        ("27 euros", "€27", "27 €", "EUR 27", "27.00 euros", "twenty-seven euros", "27 EUR"),
        ("$1,299.00", "1299 dollars", "1,299 USD"),
        ("24 hours", "24 h", "24-hour", "twenty-four hours", "24h"),
        ("3 March 2024", "March 3, 2024", "2024-03-03", "3rd of March 2024", "2024년 3월 3일", "Mar. 3 2024"),
        ("May 1996", "may of 1996"),
        ("14 percent", "14%", "14 %", "fourteen percent"),
        ("20 °C", "20 degrees Celsius", "20°C", "20 ℃", "20 degrees"),
        ("2.4 litres", "2.40 l", "2,4 liters"),
        ("0.85 kilowatt hours", "0.85 kWh"),
        ("TRX-4500", "trx4500"),
        ("three hundred people", "300 people"),
        ("1만 8천 원", "18,000원", "18000 won"),
        ("사흘", "3일"),
        ("네 권", "4권"),
        ("230V", "230 volts"),
    ],
)
def test_spellings_of_one_fact_are_one(same: tuple[str, ...]) -> None:
    assert {tuple(forms(text)) for text in same} == {tuple(forms(same[0]))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1,299.00", "1299"), ("2,5", "2.5"), ("08:30", "8:30"), ("0", "0"), ("10", "10"), ("1.50", "1.5"), ("007", "7")],
)
def test_plain_number(text: str, expected: str) -> None:
    assert plain_number(text) == expected


@many
@given(st.text(max_size=60))
def test_tokens_take_any_text_and_their_spans_are_in_order(text: str) -> None:
    found = tokens(text)
    assert all(token.form for token in found)
    assert all(token.start <= token.end for token in found)


# -- what the question asks for ------------------------------------------------------------------------------

ASKED = [
    ("How often must the water filter be replaced?", "The water filter must be replaced every 60 days.", ["60 days"]),
    ("What does the plan cost?", "As of 2024 the plan costs 27 euros.", ["27 euros"]),
    ("When was the Brivolt introduced?", "The Brivolt 40 was introduced in 2021 by Nordvind AB.", ["2021"]),
    ("Who introduced the Brivolt?", "The Brivolt 40 was introduced in 2021 by Nordvind AB.", ["Nordvind AB"]),
    ("How heavy is the dryer?", "The Brivolt 40 weighs 3.7 kg.", ["3.7 kg"]),
    ("How many watts does it need?", "The Brivolt 40 needs 230 volts and 65 watts.", ["65 watts"]),
    ("What voltage does it need?", "The Brivolt 40 needs 230 volts and 65 watts.", ["230 volts"]),
    ("How many screws are in the box?", "The box contains 4 screws and 2 brackets.", ["4 screws"]),
    ("How loud is it one metre away?", "At a distance of one metre, it was measured at 41 decibels.", ["41 decibels"]),
    ("Where is the service desk?", "The service desk in Lund is open from 8 to 16 o'clock.", ["Lund"]),
    ("Who designed the housing?", "The housing was drawn by Yusra Delahay in Orsholt.", ["Yusra Delahay"]),
    ("Where was the housing drawn?", "The housing was drawn by Yusra Delahay in Orsholt.", ["Orsholt"]),
    ("Which baker founded it?", "It was founded by the engineer Odile Marrant and the baker Tobias Kenning.", None),
    ("Which error says that the pump is blocked?", "Error E07 means that the pump is blocked.", ["E07"]),
    ("What does error E07 mean?", "Error E07 means that the pump is blocked.", ["pump", "blocked"]),
    ("What is written on the label?", "The label says “handle with care”.", ["handle with care"]),
    ("What colour is the housing of the Brivolt?", "The housing of the Brivolt is moss green.", ["moss", "green"]),
    ("How long do I press the button?", "Press the 2 buttons for 6 seconds to reset the counter.", ["6 seconds"]),
    ("What may the room have?", "Store it in a room between 3 and 45 degrees Celsius.", ["3", "45 degrees Celsius"]),
    ("How long does it run?", "It runs 8-16 hours.", ["8", "16 hours"]),
    ("When does the fair open?", "The fair opens on 3 March 2024 in hall 7.", ["3 March 2024"]),
    ("필터는 며칠마다 교체해야 하나요?", "필터는 60일마다 교체해야 합니다.", ["60일"]),
    ("회사는 언제 생겼나요?", "회사는 1998년에 손마리가 세웠습니다.", ["1998년"]),
    ("밤에 일하면 수당을 얼마 받나요?", "야간 작업 수당은 한 시간에 1만 8천 원입니다.", ["1만 8천 원"]),
    ("회사의 상징은 무엇인가요?", "회사의 상징은 두루미입니다.", ["두루미"]),
]


@pytest.mark.parametrize(("question", "answer", "expected"), ASKED, ids=lambda value: str(value)[:40])
def test_key_facts_are_what_the_question_asks_for(question: str, answer: str, expected: list[str] | None) -> None:
    keys = key_facts(question, answer)
    if expected is not None:
        assert [key[0] for key in keys] == expected
    assert matches(answer, keys)


@pytest.mark.parametrize(("question", "answer", "expected"), ASKED, ids=lambda value: str(value)[:40])
def test_repeating_the_question_is_no_answer(question: str, answer: str, expected: list[str] | None) -> None:
    assert not matches(question, key_facts(question, answer))


def test_other_wordings_take_their_words_out() -> None:
    answer = "The housing of the Brivolt is painted moss green."
    wordings = ["What is the Brivolt's housing painted?", "In which paint does the Brivolt come?"]
    assert key_facts("What colour does the casing have?", answer, wordings) == (("moss",), ("green",))


def test_a_wording_that_gives_everything_away_does_not_empty_the_keys() -> None:
    answer = "The pump is blocked."
    assert key_facts("What does E07 mean?", answer, ["Is the pump blocked?"]) == (("pump",), ("blocked",))


def test_a_denial_must_be_denied() -> None:
    keys = key_facts("What is wrong when E02 shows?", "E02 means that the lid is not closed.")
    assert matches("The lid is not closed.", keys)
    assert matches("The lid isn't closed.", keys)
    assert not matches("The lid is closed.", keys)


@many
@given(WORDS | NOISE, WORDS | NOISE)
def test_any_answer_says_its_own_key_facts(asked: list[str], said: list[str]) -> None:
    question, answer = " ".join(asked), " ".join(said)
    keys = key_facts(question, answer)
    assert bool(keys) == bool(tokens(answer))
    assert not keys or matches(answer, keys)


@many
@given(st.integers(0, 9999), st.integers(0, 9999), st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_right_number_passes_and_wrong_number_fails(right: int, wrong: int, unit: str, other: str) -> None:
    keys = key_facts("What applies to the pump?", f"The pump of the Vandor must not exceed {right} {unit}.")
    assert keys == ((f"{right} {unit}",),)
    assert matches(f"It is {right:,} {unit}.", keys)
    assert matches(f"{right}", keys)
    assert matches(f"The pump has {wrong} {unit}.", keys) == (right == wrong)
    if unit != other:
        assert not matches(f"The pump has {right} {other}.", keys)
        assert not matches(f"The pump of the Vandor must not exceed {wrong} {unit} at {right} {other}.", keys) or (
            right == wrong
        )


# -- what a reply says ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "key", "says"),
    [
        ("It is 114 percent", "14 percent", False),
        ("Replace it every sixty days.", "60 days", True),
        ("Every 60.", "60 days", True),
        ("Every 60 hours.", "60 days", False),
        ("Press the 3 buttons for 9 seconds", "3 seconds", False),
        ("It costs 1,299 dollars", "$1299", True),
        ("on 12 March 2021", "2021", True),
        ("on 12 March 2021", "March 2021", True),
        ("in March 2021", "12 March 2021", False),
        ("The TRX 4500 has it", "TRX-4500", True),
        ("The TRX-45000 has it", "TRX-4500", False),
        ("the peaches", "peach", True),
        ("it was reduced", "red", False),
        ("behind a rear grille", "behind the rear grille", True),
        ("behind the front grille", "rear grille", False),
        ("손마리가 세웠습니다", "손마리", True),
        ("11998년에", "1998년", False),
        ("옛 우체국건물", "우체국", True),
        ("under 9", "nine", True),
        ("", "nine", False),
        ("anything", "?!", False),
    ],
)
def test_a_spelling_is_said_or_not(reply: str, key: str, says: bool) -> None:
    assert matches(reply, [[key]]) is says


def test_all_keys_in_any_of_their_spellings() -> None:
    keys = [["230 volts"], ["65 watts", "0.065 kW"]]
    assert matches("230 V, 65 W", keys)
    assert matches("0.065 kW at 230 V", keys)
    assert not matches("230 V", keys)
    assert not matches("anything", [])


def test_a_long_explanation_may_miss_a_quarter_of_its_words() -> None:
    keys = [[word] for word in ("apple", "bridge", "candle", "dragon", "engine", "forest", "garden", "hammer")]
    assert matches("apple bridge candle dragon engine forest", keys)
    assert not matches("apple bridge candle dragon engine", keys)
    assert not matches("apple bridge candle dragon engine forest", [*keys, ["5 kg"]])


# -- token F1 ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "reference", "expected"),
    [
        ("The cat sat.", "a CAT sat", 1.0),
        ("cat", "the cat sat", 2 / 3),
        ("dog dog", "dog", 2 / 3),
        ("", "cat", 0.0),
        ("", "", 1.0),
        ("the", "a", 1.0),
        ("손마리", "손마리가", 6 / 7),
    ],
)
def test_token_f1_by_hand(reply: str, reference: str, expected: float) -> None:
    assert math.isclose(token_f1(reply, reference), expected)


@many
@given(WORDS, WORDS)
def test_token_f1_is_symmetric_and_ignores_order(first: list[str], second: list[str]) -> None:
    value = token_f1(" ".join(first), " ".join(second))
    assert 0 <= value <= 1
    assert value == token_f1(" ".join(second), " ".join(first))
    assert value == token_f1(" ".join(first[::-1]), " ".join(second))


# -- ROUGE-L -------------------------------------------------------------------------------------------------


@many
@given(
    st.lists(st.sampled_from(["aa", "bb", "cc", "60", "d"]), max_size=25),
    st.lists(st.sampled_from(["aa", "bb", "60"]), max_size=25),
)
def test_rouge_l_is_the_longest_common_subsequence(first: list[str], second: list[str]) -> None:
    value = rouge_l(" ".join(first), " ".join(second))
    if first and second:
        plain = 2 * longest_common_subsequence(first, second) / (len(first) + len(second))
        assert math.isclose(value, plain, abs_tol=1e-12)
    else:
        assert value == float(first == second)


@many
@given(st.lists(st.integers(0, 3), max_size=8), st.lists(st.integers(0, 3), max_size=8))
def test_longest_common_subsequence_against_all_subsequences(first: list[int], second: list[int]) -> None:
    def subsequences(items: list[int]) -> set[tuple[int, ...]]:
        found: set[tuple[int, ...]] = {()}
        for item in items:
            found |= {(*prefix, item) for prefix in found}
        return found

    longest = max(len(common) for common in subsequences(first) & subsequences(second))
    assert longest_common_subsequence([str(i) for i in first], [str(i) for i in second]) == longest


def test_score_has_all_three() -> None:
    assert score("every 60 days", "every 60 days", [["60 days"]]) == {"key_facts": 1.0, "token_f1": 1.0, "rouge_l": 1.0}
    assert score("", "every 60 days", [["60 days"]]) == {"key_facts": 0.0, "token_f1": 0.0, "rouge_l": 0.0}
