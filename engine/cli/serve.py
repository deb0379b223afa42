"""`hone serve`: where the models can be asked, until Ctrl-C."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine import events
from engine.cli import show
from engine.cli.arguments import chosen
from engine.cli.commands import run_job

if TYPE_CHECKING:
    import argparse

    from engine.jobs import Cancel


def serve(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Tell address and token once, then answer until the person ends it."""
    fields = {"project": arguments.project, **chosen(arguments, arguments.spec)}
    emit = show.JsonLines() if arguments.json else _tell
    return run_job("serve", fields, emit, cancel)[0]


def _tell(event: events.Event) -> None:
    match event:
        case events.Artifact("serving", address, {"token": token, "models": [tuned, base], "run": run}):
            print(f"Run {run} answers programs on this machine; Ctrl-C ends it.")
            print(f"  address  {address}\n  token    {token}\n  models   {tuned}, {base}", flush=True)
        case events.Log(said):
            print(said, flush=True)
        case events.Failed(title, hint):
            show.fail(title, hint)
