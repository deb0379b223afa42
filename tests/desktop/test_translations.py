"""Every text of window and engine is there in Korean, with the same holes, and no page speaks two languages."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator

from desktop import preferences, recorded, translation
from desktop.main_window import MainWindow
from desktop.words import engine_text
from engine.errors import HoneError
from engine.phrases import particles
from engine.train import TrainSpec
from tests.desktop.texts import texts
from tools import engine_texts, translations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HOLE = re.compile(r"\{\d+\}")
# Names of things, and of formats, which are the same in Korean.
NAMES = {"Hone", "English", "alpaca", "chat", "phi3", "CSV", "LoRA", "OCR", "SHA-256", "Top-p", "Top-p."}
NAMES |= {"Alpaca: instruction, input, output(JSON)"}


@pytest.fixture(scope="module")
def engine() -> list[str]:
    """What the engine can say today."""
    return engine_texts.templates()


@pytest.fixture
def korean(qtbot: QtBot) -> Iterator[None]:
    translation.install("ko")
    yield
    translation.install("en")


def test_every_text_is_translated(engine: list[str]) -> None:
    for language in translations.LANGUAGES:
        missing = translations.wanted(language, engine) - translations.translations(language).keys()
        assert not sorted(missing), f"{language}: run `make translations` and translate these in resources/i18n"


def test_the_templates_of_the_engine_are_listed(engine: list[str]) -> None:
    listed = json.loads((translations.FOLDER / "engine.json").read_text(encoding="utf-8"))
    assert listed == engine, "run `make translations`"
    assert len(engine) > 800


def test_translations_keep_the_holes() -> None:
    for language in translations.LANGUAGES:
        for (_, source), said in translations.translations(language).items():
            if translations.TERMINAL.search(source):  # names of projects for commands have no place in a window
                assert set(HOLE.findall(said)) <= set(HOLE.findall(source)), source
            else:
                assert sorted(HOLE.findall(said)) == sorted(HOLE.findall(source)), source


def test_no_translation_speaks_of_the_terminal() -> None:
    for language in translations.LANGUAGES:
        for source, said in translations.translations(language).items():
            assert not translations.TERMINAL.search(said), source


def test_the_compiled_files_are_those_of_the_sources(qtbot: QtBot) -> None:
    for language in translations.LANGUAGES:
        compiled = QTranslator()
        assert compiled.load(language, str(translations.FOLDER))
        for (context, source), said in translations.translations(language).items():
            assert compiled.translate(context, source) == said, "run `make translations`"


def test_names_of_a_machine_are_not_in_the_files() -> None:
    for language in translations.LANGUAGES:
        assert "<location" not in (translations.FOLDER / f"{language}.ts").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("There is no dataset yet", "아직 데이터셋이 없습니다"),
        ("how_to", "방법"),
        ("near duplicate", "거의 같은 질문"),
        ("Batch size", "배치 크기"),
        ("manual.pdf is protected by a password", "‘manual.pdf’은(는) 암호로 보호되어 있습니다"),
        ("설명서 is not whole", "‘설명서’가 온전하지 않습니다"),
        ("report is empty", "‘report’이(가) 비어 있습니다"),
        (
            "pages 3, 7 are without text: The page is blank.",
            "3, 7페이지는 텍스트가 없습니다. 빈 페이지입니다.",
        ),
        ("preset quick, small base", "빠르게 프리셋, 작은 기본 모델"),
        ("The page is blank. The picture is damaged.", "빈 페이지입니다. 그림이 손상되었습니다."),
        ("12 The question is too long.", "12 × 질문이 너무 깁니다."),
        (
            "Of 9 chunks none of 8 facts came to something. It wrote, for example: question “A?”, answer “B.”.",
            "청크 9개에서 사실 8개 중 쓸 수 있는 것이 없었습니다. 작성한 예: 질문 “A?”, 답변 “B.”.",
        ),
        ("Nobody ever said this.", "Nobody ever said this."),
    ],
)
def test_texts_of_the_engine_are_known_by_their_templates(korean: None, english: str, said: str) -> None:
    assert engine_text(english) == said


def test_errors_as_they_are_raised(korean: None) -> None:
    with pytest.raises(HoneError) as told:
        TrainSpec(project="x", rank=9999)
    assert engine_text(told.value.title) == "랭크: 9999는 범위를 벗어났습니다"
    assert engine_text(told.value.hint) == "1에서 512 사이의 숫자를 선택하십시오."


def test_the_english_of_the_window_names_pages_and_no_commands(qtbot: QtBot) -> None:
    translation.install("en")
    assert engine_text("Make one with: hone dataset sample.hone") == "Make one on the Train page."
    assert engine_text("how_to") == "how to"
    assert engine_text("sample.pdf is damaged") == "sample.pdf is damaged"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("파일을(를) 문서을(를)", "파일을 문서를"),
        ("‘설명서’이(가)", "‘설명서’가"),
        ("3을(를) 2은(는) 7(으)로 5(으)로 6(으)로", "3을 2는 7로 5로 6으로"),
        ("서울(으)로 부산(으)로", "서울로 부산으로"),
        ("file.pdf을(를)", "file.pdf을(를)"),
    ],
)
def test_particles_fit_the_sound_before_them(text: str, said: str) -> None:
    assert particles(text) == said


@pytest.fixture
def korean_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The recorded project in a Korean window."""
    preferences.put("language", "ko")
    translation.install()
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    recorded.project(tmp_path / "sample.hone").close()
    window.open_project(tmp_path / "sample.hone")
    yield window
    window.queue.close()
    translation.install("en")


def test_no_page_shows_english_in_a_korean_window(korean_window: MainWindow, qtbot: QtBot) -> None:
    assert korean_window.session is not None
    assert korean_window.workspace is not None
    stored = "\n".join(korean_window.session.project.db.iterdump())
    for name in korean_window.workspace.pages:
        korean_window.workspace.show_page(name)
        qtbot.wait(50)  # pages that read one thing after another
    left = {text for text in texts(korean_window) if _is_english(text)}
    ours = {source for _, source in translations.translations("ko")} - NAMES
    assert not {text for text in left if text in ours}
    strange = {text for text in left - NAMES if not text.startswith(("/", "~")) and _bare(text) not in stored}
    assert not {text for text in strange if len(re.findall(r"[A-Za-z]{3,}", text)) > 2}


def _is_english(text: str) -> bool:
    plain = re.sub(r"<[^>]*>", "", text)
    return bool(re.search(r"[A-Za-z]{3}", plain)) and not re.search(r"[가-힣]", plain)


def _bare(text: str) -> str:
    return text.replace("'", "''").split("\n")[0].rstrip("…")
