"""The menu bar: what every Mac app has where one expects it, with its shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.main_window import MainWindow


def attach(window: MainWindow) -> None:
    """Give a window its menus, and new ones whenever something else is open or the language has changed."""
    # Later, since the action that opened it is one of those that are made anew.
    window.opened.connect(lambda session: QTimer.singleShot(0, window, lambda: fill(window)))
    fill(window)


def fill(window: MainWindow) -> None:
    """Make the menus anew, in the language that is shown now and for what is open."""
    bar = window.menuBar()
    bar.clear()
    for old in bar.findChildren(QMenu):  # their shortcuts would live on
        old.deleteLater()
    file = bar.addMenu(tr("&File"))
    _add(file, tr("New Project…"), window.ask_new, QKeySequence.StandardKey.New)
    _add(file, tr("Open…"), window.ask_open, QKeySequence.StandardKey.Open)
    _add(file, tr("Try the Sample"), window.try_sample)
    file.addSeparator()
    documents = _add(file, tr("Add Documents…"), window.ask_documents, "Ctrl+Shift+O")
    pairs = _add(file, tr("Import Pairs…"), window.ask_pairs, "Ctrl+Shift+I")
    folder = _add(file, tr("Show Project in Folder"), window.show_in_folder)
    file.addSeparator()
    close = _add(file, tr("Close Project"), window.close_project, QKeySequence.StandardKey.Close)
    leave = _add(file, tr("Quit Hone"), window.close, QKeySequence.StandardKey.Quit)
    leave.setMenuRole(QAction.MenuRole.QuitRole)
    for action in (documents, pairs, folder, close):
        action.setEnabled(window.session is not None)
    if window.workspace is not None:
        from desktop import steps

        workspace, view = window.workspace, bar.addMenu(tr("&Go"))
        for number, name in enumerate((*steps.STEPS, *steps.OTHERS), start=1):
            _add(view, steps.title(name), lambda name=name: workspace.show_page(name), f"Ctrl+{number}")  # type: ignore[misc]
        settings = _add(
            file, tr("Settings…"), lambda: workspace.show_page("settings"), QKeySequence.StandardKey.Preferences
        )
        settings.setMenuRole(QAction.MenuRole.PreferencesRole)
    help = bar.addMenu(tr("&Help"))
    about = _add(help, tr("About Hone"), window.show_about)
    about.setMenuRole(QAction.MenuRole.AboutRole)


def _add(
    menu: QMenu, text: str, does: Callable[[], object], keys: QKeySequence.StandardKey | str | None = None
) -> QAction:
    action = menu.addAction(text)
    if keys is not None:
        action.setShortcuts([QKeySequence(keys)])  # a list: to take one of several kinds Python would make `Qt`
    action.triggered.connect(lambda checked=False: does())
    return action


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("menus", text)
