"""The facts of some chunks that wait for an answer, and what of it a person has given already."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from engine.dataset.words import clean_question
from engine.project import pairs as stored
from engine.writers.base import Answered, Evidence, Source, Unanswered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.project import Project


def waiting(
    project: Project, generation: int, group: Sequence[Source], kind: str
) -> tuple[list[Unanswered], list[list[int]]]:
    """The group's facts with the ids of their pairs, but those taken out by a person or doubted by the writer.

    Answered ones are among them: a group that was interrupted is answered again as a whole. `kind` is the
    writer's: only a starter answers with the sentence that it asked about.
    """
    facts, ids = [], []
    for source in group:
        spans = {(s.document_id, s.page, s.start): s for s in source.sentences}
        texts = {s.text: s for s in source.sentences}  # where a person has named other evidence
        rows = project.rows(
            "SELECT id, evidence_document, evidence_page, evidence_start, source FROM facts"
            " WHERE generation_id = ? AND chunk_id = ? ORDER BY position",
            generation,
            source.chunk_id,
        )
        for row in rows:
            pairs = project.rows(
                "SELECT id, question, by_hand FROM pairs WHERE fact_id = ?"
                " AND reason NOT IN ('person', 'doubtful') ORDER BY wording",
                row["id"],
            )
            sentence = spans.get((row[1], row[2], row[3])) or texts.get(row["source"]) if kind == "starter" else None
            if not pairs or (kind == "starter" and sentence is None):
                continue
            questions = tuple(p["question"] if p["by_hand"] else clean_question(p["question"]) for p in pairs)
            facts.append(Unanswered(row["id"], source.chunk_id, source.language, sentence, questions))
            ids.append([pair["id"] for pair in pairs])
    return facts, ids


def kept(project: Project, fact_id: int, answered: Answered) -> Answered:
    """Where a person gave the answer or accepted it, that is what is judged, and not the writer's."""
    known = stored.kept_answer(project, fact_id)
    if known is None:
        return answered
    answer, quote, span = known
    return dataclasses.replace(answered, answer=answer, evidence=Evidence(*span, quote) if span else None)
