"""The pairs' table draws rows as a whole, and some of them a turn later; nobody can tell it from Qt's own drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QTableView

from desktop.tables.pairs_table import ANSWER, QUESTION, ROW, PairsTable, look
from desktop.tables.text_delegate import TextDelegate
from desktop.widgets import pairs_view
from desktop.widgets.pairs_view import PairsView
from engine.project import review
from engine.project.review import Filter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from desktop.session import Session


class _Plain(PairsView):
    """Drawn cell by cell."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QTableView.paintEvent(self, event)


def shown(kind: type[PairsView], session: Session, qtbot: QtBot, width: int) -> PairsView:
    """The pairs of the recorded project."""
    view = kind(PairsTable(session.project))
    qtbot.addWidget(view)
    view.refresh()
    view.resize(width, 480)
    view.show()
    return view


@pytest.mark.parametrize("width", [700, 420])
def test_rows_drawn_as_a_whole_look_as_cells_do(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(pairs_view, "_RUSH", 0.0)
    ours, plain = (shown(kind, session, qtbot, width) for kind in (PairsView, _Plain))
    for offset in (0, ROW // 2, 40 * ROW + 7):
        for chosen in (False, True):
            for view in (ours, plain):
                view.verticalScrollBar().setValue(offset)
                view.select([view.table.ids[view.rowAt(200)]] if chosen else [])
            assert ours.grab().toImage() == plain.grab().toImage()


@pytest.mark.parametrize("first", [0, 30])
def test_rows_that_rush_by_or_pass_a_filter_are_drawn_turn_by_turn_until_all_are_there(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    view = shown(PairsView, session, qtbot, 700)
    view.grab()
    drawn: list[int] = []
    paint = TextDelegate.paint_row

    def noted(delegate: TextDelegate, painter: Any, option: Any, row: int, *place: Any) -> None:
        drawn.append(row)
        paint(delegate, painter, option, row, *place)

    monkeypatch.setattr(TextDelegate, "paint_row", noted)
    monkeypatch.setattr(pairs_view, "_TURN", 0.0)
    monkeypatch.setattr(pairs_view, "_RUSH", 60.0)
    if first:
        view.verticalScrollBar().setValue(first * ROW)
    else:
        view.show_filtered(look(session.project, Filter(text="long"), view.table.ids, view.seen()))
    last = view.rowAt(view.viewport().height() - 1)
    view.grab()
    assert drawn == [first]  # the first at once
    qtbot.waitUntil(lambda: last in drawn)
    assert set(drawn) == set(range(first, last + 1))


def test_the_first_rows_that_pass_a_filter_are_read_with_their_numbers(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = shown(PairsView, session, qtbot, 700)
    news = look(session.project, Filter(text="long"), view.table.ids, view.seen())
    assert news.other
    monkeypatch.setattr(review, "listed", lambda project, numbers: pytest.fail(f"reads {numbers} while it draws"))
    view.show_filtered(news)
    assert not view.grab().isNull()
    assert "long" in " ".join(view.table.drawn(0, column)[0] for column in (QUESTION, ANSWER)).casefold()
