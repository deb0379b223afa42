"""The sample facts stand where they say, and the sample questions ask for them in other words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
# PDFium reports a hyphen at a line end as U+0002 or U+FFFE.
BREAKS = re.compile("[\\s\\-\u00ad\u0002\ufffe]+")


@dataclass(frozen=True)
class Sample:
    """One document with its facts and questions; `pages` holds the raw text of each PDF page."""

    name: str
    markdown: str
    pages: list[str]
    outline: list[str]
    facts: list[dict[str, Any]]
    questions: list[dict[str, Any]]

    def sentence(self, fact: str) -> str:
        """The sentence of the fact with this id."""
        return next(str(row["sentence"]) for row in self.facts if row["id"] == fact)


def load(name: str, suffix: str) -> Sample:
    """Read one document and its two JSON files."""
    with pypdfium2.PdfDocument(SAMPLES / f"{name}.pdf") as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
        outline = [entry.get_title() for entry in pdf.get_toc()]
    facts = json.loads((SAMPLES / f"facts{suffix}.json").read_text(encoding="utf-8"))
    questions = json.loads((SAMPLES / f"questions{suffix}.json").read_text(encoding="utf-8"))
    markdown = (SAMPLES / f"{name}.md").read_text(encoding="utf-8")
    return Sample(name, markdown, pages, outline, facts, questions)


@pytest.fixture(scope="module", params=[("manual", ""), ("korean", "_ko")], ids=["manual", "korean"])
def sample(request: pytest.FixtureRequest) -> Sample:
    return load(*request.param)


@pytest.fixture(scope="module")
def manual() -> Sample:
    return load("manual", "")


@pytest.fixture(scope="module")
def korean() -> Sample:
    return load("korean", "_ko")


def joined(text: str) -> str:
    """`text` without white space and hyphens, so that line ends do not matter."""
    return BREAKS.sub("", text)


def normal(text: str) -> str:
    """Lower case, letters and digits only: how keys are compared."""
    return "".join(sign for sign in text.lower() if sign.isalnum())


def words(text: str) -> list[str]:
    return re.findall(r"\w+(?:[.,:']\w+)*", text.lower())


def longest_shared_run(one: list[str], other: list[str]) -> int:
    """The length in words of the longest sequence that both lists contain."""
    best = 0
    for i in range(len(one)):
        for j in range(len(other)):
            run = 0
            while i + run < len(one) and j + run < len(other) and one[i + run] == other[j + run]:
                run += 1
            best = max(best, run)
    return best


def printed_lines(markdown: str) -> Iterator[str]:
    """The texts of a Markdown file without its marks, one a block or table cell."""
    for line in markdown.splitlines():
        text = re.sub(r"^(#+|-|\d+\.) ", "", line)
        cells = text.strip("|").split("|") if text.startswith("|") else [text]
        yield from (cell.strip() for cell in cells if cell.strip(" -"))


def test_there_is_enough_of_everything(manual: Sample, korean: Sample) -> None:
    assert 10 <= len(manual.pages) <= 15
    assert len(manual.facts) >= 90
    assert len(manual.questions) >= 80
    assert 4 <= len(korean.pages) <= 6
    assert len(korean.facts) >= 40
    assert len(korean.questions) >= 20


def test_ids_sentences_and_questions_are_unique(sample: Sample) -> None:
    for rows, field in (
        (sample.facts, "id"),
        (sample.facts, "sentence"),
        (sample.questions, "id"),
        (sample.questions, "question"),
    ):
        values = [row[field] for row in rows]
        assert len(set(values)) == len(values), field


def test_every_fact_is_one_sentence_of_the_markdown(sample: Sample) -> None:
    for fact in sample.facts:
        assert sample.markdown.count(fact["sentence"]) == 1, fact["id"]
        assert re.fullmatch(r"[^.!?].*[^.]\.", fact["sentence"]), fact["id"]


def test_every_fact_names_its_section(sample: Sample) -> None:
    for fact in sample.facts:
        before = sample.markdown.split(fact["sentence"])[0]
        assert re.findall(r"^## (.+)$", before, re.MULTILINE)[-1] == fact["section"], fact["id"]


def test_fact_sentences_of_the_manual_are_neither_stubs_nor_monsters(manual: Sample) -> None:
    for fact in manual.facts:
        assert 8 <= len(fact["sentence"].split()) <= 30, fact["id"]


def test_every_key_occurs_in_its_sentence(sample: Sample) -> None:
    for fact in sample.facts:
        assert normal(fact["key"][0]) in normal(fact["sentence"]), fact["id"]
    for row in sample.questions:
        assert normal(row["key"][0]) in normal(sample.sentence(row["fact"])), row["id"]
    assert all(normal(key) for row in (*sample.facts, *sample.questions) for key in row["key"])


def test_every_fact_is_on_its_page_of_the_pdf_and_on_no_other(sample: Sample) -> None:
    pages = [joined(text) for text in sample.pages]
    for fact in sample.facts:
        found = [number for number, text in enumerate(pages, 1) if joined(fact["sentence"]) in text]
        assert found == [fact["page"]], fact["id"]


def test_pdf_and_markdown_hold_the_same_text(sample: Sample) -> None:
    everything = joined(" ".join(sample.pages))
    for line in printed_lines(sample.markdown):
        assert joined(line) in everything, line


def test_pdf_has_an_outline_of_all_headings(sample: Sample) -> None:
    assert sample.outline == re.findall(r"^##+ (.+)$", sample.markdown, re.MULTILINE)


def test_pdf_looks_like_a_printed_manual_to_a_reader(manual: Sample) -> None:
    for number, text in enumerate(manual.pages[1:], 2):
        assert f"Page {number}" in text
        assert "Haldrow R5 Kitchen Composter" in text
    assert sum(text.count("\ufffe") + text.count("\u0002") for text in manual.pages) >= 5, "no hyphenation"


def test_hangul_of_the_korean_pdf_can_be_extracted(korean: Sample) -> None:
    text = "".join(korean.pages)
    hangul = len(re.findall(r"[가-힣]", text))
    assert hangul >= 0.8 * len(re.findall(r"\w", text))
    assert "\ufffd" not in text


def test_every_fact_has_a_question_and_every_question_a_fact(sample: Sample) -> None:
    pages = {fact["id"]: fact["page"] for fact in sample.facts}
    assert {row["fact"] for row in sample.questions} == set(pages)
    for row in sample.questions:
        assert row["page"] == pages[row["fact"]], row["id"]


def test_no_question_gives_its_answer_away(sample: Sample) -> None:
    for row in sample.questions:
        assert row["question"].endswith("?"), row["id"]
        for key in row["key"]:
            assert normal(key) not in normal(row["question"]), (row["id"], key)


def test_no_question_is_a_near_copy_of_its_sentence(sample: Sample) -> None:
    for row in sample.questions:
        question, sentence = words(row["question"]), words(sample.sentence(row["fact"]))
        assert longest_shared_run(question, sentence) <= 4, row["id"]
        assert fuzz.token_sort_ratio(" ".join(question), " ".join(sentence)) < 70, row["id"]
