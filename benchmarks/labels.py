"""How many pairs are good, accepted and before the checks, judged by a person, without keeping the documents' text.

    python benchmarks/labels.py sample PROJECT --count 50 --rejected 20 --out SHEET.tsv
    python benchmarks/labels.py keep PROJECT SHEET.tsv LABELS.json --document NAME --source "REPOSITORY @ COMMIT, files"
    python benchmarks/labels.py report LABELS.json ...

A person fills the first column of the sheet: `good`, or what is wrong (REASONS). Accepted and rejected pairs stand
there in random order and without their state, so that the checks' verdict does not lead the person's. What is kept
is a hash of question and evidence with the verdict, so that foreign text stays out of the repository and the labels
can still be checked against a project written anew from the same source.
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
    "good": "a well-formed question that the answer answers, and the evidence supports the answer",
    "form": "not a well-formed question",
    "vague": "cannot be understood without the page",
    "wrong": "asks for another thing than the sentence states",
    "unanswered": "the answer does not answer it",
    "unsupported": "the evidence does not support the answer",
}
_PAIRS = """
    SELECT pairs.id AS pair, documents.name AS document, facts.evidence_page AS page, pairs.question, facts.answer,
    facts.evidence, pairs.state, pairs.style, pairs.reason, facts.kind
    FROM pairs JOIN facts ON facts.id = pairs.fact_id LEFT JOIN documents ON documents.id = facts.evidence_document
    WHERE facts.origin = 'generated' AND pairs.state IN ('accepted', 'rejected') ORDER BY pairs.id
"""
_SHOWN = ("pair", "document", "page", "question", "answer", "evidence")


def hash_of(question: str, evidence: str) -> str:
    """First 16 hex digits of SHA-256 over question, line feed, evidence."""
    return hashlib.sha256(f"{question}\n{evidence}".encode()).hexdigest()[:16]


def sample(project: Path, count: int, rejected: int, seed: int, out: Path) -> None:
    """Write a sheet with `count` accepted and `rejected` rejected pairs; within a state all have the same chance."""
    with Project(project) as opened:
        rows = [dict(row) for row in opened.rows(_PAIRS)]
    random = Random(seed)
    chosen = []
    for state, number in (("accepted", count), ("rejected", rejected)):
        found = [row for row in rows if row["state"] == state]
        chosen += random.sample(found, min(number, len(found)))
        print(f"{min(number, len(found))} of {len(found)} {state} pairs")
    random.shuffle(chosen)
    with out.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow(["verdict", *_SHOWN])
        writer.writerows([["", *(row[name] for name in _SHOWN)] for row in chosen])


def keep(project: Path, sheet: Path, labels: Path, document: str, source: str) -> None:
    """Turn a filled sheet into labels; raises SystemExit for a row without a known verdict."""
    with sheet.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    if unknown := {row["verdict"] for row in rows} - set(REASONS):
        raise SystemExit(f"verdicts that are not known: {sorted(unknown)}; known are {', '.join(REASONS)}")
    with Project(project) as opened:
        stored = {str(row["pair"]): row for row in opened.rows(_PAIRS)}
    pairs = []
    for row in rows:
        known = stored[row["pair"]]
        label = {"hash": hash_of(row["question"], row["evidence"]), "verdict": row["verdict"]}
        pairs.append({**label, **{name: known[name] for name in ("state", "style", "kind", "reason")}})
    totals = Counter(row["state"] for row in stored.values())
    kept = {"document": document, "source": source, "totals": dict(totals), "pairs": pairs}
    labels.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def report(files: list[Path]) -> None:
    """Print what share of accepted pairs is good and supported, and of all pairs before the checks."""
    every: Counter[str] = Counter()
    for path in files:
        content = json.loads(path.read_text(encoding="utf-8"))
        accepted = Counter(pair["verdict"] for pair in content["pairs"] if pair.get("state", "accepted") == "accepted")
        rejected = Counter(pair["verdict"] for pair in content["pairs"] if pair.get("state") == "rejected")
        every += accepted
        print(f"{_share(accepted)}  {content['document']}")
        if rejected:
            print(f"  before the checks {_before(accepted, rejected, content['totals'])}; rejected: {_share(rejected)}")
    print(f"{_share(every)}  all")


def _before(accepted: Counter[str], rejected: Counter[str], totals: dict[str, int]) -> str:
    """The share of good pairs among all that were written, each state weighed by how many there were of it."""
    written = sum(totals.values())
    good = sum(
        totals.get(state, 0) * verdicts["good"] / verdicts.total()
        for state, verdicts in (("accepted", accepted), ("rejected", rejected))
    )
    return f"{good / written:.0%} of {written} good"


def _share(verdicts: Counter[str]) -> str:
    wrong = ", ".join(f"{reason} {count}" for reason, count in verdicts.most_common() if reason != "good")
    number = verdicts.total()
    supported = number - verdicts["unsupported"]
    return (
        f"{verdicts['good']} of {number} good ({verdicts['good'] / number:.0%}; {wrong or 'nothing wrong'}),"
        f" evidence supports {supported / number:.0%}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("sample")
    drawing.add_argument("project", type=Path)
    drawing.add_argument("--count", type=int, default=50)
    drawing.add_argument("--rejected", type=int, default=20)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--out", type=Path, required=True)
    keeping = commands.add_parser("keep")
    keeping.add_argument("project", type=Path)
    keeping.add_argument("sheet", type=Path)
    keeping.add_argument("labels", type=Path)
    keeping.add_argument("--document", required=True)
    keeping.add_argument("--source", required=True)
    reporting = commands.add_parser("report")
    reporting.add_argument("labels", type=Path, nargs="+")
    args = parser.parse_args()
    if args.command == "sample":
        sample(args.project, args.count, args.rejected, args.seed, args.out)
    elif args.command == "keep":
        keep(args.project, args.sheet, args.labels, args.document, args.source)
    else:
        report(args.labels)


if __name__ == "__main__":
    main()
