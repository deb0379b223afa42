"""`hone documents`: what was read of each document, and what became of each page of one."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine.errors import HoneError
from engine.project import Project
from engine.project import documents as store
from engine.project.documents import FAILED, PARTIAL

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

    from engine.jobs import Cancel
    from engine.project.documents import Document, Page

_DONE = 0
_LONGEST_NAME = 32  # cells of a terminal
_STYLES = {FAILED: "red", PARTIAL: "yellow", "scanned": "yellow"}
_WORDS = {"ocr": "by OCR", "scanned": "without text", "blank": "blank", "failed": "failed", "tables": "with tables"}


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = add("documents", "List the documents, what was read of them and what was not.", documents)
    parser.add_argument("document", metavar="DOCUMENT", nargs="?", help="number or name of one: list its pages")
    parser.add_argument("--remove", action="store_true", help="take it out, with its chunks and the pairs made of them")


def documents(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Print all documents, or the pages of one."""
    with Project(arguments.project) as project:
        found = store.documents(project)
        one = None if arguments.document is None else _named(found, arguments.document)
        pages = [] if one is None else store.pages(project, one.id)
        if arguments.remove:
            _remove(project, one)
    if arguments.json:
        fields = [_fields(document) for document in found] if one is None else {**_fields(one), "read": _read(pages)}
        print(json.dumps(fields, ensure_ascii=False))
    elif one is None:
        Console().print(table(found) if found else "There are no documents yet: hone ingest PROJECT FILE.pdf")
    else:
        Console().print(table([one]))
        Console().print(_page_table(pages))
    return _DONE


def table(found: Iterable[Document]) -> Table:
    """Documents with their states; the last column says of which pages what is to be known."""
    shown = Table(box=None, pad_edge=False)
    shown.add_column("#", justify="right")
    shown.add_column("Document", max_width=_LONGEST_NAME, overflow="fold", min_width=12)
    for title in ("Kind", "Pages", "Words", "Lang", "State"):
        shown.add_column(title, justify="right" if title in ("Pages", "Words") else "left", no_wrap=True)
    shown.add_column("Remarks", overflow="fold", ratio=1)
    for document in found:
        remarks = ". ".join(part for part in (summary(json.loads(document.report)), document.message) if part)
        shown.add_row(
            str(document.id),
            Text(document.name),
            document.kind,
            f"{document.pages:,}",
            f"{document.words:,}",
            document.language,
            Text(document.state, style=_STYLES.get(document.state, "")),
            Text(remarks),
        )
    return shown


def summary(report: dict[str, Any]) -> str:
    """'2 pages by OCR, 1 blank'; '' for a report of nothing but pages with text."""
    parts = [f"{report[key]:,} {words}" for key, words in _WORDS.items() if report.get(key)]
    if not parts:
        return ""
    number, words = parts[0].split(" ", 1)
    return ", ".join([f"{number} {'page' if number == '1' else 'pages'} {words}", *parts[1:]])


def _remove(project: Project, document: Document | None) -> None:
    """Take a document out; what it was is printed as always, what it had on stderr."""
    if document is None:
        raise HoneError("No document is named", "Say which: hone documents PROJECT DOCUMENT --remove.")
    chunks = project.value("SELECT count(*) FROM chunks WHERE document_id = ?", document.id)
    before = project.value("SELECT count(*) FROM pairs")
    store.remove(project, document.id)
    pairs = before - project.value("SELECT count(*) FROM pairs")
    told = f"Removed with {chunks} chunks and {pairs} pairs; `hone index` brings the index up to date."
    Console(stderr=True, soft_wrap=True).print(told, highlight=False)


def _page_table(pages: list[Page]) -> Table:
    shown = Table(box=None, pad_edge=False)
    for title in ("Page", "Words", "Tables"):
        shown.add_column(title, justify="right")
    shown.add_column("Read as", no_wrap=True)
    shown.add_column("Message", overflow="fold", ratio=1)
    for page in _read(pages):
        tables = str(page["tables"]) if page["tables"] else ""
        words = Text(page["as"], style=_STYLES.get(page["as"], ""))
        shown.add_row(str(page["number"]), f"{page['words']:,}", tables, words, Text(page["message"]))
    return shown


def _read(pages: list[Page]) -> list[dict[str, Any]]:
    return [
        {
            "number": page.number,
            "as": store.page_state(page),
            "words": len(page.text.split()),
            "tables": page.tables,
            "message": page.message,
        }
        for page in pages
    ]


def _fields(document: Document) -> dict[str, Any]:
    return {**asdict(document), "report": json.loads(document.report)}


def _named(found: list[Document], name: str) -> Document:
    """The document with this number or name; raises HoneError when there is none, or more than one."""
    same = [document for document in found if name in (str(document.id), document.name)]
    if len(same) == 1:
        return same[0]
    if same:
        numbers = ", ".join(str(document.id) for document in same)
        raise HoneError(f"There are {len(same)} documents {name}", f"Say which by its number: {numbers}.")
    raise HoneError(f"There is no document {name}", "`hone documents PROJECT` lists all of them with their numbers.")
