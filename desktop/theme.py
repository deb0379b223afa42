"""Measures and looks that all widgets share; colours are the palette's, so that dark and light just follow.

What the start screen needs does without the class `Qt`: Python would make its 93 enums before anything is seen.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QPushButton, QWidget

from engine.resources import resource

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLabel, QTableView

    _Mixed = QWidget
else:
    _Mixed = object  # beside a class of Qt there may be no other one

PAGE, GAP, TIGHT, RADIUS = 24, 12, 6, 8  # pixels: margin of a page, between things, inside them, of corners
SIDEBAR = 212

# Colours with a meaning, (light, dark); never the only sign of it.
_MEANING = {
    "good": ("#1a7f37", "#3fb950"),
    "bad": ("#c4314b", "#ff6b81"),
    "warning": ("#8f6000", "#e3b341"),
    "base": ("#656d76", "#9aa4af"),
    "tuned": ("#0a66d0", "#58a6ff"),
    "base_rag": ("#8a5a00", "#d9a54a"),  # the sides that may look into the documents
    "tuned_rag": ("#0b7168", "#3fc1b0"),
    "accent": ("#0a66d0", "#1f6feb"),  # ground of white text
    "evidence": ("#ffe08a", "#6b5300"),
}


_CLEAR = QColor(0, 0, 0, 0)
_drawn: dict[int, tuple[str, int]] = {}  # name and size of the icons without a tint of their own
_MOST_DRAWN = 4096


def is_dark() -> bool:
    """Whether the window is dark now."""
    return _is_dark(QGuiApplication.palette().cacheKey())


@functools.lru_cache(maxsize=4)
def _is_dark(palette: int) -> bool:
    """Of a palette, by its key: it is asked for with every colour."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colour(meaning: str, *, dark: bool | None = None) -> QColor:
    """The colour with a meaning (see above), fit for the window's brightness or the given one."""
    return QColor(_MEANING[meaning][is_dark() if dark is None else dark])


def quiet() -> QColor:
    """For text of second rank: between text and ground, readable on both."""
    return QColor(*_quiet(QGuiApplication.palette().cacheKey()))


@functools.lru_cache(maxsize=4)
def _quiet(palette_key: int) -> tuple[int, int, int]:
    palette = QGuiApplication.palette()
    ink, ground = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)

    def mixed(one: int, other: int) -> int:
        return round(0.66 * one + 0.34 * other)

    return mixed(ink.red(), ground.red()), mixed(ink.green(), ground.green()), mixed(ink.blue(), ground.blue())


def line() -> QColor:
    """For borders and rules."""
    found = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
    found.setAlphaF(0.16)
    return found


def apply(app: QApplication, scheme: Qt.ColorScheme | None = None) -> None:
    """Set palette and style sheet; follows the system when it turns dark or light. `scheme` overrides it."""
    hints = app.styleHints()
    if scheme is None:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(scheme)
    if app.platformName() == "offscreen":  # knows no colour schemes
        app.setPalette(QPalette() if scheme is None else _palette(scheme.name == "Dark"))
    _restyle(app)
    hints.colorSchemeChanged.connect(lambda _: _restyle(app))


def _palette(dark: bool) -> QPalette:
    """What Fusion would use by itself on a desktop that is dark or light."""
    if not dark:
        return QPalette(QColor("#f5f5f7"))
    palette = QPalette(QColor("#2a2a2c"), QColor("#1e1e20"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#19191b"))
    return palette


def _restyle(app: QApplication) -> None:
    if app.platformName() != "cocoa":  # the Mac has the person's own accent colour
        palette = app.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor("#0a66d0"))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor("white"))
        palette.setColor(QPalette.ColorRole.Link, colour("tuned"))
        app.setPalette(palette)
    app.setStyleSheet(_sheet())
    _redraw_icons()


