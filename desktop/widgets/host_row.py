"""One Mac of several: its name for ssh, its address, and what it said when it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop import theme
from desktop.widgets.elided import ElidedLabel
from desktop.words import engine_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_GB = 2**30


class HostRow(theme.Tinted, QWidget):
    """`changed` tells that its texts are others now, `remove_wanted` that it shall leave."""

    changed = Signal()
    remove_wanted = Signal()

    def __init__(self, name: str, address: str, *, here: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.address = QLineEdit(name), QLineEdit(address)
        self.sign, self.state = QLabel(), ElidedLabel()
        self.remove = QToolButton(autoRaise=True)
        self._mark = ("waiting", "")
        self._here = here
        self._say_words()
        self.name.setCursorPosition(0)
        self.name.setReadOnly(here)
        self.name.setFrame(not here)
        policy = self.remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(policy)
        self.remove.setVisible(not here)  # this Mac holds the project: it always takes part
        theme.as_quiet(self.state)
        for line in (self.name, self.address):
            line.textEdited.connect(self._on_edited)
        self.remove.clicked.connect(self.remove_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.sign)
        layout.addWidget(self.name, 3)
        layout.addWidget(self.address, 2)
        layout.addWidget(self.state, 4)
        layout.addWidget(self.remove)
        self.paint_icons()

    @property
    def texts(self) -> tuple[str, str]:
        """Name and address as they were typed."""
        return self.name.text().strip(), self.address.text().strip()

    def show_found(self, found: Mapping[str, Any]) -> None:
        """What the Mac said."""
        memory = self.tr("{0} GB").format(round(found["memory"] / _GB)) if found["memory"] else ""
        ready = self.tr("Ready, {0}").format(memory) if memory else self.tr("Ready")
        problem = found["title"]
        self._tell(
            engine_text(problem) if problem else ready, ("attention", "warning") if problem else ("check", "good")
        )

    def forget(self) -> None:
        """What it said holds no longer."""
        self._tell(self.tr("This Mac") if self._here else self.tr("Not checked"), ("waiting", ""))

    def paint_icons(self) -> None:
        """Sign and cross in the colours of now."""
        name, meaning = self._mark
        tint = theme.colour(meaning) if meaning else theme.quiet()
        self.sign.setPixmap(theme.icon(name, 16, tint).pixmap(16, 16))
        self.remove.setIcon(theme.icon("close", 14))

    def _say_words(self) -> None:
        self.name.setPlaceholderText(self.tr("Name, as ssh knows it"))
        self.address.setPlaceholderText(self.tr("Address, as 10.0.0.2"))
        self.name.setAccessibleName(self.tr("Name of the Mac"))
        self.address.setAccessibleName(self.tr("Address of the Mac"))
        self.remove.setAccessibleName(self.tr("Remove this Mac"))
        self.remove.setToolTip(self.tr("Remove this Mac"))
        self.forget()

    def _tell(self, text: str, mark: tuple[str, str]) -> None:
        self.state.setText(text)
        self.state.setAccessibleName(text)
        self._mark = mark
        self.paint_icons()

    def _on_edited(self) -> None:
        self.forget()
        self.changed.emit()


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: HostRow("mini-2.local", "10.0.0.2")))
