"""What was said of pairs: by their writer, by a judge, by the checks; and judging them again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from engine.project.store import Project


@dataclass(frozen=True, slots=True)
class Judged:
    """A generated pair with all that its verdict depends on. `evidence` is what proves the answer."""

    pair_id: int
    fact_id: int
    question: str
    state: str
    reason: str
    detail: str
    answer: str
    evidence: str
    quoted: bool  # whether the evidence is the page's own text
    kind: str
    chunk: str
    language: str
    page: str
    objection: tuple[str, str]  # of the writer
    verdict: str
    verdict_sentence: str
    judge: str


def accepted_questions(project: Project, *, fixed: bool = False) -> list[tuple[int, str, str, str]]:
    """(fact id, question, answer, evidence) of the accepted pairs; of `fixed` ones only, which no check moves."""
    where = "AND (pairs.by_hand = 1 OR facts.origin = 'imported')" if fixed else ""
    rows = project.rows(
        "SELECT fact_id, question, coalesce(answer, ''), evidence FROM pairs JOIN facts ON facts.id = fact_id"
        f" WHERE pairs.state = 'accepted' {where} ORDER BY fact_id, wording"
    )
    return [(row[0], row[1], row[2], " ".join(row[3].split())) for row in rows]


def store_opinions(
    db: sqlite3.Connection, pair_id: int, objection: tuple[str, str], verdict: str, sentence: str, judge: str
) -> None:
    """Keep what writer and judge said beside the verdict of the checks, but on pairs that a person has settled."""
    said = json.dumps(objection, ensure_ascii=False) if objection[0] else ""
    db.execute(
        "UPDATE pairs SET objection = ?, verdict = ?, verdict_sentence = ?, judge = ? WHERE id = ? AND by_hand = 0",
        (said, verdict, sentence, judge, pair_id),
    )


def judged(project: Project, rules: str) -> list[Judged]:
    """All generated pairs that were answered and judged and that no person settled: accepted ones first.

    `rules` is the writer of facts that were read off tables and lists: what proves those is more than a quote.
    """
    rows = project.rows(
        "SELECT pairs.id, fact_id, question, pairs.state, reason, detail, answer, evidence, facts.source, facts.writer,"
        " facts.kind, chunks.text AS chunk, documents.language, evidence_document, evidence_page, objection, verdict,"
        " verdict_sentence, judge, generations.spec"
        " FROM pairs JOIN facts ON facts.id = fact_id JOIN chunks ON chunks.id = chunk_id"
        " JOIN documents ON documents.id = chunks.document_id"
        " LEFT JOIN generations ON generations.id = generation_id"
        " WHERE pairs.by_hand = 0 AND facts.origin != 'imported' AND answer IS NOT NULL"
        " AND pairs.state IN ('accepted', 'rejected') AND reason NOT IN ('person', 'unanswered')"
        " ORDER BY pairs.state, fact_id, wording"
    )
    pages = {
        (row[0], row[1]): row[2] for row in project.rows("SELECT document_id, number, text FROM pages ORDER BY number")
    }
    return [_judged(row, pages, rules) for row in rows]


def _judged(row: sqlite3.Row, pages: dict[tuple[int, int], str], rules: str) -> Judged:
    ruled = row["writer"] == rules and bool(row["source"])
    evidence = row["source"] if ruled else row["evidence"]
    place = (row["evidence_document"], row["evidence_page"])
    around = [pages.get((place[0], (place[1] or 0) + step), "") for step in (0, 1)] if place[0] is not None else []
    chosen = json.loads(row["spec"]).get("language", "auto") if row["spec"] else "auto"
    said = json.loads(row["objection"]) if row["objection"] else ("", "")
    if not said[0] and row["reason"] in ("ambiguous", "doubtful", "answerable"):
        said = (row["reason"], row["detail"])
    return Judged(
        row["id"],
        row["fact_id"],
        row["question"],
        row["state"],
        row["reason"],
        row["detail"],
        row["answer"],
        " ".join(evidence.split()),
        not ruled,
        row["kind"],
        row["chunk"],
        row["language"] if chosen == "auto" else chosen,
        "" if ruled else "\n".join(around),
        (said[0], said[1]),
        row["verdict"],
        row["verdict_sentence"],
        row["judge"],
    )


def move(project: Project, moved: Sequence[tuple[Judged, str, str]]) -> None:
    """Store new verdicts (pair, reason, detail) in one transaction; '' accepts. What a person settled stays.

    The writer's objection is kept, so that it counts again when its check is switched on again.
    """
    values = [
        (
            "rejected" if reason else "accepted",
            reason,
            detail,
            json.dumps(pair.objection, ensure_ascii=False) if pair.objection[0] else "",
            pair.pair_id,
        )
        for pair, reason, detail in moved
    ]
    with project.transaction() as db:
        db.executemany(
            "UPDATE pairs SET state = ?, reason = ?, detail = ?, objection = ? WHERE id = ? AND by_hand = 0", values
        )
