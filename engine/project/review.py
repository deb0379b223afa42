"""Pairs under a person's eyes: found by filters, read with their evidence, and changed so that it can be undone.

A pair that a person edited, accepted or rejected is `by_hand`: from then on no step of Hone changes it.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError
from engine.project.changes import operation

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from engine.project.store import Project

ASKED, ACCEPTED, REJECTED = "asked", "accepted", "rejected"
BY_HAND = "person"  # the reason of a pair that a person rejected, and the style of a question that a person worded
_UNJUDGED = {"verdict": "", "verdict_sentence": "", "judge": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which pairs; what is None does not matter.

    `text` stands in question, answer or evidence; `heading` in a title above the chunk; `section` is the path
    of titles at which the chunk's own path begins. All three letters large or small alike. `spare` asks for the
    wordings that wait for others to fail, or for all but those.
    """

    state: str | None = None
    reason: str | None = None
    document: int | None = None
    page: int | None = None
    heading: str | None = None
    section: tuple[str, ...] | None = None
    kind: str | None = None
    origin: str | None = None
    verdict: str | None = None
    by_hand: bool | None = None
    spare: bool | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A pair with what its fact, its document and its judge say of it. `page` is that of the evidence."""

    id: int
    fact_id: int
    state: str
    reason: str
    detail: str
    question: str
    input: str
    answer: str | None
    evidence: str
    document_id: int | None
    document: str | None
    page: int | None
    start: int | None
    end: int | None
    section: tuple[str, ...]
    kind: str
    origin: str
    writer: str
    style: str
    by_hand: bool
    verdict: str
    verdict_sentence: str
    judge: str


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of a page's text, by its characters."""

    document_id: int
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many pairs an operation changed, and how many it had to leave as they are."""

    changed: int
    left: int


_SECTION, _BY_HAND = map(list(Listed.__dataclass_fields__).index, ("section", "by_hand"))
_DOCUMENT = "coalesce(evidence_document, chunks.document_id)"
_FROM = " FROM pairs JOIN facts ON facts.id = fact_id LEFT JOIN chunks ON chunks.id = chunk_id"
_NAMED = f"{_FROM} LEFT JOIN documents ON documents.id = {_DOCUMENT}"
_COLUMNS = (
    "pairs.id, fact_id, pairs.state, reason, detail, question, input, answer, evidence, documents.id, documents.name,"
    " evidence_page, evidence_start, evidence_end, coalesce(section, '[]'), facts.kind, facts.origin, writer, style,"
    " pairs.by_hand, verdict, verdict_sentence, judge"
)
# Where the evidence stands; what has none comes where it was asked of, and imported rows at the end.
_ORDER = (
    f" ORDER BY {_DOCUMENT} IS NULL, {_DOCUMENT}, coalesce(evidence_page, first_page), evidence_start, fact_id, wording"
)


def find(project: Project, wanted: Filter | None = None, offset: int = 0, limit: int | None = None) -> list[Listed]:
    """The pairs that fit, in reading order, from number `offset` on."""
    where, values = _where(project, wanted or Filter())
    rows = project.rows(
        f"SELECT {_COLUMNS}{_NAMED}{where}{_ORDER} LIMIT ? OFFSET ?", *values, -1 if limit is None else limit, offset
    )
    return [_listed(row) for row in rows]


def ids(project: Project, wanted: Filter | None = None) -> list[int]:
    """The numbers of the pairs that fit, in reading order: what a long table needs at once."""
    where, values = _where(project, wanted or Filter())
    return [row[0] for row in project.db.execute(f"SELECT pairs.id{_FROM}{where}{_ORDER}", values)]


def listed(project: Project, numbers: Iterable[int]) -> dict[int, Listed]:
    """These pairs by number; those that are gone are left out."""
    sql = f"SELECT {_COLUMNS}{_NAMED} WHERE pairs.id IN (SELECT value FROM json_each(?))"
    return {row[0]: _listed(row) for row in project.rows(sql, json.dumps(list(numbers)))}


def count(project: Project, wanted: Filter | None = None) -> int:
    """How many pairs fit."""
    where, values = _where(project, wanted or Filter())
    number: int = project.value(f"SELECT count(*){_FROM}{where}", *values)
    return number


def get(project: Project, pair_id: int) -> Listed:
    """One pair; raises HoneError when there is no such pair."""
    row = project.row(f"SELECT {_COLUMNS}{_NAMED} WHERE pairs.id = ?", pair_id)
    if row is None:
        raise _unknown(pair_id)
    return _listed(row)


def _listed(row: sqlite3.Row) -> Listed:
    values = list(row)
    values[_SECTION], values[_BY_HAND] = _headings(values[_SECTION]), bool(values[_BY_HAND])
    return Listed(*values)


@functools.lru_cache(maxsize=256)
def _headings(section: str) -> tuple[str, ...]:
    """Most pairs that stand together have the same."""
    return tuple(json.loads(section))


def _where(project: Project, wanted: Filter) -> tuple[str, list[Any]]:
    columns = {
        "state": "pairs.state",
        "reason": "reason",
        "document": _DOCUMENT,
        "page": "evidence_page",
        "kind": "facts.kind",
        "origin": "facts.origin",
        "verdict": "verdict",
        "by_hand": "pairs.by_hand",
        "spare": "(pairs.state = 'spare')",
    }
    given = {name: getattr(wanted, name) for name in columns}
    terms = [(f"{columns[name]} = ?", [value]) for name, value in given.items() if value is not None]
    project.db.create_function("folded", 1, lambda text: (text or "").casefold(), deterministic=True)
    if wanted.section is not None:
        path = json.dumps(wanted.section, ensure_ascii=False)
        inside = f"{path[:-1]}, "
        terms.append(("(section = ? OR substr(section, 1, ?) = ?)", [path, len(inside), inside]))
    if wanted.heading is not None:
        inner = "SELECT 1 FROM json_each(chunks.section) WHERE instr(folded(value), ?)"
        terms.append((f"EXISTS ({inner})", [wanted.heading.casefold()]))
    if wanted.text is not None:
        told = "question || char(10) || coalesce(answer, '') || char(10) || evidence"
        terms.append((f"instr(folded({told}), ?)", [wanted.text.casefold()]))
    where = " AND ".join(term for term, _ in terms)
    return f" WHERE {where}" if where else "", [value for _, values in terms for value in values]


# -- operations: each is one transaction and can be undone with engine.project.changes ----------------------


def edit(
    project: Project,
    pair_id: int,
    *,
    question: str | None = None,
    answer: str | None = None,
    evidence: str | Span | None = None,
) -> bool:
    """A person words a question anew, corrects an answer, or names other evidence; False when nothing differs.

    Answer and evidence belong to all wordings of the fact. Evidence is a passage of a page, given as its words
    or its place. State and reason stay, but a pair that was waiting for the answer is accepted with it. Raises
    HoneError for empty texts, and for evidence that does not stand in the documents.
    """
    pair = get(project, pair_id)
    of_pair: dict[str, Any] = {}
    of_fact: dict[str, Any] = {}
    if question is not None and _clean(question, "question") != pair.question:
        of_pair = {"question": _clean(question, "question"), "style": BY_HAND}
    if answer is not None and _clean(answer, "answer") != pair.answer:
        of_fact = {"answer": _clean(answer, "answer")}
        of_pair |= {"state": ACCEPTED} if pair.state == ASKED else {}
    if evidence is not None:
        of_fact |= _evidence(project, pair, evidence)
    if not of_pair and not of_fact:
        return False
    siblings = [row[0] for row in project.rows("SELECT id FROM pairs WHERE fact_id = ?", pair.fact_id)]
    with operation(project, "edit") as work:
        if of_fact:
            work.change("facts", pair.fact_id, {**of_fact, "by_hand": 1})
        for id in siblings if of_fact else ():
            work.change("pairs", id, _UNJUDGED)
        work.change("pairs", pair_id, {**of_pair, **_UNJUDGED, "by_hand": 1})
    return True


def accept(project: Project, which: Iterable[int] | Filter) -> Outcome:
    """A person wants these pairs, whatever a check said. Pairs that have no answer yet are left as they are."""
    with operation(project, "accept") as work:
        rows = _chosen(project, which)
        for row in rows:
            if row["answer"]:
                work.change("pairs", row["id"], {"state": ACCEPTED, "reason": "", "detail": "", "by_hand": 1})
    return Outcome(work.changed, len(rows) - work.changed)


def reject(project: Project, which: Iterable[int] | Filter, because: str = "") -> Outcome:
    """A person does not want these pairs; they stay, rejected for the reason `person`.

    What a check rejected before keeps the check's reason, if no other is given.
    """
    detail = _tidy(because) or "taken out by hand"
    with operation(project, "reject") as work:
        rows = _chosen(project, which)
        for row in rows:
            confirmed = row["state"] == REJECTED and not because
            said = {} if confirmed else {"state": REJECTED, "reason": BY_HAND, "detail": detail}
            work.change("pairs", row["id"], {**said, "by_hand": 1})
    return Outcome(work.changed, len(rows) - work.changed)


def restore(project: Project, which: Iterable[int] | Filter) -> Outcome:
    """A person brings rejected pairs back: accepted, or waiting where there is no answer yet.

    Pairs that are not rejected are left as they are.
    """
    with operation(project, "restore") as work:
        rows = _chosen(project, which)
        for row in rows:
            if row["state"] == REJECTED:
                state = ACCEPTED if row["answer"] else ASKED
                work.change("pairs", row["id"], {"state": state, "reason": "", "detail": "", "by_hand": 1})
    return Outcome(work.changed, len(rows) - work.changed)


def take_over(project: Project, questions: dict[int, str], removed: Iterable[int]) -> None:
    """Take over a person's questions by pair, and which pairs are not wanted, as one operation."""
    with operation(project, "questions") as work:
        for id, question in questions.items():
            text = _clean(question, "question")
            work.change("pairs", id, {"question": text, "style": BY_HAND, **_UNJUDGED, "by_hand": 1}, "edit")
        out = {"state": REJECTED, "reason": BY_HAND, "detail": "taken out by hand", "by_hand": 1}
        for id in removed:
            work.change("pairs", id, out, "reject")


