"""`hone sweep` and `hone runs`: try a grid of options, and see how the runs there are differ."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from engine.cli import show
from engine.cli.arguments import chosen
from engine.cli.commands import DONE, FAILED, run_job, short
from engine.errors import HoneError
from engine.project import Project, compared, sweeps
from engine.project import runs as store

if TYPE_CHECKING:
    import argparse

    from engine import jobs


def sweep(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Train the grid and print what became of each run; with --estimate what there would be time for."""
    fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
    with show.display(arguments.json) as display:
        code, made = run_job("sweep", fields, display, cancel)
    told = [artifact for artifact in made if artifact.kind in ("sweep", "sweep_plan")]
    if arguments.json or not told:
        return code
    data: dict[str, Any] = told[-1].data or {}
    if "problem" in data:
        show.fail(data["problem"]["title"], data["problem"]["hint"])
        return FAILED
    if told[-1].kind == "sweep_plan":
        _print_plan(data)
    else:
        _print_candidates(f"Sweep {data['sweep']}", data["candidates"])
    return code


def runs(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """List the runs with the options in which they differ; with --compare, say which differ by more than chance."""
    from engine.proof.between import differences

    with Project(arguments.project) as project:
        found = store.runs(project)
        if arguments.compare:
            found = [store.get(project, number) for number in dict.fromkeys(arguments.compare)]
            if len(found) < 2:
                raise HoneError("One run cannot be compared", "Name two or more: hone runs PROJECT --compare 2,4")
        if not found:
            raise HoneError("There is no run yet", f"Train one with: hone train {project.path.name}")
        examined = [compared.examined(project, run) for run in found]
        names = compared.differing(found)
        told = differences(examined) if arguments.compare else []
        grids = sweeps.sweeps(project)
    if arguments.json:
        print(
            json.dumps(
                {
                    "differing": names,
                    "runs": [_described(each) for each in examined],
                    "differences": [each.to_json() for each in told],
                    "losses_compare": compared.losses_compare(found),
                    "sweeps": [{"id": one.id, "state": one.state, "candidates": one.candidates} for one in grids],
                },
                ensure_ascii=False,
            )
        )
        return DONE
    Console().print(_table(examined, names))
    for each in told:
        print(each.to_json()["sentence"])
    if told and not compared.losses_compare(found):
        print("Their losses were measured on different rows, and say nothing about each other.")
    return DONE


def numbers(text: str) -> tuple[int, ...]:
    """ "2,4" as numbers."""
    return tuple(int(part) for part in text.split(",") if part.strip())


def _described(each: compared.Examined) -> dict[str, Any]:
    run = each.run
    return {
        "run": run.id,
        "state": run.state,
        "sweep": run.sweep_id,
        "iterations": run.iterations,
        "best_val_loss": run.best_val_loss,
        "options": compared.options(run),
        "exam": None if each.exam is None else each.exam.id,
        "key_facts": compared.key_facts(each.exam),
        "decision": compared.decision(each.exam),
    }


def _table(examined: list[compared.Examined], names: list[str]) -> Table:
    table = Table(title="Runs")
    for name in ("run", "state", *names, "best val_loss", "key facts right"):
        table.add_column(name.replace("_", " "))
    for each in examined:
        run, options = each.run, compared.options(each.run)
        loss = "-" if run.best_val_loss is None else f"{run.best_val_loss:.3f}"
        values = [short(options.get(name)) for name in names]
        table.add_row(str(run.id), run.state, *values, loss, _share(compared.key_facts(each.exam)))
    return table


def _share(figure: dict[str, float] | None) -> str:
    if figure is None:
        return "no exam"
    between = f" ({figure['low']:.0%} to {figure['high']:.0%})" if "low" in figure else ""
    return f"{figure['mean']:.0%}{between}"


def _print_plan(data: dict[str, Any]) -> None:
    _print_candidates(f"{data['runs']} runs", data["candidates"])
    if data["seconds"] is None:
        text = "No speed is known yet: the first run tells it."
    else:
        all_of_them = show.time_left(data["seconds"]).removesuffix(" left")
        text = f"All take about {all_of_them}. There is time for {data['ended']} to the end"
        text += f" and for a part of {data['begun']} more." if data["begun"] else "."
    Console().print(text, highlight=False)


def _print_candidates(title: str, candidates: list[dict[str, Any]]) -> None:
    table = Table(title=title)
    names = list(candidates[0]["options"]) if candidates else []
    planned = not any("state" in candidate for candidate in candidates)
    for name in [*([] if planned else ["run"]), *names, *(["time"] if planned else ["state", "took"])]:
        table.add_column(name.replace("_", " "))
    for candidate in candidates:
        options = [short(candidate["options"][name]) for name in names]
        if planned:
            table.add_row(*options, _time(candidate["seconds"]))
        else:
            run = "-" if candidate["run"] is None else str(candidate["run"])
            table.add_row(run, *options, candidate["state"], _time(candidate["took"] or None))
    Console().print(table)


def _time(seconds: float | None) -> str:
    return "-" if seconds is None else show.time_left(seconds).removesuffix(" left")
