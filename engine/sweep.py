"""Train a small grid of options within a time, and examine what comes out.

It stands above the steps train and exam and does nothing that they do not do: a run of a sweep is a run like any
other. What comes next is worked out anew after each part from what the store tells, so that a sweep that was stopped
or killed goes on where it was.
"""

from __future__ import annotations

import dataclasses
import json
import time
from statistics import median
from typing import TYPE_CHECKING, Any

from engine import events, grid
from engine.budget import Clock, Until
from engine.errors import HoneError, JobCancelled
from engine.estimate import Known, look
from engine.exam import ExamSpec, exam
from engine.project import Project, datasets, exams, runs, sweeps
from engine.rows import fingerprint
from engine.sweep_plan import MINUTES, Planned, SweepSpec, foretold, planned, seconds
from engine.train import train

if TYPE_CHECKING:
    from engine.jobs import Cancel, Emit

_STORED_SECONDS, _TOLD_SECONDS = 5.0, 0.3  # how often the time that was used is stored, and what is left is told


def sweep(spec: SweepSpec, emit: Emit, cancel: Cancel) -> None:
    """Train the grid's runs while there is time, each the same as if it were trained alone, and let them be examined.

    Cancelled or killed, the same spec goes on where it was with the time that it has left. A run that cannot come to
    its end in the time that is left is not begun, or not gone on with, and that is said. With `estimate` nothing is
    trained: `Artifact("sweep_plan")` tells what would be. Raises HoneError without a dataset, and as train does.
    """
    with Project(spec.project) as project:
        if spec.estimate:
            emit(events.Artifact("sweep_plan", "", _estimated(project, spec, cancel)))
            return
        dataset = datasets.latest(project)
        going = _begun(project, spec, dataset.id)
        if going is not None:
            asked = SweepSpec.from_json(going.spec)
            minutes = spec.minutes or asked.minutes
            spec = dataclasses.replace(asked, project=spec.project, minutes=minutes, resume=None)
        known = _known(spec, dataset, cancel)
        plans = planned(spec, known)
        if going is None:
            going = sweeps.add(project, _stored(spec), dataset.id)
        _Sweeper(project, spec, going, known, plans, emit, cancel).work()


def _estimated(project: Project, spec: SweepSpec, cancel: Cancel) -> dict[str, Any]:
    """What there would be time for; what stands in the way is told as `problem`."""
    try:
        known = _known(spec, datasets.latest(project), cancel)
        return foretold(project, spec, known, planned(spec, known))
    except HoneError as error:
        return {"problem": {"title": error.title, "hint": error.hint}}


def _known(spec: SweepSpec, dataset: datasets.Dataset, cancel: Cancel) -> Known:
    texts = {path.name: path.read_text(encoding="utf-8") for path in dataset.folder.glob("*.jsonl")}
    return look(spec.base, dataset.style, spec.mask_prompt, texts, cancel)


def _begun(project: Project, spec: SweepSpec, dataset_id: int) -> sweeps.Sweep | None:
    """The sweep to go on with: the asked one, or the newest unfinished one of equal options."""
    if spec.resume is None:
        wanted, minutes = _options(_stored(spec)), spec.minutes or MINUTES
        return next(
            (one for one in sweeps.on(project, dataset_id) if one.options == wanted and one.can_go_on(minutes)), None
        )
    one = sweeps.get(project, spec.resume)
    if one.dataset_id != dataset_id:
        raise HoneError(f"Sweep {one.id} was made with an older dataset", "Start a new one by leaving out --resume.")
    return one


def _stored(spec: SweepSpec) -> str:
    return dataclasses.replace(spec, minutes=spec.minutes or MINUTES).to_json()


def _options(spec: str) -> dict[str, Any]:
    return sweeps.Sweep(0, spec, 0, "", 0.0, []).options


