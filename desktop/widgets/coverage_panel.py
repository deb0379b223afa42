"""Which pages have accepted pairs and where they are missing, and the way to fill the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from desktop import theme
from desktop.widgets.elided import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.session import Session
    from engine.project.coverage import DocumentCover, PageCover

_CELL, _STEP = 16, 20  # pixels
_MANY = 40  # accepted pairs of the darkest page


class PageMap(QWidget):
    """The pages of a document as cells in rows; `chosen` gives the number of one that was clicked."""

    chosen = Signal(int)

    def __init__(self, pages: Sequence[PageCover], name: str) -> None:
        super().__init__()
        self.pages, self._at = pages, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Pages of {0}").format(name))
        self._tell()

    def sizeHint(self) -> QSize:
        """As many rows as the width makes."""
        columns = self._columns()
        return QSize(10 * _STEP, -(-len(self.pages) // columns) * _STEP + 2)

    def _columns(self) -> int:
        return max(1, (max(self.width(), 10 * _STEP) - 2) // _STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other rows."""
        self.setFixedHeight(self.sizeHint().height())

    def _place(self, number: int) -> QRectF:
        row, column = divmod(number, self._columns())
        return QRectF(column * _STEP + 2, row * _STEP + 2, _CELL, _CELL)

    def _number(self, at: QPoint) -> int | None:
        number = at.y() // _STEP * self._columns() + at.x() // _STEP
        return number if at.x() // _STEP < self._columns() and 0 <= number < len(self.pages) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Full cells have pairs, empty ones state nothing, and one with a dot is a gap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, page in enumerate(self.pages):
            place = self._place(number)
            if not place.intersects(QRectF(event.rect())):
                continue
            fill = theme.colour("tuned")
            fill.setAlphaF(0.3 + 0.7 * min(page.accepted, _MANY) / _MANY)
            painter.setBrush(fill if page.accepted else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("warning"), 1.6) if page.gap else QPen(theme.line(), 1))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 3, 3)
            if page.gap:
                painter.setBrush(theme.colour("warning"))
                painter.drawEllipse(place.center(), 1.6, 1.6)
            if number == self._at and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self.palette().text().color(), 1.5))
                painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), 4, 4)

    def text_of(self, page: PageCover) -> str:
        """A page in words."""
        parts = [self.tr("Page {0}").format(page.number), self.tr("{0} accepted pairs").format(page.accepted)]
        if page.found is not None:
            parts.append(self.tr("{0} of {1} facts covered").format(min(page.covered, page.found), page.found))
        if page.gap:
            parts.append(self.tr("a gap"))
        return ", ".join(parts)

    def event(self, event: QEvent) -> bool:
        """Tell of the page under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._number(event.pos())
            QToolTip.showText(event.globalPos(), "" if number is None else self.text_of(self.pages[number]), self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the page."""
        if (number := self._number(event.position().toPoint())) is not None:
            self._go(number)
            self.chosen.emit(self.pages[number].number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from page to page, Space and Return choose one."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._columns()}
        steps[Qt.Key.Key_Down] = self._columns()
        key = Qt.Key(event.key())
        if key in steps:
            if 0 <= self._at + steps[key] < len(self.pages):
                self._go(self._at + steps[key])
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.pages:
            self.chosen.emit(self.pages[self._at].number)
        else:
            super().keyPressEvent(event)

    def _go(self, number: int) -> None:
        self._at = number
        self._tell()
        self.update()

    def _tell(self) -> None:
        if self.pages:
            self.setAccessibleDescription(self.text_of(self.pages[self._at]))


class CoveragePanel(QWidget):
    """`page_wanted` asks for the pairs of a page (document, number), `fill_wanted` for pairs where there are none."""

    page_wanted = Signal(int, int)
    fill_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary, self.legend = QLabel(), QLabel()
        self.fill = QPushButton(self.tr("Fill the Gaps"))
        self.fill.setObjectName("fill-gaps")
        self.fill.setToolTip(self.tr("Ask again where no pair is accepted yet, in other words"))
        self.fill.clicked.connect(self.fill_wanted)
        self.legend.setText(
            self.tr("Each square is a page: the fuller its colour, the more accepted pairs. A dot marks a gap.")
        )
        self.legend.setWordWrap(True)
        theme.as_quiet(self.legend)
        self.summary.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.summary)
        words.addWidget(self.legend)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self.fill, 0, Qt.AlignmentFlag.AlignTop)
        self.maps = QVBoxLayout()
        self.maps.setSpacing(theme.TIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.TIGHT, theme.GAP, theme.TIGHT)
        layout.addLayout(top)
        layout.addLayout(self.maps)
        layout.addStretch()
        self._shown: list[DocumentCover] | None = None

    def show_cover(self, cover: list[DocumentCover], *, may_fill: bool) -> None:
        """Draw the map of all documents."""
        pages = [page for document in cover for page in document.pages]
        counted = any(page.found is not None for page in pages)
        gaps = sum(page.gap for page in pages)
        left = sum(section.gaps for document in cover for section in document.sections)
        covered = sum(page.accepted > 0 for page in pages)
        if not counted:
            self.summary.setText(self.tr("Where facts are is known after pairs were written once."))
        elif gaps or left:
            text = self.tr("{0} of {1} pages have accepted pairs. Facts, but no pair: pages {2}, chunks {3}.")
            self.summary.setText(text.format(f"{covered:,}", f"{len(pages):,}", f"{gaps:,}", f"{left:,}"))
        else:
            self.summary.setText(self.tr("There are no gaps: every page and chunk that states facts has a pair."))
        self.fill.setEnabled(may_fill and bool(gaps or left))
        if cover == self._shown:
            return
        self._shown = cover
        while (item := self.maps.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for document in cover:
            if len(cover) > 1:
                self.maps.addWidget(ElidedLabel(document.name))
            pages_of = PageMap(document.pages, document.name)
            pages_of.chosen.connect(lambda number, id=document.id: self.page_wanted.emit(id, number))
            self.maps.addWidget(pages_of)


if __name__ == "__main__":
    from desktop import preview
    from engine.project.coverage import coverage_map

    def recorded(session: Session) -> CoveragePanel:
        """The map of the recorded project."""
        panel = CoveragePanel()
        panel.show_cover(coverage_map(session.project), may_fill=True)
        return panel

    raise SystemExit(preview.show(recorded))
