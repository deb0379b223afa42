"""Train and valid loss over the iterations of a run: drawn by hand, live or from the store."""

from __future__ import annotations

import bisect
import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import theme
from desktop.widgets.picture import Picture
from desktop.widgets.scales import Point, Scale, every, label, smoothed, thinned, ticks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.session import Session

_TOP, _BOTTOM, _RIGHT = 34, 42, 16
_FEWEST = 48  # columns of pixels for which a curve keeps its points; it may be shorter
_MARKED = 16  # pixels from point to point of a curve whose points are marked
_SMOOTH_FROM = 12  # iterations; a shorter curve is shown as it is


class LossChart(QWidget):
    """Two curves, the best adapter marked; pointer or arrow keys read single iterations out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("loss-chart")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(260, 150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Loss"))
        self.train: list[Point] = []
        self.valid: list[Point] = []
        self._total = 0
        self._best: Point | None = None
        self._smooth = True
        self._at: int | None = None  # the iteration that is read out
        self._mean: list[Point] = []
        self._ground, self._curves = Picture(), Picture()
        self._range = (0.0, 1.0)
        self._describe()

    def sizeHint(self) -> QSize:
        """Wide rather than high."""
        return QSize(640, 300)

    def show_curves(
        self, train: Iterable[Point], valid: Iterable[Point], total: int, best: Point | None = None
    ) -> None:
        """Draw these points, (iteration, loss) in order; `total` iterations are planned."""
        self.train, self.valid, self._total, self._best = list(train), list(valid), total, best
        self._renew()

    def set_smooth(self, on: bool) -> None:
        """Draw the mean of the train loss over the iterations, which jump about; these stay behind it, fainter."""
        self._smooth = on
        self._renew()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw yet."""
        return not self.train and not self.valid

    def readout(self) -> list[str]:
        """What is said of the iteration under the pointer, line by line; nothing where none is."""
        if self._at is None or self.is_empty:
            return []
        lines = [self.tr("Iteration {0}").format(f"{self._at:,}")]
        if (point := nearest(self.train, self._at)) is not None and point[0] == self._at:
            lines.append(self.tr("Train {0}").format(f"{point[1]:.3f}"))
        if (point := nearest(self.valid, self._at)) is not None:
            text = self.tr("Valid {0}") if point[0] == self._at else self.tr("Valid {0} (at {1})")
            lines.append(text.format(f"{point[1]:.3f}", f"{point[0]:,.0f}"))
        return lines

    def read_out(self, at: int) -> None:
        """Read an iteration out, as if the pointer were there."""
        self._read(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out the iteration under the pointer."""
        room = self._room()
        inside = not self.is_empty and room.left() - 8 <= event.position().x() <= room.right() + 8
        self._read(round(self._x(room).back(event.position().x())) if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is read out any more."""
        self._read(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is read out any more."""
        self._read(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go along the curves, Home and End to their ends."""
        last = self._last()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        key = Qt.Key(event.key())
        if key in ends:
            self._read(ends[key])
        elif key in steps:
            self._read((last if self._at is None else self._at) + steps[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grid, curves, marks and what is read out."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._room()
        if self.is_empty:
            painter.setPen(theme.quiet())
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.tr("No iteration yet"))
            return
        x, y = self._x(room), self._y(room)
        painter.drawPixmap(0, 0, self._ground.drawn(self, (x, y), lambda on: self._draw_grid(on, room, x, y)))
        painter.drawPixmap(0, 0, self._curves.drawn(self, (x, y), lambda on: self._draw_curves(on, room, x, y)))
        self._draw_readout(painter, room, x, y)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("tuned"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _renew(self) -> None:
        self._mean = smoothed(self.train) if self._smooth and len(self.train) >= _SMOOTH_FROM else []
        self._curves = Picture()
        shown = [value for curve in (self._mean or self.train, self.valid) for _, value in curve]
        self._range = (min(shown), max(shown)) if shown else (0.0, 1.0)
        self._describe()
        self.update()

    def _read(self, at: int | None) -> None:
        found = None if at is None or self.is_empty else min(max(at, 0), self._last())
        if found != self._at:
            self._at = found
            self._describe()
            self.update()

    def _last(self) -> int:
        return int(max([point[0] for curve in (self.train, self.valid) for point in curve[-1:]], default=0))

    def _room(self) -> QRectF:
        left = 30 + self.fontMetrics().horizontalAdvance("0.00")
        return QRectF(self.rect()).adjusted(left, _TOP, -_RIGHT, -_BOTTOM)

    def _x(self, room: QRectF) -> Scale:
        return Scale(0, max(self._total, self._last(), 1), room.left(), room.right())

    def _y(self, room: QRectF) -> Scale:
        low, high = self._range
        low = 0.0 if low < 0.6 * high else low
        if high - low < 1e-6:
            low, high = low - 0.5, high + 0.5
        return Scale(low, high + 0.04 * (high - low), room.bottom(), room.top())

    def _draw_grid(self, painter: QPainter, room: QRectF, x: Scale, y: Scale) -> None:
        """What stays while a curve grows."""
        metrics = painter.fontMetrics()
        across = ticks(y.low, y.high, max(3, int(room.height() // 44)))
        along = ticks(x.low, x.high, max(2, int(room.width() // 90)))
        step = across[1] - across[0] if len(across) > 1 else 1.0
        for value in across:
            painter.setPen(QPen(theme.line(), 1))
            painter.drawLine(QPointF(room.left(), y(value)), QPointF(room.right(), y(value)))
            painter.setPen(theme.quiet())
            box = QRectF(0, y(value) - 10, room.left() - 8, 20)
            painter.drawText(box, _RIGHT_MIDDLE, label(value, step))
        for value in along:
            if value == int(value):
                text = f"{value:,.0f}"
                half = metrics.horizontalAdvance(text) / 2 + 1
                middle = min(x(value), self.width() - half - 1)  # the last one is whole, if not under its line
                box = QRectF(middle - half, room.bottom() + 5, 2 * half, metrics.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, text)
        box = QRectF(room.left(), room.bottom() + 6 + metrics.height(), room.width(), metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, self.tr("Iteration"))
        painter.save()
        painter.translate(metrics.height() / 2 + 1, room.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-60, -metrics.height() / 2, 120, metrics.height()), _CENTRE, self.tr("Loss"))
        painter.restore()

    def _draw_curves(self, painter: QPainter, room: QRectF, x: Scale, y: Scale) -> None:
        self._draw_legend(painter, room)
        painter.save()
        painter.setClipRect(room.adjusted(-10, -8, 12, 10))
        columns = max(int(x(self._last()) - room.left()), _FEWEST)  # of pixels, as far as the curves have come
        faint = QColor(theme.colour("base"))
        if self._mean:
            faint.setAlphaF(0.28)
        train = thinned(self.train, columns // 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(train) < columns)  # too dense to be seen, and slow
        _polyline(painter, train, x, y, QPen(faint, 1.0 if self._mean else 1.6))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _polyline(painter, every(self._mean, columns // 3), x, y, QPen(theme.colour("base"), 2.0))
        _polyline(painter, thinned(self.valid, columns // 2), x, y, QPen(theme.colour("tuned"), 2.2))
        painter.setBrush(theme.colour("tuned"))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Base), 1.2))
        if (len(self.valid) - 1) * _MARKED <= columns:
            for at, value in self.valid:
                painter.drawEllipse(QPointF(x(at), y(value)), 3.6, 3.6)
        if self._best is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("good"), 2.2))
            painter.drawEllipse(QPointF(x(self._best[0]), y(self._best[1])), 7.5, 7.5)
        painter.restore()

    def _draw_legend(self, painter: QPainter, room: QRectF) -> None:
        entries = [(theme.colour("base"), "line", self.tr("Train")), (theme.colour("tuned"), "dot", self.tr("Valid"))]
        if self._best is not None:
            text = self.tr("Best {0} at {1}").format(f"{self._best[1]:.3f}", f"{self._best[0]:,.0f}")
            entries.append((theme.colour("good"), "ring", text))
        metrics, left, middle = painter.fontMetrics(), room.left(), 15.0
        for tint, kind, text in entries:
            painter.setPen(QPen(tint, 2.2))
            painter.setBrush(tint if kind == "dot" else Qt.BrushStyle.NoBrush)
            if kind != "ring":
                painter.drawLine(QPointF(left, middle), QPointF(left + 20, middle))
            if kind != "line":
                size = 5.5 if kind == "ring" else 3.2
                painter.drawEllipse(QPointF(left + 10, middle), size, size)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            width = metrics.horizontalAdvance(text) + 4
            painter.drawText(QRectF(left + 27, middle - 10, width, 20), _LEFT_MIDDLE, text)
            left += 27 + width + 16

    def _draw_readout(self, painter: QPainter, room: QRectF, x: Scale, y: Scale) -> None:
        lines = self.readout()
        if not lines or self._at is None:
            return
        place, metrics = x(self._at), painter.fontMetrics()
        painter.setPen(QPen(theme.quiet(), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(place, room.top()), QPointF(place, room.bottom()))
        for curve, tint in self._marked():
            point = nearest(curve, self._at)
            if point is not None and point[0] == self._at:
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Base), 1.5))
                painter.setBrush(tint)
                painter.drawEllipse(QPointF(place, y(point[1])), 4.5, 4.5)
        width = max(map(metrics.horizontalAdvance, lines)) + 20
        height = metrics.height() * len(lines) + 12
        left = place + 12 if place + 12 + width < room.right() else place - 12 - width
        box = QRectF(left, room.top() + 4, width, height)
        painter.setPen(QPen(theme.line(), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(box.adjusted(10, 6, -10, -6), Qt.AlignmentFlag.AlignLeft, "\n".join(lines))

    def _marked(self) -> list[tuple[Sequence[Point], QColor]]:
        """The curves that get a dot where they are read out."""
        return [(self._mean or self.train, theme.colour("base")), (self.valid, theme.colour("tuned"))]

    def _describe(self) -> None:
        """What one hears of the chart instead of seeing it."""
        if self.is_empty:
            self.setAccessibleDescription(self.tr("No iteration yet"))
            return
        said = []
        texts = (self.tr("Train loss {0}, now {1}."), self.tr("Valid loss {0}, now {1}."))
        for curve, text in zip((self.train, self.valid), texts, strict=True):
            if curve:
                said.append(text.format(f"{curve[0][1]:.2f}", f"{curve[-1][1]:.2f}"))
        if self._best is not None:
            said.append(self.tr("Best {0} at {1}").format(f"{self._best[1]:.3f}", f"{self._best[0]:,.0f}") + ".")
        self.setAccessibleDescription(" ".join([*self.readout(), *said]))


_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter


def _polyline(painter: QPainter, points: Sequence[Point], x: Scale, y: Scale, pen: QPen) -> None:
    if points:
        painter.setPen(pen)
        left, across, bottom, up = x(0.0), x.per_value, y(0.0), y.per_value
        painter.drawPolyline(QPolygonF([QPointF(left + at * across, bottom + value * up) for at, value in points]))


def nearest(curve: Sequence[Point], at: int) -> Point | None:
    """The point at an iteration, or the last one before it, or the first."""
    if not curve:
        return None
    place = bisect.bisect_right(curve, (at, math.inf))
    return curve[max(place - 1, 0)]


if __name__ == "__main__":
    from desktop import preview
    from engine.project import runs

    def _show(session: Session) -> LossChart:
        chart, run = LossChart(), runs.runs(session.project)[-1]
        train, valid = (runs.metrics(session.project, run.id, name) for name in ("train_loss", "val_loss"))
        chart.show_curves(train, valid, run.iterations, (run.best_iteration or 0, run.best_val_loss or 0.0))
        return chart

    raise SystemExit(preview.show(_show))
