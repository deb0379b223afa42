"""`hone models catalogue`, `download`, `convert`, `delete`, `add`, `forget`: models come to this machine, and go."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
from rich.table import Table

from engine import events, memory_fit
from engine.cli import commands, show
from engine.cli.models import models, plain_uses
from engine.models import library
from engine.models.catalogue import KINDS, Entry, entries, find, size_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from engine.jobs import Cancel

_DONE = 0
_SHOWN = 3  # languages
_USES = {
    "writer": "hone generate PROJECT --writer {name}",
    "base": "hone train PROJECT --base {name}",
    "embedder": "hone index PROJECT --embedder {name}",
}
_NAMED = "its name in the catalogue, as qwen3-4b"
_ACTIONS = ("catalogue", "download", "convert", "delete", "add", "forget")


def add_commands(add: Callable[..., argparse.ArgumentParser], words: Sequence[str]) -> None:
    """`hone models`, which lists or looks, and its actions where one is named."""
    help = "List the models on this machine, or say what files and folders are."
    parser = add("models", help, models, project=False)
    parser.epilog = (
        "Actions: catalogue lists what can be downloaded and whether it fits this machine; download NAME and delete "
        "NAME; convert FOLDER makes a copy of a base in 4 or 8 bits; add PATH and forget PATH put models of your own "
        "on the list."
    )
    if not any(word in _ACTIONS for word in words[1:2]):
        parser.add_argument("paths", metavar="PATH", nargs="*", help="a GGUF file or a model folder")
        return
    actions = parser.add_subparsers(metavar="ACTION")

    def action(name: str, help: str, command: Any, named: tuple[str, str] | None = None) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = actions.add_parser(name, help=help, description=help)
        sub.set_defaults(command=command)
        sub.add_argument("--json", action="store_true", help="print JSON for programs")
        if named:
            sub.add_argument(named[0].lower(), metavar=named[0], help=named[1])
        return sub

    listed = action("catalogue", "List the models that can be downloaded.", _list)
    listed.add_argument("--kind", choices=KINDS, help="only these")
    listed.add_argument("--language", metavar="CODE", help="only those that speak it, as ko")
    listed.add_argument("--fits", action="store_true", help="only those that this machine's memory is enough for")
    new = action(
        "download", "Download a model; the same command goes on where it stopped.", _download, ("NAME", _NAMED)
    )
    new.add_argument("--anyway", action="store_true", help="even if this machine has too little memory for it")
    folder = ("FOLDER", "a model folder in 16 or 32 bits, or the name of one in the Hugging Face cache")
    copy = action("convert", "Make a copy of a base in few bits, which trains in less memory.", _convert, folder)
    copy.add_argument("--bits", type=int, choices=(4, 8), default=4, help="of each weight (default 4)")
    copy.add_argument("--name", metavar="NAME", default="", help="of the copy; by default the folder's, with the bits")
    action("delete", "Delete a model that was downloaded or made, or what there is of it.", _delete, ("NAME", _NAMED))
    path = ("PATH", "a GGUF file or a model folder")
    action("add", "Put a model of your own on the list, for the window too.", _add, path)
    action("forget", "Take a model off the list; it stays on disk.", _forget, path)


def _list(arguments: argparse.Namespace, cancel: Cancel) -> int:
    found = [
        plain(entry)
        for entry in entries()
        if arguments.kind in (None, entry.kind) and arguments.language in (None, *entry.languages)
    ]
    if arguments.fits:
        found = [model for model in found if model["fit"] != memory_fit.TOO_LARGE]
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        _print(found)
    return _DONE


def plain(entry: Entry) -> dict[str, Any]:
    """An entry as plain values, with how it fits this machine and whether it is here."""
    uses = memory_fit.uses(entry)
    fit = next(iter(uses.values()))
    here = library.is_here(entry)
    return {
        "name": entry.name,
        "title": entry.title,
        "kind": entry.kind,
        "repository": entry.repository,
        "file": entry.file,
        "bytes": entry.bytes,
        "parameters": entry.parameters,
        "quantisation": entry.quantisation,
        "languages": list(entry.languages),
        "licence": entry.licence,
        "recommended": entry.recommended,
        "fit": fit.state,
        "needed": fit.needed,
        "comfortable": fit.comfortable,
        "memory": fit.memory,
        "uses": plain_uses(uses),
        "path": str(library.place(entry)) if here else "",
        "begun": library.begun(entry),
    }


def _print(found: list[dict[str, Any]]) -> None:
    console = Console()
    for kind in KINDS:
        if rows := [model for model in found if model["kind"] == kind]:
            console.print(_table(f"{kind}s", rows))
    memory = size_text(memory_fit.fit(entries()[0]).memory)
    console.print(f"This machine has {memory} of memory. Next: hone models download NAME", highlight=False)
    if any(model["licence"] == "Gemma" for model in found):
        console.print(
            "Gemma: free for everybody, but its terms forbid some uses and go with what is trained from it: "
            "https://ai.google.dev/gemma/terms",
            highlight=False,
        )


def _table(title: str, found: list[dict[str, Any]]) -> Table:
    table = Table(title=title.capitalize(), title_justify="left", box=None, padding=(0, 1, 0, 0))
    uses = [use.capitalize() for use in found[0]["uses"]]
    for column in ("Name", "Size", *uses, "Fit", "Licence", "Languages", "Here"):
        table.add_column(column, justify="right" if column in ("Size", *uses) else "left", no_wrap=True)
    for model in found:
        spoken = model["languages"]
        more = f" +{len(spoken) - _SHOWN}" if len(spoken) > _SHOWN else ""
        table.add_row(
            model["name"],
            ("" if model["bytes"] else "~") + size_text(find(model["name"]).weight),
            *(size_text(use["needed"]) for use in model["uses"].values()),
            model["fit"],
            model["licence"],
            " ".join(spoken[:_SHOWN]) + more,
            "yes" if model["path"] else "begun" if model["begun"] else "",
        )
    return table


def _download(arguments: argparse.Namespace, cancel: Cancel) -> int:
    return _bring("download", {"name": arguments.name, "anyway": arguments.anyway}, arguments.json, cancel)


def _convert(arguments: argparse.Namespace, cancel: Cancel) -> int:
    fields = {"folder": arguments.folder, "bits": arguments.bits, "name": arguments.name}
    return _bring("convert", fields, arguments.json, cancel)


def _bring(job: str, fields: dict[str, Any], as_json: bool, cancel: Cancel) -> int:
    """Run a job that a model comes of, and tell where it is and what it is for."""
    with show.JsonLines() if as_json else _Bar(Console(stderr=True, soft_wrap=True), job) as display:
        code, made = commands.run_job(job, fields, display, cancel)
    if code == _DONE and not as_json:
        model = made[-1]
        said = model.data or {}
        print(f"{model.path}")
        if "token_agreement" in said:
            share = f"{said['token_agreement']:.0%}"
            print(f"It says what the original says at {share} of the tokens of {said['prompts']} replies.")
        print(f"Next: {_USES[said['kind']].format(name=said['name'])}")
    return code


def _delete(arguments: argparse.Namespace, cancel: Cancel) -> int:
    free = library.delete(arguments.name)
    if arguments.json:
        print(json.dumps({"name": arguments.name, "bytes": free}))
    else:
        print(f"Deleted {arguments.name}: {size_text(free)} are free again")
    return _DONE


def _add(arguments: argparse.Namespace, cancel: Cancel) -> int:
    path = library.add(arguments.path)
    print(json.dumps({"path": str(path)}) if arguments.json else f"Added {path}")
    return _DONE


def _forget(arguments: argparse.Namespace, cancel: Cancel) -> int:
    was = library.forget(arguments.path)
    if arguments.json:
        print(json.dumps({"path": arguments.path, "was_listed": was}))
    else:
        print(f"Took {arguments.path} off the list" if was else f"{arguments.path} is not on the list")
    return _DONE


class _Bar(show.Bars):
    """Bytes as people read them, how many come in a second, and the time left."""

    def __init__(self, console: Console, job: str) -> None:
        super().__init__(console)
        self._job = job
        self._bar = Progress(
            TextColumn("  {task.description}"),
            BarColumn(bar_width=36),
            DownloadColumn(),
            TextColumn("[dim]{task.fields[speed]}  {task.fields[left]}[/dim]"),
            console=console,
        )
        self._task = self._bar.add_task(job, total=None, speed="", left="")
        self._told = -show.QUIET_SECONDS

    def __enter__(self) -> _Bar:
        if self._live:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            self._bar.stop()

    def __call__(self, event: events.Event) -> None:
        match event:
            case events.Progress(stage, done, total, left) if stage == self._job:
                self._bar.update(self._task, completed=done, total=total, left=show.time_left(left))
                if not self._live:
                    self._say(done, total)
            case events.Progress(stage, done, total):
                self._bar.update(self._task, description=f"{stage} {done} of {total}", speed="", left="")
            case events.Metric("bytes_per_second", _, value):
                self._bar.update(self._task, speed=f"{value / 1e6:.1f} MB/s" if value else "")
            case _:
                super().__call__(event)

    def _say(self, done: int, total: int | None) -> None:
        """Where there is no terminal, a line now and then."""
        now = time.monotonic()
        if now - self._told >= show.QUIET_SECONDS or done == total:
            self._told = now
            of = f" of {size_text(total)}" if total else ""
            self._console.print(f"  {self._job}: {size_text(done)}{of}", highlight=False)
