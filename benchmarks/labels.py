"""How many accepted pairs are good, judged by a person, without keeping the documents' text.

    python benchmarks/labels.py sample PROJECT --count 40 --out SHEET.tsv    draws accepted pairs, seeded
    python benchmarks/labels.py keep SHEET.tsv LABELS.json --document NAME --source "REPOSITORY @ COMMIT, files"
    python benchmarks/labels.py report LABELS.json ...                       what passed, of all and by reason

A person fills the first column of the sheet: `good`, or what is wrong (REASONS). Good is a well-formed question
that its evidence answers. What is kept is a hash of question and evidence with the verdict, so that foreign text
stays out of the repository and the labels can still be checked against a project written anew from the same commit.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engine.project import Project  # noqa: E402

REASONS = {
    "good": "well-formed, and the evidence answers it",
    "form": "not a well-formed question",
    "unanswered": "the evidence does not answer it",
    "vague": "cannot be understood without the page",
    "wrong": "asks for another thing than the sentence states",
}
_ACCEPTED = """
    SELECT documents.name AS document, facts.evidence_page AS page, pairs.style, pairs.question, facts.evidence
    FROM pairs JOIN facts ON facts.id = pairs.fact_id JOIN documents ON documents.id = facts.evidence_document
    WHERE pairs.state = 'accepted' ORDER BY pairs.id
"""


def hash_of(question: str, evidence: str) -> str:
    """First 16 hex digits of SHA-256 over question, line feed, evidence."""
    return hashlib.sha256(f"{question}\n{evidence}".encode()).hexdigest()[:16]


def sample(project: Path, count: int, seed: int, out: Path) -> None:
    """Write a sheet with `count` accepted pairs; every pair has the same chance."""
    with Project(project) as opened:
        rows = [dict(row) for row in opened.rows(_ACCEPTED)]
    chosen = Random(seed).sample(rows, min(count, len(rows)))
    with out.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow(["verdict", "document", "page", "style", "question", "evidence"])
        writer.writerows([["", *row.values()] for row in chosen])
    print(f"{len(chosen)} of {len(rows)} accepted pairs are in {out}")


def keep(sheet: Path, labels: Path, document: str, source: str) -> None:
    """Turn a filled sheet into labels; raises SystemExit for a row without a known verdict."""
    with sheet.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    if unknown := {row["verdict"] for row in rows} - set(REASONS):
        raise SystemExit(f"verdicts that are not known: {sorted(unknown)}; known are {', '.join(REASONS)}")
    pairs = [
        {"hash": hash_of(row["question"], row["evidence"]), "style": row["style"], "verdict": row["verdict"]}
        for row in rows
    ]
    labels.write_text(json.dumps({"document": document, "source": source, "pairs": pairs}, indent=1) + "\n")


def report(files: list[Path]) -> None:
    """Print the share of good pairs of each file and of all."""
    every: Counter[str] = Counter()
    for path in files:
        content = json.loads(path.read_text(encoding="utf-8"))
        verdicts = Counter(pair["verdict"] for pair in content["pairs"])
        every += verdicts
        print(f"{_share(verdicts)}  {content['document']}")
    print(f"{_share(every)}  all")


def _share(verdicts: Counter[str]) -> str:
    wrong = ", ".join(f"{reason} {count}" for reason, count in verdicts.most_common() if reason != "good")
    return f"{verdicts['good']} of {verdicts.total()} good ({verdicts['good'] / verdicts.total():.0%}; {wrong})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("sample")
    drawing.add_argument("project", type=Path)
    drawing.add_argument("--count", type=int, default=40)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--out", type=Path, required=True)
    keeping = commands.add_parser("keep")
    keeping.add_argument("sheet", type=Path)
    keeping.add_argument("labels", type=Path)
    keeping.add_argument("--document", required=True)
    keeping.add_argument("--source", required=True)
    reporting = commands.add_parser("report")
    reporting.add_argument("labels", type=Path, nargs="+")
    args = parser.parse_args()
    if args.command == "sample":
        sample(args.project, args.count, args.seed, args.out)
    elif args.command == "keep":
        keep(args.sheet, args.labels, args.document, args.source)
    else:
        report(args.labels)


if __name__ == "__main__":
    main()
