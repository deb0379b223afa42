"""A part of a page that is folded away until one wants it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop import theme


class Fold(QWidget):
    """A heading with a triangle, and the content below it when it is open."""

    def __init__(self, text: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.button = QToolButton(autoRaise=True)
        self.button.setCheckable(True)
        self.button.setObjectName("fold")
        self.button.setText(text)
        self.button.setAccessibleName(text)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.toggled.connect(self._on_toggled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        layout.addWidget(self.button)
        layout.addWidget(content)
        self._on_toggled(False)

    def _on_toggled(self, on: bool) -> None:
        self.content.setVisible(on)
        self.button.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)


if __name__ == "__main__":
    from PySide6.QtWidgets import QLabel

    from desktop import preview

    raise SystemExit(preview.show(lambda session: Fold("Advanced", QLabel("What is inside"))))
