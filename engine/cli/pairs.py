"""`hone pairs`: list pairs, read one with its evidence, and edit, accept, reject or restore them."""

from __future__ import annotations

import argparse
import dataclasses
import json
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine.errors import HoneError
from engine.project import Project, changes, review
from engine.project import documents as documents_of
from engine.project.review import Filter

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine import jobs

    Action = Callable[[Project, argparse.Namespace], dict[str, Any]]

DONE = 0
_SHOWN = 50
_LONGEST = 400  # characters of a changed text that the history shows


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """`hone pairs PROJECT [FILTERS]` and its actions."""
    pairs = add("pairs", "List the pairs, and change them by hand; every change can be undone.", command)
    pairs.set_defaults(action="list")
    _add_filters(pairs, None)
    pairs.add_argument("--limit", type=int, default=_SHOWN, help=f"how many are listed (default {_SHOWN})")
    pairs.add_argument("--offset", type=int, default=0, help="how many are skipped")
    actions = pairs.add_subparsers(metavar="ACTION", dest="action")
    actions.required = False

    def action(name: str, help: str) -> argparse.ArgumentParser:
        sub = actions.add_parser(name, help=help, description=help)
        sub.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON for programs")
        return sub

    show = action("show", "Show one pair with its evidence, its checks and its history.")
    show.add_argument("id", type=int, metavar="ID")
    edit = action("edit", "Word a question anew, correct an answer, or name other evidence.")
    edit.add_argument("id", type=int, metavar="ID")
    edit.add_argument("--question", help="the new question, of this pair only")
    edit.add_argument("--answer", help="the new answer, of all wordings of the fact")
    edit.add_argument("--evidence", help="a passage of one page, word for word")
    for name, help in (
        ("accept", "Accept pairs, whatever a check said."),
        ("reject", "Take pairs out; they can be restored."),
        ("restore", "Bring rejected pairs back."),
    ):
        sub = action(name, f"{help} Give numbers, or filters for all that fit.")
        sub.add_argument("ids", type=int, nargs="*", metavar="ID")
        sub.add_argument("--all", action="store_true", help="all pairs of the project")
        if name == "reject":
            sub.add_argument("--because", default="", help="why, in your words; it is kept with the pair")
        _add_filters(sub, argparse.SUPPRESS)
    action("undo", "Take the last change back.")
    action("redo", "Do again what was undone.")
    action("history", "List the last changes.")


def _add_filters(parser: argparse.ArgumentParser, default: Any) -> None:
    group = parser.add_argument_group("filters")
    for name, kind, help in (
        ("state", str, "asked, accepted or rejected"),
        ("reason", str, "the check that rejected it, or person"),
        ("document", str, "name or number of a document"),
        ("page", int, "page of the evidence"),
        ("section", str, "words of a heading above it"),
        ("kind", str, "kind of the question"),
        ("origin", str, "generated, imported or person"),
        ("verdict", str, "the judge's: supported or unsupported"),
        ("text", str, "words of question, answer or evidence"),
    ):
        group.add_argument(f"--{name}", type=kind, default=default, metavar=name.upper(), help=help)
    group.add_argument(
        "--by-hand",
        dest="by_hand",
        default=default,
        action=argparse.BooleanOptionalAction,
        help="pairs that a person changed, or all others",
    )


