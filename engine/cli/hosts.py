"""`hone hosts`: which machines of a hosts file are ready to train together."""

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


def hosts(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Ask each machine and print what it said; exit code 1 when one is not ready."""
    fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
    with show.Bars(Console(stderr=True)) as display:
        code, made = run_job("hosts", fields, display, cancel)
    if code != DONE:
        return code
    found: list[dict[str, Any]] = (made[-1].data or {})["hosts"]
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        table = Table(title="Hosts")
        for column in ("rank", "host", "state", "memory"):
            table.add_column(column, justify="right" if column in ("rank", "memory") else "left")
        for rank, host in enumerate(found):
            memory = f"{host['memory'] / 2**30:.0f} GB" if host["memory"] else "-"
            table.add_row(str(rank), host["name"], host["title"] or "ready", memory)
        Console().print(table)
        for hint in dict.fromkeys(host["hint"] for host in found if host["hint"]):
            print(hint)
    return FAILED if any(host["title"] for host in found) else DONE
