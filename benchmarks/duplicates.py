"""Near-duplicates at scale: time for 1,000, 10,000 and 100,000 pairs, and how many planted copies are found.

    python -m benchmarks.duplicates [--out benchmarks/duplicates.md]

The pairs are made up of invented things with attributes, so that many are alike in all words but one, as in real
manuals. Every twentieth is a copy of an earlier one under another fact: half worded alike, half asked in other words.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from random import Random

from engine.dataset.checks.duplicates import Asked

_ATTRIBUTES = [
    ("What is the weight of {}?", "How heavy is {}?", "The weight of {} is {} kilograms.", "{} weighs {} kg."),
    ("What is the price of {}?", "How much does {} cost?", "The price of {} is {} euros.", "{} costs {} euros."),
    ("What is the length of {}?", "How long is {}?", "The length of {} is {} metres.", "{} is {} metres long."),
    (
        "How often must {} be replaced?",
        "What is the replacement interval of {}?",
        "{} must be replaced every {} days.",
        "Replace {} every {} days.",
    ),
    (
        "At which temperature is {} stored?",
        "Which temperature is {} stored at?",
        "{} is stored at {} degrees.",
        "Store {} at {} degrees.",
    ),
]
_PARTS_WORDS = "filter pump belt valve seal sensor panel cable hose motor lamp fan gear clamp nozzle"
_PARTS = _PARTS_WORDS.split()
_KINDS_WORDS = "air oil water fuel steam brake front rear left right inner outer upper lower main spare"
_KINDS = _KINDS_WORDS.split()
_SYLLABLES_WORDS = "bra kel mon tar vis do lun per sa fi gor hal ni ru wex zan"
_SYLLABLES = _SYLLABLES_WORDS.split()
_EVERY = 20


def rows(count: int, seed: int = 0) -> tuple[list[tuple[int, str, str, str]], dict[int, str]]:
    """(fact, question, answer, evidence) rows, and for each copy by its number how it was copied."""
    draw = Random(seed)
    made: list[tuple[int, str, str, str]] = []
    copies: dict[int, str] = {}
    plain: list[tuple[int, str, str]] = []
    seen: set[tuple[int, str]] = set()
    while len(made) < count:
        number = len(made)
        if number % _EVERY == _EVERY - 1 and plain:
            attribute, thing, value = draw.choice(plain)
            alike = len(copies) % 2 == 0
            copies[number] = "wording" if alike else "meaning"
            made.append((number, *_copy(attribute, thing, value, alike, draw)))
            continue
        thing = f"the {draw.choice(_KINDS)} {draw.choice(_PARTS)} of the {_name(draw)}"
        attribute = draw.randrange(len(_ATTRIBUTES))
        if (attribute, thing) in seen:
            continue
        seen.add((attribute, thing))
        value = str(draw.randrange(2, 900))
        question, _, answer, _ = _ATTRIBUTES[attribute]
        plain.append((attribute, thing, value))
        made.append((number, question.format(thing), _sentence(answer, thing, value), ""))
    return made, copies


def _copy(attribute: int, thing: str, value: str, alike: bool, draw: Random) -> tuple[str, str, str]:
    question, other, answer, second = _ATTRIBUTES[attribute]
    if alike:
        asked = question.format(thing)
        polite = draw.choice(["Could you tell me: {}", "{}", "Please tell me: {}"]).format(asked)
        return polite.replace(" must ", " should "), _sentence(answer, thing, value), ""
    return other.format(thing), _sentence(second, thing, value), ""


def _sentence(form: str, thing: str, value: str) -> str:
    text = form.format(thing, value)
    return text[0].upper() + text[1:]


def _name(draw: Random) -> str:
    return "".join(draw.choice(_SYLLABLES) for _ in range(3)).capitalize()


def measured(count: int) -> dict[str, float]:
    """Seconds of processor time, and found of planted by kind, and wrongly called duplicates."""
    made, copies = rows(count)
    began = time.process_time()
    found = Asked().duplicates(made)
    seconds = time.process_time() - began
    hit = {number for number, other in enumerate(found) if other}
    kinds = {
        kind: sum(number in hit for number, way in copies.items() if way == kind)
        / max(sum(way == kind for way in copies.values()), 1)
        for kind in ("wording", "meaning")
    }
    return {
        "pairs": count,
        "seconds": seconds,
        **kinds,
        "precision": len(hit & set(copies)) / max(len(hit), 1),
    }


def main() -> None:
    """Print the table, and write it where --out says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    chosen = parser.parse_args()
    lines = [
        "# Near-duplicates",
        "",
        "Made by `python -m benchmarks.duplicates` on one core of a shared x86-64 machine: one pair in twenty is a",
        "copy of an earlier one, half in nearly the same words, half in other words.",
        "",
        "| pairs | CPU seconds | a pair, ms | found, same words | found, other words | precision |",
        "|---|---|---|---|---|---|",
    ]
    for size in chosen.sizes:
        row = measured(size)
        lines.append(
            f"| {size:,} | {row['seconds']:.1f} | {1000 * row['seconds'] / size:.2f} | {row['wording']:.1%}"
            f" | {row['meaning']:.1%} | {row['precision']:.1%} |"
        )
        print(lines[-1], flush=True)
    text = "\n".join(lines) + "\n"
    print(text)
    if chosen.out:
        chosen.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
