"""How evenly the window runs while two replies stream into it: python -m benchmarks.streaming [tokens] [a second].

A conversation of the recorded project is open; two long replies arrive token by token on the job's thread, as
from a child. A timer that is always due notes how long the window was busy between two turns of its loop.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.pages.compare import ComparePage
    from engine.jobs import Cancel, Emit

WORDS = (
    "The tank of the composter holds 2.4 litres, and its filter lasts **130 days** in a kitchen.\n\n- One\n- Two\n\n"
)
FRAME_MS = 1000 / 60
_IDLE_MS = 0.2


def main() -> None:
    """Print the gaps of the window's loop: while it streams, and when the replies are set as Markdown."""
    tokens, rate = [*map(int, sys.argv[1:]), 1500, 100][:2]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop import app, recorded
    from desktop.job_queue import JobQueue
    from desktop.pages.compare import ComparePage
    from desktop.session import Session

    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONE_SETTINGS"] = str(Path(folder, "settings.ini"))
        application = app.make(sys.argv[:1])
        runner = streamer(tokens, rate)
        session = Session(recorded.project(Path(folder, "sample.hone")), JobQueue(runner=runner))
        page = ComparePage(session)
        page.resize(1040, 760)
        page.show()
        measure(application.processEvents, until(1.0))  # the first showing
        page.ask("How does it work?")
        gaps = measure(application.processEvents, lambda: page._job is None)
        report(f"streaming 2 x {tokens} tokens at {rate}/s a side", gaps[:-3])
        report("the end, set as Markdown", gaps[-3:])
        print(f"{sum(len(pane.said) for pane in last(page)):,} characters shown")
        session.queue.close()
        session.close()


def streamer(tokens: int, rate: int) -> Any:
    """A runner that tells both replies at a steady rate."""

    def stream(name: str, fields: dict[str, Any], emit: Emit, cancel: Cancel) -> None:
        from engine import events

        pieces = [piece + " " for piece in (WORDS * (1 + tokens // len(WORDS.split(" ")))).split(" ")][:tokens]
        began = time.perf_counter()
        for number, piece in enumerate(pieces):
            time.sleep(max(0.0, began + number / rate - time.perf_counter()))
            for side in ("base", "tuned"):
                emit(events.Text(piece, side))
        text = "".join(pieces).strip()
        figures = {"tokens": tokens, "first_token_seconds": 0.0, "tokens_per_second": float(rate)}
        told = {"question": fields["question"], "base": text, "tuned": text, "run": fields["run"]}
        timings = {"base": figures, "tuned": figures}
        emit(events.Artifact("reply", "", {**told, "logit_delta": 1.0, "timings": timings}))
        emit(events.Finished())

    return stream


def until(seconds: float) -> Callable[[], bool]:
    """Whether that much time is over."""
    end = time.perf_counter() + seconds
    return lambda: time.perf_counter() > end


def measure(turn: Callable[[], None], over: Callable[[], bool]) -> list[tuple[float, float]]:
    """(on the wall, of the processor) in milliseconds, for each turn of the loop that did something."""
    gaps = []
    while not over():
        began, used = time.perf_counter(), time.thread_time()
        turn()
        if (busy := (time.thread_time() - used) * 1000) > _IDLE_MS:
            gaps.append(((time.perf_counter() - began) * 1000, busy))
        time.sleep(0.001)
    return gaps


def report(what: str, gaps: list[tuple[float, float]]) -> None:
    """One line for each clock: other programs may share the processor."""
    print(f"{what}: {len(gaps)} turns of the loop with something to do")
    for clock, found in zip(("wall", "processor"), zip(*gaps, strict=True), strict=True):
        ordered = sorted(found)
        late = sum(gap > FRAME_MS for gap in ordered)
        print(
            f"  {clock}: median {statistics.median(ordered):.1f} ms, 99% {ordered[int(len(ordered) * 0.99)]:.1f} ms, "
            f"longest {ordered[-1]:.1f} ms, {late} longer than a frame of {FRAME_MS:.1f} ms"
        )


def last(page: ComparePage) -> list[Any]:
    """The panes of the newest turn."""
    return list(page.turns.turns[-1].panes.values())


if __name__ == "__main__":
    main()
