"""The window: its start beside an empty one, opening a project of 50,000 pairs, and its turns while a job streams.

Start and opening are measured in fresh processes, without a screen. Then the whole window runs here, beside jobs that
are played back as fast as they go: pairs and answers are written to the store meanwhile, from a thread with a
connection of its own. Noted is how long each turn of the event loop worked, by the processor's clock of its thread.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.comparing import TIMES, Row, alternately, write_part
from benchmarks.streaming import measure, streamer, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.main_window import MainWindow
    from engine.jobs import Cancel, Emit
    from engine.project import Project

PAIRS, SECONDS, RATE = 50_000, 5.0, 50  # in the table; of each scene; pairs written a second
STARTS = 25  # of both windows: a start is short, and chance large beside it
QUESTIONS, BATCH = 2_000, 8  # of an exam that was answered before; answers stored at once
START, OPEN, TURN = 1.5, 1.0, 8.0  # what is wanted: times an empty window, seconds, milliseconds

_PAINTED = """
import os, sys
from PySide6.QtWidgets import QApplication
def tell(*_):
    for _ in range(3):
        QApplication.processEvents()
    os.write(1, b"painted\\n")
    os._exit(0)
QApplication.exec = tell
"""
_EMPTY = """
from PySide6.QtWidgets import QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.exec()
"""
_OURS = """
from desktop.__main__ import main
sys.argv = ["hone"]
main()
"""
_OPENING = """
import gc, sys, time
from desktop import app
gc.disable()
application, window = app.make(["hone"]), app.open_window()
window.show()
for _ in range(3):
    application.processEvents()
began = time.perf_counter()
window.open_project(sys.argv[1])
for _ in range(3):
    application.processEvents()
opened = time.perf_counter() - began
window.workspace.show_page("pairs")
table = window.workspace.pages["pairs"].table
while table.rowCount() < int(sys.argv[2]):
    application.processEvents()
for _ in range(3):
    application.processEvents()
print(opened, time.perf_counter() - began)
window.close()
"""


def main() -> None:
    """Measure start, opening and every scene."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop import preferences, recorded

    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONE_SETTINGS"] = str(Path(folder, "settings.ini"))
        place = Path(folder, "large.hone")
        with recorded.project(place) as project:
            grow(project)
        preferences.add_recent(place)
        ours, empty = alternately(lambda: _start(_OURS), lambda: _start(_EMPTY), STARTS)
        opened = [_open(place) for _ in range(TIMES + 1)][1:]
        rows = [
            Row("start, to the window shown and painted", "s", ours, empty, "share_at_most", START),
            Row(f"opening a project of {PAIRS:,} pairs", "s", [one for one, _ in opened], [], "at_most", OPEN),
            Row("the same and showing the first of them", "s", [both for _, both in opened], [], "at_most", OPEN),
        ]
        found = scenes(place)
    for what, rounds in found.items():
        tops = [_share(turns, 0.99) for turns in rounds]
        rows.append(Row(f"99 % of the turns: {what}", "ms", tops, [], "at_most", TURN))
    write_part("window", "The window", rows, _notes(found))


def _start(script: str) -> float:
    """Seconds until a new process says that its window is painted."""
    command = [sys.executable, "-c", _PAINTED + script]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=_environment()) as child:
        assert child.stdout is not None
        said, took = child.stdout.readline(), time.perf_counter() - began
    if said != b"painted\n":
        raise SystemExit("The window did not start.")
    return took


def _environment() -> dict[str, str]:
    """With compiled modules, as an installed program has them: those of the first round are used by the others."""
    found = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**found, "PYTHONPYCACHEPREFIX": str(Path(os.environ["HONE_SETTINGS"]).with_name("bytecode"))}


def _open(place: Path) -> tuple[float, float]:
    """Seconds until a new window shows the project, and until it shows the pairs."""
    command = [sys.executable, "-c", _OPENING, str(place), str(PAIRS)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=_environment()).stdout.split()
    return float(told[0]), float(told[1])


