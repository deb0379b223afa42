"""Each format gives back the rows that it was given, or says what it could not hold."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.dataset.formats import FORMATS, Fields, Row, read_rows, write_rows
from engine.dataset.formats.prompts import TEXT_STYLES
from engine.dataset.formats.rows import without_input, without_system
from engine.dataset.formats.writing import fitting
from engine.errors import HoneError

ODD = [
    "\n",
    '"',
    "'",
    ",",
    ";",
    "\r\n",
    "\t",
    "  ",
    "🦦",
    "필터는 3개월마다",
    "\u2028",
    "\x85",
    "\x00",
    "=1+1",
    "#",
    "[INST]",
    "\ufeff",
    "</s>",
    "### Input:\n",
    "-",
    ": ",
]
plain = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
texts = st.lists(st.one_of(plain, st.sampled_from(ODD)), min_size=1, max_size=4).map("".join)
filled = texts.filter(str.strip)
rows = st.lists(
    st.builds(
        Row,
        question=filled,
        answer=filled,
        input=st.one_of(st.just(""), texts),
        system=st.one_of(st.just(""), filled),
        earlier=st.lists(st.tuples(filled, filled), max_size=2).map(tuple),
    ),
    min_size=1,
    max_size=4,
)
OTTER = Row("  What does\nan otter eat?", 'Fish, "mostly".\n', "", "", ())
TALK = Row("And 수달?", "물고기 🐟", "in Korea\n", "Be brief.", (("Hello", "Hi\n\n"),))


def there_and_back(kind: str, given_: list[Row], style: str = "alpaca") -> tuple[list[Row], list[Row], Counter[str]]:
    """Rows as the format can hold them, the rows that came back, and what the format could not hold."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows"
        written = write_rows(kind, path, given_, style=style)
        kept = [row for row in (fitting(kind, row, style, Counter()) for row in given_) if row]
        assert len(kept) == len(written.places)
        return kept, (read_rows(path).rows if kept else []), written.changes


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "text"])
@settings(max_examples=40)
@given(given_=rows)
@example(given_=[OTTER, TALK])
def test_rows_come_back(kind: str, given_: list[Row]) -> None:
    kept, back, _ = there_and_back(kind, given_)
    assert back == kept
    if kind not in ("completions", "sharegpt"):
        assert kept == given_


@pytest.mark.parametrize("style", TEXT_STYLES)
@settings(max_examples=40)
@given(given_=rows)
@example(given_=[OTTER, TALK])
def test_texts_come_back_or_it_is_said_that_they_cannot(style: str, given_: list[Row]) -> None:
    for row in given_:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "rows"
            changes = write_rows("text", path, [row], style=style).changes
            if not any("marks of the prompt style" in change for change in changes):
                assert read_rows(path).rows == [fitting("text", row, style, Counter())]


def test_ordinary_texts_do_come_back() -> None:
    for style in TEXT_STYLES:
        kept, back, changes = there_and_back("text", [OTTER, TALK], style)
        assert back == kept
        assert not any("marks of" in change for change in changes)
    assert kept[1].system == "Be brief."


def test_what_a_format_cannot_hold_is_told() -> None:
    kept, _, changes = there_and_back("completions", [OTTER, TALK, replace(TALK, earlier=())])
    assert [row.question for row in kept] == [OTTER.question, "Be brief.\n\nAnd 수달?\n\nin Korea\n"]
    assert sorted(changes.values()) == [1, 2, 2]
    assert without_system(TALK).earlier[0][0] == "Be brief.\n\nHello"
    assert without_input(TALK).question == "And 수달?\n\nin Korea\n"


def read(tmp_path: Path, content: str | bytes, *fields: str) -> Any:
    path = tmp_path / "rows.bin"  # the ending says nothing
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_rows(path, Fields(*fields))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ('[{"instruction": "How?", "input": "", "output": "So."}]', "Alpaca"),
        ('{"data": [{"question": "How?", "answer": "So."}]}', "fields"),
        ('{"prompt": "How?", "completion": "So."}\n\n', "completions"),
        ('{"messages": [{"role": "user", "content": "How?"}, {"role": "assistant", "content": "So."}]}', "chat"),
        (
            '{"messages": [{"role": "user", "content": [{"type": "text", "text": "How?"}]},'
            ' {"role": "assistant", "content": "So."}]}',
            "chat",
        ),
        ('[{"conversations": [{"from": "human", "value": "How?"}, {"from": "gpt", "value": "So."}]}]', "ShareGPT"),
        ('{"text": "<s>[INST] How? [/INST] So.</s>"}', "text"),
        ('{"text": "<|im_start|>user\\nHow?<|im_end|>\\n<|im_start|>assistant\\nSo.<|im_end|>\\n"}', "text"),
        ('{"text": "### Instruction:\\nHow?\\n\\n### Response:\\nSo."}', "text"),
        ("question,answer\nHow?,So.\n", "CSV"),
        ("\ufeffInstruction;Output\r\nHow?;So.\r\n", "CSV"),
        ("번호\t질문\t답변\n1\tHow?\tSo.\n".encode("utf-16"), "CSV"),
        ("질문,답변\nHow?,So.\n".encode("cp949"), "CSV"),
    ],
)
def test_the_kind_is_told_by_content(tmp_path: Path, content: str | bytes, kind: str) -> None:
    found = read(tmp_path, content)
    assert found.rows == [Row("How?", "So.")]
    assert found.kind == kind
    assert found.problems == []


