"""Training runs with their metrics and checkpoints."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

    from engine.project.store import Project

FOLDER = "runs"
_RAN_OUT = "out-of-memory"


@dataclass(frozen=True, slots=True)
class Run:
    """One training run; `plan` is what its spec was worked out to, `folder` an absolute path."""

    id: int
    spec: str
    plan: dict[str, Any]
    dataset_id: int
    base: str
    folder: Path
    state: str
    iterations: int
    best_iteration: int | None
    best_val_loss: float | None
    fused: str | None
    created_at: str = ""  # in UTC, as SQLite tells it
    ended_at: str | None = None
    sweep_id: int | None = None
    stopped_early: int | None = None  # the iteration after which a finished run was no longer getting better

    @property
    def options(self) -> dict[str, Any]:
        """The options it was asked with that change the result; runs of equal ones on equal rows are equal."""
        return {name: value for name, value in json.loads(self.spec).items() if name not in ("project", "resume")}

    @property
    def adapter(self) -> Path:
        """The folder of the best adapter."""
        return self.folder / "adapter"

    @property
    def weights(self) -> Path:
        """The file of the best adapter."""
        return self.adapter / "adapters.safetensors"

    @property
    def is_fused(self) -> bool:
        """Whether its fused model was made and is still there."""
        return self.fused is not None and (self.folder.parent.parent / self.fused / "config.json").is_file()

    @property
    def system(self) -> str:
        """The system message of its rows; replies need the same."""
        return str(self.plan.get("system", ""))

    @property
    def style(self) -> str:
        """The prompt style of its rows; replies need the same."""
        return str(self.plan.get("style", "chat"))


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A training state on disk, from which the run can go on."""

    iteration: int
    path: Path
    sha256: str


def latest(project: Project) -> Run:
    """The newest run that has an adapter; raises HoneError when there is none."""
    row = project.row("SELECT * FROM runs WHERE best_iteration IS NOT NULL ORDER BY id DESC LIMIT 1")
    if row is None:
        raise HoneError("There is no tuned model yet", f"Train one with: hone train {project.path.name}")
    return _run(project, row)


def get(project: Project, run_id: int) -> Run:
    """One run by its number; raises HoneError when there is none."""
    row = project.row("SELECT * FROM runs WHERE id = ?", run_id)
    if row is None:
        raise HoneError(f"There is no run {run_id}", f"hone status {project.path.name} lists the runs.")
    return _run(project, row)


def chosen(project: Project, run_id: int | None) -> Run:
    """The asked run or the newest one; raises HoneError when it has no adapter."""
    run = latest(project) if run_id is None else get(project, run_id)
    if run.best_iteration is None:
        raise HoneError(
            f"Run {run.id} has no adapter yet", f"Let it go on with: hone train {project.path.name} --resume {run.id}"
        )
    return run


def adapted(project: Project, run_id: int | None) -> Run:
    """As `chosen`, with its adapter in place; raises HoneError when its file is gone."""
    run = chosen(project, run_id)
    if not run.weights.is_file():
        raise HoneError(
            f"The adapter of run {run.id} is not there any more",
            f"{run.weights} is missing: put it back, choose another run, or train again.",
        )
    return run


def runs(project: Project) -> list[Run]:
    """All runs, oldest first."""
    return [_run(project, row) for row in project.rows("SELECT * FROM runs ORDER BY id")]


def unfinished(project: Project, dataset_id: int) -> list[Run]:
    """Runs on a dataset that were stopped or interrupted, oldest first."""
    return [
        _run(project, row)
        for row in project.rows(
            "SELECT * FROM runs WHERE dataset_id = ? AND state IN ('running', 'stopped') ORDER BY id", dataset_id
        )
    ]


def add(project: Project, *, spec: str, plan: dict[str, Any], dataset_id: int, base: str, iterations: int) -> Run:
    """Begin a run; its folder gets its number."""
    with project.transaction() as db:
        number = db.execute("SELECT coalesce(max(id), 0) + 1 FROM runs").fetchone()[0]
        db.execute(
            "INSERT INTO runs (id, spec, plan, dataset_id, base, folder, state, iterations) "
            "VALUES (?, ?, ?, ?, ?, ?, 'running', ?)",
            (number, spec, json.dumps(plan), dataset_id, base, f"{FOLDER}/{number:04d}", iterations),
        )
    run = get(project, number)
    run.folder.mkdir(parents=True, exist_ok=True)
    return run


