"""Documents, their pages and chunks: what ingest stores and every later step reads."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from engine.project.store import Project

# States of documents and pages. A page without text is scanned; a document with pages that should have been
# read and were not is partial.
READ, PARTIAL, SCANNED, FAILED = "read", "partial", "scanned", "failed"
TEXT, OCR = "text", "ocr"  # how the letters of a page were had
LOCKED, WRONG_PASSWORD = "{} needs a password", "The password of {} is not right"  # messages of documents begin so
BLANK = "The page is blank."  # the message of a page that has no text because there is nothing on it


@dataclass(frozen=True, slots=True)
class Document:
    """A source; `id` is 0 until it is stored. `pages` and `words` are counts; `report` is JSON."""

    id: int
    sha256: str
    name: str
    kind: str
    title: str
    language: str
    state: str
    message: str
    pages: int
    words: int
    source: str = ""
    report: str = "{}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its cleaned text; spans everywhere are character offsets into `text`.

    `method` is text or ocr; `tables` counts the Markdown tables in the text.
    """

    document_id: int
    number: int
    text: str
    state: str
    message: str
    method: str = TEXT
    tables: int = 0


@dataclass(frozen=True, slots=True)
class Chunk:
    """A retrieval unit: from character `start` of `first_page` up to character `end` of `last_page`.

    `section` holds the titles of the headings above it, outermost first.
    """

    id: int
    document_id: int
    position: int
    first_page: int
    start: int
    last_page: int
    end: int
    text: str
    tokens: int
    section: tuple[str, ...] = ()


_DOCUMENT = (
    "SELECT id, sha256, name, kind, title, language, state, message, "
    "(SELECT count(*) FROM pages WHERE document_id = documents.id) AS pages, words, source, report FROM documents"
)
_PAGE = "SELECT document_id, number, text, state, message, method, tables FROM pages"
_CHUNK = "SELECT id, document_id, position, first_page, start, last_page, end, text, tokens, section FROM chunks"


def documents(project: Project) -> list[Document]:
    """All documents, in the order in which they came, those that failed among them."""
    return [Document(*row) for row in project.rows(f"{_DOCUMENT} ORDER BY id")]


def document(project: Project, id: int) -> Document | None:
    """One document, or None."""
    row = project.row(f"{_DOCUMENT} WHERE id = ?", id)
    return None if row is None else Document(*row)


def pages(project: Project, document_id: int) -> list[Page]:
    """The pages of a document, by number."""
    return [Page(*row) for row in project.rows(f"{_PAGE} WHERE document_id = ? ORDER BY number", document_id)]


def pages_without_text(project: Project, document_id: int) -> list[Page]:
    """The same with empty texts: what became of the pages of a long document, quickly."""
    query = "SELECT document_id, number, '', state, message, method, tables FROM pages"
    return [Page(*row) for row in project.rows(f"{query} WHERE document_id = ? ORDER BY number", document_id)]


def page(project: Project, document_id: int, number: int) -> Page | None:
    """One page, or None when the document has no such number."""
    row = project.row(f"{_PAGE} WHERE document_id = ? AND number = ?", document_id, number)
    return None if row is None else Page(*row)


def chunks(project: Project, document_id: int | None = None) -> list[Chunk]:
    """The chunks of one document, or of all, in reading order."""
    where, values = ("", ()) if document_id is None else (" WHERE document_id = ?", (document_id,))
    return [_chunk(row) for row in project.rows(f"{_CHUNK}{where} ORDER BY document_id, position", *values)]


def chunk(project: Project, id: int) -> Chunk | None:
    """One chunk, or None."""
    row = project.row(f"{_CHUNK} WHERE id = ?", id)
    return None if row is None else _chunk(row)


def _chunk(row: Sequence[Any]) -> Chunk:
    values: dict[str, Any] = dict(zip(Chunk.__dataclass_fields__, row, strict=True))
    return Chunk(**{**values, "section": tuple(json.loads(values["section"]))})


def report(pages: Sequence[Page]) -> dict[str, int]:
    """How many pages were read (text), recognised (ocr), scanned, blank or failed; and how many have tables."""
    counts = dict.fromkeys(("text", "ocr", "scanned", "blank", "failed"), 0)
    for page in pages:
        counts[page_state(page)] += 1
    return {"pages": len(pages), **counts, "tables": sum(page.tables > 0 for page in pages)}


