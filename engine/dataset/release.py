"""A dataset as it leaves the project: its splits in a format, where each row comes from, and its card."""

from __future__ import annotations

import importlib.metadata
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from engine.dataset.card import Card, card
from engine.dataset.checks import SENTENCES
from engine.dataset.formats import FORMATS, Row, read_rows, write_rows
from engine.errors import HoneError
from engine.project import pairs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.project import Project
    from engine.project.datasets import Dataset

SPLITS = ("train", "valid", "test", "unseen")
ROWS, CARD, LEAKS = "rows.jsonl", "README.md", "leaks.json"
_SAMPLE = 100  # characters by which the language of a row without document is told
_COLUMNS = ("pair", "fact", "document", "page", "section", "evidence", "kind", "language", "origin")
_ORIGINS = """
    SELECT pairs.id AS pair, fact_id AS fact, documents.name AS document, evidence_page AS page, chunks.section,
           evidence, facts.kind, documents.language, origin
    FROM dataset_rows JOIN pairs ON pairs.id = pair_id JOIN facts ON facts.id = fact_id
    LEFT JOIN chunks ON chunks.id = chunk_id
    LEFT JOIN documents ON documents.id = coalesce(evidence_document, chunks.document_id)
    WHERE dataset_id = ?
"""


def release(
    project: Project,
    dataset: Dataset,
    folder: Path,
    format: str,
    style: str,
    *,
    licence: Callable[[str], str],
    language: Callable[[str], str],
    check: Callable[[], None],
) -> tuple[dict[str, int], Counter[str]]:
    """Write a dataset into an empty folder; returns rows by split, and what was done to rows that did not fit.

    The rows are those of the dataset's own files: what was trained, whatever became of the pairs since.
    `licence` tells that of a writer by its path, `language` that of a text of no document.
    """
    known = _known(project, dataset)
    files, told, changes = {}, [], Counter[str]()
    for split in SPLITS:
        source = dataset.folder / f"{split}.jsonl"
        if not source.is_file() or not source.stat().st_size:
            continue
        check()
        rows = _rows(source)
        origins = [_whole(row, known.get((split, line), {}), language) for line, row in enumerate(rows, start=1)]
        name = f"{split}.{FORMATS[format]}"
        written = write_rows(format, folder / name, rows, origins, style)
        if not written.places:
            raise HoneError(
                f"No row of {split} can be written as {format}",
                "All have turns before the question, which this format cannot hold: choose chat or sharegpt.",
            )
        files[split] = name
        changes.update(written.changes)
        told += [{"split": split, "line": line, **origins[place]} for line, place in enumerate(written.places, start=1)]
    if not told:
        raise HoneError("The dataset has no rows", "Its files are gone: make it again with hone dataset PROJECT.")
    if format != "parquet":
        lines = "".join(f"{json.dumps(origin, ensure_ascii=False)}\n" for origin in told)
        (folder / ROWS).write_text(lines, encoding="utf-8")
    text = card(_card(project, dataset, files, told, changes, format, licence))
    (folder / CARD).write_text(text, encoding="utf-8")
    return dict(Counter(origin["split"] for origin in told)), changes


def _rows(source: Path) -> list[Row]:
    found = read_rows(source)
    if found.problems:
        raise HoneError(
            "The dataset's files are damaged", f"{found.problems[0]} Make it again with hone dataset PROJECT."
        )
    return found.rows


def _known(project: Project, dataset: Dataset) -> dict[tuple[str, int], dict[str, Any]]:
    """Where the row in each line of each split comes from, by the dataset's own list and the pairs' facts."""
    stored = {row["pair"]: dict(row) for row in project.rows(_ORIGINS, dataset.id)}
    found = {}
    listed = dataset.folder / ROWS
    for line in listed.read_text(encoding="utf-8").split("\n") if listed.is_file() else ():
        if line:
            origin = json.loads(line)
            now = stored.get(origin.get("pair"), {})
            merged = {name: origin.get(name, now.get(name)) for name in _COLUMNS}
            merged["section"] = " > ".join(json.loads(merged["section"] or "[]"))
            found[origin["split"], origin["line"]] = merged
    return found


def _whole(row: Row, origin: dict[str, Any], told: Callable[[str], str]) -> dict[str, Any]:
    """All columns; {} is of a row that is on no list, in a dataset of an older Hone."""
    language = origin.get("language") or told(f"{row.prompt[:_SAMPLE]} {row.answer[:_SAMPLE]}")
    return {**dict.fromkeys(_COLUMNS), "section": "", **origin, "language": language}


def _card(
    project: Project,
    dataset: Dataset,
    files: dict[str, str],
    told: list[dict[str, Any]],
    changes: Counter[str],
    format: str,
    licence: Callable[[str], str],
) -> Card:
    rejected = pairs.counts(project)["rejected"]
    names = {**SENTENCES, **{name: "" for name in rejected if name not in SENTENCES}}
    documents = project.rows(
        "SELECT name, (SELECT count(*) FROM pages WHERE document_id = documents.id), language, sha256 FROM documents"
        " WHERE state != 'failed' ORDER BY id"
    )
    writers = project.rows(
        "SELECT DISTINCT writer, coalesce(json_extract(spec, '$.writer'), 'starter') FROM facts"
        " JOIN generations ON generations.id = generation_id WHERE writer != '' ORDER BY writer"
    )
    leaks = dataset.folder / LEAKS
    leaking = json.loads(leaks.read_text(encoding="utf-8"))["leaks"] if leaks.is_file() else None
    return Card(
        name=project.path.stem,
        files=files,
        origins=[{**origin, "kind": origin["kind"] or "", "origin": origin["origin"] or ""} for origin in told],
        writers=[(name, licence(path)) for name, path in writers],
        documents=[(name, pages, language, sha256[:12]) for name, pages, language, sha256 in documents],
        checks=[(name, sentence, rejected.get(name, 0)) for name, sentence in names.items()],
        changes=changes,
        made=str(project.value("SELECT created_at FROM datasets WHERE id = ?", dataset.id)).partition(" ")[0],
        version=_version(),
        format=format,
        style=dataset.style,
        leaks=None if leaking is None else sum(sum(kinds.values()) for kinds in leaking.values()),
    )


def _version() -> str:
    try:
        return importlib.metadata.version("hone")
    except importlib.metadata.PackageNotFoundError:
        return "(not installed)"
