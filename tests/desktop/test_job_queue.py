"""Jobs in real children: one at a time, cancelled, killed, kept warm, and told in batches."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

import pytest

from desktop import recorded
from desktop.job_queue import JobQueue
from desktop.job_runner import ENDED, JobRun
from engine import events
from engine.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[JobQueue]:
    found = JobQueue()
    yield found
    found.close()


def ingest(queue: JobQueue, project: str) -> JobRun:
    manual = str(resource("samples", "manual.md"))
    return queue.submit("ingest", {"project": project, "paths": [manual]}, "Reading")


def test_two_jobs_run_one_after_the_other(queue: JobQueue, qtbot: QtBot, project_path: str) -> None:
    order: list[Any] = []
    queue.told.connect(lambda run, event: order.append((run.name, type(event).__name__)))
    first, second = ingest(queue, project_path), queue.submit("index", {"project": project_path}, "Indexing")
    assert queue.running is first
    assert queue.waiting == [second]
    with qtbot.waitSignal(second.ended, timeout=60_000):
        pass
    names = [name for name, _ in order]
    assert names == sorted(names, key=["ingest", "index"].index)
    assert order[-1] == ("index", "Finished")
    assert queue.running is None


def test_a_waiting_job_can_be_taken_off(queue: JobQueue, qtbot: QtBot, project_path: str) -> None:
    first, second = ingest(queue, project_path), queue.submit("index", {"project": project_path}, "Indexing")
    with qtbot.waitSignal(second.ended):
        second.cancel()
    assert second.result == events.Cancelled()
    with qtbot.waitSignal(first.ended, timeout=60_000):
        pass
    assert first.result == events.Finished()


@pytest.mark.parametrize("how", [signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT])
def test_a_child_that_dies_ends_its_job_with_a_sentence(
    queue: JobQueue, qtbot: QtBot, project_path: str, how: signal.Signals
) -> None:
    run = queue.submit("chat", {"project": project_path, "question": "?"}, "Asking")
    qtbot.waitUntil(lambda: queue._warm.pid is not None)
    with qtbot.waitSignal(run.ended, timeout=20_000):
        os.kill(queue._warm.pid or 0, how)
    assert isinstance(run.result, events.Failed)
    assert how.name in run.result.title or "tuned" in run.result.title  # it may have been quicker than the signal
    again = ingest(queue, project_path)
    with qtbot.waitSignal(again.ended, timeout=60_000):
        pass
    assert again.result == events.Finished()


def test_events_come_in_batches_and_the_end_comes_last(qtbot: QtBot) -> None:
    run = JobRun("train", {}, "Training", runner=recorded.player(1000))
    seen: list[str] = []
    run.progressed.connect(lambda event: seen.append("progress"))
    run.measured.connect(lambda batch: seen.extend(["metric"] * len(batch)))
    run.made.connect(lambda event: seen.append("made"))
    run.ended.connect(lambda event: seen.append("ended"))
    with qtbot.waitSignal(run.ended, timeout=20_000):
        run.start()
    told = [line for line in resource("recorded", "train.jsonl").read_text().splitlines() if '"Metric"' in line]
    assert seen.count("metric") == len(told) > 50
    assert seen[-1] == "ended"
    assert 0 < seen.count("progress") <= 40
    assert run.state == ENDED


def test_an_unreadable_spec_ends_as_a_failure(queue: JobQueue, qtbot: QtBot, project_path: str) -> None:
    run = queue.submit("train", {"project": project_path, "rank": -1}, "Training")
    with qtbot.waitSignal(run.ended, timeout=20_000):
        pass
    assert isinstance(run.result, events.Failed)
    assert "out of range" in run.result.title


@pytest.mark.parametrize("how", ["fails", "is stopped"])
def test_what_comes_after_a_job_that_did_not_finish_is_given_up(
    queue: JobQueue, qtbot: QtBot, project_path: str, how: str
) -> None:
    ended: list[tuple[str, type]] = []
    queue.told.connect(lambda run, event: ended.append((run.name, type(event))))
    first = queue.submit("dataset", {"project": project_path}, "Making the dataset")  # there are no pairs
    queue.submit("train", {"project": project_path}, "Training", after=first)
    last = queue.submit("index", {"project": project_path}, "Indexing")
    if how == "is stopped":
        first.cancel()
    with qtbot.waitSignal(last.ended, timeout=30_000):
        pass
    kinds = dict(ended)
    assert kinds["dataset"] is (events.Failed if how == "fails" else events.Cancelled)
    assert kinds["train"] is events.Cancelled
    assert [name for name, _ in ended] == ["dataset", "train", "index"]
