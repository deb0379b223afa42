"""Record a demo for previews and tests of the window: python -m tools.record PROJECT.hone, made by `hone demo`.

Writes resources/recorded: the project as SQL without the paths of this machine, and what each job told and when.
With --pause SECONDS no two events stand further apart than that, so that a long training plays back lively; what the
events say (rates, time left) stays as it was measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import shutil
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.recorded import PROJECT, RESOURCES
from engine.jobs import Cancel
from engine.project import Project
from engine.resources import resource
from engine.worker import Worker

if TYPE_CHECKING:
    from engine.events import Event

OUT = resource("recorded")
QUESTIONS = (
    "How much power does the composter need while it heats at its maximum?",
    "My composter shows E02. What is probably wrong with its lid?",
    "How often should the shaft of the paddle be greased?",
)


def main() -> None:
    """Run every job for a moment, then dump the project."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project")
    parser.add_argument("--pause", type=float, default=math.inf, help="longest time between two events, in seconds")
    wanted = parser.parse_args()
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "sample.hone")
        shutil.copytree(wanted.project, copy)
        fresh = Path(folder, "fresh.hone")
        Project.create(fresh).close()
        manual = str(resource("samples", "manual.pdf"))
        with Worker() as worker:
            record(worker, "ingest", {"project": str(fresh), "paths": [manual]}, folder)
            record(worker, "index", {"project": str(fresh)}, folder)
            record(worker, "generate", {"project": str(fresh), "sample": 6}, folder)
            record(worker, "dataset", {"project": str(fresh)}, folder)
            record(worker, "train", {"project": str(fresh), "iterations": 60, "evaluate_every": 10}, folder)
            record(worker, "fuse", {"project": str(fresh)}, folder)
            record(worker, "exam", {"project": str(fresh)}, folder)
            record(worker, "export", {"project": str(fresh), "dataset": f"{folder}/dataset"}, folder)
            record(worker, "styles", {"project": str(fresh)}, folder)
            for question in QUESTIONS:
                asked = {"project": str(copy), "question": question, "conversation": "main", "temperature": 0.0}
                record(worker, "chat", asked, folder)
            dump(copy, wanted.project)
            worker.run("dataset", {"project": str(copy)}, lambda event: None, Cancel())
            record(worker, "plan", {"project": str(copy)}, folder)
    for path in OUT.glob("*.jsonl"):
        shorten(path, wanted.pause)


def record(worker: Worker, name: str, fields: dict[str, Any], folder: str) -> None:
    """Run a job and write [seconds, event] lines to NAME.jsonl."""
    lines: list[str] = []
    began = time.monotonic()

    def keep(event: Event) -> None:
        told = {"event": type(event).__name__, **asdict(event)}
        if name == "chat":
            (told.get("data") or {}).pop("message", None)  # playing it back writes no row
        text = json.dumps([round(time.monotonic() - began, 3), told], ensure_ascii=False)
        lines.append(_without_paths(text, folder))

    worker.run(name, fields, keep, Cancel())
    print(name, len(lines), lines[-1][:200])
    (OUT / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def shorten(path: Path, pause: float) -> None:
    """Tell the events of a recording no further apart than `pause` seconds."""
    lines: list[str] = []
    before = at = 0.0
    for line in path.read_text(encoding="utf-8").splitlines():
        told, event = json.loads(line)
        at += min(told - before, pause)
        before = told
        lines.append(json.dumps([round(at, 3), event], ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def dump(path: Path, original: str) -> None:
    """The project as SQL that makes it anew, with marks in place of folders."""
    with Project(path) as project:
        project.db.execute("UPDATE documents SET source = ? || name", (f"{RESOURCES}/samples/",))
        text = "\n".join(project.db.iterdump())
        version = project.value("PRAGMA user_version")
    text = text.replace(str(path.resolve()), PROJECT).replace(str(Path(original).resolve()), PROJECT)
    text = _without_paths(text, str(path.parent)) + f"\nPRAGMA user_version = {version};\n"
    data = gzip.compress(text.encode(), mtime=0)
    print(f"project.sql.gz {len(data):,} bytes")
    (OUT / "project.sql.gz").write_bytes(data)


def _without_paths(text: str, folder: str) -> str:
    return re.sub(r"/[^\"' ]*?/resources(?=[/\"'])", RESOURCES, text).replace(folder, "{folder}")


if __name__ == "__main__":
    main()
