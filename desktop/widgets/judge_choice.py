"""Who judges the replies: nobody, a model in a file, or one behind an address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QInputDialog, QLineEdit, QPushButton, QWidget

from desktop import failure, preferences, theme
from desktop.widgets.elided import ElidedLabel
from engine import servers
from engine.errors import HoneError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QWheelEvent

OFF, FILE, SERVER = "off", "file", "server"


class JudgeChoice(QWidget):
    """`values` are the fields judge and judge_model of a spec; `changed` tells that they are others now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, off: bool = True) -> None:
        """Without `off` there has to be a judge."""
        super().__init__(parent)
        self.kind = _Kinds()
        self.kind.setAccessibleName(self.tr("Judge"))
        if off:
            self.kind.addItem(self.tr("No judge"), OFF)
        self.kind.addItem(self.tr("A model in a GGUF file"), FILE)
        self.kind.addItem(self.tr("A server (OpenAI-compatible)"), SERVER)
        self.path = ""
        self.file = ElidedLabel()
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose the file of the judge"))
        self.choose.clicked.connect(self.ask_file)
        self.address, self.model = QLineEdit(), QLineEdit()
        self.address.setPlaceholderText("http://localhost:8080/v1")
        self.address.setAccessibleName(self.tr("Address of the judge"))
        self.address.setToolTip(self.tr("Questions, references and replies are sent to this address."))
        self.model.setPlaceholderText(self.tr("Name of the model"))
        self.model.setAccessibleName(self.tr("Name of the judge's model"))
        self.key = QPushButton(self.tr("Key…"))
        self.key.setToolTip(self.tr("Keeps the key for this address in the keychain of the system."))
        self.key.setAccessibleName(self.tr("Key for the judge's server"))
        self.key.clicked.connect(self.ask_key)
        self.kind.currentIndexChanged.connect(self._on_kind)
        for line in (self.address, self.model):
            line.setMinimumWidth(90)
            line.textChanged.connect(self._on_text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT + 2)
        layout.addWidget(self.kind)
        layout.addWidget(self.file, 1)
        layout.addWidget(self.choose)
        layout.addWidget(self.address, 3)
        layout.addWidget(self.model, 2)
        layout.addWidget(self.key)
        layout.addStretch()
        self._layout = layout
        self.set_path("")
        self._on_text()
        self._on_kind()

    def values(self) -> dict[str, Any]:
        """What differs from the defaults: nothing without a judge."""
        kind = self.kind.currentData()
        if kind == FILE and self.path:
            return {"judge": self.path}
        if kind == SERVER and (address := self.address.text().strip()):
            model = self.model.text().strip()
            return {"judge": address, **({"judge_model": model} if model else {})}
        return {}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show the judge of an exam."""
        judge = str(values.get("judge") or OFF)
        served = servers.is_address(judge)
        kind = OFF if judge == OFF else SERVER if served else FILE
        self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))
        if served:
            self.address.setText(judge)
            self.model.setText(str(values.get("judge_model") or ""))
        elif judge != OFF:
            self.set_path(judge)

    def is_complete(self) -> bool:
        """Whether it is said who judges."""
        return self.kind.currentData() == OFF or bool(self.values())

    def ask_file(self) -> None:
        """Let the person choose a model."""
        start = str(Path(self.path).parent) if self.path else preferences.get("judge_folder")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the Judge"), start, self.tr("Models (*.gguf)"))
        if path:
            preferences.put("judge_folder", str(Path(path).parent))
            self.set_path(path)

    def set_path(self, path: str) -> None:
        """Let the model in a file judge."""
        self.path = path
        self.file.setText(Path(path).name if path else self.tr("No file chosen"))
        self.changed.emit()

    def ask_key(self) -> None:
        """Ask for the key of the server; nothing forgets it. It goes into the keychain and nowhere else."""
        sheet = QInputDialog(self)
        sheet.setObjectName("judge-key")
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.setWindowTitle(self.tr("Key for the Judge"))
        sheet.setLabelText(self.tr("Key for {0}; leave it empty to forget it:").format(self.address.text().strip()))
        sheet.setTextEchoMode(QLineEdit.EchoMode.Password)
        sheet.textValueSelected.connect(self.keep_key)
        sheet.open()

    def keep_key(self, key: str) -> None:
        """Keep the key of the server in the keychain."""
        try:
            servers.keep_key(servers.normalised(self.address.text()), key.strip())
        except HoneError as error:
            failure.show_error(self, error)

    def _on_text(self) -> None:
        self.key.setEnabled(servers.is_address(self.address.text()))
        self.changed.emit()

    def _on_kind(self) -> None:
        kind = self.kind.currentData()
        own: dict[str, tuple[QWidget, ...]] = {
            FILE: (self.file, self.choose),
            SERVER: (self.address, self.model, self.key),
        }
        for name, widgets in own.items():
            for widget in widgets:
                widget.setVisible(kind == name)
        self._layout.setStretch(self._layout.count() - 1, 0 if kind == SERVER else 1)
        self.changed.emit()


class _Kinds(QComboBox):
    """The wheel scrolls what is around it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: JudgeChoice(), lambda w, s: w.kind.setCurrentIndex(1)))
