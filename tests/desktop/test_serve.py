"""The switch in Compare: off at first, on with address and token, asked for real, off again with the window."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.pages.compare import ComparePage
from engine import events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.widgets.serve_panel import ServePanel
    from engine.jobs import Cancel, Emit


@pytest.fixture
def page(trained: Session, qtbot: QtBot) -> Iterator[ComparePage]:
    found = ComparePage(trained)
    qtbot.addWidget(found)
    found.show()
    qtbot.mouseClick(found.bar.toggles["serve"], Qt.MouseButton.LeftButton)
    yield found
    found.close()


def turn(panel: ServePanel, qtbot: QtBot) -> None:
    """Click the switch, and wait until what it wants is so."""
    qtbot.mouseClick(panel.switch, Qt.MouseButton.LeftButton)
    on = panel.switch.isChecked()
    qtbot.waitUntil(lambda: panel.address.isVisible() if on else panel.state.text() == "Off", timeout=60_000)


def asked(panel: ServePanel, token: str) -> dict[str, Any]:
    body = {"model": "base", "messages": [{"role": "user", "content": "How long?"}], "max_tokens": 3}
    request = urllib.request.Request(
        f"{panel.address.line.text()}/chat/completions",
        json.dumps(body).encode(),
        {"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as reply:
        found: dict[str, Any] = json.load(reply)
        return found


def test_the_models_are_served_until_the_switch_is_off(page: ComparePage, qtbot: QtBot) -> None:
    panel = page.serve
    assert not panel.switch.isChecked()
    assert panel.state.text() == "Off"
    assert not panel.token.isVisible()
    turn(panel, qtbot)
    panel.token.copy.click()
    token = QGuiApplication.clipboard().text()
    assert len(token) >= 32
    assert "base" in panel.models.text()
    assert asked(panel, token)["usage"]["completion_tokens"] <= 3
    qtbot.waitUntil(lambda: panel.state.text() == "On: run 1 answers. Replies written: 1", timeout=10_000)
    with pytest.raises(urllib.error.HTTPError, match="401"):
        asked(panel, "wrong")
    again = ComparePage(page.session)  # as after a change of the language
    qtbot.addWidget(again)
    assert again.serve.switch.isChecked()
    assert again.bar.toggles["serve"].toolTip().endswith(": on")
    assert again.serve.token.line.text() == token
    turn(panel, qtbot)
    with pytest.raises(urllib.error.URLError, match="refused"):
        asked(panel, token)
    assert page.session.queue.beside is None
    assert page.bar.toggles["serve"].toolTip() == "Serve to Other Programs"


def test_the_server_stops_with_the_window_and_waits_for_no_job(page: ComparePage, qtbot: QtBot) -> None:
    queue, panel = page.session.queue, page.serve
    turn(panel, qtbot)
    assert queue.running is None
    page.ask("How long?")
    assert queue.running is not None
    assert queue.running.state == "running"
    qtbot.waitUntil(lambda: page._job is None, timeout=60_000)
    queue.close()
    with pytest.raises(urllib.error.URLError, match="refused"):
        asked(panel, panel.token.line.text())


def test_a_failure_is_told_beside_the_switch(session: Session, qtbot: QtBot) -> None:
    def fails(name: str, fields: dict[str, Any], emit: Emit, cancel: Cancel) -> None:
        emit(events.Failed("The base model small could not be loaded", "Copy or download the model again."))

    session.queue._stand_in = fails
    page = ComparePage(session)
    qtbot.addWidget(page)
    page.show()
    page._show_panel("serve")
    qtbot.mouseClick(page.serve.switch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "could not be loaded" in page.serve.state.text())
    assert not page.serve.switch.isChecked()
    assert page.serve.switch.isEnabled()
