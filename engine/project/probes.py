"""Speeds that were measured: in earlier runs, and in short trials before one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.project import artifacts, runs

if TYPE_CHECKING:
    from engine.project.store import Project

PROBE, RUN = "probe", "run"
_SHAPE = ("method", "rank", "layers", "embeddings", "batch_size")  # what of a recipe decides the speed


@dataclass(frozen=True, slots=True)
class Speed:
    """Trained tokens a second and the most memory in GB; `rests_on` says whether a run or a trial told them.

    `alike` is False when rank, layers or batch were others.
    """

    tokens_per_second: float
    peak_memory: float
    rests_on: str
    run: int | None
    alike: bool
    shape: dict[str, Any]  # of the recipe that was measured


def add(project: Project, base: str, machine: str, recipe: dict[str, Any], rate: float, peak: float) -> None:
    """Remember what a trial measured."""
    shape = {name: recipe[name] for name in _SHAPE}
    data = {"base": base, "machine": machine, "tokens_per_second": rate, "peak_memory": peak, **shape}
    artifacts.record(project, PROBE, "", data)


def speed(project: Project, base: str, machine: str, recipe: dict[str, Any]) -> Speed | None:
    """The newest speed of this base on this machine: of a run of the same shape, of such a trial, of any run."""
    wanted = {"base": base, "machine": machine}
    told = [
        (dict(json.loads(row["plan"])), row["id"])
        for row in project.rows("SELECT id, plan FROM runs ORDER BY id DESC LIMIT 50")
    ]
    mine = [(plan, number) for plan, number in told if _same(plan, wanted)]
    trials = [found.data for found in reversed(artifacts.artifacts(project, PROBE)) if _same(found.data, wanted)]
    for alike in (True, False):
        for plan, number in mine:
            if (_same(plan, _shape(recipe)) or not alike) and (found := _of_run(project, number, plan, alike)):
                return found
        for trial in trials:
            if _same(trial, _shape(recipe)) or not alike:
                return Speed(trial["tokens_per_second"], trial["peak_memory"], PROBE, None, alike, _shape(trial))
    return None


def _shape(recipe: dict[str, Any]) -> dict[str, Any]:
    return {name: recipe[name] for name in _SHAPE}


def _same(data: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return all(data.get(name) == value for name, value in wanted.items())


def _of_run(project: Project, number: int, plan: dict[str, Any], alike: bool) -> Speed | None:
    rates = [value for _, value in runs.metrics(project, number, "tokens_per_second")]
    peaks = [value for _, value in runs.metrics(project, number, "peak_memory")]
    if not rates or not peaks:
        return None
    return Speed(sorted(rates)[len(rates) // 2], max(peaks), RUN, number, alike, _shape(plan))
