"""The store: durability, migrations with a backup, and the errors a person can cause."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from engine.errors import HoneError
from engine.project import DATABASE, Project, exams, files, schema, store, votes

if TYPE_CHECKING:
    from pathlib import Path


def add_document(project: Project, name: str) -> None:
    with project.transaction() as db:
        db.execute(
            "INSERT INTO documents (sha256, name, source, kind, state) VALUES (?, ?, '', 'text', 'read')",
            (name, name),
        )


def test_pragmas_hold(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a") as project:
        assert project.path.name == "a.hone"
        assert project.value("PRAGMA journal_mode") == "wal"
        assert project.value("PRAGMA synchronous") == 2
        assert project.value("PRAGMA foreign_keys") == 1


def test_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a") as project:
        with pytest.raises(ValueError, match="stop"), project.transaction() as db:
            db.execute("INSERT INTO artifacts (kind, path) VALUES ('x', 'y')")
            raise ValueError("stop")
        assert project.value("SELECT count(*) FROM artifacts") == 0


def test_committed_rows_survive_kill(tmp_path: Path) -> None:
    path = tmp_path / "a.hone"
    Project.create(path).close()
    code = (
        "import sys; from engine.project import Project; from tests.engine.test_project import add_document\n"
        "p = Project(sys.argv[1])\n"
        "for i in range(1000000):\n    add_document(p, str(i)); print(i, flush=True)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    shown = [int(child.stdout.readline()) for _ in range(50)]
    os.kill(child.pid, signal.SIGKILL)
    shown += [int(line) for line in child.stdout.read().splitlines() if line.strip()]
    child.stdout.close()
    child.wait()
    with Project(path) as project:
        names = {int(row["name"]) for row in project.rows("SELECT name FROM documents")}
    assert set(shown) <= names
    assert names == set(range(len(names)))


def test_not_a_project(tmp_path: Path) -> None:
    with pytest.raises(HoneError, match="not a Hone project"):
        Project(tmp_path)


def test_create_refuses_an_occupied_folder(tmp_path: Path) -> None:
    (tmp_path / "a.hone").mkdir()
    (tmp_path / "a.hone" / "letter.txt").write_text("keep me")
    with pytest.raises(HoneError, match="exists already"):
        Project.create(tmp_path / "a.hone")


def test_broken_database_is_named(tmp_path: Path) -> None:
    Project.create(tmp_path / "a").close()
    (tmp_path / "a.hone" / DATABASE).write_bytes(b"not a database, but long enough to be looked at" * 40)
    with pytest.raises(HoneError, match="cannot be read"):
        Project(tmp_path / "a.hone")


def test_newer_schema_is_refused(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a") as project:
        project.db.execute("PRAGMA user_version = 99")
    with pytest.raises(HoneError, match="newer Hone"):
        Project(tmp_path / "a.hone")


def test_migration_backs_up_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Project.create(tmp_path / "a") as project:
        add_document(project, "before")
    number = len(schema.MIGRATIONS) + 1
    monkeypatch.setattr(store, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE extra (x);"))
    with Project(tmp_path / "a.hone") as project:
        assert project.value("SELECT count(*) FROM extra") == 0
    backup = sqlite3.connect(tmp_path / "a.hone" / f"{DATABASE}.before-{number}")
    assert backup.execute("SELECT name FROM documents").fetchall() == [("before",)]
    assert backup.execute("PRAGMA user_version").fetchone() == (number - 1,)
    backup.close()


def test_old_exams_and_votes_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MIGRATIONS", schema.MIGRATIONS[:3])
    with Project.create(tmp_path / "a") as project, project.transaction() as db:
        db.execute("INSERT INTO datasets (id, spec, folder, counts) VALUES (1, '{}', 'd', '{}')")
        db.execute(
            "INSERT INTO runs (id, spec, dataset_id, base, folder, state, iterations) "
            "VALUES (1, '{}', 1, 'b', 'runs/0001', 'finished', 1)"
        )
        db.execute("INSERT INTO exams (id, run_id, spec, state) VALUES (1, 1, '{}', 'finished')")
        db.execute(
            "INSERT INTO exam_answers (exam_id, position, split, question, reference, key_facts, base, tuned, scores) "
            "VALUES (1, 0, 'test', 'Why?', 'So.', '[]', 'no', 'So.', '{\"base\": {}, \"tuned\": {}}')"
        )
        db.execute("INSERT INTO votes (run_id, first, choice) VALUES (1, 'tuned', 'base')")
    monkeypatch.undo()
    with Project(tmp_path / "a.hone") as project:
        (answer,) = exams.answers(project, 1)
        assert (answer.base, answer.tuned, answer.replies) == ("no", "So.", {"base": "no", "tuned": "So."})
        assert project.value("SELECT shown FROM votes") == '["tuned","base"]'
        assert votes.tally(project, 1)["base"] == 1


def test_failed_migration_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Project.create(tmp_path / "a").close()
    monkeypatch.setattr(store, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE extra (x); SELECT nonsense;"))
    with pytest.raises(sqlite3.Error):
        Project(tmp_path / "a.hone")
    monkeypatch.undo()
    with Project(tmp_path / "a.hone") as project:
        assert project.rows("SELECT name FROM sqlite_master WHERE name = 'extra'") == []


def test_atomic_file_keeps_the_old_one_on_error(tmp_path: Path) -> None:
    target = tmp_path / "x.txt"
    files.write_text(target, "old")
    with pytest.raises(ValueError, match="half"), files.atomic_file(target) as temporary:
        temporary.write_text("new, but ")
        raise ValueError("half-way")
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["x.txt"]


def test_atomic_folder_replaces_whole(tmp_path: Path) -> None:
    target = tmp_path / "model"
    for content in ("one", "two"):
        with files.atomic_folder(target) as temporary:
            (temporary / content).write_text(content)
    assert os.listdir(target) == ["two"]
    assert os.listdir(tmp_path) == ["model"]


def test_files_are_as_readable_as_a_persons_own(tmp_path: Path) -> None:
    own, folder = tmp_path / "own.txt", tmp_path / "folder"
    own.write_text("mine")
    folder.mkdir()
    files.write_text(tmp_path / "x.txt", "ours")
    with files.atomic_folder(tmp_path / "made"):
        pass
    assert (tmp_path / "x.txt").stat().st_mode == own.stat().st_mode
    assert (tmp_path / "made").stat().st_mode == folder.stat().st_mode