def set_state(project: Project, run_id: int, state: str, *, stopped_early: int | None = None) -> None:
    """Say how a run stands: running, finished, stopped or failed; finished perhaps early, at this iteration."""
    with project.transaction() as db:
        db.execute(
            "UPDATE runs SET state = ?, stopped_early = ?, "
            "ended_at = CASE WHEN ? = 'running' THEN NULL ELSE CURRENT_TIMESTAMP END WHERE id = ?",
            (state, stopped_early, state, run_id),
        )


def set_plan(project: Project, run_id: int, plan: dict[str, Any]) -> None:
    """Let a run go on with another plan."""
    with project.transaction() as db:
        db.execute("UPDATE runs SET plan = ? WHERE id = ?", (json.dumps(plan), run_id))


def set_fused(project: Project, run_id: int, folder: str) -> None:
    """Remember where the fused model of a run lies."""
    with project.transaction() as db:
        db.execute("UPDATE runs SET fused = ? WHERE id = ?", (folder, run_id))


def leave_word(folder: str) -> bool:
    """Leave word in a run's folder that its process ran out of memory; whether that could be done."""
    with contextlib.suppress(OSError):
        Path(folder, _RAN_OUT).touch()
        return True
    return False


def ran_out(run: Run) -> bool:
    """Whether that word was left; it is taken away."""
    left = run.folder / _RAN_OUT
    found = left.exists()
    left.unlink(missing_ok=True)
    return found


def checkpoints(project: Project, run_id: int) -> list[Checkpoint]:
    """The run's checkpoints, oldest first."""
    return [
        Checkpoint(row["iteration"], project.path / row["path"], row["sha256"])
        for row in project.rows("SELECT * FROM checkpoints WHERE run_id = ? ORDER BY iteration", run_id)
    ]


def metrics(project: Project, run_id: int, name: str) -> list[tuple[int, float]]:
    """(iteration, value) of one metric in order."""
    return [
        (row["iteration"], row["value"])
        for row in project.rows(
            "SELECT iteration, value FROM metrics WHERE run_id = ? AND name = ? ORDER BY iteration", run_id, name
        )
    ]


def curves(project: Project, run_id: int) -> dict[str, list[tuple[int, float]]]:
    """All metrics of a run by name, as `metrics` gives each."""
    found: dict[str, list[tuple[int, float]]] = {}
    sql = "SELECT name, iteration, value FROM metrics WHERE run_id = ? ORDER BY iteration"
    for row in project.rows(sql, run_id):
        found.setdefault(row["name"], []).append((row["iteration"], row["value"]))
    return found


def add_metrics(db: Connection, run_id: int, iteration: int, values: dict[str, float]) -> None:
    """Store numbers of one iteration inside the caller's transaction; measured again, they are replaced."""
    db.executemany(
        "INSERT OR REPLACE INTO metrics (run_id, iteration, name, value) VALUES (?, ?, ?, ?)",
        [(run_id, iteration, name, value) for name, value in values.items()],
    )


def add_checkpoint(
    db: Connection, run_id: int, iteration: int, path: str, sha256: str, val_loss: float | None, *, kept: int
) -> None:
    """Name a training state that is durable, inside the caller's transaction; only the newest `kept` stay named."""
    db.execute(
        "INSERT OR REPLACE INTO checkpoints (run_id, iteration, path, sha256, val_loss) VALUES (?, ?, ?, ?, ?)",
        (run_id, iteration, path, sha256, val_loss),
    )
    db.execute(
        "DELETE FROM checkpoints WHERE run_id = ? AND iteration NOT IN "
        "(SELECT iteration FROM checkpoints WHERE run_id = ? ORDER BY iteration DESC LIMIT ?)",
        (run_id, run_id, kept),
    )


def _run(project: Project, row: Row) -> Run:
    return Run(
        id=row["id"],
        spec=row["spec"],
        plan=json.loads(row["plan"]),
        dataset_id=row["dataset_id"],
        base=row["base"],
        folder=project.path / row["folder"],
        state=row["state"],
        iterations=row["iterations"],
        best_iteration=row["best_iteration"],
        best_val_loss=row["best_val_loss"],
        fused=row["fused"],
        created_at=row["created_at"],
        ended_at=row["ended_at"],
        sweep_id=row["sweep_id"],
        stopped_early=row["stopped_early"],
    )