def renew(
    project: Project,
    pair: Listed,
    *,
    question: str,
    style: str,
    kind: str,
    answer: str,
    evidence: str,
    span: Span | None,
    writer: str,
) -> None:
    """Give a pair the new text that a writer found for it and the checks accepted; no longer is it by hand.

    With another answer it leaves the other wordings of its fact and becomes a fact of its own.
    """
    place = (None, None, None, None) if span is None else (span.document_id, span.page, span.start, span.end)
    said = {"question": question, "style": style, "state": ACCEPTED, "reason": "", "detail": "", "by_hand": 0}
    same = (answer, *place[1:]) == (pair.answer, pair.page, pair.start, pair.end)
    same = same and (span is None or span.document_id == pair.document_id)
    with operation(project, "regenerate") as work:
        if not same:
            said |= {"fact_id": _own_fact(project, pair, kind, (answer, evidence, *place), writer), "wording": 0}
        work.change("pairs", pair.id, {**said, **_UNJUDGED, "objection": ""})


def _own_fact(project: Project, pair: Listed, kind: str, told: tuple[Any, ...], writer: str) -> int:
    """A new fact beside the pair's old one, which stays for its other wordings and for undoing."""
    cursor = project.db.execute(
        "INSERT INTO facts (chunk_id, position, origin, source, kind, answer, evidence, evidence_document,"
        " evidence_page, evidence_start, evidence_end, writer)"
        " SELECT chunk_id, position, origin, source, ?, ?, ?, ?, ?, ?, ?, ? FROM facts WHERE id = ?",
        (kind, *told, writer, pair.fact_id),
    )
    return int(cursor.lastrowid or 0)


