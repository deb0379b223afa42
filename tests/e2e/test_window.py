"""The window as a person uses it, with real children and the starter models: learning, and being killed on the way."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import psutil
import pytest

if not os.environ.get("HONE_WATCH"):
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("HONE_PLATFORM", "offscreen")

from desktop import app, preferences
from desktop.app import Application
from engine.resources import resource
from tests.e2e import stories
from tests.e2e.person import Person
from tests.e2e.terminal import ROOT, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

MANUAL = resource("samples", "manual.pdf")


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or changes what the person has set."""
    monkeypatch.setenv("HONE_SETTINGS", str(tmp_path / "settings.ini"))
    preferences.put("language", "en")
    preferences.put("projects_folder", str(tmp_path))


@pytest.fixture
def screen() -> Iterator[str]:
    """An X server of its own, without a screen; its name."""
    if shutil.which("Xvfb") is None:
        pytest.skip("there is no Xvfb: make setup installs it")
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def check_what_is_left(project: Path) -> None:
    """The store is whole, has what was shown, and nothing of Hone runs any more."""
    with sqlite3.connect(project / "project.sqlite") as db:
        (whole,) = db.execute("PRAGMA integrity_check").fetchone()
        counts = {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("documents", "messages")}
    assert whole == "ok"
    assert counts == {"documents": 1, "messages": 3}  # a question and two replies
    children = psutil.Process().children(recursive=True)
    assert [child for child in children if "engine" in " ".join(child.cmdline())] == []


@pytest.mark.verify
def test_a_dropped_manual_is_learned_and_compared(qtbot: QtBot, tmp_path: Path) -> None:
    """Without a window system; the next test tells the same story with one, and is part of every run."""
    window = app.open_window()
    qtbot.addWidget(window)
    window.show()
    person = Person(window)
    try:
        stories.learn(person, MANUAL)
        person.leave()
    finally:
        window.queue.close()
    check_what_is_left(tmp_path / "manual.hone")


def test_the_same_on_a_real_window_system(screen: str, tmp_path: Path) -> None:
    told = story("learn", MANUAL, DISPLAY=screen, QT_QPA_PLATFORM="xcb")
    assert not re.search(r"\bQ[A-Z]\w+:", told), told  # as QObject::connect or QPainter::begin: Qt warns of nothing
    check_what_is_left(tmp_path / "manual.hone")


def test_killed_while_it_writes_nothing_shown_is_lost_and_it_goes_on(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.e2e.stories", "write", str(MANUAL)]
    shown = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(), cwd=ROOT) as window:
        assert window.stdout is not None
        for line in window.stdout:
            shown = int(line.removeprefix("shown "))
            if shown >= 5:
                window.send_signal(signal.SIGKILL)
                break
        rest = window.stdout.read().split()
    assert window.returncode == -signal.SIGKILL
    shown = int(rest[-1]) if rest else shown
    story("resume", shown)
    with sqlite3.connect(tmp_path / "manual.hone" / "project.sqlite") as db:
        (generations,) = db.execute("SELECT count(*) FROM generations").fetchone()
        (chunks,) = db.execute("SELECT count(DISTINCT chunk_id) FROM facts").fetchone()
        (asked,) = db.execute("SELECT count(*) FROM pairs WHERE state = 'asked'").fetchone()
        twice = db.execute("SELECT question FROM pairs GROUP BY question, fact_id HAVING count(*) > 1").fetchall()
    assert (generations, asked, twice) == (1, 0, [])
    assert chunks <= stories.MANY


def story(*arguments: str | Path | int, **surroundings: str) -> str:
    """Run a story in a process of its own; returns what it said."""
    command = [sys.executable, "-m", "tests.e2e.stories", *map(str, arguments)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=240,
        env={**environment(), **surroundings},
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr
