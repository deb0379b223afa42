"""How long ingest and index take and how much memory: python benchmarks/ingest.py [--pages N] [FILE ...].

Without a file, a PDF of N pages (default 1,000) is drawn first: headed, numbered pages of seeded prose with
lists and tables, no two alike. Each file is read and indexed by the jobs in a process and project of its own.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT, MARGIN, SIZE, PITCH = 595.0, 842.0, 72.0, 10.5, 13.5
SUBJECTS = ("pump", "valve", "filter", "motor", "seal", "housing", "drum", "belt", "sensor", "lid", "cable", "fan")
VERBS = ("needs", "holds", "moves", "carries", "measures", "warms", "turns", "protects", "weighs", "costs", "stops")
THINGS = ("water", "oil", "steam", "grease", "sand", "air", "current", "pressure", "heat", "dust", "salt", "light")
UNITS = ("litres", "grams", "minutes", "euros", "bar", "volts", "days", "metres", "degrees", "percent")
ENDS = ("in winter", "before the first start", "after every cleaning", "when the lid is closed", "at full load")


def main() -> None:
    """Measure each file and print one JSON line for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        print(json.dumps(measure(arguments.inside)))
        return
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    print(machine, file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        files = arguments.files or [draw(Path(folder, "generated.pdf"), arguments.pages)]
        for path in files:
            command = [sys.executable, __file__, "--inside", str(path.resolve())]
            done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
            print(done.stdout.strip())


def measure(path: Path) -> dict[str, Any]:
    """Ingest and index one file in a new project; seconds, CPU seconds, peak memory of the jobs and of the reader."""
    sys.path.insert(0, str(ROOT))
    from engine import events, jobs
    from engine.project import Project

    made: list[events.Event] = []
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        project = Project.create(Path(folder, "bench.hone"))
        project.close()
        for name, fields in (("ingest", {"paths": [str(path)]}), ("index", {})):
            started = time.perf_counter()
            jobs.run(name, {"project": str(project.path), **fields}, made.append, jobs.Cancel())
            seconds[name] = round(time.perf_counter() - started, 2)
            if not isinstance(made[-1], events.Finished):
                raise SystemExit(f"{name} failed: {made[-1]}")
    figures = next(event.data or {} for event in made if isinstance(event, events.Artifact))
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    peaks = [one.ru_maxrss / (1 if sys.platform == "darwin" else 1 / 1024) for one in used]
    return {
        "file": path.name,
        "pages": figures["pages"],
        "chunks": figures["chunks"],
        "ingest_seconds": seconds["ingest"],
        "index_seconds": seconds["index"],
        "cpu_seconds": round(sum(one.ru_utime + one.ru_stime for one in used), 2),
        "peak_mb": round(peaks[0] / 1e6, 1),
        "reader_peak_mb": round(peaks[1] / 1e6, 1),
    }


def draw(path: Path, pages: int) -> Path:
    """Write a PDF of so many pages of text; the same for the same number."""
    dice = random.Random(pages)
    pdf = pypdfium2.PdfDocument.new()
    for number in range(1, pages + 1):
        page = pdf.new_page(WIDTH, HEIGHT)
        _write(pdf, page, "The machine, service manual", MARGIN, HEIGHT - 40, 9)
        _write(pdf, page, str(number), WIDTH / 2, 36, 9)
        y = HEIGHT - 80
        if number % 4 == 1:
            _write(pdf, page, f"{number // 4 + 1} Care of the {dice.choice(SUBJECTS)}", MARGIN, y, 16)
            y -= 26
        while y > 90:
            for line in _block(dice):
                _write(pdf, page, line, MARGIN, y, SIZE)
                y -= PITCH
            y -= 0.6 * PITCH
        page.gen_content()
        page.close()
    pdf.save(path)
    pdf.close()
    return path


def _block(dice: random.Random) -> list[str]:
    """A paragraph of wrapped lines, or a list of single ones."""
    if dice.random() < 0.2:
        return [f"• {_sentence(dice)}" for _ in range(3)]
    words, lines = " ".join(_sentence(dice) for _ in range(5)).split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 88:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _sentence(dice: random.Random) -> str:
    subject, verb, thing = dice.choice(SUBJECTS), dice.choice(VERBS), dice.choice(THINGS)
    return f"The {subject} {verb} {dice.randint(2, 999)} {dice.choice(UNITS)} of {thing} {dice.choice(ENDS)}."


def _write(pdf: Any, page: Any, text: str, x: float, y: float, size: float) -> None:
    item = pdfium_c.FPDFPageObj_NewTextObj(pdf, b"Helvetica", size)
    encoded = (text + "\0").encode("utf-16-le")
    pdfium_c.FPDFText_SetText(item, ctypes.cast(ctypes.c_char_p(encoded), pdfium_c.FPDF_WIDESTRING))
    pdfium_c.FPDFPageObj_Transform(item, 1, 0, 0, 1, x, y)
    pdfium_c.FPDFPage_InsertObject(page, item)


if __name__ == "__main__":
    main()
