"""Sweeps: training runs over a grid of options, with the time they have and what became of each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError
from engine.project import runs

if TYPE_CHECKING:
    from sqlite3 import Row

    from engine.project.store import Project

# What can become of a candidate. `short`: trained for a part; `left`: its time was too short to begin or to end it.
WAITING, SHORT, RUNNING, FINISHED, FAILED, LEFT = "waiting", "short", "running", "finished", "failed", "left"


@dataclass(frozen=True, slots=True)
class Sweep:
    """One sweep; `candidates` are {options, run, state, seconds, took, exam} in their order.

    `seconds` are what all of a candidate is estimated to take (None while no speed is known), `took` what it took so
    far, `exam` what its exam took (None before).
    `spent` counts the seconds of its time that are used up, over all the times it was begun.
    """

    id: int
    spec: str
    dataset_id: int
    state: str
    spent: float
    candidates: list[dict[str, Any]]
    created_at: str = ""  # in UTC, as SQLite tells it
    ended_at: str | None = None

    @property
    def options(self) -> dict[str, Any]:
        """What it was asked, without what may change when it goes on: its time."""
        left_out = ("project", "resume", "minutes", "estimate")
        return {name: value for name, value in json.loads(self.spec).items() if name not in left_out}

    @property
    def minutes(self) -> float:
        """The time that it has."""
        return float(json.loads(self.spec)["minutes"])

    def can_go_on(self, minutes: float) -> bool:
        """Whether it was stopped or interrupted, or its time was too short and `minutes` is more."""
        waits = any(candidate["state"] in (WAITING, SHORT, LEFT) for candidate in self.candidates)
        return self.state != FINISHED or (waits and minutes > self.minutes)


def add(project: Project, spec: str, dataset_id: int) -> Sweep:
    """Begin a sweep."""
    with project.transaction() as db:
        number = db.execute(
            "INSERT INTO sweeps (spec, dataset_id, state) VALUES (?, ?, 'running')", (spec, dataset_id)
        ).lastrowid
    return get(project, int(number or 0))


def get(project: Project, sweep_id: int) -> Sweep:
    """One sweep by its number; raises HoneError when there is none."""
    row = project.row("SELECT * FROM sweeps WHERE id = ?", sweep_id)
    if row is None:
        raise HoneError(f"There is no sweep {sweep_id}", f"hone runs {project.path.name} lists the runs and sweeps.")
    return _sweep(row)


def sweeps(project: Project) -> list[Sweep]:
    """All sweeps, the newest first."""
    return [_sweep(row) for row in project.rows("SELECT * FROM sweeps ORDER BY id DESC")]


def on(project: Project, dataset_id: int) -> list[Sweep]:
    """The sweeps on a dataset, the newest first."""
    return [found for found in sweeps(project) if found.dataset_id == dataset_id]


def set_state(project: Project, sweep_id: int, state: str, spec: str | None = None) -> None:
    """Say how a sweep stands: running, finished, stopped or failed; with `spec`, what it is asked from now on."""
    with project.transaction() as db:
        db.execute(
            "UPDATE sweeps SET state = ?, spec = coalesce(?, spec), "
            "ended_at = CASE WHEN ? = 'running' THEN NULL ELSE CURRENT_TIMESTAMP END WHERE id = ?",
            (state, spec, state, sweep_id),
        )


def keep(project: Project, sweep_id: int, spent: float, candidates: list[dict[str, Any]]) -> None:
    """Store how far a sweep is."""
    with project.transaction() as db:
        db.execute(
            "UPDATE sweeps SET spent = ?, candidates = ? WHERE id = ?",
            (spent, json.dumps(candidates, ensure_ascii=False), sweep_id),
        )


def claim(project: Project, sweep_id: int, run_id: int) -> None:
    """Say that a run is one of the sweep's; one that another sweep began stays that one's."""
    with project.transaction() as db:
        db.execute("UPDATE runs SET sweep_id = coalesce(sweep_id, ?) WHERE id = ?", (sweep_id, run_id))


def run_of(project: Project, sweep: Sweep, base: str, options: dict[str, Any]) -> runs.Run | None:
    """The newest run of equal options, rows and base, whoever began it; `base` as `engine.rows.fingerprint` tells it.

    A finished one goes before one that only came a part of the way. One that failed counts only if this sweep tried it.
    """
    found = [
        run
        for run in runs.runs(project)
        if run.dataset_id == sweep.dataset_id and run.plan.get("base") == base and run.options == options
    ]
    usable = [run for run in found if run.state != "failed" or run.sweep_id == sweep.id]
    return max(usable, key=lambda run: (run.state == "finished", run.state == "failed", run.id), default=None)


def _sweep(row: Row) -> Sweep:
    return Sweep(
        row["id"],
        row["spec"],
        row["dataset_id"],
        row["state"],
        row["spent"],
        json.loads(row["candidates"]),
        row["created_at"],
        row["ended_at"],
    )
