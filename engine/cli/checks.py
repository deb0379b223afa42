"""`hone checks`: which checks a project has, what they rejected, and judging its pairs again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from engine.cli import commands, show
from engine.cli.arguments import chosen

if TYPE_CHECKING:
    import argparse

    from engine.jobs import Cancel


def checks(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Run the job and print its table; with --json one object {"checks": [...], "again": {...}}."""
    fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
    with show.Bars(Console(stderr=True)) as display:
        code, made = commands.run_job("checks", fields, display, cancel)
    if code != commands.DONE:
        return code
    data = next(artifact.data for artifact in made if artifact.kind == "checks" and artifact.data)
    if arguments.json:
        print(json.dumps(data, ensure_ascii=False))
        return code
    table = Table(box=None)
    for column in ("Check", "State", "Rejected", "What it objects to"):
        table.add_column(column, justify="right" if column == "Rejected" else "left")
    for row in data["checks"]:
        table.add_row(row["name"], "on" if row["on"] else "off", str(row["rejected"]), row["sentence"])
    Console().print(table)
    if again := data.get("again"):
        print(
            f"Judged again: {again['checked']} pairs, {again['accepted']} accepted that were rejected,"
            f" {again['rejected']} rejected that were accepted."
        )
        for name, count in again["rejected_by"].items():
            print(f"  {name}: {count}")
    return code
