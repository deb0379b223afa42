"""Projects that were open lately: name, what is in them, and when somebody last worked on them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import preferences, theme
from desktop.wording import moment_text, path_text
from engine.project.status import glance

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint

_PATH, _ABOUT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ROW = 56


class RecentList(QListWidget):
    """`wanted` tells the project that a person clicked; taking one off the list leaves it on disk."""

    wanted = Signal(object)  # Path
    shortened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent")
        self.setAccessibleName(self.tr("Recent projects"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_RecentDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.itemActivated.connect(self._on_activated)
        self.itemClicked.connect(self._on_activated)

    def refresh(self) -> None:
        """List them anew, the last one first."""
        self.clear()
        for path in preferences.recent():
            about = _about(path)
            item = QListWidgetItem(path.stem)
            item.setData(_PATH, str(path))
            item.setData(_ABOUT, about)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{path.stem}, {about}")
            item.setToolTip(path_text(path))
            item.setSizeHint(QSize(0, _ROW))
            self.addItem(item)

    def forget(self, item: QListWidgetItem) -> None:
        """Take a project off the list."""
        preferences.forget(Path(item.data(_PATH)))
        self.takeItem(self.row(item))
        self.shortened.emit()

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.wanted.emit(Path(item.data(_PATH)))

    def _on_menu(self, place: QPoint) -> None:
        if (item := self.itemAt(place)) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self._on_activated(item))
        menu.addAction(self.tr("Remove from List")).triggered.connect(lambda: self.forget(item))
        menu.popup(self.viewport().mapToGlobal(place))


def _about(path: Path) -> str:
    """What is in it, and since when it is as it is."""
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


class _RecentDelegate(QStyledItemDelegate):
    """A row: icon, name with the date at its right, and what is in it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        state: QStyle.StateFlag = option.state
        ink = option.palette.color(QPalette.ColorRole.WindowText)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_MouseOver:
            ground = QColor(ink)
            ground.setAlphaF(0.07)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, theme.RADIUS, theme.RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("tuned"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, theme.RADIUS, theme.RADIUS)
        theme.icon("folder", 22, theme.colour("tuned")).paint(
            painter, int(rect.left()) + 10, int(rect.center().y()) - 11, 22, 22
        )
        what, _, when = str(index.data(_ABOUT)).partition("\n")
        box = rect.adjusted(44, 7, -12, -7)
        upper, lower = QRectF(box), QRectF(box)
        upper.setHeight(box.height() / 2)
        lower.setTop(box.top() + box.height() / 2)
        painter.setPen(theme.quiet())
        painter.drawText(upper, _RIGHT, when)
        painter.drawText(lower, _LEFT, _elided(painter, what, lower))
        upper.setRight(upper.right() - painter.fontMetrics().horizontalAdvance(when) - theme.GAP)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(upper, _LEFT, _elided(painter, str(index.data()), upper))
        painter.restore()


def _elided(painter: QPainter, text: str, box: QRectF) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(box.width()))


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


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
