"""Servers in the window: put on the list and asked in a child, chosen as the writer, and where texts go is said."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox

from desktop import known_models
from desktop.pages.settings import SettingsPage
from desktop.widgets.writing_options import WritingOptions
from desktop.widgets.writing_progress import WritingProgress
from engine import server_list
from engine.events import Metric
from engine.server_list import Server
from tests.engine.chat_server import ChatServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.widgets.server_row import ServerRow
    from desktop.widgets.servers_card import ServersCard


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    monkeypatch.delenv("HONE_API_KEY", raising=False)
    with ChatServer(lambda number, body: "", models=("small", "large")) as found:
        yield found


@pytest.fixture
def card(session: Session, qtbot: QtBot) -> Iterator[ServersCard]:
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.show()
    yield page.servers
    page.close()


def asked(row: ServerRow, qtbot: QtBot) -> str:
    """What the state says once the server was asked."""
    qtbot.waitUntil(row.check.isEnabled, timeout=30_000)
    return row.state.text()


def test_a_server_is_added_asked_changed_and_removed(card: ServersCard, qtbot: QtBot, server: ChatServer) -> None:
    assert not card.add_button.isEnabled()
    qtbot.keyClicks(card.address, server.address)
    qtbot.keyClick(card.address, Qt.Key.Key_Return)
    (row,) = card.rows
    assert "Which model of 127.0.0.1" in asked(row, qtbot)
    assert [row.model.itemText(at) for at in range(row.model.count())] == ["small", "large"]
    line = row.model.lineEdit()
    assert line is not None
    qtbot.keyClicks(line, "large")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    row.at_once.setValue(9)
    qtbot.mouseClick(row.check, Qt.MouseButton.LeftButton)
    assert "Ready; it answered in" in asked(row, qtbot)
    assert "nothing leaves it" in row.state.text()
    assert server_list.listed() == [Server(address=f"{server.address}/v1", model="large", at_once=9)]
    qtbot.mouseClick(row.used, Qt.MouseButton.LeftButton)
    assert not server_list.listed()[0].enabled
    qtbot.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not card.rows)
    assert server_list.listed() == []


def test_what_is_no_address_is_told_in_a_sheet(card: ServersCard, qtbot: QtBot) -> None:
    card.address.setText("http://me:secret@example.org")
    qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
    sheet = card.window().findChild(QMessageBox, "failure")
    assert sheet is not None
    assert "must not hold a key" in sheet.text()
    sheet.close()
    assert not card.rows


def test_a_key_without_a_keychain_is_kept_until_the_end(
    card: ServersCard, qtbot: QtBot, server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keyring
    from keyring.backends.fail import Keyring as NoKeychain

    monkeypatch.setattr(keyring, "get_keyring", NoKeychain)
    monkeypatch.setattr(keyring.core, "get_keyring", NoKeychain)
    server.key, server.models = "sk-secret", ("small",)
    server_list.put(Server(address=server.address))
    card.refresh()
    (row,) = card.rows
    qtbot.mouseClick(row.check, Qt.MouseButton.LeftButton)
    assert "wants a key" in asked(row, qtbot)
    qtbot.mouseClick(row.key, Qt.MouseButton.LeftButton)
    sheet = row.findChild(QInputDialog, "server-key")
    assert sheet is not None
    sheet.setTextValue("sk-secret")
    sheet.accept()
    assert "until Hone is closed" in row.state.text()
    try:
        qtbot.mouseClick(row.check, Qt.MouseButton.LeftButton)
        assert "Ready" in asked(row, qtbot)
        assert server_list.listed()[0].model == "small"
        assert "sk-secret" not in server_list.place().read_text()
    finally:
        row.keep_key("")
    assert "forgotten" in row.state.text()
    assert not [name for name in os.environ if name.startswith("HONE_API_KEY_127")]


def test_a_list_that_cannot_be_read_is_told(card: ServersCard) -> None:
    server_list.place().write_text("[{")
    card.refresh()
    assert not card.rows
    assert known_models.servers() == []


def test_servers_are_chosen_as_the_writer_and_where_texts_go_is_said(qtbot: QtBot) -> None:
    server_list.put(Server(address="http://localhost:8080", model="/models/qwen.gguf"))
    assert [choice.title for choice in known_models.servers()] == ["qwen.gguf at localhost:8080"]
    server_list.put(Server(address="http://gpu.example:8000", model="llama"))
    server_list.put(Server(address="http://off.example:8000", enabled=False))
    options = WritingOptions()
    qtbot.addWidget(options)
    options.show()
    titles = [options.writer.itemText(at) for at in range(options.writer.count())]
    assert titles[1:4] == ["All servers (2)", "qwen.gguf at localhost:8080", "llama at gpu.example:8000"]
    options.show_fields({"writer": "servers"})
    assert options.fields()["writer"] == "servers"
    assert options.leaves.text() == "The texts of your documents are sent to gpu.example:8000."
    assert options.first.editors["questions_per_chunk"].isVisible()
    options.show_fields({"writer": "http://localhost:8080/v1#/models/qwen.gguf"})
    assert not options.leaves.isVisible()
    options.show_fields({"writer": "http://old.example/v1#gone"})
    assert options.writer.currentText() == "gone at old.example"
    assert "old.example" in options.leaves.text()


def test_each_server_s_rate_is_shown(qtbot: QtBot) -> None:
    progress = WritingProgress()
    qtbot.addWidget(progress)
    batch: list[Any] = [Metric("replies a minute of a at x", 3, 12.0), Metric("replies a minute of a at y", 0, 0.0)]
    progress._on_measured(batch)
    assert progress.text.text() == "1 of 2 servers"
    assert progress.bar.toolTip() == "a at x: 12 replies/min\na at y: 0 replies/min"
