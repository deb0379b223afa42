"""The job contract: the same events in this process and one process away, and one terminal event, always last."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import events, jobs, worker
from engine.errors import HoneError
from tests.engine.scripted_jobs import SCRIPTED, ScriptSpec

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Recorder

Run = "Callable[[str, dict[str, Any], jobs.Emit, jobs.Cancel], None]"
SPEC = {"project": "none"}
COMMAND = [sys.executable, "-m", "tests.engine.scripted_jobs"]


def in_worker(name: str, fields: dict[str, Any], emit: jobs.Emit, cancel: jobs.Cancel) -> None:
    with worker.Worker(COMMAND) as child:
        child.run(name, fields, emit, cancel)


@pytest.fixture(autouse=True)
def scripted_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "JOBS", {**jobs.JOBS, **SCRIPTED})


either_way = pytest.mark.parametrize("run", [jobs.run, in_worker], ids=["here", "child"])


@either_way
def test_same_events_either_way(run: Callable[..., None], emit: Recorder) -> None:
    run("count", {**SPEC, "units": 4}, emit, jobs.Cancel())
    assert [event.done for event in emit.of(events.Progress)] == [0, 1, 2, 3, 4]
    assert [type(event) for event in emit[-2:]] == [events.Artifact, events.Finished]


def test_a_child_that_dies_in_the_middle_of_a_line_is_told(emit: Recorder) -> None:
    half = 'import sys, os; sys.stdin.readline(); os.write(1, b\'{"event": "Progr\'); os.abort()'
    with worker.Worker([sys.executable, "-c", half]) as child:
        child.run("count", SPEC, emit, jobs.Cancel())
    (event,) = emit
    assert isinstance(event, events.Failed)
    assert event.title == "The count job stopped unexpectedly (SIGABRT)"


@either_way
@pytest.mark.parametrize(
    ("name", "fields", "title"),
    [
        ("refuse", {}, "The plate is empty"),
        ("bug", {}, "bug stopped because of an error in Hone"),
        ("no-such-job", {}, "There is no job named no-such-job"),
        ("count", {"units": -1}, "Units: -1 is out of range"),
        ("count", {"unitz": 1}, "Unknown option unitz"),
    ],
)
def test_failures_have_a_title_and_a_hint(
    run: Callable[..., None], emit: Recorder, name: str, fields: dict[str, Any], title: str
) -> None:
    run(name, {**SPEC, **fields}, emit, jobs.Cancel())
    terminal = [event for event in emit if isinstance(event, events.TERMINAL)]
    assert terminal == [emit[-1]]
    assert emit.last.title == title
    assert emit.last.hint


@either_way
def test_cancel_between_units(run: Callable[..., None], emit: Recorder) -> None:
    cancel = jobs.Cancel()

    def stop_after_three(event: events.Event) -> None:
        emit(event)
        if len(emit) == 3:
            cancel.cancel()

    run("count", {**SPEC, "units": 10_000, "seconds": 0.02}, stop_after_three, cancel)
    assert emit[-1] == events.Cancelled()
    assert len(emit) < 40


def test_abort_becomes_a_typed_failure(emit: Recorder) -> None:
    in_worker("crash", SPEC, emit, jobs.Cancel())
    failed = emit[-1]
    assert isinstance(failed, events.Failed)
    assert "SIGABRT" in failed.title
    assert "last words" in failed.detail


def test_stubborn_child_is_killed(emit: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "GRACE_SECONDS", 0.3)
    cancel = jobs.Cancel()
    started = time.monotonic()

    def stop(event: events.Event) -> None:
        emit(event)
        cancel.cancel()

    in_worker("stubborn", SPEC, stop, cancel)
    assert emit[-1] == events.Cancelled()
    assert time.monotonic() - started < 30


def test_killed_child_does_not_take_the_parent_along(emit: Recorder) -> None:
    with worker.Worker(COMMAND) as child:
        import os
        import signal

        threading.Timer(0.3, os.kill, (child.pid, signal.SIGKILL)).start()
        child.run("stubborn", SPEC, emit, jobs.Cancel())
    assert isinstance(emit[-1], events.Failed)
    assert "SIGKILL" in emit.last.title


def test_warm_worker_serves_again_after_a_failure(emit: Recorder) -> None:
    with worker.Worker(COMMAND) as child:
        child.run("bug", SPEC, emit, jobs.Cancel())
        child.run("count", SPEC, emit, jobs.Cancel())
        child.run("count", SPEC, emit, jobs.Cancel())
    assert len({artifact.data["pid"] for artifact in emit.of(events.Artifact)}) == 1
    assert emit[-1] == events.Finished()


def test_fresh_worker_runs_the_real_table(emit: Recorder) -> None:
    worker.run_in_fresh_worker("train", {"project": "/nowhere"}, emit, jobs.Cancel())
    assert isinstance(emit[-1], events.Failed)
    assert "not a Hone project" in emit.last.title


@pytest.mark.parametrize("name", jobs.JOBS)
def test_every_job_of_the_table_is_there(name: str) -> None:
    job, spec = jobs.load(name)
    assert callable(job)
    assert job.__doc__
    assert spec.__doc__


@given(st.text(), st.integers(0), st.none() | st.integers(0), st.none() | st.floats(0, 1e6))
def test_events_round_trip(stage: str, done: int, total: int | None, left: float | None) -> None:
    event = events.Progress(stage, done, total, left)
    line = events.encode(event)
    assert "\n" not in line
    assert events.decode(line) == event


def test_spec_round_trip() -> None:
    spec = ScriptSpec(project="p", units=7, seconds=0.5)
    assert ScriptSpec.from_json(spec.to_json()) == spec
    with pytest.raises(HoneError, match="out of range"):
        ScriptSpec(project="p", units=-1)


def test_time_left_is_honest_about_what_it_does_not_know(emit: Recorder) -> None:
    pace = jobs.Pace("work", 10, emit)
    pace.advance()
    assert emit.last.seconds_left is None
    for _ in range(3):
        time.sleep(0.02)
        pace.advance()
    (*_, newest) = emit.of(events.Progress)
    assert 0.05 < newest.seconds_left < 2
