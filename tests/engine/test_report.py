"""Reports: every figure can be computed again, nothing of a reply becomes markup, and a file is whole or absent."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt

from engine.cli import main
from engine.errors import HoneError
from engine.project import Project, exams
from engine.proof import report
from engine.proof.report import figures
from engine.proof.report.charts import Bar, Bars, Differences, svg
from engine.proof.report.markdown import _plain
from engine.resources import resource
from tests.engine.examined import SECTIONS, TRICKY, examine

SIDES = ("Base", "Base + documents", "Tuned", "Tuned + documents")


@pytest.fixture
def found(project_path: str) -> report.Gathered:
    examine(project_path, trained={"epochs": 6})
    with Project(project_path) as project:
        return report.gather(project)


def page(text: str) -> Any:
    return html.document_fromstring(text)


# -- JSON ---------------------------------------------------------------------------------------------------


def test_every_figure_is_computed_again_from_the_json(found: report.Gathered) -> None:
    data = json.loads(report.as_json(found))
    assert report.recompute(data) == data["results"] == found.figures
    data["answers"][0]["scores"]["tuned"]["key_facts"] = 0.0
    assert report.recompute(data) != data["results"]


def test_the_json_holds_every_record(found: report.Gathered) -> None:
    data = json.loads(report.as_json(found))
    assert (len(data["answers"]), len(data["judgements"]), len(data["preferences"])) == (24, 96, 24)
    assert len(data["probe"]) == 30
    answer = data["answers"][1]
    assert set(answer["replies"]) == {*exams.SIDES, *exams.NOISE}
    assert answer["place"]["page"] == 2
    assert answer["hits"] == [{"chunk": 3, "document": "항구 규칙.pdf", "page": 2}]


def test_a_report_tells_no_folders_of_this_machine(found: report.Gathered) -> None:
    for text in (report.as_json(found), report.as_html(found), report.as_markdown(found), report.as_responses(found)):
        assert "/home/" not in text
        assert "somebody" not in text
    assert json.loads(report.as_json(found))["exam"]["options"]["questions"] == "asked.json"


@pytest.mark.parametrize("data", [{}, [], {"format": "other"}, {"format": "hone report", "version": 99}])
def test_what_is_no_report_is_told(data: Any) -> None:
    with pytest.raises(HoneError, match="report"):
        report.recompute(data)


# -- HTML and Markdown --------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", report.LANGUAGES)
def test_the_page_needs_nothing_else_and_says_everything(found: report.Gathered, language: str) -> None:
    text = report.as_html(found, language)
    tree = page(text)
    assert tree.get("lang") == language
    assert not tree.xpath("//script | //link | //img | //iframe | //@onload | //@src")
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", text)
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert len(tree.xpath("//article")) == 24
    shown = " ".join(tree.text_content().split())
    for name in ("항구 규칙.pdf", "3. 안전 & 감시", "judge-7b", "Small-1B-4bit"):
        assert name in shown
    for side in SIDES if language == "en" else ("기본 모델 + 문서", "학습된 모델 + 문서"):
        assert side in shown


def test_nothing_of_a_reply_becomes_markup(found: report.Gathered) -> None:
    tree = page(report.as_html(found))
    assert "".join(tree.xpath("//article[1]//p[@class='asked']/text()")).strip() == f"What is {TRICKY}?"
    assert TRICKY in tree.xpath("//article[2]//dd/span[@class='said']/text()")
    shown = page(MarkdownIt("commonmark", {"html": True}).enable("table").render(report.as_markdown(found)))
    assert not shown.xpath("//script | //em | //code")
    assert f"What is {TRICKY}?" in shown.text_content()


def test_charts_and_tables_tell_the_same_figures(found: report.Gathered) -> None:
    tree = page(report.as_html(found))
    drawn = tree.xpath("//section[@id='sides-test']//svg")
    assert [chart.get("aria-label") for chart in drawn] == ["Key facts", "Token F1", "ROUGE-L", "Judge"]
    values = [node.text for node in drawn[0].iter("text") if node.get("class") == "value"]
    column = tree.xpath("//section[@id='sides-test']//tbody/tr/td[1]/text()")
    assert values == column
    assert values[0].startswith("17% (")
    ids = tree.xpath("//section/@id")
    assert ids == ["sides-test", "differences-test", "sections", "kinds", "probe", "judge", "all"]
    assert len(tree.xpath("//section[@id='sections']//tbody/tr")) == len(SECTIONS)


def test_markdown_has_the_same_tables(found: report.Gathered) -> None:
    shown = page(MarkdownIt("commonmark").enable("table").render(report.as_markdown(found, "ko")))
    told = page(report.as_html(found, "ko"))
    cells = [" ".join(cell.text_content().split()) for cell in shown.xpath("//td")]
    for cell in told.xpath("//td"):
        assert " ".join(cell.text_content().split()) in cells


def test_questions_are_marked_by_what_happened(found: report.Gathered) -> None:
    tree = page(report.as_html(found))
    marks = {int(q.get("id").split("-")[1]): q.get("class").split()[1:] for q in tree.xpath("//article")}
    assert marks[1] == []
    assert marks[2] == ["won"]
    assert marks[4] == ["wrong"]
    assert sum("lost" in mark for mark in marks.values()) == 0 + sum(n % 6 == 0 and n % 4 == 3 for n in range(24))


def test_both_languages_have_the_same_texts() -> None:
    tables = [json.loads(resource("report", f"{name}.json").read_text(encoding="utf-8")) for name in report.LANGUAGES]
    english, korean = tables
    assert list(english) == list(korean)
    for key, text in english.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", korean[key])), key


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=40))
def test_any_text_stays_itself_in_markdown(text: str) -> None:
    shown = page("<div>" + MarkdownIt("commonmark").render(f"a {_plain(text)} b") + "</div>").text_content()
    assert shown.split() == f"a {text} b".split()


@given(
    st.lists(st.tuples(st.floats(-1, 1), st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=5), st.floats(0, 0.5)
)
def test_a_chart_stays_within_its_frame(values: list[tuple[float, float, float]], floor: float) -> None:
    bars = tuple(Bar("이름 & <name>", "same", v, v - low, v + high, "x") for v, low, high in values)
    for chart in (Differences("d", bars, floor, 100.0, "better", "worse"), Bars("b", bars, 1.0)):
        tree = etree.fromstring(svg(chart))
        width, height = map(float, tree.get("viewBox").split()[2:])
        for name, most in (("x", width), ("cx", width), ("x2", width), ("y2", height), ("cy", height)):
            for value in tree.xpath(f"//@{name}"):
                assert 0 <= float(value) <= most


@pytest.mark.parametrize(
    ("text", "width", "short"), [("abc", 5, "abc"), ("abcdef", 5, "abcd…"), ("가나다라", 6, "가나…"), ("", 3, "")]
)
def test_labels_are_shortened_by_width(text: str, width: int, short: str) -> None:
    assert figures.shortened(text, width) == short


# -- at the terminal ----------------------------------------------------------------------------------------


def test_the_command_writes_what_was_asked_for(project_path: str, tmp_path: Path) -> None:
    number = examine(project_path)
    names = {kind: tmp_path / "out" / f"r.{kind}" for kind in ("html", "markdown", "json", "responses")}
    flags = [word for kind, path in names.items() for word in (f"--{kind}", str(path))]
    assert main(["report", project_path, "--exam", str(number), "--language", "ko", *flags]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(p.name for p in names.values())
    assert "학습할 만했는가" in names["html"].read_text(encoding="utf-8")
    data = json.loads(names["json"].read_text(encoding="utf-8"))
    assert report.recompute(data) == data["results"]


def test_what_cannot_be_reported_is_told(project_path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = str(tmp_path / "r.html")
    assert main(["report", project_path, "--html", target]) == 1
    assert "There is no finished exam yet" in capsys.readouterr().err
    number = examine(project_path)
    assert main(["report", project_path]) == 1
    assert "Name a file" in " ".join(capsys.readouterr().err.split())
    assert main(["report", project_path, "--exam", "9", "--html", target]) == 1
    assert "There is no exam 9" in capsys.readouterr().err
    (tmp_path / "folder").mkdir()
    assert main(["report", project_path, "--html", str(tmp_path / "folder")]) == 1
    assert "could not be written" in " ".join(capsys.readouterr().err.split())
    with Project(project_path) as project, project.transaction() as db:
        db.execute("UPDATE exams SET state = 'running' WHERE id = ?", (number,))
    assert main(["report", project_path, "--exam", str(number), "--html", target]) == 1
    assert "is not finished" in capsys.readouterr().err
    assert not Path(target).exists()


def test_other_languages_are_refused(found: report.Gathered) -> None:
    with pytest.raises(HoneError, match="Reports are not written in fr"):
        report.as_html(found, "fr")


def test_responses_stand_beside_the_reference(found: report.Gathered) -> None:
    rows = json.loads(report.as_responses(found))
    assert len(rows) == 24
    assert rows[1]["instruction"] == "What is fee 1?"
    assert rows[1]["output"] == rows[1]["model_response"] == "The fee is 1 crowns."
    assert rows[1]["base_response"] == TRICKY
    assert rows[1]["judge"]["tuned"] == 90.0
    assert "judge" not in rows[3]
