"""`hone pairs` and `hone coverage` as a person types them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from engine.cli import main
from engine.project import Project, review
from engine.project.review import Filter
from tests.engine import papers
from tests.engine.test_generate import run, scripted

if TYPE_CHECKING:
    from tests.conftest import Recorder


@pytest.fixture
def path(project_path: str, emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "160")
    with Project(project_path) as project:
        papers.add(project, "manual.txt", papers.MANUAL)
        with project.transaction() as db:
            db.execute("""UPDATE chunks SET section = '["Brivolt [b]40[/b]", "Parts"]' WHERE id = 3""")
        run(project, scripted(), emit)
    return project_path


def hone(capsys: pytest.CaptureFixture[str], *arguments: str | int) -> dict[str, Any]:
    assert main([*map(str, arguments), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def fails(capsys: pytest.CaptureFixture[str], *arguments: str | int) -> str:
    assert main([*map(str, arguments)]) == 1
    return capsys.readouterr().err


def test_lists_and_filters(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    everything = hone(capsys, "pairs", path)
    assert everything["total"] == len(everything["pairs"])
    part = hone(capsys, "pairs", path, "--state", "accepted", "--document", "manual.txt", "--limit", 2, "--offset", 1)
    assert len(part["pairs"]) == 2
    assert part["total"] > 3
    assert hone(capsys, "pairs", path, "--section", "parts", "--page", 3, "--text", "KEY")["total"] >= 1
    assert hone(capsys, "pairs", path, "--by-hand")["total"] == 0
    assert main(["pairs", path, "--limit", "2"]) == 0
    shown = capsys.readouterr().out
    assert "How much does the Brivolt 40 cost?" in shown
    assert "the next: --offset 2" in shown


def test_shows_one_with_its_history(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    pair = hone(capsys, "pairs", path, "--text", "spare key", "--state", "accepted")["pairs"][0]
    assert hone(capsys, "pairs", path, "edit", pair["id"], "--question", "What is the key's price?")["changed"] == 1
    hone(capsys, "pairs", path, "reject", "--because", "nobody asks", pair["id"])
    found = hone(capsys, "pairs", path, "show", pair["id"])
    assert (found["page"], found["section"], found["why"]) == (3, ["Brivolt [b]40[/b]", "Parts"], "Taken out by hand.")
    assert [entry["action"] for entry in found["history"]] == ["edit", "reject"]
    assert main(["pairs", path, "show", str(pair["id"])]) == 0
    shown = capsys.readouterr().out
    for text in ("What is the key's price?", "page 3, Brivolt [b]40[/b] / Parts", "nobody asks", pair["question"]):
        assert text in shown


def test_bulk_undo_redo(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    rejected = hone(capsys, "pairs", path, "--state", "rejected")["total"]
    assert rejected
    done = hone(capsys, "pairs", path, "restore", "--state", "rejected")
    assert done["changed"] == rejected
    assert hone(capsys, "pairs", path, "undo")["rows"] == rejected
    assert hone(capsys, "pairs", path, "--state", "rejected")["total"] == rejected
    hone(capsys, "pairs", path, "redo")
    assert hone(capsys, "pairs", path, "--state", "rejected")["total"] == 0
    assert hone(capsys, "pairs", path, "history")["operations"][0]["action"] == "restore"
    assert hone(capsys, "pairs", path, "reject", "--all")["changed"] > rejected
    for action in ("undo", "redo", "history"):
        assert main(["pairs", path, action]) == 0
    assert "restore" in capsys.readouterr().out


def test_mistakes_are_told(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    for words, arguments in (
        ("no pair 99", ["show", "99"]),
        ("no pair 99", ["accept", "1", "99"]),
        ("Which pairs?", ["reject"]),
        ("not clear", ["reject", "1", "--reason", "copy"]),
        ("nothing to change", ["edit", "1"]),
        ("nothing to undo", ["undo"]),
        ("no document moon.pdf", ["--document", "moon.pdf"]),
        ("no state good", ["--state", "good"]),
        ("no part of the list", ["--limit", "0"]),
    ):
        assert words in fails(capsys, "pairs", path, *arguments)
    with Project(path) as project:
        assert not review.count(project, Filter(by_hand=True))