def test_korean_csv_of_an_old_excel(tmp_path: Path) -> None:
    found = read(tmp_path, '질문,답변\r\n"수달은, 무엇을 먹나요?",물고기\r\n'.encode("cp949"))
    assert found.rows == [Row("수달은, 무엇을 먹나요?", "물고기")]
    assert "CP949" in found.notes[0]


def test_unknown_names_are_mapped(tmp_path: Path) -> None:
    table = "id,ask me,tell me\n7,How?,So.\n"
    with pytest.raises(HoneError, match="no dataset") as failure:
        read(tmp_path, table)
    assert "ask me" in failure.value.hint
    assert "--question-field" in failure.value.hint
    found = read(tmp_path, table, "ask me", "tell me")
    assert found.rows == [Row("How?", "So.")]
    assert found.notes == ["These fields are not kept: id (1)."]
    lines = '{"q1": "How?", "a1": "So.", "question": "other"}\n{"q1": "Why?"}\n'
    found = read(tmp_path, lines, "q1", "a1")
    assert found.rows == [Row("How?", "So.")]
    assert found.problems == [
        "rows.bin, line 2: it has no answer: its fields are q1; name them with --question-field and --answer-field."
    ]


def test_every_problem_has_its_place_and_what_to_do(tmp_path: Path) -> None:
    turns = [{"role": "user", "content": "How?"}]
    lines = [
        {"messages": turns},
        {"messages": [*turns, {"role": "tool", "content": "x"}]},
        {"messages": [*turns, {"role": "assistant", "content": None}]},
        {"messages": [*turns, {"role": "assistant", "content": "So."}], "id": 3},
        {"text": "Just a text."},
        {"question": "How?", "answer": " "},
        {"question": "How?", "answer": ["So."]},
        {"question": "How many?", "answer": 42},
        {"question": "Half \ud83e", "answer": "x"},
    ]
    found = read(tmp_path, "\n".join([*map(json.dumps, lines), "{broken"]))
    assert found.rows == [Row("How?", "So."), Row("How many?", "42")]
    assert found.notes == ["These fields are not kept: id (1)."]
    said = [problem.removeprefix("rows.bin, line ") for problem in found.problems]
    assert [int(problem.split(":")[0]) for problem in said] == [1, 2, 3, 5, 6, 7, 9, 10]
    for problem in said:
        assert any(word in problem for word in ("delete", "must", "give", "fill", "write", "repair")), problem


def test_rows_of_a_list_have_lines(tmp_path: Path) -> None:
    found = read(tmp_path, '[\n {"question": "How?",\n  "answer": "So."},\n {"question": "Why?"}\n]')
    assert found.problems[0].startswith("rows.bin, row 2 (line 4): it has no answer")


def test_tables_with_torn_cells(tmp_path: Path) -> None:
    found = read(tmp_path, 'question,answer\nHow?,So.\na,b,c\n\nWhy?,"Be\ncause."\nlast,"open\n')
    assert found.rows == [Row("How?", "So."), Row("Why?", "Be\ncause.")]
    assert len(found.problems) == 2
    assert "row 2 (line 3)" in found.problems[0]
    assert "line 7" in found.problems[1]


@pytest.mark.parametrize(
    ("content", "title", "hint"),
    [
        (b"PK\x03\x04rest", "is no text", "CSV"),
        (b"PAR1 and no more", "no whole Parquet file", "again"),
        ("Caf\xe9 1".encode("latin-1"), "not in UTF-8", "line 1"),
        (b"Once upon a time there was no table.", "no dataset that Hone knows", "--question-field"),
        (b"question,answer\n", "no row", "empty"),
        (b'[{"question": "x"}', "not valid JSON", "line 1"),
    ],
)
def test_files_of_no_known_kind(tmp_path: Path, content: bytes, title: str, hint: str) -> None:
    with pytest.raises(HoneError, match=title) as failure:
        read(tmp_path, content)
    assert hint in failure.value.hint


def test_parquet_of_others(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"instruction": ["How?", None], "output": ["So.", "x"]}), tmp_path / "a")
    found = read_rows(tmp_path / "a")
    assert found.rows == [Row("How?", "So.")]
    assert found.problems == ["a, row 2: instruction is empty: fill it in or delete the row."]
    parquet.write_table(pyarrow.table({"x": ["How?"]}), tmp_path / "b")
    with pytest.raises(HoneError, match="no columns for question and answer"):
        read_rows(tmp_path / "b")
