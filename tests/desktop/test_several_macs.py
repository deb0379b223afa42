"""Several Macs on the page "Train": added, removed, read from a file, checked, and used by the next run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from desktop import preferences
from desktop.pages.train import TrainPage
from desktop.widgets import hosts_view
from desktop.widgets.hosts_view import HostsView
from engine.hosts_file import read

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> HostsView:
    found = HostsView()
    qtbot.addWidget(found)
    found.resize(900, 300)
    found.show()
    return found


def test_macs_are_added_kept_and_removed(view: HostsView, qtbot: QtBot) -> None:
    assert view.file == ""
    assert not view.check.isEnabled()  # this Mac alone
    assert not view.rows[0].remove.isVisible()
    qtbot.keyClicks(view.rows[0].address, "10.0.0.1")
    qtbot.mouseClick(view.add, LEFT)
    assert view.rows[1].name.hasFocus() or not view.isActiveWindow()
    qtbot.keyClicks(view.rows[1].name, "mini-2.local")
    qtbot.keyClicks(view.rows[1].address, "10.0.0.2")
    assert view.check.isEnabled()
    view.use.setChecked(True)
    hosts = read(view.file)
    assert [(host.ssh, host.ips) for host in hosts.hosts] == [
        ("127.0.0.1", ("10.0.0.1",)),
        ("mini-2.local", ("10.0.0.2",)),
    ]
    again = HostsView()
    qtbot.addWidget(again)
    assert again.use.isChecked()
    assert [row.texts for row in again.rows] == [row.texts for row in view.rows]
    qtbot.mouseClick(view.rows[1].remove, LEFT)
    assert len(view.rows) == 1
    assert not view.check.isEnabled()


def test_a_hosts_file_is_taken_over_and_a_malformed_one_said(view: HostsView, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "hosts.json"
    rdma = [{"ssh": "127.0.0.1", "ips": ["10.0.0.1"], "rdma": [None, "a"]}, {"ssh": "b", "rdma": ["c", None]}]
    file.write_text(json.dumps({"backend": "jaccl", "envs": ["A=1"], "hosts": rdma}))
    view.open(file)
    assert view.file == str(hosts_view.place())
    assert read(view.file) == read(file)
    assert not view.add.isEnabled()
    assert not view.rows[1].remove.isEnabled()
    file.write_text("[]")
    view.open(file)
    box = view.findChild(QMessageBox)
    assert box is not None
    assert "two hosts at least" in box.text()
    box.close()
    assert len(view.rows) == 2


def test_what_the_macs_say_is_shown_until_they_are_others(view: HostsView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.add, LEFT)
    qtbot.keyClicks(view.rows[1].name, "mini")
    said = [
        {"name": "127.0.0.1", "title": "", "hint": "", "memory": 2**36},
        {"name": "mini", "title": "mini cannot be reached", "hint": "Turn on Remote Login there.", "memory": 0},
    ]
    view.show_found(said)
    assert view.rows[0].state.text() == "Ready, 64 GB"
    assert view.rows[1].state.text() == "mini cannot be reached"
    assert view.hint.isVisible()
    qtbot.keyClicks(view.rows[1].name, "2")
    assert view.rows[1].state.text() == "Not checked"
    assert not view.hint.isVisible()
    view.show_found(said)  # of the Macs before
    assert view.rows[1].state.text() == "Not checked"


def test_they_are_asked_and_used_by_the_next_run(empty_session: Session, qtbot: QtBot) -> None:
    page = TrainPage(empty_session)
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    view = page.setup.hosts
    qtbot.mouseClick(page.setup.several.button, LEFT)
    qtbot.mouseClick(view.add, LEFT)
    qtbot.keyClicks(view.rows[0].address, "127.0.0.1")
    qtbot.keyClicks(view.rows[1].name, "localhost")
    qtbot.keyClicks(view.rows[1].address, "127.0.0.1")
    qtbot.mouseClick(view.check, LEFT)
    assert not view.check.isEnabled()
    qtbot.waitUntil(lambda: view.rows[1].state.text().startswith("Ready"), timeout=20000)
    qtbot.waitUntil(lambda: view.check.isEnabled(), timeout=5000)
    view.use.setChecked(True)
    assert preferences.get("several_macs")
    page.planner.rest()
    asked: list[dict[str, Any]] = []
    empty_session.queue.changed.connect(
        lambda: asked.extend(job.fields for job in [empty_session.queue.of("train")] if job)
    )
    page.resume(7)  # there is none: what is asked for is what counts
    assert asked[0]["hosts"] == str(hosts_view.place())
    qtbot.waitUntil(lambda: empty_session.queue.running is None, timeout=20000)
