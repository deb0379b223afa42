"""A document that is read again: what still stands in it keeps its chunks, and with them the pairs made of them."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.project.documents import Chunk, Document, Page, forget_units, put_chunks, put_pages

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from engine.project.store import Project

_ABOUT = ("sha256", "name", "source", "kind", "title", "language", "state", "message", "words", "report")


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of a document: whether its text `changed`, chunks that are `new`, pairs that were `lost`."""

    changed: bool
    new: int = 0
    lost: int = 0

    @property
    def said(self) -> str:
        """The same in words."""
        if not self.changed:
            return "its text is the same, and everything made of it stays"
        return f"its text has changed; {self.new} new chunks, {self.lost} pairs removed with what is gone"


def reread(
    project: Project, document_id: int, document: Document, pages: Sequence[Page], chunks: Sequence[Chunk]
) -> Reread:
    """Put what was read now in the place of what was read before, whole or not at all.

    With the same text the chunks stay as they are, however they would be cut now. With another text a chunk stays
    if there is one of the same words, and evidence moves with its sentence; what is gone takes its pairs along.
    """
    with project.transaction() as db:
        before = {
            row["number"]: (row["text"], row["facts"])
            for row in db.execute("SELECT number, text, facts FROM pages WHERE document_id = ?", (document_id,))
        }
        values = [getattr(document, column) for column in _ABOUT]
        sets = ", ".join(f"{column} = ?" for column in _ABOUT)
        db.execute(f"UPDATE documents SET {sets} WHERE id = ?", (*values, document_id))
        db.execute("DELETE FROM pages WHERE document_id = ?", (document_id,))
        put_pages(db, document_id, pages)
        texts = {page.number: page.text for page in pages}
        for number, (text, facts) in before.items():
            if texts.get(number) == text:
                db.execute(
                    "UPDATE pages SET facts = ? WHERE document_id = ? AND number = ?", (facts, document_id, number)
                )
        old = {number: text for number, (text, _) in before.items()}
        if old == texts:
            return Reread(False)
        pairs = _count_pairs(db)
        new = _renew_chunks(db, document_id, chunks)
        _move_evidence(db, document_id, old, texts)
        return Reread(True, new, pairs - _count_pairs(db))


def _count_pairs(db: sqlite3.Connection) -> int:
    found: int = db.execute("SELECT count(*) FROM pairs").fetchone()[0]
    return found


def _renew_chunks(db: sqlite3.Connection, document_id: int, chunks: Sequence[Chunk]) -> int:
    """Keep the chunks of the same words, drop the others with their pairs, and add the new ones; how many these are."""
    known: defaultdict[str, list[int]] = defaultdict(list)
    query = "SELECT id, text FROM chunks WHERE document_id = ? ORDER BY position DESC"
    for row in db.execute(query, (document_id,)):
        known[row["text"]].append(row["id"])
    kept, new = [], []
    for chunk in chunks:
        if known[chunk.text]:
            kept.append((known[chunk.text].pop(), chunk))
        else:
            new.append(chunk)
    gone = [id for ids in known.values() for id in ids]
    forget_units(db, gone)
    db.executemany("DELETE FROM chunks WHERE id = ?", ((id,) for id in gone))
    db.execute("UPDATE chunks SET position = -1 - position WHERE document_id = ?", (document_id,))  # out of the way
    columns = ("position", "first_page", "start", "last_page", "end", "tokens")
    sets = ", ".join(f"{column} = ?" for column in columns)
    for id, chunk in kept:
        place: list[Any] = [getattr(chunk, column) for column in columns]
        titles = json.dumps(chunk.section, ensure_ascii=False)
        db.execute(f"UPDATE chunks SET {sets}, section = ? WHERE id = ?", (*place, titles, id))
    put_chunks(db, document_id, new)
    return len(new)


def _move_evidence(db: sqlite3.Connection, document_id: int, old: dict[int, str], texts: dict[int, str]) -> None:
    """Find the evidence of the pairs that are left where it stands now; a fact whose evidence is gone goes too."""
    facts = db.execute(
        "SELECT id, evidence_page, evidence_start, evidence_end FROM facts"
        " WHERE evidence_document = ? AND evidence_start IS NOT NULL",
        (document_id,),
    ).fetchall()
    for id, number, start, end in facts:
        if texts.get(number) == old.get(number):
            continue
        place = _find(old.get(number, "")[start:end], number, start, texts)
        if place is None:
            db.execute("DELETE FROM units WHERE stage = 'answer' AND subject = ?", (id,))
            db.execute("DELETE FROM facts WHERE id = ?", (id,))
        else:
            db.execute(
                "UPDATE facts SET evidence_page = ?, evidence_start = ?, evidence_end = ? WHERE id = ?",
                (place[0], place[1], place[1] + end - start, id),
            )


def _find(quote: str, number: int, start: int, texts: dict[int, str]) -> tuple[int, int] | None:
    """The page and the character at which a quote stands, as near to where it stood as can be."""
    if not quote:
        return None
    for page in sorted(texts, key=lambda other: abs(other - number)):
        places, place = [], texts[page].find(quote)
        while place >= 0:
            places.append(place)
            place = texts[page].find(quote, place + 1)
        if places:
            return page, min(places, key=lambda other: abs(other - start))
    return None
