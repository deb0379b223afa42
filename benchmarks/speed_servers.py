"""Writing pairs over 1, 2, 4 and 8 servers whose rate is limited on purpose: python -m benchmarks.bench servers.

The whole job is timed, from chunks to judged pairs in the store, with as many chunks for each server. Servers that
need a second for a reply on average are quicker than most: the less they need, the more our own share shows.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.comparing import TIMES, Row, write_part
from engine import server_list
from engine.generate import GenerateSpec, generate
from engine.index import IndexSpec, index
from engine.jobs import Cancel
from engine.project import Project
from engine.project import documents as stored
from engine.resources import quiet_libraries
from engine.server_list import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNTS = (1, 2, 4, 8)
SECONDS, AT_ONCE = 1.0, 4
CHUNKS = 8  # for each server
_EACH = 3  # requests for a chunk: its question, another wording, the answer
_MODEL = "slow"


def main() -> None:
    """Measure each number of servers in turn, `TIMES` times after a round that does not count."""
    quiet_libraries()
    rates: dict[int, list[float]] = defaultdict(list)
    cores: dict[int, list[float]] = defaultdict(list)
    busy: dict[int, list[float]] = defaultdict(list)
    for round_number in range(TIMES + 1):
        for count in COUNTS if round_number % 2 else reversed(COUNTS):
            with tempfile.TemporaryDirectory() as folder:
                rate, core, share = _measure(Path(folder), count)
            if round_number:
                rates[count].append(rate)
                cores[count].append(core)
                busy[count].append(share)
            print(f"{count} servers: {rate:.1f} replies/s, {core:.2f} cores of ours, busy {share:.2f}", flush=True)
    equal = "each request was asked once, each chunk has its fact, each fact its answer, no pair is there twice"
    rows = [
        Row(
            f"Replies per second and server with {count} servers, against one server",
            "/s",
            [rate / count for rate in rates[count]],
            rates[1],
            "share_at_least",
            0.8,
            equal,
        )
        for count in COUNTS[1:]
    ]
    write_part("servers", "Several servers", rows, [_drawn(rates, cores, busy)])


def _measure(folder: Path, count: int) -> tuple[float, float, float]:
    """Replies a second, the cores that our side needed for it, and how busy the servers were; checks what was made."""
    os.environ["HONE_SETTINGS"] = str(folder / "settings.ini")
    path = _project(folder / "pumps.hone", CHUNKS * count)
    with _slow(count) as ports:
        for port in ports:
            server_list.put(Server(address=f"http://127.0.0.1:{port}", model=_MODEL, at_once=AT_ONCE))
        spec = GenerateSpec(project=str(path), writer="servers", questions_per_chunk=1, wordings=2)
        began, cpu = time.perf_counter(), time.process_time()
        generate(spec, lambda event: None, Cancel())
        took, cpu = time.perf_counter() - began, time.process_time() - cpu
        counts = [_counts(port) for port in ports]
    _check(path, CHUNKS * count, counts)
    return CHUNKS * count * _EACH / took, cpu / took, sum(told["busy"] for told in counts) / (took * count * AT_ONCE)


def _project(path: Path, chunks: int) -> Path:
    """A page for each pump, and an index over them."""
    pages = [
        f"Pump {number} stands in hall {number % 7}.\nThe weight of pump {number} is {number * 3 % 997} kilograms."
        for number in range(1, chunks + 1)
    ]
    with Project.create(path) as project:
        digest = hashlib.sha256("\f".join(pages).encode()).hexdigest()
        stored.add(
            project,
            stored.Document(0, digest, "pumps.txt", "text", "pumps.txt", "en", "read", "", 0, 0, "pumps.txt"),
            [stored.Page(0, number, text, "read", "") for number, text in enumerate(pages, start=1)],
            [
                stored.Chunk(0, 0, at, at + 1, 0, at + 1, len(text), text, len(text.split()))
                for at, text in enumerate(pages)
            ],
        )
    index(IndexSpec(project=str(path)), lambda event: None, Cancel())
    return path


@contextlib.contextmanager
def _slow(count: int) -> Iterator[list[int]]:
    command = [sys.executable, "-m", "benchmarks.slow_servers", str(count), str(SECONDS), str(AT_ONCE)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.communicate("")


def _counts(port: int) -> dict[str, float]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/counts") as response:
        found: dict[str, float] = json.load(response)
    return found


def _check(path: Path, chunks: int, counts: list[dict[str, float]]) -> None:
    """Exits when a request or a pair was lost or doubled, or a server was asked for more than it takes."""
    asked, distinct, replied = (sum(told[name] for told in counts) for name in ("asked", "distinct", "replied"))
    if not asked == distinct == replied == chunks * _EACH:
        raise SystemExit(f"{chunks * _EACH} requests, but {asked} were asked, {distinct} distinct, {replied} replied")
    if max(told["most"] for told in counts) > AT_ONCE:
        raise SystemExit("a server was asked for more at once than it takes")
    with Project(path) as project:
        facts = project.rows("SELECT chunk_id, answer FROM facts")
        pairs = project.rows("SELECT fact_id, wording, state FROM pairs")
    if len(facts) != chunks or len({row[0] for row in facts}) != chunks or not all(row[1] for row in facts):
        raise SystemExit(f"{chunks} chunks, but {len(facts)} facts")
    if len({(row[0], row[1]) for row in pairs}) != len(pairs) or any(row[2] == "asked" for row in pairs):
        raise SystemExit("a pair is there twice, or was not judged")


def _drawn(rates: dict[int, list[float]], cores: dict[int, list[float]], busy: dict[int, list[float]]) -> str:
    """The curve in letters: what was reached, and up to the point what as many times one server would be."""
    one, lines = statistics.median(rates[1]), ["servers  replies/s  efficiency  servers busy  our cores"]
    for count in COUNTS:
        rate = statistics.median(rates[count])
        bar, ideal = round(rate / one * 6), 6 * count
        curve = "#" * bar + " " * (ideal - bar) + ("|" if bar < ideal else "")
        figures = f"{rate / one / count:>10.2f}  {statistics.median(busy[count]):>12.2f}"
        lines.append(f"{count:>7}  {rate:>9.1f}  {figures}  {statistics.median(cores[count]):>9.2f}  {curve}")
    told = "\n".join(lines)
    return (
        f"Servers that take {AT_ONCE} requests at a time and {SECONDS:g} seconds on average for each, {CHUNKS} chunks"
        f" for each server, the whole job timed. `|` is where as many times one server would be.\n\n```\n{told}\n```"
    )


if __name__ == "__main__":
    main()
