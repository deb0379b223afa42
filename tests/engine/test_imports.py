"""Files of instruction rows become pairs, and what does not is named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from engine.errors import HoneError
from engine.events import Artifact, Log
from engine.imports import ImportSpec, import_pairs
from engine.jobs import Cancel
from engine.project import Project, datasets

if TYPE_CHECKING:
    from pathlib import Path

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
    assert emit.of(Artifact)[0].data == {"added": 2, "known": 1, "malformed": 3}
    assert "instruction or output is empty" in emit.of(Log)[0].text
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
    assert emit.of(Artifact)[0].data == {"added": 1, "known": 0, "malformed": 1}


@pytest.mark.parametrize(
    ("content", "title"),
    [(None, "There is no file"), ("[{]", "not valid JSON"), ("[]", "no row that can be used"), ("", "no row")],
)
def test_import_failures(project_path: str, emit: Recorder, tmp_path: Path, content: str | None, title: str) -> None:
    if content is not None:
        (tmp_path / "x.json").write_text(content)
    with pytest.raises(HoneError, match=title):
        import_pairs(ImportSpec(project=project_path, path=str(tmp_path / "x.json")), emit, Cancel())
