"""`hone leaks`: whether any held-out row of the newest dataset could have been read off the trained ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from engine.errors import HoneError
from engine.project import Project, datasets

if TYPE_CHECKING:
    import argparse

    from engine.jobs import Cancel


def leaks(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Print the leak report that was made with the dataset."""
    from engine.dataset.leaks import SENTENCES

    with Project(arguments.project) as project:
        dataset = datasets.latest(project)
        report = _read(dataset)
    if arguments.json:
        print(json.dumps({"dataset": dataset.id, **report}))
        return 0
    table = Table(title=f"Leaks of dataset {dataset.id}, split by {report['way']}")
    table.add_column("What")
    for name, rows in report["held_out"].items():
        table.add_column(f"{name} ({rows} rows)", justify="right")
    kinds = [kind for kind in SENTENCES if any(kind in found for found in report["leaks"].values())]
    for kind in kinds:
        table.add_row(SENTENCES[kind], *(str(report["leaks"][name].get(kind, 0)) for name in report["held_out"]))
    Console().print(table)
    for leak in report["shown"]:
        told = "" if leak["trained"] is None else f" by pair {leak['trained']}"
        print(f"pair {leak['pair_id']} ({leak['split']}): {leak['kind']}{told}")
    return 0


def _read(dataset: datasets.Dataset) -> dict[str, Any]:
    report = dataset.leaks
    if report is None:
        raise HoneError(
            "This dataset has no leak report", "It is of an older Hone: make it again with hone dataset PROJECT"
        )
    return report
