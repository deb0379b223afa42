"""`hone documents` and what `hone ingest` tells: every document and page with its state, in a hundred columns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len

from engine.cli import main
from engine.cli.documents import summary
from engine.project import Project
from engine.project import documents as store
from engine.project.documents import BLANK, FAILED, OCR, PARTIAL, READ, SCANNED, TEXT, Document, Page

if TYPE_CHECKING:
    from pathlib import Path

KOREAN = "2026년 생산기술연구소 제3공장 진공펌프 정기점검 및 유지보수 절차서 최종본 (개정 7판).pdf"
LONG = "a_very_long_name_without_any_space_that_somebody_gave_to_the_minutes_of_a_meeting_of_the_board.pdf"
PAGES = [
    Page(0, 1, "The pump moves water.", READ, "", TEXT, 2),
    Page(0, 2, "It was recognised.", READ, "", OCR),
    Page(0, 3, "", SCANNED, "The page is a picture without text."),
    Page(0, 4, "", SCANNED, BLANK),
    Page(0, 5, "", FAILED, "The page took longer than 20 s and was left out."),
]


@pytest.fixture
def filled(project_path: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "100")
    failed: tuple[str, str, list[Page]] = ("locked.pdf", FAILED, [])
    rows = ((KOREAN, PARTIAL, PAGES), (LONG, READ, PAGES[:1]), failed, failed)
    with Project(project_path) as project:
        for number, (name, state, pages) in enumerate(rows):
            message = "locked.pdf needs a password. Give the one that opens it." if state == FAILED else ""
            report = json.dumps(store.report(pages))
            fields: dict[str, Any] = {"sha256": str(number), "source": str(number), "report": report}
            document = Document(
                id=0, name=name, kind="pdf", title=name, language="ko", state=state, message=message,
                pages=len(pages), words=sum(len(page.text.split()) for page in pages), **fields,
            )  # fmt: skip
            store.add(project, document, pages, [])
    return project_path


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    out = capsys.readouterr().out
    has_path = ("index", "Next:")  # which is not broken
    assert max(cell_len(line) for line in out.splitlines() if not line.startswith(has_path)) <= 100
    return out


def test_all_documents(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "documents", filled)
    joined = "".join(out.split())
    assert "2026년" in out
    assert "board.pdf" in joined
    assert "1pagebyOCR,1withouttext," in joined
    assert "needs a password" in " ".join(out.split())
    assert "partial" in out
    read = json.loads(shown_json(capsys, "documents", filled))
    assert [document["name"] for document in read] == [KOREAN, LONG, "locked.pdf", "locked.pdf"]
    assert read[0]["report"] == {
        "pages": 5, "text": 1, "ocr": 1, "scanned": 1, "blank": 1, "failed": 1, "tables": 1,
    }  # fmt: skip


def shown_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments, "--json"]) == 0
    return capsys.readouterr().out


def test_the_pages_of_one(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, "documents", filled, "1")
    for word in ("ocr", "scanned", "blank", "failed", "The page took longer than 20 s"):
        assert word in out
    read = json.loads(shown_json(capsys, "documents", filled, KOREAN))
    assert [page["as"] for page in read["read"]] == ["text", "ocr", "scanned", "blank", "failed"]
    assert read["read"][0] == {"number": 1, "as": "text", "words": 4, "tables": 2, "message": ""}
    assert main(["documents", filled, "nothing.pdf"]) == 1
    assert "There is no document nothing.pdf" in capsys.readouterr().err
    assert main(["documents", filled, "locked.pdf"]) == 1
    assert "Say which by its number: 3, 4." in capsys.readouterr().err


def test_one_is_removed(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["documents", filled, "--remove"]) == 1
    assert "No document is named" in capsys.readouterr().err
    assert main(["documents", filled, LONG, "--remove"]) == 0
    assert "Removed with 0 chunks and 0 pairs" in capsys.readouterr().err
    assert len(json.loads(shown_json(capsys, "documents", filled))) == 3


def test_what_is_told_after_ingest(
    tmp_path: Path, project_path: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "note.txt").write_text("The pump moves nine litres of water in a minute.", encoding="utf-8")
    (tmp_path / "blank.txt").write_text(" \n", encoding="utf-8")
    out = shown(capsys, "ingest", project_path, str(tmp_path / "note.txt"), str(tmp_path / "blank.txt"))
    assert "note.txt" in out
    assert "blank.txt has no text" in " ".join(out.split())
    assert "index" in out
    counts = json.loads(shown_json(capsys, "status", project_path))
    assert counts["documents_by_state"] == {"failed": 1, "read": 1}
    assert "2 (1 failed, 1 read)" in shown(capsys, "status", project_path)


def test_an_empty_project(project_path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no documents yet" in shown(capsys, "documents", project_path)


def test_a_summary_names_what_is_there() -> None:
    assert summary({"pages": 9, "text": 9}) == ""
    assert summary({"ocr": 2, "tables": 1, "failed": 0}) == "2 pages by OCR, 1 with tables"
    assert summary({"blank": 1}) == "1 page blank"
