"""What more wordings of a fact are worth: key facts right with 1, 2, 4 and 8 wordings of each fact trained.

    python benchmarks/wordings.py FOLDER [--iterations N] [--out benchmarks/wordings.md]

The sample manual is written about once, with up to eight trained wordings and others held out. The same held-out
wordings, and the hand-written questions, are then asked of four models: equal base, equal facts, equal number of
iterations, only the wordings differ. FOLDER keeps the project; what is done there is not done again.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engine import events, jobs  # noqa: E402
from engine.project import Project, datasets  # noqa: E402

WORDINGS = (1, 2, 4, 8)
_GENERATED = 12
_MANUAL = ROOT / "resources" / "samples" / "manual.pdf"
_QUESTIONS = ROOT / "resources" / "samples" / "questions.json"


def run(name: str, project: Path, **fields: Any) -> dict[str, Any]:
    """Run a job to its end; the data of its last artifact. Stops the benchmark when it fails."""
    seen: list[events.Event] = []

    def note(event: events.Event) -> None:
        if not isinstance(event, events.Progress | events.Metric):
            seen.append(event)

    jobs.run(name, {"project": str(project), **fields}, note, jobs.Cancel())
    if not isinstance(seen[-1], events.Finished):
        raise SystemExit(f"{name} ended with {seen[-1]}")
    made = [event for event in seen if isinstance(event, events.Artifact)]
    return made[-1].data or {} if made else {}


def write(folder: Path) -> Path:
    """The project with its pairs; made once."""
    project = folder / "wordings.hone"
    if not project.exists():
        Project.create(project).close()
        run("ingest", project, paths=[str(_MANUAL)])
        run("index", project)
        run("generate", project, wordings=_GENERATED)
    return project


def trained(project: Path) -> tuple[int, int, float]:
    """Facts and rows of the newest dataset's train, and the mean number of wordings of a fact."""
    with Project(project) as opened:
        rows = datasets.rows(opened, datasets.latest(opened).id, "train")
    per_fact = Counter(row.fact_id for row in rows)
    return len(per_fact), len(rows), statistics.mean(per_fact.values())


def measure(project: Path, wordings: int, iterations: int) -> dict[str, Any]:
    """Train with at most so many wordings of each fact, and ask."""
    counts = run("dataset", project, wordings=wordings, test=0.15, valid=0.05)
    facts, rows, mean = trained(project)
    figures = run("train", project, iterations=iterations)
    scores = run("exam", project, run=figures["run"], splits=["test"], questions=str(_QUESTIONS))["splits"]
    return {
        "wordings": wordings,
        "facts": facts,
        "rows": rows,
        "mean": mean,
        "held_out": counts["test"],
        "iterations": figures["iterations"],
        **{f"{split}_n": scores[split]["tuned"]["n"] for split in scores},
        **{f"{split}_tuned": scores[split]["tuned"]["key_facts"] for split in scores},
        **{f"{split}_base": scores[split]["base"]["key_facts"] for split in scores},
    }


def table(results: list[dict[str, Any]]) -> str:
    """The figures as Markdown."""
    lines = [
        "# What more wordings of a fact are worth",
        "",
        "Made by `python benchmarks/wordings.py FOLDER`: the sample manual, the starter as writer and base, the same",
        f"held-out wordings for all four, {results[0]['iterations']} iterations each.",
        "",
        "| wordings at most | trained rows | wordings of a fact, mean | right on held-out wordings |"
        " right on hand-written questions | base |",
        "|---:|---:|---:|---:|---:|---:|",
    ]
    for result in results:
        lines.append(
            f"| {result['wordings']} | {result['rows']} of {result['facts']} facts | {result['mean']:.2f} |"
            f" {result['test_tuned']:.0%} of {result['test_n']} |"
            f" {result['written_tuned']:.0%} of {result['written_n']} | {result['test_base']:.0%} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--iterations", type=int, default=1200)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    project = write(arguments.folder)
    kept = arguments.folder / "results.json"
    results = json.loads(kept.read_text()) if kept.exists() else []
    for wordings in WORDINGS[len(results) :]:
        results.append(measure(project, wordings, arguments.iterations))
        kept.write_text(json.dumps(results))
        print(results[-1], flush=True)
    if arguments.out:
        arguments.out.write_text(table(results), encoding="utf-8")
    print(table(results))


if __name__ == "__main__":
    main()
