"""The window around the pages: what opens, what is locked, and that nothing heavy is loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMessageBox, QPushButton

from desktop import failure, opening, recorded, steps, theme
from desktop.wording import progress_text
from desktop.workspace import PAGES, Workspace
from engine.events import Failed, Progress

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.app import Application
    from desktop.main_window import MainWindow
    from desktop.session import Session

ROOT = Path(__file__).resolve().parent.parent.parent
HEAVY = {"mlx", "mlx_lm", "llama_cpp", "faiss", "transformers", "langchain", "langchain_core", "sklearn", "scipy"}


def said_by(script: str, folder: Path) -> list[str]:
    """What a script that is given a folder prints at last, as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "HONE_SETTINGS": str(folder / "s.ini")},
    )
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_the_start_screen_is_there_without_the_largest_class_of_qt(tmp_path: Path) -> None:
    script = """
import json, sys
from desktop import app
application, window = app.make(["hone"]), app.open_window()
window.show()
application.processEvents()
named = [name for name, module in sys.modules.items() if name.startswith("desktop") and "Qt" in vars(module)]
print(json.dumps(named))
window.close()
"""
    assert said_by(script, tmp_path) == []  # to make it takes a tenth of the start


def test_the_window_loads_nothing_heavy(tmp_path: Path) -> None:
    script = """
import json, sys
from pathlib import Path
from desktop import app, recorded
application = app.make(["hone"])
from desktop.main_window import MainWindow
window = MainWindow()
recorded.project(Path(sys.argv[1], "sample.hone")).close()
window.open_project(Path(sys.argv[1], "sample.hone"))
window.show()
for name in window.workspace.pages:
    window.workspace.show_page(name)
    application.processEvents()
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
window.close()
"""
    loaded = set(said_by(script, tmp_path))
    assert "PySide6" in loaded
    assert not loaded & HEAVY


def test_an_empty_project_locks_what_needs_something_first(empty_session: Session, qtbot: QtBot) -> None:
    found = steps.standings(empty_session)
    assert found["documents"].state == steps.READY
    assert {found[name].state for name in ("pairs", "train", "compare", "exam", "export")} == {steps.LOCKED}
    assert all(found[name].why and found[name].way == "documents" for name in ("pairs", "train", "exam"))
    workspace = Workspace(empty_session, "exam")
    qtbot.addWidget(workspace)
    workspace.show()
    qtbot.mouseClick(workspace.locked.go, Qt.MouseButton.LeftButton)
    assert workspace.page == "documents"


def test_a_finished_project_has_everything_open(session: Session, qtbot: QtBot) -> None:
    found = steps.standings(session)
    assert {standing.state for standing in found.values()} <= {steps.DONE, steps.READY}
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.show()
    for name in steps.STEPS[1:]:
        qtbot.mouseClick(workspace.next, Qt.MouseButton.LeftButton)
        assert workspace.page == name
        assert workspace.stack.currentWidget() is workspace.pages[name]
    assert not workspace.next.isVisible()
    assert set(PAGES) == {*steps.STEPS, *steps.OTHERS}


def leading(workspace: Workspace) -> list[str]:
    """The accent buttons that are seen."""
    buttons = workspace.findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisible() and button.property("role") == "primary"]


def test_one_button_leads_and_that_is_the_next_step_once_a_step_is_done(session: Session, qtbot: QtBot) -> None:
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.show()
    assert leading(workspace) == ["Next: Pairs"]
    workspace.show_page("pairs")
    assert leading(workspace) == ["Next: Train"]
    with session.project.transaction() as db:
        db.execute("UPDATE pairs SET state = 'rejected', reason = 'by hand'")
    session.touch()
    qtbot.waitUntil(lambda: leading(workspace) == ["Start"])
    workspace.show_page("compare")
    assert leading(workspace) == ["Ask"] or workspace.standings["compare"].state == steps.LOCKED


def test_icons_of_buttons_turn_light_when_the_window_turns_dark(qtbot: QtBot, qapp: Application) -> None:
    button, tinted = QPushButton(theme.icon("add"), "Add"), QPushButton(theme.icon("add", tint=QColor("red")), "Add")
    for widget in (button, tinted):
        qtbot.addWidget(widget)

    def ink(widget: QPushButton) -> QColor:
        picture = widget.icon().pixmap(18, 18).toImage()
        return max((picture.pixelColor(x, 9) for x in range(18)), key=QColor.alpha)

    assert ink(button).lightness() < 60
    theme.apply(qapp, Qt.ColorScheme.Dark)
    assert ink(button).lightness() > 200
    assert ink(tinted).name() == "#ff0000"


def test_paths_are_told_apart(tmp_path: Path) -> None:
    recorded.project(tmp_path / "one.hone").close()
    (tmp_path / "empty.hone").mkdir()
    wanted = opening.sorted_out([tmp_path / "a.pdf", tmp_path / "one.hone", tmp_path / "empty.hone"])
    assert wanted.project == tmp_path / "one.hone"
    assert wanted.documents == (tmp_path / "a.pdf", tmp_path / "empty.hone")
    assert opening.sorted_out([tmp_path / "one.hone" / "project.sqlite"]).project == tmp_path / "one.hone"
    assert opening.project_for([Path("/x/one.pdf")], tmp_path).name == "one 2.hone"


def test_a_folder_that_is_no_project_ends_in_a_sheet(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_project(tmp_path)
    sheet = window.findChild(QMessageBox, "failure")
    assert sheet is not None
    assert "is not a Hone project" in sheet.text()
    sheet.close()
    assert window.session is None


def test_escape_puts_a_sheet_away_also_when_it_has_details(window: MainWindow, qtbot: QtBot) -> None:
    sheet = failure.show(window, Failed("It broke", "Try again.", "Traceback"))
    assert sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(QMessageBox, "failure"))


def test_progress_says_what_is_counted_in_plain_words(qtbot: QtBot) -> None:
    assert progress_text(Progress("split", 3, 12)) == "Pages divided into chunks · 3 of 12"
    assert progress_text(Progress("train", 3, 30, 52.0)) == "3 of 30 · 52 s left"
