"""What the engine says in another language, without a window."""

from __future__ import annotations

import pytest

from engine.phrases import particles, phrases


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("There is no tuned model yet", "아직 학습된 모델이 없습니다"),
        ("There are 2 accepted pairs: too few for a dataset", "채택된 문답이 2개뿐이어서 데이터셋을 만들 수 없습니다"),
        ("Nobody of us ever wrote this.", "Nobody of us ever wrote this."),
        ("", ""),
    ],
)
def test_a_text_of_the_engine_is_said_in_korean(text: str, said: str) -> None:
    assert phrases("ko").said(text) == said


def test_a_language_without_translations_stays_english() -> None:
    assert phrases("xx").said("There is no tuned model yet") == "There is no tuned model yet"


def test_particles_fit_the_sound_before_them() -> None:
    assert particles("파일을(를) 문서을(를) 3은(는) 2은(는)") == "파일을 문서를 3은 2는"
