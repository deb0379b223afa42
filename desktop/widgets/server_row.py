"""A server on the person's list: its address and model, how much it is asked for, and how it is."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import failure, theme
from desktop.job_runner import JobRun
from desktop.widgets.elided import ElidedLabel
from desktop.words import engine_text
from engine import server_list, servers
from engine.errors import HoneError
from engine.events import Failed

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from engine.events import Artifact, Event
    from engine.server_list import Server


class ServerRow(QWidget):
    """What is changed here is on the list at once. `check` asks the server itself, in a child process."""

    removed = Signal(str)  # what specs name the server by
    changed = Signal()

    def __init__(self, server: Server, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("server")
        self.server = server
        self._run: JobRun | None = None
        self.used = QCheckBox()
        self.used.setChecked(server.enabled)
        self.used.setAccessibleName(self.tr("Use {0}").format(server.address))
        self.used.setToolTip(self.tr("Whether it writes along"))
        self.model = _Models()
        self.model.setEditText(server.model)
        self.at_once = _Number()
        self.at_once.setRange(server_list.LEAST_AT_ONCE, server_list.MOST_AT_ONCE)
        self.at_once.setValue(server.at_once)
        self.state = QLabel()
        self.state.setObjectName("server-state")
        self.state.setWordWrap(True)
        self.check = QPushButton(self.tr("Check"))
        self.key = QPushButton(self.tr("Key…"))
        self.remove = QToolButton(autoRaise=True)
        self._lay_out()
        self.used.toggled.connect(lambda on: self._put(enabled=on))
        self.at_once.valueChanged.connect(lambda value: self._put(at_once=value))
        self.model.chosen.connect(lambda name: self._put(model=name))
        self.check.clicked.connect(self.ask_state)
        self.key.clicked.connect(self.ask_key)
        self.remove.clicked.connect(lambda: self.removed.emit(self.server.value))
        self._say("quiet", self._where())

    def _lay_out(self) -> None:
        named = {
            self.model: self.tr("Model of {0}"),
            self.at_once: self.tr("Replies asked of {0} at a time"),
            self.check: self.tr("Check {0}"),
            self.key: self.tr("Key for {0}"),
            self.remove: self.tr("Remove {0}"),
        }
        for widget, name in named.items():
            widget.setAccessibleName(name.format(self.server.address))
        self.key.setToolTip(self.tr("Keeps the key for this address in the keychain of the system."))
        self.at_once.setToolTip(self.tr("How many replies it is asked for at a time: as many as it writes together."))
        self.remove.setIcon(theme.icon("close", 16))
        self.remove.setToolTip(self.tr("Remove from List"))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.used)
        first.addWidget(ElidedLabel(self.server.address), 1)
        for widget in (self.check, self.key, self.remove):
            first.addWidget(widget)
        for text, widget, stretch in ((self.tr("Model"), self.model, 1), (self.tr("At once"), self.at_once, 0)):
            label = QLabel(text)
            label.setBuddy(widget)
            theme.as_quiet(label)
            second.addWidget(label)
            second.addWidget(widget, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        for row in (first, second):
            row.setSpacing(theme.TIGHT)
            layout.addLayout(row)
        layout.addWidget(self.state)

    # -- how it is --------------------------------------------------------------------------------------------

    def ask_state(self) -> None:
        """Ask the server for its models; the answer is told in words."""
        if self._run is not None:
            return
        self.check.setEnabled(False)
        self._say("quiet", self.tr("Asking…"))
        fields = {"servers": (self.server.value,)}
        self._run = JobRun("servers", fields, self.tr("Asking a server"), self)
        self._run.made.connect(self._on_state)
        self._run.ended.connect(self._on_ended)
        self._run.start()

    def _on_state(self, told: Artifact) -> None:
        found: dict[str, Any] = told.data or {}
        self.model.offer(found["models"])
        if not found["ready"]:
            self._say("bad", f"{engine_text(found['title'])}. {engine_text(found['hint'])}")
            return
        if found["model"] and found["model"] != self.server.model:
            self.model.setEditText(found["model"])
            self._put(model=found["model"])
        milliseconds = f"{1000 * found['seconds']:.0f}"
        self._say("good", " ".join((self.tr("Ready; it answered in {0} ms.").format(milliseconds), self._where())))

    def _on_ended(self, event: Event) -> None:
        if isinstance(event, Failed):
            self._say("bad", f"{engine_text(event.title)}. {engine_text(event.hint)}")
        if self._run is not None:
            self._run.deleteLater()
        self._run = None
        self.check.setEnabled(True)

    def _where(self) -> str:
        if servers.is_here(self.server.address):
            return self.tr("On this machine: nothing leaves it.")
        return self.tr("Not on this machine: the texts of your documents are sent there.")

    def _say(self, role: str, text: str) -> None:
        self.state.setText(text)
        theme.set_role(self.state, role)

    # -- changes ----------------------------------------------------------------------------------------------

    def ask_key(self) -> None:
        """Ask for the key of the server; it goes into the keychain and nowhere else, where there is one."""
        sheet = QInputDialog(self)
        sheet.setObjectName("server-key")
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.setWindowTitle(self.tr("Key for the Server"))
        sheet.setLabelText(self.tr("Key for {0}; leave it empty to forget it:").format(self.server.address))
        sheet.setTextEchoMode(QLineEdit.EchoMode.Password)
        sheet.textValueSelected.connect(self.keep_key)
        sheet.open()

    def keep_key(self, key: str) -> None:
        """Keep the key, until Hone is closed where the system has no open keychain."""
        stays = servers.keep_key_somewhere(self.server.address, key.strip())
        if not key.strip():
            self._say("quiet", self.tr("The key is forgotten."))
        elif stays:
            self._say("quiet", self.tr("The key is in the keychain."))
        else:
            self._say("warning", self.tr("This system has no open keychain: the key is kept until Hone is closed."))

    def _put(self, **changes: Any) -> None:
        wanted = dataclasses.replace(self.server, **changes)
        if wanted == self.server:
            return
        try:
            self.server = server_list.put(wanted, instead=self.server.value)
        except HoneError as error:
            failure.show_error(self.window(), error)
            return
        self.changed.emit()


class _Models(QComboBox):
    """The models that a server told of; any other name can be typed. The wheel scrolls what is around it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("The only one it has"))
        line.editingFinished.connect(lambda: self.chosen.emit(self.currentText().strip()))
        self.activated.connect(lambda: self.chosen.emit(self.currentText().strip()))

    def offer(self, names: list[str]) -> None:
        """List these; what is chosen stays."""
        kept = self.currentText()
        self.clear()
        self.addItems(names)
        self.setEditText(kept)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class _Number(QSpinBox):
    """The wheel scrolls what is around it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(lambda session: ServerRow(server_list.Server(address="http://localhost:8080/v1", model="qwen3")))
    )
