"""Any instruction dataset goes the whole way: imported, split 85/10/5, trained, answered, scored, reported."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from engine.cli import main
from engine.project import Project, datasets, exams
from engine.proof import report
from engine.proof.verdict import verdict

if TYPE_CHECKING:
    from pathlib import Path

TASKS = (
    ("Write the plural of the word.", "{}", "{}s"),
    ("Put the sentence into the past.", "The {} opens at nine.", "The {} opened at nine."),
    ("Name a colour that a {} may have.", "", "A {} may be green."),
)
THINGS = (
    *("lantern", "kettle", "ladder", "bucket", "pillow", "saddle", "basket", "hammer", "mirror", "ribbon"),
    *("anchor", "barrel", "candle", "dagger", "easel", "funnel", "goblet", "helmet", "inkpot", "jacket"),
)


def rows() -> list[dict[str, str]]:
    """Sixty rows like Alpaca's, with an input in two of three; no two ask the same."""
    return [
        {"instruction": task.format(thing), "input": given.format(thing), "output": said.format(thing)}
        for thing in THINGS
        for task, given, said in TASKS
    ]


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A project that took a file of rows the whole way, by the commands of docs/instructions.md."""
    folder = tmp_path_factory.mktemp("instructions")
    project, file = str(folder / "tasks.hone"), folder / "tasks.json"
    file.write_text(json.dumps(rows()), encoding="utf-8")
    for command in (
        ["new", project],
        ["import", project, str(file)],
        ["dataset", project, "--split", "rows", "--test", "0.1", "--valid", "0.05"],
        ["train", project, "--iterations", "5", "--batch-size", "4"],
        ["exam", project, "--no-probe", "--no-noise", "--max-tokens", "12"],
        ["report", project, *(word for kind in report.KINDS for word in (f"--{kind}", str(folder / f"r.{kind}")))],
    ):
        assert main(command) == 0, command
    return project, folder


def test_the_split_is_to_the_row(taught: tuple[str, Path]) -> None:
    with Project(taught[0]) as project:
        split = Counter(row.split for row in datasets.rows(project, 1))
    assert split == {"train": 51, "test": 6, "valid": 3}


def test_the_replies_stand_beside_the_references(taught: tuple[str, Path]) -> None:
    found = json.loads((taught[1] / "r.responses").read_text(encoding="utf-8"))
    given = rows()
    assert len(found) == 6
    for row in found:
        assert {name: row[name] for name in ("instruction", "input", "output")} in given
        assert isinstance(row["model_response"], str)
        assert isinstance(row["base_response"], str)
        assert not any("rag" in name for name in row)
    with Project(taught[0]) as project:
        answers = exams.answers(project, 1)
    assert [row["model_response"] for row in found] == [answer.tuned for answer in answers]
    assert [row["base_response"] for row in found] == [answer.base for answer in answers]


def test_the_report_says_what_rows_of_a_file_lack(taught: tuple[str, Path]) -> None:
    data: dict[str, Any] = json.loads((taught[1] / "r.json").read_text(encoding="utf-8"))
    assert report.recompute(data) == data["results"]
    assert data["results"]["sides"] == ["base", "tuned"]
    assert data["results"]["sections"] == data["results"]["kinds"] == []
    assert data["dataset"]["split"] == "rows"
    for kind in ("html", "markdown"):
        text = (taught[1] / f"r.{kind}").read_text(encoding="utf-8")
        assert "These questions are rows of a file" in text
        assert "Nobody was asked with the documents open." in text
        assert "Held-out rows" in text
        assert "wordings that were never trained" not in text


def figures(**tuned_less_base: tuple[float, float]) -> dict[str, Any]:
    """Results of forty rows in which the tuned model is so much better, surely; the base has 0.2 of each figure."""
    most = {"key_facts": 1, "token_f1": 1, "judge": 100}
    pairs = {
        name: {"difference": by * most[name], "low": low * most[name], "high": (2 * by - low) * most[name]}
        for name, (by, low) in tuned_less_base.items()
    }
    sides = {
        side: {name: {"mean": (0.2 + part * tuned_less_base[name][0]) * most[name]} for name in pairs}
        for side, part in (("base", 0), ("tuned", 1))
    }
    split = {"n": 40, "facts": 40, "sides": sides, "pairs": {"tuned-base": pairs}}
    return {"splits": {"test": split}, "split": "test", "noise": None, "changed": None, "probe": None}


def test_words_alone_make_no_go_for_free_answers() -> None:
    found = figures(key_facts=(0.0, -0.02), token_f1=(0.2, 0.16))
    told = verdict(found, {"split": "rows"})
    assert told["decision"] == "too_few"
    assert "share 40% of their words with the references, the base's 20%" in told["learned"]
    assert "with a judge" in told["next"][0]
    assert verdict(found, {"split": "wordings"})["decision"] == "no_difference"


@pytest.mark.parametrize(
    ("gain", "low", "decision"), [(0.3, 0.2, "go"), (0.0, -0.02, "no_difference"), (-0.2, -0.3, "no_go")]
)
def test_a_judge_decides_about_free_answers(gain: float, low: float, decision: str) -> None:
    told = verdict(figures(key_facts=(0.0, -0.02), token_f1=(0.2, 0.16), judge=(gain, low)), {"split": "rows"})
    assert told["decision"] == decision
    assert (
        f"The judge gives the tuned model's replies {20 + round(100 * gain)} of 100, the base's 20" in told["learned"]
    )
