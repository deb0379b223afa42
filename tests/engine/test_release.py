"""A dataset leaves the project whole: in any format, with where each row comes from, and a card."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from engine.build import DatasetSpec, build
from engine.dataset.formats import FORMATS, read_rows
from engine.errors import HoneError
from engine.events import Artifact
from engine.export import ExportSpec, export
from engine.jobs import Cancel
from engine.project import Project, artifacts, imports

if TYPE_CHECKING:
    from tests.conftest import Recorder


@pytest.fixture
def built(project_path: str, emit: Recorder) -> str:
    """Thirty generated pairs of a document, and twelve imported ones, two of them conversations."""
    with Project(project_path) as project:
        with project.transaction() as db:
            db.execute(
                "INSERT INTO documents (id, sha256, name, source, kind, state, language)"
                " VALUES (1, 'abcdef0123456789', 'a|b.md', '', 'text', 'read', 'en')"
            )
            db.execute("INSERT INTO pages (document_id, number, text, state) VALUES (1, 1, 'x', 'read')")
            db.execute(
                "INSERT INTO chunks (id, document_id, position, first_page, start, last_page, end, text, tokens,"
                """ section) VALUES (1, 1, 0, 1, 0, 1, 5, 'text.', 2, '["Care", "Parts"]')"""
            )
            db.execute(
                "INSERT INTO generations (id, key, spec, state)"
                """ VALUES (1, 'k', '{"writer": "starter"}', 'finished')"""
            )
            for fact in range(1, 11):
                answer = f"Part {fact} weighs {fact} kg."
                db.execute(
                    "INSERT INTO facts (id, generation_id, chunk_id, position, origin, writer, kind, answer, evidence,"
                    " evidence_document, evidence_page)"
                    " VALUES (?, 1, 1, ?, 'generated', 'starter', 'fact', ?, ?, 1, 1)",
                    (fact, fact, answer, answer),
                )
                for wording, ask in enumerate(
                    ("How heavy is part {}?", "What does part {} weigh?", "Weight of the {}th?")
                ):
                    db.execute(
                        "INSERT INTO pairs (fact_id, wording, question, state) VALUES (?, ?, ?, 'accepted')",
                        (fact, wording, ask.format(fact)),
                    )
            db.execute(
                "INSERT INTO pairs (fact_id, wording, question, state, reason)"
                " VALUES (1, 3, 'It?', 'rejected', 'too_short')"
            )
        talk = json.dumps([{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}])
        rows = [imports.Imported(f"부품 {n}\n무게는?", "표", f"{n} kg", talk if n < 2 else "[]") for n in range(12)]
        imports.add(project, rows)
    build(DatasetSpec(project=project_path, system="Be brief."), emit, Cancel())
    return project_path


def exported(project: str, folder: Path, emit: Recorder, **wishes: Any) -> tuple[Path, dict[str, Any]]:
    export(ExportSpec(project=project, dataset=str(folder), **wishes), emit, Cancel())
    return Path(emit.of(Artifact)[-1].path), emit.of(Artifact)[-1].data


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_holds_the_splits(built: str, tmp_path: Path, emit: Recorder, kind: str) -> None:
    folder, figures = exported(built, tmp_path, emit, format=kind)
    lost = 2 if kind == "completions" else 0
    assert sum(figures[split] for split in ("train", "valid", "test")) == 42 - lost
    found = {split: read_rows(folder / f"{split}.{FORMATS[kind]}").rows for split in ("train", "valid", "test")}
    assert {split: len(rows) for split, rows in found.items()} == {split: figures[split] for split in found}
    with Project(built) as project:
        source = project.path / project.value("SELECT folder FROM datasets")
        assert artifacts.artifacts(project, "dataset")[-1].path == str(folder)
    if kind in ("chat", "alpaca", "csv", "parquet"):
        assert found == {split: read_rows(source / f"{split}.jsonl").rows for split in found}
        assert set(figures) <= {"dataset", "format", "train", "valid", "test"}
    else:
        assert any(
            "of the question" in name or "before the question" in name or "turns" in name for name in figures
        ) or (kind == "text")
    assert (folder / "README.md").is_file()


def test_each_row_says_where_it_is_from(built: str, tmp_path: Path, emit: Recorder) -> None:
    folder, _ = exported(built, tmp_path, emit, format="completions")
    origins = [json.loads(line) for line in (folder / "rows.jsonl").read_text().split("\n") if line]
    rows = {split: read_rows(folder / f"{split}.jsonl").rows for split in ("train", "valid", "test")}
    assert len(origins) == 40
    for origin in origins:
        row = rows[origin["split"]][origin["line"] - 1]
        if origin["origin"] == "generated":
            assert row.answer == origin["evidence"]
            assert (origin["document"], origin["page"], origin["section"]) == ("a|b.md", 1, "Care > Parts")
            assert (origin["kind"], origin["language"]) == ("fact", "en")
        else:
            assert (origin["document"], origin["language"]) == (None, "ko")


def test_parquet_has_them_as_columns(built: str, tmp_path: Path, emit: Recorder) -> None:
    from pyarrow import parquet

    folder, _ = exported(built, tmp_path, emit, format="parquet")
    assert not (folder / "rows.jsonl").exists()
    rows = parquet.read_table(folder / "train.parquet").to_pylist()
    assert {row["section"] for row in rows} == {"Care > Parts", ""}
    assert {row["page"] for row in rows} == {1, None}
    assert [turn["role"] for turn in rows[0]["messages"]] == ["system", "user", "assistant"]
    assert exported(built, tmp_path, emit, format="csv")[0] == folder  # its own folder is replaced
    assert not (folder / "train.parquet").exists()


def test_the_card(built: str, tmp_path: Path, emit: Recorder) -> None:
    folder, figures = exported(built, tmp_path, emit, format="sharegpt")
    _, front, text = (folder / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    head = yaml.safe_load(front)
    assert head["language"] == ["en", "ko"]
    assert head["license"] == "unknown"
    assert head["size_categories"] == ["n<1K"]
    assert head["configs"][0]["data_files"][1] == {"split": "validation", "path": "valid.json"}
    assert "| starter | Apache-2.0 |" in text
    assert "| a\\|b.md | 1 | en | abcdef012345 | 30 |" in text
    assert "| too_short | The question is too short to be understood. | 1 |" in text
    assert f"| train | train.json | {figures['train']} |" in text
    assert "Of 12 rows: their input stands at the end of the question." in text
    assert "in the prompt style chat" in text


def test_foreign_folders_stay(built: str, tmp_path: Path, emit: Recorder) -> None:
    (tmp_path / "test-dataset").mkdir()
    (tmp_path / "test-dataset" / "diary.txt").write_text("mine")
    with pytest.raises(HoneError, match="exists already"):
        exported(built, tmp_path, emit)
    assert (tmp_path / "test-dataset" / "diary.txt").read_text() == "mine"


def test_text_in_another_style(built: str, tmp_path: Path, emit: Recorder) -> None:
    folder, _ = exported(built, tmp_path, emit, format="text", text_style="phi3")
    assert json.loads((folder / "train.jsonl").read_text().split("\n")[0])["text"].startswith("<|system|>\nBe brief.")


def test_licence_of_a_writer(tmp_path: Path) -> None:
    from gguf import GGUFWriter

    from engine.runtimes.gguf_licence import licence

    writer = GGUFWriter(tmp_path / "a.gguf", "llama")
    writer.add_license("mit")
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    assert licence(str(tmp_path / "a.gguf")) == "mit"
    assert licence(str(tmp_path / "gone.gguf")) == ""
    (tmp_path / "b.gguf").write_bytes(b"no model at all" * 10)
    assert licence(str(tmp_path / "b.gguf")) == ""
