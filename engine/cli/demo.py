"""`hone demo`: the whole pipeline on the sample documents with the starter models, and what it was worth."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from engine import events
from engine.cli import answers, commands, show
from engine.errors import HoneError
from engine.project import Project
from engine.resources import resource
from engine.worker import run_in_fresh_worker

if TYPE_CHECKING:
    import argparse

    from engine.jobs import Cancel

_NAME = "sample.hone"
_SHOWN = 8  # rows of the closing table
_SHORT_SAMPLE = 12  # chunks
_SHORT_ITERATIONS = 40


def run_demo(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Run every step, each in a child of its own, and end with answers side by side; returns the exit code."""
    project = _fresh_project(Path(arguments.folder))
    console = Console(soft_wrap=False)
    began = time.monotonic()
    exam: dict[str, Any] = {}
    steps = _steps(project, short=arguments.short)
    for number, (name, title, fields) in enumerate(steps, start=1):
        console.print(f"[bold]{number}/{len(steps)} {title}[/bold]")
        started = time.monotonic()
        last, made = _run(name, {"project": str(project), **fields}, cancel, arguments.json)
        if not isinstance(last, events.Finished):
            return commands.CANCELLED if isinstance(last, events.Cancelled) else commands.FAILED
        _tell(console, made, time.monotonic() - started)
        exam = next((artifact.data for artifact in made if artifact.kind == "exam" and artifact.data), exam)
    _conclude(console, project, exam, time.monotonic() - began)
    return commands.DONE


def _steps(project: Path, *, short: bool) -> list[tuple[str, str, dict[str, Any]]]:
    manual = str(resource("samples", "manual.pdf"))  # not the Korean one: the starter's base speaks English only
    questions = str(resource("samples", "questions.json"))
    return [
        ("ingest", "Reading the sample manual", {"paths": [manual]}),
        ("index", "Indexing its chunks", {}),
        ("generate", "Writing questions and grounded answers", {"sample": _SHORT_SAMPLE} if short else {}),
        ("dataset", "Splitting: some wordings are kept for the exam", {}),
        ("train", "Training an adapter", {"iterations": _SHORT_ITERATIONS} if short else {}),
        ("fuse", "Merging it into the base model", {}),
        ("exam", "Examining base and tuned model", {"questions": questions, "trained": True}),
        ("export", "Exporting the tuned model for llama.cpp", {"gguf": str(project / "export")}),
    ]


def _fresh_project(folder: Path) -> Path:
    """An empty project; only an earlier demo's own folder is replaced."""
    path = folder / _NAME
    marker = path / "made-by-demo"
    if path.exists():
        if not marker.exists():
            raise HoneError(f"{path} was not made by the demo", "Move it away, or choose another --folder.")
        shutil.rmtree(path)
    Project.create(path).close()
    marker.touch()
    return path.resolve()


def _run(
    name: str, fields: dict[str, Any], cancel: Cancel, as_json: bool
) -> tuple[events.Event, list[events.Artifact]]:
    seen: list[events.Event] = []
    with show.display(as_json) as display:

        def pass_on(event: events.Event) -> None:
            seen.append(event)
            display(event)

        run_in_fresh_worker(name, fields, pass_on, cancel)
    return seen[-1], [event for event in seen if isinstance(event, events.Artifact)]


def _tell(console: Console, made: list[events.Artifact], seconds: float) -> None:
    for artifact in made:
        if artifact.kind in commands.SHOWN:
            continue
        simple = {name: value for name, value in (artifact.data or {}).items() if isinstance(value, int | float | str)}
        figures = ", ".join(f"{name.replace('_', ' ')} {commands.short(value)}" for name, value in simple.items())
        console.print(f"  [green]done[/green] {artifact.kind} {figures}", highlight=False)
    console.print(f"  [dim]{seconds:.0f} s[/dim]")


def _conclude(console: Console, project: Path, exam: dict[str, Any], seconds: float) -> None:
    console.print()
    console.print(answers.table(_answers(project)))
    console.print(commands.scores_table(exam))
    show.verdict(console, exam["results"])
    console.print(
        f"The whole demo took {seconds // 60:.0f} min {seconds % 60:.0f} s. "
        "The base model cannot know an invented device: what the tuned model answers, it learned just now."
    )
    console.print("The project lies in", style="bold")
    console.print(str(project), soft_wrap=True, highlight=False)
    console.print(f'Ask it yourself: .venv/bin/hone ask "{project}" "YOUR QUESTION"', soft_wrap=True, highlight=False)


def _answers(path: Path) -> list[tuple[str, dict[str, str]]]:
    """Some of the exam's questions: hand-written ones first, spread over the manual, right and wrong alike."""
    with Project(path) as project:
        rows = project.rows(
            """SELECT question, replies, scores, split FROM exam_answers
               WHERE exam_id = (SELECT max(id) FROM exams) AND split IN ('written', 'test')
               ORDER BY split = 'test', position"""
        )
    spread = rows[:: max(len(rows) // _SHOWN, 1)][:_SHOWN]
    replies = [json.loads(row["replies"]) for row in spread]
    return [
        (row["question"], {"base": said["base"], "tuned": _marked(said["tuned"], row["scores"])})
        for row, said in zip(spread, replies, strict=True)
    ]


def _marked(answer: str, scores: str) -> str:
    """The answer with a word for its key fact, so that nobody has to know the manual to judge it."""
    right = json.loads(scores)["tuned"].get("key_facts", 0) >= 1
    return f"{'right' if right else 'wrong'}: {answer}"
