"""The facts of some chunks that wait for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.dataset.words import clean_question
from engine.writers.base import Source, Unanswered

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
        rows = project.rows(
            "SELECT id, evidence_document, evidence_page, evidence_start FROM facts"
            " WHERE generation_id = ? AND chunk_id = ? ORDER BY position",
            generation,
            source.chunk_id,
        )
        for row in rows:
            pairs = project.rows(
                "SELECT id, question FROM pairs WHERE fact_id = ?"
                " AND reason NOT IN ('person', 'doubtful') ORDER BY wording",
                row["id"],
            )
            if not pairs:
                continue
            sentence = spans.get((row[1], row[2], row[3])) if kind == "starter" else None
            questions = tuple(clean_question(pair["question"]) for pair in pairs)
            facts.append(Unanswered(row["id"], source.chunk_id, source.language, sentence, questions))
            ids.append([pair["id"] for pair in pairs])
    return facts, ids
