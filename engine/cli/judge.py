"""`hone judge` and `hone key`: let a model grade an exam's replies, and keep the key of its server."""

from __future__ import annotations

import getpass
import json
import sys
from statistics import fmean
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from engine.cli import commands, show
from engine.cli.arguments import chosen
from engine.project import Project, exams

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from engine.jobs import Cancel


def judge(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Run the job and print the judge's mean score of each side; with --json one object."""
    fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
    with show.Bars(Console(stderr=True)) as display:
        code, made = commands.run_job("judge", fields, display, cancel)
    if code != commands.DONE:
        return code
    data = next(artifact.data for artifact in made if artifact.kind == "judge" and artifact.data)
    with Project(arguments.project) as project:
        told = {**data, **_figures(project, data["exam"], data["judge"])}
    if arguments.json:
        print(json.dumps(told, ensure_ascii=False))
        return code
    table = Table(title=f"Exam {told['exam']}, graded by {told['judge']}", box=None)
    for column in ("Side", "Mean of 100", "Replies"):
        table.add_column(column, justify="left" if column == "Side" else "right")
    for side, figures in told["sides"].items():
        table.add_row(side, f"{figures['mean']:.1f}", str(figures["n"]))
    Console().print(table)
    print("tuned against base: {win} better, {tie} alike, {loss} worse".format(**told["preference"]))
    if told["unreadable"]:
        print(f"{told['unreadable']} replies of the judge could not be read, the last one because: {told['problem']}.")
    return code


def key(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Keep the key of a server in the keychain, or forget it; the key is typed unseen, or read from a pipe."""
    from engine.servers import keep_key, normalised

    address = normalised(arguments.address)
    given = "" if arguments.forget else ask_key(address)
    keep_key(address, given)
    if arguments.json:
        print(json.dumps({"address": address, "kept": bool(given)}))
    else:
        print(f"{'Kept' if given else 'Forgot'} the key for {address}")
    return commands.DONE


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add `key`; `judge` is among the steps."""
    sub = add("key", "Keep the key of a server in the system's keychain.", key, project=False)
    sub.add_argument("address", metavar="ADDRESS", help="of the server: http://host:port/v1")
    sub.add_argument("--forget", action="store_true", help="take the key out of the keychain")


def ask_key(address: str) -> str:
    """Typed unseen at a terminal, else read from a pipe."""
    return getpass.getpass(f"Key for {address}: ").strip() if sys.stdin.isatty() else sys.stdin.readline().strip()


def _figures(project: Project, exam_id: int, name: str) -> dict[str, Any]:
    """Mean scores by side, and how often each of tuned and base was preferred, both ways round together."""
    scores: dict[str, list[float]] = {}
    for said in exams.judgements(project, exam_id):
        if said.judge == name and said.score is not None:
            scores.setdefault(said.side, []).append(said.score)
    shares = [
        said.forward + said.backward
        for said in exams.preferences(project, exam_id)
        if said.judge == name and said.forward is not None and said.backward is not None
    ]
    counts = {
        "win": sum(s > 1 for s in shares),
        "tie": sum(s == 1 for s in shares),
        "loss": sum(s < 1 for s in shares),
    }
    sides = {side: {"mean": fmean(scores[side]), "n": len(scores[side])} for side in exams.SIDES if side in scores}
    return {"sides": sides, "preference": counts}
