"""Whole stories at the window. As a program, where a test needs the window in a process of its own:

python -m tests.e2e.stories learn FILE | write FILE | resume NUMBER
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
)

from desktop.widgets.reply_pane import ReplyPane
from engine.project import messages, runs
from tests.e2e.person import LEFT, Person

SAMPLE, MANY, ITERATIONS = 4, 12, 12  # chunks of a sample, of a longer one; of a training
QUESTION = "How much water does the tank hold?"


def learn(person: Person, file: Path) -> None:
    """From the start screen to a compared answer."""
    drop_on_start(person, file)
    write_pairs(person)
    train(person)
    compare(person)


def drop_on_start(person: Person, file: Path) -> None:
    """Drop a document on the start screen: it becomes a project, and is read."""
    if QApplication.platformName() == "xcb":
        _drag_from_elsewhere(person, file)
    else:
        person.drop(person.window.start.area, file)
    person.wait(lambda: person.window.session is not None, "a project", 20)
    person.wait_until_idle()
    assert person.workspace.page == "documents"
    pass
    pass
    assert person.session.project.value("SELECT count(*) FROM chunks") > 10


def _drag_from_elsewhere(person: Person, file: Path) -> None:
    area = person.window.start.area
    place = area.mapToGlobal(area.rect().center())
    command = [sys.executable, "-m", "tests.e2e.drag_source", str(file), str(place.x()), str(place.y())]
    with subprocess.Popen(command) as source:
        try:
            person.wait(lambda: person.window.session is not None or source.poll() is not None, "the drop", 30)
            assert source.poll() is None, "the drop was not taken"
        finally:
            source.kill()
    person.turn_to_window()


def start_writing(person: Person, sample: int) -> None:
    """Ask for pairs of a few chunks."""
    person.click(person.find(QPushButton, "next"))
    assert person.workspace.page == "pairs"
    person.choose(person.find(QComboBox, "Chunks"), 1)
    person.enter(person.find(QSpinBox, "Chunks in the sample"), str(sample))
    person.click("start-writing")


def write_pairs(person: Person) -> None:
    """Have pairs written and see them come."""
    start_writing(person, SAMPLE)
    table = person.find(QAbstractItemView, "pairs")
    person.wait(lambda: table.model().rowCount() > 0, "the first pair")
    person.wait_until_idle()
    stored = person.session.project.value("SELECT count(*) FROM pairs WHERE state = 'accepted'")
    assert stored >= SAMPLE
    person.wait(lambda: table.model().rowCount() >= stored, "all pairs", 20)


def train(person: Person) -> None:
    """Train for a few iterations."""
    person.click(person.find(QPushButton, "next"))
    assert person.workspace.page == "train"
    person.wait_until_idle()
    person.click("fold")
    person.enter(person.find(QSpinBox, "option-iterations"), str(ITERATIONS))
    person.click("start-training")
    person.wait(lambda: person.window.queue.of("dataset", "train") is not None, "the training", 20)
    person.wait_until_idle()
    (run,) = runs.runs(person.session.project)
    assert (run.state, run.iterations) == ("finished", ITERATIONS)
    assert run.best_iteration is not None


def compare(person: Person) -> None:
    """Ask both models and read what they say."""
    person.click(person.find(QPushButton, "next"))
    assert person.workspace.page == "compare"
    field = person.find(QPlainTextEdit, "question")
    person.enter(field, QUESTION)
    person.click("send")
    person.wait(lambda: person.window.queue.of("chat") is not None, "the question under way", 20)
    person.wait_until_idle()
    (run,) = runs.runs(person.session.project)
    (conversation,) = messages.conversations(person.session.project, run.id)
    (turn,) = messages.turns(person.session.project, run.id, conversation.name)
    assert turn.question == QUESTION
    assert set(turn.replies) == {"base", "tuned"}
    seen = [pane for pane in person.window.findChildren(ReplyPane) if pane.isVisible()]
    assert sorted(pane.said for pane in seen) == sorted(reply.text for reply in turn.replies.values())


def write_until_killed(person: Person, file: Path) -> None:
    """Have pairs written, and print how many are shown; whoever reads it ends this process."""
    drop_on_start(person, file)
    start_writing(person, MANY)
    table = person.find(QAbstractItemView, "pairs")
    while True:
        person.wait(lambda: table.model().rowCount() > 0 or not _writing(person), "pairs")
        sys.stdout.write(f"shown {table.model().rowCount()}\n")
        sys.stdout.flush()
        assert _writing(person), "it was done before it could be killed"
        QTest.qWait(50)


def resume(person: Person, shown: int) -> None:
    """Open the project from the list of recent ones: all that was shown is there, and Resume goes on."""
    recent = person.find(QListWidget, "recent")
    place = recent.visualItemRect(recent.item(0)).center()
    QTest.mouseClick(recent.viewport(), LEFT, pos=place)
    person.wait(lambda: person.window.session is not None, "the project", 20)
    person.workspace.steps.setFocus()
    QTest.keyClick(person.workspace.steps, Qt.Key.Key_Down)
    assert person.workspace.page == "pairs"
    table = person.find(QAbstractItemView, "pairs")
    assert table.model().rowCount() >= shown, "pairs that were shown are lost"
    button = person.find(QPushButton, "start-writing")
    assert button.text() == "Resume"
    person.click(button)
    person.wait_until_idle()
    assert button.text() == "Start"


def _writing(person: Person) -> bool:
    return person.window.queue.of("index", "generate") is not None


def main() -> int:
    """Show the window, tell the story, close the window."""
    from desktop import app, failure

    application = app.make(["hone"])
    failure.install_hook()
    window = app.open_window()
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    person = Person(window)
    if sys.argv[1] == "learn":
        learn(person, Path(sys.argv[2]))
    elif sys.argv[1] == "write":
        write_until_killed(person, Path(sys.argv[2]))
    else:
        resume(person, int(sys.argv[2]))
    person.leave()
    application.processEvents()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
