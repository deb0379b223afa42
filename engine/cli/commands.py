"""What each command does: build a spec, run the job, print what it made."""

from __future__ import annotations

import json
import re
import shlex
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from engine import events, jobs
from engine.cli import answers, served, show
from engine.cli.arguments import chosen
from engine.errors import HoneError
from engine.project import Project
from engine.project.documents import documents
from engine.project.status import status as count
from engine.worker import run_in_fresh_worker

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

DONE, FAILED, CANCELLED = 0, 1, 130
_SIDES = {"base": "base", "base_rag": "base + documents", "tuned": "tuned", "tuned_rag": "tuned + documents"}
_APART = ("train", "sweep")  # in a process of their own: MLX ends it where the memory does not do
SHOWN = ("samples",)  # kinds of artifacts that were told as they came
_NEXT = {  # by job: a kind of artifact, and the command that goes on from there
    "index": ("index", "generate {project}"),
    "import": ("pairs", "dataset {project}"),
    "generate": ("pairs", "dataset {project}"),
    "dataset": ("dataset", "train {project}"),
    "train": ("adapter", "exam {project}"),
    "fuse": ("fused", "export {project} --gguf FOLDER"),
}


def run_job(
    name: str, fields: dict[str, Any], emit: jobs.Emit, cancel: jobs.Cancel
) -> tuple[int, list[events.Artifact]]:
    """Run a job; returns its exit code and the artifacts that it announced."""
    made: list[events.Artifact] = []
    last: list[events.Event] = []

    def pass_on(event: events.Event) -> None:
        last[:] = [event]
        if isinstance(event, events.Artifact):
            made.append(event)
        emit(event)

    work = run_in_fresh_worker if name in _APART else jobs.run
    work(name, fields, pass_on, cancel)
    code = {events.Finished: DONE, events.Cancelled: CANCELLED}.get(type(last[0]), FAILED)
    return code, made


