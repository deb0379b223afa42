"""Words left out of questions: never too many, in order, and the same for the same chance."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from engine.runtimes.noise import leave_out

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
