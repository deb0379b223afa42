"""`hone plan PROJECT`: what training would do and take, before it begins."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from engine.cli import show
from engine.cli.arguments import chosen
from engine.cli.commands import DONE, FAILED, run_job

if TYPE_CHECKING:
    import argparse

    from engine import jobs

_ROWS = ("rank", "learning_rate", "batch_size", "accumulation", "iterations", "max_length")


def plan(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Print the numbers of the three presets; with --json the whole plan."""
    fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
    with show.Bars(Console(stderr=True)) as display:
        code, made = run_job("plan", fields, display, cancel)
    if code != DONE or not made:
        return code
    found = made[-1].data or {}
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
    elif "problem" in found:
        show.fail(found["problem"]["title"], found["problem"]["hint"])
    else:
        _print(found)
    return FAILED if "problem" in found else DONE


def _print(found: dict[str, Any]) -> None:
    console, rows = Console(), found["rows"]
    table = Table(title=f"{rows['train']} rows to train, {rows['valid']} valid, {rows['test']} test")
    table.add_column("")
    for name in found["presets"]:
        table.add_column(name, justify="right", style="bold" if name == found["preset"] else "dim")
    for name in _ROWS:
        table.add_row(name.replace("_", " "), *(f"{preset['recipe'][name]:g}" for preset in found["presets"].values()))
    table.add_row("epochs", *(f"{preset['epochs']:g}" for preset in found["presets"].values()))
    table.add_row("time", *(_time(preset) for preset in found["presets"].values()))
    if any(preset["recipe"]["recompute"] for preset in found["presets"].values()):
        again = ("yes" if preset["recipe"]["recompute"] else "no" for preset in found["presets"].values())
        table.add_row("blocks computed again", *again)
    table.add_row("memory", *(f"{preset['memory'] / 1e9:.1f} GB" for preset in found["presets"].values()))
    console.print(table)
    chosen_one = found["presets"][found["preset"]]
    if chosen_one["rests_on"] == "run":
        console.print(f"The time is that of run {chosen_one['run']} on this machine.", highlight=False)
    if not chosen_one["fits"]:
        console.print("This may not fit into memory: choose a smaller base, batch or longest row.", style="yellow")


def _time(preset: dict[str, Any]) -> str:
    return "not measured" if preset["seconds"] is None else show.time_left(preset["seconds"]).removesuffix(" left")
