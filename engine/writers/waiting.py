"""The facts of some chunks that wait for an answer, and what answers them: a person, a rule, or the writer."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from engine.dataset.words import clean_question
from engine.project import pairs as stored
from engine.project.pairs import SPARE
from engine.writers.base import RULES, Answered, Evidence, Given, Unanswered

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from engine.project import Project
    from engine.writers.base import Asked, Check, Search, Source, Writer


def add_asked(db: sqlite3.Connection, generation: int, chunk: int, writer: str, fact: Asked) -> int:
    """Store a fact that was asked, in the caller's transaction; returns how many of its wordings are doubtful."""
    sentence, given = fact.sentence, fact.given
    place = sentence or (given.evidence if given else None)
    spares = [(f"{wording.style}{SPARE}", wording.question, wording.doubt) for wording in fact.spares]
    is_new = stored.add_fact(
        db,
        generation,
        chunk,
        fact.position,
        writer=RULES if given else writer,
        source=given.support if given else sentence.text if sentence else "",
        span=(place.document_id, place.page, place.start, place.end) if place else None,
        wordings=[*((wording.style, wording.question, wording.doubt) for wording in fact.wordings), *spares],
        kind=fact.kind,
        given=(given.answer, given.evidence.quote if given.evidence else "") if given else None,
        input=fact.input,
    )
    return sum(bool(wording.doubt) for wording in fact.wordings) if is_new else 0


def waiting(
    project: Project, generation: int, group: Sequence[Source], kind: str
) -> tuple[list[Unanswered], list[list[int]]]:
    """The group's facts with the ids of their pairs, but those taken out by a person or doubted by the writer.

    Answered ones are among them: a group that was interrupted is answered again as a whole. The ids of a
    fact's spares come last. `kind` is the writer's: only a starter answers with the sentence it asked about.
    """
    facts, ids = [], []
    for source in group:
        spans = {(s.document_id, s.page, s.start): s for s in source.sentences}
        texts = {s.text: s for s in source.sentences}  # where a person has named other evidence
        rows = project.rows(
            "SELECT id, evidence_document, evidence_page, evidence_start, evidence_end, evidence, answer, source, kind,"
            " writer FROM facts WHERE generation_id = ? AND chunk_id = ? ORDER BY position",
            generation,
            source.chunk_id,
        )
        for row in rows:
            pairs = project.rows(
                "SELECT id, question, style, by_hand FROM pairs WHERE fact_id = ?"
                " AND reason NOT IN ('person', 'doubtful', 'empty') ORDER BY wording",
                row["id"],
            )
            first = [pair for pair in pairs if pair["by_hand"] or not pair["style"].endswith(SPARE)]
            spare = [pair for pair in pairs if pair not in first]
            sentence = spans.get((row[1], row[2], row[3])) or texts.get(row["source"]) if kind == "starter" else None
            given = _given(row) if row["writer"] == RULES else None
            if not first or (kind == "starter" and sentence is None and given is None):
                continue
            questions, spares = (tuple(map(_question, some)) for some in (first, spare))
            facts.append(Unanswered(row["id"], source, sentence, questions, row["kind"], given, spares))
            ids.append([pair["id"] for pair in (*first, *spare)])
    return facts, ids


def _question(pair: sqlite3.Row) -> str:
    return str(pair["question"]) if pair["by_hand"] else clean_question(pair["question"])


def kept(project: Project, fact_id: int, answered: Answered) -> Answered:
    """Where a person gave the answer or accepted it, that is what is judged, and not the writer's."""
    known = stored.kept_answer(project, fact_id)
    if known is None:
        return answered
    answer, quote, span = known
    return dataclasses.replace(answered, answer=answer, evidence=Evidence(*span, quote) if span else None)


def _given(row: sqlite3.Row) -> Given:
    evidence = None if row["evidence_start"] is None else Evidence(row[1], row[2], row[3], row[4], row["evidence"])
    return Given(row["answer"], evidence, row["source"])


def answers(
    writer: Writer, facts: Sequence[Unanswered], search: Search, check: Check
) -> Iterator[tuple[int, Answered]]:
    """The given answers, then those of the writer as they are finished, each with the number of its fact."""
    for number, fact in enumerate(facts):
        if fact.given is not None:
            yield number, Answered(fact.given.answer, fact.given.evidence, (("", ""),) * len(fact.questions))
    others = [number for number, fact in enumerate(facts) if fact.given is None]
    for place, answered in writer.answer([facts[number] for number in others], search, check):
        yield others[place], answered


def pages_around(project: Project, evidence: Evidence) -> str:
    """The text of the page that the evidence is on and of the next, for a sentence may go on overleaf."""
    rows = project.rows(
        "SELECT text FROM pages WHERE document_id = ? AND number IN (?, ?) ORDER BY number",
        evidence.document_id,
        evidence.page,
        evidence.page + 1,
    )
    return "\n".join(row["text"] for row in rows)
