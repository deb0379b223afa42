"""`hone COMMAND PROJECT ...`: the commands and their exit codes.

0 done, 1 failed with a title and what to do, 2 wrong usage, 130 cancelled.
"""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
import typing
from typing import TYPE_CHECKING, Any

from engine import events, jobs
from engine.cli import answers, catalogue, commands, coverage, documents, judge, pairs, report, served, servers, show
from engine.cli.arguments import add_options
from engine.cli.checks import checks
from engine.cli.hosts import hosts
from engine.cli.leaks import leaks
from engine.cli.plan import plan
from engine.cli.runs import numbers, runs, sweep
from engine.cli.serve import serve
from engine.errors import HoneError, JobCancelled
from engine.resources import quiet_libraries

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.spec import Spec

DONE, FAILED, USAGE, CANCELLED = 0, 1, 2, 130

Command = "Callable[[argparse.Namespace, jobs.Cancel], int]"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    quiet_libraries()
    words = sys.argv[1:] if argv is None else list(argv)
    arguments = _parser(words).parse_args(words)
    cancel = jobs.Cancel()
    previous = signal.signal(signal.SIGINT, _on_interrupt(cancel))
    try:
        code: int = arguments.command(arguments, cancel)
        return code
    except JobCancelled:
        return CANCELLED
    except HoneError as error:
        if getattr(arguments, "json", False):
            print(events.encode(events.Failed(error.title, error.hint)), flush=True)
        else:
            show.fail(error.title, error.hint)
        return FAILED
    except BrokenPipeError:  # `hone ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    finally:
        signal.signal(signal.SIGINT, previous)


