"""`hone models`: the models on this machine by their headers, or what the files and folders are that one names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from engine import memory_fit
from engine import models as room
from engine.errors import HoneError
from engine.models import library
from engine.models.catalogue import EMBEDDER, find

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from engine.jobs import Cancel


def models(arguments: argparse.Namespace, cancel: Cancel) -> int:
    """Print a table; with --json a list of objects. Exit code 1 when one of them cannot be used."""
    found = list(_named(arguments.paths) if arguments.paths else _known())
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        _print(found)
    return int(bool(arguments.paths) and any("problem" in model for model in found))


def _known() -> Iterator[dict[str, Any]]:
    """The starters, what was downloaded or made, what a person added, and the Hugging Face cache."""
    yield _told("starter", "starter", room.WRITER)
    yield _told("starter", "starter", room.BASE)
    for model in library.downloaded():
        told = _told if model.entry.kind != EMBEDDER else _told_embedder
        yield told(str(model.path), model.entry.name, model.entry.kind)
    for copy in library.made():
        yield _told(str(copy.path), copy.name, room.BASE)
    seen = library.added()
    for path in seen:
        yield _told(str(path), "", room.kind_of(path))
    for kind, found in zip((room.WRITER, room.BASE), room.cached(), strict=True):
        yield from (_told(str(model.path), model.name, kind) for model in found if model.path not in seen)


def _named(paths: list[str]) -> Iterator[dict[str, Any]]:
    for path in paths:
        yield _told(path, "", room.kind_of(path))


def _told(path: str, name: str, kind: str) -> dict[str, Any]:
    """One model as plain values; a problem in place of its figures when it cannot be used."""
    try:
        model = room.look(path, kind)
    except HoneError as error:
        return {"kind": kind, "name": name or path, "path": path, "problem": str(error)}
    return {
        "kind": model.kind,
        "name": name or model.name,
        "path": path,
        "bytes": model.bytes,
        "parameters": model.parameters,
        "quantisation": model.quantisation,
        "context_length": model.context_length,
        "architecture": model.architecture,
        "uses": plain_uses(memory_fit.uses_here(model.path)),
    }


def plain_uses(uses: dict[str, memory_fit.Fit]) -> dict[str, dict[str, Any]]:
    """What a model needs of memory for each thing that it is used for, and whether this machine has it."""
    return {use: {"fit": fit.state, "needed": fit.needed, "comfortable": fit.comfortable} for use, fit in uses.items()}


def _told_embedder(path: str, name: str, kind: str) -> dict[str, Any]:
    """By what the catalogue knows of it: it has no chat template to be looked at."""
    entry = find(name)
    return {
        "kind": kind,
        "name": name,
        "path": path,
        "bytes": library.size(library.place(entry)),
        "parameters": entry.parameters,
        "quantisation": entry.quantisation,
        "context_length": None,
        "architecture": "",
        "uses": plain_uses(memory_fit.uses(entry)),
    }


def _print(found: list[dict[str, Any]]) -> None:
    table = Table(box=None)
    for column in ("For", "Name", "Parameters", "Stored as", "Size", "Context", "Fit", "Path"):
        number = column in ("Parameters", "Size", "Context")
        table.add_column(column, justify="right" if number else "left", overflow="fold", no_wrap=number)
    for model in found:
        if "problem" not in model:
            table.add_row(
                f"--{model['kind']}",
                model["name"],
                _short(model["parameters"] or 0, ""),
                model["quantisation"],
                _short(model["bytes"], "B"),
                str(model["context_length"] or ""),
                next((use["fit"] for use in model["uses"].values()), ""),
                model["path"],
            )
    if table.row_count:
        Console().print(table)
    for model in found:
        if "problem" in model:
            print(model["problem"])


def _short(number: int, unit: str) -> str:
    if not number:
        return ""
    letter, size = ("G" if unit else "B", 1e9) if number >= 1e9 else ("M", 1e6)
    return f"{number / size:.1f} {letter}{unit}"
