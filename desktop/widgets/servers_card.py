"""The servers that can write pairs: the person's list, with a line to add another one."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import failure, theme
from desktop.widgets.card import Card
from desktop.widgets.server_row import ServerRow
from desktop.words import engine_text
from engine import server_list, servers
from engine.errors import HoneError


class ServersCard(QWidget):
    """`changed` tells that the list is another one now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ServerRow] = []
        self.address = QLineEdit()
        self.address.setObjectName("server-address")
        self.address.setPlaceholderText("http://localhost:8080/v1")
        self.address.setAccessibleName(self.tr("Address of a server"))
        self.add_button = QPushButton(self.tr("Add"))
        self.add_button.setObjectName("add-server")
        self.add_button.setAccessibleName(self.tr("Add the server"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._card = Card()
        self._layout.addWidget(self._card)
        self._entry = self._made_entry()
        self.address.textChanged.connect(self._enable)
        self.address.returnPressed.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self._enable()
        self.refresh()

    def refresh(self) -> None:
        """Show the list as it is, also when a command has changed it."""
        try:
            found, trouble = server_list.listed(), ""
        except HoneError as error:
            found, trouble = [], f"{engine_text(error.title)}. {engine_text(error.hint)}"
        if [row.server for row in self.rows] == found and not trouble and self._entry.parent() is self._card:
            return
        self._entry.setParent(None)
        old, self._card = self._card, Card()
        self._layout.replaceWidget(old, self._card)
        old.hide()
        old.deleteLater()
        self.rows = [ServerRow(server) for server in found]
        for row in self.rows:
            row.removed.connect(self._on_removed)
            row.changed.connect(self.changed)
            self._card.add(row)
        if trouble:
            line = QLabel(trouble)
            line.setWordWrap(True)
            theme.set_role(line, "bad")
            self._card.add(line)
        self._card.add(self._entry)
        self._entry.show()

    def add(self) -> None:
        """Put the address on the list and ask the server for its models."""
        if not self.add_button.isEnabled():
            return
        try:
            address, model = servers.parted(self.address.text())
            new = server_list.put(server_list.Server(address=address, model=model))
        except HoneError as error:
            failure.show_error(self.window(), error)
            return
        self.address.clear()
        self.refresh()
        self.changed.emit()
        next(row for row in self.rows if row.server == new).ask_state()

    def _made_entry(self) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.TIGHT)
        row.addWidget(self.address, 1)
        row.addWidget(self.add_button)
        return entry

    def _enable(self) -> None:
        self.add_button.setEnabled(servers.is_address(self.address.text()))

    def _on_removed(self, value: str) -> None:
        server_list.remove(value)
        self.changed.emit()
        QTimer.singleShot(0, self, self.refresh)  # not from within the row that goes


if __name__ == "__main__":
    from desktop import preview

    def fill(widget: ServersCard, session: object) -> None:
        server_list.put(server_list.Server(address="http://localhost:8080/v1", model="qwen3-4b-instruct"))
        server_list.put(server_list.Server(address="http://studio.example:1234/v1", at_once=8))
        widget.refresh()

    raise SystemExit(preview.show(lambda session: ServersCard(), fill))
