"""Events at a terminal: bars and lines for people, JSON lines for programs."""

from __future__ import annotations

import itertools
import sys
import time
from typing import TYPE_CHECKING, Any, Protocol

from rich.columns import Columns
from rich.console import Console
from rich.panel import Panel
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.text import Text

from engine import events

if TYPE_CHECKING:
    from types import TracebackType

_BRIEF = 100  # characters of a question or a reply
QUIET_SECONDS = 5.0  # without a terminal, a bar becomes a line this often


class Display(Protocol):
    """Takes the events of jobs until it is closed."""

    def __call__(self, event: events.Event) -> None: ...


class JsonLines:
    """Each event as one line of JSON on stdout."""

    def __enter__(self) -> JsonLines:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __call__(self, event: events.Event) -> None:
        print(events.encode(event), flush=True)


class Bars:
    """A bar for each stage; where stdout is no terminal, a line now and then."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._live = console.is_terminal
        self._bars = Progress(
            TextColumn("  {task.description:<22}"),
            BarColumn(bar_width=36),
            MofNCompleteColumn(),
            TextColumn("[dim]{task.fields[left]}[/dim]"),
            TextColumn("[cyan]{task.fields[note]}[/cyan]"),
            console=console,
        )
        self._tasks: dict[str, TaskID] = {}
        self._last_line: dict[str, tuple[float, int]] = {}
        self._note = ""
        self._pairs: dict[str, int] = {}

    def __enter__(self) -> Bars:
        if self._live:
            self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            self._bars.stop()

    def __call__(self, event: events.Event) -> None:
        match event:
            case events.Progress():
                self._progress(event)
            case events.Metric(name, iteration, value):
                self._metric(name, iteration, value)
            case events.Artifact("samples", _, dict(data)):
                self._samples(data["samples"])
            case events.Log(text, level):
                style = {"warning": "yellow", "error": "red"}.get(level, "dim")
                self._console.print(f"  {text}", style=style, markup=False, highlight=False)
            case events.Text(delta):
                self._console.print(delta, end="", markup=False, highlight=False)
            case events.Failed(title, hint):
                self._console.print(f"{title}", style="bold red", markup=False, highlight=False)
                self._console.print(f"{hint}", markup=False, highlight=False)
            case events.Cancelled():
                self._console.print("Cancelled. What was done is kept; the same command goes on from there.")

    def _metric(self, name: str, iteration: int, value: float) -> None:
        if name in ("train_loss", "val_loss"):
            self._note = f"{name} {value:.3f}"
        if name in ("accepted", "rejected"):
            self._pairs[name] = round(value)
            self._note = ", ".join(f"{count} {word}" for word, count in self._pairs.items())
        if name == "val_loss" and not self._live:
            self._console.print(f"  iteration {iteration}: val_loss {value:.3f}", highlight=False)

    def _samples(self, samples: list[dict[str, Any]]) -> None:
        """What the model says to the test questions by now, a line each."""
        for sample in samples:
            sign = "right" if sample["is_right"] else "wrong"
            line = f"    {sign}: {_brief(sample['question'])} {_brief(sample['reply'])}"
            style = "green" if sample["is_right"] else "dim"
            self._console.print(line, style=style, markup=False, highlight=False)

    def _progress(self, event: events.Progress) -> None:
        left = time_left(event.seconds_left)
        if self._live:
            if event.stage not in self._tasks:
                self._tasks[event.stage] = self._bars.add_task(event.stage, total=event.total, left="", note="")
                self._note = ""
            self._bars.update(
                self._tasks[event.stage], completed=event.done, total=event.total, left=left, note=self._note
            )
            return
        now = time.monotonic()
        told, _ = self._last_line.get(event.stage, (-QUIET_SECONDS, -1))
        finished = event.total is not None and event.done >= event.total
        if now - told >= QUIET_SECONDS or (finished and self._last_line[event.stage][1] != event.done):
            self._last_line[event.stage] = (now, event.done)
            total = "" if event.total is None else f" of {event.total}"
            self._console.print(f"  {event.stage}: {event.done}{total}{'  ' + left if left else ''}", highlight=False)


def _brief(text: str) -> str:
    """One line of it."""
    words = " ".join(text.split())
    return words if len(words) <= _BRIEF else f"{words[: _BRIEF - 1]}…"


def time_left(seconds: float | None) -> str:
    """'2 min 5 s left' in the words of a clock; '' while it is not known."""
    if seconds is None:
        return ""
    whole = round(seconds)
    if whole >= 3600:
        return f"{whole // 3600} h {whole % 3600 // 60} min left"
    return f"{whole // 60} min {whole % 60} s left" if whole >= 60 else f"{whole} s left"


def display(as_json: bool) -> JsonLines | Bars:
    """JSON lines for programs, bars on stderr for people (stdout stays free for results)."""
    return JsonLines() if as_json else Bars(Console(stderr=True, soft_wrap=True))


def styles(console: Console, found: dict[str, Any]) -> None:
    """A row in every prompt style: side by side and in colours at a terminal, else with brackets."""
    learned = "in green" if console.is_terminal else "in ⟦brackets⟧"
    console.print(f"Row {found['row']} as {found['base']} reads it; what is learned stands {learned}.", highlight=False)
    width = (console.width - 4) // 2 if console.width > 90 else console.width
    panels = []
    for shown in found["styles"]:
        number = len(shown.get("tokens", []))
        figures = f"{shown['trained']} of {number} tokens learned" if number else "not for this base"
        title = f"{shown['style']}: {figures}" + (" (this dataset's style)" if shown["dataset"] else "")
        text = marked(shown, console.is_terminal)
        if console.is_terminal:
            panels.append(Panel(text, title=title, width=width))
        else:
            console.print(f"\n{title}", highlight=False, markup=False)
            console.print(text, soft_wrap=True, highlight=False)
    if panels:
        console.print(Columns(panels, equal=True))


def marked(shown: dict[str, Any], colours: bool) -> Text:
    """The text of a row in a style with its learned stretches marked."""
    text = Text(shown.get("error", ""))
    for trained, tokens in itertools.groupby(shown.get("tokens", []), key=lambda token: token["trained"]):
        piece = "".join(token["text"] for token in tokens)
        text.append(piece if colours or not trained else f"⟦{piece}⟧", style="bold green" if trained else "dim")
    return text


_SIGNS = {"go": "bold green", "no_go": "bold red"}


def verdict(console: Console, results: dict[str, Any]) -> None:
    """Whether it was worth it, in words; nothing for exams without a verdict."""
    found = results.get("verdict")
    if not found:
        return
    console.print(found["title"], style=_SIGNS.get(found["decision"], "bold"), highlight=False)
    for name in ("learned", "lost", "retrieval", "sure"):
        if found.get(name):
            console.print(f"  {found[name]}", highlight=False, markup=False)
    for text in found.get("sentences", []):
        console.print(f"  {text}", highlight=False, markup=False)
    for text in found.get("next", []):
        console.print(f"  Next: {text}", highlight=False, markup=False)


def fail(title: str, hint: str) -> None:
    """A failure outside a job, in the same words and place as one inside."""
    console = Console(file=sys.stderr, soft_wrap=True)
    console.print(title, style="bold red", markup=False, highlight=False)
    console.print(hint, markup=False, highlight=False)
