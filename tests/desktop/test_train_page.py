"""The page "Train": plans, runs live and past, what is trained, and a real training that is stopped and resumed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor

from desktop import recorded
from desktop.pages.compare import ComparePage
from desktop.pages.train import TrainPage
from desktop.tables.runs_table import STATE
from desktop.widgets import loss_chart
from desktop.widgets.loss_chart import LossChart
from desktop.widgets.plan_text import advice, rows_text
from desktop.widgets.run_replies import RunReplies
from desktop.workspace import Workspace
from engine.events import TERMINAL, Artifact, Finished
from engine.project import datasets, runs, samples
from engine.project.samples import Sample
from engine.project.settings import setting
from tests.desktop.recording import made
from tests.engine.models import wordings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session


def opened(session: Session, qtbot: QtBot, view: str = "") -> TrainPage:
    page = TrainPage(session)
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    if view:
        qtbot.mouseClick(page.segments.buttons[view], Qt.MouseButton.LeftButton)
    return page


def test_the_plan_is_shown_before_the_start(session: Session, qtbot: QtBot) -> None:
    page = opened(session, qtbot, "new")
    card = page.setup.presets.cards["balanced"]
    plan = made("plan", "plan")
    chosen = plan["presets"]["balanced"]
    wanted = f"{chosen['recipe']['iterations']:,} iterations"
    qtbot.waitUntil(lambda: wanted in card.accessibleName(), timeout=5000)
    assert f"Rank {chosen['recipe']['rank']}" in card.numbers.text()
    assert f"{plan['rows']['train']} to train" in page.setup.rows.text()
    qtbot.waitUntil(lambda: page.setup.estimate.text() == advice(plan, "balanced").estimate, timeout=5000)
    assert page.setup.train.editors["rank"].value() is None
    assert not page.setup.warning_row.isVisible()
    assert page.setup.start.isEnabled()
    qtbot.waitUntil(lambda: session.queue.running is None)


def test_what_is_chosen_is_kept_and_planned_anew(session: Session, qtbot: QtBot) -> None:
    page = opened(session, qtbot, "new")
    asked = []
    session.queue.told.connect(lambda run, event: asked.append(run.fields))
    qtbot.mouseClick(page.setup.presets.cards["quick"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.setup.advanced.button, Qt.MouseButton.LeftButton)
    editor = page.setup.train.editors["rank"]
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "16")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(f.get("preset") == "quick" and f.get("rank") == 16 for f in asked), timeout=5000)
    stored = setting(session.project, "train_page", {})
    assert (stored["preset"], stored["train"]) == ("quick", {"rank": 16})
    again = opened(session, qtbot)
    assert again.setup.wishes() == page.setup.wishes()
    qtbot.mouseClick(page.setup.reset, Qt.MouseButton.LeftButton)
    assert page.setup.wishes()["train"] == {}
    qtbot.waitUntil(lambda: session.queue.running is None, timeout=5000)


def test_a_trial_that_was_asked_for_is_not_taken_back(session: Session, qtbot: QtBot) -> None:
    page = opened(session, qtbot, "new")
    ended: list[tuple[object, object]] = []
    session.queue.told.connect(
        lambda run, event: ended.append((run.fields.get("measure"), event)) if isinstance(event, TERMINAL) else None
    )
    qtbot.waitUntil(lambda: len(ended) == 1, timeout=5000)
    page.setup.measure.clicked.emit()
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=5000)
    assert ended == [(None, Finished()), (True, Finished())]


def test_a_plan_is_taken_back_when_the_page_is_left(session: Session, qtbot: QtBot) -> None:
    session.queue._stand_in = recorded.player(1)
    page = opened(session, qtbot, "new")
    qtbot.waitUntil(lambda: session.queue.of("plan") is not None, timeout=5000)
    page.hide()
    qtbot.waitUntil(lambda: session.queue.running is None, timeout=5000)
    page.show()
    qtbot.waitUntil(lambda: session.queue.of("plan") is not None, timeout=5000)


def test_a_past_run_is_redrawn_from_the_store_alone(session: Session, qtbot: QtBot) -> None:
    page = opened(session, qtbot)
    view, run = page.runs.view, runs.latest(session.project)
    assert page.segments.selected == "runs"
    assert view.chart.train == runs.metrics(session.project, run.id, "train_loss")
    assert view.chart.valid == runs.metrics(session.project, run.id, "val_loss")
    assert f"{run.best_val_loss:.3f}" in view.sentence.text()
    assert "compare it with the base" in view.sentence.text()
    assert view.side.details.texts["Rank"] == str(run.plan["rank"])
    assert view.figures.texts()["Iteration"] == f"{run.iterations} / {run.iterations}"
    assert page.runs.model.index(0, STATE).data() == "Finished"
    assert not view.stop.isVisible()
    with qtbot.waitSignal(session.wanted) as asked:
        qtbot.mouseClick(view.compare, Qt.MouseButton.LeftButton)
    assert asked.args == ["compare"]
    assert session.queue.running is None


def test_a_training_is_followed_by_a_page_made_anew_and_stopped(session: Session, qtbot: QtBot) -> None:
    session.queue._stand_in = recorded.player(8)
    session.submit("train", "Training")
    page = opened(session, qtbot)
    qtbot.waitUntil(lambda: len(page.runs.view.chart.train) > 3, timeout=10_000)
    assert page.runs.view.bar.isVisible()
    assert page.runs.view.figures.texts()["Iteration"].endswith(f"/ {made('train', 'adapter')['iterations']}")
    assert not page.setup.start.isEnabled()
    job = session.queue.of("train")
    assert job is not None
    with qtbot.waitSignal(job.ended, timeout=5000):
        qtbot.mouseClick(page.runs.view.stop, Qt.MouseButton.LeftButton)
    assert page.runs.live is None
    assert not page.runs.view.stop.isVisible()
    assert page.setup.start.isEnabled()


def test_a_training_comes_although_the_page_is_made_anew_while_its_dataset_is_made(
    session: Session, qtbot: QtBot
) -> None:
    page = opened(session, qtbot, "new")
    qtbot.waitUntil(lambda: page.setup.start.isEnabled(), timeout=5000)
    editor = page.setup.dataset.editors["seed" if "seed" in page.setup.dataset.editors else "wordings"]
    assert editor is not None
    page._plan = {**page._plan, "dataset": None}  # as after pairs were changed
    with qtbot.waitSignal(session.queue.changed):
        page.start()
    assert [run.name for run in (session.queue.running, *session.queue.waiting) if run] == ["dataset", "train"]
    assert "dataset" in page.runs.view.sentence.text()
    page.deleteLater()
    again = opened(session, qtbot)
    qtbot.waitUntil(lambda: len(again.runs.view.chart.train) > 3, timeout=10_000)
    assert session.queue.of("train") is None or again.runs.live is not None
    qtbot.waitUntil(lambda: session.queue.running is None, timeout=10_000)


def test_a_run_is_compared_that_is_not_the_newest(session: Session, qtbot: QtBot) -> None:
    with session.project.transaction() as database:
        columns = ", ".join(
            row["name"] for row in session.project.rows("PRAGMA table_info(runs)") if row["name"] != "id"
        )
        database.execute(f"INSERT INTO runs (id, {columns}) SELECT 2, {columns} FROM runs WHERE id = 1")
    workspace = Workspace(session, "train")
    qtbot.addWidget(workspace)
    workspace.resize(1280, 800)
    workspace.show()
    train, compare = workspace.pages["train"], workspace.pages["compare"]
    assert isinstance(train, TrainPage)
    assert isinstance(compare, ComparePage)
    train.show_view("runs")
    train.runs.choose(1)
    qtbot.mouseClick(train.runs.view.compare, Qt.MouseButton.LeftButton)
    assert workspace.page == "compare"
    assert compare.run is not None
    assert compare.run.id == 1
    assert compare.bar.runs.currentData() == 1


def test_what_is_trained_is_marked_not_by_colour_alone(session: Session, qtbot: QtBot) -> None:
    page = opened(session, qtbot, "row")
    shown = page.row.row
    qtbot.waitUntil(lambda: bool(shown.text.toPlainText()), timeout=5000)
    text = shown.text.toPlainText()
    inside = text[text.index("⟦") + 1 : text.index("⟧")]
    assert inside.startswith(made("styles", "styles")["messages"][-1]["content"])
    cursor = QTextCursor(shown.text.document())
    cursor.setPosition(text.index("⟦") + 3)
    assert cursor.charFormat().fontUnderline()
    cursor.setPosition(2)
    assert not cursor.charFormat().fontUnderline()
    assert not shown.before.isEnabled()
    asked = []
    session.queue.told.connect(lambda run, event: asked.append(run.fields.get("row")))
    qtbot.mouseClick(shown.after, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: 2 in asked, timeout=5000)
    qtbot.waitUntil(lambda: session.queue.running is None)


def test_the_chart_is_read_out_by_pointer_and_keys(qtbot: QtBot) -> None:
    chart = LossChart()
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    chart.show()
    assert chart.accessibleDescription() == "No iteration yet"
    train = [(float(at), 5 / at) for at in range(1, 5001)]
    chart.show_curves(train, [(0, 5.0), (2500, 0.4), (5000, 0.2)], 5000, (5000, 0.2))
    chart.grab()
    assert "Best 0.200 at 5,000" in chart.accessibleDescription()
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.readout() == ["Iteration 5,000", "Train 0.001", "Valid 0.200"]
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.readout()[0] == "Iteration 4,999"
    assert chart.readout()[2] == "Valid 0.400 (at 2,500)"
    qtbot.mouseMove(chart, QPoint(300, 150))
    middle = int(chart.readout()[0].split()[1].replace(",", ""))
    assert 1000 < middle < 4000
    chart.grab()


def test_a_curve_that_has_not_come_far_is_drawn_in_few_points(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[list[tuple[float, float]]] = []
    monkeypatch.setattr(loss_chart, "_polyline", lambda painter, points, *rest: drawn.append(list(points)))
    chart = LossChart()
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    train = [(float(at), 9.0 if at == 700 else 5 / at) for at in range(1, 2001)]
    chart.show_curves(train, train[9::10], 100_000)
    chart.grab()
    assert len(drawn) == 3
    for curve in drawn:
        assert len(curve) < 250
        assert curve[-1][0] == 2000.0
    assert (700.0, 9.0) in drawn[0]


def test_the_last_number_under_the_chart_is_whole(qtbot: QtBot) -> None:
    chart = LossChart()
    qtbot.addWidget(chart)
    chart.resize(400, 200)
    chart.show_curves([(0, 2.0), (100_000, 1.0)], [], 100_000)
    image = chart.grab().toImage()
    edge = [image.pixel(image.width() - 1, y) for y in range(image.height())]
    assert len(set(edge)) == 1


@pytest.mark.parametrize("curve", [[], [(0.0, 2.0)], [(1.0, 3.0), (2.0, 3.0)]])
def test_the_chart_draws_very_short_runs(qtbot: QtBot, curve: list[tuple[float, float]]) -> None:
    chart = LossChart()
    qtbot.addWidget(chart)
    chart.resize(260, 150)
    chart.show_curves(curve, curve[:1], 2)
    assert not chart.grab().isNull()


def test_the_sentences_say_on_what_they_rest(session: Session) -> None:
    found = made("plan", "plan")
    chosen = found["presets"]["balanced"]
    chosen |= {"rests_on": "run", "run": 3}
    assert "run 3 was that fast" in advice(found, "balanced").estimate
    chosen |= {"seconds": None, "alike": False}
    assert "not known" in advice(found, "balanced").estimate
    assert advice(found, "balanced").measurable
    chosen["fits"] = False
    assert "may become very slow" in advice(found, "balanced").warning
    found["older_dataset"], chosen["dropped"] = True, 7
    assert "made anew" in rows_text(found)
    assert "7 rows" in rows_text(found)
    told = advice({"problem": {"title": "Too few", "hint": "Write some."}}, "balanced")
    assert told.warning == "Too few. Write some."


@pytest.fixture
def small(empty_session: Session, qtbot: QtBot, tmp_path: Path) -> Session:
    """A project with twenty-four pairs; jobs run in real children."""
    rows, held_out = wordings()
    text = [
        {"messages": [{"role": "user", "content": q}, {"role": "assistant", "content": a}]}
        for q, a in (*rows, *held_out)
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, text)))
    job = empty_session.submit("import", "Importing", path=str(tmp_path / "rows.jsonl"))
    with qtbot.waitSignal(job.ended, timeout=60_000):
        pass
    return empty_session


def said(at: int, place: int, right: bool) -> Sample:
    return Sample(at, place, f"Question {place}?", "It is 5 cm.", "It is 5 cm." if right else f"It is {at}.", right)


def test_replies_follow_the_newest_until_the_person_looks_back(qtbot: QtBot) -> None:
    view = RunReplies()
    qtbot.addWidget(view)
    view.resize(288, 400)
    view.show()
    assert "no test questions" in view.empty.text()
    view.show_samples([], live=True)
    assert "first evaluation" in view.empty.text()
    first = [said(0, place, False) for place in range(3)]
    second = [said(10, place, place == 1) for place in range(3)]
    third = [said(20, place, True) for place in range(3)]
    view.show_samples(first)
    assert view.heading.text() == "Before training"
    assert not view.slider.isVisible()
    view.show_samples([*first, *second])
    assert view.heading.text() == "Newest, iteration 10"
    assert view.right.text() == "1 of 3 right"
    assert [card.sign.accessibleName() for card in view.cards] == ["Wrong", "Right", "Wrong"]
    assert [card.reference.isVisible() for card in view.cards] == [True, False, True]
    view.slider.setFocus()
    with qtbot.waitSignal(view.looked_at) as asked:
        qtbot.keyClick(view.slider, Qt.Key.Key_Left)
    assert asked.args == [0]
    view.show_samples([*first, *second, *third])
    assert view.iteration == 0  # where the person is
    qtbot.keyClick(view.slider, Qt.Key.Key_End)
    assert view.right.text() == "3 of 3 right"
    assert view.cards[1].trail.accessibleName() == "Right at 2 of 3 evaluations"
    view.show_samples([said(5, 0, False)])  # another run with fewer
    assert [card.isVisible() for card in view.cards] == [True, False, False]
    assert not view.grab().isNull()


def test_a_past_run_shows_its_replies_its_warnings_and_that_it_stopped_early(session: Session, qtbot: QtBot) -> None:
    run = runs.latest(session.project)
    with session.project.transaction() as db:
        db.execute("DELETE FROM samples")
        samples.add(db, run.id, [said(at, place, at > 100) for at in (0, 180, 360) for place in range(3)])
        db.execute("UPDATE metrics SET value = 9.9 WHERE name = 'val_loss' AND iteration = 36")
        db.execute("UPDATE runs SET stopped_early = 324")
    view = opened(session, qtbot).runs.view
    assert view.side.segments.selected == "replies"
    assert view.side.replies.heading.text() == "Newest, iteration 360"
    assert view.warnings.isVisible()
    (label,) = view.warnings.labels
    assert label.text().startswith("The learning rate is too high: at iteration 36 the valid loss is 9.900")
    assert view.sentence.text().startswith("Stopped early at iteration 324 of 360")
    qtbot.keyClick(view.side.replies.slider, Qt.Key.Key_Left)
    assert view.chart.readout()[0] == "Iteration 180"
    qtbot.mouseClick(view.side.segments.buttons["numbers"], Qt.MouseButton.LeftButton)
    assert view.side.stack.currentWidget() is view.side.details


def test_an_older_run_without_replies_shows_its_numbers(session: Session, qtbot: QtBot) -> None:
    with session.project.transaction() as db:
        db.execute("DELETE FROM samples")
    view = opened(session, qtbot).runs.view
    assert view.side.segments.selected == "numbers"
    assert not view.warnings.isVisible()
    qtbot.mouseClick(view.side.segments.buttons["replies"], Qt.MouseButton.LeftButton)
    assert view.side.replies.empty.isVisible()


def test_a_real_training_answers_its_test_questions_live(small: Session, qtbot: QtBot) -> None:
    page = opened(small, qtbot)
    train = {"rank": 4, "batch_size": 8, "iterations": 6, "evaluate_every": 2, "samples": 2, "best_by": "exam"}
    page.setup.show_wishes({"train": {**train, "learning_rate": 1e-7, "patience": 5}})
    qtbot.mouseClick(page.setup.start, Qt.MouseButton.LeftButton)
    view = page.runs.view
    qtbot.waitUntil(lambda: len(view.side.replies.cards) == 2, timeout=60_000)
    assert view.side.segments.selected == "replies"
    assert small.queue.of("train") is not None
    qtbot.waitUntil(lambda: small.queue.running is None, timeout=60_000)
    qtbot.waitUntil(lambda: view.side.replies.heading.text() == "Newest, iteration 6")
    asked = samples.samples(small.project, 1)
    assert len(asked) == 8
    assert [card.question.text() for card in view.side.replies.cards] == [found.question for found in asked[:2]]
    assert view.warnings.isVisible()
    assert "not moving" in view.warnings.labels[0].text()
    assert "Exam" in view.figures.texts()
    assert view.side.details.texts["Best by"] == "exam"


def test_a_real_training_is_stopped_resumed_and_finished(small: Session, qtbot: QtBot) -> None:
    page = opened(small, qtbot)
    assert page.segments.selected == "new"
    page.setup.show_wishes({
        "train": {"rank": 4, "batch_size": 2, "iterations": 12, "evaluate_every": 4, "checkpoint_every": 2},
    })  # fmt: skip
    made: list[Artifact] = []
    small.queue.told.connect(lambda run, event: made.append(event) if isinstance(event, Artifact) else None)
    qtbot.mouseClick(page.setup.start, Qt.MouseButton.LeftButton)
    view = page.runs.view
    qtbot.waitUntil(lambda: len(view.chart.train) > 2, timeout=60_000)
    assert page.segments.selected == "runs"
    qtbot.mouseClick(view.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: small.queue.running is None, timeout=30_000)
    (run,) = runs.runs(small.project)
    assert run.state == "stopped"
    qtbot.waitUntil(lambda: view.resume.isVisible())
    assert "Stopped" in view.sentence.text()
    qtbot.mouseClick(view.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: small.queue.running is None, timeout=60_000)
    (run,) = runs.runs(small.project)
    assert run.state == "finished"
    qtbot.waitUntil(lambda: view.sentence.text().startswith("Done."))
    assert [at for at, _ in view.chart.train] == list(range(1, 13))
    assert view.compare.isVisible()
    assert {"dataset", "run", "adapter"} <= {event.kind for event in made}
    assert datasets.latest(small.project).counts["train"] > 0
