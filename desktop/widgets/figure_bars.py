"""One figure of an exam as bars, one for each side, with the range in which each mean lies and the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import theme
from desktop.tables.exam_words import (
    figure_text,
    figure_title,
    questions_text,
    range_text,
    side_title,
    value_text,
)
from desktop.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Mapping

_BAR, _GAP, _NARROWEST = 8, 6, 132  # pixels: height of a bar, between things, of the whole
_FULL = {"judge": 100.0}
_OPEN = ("loss", "perplexity")  # figures without an upper end


class FigureBars(QWidget):
    """Draws the sides below one another; the pointer reads one out with its range. A side without a mean has no bar."""

    def __init__(self, figure: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = figure
        self._sides: dict[str, Mapping[str, Any]] = {}
        self._titles: dict[str, str] = {}
        self._full = 1.0
        self._at: str | None = None
        self._picture = Picture()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_NARROWEST)
        self.setMouseTracking(True)
        self.setToolTip(figure_text(figure))

    def show_sides(self, sides: Mapping[str, Mapping[str, Any]]) -> None:
        """Draw these, {side: {mean, low, high, n}}; low and high may be missing."""
        if sides == self._sides and self._titles:
            return
        self._sides, self._at, self._picture = dict(sides), None, Picture()
        self._titles = {side: side_title(side) for side in sides}
        ends = [found.get(end) or 0.0 for found in sides.values() for end in ("mean", "high")]
        self._full = (max(ends, default=1.0) if self.figure in _OPEN else _FULL.get(self.figure, 1.0)) or 1.0
        said = ", ".join(f"{title} {self._value(side)}" for side, title in self._titles.items())
        self.setAccessibleName(f"{figure_title(self.figure)}: {said}")
        self.setAccessibleDescription("\n".join([figure_text(self.figure), *map(self.readout, sides)]))
        self.updateGeometry()
        self.update()

    def readout(self, side: str) -> str:
        """What is said of a side: its mean, the range, and of how many questions it is."""
        found = self._sides[side]
        parts = [f"{self._titles[side]} {self._value(side)}", range_text(self.figure, found)]
        if found.get("mean") is not None and found.get("n"):
            parts.append(questions_text(int(found["n"])))
        return " · ".join(filter(None, parts))

    def sizeHint(self) -> QSize:
        """The name, and a line for each side."""
        line = self.fontMetrics().height()
        return QSize(_NARROWEST, line + max(len(self._sides), 1) * (line + _GAP) + 2)

    def minimumSizeHint(self) -> QSize:
        """All lines are needed."""
        return self.sizeHint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out the side under the pointer."""
        self._read(next((side for side in self._sides if self._line(side).contains(event.position())), None))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is read out any more."""
        self._read(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What was drawn before, while nothing changed: other figures come and go above it."""
        QPainter(self).drawPixmap(0, 0, self._picture.drawn(self, (self._at,), self._draw))

    def _draw(self, painter: QPainter) -> None:
        """Name or what is read out, then a line for each side: its name, the bar, the number."""
        metrics = self.fontMetrics()
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        head = figure_title(self.figure) if self._at is None else self.readout(self._at)
        painter.setPen(theme.quiet() if self._at is None else ink)
        shown = metrics.elidedText(head, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, 0, self.width(), metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        label = max(map(metrics.horizontalAdvance, self._titles.values()), default=0) + _GAP + 2
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        number = metrics.horizontalAdvance("100%") + 2 * _GAP
        for side, found in self._sides.items():
            line = self._line(side)
            painter.setFont(self.font())
            painter.setPen(theme.quiet() if side != self._at else ink)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self._titles[side])
            track = QRectF(
                label, line.top() + (line.height() - _BAR) / 2, max(self.width() - label - number, 8.0), _BAR
            )
            self._bar(painter, track, found, theme.colour(side))
            painter.setFont(bold if side == "tuned" else self.font())
            painter.setPen(ink)
            place = QRectF(track.right(), line.top(), self.width() - track.right(), line.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._value(side))

    def _value(self, side: str) -> str:
        return value_text(self.figure, self._sides[side].get("mean"))

    def _line(self, side: str) -> QRectF:
        height = self.fontMetrics().height()
        top = height + _GAP + list(self._sides).index(side) * (height + _GAP)
        return QRectF(0, top, self.width(), height)

    def _read(self, side: str | None) -> None:
        if side != self._at:
            self._at = side
            self.update()

    def _bar(self, painter: QPainter, track: QRectF, found: Mapping[str, Any], tint: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground = theme.line()
        ground.setAlphaF(0.10)
        painter.setBrush(ground)
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        share = self._share(found.get("mean"))
        if share > 0:
            painter.setBrush(tint)
            width = max(track.width() * share, _BAR)
            painter.drawRoundedRect(QRectF(track.left(), track.top(), width, _BAR), _BAR / 2, _BAR / 2)
        if found.get("mean") is not None and found.get("low") is not None and found.get("high") is not None:
            low, high = (track.left() + track.width() * self._share(found[end]) for end in ("low", "high"))
            self._whisker(painter, low, high, track.center().y())

    def _whisker(self, painter: QPainter, low: float, high: float, middle: float) -> None:
        """The range in which the mean lies."""
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 1.4))
        reach = _BAR / 2 + 1
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        for end in (low, high):
            painter.drawLine(QPointF(end, middle - reach), QPointF(end, middle + reach))

    def _share(self, value: float | None) -> float:
        return min(max((value or 0.0) / self._full, 0.0), 1.0)


if __name__ == "__main__":
    from desktop import preview

    figures = {"base": (0.02, 0.0, 0.08), "base_rag": (0.71, 0.55, 0.84), "tuned": (0.97, 0.9, 1.0)}
    sides = {side: dict(zip(("mean", "low", "high"), found, strict=True)) for side, found in figures.items()}
    raise SystemExit(preview.show(lambda session: FigureBars("key_facts"), lambda w, s: w.show_sides(sides)))
