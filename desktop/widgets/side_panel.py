"""A panel beside a page that shows one of several things, or is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme


class SidePanel(theme.Tinted, QWidget):
    """`closed` tells that the person closed it; Escape inside does."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side-panel")
        self.name = ""
        self._titles: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self.title = QLabel()
        theme.as_heading(self.title)
        self.close_button = QToolButton(autoRaise=True)
        self.close_button.setObjectName("close-panel")
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close the panel"))
        self.close_button.clicked.connect(self.closed)
        self.stack = QStackedWidget()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.GAP, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        self.paint_icons()
        self.hide()

    def add(self, name: str, title: str, widget: QWidget, *, scrolls: bool = False) -> None:
        """Give it something to show."""
        if scrolls:
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(widget)
            area.viewport().setAutoFillBackground(False)
            widget.setAutoFillBackground(False)
            area.setMinimumWidth(widget.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
            widget = area
        self._titles[name] = title
        self._places[name] = self.stack.addWidget(widget)

    def show_panel(self, name: str) -> None:
        """Show one by its name; without a name it is closed."""
        self.name = name
        self.setVisible(bool(name))
        if name:
            self.title.setText(self._titles[name])
            self.stack.setCurrentIndex(self._places[name])

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        self.close_button.setIcon(theme.icon("close", 14, theme.quiet()))


if __name__ == "__main__":
    from PySide6.QtWidgets import QLabel

    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: SidePanel(),
            lambda w, s: w.add("options", "Options", QLabel("Inside")),
            lambda w, s: w.show_panel("options"),
        )
    )
