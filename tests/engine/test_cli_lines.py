"""What commands tell of what they made, and of what comes next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from engine.cli import main
from engine.cli.commands import short

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (3, "3"),
        (0.123456, "0.1235"),
        ({"accepted": 41, "rejected": {"doubtful": 3, "echo": 1}}, "(accepted 41, rejected (doubtful 3, echo 1))"),
        ({"accepted": 41, "rejected": {}}, "(accepted 41)"),
        ({}, ""),
    ],
)
def test_figures_are_told_as_a_person_reads_them(value: object, told: str) -> None:
    assert short(value) == told


def test_the_next_command_is_told_and_rows_are_listed_with_their_inputs(
    project_path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    rows = [{"instruction": "Add up.", "input": f"{n} and 4", "output": f"{n + 4}."} for n in range(12)]
    (tmp_path / "rows.json").write_text(json.dumps(rows))
    assert main(["import", project_path, str(tmp_path / "rows.json")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"Next: hone dataset {project_path}"
    assert main(["pairs", project_path]) == 0
    assert "Add up. 7 and 4" in capsys.readouterr().out
    assert main(["dataset", project_path, "--split", "rows"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"Next: hone train {project_path}"
    assert main(["export", project_path, "--dataset", str(tmp_path / "out"), "--format", "alpaca"]) == 0
    assert "Next" not in capsys.readouterr().out
    assert main(["dataset", project_path, "--split", "rows", "--json"]) == 0
    assert "Next" not in capsys.readouterr().out


@pytest.mark.parametrize(("name", "typed"), [("도서관.hone", "도서관.hone"), ("our manual.hone", "'our manual.hone'")])
def test_a_project_is_named_as_it_can_be_typed(
    name: str, typed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", name]) == 0
    assert capsys.readouterr().out.endswith(f"Next: hone ingest {typed} FILE.pdf\n")
