"""Chunks: sizes, exact places, and what may cross the end of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langchain_text_splitters import RecursiveCharacterTextSplitter

from engine.documents.characters import clean
from engine.documents.chunks import SEPARATORS, cut, goes_on, joined, make_chunks
from engine.documents.reading import Heading, ReadPage
from engine.documents.tokens import count_tokens, counter

if TYPE_CHECKING:
    from engine.project.documents import Chunk

SENTENCE = "The pump moves nine litres of water in a minute when the filter is clean."


def pages(*texts: str) -> list[ReadPage]:
    return [ReadPage(number, text) for number, text in enumerate(texts, 1)]


def rebuilt(chunk: Chunk, texts: list[str]) -> str:
    return joined(texts[chunk.first_page - 1 : chunk.last_page], chunk.start, chunk.end)


_WORDS = ["The pump", "runs at 3.5 bar", "No. 5", "물을 붓습니다", "泵很重", "aaa", "x" * 90, "•", "1."]
_MARKS = [" ", ". ", "! ", "? ", ", ", "; ", "\n", "\n\n", "。", "다. ", "-", "  "]
_PAGES = st.lists(
    st.lists(st.sampled_from(_WORDS + _MARKS), max_size=60).map(lambda parts: "".join(parts).strip()), max_size=5
)


_ANYTHING = st.lists(st.text(max_size=300).map(lambda text: clean(text).strip()), max_size=4)


@given(_PAGES | _ANYTHING, st.integers(32, 80), st.integers(0, 16))
def test_every_chunk_is_exactly_its_span(texts: list[str], limit: int, overlap: int) -> None:
    chunks = list(make_chunks(pages(*texts), "en", limit, overlap))
    assert [chunk.position for chunk in chunks] == list(range(len(chunks)))
    for chunk in chunks:
        assert chunk.text == rebuilt(chunk, texts)
        assert chunk.text == chunk.text.strip() != ""
        assert chunk.tokens == count_tokens(chunk.text)
        assert chunk.tokens <= limit


@given(_PAGES | _ANYTHING, st.integers(32, 80))
def test_without_overlap_every_character_is_in_one_chunk(texts: list[str], limit: int) -> None:
    chunks = list(make_chunks(pages(*texts), "en", limit))
    assert "".join("".join(chunk.text.split()) for chunk in chunks) == "".join("".join(texts).split())


def test_chunks_end_where_sentences_end() -> None:
    text = " ".join(f"Dr. Lee tested pump No. {number} at 3.5 bar, e.g. in winter." for number in range(30))
    chunks = list(make_chunks(pages(text), "en", 64))
    assert len(chunks) > 5
    for chunk in chunks:
        assert chunk.text.startswith("Dr. Lee")
        assert chunk.text.endswith("in winter.")


def test_a_heading_stays_with_its_text() -> None:
    part = "Care of the pump\n" + " ".join([SENTENCE] * 4)
    chunks = list(make_chunks(pages("\n\n".join([part] * 5)), "en", 90))
    for chunk in chunks:
        assert not chunk.text.endswith("Care of the pump")


def test_pages_are_not_mixed() -> None:
    chunks = list(make_chunks(pages("First page.", "", "Second page."), "en", 256))
    assert [(chunk.text, chunk.first_page, chunk.last_page) for chunk in chunks] == [
        ("First page.", 1, 1),
        ("Second page.", 3, 3),
    ]


def test_a_sentence_that_goes_on_overleaf_stays_whole() -> None:
    first = f"{SENTENCE} Nobody should open the housing while the motor"
    second = f"is running or hot. {SENTENCE}"
    chunks = list(make_chunks(pages(first, "", second), "en", 256))
    assert [chunk.text for chunk in chunks] == [f"{first} is running or hot.", SENTENCE]
    assert (chunks[0].first_page, chunks[0].last_page, chunks[0].end) == (1, 3, len("is running or hot."))
    assert (chunks[1].first_page, chunks[1].start) == (3, len("is running or hot. "))
    assert rebuilt(chunks[0], [first, "", second]) == chunks[0].text


def test_a_chinese_sentence_goes_on_without_a_space() -> None:
    first, second = "这台机器需要每九十天用温水和软刷清洗一次并且在无人在家时", "绝不能让它运转。机器很重。"
    chunks = list(make_chunks(pages(first, second), "zh", 512))
    assert [chunk.text for chunk in chunks] == [first + "绝不能让它运转。", "机器很重。"]
    assert rebuilt(chunks[0], [first, second]) == chunks[0].text


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The machine stands on a firm table in a room that is", "never damp. It works.", True),
        ("The machine stands on a firm table in the", "Haldrow laboratory. It works.", True),
        ("The machine stands on a firm table, beside other machines,", "Haldrow pumps.", True),
        ("The machine stands on a firm table in a dry room.", "never damp.", False),
        ("Care of the pump", "never damp.", False),
        ("The following parts lie in the carton beside it and below:", "one wrench", False),
        ("The machine stands on a firm table in a room that is", "• never damp", False),
        ("The machine stands on a firm table in a room that is", "Figure 3.1: A room", False),
        ("집에 아무도 없을 때는 절대로 기계를 켜 두면", "안 됩니다. 밀봉이 뜨겁습니다.", True),
        ("집에 아무도 없을 때는 절대로 켜 두면 안 됩니다.", "밀봉이 뜨겁습니다.", False),
        ("", "never", False),
    ],
)
def test_goes_on(before: str, after: str, expected: bool) -> None:
    assert goes_on(before, after) == expected


def test_overlap_repeats_whole_sentences() -> None:
    text = " ".join(f"Sentence number {number} says a little about the pump." for number in range(20))
    chunks = list(make_chunks(pages(text), "en", 64, 20))
    for before, chunk in zip(chunks, chunks[1:], strict=False):
        assert before.start < chunk.start < before.end < chunk.end
        assert chunk.text.startswith("Sentence number")
        assert chunk.tokens <= 64


def test_after_page_may_stop() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        list(make_chunks(pages(SENTENCE), "en", 64, after_page=stop))


def headed(number: int, text: str, *headings: tuple[int, str]) -> ReadPage:
    """A page whose headings are found by their titles."""
    return ReadPage(number, text, headings=tuple(Heading(text.index(title), level, title) for level, title in headings))


def test_a_chunk_knows_the_headings_above_it() -> None:
    read = [
        headed(1, f"Pump\n\nFilter\n{SENTENCE}", (1, "Pump"), (2, "Filter")),
        headed(2, f"{SENTENCE}\n\nHose\n{SENTENCE}", (2, "Hose")),
        headed(3, f"Boiler\n{SENTENCE}", (1, "Boiler")),
    ]
    chunks = list(make_chunks(read, "en", 20))
    sections = {(chunk.first_page, chunk.start): chunk.section for chunk in chunks}
    assert sections[1, 0] == ("Pump", "Filter")
    assert sections[2, 0] == ("Pump", "Filter")
    assert ("Pump", "Hose") in sections.values()
    assert sections[3, 0] == ("Boiler",)


def test_a_document_without_headings_has_no_sections() -> None:
    assert {chunk.section for chunk in make_chunks(pages(SENTENCE, SENTENCE), "en", 20)} == {()}


def test_a_character_of_another_script_is_one_token() -> None:
    """The starter spells Hangul in bytes; chunks of a Korean document would be a line long."""
    assert count_tokens("펌프를청소합니다") == 8
    assert count_tokens("Clean the 펌프") == count_tokens("Clean the ") + 2
    assert count_tokens("泵很重") == 3


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from([" ", "\n", "\n\n", "  ", "\u00a0", "\x1c", "a", "word.", "“é", "가나"]), max_size=20),
    st.integers(0, 20),
)
def test_tokens_of_a_part_are_counted_alike_whatever_the_whole_is(parts: list[str], begin: int) -> None:
    part = "".join(parts[begin:])
    assert counter("".join(parts))(part) == count_tokens(part)


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from([*SEPARATORS, "a", "word", "가나", "\u00e9"]), max_size=60).map("".join),
    st.integers(1, 25),
)
def test_texts_are_cut_as_by_langchains_recursive_splitter(text: str, limit: int) -> None:
    library = RecursiveCharacterTextSplitter(
        separators=list(SEPARATORS), keep_separator="end", strip_whitespace=False, chunk_size=limit, chunk_overlap=0
    )
    assert cut(text, limit, len) == library.split_text(text)
