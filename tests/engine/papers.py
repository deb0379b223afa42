"""Small documents put straight into a project, and an index over them, for tests of what comes after ingest."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.dataset.words import content
from engine.project import documents as stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project import Project

MANUAL = (
    (
        "Care of the Brivolt 40",
        "The Brivolt 40 costs 320 euros.",
        "The water filter of the Brivolt 40 must be replaced every 60 days.",
        "The tank of the Brivolt 40 holds 2.4 litres.",
        "It is easy to clean.",
        "The charging time of the battery is 3 hours.",
    ),
    (
        "Safety",
        "The maximum pressure of the boiler is 6 bar.",
        "The pump is located under the front cover.",
        "The company Marlin was founded in 1987.",
        "The warranty of the device lasts 24 months.",
    ),
    (
        "Parts",
        "The weight of the grinder is 14 kilograms.",
        "The housing of the scanner is made of aluminium.",
        "The spare key costs 12 euros.",
    ),
)
KOREAN = (
    (
        "이 장치의 필터는 60일마다 교체해야 합니다.",
        "탱크의 용량은 2.4리터입니다.",
        "보증 기간은 구입일로부터 24개월입니다.",
    ),
)


def add(project: Project, name: str, pages: Sequence[Sequence[str]], language: str = "en") -> int:
    """Store a document whose pages are lines of one sentence each, a chunk for each page; returns its id."""
    texts = ["\n".join(lines) for lines in pages]
    digest = hashlib.sha256("\f".join([name, *texts]).encode()).hexdigest()
    document = stored.Document(0, digest, name, "text", name, language, "read", "", 0, 0, name)
    return stored.add(
        project,
        document,
        [stored.Page(0, number, text, "read", "") for number, text in enumerate(texts, start=1)],
        [
            stored.Chunk(0, 0, number, number + 1, 0, number + 1, len(text), text, len(text.split()))
            for number, text in enumerate(texts)
        ],
    )


@dataclass(frozen=True, slots=True)
class Hit:
    """A found chunk."""

    chunk_id: int
    score: float


class WordIndex:
    """Ranks chunks by the content words they share with the question."""

    def __init__(self, project: Project) -> None:
        self._chunks = {chunk.id: content(chunk.text) for chunk in stored.chunks(project)}

    def search(self, query: str, k: int = 4) -> list[Hit]:
        wanted = content(query)
        hits = [Hit(id, float(len(words & wanted))) for id, words in self._chunks.items()]
        return sorted(hits, key=lambda hit: (-hit.score, hit.chunk_id))[:k]