def _share(turns: list[float], share: float) -> float:
    return sorted(turns)[int(len(turns) * share)]


def _notes(found: dict[str, list[list[float]]]) -> list[str]:
    """What a percentile does not tell."""
    lines = ["| | turns | median ms | longest ms |", "|---|---|---|---|"]
    for what, rounds in found.items():
        turns = [turn for one in rounds for turn in one]
        lines.append(f"| {what} | {len(turns)} | {statistics.median(turns):.1f} | {max(turns):.1f} |")
    return ["\n".join(lines)]


def grow(project: Project) -> None:
    """Copy facts and pairs until there are so many, and the answers of the exam."""
    with project.transaction() as db:
        newest = db.execute("SELECT max(id) FROM facts").fetchone()[0]
        each = db.execute("SELECT count(*) FROM pairs WHERE state != 'spare'").fetchone()[0]
        for copy in range(1, 1 + PAIRS // each):
            for table, key in (("facts", "id"), ("pairs", "fact_id")):
                own = [name for name in _columns(db, table) if name not in (key, "id", "position")]
                kept = ", ".join([*own, *(["position"] if table == "facts" else [])])
                told = {"question": f"question || ' {copy}'", "answer": f"answer || ' {copy}'"}  # no two are alike
                moved = ", ".join(told.get(name, name) for name in own)
                moved += f", position + {1_000_000 * copy}" if table == "facts" else ""
                db.execute(
                    f"INSERT INTO {table} ({key}, {kept}) SELECT {key} + {copy * (newest + 1)}, {moved} FROM {table}"
                    f" WHERE {key} <= {newest}"
                )
        answers = db.execute("SELECT count(*) FROM exam_answers WHERE exam_id = 1").fetchone()[0]
        kept = ", ".join(name for name in _columns(db, "exam_answers") if name != "position")
        for copy in range(1, QUESTIONS // answers):
            db.execute(
                f"INSERT INTO exam_answers (position, {kept}) SELECT position + {copy * answers}, {kept}"
                f" FROM exam_answers WHERE exam_id = 1 AND position < {answers}"
            )


def _columns(db: Any, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


# -- scenes of the window beside a job ------------------------------------------------------------------------------


def scenes(place: Path) -> dict[str, list[list[float]]]:
    """By scene and round: milliseconds of each turn of the loop that did something."""
    import gc

    from desktop import app

    application, window = app.make(["hone"]), app.open_window()
    window.queue._stand_in = play
    window.show()
    window.open_project(place)
    window.queue._stand_in = play
    gc.disable()
    assert window.workspace is not None
    for page in ("pairs", "train", "exam", "compare"):
        window.workspace.show_page(page)
        measure(application.processEvents, until(1.5))  # what is loaded once
    found: dict[str, list[list[float]]] = {what: [] for what in SCENES}
    for _ in range(TIMES):
        for what, begin in SCENES.items():
            begin(window)
            found[what].append(
                [busy for _, busy in measure(application.processEvents, until(LASTS.get(what, SECONDS)))]
            )
            app.collect()
            if window.queue.running is not None:
                window.queue.running.cancel()
            measure(application.processEvents, until(0.5))
    window.queue.close()
    window.close()
    return found


def play(name: str, fields: dict[str, Any], emit: Emit, cancel: Cancel) -> None:
    """Stand in for a child until it is cancelled: write pairs, train, answer an exam, or reply twice."""
    from engine import events

    if name == "chat":
        streamer(round(SECONDS * 100), 100)(name, fields, emit, cancel)
        return
    {"generate": _generate, "train": _train, "exam": _examine}[name](fields, emit, cancel)
    emit(events.Cancelled())


def _generate(fields: dict[str, Any], emit: Emit, cancel: Cancel) -> None:
    from engine import events
    from engine.project import Project

    with Project(fields["project"]) as project:
        number, before = 0, project.value("SELECT max(wording) FROM pairs")
        while not cancel.cancelled:
            number += 1
            with project.transaction() as db:
                db.execute(
                    "INSERT INTO pairs (fact_id, wording, question, state)"
                    " VALUES ((SELECT min(id) FROM facts), ?, ?, 'accepted')",
                    (before + number, f"Question {number} of this run?"),
                )
            emit(events.Metric("accepted", number, number))
            emit(events.Progress("answer", number, 10 * RATE * int(SECONDS), 60.0))
            time.sleep(1 / RATE)


def _train(fields: dict[str, Any], emit: Emit, cancel: Cancel) -> None:
    from engine import events

    iteration = 0
    while not cancel.cancelled:
        iteration += 1
        emit(events.Metric("train_loss", iteration, 5.0 / iteration))
        emit(events.Metric("tokens_per_second", iteration, 900.0))
        if iteration % 10 == 0:
            emit(events.Metric("val_loss", iteration, 6.0 / iteration))
        emit(events.Progress("train", iteration, 100_000, 60.0))
        time.sleep(1 / 100)


def _examine(fields: dict[str, Any], emit: Emit, cancel: Cancel) -> None:
    """A new exam with the answers of the first one, a batch at a time."""
    from engine import events
    from engine.project import Project, exams

    with Project(fields["project"]) as project:
        first = exams.exams(project)[-1]
        exam, told = exams.begin(project, first.run_id, json.dumps({"round": time.time()})), 0
        answers = exams.answers(project, first.id)
        while not cancel.cancelled:
            exams.add_answers(project, exam.id, answers[told : told + BATCH])
            told += BATCH
            emit(events.Progress("exam", told, len(answers), 60.0))
            time.sleep(BATCH / 100)


def scrolling(window: MainWindow) -> None:
    """From the first pair to the last, a step each frame."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QTableView

    assert window.workspace is not None
    window.workspace.show_page("pairs")
    bar = window.workspace.pages["pairs"].findChildren(QTableView, "pairs")[0].verticalScrollBar()
    timer = QTimer(window.workspace)
    timer.timeout.connect(lambda: bar.setValue((bar.value() + max(1, bar.maximum() // 500)) % bar.maximum()))
    timer.start(16)
    QTimer.singleShot(int(SECONDS * 1000), timer.stop)


def searching(window: MainWindow) -> None:
    """A word letter by letter, and taken away again."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QLineEdit

    assert window.workspace is not None
    window.workspace.show_page("pairs")
    (field,) = window.workspace.pages["pairs"].findChildren(QLineEdit, "search-pairs")
    word = "composter"
    for number in range(len(word) + 1):
        QTimer.singleShot(400 * number, lambda number=number: field.setText(word[:number]))
    QTimer.singleShot(400 * (len(word) + 1), lambda: field.setText(""))


def job(window: MainWindow, name: str, page: str) -> None:
    """A job while its page is looked at."""
    assert window.session is not None
    window.session.submit(name, name)
    window.session.go(page)


def both(window: MainWindow) -> None:
    """Write and scroll."""
    job(window, "generate", "pairs")
    scrolling(window)


def talking(window: MainWindow) -> None:
    """Two replies at once."""
    assert window.workspace is not None
    window.workspace.show_page("compare")
    window.workspace.pages["compare"].ask("How does it work?")


EXAM = f"an exam of {QUESTIONS:,} questions, 100 answered a second"
LASTS = {EXAM: QUESTIONS / 100}  # seconds of a scene: an exam is followed to its end
SCENES: dict[str, Callable[[MainWindow], None]] = {
    f"scrolling through {PAIRS:,} pairs": scrolling,
    "searching in them": searching,
    f"{RATE} more written a second": lambda window: job(window, "generate", "pairs"),
    "written and scrolled": both,
    "training, 100 iterations a second": lambda window: job(window, "train", "train"),
    EXAM: lambda window: job(window, "exam", "exam"),
    "two replies of 100 tokens a second": talking,
}


if __name__ == "__main__":
    main()