def page_state(page: Page) -> str:
    """What became of a page in one word: text, ocr, scanned, blank or failed."""
    if page.state == READ:
        return page.method
    return "blank" if page.message == BLANK else page.state


def known(project: Project, sha256: str) -> Document | None:
    """The document with these bytes that could be read, or None: one that failed may be tried again."""
    row = project.row(f"{_DOCUMENT} WHERE sha256 = ? AND state != 'failed'", sha256)
    return None if row is None else Document(*row)


def read_from(project: Project, source: str) -> Document | None:
    """The newest document that was read from this place, or None."""
    row = project.row(f"{_DOCUMENT} WHERE source = ? AND state != 'failed' ORDER BY id DESC LIMIT 1", source)
    return None if row is None else Document(*row)


def add(project: Project, document: Document, pages: Iterable[Page], chunks: Iterable[Chunk]) -> int:
    """Store a document whole or not at all; returns its id.

    An earlier failure with the same bytes or from the same path is replaced. The ids inside `document`,
    `pages` and `chunks` are not looked at.
    """
    columns = ("sha256", "name", "source", "kind", "title", "language", "state", "message", "words", "report")
    with project.transaction() as db:
        db.execute(
            "DELETE FROM documents WHERE state = 'failed' AND (sha256 = ? OR source = ?)",
            (document.sha256, document.source),
        )
        values: list[Any] = [getattr(document, column) for column in columns]
        marks = ", ".join("?" * len(columns))
        document_id = db.execute(f"INSERT INTO documents ({', '.join(columns)}) VALUES ({marks})", values).lastrowid
        assert document_id is not None
        put_pages(db, document_id, pages)
        put_chunks(db, document_id, chunks)
    return document_id


def put_pages(db: sqlite3.Connection, document_id: int, pages: Iterable[Page]) -> None:
    """Insert pages, as part of the caller's transaction."""
    db.executemany(
        "INSERT INTO pages (document_id, number, text, state, message, method, tables) VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((document_id, p.number, p.text, p.state, p.message, p.method, p.tables) for p in pages),
    )


def put_chunks(db: sqlite3.Connection, document_id: int, chunks: Iterable[Chunk]) -> None:
    """Insert chunks, as part of the caller's transaction."""
    db.executemany(
        "INSERT INTO chunks (document_id, position, first_page, start, last_page, end, text, tokens, section) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (document_id, c.position, c.first_page, c.start, c.last_page, c.end, c.text, c.tokens, _titles(c.section))
            for c in chunks
        ),
    )


@lru_cache(maxsize=16)  # neighbours are of one section
def _titles(section: tuple[str, ...]) -> str:
    return json.dumps(section, ensure_ascii=False)


def remove(project: Project, document_id: int) -> None:
    """Take a document out of the project, with its pages and chunks and the pairs made of them.

    Datasets and runs stay as they are: they hold what they were made of.
    """
    with project.transaction() as db:
        ids = [row[0] for row in db.execute("SELECT id FROM chunks WHERE document_id = ?", (document_id,))]
        forget_units(db, ids)
        db.execute("DELETE FROM documents WHERE id = ?", (document_id,))


def forget_units(db: sqlite3.Connection, chunk_ids: Iterable[int]) -> None:
    """Forget that generations are done with chunks that go: a new chunk, or fact, may get the same number."""
    for id in chunk_ids:
        db.execute("DELETE FROM units WHERE stage = 'ask' AND subject = ?", (id,))
        facts = "SELECT id FROM facts WHERE chunk_id = ?"
        db.execute(f"DELETE FROM units WHERE stage = 'answer' AND subject IN ({facts})", (id,))


def wants_password(document: Document) -> bool:
    """Whether nothing but a password, or the right one, is missing to read it."""
    words = (LOCKED, WRONG_PASSWORD)
    return document.state == FAILED and any(document.message.startswith(text.format(document.name)) for text in words)


def dependents(project: Project, document_ids: Iterable[int]) -> int:
    """How many pairs were made of these documents, and would go with them."""
    ids = json.dumps(list(document_ids))
    found: int = project.value(
        "SELECT count(*) FROM pairs JOIN facts ON facts.id = fact_id JOIN chunks ON chunks.id = chunk_id"
        " WHERE document_id IN (SELECT value FROM json_each(?))",
        ids,
    )
    return found
