"""The switch that lets other programs ask the models, with what they need to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.words import engine_text
from engine import events

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.job_runner import JobRun
    from desktop.session import Session

JOB = "serve"


class ServePanel(theme.Tinted, QWidget):
    """Off until the person turns it on, and off again with the project; `switched` tells which."""

    switched = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("serve")
        self._session, self._run = session, 0
        self._job: JobRun | None = None
        self.switch = QCheckBox(self.tr("Serve to other programs"))
        self.switch.setObjectName("serve-switch")
        self.state = QLabel()
        self.state.setObjectName("serve-state")
        self.state.setWordWrap(True)
        self.address = _Shown(self.tr("Address"), self.tr("Copy the address"))
        self.token = _Shown(self.tr("Token"), self.tr("Copy the token"))
        self.models = QLabel()
        more = QLabel(
            self.tr(
                "Programs on this machine that speak OpenAI’s protocol can ask the tuned model and its base; most call"
                " the token an API key. Nothing outside this machine can reach them. The model stays in memory while"
                " this is on, and each start has its own address and token."
            )
        )
        for label in (self.models, more):
            label.setWordWrap(True)
            theme.as_quiet(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        for widget in (self.switch, self.state, self.address, self.token, self.models):
            layout.addWidget(widget)
        layout.addSpacing(theme.GAP)
        layout.addWidget(more)
        layout.addStretch(1)
        self.switch.clicked.connect(self._on_switched)
        job = session.queue.beside
        if job is not None and job.name == JOB:
            self._follow(job)
        self._show()

    def show_run(self, number: int) -> None:
        """The run that is served when the switch is turned on next."""
        self._run = number

    def tell(self, listener: Callable[[bool], None]) -> None:
        """Let a listener hear, now and at every change, whether programs are served."""
        self.switched.connect(listener)
        listener(self.switch.isChecked())

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        for line in (self.address, self.token):
            line.copy.setIcon(theme.icon("copy", 16))

    def _on_switched(self, on: bool) -> None:
        if not on and self._job is not None:
            self._job.cancel()
        elif on and self._job is None:
            self._follow(
                self._session.queue.start_beside(
                    JOB, {"project": self._session.path, "run": self._run}, self.tr("Serving to other programs")
                )
            )
        self._show()

    def _follow(self, job: JobRun) -> None:
        self._job = job
        job.made.connect(self._show)
        job.progressed.connect(self._show)
        job.ended.connect(self._on_ended)

    def _on_ended(self, event: events.Event) -> None:
        self._job = None
        self._show()
        if isinstance(event, events.Failed):
            self._say("bad", f"{engine_text(event.title)}. {engine_text(event.hint)}")

    def _show(self) -> None:
        job = self._job
        told = next((made for made in job.artifacts if made.kind == "serving"), None) if job else None
        stopping = job is not None and job.cancelling
        self.switch.setChecked(job is not None and not stopping)
        self.switch.setEnabled(not stopping)
        self.switched.emit(self.switch.isChecked())
        there = told is not None and told.data is not None and not stopping
        for widget in (self.address, self.token, self.models):
            widget.setVisible(there)
        if job is None:
            self._say("quiet", self.tr("Off"))
        elif stopping:
            self._say("quiet", self.tr("Stopping…"))
        elif told is None or told.data is None:
            self._say("quiet", self.tr("Reading the model…"))
        else:
            self.address.show_text(told.path)
            self.token.show_text(told.data["token"])
            self.models.setText(self.tr("Models: {0}").format(", ".join(told.data["models"])))
            written = job.progress.done if job.progress else 0
            said = self.tr("On: run {0} answers. Replies written: {1}").format(told.data["run"], written)
            self._say("good", said)

    def _say(self, role: str, text: str) -> None:
        self.state.setText(text)
        theme.set_role(self.state, role)


class _Shown(QWidget):
    """A text under its name, to be read and copied."""

    def __init__(self, title: str, copy: str) -> None:
        super().__init__()
        name = QLabel(title)
        theme.as_quiet(name)
        self.line = QLineEdit(readOnly=True)
        self.line.setAccessibleName(title)
        name.setBuddy(self.line)
        self.copy = QToolButton(autoRaise=True)
        self.copy.setToolTip(copy)
        self.copy.setAccessibleName(copy)
        self.copy.setIcon(theme.icon("copy", 16))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.line.text()))
        row = QHBoxLayout()
        row.setSpacing(theme.TIGHT)
        row.addWidget(self.line, 1)
        row.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(name)
        layout.addLayout(row)

    def show_text(self, text: str) -> None:
        """Show it from its beginning."""
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(ServePanel))
