"""Pairs that a person found good, with the text around their evidence: what no check may reject.

Three sources: questions of the sample documents in other words (`resources/samples`), pairs of the starter about
the sample manual, each read (`good/manual.json`), and pairs written with their passages (`good/written.json`).
"""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.dataset.checks.candidate import Candidate

ROOT = Path(__file__).resolve().parent.parent
SAMPLES, GOOD = ROOT / "resources" / "samples", ROOT / "benchmarks" / "good"


@dataclass(frozen=True, slots=True)
class Good:
    """A good pair. `held_back` ones were not looked at while the checks were written."""

    pair: Candidate
    source: str  # samples, manual, written

    @property
    def held_back(self) -> bool:
        """About half, by a hash of the evidence, so that all pairs of one sentence fall on one side."""
        return zlib.crc32(self.pair.evidence.encode()) % 2 == 1


def good_pairs() -> list[Good]:
    """All of them, always in the same order."""
    return [*_samples("", "en", "manual.md"), *_samples("_ko", "ko", "korean.md"), *_manual(), *_written()]


def _samples(suffix: str, language: str, document: str) -> list[Good]:
    facts = {fact["id"]: fact for fact in _read(SAMPLES / f"facts{suffix}.json")}
    blocks = paragraphs(SAMPLES / document)
    found = []
    for asked in _read(SAMPLES / f"questions{suffix}.json"):
        sentence = facts[asked["fact"]]["sentence"]
        found.append(Good(_candidate(asked["question"], sentence, sentence, blocks, language), "samples"))
    return found


def _manual() -> list[Good]:
    blocks = paragraphs(SAMPLES / "manual.md")
    pairs = _read(GOOD / "manual.json")["pairs"]
    return [Good(_candidate(p["question"], p["answer"], p["evidence"], blocks, "en"), "manual") for p in pairs]


def _written() -> list[Good]:
    found = []
    for passage in _read(GOOD / "written.json")["passages"]:
        text = "\n".join([passage["title"], " ".join(pair["evidence"] for pair in passage["pairs"])])
        found += [
            Good(
                _candidate(pair["question"], pair["answer"], pair["evidence"], [text], passage["language"]),
                "written",
            )
            for pair in passage["pairs"]
        ]
    return found


def _candidate(question: str, answer: str, evidence: str, blocks: list[str], language: str) -> Candidate:
    around = next((i for i, block in enumerate(blocks) if evidence in block), None)
    if around is None:
        raise SystemExit(f"no paragraph has: {evidence}")
    chunk = "\n".join(blocks[max(around - 1, 0) : around + 2])  # chunks are a few paragraphs long
    return Candidate(question, answer, evidence, chunk, language, page="\n".join(blocks))


def paragraphs(path: Path) -> list[str]:
    """A Markdown document's paragraphs as lines of plain text, each list in one."""
    text = path.read_text(encoding="utf-8")
    plain = re.sub(r"(?m)^(?:[-*]|\d+\.|#+)\s+|\*\*|`", "", text)
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", plain) if block.strip()]


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
