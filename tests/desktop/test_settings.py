"""The page of settings: language at once and in the middle of a job, and the folder for new projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton

from desktop import preferences, recorded
from desktop.job_runner import ENDED
from desktop.pages.settings import SettingsPage

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.main_window import MainWindow
    from desktop.session import Session


def test_the_language_changes_at_once_and_the_job_goes_on(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    recorded.project(tmp_path / "sample.hone").close()
    window.open_project(tmp_path / "sample.hone")
    assert window.session is not None
    assert window.workspace is not None
    run = window.session.submit("index", "Indexing")
    window.workspace.show_page("settings")
    assert window.workspace.pages["settings"].title.text() == "Settings"
    before = window.workspace
    box = window.workspace.pages["settings"].findChild(QComboBox, "language")
    assert box is not None
    assert box.currentText() == "English"
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.workspace is not before)
    assert window.workspace is not None
    assert preferences.language() == "ko"
    assert window.workspace.page == "settings"
    assert window.workspace.pages["settings"].title.text() == "설정"
    assert window.workspace.steps.item(1).text() == "문답"
    assert window.session.queue.of("index") is run or run.state == ENDED
    box = window.workspace.pages["settings"].findChild(QComboBox, "language")
    assert box is not None
    assert box.currentText() == "한국어"
    qtbot.waitUntil(lambda: run.state == ENDED, timeout=60_000)
    window.speak("en")
    assert window.workspace.pages["settings"].title.text() == "Settings"


def test_the_folder_for_new_projects_is_chosen(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.show()
    assert page.folder.text().endswith("projects")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "elsewhere"))
    button = page.findChild(QPushButton, "choose-folder")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert preferences.projects_folder() == tmp_path / "elsewhere"
    assert page.folder.text().endswith("elsewhere")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.choose_folder()
    assert preferences.projects_folder() == tmp_path / "elsewhere"