def job(name: str) -> Callable[[argparse.Namespace, jobs.Cancel], int]:
    """A command that runs one job and tells what it made."""

    def command(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
        fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
        with show.display(arguments.json) as display:
            code, made = run_job(name, fields, display, cancel)
        if code == DONE and not arguments.json:
            tell(made)
            _tell_next(name, made, arguments.project)
        return code

    return command


def ingest(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Read the documents, then bring the index up to date, and tell what was read and what was not."""
    from engine.cli.documents import table

    fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
    with Project(arguments.project) as project:
        before = {document.id for document in documents(project)}
    with show.display(arguments.json) as display:
        code, made = run_job("ingest", fields, _but_the_end(display), cancel)
        if code == DONE:
            code, more = run_job("index", {"project": arguments.project}, display, cancel)
            made += more
    if code == DONE and not arguments.json:
        with Project(arguments.project) as project:
            added = [document for document in documents(project) if document.id not in before]
        if added:
            Console().print(table(added))
        tell([artifact for artifact in made if artifact.kind != "document"])
        _tell_next("index", made, arguments.project)
    return code


def exam(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Score base and tuned model, alone and with the documents; with --json their scores and the results."""
    fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
    with show.Bars(Console(stderr=True)) as display:
        code, made = run_job("exam", fields, display, cancel)
    if code != DONE:
        return code
    scores = _only(made, "exam")
    if arguments.json:
        told = {name: value for name, value in scores.items() if name in (*_SIDES, "results")}
        print(json.dumps(told, ensure_ascii=False))
    else:
        Console().print(scores_table(scores))
        show.verdict(Console(soft_wrap=True), scores["results"])
    return DONE


def styles(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Show a row in every prompt style; what is learned is green, or stands between brackets."""
    fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
    with show.Bars(Console(stderr=True)) as display:
        code, made = run_job("styles", fields, display, cancel)
    if code != DONE:
        return code
    found = _only(made, "styles")
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        show.styles(Console(), found)
    return DONE


def new(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Make a project folder."""
    with Project.create(arguments.project) as project:
        if arguments.json:
            print(json.dumps({"project": str(project.path)}))
        else:
            print(f"Made {project.path}. Next: hone ingest {_typed(arguments.project)} FILE.pdf")
    return DONE


def status(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Print the project's counts."""
    with Project(arguments.project) as project:
        counts = count(project)
    if arguments.json:
        print(json.dumps(counts, ensure_ascii=False))
        return DONE
    pairs = counts.pop("pairs")
    table = Table(show_header=False, box=None)
    for name, value in counts.items():
        states = ", ".join(f"{number} {state}" for state, number in counts.get(f"{name}_by_state", {}).items())
        if name != "runs" and not name.endswith("_by_state"):
            table.add_row(name, f"{value} ({states})" if states else str(value))
    table.add_row("pairs accepted", str(pairs["accepted"]))
    for kind, number in pairs["kinds"].items():
        table.add_row(f"pairs accepted: {kind}", str(number))
    for reason, number in pairs["rejected"].items():
        table.add_row(f"pairs rejected: {reason}", str(number))
    for run in counts["runs"]:
        best = "" if run["best_val_loss"] is None else f", best val_loss {run['best_val_loss']:.3f}"
        table.add_row(f"run {run['id']}", f"{run['state']}, {run['iterations']} iterations{best}")
    Console().print(table)
    return DONE


def ask(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Ask one question; with --json one object {question, base, tuned, logit_delta}, and other sides that replied."""
    fields = {"project": arguments.project, "question": arguments.question, **chosen(arguments, arguments.spec)}
    with show.Bars(Console(stderr=True)) as display:
        code, made = run_job("chat", fields, _without_text(display), cancel)
    if code != DONE:
        return code
    reply = _only(made, "reply")
    if arguments.json:
        names = dict.fromkeys(("question", "base", "tuned", "logit_delta", *reply["timings"]))
        more = {"hits": reply["hits"]} if reply["hits"] else {}
        print(json.dumps({**{name: reply.get(name) for name in names}, **more}, ensure_ascii=False))
    else:
        _show_reply(Console(), reply)
    return DONE


def chat(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Ask and answer until the person leaves; the models stay loaded and the history is kept."""
    if arguments.server:
        return served.chat(arguments, _questions(cancel), cancel)
    console = Console()
    fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
    with Project(arguments.project) as project:
        fields.setdefault("conversation", f"terminal-{project.value('SELECT count(*) FROM messages') + 1}")
    for question in _questions(cancel):
        with show.display(arguments.json) as display:
            code, made = run_job("chat", {**fields, "question": question}, _without_text(display), cancel)
        if code != DONE:
            return code
        if not arguments.json:
            _show_reply(console, _only(made, "reply"))
    return DONE


def _questions(cancel: jobs.Cancel) -> Iterator[str]:
    """What the person types, or a pipe holds, until an empty line, the end or Ctrl-C."""
    if sys.stdin.isatty():
        Console().print("Ask something; an empty line leaves.", style="dim")
    while not cancel.cancelled:
        try:
            with _interrupted_at_once(cancel):
                question = input("> " if sys.stdin.isatty() else "").strip()
        except (EOFError, KeyboardInterrupt):
            return
        if not question:
            return
        yield question


@contextmanager
def _interrupted_at_once(cancel: jobs.Cancel) -> Iterator[None]:
    """Ctrl-C ends what waits for the person, since nothing there looks whether to stop."""
    previous = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        if cancel.cancelled:  # just before
            raise KeyboardInterrupt
        yield
    finally:
        signal.signal(signal.SIGINT, previous)


def _show_reply(console: Console, reply: dict[str, Any]) -> None:
    """The answers side by side, and where the documents say what was found."""
    console.print(answers.table([(reply["question"], {side: reply.get(side) for side in reply["timings"]})]))
    found = [hit for hits in reply["hits"].values() for hit in hits]
    for document, page in dict.fromkeys((hit["document"], hit["page"]) for hit in found):
        console.print(f"Found on page {page} of {document}", style="dim", highlight=False, markup=False)


def doctor(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Say what the machine has."""
    from engine import doctor as room

    return room.command(arguments.report, arguments.json)


def demo(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Run everything on the sample manual."""
    from engine.cli.demo import run_demo

    return run_demo(arguments, cancel)


JOBS: dict[str, Callable[[argparse.Namespace, jobs.Cancel], int]] = {"ingest": ingest, "exam": exam, "styles": styles}


def scores_table(scores: dict[str, Any]) -> Table:
    """The exam's scores, one line for each split and model."""
    table = Table(title="Exam")
    for column in ("Questions", "Model", "Number", "Key facts", "Token F1", "ROUGE-L", "Loss"):
        table.add_column(column, justify="left" if column in ("Questions", "Model") else "right")
    for split, both in scores["splits"].items():
        for side, figures in both.items():
            if not figures["n"]:
                continue
            loss = figures.get("loss")
            table.add_row(
                split,
                _SIDES[side],
                str(figures["n"]),
                f"{figures['key_facts']:.0%}",
                f"{figures['token_f1']:.2f}",
                f"{figures['rouge_l']:.2f}",
                "-" if loss is None else f"{loss:.2f}",
            )
    return table


def _only(made: list[events.Artifact], kind: str) -> dict[str, Any]:
    for artifact in made:
        if artifact.kind == kind and artifact.data is not None:
            return artifact.data
    raise HoneError(f"The job announced no {kind}", "Please report this: it is an error in Hone.")


def tell(made: list[events.Artifact]) -> None:
    """Print what a job made, a line for each, and a command that goes on from there."""
    for artifact in made:
        if artifact.kind in SHOWN:
            continue
        data = dict(artifact.data or {})
        command = data.pop("command", "")
        line = " ".join(part for part in (artifact.kind, artifact.path, short(data)) if part)
        print(line)
        if command and not data.get("created"):
            print(f"Next: {command}")


def _tell_next(name: str, made: list[events.Artifact], project: str) -> None:
    """The command after this one, where the job made what that needs."""
    kind, command = _NEXT.get(name, ("", ""))
    if any(artifact.kind == kind for artifact in made):
        print("Next: hone " + command.format(project=_typed(project)))


def _typed(path: str) -> str:
    """A path as it can be typed at a shell; letters of any language need no quotes there."""
    return shlex.quote(path) if re.search(r"[^\w@%+=:,./-]", path) else path


def short(value: Any) -> str:
    """A figure, or several with their names, as a person reads it; '' for none."""
    if isinstance(value, dict):
        figures = ", ".join(f"{name} {told}" for name, each in value.items() if (told := short(each)))
        return f"({figures})" if figures else ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _but_the_end(emit: jobs.Emit) -> jobs.Emit:
    """Two jobs behind one command: only the second may say that it is finished."""
    return lambda event: None if isinstance(event, events.Finished) else emit(event)


def _without_text(emit: jobs.Emit) -> jobs.Emit:
    return lambda event: None if isinstance(event, events.Text) else emit(event)
