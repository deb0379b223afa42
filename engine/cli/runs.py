"""`hone sweep` and `hone runs`: try a grid of options, and see how the runs there are differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from engine.cli import show
from engine.cli.arguments import chosen
from engine.cli.commands import run_job, short

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
    if told[-1].kind == "sweep_plan":
        _print_plan(data)
    else:
        _print_candidates(f"Sweep {data['sweep']}", data["candidates"])
    return code


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
