"""The page of models: what is listed and told of it, added by dialog and drop, removed and put back."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget

from desktop.pages.models import ModelsPage
from desktop.widgets.model_row import ModelRow
from engine.resources import resource, starter, starter_gguf

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session


@pytest.fixture
def page(session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModelsPage:
    """The page, with one base in the cache of the Hugging Face libraries."""
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    shutil.copytree(starter(), tmp_path / "hub" / "models--tiny--base" / "snapshots" / "c0ffee")
    found = ModelsPage(session)
    qtbot.addWidget(found)
    found.show()
    return found


def rows(page: ModelsPage, qtbot: QtBot) -> dict[str, ModelRow]:
    """The rows by the names of their models, once all headers are read."""
    qtbot.waitUntil(lambda: not page._reading.isActive())
    return {f"{row.kind} {row.choice.title}": row for row in page.findChildren(ModelRow, "model")}


def drop(page: QWidget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, button, keys))
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, button, keys))


def test_starters_and_cached_models_are_listed_with_their_figures(page: ModelsPage, qtbot: QtBot) -> None:
    found = rows(page, qtbot)
    assert list(found) == ["writer Starter", "base Starter", "base tiny/base"]
    assert "for trying out" in found["writer Starter"].figures.text()
    assert "3 million parameters · F16 · 6.1 MB · context of 512 tokens" in found["writer Starter"].figures.text()
    assert "BF16" in found["base tiny/base"].figures.text()
    assert found["base tiny/base"].place.text().endswith("c0ffee")
    assert not found["base Starter"].remove.isVisible()


def test_models_are_dropped_and_chosen(
    page: ModelsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Path(shutil.copy(starter_gguf(), tmp_path / "mine with a very long name.gguf"))
    folder = shutil.copytree(starter(), tmp_path / "my base")
    drop(page.drop, file)
    assert "writer mine with a very long name" in rows(page, qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    button = page.findChild(QPushButton, "add-folder")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "base my base" in rows(page, qtbot)


def test_what_is_no_model_is_told_in_a_sheet(page: ModelsPage, qtbot: QtBot) -> None:
    drop(page, resource("samples", "manual.pdf"))
    sheet = page.findChild(QMessageBox, "failure")
    assert sheet is not None
    assert "manual.pdf is not a model" in sheet.text()
    sheet.close()
    assert len(rows(page, qtbot)) == 3


def test_a_removed_model_comes_back_by_undo(page: ModelsPage, qtbot: QtBot) -> None:
    assert not page.undo.isVisible()
    qtbot.mouseClick(rows(page, qtbot)["base tiny/base"].remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "base tiny/base" not in rows(page, qtbot))
    assert "tiny/base" in page.notice.text()
    qtbot.mouseClick(page.undo, Qt.MouseButton.LeftButton)
    assert "base tiny/base" in rows(page, qtbot)
    assert not page.undo.isVisible()


def test_a_model_that_broke_since_is_told_in_its_row(page: ModelsPage, qtbot: QtBot, tmp_path: Path) -> None:
    weights = tmp_path / "hub" / "models--tiny--base" / "snapshots" / "c0ffee" / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])
    page.list_models()
    row = rows(page, qtbot)["base tiny/base"]
    assert "is not whole" in row.figures.text()
    assert row.figures.property("role") == "warning"


def test_a_smaller_copy_is_made_listed_and_deleted(
    empty_session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine import jobs
    from engine.models import library

    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr(empty_session.queue, "_stand_in", jobs.run)
    monkeypatch.setattr("engine.convert._QUESTIONS", ("How long?",))
    folder = shutil.copytree(starter(), tmp_path / "hub" / "models--tiny--base" / "snapshots" / "c0ffee")
    page = ModelsPage(empty_session)
    qtbot.addWidget(page)
    page.show()
    found = rows(page, qtbot)
    assert not found["base Starter"].smaller.isVisible()
    original = found["base tiny/base"]
    assert original.smaller.isVisible()
    assert not original.bar.isVisible()
    menu = original.smaller.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    assert original.stop.isVisible()
    assert original.bar.isVisible()
    assert not original.smaller.isVisible()
    run = empty_session.queue.running
    assert run is not None
    assert run.title == "Making a 4-bit copy of tiny/base"
    assert run.fields["folder"] == str(folder)
    qtbot.waitUntil(lambda: "base base-4bit" in rows(page, qtbot), timeout=30_000)
    copy = rows(page, qtbot)["base base-4bit"]
    assert "4-bit" in copy.figures.text()
    assert not copy.smaller.isVisible()
    qtbot.mouseClick(copy.remove, Qt.MouseButton.LeftButton)
    box = page.findChild(QMessageBox, "delete-model")
    assert box is not None
    assert "It can be made again" in box.informativeText()
    next(button for button in box.buttons() if "Delete" in button.text()).click()
    qtbot.waitUntil(lambda: "base base-4bit" not in rows(page, qtbot))
    assert not library.made()


def test_a_copy_that_is_stopped_leaves_nothing(
    empty_session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine import jobs
    from engine.models import library

    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr(empty_session.queue, "_stand_in", jobs.run)
    shutil.copytree(starter(), tmp_path / "hub" / "models--tiny--base" / "snapshots" / "c0ffee")
    page = ModelsPage(empty_session)
    qtbot.addWidget(page)
    page.show()
    original = rows(page, qtbot)["base tiny/base"]
    page.make_copy(original.choice.value, 8)
    qtbot.mouseClick(original.stop, Qt.MouseButton.LeftButton)
    assert original.progress.text() == "Stopping…"
    qtbot.waitUntil(lambda: original.smaller.isVisible(), timeout=30_000)
    assert not library.made()
    assert not original.bar.isVisible()