def app(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Put the window in place of this process: the engine knows nothing of it."""
    os.execv(sys.executable, [sys.executable, "-P", "-m", "desktop", *arguments.paths])


def _on_interrupt(cancel: jobs.Cancel) -> Callable[[int, Any], None]:
    def stop(_signal: int, _frame: Any) -> None:
        if cancel.cancelled:  # asked twice: leave at once; what is committed stays
            os._exit(CANCELLED)
        cancel.cancel()

    return stop


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """All commands; the options of those only that stand in `words`, since they come with the steps' modules."""
    parser = argparse.ArgumentParser(
        prog="hone",
        description="Teach a local language model your documents: ingest, generate, dataset, train, ask.",
        epilog="Each command takes the project folder first. Try `hone demo`.",
    )
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(
        name: str, help: str, command: Any, *, project: bool = True, machine: bool = True
    ) -> argparse.ArgumentParser:
        sub = subparsers.add_parser(name, help=help, description=help)
        sub.set_defaults(command=command)
        if project:
            sub.add_argument("project", metavar="PROJECT", help="the project folder NAME.hone")
        if machine:
            sub.add_argument("--json", action="store_true", help="print JSON for programs instead of bars")
        return sub

    _add_simple(add, words)
    documents.add_commands(add)
    pairs.add_commands(add)
    coverage.add_commands(add)
    judge.add_commands(add)
    servers.add_commands(add)
    catalogue.add_commands(add, words)
    answers.add_commands(add)
    report.add_commands(add)
    for name, positional, help in (
        (
            "ingest",
            "paths",
            "Read documents (PDF, Word, PowerPoint, EPUB, web pages, text, or folders) and index them.",
        ),
        ("index", "", "Make the documents searchable again, or by another embedding model."),
        ("generate", "", "Write questions and grounded answers about the documents."),
        ("regenerate", "pair", "Let the writer ask for the fact of one pair again; the old text stays in its history."),
        ("dataset", "", "Split the accepted pairs into train, valid and test."),
        ("import", "path", "Take the rows of an instruction dataset as pairs."),
        ("styles", "", "Show a row in every prompt style, with the tokens marked that are learned."),
        ("plan", "", "Say what training would do and take, before it begins."),
        ("hosts", "file", "Say which machines of a hosts file are ready to train together."),
        ("train", "", "Train an adapter on the dataset with QLoRA."),
        (
            "sweep",
            "",
            "Train a small grid of options within a time, such as --rank 8,16 --epochs 4,8 --minutes 30.",
        ),
        ("fuse", "", "Merge the adapter into the base model."),
        ("exam", "", "Let base and tuned model answer held-out questions, and score them."),
        ("judge", "", "Let a language model grade the replies of a finished exam."),
        ("agree", "", "Let a language model choose where you voted, and say how often it agrees with you."),
        ("export", "", "Write the tuned model for other programs."),
        ("serve", "", "Let other programs on this machine ask base and tuned model, over OpenAI's protocol."),
    ):
        own = {
            "hosts": hosts,
            "plan": plan,
            "sweep": sweep,
            "judge": judge.judge,
            "agree": answers.agree,
            "serve": serve,
        }
        sub = add(name, help, own.get(name) or commands.JOBS.get(name, commands.job(name)))
        if name in words:
            _add_spec(sub, name, positional, skip=("hosts",) if name == "plan" else ())  # it plans for this machine
    _add_taxonomy(subparsers, words)
    return parser


def _add_taxonomy(subparsers: Any, words: Sequence[str]) -> None:
    from engine.cli import taxonomy

    help = "InstructLab taxonomies: say what is new and valid, or write pairs as seed examples."
    inner = subparsers.add_parser("taxonomy", help=help, description=help).add_subparsers(metavar="WHAT", required=True)
    help = "Say which qna.yaml files are new or changed, and what is wrong in which line."
    diff = inner.add_parser("diff", help=help, description=f"{help} Exit code 1 when one is not valid.")
    diff.add_argument("folder", metavar="FOLDER", help="the taxonomy, with knowledge/ or compositional_skills/ in it")
    diff.add_argument("--base", default="HEAD", help="the commit, branch or tag to compare with (default HEAD)")
    diff.add_argument("--all", action="store_true", help="look at unchanged files too")
    diff.set_defaults(command=taxonomy.diff)
    help = "Write the accepted pairs as qna.yaml files."
    export = inner.add_parser("export", help=help, description=help)
    export.add_argument("project", metavar="PROJECT", help="the project folder NAME.hone")
    export.set_defaults(command=commands.job("taxonomy"))
    if "taxonomy" in words:
        _add_spec(export, "taxonomy", "folder")
    for sub in (diff, export):
        sub.add_argument("--json", action="store_true", help="print JSON for programs instead of lines")


def _add_simple(add: Callable[..., argparse.ArgumentParser], words: Sequence[str]) -> None:
    add("new", "Make a new, empty project.", commands.new)
    add("status", "Count what the project holds.", commands.status)
    sub = add("checks", "List the checks of pairs, switch them, and judge the stored pairs again.", checks)
    if "checks" in words:
        _add_spec(sub, "checks")
    add("leaks", "Say whether held-out rows could have been read off the trained ones.", leaks)
    listed = add("runs", "List the training runs, and say which differ by more than chance.", runs)
    listed.add_argument("--compare", metavar="RUN,RUN", type=numbers, help="two or more runs to compare")
    ask = add("ask", "Ask base and tuned model one question.", commands.ask)
    ask.add_argument("question", help="the question")
    if "ask" in words:
        _add_spec(ask, "chat", skip=("question", "again", "beside"))
    chat = add("chat", "Talk with base and tuned model side by side.", commands.chat, project=False)
    served.add_options(chat)
    if "chat" in words:
        _add_spec(chat, "chat", skip=("question", "again", "beside"))
    doctor = add("doctor", "Say what this machine has, and what is missing.", commands.doctor, project=False)
    doctor.add_argument("--report", metavar="FILE", help="measure each step and write a report that can be sent")
    window = add("app", "Open the window.", app, project=False)
    window.add_argument("paths", metavar="PATH", nargs="*", help="a project folder, or documents to begin with")
    demo = add("demo", "Run the whole pipeline on the sample manual.", commands.demo, project=False)
    demo.add_argument("--folder", default="build/demo", help="where the project is made (default build/demo)")
    demo.add_argument("--short", action="store_true", help="a part of the manual and fewer iterations")


def _add_spec(parser: argparse.ArgumentParser, job: str, positional: str = "", skip: tuple[str, ...] = ()) -> None:
    """Flags of the job's spec; importing a step's module imports none of its libraries."""
    spec: type[Spec] = getattr(importlib.import_module(jobs.JOBS[job][0]), jobs.JOBS[job][2])
    if positional:
        nargs = "+" if positional.endswith("s") else None
        kind = int if typing.get_type_hints(spec)[positional] is int else str
        parser.add_argument(positional, metavar=positional.upper().rstrip("S"), nargs=nargs, type=kind)
    add_options(parser, spec, (*skip, positional))
    parser.set_defaults(spec=spec)
