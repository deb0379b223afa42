"""Questions of a dataset with the answer they should get, and where in a document that stands."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite3 import Row

    from engine.project.store import Project

HELD_OUT = ("test", "unseen")
_PROMPT = "question || CASE input WHEN '' THEN '' ELSE char(10) || char(10) || input END"
_SELECT = f"""
    SELECT split, {_PROMPT} AS prompt, answer, evidence, evidence_document, documents.name AS name,
        evidence_page, evidence_start, evidence_end
    FROM dataset_rows JOIN pairs ON pairs.id = pair_id JOIN facts ON facts.id = fact_id
    LEFT JOIN documents ON documents.id = evidence_document
    WHERE dataset_id = ? AND answer IS NOT NULL AND opening = '[]'
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a page's text."""

    document_id: int
    document: str
    page: int
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Reference:
    """A question, its answer and its split; `place` is None for imported rows and for documents that are gone."""

    split: str
    question: str
    answer: str
    evidence: str
    place: Place | None

    @property
    def held_out(self) -> bool:
        """Whether the model was not trained on this wording."""
        return self.split in HELD_OUT


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a pair comes from: its fact and kind, the headings above it, its evidence, and where that stands."""

    fact_id: int
    kind: str
    section: tuple[str, ...]
    evidence: str
    place: Place | None


def origins(project: Project, dataset_id: int) -> dict[int, Origin]:
    """The origin of each pair of a dataset, by pair."""
    rows = project.rows(
        "SELECT pair_id, fact_id, facts.kind, coalesce(section, '[]') AS section, evidence, evidence_document,"
        " documents.name AS name, evidence_page, evidence_start, evidence_end"
        " FROM dataset_rows JOIN pairs ON pairs.id = pair_id JOIN facts ON facts.id = fact_id"
        " LEFT JOIN chunks ON chunks.id = chunk_id LEFT JOIN documents ON documents.id = evidence_document"
        " WHERE dataset_id = ?",
        dataset_id,
    )
    return {
        row["pair_id"]: Origin(
            row["fact_id"], row["kind"], tuple(json.loads(row["section"])), row["evidence"], _place(row)
        )
        for row in rows
    }


def suggested(project: Project, dataset_id: int, count: int) -> list[Reference]:
    """Some questions at random: held-out ones, or others of the dataset when it has none."""
    for splits in (HELD_OUT, ("valid", "valid"), ("train", "train")):
        rows = project.rows(f"{_SELECT} AND split IN (?, ?) ORDER BY random() LIMIT ?", dataset_id, *splits, count)
        if rows:
            return [_reference(row) for row in rows]
    return []


def reference(project: Project, dataset_id: int, question: str) -> Reference | None:
    """The row of the dataset that asks exactly this, if there is one."""
    row = project.row(f"{_SELECT} AND prompt = ? ORDER BY split NOT IN (?, ?)", dataset_id, question.strip(), *HELD_OUT)
    return None if row is None else _reference(row)


def place_of(project: Project, hit: dict[str, Any]) -> Place | None:
    """Where a hit of the index stands: its chunk on the page where it begins; None once the document is gone.

    A document that was read again has other chunks: then it is the page alone.
    """
    row = project.row(
        "SELECT documents.id AS document_id, name, first_page, start, last_page, end, length(pages.text) AS length"
        " FROM chunks JOIN documents ON documents.id = chunks.document_id"
        " JOIN pages ON pages.document_id = documents.id AND number = first_page"
        " WHERE chunks.id = ? AND name = ? AND first_page = ?",
        hit["chunk"],
        hit["document"],
        hit["page"],
    )
    if row is not None:
        end = row["end"] if row["last_page"] == row["first_page"] else row["length"]
        return Place(row["document_id"], row["name"], row["first_page"], row["start"], end)
    number = project.value("SELECT id FROM documents WHERE name = ?", hit["document"])
    return None if number is None else Place(number, hit["document"], hit["page"], None, None)


def _reference(row: Row) -> Reference:
    return Reference(row["split"], row["prompt"], row["answer"], row["evidence"], _place(row))


def _place(row: Row) -> Place | None:
    if row["name"] is None or row["evidence_page"] is None:
        return None
    return Place(
        row["evidence_document"], row["name"], row["evidence_page"], row["evidence_start"], row["evidence_end"]
    )
