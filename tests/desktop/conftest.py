"""A window without a screen, a recorded project, and settings of its own. HONE_WATCH=1 shows the windows."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent

if not os.environ.get("HONE_WATCH"):
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("HONE_PLATFORM", "offscreen")

from desktop import preferences, recorded, theme
from desktop.app import Application, open_window
from desktop.job_queue import JobQueue
from desktop.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.main_window import MainWindow


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or changes what the person has set."""
    monkeypatch.setenv("HONE_SETTINGS", str(tmp_path / "settings.ini"))
    preferences.put("language", "en")
    preferences.put("projects_folder", str(tmp_path / "projects"))


@pytest.fixture(autouse=True)
def looks(qapp: Application) -> Iterator[None]:
    """The same looks for every test, and no widgets of the last one: each that lives on is styled anew."""
    theme.apply(qapp)
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """The recorded project, with jobs that are played back fifty times as fast."""
    queue = JobQueue(runner=recorded.player(50))
    found = Session(recorded.project(tmp_path / "sample.hone"), queue)
    yield found
    queue.close()
    found.close()


@pytest.fixture
def empty_session(qtbot: QtBot, project_path: str) -> Iterator[Session]:
    """A new project; jobs run in real children."""
    from engine.project import Project

    queue = JobQueue()
    found = Session(Project(project_path), queue)
    yield found
    queue.close()
    found.close()


@pytest.fixture
def trained(project_path: str, empty_session: Session) -> Session:
    """A project with a starter that was trained for a moment; jobs run in real children."""
    from engine.jobs import Cancel
    from engine.train import TrainSpec, train
    from tests.engine.models import add_dataset, wordings

    add_dataset(project_path, *wordings())
    train(TrainSpec(project=project_path, iterations=2, batch_size=4), lambda event: None, Cancel())
    return empty_session


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window, with real children."""
    found = open_window()
    qtbot.addWidget(found)
    found.show()
    yield found
    found.queue.close()
