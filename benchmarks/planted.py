"""How many planted errors the checks find, class by class, without and with a judge, and how many good pairs they lose.

    python -m benchmarks.planted [--each 25] [--judge starter|FILE.gguf] [--out benchmarks/planted.md]

Each class has as many errors made of pairs that were looked at while the checks were written as of pairs that were
held back. The errors are the same in every run.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.good_pairs import Good, good_pairs
from benchmarks.planted_errors import CLASSES, planted
from engine.dataset.checks.verdicts import Judging, Verdict, Verdicts

if TYPE_CHECKING:
    from engine.dataset.checks.candidate import Candidate
    from engine.writers.judging import Judge

_FIRST_LOOK = (
    "",
    "The first look at the half that was held back found 3.3% of its good pairs rejected, and 21 of 25 questions that",
    "lean on their page. Names of units and months were then no longer taken for names, another sentence must have",
    'three in five of the question\'s words, and "according to the diagram" was added: the table is of after that.',
)
_TITLES = ("looked at", "held back")


def verdict(good: Good, spoiled: Candidate, name: str, judging: Judging | None = None) -> Verdict:
    """The verdict on a spoiled pair; a copy is judged as of another fact, beside the pair it was copied from."""
    verdicts = Verdicts(judging=judging)
    fact_id = 1
    if name == "copied duplicate":
        verdicts.remember(1, good.pair.question, good.pair.answer, good.pair.evidence)
        fact_id = 2
    return verdicts.of_fact(fact_id, [spoiled], [("", "")])[0]


def lost(everything: list[Good], judging: Judging | None = None) -> list[tuple[Good, Verdict]]:
    """The good pairs that are rejected, each judged alone."""
    found = [(good, Verdicts(judging=judging).of_fact(1, [good.pair], [("", "")])[0]) for good in everything]
    return [(good, said) for good, said in found if said.reason]


def measured(each: int, judging: Judging | None = None) -> dict[str, list[tuple[int, int, Counter[str]]]]:
    """For each class and half: errors rejected, errors planted, rejections by check."""
    everything = good_pairs()
    rows: dict[str, list[tuple[int, int, Counter[str]]]] = {name: [] for name in CLASSES}
    for held_back in (False, True):
        for name, errors in planted(everything, each, held_back=held_back).items():
            reasons = Counter(verdict(good, spoiled, name, judging).reason for good, spoiled in errors)
            rows[name].append((len(errors) - reasons[""], len(errors), reasons))
    return rows


def report(each: int, judge: Judge | None) -> str:
    """The tables in Markdown."""
    everything = good_pairs()
    plain = measured(each)
    judging = None if judge is None else lambda pairs: judge.opinions(pairs, lambda: None)
    judged = plain if judging is None else measured(each, judging)
    lines = [
        "# Planted errors",
        "",
        "Made by `python -m benchmarks.planted`; see there for how. Rejected of planted, in the half of the source",
        "pairs that was looked at while the checks were written, and in the half that was held back.",
        *_FIRST_LOOK,
        "",
        "| class | looked at | held back | both | with judge | by |",
        "|---|---|---|---|---|---|",
    ]
    for name, halves in plain.items():
        both = sum(half[0] for half in halves), sum(half[1] for half in halves)
        again = sum(half[0] for half in judged[name])
        reasons = sum((half[2] for half in halves), Counter[str]())
        by = ", ".join(f"{check} {count}" for check, count in reasons.most_common(4) if check)
        shares = " | ".join(f"{rejected}/{total}" for rejected, total, _ in halves)
        with_judge = "-" if judge is None else f"{again}/{both[1]} ({again / both[1]:.0%})"
        lines.append(f"| {name} | {shares} | {both[0]}/{both[1]} ({both[0] / both[1]:.0%}) | {with_judge} | {by} |")
    lines += [
        "",
        "Good pairs rejected, of all that a person found good:",
        "",
        "| pairs | without | with judge |",
        "|---|---|---|",
    ]
    without = lost(everything)
    with_it = lost(everything, judging) if judging else []
    groups: list[tuple[str, list[Good]]] = [
        (title, [good for good in everything if good.held_back == held])
        for title, held in zip(_TITLES, (False, True), strict=True)
    ]
    for language, code in (("English", "en"), ("Korean", "ko")):
        groups.append((language, [good for good in everything if good.pair.language == code]))
    groups.append(("all", everything))
    gone = [{id(good.pair) for good, _ in some} for some in (without, with_it)]
    for title, members in groups:
        total = len(members)
        few, more = (sum(id(good.pair) in some for good in members) for some in gone)
        lines.append(
            f"| {title} ({total}) | {few} ({few / total:.1%}) | {f'{more} ({more / total:.1%})' if judging else '-'} |"
        )
    lines += ["", f"Judge: {judge.name if judge else 'none'}.", ""]
    for good, said in without:
        lines.append(f"- lost ({said.reason}): {good.pair.question} -> {good.pair.answer}: {said.detail}")
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Print the tables, and write them where --out says."""
    from engine.writers.judging import open_judge
    from engine.writers.opening import Wishes, open_writer

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=25, help="errors of each class and half")
    parser.add_argument("--judge", default="starter", help="off, starter or the path of a GGUF chat model")
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    writer = open_writer("starter", Wishes())
    judge = open_judge(chosen.judge, writer)
    text = report(chosen.each, judge)
    if judge is not None:
        judge.close()
    writer.close()
    print(text)
    if chosen.out:
        chosen.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