def _chosen(project: Project, which: Iterable[int] | Filter) -> list[sqlite3.Row]:
    columns = "SELECT pairs.id AS id, pairs.state AS state, answer"
    if isinstance(which, Filter):
        where, values = _where(project, which)
        return project.rows(f"{columns}{_FROM}{where} ORDER BY pairs.id", *values)
    found = []
    for id in dict.fromkeys(which):
        row = project.row(f"{columns}{_FROM} WHERE pairs.id = ?", id)
        if row is None:
            raise _unknown(id)
        found.append(row)
    return found


def _unknown(pair_id: int) -> HoneError:
    return HoneError(f"There is no pair {pair_id}", "List them with: hone pairs PROJECT")


def _tidy(text: str) -> str:
    """On one line, and without halves of letters, which a terminal may hand over and SQLite cannot keep."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _clean(text: str, name: str) -> str:
    if not (tidy := _tidy(text)):
        raise HoneError(f"The {name} is empty", "Give it some words, or reject the pair.")
    return tidy


def _evidence(project: Project, pair: Listed, evidence: str | Span) -> dict[str, Any]:
    """The fact's columns for a passage, when they differ from what stands there."""
    span = _located(project, pair, evidence) if isinstance(evidence, str) else evidence
    text = project.value("SELECT text FROM pages WHERE document_id = ? AND number = ?", span.document_id, span.page)
    quote = (text or "")[span.start : span.end]
    if not quote.strip() or span.start < 0:
        raise HoneError("The evidence is no passage of a page", f"Page {span.page} has nothing there: choose again.")
    if (span.document_id, span.page, span.start, span.end) == (pair.document_id, pair.page, pair.start, pair.end):
        return {}
    return {
        "evidence": quote,
        "evidence_document": span.document_id,
        "evidence_page": span.page,
        "evidence_start": span.start,
        "evidence_end": span.end,
    }


def _located(project: Project, pair: Listed, words: str) -> Span:
    """Where the words stand, spaces and line breaks alike: on the pair's own page, in its document, or anywhere."""
    pattern = re.compile(r"\s+".join(map(re.escape, _clean(words, "evidence").split())))
    pages = project.rows(
        "SELECT document_id, number, text FROM pages"
        " ORDER BY document_id IS NOT ?, number IS NOT ?, document_id, number",
        pair.document_id,
        pair.page,
    )
    for page in pages:
        if found := pattern.search(page["text"]):
            return Span(page["document_id"], page["number"], found.start(), found.end())
    raise HoneError(
        "The evidence does not stand in the documents", "Give a passage of one page word for word, as it is read there."
    )
