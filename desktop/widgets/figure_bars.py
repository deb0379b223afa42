"""One figure of an exam as two bars, base above tuned, with the numbers beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Callable

_BAR, _GAP, _NARROWEST = 8, 6, 132  # pixels: height of a bar, between things, of the whole


class FigureBars(QWidget):
    """Draws a name and two values as parts of `full`; a value that is None has no bar."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._values: tuple[float | None, float | None] = (None, None)
        self._texts, self._full = ("–", "–"), 1.0
        self._sides = (self.tr("Base"), self.tr("Tuned"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_NARROWEST)

    def show_values(
        self, base: float | None, tuned: float | None, told: Callable[[float], str], full: float = 1.0
    ) -> None:
        """Draw these; `told` puts a value into words."""
        self._values, self._full = (base, tuned), full or 1.0
        self._texts = ("–" if base is None else told(base), "–" if tuned is None else told(tuned))
        said = ", ".join(f"{side} {text}" for side, text in zip(self._sides, self._texts, strict=True))
        self.setAccessibleName(f"{self._name}: {said}")
        self.update()

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(_NARROWEST, 3 * self.fontMetrics().height() + 2 * _GAP + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, then a line for each side: its name, the bar, the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, line = self.fontMetrics(), self.fontMetrics().height()
        painter.setPen(theme.quiet())
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, 0, self.width(), line), Qt.AlignmentFlag.AlignVCenter, name)
        label = max(metrics.horizontalAdvance(side) for side in self._sides) + _GAP + 2
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        number = metrics.horizontalAdvance("100%") + 2 * _GAP
        for row, side in enumerate(("base", "tuned")):
            top = (row + 1) * (line + _GAP)
            painter.setFont(self.font())
            painter.setPen(theme.quiet())
            painter.drawText(QRectF(0, top, label, line), Qt.AlignmentFlag.AlignVCenter, self._sides[row])
            track = QRectF(label, top + (line - _BAR) / 2, max(self.width() - label - number, 8.0), _BAR)
            self._bar(painter, track, self._values[row], theme.colour(side))
            painter.setFont(bold if side == "tuned" else self.font())
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            place = QRectF(track.right(), top, self.width() - track.right(), line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._texts[row])

    def _bar(self, painter: QPainter, track: QRectF, value: float | None, tint: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground = theme.line()
        ground.setAlphaF(0.10)
        painter.setBrush(ground)
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        share = min(max((value or 0.0) / self._full, 0.0), 1.0)
        if share > 0:
            painter.setBrush(tint)
            width = max(track.width() * share, _BAR)
            painter.drawRoundedRect(QRectF(track.left(), track.top(), width, _BAR), _BAR / 2, _BAR / 2)


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(
        preview.show(
            lambda session: FigureBars("Key facts right"), lambda w, s: w.show_values(0.02, 0.98, "{:.0%}".format)
        )
    )
