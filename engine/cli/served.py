"""`hone chat --server ADDRESS`: a conversation with what `hone serve`, or any other server of that protocol, has."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from engine import events
from engine.cli.arguments import chosen
from engine.errors import HoneError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from engine.jobs import Cancel

TOKEN = "HONE_TOKEN"  # of the environment
_OPTIONS = ("temperature", "top_p", "repetition_penalty", "max_tokens", "seed")  # the server's own where not given
_TAKEN = {*_OPTIONS, "system", "remember"}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Either the project, or the address of a server with what belongs to it."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("project", metavar="PROJECT", nargs="?", help="the project folder NAME.hone")
    which.add_argument("--server", metavar="ADDRESS", help="talk with a server instead: http://host:port/v1")
    parser.add_argument(
        "--token",
        metavar="TEXT",
        help=f"what the server wants to be told; better in {TOKEN}, since others can see the list of processes",
    )
    parser.add_argument(
        "--model",
        action="append",
        metavar="NAME",
        help="a model of the server, once for each that is to answer (default: its only one or two)",
    )


def chat(arguments: argparse.Namespace, questions: Iterable[str], cancel: Cancel) -> int:
    """Ask and answer until the questions end; replies appear as they are written."""
    from engine.runtimes.endpoint import NoEntry
    from engine.runtimes.talk import open_talk

    given = chosen(arguments, arguments.spec)
    if strange := sorted(given.keys() - _TAKEN):
        option = "--" + strange[0].replace("_", "-")
        raise HoneError(f"{option} is for a project", "A server answers with what it has: leave the option out.")
    key = (arguments.token or os.environ.get(TOKEN, "")).strip()
    try:
        talk = open_talk(arguments.server, arguments.model or (), key, cancel.check, **given)
        for question in questions:
            with _Replies(question, talk.models, as_json=arguments.json) as replies:
                talk.ask(question, replies.tell, cancel.check)
            for model in () if arguments.json else sorted(talk.shortened):
                print(f"The conversation became too long for {model}: its oldest turns were left out.")
    except NoEntry as error:
        wrong = "refuses the token" if key else "wants a token"
        hint = f"Give the one that hone serve shows, with --token or in {TOKEN}; it is another after each start."
        raise HoneError(f"The server at {arguments.server} {wrong}", hint) from error
    return 0


class _Replies:
    """The replies to a question: at a terminal as they are written, else once they are done, or were stopped."""

    def __init__(self, question: str, models: Sequence[str], *, as_json: bool) -> None:
        self._question, self._as_json = question, as_json
        self._said = dict.fromkeys(models, "")
        self._console = Console()
        is_live = self._console.is_terminal and not as_json
        self._live = Live(console=self._console, transient=True) if is_live else None

    def __enter__(self) -> _Replies:
        if self._live:
            self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._live:
            self._live.stop()
        if kind is not None and not any(self._said.values()):
            return
        if self._as_json:
            data = {"question": self._question, "replies": self._said, "stopped": kind is not None}
            print(events.encode(events.Artifact("reply", "", data)), flush=True)
        else:
            self._console.print(self._table())

    def tell(self, said: dict[str, str]) -> None:
        """Take what was said so far."""
        self._said = dict(said)
        if self._live:
            self._live.update(self._table())

    def _table(self) -> Table:
        made = Table(show_lines=True)
        made.add_column("Question", ratio=3)
        for model in self._said:
            made.add_column(Text(model), ratio=3)
        made.add_row(Text(self._question), *(Text(text or "-") for text in self._said.values()))
        return made
