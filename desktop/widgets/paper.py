"""One page of a PDF as it looks on paper, sharp on every screen, with spans of its text marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QNativeGestureEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import delete

from desktop import theme
from desktop.widgets import page_match
from desktop.widgets.paging import turn_by

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)  # zoom, as multiples of the width that fits
_MOST_PIXELS = 24_000_000  # of one picture: larger ones are drawn a little less sharp
_KEPT = 4  # pictures
_SETTLE_MS = 60  # while the window is drawn larger the last picture is stretched
_MARGIN = 12


class Paper(QScrollArea):
    """Shows a page of an open PDF; pictures are drawn by another thread, one at a time."""

    turned = Signal(int)  # the person went on or back: -1, 1
    located = Signal(bool)  # whether the quote was found on the page

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet = _Sheet()
        self.setWidget(self.sheet)
        self.pdf = QPdfDocument(self)
        self.zoom = 1.0
        self._page = -1
        self._quote: tuple[str, float] | None = None
        self._to_locate = False
        self._drawn: dict[tuple[int, int, int], QImage] = {}
        self._busy = False
        self._renderer = self._new_renderer()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._go_on)

    def open(self, path: str, password: str = "") -> bool:
        """Open another PDF; False when it needs another password or is damaged."""
        self._page, self._drawn = -1, {}
        if self._busy:  # a page that is drawn while the PDF changes would never be told of
            delete(self._renderer)
            self._renderer, self._busy = self._new_renderer(), False
        self.sheet.show_picture(QImage())
        self.sheet.marks = ()
        self.pdf.setPassword(password)
        return self.pdf.load(path) == QPdfDocument.Error.None_ and self.pdf.pageCount() > 0

    def show_page(self, number: int, quote: str = "", share: float = 0.0) -> None:
        """Show a page, from 1, and mark the quote on it; `share` is how far down it stands, 0 to 1."""
        if number - 1 != self._page:
            self._page = number - 1
            self.sheet.show_picture(QImage())
            self.sheet.marks = ()
            self._size = self.pdf.pagePointSize(self._page)
            self._fit()
            self.verticalScrollBar().setValue(0)
        self._quote, self._to_locate = (quote, share) if quote else None, True
        self._go_on()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by steps; 0 fits the page's width again."""
        nearest = min(range(len(_STEPS)), key=lambda i: abs(_STEPS[i] - self.zoom))
        self.set_zoom(_STEPS[min(max(nearest + steps, 0), len(_STEPS) - 1)] if steps else 1.0)

    def set_zoom(self, zoom: float) -> None:
        """Scale the page; 1.0 fits the width. What is in the middle stays there."""
        wide, high = self.viewport().width() / 2, self.viewport().height() / 2
        before = self.sheet.size()
        across = (self.horizontalScrollBar().value() + wide) / max(before.width(), 1)
        down = (self.verticalScrollBar().value() + high) / max(before.height(), 1)
        self.zoom = min(max(zoom, _STEPS[0]), _STEPS[-1])
        self._fit()
        self.horizontalScrollBar().setValue(round(across * self.sheet.width() - wide))
        self.verticalScrollBar().setValue(round(down * self.sheet.height() - high))
        self._settle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width; the picture follows when the size is settled."""
        super().resizeEvent(event)
        self._fit()
        self._settle.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down scroll, and turn the page at its end."""
        if by := turn_by(event, self.verticalScrollBar()):
            self.turned.emit(by)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl (⌘ on the Mac) the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1))
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Two fingers on the trackpad zoom."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self.zoom * (1 + event.value()))
            return True
        return super().viewportEvent(event)

    def _new_renderer(self) -> QPdfPageRenderer:
        found = QPdfPageRenderer(self)
        found.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        found.setDocument(self.pdf)
        found.pageRendered.connect(self._on_drawn)
        return found

    def _fit(self) -> None:
        if self._page < 0 or self._size.isEmpty():
            return
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(self.width() - 2 * _MARGIN - bar, 60) * self.zoom
        self.sheet.lay_out(self._size, width)

    def _go_on(self) -> None:
        """Do what is left to do while no picture is being drawn: the PDF's lock would make the window wait for it."""
        if self._busy or self._page < 0:
            return
        if self._to_locate:
            self._to_locate = False
            self._locate()
        size = self._pixels()
        key = (self._page, size.width(), size.height())
        if key in self._drawn:
            self.sheet.show_picture(self._drawn[key])
        elif not size.isEmpty():
            self._busy = self._renderer.requestPage(self._page, size) > 0

    def _pixels(self) -> QSize:
        area = self.sheet.area.size()
        sharp = self.devicePixelRatioF()
        most = (_MOST_PIXELS / max(area.width() * area.height(), 1)) ** 0.5
        return QSize(round(area.width() * min(sharp, most)), round(area.height() * min(sharp, most)))

    def _on_drawn(self, page: int, size: QSize, image: QImage, *_: object) -> None:
        self._busy = False
        self._drawn[page, size.width(), size.height()] = image
        while len(self._drawn) > _KEPT:
            del self._drawn[next(iter(self._drawn))]
        if page == self._page:
            self.sheet.show_picture(image)
        if not self._settle.isActive():
            self._go_on()

    def _locate(self) -> None:
        """Find the quote in the PDF's own text, mark it and bring it into view."""
        marks: list[QRectF] = []
        if self._quote is not None:
            quote, share = self._quote
            text = self.pdf.getAllText(self._page).text()
            for start, end in page_match.find(quote, text, share):
                found = self.pdf.getSelectionAtIndex(self._page, start, end - start)
                marks += [polygon.boundingRect() for polygon in found.bounds()]
        self.sheet.marks = marks
        self.sheet.update()
        if marks:
            first = self.sheet.on_screen(marks[0]).center().toPoint()
            self.ensureVisible(first.x(), first.y(), 0, self.viewport().height() // 3)
        self.located.emit(bool(marks) or self._quote is None)


class _Sheet(QWidget):
    """The paper itself: a white page with a thin edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = QRectF()
        self.marks: Sequence[QRectF] = ()  # in points of the page
        self._scale = 1.0
        self._picture = QImage()

    def lay_out(self, points: QSizeF, width: float) -> None:
        """Be as large as a page of so many points has to be at a width."""
        self._scale = width / points.width()
        self.area = QRectF(_MARGIN, _MARGIN, round(width), round(points.height() * self._scale))
        self.setFixedSize(self.area.size().toSize() + QSize(2 * _MARGIN, 2 * _MARGIN))
        self.update()

    def show_picture(self, picture: QImage) -> None:
        """Show the page as it was drawn, stretched when that was for another size."""
        self._picture = picture
        self.update()

    def on_screen(self, mark: QRectF) -> QRectF:
        """Where a mark is drawn."""
        place = QRectF(mark.topLeft() * self._scale, mark.size() * self._scale)
        return place.translated(self.area.topLeft()).adjusted(-2, -2, 2, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper is white in a dark window too, and the marker shines through as on paper."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.area, Qt.GlobalColor.white)
        if not self._picture.isNull():
            painter.drawImage(self.area, self._picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("evidence", dark=False))
        for mark in self.marks:
            painter.drawRoundedRect(self.on_screen(mark), 2, 2)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.line())
        painter.drawRect(self.area.adjusted(-0.5, -0.5, 0.5, 0.5))


if __name__ == "__main__":
    from desktop import preview
    from engine.resources import resource

    raise SystemExit(
        preview.show(
            lambda session: Paper(),
            lambda w, s: w.open(str(resource("samples", "manual.pdf"))),
            lambda w, s: w.show_page(3),
        )
    )
