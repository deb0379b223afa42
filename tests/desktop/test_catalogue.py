"""The catalogue in the window: what fits, downloads that are paused and gone on with, deleting, and the first offer."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from desktop import known_models, preferences
from desktop.pages.models import ModelsPage
from desktop.pages.pairs import PairsPage
from desktop.widgets.job_bar import JobBar
from engine import events
from engine.models import catalogue, library
from engine.resources import starter_gguf
from tests.engine.hub_server import CONFIG, write_catalogue

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.main_window import MainWindow
    from desktop.session import Session
    from desktop.widgets.catalogue_row import CatalogueRow
    from tests.engine.hub_server import HubServer


@pytest.fixture
def page(
    empty_session: Session, hub_server: HubServer, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ModelsPage:
    """The page over a small catalogue; its downloads run in this process, where that catalogue is."""
    from engine import jobs

    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr(empty_session.downloads, "_stand_in", jobs.run)
    found = ModelsPage(empty_session)
    qtbot.addWidget(found)
    found.show()
    return found


def row(page: ModelsPage, name: str = "writer") -> CatalogueRow:
    """The row of a model, as the page has it now."""
    return page.catalogue.rows[name]


def press(page: ModelsPage, qtbot: QtBot, name: str = "writer") -> None:
    """Press its button, where it is on the screen."""
    button = row(page, name).act
    qtbot.waitUntil(lambda: button.isVisible() and button.height() > 9)  # it is laid out
    page.sections.ensureWidgetVisible(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(page: ModelsPage, qtbot: QtBot, box: str, text: str) -> None:
    """Press a button of a question."""
    asked = page.findChild(QMessageBox, box)
    assert asked is not None
    button = next(button for button in asked.buttons() if button.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_model_is_downloaded_and_can_be_chosen(page: ModelsPage, qtbot: QtBot, hub_server: HubServer) -> None:
    assert row(page).act.text() == "Download"
    assert "Fits this computer" in row(page).fits.text()
    assert "Writing pairs" in row(page).fits.toolTip()
    assert "3 million parameters · English · Apache-2.0" in row(page).figures.text()
    press(page, qtbot)
    assert row(page).act.text() == "Pause"
    qtbot.waitUntil(lambda: library.is_here(catalogue.find("writer")))
    qtbot.waitUntil(lambda: row(page).line.text() == "Downloaded")
    assert row(page).act.isHidden()
    assert "Tiny writer" in [choice.title for choice in known_models.writers()]
    page.catalogue.ask_delete("writer")
    answer(page, qtbot, "delete-model", "Delete")
    qtbot.waitUntil(lambda: row(page).act.text() == "Download" and not row(page).act.isHidden())
    assert len(known_models.writers()) == 1


def test_a_download_is_paused_and_gone_on_with(page: ModelsPage, qtbot: QtBot, hub_server: HubServer) -> None:
    hub_server.cuts = [None]
    press(page, qtbot)
    qtbot.waitUntil(lambda: hub_server.sent >= hub_server.stalls_at)
    page.list_models()  # made anew in the middle
    press(page, qtbot)
    qtbot.waitUntil(lambda: page.session.downloads.running is None)
    assert row(page).act.text() == "Resume"
    assert "are here" in row(page).line.text()
    assert row(page).drop.isVisible()
    hub_server.sent = 0
    press(page, qtbot)
    qtbot.waitUntil(lambda: library.is_here(catalogue.find("writer")))
    assert hub_server.sent < len(hub_server.files["tiny.gguf"])


def test_downloads_wait_for_one_another_but_not_for_other_jobs(
    page: ModelsPage, qtbot: QtBot, hub_server: HubServer
) -> None:
    hub_server.cuts = [None]
    press(page, qtbot)
    page.catalogue.kinds.buttons["base"].click()
    press(page, qtbot, "base")
    assert "Waits until the download before it is done" in row(page, "base").line.text()
    assert page.session.queue.running is None
    assert preferences.get("catalogue") == "base"
    page.session.downloads.close()


def test_a_failed_download_is_told_on_every_page(page: ModelsPage, qtbot: QtBot, hub_server: HubServer) -> None:
    hub_server.status = 404
    with qtbot.waitSignal(page.session.failed) as told:
        press(page, qtbot)
    failed = told.args[0] if told.args else None
    assert isinstance(failed, events.Failed)
    assert failed.title == "Tiny writer is not there any more"
    qtbot.waitUntil(lambda: row(page).act.text() == "Download")


def test_a_model_that_is_too_large_comes_only_after_a_question(
    page: ModelsPage, qtbot: QtBot, small_catalogue: Path
) -> None:
    write_catalogue(small_catalogue, config=CONFIG.replace("layers = 4", "layers = 4_000_000"))
    page.list_models()
    assert "Too large" in row(page).fits.text()
    press(page, qtbot)
    assert page.session.downloads.running is None
    answer(page, qtbot, "too-large", "Download Anyway")
    qtbot.waitUntil(lambda: library.is_here(catalogue.find("writer")))


def test_what_only_the_window_knew_is_taken_over(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "mine.gguf"
    shutil.copy(starter_gguf(), file)
    preferences.put("models", str(file))
    assert str(file) in [choice.value for choice in known_models.writers()]
    assert json.loads((library.folder() / "added.json").read_text()) == [str(file)]
    assert not preferences.get("models")


def test_whoever_has_only_the_starter_is_offered_a_writer_once(
    empty_session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    page = PairsPage(empty_session)
    qtbot.addWidget(page)
    page.show()
    offer = page.findChild(QPushButton, "model-offer")
    assert offer is not None
    qtbot.waitUntil(offer.isVisible)
    assert "fits this computer" in offer.text()
    with qtbot.waitSignal(empty_session.wanted) as told:
        offer.click()
    assert told.args == ["models"]
    file = tmp_path / "mine.gguf"
    shutil.copy(starter_gguf(), file)
    library.add(file)
    empty_session.touch()
    qtbot.waitUntil(offer.isHidden)


def test_the_first_launch_offers_what_fits_and_its_download_goes_on_beside_projects(
    window: MainWindow, project_path: str, qtbot: QtBot, hub_server: HubServer, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from engine import jobs

    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    hub_server.cuts = [None]
    qtbot.waitUntil(lambda: window.start.offer is not None and window.start.offer.isVisible())
    offer = window.start.offer
    assert offer is not None
    assert "Tiny writer" in offer.text()
    assert "fits this computer" in offer.text()
    monkeypatch.setattr(window.downloads, "_stand_in", jobs.run)
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    bar = window.start.findChild(JobBar, "download-bar")
    assert bar is not None
    qtbot.waitUntil(lambda: bar.isVisible() and not offer.isVisible())
    window.open_project(Path(project_path))
    assert window.session is not None
    assert window.session.downloads.get("writer") is not None
    window.close_project()
    assert window.session is None
    assert window.findChild(QMessageBox, "leave") is None  # nothing has to stop for that
    assert window.downloads.running is not None
    following = window.start.findChild(JobBar, "download-bar")
    assert following is not None
    qtbot.waitUntil(following.isVisible)
    assert window.attention._queues == [window.downloads]
    following.stop.click()
    qtbot.waitUntil(lambda: window.downloads.running is None)
    qtbot.waitUntil(lambda: window.start.offer is not None and window.start.offer.isVisible())


def test_a_window_that_closes_asks_before_it_stops_a_download(
    window: MainWindow, project_path: str, qtbot: QtBot, hub_server: HubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine import jobs

    hub_server.cuts = [None]
    window.open_project(Path(project_path))
    assert window.session is not None
    monkeypatch.setattr(window.session.downloads, "_stand_in", jobs.run)
    window.session.downloads.fetch("writer", "Downloading Tiny writer")
    qtbot.waitUntil(lambda: hub_server.sent >= hub_server.stalls_at)
    window.close()
    asked = window.findChild(QMessageBox, "leave")
    assert asked is not None
    assert "Downloading Tiny writer" in asked.text()
    leave = next(button for button in asked.buttons() if "Stop" in button.text())
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert library.begun(catalogue.find("writer")) > 0


def test_an_embedder_is_used_for_the_project(page: ModelsPage, qtbot: QtBot) -> None:
    page.catalogue.kinds.buttons["embedder"].click()
    assert row(page, "embedder").use.isHidden()
    press(page, qtbot, "embedder")
    qtbot.waitUntil(lambda: library.is_here(catalogue.find("embedder")))
    qtbot.waitUntil(lambda: not row(page, "embedder").use.isHidden())
    row(page, "embedder").use.click()
    run = page.session.queue.of("index")
    assert run is not None
    assert run.fields["embedder"] == str(library.place(catalogue.find("embedder")))
    run.quiet = True
    qtbot.waitUntil(lambda: page.session.queue.running is None, timeout=20_000)
