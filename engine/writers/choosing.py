"""Which chunks, and which of their sentences, a generation is about."""

from __future__ import annotations

import dataclasses
from random import Random
from typing import TYPE_CHECKING

from engine.dataset.words import normalised
from engine.errors import HoneError
from engine.writers.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.project import Project
    from engine.writers.base import Asked, Source, Writer

_NAMES = {"ko": "Korean", "ja": "Japanese", "zh": "Chinese", "de": "German", "fr": "French", "es": "Spanish"}


def known_languages(everything: Sequence[Source], writer: Writer, warn: Callable[[str], None]) -> list[Source]:
    """The chunks in languages that the writer knows; raises HoneError when there are none."""
    chosen = [source for source in everything if writer.knows(source.language)]
    unknown = sorted({source.language for source in everything if not writer.knows(source.language)})
    names = " and ".join(_NAMES.get(code, code) for code in unknown)
    if not chosen:
        raise HoneError(
            f"The writer {writer.name} knows too little {names}",
            f"Choose a chat model that knows {names}, for example Qwen3-4B-Instruct-2507 as GGUF:"
            " hone generate PROJECT --writer FILE.gguf",
        )
    if unknown:
        left_out = len(everything) - len(chosen)
        warn(
            f"{left_out} chunks in {names} are left out: the writer {writer.name} knows too little {names}."
            " A chat model as --writer FILE.gguf can write about them."
        )
    return chosen


def without_repeats(chosen: Sequence[Source]) -> list[Source]:
    """A sentence that stands in several places is one fact: the first."""
    seen: set[str] = set()
    kept = []
    for source in chosen:
        sentences = []
        for sentence in source.sentences:
            text = normalised(sentence.text)
            sentences.append(dataclasses.replace(sentence, fact=sentence.fact and text not in seen))
            seen.add(text)
        kept.append(dataclasses.replace(source, sentences=tuple(sentences)))
    return kept


def sampled(chosen: Sequence[Source], count: int, seed: int) -> list[Source]:
    """`count` chunks that have facts, in reading order."""
    possible = [i for i, source in enumerate(chosen) if source.facts]
    drawn = Random(seed).sample(possible, min(count, len(possible)))
    return [chosen[i] for i in sorted(drawn)]


def fitted(chosen: Sequence[Source], wordings: int, kinds: Sequence[str]) -> list[Source]:
    """Of the facts that rules read, those of the wanted kinds, each with so many wordings."""
    return [
        dataclasses.replace(
            source,
            read=tuple(
                dataclasses.replace(fact, wordings=fact.wordings[:wordings])
                for fact in source.read
                if fact.kind in kinds or fact.kind not in KINDS
            ),
        )
        for source in chosen
    ]


def without_covered(project: Project, chosen: Sequence[Source], generation: int | None) -> list[Source]:
    """Leave out the sentences for which an earlier generation has an accepted pair."""
    rows = project.rows(
        "SELECT DISTINCT evidence_document, evidence_page, evidence_start FROM facts"
        " WHERE (? IS NULL OR coalesce(generation_id, 0) < ?) AND evidence_start IS NOT NULL"
        " AND EXISTS (SELECT 1 FROM pairs WHERE fact_id = facts.id AND state = 'accepted')",
        generation,
        generation,
    )
    covered = {tuple(row) for row in rows}

    def open_(source: Source) -> Source:
        sentences = (
            dataclasses.replace(s, fact=s.fact and (s.document_id, s.page, s.start) not in covered)
            for s in source.sentences
        )
        return dataclasses.replace(source, sentences=tuple(sentences), read=tuple(filter(is_open, source.read)))

    def is_open(fact: Asked) -> bool:
        place = fact.given.evidence if fact.given else None
        return place is None or (place.document_id, place.page, place.start) not in covered

    return [open_(source) for source in chosen]
