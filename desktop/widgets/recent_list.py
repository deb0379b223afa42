"""Projects that were open lately: name, what is in them, and when somebody last worked on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, QTimer, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from desktop import preferences
from desktop.wording import moment_text, path_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QContextMenuEvent, QEnterEvent

_ROW = 56
_LOOK_MS = 120  # after the window has been painted, also where that is slow


class _Recent(QListWidgetItem):
    """A project on the list."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.stem)
        self.path = path
        self.setToolTip(path_text(path))
        self.setSizeHint(QSize(0, _ROW))


class RecentList(QListWidget):
    """`wanted` tells the project that a person clicked; taking one off the list leaves it on disk."""

    wanted = Signal(object)  # Path
    shortened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent")
        self.setAccessibleName(self.tr("Recent projects"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")  # by name, without `Qt`: see theme
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        ground = QWidget()  # one of ours: to be handed that of Qt makes Python know every kind of widget
        self.setViewport(ground)
        ground.setAutoFillBackground(False)
        self.itemActivated.connect(self._on_activated)
        self.itemClicked.connect(self._on_activated)

    def refresh(self) -> None:
        """List them anew, the last one first."""
        self.clear()
        for path in preferences.recent():
            self.addItem(_Recent(path))
        if self.count():
            QTimer.singleShot(_LOOK_MS, self, self._look_into)

    def _look_into(self) -> None:
        """Say what is in them: after the names are seen, since every one's store is opened for it."""
        from PySide6.QtCore import Qt

        from desktop.widgets.recent_row import ABOUT, RecentRow

        self.setItemDelegate(RecentRow(self))
        for item in map(self.item, range(self.count())):
            about = _about(_path(item))
            item.setData(ABOUT, about)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {about}")

    def forget(self, item: QListWidgetItem) -> None:
        """Take a project off the list."""
        preferences.forget(_path(item))
        self.takeItem(self.row(item))
        self.shortened.emit()

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.wanted.emit(_path(item))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The hand of what may be clicked."""
        from PySide6.QtCore import Qt

        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open a project, or take it off the list."""
        if (item := self.itemAt(event.pos())) is None:
            return
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self._on_activated(item))
        menu.addAction(self.tr("Remove from List")).triggered.connect(lambda: self.forget(item))
        menu.popup(event.globalPos())


def _path(item: QListWidgetItem) -> Path:
    assert isinstance(item, _Recent)
    return item.path


def _about(path: Path) -> str:
    """What is in it, and since when it is as it is."""
    from engine.project.status import glance

    found = glance(path)
    if found is None:
        return path_text(path.parent)
    counts = (
        (found.documents, tr("1 document"), tr("{0} documents")),
        (found.pairs, tr("1 pair"), tr("{0} pairs")),
        (found.tuned, tr("1 tuned model"), tr("{0} tuned models")),
    )
    parts = [one if number == 1 else many.format(f"{number:,}") for number, one, many in counts if number]
    return " · ".join(parts or [tr("Empty")]) + "\n" + moment_text(found.changed)


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("recent_list", text)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: RecentList(), lambda w, s: preferences.add_recent(s.project.path), lambda w, s: w.refresh()
        )
    )
