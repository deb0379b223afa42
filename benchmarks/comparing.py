"""Ours against a reference, taken in turn in one run: medians, spreads, ratios, and the page that shows them.

Each part of `make bench` is a module with a `main()` that measures and calls `write_part`; benchmarks/bench.py runs
them one after the other, each in a process of its own, and composes RESULTS.md.
"""

from __future__ import annotations

import gc
import json
import os
import platform
import statistics
import subprocess
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FOLDER = Path(__file__).parent
RESULTS = FOLDER / "results"
TIMES = 5

Goal = Literal["faster", "share_at_least", "share_at_most", "at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: what ours and the reference took in each round, and what is wanted of them.

    `goal` says how `wanted` is meant: faster is reference / ours (of seconds); share_* is ours / reference; at_*
    is ours alone, where there may be no reference. `equal` tells in words what was checked to be the same.
    """

    what: str
    unit: str
    ours: Sequence[float]
    reference: Sequence[float]
    goal: Goal
    wanted: float
    equal: str = ""

    @property
    def ratio(self) -> float | None:
        """Median over the rounds of what `goal` compares; None without a reference."""
        return statistics.median(self.ratios) if self.reference else None

    @property
    def ratios(self) -> list[float]:
        """Each round's own ratio: what disturbed one round disturbed both sides of it."""
        pairs = zip(self.ours, self.reference, strict=True)
        return [them / us if self.goal == "faster" else us / them for us, them in pairs]

    @property
    def met(self) -> bool:
        """Whether the median is as wanted."""
        found = statistics.median(self.ours) if self.goal in ("at_least", "at_most") else self.ratio
        if found is None:
            return False
        return found <= self.wanted if self.goal.endswith("at_most") else found >= self.wanted


def alternately(
    ours: Callable[[], float], reference: Callable[[], float], times: int = TIMES
) -> tuple[list[float], list[float]]:
    """Let both measure in turn, who begins changing each round, after one round that does not count."""
    first, second = in_turn([ours, reference], times)
    return first, second


def in_turn(measures: Sequence[Callable[[], float]], times: int = TIMES, *, is_warm: bool = False) -> list[list[float]]:
    """The same for any number: each round begins with the next of them. Where all `is_warm`, every round counts."""
    found: list[list[float]] = [[] for _ in measures]
    for round_number in range(is_warm, times + 1):
        for place in range(len(measures)):
            which = (round_number + 1 + place) % len(measures)
            gc.collect()
            gc.freeze()  # looking through what all sides have loaded and left takes 0.1 s, by chance in the time of one
            value = measures[which]()
            gc.unfreeze()
            if round_number:
                found[which].append(value)
    return found


def seconds(work: Callable[[], Any]) -> float:
    """How long it takes, by the wall's clock."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def write_part(name: str, title: str, rows: Sequence[Row], notes: Sequence[str] = ()) -> None:
    """Keep what a part measured, print it, and compose the page anew from all parts."""
    RESULTS.mkdir(exist_ok=True)
    part = {
        "name": name,
        "title": title,
        "when": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": _commit(),
        "machine": _machine(),
        "rows": [asdict(row) for row in rows],
        "notes": list(notes),
    }
    (RESULTS / f"{name}.json").write_text(json.dumps(part, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("\n".join(_section(part)))
    compose()


def compose() -> None:
    """Write RESULTS.md from what each part measured last."""
    from benchmarks.bench import PARTS

    files = [RESULTS / f"{name}.json" for name in PARTS]
    parts = [json.loads(file.read_text(encoding="utf-8")) for file in files if file.is_file()]
    lines = [
        "# Speed",
        "",
        "Written by `make bench`, which measures ours and the reference in turn and asks both for the same work. Each",
        "figure is the median of its rounds with the lowest and highest; a ratio is the median of the rounds' ratios.",
        "What limited each step and what was done about it: [README.md](README.md).",
    ]
    for part in parts:
        lines += ["", *_section(part)]
    (FOLDER / "RESULTS.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _section(part: dict[str, Any]) -> list[str]:
    lines = [f"## {part['title']}", "", f"{part['when']}, commit {part['commit']}, {part['machine']}.", ""]
    lines += ["| | ours | reference | ratio | wanted | |", "|---|---|---|---|---|---|"]
    rows = [Row(**row) for row in part["rows"]]
    for row in rows:
        cells = [row.what, _figures(row.ours, row.unit), _figures(row.reference, row.unit), _ratio(row), _wanted(row)]
        lines.append(f"| {' | '.join(cells)} | {'met' if row.met else '**missed**'} |")
    equal = [f"- {row.what}: {row.equal}" for row in rows if row.equal]
    return [*lines, *(["", *equal] if equal else []), *(["", *part["notes"]] if part["notes"] else [])]


def _figures(values: Sequence[float], unit: str) -> str:
    if not values:
        return ""
    middle = f"{_short(statistics.median(values))} {unit}".strip()
    return middle if min(values) == max(values) else f"{middle} ({_short(min(values))} to {_short(max(values))})"


def _ratio(row: Row) -> str:
    if row.ratio is None:
        return ""
    return f"{row.ratio:.2f} ({min(row.ratios):.2f} to {max(row.ratios):.2f})"


def _wanted(row: Row) -> str:
    words = {"faster": "at least {} times faster", "share_at_least": "at least {}", "share_at_most": "at most {}"}
    unit = f" {row.unit}" if row.goal in ("at_least", "at_most") and row.unit else ""
    return words.get(row.goal, row.goal.replace("_", " ") + " {}").format(f"{row.wanted:g}") + unit


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _commit() -> str:
    done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=FOLDER)
    return done.stdout.strip() or "unknown"


def _machine() -> str:
    import psutil

    memory = psutil.virtual_memory().total / 2**30
    cores, load = os.cpu_count(), os.getloadavg()[0]
    where = f"{platform.system()} {platform.machine()}, {cores} cores, {memory:.0f} GB"
    return f"{where}, load {load:.1f} at the end"
