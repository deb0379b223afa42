"""What a person does to the selected pairs or to all that are shown: accept, reject, restore, regenerate, and undo."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop import theme
from desktop.tables.pairs_table import QUESTION
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.pair_details import action_text
from desktop.words import engine_text
from engine.errors import HoneError
from engine.project import changes, review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.session import Session
    from desktop.widgets.pairs_view import PairsView
    from engine.project.review import Filter, Outcome

T = TypeVar("T")
_SHOWN_MS = 8000  # how long a message stays
_ACTS = {"accept": review.accept, "reject": review.reject, "restore": review.restore}
_KEYS = {
    "accept": "Ctrl+Return",
    "reject": "Ctrl+Backspace",
    "restore": "Ctrl+Shift+Return",
    "regenerate": "Ctrl+R",
}


class ReviewBar(QWidget):
    """Buttons, shortcuts and the context menu of a view of pairs are the same actions."""

    def __init__(self, session: Session, view: PairsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.view = session, view
        self.message, self.icon = ElidedLabel(at_end=True), QLabel()
        self._quiet = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._quiet.timeout.connect(self._show_count)
        self.actions_by_name: dict[str, QAction] = {}
        self._make_actions()
        self._lay_out()
        view.chosen.connect(self._on_chosen)
        view.table.refused.connect(lambda text: self.say(text, "warning"))
        view.table.edited.connect(self._after)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu)
        self.refresh()

    def _make_actions(self) -> None:
        words = {
            "accept": (self.tr("Accept"), self.tr("Take the selected pairs into the dataset, whatever a check said")),
            "reject": (self.tr("Reject"), self.tr("Keep the selected pairs out of the dataset")),
            "restore": (self.tr("Restore"), self.tr("Bring the selected rejected pairs back")),
            "regenerate": (self.tr("Regenerate"), self.tr("Let the writer ask for the same fact in other words")),
        }
        for name, (text, tip) in words.items():
            self._add(name, text, tip, QKeySequence(_KEYS[name]), lambda name=name: self._do(name))  # type: ignore[misc]
        self._add("edit", self.tr("Edit Question"), "", None, self._edit)
        self._add("evidence", self.tr("Change Evidence…"), "", None, self._ask_evidence)
        self._add("undo", self.tr("Undo"), "", QKeySequence("Ctrl+Z"), self._undo)
        self._add("redo", self.tr("Redo"), "", QKeySequence("Ctrl+Shift+Z"), self._redo)
        for name in ("accept", "reject", "restore"):
            self._add(f"all-{name}", "", "", None, lambda name=name: self._do_all(name))  # type: ignore[misc]

    def _add(self, name: str, text: str, tip: str, keys: QKeySequence | None, does: Callable[[], None]) -> None:
        action = QAction(text, self)
        action.setObjectName(f"{name}-pairs")
        if keys is not None:
            action.setShortcut(keys)
            only = name in _KEYS  # not while a text is written, where the same keys delete words
            context = Qt.ShortcutContext.WidgetShortcut if only else Qt.ShortcutContext.WidgetWithChildrenShortcut
            action.setShortcutContext(context)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText) if keys is not None else ""
        action.setToolTip(" ".join(filter(None, (tip or text, f"({shown})" if shown else ""))))
        action.triggered.connect(lambda checked=False: does())
        self.actions_by_name[name] = action

    def attach(self, page: QWidget) -> None:
        """Let undo and redo work anywhere on a page, and what changes the selected pairs in their table."""
        page.addActions([self.actions_by_name[name] for name in ("undo", "redo")])
        self.view.addActions([self.actions_by_name[name] for name in _KEYS])

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TIGHT)
        self.message.setObjectName("review-message")
        layout.addWidget(self.icon)
        layout.addWidget(self.message, 1)
        for name in ("undo", "redo"):
            button = QToolButton(autoRaise=True)
            button.setDefaultAction(self.actions_by_name[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            self.actions_by_name[name].setIcon(theme.icon(name, 16))
            layout.addWidget(button)
        self.all = QPushButton()
        self.all.setObjectName("all-shown")
        menu = QMenu(self.all)
        menu.addActions([self.actions_by_name[f"all-{name}"] for name in _ACTS])
        self.all.setMenu(menu)
        layout.addWidget(self.all)
        for name in ("regenerate", "restore", "reject", "accept"):
            layout.addWidget(self._button(name))

    def _button(self, name: str) -> QPushButton:
        action = self.actions_by_name[name]
        button = QPushButton(action.text())
        button.setObjectName(name)
        button.setToolTip(action.toolTip())
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    # -- what is possible ---------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Bring the names of undo and redo, and what is possible, up to date."""
        for name, done in zip(("undo", "redo"), changes.turns(self.session.project), strict=True):
            action, plain = self.actions_by_name[name], self.tr("Undo") if name == "undo" else self.tr("Redo")
            action.setEnabled(done is not None)
            what = "" if done is None else action_text(done.action)
            action.setText(" ".join(filter(None, (plain, what))))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{action.text()} ({keys})")
        self._on_chosen()

    def _on_chosen(self) -> None:
        chosen = self.view.selected()
        states = {pair.state for row in self._rows(chosen) if (pair := self.view.table.pair(row)) is not None}
        can = {
            "accept": bool(states - {review.ACCEPTED}),
            "reject": bool(states - {review.REJECTED}),
            "restore": review.REJECTED in states,
            "regenerate": len(chosen) == 1 and self.session.queue.of("regenerate") is None,
            "edit": len(chosen) == 1,
            "evidence": len(chosen) == 1,
        }
        for name, on in can.items():
            self.actions_by_name[name].setEnabled(on)
        count = f"{len(self.view.table.ids):,}"
        for name, text in (
            ("accept", self.tr("Accept All {0} Shown")),
            ("reject", self.tr("Reject All {0} Shown")),
            ("restore", self.tr("Restore All {0} Shown")),
        ):
            self.actions_by_name[f"all-{name}"].setText(text.format(count))
        self.all.setText(self.tr("All {0} Shown").format(count))
        self.all.setEnabled(bool(self.view.table.ids))
        if not self._quiet.isActive():
            self._show_count()

    def _rows(self, chosen: list[int]) -> Iterable[int]:
        """Of very many selected pairs the first and last tell enough of what can be done."""
        few = chosen if len(chosen) <= 200 else [*chosen[:100], *chosen[-100:]]
        return map(self.view.table.row_of, few)

    # -- what is said -------------------------------------------------------------------------------------------

    def say(self, text: str, meaning: str = "") -> None:
        """Say something beside the buttons for a while."""
        self.message.setText(text)
        self.message.setAccessibleName(text)
        self.icon.setVisible(bool(meaning))
        if meaning:
            self.icon.setPixmap(theme.icon("attention", 16, theme.colour(meaning)).pixmap(16, 16))
        theme.set_role(self.message, meaning or "quiet")
        self._quiet.start()

    def _show_count(self) -> None:
        chosen, shown = len(self.view.selected()), len(self.view.table.ids)
        self.icon.hide()
        theme.set_role(self.message, "quiet")
        self.message.setText(
            self.tr("{0} of {1} selected").format(f"{chosen:,}", f"{shown:,}")
            if chosen
            else self.tr("{0} pairs").format(f"{shown:,}")
        )

    def _on_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        of_one = ("edit", "evidence", "accept", "reject", "restore", "regenerate")
        menu.addActions([self.actions_by_name[name] for name in of_one])
        menu.addSeparator()
        menu.addActions([self.actions_by_name[f"all-{name}"] for name in _ACTS])
        menu.addSeparator()
        menu.addActions([self.actions_by_name[name] for name in ("undo", "redo")])
        menu.popup(self.view.viewport().mapToGlobal(at))

    # -- what is done -------------------------------------------------------------------------------------------

    def _do(self, name: str) -> None:
        chosen = self.view.selected()
        if name == "regenerate":
            if len(chosen) == 1:
                self.session.submit("regenerate", self.tr("Writing a pair anew"), pair=chosen[0])
                self.say(self.tr("The writer asks for this fact in other words…"))
                self._on_chosen()
        elif chosen:
            self._act(name, chosen)

    def _do_all(self, name: str) -> None:
        self._act(name, self.view.table.wanted)

    def _act(self, name: str, which: list[int] | Filter) -> None:
        next_row = min((self.view.table.row_of(id) for id in self.view.selected()), default=0)
        outcome: Outcome | None = self._try(lambda: _ACTS[name](self.session.project, which))
        if outcome is None:
            return
        self._after()
        if isinstance(which, list) and not self.view.selected() and self.view.table.ids:  # they left the filter
            self.view.select([self.view.table.ids[min(next_row, len(self.view.table.ids) - 1)]])
        texts = {
            "accept": self.tr("{0} accepted."),
            "reject": self.tr("{0} rejected."),
            "restore": self.tr("{0} restored."),
        }
        left = self.tr("{0} stay as they are.").format(f"{outcome.left:,}") if outcome.left else ""
        self.say(" ".join(filter(None, (texts[name].format(f"{outcome.changed:,}"), left))))

    def _undo(self) -> None:
        done = self._try(lambda: changes.undo(self.session.project))
        self._after()
        if done is not None:
            self.say(self.tr("Undone: {0}").format(action_text(done.action)))

    def _redo(self) -> None:
        done = self._try(lambda: changes.redo(self.session.project))
        self._after()
        if done is not None:
            self.say(self.tr("Done again: {0}").format(action_text(done.action)))

    def _edit(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.view.edit(index.siblingAtColumn(QUESTION))

    def _ask_evidence(self) -> None:
        """Ask for another passage; nothing waits for the answer."""
        pair = self.view.current()
        if pair is None:
            return
        asks = QInputDialog(self)
        asks.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asks.setWindowModality(Qt.WindowModality.WindowModal)
        asks.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        asks.setWindowTitle(self.tr("Change Evidence"))
        asks.setLabelText(self.tr("A passage of one page, word for word, that proves the answer:"))
        asks.setTextValue(" ".join(pair.evidence.split()))
        asks.textValueSelected.connect(lambda words, id=pair.id: self._set_evidence(id, words))
        asks.open()

    def _set_evidence(self, id: int, words: str) -> None:
        if self._try(lambda: review.edit(self.session.project, id, evidence=words)):
            self._after()

    def _try(self, does: Callable[[], T]) -> T | None:
        """Many pairs take a second: the pointer says so."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            return does()
        except HoneError as error:
            self.say(f"{engine_text(error.title)}. {engine_text(error.hint)}", "warning")
        except sqlite3.OperationalError:
            self.say(self.tr("The project is being written to. Try again in a moment."), "warning")
        finally:
            QGuiApplication.restoreOverrideCursor()
        return None

    def _after(self) -> None:
        self.view.refresh()
        self.refresh()
        self.session.touch()


if __name__ == "__main__":
    from desktop import preview
    from desktop.tables.pairs_table import PairsTable
    from desktop.widgets import pairs_view

    raise SystemExit(preview.show(lambda s: ReviewBar(s, pairs_view.PairsView(PairsTable(s.project)))))
