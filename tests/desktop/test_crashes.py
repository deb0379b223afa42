"""Children that die: each job is killed on the way from a document to an export, and the way goes on."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from engine import events
from engine.worker import Worker
from tests.e2e.terminal import DOCUMENT

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.job_runner import JobRun
    from desktop.main_window import MainWindow
    from engine import jobs

SIGNALS = (signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT)
# Each job with what it tells when it is in the middle of its work; None: as soon as it has been started.
JOBS: tuple[tuple[str, type[events.Event] | None, dict[str, Any]], ...] = (
    ("ingest", events.Progress, {}),
    ("index", events.Progress, {}),
    ("generate", events.Metric, {}),
    ("dataset", None, {"split": "rows", "valid": 0.2, "test": 0.2}),
    ("train", events.Metric, {"iterations": 4}),
    ("chat", events.Text, {"question": "How much does the Brivolt 40 weigh?", "max_tokens": 16}),
    ("exam", events.Progress, {"limit": 2, "max_tokens": 8, "probe": False}),
    ("fuse", events.Progress, {}),
    ("export", events.Progress, {}),
    ("sweep", events.Metric, {"rank": (2, 4), "iterations": (2,), "exam": False}),
)


class Killer:
    """Kills the child of one job when it tells that it is at work, once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.name, self.how = "", signal.SIGKILL
        self.when: type[events.Event] | None = None
        real = Worker.run

        def run(worker: Worker, name: str, fields: dict[str, Any], emit: jobs.Emit, cancel: jobs.Cancel) -> None:
            def tell(event: events.Event) -> None:
                emit(event)
                self.strike(worker, name, event)

            self.strike(worker, name, None)
            real(worker, name, fields, tell, cancel)

        monkeypatch.setattr(Worker, "run", run)

    def aim(self, name: str, how: signal.Signals, when: type[events.Event] | None) -> None:
        """Wait for the next such job."""
        self.name, self.how, self.when = name, how, when

    def strike(self, worker: Worker, name: str, event: events.Event | None) -> None:
        """Kill it if it is the one, and if it is time."""
        if name == self.name and (event is None if self.when is None else isinstance(event, self.when)):
            self.name = ""
            os.kill(worker.pid, self.how)


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "turn", [0, pytest.param(1, marks=pytest.mark.verify), pytest.param(2, marks=pytest.mark.verify)]
)
def test_every_job_may_die_and_is_done_when_it_is_asked_for_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turn: int
) -> None:
    """Three turns are all jobs with all signals; one turn is every job, and every signal three times.

    The sweep, the longest, is left to the other turns: tests/engine/test_sweep.py kills one in every run.
    """
    document = tmp_path / "dryer.md"
    document.write_text(DOCUMENT, encoding="utf-8")
    window.new_project(tmp_path / "dryer.hone")
    killer = Killer(monkeypatch)
    for number, (name, when, fields) in enumerate(JOBS if turn else JOBS[:-1]):
        how = SIGNALS[(number + turn) % len(SIGNALS)]
        if name == "ingest":
            fields = {"paths": [str(document)]}
        elif name == "export":
            fields = {"adapter": str(tmp_path / "adapter"), "dataset": str(tmp_path / "dataset")}
        killer.aim(name, how, when)
        check_it_died(run(window, qtbot, name, fields), window, qtbot, how)
        assert run(window, qtbot, name, fields).result == events.Finished()
        assert not sheets(window)
    assert (tmp_path / "adapter").is_dir()
    assert window.session is not None
    assert window.session.project.value("PRAGMA integrity_check") == "ok"
    assert window.session.project.value("SELECT count(*) FROM documents") == 1


def run(window: MainWindow, qtbot: QtBot, name: str, fields: dict[str, Any]) -> JobRun:
    """Submit a job as a page does and wait for its end."""
    assert window.session is not None
    found = window.session.submit(name, name, **fields)
    with qtbot.waitSignal(found.ended, timeout=120_000):
        pass
    return found


def check_it_died(found: JobRun, window: MainWindow, qtbot: QtBot, how: signal.Signals) -> None:
    """One sheet says so, and the window goes on: the sheet closes by its button, pages change, nothing runs."""
    assert isinstance(found.result, events.Failed), f"{found.name}: {found.result}"
    assert how.name in found.result.title
    qtbot.waitUntil(lambda: len(sheets(window)) > 0)
    (sheet,) = sheets(window)
    assert how.name in sheet.text()
    (button,) = [button for button in sheet.findChildren(QPushButton) if button.text().strip("&") == "OK"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not sheets(window))
    assert window.queue.running is None
    assert window.workspace is not None
    window.workspace.show_page("settings")
    window.workspace.show_page("documents")
    assert window.isEnabled()


def sheets(window: MainWindow) -> list[QMessageBox]:
    """The failure sheets that are open."""
    return window.findChildren(QMessageBox, "failure")
