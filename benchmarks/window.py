"""How evenly the window runs beside a job: python -m benchmarks.window; writes benchmarks/window.md.

A project with twenty thousand pairs is open in the whole window. Jobs are played back as fast as they go: writing
adds pairs to the store meanwhile, from a thread with a connection of its own. Noted is how long each turn of the
event loop worked, by the processor's clock, since other programs may share it, and by the wall's. The last run was
beside seven busy programs on two cores; opening includes what is loaded once.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.streaming import FRAME_MS, measure, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.main_window import MainWindow
    from engine.jobs import Cancel, Emit
    from engine.project import Project

PAIRS, SECONDS, RATE = 20_000, 10.0, 50  # in the table; of each scene; pairs written a second
OUT = Path(__file__).with_suffix(".md")


def main() -> None:
    """Measure every scene and write the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop import app, recorded

    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONE_SETTINGS"] = str(Path(folder, "settings.ini"))
        application = app.make(["hone"])
        with recorded.project(Path(folder, "large.hone")) as project:
            grow(project, PAIRS)
        window = app.open_window()
        window.queue._stand_in = play
        window.show()
        rows = [scene("opening the project", lambda: window.open_project(Path(folder, "large.hone")), application, 1.0)]
        rows += [scene(what, begin(window), application, SECONDS) for what, begin in SCENES.items()]
        window.queue.close()
        window.close()
    head = ["| | turns | median ms | 99 % | longest | longest, wall | over a frame |", "|---|---|---|---|---|---|---|"]
    text = "\n".join([*head, *rows])
    print(text)
    OUT.write_text(f"# The window beside a job\n\n{__doc__.split(chr(10), 2)[2].strip()}\n\n{text}\n", encoding="utf-8")


def grow(project: Project, pairs: int) -> None:
    """Copy facts and pairs until there are so many."""
    with project.transaction() as db:
        facts = [row[0] for row in db.execute("SELECT id FROM facts ORDER BY id")]
        names = {table: _columns(db, table) for table in ("facts", "pairs")}
        each = db.execute("SELECT count(*) FROM pairs").fetchone()[0]
        for copy in range(1, 1 + (pairs - each) // each + 1):
            shift = copy * (max(facts) + 1)
            for table, key in (("facts", "id"), ("pairs", "fact_id")):
                wanted = [name for name in names[table] if name not in (key, "position")]
                place = ", position" if table == "facts" else ""
                moved = f", position + {1_000_000 * copy}" if place else ""
                kept = ", ".join(name for name in wanted if name != "id")
                db.execute(
                    f"INSERT INTO {table} ({key}, {kept}{place}) SELECT {key} + {shift}, {kept}{moved} FROM {table}"
                    f" WHERE {key} <= {max(facts)}"
                )


def _columns(db: Any, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def play(name: str, fields: dict[str, Any], emit: Emit, cancel: Cancel) -> None:
    """Stand in for a child until it is cancelled: write pairs, or tell a training over and over."""
    from desktop import recorded
    from engine import events
    from engine.project import Project

    if name == "generate":
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
        emit(events.Cancelled())
    elif name == "train":
        iteration = 0
        while not cancel.cancelled:
            iteration += 1
            emit(events.Metric("train_loss", iteration, 5.0 / iteration))
            emit(events.Metric("tokens_per_second", iteration, 900.0))
            if iteration % 10 == 0:
                emit(events.Metric("val_loss", iteration, 6.0 / iteration))
            emit(events.Progress("train", iteration, 100_000, 60.0))
            time.sleep(1 / 100)
        emit(events.Cancelled())
    else:
        recorded.player(100)(name, fields, emit, cancel)


def scene(what: str, begin: Callable[[], object], application: Any, seconds: float) -> str:
    """Begin something and measure the loop for a while; returns a row of the table."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, begin)
    turns = measure(application.processEvents, until(seconds))
    busy = sorted(busy for _, busy in turns)
    late = sum(gap > FRAME_MS for gap in busy)
    figures = (
        f"{len(busy)}",
        f"{statistics.median(busy):.1f}",
        f"{busy[int(len(busy) * 0.99)]:.1f}",
        f"{busy[-1]:.1f}",
        f"{max(wall for wall, _ in turns):.1f}",
        f"{late}",
    )
    return f"| {what} | {' | '.join(figures)} |"


def scrolling(window: MainWindow) -> Callable[[], None]:
    """From the first pair to the last, a step each frame."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QTableView

    def begin() -> None:
        assert window.workspace is not None
        window.workspace.show_page("pairs")
        bar = window.workspace.pages["pairs"].findChildren(QTableView, "pairs")[0].verticalScrollBar()
        timer = QTimer(window.workspace)
        timer.timeout.connect(lambda: bar.setValue((bar.value() + max(1, bar.maximum() // 500)) % bar.maximum()))
        timer.start(16)
        QTimer.singleShot(int(SECONDS * 1000), timer.stop)

    return begin


def searching(window: MainWindow) -> Callable[[], None]:
    """A word letter by letter, and taken away again."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QLineEdit

    def begin() -> None:
        assert window.workspace is not None
        (field,) = window.workspace.pages["pairs"].findChildren(QLineEdit, "search-pairs")
        word = "composter"
        for number in range(len(word) + 1):
            QTimer.singleShot(400 * number, lambda number=number: field.setText(word[:number]))
        QTimer.singleShot(400 * (len(word) + 4), lambda: field.setText(""))

    return begin


def job(window: MainWindow, name: str, page: str) -> Callable[[], None]:
    """A job while its page is looked at; the one before is cancelled."""

    def begin() -> None:
        assert window.session is not None
        if window.queue.running is not None:
            window.queue.running.cancel()
        window.session.submit(name, name)
        window.session.go(page)

    return begin


def both(window: MainWindow) -> Callable[[], None]:
    """Write and scroll."""

    def begin() -> None:
        job(window, "generate", "pairs")()
        scrolling(window)()

    return begin


SCENES: dict[str, Callable[[MainWindow], Callable[[], None]]] = {
    f"scrolling through {PAIRS:,} pairs": scrolling,
    "searching in them": searching,
    f"{RATE} more written a second": lambda window: job(window, "generate", "pairs"),
    "written and scrolled": both,
    "training, 100 iterations a second": lambda window: job(window, "train", "train"),
}


if __name__ == "__main__":
    main()
