"""Gaps: the chunks and pages that state facts and have no accepted pair."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING

from engine.dataset.words import normalised
from engine.project import coverage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project import Project
    from engine.writers.base import Asked, Source

Place = tuple[int, ...]  # (chunk,) or, where only a part of a chunk is a gap, (document, page)


def count_facts(project: Project, everything: Sequence[Source]) -> None:
    """Store what was found where, for the coverage map."""
    pages: Counter[tuple[int, int]] = Counter()
    for source in everything:
        pages.update({(s.document_id, s.page): 0 for s in source.sentences})
        pages.update((s.document_id, s.page) for s in source.sentences if s.fact)
        pages.update((place[0], place[1]) for place in set(map(_place, source.read)) if place)
    coverage.count_facts(project, {source.chunk_id: source.facts for source in everything}, pages)


def words_before(project: Project, generation: int | None) -> frozenset[str]:
    """All questions that were asked before this generation: what failed once is asked in other words."""
    return frozenset(
        normalised(row[0])
        for row in project.rows(
            "SELECT question FROM pairs JOIN facts ON facts.id = fact_id"
            " WHERE ? IS NULL OR coalesce(generation_id, 0) < ?",
            generation,
            generation,
        )
    )


def gaps(project: Project, everything: Sequence[Source], before: int | None = None) -> tuple[set[Place], list[Source]]:
    """The gaps, and the chunks with nothing but the facts in them; `before` looks at earlier generations only."""
    chunks, pages = coverage.covered_places(project, before)
    places: set[Place] = set()
    kept = []
    for source in everything:
        if not source.facts:
            continue
        if source.chunk_id not in chunks:
            places.add((source.chunk_id,))
            kept.append(source)
            continue
        sentences = tuple(
            dataclasses.replace(s, fact=s.fact and (s.document_id, s.page) not in pages) for s in source.sentences
        )
        read = tuple(fact for fact in source.read if (place := _place(fact)) and place[:2] not in pages)
        found = {(s.document_id, s.page) for s in sentences if s.fact} | {place[:2] for place in map(_place, read)}
        if found:
            places |= found
            kept.append(dataclasses.replace(source, sentences=sentences, read=read))
    return places, kept


def _place(fact: Asked) -> Place:
    """Document and page of what a rule read, then where it begins; empty where there is no evidence."""
    evidence = fact.given.evidence if fact.given else None
    return (evidence.document_id, evidence.page, evidence.start) if evidence else ()
