"""Runs side by side: the options in which they differ, their curves, and their newest exams."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.project import exams, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project.exams import Answer, Exam
    from engine.project.runs import Run
    from engine.project.store import Project

# Of a recipe, what follows from the rest is told only where it was asked for.
_FOLLOWS = ("warmup", "evaluate_every", "checkpoint_every")
_UNTOLD = ("base", "machine", "style", "system")  # of a plan: prints and texts


@dataclass(frozen=True, slots=True)
class Examined:
    """A run with its newest finished exam and the answers in it."""

    run: Run
    exam: Exam | None = None
    answers: Sequence[Answer] = field(default=())


def options(run: Run) -> dict[str, Any]:
    """What a run was made with, as far as a person would compare it."""
    asked = run.options
    told: dict[str, Any] = {"base": Path(run.base).name, "dataset": run.dataset_id, "preset": asked.get("preset")}
    told |= {
        name: value
        for name, value in run.plan.items()
        if name not in _UNTOLD and (name not in _FOLLOWS or asked.get(name) is not None)
    }
    if asked.get("epochs") is not None:
        told["epochs"] = asked["epochs"]
    return told


def differing(found: Sequence[Run]) -> list[str]:
    """The names of the options that are not the same in all of these runs, in the order of a recipe."""
    told = [options(run) for run in found]
    names = dict.fromkeys(name for each in told for name in each)
    return [name for name in names if len({json.dumps(each.get(name)) for each in told}) > 1]


def curve(project: Project, run_id: int, name: str = "val_loss") -> list[tuple[int, float]]:
    """(iteration, value) of a metric; `val_loss` or `train_loss`."""
    return runs.metrics(project, run_id, name)


def examined(project: Project, run: Run) -> Examined:
    """A run with the answers of its newest finished exam."""
    exam = exams.latest(project, run.id)
    return Examined(run, exam, () if exam is None else tuple(exams.answers(project, exam.id)))


def losses_compare(found: Sequence[Run]) -> bool:
    """Whether the losses of these runs were measured on the same rows in the same way."""
    ways = {
        json.dumps([run.dataset_id, *(run.plan.get(n) for n in ("base", "cues", "word_dropout", "max_length"))])
        for run in found
    }
    return len(ways) <= 1


def key_facts(exam: Exam | None) -> dict[str, float] | None:
    """{mean, low, high, n} of what the tuned side knew in the main split; without an interval in older exams."""
    if exam is None:
        return None
    results = exam.scores.get("results") or {}
    split = (results.get("splits") or {}).get(results.get("split", "")) or {}
    told: dict[str, float] | None = (split.get("sides") or {}).get(exams.TUNED, {}).get("key_facts")
    if told is not None:
        return told
    plain = exam.scores.get(exams.TUNED) or {}
    return None if plain.get("key_facts") is None else {"mean": plain["key_facts"], "n": plain["n"]}


def decision(exam: Exam | None) -> str:
    """The verdict of an exam: go, no_go, no_difference or too_few; '' where there is none."""
    results = {} if exam is None else exam.scores.get("results") or {}
    return str((results.get("verdict") or {}).get("decision") or "")