def _redraw_icons() -> None:
    """Draw the icons of buttons anew: those without a tint of their own have the colour that text had before."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton) and (known := _drawn.get(widget.icon().cacheKey())):
            widget.setIcon(icon(*known))


def _sheet() -> str:
    rule, hushed, accent = line().name(QColor.NameFormat.HexArgb), quiet().name(), colour("tuned").name()
    ground, tinted = colour("accent").name(), colour("tuned")
    tinted.setAlphaF(0.10)
    tint = tinted.name(QColor.NameFormat.HexArgb)
    tinted.setAlphaF(0.03)
    faint = tinted.name(QColor.NameFormat.HexArgb)
    box = ""
    if is_dark() and QGuiApplication.platformName() != "cocoa":  # Fusion draws its frame darker than dark
        box = f"QCheckBox::indicator:unchecked {{ border: 1px solid {hushed}; border-radius: 3px; }}"
    return f"""{box}
    QLabel[role="quiet"] {{ color: {hushed}; }}
    QLabel[role="good"] {{ color: {colour("good").name()}; }}
    QLabel[role="bad"] {{ color: {colour("bad").name()}; }}
    QLabel[role="warning"] {{ color: {colour("warning").name()}; }}
    QFrame[role="card"] {{ border: 1px solid {rule}; border-radius: {RADIUS}px; background: palette(base); }}
    QFrame[role="rule"] {{ border: none; background: {rule}; max-height: 1px; }}
    QPushButton[role="primary"] {{
        background: {ground}; color: white; border: 1px solid {ground}; border-radius: 6px;
        padding: 6px 18px; font-weight: 600; }}
    QPushButton[role="primary"]:disabled {{ background: {rule}; border-color: transparent; color: {hushed}; }}
    QPushButton[role="primary"]:focus {{ border: 2px solid palette(text); padding: 5px 17px; }}
    QFrame[role="bubble"] {{ border: none; border-radius: {RADIUS}px; background: {tint}; }}
    QFrame[role="reference"] {{ border: 1px dashed {rule}; border-radius: {RADIUS}px; }}
    QFrame[role="drop"] {{ border: 2px dashed {rule}; border-radius: 12px; background: {faint}; }}
    QFrame[role="drop"]:focus {{ border-color: {accent}; }}
    QFrame[role="drop"][over="true"] {{ border-color: {accent}; background: {tint}; }}
    QFrame[role="field"] {{ border: 1px solid {rule}; border-radius: 10px; background: palette(base); }}
    QFrame[role="field-focus"] {{ border: 1px solid {accent}; border-radius: 10px; background: palette(base); }}
    QPushButton[role="chip"] {{
        border: 1px solid {rule}; border-radius: 13px; padding: 4px 12px; min-height: 16px; text-align: left;
        background: palette(base); }}
    QPushButton[role="chip"]:hover, QPushButton[role="chip"]:focus {{ border-color: {accent}; }}
    QPushButton[role="chip"]:pressed {{ background: {tint}; }}
    QPushButton[role="link"], QToolButton[role="link"] {{
        border: none; padding: 2px 0; background: transparent; color: {accent}; text-align: left; }}
    QPushButton[role="link"]:hover, QPushButton[role="link"]:focus,
    QToolButton[role="link"]:hover, QToolButton[role="link"]:focus {{ text-decoration: underline; }}
    QToolButton[role="link"]::menu-indicator, QToolButton[role="menu"]::menu-indicator {{ image: none; width: 0px; }}
    """


def as_banner(label: QLabel) -> None:
    """The name of the application, where it greets."""
    _scaled(label, 2.4, QFont.Weight.Bold)


def as_title(label: QLabel) -> None:
    """Large and heavy: the heading of a page."""
    _scaled(label, 1.6, QFont.Weight.Bold)


def as_heading(label: QLabel) -> None:
    """The heading of a part of a page."""
    _scaled(label, 1.1, QFont.Weight.DemiBold)


def as_quiet(label: QLabel) -> None:
    """Of second rank; for a label that was just made."""
    label.setProperty("role", "quiet")


def as_table(view: QTableView, row: int) -> None:
    """Rows of a height, chosen one at a time and as a whole; no grid, and Tab leaves."""
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(row)
    view.horizontalHeader().setHighlightSections(False)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget one of the looks of the style sheet: quiet, good, bad, warning, card, rule, primary."""
    from PySide6.QtCore import Qt

    if widget.property("role") == role:  # polishing costs as much as drawing
        return
    widget.setProperty("role", role)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it will look it up by itself
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def primary(text: str) -> QPushButton:
    """The one button of a page that goes on."""
    button = QPushButton(text)
    button.setProperty("leads", True)
    button.setProperty("role", "primary")
    return button


def yield_lead(within: QWidget, *, yields: bool) -> None:
    """Whether the primary buttons inside step back, since another button is what to press next."""
    for button in within.findChildren(QPushButton):
        if button.property("leads"):
            set_role(button, "" if yields else "primary")


class Tinted(_Mixed):
    """Mixed into a widget that has icons: they follow the palette."""

    def changeEvent(self, event: QEvent) -> None:
        """Another palette: paint the icons again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.paint_icons()

    def paint_icons(self) -> None:
        """Give the icons the colours of now."""
        raise NotImplementedError


def icon(name: str, size: int = 18, tint: QColor | None = None) -> QIcon:
    """An icon of resources/icons in the palette's colour; sharp on every screen."""
    found = QIcon()
    for scale in range(1, math.ceil(_finest()) + 1):
        pixmap = picture(name, size * scale, tint)
        pixmap.setDevicePixelRatio(scale)
        found.addPixmap(pixmap)
    if tint is None:
        _drawn[found.cacheKey()] = name, size
        if len(_drawn) > _MOST_DRAWN:
            del _drawn[next(iter(_drawn))]
    return found


def _finest() -> float:
    """Pixels of the sharpest screen to one of ours."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def picture(name: str, size: int, tint: QColor | None = None) -> QPixmap:
    """An icon as a square of pixels; drawn once, for many rows show the same."""
    drawn = (tint or QGuiApplication.palette().color(QPalette.ColorRole.WindowText)).name()
    pixmap = QPixmap()
    key = f"{name} {size} {drawn}"
    if QPixmapCache.find(key, pixmap):
        return QPixmap(pixmap)
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    pixmap = QPixmap(size, size)
    pixmap.fill(_CLEAR)
    painter = QPainter(pixmap)
    QSvgRenderer(svg.replace("currentColor", drawn).encode()).render(painter)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _scaled(label: QLabel, factor: float, weight: QFont.Weight) -> None:
    font = label.font()
    font.setPointSizeF(QGuiApplication.font().pointSizeF() * factor)
    font.setWeight(weight)
    label.setFont(font)
