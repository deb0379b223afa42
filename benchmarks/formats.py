"""How long the rows of a large instruction dataset take in and out: import, split and export in every format.

    python benchmarks/formats.py            writes benchmarks/formats.md

The rows are invented here, as many as the Alpaca dataset has, with its spread of lengths.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import jobs
from engine.dataset.formats import FORMATS, read_rows
from engine.events import Artifact, Event, Failed
from engine.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = 52_002
_VERBS = ("Describe", "List", "Explain", "Compare", "Summarise", "Rewrite", "Name", "Classify", "Translate", "Find")
_THINGS = ("pump", "valve", "river", "otter", "contract", "recipe", "engine", "sonnet", "planet", "ledger", "bridge")
_WORDS = ("the", "a", "of", "in", "with", "for", "quickly", "small", "old", "new", "red", "heavy", "seven", "often")


def rows(count: int) -> Iterator[dict[str, str]]:
    """Alpaca rows: two of five with an input, answers of 5 to 120 words."""
    chance = random.Random(0)

    def words(least: int, most: int) -> str:
        chosen = [*_WORDS, *_THINGS]
        return " ".join(chance.choice(chosen) for _ in range(chance.randint(least, most)))

    for number in range(count):
        asked = f"{chance.choice(_VERBS)} {words(3, 12)} {chance.choice(_THINGS)} {number}."
        given = words(5, 30) if chance.random() < 0.4 else ""
        yield {"instruction": asked, "input": given, "output": f"{words(5, 120).capitalize()}."}


def clock() -> tuple[float, float]:
    """Seconds on the wall, and of the processor: other programs share these cores."""
    return time.perf_counter(), time.process_time()


def since(began: tuple[float, float]) -> tuple[float, float]:
    """Both kinds of seconds since then."""
    wall, processor = clock()
    return wall - began[0], processor - began[1]


def run(name: str, **fields: Any) -> tuple[tuple[float, float], dict[str, Any]]:
    """Seconds that a job takes, and the figures of what it made."""
    events: list[Event] = []
    began = clock()
    jobs.run(name, fields, events.append, jobs.Cancel())
    seconds = since(began)
    if isinstance(events[-1], Failed):
        raise SystemExit(f"{events[-1].title}. {events[-1].hint}")
    figures = next(event.data for event in reversed(events) if isinstance(event, Artifact))
    return seconds, figures or {}


def measure(count: int, folder: Path) -> list[tuple[str, tuple[float, float], str]]:
    """(step, seconds, what came of it) of each step, in a new project in `folder`."""
    source = folder / "rows.json"
    source.write_text(json.dumps(list(rows(count)), indent=1), encoding="utf-8")
    path = folder / "formats.hone"
    Project.create(path).close()
    found = []
    seconds, figures = run("import", project=str(path), path=str(source))
    found.append((f"import, {source.stat().st_size / 1e6:.0f} MB of Alpaca JSON", seconds, f"{figures['added']} rows"))
    seconds, figures = run("import", project=str(path), path=str(source))
    found.append(("import of the same once more", seconds, f"{figures['added']} rows, {figures['known']} known"))
    seconds, figures = run("dataset", project=str(path))
    splits = ", ".join(f"{figures[name]} {name}" for name in ("train", "valid", "test"))
    found.append(("dataset (split, leak report)", seconds, splits))
    for kind, ending in FORMATS.items():
        seconds, figures = run("export", project=str(path), dataset=str(folder / kind), format=kind)
        size = sum(file.stat().st_size for file in (folder / kind / "formats-dataset").iterdir())
        found.append((f"export as {kind}", seconds, f"{size / 1e6:.0f} MB"))
        began = clock()
        back = read_rows(folder / kind / "formats-dataset" / f"train.{ending}")
        found.append((f"read {kind} back", since(began), f"{len(back.rows)} rows of train"))
    return found


def main() -> None:
    """Measure, print, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_suffix(".md"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(arguments.rows, Path(folder))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024)
    peak = peak / 1e6 if sys.platform == "darwin" else peak
    lines = [f"| {step} | {wall:.1f} | {cpu:.1f} | {what} |" for step, (wall, cpu), what in found]
    text = (
        f"# {arguments.rows:,} rows in and out\n\n`python benchmarks/formats.py`, {platform.system()} "
        f"{platform.machine()}, Python {platform.python_version()}, two cores shared with other "
        f"work; peak memory {peak:.0f} MB.\n\n"
        "| Step | Seconds | of the processor | Result |\n| --- | --- | --- | --- |\n" + "\n".join(lines) + "\n"
    )
    print(text)
    arguments.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
