"""Whoever sees little or uses no mouse: names for all that can be reached, ways to it by keys, and readable colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QStackedWidget,
    QTableView,
    QWidget,
)

from desktop import theme
from desktop.start import StartScreen
from desktop.workspace import PAGES, Workspace, page_class

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.app import Application
    from desktop.session import Session


def reachable(root: QWidget) -> list[QWidget]:
    """What takes the focus by Tab, and is no part that another widget is made of."""
    found = []
    for widget in root.findChildren(QWidget):
        part = isinstance(widget, QScrollBar | QSplitterHandle) or isinstance(widget.parent(), QAbstractSpinBox)
        part = part or widget.objectName().startswith("qt_") or _in_a_combo(widget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not part and not isinstance(widget, QScrollArea):
            found.append(widget)
    return found


def _in_a_combo(widget: QWidget) -> bool:
    above = widget.parent()
    while above is not None and not isinstance(above, QComboBox):
        above = above.parent()
    return above is not None


def named(widget: QWidget, buddies: set[QWidget]) -> bool:
    """Whether something says what a widget is."""
    if widget.accessibleName() or widget in buddies:
        return True
    row = widget.parentWidget()
    if widget.isHidden() or (row is not None and row.isHidden() and not isinstance(row.parent(), QStackedWidget)):
        return True  # its text comes when it is shown
    if isinstance(widget, QLabel):
        return bool(widget.text())
    return isinstance(widget, QAbstractButton) and bool(widget.text().strip())


def path(widget: QWidget) -> str:
    """Where a widget is found, for whoever mends it."""
    above = widget.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()} in {type(above).__name__}"


def tabbed(root: QWidget) -> set[QWidget]:
    """Where one comes by tabbing on from a widget until one is back."""
    found: set[QWidget] = set()
    at = root.nextInFocusChain()
    while at is not None and at not in found:
        found.add(at)
        at = at.nextInFocusChain()
    return found


@pytest.mark.parametrize("name", [*PAGES, "start"])
def test_all_that_can_be_reached_has_a_name(session: Session, qtbot: QtBot, name: str) -> None:
    root = StartScreen() if name == "start" else page_class(name)(session)
    qtbot.addWidget(root)
    root.resize(1068, 740)
    root.show()
    buddies = {buddy for label in root.findChildren(QLabel) if (buddy := label.buddy()) is not None}
    assert not [path(widget) for widget in reachable(root) if not named(widget, buddies)]


def test_tab_goes_round_all_that_is_seen_and_all_fits_into_the_smallest_window(session: Session, qtbot: QtBot) -> None:
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    assert len(list(workspace.pages.values())) == len(PAGES)
    wanted = workspace.minimumSizeHint()
    assert wanted.width() <= 960
    assert wanted.height() <= 640 - 24  # the menu bar, where it is in the window
    workspace.resize(960, 616)
    workspace.show()
    for name in PAGES:
        workspace.show_page(name)
        if name == "exam":  # its results are worked out beside the window
            qtbot.waitUntil(lambda: bool(workspace.pages["exam"].board.cards))
        round_trip = tabbed(workspace)
        seen = [widget for widget in reachable(workspace) if widget.isVisible() and widget.isEnabled()]
        assert seen
        assert not [path(widget) for widget in seen if widget not in round_trip]
        traps = [path(table) for table in workspace.findChildren(QTableView) if table.tabKeyNavigation()]
        assert not traps


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_colours_can_be_read(qapp: Application, scheme: Qt.ColorScheme) -> None:
    theme.apply(qapp, scheme)
    palette = QApplication.palette()
    grounds = [palette.color(role) for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base)]
    for ground in grounds:
        assert contrast(theme.quiet(), ground) >= 4.5
        for meaning in ("good", "bad", "warning", "base", "tuned"):
            assert contrast(theme.colour(meaning), ground) >= 4.5, (meaning, ground.name())
    text = palette.color(QPalette.ColorRole.Text)
    assert contrast(text, theme.colour("evidence")) >= 4.5
    assert contrast(QColor("white"), theme.colour("accent")) >= 4.5
    for ground in grounds:  # the frame of a box that is not ticked, in the dark; Fusion's own in the light
        assert contrast(theme.quiet(), ground) >= 3
    highlight, marked = (
        palette.color(role) for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText)
    )
    assert contrast(highlight, marked) >= 4.5


def contrast(first: QColor, second: QColor) -> float:
    """As WCAG 2 defines it."""
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
