"""Closing a project, opening another and quitting: in every state, with nothing lost and nothing in the wrong place."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit

from desktop import recorded
from desktop.job_queue import JobQueue
from desktop.pages.pairs import PairsPage
from desktop.tables.pairs_table import QUESTION
from engine.project import Project, review

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """A window with the recorded project, whose jobs are played back slowly."""
    monkeypatch.setattr("desktop.job_queue.JobQueue", lambda parent: JobQueue(parent, runner=recorded.player(0.05)))
    recorded.project(tmp_path / "first.hone").close()
    recorded.project(tmp_path / "second.hone").close()
    window.open_project(tmp_path / "first.hone")
    yield window
    window.queue.close()


def _box(window: MainWindow, name: str) -> QMessageBox:
    (box,) = (found for found in window.findChildren(QMessageBox, name) if found.isVisible())
    return box


def _busy(window: MainWindow) -> None:
    assert window.session is not None
    window.session.submit("generate", "Writing pairs")
    assert window.queue.running is not None


def test_documents_go_into_the_project_they_are_dropped_with(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    text = tmp_path / "notes.md"
    text.write_text("# Notes\n\nThe pump takes 4.2 litres of oil.\n")
    _busy(opened)
    opened.open_paths([tmp_path / "second.hone", text])
    assert opened.session is not None
    assert [run.name for run in opened.queue.waiting] == []  # nothing is read into the open one
    box = _box(opened, "leave")
    with qtbot.waitSignal(opened.opened):
        qtbot.mouseClick(box.buttons()[0], Qt.MouseButton.LeftButton)
    assert opened.session.project.path.stem == "second"
    running = opened.queue.running
    assert running is not None
    assert running.fields["project"] == opened.session.path
    assert running.fields["paths"] == [str(text)]
    opened.queue.close()


def test_another_project_with_documents_opens_beside_nothing_old(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    text = tmp_path / "notes.md"
    text.write_text("# Notes\n\nThe pump takes 4.2 litres of oil.\n")
    opened.open_paths([tmp_path / "second.hone", text])  # the first one's pages hear nothing of this
    assert opened.queue.running is not None
    opened.queue.close()


def test_the_sample_waits_for_what_runs(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    _busy(opened)
    opened.try_sample()
    keep = _box(opened, "leave").defaultButton()
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert opened.session is not None
    assert opened.session.project.path.stem == "first"
    assert not opened.queue.waiting
    assert not (tmp_path / "projects").exists()
    opened.queue.close()


def test_one_question_at_a_time_and_the_last_counts(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    _busy(opened)
    opened.open_project(tmp_path / "second.hone")
    opened.close()
    qtbot.mouseClick(_box(opened, "leave").buttons()[0], Qt.MouseButton.LeftButton)
    assert not opened.isVisible()
    assert opened.session is None


@pytest.mark.parametrize("way", ["close_project", "close"])
def test_a_text_that_is_being_edited_is_kept(opened: MainWindow, qtbot: QtBot, tmp_path: Path, way: str) -> None:
    assert opened.workspace is not None
    opened.workspace.show_page("pairs")
    page = opened.workspace.pages["pairs"]
    assert isinstance(page, PairsPage)
    qtbot.waitUntil(lambda: bool(page.table.ids))
    number = page.table.ids[0]
    page.view.setCurrentIndex(page.table.index(0, QUESTION))
    page.view.edit(page.table.index(0, QUESTION))
    (editor,) = page.view.viewport().findChildren(QPlainTextEdit)
    qtbot.keyClicks(editor, "What comes first?")
    getattr(opened, way)()
    QApplication.processEvents()
    with Project(tmp_path / "first.hone") as project:
        assert review.listed(project, [number])[number].question == "What comes first?"


def test_nothing_keeps_the_machine_awake_after_a_project_is_closed(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stay() -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])

    monkeypatch.setattr("desktop.attention._stay_awake", stay)
    _busy(opened)
    assert opened.attention.keeps_awake
    opened.close_project()
    qtbot.mouseClick(_box(opened, "leave").buttons()[0], Qt.MouseButton.LeftButton)
    assert opened.session is None
    assert not opened.attention.keeps_awake
