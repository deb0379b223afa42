"""Noise on questions: words left out, and cues; bounded, and the same for the same chance."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from engine.runtimes.noise import cues, leave_out

QUESTION = "How often must the water filter of the Meridian 400 be replaced?"


@given(st.text(alphabet="ab c", max_size=40), st.floats(0, 1), st.integers(0, 99))
def test_what_stays_is_a_subsequence_of_at_least_half(text: str, share: float, seed: int) -> None:
    words, kept = text.split(), leave_out(text, share, Random(seed)).split()
    rest = iter(words)
    assert all(word in rest for word in kept)
    assert 2 * len(kept) >= len(words)


def test_short_questions_stay_whole() -> None:
    assert leave_out("Price of  it?", 0.9, Random(0)) == "Price of  it?"


def test_share_is_about_what_was_asked() -> None:
    kept = [len(leave_out(QUESTION, 0.2, Random(seed)).split()) for seed in range(300)]
    assert 0.75 < sum(kept) / (300 * len(QUESTION.split())) < 0.85
    assert leave_out(QUESTION, 0.2, Random(5)) == leave_out(QUESTION, 0.2, Random(5))


def test_cues_keep_the_opening_and_use_only_words_of_question_and_answer() -> None:
    answer = "The water filter of the Meridian 400 must be replaced every 60 days."
    known = {*QUESTION.rstrip("?").split(), *answer.rstrip(".").split()}
    seen = set()
    for seed in range(200):
        words = cues(QUESTION, answer, Random(seed)).rstrip("?").split()
        assert words[0] == "How"
        assert set(words) <= known
        assert len(words) <= 15
        seen |= set(words)
    assert {"60", "days", "filter"} <= seen
    assert cues(QUESTION, answer, Random(5)) == cues(QUESTION, answer, Random(5))


def test_cues_keep_the_end_of_a_korean_question() -> None:
    question = "물 필터는 얼마나 자주 교체해야 합니까?"
    for seed in range(50):
        assert cues(question, "물 필터는 60일마다 교체해야 합니다.", Random(seed)).endswith("합니까?")


@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 99))
def test_cues_of_anything_are_a_question(question: str, answer: str, seed: int) -> None:
    assert cues(question, answer, Random(seed)).endswith("?")
