"""Two sides of an exam against each other: by how much one is better, and in how many questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.tables.exam_words import difference_text, pair_title, percent
from desktop.widgets.elided import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEIGHT = 10


class DuelLine(QWidget):
    """Shows a pair of results: the difference with its range, and a bar of questions won, alike and lost."""

    def __init__(self, pair: str, figure: str = "key_facts", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair, self.figure = pair, figure
        self.name, self.difference, self.counts = ElidedLabel(pair_title(pair), at_end=True), QLabel(), QLabel()
        self.bar = ShareBar()
        for label in (self.name, self.counts):
            theme.as_quiet(label)
        self.counts.setWordWrap(True)
        font = self.difference.font()
        font.setWeight(font.Weight.DemiBold)
        self.difference.setFont(font)
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.difference)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        layout.addWidget(self.counts)

    def show_pair(self, found: Mapping[str, Any]) -> None:
        """Show {difference, low, high, win, tie, loss, win_share, win_low, win_high}."""
        win, tie, loss = (int(found.get(name) or 0) for name in ("win", "tie", "loss"))
        self.difference.setText(difference_text(self.figure, found))
        said = self.tr("Better in {0}, the same in {1}, worse in {2}").format(f"{win:,}", f"{tie:,}", f"{loss:,}")
        if (share := found.get("win_share")) is not None and win + loss:
            said += " · " + self._share_text(share, found.get("win_low"), found.get("win_high"))
        self.counts.setText(said)
        self.bar.show_shares(win, tie, loss)
        self.setAccessibleName(f"{pair_title(self.pair)}: {self.difference.text()}. {said}")

    def _share_text(self, share: float, low: float | None, high: float | None) -> str:
        if low is None or high is None:
            return self.tr("{0} with ties as halves").format(percent(share))
        return self.tr("{0} with ties as halves ({1} to {2})").format(percent(share), percent(low), percent(high))


class ShareBar(QWidget):
    """Won at the left in colour, alike in the middle, lost at the right, hatched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = (0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, win: int, tie: int, loss: int) -> None:
        """Draw these counts."""
        self._shares = (win, tie, loss)
        self.update()

    def sizeHint(self) -> QSize:
        """A flat line."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Three parts of one rounded bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, (self.height() - _HEIGHT) / 2, self.width(), _HEIGHT)
        outline = QPainterPath()
        outline.addRoundedRect(box, _HEIGHT / 2, _HEIGHT / 2)
        painter.setClipPath(outline)
        ground = theme.line()
        ground.setAlphaF(0.12)
        painter.fillRect(box, ground)
        win, tie, loss = self._shares
        total = win + tie + loss
        if not total:
            return
        won, lost = box.width() * win / total, box.width() * loss / total
        painter.fillRect(QRectF(box.left(), box.top(), won, _HEIGHT), theme.colour("good"))
        place = QRectF(box.right() - lost, box.top(), lost, _HEIGHT)
        painter.fillRect(place, theme.colour("bad"))
        hatch = self.palette().color(QPalette.ColorRole.Base)
        hatch.setAlphaF(0.55)
        painter.fillRect(place, QBrush(hatch, Qt.BrushStyle.BDiagPattern))


if __name__ == "__main__":
    from desktop import preview

    found = {"difference": 0.26, "low": 0.12, "high": 0.4, "win": 31, "tie": 60, "loss": 9, "win_share": 0.61}
    raise SystemExit(preview.show(lambda session: DuelLine("tuned-base_rag"), lambda w, s: w.show_pair(found)))
