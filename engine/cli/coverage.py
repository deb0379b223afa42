"""`hone coverage`: the map of pages and sections with and without accepted pairs."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine.project import Project
from engine.project.coverage import DocumentCover, PageCover, SectionCover, coverage_map, together

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from engine import jobs

_BAR = 20  # characters
_STRIP = 50  # pages in a line
_LEVELS = "▂▄▆█"  # share of a page's facts that have an accepted pair, by quarters
_GAP, _NOTHING, _UNKNOWN = "░", "·", "?"
_SHOWN = 12  # gaps that are named


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """`hone coverage PROJECT`."""
    add("coverage", "Draw which pages and sections have accepted pairs.", command)


def command(arguments: argparse.Namespace, cancel: jobs.Cancel) -> int:
    """Draw the map, or print it as one JSON object."""
    with Project(arguments.project) as project:
        documents = coverage_map(project)
    if arguments.json:
        print(json.dumps({"documents": [_plain(document) for document in documents]}, ensure_ascii=False))
        return 0
    console = Console(highlight=False)
    for document in documents:
        _draw(console, document)
    if documents:
        console.print(
            f"[dim]{_GAP} gap  {_LEVELS} a quarter to all  {_NOTHING} states no fact  {_UNKNOWN} unknown[/dim]"
        )
        if any(_has_gaps(document) for document in documents):
            console.print("Fill the gaps with: hone generate PROJECT --gaps")
    else:
        console.print("The project has no documents yet: hone ingest PROJECT FILE.pdf")
    return 0


def _plain(document: DocumentCover) -> dict[str, Any]:
    found = dataclasses.asdict(document)
    for page, cover in zip(found["pages"], document.pages, strict=True):
        page["gap"] = cover.gap
    return found


def _has_gaps(document: DocumentCover) -> bool:
    return any(part.gaps for part in document.sections) or any(page.gap for page in document.pages)


def _draw(console: Console, document: DocumentCover) -> None:
    whole = together(list(document.sections)) if document.sections else None
    console.print(Text(document.name, style="bold"), Text(_figures(whole) if whole else "no text"))
    for start in range(0, len(document.pages), _STRIP):
        pages = document.pages[start : start + _STRIP]
        strip = Text(f"{pages[0].number:>6} ", style="dim")
        for page in pages:
            mark = _mark(page)
            strip.append(mark, style={_GAP: "red", _NOTHING: "dim", _UNKNOWN: "dim"}.get(mark, "green"))
        console.print(strip)
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, level, part in _tree(document.sections):
        table.add_row(Text(f"  {'  ' * level}{name}", overflow="ellipsis", no_wrap=True), _bar(part), _figures(part))
    console.print(table)
    if empty := [str(page.number) for page in document.pages if page.gap]:
        more = f" and {len(empty) - _SHOWN} more" if len(empty) > _SHOWN else ""
        console.print(f"  No accepted pair on page {', '.join(empty[:_SHOWN])}{more}", style="yellow")
    console.print()


def _tree(sections: tuple[SectionCover, ...]) -> Iterator[tuple[str, int, SectionCover]]:
    """Every path of headings with what stands under it, (title, depth, sum), in reading order."""
    under: dict[tuple[str, ...], list[SectionCover]] = {}
    for section in sections:
        for depth in range(max(len(section.path), 1)):
            under.setdefault(section.path[: depth + 1], []).append(section)
    for path, parts in under.items():
        yield (path[-1] if path else "(no heading)"), max(len(path) - 1, 0), together(parts)


def _figures(part: SectionCover) -> str:
    pages = f"p. {part.first_page}" + (f"-{part.last_page}" if part.last_page != part.first_page else "")
    facts = "not asked about yet" if part.found is None else f"{part.covered} of {part.found} facts"
    gaps = f", {part.gaps} {'gap' if part.gaps == 1 else 'gaps'}" if part.gaps else ""
    return f"{facts}, {part.accepted} pairs{gaps}  ({pages})"


def _bar(part: SectionCover) -> Text:
    filled = round(_BAR * min(part.covered / part.found, 1)) if part.found else 0
    return Text("█" * filled, style="green") + Text(_GAP * (_BAR - filled) if part.found else "", style="dim")


def _mark(page: PageCover) -> str:
    if page.found is None:
        return _LEVELS[-1] if page.covered else _UNKNOWN
    if not page.found:
        return _LEVELS[-1] if page.covered else _NOTHING
    if not page.covered:
        return _GAP
    return _LEVELS[min(int(len(_LEVELS) * page.covered / page.found), len(_LEVELS) - 1)]
