"""Files of instruction rows become pairs, and what does not is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engine.build import DatasetSpec, build
from engine.errors import HoneError
from engine.events import Artifact, Log
from engine.imports import ImportSpec, import_pairs
from engine.jobs import Cancel
from engine.project import Project, datasets

if TYPE_CHECKING:
    from tests.conftest import Recorder

ALPACA = [
    {"instruction": "Name the tank's size.", "input": "", "output": "2.4 litres."},
    {"instruction": "Convert to metres.", "input": "45 kilometres", "output": "45,000 metres."},
    {"instruction": "Name the tank's size.", "input": "", "output": "2.4 litres."},
    {"instruction": "", "output": "nothing asked"},
    {"instruction": "no answer"},
    "not an object",
]


@pytest.mark.parametrize("lines", [False, True], ids=["list", "lines"])
def test_alpaca_rows_become_pairs(project_path: str, emit: Recorder, tmp_path: Path, lines: bool) -> None:
    text = "\n".join(map(json.dumps, ALPACA)) if lines else json.dumps(ALPACA)
    (tmp_path / "rows.json").write_text(text)
    import_pairs(ImportSpec(project=project_path, path=str(tmp_path / "rows.json")), emit, Cancel())
    assert emit.of(Artifact)[0].data == {"format": "Alpaca", "added": 2, "known": 1, "malformed": 3}
    assert "instruction is empty" in emit.of(Log)[0].text
    with Project(project_path) as project:
        prompts = [row.prompt for row in datasets.candidates(project)]
    assert prompts == ["Name the tank's size.", "Convert to metres.\n\n45 kilometres"]


def test_chat_lines_become_pairs(project_path: str, emit: Recorder, tmp_path: Path) -> None:
    turns = [
        {"role": "system", "content": "s"},
        {"role": "user", "content": "How?"},
        {"role": "assistant", "content": "So."},
    ]
    (tmp_path / "chat.jsonl").write_text(json.dumps({"messages": turns}) + "\n{broken\n")
    import_pairs(ImportSpec(project=project_path, path=str(tmp_path / "chat.jsonl")), emit, Cancel())
    assert emit.of(Artifact)[0].data == {"format": "chat", "added": 1, "known": 0, "malformed": 1}


@pytest.mark.parametrize(
    ("content", "title"),
    [(None, "There is no file"), ("[{]", "not valid JSON"), ("[]", "no row that can be used"), ("", "no row")],
)
def test_import_failures(project_path: str, emit: Recorder, tmp_path: Path, content: str | None, title: str) -> None:
    if content is not None:
        (tmp_path / "x.json").write_text(content)
    with pytest.raises(HoneError, match=title):
        import_pairs(ImportSpec(project=project_path, path=str(tmp_path / "x.json")), emit, Cancel())


def test_conversations_keep_what_was_said_before(project_path: str, emit: Recorder, tmp_path: Path) -> None:
    turns = [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Where is the tank?"},
        {"role": "assistant", "content": "At the back.\u2028Below."},
        {"role": "user", "content": "And the tray?"},
        {"role": "assistant", "content": "In front."},
    ]
    rows = [[*turns[:3], {"role": "user", "content": f"And tray {number}?"}, turns[-1]] for number in range(12)]
    lines = (json.dumps({"messages": row}, ensure_ascii=False) for row in rows)
    (tmp_path / "chat.jsonl").write_text("\n".join(lines))
    import_pairs(ImportSpec(project=project_path, path=str(tmp_path / "chat.jsonl")), emit, Cancel())
    assert "12 conversations have several turns" in emit.of(Log)[0].text
    build(DatasetSpec(project=project_path, test=0.1, system="Be long."), emit, Cancel())
    folder = Path(emit.of(Artifact)[-1].path)
    written = [json.loads(line) for line in (folder / "train.jsonl").read_text().split("\n") if line]
    assert len(written) == 10
    assert all(row["messages"] in rows for row in written)
    with Project(project_path) as project:
        row = datasets.rows(project, datasets.latest(project).id)[0]
    assert row.asked("Be long.") == rows[0][:-1]


def test_many_problems_are_all_in_a_file(project_path: str, emit: Recorder, tmp_path: Path) -> None:
    lines = ["{broken"] * 30 + ['{"question": "How?", "answer": "So."}']
    (tmp_path / "rows.jsonl").write_text("\n".join(lines))
    import_pairs(ImportSpec(project=project_path, path=str(tmp_path / "rows.jsonl")), emit, Cancel())
    report = Path(project_path) / "reports" / "import-rows.jsonl.txt"
    assert len(report.read_text().splitlines()) == 30
    assert str(report) in emit.of(Log)[-1].text
