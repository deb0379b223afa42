"""Facts and their pairs: what the writer made, what a person changed, and how far it came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.project.settings import set_setting, setting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from engine.project.store import Project


# A person wrote a fact's answer or evidence, or accepted a pair with them.
_VOUCHED = (
    "(facts.by_hand = 1 OR EXISTS"
    " (SELECT 1 FROM pairs WHERE fact_id = facts.id AND pairs.by_hand = 1 AND pairs.state = 'accepted'))"
)
_LEFT = "generation_left"  # the setting with the generation that a person will not go on with
SPARE = " spare"  # at the end of a wording's style: it waits until others of its fact fail


@dataclass(frozen=True, slots=True)
class Fact:
    """What the wordings of one pair share. `answer` is None until answered; the evidence is a span of a page's text."""

    id: int
    generation_id: int | None
    chunk_id: int | None
    position: int
    origin: str
    writer: str
    source: str
    answer: str | None
    evidence: str
    evidence_document: int | None
    evidence_page: int | None
    evidence_start: int | None
    evidence_end: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    """One wording of a fact's question. `state` is asked, spare, accepted or rejected; `answer` is the fact's."""

    id: int
    fact_id: int
    wording: int
    style: str
    question: str
    input: str
    state: str
    reason: str
    detail: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the documents is asked about.

    `found` sentences, rows and lists with a fact in the chunks of the newest generation, those it `asked` about,
    and those that an `accepted` pair of any generation has as evidence. Several facts of one row count once.
    """

    found: int
    asked: int
    accepted: int


@dataclass(frozen=True, slots=True)
class Generation:
    """One generate job as asked. `key` is what makes its questions: the same key goes on where it ended."""

    id: int
    spec: str
    state: str
    facts_found: int


def facts(project: Project, generation_id: int | None = None) -> list[Fact]:
    """All facts, or those of one generation, in the order they were asked."""
    where = "" if generation_id is None else "WHERE generation_id = ?"
    values = () if generation_id is None else (generation_id,)
    names = ", ".join(Fact.__dataclass_fields__)
    return [Fact(*row) for row in project.rows(f"SELECT {names} FROM facts {where} ORDER BY id", *values)]


def pairs(project: Project, state: str | None = None) -> list[Pair]:
    """All pairs, or those in one state, fact by fact in the order of their wordings."""
    where = "" if state is None else "WHERE pairs.state = ?"
    return [
        Pair(*row)
        for row in project.rows(
            "SELECT pairs.id, fact_id, wording, style, question, input, state, reason, detail, answer"
            f" FROM pairs JOIN facts ON facts.id = fact_id {where} ORDER BY fact_id, wording",
            *(() if state is None else (state,)),
        )
    ]


def counts(project: Project) -> dict[str, Any]:
    """{"accepted": n, "asked": n, "rejected": {reason: n}}, the commonest reason first."""
    rejected = project.rows(
        "SELECT reason, count(*) FROM pairs WHERE state = 'rejected' GROUP BY reason ORDER BY count(*) DESC, reason"
    )
    number = "SELECT count(*) FROM pairs WHERE state = ?"
    return {
        "accepted": project.value(number, "accepted"),
        "asked": project.value(number, "asked"),
        "rejected": {row[0]: row[1] for row in rejected},
    }


def kinds(project: Project, generation_id: int | None = None) -> dict[str, int]:
    """Accepted pairs by the kind of their question, the commonest first; those of unknown kind are left out."""
    rows = project.rows(
        "SELECT kind, count(*) FROM pairs JOIN facts ON facts.id = fact_id"
        " WHERE pairs.state = 'accepted' AND kind != ''"
        " AND (? IS NULL OR generation_id = ?) GROUP BY kind ORDER BY count(*) DESC, kind",
        generation_id,
        generation_id,
    )
    return {row[0]: row[1] for row in rows}


def is_proven(project: Project, writer: str) -> bool:
    """Whether a pair of this writer was ever accepted."""
    found = project.value(
        "SELECT 1 FROM facts JOIN pairs ON fact_id = facts.id WHERE writer = ? AND pairs.state = 'accepted' LIMIT 1",
        writer,
    )
    return found is not None


def rejections(project: Project, generation_id: int) -> list[tuple[str, int]]:
    """Why pairs of a generation were rejected and how many, the commonest reason first."""
    rows = project.rows(
        "SELECT reason, count(*) FROM pairs JOIN facts ON facts.id = fact_id"
        " WHERE generation_id = ? AND pairs.state = 'rejected' GROUP BY reason ORDER BY count(*) DESC, reason",
        generation_id,
    )
    return [(row[0], row[1]) for row in rows]


def coverage(project: Project) -> Coverage:
    """How much of the document the newest generation asks about; all zero when there is none."""
    newest = project.row("SELECT id, facts_found FROM generations ORDER BY id DESC LIMIT 1")
    if newest is None:
        return Coverage(0, 0, 0)
    asked = project.value(
        "SELECT count(DISTINCT CASE source WHEN '' THEN 'fact ' || id"
        " ELSE evidence_document || ' ' || evidence_page || ' ' || evidence_start END)"
        " FROM facts WHERE generation_id = ? AND kind NOT IN ('unanswerable', 'skill')",
        newest["id"],
    )
    accepted = project.value(
        "SELECT count(*) FROM (SELECT DISTINCT evidence_document, evidence_page, evidence_start FROM facts"
        " WHERE evidence_start IS NOT NULL AND origin = 'generated'"
        " AND EXISTS (SELECT 1 FROM pairs WHERE fact_id = facts.id AND state = 'accepted'))"
    )
    return Coverage(newest["facts_found"], asked, accepted)


# -- what generate writes: each call is one transaction of its own, or part of the caller's -----------------


def generation(project: Project, key: str) -> Generation | None:
    """The newest generation with this key, if any."""
    row = project.row(
        "SELECT id, spec, state, facts_found FROM generations WHERE key = ? ORDER BY id DESC LIMIT 1", key
    )
    return None if row is None else Generation(*row)


def generations(project: Project) -> list[Generation]:
    """All generations, the oldest first."""
    return [
        Generation(*row) for row in project.rows("SELECT id, spec, state, facts_found FROM generations ORDER BY id")
    ]


def interrupted(project: Project) -> Generation | None:
    """The newest generation when it was stopped before its end, or died: an equal spec goes on with it.

    None while there is no such, and when a person has left it as it is.
    """
    row = project.row("SELECT id, spec, state, facts_found FROM generations ORDER BY id DESC LIMIT 1")
    known = None if row is None else Generation(*row)
    if known is None or known.state not in ("running", "cancelled") or setting(project, _LEFT, None) == known.id:
        return None
    return known


def leave(project: Project) -> None:
    """A person does not want the newest generation to go on; its pairs stay."""
    set_setting(project, _LEFT, project.value("SELECT max(id) FROM generations"))


def begin_generation(project: Project, key: str, spec: str, facts_found: int) -> int:
    """Go on with the generation of this key, or start it; returns its id."""
    known = generation(project, key)
    if known is not None and setting(project, _LEFT, None) == known.id:
        set_setting(project, _LEFT, None)  # asked for again
    with project.transaction() as db:
        if known is not None:
            db.execute(
                "UPDATE generations SET spec = ?, state = 'running', facts_found = ? WHERE id = ?",
                (spec, facts_found, known.id),
            )
            return known.id
        cursor = db.execute(
            "INSERT INTO generations (key, spec, state, facts_found) VALUES (?, ?, 'running', ?)",
            (key, spec, facts_found),
        )
    return int(cursor.lastrowid or 0)


def end_generation(project: Project, generation_id: int, state: str) -> None:
    """Record how a generation ended: finished, failed or cancelled."""
    with project.transaction() as db:
        db.execute("UPDATE generations SET state = ? WHERE id = ?", (state, generation_id))


def units_done(project: Project, generation_id: int, stage: str) -> set[int]:
    """Chunk ids that were asked about, or fact ids that were answered."""
    rows = project.rows("SELECT subject FROM units WHERE generation_id = ? AND stage = ?", generation_id, stage)
    return {row[0] for row in rows}


def finish_unit(db: sqlite3.Connection, generation_id: int, stage: str, subject: int) -> None:
    """Record that a unit is done, in the transaction that wrote its last row."""
    db.execute("INSERT OR IGNORE INTO units VALUES (?, ?, ?)", (generation_id, stage, subject))


def add_fact(
    db: sqlite3.Connection,
    generation_id: int,
    chunk_id: int,
    position: int,
    *,
    writer: str,
    source: str,
    span: tuple[int, int, int, int] | None,
    wordings: Sequence[tuple[str, str, str]],
    kind: str = "",
    given: tuple[str, str] | None = None,
    input: str = "",
) -> bool:
    """Store a fact that was asked and its (style, question, doubt) wordings; False when it is there already.

    `span` is (document id, page number, start, end) of the source sentence. A wording that its own writer
    doubts is rejected at once; one whose style ends in SPARE is asked only when others fail. `given` is
    (answer, evidence) where they are known before any writer answers.
    """
    document, page, start, end = span or (None, None, None, None)
    answer, evidence = given or (None, "")
    cursor = db.execute(
        "INSERT OR IGNORE INTO facts (generation_id, chunk_id, position, origin, writer, source, kind, answer,"
        " evidence, evidence_document, evidence_page, evidence_start, evidence_end)"
        " VALUES (?, ?, ?, 'generated', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (generation_id, chunk_id, position, writer, source, kind, answer, evidence, document, page, start, end),
    )
    if cursor.rowcount == 0:
        return False
    db.executemany(
        "INSERT INTO pairs (fact_id, wording, style, question, input, state, reason, detail)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (cursor.lastrowid, number, style, question, input, *_first_state(style, question, doubt), doubt)
            for number, (style, question, doubt) in enumerate(wordings)
        ],
    )
    return True


def _first_state(style: str, question: str, doubt: str) -> tuple[str, str]:
    if not question.strip():
        return "rejected", "empty"
    if doubt:
        return "rejected", "doubtful"
    return ("spare", "") if style.endswith(SPARE) else ("asked", "")


def answer_fact(
    db: sqlite3.Connection,
    fact_id: int,
    *,
    answer: str,
    evidence: str,
    span: tuple[int, int, int, int] | None,
) -> None:
    """Give a fact its answer and the span of the page that supports it, unless a person did so or vouched for it."""
    document, page, start, end = span or (None, None, None, None)
    db.execute(
        "UPDATE facts SET answer = ?, evidence = ?, evidence_document = ?, evidence_page = ?,"
        f" evidence_start = ?, evidence_end = ? WHERE id = ? AND NOT {_VOUCHED}",
        (answer, evidence, document, page, start, end, fact_id),
    )


def kept_answer(project: Project, fact_id: int) -> tuple[str, str, tuple[int, int, int, int] | None] | None:
    """Answer, evidence and its span, where a person has had the last word on them; else None."""
    row = project.row(
        "SELECT answer, evidence, evidence_document, evidence_page, evidence_start, evidence_end FROM facts"
        f" WHERE id = ? AND answer IS NOT NULL AND {_VOUCHED}",
        fact_id,
    )
    if row is None:
        return None
    answer, evidence, document, page, start, end = row
    return answer, evidence, None if start is None or document is None else (document, page, start, end)


def judge_pair(db: sqlite3.Connection, pair_id: int, question: str, reason: str, detail: str) -> bool:
    """Store the cleaned question and the verdict: accepted when there is no reason against it.

    On a pair that a person edited, accepted or rejected nothing is stored; only one that was edited while it
    waited for its answer gets a verdict, if `question` is what the person wrote. Returns False when the
    pair goes on waiting, because it was edited since `question` was read.
    """
    db.execute(
        "UPDATE pairs SET question = ?, state = ?, reason = ?, detail = ?"
        " WHERE id = ? AND (by_hand = 0 OR (state = 'asked' AND question = ?))",
        (question, "rejected" if reason else "accepted", reason, detail, pair_id, question),
    )
    return db.execute("SELECT 1 FROM pairs WHERE id = ? AND state = 'asked'", (pair_id,)).fetchone() is None
