"""Downloads a model of a test's catalogue in a process of its own, which the test kills."""

from __future__ import annotations

import sys
from pathlib import Path

from engine import events, jobs
from engine.models import catalogue

if __name__ == "__main__":
    place = Path(sys.argv[1])
    setattr(catalogue, "resource", lambda *parts: place)  # noqa: B010  its own name for that of another module
    jobs.run("download", {"name": sys.argv[2]}, lambda event: print(events.encode(event), flush=True), jobs.Cancel())
