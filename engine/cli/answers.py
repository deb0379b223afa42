"""`hone answers` and `hone agree`: every answer that was given in chat as a table, and what the votes on them say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine.cli import show
from engine.cli.arguments import chosen
from engine.errors import HoneError
from engine.project import Project, messages, transcripts, votes

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence

    from engine.jobs import Cancel

_NAMES = {"base": "Base", "base_rag": "Base + documents", "tuned": "Tuned", "tuned_rag": "Tuned + documents"}
_STYLES = {"base": "dim", "base_rag": "dim", "tuned": "bold", "tuned_rag": "bold"}


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """`hone answers PROJECT [--run RUN] [--conversation NAME] [--out FILE]`."""
    sub = add("answers", "List every answer that was given in chat, or write them to a CSV or JSON file.", answers)
    sub.add_argument("--run", type=int, metavar="INT", help="only what was asked with this run")
    sub.add_argument("--conversation", metavar="NAME", help="only this conversation")
    sub.add_argument("--out", metavar="FILE", help="a file that ends in .csv or .json")


def answers(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Print the answers, or write them; raises HoneError where there are none or the file cannot be written."""
    with Project(arguments.project) as project:
        rows = transcripts.rows(project, arguments.run, arguments.conversation)
    if not rows:
        raise HoneError("Nothing was asked yet", 'Ask something first: hone ask PROJECT "..." or hone chat PROJECT')
    if arguments.out:
        transcripts.write(Path(arguments.out).expanduser(), rows)
        print(f"Wrote {len(rows)} questions to {arguments.out}")
    elif arguments.json:
        print(transcripts.as_json(rows), end="")
    else:
        said = [(row["question"], {side: reply["text"] for side, reply in row["replies"].items()}) for row in rows]
        Console().print(table(said))
    return 0


def agree(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Run the job, and say what the votes prefer and how often the judge chose the same; with --json one object."""
    from engine.cli import commands
    from engine.proof.agreement import preferred

    fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
    with show.Bars(Console(stderr=True)) as display:
        code, made = commands.run_job("agree", fields, display, cancel)
    if code != commands.DONE:
        return code
    (told,) = [artifact.data for artifact in made if artifact.kind == "agreement" and artifact.data]
    if arguments.json:
        print(json.dumps(told, ensure_ascii=False))
        return code
    with Project(arguments.project) as project:
        found = preferred(votes.made(project, fields.get("run")))
    if found and found.decided:
        print(
            f"You preferred the tuned model to the base in {found.wins} of {found.decided} votes: "
            f"{found.share:.0%}, between {found.low:.0%} and {found.high:.0%}"
        )
    kappa = f", kappa {told['kappa']['value']:.2f}" if told["kappa"] else ""
    print(
        f"{told['judge']} chose the same in {told['same']} of {told['n']}: "
        f"{told['share']:.0%}, between {told['low']:.0%} and {told['high']:.0%}{kappa}"
    )
    if told["problems"]:
        print(f"On {told['problems']} votes it said nothing that can be read.")
    return code


def name_of(side: str) -> str:
    """A side as a person reads it."""
    run = messages.run_of(side)
    return _NAMES.get(side, side) if run is None else f"Run {run}"


def table(rows: Sequence[tuple[str, Mapping[str, str | None]]]) -> Table:
    """Questions with the answers of all sides that were asked, side by side; base and tuned always."""
    known = {"base", "tuned"}.union(*(replies for _, replies in rows))
    sides = [side for side in _NAMES if side in known]
    sides += sorted(known.difference(_NAMES), key=lambda side: (len(side), side))
    made = Table(show_lines=True)
    made.add_column("Question", ratio=3)
    for side in sides:
        made.add_column(name_of(side), ratio=3, style=_STYLES.get(side, ""))
    for question, replies in rows:
        made.add_row(Text(question), *(Text(replies.get(side) or "-") for side in sides))
    return made
