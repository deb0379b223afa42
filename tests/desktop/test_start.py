"""The start screen and how projects come into the window: drops, files handed over by the system, menus."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from desktop import preferences, recorded
from desktop.steps import DONE, LOCKED, READY
from engine.project import Project
from engine.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.app import Application
    from desktop.main_window import MainWindow


def drop(widget: QWidget, *paths: Path) -> None:
    """Enter and let go, as the window system tells it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = widget.rect().center()
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(middle), Qt.DropAction.CopyAction, mime, buttons, modifiers)
    QCoreApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QCoreApplication.sendEvent(widget, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, buttons, modifiers))


def wait_until_idle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.queue.running is None, timeout=60_000)


def test_a_dropped_document_becomes_a_project(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    manual = tmp_path / "펌프 설명서 – final (2).md"
    shutil.copy(resource("samples", "manual.md"), manual)
    drop(window.start.area, manual)
    assert window.session is not None
    assert window.workspace is not None
    assert window.session.project.path == tmp_path / "projects" / "펌프 설명서 – final (2).hone"
    assert window.workspace.page == "documents"
    wait_until_idle(window, qtbot)
    assert window.session.project.value("SELECT count(*) FROM chunks") > 0
    assert preferences.recent() == [window.session.project.path]


def test_a_dropped_project_opens_and_more_documents_join_it(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    recorded.project(tmp_path / "one.hone").close()
    drop(window, tmp_path / "one.hone")
    assert window.session is not None
    assert window.windowTitle() == "one"
    drop(window, resource("samples", "korean.md"))
    wait_until_idle(window, qtbot)
    assert window.session.project.value("SELECT count(*) FROM documents") == 2


def test_what_the_system_hands_over_takes_the_same_path(
    window: MainWindow, qtbot: QtBot, qapp: Application, tmp_path: Path
) -> None:
    recorded.project(tmp_path / "one.hone").close()
    qapp.handed.connect(window.open_paths)
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "one.hone"))))
    qapp.handed.disconnect(window.open_paths)
    assert window.windowTitle() == "one"


def test_recent_projects_open_by_a_click_and_those_that_are_gone_are_not_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    recorded.project(tmp_path / "one.hone").close()
    preferences.add_recent(tmp_path / "gone.hone")
    preferences.add_recent(tmp_path / "one.hone")
    window.start.hide()
    window.start.show()
    assert window.start.recent.count() == 1
    place = window.start.recent.visualItemRect(window.start.recent.item(0)).center()
    qtbot.mouseClick(window.start.recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.windowTitle() == "one"


def test_recent_projects_say_what_is_in_them_and_leave_the_list_but_not_the_disk(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    recorded.project(tmp_path / "one.hone").close()
    Project.create(tmp_path / "new.hone").close()
    for name in ("one.hone", "new.hone"):
        preferences.add_recent(tmp_path / name)
    assert not window.start.side.isVisible()
    window.start.hide()
    window.start.show()
    recent = window.start.recent
    assert recent.item(0).text() == "new"
    qtbot.waitUntil(lambda: bool(recent.item(0).data(Qt.ItemDataRole.AccessibleTextRole)))
    said = [str(recent.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(recent.count())]
    assert said[0].startswith("new, Empty\n")
    assert re.match(r"one, 1 document · \d{3} pairs · 1 tuned model\n", said[1])
    window.grab()
    recent.forget(recent.item(0))
    recent.forget(recent.item(0))
    assert not window.start.side.isVisible()
    assert not preferences.recent()
    assert (tmp_path / "one.hone").is_dir()


def test_leaving_while_a_job_runs_asks_and_can_be_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.start.sample, Qt.MouseButton.LeftButton)
    assert window.queue.running is not None

    def answer(label: str) -> None:
        box = window.findChildren(QMessageBox, "leave")[-1]
        button = next(button for button in box.findChildren(QPushButton) if button.text() == label)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    window.close()
    answer("Keep Working")
    assert window.isVisible()
    assert window.queue.running is not None
    window.close()
    answer("Stop and Close")
    assert not window.isVisible()
    assert window.queue.running is None


def test_menus_know_what_is_open(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    def enabled(name: str) -> QAction | None:
        actions = window.findChildren(QAction)
        return next((action for action in actions if action.text() == name and action.isEnabled()), None)

    assert not enabled("Close Project")
    recorded.project(tmp_path / "one.hone").close()
    window.open_project(tmp_path / "one.hone")
    qtbot.waitUntil(lambda: all(map(enabled, ("Close Project", "Add Documents…", "Compare"))))
    close = enabled("Close Project")
    assert close is not None
    close.trigger()
    qtbot.waitUntil(lambda: not enabled("Close Project") and not enabled("Compare"))
    assert window.session is None


def test_pairs_are_imported_into_a_project_without_documents(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def action() -> QAction:
        return next(found for found in window.findChildren(QAction) if found.text() == "Import Pairs…")

    assert not action().isEnabled()
    rows = [{"instruction": f"What is part {n}?", "input": "", "output": f"Part {n} is a seal."} for n in range(4)]
    (tmp_path / "pairs.json").write_text(json.dumps(rows))
    window.new_project(tmp_path / "empty.hone")
    qtbot.waitUntil(lambda: action().isEnabled())
    workspace = window.workspace
    assert workspace is not None
    assert workspace.standings["pairs"].state == LOCKED
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    action().trigger()
    assert workspace.page == "documents"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "pairs.json"), ""))
    action().trigger()
    assert workspace.page == "pairs"
    qtbot.waitUntil(lambda: workspace.standings["pairs"].state == DONE, timeout=60_000)
    assert workspace.standings["pairs"].badge == "4"
    assert workspace.stack.currentWidget() is workspace.pages["pairs"]
    assert workspace.standings["train"].state == READY
