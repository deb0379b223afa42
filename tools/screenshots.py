"""Take pictures of every page, light and dark, English and Korean: python -m tools.screenshots [FOLDER].

It opens the real window without a screen over the recorded project and writes LANGUAGE-BRIGHTNESS/PAGE.png,
with few colours so that all of them together stay small.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from desktop import app, preferences, recorded, theme
from desktop.pages.documents import DocumentsPage
from desktop.pages.exam import ExamPage
from desktop.pages.pairs import PairsPage
from desktop.pages.train import NEW, RUNS, TrainPage
from desktop.widgets.paper import Paper

if TYPE_CHECKING:
    from desktop.app import Application
    from desktop.main_window import MainWindow
    from desktop.widgets.pairs_view import PairsView

OUT = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
LOOKS = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
WIDTH, HEIGHT, COLOURS = 1280, 800, 128
PAIR, PAGE = 43, 4  # the selected pair, the page of the document that is looked at
_PATIENCE = 60_000


def main() -> None:
    """Take all pictures."""
    out = Path(sys.argv[1]) if sys.argv[1:] else OUT
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as name:
        home = Path(name).resolve() / "ada"  # pictures show paths that begin with ~ where they can
        os.environ.update(HOME=str(home), HONE_SETTINGS=f"{name}/settings.ini", HF_HUB_CACHE=f"{name}/models")
        preferences.put("projects_folder", str(home / "Documents" / "Hone"))
        application = app.make(["hone"])
        for language in preferences.LANGUAGES:
            for brightness, scheme in LOOKS.items():
                folder = out / f"{language}-{brightness}"
                folder.mkdir(parents=True, exist_ok=True)
                theme.apply(application, scheme)
                project = home / "Documents" / "Hone" / "Composter.hone"
                shutil.rmtree(project, ignore_errors=True)
                recorded.project(project).close()
                preferences.put("recent", str(project))
                _take(application, language, project, folder)
    files = list(out.rglob("*.png"))
    print(f"{len(files)} pictures, {sum(file.stat().st_size for file in files):,} bytes")


def _take(application: Application, language: str, project: Path, folder: Path) -> None:
    """All pictures in one language and one brightness."""
    window = app.open_window()
    window.speak(language)
    window.resize(WIDTH, HEIGHT)
    window.show()
    _keep(window, folder / "start.png")
    window.open_project(project)
    workspace = window.workspace
    assert workspace is not None
    for name, page in workspace.pages.items():
        workspace.show_page(name)
        _settle(window)
        if isinstance(page, DocumentsPage):
            for _ in range(PAGE - 1):
                QTest.mouseClick(page.preview.next, Qt.MouseButton.LeftButton)
        elif isinstance(page, PairsPage):
            _select_accepted(page.view)
        elif isinstance(page, TrainPage):
            page.show_view(NEW)
            QTest.qWait(300)
            _keep(window, folder / "train-new.png")
            page.show_view(RUNS)
        elif isinstance(page, ExamPage):
            for view, button in page.tabs.buttons.items():
                if view != page.tabs.selected:
                    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                    if view == "questions":
                        page.questions.view.selectRow(0)
                    _keep(window, folder / f"exam-{view}.png")
            QTest.mouseClick(page.tabs.buttons["scores"], Qt.MouseButton.LeftButton)
        _keep(window, folder / f"{name}.png")
    window.close()
    window.deleteLater()
    application.processEvents()


def _select_accepted(view: PairsView) -> None:
    """The first accepted pair from a row on."""
    row = PAIR
    view.selectRow(row)
    while (pair := view.current()) is not None and pair.state != "accepted":
        row += 1
        view.selectRow(row)
    view.scrollTo(view.model().index(row, 0), QTableView.ScrollHint.PositionAtCenter)


def _settle(window: MainWindow) -> None:
    """Wait until nothing runs and pages of documents are drawn."""
    QTest.qWait(250)
    waited = 0
    while waited < _PATIENCE and (
        window.queue.running is not None
        or any(paper._busy for paper in window.findChildren(Paper) if paper.isVisible())
    ):
        QTest.qWait(100)
        waited += 100
    QTest.qWait(150)


def _keep(window: MainWindow, file: Path) -> None:
    _settle(window)
    window.grab().save(str(file))
    with Image.open(file) as picture:
        few = picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


if __name__ == "__main__":
    main()
