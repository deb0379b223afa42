"""Forms made of specs: every option of every job can be shown, set, read, and left to the job."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QSpinBox

from desktop.widgets.spec_form import Decimal, Selection, SpecForm, Switch, Whole
from engine.jobs import load

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOT_SHOWN = {"project"}


@pytest.mark.parametrize("job", ["train", "generate", "exam", "chat"])
def test_every_option_has_an_editor_that_starts_at_its_default(job: str, qtbot: QtBot) -> None:
    spec = load(job)[1]
    names = [
        field.name for field in dataclasses.fields(spec) if field.metadata and not isinstance(field.default, tuple)
    ]
    form = SpecForm(spec, names, columns=2)
    qtbot.addWidget(form)
    assert form.values() == {}
    assert all(editor.accessibleName() for editor in form.editors.values())


def test_what_is_set_is_read_and_what_is_not_named_has_its_default(qtbot: QtBot) -> None:
    form = SpecForm(load("train")[1], ["rank", "learning_rate", "embeddings", "mask_prompt", "method", "seed"])
    qtbot.addWidget(form)
    wanted = {"rank": 8, "learning_rate": 2e-5, "embeddings": True, "mask_prompt": False, "method": "full", "seed": 7}
    with qtbot.waitSignal(form.changed):
        form.set_values(wanted)
    assert form.values() == wanted
    assert form.editors["learning_rate"].text() == "0.00002"  # type: ignore[union-attr]
    form.set_values({"rank": 16})
    assert form.values() == {"rank": 16}


def test_automatic_can_be_left_by_typing_and_by_arrows_and_come_back_to(qtbot: QtBot) -> None:
    form = SpecForm(load("train")[1], ["rank", "dropout", "embeddings"])
    qtbot.addWidget(form)
    form.show()
    rank, dropout, embeddings = form.editors.values()
    assert isinstance(rank, Whole)
    assert isinstance(dropout, Decimal)
    assert isinstance(embeddings, Selection)
    assert rank.text() == "automatic"
    form.show_automatic({"rank": 32, "dropout": 0.05, "embeddings": True})
    assert (rank.text(), dropout.text()) == ("automatic (32)", "automatic (0.05)")
    assert embeddings.currentText() == "automatic (Yes)"
    assert form.values() == {}
    qtbot.keyClick(rank, Qt.Key.Key_Up)
    qtbot.keyClick(dropout, Qt.Key.Key_Up)
    assert form.values() == {"rank": 32, "dropout": 0.05}
    qtbot.keyClick(dropout, Qt.Key.Key_Down)
    assert dropout.value() == 0.0
    qtbot.keyClick(dropout, Qt.Key.Key_Down)
    assert dropout.value() is None
    rank.selectAll()
    qtbot.keyClicks(rank, "12")
    qtbot.keyClick(rank, Qt.Key.Key_Return)
    assert form.values() == {"rank": 12}
    rank.selectAll()
    qtbot.keyClick(rank, Qt.Key.Key_Backspace)
    qtbot.keyClick(rank, Qt.Key.Key_Return)
    assert form.values() == {}


def test_the_wheel_changes_nothing_that_has_not_the_focus(qtbot: QtBot) -> None:
    form = SpecForm(load("generate")[1], ["wordings", "language", "skills"])
    qtbot.addWidget(form)
    form.show()
    for editor in form.editors.values():
        at = QPointF(editor.rect().center())
        turn = QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(editor, QWheelEvent(at, editor.mapToGlobal(at), QPoint(), *turn, False))
    assert form.values() == {}
    assert isinstance(form.editors["skills"], Switch)
    assert isinstance(form.editors["wordings"], QSpinBox)
    form.enable(["wordings"], on=False)
    assert not form.editors["wordings"].isEnabled()
