"""The results of an exam from all that is stored of it: answers, judgements, probe, and how the run was trained."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from engine import models
from engine.errors import HoneError
from engine.project import datasets, exams, runs
from engine.proof.results import results

if TYPE_CHECKING:
    from engine.project import Project


def finish(project: Project, exam_id: int) -> dict[str, Any]:
    """Work the results out, store them with the exam, which is finished by that, and return its scores."""
    exam = exams.get(project, exam_id)
    found = results(
        exams.answers(project, exam_id),
        exams.judgements(project, exam_id),
        exams.preferences(project, exam_id),
        exams.probe_answers(project, exam_id),
        trained=trained(project, runs.get(project, exam.run_id)),
    )
    return exams.finish(project, exam_id, found)


def trained(project: Project, run: runs.Run) -> dict[str, Any]:
    """How a run was trained, for the verdict's advice; what is not known is None."""
    dataset = datasets.get(project, run.dataset_id)
    spec, plan = json.loads(run.spec), run.plan
    rows = dataset.counts.get("train", 0)
    seen = run.iterations * plan.get("batch_size", 0) * plan.get("accumulation", 1)
    return {
        "rows": rows,
        "split": (dataset.leaks or {}).get("way"),
        "epochs": seen / rows if rows and seen else None,
        "iterations": run.iterations,
        "best_iteration": run.best_iteration,
        "preset": spec.get("preset"),
        "rank": plan.get("rank"),
        "replay": dataset.options.get("replay"),
        "wordings": dataset.options.get("wordings"),
        "base_parameters": _parameters(run.base),
    }


def _parameters(base: str) -> int | None:
    try:
        return models.look(base, models.BASE).parameters
    except HoneError:  # the base is not there any more
        return None
