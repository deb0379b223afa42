"""Datasets in the store: which pair is in which split, and the folder with the JSONL files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError

if TYPE_CHECKING:
    from pathlib import Path

    from engine.project.store import Project


LEAKS = "leaks.json"  # what of the held-out rows training could tell: nothing, unless by rows


@dataclass(frozen=True, slots=True)
class Dataset:
    """One split of the accepted pairs; `digest` tells whether two have the same rows."""

    id: int
    spec: str
    folder: Path
    counts: dict[str, int]
    digest: str

    @property
    def options(self) -> dict[str, Any]:
        """The options it was made with, as fields of its spec."""
        return {name: value for name, value in json.loads(self.spec).items() if name != "project"}

    @property
    def style(self) -> str:
        """The prompt style that its rows are trained in."""
        return str(json.loads(self.spec).get("style", "chat"))

    @property
    def system(self) -> str:
        """The system message of every row; empty when there is none."""
        return str(json.loads(self.spec).get("system", ""))

    @property
    def leaks(self) -> dict[str, Any] | None:
        """The leak report that was made with it; None where there is none, as in those of an older Hone."""
        try:
            report: dict[str, Any] = json.loads((self.folder / LEAKS).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return report


@dataclass(frozen=True, slots=True)
class Row:
    """A pair in a split, with where its answer stands (None for imported rows)."""

    pair_id: int
    fact_id: int
    split: str
    question: str
    input: str
    answer: str
    evidence: str
    document: str | None
    page: int | None
    opening: str = "[]"  # JSON: messages before the question, of imported conversations

    @property
    def prompt(self) -> str:
        """What the user says: the question, and its input below where there is one."""
        return f"{self.question}\n\n{self.input}" if self.input else self.question

    @property
    def message(self) -> dict[str, str]:
        """The prompt as a chat message; an input is named once more, for prompt styles that set it apart."""
        message = {"role": "user", "content": self.prompt}
        return {**message, "input": self.input} if self.input else message

    def asked(self, system: str) -> list[dict[str, str]]:
        """The conversation up to the reply; a system message of the row's own goes before the dataset's."""
        opening: list[dict[str, str]] = json.loads(self.opening)
        own = bool(opening) and opening[0]["role"] == "system"
        start = [{"role": "system", "content": system}] if system and not own else []
        return [*start, *opening, self.message]


_ROWS = """
    SELECT pairs.id, fact_id, {split}, question, input, answer, evidence, documents.name, evidence_page, opening
    FROM pairs JOIN facts ON facts.id = fact_id {join}
    LEFT JOIN documents ON documents.id = evidence_document
    WHERE {where} ORDER BY pairs.id
"""


def latest(project: Project) -> Dataset:
    """The newest dataset; raises HoneError when there is none."""
    row = project.row("SELECT id FROM datasets ORDER BY id DESC LIMIT 1")
    if row is None:
        raise HoneError("There is no dataset yet", f"Make one with: hone dataset {project.path.name}")
    return get(project, row["id"])


def get(project: Project, dataset_id: int) -> Dataset:
    """One dataset; raises HoneError when it is not there."""
    row = project.row("SELECT id, spec, folder, counts, digest FROM datasets WHERE id = ?", dataset_id)
    if row is None:
        raise HoneError(f"There is no dataset {dataset_id}", "hone status PROJECT --json counts what there is.")
    return Dataset(row["id"], row["spec"], project.path / row["folder"], json.loads(row["counts"]), row["digest"])


def rows(project: Project, dataset_id: int, split: str | None = None) -> list[Row]:
    """The dataset's rows as the pairs stand now, or those of one split, in the order of the pairs."""
    where = "dataset_id = ?" if split is None else "dataset_id = ? AND split = ?"
    values = (dataset_id,) if split is None else (dataset_id, split)
    sql = _ROWS.format(split="split", join="JOIN dataset_rows ON pair_id = pairs.id", where=where)
    return [Row(*row) for row in project.rows(sql, *values)]


def candidates(project: Project) -> list[Row]:
    """Accepted pairs that have an answer, not yet in a split."""
    where = "pairs.state = 'accepted' AND answer IS NOT NULL"
    return [Row(*row) for row in project.rows(_ROWS.format(split="''", join="", where=where))]


def stamp(project: Project) -> tuple[Any, ...]:
    """Changes whenever a plan of training may come out otherwise: pairs, datasets or runs changed. Quick."""
    row = project.row(
        "SELECT (SELECT count(*) FROM pairs WHERE state = 'accepted'), (SELECT max(id) FROM pairs), "
        "(SELECT max(id * 3 + undone) FROM changes), (SELECT sum(undone) FROM changes), "
        "(SELECT max(id) FROM datasets), (SELECT group_concat(state) FROM runs)"
    )
    return () if row is None else tuple(row)


def next_id(project: Project) -> int:
    """The number that the next dataset will have."""
    number: int = project.value("SELECT coalesce(max(id), 0) + 1 FROM datasets")
    return number


def add(project: Project, dataset: Dataset, split: dict[int, str]) -> None:
    """Record a dataset whose files are durable, and the split of each of its pairs."""
    with project.transaction() as db:
        db.execute(
            "INSERT INTO datasets (id, spec, folder, counts, digest) VALUES (?, ?, ?, ?, ?)",
            (dataset.id, dataset.spec, project.relative(dataset.folder), json.dumps(dataset.counts), dataset.digest),
        )
        db.executemany(
            "INSERT INTO dataset_rows (dataset_id, pair_id, split) VALUES (?, ?, ?)",
            [(dataset.id, pair_id, name) for pair_id, name in split.items()],
        )
