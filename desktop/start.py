"""The start screen: drop documents, go on with a project, or try the sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop import preferences, theme
from desktop.widgets.drop_area import DropArea

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


class StartScreen(QWidget):
    """What a person sees first; it only tells what was wanted."""

    dropped = Signal(list)  # of Path
    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    project_wanted = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.area = DropArea(
            self.tr("Drop your documents here"),
            self.tr("PDF, Word, PowerPoint, EPUB, HTML, Markdown, text, or a folder of them"),
        )
        self.area.dropped.connect(self.dropped)
        self.area.chosen.connect(self.dropped)
        self.recent = QListWidget()
        self.recent.setObjectName("recent")
        self.recent.setAccessibleName(self.tr("Recent projects"))
        self.recent.itemActivated.connect(self._on_activated)
        self.recent.itemClicked.connect(self._on_activated)
        self.sample = QPushButton(theme.icon("sample"), self.tr("Try the Sample"))
        self.new = QPushButton(theme.icon("add"), self.tr("New Project…"))
        self.open = QPushButton(theme.icon("folder"), self.tr("Open…"))
        for button, signal in (
            (self.sample, self.sample_wanted),
            (self.new, self.new_wanted),
            (self.open, self.open_wanted),
        ):
            button.clicked.connect(signal)
            button.setIconSize(QSize(16, 16))
        self._lay_out()

    def _lay_out(self) -> None:
        title, line = QLabel("Hone"), QLabel(self.tr("Teach a local language model your documents."))
        theme.as_title(title)
        theme.as_quiet(line)
        self.heading = QLabel(self.tr("Recent projects"))
        theme.as_heading(self.heading)
        buttons = QHBoxLayout()
        for button in (self.sample, self.new, self.open):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(48, 36, 48, 36)
        layout.setSpacing(theme.GAP)
        layout.addWidget(title)
        layout.addWidget(line)
        layout.addWidget(self.area, 3)
        layout.addLayout(buttons)
        layout.addWidget(self.heading)
        layout.addWidget(self.recent, 2)

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again: the list may have changed."""
        super().showEvent(event)
        self.recent.clear()
        for path in preferences.recent():
            item = QListWidgetItem(f"{path.stem}\n{_short(path.parent)}")
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            item.setIcon(theme.icon("folder"))
            self.recent.addItem(item)
        self.recent.setVisible(bool(self.recent.count()))
        self.heading.setVisible(bool(self.recent.count()))

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.project_wanted.emit(Path(item.data(Qt.ItemDataRole.UserRole)))


def _short(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
