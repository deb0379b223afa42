"""The losses of several runs over each other, told apart by colour and dashes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF

from desktop.widgets.loss_chart import LossChart, nearest
from desktop.widgets.scales import Point, Scale, smoothed, thinned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.session import Session

_SMOOTH_FROM = 12


@dataclass(frozen=True, slots=True)
class Series:
    """A curve with its name and its look."""

    name: str
    points: Sequence[Point]
    tint: QColor
    dashes: Qt.PenStyle


class RunCurves(LossChart):
    """One curve for each run; pointer and arrow keys read all of them out at once."""

    series: Sequence[Series] = ()

    def show_series(self, series: Sequence[Series], *, smooth: bool = False) -> None:
        """Draw these; with `smooth` the mean over the iterations, for train losses, which jump about."""
        self.series = [
            Series(
                each.name,
                smoothed(list(each.points)) if smooth and len(each.points) >= _SMOOTH_FROM else each.points,
                each.tint,
                each.dashes,
            )
            for each in series
        ]
        longest: Sequence[Point] = max((each.points for each in self.series), key=lambda curve: _end(curve), default=())
        self.show_curves([], longest, 0)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(each.points for each in self.series)

    def readout(self) -> list[str]:
        """The iteration under the pointer, and each run's loss there."""
        if self._at is None or self.is_empty:
            return []
        lines = [self.tr("Iteration {0}").format(f"{self._at:,}")]
        for each in self.series:
            point = nearest(each.points, self._at)
            if point is not None and self._at <= _end(each.points):
                lines.append(f"{each.name}: {point[1]:.3f}")
        return lines

    def _renew(self) -> None:
        super()._renew()
        shown = [value for each in self.series for _, value in each.points]
        self._range = (min(shown), max(shown)) if shown else (0.0, 1.0)

    def _marked(self) -> list[tuple[Sequence[Point], QColor]]:
        return [(each.points, each.tint) for each in self.series]

    def _draw_curves(self, painter: QPainter, room: QRectF, x: Scale, y: Scale) -> None:
        painter.save()
        painter.setClipRect(room.adjusted(-10, -8, 12, 10))
        columns = max(int(room.width()), 1)
        for each in self.series:
            points = [QPointF(x(at), y(value)) for at, value in thinned(list(each.points), columns)]
            painter.setPen(QPen(each.tint, 2.2, each.dashes, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPolyline(QPolygonF(points))
            if points:
                painter.setBrush(each.tint)
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Base), 1.2))
                painter.drawEllipse(points[-1], 4, 4)
        painter.restore()

    def _draw_legend(self, painter: QPainter, room: QRectF) -> None:
        metrics, left, middle = painter.fontMetrics(), room.left(), 15.0
        for each in self.series:
            painter.setPen(QPen(each.tint, 2.4, each.dashes, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(left, middle), QPointF(left + 26, middle))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            width = metrics.horizontalAdvance(each.name) + 4
            box = QRectF(left + 32, middle - 10, width, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, each.name)
            left += 32 + width + 16

    def _describe(self) -> None:
        said = [
            self.tr("{0}: from {1} to {2}.").format(each.name, f"{each.points[0][1]:.2f}", f"{each.points[-1][1]:.2f}")
            for each in self.series
            if each.points
        ]
        self.setAccessibleDescription(" ".join([*self.readout(), *said]) or self.tr("No iteration yet"))


def _end(curve: Sequence[Point]) -> float:
    return curve[-1][0] if curve else -1.0


if __name__ == "__main__":
    from desktop import preview, theme
    from engine.project import runs

    def _show(session: Session) -> RunCurves:
        chart, run = RunCurves(), runs.runs(session.project)[-1]
        valid = runs.metrics(session.project, run.id, "val_loss")
        other = [(at, value * 1.2) for at, value in valid]
        looks = ((valid, "tuned", Qt.PenStyle.SolidLine), (other, "base_rag", Qt.PenStyle.DashLine))
        chart.show_series([Series(name, points, theme.colour(name), dashes) for points, name, dashes in looks])
        return chart

    raise SystemExit(preview.show(_show))
