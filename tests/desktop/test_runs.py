"""The page of runs: which are compared and how they differ, sweeps set up, followed, stopped and gone on with."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.job_queue import JobQueue
from desktop.pages.runs import COMPARE, SWEEP, RunsPage
from desktop.session import Session
from engine.project import Project, exams, runs, sweeps
from tests.engine.models import add_dataset, tiny, wordings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def another(session: Session, rank: int, right: int | None) -> int:
    """A run like the recorded one with another rank and higher losses; `right` of 40 questions, None: no exam."""
    project, first = session.project, runs.get(session.project, 1)
    made = runs.add(
        project,
        spec=first.spec,
        plan={**first.plan, "rank": rank},
        dataset_id=first.dataset_id,
        base=first.base,
        iterations=first.iterations,
    )
    with project.transaction() as db:
        for at, value in runs.metrics(project, 1, "val_loss"):
            runs.add_metrics(db, made.id, at, {"val_loss": value * 1.5})
        db.execute(
            "UPDATE runs SET state = 'finished', best_iteration = 9, best_val_loss = ? WHERE id = ?",
            ((first.best_val_loss or 1) * 1.5, made.id),
        )
    if right is not None:
        exam = exams.begin(project, made.id, "{}")
        known = exams.answers(project, 1)[0]
        exams.add_answers(
            project,
            exam.id,
            [
                dataclasses.replace(
                    known,
                    position=number,
                    split="test",
                    question=f"Question {number}?",
                    fact_id=number,
                    scores={side: {"key_facts": float(number < right)} for side in ("base", "tuned")},
                )
                for number in range(40)
            ],
        )
        exams.finish(project, exam.id, {})
    return made.id


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> RunsPage:
    another(session, 8, 10)
    another(session, 16, 36)
    found = RunsPage(session)
    qtbot.addWidget(found)
    found.resize(1068, 740)
    found.show()
    found.refresh()
    return found


def texts(page: RunsPage, row: int) -> list[str]:
    model = page.compared.model
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_runs_are_listed_with_the_options_that_differ(page: RunsPage) -> None:
    model = page.compared.model
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == ["Run", "State", "Rank", "Best valid loss", "Key facts right", "Verdict"]
    assert texts(page, 0)[:3] == ["Run 3", "Finished", "16"]
    assert texts(page, 0)[4] == "90%"
    assert model.chosen == [3, 2]
    assert [series.name for series in page.compared.chart.series] == ["Run 3", "Run 2"]
    looks = {series.dashes for series in page.compared.chart.series}
    assert len(looks) == 2


def test_what_differs_by_more_than_chance_is_said(page: RunsPage) -> None:
    (said,) = page.compared.said
    assert said.text().startswith("Run 3 is better than run 2 by 65 points (between ")
    another(page.session, 32, None)
    page.refresh()
    page.compare([3, 4])
    assert [label.text() for label in page.compared.said] == ["Run 4 has no exam: its answers cannot be compared."]
    assert page.compared.exam.isVisible()
    page.compare([3])
    assert page.compared.said == []
    assert "Tick two to 4 runs" in page.compared.hint.text()


def test_a_click_or_a_key_ticks_a_run_and_a_fifth_is_refused(page: RunsPage, qtbot: QtBot) -> None:
    another(page.session, 32, None)
    another(page.session, 64, None)
    page.refresh()
    table, model = page.compared.table, page.compared.model
    page.compare([])
    for row in range(5):
        at = table.visualRect(model.index(row, 0))
        table.scrollTo(model.index(row, 0))
        at = table.visualRect(model.index(row, 0))
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at.topLeft() + QPoint(10, at.height() // 2))
    assert model.chosen == [5, 4, 3, 2]
    assert page.compared.hint.text() == "At most 4 runs are compared: untick another one first."
    table.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert model.chosen == [4, 3, 2]
    assert page.compared.hint.text().startswith("Key facts right")


def test_the_curves_are_read_out_together(page: RunsPage, qtbot: QtBot) -> None:
    chart = page.compared.chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    lines = chart.readout()
    assert lines[0].startswith("Iteration ")
    assert [line.split(":")[0] for line in lines[1:]] == ["Run 3", "Run 2"]
    assert "Run 3: from" in chart.accessibleDescription()
    qtbot.mouseClick(page.compared.curves.buttons["train_loss"], Qt.MouseButton.LeftButton)
    chart.grab()


def test_without_runs_the_way_to_the_first_one_is_shown(empty_session: Session, qtbot: QtBot) -> None:
    page = RunsPage(empty_session)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert page.compared.stack.currentIndex() == 0
    with qtbot.waitSignal(empty_session.wanted) as asked:
        page.compared.train_wanted.emit()
    assert asked.args == ["train"]


def test_what_makes_no_grid_is_said_before_it_begins(page: RunsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.segments.buttons[SWEEP], Qt.MouseButton.LeftButton)
    setup = page.sweep.setup
    assert "has 1 runs" in setup.estimate.text()
    assert not setup.start.isEnabled()
    qtbot.keyClicks(setup.values["rank"], "8, many")
    assert "many is not a number" in setup.estimate.text()
    setup.values["rank"].setText("8; 16")
    assert setup.estimate.text().startswith("2 runs.")
    assert setup.start.isEnabled()
    setup.rest()


def test_a_sweep_is_trained_stopped_gone_on_with_and_compared(qtbot: QtBot, tmp_path: Path) -> None:
    """With real children and a tiny base."""
    with Project.create(tmp_path / "swept.hone") as project:
        path = str(project.path)
    add_dataset(path, *wordings())
    base = tiny(tmp_path / "tiny")
    session = Session(Project(path), JobQueue())
    page = RunsPage(session)
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    page.show_view(SWEEP)
    setup = page.sweep.setup
    setup.base.select(str(base))
    setup.values["rank"].setText("4, 8")
    setup.values["epochs"].setText("3")
    setup.exam.setChecked(False)
    setup.rest()
    seen: list[Any] = []
    qtbot.mouseClick(setup.start, Qt.MouseButton.LeftButton)
    job = page.sweep.job
    assert job is not None
    job.measured.connect(lambda metrics: seen.extend(metrics))
    qtbot.waitUntil(lambda: bool(seen), timeout=60_000)
    page.refresh()
    assert page.sweep.stop.isVisible()
    qtbot.mouseClick(page.sweep.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.queue.running is None, timeout=30_000)
    page.refresh()
    assert sweeps.sweeps(session.project)[0].state == "stopped"
    qtbot.waitUntil(page.sweep.go_on.isEnabled)
    setup.hide()  # so that it asks for no estimate meanwhile
    qtbot.mouseClick(page.sweep.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.queue.of("sweep") is None, timeout=120_000)
    page.refresh()
    (one,) = sweeps.sweeps(session.project)
    assert [each["state"] for each in one.candidates] == ["finished", "finished"]
    assert page.sweep.model.index(0, 0).data() == "Finished"
    assert json.loads(one.spec)["rank"] == [4, 8]
    qtbot.mouseClick(page.sweep.compare, Qt.MouseButton.LeftButton)
    assert page.segments.selected == COMPARE
    assert sorted(page.compared.model.chosen) == [1, 2]
    session.queue.close()
    session.close()