def command(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """List, or do what the action says; with --json one object."""
    show, tell = _ACTIONS[arguments.action or "list"]
    with Project(arguments.project) as project:
        found = show(project, arguments)
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        tell(found)
    return DONE


# -- what the actions do ------------------------------------------------------------------------------------


def _list(project: Project, arguments: argparse.Namespace) -> dict[str, Any]:
    if arguments.limit < 1 or arguments.offset < 0:
        raise HoneError("That is no part of the list", "--limit is at least 1, --offset at least 0.")
    wanted = _filter(project, arguments)
    found = review.find(project, wanted, arguments.offset, arguments.limit)
    rows = [dataclasses.asdict(pair) for pair in found]
    return {"total": review.count(project, wanted), "offset": arguments.offset, "pairs": rows}


def _show(project: Project, arguments: argparse.Namespace) -> dict[str, Any]:
    pair = review.get(project, arguments.id)
    from engine.dataset.checks import SENTENCES

    why = SENTENCES.get(pair.reason, pair.reason)
    entries = [dataclasses.asdict(entry) for entry in changes.history(project, pair.id)]
    return {**dataclasses.asdict(pair), "why": why, "history": entries}


def _edit(project: Project, arguments: argparse.Namespace) -> dict[str, Any]:
    given = {name: getattr(arguments, name) for name in ("question", "answer", "evidence")}
    if not any(value is not None for value in given.values()):
        raise HoneError("There is nothing to change", "Give --question, --answer or --evidence with the new text.")
    changed = review.edit(project, arguments.id, **given)
    return {"action": "edit", "changed": int(changed), "left": int(not changed), "pair": arguments.id}


def _bulk(project: Project, arguments: argparse.Namespace) -> dict[str, Any]:
    wanted = _filter(project, arguments)
    filtered = wanted != Filter()
    if arguments.ids and (filtered or arguments.all):
        raise HoneError("Numbers and filters together are not clear", "Give the pairs' numbers, or filters.")
    if not arguments.ids and not filtered and not arguments.all:
        raise HoneError("Which pairs?", "Give their numbers, filters such as --reason copy, or --all.")
    which = arguments.ids or wanted
    if arguments.action == "accept":
        outcome = review.accept(project, which)
    elif arguments.action == "reject":
        outcome = review.reject(project, which, arguments.because)
    else:
        outcome = review.restore(project, which)
    return {"action": arguments.action, "changed": outcome.changed, "left": outcome.left}


def _turn(project: Project, arguments: argparse.Namespace) -> dict[str, Any]:
    done = changes.undo(project) if arguments.action == "undo" else changes.redo(project)
    if done is None:
        raise HoneError(f"There is nothing to {arguments.action}", "See what was done: hone pairs PROJECT history")
    return {"turn": arguments.action, **dataclasses.asdict(done)}


def _history(project: Project, arguments: argparse.Namespace) -> dict[str, Any]:
    return {"operations": [dataclasses.asdict(done) for done in changes.operations(project)]}


def _filter(project: Project, arguments: argparse.Namespace) -> Filter:
    names = ("state", "reason", "page", "kind", "origin", "verdict", "by_hand", "text")
    given = {name: getattr(arguments, name) for name in names}
    if given["state"] not in (None, review.ASKED, review.ACCEPTED, review.REJECTED):
        raise HoneError(f"There is no state {given['state']}", "Choose asked, accepted or rejected.")
    return Filter(**given, heading=arguments.section, document=_document(project, arguments.document))


def _document(project: Project, wanted: str | None) -> int | None:
    """The number of a document that is named, or given by its number."""
    if wanted is None:
        return None
    known = documents_of.documents(project)
    found = [document.id for document in known if wanted in (document.name, str(document.id))]
    if not found:
        names = ", ".join(f"{document.id} {document.name}" for document in known) or "none"
        raise HoneError(f"There is no document {wanted}", f"The project has: {names}.")
    return found[0]


# -- what a person reads ------------------------------------------------------------------------------------


def _tell_list(found: dict[str, Any]) -> None:
    table = Table(box=None, pad_edge=False)
    for column in ("Pair", "State", "Question", "Answer", "Page"):
        wraps = column in ("Question", "Answer")
        table.add_column(column, ratio=2 if wraps else None, overflow="fold", no_wrap=not wraps)
    for pair in found["pairs"]:
        state = pair["reason"] or pair["state"]
        style = {"accepted": "green", "rejected": "yellow"}.get(pair["state"], "")
        table.add_row(
            str(pair["id"]),
            Text(f"{state} *" if pair["by_hand"] else state, style=style),
            Text(_asked(pair)),
            Text(pair["answer"] or "-"),
            str(pair["page"] or ""),
        )
    console = Console()
    if found["pairs"]:
        console.print(table)
    last = found["offset"] + len(found["pairs"])
    more = f"; the next: --offset {last}" if last < found["total"] else ""
    console.print(f"{len(found['pairs'])} of {found['total']} pairs{more}   (* by hand)", highlight=False)


def _asked(pair: dict[str, Any]) -> str:
    """The question, with its input where it has one: many rows of a task ask the same of different inputs."""
    return " ".join(part for part in (pair["question"], pair["input"]) if part)


def _tell_pair(pair: dict[str, Any]) -> None:
    console = Console()
    place = [pair["document"], f"page {pair['page']}" if pair["page"] else "", " / ".join(pair["section"])]
    by = f"{pair['origin']} {pair['writer']}".strip()
    lines = {
        "Question": _asked(pair),
        "Answer": pair["answer"] or "(none yet)",
        "Evidence": " ".join(pair["evidence"].split()) or "(none)",
        "Where": ", ".join(part for part in place if part),
        "State": pair["state"] + (", by hand" if pair["by_hand"] else ""),
        "Reason": f"{pair['reason']}: {pair['why']} {pair['detail']}".rstrip() if pair["reason"] else "",
        "Judge": " ".join(part for part in (pair["verdict"], pair["verdict_sentence"], pair["judge"]) if part),
        "Made": ", ".join(part for part in (by, pair["kind"], pair["style"]) if part),
    }
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, text in lines.items():
        if text:
            table.add_row(Text(name, style="dim"), Text(text))
    console.print(table)
    for entry in pair["history"]:
        undone = " (undone)" if entry["undone"] else ""
        console.print(Text(f"{entry['at']}  {entry['action']}{undone}", style="dim"))
        for name, text in entry["before"].items():
            if name in ("question", "answer", "evidence", "state") and text != entry["after"][name]:
                console.print(Text(f"  {name} was: {' '.join(str(text or '-').split())[:_LONGEST]}"))


def _tell_outcome(found: dict[str, Any]) -> None:
    words = {"edit": "edited", "accept": "accepted", "reject": "rejected", "restore": "restored"}
    left = f"; {found['left']} left as they were" if found["left"] else ""
    print(f"{found['changed']} pairs {words[found['action']]}{left}. Undo with: hone pairs PROJECT undo")


def _tell_turn(found: dict[str, Any]) -> None:
    print(f"{found['turn']}: {found['action']} of {found['at']}, {found['rows']} changes.")


def _tell_history(found: dict[str, Any]) -> None:
    table = Table(show_header=False, box=None, pad_edge=False)
    for done in found["operations"]:
        table.add_row(done["at"], done["action"], f"{done['rows']} changes", "undone" if done["undone"] else "")
    Console().print(table if found["operations"] else "Nothing was changed by hand yet.")


_ACTIONS: dict[str, tuple[Action, Callable[[dict[str, Any]], None]]] = {
    "list": (_list, _tell_list),
    "show": (_show, _tell_pair),
    "edit": (_edit, _tell_outcome),
    "accept": (_bulk, _tell_outcome),
    "reject": (_bulk, _tell_outcome),
    "restore": (_bulk, _tell_outcome),
    "undo": (_turn, _tell_turn),
    "redo": (_turn, _tell_turn),
    "history": (_history, _tell_history),
}