class _Sweeper:
    """Does part after part and keeps what became of each candidate."""

    def __init__(
        self,
        project: Project,
        spec: SweepSpec,
        sweep: sweeps.Sweep,
        known: Known,
        plans: list[Planned],
        emit: Emit,
        cancel: Cancel,
    ) -> None:
        self._project, self._spec, self._sweep, self._known, self._plans = project, spec, sweep, known, plans
        self._emit, self._cancel = emit, cancel
        self._clock = Clock(spec.minutes or MINUTES, sweep.spent)
        self._exam = spec.exam
        before = sweep.candidates if len(sweep.candidates) == len(plans) else []
        self._kept = before or [
            {"options": plan.options, "run": None, "state": sweeps.WAITING, "seconds": None, "took": 0.0, "exam": None}
            for plan in plans
        ]
        self._candidates: list[grid.Candidate] = []
        self._stored = self._told = 0.0

    def work(self) -> None:
        """Go on until nothing is left to do, or no time."""
        self._set("running")
        try:
            self._look()
            self._announce()
            while (chosen := grid.following(self._candidates, self._clock.left, self._spec.short_parts)) is not None:
                self._cancel.check()
                candidate, iteration = chosen
                self._do(self._candidates.index(candidate), iteration)
                self._look()
                self._announce()
        except JobCancelled:
            self._keep()
            self._set("stopped")
            raise
        except HoneError:
            self._keep()
            self._set("failed")
            raise
        self._end()

    def _set(self, state: str) -> None:
        sweeps.set_state(self._project, self._sweep.id, state, _stored(self._spec))

    def _look(self) -> None:
        """See in the store how each candidate stands, and estimate anew what each takes."""
        base = fingerprint(self._known.folder)
        self._candidates, expected, took = [], 0.0, 0.0
        exam = [kept["exam"] for kept in self._kept if kept["exam"] is not None]
        for kept, plan in zip(self._kept, self._plans, strict=True):
            run = sweeps.run_of(self._project, self._sweep, base, plan.wishes)
            candidate = grid.Candidate(plan.options, plan.recipe.iterations, plan.recipe.evaluate_every)
            candidate.seconds = seconds(self._project, self._known, plan)
            if run is not None:
                self._stands(candidate, kept, run)
            candidate.exam = median(exam) if exam and self._exam else 0.0
            if kept["took"] and candidate.seconds is not None and candidate.reached:
                expected += candidate.seconds * candidate.reached / candidate.iterations
                took += kept["took"]
            self._candidates.append(candidate)
        for kept, candidate in zip(self._kept, self._candidates, strict=True):
            if candidate.seconds is not None and expected:  # loading and checkpoints take their time too
                candidate.seconds *= took / expected
            kept["seconds"] = candidate.seconds
        self._keep()

    def _stands(self, candidate: grid.Candidate, kept: dict[str, Any], run: runs.Run) -> None:
        candidate.run, kept["run"] = run.id, run.id
        candidate.iterations, candidate.val_loss = run.iterations, run.best_val_loss
        candidate.evaluate_every = int(run.plan["evaluate_every"])
        done = runs.checkpoints(self._project, run.id)
        candidate.reached = run.iterations if run.state == "finished" else done[-1].iteration if done else 0
        examined = not self._exam or exams.latest(self._project, run.id) is not None
        candidate.is_over = run.state == "failed" or (run.state == "finished" and examined)
        if run.state in (sweeps.FINISHED, sweeps.FAILED):
            kept["state"] = run.state
        else:
            kept["state"] = sweeps.SHORT if candidate.reached else sweeps.WAITING

    def _do(self, number: int, iteration: int) -> None:
        """Train a candidate up to an iteration, and let it be examined when that is its end."""
        candidate, plan, kept = self._candidates[number], self._plans[number], self._kept[number]
        if candidate.reached < candidate.iterations:
            kept["state"] = sweeps.RUNNING
            began, before = time.monotonic(), kept["took"]
            text = f"Next run: {_worded(plan.options)}"
            if iteration < candidate.iterations:
                text = f"Next run, to iteration {iteration} of {candidate.iterations}: {_worded(plan.options)}"
            self._emit(events.Log(text))
            try:
                self._train(number, iteration, lambda: before + time.monotonic() - began)
            finally:
                kept["took"] = before + time.monotonic() - began
        run = None if kept["run"] is None else runs.get(self._project, kept["run"])
        if self._exam and run is not None and run.state == "finished" and self._clock.left > 0:
            self._examine(run, kept)

    def _train(self, number: int, iteration: int, took: Any) -> None:
        from engine.runtimes.mlx.training import forget_peak_memory

        candidate, plan, kept = self._candidates[number], self._plans[number], self._kept[number]
        until = Until(self._cancel, self._clock)

        def watch(event: events.Event) -> None:
            if not isinstance(event, events.Progress):  # that of the sweep as a whole is told instead
                self._emit(event)
            if isinstance(event, events.Artifact) and event.kind == "run" and event.data is not None:
                kept["run"] = event.data["run"]
                sweeps.claim(self._project, self._sweep.id, kept["run"])
                self._announce()
            if isinstance(event, events.Progress) and event.stage == "train":
                candidate.reached, kept["took"] = event.done, took()
                self._tick()
                if iteration <= event.done < candidate.iterations:
                    until.cancel()

        forget_peak_memory()
        spec = plan.spec if candidate.run is None else dataclasses.replace(plan.spec, resume=candidate.run)
        try:
            train(spec, watch, until)
        except JobCancelled:
            self._cancel.check()
            if self._clock.left <= 0:
                self._emit(
                    events.Log(f"The time is up: run {kept['run']} stands at iteration {candidate.reached}.", "warning")
                )
        except HoneError as error:
            if kept["run"] is None or runs.get(self._project, kept["run"]).state != "failed":
                raise
            self._emit(events.Log(f"{error.title}: the sweep goes on with the next run.", "warning"))

    def _examine(self, run: runs.Run, kept: dict[str, Any]) -> None:
        began = time.monotonic()
        quick = {"sides": (exams.BASE, exams.TUNED), "noise": False, "probe": False, "limit": self._spec.limit}
        spec = ExamSpec.from_dict({"project": self._spec.project, "run": run.id, **quick})
        try:
            exam(spec, self._emit, Until(self._cancel, self._clock))
        except JobCancelled:
            self._cancel.check()
            self._emit(events.Log(f"The time is up: run {run.id} has no exam.", "warning"))
        except HoneError as error:  # a dataset without held-out questions: the losses remain
            self._emit(events.Log(f"{error.title}: the runs are compared by their losses only.", "warning"))
            self._exam = False
        else:
            kept["exam"] = time.monotonic() - began

    def _tick(self) -> None:
        """Tell what is left and store what was used, each now and then."""
        now = time.monotonic()
        if now - self._told >= _TOLD_SECONDS:
            self._told = now
            self._progress()
        if now - self._stored >= _STORED_SECONDS:
            self._keep()

    def _keep(self) -> None:
        self._stored = time.monotonic()
        sweeps.keep(self._project, self._sweep.id, self._clock.spent, self._kept)

    def _progress(self) -> None:
        """Iterations of all runs; the time left is that of all runs, or what the sweep has left when that is less."""
        waiting = [candidate for candidate in self._candidates if not candidate.is_over]
        known = all(candidate.seconds is not None for candidate in waiting)
        left = max(self._clock.left, 0.0)
        seconds = round(min(left, sum(candidate.left for candidate in waiting)), 1) if known else None
        done = sum(one.iterations if one.is_over else one.reached for one in self._candidates)
        self._emit(events.Progress("sweep", done, sum(one.iterations for one in self._candidates), seconds))

    def _announce(self) -> None:
        self._keep()
        self._progress()
        data = {"sweep": self._sweep.id, "candidates": self._kept, "left": round(max(self._clock.left, 0.0), 1)}
        self._emit(events.Artifact("sweep", "", json.loads(json.dumps(data))))

    def _end(self) -> None:
        """Say what came out, and what there was no time for."""
        for kept in self._kept:
            if kept["state"] == sweeps.WAITING:
                kept["state"] = sweeps.LEFT
        missing = sum(kept["state"] == sweeps.LEFT for kept in self._kept)
        short = sum(kept["state"] == sweeps.SHORT for kept in self._kept)
        if missing:
            self._emit(
                events.Log(f"{missing} of {len(self._kept)} runs were not begun: there is no time for them.", "warning")
            )
        if short:
            self._emit(
                events.Log(
                    f"{short} of {len(self._kept)} runs were trained for a part only. Give the sweep more minutes to "
                    "go on with them.",
                    "warning",
                )
            )
        ended = [
            candidate
            for candidate in self._candidates
            if candidate.val_loss is not None and candidate.reached == candidate.iterations
        ]
        if ended:
            best = min(ended, key=lambda candidate: candidate.val_loss or 0.0)
            self._emit(
                events.Log(f"The lowest val_loss has run {best.run}, {best.val_loss:.3f}: {_worded(best.options)}")
            )
        self._set("finished")
        self._announce()


def _worded(options: dict[str, Any]) -> str:
    return ", ".join(
        f"{name.replace('_', ' ')} {value if isinstance(value, str) else format(value, 'g')}"
        for name, value in options.items()
    )
